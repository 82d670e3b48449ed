package align

import (
	"testing"

	"factcheck/internal/page"
	"factcheck/internal/page/pagetest"
)

func TestKey(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"organised", "organisation"}, {"Twelve", "12"}, {"1,200", "1200"}, {"Ålesund", "Alesund"}, {"houses", "house"},
	} {
		if Key(tt.a) != Key(tt.b) || Key(tt.a) == "" {
			t.Errorf("%s is %q, %s is %q", tt.a, Key(tt.a), tt.b, Key(tt.b))
		}
	}
	for _, w := range []string{"the", "said", "of", "one"} {
		if Key(w) != "" {
			t.Errorf("%s has the key %q", w, Key(w))
		}
	}
}

func TestMatches(t *testing.T) {
	source := pagetest.Read(t, "# Notice\n\nThe harbour bridge is closed to lorries. Divers will inspect the piers. The mayor opened a school.\n")
	draft := pagetest.Read(t, "# Notice\n\nLorries cannot use the bridge in the harbour.\n")
	x := NewIndex([]*page.Page{source})
	matches := x.Matches(x.PassagesOf(draft)[1])
	if len(matches) != 1 || source.Parsed[matches[0].Sentence].Span.In(source.Article.Flow()) != "The harbour bridge is closed to lorries." {
		t.Fatalf("%v", matches)
	}
	if l := matches[0].Likeness; l <= .5 || l > 1 {
		t.Errorf("likeness %v of three of four and three of four words", l)
	}
}

// Beside a shared word two spots are more alike than far from it.
func TestContextIsNear(t *testing.T) {
	a := pagetest.Read(t, "# Notice\n\nThe tunnel was closed and 14 divers came, while the market on the quay stayed open.\n")
	x := NewIndex([]*page.Page{a})
	p := x.Passages[1]
	q := pagetest.Read(t, "# Notice\n\nAt the tunnel 41 waited.\n")
	other := x.PassagesOf(q)[1]
	here := x.Context(Spot{other, 3, 4}, Spot{p, 5, 6})
	far := x.Context(Spot{other, 3, 4}, Spot{p, 14, 15})
	if here <= far || far <= 0 {
		t.Errorf("near %v, far %v", here, far)
	}
}
