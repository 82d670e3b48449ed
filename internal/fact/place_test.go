package fact

import (
	"testing"
)

func TestPlaceOf(t *testing.T) {
	here := Place{Doc: "d", Text: "June"}
	tests := []struct {
		name string
		fact any
		ok   bool
	}{
		{"a place", here, true},
		{"a pointer to a place", &here, true},
		{"a fact", Lapse{At: here}, true},
		{"a pointer to a fact", &Event{At: here, Place: "Oslo"}, true},
		{"no fact", (*Event)(nil), false},
		{"a fact without a place", Contrast{Here: Statement{At: here}}, false},
		{"a day", NewDay(2018, 6, 17), false},
		{"a text", "June", false},
		{"nothing", nil, false},
	}
	for _, tt := range tests {
		got, ok := PlaceOf(tt.fact)
		if ok != tt.ok || ok && got != here {
			t.Errorf("%s: %v, %t", tt.name, got, ok)
		}
	}
}

func TestExplanationOf(t *testing.T) {
	day := &Interval{Label: "4 May 1978"}
	tests := []struct {
		fact any
		want string
	}{
		{&Time{Explanation: "next Friday"}, "next Friday"},
		{&Merge{Summary: "two calls"}, "two calls"},
		{&Article{Published: day, PublishedExplanation: "as the flag says"}, "published 4 May 1978: as the flag says"},
		{&Article{PublishedExplanation: "nothing says"}, "nothing says"},
		{&Conflict{Summary: "not both", Statements: []Statement{{Explanation: "a"}, {Explanation: "b"}}}, "not both; a; b"},
		{&Quote{Text: "We left."}, ""},
		{(*Event)(nil), ""},
		{(*Article)(nil), ""},
		{nil, ""},
	}
	for _, tt := range tests {
		if got := ExplanationOf(tt.fact); got != tt.want {
			t.Errorf("%#v: %q, want %q", tt.fact, got, tt.want)
		}
	}
}
