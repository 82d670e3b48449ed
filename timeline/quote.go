package timeline

import (
	"strings"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// Times inside a quotation count from the day it was spoken: “we vote
// tomorrow,” she said on Tuesday, in a piece of Thursday, is Wednesday. The day
// is that of a verb of saying in the sentence in which the quotation begins or
// ends.

// quotations returns the spans between quotation marks of the body, in order.
// A paragraph ends a quotation that is still open. Single marks are not read:
// they are apostrophes too.
func (d *Document) quotations() []text.Span {
	var out []text.Span
	src := d.Article.Flow()
	for _, z := range d.Article.Zones {
		if z.Kind == article.Body {
			out = appendQuotations(out, src, z.Span)
		}
	}
	return out
}

func appendQuotations(out []text.Span, src string, zone text.Span) []text.Span {
	open := -1
	for i := zone.Start; i < zone.End; {
		next := strings.IndexAny(src[i:zone.End], quoteMarks)
		if next < 0 {
			break
		}
		i += next
		r, size := utf8.DecodeRuneInString(src[i:zone.End])
		switch {
		case r == '\n':
			if i+1 < zone.End && src[i+1] == '\n' {
				open = -1
			}
		case (r == '`' || r == '\'') && (i+1 >= zone.End || src[i+1] != src[i]):
		case r == '“' || r == '«' || r == '`' || r == '"' && open < 0:
			open = i
		case open >= 0:
			out = append(out, text.Span{Start: open, End: i})
			open = -1
		}
		i += size
		if r == '`' || r == '\'' {
			for i < zone.End && src[i] == byte(r) {
				i++
			}
		}
	}
	return out
}

const quoteMarks = "\"“”«»`'\n"

// speeches maps the readings inside a quotation to the reading that tells on
// which day it was spoken.
func (d *Document) speeches() map[int]int {
	if !d.speaks() {
		return nil
	}
	spoken := map[int]int{} // by sentence: the day of a verb of saying
	var quoted []int
	quotes := d.quotations()
	q := 0
	for i := range d.readings {
		r := &d.readings[i]
		for q < len(quotes) && quotes[q].End <= r.Span.Start {
			q++
		}
		switch {
		case r.sentence < 0 || r.zone != article.Body:
		case q < len(quotes) && quotes[q].Start < r.Span.Start:
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
		i, q := quoted[k], quotes[quoted[k+1]]
		for _, at := range [...]int{q.End, q.Start} {
			if day, ok := spoken[d.sentenceAt(at)]; ok {
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

// sentenceAt returns the sentence that holds the byte at, -1 for none.
func (d *Document) sentenceAt(at int) int {
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
	t.When, t.Value = t.on(at, d.opt)
	return true
}
