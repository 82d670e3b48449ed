package fact

// An Apposition is two time expressions side by side that a text gives as names
// of one time, such as "last year (1996)", "Christmas Day, 25 December" or "1:40
// a.m. (1040 GMT)". Those of headline, deck, body and captions are told, unless
// they stand in a quotation or behind "if".
type Apposition struct {
	// At is the passage from the first to the end of the second.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Form is what stands side by side: relative for words that count from a day
	// ("last year") beside a date or weekday, weekday for a weekday beside a
	// date, feast for a named day beside any of these, clocks for two clock
	// times, part for a clock time and a part of the day.
	Form string `cel:"form"`
	// First is the expression that stands first.
	First Time `cel:"first"`
	// Second is the expression that gives the same time again; of one expression
	// that says a part of the day and a clock time, First once more.
	Second Time `cel:"second"`
	// Gap is by how many days at least the two miss each other, whatever the
	// words leave open; 0 if they can be one time, and for clocks and part.
	Gap int64 `cel:"gap"`
	// Counted is what First, or Second where only that counts from a day or is a
	// named day, works out to, in words; empty for clocks and part.
	Counted string `cel:"counted"`
	// Other is the text of the expression that is held against Counted.
	Other string `cel:"other"`
	// Holiday reports whether the sentence speaks of a day off and the named day
	// falls on a weekend, so that a weekday beside it may be kept.
	Holiday bool `cel:"holiday"`
	// Ahead is how far the first clock is ahead of UTC by the second, in minutes
	// east, from -720 to 840; of two that lie a day apart the likelier; nil if
	// neither clock, or each of them, is said to be of a zone.
	Ahead *int64 `cel:"ahead"`
	// Apart is how far the first clock is ahead of the second, in minutes from
	// -719 to 720; 0 for other forms.
	Apart int64 `cel:"apart"`
	// Zones are the differences, in minutes as Apart, that the zones said with
	// both clocks allow; empty if one of them is not said.
	Zones []int64 `cel:"zones"`
	// City is the place whose clock the first is taken to be: named beside it or
	// in the dateline; empty if not known.
	City string `cel:"city"`
	// Here are the offsets from UTC in minutes that hold at City and at the
	// places named near by on that day; empty if not known, or if no clock is so
	// far ahead as Ahead.
	Here []int64 `cel:"here"`
	// Usual is Ahead of most other pairs of clocks in the text whose place is not
	// said either; nil if there are no others, no most, or no clock is so far ahead.
	Usual *int64 `cel:"usual"`
	// UsualAt is the first of them; empty if there is none.
	UsualAt Place `cel:"usual_at"`
	// Part is the part of the day that the words state, for the form part.
	Part string `cel:"part"`
	// Clock is the clock time beside it, in minutes after midnight.
	Clock int64 `cel:"clock"`
	// PartFrom is the earliest clock time of the part, in minutes after midnight,
	// read widely.
	PartFrom int64 `cel:"part_from"`
	// PartTo is the minute after its last one; over 1440 for a night.
	PartTo int64 `cel:"part_to"`
	// Fixes are ways out, one for each side.
	Fixes []Fix `cel:"fixes"`
}
