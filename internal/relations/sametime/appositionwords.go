package sametime

import (
	"strconv"
)

// two writes a number below 100 with two digits.
func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// twelve writes h:m as a clock of twelve hours shows it, a full hour without
// minutes.
func twelve(h, m int) string {
	if h %= 12; h == 0 {
		h = 12
	}
	if m == 0 {
		return strconv.Itoa(h)
	}
	return strconv.Itoa(h) + ":" + two(m)
}

// clockText writes a minute of the day for a message: 1:40 p.m.
func clockText(minute int) string {
	mark := " a.m."
	if minute%dayMinutes >= 12*60 {
		mark = " p.m."
	}
	return twelve(minute/60%24, minute%60) + mark
}
