package timeline

import (
	"factcheck/internal/text"
)

// A Type is a TIMEX3 type (TimeML 1.2.1, section 2.3).
type Type uint8

// The types. The zero Type is invalid.
const (
	DATE Type = iota + 1
	TIME
	DURATION
	SET
)

// String returns the type as TimeML writes it.
func (t Type) String() string {
	switch t {
	case DATE:
		return "DATE"
	case TIME:
		return "TIME"
	case DURATION:
		return "DURATION"
	case SET:
		return "SET"
	}
	return ""
}

// A Mod is a TIMEX3 modifier (TimeML 1.2.1, section 2.3, attribute mod).
type Mod string

// The modifiers used here.
const (
	Start       Mod = "START"
	Mid         Mod = "MID"
	End         Mod = "END"
	Approx      Mod = "APPROX"
	MoreThan    Mod = "MORE_THAN"
	LessThan    Mod = "LESS_THAN"
	EqualOrLess Mod = "EQUAL_OR_LESS"
	EqualOrMore Mod = "EQUAL_OR_MORE"
)

// An op says how a reading becomes an interval once its anchor is known.
type op uint8

const (
	opAbsolute op = iota + 1 // year, month, day as far as said; needs no anchor
	opYearless               // month, or month and day: the year is inferred
	opWeekday                // a weekday, perhaps modified
	opShift                  // the unit that holds the anchor, moved by n units
	opOffset                 // n units from the anchor: ago, later
	opPresent                // now
	opVague                  // recently, the future
	opNamed                  // an almanac entry
	opDuration               // a length, without a place on the calendar
	opSet                    // recurring
	opQuarter                // a quarter without year
	opReported               // the quarter that a report is about
	opClock                  // a clock time or part of the day on a day that is not said
	opWeekOf                 // the nth week of a month, or the week that holds a day
	opEndsOn                 // the quarter or week that ends on a day
	opBefore                 // a year or century before the common era
	opNth                    // the nth or last of a month, quarter or year
	opFrom                   // n units from another time of the words
)

// A Direction tells how it was decided whether an expression points back or
// ahead. The zero Direction means that there was nothing to decide.
type Direction uint8

// The directions.
const (
	Given Direction = iota + 1
	Inferred
)

// String returns "given" or "inferred".
func (d Direction) String() string {
	switch d {
	case Given:
		return "given"
	case Inferred:
		return "inferred"
	}
	return ""
}

// A Reading is what a time expression says by its words alone, before an
// anchor is known. Unset numbers are -1.
type Reading struct {
	Span text.Span
	Type Type
	Mod  Mod
	// Grain is the unit the words speak in: day for "Friday", month for "last month".
	Grain Grain
	// Problem says why no such day or time exists ("June has 30 days"); empty
	// when one does.
	Problem string
	// Weekday is the weekday the words state, -1 for none. In "Friday, 15 June
	// 2018" it stands beside the date and can be checked against it.
	Weekday int
	// Beside is the passage that holds the date and its weekday where the two
	// stand apart, as in "December 4, a Tuesday"; empty where they do not.
	Beside text.Span
	// WeekdayAt is where the weekday of Beside stands.
	WeekdayAt text.Span
	// BothOrders tells that the words are a numeric date of which day and month
	// could change places, such as 04/05/2019, and that no weekday decides.
	BothOrders bool
	// Relative tells that the expression needs an anchor.
	Relative bool
	// Discourse tells that the anchor is an earlier time in the text rather
	// than the publication date: "the following week".
	Discourse bool
	// HalfOpen tells that the words leave open which half of the day they mean,
	// as "at seven o'clock" does. The value then has the hour as said, the
	// interval runs from the first of the two to the second. That the day itself
	// is known, Time.Sure says.
	HalfOpen bool
	// Restates tells that this clock time stands in brackets behind another, the
	// reading just before it, and says the same moment in another zone: "1:40
	// a.m. (1040 GMT)".
	Restates bool
	// Named is the almanac entry that gave the date, nil for none.
	Named *Entry
	// Joins says whether the reading ends a range or goes on with a list that
	// the reading before it in the text began; zero for neither.
	Joins Joint

	op               op
	year, month, dom int // -1: not said
	n                int
	unit             Grain
	clock            int // minute of the day, 1440 for the midnight that ends it, -1: not said
	hasZone          bool
	zone             int        // minutes east of UTC
	lone             bool       // a day of the month by its number alone: "the 22nd"
	within           Grain      // what an nth is counted in
	shift            int        // which of these, from the one that holds the anchor
	nthWeekday       int        // the weekday that is counted, from 1 for Sunday; 0: none
	inWeek           bool       // a weekday whose week the words say: n from that of the anchor
	event            *eventBase // the event that it counts from, nil for none
	times            int        // of what recurs: how many times in the unit, 0 where that is not said
	quant            string     // of what recurs: EVERY or EACH
	side             int        // of a length: 1 begins at publication ("the next"), -1 ends there ("the past")
	besideEvent      bool       // it names again the day of the one before it, which counts from an event
	from             *Reading   // the time of the words that it counts from, nil for the anchor
	half             int        // 1 or 2: which half of a decade or century
	dayOff           int        // days from the day that the words name to that of a clock time, over midnight
	part             int        // 0: not said; 1 morning … 4 night, 5 midday
	ofYear           bool       // the year is said by last, this or next: "May last year"
	yearShift        int        // which: -1, 0, 1
	agreed           int        // the year that the weekdays of its account prove, 0 for none
	future           bool       // a future verb group stands just before
	past             bool       // "ended" or "since" stands before it
	told             bool       // a past tense stands near, no future verb group
	asks             bool       // the words beside it leave its direction to the verb that governs it
	close            bool       // that past tense stands right beside it
	openEnd          bool       // it ends what runs on: by, until, through
	aside            bool       // what something is compared with: "from a year earlier"
	said             bool       // a verb of saying stands just before it
	reports          bool       // a weekday that dates the main verb of its sentence
	local            bool       // the dateline's day may be one ahead
	likeAgency       bool       // in the words of news agencies
	modified         bool       // last, this, next
	plural           bool
	entire           bool   // a unit that no word but "the" points at: "the end of the month"
	value            string // fixed value, for durations, sets and references
	sub              Mod    // earlier/later inside a shifted unit: "earlier this month"
	secs             int    // seconds of a stamp, -1: not said
	beside           int    // the part of the day said with a clock time, as part; 0: none
	lead             int    // bytes of "last Friday" in "last Friday, 3 June"; 0: none
	leadShift        int    // its -1, 0 or 1

	atBase    Interval // resolved against the scanner's base day
	baseValue string
}

func newReading(t Type, o op, g Grain) Reading {
	return Reading{Type: t, op: o, Grain: g, Weekday: -1, year: -1, month: -1, dom: -1, clock: -1, secs: -1}
}

// FullDate returns the day that the words spell out with year, month and
// day; ok is false when any is missing or no such day exists.
func (r *Reading) FullDate() (d Day, ok bool) {
	if r.op != opAbsolute || r.Problem != "" || r.year < 0 || r.month < 1 || r.dom < 1 {
		return 0, false
	}
	return Date(r.year, monthOf(r.month), r.dom), true
}

// BareWeekday tells that the reading is a weekday and nothing more.
func (r *Reading) BareWeekday() bool {
	return r.op == opWeekday && !r.modified && !r.plural && r.dom < 0
}

// Said reports whether the reading is a day that stands just behind a verb of
// saying: "told reporters in Paris on Friday".
func (r *Reading) Said() bool { return r.said }

// Reports reports whether the reading is a weekday that dates what its sentence
// mainly tells, in the past: "said on Friday", "on Friday approved", "were killed
// Friday", but not "the man arrested on Friday has died".
func (r *Reading) Reports() bool { return r.reports }

// LikeAgency reports whether the weekday dates the main verb in the way of news
// agencies: "said on Friday", "the cabinet on Friday approved", "were killed on
// Friday, police said".
func (r *Reading) LikeAgency() bool { return r.likeAgency }

// WithDay returns the words of a full date or month and day with another day
// in the same month, empty when the words cannot be rewritten so.
func (t *Time) WithDay(d Day) string {
	y, m, dom := d.Civil()
	if t.dom < 0 || int(m) != t.month || t.year >= 0 && y != t.year {
		return ""
	}
	old, at := pad(t.dom, 1), -1
	for i := 0; i+len(old) <= len(t.Text); i++ {
		digitBefore := i > 0 && isDigit(t.Text[i-1])
		digitAfter := i+len(old) < len(t.Text) && isDigit(t.Text[i+len(old)])
		if t.Text[i:i+len(old)] != old || digitBefore || digitAfter {
			continue
		}
		if at >= 0 {
			return "" // 6/6/2018: which one is the day?
		}
		at = i
	}
	if at < 0 {
		return ""
	}
	return t.Text[:at] + pad(dom, 1) + t.Text[at+len(old):]
}
