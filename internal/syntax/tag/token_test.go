package tag_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// words returns the tokens of a sentence with strokes between.
func words(s string) string {
	var out []string
	for _, t := range tag.Split(nil, s, text.Span{End: len(s)}) {
		out = append(out, t.In(s))
	}
	return strings.Join(out, "|")
}

func TestSplit(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"The mayor left.", "The|mayor|left|."},
		{"The mayor's car isn't the aunts'.", "The|mayor|'s|car|is|n't|the|aunts|'|."},
		{"We’ll see what they’d say; it’s late.", "We|’ll|see|what|they|’d|say|;|it|’s|late|."},
		{"They can’t, won't and cannot pay.", "They|ca|n’t|,|wo|n't|and|can|not|pay|."},
		{"I'm told we've lost.", "I|'m|told|we|'ve|lost|."},
		{"The U.S. and the U.K. agreed in the U.S.", "The|U.S.|and|the|U.K.|agreed|in|the|U.S."},
		{"Dr. Ruiz met Mr. Ode on Jan. 5 at No. 10.", "Dr.|Ruiz|met|Mr.|Ode|on|Jan.|5|at|No.|10|."},
		{"There is no. Nothing.", "There|is|no|.|Nothing|."},
		{"J. Marsh arrived at 9:30 a.m. and left at 5 p.m.", "J.|Marsh|arrived|at|9:30|a.m.|and|left|at|5|p.m."},
		{"It fell 3.5% to $1,200.50 on the 12th.", "It|fell|3.5|%|to|$|1,200.50|on|the|12th|."},
		{"Lists of 1,2 and 12,345,678 items", "Lists|of|1|,|2|and|12,345,678|items"},
		{"A long-term plan, re-elected in mid-May", "A|long|-|term|plan|,|re-elected|in|mid-May"},
		{"“Stop!” he said — twice -- and left…", "“|Stop|!|”|he|said|—|twice|--|and|left|…"},
		{"O'Reilly and D’Souza of AT&T", "O'Reilly|and|D’Souza|of|AT&T"},
		{"On 9/11 at http://example.org/a-b, ok@example.org.", "On|9/11|at|http://example.org/a-b|,|ok@example.org|."},
		{"The end.Then what", "The|end|.|Then|what"},
		{"Wait... 'No,' she said.", "Wait|...|'|No|,|'|she|said|."},
		{"A U.S.-led force", "A|U.S.|-|led|force"},
		{"Prices:\u00a0£5–£6", "Prices|:|£|5|–|£|6"},
		{"Zürich’s Café naïve", "Zürich|’s|Café|naïve"},
		{"the 1990s and '98", "the|1990s|and|'|98"},
		{"1. Buy", "1.|Buy"},
		{"", ""},
		{" \t\n", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, words(tt.sentence)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.sentence, diff)
		}
	}
}

// A sentence is cut alike wherever it stands.
func TestSplitInside(t *testing.T) {
	const before, sentence = "He left. ", "They can't stay in the U.S. now."
	src := before + sentence + " And so on."
	var got []string
	for _, tok := range tag.Split(nil, src, text.Span{Start: len(before), End: len(before) + len(sentence)}) {
		got = append(got, tok.In(src))
	}
	if diff := cmp.Diff(words(sentence), strings.Join(got, "|")); diff != "" {
		t.Errorf("(-alone +inside):\n%s", diff)
	}
}

func TestShape(t *testing.T) {
	const src = "Élan U.S. McRae 12th re-elect it's —"
	want := []tag.Shape{
		tag.Capital | tag.Small | tag.Letters | tag.Foreign,
		tag.Capital | tag.Capitals | tag.Letters | tag.Dotted,
		tag.Capital | tag.Capitals | tag.Small | tag.Letters,
		tag.Digits | tag.Letters | tag.Small,
		tag.Letters | tag.Small | tag.Hyphened,
		tag.Letters | tag.Small,
		tag.Letters | tag.Small | tag.Clitic | tag.Joined,
		tag.Mark | tag.Foreign,
	}
	for i, tok := range tag.Split(nil, src, text.Span{End: len(src)}) {
		if tok.Shape != want[i] {
			t.Errorf("%s: shape %b, want %b", tok.In(src), tok.Shape, want[i])
		}
	}
}

func TestIDOf(t *testing.T) {
	for _, pair := range [][2]string{{"Minister", "minister"}, {"ÉLAN", "élan"}, {"it’s", "IT'S"}} {
		if tag.IDOf(pair[0]) != tag.IDOf(pair[1]) {
			t.Errorf("%s and %s have different IDs", pair[0], pair[1])
		}
	}
	if tag.IDOf("form") == tag.IDOf("from") {
		t.Error("form and from have one ID")
	}
}

// What Split makes of a word and what TokenAt makes of its span are one, so
// that training sees what tagging sees.
func TestTokenAtAgrees(t *testing.T) {
	for _, src := range append(copyText, "Can't cannot we’ll Élan's “no” U.S. 5’s") {
		tokens := tag.Split(nil, src, text.Span{End: len(src)})
		for i, tok := range tokens {
			joined := i > 0 && tokens[i-1].End == tok.Start
			if got := tag.TokenAt(src, tok.Span, joined); got != tok {
				t.Errorf("%s: TokenAt gives %+v, Split %+v", tok.In(src), got, tok)
			}
		}
	}
}

// Spans are ordered, inside, not empty, without blanks at the ends, and on the
// bounds of characters.
func FuzzSplit(f *testing.F) {
	for _, s := range copyText {
		f.Add(s, 0, len(s))
	}
	f.Add("ca’", 0, 5)
	f.Add("n't’s'’", 1, 4)
	f.Add("http://\xff", 0, 8)
	f.Add("gİmme cannot\u200b.", 0, 17)
	f.Fuzz(func(t *testing.T, src string, start, end int) {
		if start < 0 || end > len(src) || start > end {
			return
		}
		if !utf8.ValidString(src[start:end]) || !utf8.ValidString(src) {
			tag.Split(nil, src, text.Span{Start: start, End: end})
			return
		}
		last := start
		var covered int
		for _, tok := range tag.Split(nil, src, text.Span{Start: start, End: end}) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > end {
				t.Fatalf("token %v behind %d in [%d, %d)", tok.Span, last, start, end)
			}
			if word := tok.In(src); !utf8.ValidString(word) {
				t.Fatalf("token %q cuts a character", word)
			}
			for _, r := range src[last:tok.Start] {
				if !unicode.IsSpace(r) && r > ' ' && r != 0x7f && r != '\u200b' && r != '\ufeff' {
					t.Fatalf("%q is in no token", r)
				}
			}
			last = tok.End
			covered += tok.Len()
		}
	})
}
