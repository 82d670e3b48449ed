package fact

// A Conversion is an amount that a text gives in two units or currencies, such
// as "12 miles (19 km)" or "2 million euros (2.3 million dollars)", or a number
// of shares with what they cost together.
type Conversion struct {
	// At is the passage of both.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Kind is measure, money, or price for shares and what they cost.
	Kind string `cel:"kind"`
	// First is the amount that stands first.
	First Number `cel:"first"`
	// Second is the same amount in the other unit.
	Second Number `cel:"second"`
	// Expected is First in the unit of Second; nil if the units are not of
	// measurement. Where one name stands for several units, such as the US and the
	// imperial gallon, it is counted in those that fit best.
	Expected *float64 `cel:"expected"`
	// Correct is Expected with its unit, written as Second is; of money and shares
	// the number that Usual, or else the middle of Low and High, would make of
	// Second; empty where there is none.
	Correct string `cel:"correct"`
	// Rate is Second by First.
	Rate float64 `cel:"rate"`
	// RateSaid is Rate in words: "890 KRW to the USD"; empty for a measure.
	RateSaid string `cel:"rate_said"`
	// Tolerance is by how much rounding as written can put Expected and Second
	// apart, in the unit of Second; of money by how much it can move Rate.
	Tolerance float64 `cel:"tolerance"`
	// Low is the lowest rate on record for the two currencies in the year of
	// publication and the year before, or from the first year on that the sentence
	// tells of; nil if the kind is not money, or the year or the rates are not
	// known. Of currencies that share a name those count that fit best.
	Low *float64 `cel:"low"`
	// High is the highest; nil if Low is.
	High *float64 `cel:"high"`
	// RecordSaid is from Low to High in words; empty without them.
	RecordSaid string `cel:"record_said"`
	// Years are the years that Low and High are of: "1997 to 1998"; empty without
	// them.
	Years string `cel:"years"`
	// Usual is the rate that most other conversions of the document between the
	// same two have, the middle one of them; nil if there is no other.
	Usual *float64 `cel:"usual"`
	// UsualSaid is Usual in words; empty without it.
	UsualSaid string `cel:"usual_said"`
	// Agree is the number of other conversions between the same two whose rate is
	// Usual, but for a tenth.
	Agree int64 `cel:"agree"`
	// Against is the other conversion whose rate is nearest to Usual; nil if there is
	// none.
	Against *Note `cel:"against"`
	// Odd reports whether, of conversions that disagree, this is the one to name:
	// most others agree with each other, or its rate is not on record and the
	// other's is, or it stands second of two.
	Odd bool `cel:"odd"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Recount is one quantity that a document gives twice with different values,
// tied by what is counted and what is said of it. Values that rounding, "about"
// or a bound can make one are none.
type Recount struct {
	// At is the second number; of a headline that number.
	At Place `cel:"at"`
	// Text is that number as written.
	Text string `cel:"text"`
	// Zone is the part of the page that it stands in.
	Zone string `cel:"zone"`
	// Kind is headline, where a number of the headline stands against the first
	// sentences of the body and nothing in the body has its value; repeat, where
	// the second number refers back to the first; scale, where both have the same
	// digits and one is in millions, the other in billions or the like; whole, where
	// a single number is a percentage of people beyond a hundred, or per, where it
	// is one of 1,000 and more, First and Second both.
	Kind string `cel:"kind"`
	// First is the number that stands first.
	First Number `cel:"first"`
	// Second is the number that stands second.
	Second Number `cel:"second"`
	// Shared are the words that tie the two together: what is counted, what
	// happened to it, or what the amount is of.
	Shared []string `cel:"shared"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}
