package elapsed

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// write writes a lapse from one of starts to one of ends: the first pair that
// the length fits, else the first that can be counted at all. It reports
// whether there is one.
func (r *elapsedReader) write(form string, i, last int, starts, ends []lapseEnd) bool {
	l := r.ps[i].length
	var best *fact.Lapse
	for _, s := range starts {
		for _, e := range ends {
			c, ok := r.counted(l.unit, s, e)
			if fits := ok && l.fits(c); fits || ok && best == nil {
				best = r.lapse(form, i, last, l, c, s, e)
				if fits {
					r.all.lapses = append(r.all.lapses, best)
					return true
				}
			}
		}
	}
	if best != nil {
		r.all.lapses = append(r.all.lapses, best)
	}
	return best != nil
}

// counted counts the units between two ends; ok is false if it cannot.
func (r *elapsedReader) counted(u unit, start, end lapseEnd) (c counting, ok bool) {
	a, b := r.stretch(start), r.stretch(end)
	if a == nil || b == nil || start.time == end.time {
		return c, false
	}
	c, ok = between(u, a, b)
	if u == days && (start.time == nil || end.time == nil) {
		c.least, c.most = c.least-1, c.most+1 // written the day before, printed the day after
	}
	c.backward = b.last < a.first
	return c, ok
}

// fits reports whether a length is one that c allows, as the rules have it.
func (l *length) fits(c counting) bool {
	low, high := c.least, c.most
	if l.approx && l.unit < decades {
		slack := math.Max(1, roundPart*l.n)
		low, high = low-slack, high+slack
	}
	switch {
	case c.backward:
		return false
	case numbers.AllowsMore(l.bound):
		return l.n <= high
	case numbers.AllowsLess(l.bound):
		return l.n >= low
	}
	return low <= l.n && l.n <= high
}

// maxPassage is how many bytes a passage may have that shows the length and its
// dates together.
const maxPassage = 160

// lapse makes the fact of the length at chunks [i, last] with its two ends.
func (r *elapsedReader) lapse(form string, i, last int, l length, c counting, start, end lapseEnd) *fact.Lapse {
	span := r.span(i, last)
	if l.count[0] < r.ps[i].from { // an ordinal
		span.Start = r.Toks[l.count[0]].Span.Start
	}
	for _, e := range [2]lapseEnd{start, end} {
		if e.i < 0 {
			continue
		}
		if s := r.span(e.i, e.i); max(s.End, span.End)-min(s.Start, span.Start) <= maxPassage {
			span = text.Span{Start: min(s.Start, span.Start), End: max(s.End, span.End)}
		}
	}
	span = r.closed(span)
	f := &fact.Lapse{
		At: r.D.PlaceOf(span), Zone: r.Zone, Form: form, Length: l.n, Unit: unitNames[l.unit], Approx: l.approx, Bound: l.bound,
		Start: r.intervalOf(start), End: r.intervalOf(end), StartAt: r.placeOf(start), EndAt: r.placeOf(end),
		Least: c.least, Most: c.most, Counted: c.words, Backward: c.backward,
	}
	f.Text = f.At.Text
	f.Fixes = r.lapseFixes(f, l, c, span)
	return f
}

// closed takes the bracket that closes what s opens into it.
func (r *elapsedReader) closed(s text.Span) text.Span {
	open := strings.LastIndexByte(s.In(r.Src), '(')
	if open >= 0 && strings.IndexByte(s.In(r.Src)[open:], ')') < 0 && strings.HasPrefix(r.Src[s.End:], ")") {
		s.End++
	}
	return s
}

// usual returns what a text would most likely call the length.
func (c *counting) usual(form string, u unit) int {
	if form == formSpan && u == days || form != formSpan && u != weeks && u < decades {
		return int(math.Floor(c.most))
	}
	return int(math.Ceil((c.least+c.most)/2 - 0.5))
}

func (r *elapsedReader) intervalOf(e lapseEnd) *fact.Interval {
	if e.time == nil {
		return page.Interval(r.D.Published.When, "")
	}
	return page.Interval(e.time.When, e.time.Grain.String())
}

func (r *elapsedReader) placeOf(e lapseEnd) fact.Place {
	if e.time == nil {
		return fact.Place{}
	}
	return r.D.PlaceOf(e.time.Span)
}

// lapseFixes offers the right number, and names the other way out.
func (r *elapsedReader) lapseFixes(f *fact.Lapse, l length, c counting, span text.Span) []fact.Fix {
	out := []fact.Fix{}
	if c.backward {
		return []fact.Fix{{Message: "correct one of the two dates"}}
	}
	n := c.usual(f.Form, l.unit)
	if one := l.n == 1 && !l.hyphen || n == 1; n > 0 && !one && l.count[1] > l.count[0] {
		at := text.Span{Start: r.Toks[l.count[0]].Span.Start, End: r.Toks[l.count[1]-1].Span.End}
		if word := r.numberLike(at.In(r.Src), n, l.figure); word != "" && span.Start <= at.Start && at.End <= span.End {
			out = append(out, fact.Fix{
				Message:     "write " + word,
				Replacement: r.Src[span.Start:at.Start] + word + r.Src[at.End:span.End],
			})
		}
	}
	return append(out, fact.Fix{Message: "or correct the date"})
}

// numberLike writes n as old is written: in figures or words, as a cardinal or
// an ordinal.
func (r *elapsedReader) numberLike(old string, n int, figure bool) string {
	ordinal := len(old) > 2 && figure && en.Is(old[len(old)-2:], en.OrdinalEnding)
	switch {
	case ordinal:
		return strconv.Itoa(n) + suffixOf(n)
	case figure:
		return strconv.Itoa(n)
	}
	word := lexicon.CardinalWord(n)
	if word == "" {
		return ""
	}
	if old[0] >= 'A' && old[0] <= 'Z' {
		word = string(word[0]-'a'+'A') + word[1:]
	}
	return word
}

func suffixOf(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
