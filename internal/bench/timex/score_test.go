package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/text"
)

// at returns the time that words are in src.
func at(t *testing.T, src, words, kind, value string) timex {
	t.Helper()
	start := strings.Index(src, words)
	if start < 0 {
		t.Fatalf("%q does not hold %q", src, words)
	}
	return timex{text.Span{Start: start, End: start + len(words)}, kind, value}
}

func TestFigures(t *testing.T) {
	const src = "On Friday and on Monday he spoke for two hours, and sang."
	d := &document{text: src, gold: []timex{
		at(t, src, "Friday", "DATE", "2018-06-15"),
		at(t, src, "Monday", "DATE", "2018-06-11"),
		at(t, src, "two hours", "DURATION", "PT2H"),
	}}
	var counts tally
	counts.add(align(d, []timex{
		at(t, src, "sang", "DATE", "2018"),            // spurious
		at(t, src, "on Monday", "DATE", "2018-06-18"), // wrong span, wrong value
		at(t, src, "Friday", "DATE", "2018-06-15"),    // right
		at(t, src, "two hours,", "TIME", "PT2H"),      // wrong span, wrong type
		at(t, src, "he spoke", "DATE", "FUTURE_REF"),  // spurious
	}))
	counts.add(align(&document{text: src, gold: d.gold[2:]}, nil)) // one more missed
	// 4 gold, 5 found, 3 pairs: 1 with equal spans, 2 with equal types, 2 with equal values.
	want := figures{
		Documents: 2, Gold: 4, Found: 5,
		Strict:  prf{P: 1. / 5, R: 1. / 4, F1: 2. / 9},
		Relaxed: prf{P: 3. / 5, R: 3. / 4, F1: 2. / 3},
		TypeF1:  4. / 9, ValueF1: 4. / 9,
		Weekdays: 2, Weekday: 1. / 2,
	}
	near := cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-12 })
	if diff := cmp.Diff(want, counts.figures(), near); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(figures{}, new(tally).figures()); diff != "" {
		t.Errorf("figures of nothing (-want +got):\n%s", diff)
	}
}

func TestAlign(t *testing.T) {
	span := func(from, to int) timex { return timex{Span: text.Span{Start: from, End: to}} }
	tests := []struct {
		name             string
		gold, found      []timex
		pairs            [][2]timex
		missed, spurious int
	}{
		{"equal before overlapping", []timex{span(0, 5), span(6, 9)}, []timex{span(0, 9), span(6, 9)},
			[][2]timex{{span(6, 9), span(6, 9)}, {span(0, 5), span(0, 9)}}, 0, 0},
		{"one found time for one gold time", []timex{span(0, 5), span(6, 9)}, []timex{span(0, 9)},
			[][2]timex{{span(0, 5), span(0, 9)}}, 1, 0},
		{"one gold time for one found time", []timex{span(0, 9)}, []timex{span(6, 9), span(0, 5)},
			[][2]timex{{span(0, 9), span(0, 5)}}, 0, 1},
		{"touching is not overlapping", []timex{span(0, 5)}, []timex{span(5, 9)}, nil, 1, 1},
		{"a found time given twice", []timex{span(0, 5)}, []timex{span(0, 5), span(0, 5)},
			[][2]timex{{span(0, 5), span(0, 5)}}, 0, 1},
	}
	for _, tt := range tests {
		a := align(&document{text: "0123456789", gold: tt.gold}, tt.found)
		var pairs [][2]timex
		for _, p := range a.pairs {
			pairs = append(pairs, [2]timex{p.gold, p.found})
		}
		if diff := cmp.Diff(tt.pairs, pairs); diff != "" || len(a.missed) != tt.missed || len(a.spurious) != tt.spurious {
			t.Errorf("%s: %d missed, %d spurious, pairs (-want +got):\n%s", tt.name, len(a.missed), len(a.spurious), diff)
		}
	}
}

func TestBareWeekday(t *testing.T) {
	tests := []struct {
		words, value string
		want         bool
	}{
		{"Friday", "2018-06-15", true},
		{"WEDNESDAY", "2018-06-13", true},
		{"Tues.", "2018-06-12", true},
		{"Friday night", "2018-06-15TNI", false},
		{"last Friday", "2018-06-15", false},
		{"Fridays", "XXXX-WXX-5", false},
		{"Monday", "XXXX-WXX-1TNI", false},
		{"today", "2018-06-17", false},
	}
	for _, tt := range tests {
		d := &document{text: tt.words}
		if got := d.bareWeekday(timex{text.Span{End: len(tt.words)}, "DATE", tt.value}); got != tt.want {
			t.Errorf("%q %s: %v, want %v", tt.words, tt.value, got, tt.want)
		}
	}
}
