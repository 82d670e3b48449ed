// Code generated from classes/*.txt by go generate; DO NOT EDIT.

package en

// The classes, in the order of the tables.
const (
	Article           Class = 1  // the articles
	IndefiniteArticle Class = 2  // the articles of one among many
	ThirdPerson       Class = 3  // personal pronouns of the third person as subjects
	Possessive        Class = 4  // possessive determiners
	Relative          Class = 5  // what opens a relative clause behind a name
	OfWhat            Class = 6  // what joins a title to what it is of
	BeforePlace       Class = 7  // prepositions that stand before a place
	First             Class = 8  // what opens a sequence
	Second            Class = 9  // what comes second in a sequence
	Aftermath         Class = 10 // verbs and nouns of what comes after an event and is news of its own
	Another           Class = 11 // words that tell an event from an earlier one of its kind
	NameEnd           Class = 12 // what stands behind a surname and belongs to the name
	Magnitude         Class = 13 // what a figure for the strength of an earthquake stands with
)

// count is one more than there are classes.
const count = 14
