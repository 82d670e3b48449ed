// Package timeline turns text and a publication date into times, intervals
// and a timeline.
//
// # Words used here
//
//   - Document creation time (DCT): when the article was written; "published"
//     to users. Here it is an interval of days, because most saved pages do
//     not print it.
//   - Time expression: words that name a time, with a TIMEX3 type and value
//     (TimeML 1.2.1).
//   - Reading: what a time expression says by its words alone, before an
//     anchor is known.
//   - Anchor: the day or interval that a relative expression counts from.
//   - Grain (granularity): the unit in which an expression speaks.
//   - Direction: whether a bare weekday, month or month and day points back
//     or ahead; given by words, or inferred.
//   - Clue: a statement in a text that limits its publication day.
//   - Allen relation: one of the thirteen relations of two intervals.
//
// All arithmetic is on civil days; there is no clock and no time zone
// conversion. The publication date is always an argument.
package timeline
