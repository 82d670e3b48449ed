package tellings

import (
	"strconv"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// A bearer is whom or what a claim is about, as the text goes on speaking of them:
// a name, the words of a noun phrase, or what a pronoun takes up.
type bearer struct {
	key      string // the canonical name, or the noun of the phrase; equal for equal bearers
	mods     string // of a phrase, what stands before its noun, without the article
	text     string // as first written
	sentence int
	person   bool
	plural   bool
	known    bool // told as known: a name, the man, he
}

// bearerReader follows who is spoken of through the claims of a page.
type bearerReader struct {
	d     *page.Page
	topic bearer         // what the last main claim is about
	rival bool           // another person is named beside the topic
	seen  map[string]int // the last sentence in which a phrase that is no name stands
}

func newBearerReader(d *page.Page) bearerReader {
	return bearerReader{d: d, topic: bearer{sentence: -1}, seen: map[string]int{}}
}

// bearerReach is within how many sentences "the man" is the one told of before.
// Chosen.
const bearerReach = 3

// of returns whom participant p of claim c is; false where nobody can tell.
func (r *bearerReader) of(c *claims.Claim, p *claims.Participant) (bearer, bool) {
	if p.Pronoun && p.Name == "" {
		return r.takenUp(c, p)
	}
	b := bearer{text: p.Span.In(r.d.Article.Flow()), sentence: c.Sentence, person: p.Name != "" && (p.Kind == page.NamePerson || p.Kind == 0), plural: r.plural(p)}
	if p.Name != "" {
		b.key, b.text, b.known = p.Name, p.Name, true
		return b, p.Kind != page.NamePlace
	}
	words := strings.Fields(strings.ToLower(b.text))
	if len(words) == 0 || len(words) > maxPhrase {
		return b, false
	}
	b.known = en.Is(words[0], en.Article) && !en.Is(words[0], en.IndefiniteArticle) || en.Is(words[0], en.Demonstrative)
	if en.Is(words[0], en.Article) || en.Is(words[0], en.Demonstrative) {
		words = words[1:]
	}
	if len(words) == 0 || en.Is(words[0], en.Possessive) || strings.ContainsAny(b.text, "'’") {
		return b, false
	}
	b.person = personNoun(p.Lemma)
	b.key = p.Lemma
	b.mods = strings.TrimSuffix(strings.Join(words, " "), words[len(words)-1])
	last, before := r.seen[b.key]
	r.seen[b.key] = c.Sentence
	return b, !b.known || !before || c.Sentence-last <= bearerReach
}

// takes reports whether b can be a, which is told before it: "the bill" is the bill on
// schools, "the new bill" is not.
func (a *bearer) takes(b *bearer) bool {
	return a.key == b.key && a.key != "" && b.known && (b.mods == "" || strings.HasSuffix(a.mods, b.mods))
}

// maxPhrase is how many words a phrase has at most that is told twice. Chosen.
const maxPhrase = 5

// personNoun reports whether a noun, by lemma, means a person.
func personNoun(lemma string) bool {
	_, role := lexicon.Roles().Lookup(lemma)
	return role || lexicon.PersonWord(lemma)
}

// plural reports whether p is more than one.
func (r *bearerReader) plural(p *claims.Participant) bool {
	head := strings.ToLower(p.Head.In(r.d.Article.Flow()))
	return p.Name == "" && head != p.Lemma
}

// takenUp returns what a pronoun takes up: what the claims of its sentence, or of
// the one before, are about; else what it means all through its sentence.
func (r *bearerReader) takenUp(c *claims.Claim, p *claims.Participant) (bearer, bool) {
	b := r.topic
	fits := b.plural
	switch {
	case en.Is(p.Lemma, en.PersonPronoun):
		fits = b.person && !r.rival
	case en.Is(p.Lemma, en.Reflexive):
		return b, false
	case en.Is(p.Lemma, en.ThingPronoun):
		fits = !b.person && !b.plural
	}
	if b.key == "" || c.Sentence-b.sentence > 1 || !fits {
		b = bearer{key: p.Lemma + " " + strconv.Itoa(c.Sentence), text: p.Span.In(r.d.Article.Flow()), person: en.Is(p.Lemma, en.PersonPronoun)}
	}
	b.sentence, b.known = c.Sentence, true
	return b, true
}

// follow notes what claim c is about, for the pronouns behind it.
func (r *bearerReader) follow(c *claims.Claim, b bearer) {
	if c.Sentence != r.topic.sentence {
		r.rival = r.persons(c.Sentence) > 1
	}
	r.topic = b
}

// persons counts the persons that sentence i names.
func (r *bearerReader) persons(i int) int {
	seen := map[string]bool{}
	for _, n := range r.d.NamesOf(i) {
		if n.Kind == page.NamePerson || n.Kind == 0 && n.Words[1]-n.Words[0] > 1 {
			seen[n.Canonical] = true
		}
	}
	return len(seen)
}
