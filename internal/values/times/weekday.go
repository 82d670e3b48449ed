package times

import (
	"factcheck/internal/lexicon/en"
	"strings"
	"time"
	"unicode"

	"factcheck/timeline"
)

// NearestWeekday returns the day nearest to on that is a w, at most three days
// off.
func NearestWeekday(on timeline.Day, w time.Weekday) timeline.Day {
	back := timeline.Day(on.Weekday()-w+7) % 7
	if back > 3 {
		return on + 7 - back
	}
	return on - back
}

// WeekdayOf returns the weekday that the words of t state; they must state one.
func WeekdayOf(t *timeline.Time) time.Weekday { return time.Weekday(t.Weekday) }

// WeekdayAge returns how many days before on the latest weekday of t lies, 0 to 6.
func WeekdayAge(t *timeline.Time, on timeline.Day) int64 {
	return int64(on.Weekday()-WeekdayOf(t)+7) % 7
}

// WithWeekday swaps the weekday at the start of s, written in full or short, in
// the case of s.
func WithWeekday(s string, now time.Weekday) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return ""
	}
	word, rest := s[:end], s[end:]
	if !en.Is(strings.ToLower(word), en.DayEnding) {
		rest = strings.TrimPrefix(rest, ".")
	}
	name := now.String()
	if word == strings.ToUpper(word) {
		name = strings.ToUpper(name)
	}
	return name + rest
}
