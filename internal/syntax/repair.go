package syntax

import (
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// Repair puts tags right, in place, that depend on more of the sentence than
// the two words before and behind. There is one tag a token; src is the text
// that the tokens were cut from.
//
// Each rule was kept because it corrects more than it spoils on the training
// part of the corpus (see docs/tagger.md).
func Repair(src string, tokens []tag.Token, tags []tag.Tag) {
	s := Sentence{src: src, span: text.Span{End: len(src)}, tokens: tokens, tags: tags, read: readTokens | readTags}
	s.repair()
}

func (s *Sentence) repair() {
	for i, t := range s.tags {
		if s.sign(i) {
			continue
		}
		switch t {
		case tag.VBN, tag.VBP, tag.VB:
			s.preterite(i)
		case tag.VBD:
			s.participle(i)
		case tag.NN:
			s.progressive(i)
		}
	}
	for i, t := range s.tags {
		switch t {
		case tag.MD, tag.NNP:
			s.month(i)
		case tag.IN, tag.TO:
			s.infinitiveMark(i)
		case tag.NN, tag.RB, tag.JJ:
			s.nounOrPast(i)
		case tag.WDT:
			s.reportingThat(i)
		case tag.VB:
			s.baseOrNoun(i)
		}
	}
	for i := range s.tags {
		s.subjectNoun(i)
	}
	s.question()
	if s.finite() {
		s.reduced()
	} else if !s.stopped() {
		s.headline()
		return
	}
	s.bareParticiples()
	if !s.finite() && s.stopped() {
		s.lastParticiple()
	}
	s.behindRelative()
	if !s.finite() && s.stopped() {
		s.pastLikeNoun()
	}
}

// sign tags the sign of a currency, which the corpus has as $ only, and the amount
// behind it: £1.2m. It reports whether one stands at i.
func (s *Sentence) sign(i int) bool {
	if w := s.tokens[i].In(s.src); w[0] < 0x80 || w != "£" && w != "€" && w != "¥" {
		return false
	}
	s.tags[i] = tag.Dollar
	if i+1 < len(s.tags) && s.tokens[i+1].Shape.Has(tag.Digits) {
		s.tags[i+1] = tag.CD
	}
	return true
}

// finite reports whether any verb carries a tense.
func (s *Sentence) finite() bool {
	for _, t := range s.tags {
		if tag.Finite.Has(t) {
			return true
		}
	}
	return false
}

// behindRelative is about a sentence whose finite verbs all stand in a relative
// clause between commas, behind which a participle must be the verb: "The deal,
// which both signed, collapsed."
func (s *Sentence) behindRelative() {
	inside, verb := false, -1
	for i, t := range s.tags {
		switch {
		case t == tag.Comma && inside:
			if s.tagAt(i+1) == tag.VBN && !s.facts(i+1).Has(tag.Participle) && !s.class(i+2).has(isAgent) && verb < 0 {
				verb = i + 1
			}
			inside = false
		case t == tag.Comma:
			inside = tag.Nouns.Has(s.tagAt(i-1)) && tag.SetOf(tag.WDT, tag.WP, tag.WPS, tag.WRB).Has(s.tagAt(i+1))
		case tag.Finite.Has(t) && !inside:
			return
		}
	}
	if verb > 0 {
		s.tags[verb] = tag.VBD
	}
}

// reportingThat is about "that" behind a time and before a clause, which opens
// what was said: "told the court on Monday that her brother had fled".
func (s *Sentence) reportingThat(i int) {
	next := s.tagAt(i + 1)
	opens := tag.SetOf(tag.DT, tag.PRP, tag.PRPS, tag.NNP, tag.EX)
	if s.class(i).has(isClause) && opens.Has(next) && s.class(i-1).has(isMonth|isDate) {
		s.tags[i] = tag.IN
	}
}

// infinitiveMark is about "to", which is TO before a verb and IN elsewhere.
func (s *Sentence) infinitiveMark(i int) {
	if !s.class(i).has(isTo) {
		return
	}
	switch next := s.tagAt(s.skipAdverbs(i + 1)); {
	case s.backToNoun(i):
		s.tags[i], s.tags[i+1] = tag.IN, tag.NN
	case next == tag.VB:
		s.tags[i] = tag.TO
	case s.tags[i] == tag.TO && tag.SetOf(tag.DT, tag.PRPS, tag.PRP, tag.NNP, tag.NNPS, tag.CD, tag.WDT, tag.NNS, tag.VBG).Has(next):
		s.tags[i] = tag.IN
	}
}

// backToNoun reports whether "to" at i leads a noun that was read as a verb, behind a
// word that asks for one and with nothing behind it that a verb would take: returned to
// profit in May, back to work.
func (s *Sentence) backToNoun(i int) bool {
	return i > 0 && s.class(i-1).has(isBack) && s.tagAt(i+1) == tag.VB && s.facts(i+1).Has(tag.Noun) &&
		tag.SetOf(tag.IN, tag.CC, tag.Comma, tag.Stop, tag.None).Has(s.tagAt(i+2))
}

// subjectNoun is about a noun that was read as a verb in the present tense right
// before the verb of its clause: "profit rose", "shares closed".
func (s *Sentence) subjectNoun(i int) {
	t, next := s.tags[i], s.tagAt(i+1)
	if t == tag.VBZ && s.facts(i).Has(tag.Plural) && tag.Nouns.Has(s.tagAt(i-1)) {
		if k := s.preteriteBehind(i); k > 0 {
			s.tags[i], s.tags[k] = tag.NNS, tag.VBD // Upjohn shares also rose
			return
		}
	}
	if i == 0 && t == tag.VB && next == tag.IN && s.facts(0).Has(tag.Noun) && s.finiteBehind(1) {
		s.tags[0] = tag.NN // Profit from coal fell
		return
	}
	if t != tag.VB && t != tag.VBP && t != tag.VBZ || next != tag.VBD && next != tag.MD && next != tag.VBZ && next != tag.VBN {
		return
	}
	if next == tag.VBN && (!tag.Nouns.Has(s.tagAt(i-1)) || s.facts(i+1).Has(tag.Participle) && !s.facts(i+1).Has(tag.Past)) {
		return
	}
	plural := t == tag.VBZ
	if f := s.facts(i); !plural && !f.Has(tag.Noun) || s.class(i).has(isBe|isHave|isDo|isGet) {
		return
	}
	switch before := s.tagAt(i - 1); {
	case before == tag.TO, before == tag.MD, before == tag.PRP, before == tag.WDT, before == tag.WP, before == tag.EX, tag.Adverbs.Has(before):
		return
	case plural && s.class(i+1).has(isBe|isHave):
		return
	case plural:
		s.tags[i] = tag.NNS
	default:
		s.tags[i] = tag.NN
	}
	if next == tag.VBN {
		s.tags[i+1] = tag.VBD
	}
}

// preteriteBehind returns the token behind i, an adverb between them aside, that is
// a past tense and nothing else that a noun stands before; 0 for none.
func (s *Sentence) preteriteBehind(i int) int {
	for k := i + 1; k < len(s.tags) && k <= i+2; k++ {
		if s.facts(k).Has(tag.Preterite) && tag.SetOf(tag.VBD, tag.NN, tag.RB, tag.VBN).Has(s.tags[k]) {
			return k
		}
		if !tag.Adverbs.Has(s.tags[k]) {
			break
		}
	}
	return 0
}

// baseOrNoun is about a noun behind a conjunction that was read as a base form
// although nothing before it asks for one: "the oil and gas company".
func (s *Sentence) baseOrNoun(i int) {
	if i < 2 || s.tags[i-1] != tag.CC || !s.facts(i).Has(tag.Noun) || !tag.Nouns.Has(s.tags[i-2]) || !tag.Nouns.Has(s.tagAt(i+1)) {
		return
	}
	for k := i - 2; k >= 0 && k > i-12; k-- {
		if t := s.tags[k]; t == tag.TO || t == tag.MD || t == tag.VB || s.class(k).has(isDo) {
			return
		}
	}
	s.tags[i] = tag.NN
}

// nounOrPast is about past tenses that are nouns too, behind a noun in a clause
// that has no other verb: "the river rose".
func (s *Sentence) nounOrPast(i int) {
	before, f := s.tagAt(i-1), s.facts(i)
	first := i == 1 && before == tag.VB && f.Has(tag.Preterite) && s.facts(0).Has(tag.Noun) // Profit rose
	if !tag.Nouns.Has(before) && before != tag.PRP && !first || tag.Nouns.Has(s.tagAt(i+1)) && (!f.Has(tag.Preterite) || f.Has(tag.Noun|tag.Adjective)) {
		return
	}
	if !f.Has(tag.Preterite) && (!f.Has(tag.Past) || f.Has(tag.Noun|tag.Base|tag.Adjective)) {
		return
	}
	if s.tags[i] == tag.JJ && f.Has(tag.Adjective) {
		return
	}
	for k := i - 1; k >= 0 && !s.startsClause(k) && s.tags[k] != tag.CC; k-- {
		if tag.Finite.Has(s.tags[k]) {
			return
		}
	}
	for k := i + 1; k < len(s.tags) && !s.startsClause(k) && s.tags[k] != tag.CC && s.tags[k] != tag.Comma; k++ {
		if tag.Finite.Has(s.tags[k]) {
			return
		}
	}
	s.tags[i] = tag.VBD
	if first {
		s.tags[0] = tag.NN
	}
}

// question finds the verb behind the subject of a question, where it looks like
// a noun: "Did the minister resign?"
func (s *Sentence) question() {
	first := 0
	for first < len(s.tags) && (s.tags[first] == tag.WRB || s.tags[first] == tag.OpenQuote) {
		first++
	}
	if first >= len(s.tags) || !s.asks() || !tag.Verbs.Has(s.tags[first]) || s.tags[first] != tag.MD && !s.class(first).has(isDo) {
		return
	}
	for i := first + 2; i < len(s.tags) && i <= first+maxSubject; i++ {
		t := s.tags[i]
		if tag.Verbs.Has(t) {
			return
		}
		noun := t == tag.NN || t == tag.JJ
		if noun && tag.Nouns.Has(s.tags[i-1]) && s.facts(i).Has(tag.Base) && !tag.Nouns.Has(s.tagAt(i+1)) {
			s.tags[i] = tag.VB
			return
		}
	}
}

// asks reports whether a question mark ends the sentence.
func (s *Sentence) asks() bool {
	last := len(s.tokens) - 1
	for last > 0 && s.tags[last] == tag.CloseQuote {
		last--
	}
	return last >= 0 && s.src[s.tokens[last].Start] == '?'
}

// facts returns what the lists say of token i.
func (s *Sentence) facts(i int) tag.Facts { return tag.English().Facts(s.tokens[i].ID) }

// preterite is about forms that are the past tense only, whatever the words
// around seem to say: "the number of deaths rose".
func (s *Sentence) preterite(i int) {
	f := s.facts(i)
	never := tag.Base | tag.Past | tag.Participle
	if s.tags[i] != tag.VBN {
		never = tag.Base
	}
	switch {
	case !f.Has(tag.Preterite|tag.Past) || f.Has(never) || s.class(i).has(isBe|isHave|isDo|isGet):
	case f.Has(tag.Past) && s.auxiliary(i):
		s.tags[i] = tag.VBN
	default:
		s.tags[i] = tag.VBD
	}
}

// participle is about forms that are no past tense, and about those behind an
// auxiliary: "he was killed".
func (s *Sentence) participle(i int) {
	f := s.facts(i)
	if f.Has(tag.Participle) && !f.Has(tag.Preterite|tag.Past) || s.auxiliary(i) && !f.Has(tag.Preterite) {
		s.tags[i] = tag.VBN
	}
}

// auxiliary reports whether a form of be or have stands before token i, adverbs
// between them aside.
func (s *Sentence) auxiliary(i int) bool {
	i--
	for i >= 0 && (tag.Adverbs.Has(s.tags[i]) || s.class(i).has(isNot)) {
		i--
	}
	return i >= 0 && tag.Verbs.Has(s.tags[i]) && s.class(i).has(isBe|isHave)
}

// month is about "May": a month behind a preposition or before a figure, unless
// a verb follows.
func (s *Sentence) month(i int) {
	if !s.class(i).has(isMonth) || !s.tokens[i].Shape.Has(tag.Capital) {
		return
	}
	k := s.skipAdverbs(i + 1)
	next := s.tagAt(k)
	switch {
	case s.tags[i] == tag.NNP:
		if i == 0 && next == tag.PRP && s.class(i).has(isMay) && s.tagAt(k+1) == tag.VB {
			s.tags[i] = tag.MD
		}
	case next == tag.CD, s.tagAt(i-1) == tag.IN, s.tagAt(i-1) == tag.CD,
		i > 0 && next != tag.VB && next != tag.PRP,
		i == 0 && (tag.SetOf(tag.VBD, tag.VBZ, tag.IN, tag.Comma, tag.POS, tag.MD).Has(next)):
		s.tags[i] = tag.NNP
	}
}

// progressive is about a noun in -ing behind "been": "has been training in".
func (s *Sentence) progressive(i int) {
	if i > 0 && s.tags[i-1] == tag.VBN && s.class(i-1).has(isBe) && s.facts(i).Has(tag.Ing) && !tag.Nouns.Has(s.tagAt(i+1)) {
		s.tags[i] = tag.VBG
	}
}

// stopped reports whether the sentence ends as sentences do.
func (s *Sentence) stopped() bool {
	for i := len(s.tags) - 1; i >= 0 && i >= len(s.tags)-3; i-- {
		if s.tags[i] == tag.Stop {
			return true
		}
	}
	return false
}

// bareParticiples is about participles behind a noun, without an auxiliary, in
// a clause that would else have no finite verb: "Prices firmed in April."
func (s *Sentence) bareParticiples() {
	for i, t := range s.tags {
		if t == tag.VBN && s.bare(i) && !s.finiteAround(i) {
			s.tags[i] = tag.VBD
		}
	}
}

// reduced is about past forms behind a noun that has another finite verb in the
// same clause: "the results reported here show".
func (s *Sentence) reduced() {
	for i := 1; i < len(s.tags); i++ {
		if s.tags[i] != tag.VBD || !tag.Nouns.Has(s.tags[i-1]) || s.facts(i).Has(tag.Preterite) || s.class(i).has(isBe|isHave|isDo) {
			continue
		}
		next := s.tagAt(i + 1)
		if next != tag.IN && next != tag.RB && next != tag.TO && !tag.Finite.Has(next) || s.class(i+1).has(isClause) {
			continue
		}
		if s.finiteBehind(i) {
			s.tags[i] = tag.VBN
		}
	}
}

// finiteBehind reports whether a finite verb follows token i with nothing
// between that begins another clause.
func (s *Sentence) finiteBehind(i int) bool {
	for k := i + 1; k < len(s.tags) && k < i+12; k++ {
		switch t := s.tags[k]; {
		case tag.Finite.Has(t):
			return true
		case t == tag.Comma, t == tag.CC, t == tag.PRP, t == tag.WDT, t == tag.WP, t == tag.WRB, t == tag.Colon, t == tag.TO, s.class(k).has(isClause):
			return false
		case t == tag.OpenQuote, t == tag.CloseQuote, t == tag.VBG, t == tag.EX:
			return false
		}
	}
	return false
}

// pastLikeNoun is about a whole sentence without a finite verb, of which the verb
// was read as another word: a past tense that is spelled like one, between a noun and
// what it is done to. "The storm hit Graz on Monday." A name that nobody knows may have
// been read as an adjective: "Harwich beat Alderton."
func (s *Sentence) pastLikeNoun() {
	object := tag.SetOf(tag.DT, tag.PRP, tag.PRPS, tag.NNP, tag.NNPS, tag.CD)
	read := tag.SetOf(tag.NN, tag.RB, tag.IN, tag.JJ)
	for i := 1; i+1 < len(s.tags); i++ {
		t, before := s.tags[i], s.tags[i-1]
		unknown := i == 1 && before == tag.JJ && t == tag.NN && s.tags[2] == tag.NNP
		like := tag.Nouns.Has(before) && read.Has(t) || t == tag.RB && before == tag.Comma && i > 3 || unknown
		if f := s.facts(i); like && f.Has(tag.Base) && f.Has(tag.Past) && object.Has(s.tags[i+1]) {
			s.tags[i] = tag.VBD
			if unknown {
				s.tags[0] = tag.NNP
			}
			return
		}
	}
}

// lastParticiple is about a sentence that has participles only, of which the
// last must be its verb: "The bridge, built in 1931, closed."
func (s *Sentence) lastParticiple() {
	for i := len(s.tags) - 1; i > 0; i-- {
		if s.tags[i] != tag.VBN {
			continue
		}
		if s.tags[i-1] == tag.Comma && !s.class(i+1).has(isAgent) && !s.facts(i).Has(tag.Participle) && s.has(tag.VBN, 0, i) {
			s.tags[i] = tag.VBD
		}
		return
	}
}

// bare reports whether the participle at i could be the past tense of the noun
// before it.
func (s *Sentence) bare(i int) bool {
	if f := s.facts(i); f.Has(tag.Participle) && !f.Has(tag.Past) || s.class(i).has(isBe|isPlan) {
		return false
	}
	k := i - 1
	for k >= 0 && tag.Adverbs.Has(s.tags[k]) {
		k--
	}
	if k < 0 || !tag.Nouns.Has(s.tags[k]) && s.tags[k] != tag.PRP {
		return false
	}
	return !s.class(i+1).has(isAgent) && s.tagAt(i+1) != tag.Hyphen && !s.premodifier(i)
}

// finiteAround reports whether the clause of token i has a finite verb, or an
// auxiliary that the participle may belong to.
func (s *Sentence) finiteAround(i int) bool {
	for k := i - 1; k >= 0 && !s.startsClause(k); k-- {
		if tag.Finite.Has(s.tags[k]) || s.class(k).has(isBe|isHave) {
			return true
		}
	}
	inner := false
	for k := i + 1; k < len(s.tags) && s.tags[k] != tag.Stop && s.tags[k] != tag.Colon; k++ {
		switch t := s.tags[k]; {
		case t == tag.WDT, t == tag.WP, t == tag.WRB, s.class(k).has(isClause):
			inner = true
		case t == tag.Comma:
			inner = false
		case t == tag.CC && s.tags[k-1] == tag.Comma:
			return false
		case tag.Finite.Has(t) && !inner:
			return true
		}
	}
	return false
}

// startsClause reports whether a clause begins behind token i.
func (s *Sentence) startsClause(i int) bool {
	switch t := s.tags[i]; t {
	case tag.Stop, tag.Colon, tag.OpenQuote, tag.CloseQuote, tag.WDT, tag.WP, tag.WRB:
		return true
	case tag.CC:
		return i > 0 && s.tags[i-1] == tag.Comma
	}
	return s.class(i).has(isClause)
}

// headline finds the verb of a line without a full stop and without a finite
// verb, where the present tense looks like a noun: "Minister opens bridge".
func (s *Sentence) headline() {
	for i := 1; i < len(s.tags); i++ {
		t := s.tags[i]
		before := s.tags[i-1]
		f := s.facts(i)
		if !s.goesOn(i + 1) {
			if i+1 == len(s.tags) && t == tag.NNS && f.Has(tag.Third) && (before == tag.Comma && i > 2 || !f.Has(tag.Noun)) {
				s.tags[i] = tag.VBZ // Anna Smith, mayor of Leeds, resigns
			}
			continue
		}
		switch {
		case (t == tag.NNS || t == tag.NNPS || t == tag.NNP) && f.Has(tag.Third) && (tag.Nouns.Has(before) && before != tag.NNS):
			s.tags[i] = tag.VBZ
			return
		case (t == tag.NN || t == tag.VB || t == tag.JJ || t == tag.NNP) && f.Has(tag.Base) && before == tag.NNS:
			s.tags[i] = tag.VBP
			return
		}
	}
}

// goesOn reports whether token i can stand behind the verb of a headline.
func (s *Sentence) goesOn(i int) bool {
	t := s.tagAt(i)
	return tag.SetOf(tag.IN, tag.TO, tag.DT, tag.PRPS, tag.PRP, tag.CD, tag.RP, tag.RB, tag.VBN).Has(t) ||
		tag.Nouns.Has(t) || tag.Adjectives.Has(t)
}
