package fact

// A Range is two ends that a text joins, such as "from March to May 2012". Those
// of headline, deck, body and captions are told.
type Range struct {
	// At is the passage from the first end to the second.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// From is the end that stands first.
	From Time `cel:"from"`
	// To is the end that stands second.
	To Time `cel:"to"`
	// Form is joined for "from 2009 to 2012" or "2009-12", verbs for "began in 2009
	// and ended in 2012".
	Form string `cel:"form"`
	// Moved reports whether words beside it say that something was moved, cut or
	// changed from the one time to the other.
	Moved bool `cel:"moved"`
	// Wraps reports whether the second end can be in the day, week or year after
	// the first, and so need not be the larger: "10 p.m. to 6 a.m.", "from
	// December to March".
	Wraps bool `cel:"wraps"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Lapse is a length of time that a text states beside the two times it lies
// between, such as "eight years ago, in 2009", "the 10th anniversary of the 1999
// fire" or "a three-day visit from Monday to Wednesday".
type Lapse struct {
	// At is the passage that states the length.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Form is how the text ties them: ago, since, later, before, anniversary or
	// span.
	Form string `cel:"form"`
	// Length is how many units the text states.
	Length float64 `cel:"length"`
	// Unit is minute, hour, day, week, month, year or decade.
	Unit string `cel:"unit"`
	// Approx reports whether words such as "about" or "nearly" stand with it.
	Approx bool `cel:"approx"`
	// Bound is more, less, least, most, or empty: "more than 20 years".
	Bound string `cel:"bound"`
	// Start is the time that the length is counted from.
	Start *Interval `cel:"start"`
	// End is the time that it is counted to.
	End *Interval `cel:"end"`
	// StartAt is the passage that gives Start.
	StartAt Place `cel:"start_at"`
	// EndAt is the passage that gives End; empty if it is the publication date.
	EndAt Place `cel:"end_at"`
	// Least is the smallest length in Unit that the two times allow, by whatever
	// way of counting is usual for the form.
	Least float64 `cel:"least"`
	// Most is the largest.
	Most float64 `cel:"most"`
	// Backward reports whether End lies before Start.
	Backward bool `cel:"backward"`
	// Counted is what the two times give, in words: "8 or 9 years".
	Counted string `cel:"counted"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// An Age is a statement of how old a person is or was, with what the text gives
// of the birth.
type Age struct {
	// At is the passage that states the age.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Person is the canonical name; empty if the text gives none.
	Person string `cel:"person"`
	// Years is the age as stated.
	Years int64 `cel:"years"`
	// Approx reports whether words such as "about" or "nearly" stand with it.
	Approx bool `cel:"approx"`
	// Again reports whether the text has given the person this age before, of the
	// same time.
	Again bool `cel:"again"`
	// Said is what the age is said of: now, for the time of publication; death;
	// birthday, where it is reached; or then, for another time.
	Said string `cel:"said"`
	// When is the time that the age is said of; nil if not known.
	When *Interval `cel:"when"`
	// Born is when the person was born, by the text; nil if it does not say.
	Born *Interval `cel:"born"`
	// BornAt is the passage that gives Born; empty if there is none.
	BornAt Place `cel:"born_at"`
	// Least is the lowest age that Born and When allow; nil if one of them is not known.
	Least *int64 `cel:"least"`
	// Most is the highest; nil if one of them is not known.
	Most *int64 `cel:"most"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}
