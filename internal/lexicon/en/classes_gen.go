// Code generated from classes/*.txt by go generate; DO NOT EDIT.

package en

// The classes, in the order of the tables.
const (
	Article           Class = 1  // the articles
	IndefiniteArticle Class = 2  // the articles of one among many
	ThirdPerson       Class = 3  // personal pronouns of the third person as subjects
	Possessive        Class = 4  // possessive determiners
	Definite          Class = 5  // what makes a number one that the text has told of
	Restricts         Class = 6  // what opens, behind a noun, what says which are meant
	Adverb            Class = 7  // adverbs that may stand before what restricts a noun
	Supposes          Class = 8  // what makes a clause tell of what may be
	Places            Class = 9  // prepositions that say where, or from or by whom, something is counted
	Auxiliary         Class = 10 // finite auxiliaries and modals
	Relative          Class = 11 // relative pronouns
	Percent           Class = 12 // words for hundredths
	PlaceEnding       Class = 13 // what the names of people and things of a place end in, and places
)

// count is one more than there are classes.
const count = 14
