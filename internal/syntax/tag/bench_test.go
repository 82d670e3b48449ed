package tag_test

import (
	"testing"

	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// copyText is sentences of the kind that a paper prints, made up for this.
var copyText = []string{
	"The finance minister said on Tuesday that the government would cut fuel taxes by 4.5 percent from July 1, two weeks earlier than planned.",
	"Shares in the carrier, which employs 12,400 people in the U.S. and Canada, fell 3.2% to $41.70 after the announcement.",
	"“We don’t expect the repairs to be finished before the end of the 2019 season,” the club's spokeswoman told reporters at 9:30 a.m.",
	"Firefighters were still searching the ruins of the 19th-century warehouse late Sunday, and police asked residents to stay away.",
	"Mr. Okafor, a former deputy mayor who was elected in 2014, has denied the charges; his lawyer did not return calls seeking comment.",
	"It was the third time in a decade that the river had burst its banks, destroying crops and cutting off villages to the north.",
}

func BenchmarkSplit(b *testing.B) {
	var buf []tag.Token
	n := 0
	for _, s := range copyText {
		n += len(s)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range copyText {
			buf = tag.Split(buf[:0], s, text.Span{End: len(s)})
		}
	}
}

// Tokens and tags.
func BenchmarkTags(b *testing.B) {
	var (
		tokens []tag.Token
		tags   []tag.Tag
	)
	n := 0
	for _, s := range copyText {
		n += len(s)
	}
	m := tag.English()
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range copyText {
			tokens = tag.Split(tokens[:0], s, text.Span{End: len(s)})
			tags = m.Tags(tags[:0], s, tokens)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := tag.EnglishData()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tag.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
