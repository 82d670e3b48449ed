package tellings_test

import (
	"slices"
	"testing"

	"factcheck/internal/fact"
	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/tellings"
)

// TestOrders has what is told first and last in words, with the times that each is
// given; a life and the words before and after say which must be the earlier.
func TestOrders(t *testing.T) {
	for _, x := range []struct{ text, earlier, later string }{
		{"The bridge was opened in 1937 before it was rebuilt in 1939.", "1937", "1939"},
		{"The bridge was opened in 1939 before it was rebuilt in 1937.", "1939", "1937"},
		{"The Titanic sank in 1912 after it left the yard in 1911.", "1911", "1912"},
		{"The Titanic sank in 1911 after it left the yard in 1912.", "1912", "1911"},
		{"Marie Curie was born in 1867 and died in 1934.", "1867", "1934"},
		{"Marie Curie was born in 1934 and died in 1867.", "1934", "1867"},
		{"The bridge was opened in 1937. The school was built in 1939.", "", ""},
	} {
		earlier, later := "", ""
		for _, f := range tellings.Orders(pagetest.Dated(t, "2019-06-20", x.text)) {
			earlier, later = f.Earlier.Value, f.Later.Value
		}
		if earlier != x.earlier || later != x.later {
			t.Errorf("%s: %q before %q, want %q before %q", x.text, earlier, later, x.earlier, x.later)
		}
	}
}

// TestRetellings tells one event on one day or on two. 20 June 2019 is a Thursday, so
// the Monday and the Tuesday before it are the 17th and the 18th.
func TestRetellings(t *testing.T) {
	for _, x := range []struct {
		text string
		days []string
	}{
		{"Anna Berg resigned on Monday.\n\nAnna Berg resigned on Tuesday, her office said.", []string{"2019-06-17", "2019-06-18"}},
		{"Anna Berg resigned on Monday.\n\nAnna Berg resigned on Monday, her office said.", []string{"2019-06-17", "2019-06-17"}},
		{"Police arrested Anna Berg on 3 May 2018.\n\nPolice arrested Anna Berg on 9 May 2018.", []string{"2018-05-03", "2018-05-09"}},
		{"Police arrested Anna Berg on 3 May 2018.\n\nPolice arrested Peter Holm on 9 May 2018.", nil},
	} {
		var days []string
		for _, f := range tellings.Retellings(pagetest.Dated(t, "2019-06-20", x.text)) {
			days = []string{f.First.Value, f.Second.Value}
		}
		if !slices.Equal(days, x.days) {
			t.Errorf("%s: told of %v, want %v", x.text, days, x.days)
		}
	}
}

// TestSequences tells what justice does first in words alone: nobody is convicted before
// the arrest.
func TestSequences(t *testing.T) {
	for _, x := range []struct {
		text   string
		turned bool
	}{
		{"Anna Berg was convicted after she was arrested.", false},
		{"Anna Berg was arrested after she was convicted.", true},
		{"Anna Berg was buried before she died.", true},
	} {
		turned := slices.ContainsFunc(tellings.Sequences(pagetest.Dated(t, "2019-06-20", x.text)), func(f *fact.Sequence) bool { return f.Turned })
		if turned != x.turned {
			t.Errorf("%s: turned %v, want %v", x.text, turned, x.turned)
		}
	}
}
