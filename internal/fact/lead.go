package fact

// A Lead is the weekday that dates what the first sentences of a story tell: that
// of "said on Friday", "on Friday approved", "were killed Friday". It is the first
// weekday of the first two sentences of the body that stands with the main verb of
// its sentence, in the past; a sentence that says "today", "yesterday" or a date has none.
type Lead struct {
	// At is where the weekday stands.
	At Place `cel:"at"`
	// Text is the weekday as written, with the part of the day.
	Text string `cel:"text"`
	// WeekdayName is the weekday in English.
	WeekdayName string `cel:"weekday_name"`
	// Sentence is the sentence it stands in.
	Sentence string `cel:"sentence"`
	// Age is how many days before publication the latest such weekday lies, 0 to 6.
	Age int64 `cel:"age"`
	// Published is the day that Age is counted from: that of publication, or that of
	// the dateline where it is a day off.
	Published Day `cel:"published"`
	// Fitting counts the other places of headline, deck and body that tell of the
	// day of publication or the day before: weekdays of main verbs, "today",
	// "yesterday".
	Fitting int64 `cel:"fitting"`
	// Agreeing counts the other weekdays of main verbs that are that of the lead.
	Agreeing int64 `cel:"agreeing"`
	// Dateline reports whether a dateline, with or without a date, opens the story.
	Dateline bool `cel:"dateline"`
	// Agency reports whether the body names a news agency.
	Agency bool `cel:"agency"`
	// Reported reports whether the words are those in which agencies date their
	// news: "officials said Friday", "the cabinet on Friday approved", "were killed
	// Friday, police said".
	Reported bool `cel:"reported"`
	// Part reports whether a part of the day is said with it: "Friday night".
	Part bool `cel:"part"`
	// Meant is the day nearest to publication that the weekday fits.
	Meant Day `cel:"meant"`
	// Fixes are ways out, one for each side.
	Fixes []Fix `cel:"fixes"`
}
