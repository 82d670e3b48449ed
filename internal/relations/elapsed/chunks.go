package elapsed

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// A chunkKind says what a chunk of a sentence is.
type chunkKind uint8

const (
	chunkWord    chunkKind = iota + 1
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
	lower    string // of a word or a sign
	word     lexicon.SpanWord
	time     *timeline.Time
	length   length
	n        float64 // of a figure, an age or an ordinal
}

func (p *chunk) is(word string) bool { return p.lower == word && p.kind != 0 }

func (p *chunk) in(c lexicon.SpanClass) bool { return p.word.Class&c != 0 }

// An elapsedReader reads the ranges, lengths of time and ages of a document,
// sentence by sentence.
type elapsedReader struct {
	numbers.Reader
	ps         []chunk
	spans      []chunkRange // ranges of the sentence
	at         int          // index of the sentence
	before     []*timeline.Time
	found      *timeline.Time // when what the sentence before speaks of began; nil if it does not say
	sinceFound int            // how many sentences ago
	lives      map[string]life
	who        string // whom “he” means, in the next sentence; empty if not clear
	aging      []agePlace
	roles      map[[2]string]bool // person and title; nil until asked for
	here       life               // of whom the sentence speaks, by its own words
	births     int                // how many births the sentence tells of
	owned      []int              // ages of the sentence that are said of somebody it speaks of, in aging

	one          bool // the sentence before tells of one person without a name
	hereBefore   life // what was here, births and owned in it
	birthsBefore int
	ownedBefore  []int
	all          elapsed
}

var chunkScratch page.Scratch[chunk]

// readElapsed reads the sentences that can hold what is looked for: those with
// a time expression or a word about ages.
func readElapsed(d *page.Page) *elapsed {
	r := elapsedReader{Reader: numbers.Reader{D: d, Src: d.Article.Flow()}, lives: map[string]life{}}
	defer page.TokenScratch.Lend(&r.Toks)()
	defer chunkScratch.Lend(&r.ps)()
	for i := range d.Parsed {
		if s := &d.Parsed[i]; page.InArticle(s.Zone) && s.Zone != article.Correction {
			r.sentence(i, s)
		}
	}
	r.joinAges()
	r.noteAgain()
	return &r.all
}

func (r *elapsedReader) sentence(i int, s *page.Sentence) {
	r.at, r.Times, r.Names, r.Zone = i, r.D.TimesIn[i], r.D.NamesOf(i), s.Zone.String()
	aged := speaksOfAge(s.Span.In(r.Src))
	if len(r.Times) == 0 && !aged && r.found == nil {
		r.one = false
		r.before, r.found = r.before[:0], nil
		r.follow(s)
		return
	}
	if r.Toks = page.Tokenize(r.Toks[:0], r.Src, s.Span); len(r.Toks) > maxProse {
		r.before, r.found, r.who, r.one = r.before[:0], nil, "", false
		return
	}
	r.split()
	r.rangesOf()
	if len(r.Times) > 0 || aged || r.found != nil {
		r.lapsesOf()
	}
	r.agesOf(s)
	r.joinHere()
	r.remember()
	r.follow(s)
}

// foundSentences is how many sentences that go on with the same subject keep when it
// began. Chosen.
const foundSentences = 3

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
	if r.sinceFound++; r.sinceFound > foundSentences || !r.carriesOn() {
		r.found = nil
	}
	for i := range r.ps {
		if p := &r.ps[i]; p.kind == chunkTime && !p.time.BareWeekday() {
			r.before = append(r.before, p.time)
			if r.isFounding(i) {
				r.found, r.sinceFound = p.time, 0
			}
		}
	}
}

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
		p.kind = chunkMark
	case page.TokenFigure:
		p.kind, p.n = chunkFigure, t.Value
		if next := r.Tok(k + 1); next.Glued && ordinalSuffix(next.Lower) {
			p.kind, p.to = chunkOrdinal, k+2
		}
		if !t.Valid || !t.Plain {
			p.n = -1
		}
	default:
		p.kind, p.word = chunkWord, lexicon.SpanWordOf(t.Lower)
		r.spelled(k, p)
	}
}

func ordinalSuffix(s string) bool { return s == "th" || s == "st" || s == "nd" || s == "rd" }

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
	if n.Kind != lexicon.NumeralTen {
		return
	}
	tail := r.Tok(k + 1)
	if tail.Is("-") && tail.Glued {
		if more := lexicon.SpanWordOf(r.Tok(k + 2).Lower); more.Class&lexicon.SpanOrdinal != 0 && more.Value < 10 {
			p.kind, p.n, p.to = chunkOrdinal, n.Value+float64(more.Value), k+3
		} else if unit, ok := lexicon.NumeralOf(r.Tok(k + 2).Lower); ok && unit.Kind == lexicon.NumeralUnit && unit.Value < 10 {
			p.n, p.to = n.Value+unit.Value, k+3
		}
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

// isDash reports whether a chunk is a dash or a hyphen.
func (p *chunk) isDash() bool {
	return p.kind == chunkMark && (p.lower == "-" || p.lower == "–" || p.lower == "—" || p.lower == "‑")
}

// parts reports whether a chunk is a sign that parts a remark from what it
// explains: a comma, a bracket, a dash.
func (p *chunk) parts() bool {
	return p.isDash() || p.is(",") || p.is("(") || p.is(")")
}
