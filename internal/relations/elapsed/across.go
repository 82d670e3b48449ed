package elapsed

import (
	"slices"

	"factcheck/internal/lexicon/en"
	"factcheck/timeline"
)

// used reads “After 45 years in use the bridge is to close. It was opened in 1967”: a
// length that opens a sentence of now, before the one that says when it began.
func (r *elapsedReader) used(i int) bool {
	l := r.ps[i].length
	if i != 1 || !r.p(0).of(en.After) || l.unit < years || l.article || l.hyphen || !r.present(i+1) || r.timed() {
		return false
	}
	return r.foundedNext(i)
}

// taking reads “It took three years to build. Work had begun in 1887, and the lamp was
// lit in 1894”: what was taken, before the sentence that tells when it began and ended,
// or “after the last one left in 2009”, before the one that tells when it ended.
func (r *elapsedReader) taking(i int) bool {
	l := r.ps[i].length
	if i < 2 || !r.p(i-1).of(en.TookVerb) || !r.p(i+1).of(en.To) || l.unit < years || l.article {
		return false
	}
	n := r.neighbour(1)
	if n == nil || slices.ContainsFunc(n.ps, func(p chunk) bool { return p.kind == chunkLength }) {
		return false
	}
	dates := append(r.datesOf(l), n.datesOf(l)...)
	if len(dates) != 2 || dates[1].When.From.Day() <= dates[0].When.From.Day() {
		return false
	}
	return r.write(formLater, i, i, []lapseEnd{{-1, dates[0]}}, []lapseEnd{{-1, dates[1]}})
}

// datesOf returns the times of the sentence that say by themselves when they are.
func (r *elapsedReader) datesOf(l length) []*timeline.Time {
	var out []*timeline.Time
	for k := range r.ps {
		if p := &r.ps[k]; p.dated(l) {
			out = append(out, p.time)
		}
	}
	return out
}

// clockLater reads “began at 10.15am, and two hours later, at 12.15”, “began at noon and
// ended at 6pm, six hours later”: a length between two clock times of the sentence.
func (r *elapsedReader) clockLater(i int) bool {
	l := r.ps[i].length
	if l.unit != hours && l.unit != minutes || l.article || !r.p(i+1).of(en.LaterAdverb) {
		return false
	}
	a, b, ok := r.twoClocks()
	if !ok || a > i || b > i && !r.leads(i+2, b) || b < i && !r.leads(b+1, i) {
		return false
	}
	from, to := r.endAt(a), r.endAt(b)
	c, ok := r.clockLength(l, from.time, to.time)
	if ok {
		r.all.lapses = append(r.all.lapses, r.lapse(formSpan, i, i+1, l, c, from, to))
	}
	return ok
}

// twoClocks returns the chunks of the only two times of the sentence, both of a clock.
func (r *elapsedReader) twoClocks() (a, b int, ok bool) {
	var at []int
	for k := range r.ps {
		if p := &r.ps[k]; p.kind == chunkTime {
			if _, clock := p.time.Clock(); !clock {
				return 0, 0, false
			}
			at = append(at, k)
		}
	}
	if len(at) != 2 {
		return 0, 0, false
	}
	return at[0], at[1], true
}

// timed reports whether the sentence has a time of the calendar.
func (r *elapsedReader) timed() bool {
	return slices.ContainsFunc(r.ps, func(p chunk) bool { return p.kind == chunkTime })
}

// leads reports whether nothing but signs and light words stands among chunks [from, to).
func (r *elapsedReader) leads(from, to int) bool {
	for k := from; k < to; k++ {
		if !r.p(k).parts() && !r.p(k).of(en.LightWord) {
			return false
		}
	}
	return true
}
