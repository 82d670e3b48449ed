package rules

// An Apposition is two time expressions side by side that a text gives as names
// of one time, such as "last year (1996)", "Christmas Day, 25 December" or "1:40
// a.m. (1040 GMT)". Those of headline, deck, body and captions are told.
type Apposition struct {
	// At is the passage from the first to the end of the second.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// First is the expression that stands first.
	First Time `cel:"first"`
	// Second is the expression that gives the same time again.
	Second Time `cel:"second"`
	// Fixes are ways out, one for each side.
	Fixes []Fix `cel:"fixes"`
}

func (a Apposition) place() Place { return a.At }
