package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// Times inside a quotation count from the day it was spoken: “we vote
// tomorrow,” she said on Tuesday, in a piece of Thursday, is Wednesday. The day
// is that of a verb of saying in the sentence in which the quotation begins or
// ends.

// A Quotation is what stands between two quotation marks.
type Quotation struct {
	// Span begins at the opening mark and ends before the closing one, or with
	// its paragraph where it has none.
	Span text.Span
	// Words is Span without the mark and the blanks at its ends.
	Words text.Span
	// Continues tells that it has no closing mark because the next paragraph
	// opens with a mark again and goes on.
	Continues bool
}

// Quotations returns what stands between quotation marks in headline, deck,
// body and captions, in order. Single marks are not read: they are apostrophes
// too; inside double ones they stay. A quotation that its paragraph does not
// close counts only if the next paragraph opens with a mark.
func (d *Document) Quotations() []Quotation {
	var out []Quotation
	src := d.Article.Flow()
	for _, z := range d.Article.Zones {
		switch z.Kind {
		case article.Headline, article.Deck, article.Body, article.Caption:
			out = appendQuotations(out, src, z.Span)
		}
	}
	return out
}

func appendQuotations(out []Quotation, src string, zone text.Span) []Quotation {
	open, words := -1, -1
	for i := zone.Start; i < zone.End; {
		if !mayQuote(src[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(src[i:zone.End])
		mark := i
		i += size
		if r == '`' || r == '\'' {
			for i < zone.End && src[i] == byte(r) {
				i++
			}
		}
		switch {
		case r == '\n':
			if open >= 0 && i < zone.End && src[i] == '\n' {
				if opensAgain(src[i:]) {
					out = append(out, Quotation{Span: text.Span{Start: open, End: mark}, Words: trimmed(src, words, mark), Continues: true})
				}
				open = -1
			}
		case (r == '`' || r == '\'') && i == mark+1, r == '"' && open < 0 && !canOpen(src[zone.Start:mark]):
		case r == '“' || r == '«' || r == '`' || r == '"' && open < 0:
			open, words = mark, i
		case open >= 0 && (r == '"' || r == '”' || r == '»' || r == '\''):
			out = append(out, Quotation{Span: text.Span{Start: open, End: mark}, Words: trimmed(src, words, mark)})
			open = -1
		}
	}
	if open >= 0 && opensAgain(src[zone.End:]) {
		out = append(out, Quotation{Span: text.Span{Start: open, End: zone.End}, Words: trimmed(src, words, zone.End), Continues: true})
	}
	return out
}

// canOpen reports whether a straight mark behind s can open a quotation: nothing
// but a blank, a bracket or a dash stands right before it.
func canOpen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || unicode.IsSpace(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".,;!?%)]", r)
}

// opensAgain reports whether the first sign of s, but for blanks, opens a
// quotation.
func opensAgain(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "``") || strings.HasPrefix(s, "«")
}

// trimmed returns the span from start to end without the blanks at its ends.
func trimmed(src string, start, end int) text.Span {
	s := src[start:end]
	left := len(s) - len(strings.TrimLeft(s, " \t\r\n\u00a0"))
	s = strings.TrimRight(s[left:], " \t\r\n\u00a0")
	return text.Span{Start: start + left, End: start + left + len(s)}
}

// mayQuote reports whether a quotation mark or a line end can begin with b.
func mayQuote(b byte) bool {
	return b == '"' || b == '\n' || b == '\'' || b == '`' || b == "“"[0] || b == "«"[0]
}

// speeches maps the readings inside a quotation to the reading that tells on
// which day it was spoken.
func (d *Document) speeches() map[int]int {
	if !d.speaks() {
		return nil
	}
	spoken := map[int]int{} // by sentence: the day of a verb of saying
	var quoted []int
	quotes := d.Quotations()
	q := 0
	for i := range d.readings {
		r := &d.readings[i]
		for q < len(quotes) && quotes[q].Span.End <= r.Span.Start {
			q++
		}
		switch {
		case r.sentence < 0 || r.zone != article.Body:
		case q < len(quotes) && quotes[q].Span.Start < r.Span.Start:
			if r.Relative && !r.Discourse && (r.op == opShift || r.op == opWeekday) {
				quoted = append(quoted, i, q)
			}
		case r.said:
			if _, ok := spoken[r.sentence]; !ok {
				spoken[r.sentence] = i
			}
		}
	}
	out := map[int]int{}
	for k := 0; k < len(quoted); k += 2 {
		i, q := quoted[k], quotes[quoted[k+1]].Span
		for _, at := range [...]int{q.End, q.Start} {
			if day, ok := spoken[d.SentenceAt(at)]; ok {
				out[i] = day
				break
			}
		}
	}
	return out
}

// speaks reports whether any reading tells when something was said.
func (d *Document) speaks() bool {
	for i := range d.readings {
		if d.readings[i].said {
			return true
		}
	}
	return false
}

// SentenceAt returns the index of the sentence that holds the byte at, -1 for none.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Span.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Span.Start <= at {
		return lo
	}
	return -1
}

// fromSpeech counts t from the day on which the words round it were spoken. It
// does nothing where that day is not known.
func (d *Document) fromSpeech(t *Time, day *placed) bool {
	if len(d.Published.days) == 0 {
		return false
	}
	when, _, sure := day.over(d.Published.days, d.opt)
	if !day.Relative {
		when, _ = day.on(0, d.opt)
	}
	at, ok := when.Single()
	if !ok || !sure {
		return false
	}
	t.Anchor, t.AnchorAt, t.Previous = AnchorQuote, when, day.Span.In(d.Article.Flow())
	t.AnchorSpan = day.Span
	t.When, t.Value = t.on(at, d.opt)
	return true
}
