// Code generated from classes/*.txt by go generate; DO NOT EDIT.

package en

// The classes, in the order of the tables.
const (
	Article           Class = 1  // the articles
	IndefiniteArticle Class = 2  // the articles of one among many
	ThirdPerson       Class = 3  // personal pronouns of the third person as subjects
	Possessive        Class = 4  // possessive determiners
	Demonstrative     Class = 5  // determiners that point
	JewelFeast        Class = 6  // what a jewel before it gives the years of
	Former            Class = 7  // what says that an office is no longer held by its holder
	Coming            Class = 8  // what says that an office is not held yet, or only thought of
	Lesser            Class = 9  // what makes of the title of an office that of another one
	Support           Class = 10 // verbs that say little beside the happening that is their object, by lemma
	HappeningPhrase   Class = 11 // verbs with what makes them a happening that is not repeated, by lemma
)

// count is one more than there are classes.
const count = 12
