package checker_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

var (
	people = []string{"Angela Merkel", "Emmanuel Macron", "Maria Okafor", "Peter Nowak", "Ines Ferreira", "Hugo Castellan"}
	places = []string{"Lisbon", "Gdansk", "Trieste", "Bergen", "Rotterdam", "Valencia"}
	// shapes are paragraphs of a news article; %[1]s and %[2]s are people, %[3]s
	// a place and %[4]d a number.
	shapes = []string{
		"Minister %[1]s met her counterpart %[2]s in %[3]s on Tuesday to talk about the ferry line, an official said.",
		"The two had spoken by phone last week, and %[1]s said on Monday that “we will not close the line before the end of the year.”",
		"The line opened on 14 May 2009 and carried %[4]d passengers in its first month, the harbour office reported.",
		"In March %[2]s visited the yard in %[3]s, where three ships have been under repair since last autumn.",
		"“Two years ago nobody wanted this,” %[1]s told reporters. “Today we have %[4]d bookings, and by next summer we need another ship.”",
		"Some %[4]d people signed a petition between 3 and 9 April against the new timetable, which began on Friday, 1 March 2019.",
		"A spokesman for %[2]s announced on Wednesday morning that talks would go on in %[3]s the following week.",
		"The agreement of September 2017 gave the company ten years; since then fares have gone up every January.",
	}
)

// news returns an article of at least size bytes; seed picks who and where.
func news(size, seed int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Ministers talk about the ferry line to %s\n\n", places[seed%len(places)])
	for i := seed; b.Len() < size; i++ {
		fmt.Fprintf(&b, shapes[i%len(shapes)]+"\n\n", people[(seed+i/8)%len(people)], people[(seed+i/8+1)%len(people)], places[i%len(places)], 100+37*i)
	}
	return b.String()
}

func published(day, src string) string { return "---\npublished: " + day + "\n---\n" + src }

func size(articles ...[]*article.Article) int64 {
	n := 0
	for _, list := range articles {
		for _, a := range list {
			n += len(a.Text)
		}
	}
	return int64(n)
}

func benchmark(b *testing.B, in checker.Input, opt checker.Options) {
	b.ReportAllocs()
	b.SetBytes(size(in.Articles, in.Sources))
	for b.Loop() {
		if _, err := checker.Read(in, opt).Check(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck checks single articles of the length of news with all rules:
// dated by front matter, by nothing, and by inference from the words.
func BenchmarkCheck(b *testing.B) {
	for _, bm := range []struct{ name, src string }{
		{"doc=dated", published("2019-04-10", news(5000, 1))},
		{"doc=undated", news(5000, 1)},
		{"doc=inferred", page(b, "withdrawal.txt")},
	} {
		b.Run(bm.name+"/rules=all", func(b *testing.B) {
			benchmark(b, checker.Input{Articles: []*article.Article{parse(b, "a.md", bm.src)}}, options(b, false))
		})
	}
}

// BenchmarkDraft checks the sample draft against its five sources, read anew.
func BenchmarkDraft(b *testing.B) {
	for _, sample := range []bool{false, true} {
		b.Run(fmt.Sprintf("sources=5/almanac=%v", sample), func(b *testing.B) {
			benchmark(b, checker.Input{Articles: parsePages(b, "draft.md"), Sources: parsePages(b, fivePages...)}, options(b, sample))
		})
	}
}

// BenchmarkStory checks reports that claim to tell one story; twice the
// reports should take twice the time, and a bit.
func BenchmarkStory(b *testing.B) {
	for _, n := range []int{50, 100, 200} {
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			in := checker.Input{SameStory: true}
			for i := range n {
				in.Articles = append(in.Articles, parse(b, fmt.Sprintf("report%d.md", i), published("2019-04-10", news(2500, i%7))))
			}
			benchmark(b, in, options(b, false))
		})
	}
}

// BenchmarkTimeline clusters the events of many documents.
func BenchmarkTimeline(b *testing.B) {
	for _, n := range []int{50, 200} {
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			var in checker.Input
			for i := range n {
				in.Articles = append(in.Articles, parse(b, fmt.Sprintf("report%d.md", i), published("2019-04-10", news(2500, i%7))))
			}
			r := checker.Read(in, options(b, false))
			b.ReportAllocs()
			b.SetBytes(size(in.Articles))
			for b.Loop() {
				r.Timeline(false)
			}
		})
	}
}
