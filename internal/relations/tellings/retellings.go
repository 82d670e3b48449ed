package tellings

import (
	"slices"
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A dating is one place of a text that says when a happening was.
type dating struct {
	key      string // lemma of the verb that the happening is told by
	sentence int
	time     *timeline.Time
	noun     bool // told by a noun: the arrest
	pronoun  bool // whom it happened to is said by a pronoun or not at all
	definite bool // told as known
	once     bool
	ahead    bool      // told as to come
	either   bool      // not told whether to come: when it opens, that it would open
	known    bool      // told by the way, as known: since it opened, which opened
	heading  bool      // in a headline
	who      []string  // whom it happened to, or who did it where nobody else is named
	rest     []string  // what else stands in its clause
	figures  []string  // the numbers in it
	owner    []string  // whose it is: the upper house's vote
	names    []string  // words of the names of who
	byYear   bool      // its year names it: the 2016 election
	words    text.Span // that tell it: was arrested, the arrest
	thing    string    // the one thing that something is done to, "the" or "this" before it where it is the subject
}

// datingsKept is how many datings of one kind of happening a new one is compared
// with, the latest first. The bound is for hostile texts.
const datingsKept = 12

// Retellings returns any two sentences that tell one happening, each with a time of it,
// in the order of the text.
func Retellings(d *page.Page) []*fact.Retelling {
	var out []*fact.Retelling
	r := datingReader{d: d}
	byKey := map[string][]*dating{}
	for i, t := range claims.Accounts(d) {
		if t == nil || !page.Counted(d.Parsed[i].Zone) {
			continue
		}
		for _, x := range r.read(t) {
			if f := retold(d, byKey[x.key], x); f != nil {
				out = append(out, f)
			}
			kept := byKey[x.key]
			if len(kept) == datingsKept {
				kept = append(kept[:1], kept[2:]...) // the first one stays
			}
			byKey[x.key] = append(kept, x)
		}
	}
	return withEchoes(d, out)
}

// withEchoes adds the sentences that say again what the headline says, and the acts that
// are told again of one person or thing, unless they are among told already.
func withEchoes(d *page.Page, told []*fact.Retelling) []*fact.Retelling {
	more := append(echoes(d), again(d)...)
	if f := leadDates(d); f != nil && len(told) == 0 && len(more) == 0 {
		f.Event = ""
		more = append(more, f)
	}
	for _, f := range more {
		at := sort.Search(len(told), func(i int) bool { return told[i].At.Span.Start >= f.At.Span.Start })
		if at == len(told) || told[at].At.Span.Start != f.At.Span.Start {
			told = slices.Insert(told, at, f)
		}
	}
	return told
}

// retold returns the fact that b tells again what one of before told: one whose
// time fits, else the first that it may tell again.
func retold(d *page.Page, before []*dating, b *dating) *fact.Retelling {
	var first *dating
	var shared []string
	single := agree(before)
	for _, a := range before {
		if a.sentence == b.sentence {
			return nil // two in one sentence are two
		}
		words, same := oneHappening(single, a, b)
		switch {
		case !same:
		case a.time.When.Overlaps(b.time.When):
			return retelling(d, a, b, words)
		case fits(a.time, b.time):
			return nil
		case first == nil && (sameGrain(a.time, b.time) || founding(a, b)):
			first, shared = a, words
		}
	}
	if first == nil {
		return nil
	}
	return retelling(d, first, b, shared)
}

// retelling makes the fact.
func retelling(d *page.Page, first, b *dating, shared []string) *fact.Retelling {
	f := &fact.Retelling{At: d.PlaceOf(b.time.Span), Zone: b.time.Zone.String(), Shared: shared, Event: d.PlaceOf(b.words).Text}
	f.Text = f.At.Text
	f.Fixes = retoldFixes(first.time, b.time)
	f.First, f.Second = *claims.Times(d)[claims.IndexOf(d, first.time)], *claims.Times(d)[claims.IndexOf(d, b.time)]
	return f
}

// retoldFixes offers each of two times in place of the other, where they are
// written alike.
func retoldFixes(first, second *timeline.Time) []fact.Fix {
	here := fact.Fix{Message: "take “" + first.Text + "” here too"}
	if first.BareWeekday() == second.BareWeekday() && first.Relative == second.Relative {
		here.Replacement = first.Text
	}
	return []fact.Fix{here, {Message: "“" + second.Text + "” in the other sentence"}, {Message: "say that there were two events"}}
}

// sameGrain reports whether two times can be two versions of one: of one size,
// and no further apart than a slip takes them. Happenings of one kind that lie
// further apart are mostly two.
func sameGrain(a, b *timeline.Time) bool {
	gap := a.When.Gap(b.When)
	switch f := fineness(a); {
	case f != fineness(b):
		return false
	case f == 0:
		return gap <= 45
	case f == 1:
		return gap <= 200
	}
	return gap <= 5*366
}

// founding reports whether b takes up, as one that needs no more words, what happens
// to a thing once, told by its year: was founded in 1899, since its foundation in 1889.
func founding(a, b *dating) bool {
	return a.once && b.noun && b.pronoun && fineness(a.time) == 2 && fineness(b.time) == 2 && a.time.When.Gap(b.time.When) <= 30*366
}

// fineness sorts grains: days and finer, weeks to quarters, years.
func fineness(t *timeline.Time) int {
	switch {
	case t.Grain <= timeline.GrainDay:
		return 0
	case t.Grain < timeline.GrainYear:
		return 1
	}
	return 2
}

// oneHappening reports whether a and b, in the order of the text, tell one
// happening, and the words that they share. single tells that all that was told
// of such a happening before can be one.
func oneHappening(single bool, a, b *dating) (shared []string, same bool) {
	if a.ahead != b.ahead && !a.noun && !b.noun && !a.either && !b.either || len(common(a.figures, b.figures)) < min(len(a.figures), len(b.figures)) {
		return nil, false
	}
	if len(b.owner) > 1 && len(a.who) > 0 && len(common(b.owner, a.who)) == 0 {
		return nil, false
	}
	if a.byYear && b.byYear || len(a.names) > 0 && len(b.names) > 0 && len(common(a.names, b.names)) == 0 {
		return nil, false
	}
	who, rest := common(a.who, b.who), common(a.rest, b.rest)
	all := common(append(a.who[:len(a.who):len(a.who)], a.rest...), append(b.who[:len(b.who):len(b.who)], b.rest...))
	shared = append(all, a.key)
	switch {
	case a.heading:
		return shared, len(all) > 0 && single
	case !b.definite:
		return nil, false
	case b.noun && len(b.who) == 0: // the attack, his arrest
		return shared, single && (a.once || (!a.noun || b.known) && b.sentence-a.sentence <= retoldReach)
	case b.noun || a.noun:
		return shared, len(all) > 0 && (a.once || len(all) > 1 || single)
	case a.once && b.pronoun:
		return shared, single && b.sentence-a.sentence <= retoldReach
	case a.once:
		return shared, len(who) > 0
	case a.thing != "" && a.thing == b.thing && single && a.key == b.key: // passed the law, the law was passed
		return shared, true
	case b.known && b.pronoun && single && b.sentence-a.sentence <= 2: // when it reopens
		return shared, true
	}
	_, known := lexicon.HappeningOf(a.key)
	known = known || a.key == begun
	across := common(a.rest, b.who)
	switch {
	case known && len(who) > 1, known && single && len(who) > 0 && (len(a.rest) == 0 || len(b.rest) == 0):
		return shared, true
	}
	if b.known && single && len(who) > 0 && (known || len(all) > 1) {
		return shared, true
	}
	return shared, (len(who) > 0 && len(rest) > 0 || len(across) > 0 && len(common(a.who, b.rest)) > 0) && (known || len(all) > 2 || len(across) > 0)
}

// agree reports whether all datings can be of one happening.
func agree(list []*dating) bool {
	for _, x := range list {
		if !fits(x.time, list[0].time) {
			return false
		}
	}
	return true
}

// retoldReach is how many sentences back a pronoun's happening can have been
// told. Chosen.
const retoldReach = 8

// common returns the words that a and b share, in the order of a.
func common(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			if x == y {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// A datingReader finds the datings of a sentence.
type datingReader struct {
	d       *page.Page
	account *claims.Account
	words   []text.Word
}

// read returns the datings of t.
func (r *datingReader) read(t *claims.Account) []*dating {
	r.account, r.words = t, r.d.Parsed[t.Sentence].Words
	var out []*dating
	for i := range t.Times {
		h := &t.Times[i]
		if !claims.Dated(h.Time) || !h.Time.Sure || h.Time.LoneClock() || h.Time.Joins != 0 || h.From >= len(r.words) || h.To > len(r.words) {
			continue
		}
		if h.Time.Direction() == timeline.Inferred && h.Time.Anchor != timeline.AnchorPublication {
			continue
		}
		if noun, _ := r.nounOf(h); h.Group == nil && noun < 0 && h.Prep != h.From {
			own := *h
			own.Group = r.governing(h)
			h = &own
		}
		for _, x := range r.datings(h) {
			x.sentence, x.time = t.Sentence, h.Time
			out = append(out, x)
		}
	}
	return out
}

// governing returns the verb that the grammar of the sentence gives the time h, where
// it is finite and in the clause of h; nil for none.
func (r *datingReader) governing(h *claims.Hanging) *claims.VerbGroup {
	s := r.d.Syntax(r.account.Sentence)
	g, ok := s.Governor(h.Time.Span)
	if !ok || g.Form != syntax.Finite || g.Negated {
		return nil
	}
	at := s.Tokens()[g.Head].Span
	for i := range r.account.Groups {
		x := &r.account.Groups[i]
		if x.From < len(r.words) && r.words[x.From].Span.Start <= at.Start && at.Start < r.words[x.To-1].Span.End && h.Prep > x.To {
			return x
		}
	}
	return nil
}

// datings returns what h dates: a verb, and a noun or the happening that is the
// verb's subject or object.
func (r *datingReader) datings(h *claims.Hanging) []*dating {
	noun, verb := r.byNoun(h), r.byVerb(h)
	var out []*dating
	if verb != nil {
		out = append(out, verb)
	}
	if noun == nil {
		noun = r.byArgument(h)
	}
	if noun != nil {
		out = append(out, noun)
	}
	if r.d.Parsed[r.account.Sentence].Zone == article.Headline {
		out = nil
		if x := r.byHeadline(h); x != nil {
			out = append(out, x)
		}
	}
	return out
}

// byArgument reads a happening that is the subject of a verb, or the object of
// one that says little: "a fire destroyed the hall on 4 June", "held a meeting".
func (r *datingReader) byArgument(h *claims.Hanging) *dating {
	g := h.Group
	if g == nil || en.Is(g.Lemma, en.LaterStage) || g.Loose && !r.heldBehind(g) || g.Tense == "" && !g.Loose && !r.either(g) || h.Prep != h.From && !lexicon.ClauseWord(r.account.Lower[h.Prep]).Is(lexicon.WordOn) {
		return nil
	}
	n := g.From - 1
	if g.Side && g.From-g.Begins <= 2 && g.Begins > 0 {
		n = g.Begins - 1 // the quake, which hit on Monday
	}
	for n > g.Begins && lexicon.ClauseWord(r.account.Lower[n]).Is(lexicon.WordAdverb) {
		n--
	}
	if head := r.headOf(g.Begins, n); head >= 0 {
		n = head
	}
	if _, _, ok := lexicon.HappeningNoun(word(r.account, n)); ok {
		x := r.happening(n, max(n+1, min(g.From, n+6)))
		if x != nil {
			x.rest = r.content(g.To, r.clauseEnd(g.To, g))
			x.known = g.Side
		}
		return x
	}
	if en.Is(g.Lemma, en.Support) && !g.Passive {
		for k := g.To; k < h.Prep && k < g.To+4; k++ {
			if _, _, ok := lexicon.HappeningNoun(r.account.Lower[k]); ok {
				x := r.happening(k, h.Prep)
				if x != nil {
					x.rest = r.content(h.To, r.clauseEnd(h.To, g))
				}
				return x
			}
		}
	}
	return nil
}

// heldBehind reports whether g is a participle behind the comma of the noun that
// it is said of: "the congress, held on 10 December".
func (r *datingReader) heldBehind(g *claims.VerbGroup) bool {
	return g.Bare && g.From > 0 && claims.GapBefore(r.d.Article.Flow(), r.words, g.From) == claims.GapComma
}

// either reports whether g tells a happening without telling whether it is to
// come: "when it opens", "that it would open".
func (r *datingReader) either(g *claims.VerbGroup) bool {
	return g.Lemma != "" && !en.Classes(g.Lemma).HasAny(en.Be, en.Have) && (g.Open || en.Is(word(r.account, g.From), en.Would))
}

// headOf returns the noun of a happening among words [from, to] that "of" goes on
// with, -1 for none: "the trial of Mary Smith".
func (r *datingReader) headOf(from, to int) int {
	for k := max(from, to-6, 0); k < to; k++ {
		if _, _, ok := lexicon.HappeningNoun(r.account.Lower[k]); ok && en.Is(word(r.account, k+1), en.Of) {
			return k
		}
	}
	return -1
}

// begun is the key of what begins, whichever verb says so.
const begun = "begin"

// byVerb reads a happening told by a verb: "was arrested on Tuesday".
func (r *datingReader) byVerb(h *claims.Hanging) *dating {
	g := h.Group
	when := r.whenClause(h)
	if when != nil {
		g = when
	} else if h.Prep != h.From && !lexicon.ClauseWord(r.account.Lower[h.Prep]).Is(lexicon.WordOn) {
		return nil
	}
	if g == nil || g.Loose && !g.Bare || g.Tense == "" && !g.Loose && !r.either(g) {
		return nil
	}
	x := &dating{key: g.Lemma, words: page.SpanOf(r.words, g.From, g.To), ahead: g.Tense != "" && g.Tense != claims.TensePast, definite: true}
	x.either = g.Tense == "" && !g.Loose
	x.known = g.Open || g.Side || x.either || r.behindOpen(g)
	to := g.To
	event, known := lexicon.HappeningOf(g.Lemma)
	if phrasal, ok := r.phrasal(g); ok {
		event, known, to = phrasal, true, g.To+1
		x.key = event.Lemma
	}
	switch {
	case known:
		x.once = event.Once
	case r.phrase(g) > 0:
		to = r.phrase(g)
		x.words = page.SpanOf(r.words, g.From, to)
		x.key, x.once = g.Lemma+"-"+strings.Join(r.account.Lower[g.To:to], "-"), true
		if event, _, ok := lexicon.HappeningNoun(word(r.account, to-1)); ok {
			x.key = event.Lemma // caught fire
		}
	case (x.ahead || x.either) && en.Is(g.Lemma, en.BeginOrStart):
		x.key = begun
	case h.Unsure && !x.known, lexicon.ClauseWord(g.Lemma).Is(lexicon.WordGeneric):
		return nil
	}
	subject, pronoun := r.subject(g)
	object := r.content(to, r.clauseEnd(to, g))
	if r.other(r.clauseStart(g), r.clauseEnd(to, g)) {
		return nil
	}
	x.figures = r.figures(r.clauseStart(g), r.clauseEnd(to, g))
	x.who, x.rest, x.pronoun = subject, object, pronoun
	x.thing = r.thing(g, to)
	x.names = r.namesIn(r.clauseStart(g), g.From)
	if x.known && len(subject) == 0 {
		x.who = r.mainSubject(g)
	}
	if !g.Passive && len(object) > 0 && x.once && r.transitive(to) {
		x.who, x.rest, x.pronoun = object, subject, false
		x.names = r.namesIn(to, r.clauseEnd(to, g))
	}
	if r.indefinite(g) {
		x.definite = false
	}
	return x
}

// phrasal returns the happening that the verb g and the word behind it are the verb of:
// shut down, the shutdown; break in, the break-in.
func (r *datingReader) phrasal(g *claims.VerbGroup) (lexicon.Happening, bool) {
	particle := word(r.account, g.To)
	if particle == "" {
		return lexicon.Happening{}, false
	}
	for _, noun := range [...]string{g.Lemma + particle, g.Lemma + "-" + particle} {
		if event, plural, ok := lexicon.HappeningNoun(noun); ok && !plural {
			return event, true
		}
	}
	return lexicon.Happening{}, false
}

// thing returns the single thing that is done to by the verb g, by its noun; empty
// if it is not said, or is not one that "the" or "this" makes known.
func (r *datingReader) thing(g *claims.VerbGroup, to int) string {
	k := to
	if g.Passive {
		k = r.clauseStart(g)
	}
	if k+1 >= len(r.words) || !en.Is(r.account.Lower[k], en.Article) && !en.Is(r.account.Lower[k], en.Demonstrative) || en.Is(r.account.Lower[k], en.IndefiniteArticle) {
		return ""
	}
	noun := r.account.Lower[k+1]
	if _, plural := lexicon.Singular(noun); plural || k+2 < len(r.words) && claims.GapBefore(r.d.Article.Flow(), r.words, k+2) == claims.GapBlank && !r.inTime(k+2) && !r.inVerb(k+2) && !lexicon.ClosedWord(r.account.Lower[k+2]) {
		return "" // the law society
	}
	return noun
}

// phrase returns where the words end that make a happening of the verb g, 0 for
// none: took office, came into force.
func (r *datingReader) phrase(g *claims.VerbGroup) int {
	said := g.Lemma
	for k := g.To; k < min(len(r.words), g.To+3); k++ {
		said += "-" + r.account.Lower[k]
		if en.Is(said, en.HappeningPhrase) {
			return k + 1
		}
	}
	return 0
}

// whenClause returns the verb of the clause that "when" behind the time h begins:
// "since 2005, when it opened", "the day in 1931 when it opened"; nil if none does.
func (r *datingReader) whenClause(h *claims.Hanging) *claims.VerbGroup {
	if !en.Is(word(r.account, h.To), en.When) {
		return nil
	}
	g := nextFinite(r.account, h.To)
	if g == nil || g.Begins != h.To {
		return nil
	}
	return g
}

// behindOpen reports whether g is a form in -ing behind after, before or since.
func (r *datingReader) behindOpen(g *claims.VerbGroup) bool {
	return g.Loose && g.From > 0 && en.Is(r.account.Lower[g.From], en.IngEnding) && lexicon.ClauseWord(r.account.Lower[g.From-1]).Is(lexicon.WordOpen)
}

// mainSubject returns the words of the subject of the sentence's main verb, which
// a pronoun in the clause of g, or nothing, stands for: "after leaving the bank in
// May, Smith kept bees".
func (r *datingReader) mainSubject(g *claims.VerbGroup) []string {
	for i := range r.account.Groups {
		x := &r.account.Groups[i]
		switch {
		case x.Loose || x.Side || x == g:
		case x.From < g.From:
			return r.content(x.Begins, x.From)
		default:
			from := x.From
			for from > g.To && claims.GapBefore(r.d.Article.Flow(), r.words, from) == claims.GapBlank {
				from--
			}
			return r.content(from, x.From)
		}
	}
	// the main verb may be in the clause that g's conjunction began
	return r.content(g.To, min(len(r.words), g.To+14))
}

// transitive reports whether an object can stand at word k, behind a verb: no
// preposition and no time does.
func (r *datingReader) transitive(k int) bool {
	return k < len(r.words) && claims.GapBefore(r.d.Article.Flow(), r.words, k) == claims.GapBlank && !r.inTime(k) && !lexicon.ClauseWord(r.account.Lower[k]).Is(lexicon.WordPreposition|lexicon.WordOpen|lexicon.WordJoin|lexicon.WordAdverb)
}

// subject returns the words of the subject of g, and whether it is a pronoun or
// unsaid.
func (r *datingReader) subject(g *claims.VerbGroup) (words []string, pronoun bool) {
	from := r.clauseStart(g)
	for k := from; k < g.From; k++ {
		if en.Classes(r.account.Lower[k]).HasAny(en.ThirdPerson, en.ObjectPronoun) {
			pronoun = true
		}
	}
	words = r.content(from, g.From)
	return words, pronoun && len(words) == 0 || len(words) == 0
}

// clauseStart returns the first word of g's subject: that of its clause, or where
// a relative clause begins the noun before it; a pronoun is a subject alone.
func (r *datingReader) clauseStart(g *claims.VerbGroup) int {
	if en.Is(word(r.account, g.From-1), en.ThirdPerson) {
		return g.From - 1 // a colleague said he was
	}
	if !g.Loose && (!g.Side || g.Open || !en.Is(word(r.account, g.Begins), en.SubjectRelative)) {
		return g.Begins
	}
	return max(0, g.Begins-5, g.From-8)
}

// clauseEnd returns where the words end that belong to the verb g from word k on.
func (r *datingReader) clauseEnd(k int, g *claims.VerbGroup) int {
	end := min(len(r.words), k+14)
	if next := nextFinite(r.account, g.To); next != nil {
		end = min(end, next.From)
	}
	for n := k; n < end; n++ {
		if n > k && claims.GapBefore(r.d.Article.Flow(), r.words, n) == claims.GapBreak {
			return n
		}
	}
	return end
}

// content returns the content words of words [from, to), in the singular and
// lower case, without times.
func (r *datingReader) content(from, to int) []string {
	var out []string
	for k := max(from, 0); k < to; k++ {
		w := r.account.Lower[k]
		c := lexicon.ClauseWord(w)
		if len(w) < 3 || r.inTime(k) || lexicon.ClosedWord(w) || claims.IsDigit(w[0]) || c.Is(lexicon.WordPlan-1) || en.Is(w, en.LyEnding) || r.inVerb(k) {
			continue
		}
		singular, _ := lexicon.Singular(w)
		out = append(out, singular)
	}
	return out
}

// namesIn returns the words of the names of persons and bodies that stand among
// words [from, to), in lower case.
func (r *datingReader) namesIn(from, to int) []string {
	var out []string
	for _, n := range r.d.NamesOf(r.account.Sentence) {
		if n.Kind == page.NamePlace || n.Demonym || n.Words[0] < from || n.Words[1] > to {
			continue
		}
		for k := n.Words[0]; k < n.Words[1]; k++ {
			out = append(out, r.account.Lower[k])
		}
	}
	return out
}

// figures returns the numbers among words [from, to) that belong to no time.
func (r *datingReader) figures(from, to int) []string {
	var out []string
	for k := max(from, 0); k < to; k++ {
		if claims.IsDigit(r.account.Lower[k][0]) && !r.inTime(k) {
			out = append(out, r.account.Lower[k])
		}
	}
	return out
}

func (r *datingReader) inTime(k int) bool {
	for i := range r.account.Times {
		if r.account.Times[i].From <= k && k < r.account.Times[i].To {
			return true
		}
	}
	return false
}

func (r *datingReader) inVerb(k int) bool {
	for i := range r.account.Groups {
		if r.account.Groups[i].From <= k && k < r.account.Groups[i].To {
			return true
		}
	}
	return false
}

// other reports whether one of words [from, to) says that there is more than one
// happening: another, again, earlier.
func (r *datingReader) other(from, to int) bool {
	for k := max(from, 0); k < to && k < len(r.words); k++ {
		if lexicon.ClauseWord(r.account.Lower[k]).Is(lexicon.WordOther) && !r.inTime(k) {
			return true
		}
	}
	return false
}

// indefinite reports whether the subject of g is new to the reader: "a man", "two
// soldiers".
func (r *datingReader) indefinite(g *claims.VerbGroup) bool {
	from := r.clauseStart(g)
	if len(r.namesIn(from, min(from+3, g.From))) > 0 {
		return false
	}
	for k := from; k < g.From && k < from+4; k++ {
		if r.inTime(k) || r.words[k].Capital && k > from {
			continue
		}
		w := r.account.Lower[k]
		switch c := en.Classes(w); {
		case c.HasAny(en.IndefiniteArticle, en.One), claims.IsDigit(w[0]):
			return true
		case c.HasAny(en.The, en.TheirOwn):
			return false
		case lexicon.ClauseWord(w).Is(lexicon.WordDeterminer):
			return true
		}
	}
	return false
}

// byNoun reads a happening told by a noun: "the arrest on 14 May", "his election
// in 1999", "Tuesday’s attack".
func (r *datingReader) byNoun(h *claims.Hanging) *dating {
	n, after := r.nounOf(h)
	if n < 0 {
		return nil
	}
	x := r.happening(n, after)
	if x != nil {
		x.byYear = h.To == n && h.Time.Grain == timeline.GrainYear
		if h.Group != nil && en.Is(h.Group.Lemma, en.Support) {
			x.rest = r.content(h.To, r.clauseEnd(h.To, h.Group))
		}
	}
	return x
}

// happening reads the happening that word n names, whose words end before after;
// nil if it is more than one.
func (r *datingReader) happening(n, after int) *dating {
	event, plural, _ := lexicon.HappeningNoun(r.account.Lower[n])
	if plural || n > 0 && r.words[n].Capital {
		return nil
	}
	from := n
	for from > 0 && n-from < 5 && (claims.GapBefore(r.d.Article.Flow(), r.words, from) == claims.GapBlank || r.owners(from-1)) && !r.inVerb(from-1) &&
		!lexicon.ClauseWord(r.account.Lower[from-1]).Is(lexicon.WordPreposition|lexicon.WordRelative|lexicon.WordJoin|lexicon.WordOpen) {
		from--
		if lexicon.ClauseWord(r.account.Lower[from]).Is(lexicon.WordDeterminer) {
			break
		}
	}
	if r.other(max(0, from-1), min(n+2, len(r.words))) {
		return nil
	}
	x := &dating{key: event.Lemma, words: page.SpanOf(r.words, n, n+1), noun: true, once: event.Once || event.Noun && !event.Hold}
	x.definite, x.pronoun = r.definite(from, n)
	for k := from; k < n; k++ {
		if r.words[k].Possessive {
			x.owner = r.content(from, k+1)
		}
	}
	x.who = r.content(from, n)
	if after > n+1 {
		x.who = append(x.who, r.content(n+1, after)...)
	}
	return x
}

// nounOf returns the noun of a happening that h dates, -1 for none, and where the
// words end that belong to it.
func (r *datingReader) nounOf(h *claims.Hanging) (noun, end int) {
	if h.Noun >= 0 {
		return h.Noun, h.Prep
	}
	if r.between(h) {
		return h.Prep - 1, h.Prep
	}
	if h.Prep == h.From || h.Prep > 0 && en.Is(word(r.account, h.From-1), en.The) { // the 14 May arrest, Tuesday’s attack
		for k := h.To; k < len(r.words) && k < h.To+3 && claims.GapBefore(r.d.Article.Flow(), r.words, k) == claims.GapBlank; k++ {
			if _, _, ok := lexicon.HappeningNoun(r.account.Lower[k]); ok && (r.possessive(h) || r.determined(h)) {
				return k, r.phraseEnd(k + 1)
			}
		}
	}
	if h.Group != nil && !h.Leads || h.Prep == h.From {
		return -1, 0
	}
	for k := h.Prep - 1; k >= 0 && k > h.Prep-8 && !r.inVerb(k) && claims.GapBefore(r.d.Article.Flow(), r.words, k+1) == claims.GapBlank; k-- {
		if _, _, ok := lexicon.HappeningNoun(r.account.Lower[k]); ok && r.goesOn(k+1) {
			return k, h.Prep // the arrest of Smith on 14 May
		}
	}
	return -1, 0
}

// between reports whether h stands between commas behind the noun of a happening:
// "the eruption, on 8 June, sent ash".
func (r *datingReader) between(h *claims.Hanging) bool {
	n := h.Prep - 1
	if n < 0 || h.Prep == h.From || h.To >= len(r.words) || !r.words[h.Prep].Comma || !r.words[h.To].Comma {
		return false
	}
	_, plural, ok := lexicon.HappeningNoun(r.account.Lower[n])
	return ok && !plural && !r.inVerb(n)
}

// GoesOn reports whether word k ties to the noun before it what stands between
// it and its time: the arrest of Smith, the fire in the mill, her election as mayor.
func (r *datingReader) goesOn(k int) bool {
	return en.Is(word(r.account, k), en.HappeningLink)
}

func (r *datingReader) possessive(h *claims.Hanging) bool {
	return h.To > 0 && r.words[h.To-1].Possessive
}

func (r *datingReader) determined(h *claims.Hanging) bool {
	return h.From > 0 && (lexicon.ClauseWord(r.account.Lower[h.From-1]).Is(lexicon.WordDeterminer) || r.words[h.From-1].Possessive) ||
		lexicon.ClauseWord(r.account.Lower[h.From]).Is(lexicon.WordDeterminer)
}

// phraseEnd returns where the words end that belong to the noun before word k.
func (r *datingReader) phraseEnd(k int) int {
	end := k
	for end < len(r.words) && end < k+5 && claims.GapBefore(r.d.Article.Flow(), r.words, end) == claims.GapBlank && !r.inVerb(end) {
		end++
	}
	return end
}

// definite reports whether the noun phrase of words [from, n] is told as known,
// and whether a pronoun says whose.
func (r *datingReader) definite(from, n int) (definite, pronoun bool) {
	for k := max(0, from-1); k <= n; k++ {
		switch c := en.Classes(r.account.Lower[k]); {
		case c.Has(en.TheirOwn):
			return true, true
		case c.HasAny(en.The, en.That, en.This):
			return true, false
		case c.Has(en.IndefiniteArticle):
			return false, false
		}
		if r.words[k].Possessive || k < n && r.owners(k) {
			return true, false
		}
	}
	return false, false
}

// owners reports whether word k is a plural that owns what follows: the nurses' strike.
func (r *datingReader) owners(k int) bool {
	w := r.words[k]
	if k+1 >= len(r.words) || !en.Is(r.account.Lower[k], en.SEnding) {
		return false
	}
	gap := r.d.Article.Flow()[w.Span.End:r.words[k+1].Span.Start]
	return gap == "' " || gap == "’ "
}

// byHeadline reads a headline's happening, whatever word tells it: "Minister
// resigns on Friday".
func (r *datingReader) byHeadline(h *claims.Hanging) *dating {
	for k, w := range r.account.Lower {
		if r.inTime(k) {
			continue
		}
		event, ok := lexicon.HappeningOf(lexicon.Lemma(w))
		if noun, plural, is := lexicon.HappeningNoun(w); is && !plural && !ok {
			event, ok = noun, true
		}
		if ok && !r.other(0, len(r.words)) && !r.ofAnotherVerb(h, r.words[k].Span) {
			words := append(r.content(0, k), r.content(k+1, len(r.words))...)
			return &dating{key: event.Lemma, once: event.Once, who: words, rest: words, definite: true, noun: true, heading: true}
		}
	}
	return nil
}

// ofAnotherVerb reports whether the word at span is a finite verb and h hangs on
// another one: in "sold the ferry in May after it burned" the fire is not in May.
func (r *datingReader) ofAnotherVerb(h *claims.Hanging, at text.Span) bool {
	s := r.d.Syntax(r.account.Sentence)
	governor, ok := s.Governor(h.Time.Span)
	if !ok {
		return false
	}
	for _, g := range s.VerbGroups() {
		if s.Tokens()[g.Head].Overlaps(at) {
			return g.Form == syntax.Finite && g.First != governor.First
		}
	}
	return false
}
