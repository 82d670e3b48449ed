package rules

// A Total is an amount and the amounts that a text says it is made of, or that
// it is the difference of: "12 people, seven men and five women", "won 61 to 38,
// a majority of 23".
type Total struct {
	// At is the passage that states the whole.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Form is sum or difference.
	Form string `cel:"form"`
	// Whole is the stated sum or difference.
	Whole Number `cel:"whole"`
	// Parts are the amounts it is made of, in the order of the text; of a
	// difference two.
	Parts []Number `cel:"parts"`
	// Complete reports whether the words say that there are no other parts.
	Complete bool `cel:"complete"`
	// Computed is the sum or difference of the parts.
	Computed float64 `cel:"computed"`
	// Tolerance is by how much rounding as written can put the two apart.
	Tolerance float64 `cel:"tolerance"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Change is a change that a text states with both of its ends, such as "rose
// 10 percent to 121 from 110".
type Change struct {
	// At is the passage that states the change.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Direction is 1 if the words say up, -1 if down.
	Direction int64 `cel:"direction"`
	// By is the stated change: a percentage, points or an amount.
	By *Number `cel:"by"`
	// From is the value before.
	From Number `cel:"from"`
	// To is the value after.
	To Number `cel:"to"`
	// Computed is the change that From and To make, in the unit of By and with a
	// sign.
	Computed float64 `cel:"computed"`
	// Tolerance is by how much rounding as written can put it apart from By.
	Tolerance float64 `cel:"tolerance"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

func (t Total) place() Place  { return t.At }
func (c Change) place() Place { return c.At }
