// Code generated from classes/*.txt by go generate; DO NOT EDIT.

package en

// The classes, in the order of the tables.
const (
	Article           Class = 1 // the articles
	IndefiniteArticle Class = 2 // the articles of one among many
	ThirdPerson       Class = 3 // personal pronouns of the third person as subjects
	Possessive        Class = 4 // possessive determiners
	NameSuffix        Class = 5 // what stands behind a surname
)

// count is one more than there are classes.
const count = 6
