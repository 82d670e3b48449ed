package syntax

import (
	"math/bits"
	"slices"
	"sort"

	"factcheck/internal/lexicon"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// A Sentence is one sentence at work. It reads no more than it is asked for:
// tokens with the first call of Tokens, tags with the first of Tags, groups
// with the first of VerbGroups or NounGroups. The zero Sentence is empty; Reset
// gives it a sentence and keeps the memory of those before.
//
// A Sentence belongs to one goroutine at a time. Any number of them may be at
// work at once.
type Sentence struct {
	src    string
	span   text.Span
	read   uint8 // what is read already, in bits
	tokens []tag.Token
	tags   []tag.Tag
	verbs  []VerbGroup
	nouns  []NounGroup
}

// Bits of Sentence.read.
const (
	readTokens = 1 << iota
	readTags
	readVerbs
	readNouns
)

// Reset makes s the sentence src[span]. All offsets are into src. What s gave
// before is no longer valid.
func (s *Sentence) Reset(src string, span text.Span) {
	s.src, s.span, s.read = src, span, 0
}

// Span returns where the sentence stands.
func (s *Sentence) Span() text.Span { return s.span }

// Tokens returns the tokens in order. The slice is valid until Reset, and is
// not to be changed; so are those of the other methods.
func (s *Sentence) Tokens() []tag.Token {
	if s.read&readTokens == 0 {
		s.read |= readTokens
		s.tokens = tag.Split(slices.Grow(s.tokens[:0], s.span.Len()/bytesAToken), s.src, s.span)
	}
	return s.tokens
}

// How many bytes of prose a token has at the least, and tokens a group: what room is
// made for. Measured on news; more grow.
const (
	bytesAToken = 4
	tokensAVerb = 6
	tokensANoun = 3
)

// Tags returns one tag a token: those of the model that ships, put right where
// the sentence as a whole tells more than the neighbours of a word (see
// docs/tagger.md).
func (s *Sentence) Tags() []tag.Tag {
	if s.read&readTags == 0 {
		tokens := s.Tokens()
		s.read |= readTags
		s.tags = tag.English().Tags(slices.Grow(s.tags[:0], len(tokens)), s.src, tokens)
		s.repair()
	}
	return s.tags
}

// Text returns the text of token i.
func (s *Sentence) Text(i int) string { return s.Tokens()[i].In(s.src) }

// Lemma returns the base form of token i by its tag: of a verb "tell" for told,
// of a plural the singular, of a name the name, of other words the small
// letters. Clitics of verbs have their verb's: "will" for 'll.
func (s *Sentence) Lemma(i int) string {
	word := s.Text(i)
	t := s.Tags()[i]
	switch {
	case tag.ProperNouns.Has(t):
		return word
	case tag.Verbs.Has(t):
		return s.verbLemma(i, text.Lower(word))
	case t == tag.NNS:
		singular, _ := lexicon.Singular(text.Lower(word))
		return singular
	}
	return text.Lower(word)
}

// verbLemma is of a verb in small letters. The names of the classes of
// auxiliaries are their lemmas.
func (s *Sentence) verbLemma(i int, word string) string {
	modal := s.tags[i] == tag.MD
	if !modal && !s.tokens[i].Shape.Has(tag.Clitic) {
		return lexicon.Lemma(word)
	}
	c := s.class(i) & (isBe | isHave | isDo | isModal)
	switch {
	case modal && c.has(isHave) && s.tagAt(s.skipAdverbs(i+1)) == tag.VBN:
		c = isHave // they'd sold
	case modal:
		c &= isModal
	case c == isBe|isHave && s.class(s.skipAdverbs(i+1)).has(isBe|isHave|isGet):
		c = isHave // it's been
	default:
		c &^= isModal
	}
	if c == 0 {
		return lexicon.Lemma(word)
	}
	return classNames[bits.TrailingZeros32(uint32(c))]
}

// class returns what token i does in a verb group or clause.
func (s *Sentence) class(i int) class {
	if i >= len(s.tokens) {
		return 0
	}
	return classes()[s.tokens[i].ID]
}

// Range returns the tokens [first, end) that overlap span; first equals end where
// none does.
func (s *Sentence) Range(span text.Span) (first, end int) { return s.tokensIn(span) }

// tokensIn returns the range of tokens that overlap span; it is empty where
// none does.
func (s *Sentence) tokensIn(span text.Span) (first, end int) {
	tokens := s.Tokens()
	first = sort.Search(len(tokens), func(i int) bool { return tokens[i].End > span.Start })
	for end = first; end < len(tokens) && tokens[end].Start < span.End; end++ {
	}
	return first, end
}

// ClauseMark reports whether token i opens a clause of its own: that, because,
// when. It is false outside the sentence.
func (s *Sentence) ClauseMark(i int) bool {
	return i >= 0 && i < len(s.Tokens()) && s.class(i).has(isClause)
}
