package checker

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A pieceKind says what a piece of a sentence is.
type pieceKind uint8

const (
	pieceWord    pieceKind = iota + 1
	pieceMark              // a sign
	pieceFigure            // a number without a unit of time
	pieceTime              // a time expression that lies on the calendar
	pieceLength            // "three years", "10-day"
	pieceAge               // "45-year-old", "45 years old"
	pieceOrdinal           // "10th", "tenth"
)

// A piece is a word, a sign, a time or a length of time in a sentence, as
// tokens [from, to).
type piece struct {
	kind     pieceKind
	from, to int
	lower    string // of a word or a sign
	word     lexicon.SpanWord
	time     *timeline.Time
	length   length
	n        float64 // of a figure, an age or an ordinal
}

func (p *piece) is(word string) bool { return p.lower == word && p.kind != 0 }

func (p *piece) in(c lexicon.SpanClass) bool { return p.word.Class&c != 0 }

// An elapsedReader reads the ranges, lengths of time and ages of a document,
// sentence by sentence.
type elapsedReader struct {
	numberReader
	ps     []piece
	spans  []pieceRange // ranges of the sentence
	at     int          // index of the sentence
	before []*timeline.Time
	found  *timeline.Time // when what the sentence before speaks of began; nil if it does not say
	lives  map[string]life
	who    string // whom “he” means, in the next sentence; empty if not clear
	aging  []agePlace
	roles  map[[2]string]bool // person and title; nil until asked for
	here   life               // of whom the sentence speaks, by its own words
	births int                // how many births the sentence tells of
	owned  []int              // ages of the sentence that are said of somebody it speaks of, in aging

	one          bool // the sentence before tells of one person without a name
	hereBefore   life // what was here, births and owned in it
	birthsBefore int
	ownedBefore  []int
	all          elapsed
}

var pieceScratch scratch[piece]

// readElapsed reads the sentences that can hold what is looked for: those with
// a time expression or a word about ages.
func (d *document) readElapsed() *elapsed {
	r := elapsedReader{numberReader: numberReader{d: d, src: d.Article.Flow()}, lives: map[string]life{}}
	defer tokenScratch.lend(&r.toks)()
	defer pieceScratch.lend(&r.ps)()
	for i := range d.sentences {
		if s := &d.sentences[i]; inArticle(s.Zone) && s.Zone != article.Correction {
			r.sentence(i, s)
		}
	}
	r.joinAges()
	r.noteAgain()
	return &r.all
}

func (r *elapsedReader) sentence(i int, s *sentence) {
	r.at, r.times, r.names, r.zone = i, r.d.times[i], r.d.namesOf(i), s.Zone.String()
	aged := speaksOfAge(s.Span.In(r.src))
	if len(r.times) == 0 && !aged {
		r.one = false
		r.before, r.found = r.before[:0], nil
		r.follow(s)
		return
	}
	if r.toks = tokenize(r.toks[:0], r.src, s.Span); len(r.toks) > maxProse {
		r.before, r.found, r.who, r.one = r.before[:0], nil, "", false
		return
	}
	r.split()
	r.rangesOf()
	if len(r.times) > 0 {
		r.lapsesOf()
	}
	r.agesOf(s)
	r.joinHere()
	r.remember()
	r.follow(s)
}

// maxProse is how many tokens a sentence of prose has at most: what looks for a
// date may look through all of it.
const maxProse = 400

// speaksOfAge reports whether a sentence without a time can still say an age:
// it has a figure, or a word for it.
func speaksOfAge(s string) bool {
	return strings.ContainsAny(s, "0123456789") || strings.Contains(s, "-old") || strings.Contains(s, "aged") || strings.Contains(s, " age ")
}

// remember keeps the dates of the sentence for the one after it.
func (r *elapsedReader) remember() {
	r.before = r.before[:0]
	r.found = nil
	for i := range r.ps {
		if p := &r.ps[i]; p.kind == pieceTime && !p.time.BareWeekday() {
			r.before = append(r.before, p.time)
			if r.isFounding(i) {
				r.found = p.time
			}
		}
	}
}

// split cuts the sentence into pieces.
func (r *elapsedReader) split() {
	r.ps = r.ps[:0]
	next := 0
	for k := 0; k < len(r.toks); {
		p := piece{from: k, to: k + 1}
		start := r.toks[k].span.Start
		for next < len(r.times) && r.times[next].Span.End <= start {
			next++
		}
		switch {
		case r.lengthAt(k, &p):
		case next < len(r.times) && r.times[next].Span.Start == start && onCalendar(r.times[next]) && !r.measured(k, r.times[next]):
			p.kind, p.time = pieceTime, r.times[next]
			for p.to < len(r.toks) && r.toks[p.to].span.Start < p.time.Span.End {
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
	var p piece
	for k++; k < len(r.toks) && r.toks[k].span.Start < t.Span.End; k++ {
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
func (r *elapsedReader) plain(k int, p *piece) {
	t := &r.toks[k]
	p.lower = t.lower
	switch t.kind {
	case tokenMark:
		p.kind = pieceMark
	case tokenFigure:
		p.kind, p.n = pieceFigure, t.value
		if next := r.tok(k + 1); next.glued && ordinalSuffix(next.lower) {
			p.kind, p.to = pieceOrdinal, k+2
		}
		if !t.valid || !t.plain {
			p.n = -1
		}
	default:
		p.kind, p.word = pieceWord, lexicon.SpanWordOf(t.lower)
		r.spelled(k, p)
	}
}

func ordinalSuffix(s string) bool { return s == "th" || s == "st" || s == "nd" || s == "rd" }

// spelled reads an ordinal or a number in words at token k: "tenth",
// "twenty-fifth", "sixty-two".
func (r *elapsedReader) spelled(k int, p *piece) {
	if p.in(lexicon.SpanOrdinal) {
		p.kind, p.n = pieceOrdinal, float64(p.word.Value)
		return
	}
	n, ok := lexicon.NumeralOf(p.lower)
	if !ok || n.Kind != lexicon.NumeralUnit && n.Kind != lexicon.NumeralTen {
		return
	}
	p.kind, p.n = pieceFigure, n.Value
	if n.Kind != lexicon.NumeralTen {
		return
	}
	tail := r.tok(k + 1)
	if tail.is("-") && tail.glued {
		if more := lexicon.SpanWordOf(r.tok(k + 2).lower); more.Class&lexicon.SpanOrdinal != 0 && more.Value < 10 {
			p.kind, p.n, p.to = pieceOrdinal, n.Value+float64(more.Value), k+3
		} else if unit, ok := lexicon.NumeralOf(r.tok(k + 2).lower); ok && unit.Kind == lexicon.NumeralUnit && unit.Value < 10 {
			p.n, p.to = n.Value+unit.Value, k+3
		}
	}
}

var noPiece piece

// p returns piece i, a blank one outside the sentence.
func (r *elapsedReader) p(i int) *piece {
	if i < 0 || i >= len(r.ps) {
		return &noPiece
	}
	return &r.ps[i]
}

// span returns where pieces [from, to] stand, both included.
func (r *elapsedReader) span(from, to int) text.Span {
	return text.Span{Start: r.toks[r.ps[from].from].span.Start, End: r.toks[r.ps[to].to-1].span.End}
}

// isDash reports whether a piece is a dash or a hyphen.
func (p *piece) isDash() bool {
	return p.kind == pieceMark && (p.lower == "-" || p.lower == "–" || p.lower == "—" || p.lower == "‑")
}

// parts reports whether a piece is a sign that parts a remark from what it
// explains: a comma, a bracket, a dash.
func (p *piece) parts() bool {
	return p.isDash() || p.is(",") || p.is("(") || p.is(")")
}
