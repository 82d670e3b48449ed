package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/report"
)

// Absolute prints the articles as they stand, each relative time of the story
// followed by its date in square brackets. Nothing follows a time that is
// complete in itself, open or known only to within several answers, a length
// or a recurring time, or "now". Several articles are each headed by a line
// "==> name <==".
func (t *Text) Absolute(d report.DatedSeq) error {
	first := true
	for doc := range d.All {
		if d.Len > 1 {
			if !first {
				t.printf("\n")
			}
			t.printf("%s\n", t.bold("==> "+Named(doc.Name, doc.File)+" <=="))
		}
		first = false
		t.absolute(doc)
		if err := t.flush(); err != nil {
			return err
		}
	}
	return nil
}

func (t *Text) absolute(doc *report.DatedDocument) {
	at := 0
	for i := range doc.Times {
		x := &doc.Times[i]
		date := inCopy(x.From, x.To)
		if date == "" || !dateHelps(x) || x.End < at || x.End > len(doc.Text) {
			continue
		}
		limit := len(doc.Text)
		if i+1 < len(doc.Times) {
			limit = min(limit, doc.Times[i+1].Start)
		}
		end := wordEnd(doc.Text, x.End, limit)
		t.w.WriteString(doc.Text[at:end])
		at = end
		if added := " [" + date + "]"; !strings.HasPrefix(doc.Text[end:], added) {
			t.w.WriteString(t.bold(added))
		}
	}
	t.w.WriteString(doc.Text[at:])
	if !strings.HasSuffix(doc.Text, "\n") {
		t.printf("\n")
	}
}

// dateHelps reports whether a time says less than its date: its words count
// from the publication date or from an earlier time, and to one answer.
func dateHelps(x *report.Time) bool {
	switch x.Zone {
	case "headline", "deck", "dateline", "body":
	default:
		return false
	}
	return x.Sure && (x.Type == "DATE" || x.Type == "TIME") && x.Value != "PRESENT_REF" && (x.Anchor == "publication" || x.Anchor == "previous")
}

// wordEnd returns the end of the word that src[:end] ends in: behind a
// possessive ’s and what a hyphen joins to it, as in "Friday-evening". It does
// not reach past limit, where the next time begins.
func wordEnd(src string, end, limit int) int {
	at := end
	for at < limit {
		rest := src[at:limit]
		r, size := utf8.DecodeRuneInString(rest)
		next, _ := utf8.DecodeRuneInString(rest[size:])
		joins := r == '-' || r == '\u2011' || r == '\'' || r == '’'
		if !inWord(r) && !(joins && inWord(next) && size < len(rest)) {
			break
		}
		at += size
	}
	return at
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// PublicationNotes returns a line for each document whose publication date is
// inferred, or not known well enough to count from.
func PublicationNotes(d report.DatedSeq) []string {
	var out []string
	for doc := range d.All {
		p := &doc.Published
		name := Named(doc.Name, doc.File)
		switch {
		case !doc.Anchored && p.From == nil && p.To == nil:
			out = append(out, fmt.Sprintf("%s: publication date not known, so nothing is counted from it: %s", name, clean(p.Explanation)))
		case !doc.Anchored:
			out = append(out, fmt.Sprintf("%s: publication date inferred as %s, too wide to count from: %s", name, inWords(p.From, p.To), clean(p.Explanation)))
		case p.Source == "inferred" || p.Source == "linked":
			out = append(out, fmt.Sprintf("%s: publication date inferred as %s: %s", name, inWords(p.From, p.To), clean(p.Explanation)))
		}
	}
	return out
}
