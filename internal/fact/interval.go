package fact

// An Interval is a run of civil days, From included and To excluded.
//
// The relations below are read for days as a newsroom would: 15 June is before
// 16 June, although the one meets the other, and two intervals overlap if they
// share a day. Allen's thirteen keep to the letter.
type Interval struct {
	// From is the first day; nil if the interval has no beginning.
	From *Day `cel:"from"`
	// To is the day after the last; nil if the interval has no end.
	To *Day `cel:"to"`
	// Grain is the size of the unit named: minute, day, month, …
	Grain string `cel:"grain"`
	// Label is the interval in words, such as "15 June 2018", "May 2018" or
	// "1–15 June 2018".
	Label string `cel:"label"`
}

// Before reports whether i ends before o begins; it may end the day before.
func (i Interval) Before(o Interval) bool {
	return i.To != nil && o.From != nil && i.To.Sub(*o.From) <= 0
}

// After reports whether i begins after o ends.
func (i Interval) After(o Interval) bool { return o.Before(i) }

// Meets reports whether o begins on the day after i's last.
func (i Interval) Meets(o Interval) bool {
	return i.To != nil && o.From != nil && *i.To == *o.From
}

// Overlaps reports whether i and o share a day.
func (i Interval) Overlaps(o Interval) bool { return !i.Before(o) && !o.Before(i) }

// Within reports whether every day of i is a day of o.
func (i Interval) Within(o Interval) bool {
	from := o.From == nil || i.From != nil && i.From.Sub(*o.From) >= 0
	to := o.To == nil || i.To != nil && i.To.Sub(*o.To) <= 0
	return from && to
}

// Contains reports whether every day of o is a day of i.
func (i Interval) Contains(o Interval) bool { return o.Within(i) }

// Equals reports whether i and o are the same days, whatever their labels.
func (i Interval) Equals(o Interval) bool { return sameDay(i.From, o.From) && sameDay(i.To, o.To) }

// Gap returns how many whole days lie between i and o, 0 if they touch or
// overlap.
func (i Interval) Gap(o Interval) int64 {
	switch {
	case i.Before(o):
		return o.From.Sub(*i.To)
	case o.Before(i):
		return i.From.Sub(*o.To)
	}
	return 0
}

// Days returns how many days i has; ok is false if an end is open.
func (i Interval) Days() (n int64, ok bool) {
	if i.From == nil || i.To == nil {
		return 0, false
	}
	return i.To.Sub(*i.From), true
}

func sameDay(a, b *Day) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
