package page

// A Passage is words [from, to) of a sentence.
type Passage struct {
	Sentence int
	From, To int
}
