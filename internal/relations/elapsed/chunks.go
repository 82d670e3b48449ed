package elapsed

import (
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A chunkKind says what a chunk of a sentence is.
type chunkKind uint8

const (
	chunkWord    chunkKind = 1 << iota
	chunkMark              // a sign
	chunkFigure            // a number without a unit of time
	chunkTime              // a time expression that lies on the calendar
	chunkLength            // "three years", "10-day"
	chunkAge               // "45-year-old", "45 years old"
	chunkOrdinal           // "10th", "tenth"
)

// A chunk is a word, a sign, a time or a length of time in a sentence, as
// tokens [from, to).
type chunk struct {
	kind     chunkKind
	from, to int
	lower    string  // of a word or a sign
	classes  *en.Set // of a word or a sign; nil of what is none
	word     lexicon.SpanWord
	time     *timeline.Time
	length   length
	n        float64 // of a figure, an age or an ordinal
}

// of reports whether the chunk is a word or a sign of one of the classes.
func (p *chunk) of(classes ...en.Class) bool { return p.classes != nil && p.classes.HasAny(classes...) }

// meets is of for a set of classes.
func (p *chunk) meets(set *en.Set) bool { return p.classes != nil && p.classes.Meets(set) }

// in reports whether a word is counted or counts, see lexicon.SpanWord.
func (p *chunk) in(c lexicon.SpanClass) bool { return p.word.Class&c != 0 }

// is reports whether the chunk is of one of the kinds; no chunk at all is of none.
func (p *chunk) is(kinds chunkKind) bool { return p.kind&kinds != 0 }

// open reports whether the chunk is a word of an open class.
func (p *chunk) open() bool { return p.kind == chunkWord && !lexicon.ClosedWord(p.lower) }

// closing reports whether the chunk is a sign or behind the sentence.
func (p *chunk) closing() bool { return p.kind == 0 || p.kind == chunkMark }

// unclassed reports whether nothing is known of a word that makes it other than a name.
func (p *chunk) unclassed() bool { return p.open() && p.word.Class == 0 && !p.meets(&spanWords) }

// spanWords are the classes of words about lengths of time.
var spanWords = en.SetOf(en.Begins, en.Ends, en.Founds, en.Moves, en.Marks, en.Lasts, en.LengthFiller, en.LightWord, en.ClauseWord, en.SaysSo)

func (p *chunk) isDash() bool { return p.kind == chunkMark && p.of(en.Hyphen, en.Dash) }

// parts reports whether a chunk is a sign that parts a remark from what it
// explains: a comma, a bracket, a dash.
func (p *chunk) parts() bool { return p.isDash() || p.of(en.Comma, en.Bracket, en.BracketEnd) }

// opensClause reports whether a word begins another clause, or says who said the last.
func (p *chunk) opensClause() bool { return p.of(en.ClauseWord, en.SaysSo) }

// dated reports whether a chunk is a time that says by itself when it is, see fixed.
func (p *chunk) dated(l length) bool { return p.kind == chunkTime && fixed(p.time, l) }

// split cuts the sentence into chunks.
func (r *elapsedReader) split() {
	r.ps = r.ps[:0]
	next := 0
	for k := 0; k < len(r.Toks); {
		p := chunk{from: k, to: k + 1}
		start := r.Toks[k].Span.Start
		for next < len(r.Times) && r.Times[next].Span.End <= start {
			next++
		}
		switch {
		case r.lengthAt(k, &p):
		case next < len(r.Times) && r.Times[next].Span.Start == start && onCalendar(r.Times[next]) && !r.measured(k, r.Times[next]):
			p.kind, p.time = chunkTime, r.Times[next]
			for p.to < len(r.Toks) && r.Toks[p.to].Span.Start < p.time.Span.End {
				p.to++
			}
		default:
			r.plain(k, &p)
		}
		r.ps = append(r.ps, p)
		k = p.to
	}
}

// measured reports whether the words of t, from token k on, state a length
// behind a first word: “more than ten years ago”.
func (r *elapsedReader) measured(k int, t *timeline.Time) bool {
	var p chunk
	for k++; k < len(r.Toks) && r.Toks[k].Span.Start < t.Span.End; k++ {
		if r.lengthAt(k, &p) {
			return true
		}
	}
	return false
}

// onCalendar reports whether t is a time that is known: neither a length nor
// something that recurs, nor a day that does not exist, nor “now”.
func onCalendar(t *timeline.Time) bool {
	return (t.Type == timeline.DATE || t.Type == timeline.TIME) && t.Problem == "" && t.When.Closed() && t.Value != "PRESENT_REF"
}

// plain reads a word, a sign, a figure or an ordinal at token k.
func (r *elapsedReader) plain(k int, p *chunk) {
	t := &r.Toks[k]
	p.lower = t.Lower
	switch t.Kind {
	case page.TokenMark:
		p.kind, p.classes = chunkMark, t.Classes()
	case page.TokenFigure:
		p.kind, p.n = chunkFigure, t.Value
		if next := r.Tok(k + 1); next.Glued && next.Of(en.OrdinalEnding) {
			p.kind, p.to = chunkOrdinal, k+2
		}
		if !t.Valid || !t.Plain {
			p.n = -1
		}
	default:
		p.kind, p.classes, p.word = chunkWord, t.Classes(), lexicon.SpanWordOf(t.Lower)
		r.spelled(k, p)
	}
}

// spelled reads an ordinal or a number in words at token k: "tenth",
// "twenty-fifth", "sixty-two".
func (r *elapsedReader) spelled(k int, p *chunk) {
	if p.in(lexicon.SpanOrdinal) {
		p.kind, p.n = chunkOrdinal, float64(p.word.Value)
		return
	}
	n, ok := lexicon.NumeralOf(p.lower)
	if !ok || n.Kind != lexicon.NumeralUnit && n.Kind != lexicon.NumeralTen {
		return
	}
	p.kind, p.n = chunkFigure, n.Value
	if n.Kind != lexicon.NumeralTen || !r.Hyphen(k+1) {
		return
	}
	tail := r.Tok(k + 2).Lower
	if more := lexicon.SpanWordOf(tail); more.Class&lexicon.SpanOrdinal != 0 && more.Value < 10 {
		p.kind, p.n, p.to = chunkOrdinal, n.Value+float64(more.Value), k+3
	} else if unit, ok := lexicon.NumeralOf(tail); ok && unit.Kind == lexicon.NumeralUnit && unit.Value < 10 {
		p.n, p.to = n.Value+unit.Value, k+3
	}
}

var noChunk chunk

// p returns chunk i, a blank one outside the sentence.
func (r *elapsedReader) p(i int) *chunk {
	if i < 0 || i >= len(r.ps) {
		return &noChunk
	}
	return &r.ps[i]
}

// span returns where chunks [from, to] stand, both included.
func (r *elapsedReader) span(from, to int) text.Span {
	return text.Span{Start: r.Toks[r.ps[from].from].Span.Start, End: r.Toks[r.ps[to].to-1].Span.End}
}

// any reports whether one of the chunks [from, to) is of one of the classes.
func (r *elapsedReader) any(from, to int, classes ...en.Class) bool {
	for k := max(0, from); k < min(to, len(r.ps)); k++ {
		if r.ps[k].of(classes...) {
			return true
		}
	}
	return false
}

// has is any for the whole sentence.
func (r *elapsedReader) has(classes ...en.Class) bool { return r.any(0, len(r.ps), classes...) }

// phrase reports whether the chunks from k on are of these classes, one each.
func (r *elapsedReader) phrase(k int, classes ...en.Class) bool {
	for i, c := range classes {
		if !r.p(k + i).of(c) {
			return false
		}
	}
	return true
}

// A verdict says what a walk makes of a chunk.
type verdict uint8

const (
	pass verdict = iota
	hit
	bar
)

// walk goes over at most reach chunks from chunk k on, backwards where step is -1, and
// returns the first that look calls a hit; -1 where a bar or the end of the sentence
// comes before.
func (r *elapsedReader) walk(k, step, reach int, look func(k int, p *chunk) verdict) int {
	for ; reach > 0 && k >= 0 && k < len(r.ps); k, reach = k+step, reach-1 {
		switch look(k, &r.ps[k]) {
		case hit:
			return k
		case bar:
			return -1
		}
	}
	return -1
}

// timesAround returns the times around chunks [from, to], the nearest first, and of two as
// near the one behind.
func (r *elapsedReader) timesAround(from, to int) []int {
	r.around = r.around[:0]
	for step := 1; step < len(r.ps); step++ {
		for _, k := range [2]int{to + step, from - step} {
			if r.p(k).kind == chunkTime {
				r.around = append(r.around, k)
			}
		}
	}
	return r.around
}
