package timeline

import (
	"strings"
	"time"
)

// Options are the choices that a newsroom makes once.
type Options struct {
	// Almanac holds the named days and dated events; nil for none.
	Almanac *Almanac
	// SundayWeek makes weeks begin on Sunday instead of Monday (ISO 8601).
	SundayWeek bool
	// MonthFirst reads 04/05/2018 as 5 April.
	MonthFirst bool
	// OrderChosen tells that the order was asked for, so that no numeric date is
	// in doubt. MonthFirst alone says so too.
	OrderChosen bool
}

var partCodes = [...]string{partMorning: "MO", partAfternoon: "AF", partEvening: "EV", partNight: "NI", partMidday: "MI"}

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// partHours are the hours that a part of the day spans, half-open; night runs
// past midnight. TimeML fixes no hours (section 2.3); these are common usage.
var partHours = [...][2]int{{}, {5, 12}, {12, 18}, {18, 24}, {18, 30}, {11, 14}}

// resolve notes what r means when it is anchored to base.
func (r *Reading) resolve(base Day, opt *Options) {
	r.atBase, r.baseValue = r.on(base, opt)
}

// on returns the interval and the TIMEX3 value of r when it is anchored to
// day d. The interval is empty where the words give none.
func (r *Reading) on(d Day, opt *Options) (Interval, string) {
	if r.Problem != "" {
		return Interval{}, r.unanchored()
	}
	if r.from != nil {
		return r.fromBase(d, opt)
	}
	switch r.op {
	case opNth:
		return r.nth(d, opt)
	case opAbsolute:
		return r.absolute(r.year)
	case opYearless:
		return r.absolute(r.nearestYear(d))
	case opWeekday:
		switch {
		case r.lone:
			return r.numbered(d)
		case r.dom > 0:
			return r.weekdayAndDay(d)
		}
		return r.inDay(r.weekdayFrom(d, opt))
	case opShift, opOffset:
		if !r.inCalendar(d) {
			return Interval{}, r.farAway()
		}
		if r.op == opOffset && r.Type == TIME {
			return r.clockOffset(d)
		}
		if r.op == opOffset && r.unit == GrainWeek {
			d, k := d+Day(7*r.n), *r
			k.n = 0
			return k.shifted(d, opt)
		}
		return r.shifted(d, opt)
	case opPresent:
		return OneDay(d), r.value
	case opNamed:
		return r.namedDay(d)
	case opQuarter:
		return r.quarter(d)
	case opReported:
		return r.reported(d)
	case opClock:
		if !r.inCalendar(d) {
			return Interval{}, r.farAway()
		}
		return r.inDay(d + Day(r.n))
	case opWeekOf:
		return r.weekOf(d, opt)
	case opEndsOn:
		return r.endsOn(d)
	}
	return Interval{}, r.value
}

// weekOf returns the week that holds the day that r names, or r's nth seven
// days of a month, counted from its end when n is negative. Writers begin such
// a week at will: the interval is that of the seven days and of the calendar
// week that holds most of them.
func (r *Reading) weekOf(d Day, opt *Options) (Interval, string) {
	y := r.year
	if y < 0 {
		y = r.nearestYear(d)
	}
	if r.dom > 0 {
		if !ValidDate(y, monthOf(r.month), r.dom) {
			return Interval{}, r.unanchored()
		}
		day := Date(y, monthOf(r.month), r.dom)
		w := weekStart(day, opt)
		return Days(w, w+7), isoWeek(day)
	}
	first := Date(y, monthOf(r.month), 1) + Day(7*(r.n-1))
	if r.n < 0 {
		first = Date(y, monthOf(r.month), DaysIn(y, monthOf(r.month))) - 6
	}
	w := weekStart(first+3, opt)
	return Days(first, first+7).Hull(Days(w, w+7)), isoWeek(first + 3)
}

// endsOn returns the quarter or week that ends on the day that r names, and the
// value of the calendar's quarter or week that holds most of it.
func (r *Reading) endsOn(d Day) (Interval, string) {
	y := r.year
	if y < 0 {
		y = r.nearestYear(d)
	}
	if !ValidDate(y, monthOf(r.month), r.dom) {
		return Interval{}, r.unanchored()
	}
	to := Date(y, monthOf(r.month), r.dom) + 1
	if r.unit == GrainWeek {
		return Days(to-7, to), isoWeek(to - 4)
	}
	from := to.AddMonths(-3)
	return Days(from, to), quarterAround(from, to)
}

// quarterAround returns the value of the quarter that holds the middle of the
// days from from to to.
func quarterAround(from, to Day) string { return quarterValue(from + (to-from)/2) }

// reported returns the last quarter that has ended by d, which is what a report
// is about, or that one n years off; the year where only that is said.
func (r *Reading) reported(d Day) (Interval, string) {
	if r.year >= 0 {
		return Days(Date(r.year, 1, 1), Date(r.year+1, 1, 1)), pad(r.year, 4)
	}
	y, m, _ := d.Civil()
	first := Date(y+r.n, time.Month((int(m)-1)/3*3-2), 1)
	if r.year >= 0 { // the 1988 quarter
		_, last, _ := first.Civil()
		first = Date(r.year, last, 1)
	}
	return Days(first, first.AddMonths(3)), quarterValue(first)
}

func quarterValue(first Day) string {
	y, m, _ := first.Civil()
	return pad(y, 4) + "-Q" + pad((int(m)-1)/3+1, 1)
}

// unitDays is about how many days a unit has.
var unitDays = [...]int{GrainDay: 1, GrainWeekend: 7, GrainWeek: 7, GrainMonth: 31, GrainSeason: 366, GrainQuarter: 92, GrainYear: 366, GrainDecade: 3653, GrainCentury: 36525}

// The years that TIMEX3 values can name.
var firstDay, lastDay = Date(1, 1, 1), Date(9999, 1, 1)

// inCalendar reports whether r, counted from d, stays in the years 1 to 9998.
func (r *Reading) inCalendar(d Day) bool {
	days := 0
	switch r.unit {
	case GrainMinute:
		days = r.n / minutesPerDay
	case GrainHour:
		days = r.n / 24
	default:
		days = r.n * unitDays[r.unit]
	}
	at := int(d) + days
	return at > int(firstDay) && at < int(lastDay)
}

// farAway is the value of what lies outside the calendar.
func (r *Reading) farAway() string {
	if r.n < 0 {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// absolute returns the interval of r's year, month and day, with the year y.
func (r *Reading) absolute(y int) (Interval, string) {
	switch {
	case r.Grain == GrainCentury:
		return r.third(Interval{Date(y, 1, 1).Start(), Date(y+100, 1, 1).Start()}), pad(y/100, 2)
	case r.Grain == GrainDecade:
		return r.third(Interval{Date(y, 1, 1).Start(), Date(y+10, 1, 1).Start()}), pad(y/10, 3)
	case r.Grain == GrainSeason:
		return r.third(seasonOf(y, r.part)), pad(y, 4) + "-" + seasonCodes[r.part]
	case r.month < 0:
		return r.third(Interval{Date(y, 1, 1).Start(), Date(y+1, 1, 1).Start()}), pad(y, 4)
	case r.dom < 0:
		m := monthOf(r.month)
		return r.third(Interval{Date(y, m, 1).Start(), Date(y, m+1, 1).Start()}), pad(y, 4) + "-" + pad(r.month, 2)
	case !ValidDate(y, monthOf(r.month), r.dom):
		return Interval{}, r.unanchored()
	}
	return r.inDay(Date(y, monthOf(r.month), r.dom))
}

// third narrows an interval by early, mid and late: its first, second and
// last third, in whole months where it has so many.
func (r *Reading) third(iv Interval) Interval {
	if r.half > 0 {
		y, _, _ := iv.From.Day().Civil()
		last, _, _ := iv.To.Day().Civil()
		middle := Date((y+last)/2, 1, 1)
		if r.half == 1 {
			return Days(iv.From.Day(), middle)
		}
		return Days(middle, iv.To.Day())
	}
	if r.sub != "" || r.Mod != Start && r.Mod != Mid && r.Mod != End {
		return iv
	}
	from, to := iv.From.Day(), iv.To.Day()
	first, second := from+(to-from)/3, from+(to-from)/3*2
	if months := monthsBetween(from, to); months >= 3 && months%3 == 0 {
		first, second = from.AddMonths(months/3), from.AddMonths(months/3*2)
	}
	switch r.Mod {
	case Start:
		return Days(from, first)
	case Mid:
		return Days(first, second)
	}
	return Days(second, to)
}

// monthsBetween returns how many months lie between two firsts of a month.
func monthsBetween(from, to Day) int {
	y, m, _ := from.Civil()
	toY, toM, _ := to.Civil()
	return (toY-y)*12 + int(toM) - int(m)
}

// inDay places r's clock time or part of the day in d. The midnight that ends d
// is its last minute, so that it stays in the day that the words name.
func (r *Reading) inDay(d Day) (Interval, string) {
	d += Day(r.dayOff)
	switch {
	case r.clock >= 0 && r.op != opOffset:
		from := d.Start() + Minute(min(r.clock, minutesPerDay-1))
		to := from + 1
		if r.HalfOpen {
			to = min(to+minutesPerDay/2, (d + 1).Start())
		}
		return Interval{from, to}, d.String() + r.timeOfDay()
	case r.part > 0 && r.Grain == GrainPart:
		h := partHours[r.part]
		return Interval{d.Start() + Minute(h[0]*60), d.Start() + Minute(h[1]*60)}, d.String() + r.timeOfDay()
	}
	return OneDay(d), d.String()
}

// timeOfDay returns what the value of a TIME has after its day: the clock time,
// the part of the day, or X where the hour is not known. It is empty for other
// types.
func (r *Reading) timeOfDay() string {
	switch {
	case r.Type != TIME:
		return ""
	case r.part > 0:
		return "T" + partCodes[r.part]
	case r.clock < 0 || r.op == opOffset:
		return "TXX:XX"
	}
	v := "T" + pad(r.clock/60, 2) + ":" + pad(r.clock%60, 2)
	if r.secs >= 0 {
		v += ":" + pad(r.secs, 2)
	}
	if r.hasZone && r.zone == 0 {
		v += "Z"
	}
	return v
}

// A yearReason says how the year of a month, or of a month and day, was chosen.
type yearReason uint8

const (
	yearSaid      yearReason = iota + 1 // by last, this or next
	yearLast                            // the last one up to the anchor
	yearNext                            // the next one from the anchor
	yearNearest                         // the one nearest to the anchor
	yearOfWeekday                       // one near the anchor in which the weekday is right
	yearAgreed                          // the one that the weekdays of its account prove
)

// nearestYear returns the year of a month, or month and day, counted from d.
func (r *Reading) nearestYear(d Day) int {
	y, _ := r.yearFrom(d)
	return y
}

// yearFrom returns the year that brings a month, or month and day, nearest to d,
// and why it is that: right for 93.8 % of 144 month-days and 81.8 % of 66 months
// of TimeBank and AQUAINT. With last, this and next the words decide.
func (r *Reading) yearFrom(d Day) (int, yearReason) {
	y, m, _ := d.Civil()
	switch {
	case r.agreed > 0:
		return r.agreed, yearAgreed
	case r.ofYear:
		return y + r.yearShift, yearSaid
	case r.modified && r.dom > 0:
		return r.modifiedYear(d, y), yearSaid
	case r.modified && r.n < 0 && r.month >= int(m):
		return y - 1, yearSaid
	case r.modified && r.n > 0 && r.month <= int(m):
		return y + 1, yearSaid
	case r.modified:
		return y, yearSaid
	}
	if r.past && (r.close || !r.told || !r.soon(m)) {
		if last, ok := r.lastYear(d, y); ok {
			if iv, _ := r.absolute(last); iv.From.Day() > d { // late January, on the 1st
				return last, yearNearest
			}
			return last, yearLast
		}
	}
	if r.dom < 0 {
		best, why := r.yearOfMonth(y, int(m))
		if iv, _ := r.absolute(best); why == yearNext && iv.To.Day() <= d { // early May, at its end
			why = yearNearest
		}
		return best, why
	}
	best := y
	for _, k := range [...]int{y - 1, y + 1} {
		if !r.inYears(best) || r.inYears(k) && abs(r.firstIn(k)-d) < abs(r.firstIn(best)-d) {
			best = k
		}
	}
	why := yearNearest
	switch back, next := best-1, best+1; {
	case r.told && r.inYears(back) && r.firstIn(best) > d && d-r.firstIn(back) <= r.backReach():
		best, why = back, yearLast
	case r.future && r.inYears(next) && r.firstIn(best) < d && (r.close || r.firstIn(next)-d <= aheadReach):
		best, why = next, yearNext
	}
	if of := r.yearOfWeekday(best, d); of != best {
		return of, yearOfWeekday
	}
	return best, why
}

// firstIn returns the first day of r's month, or its day, in the year y.
func (r *Reading) firstIn(y int) Day { return Date(y, monthOf(r.month), max(r.dom, 1)) }

// inYears reports whether the year y has r's month and day.
func (r *Reading) inYears(y int) bool { return ValidDate(y, monthOf(r.month), max(r.dom, 1)) }

// lastYear returns the last year, y at most, in which r begins by the day d.
func (r *Reading) lastYear(d Day, y int) (int, bool) {
	for k := y; k > y-9; k-- { // 29 February comes every fourth year, or eighth
		if r.inYears(k) && r.firstIn(k) <= d {
			return k, true
		}
	}
	return y, false
}

// yearOfMonth returns the year of a month without a day, seen from month m of
// year y.
func (r *Reading) yearOfMonth(y, m int) (int, yearReason) {
	diff := r.month - m
	switch {
	case r.future && diff < 0:
		return y + 1, yearNext
	case r.future:
		return y, yearNext
	case diff >= 6:
		return y - 1, yearNearest
	case diff < -6:
		return y + 1, yearNearest
	}
	return y, yearNearest
}

// modifiedYear returns the year of "last Oct. 23" or "next June 5" counted from
// d in the year y: the month and day strictly before or after d.
func (r *Reading) modifiedYear(d Day, y int) int {
	step := 1
	if r.n < 0 {
		step = -1
	}
	for k := y; r.n != 0 && abs(Day(k-y)) < 9; k += step { // 29 February
		if ValidDate(k, monthOf(r.month), r.dom) && (Date(k, monthOf(r.month), r.dom)-d)*Day(step) > 0 {
			return k
		}
	}
	return y
}

// soon reports whether r's month is one or two months after m. A past tense near
// it then mostly tells of a plan: who means the month a year back says "last".
func (r *Reading) soon(m time.Month) bool {
	ahead := (r.month - int(m) + 12) % 12
	return r.dom < 0 && ahead >= 1 && ahead <= 2
}

// How far from the anchor, in days, the verb that governs a month and day may
// choose another year than the nearest: what lies further off is written with its
// year. closeReach is for a past tense right beside it, aheadReach for what is to
// come, otherYearReach for a past tense elsewhere or a weekday beside it.
const (
	closeReach     = 350
	otherYearReach = 240
	aheadReach     = 250
)

// backReach is how far back a past tense may choose another year for r.
func (r *Reading) backReach() Day {
	if r.close {
		return closeReach
	}
	return otherYearReach
}

// yearOfWeekday returns the year next to best in which the month and day fall
// on the weekday that the words state, if they do not in best.
func (r *Reading) yearOfWeekday(best int, d Day) int {
	fits := func(y int) bool {
		return ValidDate(y, monthOf(r.month), r.dom) && int(Date(y, monthOf(r.month), r.dom).Weekday()) == r.Weekday
	}
	if r.Weekday < 0 || fits(best) {
		return best
	}
	news := r.newsAround(best, d)
	for _, y := range [...]int{best - 1, best + 1} {
		if day := Date(y, monthOf(r.month), r.dom); fits(y) && abs(day-d) <= r.weekdayReach(day < d, news) {
			return y
		}
	}
	return best
}

// newsAround reports whether r in year y lies in the weeks round d, on the side of it
// that the verb points to.
func (r *Reading) newsAround(y int, d Day) bool {
	if !ValidDate(y, monthOf(r.month), r.dom) {
		return false
	}
	day := Date(y, monthOf(r.month), r.dom)
	return abs(day-d) < newsReach && !(r.told && day > d) && !(r.future && day < d)
}

// weekdayReach is how far from the anchor r's weekday may choose another year than
// the nearest: a year on the side that the verb beside it points to. In the weeks round
// the anchor a weekday that does not fit is a slip.
func (r *Reading) weekdayReach(back, news bool) Day {
	if !news && (back && r.told || !back && r.future) {
		return accountReach
	}
	return otherYearReach
}

// A weekdayReason says how the day of a weekday was chosen.
type weekdayReason uint8

const (
	weekdaySaid     weekdayReason = iota + 1 // by last, this or next
	weekdayLatest                            // the latest one up to the anchor
	weekdayNext                              // the next one from the anchor
	weekdayTomorrow                          // the day after the anchor, as the latest one is six days back
	weekdayLocal                             // likewise, where the dateline's day is ahead
)

// weekdayFrom returns the day that a weekday means from d.
func (r *Reading) weekdayFrom(d Day, opt *Options) Day {
	day, _ := r.weekdayChosen(d, opt)
	return day
}

// weekdayChosen returns the day that a weekday means from d, and why it is that:
// the latest one, d included, or the next one after a future verb group (right for
// 91.2 % of 297 bare weekdays of TimeBank and AQUAINT, internal/bench/timex).
func (r *Reading) weekdayChosen(d Day, opt *Options) (Day, weekdayReason) {
	back := Day((int(d.Weekday()) - r.Weekday + 7) % 7)
	ahead := (7 - back) % 7
	switch {
	case r.inWeek:
		w := weekStart(d, opt) + Day(7*r.n)
		return w + Day((r.Weekday-int(w.Weekday())+7)%7), weekdaySaid
	case r.modified && r.n < 0:
		if back == 0 {
			back = 7
		}
		return d - back, weekdaySaid
	case r.modified && r.n > 0:
		if ahead == 0 {
			ahead = 7
		}
		return d + ahead, weekdaySaid
	case r.modified:
		w := weekStart(d, opt)
		return w + Day((r.Weekday-int(w.Weekday())+7)%7), weekdaySaid
	case r.future:
		return d + ahead, weekdayNext
	case back == 6 && r.told && r.local:
		return d + ahead, weekdayLocal
	case back == 6 && !r.told: // who means six days ago says "last Friday"
		return d + ahead, weekdayTomorrow
	}
	return d - back, weekdayLatest
}

// monthsOfWeekday is in how many months in a row every weekday and day of the
// month up to 28 meet at least once.
const monthsOfWeekday = 14

// numberReach is how far from the anchor, in days, a day is that a writer names by
// its number alone: within a month either way.
const numberReach = 31

// weekdayAndDay returns the day nearest to d that is both the weekday and the
// day of the month that the words state: "Tuesday the 4th". If there is none
// within a month, the nearest day of that number, which has another weekday. A
// Friday the 13th is known by its weekday, however far off.
func (r *Reading) weekdayAndDay(d Day) (Interval, string) {
	both, numbered := Day(0), Day(0)
	found, any := false, false
	y, m, _ := d.Civil()
	for k := -monthsOfWeekday; k <= monthsOfWeekday; k++ {
		first := Date(y, m+time.Month(k), 1)
		day := first + Day(r.dom-1)
		if day >= first.AddMonths(1) {
			continue
		}
		if !any || abs(day-d) < abs(numbered-d) {
			numbered, any = day, true
		}
		if int(day.Weekday()) == r.Weekday && (!found || abs(day-d) < abs(both-d)) {
			both, found = day, true
		}
	}
	if found && (abs(both-d) <= numberReach || r.dom == 13 && r.Weekday == int(time.Friday)) {
		return r.inDay(both)
	}
	return r.inDay(numbered)
}

// numbered returns the day of r's number nearest to d: up to d where a past tense
// governs it, from d on where it is to come.
func (r *Reading) numbered(d Day) (Interval, string) {
	y, m, _ := d.Civil()
	best, found := Day(0), false
	for k := -2; k <= 2; k++ {
		day := Date(y, m+time.Month(k), 1) + Day(r.dom-1)
		if _, month, _ := day.Civil(); month != (m-1+time.Month(k)+24)%12+1 || r.told && day > d || r.future && day < d {
			continue
		}
		if !found || abs(day-d) < abs(best-d) {
			best, found = day, true
		}
	}
	if !found {
		return Interval{}, r.unanchored()
	}
	return r.inDay(best)
}

func weekStart(d Day, opt *Options) Day {
	if opt != nil && opt.SundayWeek {
		return d - Day(d.Weekday())
	}
	return d - Day((int(d.Weekday())+6)%7)
}

// shifted returns the unit that holds d, moved by n.
func (r *Reading) shifted(d Day, opt *Options) (Interval, string) {
	var iv Interval
	var v string
	y, m, _ := d.Civil()
	switch r.unit {
	case GrainDay:
		return r.inDay(d + Day(r.n))
	case GrainWeek:
		w := weekStart(d, opt) + Day(7*r.n)
		iv, v = Days(w, w+7), isoWeek(w+Day((8-int(w.Weekday()))%7))
	case GrainWeekend:
		w := weekStart(d, &Options{}) + Day(7*r.n)
		if r.n == 0 && d < w+5 && !r.future { // the weekend just past
			w -= 7
		}
		return Days(w+5, w+7), isoWeek(w) + "-WE"
	case GrainMonth:
		first := Date(y, m+time.Month(r.n), 1)
		iv = Days(first, first.AddMonths(1))
		v = first.String()[:7]
	case GrainQuarter:
		q := (int(m)-1)/3 + r.n
		first := Date(y, time.Month(q*3+1), 1)
		iv = Days(first, first.AddMonths(3))
		v = quarterValue(first)
	case GrainSeason:
		return r.season(d)
	case GrainYear:
		y += r.n
		iv, v = Days(Date(y, 1, 1), Date(y+1, 1, 1)), pad(y, 4)
	case GrainDecade:
		y = (y/10 + r.n) * 10
		iv, v = Days(Date(y, 1, 1), Date(y+10, 1, 1)), pad(y/10, 3)
	case GrainCentury:
		y = (y/100 + r.n) * 100
		iv, v = Days(Date(y, 1, 1), Date(y+100, 1, 1)), pad(y/100, 2)
	default:
		return Interval{}, r.value
	}
	switch r.sub {
	case Start:
		iv.To = min(iv.To, (d + 1).Start())
	case End:
		iv.From = max(iv.From, d.Start())
	}
	return r.third(iv), v
}

func isoWeek(d Day) string {
	y, w := d.Time().ISOWeek()
	return pad(y, 4) + "-W" + pad(w, 2)
}

// seasonOf returns the meteorological season of a year; winter is the one
// that begins in December of the year before.
func seasonOf(y, season int) Interval {
	switch season {
	case 1:
		return Days(Date(y, 3, 1), Date(y, 6, 1))
	case 2:
		return Days(Date(y, 6, 1), Date(y, 9, 1))
	case 3:
		return Days(Date(y, 9, 1), Date(y, 12, 1))
	}
	return Days(Date(y-1, 12, 1), Date(y, 3, 1))
}

func (r *Reading) season(d Day) (Interval, string) {
	y, _, _ := d.Civil()
	switch {
	case r.ofYear:
		y += r.yearShift
	case r.Discourse && r.n == 0: // that winter: the one that had not ended
		if seasonOf(y, r.part).To <= d.Start() {
			y++
		}
	case r.n < 0 && seasonOf(y, r.part).To > d.Start():
		y--
	case r.future && seasonOf(y, r.part).To <= d.Start(), r.n > 0 && seasonOf(y, r.part).From <= d.Start():
		y++
	}
	if r.n < -1 {
		y += r.n + 1 // two summers ago
	}
	return r.third(seasonOf(y, r.part)), pad(y, 4) + "-" + seasonCodes[r.part]
}

func (r *Reading) quarter(d Day) (Interval, string) {
	y := r.year
	size, code := 3, "-Q"
	if r.Grain == GrainHalf {
		size, code = 6, "-H"
	}
	if r.ofYear {
		y, _, _ = d.Civil()
		y += r.yearShift
	} else if y < 0 {
		y, _, _ = d.Civil()
		if Date(y, time.Month((r.n-1)*size+1), 1) > d { // latest begun
			y--
		}
	}
	first := Date(y, time.Month((r.n-1)*size+1), 1)
	return r.third(Days(first, first.AddMonths(size))), pad(y, 4) + code + pad(r.n, 1)
}

func (r *Reading) namedDay(d Day) (Interval, string) {
	day, ok := Day(0), false
	y, _, _ := d.Civil()
	switch {
	case r.year >= 0:
		day, ok = r.Named.In(r.year)
	case r.ofYear:
		day, ok = r.Named.In(y + r.yearShift)
	case r.modified:
		day, ok = r.Named.Beside(d, r.n)
	default:
		day, ok = r.nearestNamed(d)
	}
	if !ok {
		return Interval{}, r.unanchored()
	}
	return r.inDay(day)
}

// nearestNamed returns the day nearest to d that bears r's name, on the side that
// the verb governing it points to unless that lies too far off.
func (r *Reading) nearestNamed(d Day) (Day, bool) {
	day, ok := r.Named.Nearest(d)
	switch {
	case !ok:
	case r.told && day > d:
		if back, ok := r.Named.Beside(d, -1); ok && d-back <= closeReach {
			return back, true
		}
	case r.future && day < d:
		if next, ok := r.Named.Beside(d, 1); ok && next-d <= closeReach {
			return next, true
		}
	}
	return day, ok
}

// clockOffset resolves "two hours ago" to the day; the hour of writing is not
// known, so only whole days of 24 hours are counted.
func (r *Reading) clockOffset(d Day) (Interval, string) {
	perDay := [...]int{1: 24 * 60 * 60, 2: 24 * 60, 3: 24}
	d += Day(r.n / perDay[r.clock])
	return OneDay(d), d.String() + r.timeOfDay()
}

// unanchored returns the value of r when its anchor is not known: X for what
// the words do not say (TimeML 1.2.1, section 2.3).
func (r *Reading) unanchored() string {
	switch r.op {
	case opAbsolute, opYearless:
		y := "XXXX"
		if r.year >= 0 {
			y = pad(r.year, 4)
		}
		if r.month < 0 {
			return y
		}
		v := y + "-" + pad(r.month, 2)
		if r.dom >= 0 {
			v += "-" + pad(r.dom, 2) + r.timeOfDay()
		}
		return v
	case opWeekday:
		if r.dom > 0 {
			return "XXXX-XX-" + pad(r.dom, 2)
		}
		return weekdayValue(r.Weekday) + r.timeOfDay()
	case opShift, opOffset:
		return r.unsaid()
	case opFrom:
		return "XXXX-XX-XX" + r.timeOfDay()
	case opNth:
		return r.unsaid()
	case opWeekOf:
		return "XXXX-WXX"
	case opEndsOn:
		if r.unit == GrainWeek {
			return "XXXX-WXX"
		}
		return "XXXX-QX"
	case opReported:
		return "XXXX-QX"
	case opNamed:
		if d, ok := r.Named.In(2001); ok && strings.HasPrefix(r.Named.Rule, "--") {
			return "XXXX" + d.String()[4:]
		}
		return "XXXX-XX-XX"
	case opQuarter:
		code := "-Q"
		if r.Grain == GrainHalf {
			code = "-H"
		}
		return "XXXX" + code + pad(r.n, 1)
	case opClock:
		return "XXXX-XX-XX" + r.timeOfDay()
	}
	return r.value
}

// unsaid is the value of r's unit with X for all of it.
func (r *Reading) unsaid() string {
	switch r.unit {
	case GrainWeek:
		return "XXXX-WXX"
	case GrainWeekend:
		return "XXXX-WXX-WE"
	case GrainMonth:
		return "XXXX-XX"
	case GrainQuarter:
		return "XXXX-QX"
	case GrainSeason:
		return "XXXX-" + seasonCodes[r.part]
	case GrainYear:
		return "XXXX"
	case GrainDecade:
		return "XXX"
	case GrainCentury:
		return "XX"
	}
	return "XXXX-XX-XX" + r.timeOfDay()
}

// over returns the hull of what r means for every anchor day, and its value;
// sure is false when the days disagree. days is ascending and not empty. Weeks
// that the days disagree on are widened to both ways of beginning a week.
func (r *Reading) over(days []Day, opt *Options) (iv Interval, value string, sure bool) {
	iv, value = r.on(days[0], opt)
	if r.op == opPresent {
		return Days(days[0], days[len(days)-1]+1), value, true
	}
	if r.sub == Start { // ends at the anchor: the first possible one is safe
		return iv, value, true
	}
	sure = true
	for _, d := range days[1:] {
		k, v := r.on(d, opt)
		sure = sure && k == iv && v == value
		iv, value = iv.Hull(k), generalise(value, v)
	}
	if !sure && r.unit == GrainWeek {
		other := *opt
		other.SundayWeek = !opt.SundayWeek
		for _, d := range days {
			k, _ := r.on(d, &other)
			iv = iv.Hull(k)
		}
	}
	return iv, value, sure
}

// generalise writes X for every part in which two values differ.
func generalise(a, b string) string {
	if a == b {
		return a
	}
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	if len(x) != len(y) {
		return a
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		out := []byte(x[i])
		for k := range out {
			if isDigit(out[k]) {
				out[k] = 'X'
			}
		}
		x[i] = string(out)
	}
	return strings.Join(x, "-")
}
