package rules

// A Variant is two spellings in one document that may be one name.
type Variant struct {
	// At is the rarer spelling, the later one where both are as frequent.
	At Place `cel:"at"`
	// Text is that spelling.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Other is the other spelling, at its first mention.
	Other Name `cel:"other"`
	// Edit is how they differ: letter, swap, double or drop.
	Edit string `cel:"edit"`
	// Mentions counts the mentions of the rarer spelling.
	Mentions int64 `cel:"mentions"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Requote is one quotation that a document gives twice.
type Requote struct {
	// At is the second.
	At Place `cel:"at"`
	// Text is the second as written.
	Text string `cel:"text"`
	// Zone is the part of the page that the second stands in.
	Zone string `cel:"zone"`
	// First is the quotation that stands first.
	First Quote `cel:"first"`
	// Second is the quotation that stands second.
	Second Quote `cel:"second"`
	// Likeness is the share of words that the two have in common, in their order,
	// from 0 to 1.
	Likeness float64 `cel:"likeness"`
	// Difference says what differs, in words.
	Difference string `cel:"difference"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

func (v Variant) place() Place { return v.At }
func (r Requote) place() Place { return r.At }
