package fact

import (
	"math"
	"reflect"

	"factcheck/internal/text"
)

// A Link is a field that leads from a fact to another one, or to a list of them.
// It holds nothing: what it leads to is found when a rule reads it, so that a link
// costs no more than that. Links may lead in circles.
type Link[T any] struct{}

// LinkType returns the type of what the link leads to: a pointer to a fact, nil
// where there is none, or a list of pointers.
func (Link[T]) LinkType() reflect.Type { return reflect.TypeFor[T]() }

// A Linking is a fact with links.
type Linking interface {
	// Linked returns what the link with a Go name leads to, of its LinkType.
	Linked(name string) any
}

// Surroundings find what stands in a document. A document has one for all of its
// places; what they return is that of the scopes, and made once.
type Surroundings interface {
	// SentenceAt returns the sentence that holds the first byte of s, nil if that
	// stands in none of headline, deck and body.
	SentenceAt(s text.Span) *Sentence
	// Sentences returns all of them.
	Sentences() []*Sentence
	// Times returns the time expressions that begin within s; likewise below.
	Times(s text.Span) []*Time
	// Numbers returns the numbers.
	Numbers(s text.Span) []*Number
	// Quotes returns the quotations.
	Quotes(s text.Span) []*Quote
	// Events returns the events of which the first mention begins within s.
	Events(s text.Span) []*Event
	// Claims returns the claims.
	Claims(s text.Span) []*Claim
	// Roles returns the titles of the person with a canonical name.
	Roles(holder string) []*Role
}

// Linked implements Linking.
func (p Place) Linked(string) any { return p.around().SentenceAt(p.Span) }

// Linked implements Linking.
func (a Article) Linked(name string) any {
	if name == "Sentences" {
		return a.At.around().Sentences()
	}
	return a.At.around().Times(text.Span{End: math.MaxInt})
}

// Linked implements Linking.
func (s Sentence) Linked(name string) any { return s.At.within(name) }

// Linked implements Linking.
func (e Event) Linked(string) any {
	if all := e.At.around().Claims(e.At.Span); len(all) > 0 {
		return all[0]
	}
	return (*Claim)(nil)
}

// Linked implements Linking.
func (n Name) Linked(string) any { return n.At.around().Roles(n.Canonical) }

// Linked implements Linking.
func (q Quote) Linked(name string) any { return q.At.within(name) }

// within returns the facts that stand within a place, of the kind that a link is
// named for.
func (p Place) within(name string) any {
	switch name {
	case "Times":
		return p.around().Times(p.Span)
	case "Quotes":
		return p.around().Quotes(p.Span)
	case "Events":
		return p.around().Events(p.Span)
	case "Claims":
		return p.around().Claims(p.Span)
	}
	return p.around().Numbers(p.Span)
}

// around returns what finds the surroundings of p.
func (p Place) around() Surroundings {
	if p.Around == nil {
		return nowhere{}
	}
	return p.Around
}

// nowhere is the surroundings of a place that a rule made up.
type nowhere struct{}

func (nowhere) SentenceAt(text.Span) *Sentence { return nil }
func (nowhere) Sentences() []*Sentence         { return nil }
func (nowhere) Times(text.Span) []*Time        { return nil }
func (nowhere) Numbers(text.Span) []*Number    { return nil }
func (nowhere) Quotes(text.Span) []*Quote      { return nil }
func (nowhere) Events(text.Span) []*Event      { return nil }
func (nowhere) Claims(text.Span) []*Claim      { return nil }
func (nowhere) Roles(string) []*Role           { return nil }
