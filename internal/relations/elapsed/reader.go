package elapsed

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// elapsed is what the text says of how long things were, and between which
// times.
type elapsed struct {
	ranges []*fact.Range
	lapses []*fact.Lapse
	ages   []*fact.Age
}

var layer = page.NewLayer(readElapsed)

// Ranges returns each range of times, in the order of the text.
func Ranges(d *page.Page) []*fact.Range { return layer.Of(d).ranges }

// Lapses returns each length of time that stands beside the times it lies between,
// in the order of the text.
func Lapses(d *page.Page) []*fact.Lapse { return layer.Of(d).lapses }

// Ages returns each age of a person, in the order of the text.
func Ages(d *page.Page) []*fact.Age { return layer.Of(d).ages }

// An elapsedReader reads the ranges, lengths of time and ages of a document,
// sentence by sentence.
type elapsedReader struct {
	numbers.Reader
	ps     []chunk
	spans  []chunkRange // ranges of the sentence
	around []int        // see timesAround
	before []*timeline.Time
	found  *timeline.Time // when what the sentence before speaks of began; nil if it does not say
	// how many sentences ago found was told
	sinceFound int

	lives map[string]life
	who   string // whom “he” means, in the next sentence; empty if not clear
	aging []agePlace
	roles map[[2]string]bool // person and title; nil until asked for

	here, last telling // of whom the sentence speaks, and the one before it
	all        elapsed
}

var chunkScratch page.Scratch[chunk]

// readElapsed reads the sentences that can hold what is looked for: those with
// a time expression or a word about ages.
func readElapsed(d *page.Page) *elapsed {
	r := elapsedReader{Reader: numbers.NewReader(d), lives: map[string]life{}}
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
	r.At, r.Times, r.Names, r.Zone = i, r.D.TimesIn[i], r.D.NamesOf(i), s.Zone.String()
	if len(r.Times) == 0 && r.found == nil && !speaksOfAge(s.Span.In(r.Src)) {
		r.before, r.last.one = r.before[:0], false
		r.follow()
		return
	}
	if r.Toks = page.Tokenize(r.Toks[:0], r.Src, s.Span); len(r.Toks) > maxProse {
		r.before, r.found, r.who, r.last.one = r.before[:0], nil, "", false
		return
	}
	r.split()
	r.rangesOf()
	r.lapsesOf()
	r.agesOf()
	r.joinHere()
	r.remember()
	r.follow()
}

// foundSentences is how many sentences that go on with the same subject keep when it
// began. Chosen.
const foundSentences = 3

// maxProse is how many tokens a sentence of prose has at most: what looks for a
// date may look through all of it.
const maxProse = 400

// ageMarks are what a sentence without a time has that says an age: a figure, or a
// word for it.
var ageMarks = []string{"-old", "aged", " age "}

func speaksOfAge(s string) bool {
	return strings.ContainsAny(s, digits) || slices.ContainsFunc(ageMarks, func(mark string) bool { return strings.Contains(s, mark) })
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
