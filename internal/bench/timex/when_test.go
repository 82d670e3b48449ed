package main

import (
	"testing"

	"factcheck/internal/article"
)

// whenOf returns what when finds in src, published on 17 June 2018, a Sunday.
func whenOf(t *testing.T, src string) (words []string, found []timex) {
	t.Helper()
	day, err := article.ParseDate("2018-06-17")
	if err != nil {
		t.Fatal(err)
	}
	p, err := loadWhen([]*document{{text: src, date: day}})
	if err != nil {
		t.Fatal(err)
	}
	p.run()
	for _, f := range p.times()[0] {
		words, found = append(words, f.In(src)), append(found, f)
	}
	return words, found
}

func TestWhen(t *testing.T) {
	tests := []struct{ src, words, kind, value string }{
		{"They met on Friday.", "Friday", "DATE", "2018-06-22"}, // the coming one
		{"They met last Friday.", "last Friday", "DATE", "2018-06-15"},
		{"They met yesterday, and left.", "yesterday", "DATE", "2018-06-16"},
		{"They met on Nov. 17. It rained.", "Nov. 17", "DATE", "2018-11-17"},
		{"They met in March.", "March", "DATE", "2018-03"},
		{"They met 3 weeks ago.", "3 weeks ago", "DATE", "2018-W21"},
		{"They met two months ago.", "two months ago", "DATE", "2018-04"},
		{"They met ten years ago.", "ten years ago", "DATE", "2008"},
		{"They meet in 5 days.", "5 days", "DATE", "2018-06-22"},
		{"They meet tonight.", "tonight", "TIME", "2018-06-17TNI"},
		{"They meet this morning.", "this morning", "TIME", "2018-06-17TMO"},
		{"They meet at 5:30 pm today.", "5:30 pm today", "TIME", "2018-06-17T17:30"},
		{"They meet at noon.", "noon", "TIME", "2018-06-17T12:00"},
		{"They meet now.", "now", "DATE", "PRESENT_REF"},
	}
	for _, tt := range tests {
		words, found := whenOf(t, tt.src)
		if len(found) != 1 || words[0] != tt.words || found[0].Type != tt.kind || found[0].Value != tt.value {
			t.Errorf("%q: %q %v, want %q %s %s", tt.src, words, found, tt.words, tt.kind, tt.value)
		}
	}
}

// A sentence is read to its end, and one that fails does not hide the next.
func TestWhenLoops(t *testing.T) {
	tests := []struct {
		src  string
		want int
	}{
		{"They came on Friday, ate well and then left again on Monday.", 2},
		{"A year ago they met. They met again yesterday.", 1}, // "A" is an error
		{"They never met.", 0},
		{"", 0},
	}
	for _, tt := range tests {
		if words, _ := whenOf(t, tt.src); len(words) != tt.want {
			t.Errorf("%q: found %q, want %d", tt.src, words, tt.want)
		}
	}
}
