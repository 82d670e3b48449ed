package text

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func abbreviation(w, next string) bool {
	if w == "Nov" {
		return next != "" && next[0] <= '9'
	}
	return slices.Contains([]string{"Mr", "Sept", "Maj.-Gen", "Gen", "St", "No"}, w)
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"One came. Two went.", []string{"One came.", "Two went."}},
		{"Mr. Price left on Sept. 17. It rained.", []string{"Mr. Price left on Sept. 17.", "It rained."}},
		{"It began on Nov. 17. It ended in Nov. The rest is known.", []string{"It began on Nov. 17.", "It ended in Nov.", "The rest is known."}},
		{"Maj.-Gen. Levi spoke. He sat.", []string{"Maj.-Gen. Levi spoke.", "He sat."}},
		{"“Why?” he asked. Nobody knew.", []string{"“Why?” he asked.", "Nobody knew."}},
		{"A headline\nA line of text.", []string{"A headline", "A line of text."}},
		{"General Smith and Levi\n\nflew to Oslo. They came back.", []string{"General Smith and Levi\n\nflew to Oslo.", "They came back."}},
		{"John F. Kennedy won. He spoke.", []string{"John F. Kennedy won.", "He spoke."}},
		{"  \n ", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range Sentences(tt.text, Span{0, len(tt.text)}, abbreviation) {
			got = append(got, s.In(tt.text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestLines(t *testing.T) {
	l := NewLines("é—x\r\ny")
	for _, tt := range []struct{ offset, line, column int }{
		{0, 1, 1}, {2, 1, 2}, {5, 1, 3}, {6, 1, 4}, {8, 2, 1}, {9, 2, 2}, {99, 2, 2}, {-1, 1, 1},
	} {
		p := l.Position(tt.offset)
		if p.Line != tt.line || p.Column != tt.column {
			t.Errorf("Position(%d) = %d:%d, want %d:%d", tt.offset, p.Line, p.Column, tt.line, tt.column)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("One. Two\n\nthree “four.” five Mr. X")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		end := 0
		for _, span := range Sentences(s, Span{0, len(s)}, abbreviation) {
			if span.Start < end || span.Len() <= 0 || span.End > len(s) || !utf8.RuneStart(s[span.Start]) {
				t.Fatalf("bad span %v after %d in %q", span, end, s)
			}
			end = span.End
		}
	})
}

func TestWords(t *testing.T) {
	src := "Israel’s Al-Alam, Shi’ite J. Smith and O'Brien's U.S. aide (2018)."
	want := []Word{
		{Text: "Israel", Capital: true, Possessive: true, Joined: true},
		{Text: "Al-Alam", Capital: true, Joined: true},
		{Text: "Shi’ite", Capital: true, Comma: true},
		{Text: "J", Capital: true, Joined: true},
		{Text: "Smith", Capital: true, Joined: true},
		{Text: "and", Joined: true},
		{Text: "O'Brien", Capital: true, Possessive: true, Joined: true},
		{Text: "U", Capital: true, Joined: true},
		{Text: "S", Capital: true, Joined: true},
		{Text: "aide", Joined: true},
		{Text: "2018"},
	}
	got := Words(nil, src, Span{0, len(src)})
	for i := range got {
		if got[i].Span.In(src) != got[i].Text {
			t.Errorf("%v is not the place of %q", got[i].Span, got[i].Text)
		}
		got[i].Span = Span{}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
