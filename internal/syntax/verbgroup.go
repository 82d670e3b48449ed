package syntax

import (
	"slices"

	"factcheck/internal/syntax/tag"
)

// A Form is what the first verb of a group makes it.
type Form uint8

// The forms.
const (
	Finite     Form = iota + 1 // told, will tell, has been told
	Infinitive                 // to tell, (helped) tell
	Participle                 // (the man) seen
	Gerund                     // telling, having told
)

// A Tense is the time that the first verb of a group shows. Groups that are not
// finite, and those with a modal that says nothing of time, have none.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
	Future // will, shall, is going to, is to
)

// A Modality is how certain, asked for or planned a group makes what it tells.
type Modality uint8

// The modalities.
const (
	Plain Modality = iota
	Will
	Would
	Can
	Could
	May
	Might
	Shall
	Should
	Must      // must, has to
	Need      // need not
	IsTo      // is to, was to
	GoingTo   // is going to, was going to
	Scheduled // (is scheduled, expects) to: of the infinitive
	UsedTo    // used to
)

// A VerbGroup is a main verb with its auxiliaries, what negates it and the
// adverbs between them.
type VerbGroup struct {
	First, End int // its tokens, End not included
	Head       int // the token of the main verb
	Form       Form
	Tense      Tense
	Modality   Modality

	Perfect     bool // has told
	Progressive bool // is telling
	Passive     bool // is told; of a participle always
	Negated     bool

	// Shared tells that the auxiliaries stand in a group before it: "will meet
	// and sign".
	Shared bool
}

// VerbGroups returns the verb groups of the sentence in order. A participle
// before its noun ("the wounded man") is none. In a question, the subject
// between the auxiliary and the verb is inside the group.
func (s *Sentence) VerbGroups() []VerbGroup {
	if s.read&readVerbs != 0 {
		return s.verbs
	}
	tags := s.Tags()
	s.read |= readVerbs
	s.verbs = slices.Grow(s.verbs[:0], len(tags)/tokensAVerb)
	for i := 0; i < len(tags); {
		if !s.opensGroup(i) {
			i++
			continue
		}
		g := s.groupAt(i)
		s.share(&g)
		s.verbs = append(s.verbs, g)
		i = g.End
	}
	return s.verbs
}

// opensGroup reports whether a verb group begins with token i.
func (s *Sentence) opensGroup(i int) bool {
	switch t := s.tags[i]; t {
	case tag.TO:
		k := s.skipAdverbs(i + 1)
		return k < len(s.tags) && s.tags[k] == tag.VB
	case tag.VBN, tag.VBG:
		return !s.class(i).has(isPreposition) && !s.premodifier(i)
	default:
		return tag.Verbs.Has(t)
	}
}

// premodifier reports whether the participle at i belongs to the noun behind
// it.
func (s *Sentence) premodifier(i int) bool {
	next := s.tagAt(i + 1)
	if next == tag.Hyphen || s.tagAt(i-1) == tag.Hyphen {
		return true
	}
	if !tag.Nouns.Has(next) && next != tag.JJ {
		return false
	}
	switch before := s.tagAt(i - 1); {
	case before == tag.DT, before == tag.PRPS, before == tag.POS, before == tag.CD, tag.Adjectives.Has(before):
		return true
	case s.tags[i] == tag.VBN:
		return before == tag.IN || before == tag.None && next != tag.NNP
	}
	return false
}

// tagAt returns the tag of token i, None outside the sentence.
func (s *Sentence) tagAt(i int) tag.Tag {
	if i < 0 || i >= len(s.tags) {
		return tag.None
	}
	return s.tags[i]
}

// skipAdverbs returns the first token from i on that is no adverb.
func (s *Sentence) skipAdverbs(i int) int {
	for i < len(s.tags) && (tag.Adverbs.Has(s.tags[i]) || s.class(i).has(isNot)) {
		i++
	}
	return i
}

// groupAt reads the verb group that begins with token i.
func (s *Sentence) groupAt(i int) VerbGroup {
	g := VerbGroup{First: i, Head: i}
	s.begin(&g)
	for {
		next := s.next(&g)
		if next < 0 {
			break
		}
		s.extend(&g, next)
	}
	g.End = g.Head + 1
	for k := g.First; k <= g.Head; k++ {
		g.Negated = g.Negated || s.class(k).has(isNot)
	}
	if s.class(g.Head).has(isBe|isHave|isDo) && g.End < len(s.tags) && s.class(g.End).has(isNot) {
		g.Negated = true
		g.End++
	}
	if i > 0 && s.class(i-1).has(isNot) && (g.Form != Finite || s.tags[i-1] == tag.RB && s.tags[i] != tag.MD) {
		g.Negated = true // never attended; not attending
	}
	return g
}

// begin sets what the first verb of a group tells.
func (s *Sentence) begin(g *VerbGroup) {
	c := s.class(g.Head)
	switch s.tags[g.Head] {
	case tag.MD:
		g.Form = Finite
		g.Modality = modalityOf(c)
		if g.Modality == Will || g.Modality == Shall {
			g.Tense = Future
		}
	case tag.VBD:
		g.Form, g.Tense = Finite, Past
	case tag.VBZ, tag.VBP:
		g.Form, g.Tense = Finite, Present
	case tag.VBG:
		g.Form = Gerund
	case tag.VBN:
		g.Form, g.Passive = Participle, true
	case tag.TO:
		g.Form = Infinitive
		if g.First > 0 && s.class(g.First-1).has(isPlan|isIntend) {
			g.Modality = Scheduled
		}
	default:
		g.Form = Infinitive
	}
}

// modalityOf returns the modality of a modal.
func modalityOf(c class) Modality {
	for m := Will; m <= Need; m++ {
		if c.has(isWill << (m - Will)) {
			return m
		}
	}
	return Can
}

// next returns the verb, or "to", that goes on with g behind its head, -1 if
// the head is the main verb.
func (s *Sentence) next(g *VerbGroup) int {
	c, t := s.class(g.Head), s.tags[g.Head]
	k := s.skipAdverbs(g.Head + 1)
	if k == g.Head+1 || s.tagAt(k) == tag.PRP {
		k = s.skipSubject(g, k)
	}
	next := s.tagAt(k)
	fits := false
	switch {
	case t == tag.MD, t == tag.TO:
		fits = next == tag.VB || t == tag.MD && (next == tag.VBP || next == tag.VBN && c.has(isHave))
	case c.has(isHave):
		fits = next == tag.VBN || next == tag.VBD && k > 0 || next == tag.TO && c.has(isObliged) && s.infinitive(k)
	case c.has(isBe):
		fits = next == tag.VBG && !s.class(k).has(isPreposition) || next == tag.VBN || next == tag.VBD || next == tag.TO && s.infinitive(k)
	case c.has(isDo):
		fits = next == tag.VB || next == tag.VBP && k > g.Head+1
	case c.has(isGet):
		fits = next == tag.VBN && k == g.Head+1
	case c.has(isGoing):
		fits = next == tag.TO && k == g.Head+1 && s.infinitive(k)
	case c.has(isUsed):
		fits = next == tag.TO && k == g.Head+1 && s.infinitive(k) && !g.Passive
	}
	if !fits || (next == tag.VBN || next == tag.VBG) && s.premodifier(k) {
		return -1
	}
	return k
}

// infinitive reports whether token i is a "to" before a verb.
func (s *Sentence) infinitive(i int) bool {
	return s.tagAt(s.skipAdverbs(i+1)) == tag.VB
}

// maxSubject bounds the tokens between the auxiliary and the verb of a
// question.
const maxSubject = 6

// skipSubject returns the token behind the subject that a question puts at k,
// k if there is none.
func (s *Sentence) skipSubject(g *VerbGroup, k int) int {
	if !s.questions(g) {
		return k
	}
	for i := k; i < len(s.tags) && i <= k+maxSubject; i++ {
		switch t := s.tags[i]; {
		case t == tag.DT, t == tag.PRP, t == tag.PRPS, t == tag.POS, t == tag.CD, tag.Nouns.Has(t), tag.Adjectives.Has(t):
		case tag.Verbs.Has(t) && i > k:
			return i
		default:
			return k
		}
	}
	return k
}

// questions reports whether g is an auxiliary before its subject.
func (s *Sentence) questions(g *VerbGroup) bool {
	if g.Head != g.First || !s.class(g.Head).has(isBe|isHave|isDo) && s.tags[g.Head] != tag.MD {
		return false
	}
	if !s.asks() {
		return false
	}
	before := s.tagAt(g.First - 1)
	return !tag.Nouns.Has(before) && before != tag.PRP && before != tag.WP && before != tag.WDT
}

// extend moves the head of g to the verb or "to" at k.
func (s *Sentence) extend(g *VerbGroup, k int) {
	c, t := s.class(g.Head), s.tags[g.Head]
	next := s.tags[k]
	if g.Head == g.First {
		g.Passive = false
	}
	switch {
	case (t == tag.MD || t == tag.TO) && next != tag.VBN || next == tag.VB:
	case next == tag.TO:
		s.periphrasis(g, c)
	case c.has(isHave):
		g.Perfect = true
		s.settle(g, c)
	case next == tag.VBG:
		g.Progressive = true
	default:
		g.Passive = true
	}
	g.Head = k
}

// settle finds the tense of 's and 'd, which the tags do not always tell.
func (s *Sentence) settle(g *VerbGroup, c class) {
	if g.Form == Finite && g.Modality == Would && c.has(isHave) && g.Head == g.First {
		g.Modality, g.Tense = Plain, Past // 'd gone
	}
}

// periphrasis is about is to, has to, is going to, used to.
func (s *Sentence) periphrasis(g *VerbGroup, c class) {
	switch {
	case c.has(isGoing):
		g.Modality, g.Progressive = GoingTo, false
		if g.Tense == Present {
			g.Tense = Future
		}
	case c.has(isBe):
		g.Modality = IsTo
		if g.Tense == Present {
			g.Tense = Future
		}
	case c.has(isUsed):
		g.Modality = UsedTo
	default:
		g.Modality = Must
	}
}

// share gives g the auxiliaries of the group before it, if it stands behind a
// conjunction with a form that needs some.
func (s *Sentence) share(g *VerbGroup) {
	if g.First != g.Head || len(s.verbs) == 0 {
		return
	}
	before := &s.verbs[len(s.verbs)-1]
	head := s.tags[before.Head]
	own := s.tags[g.Head]
	joined := s.joins(g.First)
	switch {
	case own == tag.VBP && head == tag.VB && joined:
		own = tag.VB
	case own == tag.VBD && head == tag.VBN && joined && before.Tense != Past && s.facts(g.Head).Has(tag.Past):
		own = tag.VBN // will be raised and paid
	}
	if own != head || !joined || before.First == before.Head && !before.Shared {
		return
	}
	negated := g.Negated
	first, end, at := g.First, g.End, g.Head
	*g = *before
	g.First, g.End, g.Head = first, end, at
	g.Negated = negated
	g.Shared = true
}

// joins reports whether a conjunction, or a comma, stands before token i,
// adverbs aside.
func (s *Sentence) joins(i int) bool {
	i--
	for i >= 0 && tag.Adverbs.Has(s.tags[i]) {
		i--
	}
	return i >= 0 && (s.tags[i] == tag.CC || s.class(i).has(isJoin))
}
