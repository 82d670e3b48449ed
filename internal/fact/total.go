package fact

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
	// Form is sum, difference, percentages for the shares of one whole that pass a
	// hundred together, share for a part of a whole that is given as a
	// percentage or fraction too ("12 of the 50 members, or 24 percent"), list
	// for a count of what is then named ("three cities: Lyon, Nice and Lille"),
	// product for what a number of things comes to at the price of one, or outcome
	// for a result that a verb says the other way ("rejected by 60 votes to 40").
	Form string `cel:"form"`
	// Whole is the stated sum, difference, share or count.
	Whole Number `cel:"whole"`
	// Parts are the amounts it is made of, in the order of the text; of a
	// difference two, of a share the part and its whole, of a product the number
	// and the price, of an outcome the votes for and against, of a list none.
	Parts []Number `cel:"parts"`
	// Named is what a list names, of an outcome the verb; empty for the other forms.
	Named []string `cel:"named"`
	// Complete reports whether the words leave no room for other parts.
	Complete bool `cel:"complete"`
	// Computed is the sum or difference of the parts, the share in the unit of
	// the whole, or how many are named.
	Computed float64 `cel:"computed"`
	// Tolerance is by how much rounding as written can put the two apart.
	Tolerance float64 `cel:"tolerance"`
	// Makes is the whole with Computed for its number, such as "13 people".
	Makes string `cel:"makes"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Change is a change that a text states with both of its ends, such as "rose
// 10 percent to 121 from 110".
type Change struct {
	// At is the passage that states the change; where none is stated the value
	// after.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Form is percent, points, amount, times for "doubled" and the like, or
	// direction where the words say no more than up or down.
	Form string `cel:"form"`
	// Verb is the word of change, such as "rose".
	Verb string `cel:"verb"`
	// Direction is 1 if the words say up, -1 if down, 0 if neither.
	Direction int64 `cel:"direction"`
	// By is the stated change: a percentage, points or an amount; nil if the form
	// is times or direction.
	By *Number `cel:"by"`
	// Step is the same change as an amount, where the text gives no value before:
	// "lost 12 points, or 1.2 percent, to close at 988"; nil if it gives one.
	Step *Number `cel:"step"`
	// From is the value before; nil if Step is given.
	From *Number `cel:"from"`
	// To is the value after.
	To Number `cel:"to"`
	// Stated is the stated change with its sign: in percent, in points, as an
	// amount, as a factor, or the direction.
	Stated float64 `cel:"stated"`
	// Computed is the change that the ends make, in the same unit.
	Computed float64 `cel:"computed"`
	// Tolerance is by how much rounding as written can put the two apart.
	Tolerance float64 `cel:"tolerance"`
	// Points is by how many percentage points the ends lie apart, where both are
	// percentages and the change is stated in percent; nil if not.
	Points *float64 `cel:"points"`
	// Makes is the change that the ends make, in words: "a rise of 21 percent".
	Makes string `cel:"makes"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}
