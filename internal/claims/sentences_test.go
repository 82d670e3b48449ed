package claims_test

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"factcheck/internal/claims"
	"factcheck/internal/claims/figures"
)

//go:embed testdata/sentences.txt
var sentences string

//go:embed testdata/genres.txt
var genres string

// How many sentences of the tables are read as they say. They may rise.
const (
	known       = 99
	knownGenres = 46
)

// TestSentences reads tables of sentences that were written before the reader was
// run on them, by kinds: a sentence is right if all its claims are. With -v it
// lists what is wrong.
func TestSentences(t *testing.T) {
	readTable(t, sentences, known)
}

func TestGenres(t *testing.T) { readTable(t, genres, knownGenres) }

func readTable(t *testing.T, table string, known int) {
	t.Helper()
	all, right := 0, 0
	var sentence string
	var want []string
	judge := func() {
		if sentence == "" {
			return
		}
		all++
		if wrong := misread(t, sentence, want); len(wrong) == 0 {
			right++
		} else {
			t.Logf("%s\n\t%s", sentence, strings.Join(wrong, "\n\t"))
		}
	}
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "\t"):
			want = append(want, strings.TrimSpace(line))
		default:
			judge()
			sentence, want = line, nil
		}
	}
	judge()
	t.Logf("%d of %d sentences right", right, all)
	if right < known {
		t.Errorf("%d of %d sentences are read as the table says, want at least %d", right, all, known)
	}
}

// misread returns the claims that the table has of a sentence and the reader
// has not, each beside what it has of the same word.
func misread(t *testing.T, sentence string, want []string) []string {
	t.Helper()
	var out []string
	got := slices.Clone(claims.Of(read(t, sentence)))
	for _, line := range want {
		parts := strings.Split(line, " | ")
		k := slices.IndexFunc(got, func(c *claims.Claim) bool { return fits(parts[0], c) })
		switch {
		case k < 0:
			out = append(out, "want "+line+"\n\t got  none")
		case !agrees(parts, got[k]):
			out = append(out, "want "+line+"\n\t got  "+summary(got[k]))
		}
		if k >= 0 {
			got = slices.Delete(got, k, k+1)
		}
	}
	return out
}

// fits reports whether c is of the word that a line of the table begins with.
func fits(word string, c *claims.Claim) bool {
	word = strings.TrimPrefix(word, "not ")
	return c.Lemma == word || strings.ToLower(c.Trigger.In(c.Page.Article.Flow())) == word
}

// agrees reports whether c is what the parts of a line of the table say.
func agrees(parts []string, c *claims.Claim) bool {
	var strict, loose []string
	for _, p := range parts[1:] {
		first, rest, _ := strings.Cut(p, " ")
		switch {
		case first == "by" && !c.Noun && c.Source != nil, first == "S", first == "O", p[0] == '@', rest == "":
			strict = append(strict, p)
		default:
			loose = append(loose, p)
		}
	}
	got := strings.Split(summary(c), " | ")
	for _, p := range loose {
		if !slices.Contains(got, p) {
			return false
		}
	}
	has := slices.DeleteFunc(got[1:], func(p string) bool {
		first, rest, _ := strings.Cut(p, " ")
		return !slices.Contains(strict, p) && !(first == "by" && c.Source != nil && !c.Noun || first == "S" || first == "O" || p[0] == '@' || rest == "")
	})
	return len(has) == len(strict) && !slices.ContainsFunc(strict, func(p string) bool { return !slices.Contains(has, p) }) &&
		strings.HasPrefix(parts[0], "not ") == c.Negated
}

// summary writes a claim as the table does.
func summary(c *claims.Claim) string {
	src := c.Page.Article.Flow()
	var b strings.Builder
	if c.Negated {
		b.WriteString("not ")
	}
	b.WriteString(c.Lemma)
	words := func(p *claims.Participant) string {
		s := p.Span.In(src)
		if p.Name != "" && !strings.Contains(s, p.Name) && !p.Pronoun && strings.Contains(src, p.Name) {
			if !strings.HasSuffix(p.Name, s) {
				return s + "=" + p.Name
			}
		}
		return s
	}
	for i := range c.Participants {
		p := &c.Participants[i]
		fmt.Fprintf(&b, " | %s %s", [...]string{"", "S", "O", strings.ReplaceAll(p.Preposition, "'", "’")}[p.Role], words(p))
	}
	if c.Time != nil {
		b.WriteString(" | @" + strings.TrimSpace(c.Bound+" "+c.Time.Text))
	}
	if c.Place != nil {
		b.WriteString(" | at " + c.Place.Name)
	}
	if c.Modality != claims.Actual {
		b.WriteString(" | " + string(c.Modality))
	}
	for _, f := range figures.Of(c) {
		switch f.Kind {
		case figures.Toll:
			fmt.Fprintf(&b, " | toll %s %v", f.Of, f.Value)
		case figures.Score, figures.Vote:
			fmt.Fprintf(&b, " | %s %v-%v", f.Kind, f.Value, f.Other)
		case figures.Ordinal, figures.Magnitude:
			fmt.Fprintf(&b, " | %s %v", f.Kind, f.Value)
		}
	}
	if s := c.Source; s != nil && len(s.Speaker) > 0 {
		b.WriteString(" | by " + s.Speaker[0].Span.In(src))
	}
	return b.String()
}
