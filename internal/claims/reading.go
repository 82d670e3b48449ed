package claims

import (
	"sort"
	"sync"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// A claimReader reads the claims of one document, sentence by sentence. What it
// holds of a sentence is used again for the next.
type claimReader struct {
	*page.Page
	i      int // the sentence
	s      *syntax.Sentence
	tokens []tag.Token
	tags   []tag.Tag
	verbs  []syntax.VerbGroup
	nouns  []syntax.NounGroup
	verbAt []int32 // by token: 1 + its verb group, 0 for none
	nounAt []int32 // by token: 1 + its noun group
	timeAt []int32 // by token: 1 + the time of the sentence that it is part of

	clauses []clause // one a verb group
	named   []naming // one a noun group
	names   []page.Name
	times   []*timeline.Time
	here    []*Claim // of this sentence, in order: verbs and nouns
	ofVerb  []*Claim // by verb group, nil where it makes none
	ofNoun  []*Claim // by noun group

	slab  []Claim
	parts []Participant
	out   []*Claim
}

// A clause is what stands round a verb group, in tokens and groups.
type clause struct {
	first     int // the first token, of the subject where there is one
	cut       int // where an insertion behind the subject begins, 0 for none
	resume    int // where it ends
	end       int // behind the last token
	last      int // behind the last token of its passage
	subjects  [maxJoined]int
	nSubjects int
	objects   [maxJoined]int
	nObjects  int
	others    [maxOthers]other
	nOthers   int
	apposed   int  // the comma that opens an apposition behind its object, 0 for none
	mark      int  // the token of the conjunction before it, -1 for none
	past      bool // the walk to the subject has passed a preposition
	told      bool // its participle is a past tense that the tagger did not know
	relative  bool // its subject is what a relative pronoun takes up
	inherits  int  // the group whose subject it has, -1 for none
	opens     int  // of a gerund or participle that opens the sentence: the group of the clause behind it, 0 for none
	said      int  // of a verb of saying: 1 + the first verb group of what was said
	contact   int  // of a relative clause without a pronoun: 1 + the noun group that it tells of
	governor  int  // of an infinitive, participle or gerund: the group that it hangs on, -1
}

// An other is a noun group with its preposition.
type other struct{ noun, preposition int }

const (
	maxJoined = 4  // subjects, or objects, joined by "and"
	maxOthers = 6  // noun groups with their prepositions
	reach     = 60 // how many tokens a clause is followed on either side
)

// A naming is what is known of a noun group.
type naming struct {
	subjectOf int // 1 + verb group, 0 for none
	objectOf  int
	otherOf   int
	event     bool
	at        int // the first token of its trigger
}

// claimReaders keeps readers with the memory of what they held of sentences.
var claimReaders = sync.Pool{New: func() any { return new(claimReader) }}

func readClaims(d *page.Page) []*Claim {
	r := claimReaders.Get().(*claimReader)
	defer r.release()
	r.Page, r.out = d, make([]*Claim, 0, 6*len(d.Parsed))
	for i := range d.Parsed {
		switch d.Parsed[i].Zone {
		case article.Furniture, article.Stamp, article.Byline, article.Correction:
			continue
		}
		r.sentence(i)
	}
	r.findLikely()
	return r.out
}

// release lets go of the document, and keeps what can be used again.
func (r *claimReader) release() {
	if cap(r.tokens) > maxKept || cap(r.verbAt) > maxKept {
		return
	}
	clear(r.here[:cap(r.here)])
	clear(r.ofVerb[:cap(r.ofVerb)])
	clear(r.ofNoun[:cap(r.ofNoun)])
	r.Page, r.s, r.tokens, r.tags, r.verbs, r.names, r.times = nil, nil, nil, nil, nil, nil, nil
	r.slab, r.parts, r.out = nil, nil, nil
	claimReaders.Put(r)
}

// maxKept is how many tokens of a sentence the memory is kept for.
const maxKept = 4096

// sentence reads the claims of sentence i.
func (r *claimReader) sentence(i int) {
	r.i, r.s = i, r.Syntax(i)
	if cap(r.parts)-len(r.parts) < partsAhead {
		r.parts = make([]Participant, 0, 8*partsAhead)
	}
	r.tokens, r.tags, r.verbs, r.nouns = r.s.Tokens(), r.s.Tags(), r.s.VerbGroups(), append(r.nouns[:0], r.s.NounGroups()...)
	if len(r.tokens) == 0 {
		return
	}
	r.names, r.times = r.NamesOf(i), r.TimesIn[i]
	r.index()
	r.here = r.here[:0]
	for v := range r.verbs {
		r.findSubject(v)
	}
	r.opening()
	for v := range r.verbs {
		r.extend(v)
	}
	for v := range r.verbs {
		r.shareObjects(v)
	}
	r.findEventNouns()
	r.makeClaims()
	r.attachSources()
	r.attachTimes()
	r.setModalities()
	r.setPassages()
	r.out = append(r.out, r.here...)
}

// partsAhead is how many participants there is room for before a sentence is
// read; one with more grows the list.
const partsAhead = 32

// grown returns s with n elements, all zero.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// index notes of each token in which groups and times it stands.
func (r *claimReader) index() {
	n := len(r.tokens)
	r.verbAt, r.nounAt, r.timeAt = grown(r.verbAt, n), grown(r.nounAt, n), grown(r.timeAt, n)
	r.clauses, r.named = grown(r.clauses, len(r.verbs)), grown(r.named, len(r.nouns))
	r.ofVerb, r.ofNoun = grown(r.ofVerb, len(r.verbs)), grown(r.ofNoun, len(r.nouns))
	for t, x := range r.times {
		first, end := r.within(x.Span)
		for k := first; k < end; k++ {
			r.timeAt[k] = int32(t + 1)
		}
	}
	for v, g := range r.verbs {
		if en.Is(r.lower(g.Head), en.VerbAdverb) {
			continue
		}
		for k := g.First; k < g.End; k++ {
			r.verbAt[k] = int32(v + 1)
		}
	}
	for g := range r.nouns {
		r.trim(&r.nouns[g])
		if head := r.nouns[g].Head; r.tags[head] == tag.WP || r.tokens[head].Shape.Has(tag.Mark) || r.nouns[g].First == head && en.Is(r.lower(head), en.VerbAdverb) {
			continue // who: the clauses know what it takes up; ran aground
		}
		for k := r.nouns[g].First; k < r.nouns[g].End; k++ {
			r.nounAt[k] = int32(g + 1)
		}
	}
}

// trim takes a time off the end of a noun group ("a news conference Friday") and
// adds what a hyphen joins to it ("the 14-year-old").
func (r *claimReader) trim(g *syntax.NounGroup) {
	if r.tag(g.End) == tag.Hyphen && tag.Adjectives.Has(r.tag(g.End+1)) && r.tokens[g.End].Shape.Has(tag.Joined) {
		g.Head = g.End + 1
		g.End += 2
	}
	if r.tags[g.First] == tag.JJS && r.tag(g.First-1) == tag.IN && g.First < g.Head {
		g.First-- // at least 200
	}
	if r.score(g.End-1) && g.End-1 > g.Head {
		g.End-- // beat York 3-1
	}
	k := g.Head
	for k > g.First && r.timed(k) {
		k--
	}
	if k < g.Head && tag.Nouns.Has(r.tags[k]) {
		g.Head, g.End = k, k+1
		g.Proper = tag.ProperNouns.Has(r.tags[k])
	}
}

// scoreTokens is how many tokens a result has.
const scoreTokens = 3

// score reports whether token i begins a result: 3-1.
func (r *claimReader) score(i int) bool {
	return r.tag(i) == tag.CD && r.tag(i+2) == tag.CD && (r.tag(i+1) == tag.Hyphen || r.tag(i+1) == tag.SYM)
}

// within returns the tokens that overlap span.
func (r *claimReader) within(span text.Span) (first, end int) {
	first = sort.Search(len(r.tokens), func(k int) bool { return r.tokens[k].End > span.Start })
	for end = first; end < len(r.tokens) && r.tokens[end].Start < span.End; end++ {
	}
	return first, end
}

func (r *claimReader) tag(i int) tag.Tag {
	if i < 0 || i >= len(r.tags) {
		return tag.None
	}
	return r.tags[i]
}

// lower returns token i in small letters, "" outside the sentence.
func (r *claimReader) lower(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return text.Lower(r.s.Text(i))
}

// verb returns the verb group that token i is part of, -1 for none.
func (r *claimReader) verb(i int) int {
	if i < 0 || i >= len(r.verbAt) {
		return -1
	}
	return int(r.verbAt[i]) - 1
}

// noun returns the noun group that token i is part of, -1 for none.
func (r *claimReader) noun(i int) int {
	if i < 0 || i >= len(r.nounAt) {
		return -1
	}
	return int(r.nounAt[i]) - 1
}

// timed reports whether token i is part of a date or a clock time.
func (r *claimReader) timed(i int) bool {
	if i < 0 || i >= len(r.timeAt) || r.timeAt[i] == 0 {
		return false
	}
	t := r.times[r.timeAt[i]-1].Type
	return t == timeline.DATE || t == timeline.TIME
}

// preposition reports whether a preposition stands at token i.
func (r *claimReader) preposition(i int) bool {
	t := r.tag(i)
	return (t == tag.IN && !r.s.ClauseMark(i) || t == tag.TO) && r.verb(i) < 0
}

// span returns where tokens [from, to) stand.
func (r *claimReader) span(from, to int) text.Span {
	return text.Span{Start: r.tokens[from].Start, End: r.tokens[to-1].End}
}

// verbIs reports whether the main verb of group v is of a class.
func (r *claimReader) verbIs(v int, classes ...en.Class) bool {
	return v >= 0 && en.Classes(r.lemma(v)).HasAny(classes...)
}

func (r *claimReader) lemma(v int) string { return r.s.Lemma(r.verbs[v].Head) }

// numbersWithin returns the numbers of a page that overlap span.
func numbersWithin(p *page.Page, span text.Span) []*fact.Number {
	all := numbers.Read(p)
	first := sort.Search(len(all), func(k int) bool { return all[k].At.Span.End > span.Start })
	end := first
	for end < len(all) && all[end].At.Span.Start < span.End {
		end++
	}
	return all[first:end]
}
