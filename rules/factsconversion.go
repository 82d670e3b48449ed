package rules

// A Conversion is an amount that a text gives in two units or currencies, such
// as "12 miles (19 km)" or "2 million euros (2.3 million dollars)".
type Conversion struct {
	// At is the passage of both.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// First is the amount that stands first.
	First Number `cel:"first"`
	// Second is the same amount in the other unit.
	Second Number `cel:"second"`
	// Expected is First in the unit of Second; nil if the units are currencies or
	// not known.
	Expected *float64 `cel:"expected"`
	// Rate is Second by First.
	Rate float64 `cel:"rate"`
	// Tolerance is by how much rounding as written can put Expected and Second
	// apart, in the unit of Second.
	Tolerance float64 `cel:"tolerance"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Recount is one quantity that a document gives twice, tied by what is counted
// and what is said of it.
type Recount struct {
	// At is the second number.
	At Place `cel:"at"`
	// Text is the second number as written.
	Text string `cel:"text"`
	// Zone is the part of the page that the second stands in.
	Zone string `cel:"zone"`
	// First is the number that stands first.
	First Number `cel:"first"`
	// Second is the number that stands second.
	Second Number `cel:"second"`
	// Shared are the words that tie the two together.
	Shared []string `cel:"shared"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

func (c Conversion) place() Place { return c.At }
func (r Recount) place() Place    { return r.At }
