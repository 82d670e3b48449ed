package phrases

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"factcheck/internal/report"
)

// A form is one of the sentences that explain a time. Its check gets the groups
// of the pattern and the anchor, if the pattern ends in one, and returns what is
// untrue of the value.
type form struct {
	pattern  *regexp.Regexp
	anchored bool // the last group is an anchor
	check    func(j *judge, t *report.Time, when interval, m []string, a anchor) string
}

// An anchor is what a time is counted from, as its explanation names it.
type anchor struct {
	kind  string // of the report: publication, previous, quote, caption
	words string // of the earlier time
	when  interval
}

const weekdays = `(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)`

// forms are all sentences that explain a time, without what the end may add.
var forms = []form{
	say(`no such date: (.+)`, noInterval, noSuchDate),
	say(`a length of time; the words do not say when it begins`, noInterval, isType("DURATION")),
	say(`recurring; no single date`, noInterval, isType("SET")),
	say(`too vague for a date`, noInterval),
	say(`.+ in the year the text names \(almanac [^ ]+\)`, yearInText),
	say(`complete in itself`, yearInText),
	say(`stands in page furniture, whose own date is not known; not counted from the article's`, noInterval),
	say(`stands in a caption without a date of its own`, noInterval),
	say(`the text does not say what it counts from, or too far back to be sure of`, noInterval),
	say(`the publication date is not known, so there is nothing to count from`, noInterval),
	say(`the day is (that|the one before that|the one after that) of “(.+)” in the (?:same sentence|sentence before)`, dayOfOther),
	say(`the same moment as “(.+)”, in another time zone`, momentOfOther),
	from(`the first one after (.+), where the range begins`, after),
	from(`the `+weekdays+` after (.+): six days back would be last `+weekdays+`, and no past tense governs it`, onWeekday, dayAfter),
	from(`the next `+weekdays+` from (.+), because the words round it point ahead`, onWeekday, nextWeekday),
	from(`the latest `+weekdays+` up to (.+)`, onWeekday, latestWeekday),
	from(`the (.+) nearest to (.+?)`, namedDay, nearestNumber),
	from(`no year is said; the last one up to (.+), as the words round it speak of the past`, lastUpTo),
	from(`no year is said; the next one from (.+), because the words round it point ahead`, nextFrom),
	from(`no year is said; the one nearest to (.+)`, nearestYear),
	from(`no year is said; one near (.+), in which it is a `+weekdays, nearYear),
	from(`no year is said; that of (.+), which the story tells before it`, inAnchorYear),
	from(`day (\d+) of the month nearest to (.+), though it is no `+weekdays, nearestNumber, otherDay),
	say(`.+ is not computed: .+`, noInterval),
	from(`(.+) counted from (.+) \(almanac [^ ]+\)`),
	from(`(.+) nearest to (.+) \(almanac [^ ]+\)`, nearestFeast),
	from(`the time of writing: (.+)`, equalsAnchor),
	from(`the latest one begun by (.+)`, begunBy),
	from(`counted from (.+)`, countedFrom),
}

type check = func(j *judge, t *report.Time, when interval, m []string, a anchor) string

func say(pattern string, checks ...check) form {
	return form{pattern: regexp.MustCompile(`(?s)^` + pattern + `$`), check: all(checks)}
}

func from(pattern string, checks ...check) form {
	f := say(pattern, checks...)
	f.anchored = true
	return f
}

func all(checks []check) check {
	return func(j *judge, t *report.Time, when interval, m []string, a anchor) string {
		for _, c := range checks {
			if wrong := c(j, t, when, m, a); wrong != "" {
				return wrong
			}
		}
		return ""
	}
}

var otherReading = regexp.MustCompile(`; the other reading is (.+)$`)

// isOther reports whether an interval is the other reading of one: a week off, or of
// another year.
func isOther(other, when interval) bool {
	day, from := midnight(when.from), other.from
	if from.Equal(day.AddDate(0, 0, 7)) || from.Equal(day.AddDate(0, 0, -7)) {
		return true
	}
	return from.Year() != day.Year() && from.YearDay()-day.YearDay() <= 1 && day.YearDay()-from.YearDay() <= 1
}

// explanation checks the explanation of t against its interval.
func (j *judge) explanation(t *report.Time, when interval) {
	s, ok := strings.CutSuffix(t.Explanation, ".")
	if !ok {
		j.fail("no full stop")
		return
	}
	s, open := strings.CutSuffix(s, "; which half of the day is not said")
	if open && (!when.closed() || when.to.Sub(when.from) < time.Minute || when.to.Sub(when.from) > aDay/2+time.Minute) {
		j.fail("the interval is no half day")
	}
	s, _ = strings.CutSuffix(s, "; the days do not agree on one answer, so all are taken")
	if m := otherReading.FindStringSubmatch(s); m != nil {
		s = strings.TrimSuffix(s, m[0])
		other, err := parseLabel(m[1])
		if from, dayErr := parseDay(m[1]); dayErr == nil { // without its weekday
			other, err = interval{from: from}, nil
		}
		if err != nil || !isOther(other, when) {
			j.fail("the other reading is not a week off, nor of another year")
		}
	}
	known := false
	for _, f := range forms {
		m := f.pattern.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		var a anchor
		if f.anchored {
			if a, ok = j.anchorOf(t, m); !ok {
				continue
			}
		}
		known = true
		if wrong := f.check(j, t, when, m, a); wrong != "" {
			j.fail("%s", wrong)
		}
		break
	}
	if !known {
		j.fail("an explanation of no known form")
	}
}

var quotedAnchor = regexp.MustCompile(`(?s)^“(.*)” \(([^()]*)\)(, when it was said)?$`)

// anchorOf parses the anchor among the groups of m and checks that it is what
// the report says the time is counted from.
func (j *judge) anchorOf(t *report.Time, m []string) (anchor, bool) {
	for _, s := range m[1:] {
		var a anchor
		label := ""
		switch q := quotedAnchor.FindStringSubmatch(s); {
		case strings.HasPrefix(s, "publication, inferred as "):
			a.kind, label = "publication", s[len("publication, inferred as "):]
		case strings.HasPrefix(s, "publication, "):
			a.kind, label = "publication", s[len("publication, "):]
		case strings.HasPrefix(s, "the caption's date, "):
			a.kind, label = "caption", s[len("the caption's date, "):]
		case q != nil:
			a.kind, a.words, label = "previous", q[1], q[2]
			if q[3] != "" {
				a.kind = "quote"
			}
		default:
			continue
		}
		var err error
		if a.when, err = parseLabel(label); err != nil {
			j.fail("%v", err)
			return a, true
		}
		if t.Anchor != a.kind {
			j.fail("the anchor is %s", t.Anchor)
		}
		j.anchorTrue(a)
		return a, true
	}
	return anchor{}, false
}

// anchorTrue checks that the anchor has the interval that is told of it.
func (j *judge) anchorTrue(a anchor) {
	if a.kind == "publication" {
		p, err := ends(j.doc.Published.From, j.doc.Published.To)
		if err != nil || p != a.when {
			j.fail("published %v, the explanation says %v", p, a.when)
		}
		return
	}
	if a.kind != "previous" && a.kind != "quote" {
		return
	}
	for i := range j.doc.Times {
		o := &j.doc.Times[i]
		if o.Text != a.words {
			continue
		}
		if when, err := ends(o.From, o.To); err == nil && when.closed() && (when == a.when || when.touches(a.when)) {
			return
		}
	}
	j.fail("no time “%s” is %v", a.words, a.when)
}

var labels = []struct {
	pattern *regexp.Regexp
	layout  func(m []string) (interval, error)
}{
	{regexp.MustCompile(`^before (\d+ \w+ \d+)$`), func(m []string) (interval, error) {
		to, err := parseDay(m[1])
		return interval{to: to}, err
	}},
	{regexp.MustCompile(`^from (\d+ \w+ \d+) on$`), func(m []string) (interval, error) {
		from, err := parseDay(m[1])
		return interval{from: from}, err
	}},
	{regexp.MustCompile(`^` + weekdays + ` (\d+ \w+ \d+)$`), func(m []string) (interval, error) {
		day, err := parseDay(m[2])
		if err == nil && day.Weekday().String() != m[1] {
			err = fmt.Errorf("%s is a %s", m[2], day.Weekday())
		}
		return oneDay(day), err
	}},
	{regexp.MustCompile(`^` + weekdays + ` (\d+ \w+ \d+), (\d\d:\d\d) to (\d\d:\d\d)$`), func(m []string) (interval, error) {
		from, err := time.Parse("2 January 2006 15:04", m[2]+" "+m[3])
		if err != nil {
			return interval{}, err
		}
		to, err := time.Parse("2 January 2006 15:04", m[2]+" "+m[4])
		if !to.After(from) { // the midnight that ends the day
			to = to.AddDate(0, 0, 1)
		}
		if err == nil && from.Weekday().String() != m[1] {
			err = fmt.Errorf("%s is a %s", m[2], from.Weekday())
		}
		return interval{from, to}, err
	}},
	{regexp.MustCompile(`^(\d+)$`), func(m []string) (interval, error) {
		return interval{date(number(m[1]), 1, 1), date(number(m[1])+1, 1, 1)}, nil
	}},
	{regexp.MustCompile(`^([A-Z][a-z]+ \d+)$`), func(m []string) (interval, error) {
		from, err := parseDay("1 " + m[1])
		return interval{from, from.AddDate(0, 1, 0)}, err
	}},
	{regexp.MustCompile(`^(\d+) to (\d+) (\w+ \d+)$`), func(m []string) (interval, error) {
		return parseDays(m[1]+" "+m[3], m[2]+" "+m[3])
	}},
	{regexp.MustCompile(`^(\d+ \w+) to (\d+ \w+) (\d+)$`), func(m []string) (interval, error) {
		return parseDays(m[1]+" "+m[3], m[2]+" "+m[3])
	}},
	{regexp.MustCompile(`^(\d+ \w+ \d+) to (\d+ \w+ \d+)$`), func(m []string) (interval, error) {
		return parseDays(m[1], m[2])
	}},
}

// parseLabel reads an interval as it is told to people.
func parseLabel(s string) (interval, error) {
	for _, l := range labels {
		if m := l.pattern.FindStringSubmatch(s); m != nil {
			return l.layout(m)
		}
	}
	return interval{}, fmt.Errorf("%q is no interval", s)
}

// parseDay reads "17 June 2018"; years may have fewer than four digits.
func parseDay(s string) (time.Time, error) {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[:i+1] + fmt.Sprintf("%04d", number(s[i+1:]))
	}
	return time.Parse("2 January 2006", s)
}

func parseDays(first, last string) (interval, error) {
	from, err := parseDay(first)
	if err != nil {
		return interval{}, err
	}
	to, err := parseDay(last)
	return interval{from, to.AddDate(0, 0, 1)}, err
}

func noInterval(_ *judge, t *report.Time, _ interval, _ []string, _ anchor) string {
	if t.From != nil || t.To != nil {
		return "there is an interval"
	}
	return ""
}

func isType(want string) check {
	return func(_ *judge, t *report.Time, _ interval, _ []string, _ anchor) string {
		if t.Type != want {
			return "the type is not " + want
		}
		return ""
	}
}

var monthHas = regexp.MustCompile(`^([A-Z][a-z]+)(?: (\d+))? has (\d+) days$`)

// noSuchDate checks the calendar that is told of a date that it has not.
func noSuchDate(_ *judge, _ *report.Time, _ interval, m []string, _ anchor) string {
	has := monthHas.FindStringSubmatch(m[1])
	if has == nil {
		return ""
	}
	year := "2000" // a leap year
	if has[2] != "" {
		year = has[2]
	}
	first, err := parseDay("1 " + has[1] + " " + year)
	if days := first.AddDate(0, 1, -1).Day(); err != nil || days != number(has[3]) {
		return fmt.Sprintf("%s has %d days", has[1], days)
	}
	return ""
}

var fourDigits = regexp.MustCompile(`(?:^|[^\w.,:])(1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?:$|[^\w.,:])`)

// yearInText checks that the interval touches the year that the words spell out,
// if it is one.
func yearInText(_ *judge, t *report.Time, when interval, _ []string, _ anchor) string {
	years := fourDigits.FindAllStringSubmatch(t.Text, -1)
	if len(years) != 1 || !when.closed() || t.Type == "TIME" {
		return ""
	}
	y := number(years[0][1])
	if !when.touches(interval{date(y-1, 12, 1), date(y+1, 1, 1)}) { // winter begins the year before
		return fmt.Sprintf("the words say %d", y)
	}
	return ""
}

// others returns the intervals of the times of the document with these words.
func (j *judge) others(words string) []interval {
	var out []interval
	for i := range j.doc.Times {
		o := &j.doc.Times[i]
		if i == j.at || o.Text != words {
			continue
		}
		if when, err := ends(o.From, o.To); err == nil && when.closed() {
			out = append(out, when)
		}
	}
	return out
}

func dayOfOther(j *judge, _ *report.Time, when interval, m []string, _ anchor) string {
	off := map[string]int{"that": 0, "the one before that": 1, "the one after that": -1}[m[1]]
	for _, o := range j.others(m[2]) {
		if when.closed() && midnight(o.from).Equal(midnight(when.from).AddDate(0, 0, off)) {
			return ""
		}
	}
	return "“" + m[2] + "” is another day"
}

func momentOfOther(j *judge, _ *report.Time, when interval, m []string, _ anchor) string {
	for _, o := range j.others(m[1]) {
		if gap := when.from.Sub(o.from).Abs(); gap <= 27*time.Hour {
			return ""
		}
	}
	return "“" + m[1] + "” is more than a day off"
}

func after(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if !when.from.After(a.when.from) {
		return "it does not lie after it"
	}
	return ""
}

// onWeekday checks that the first and the last day of the interval are the
// weekday that the explanation names, unless the days of publication differ.
func onWeekday(_ *judge, _ *report.Time, when interval, m []string, a anchor) string {
	if !when.closed() {
		return "there is no day"
	}
	if day := when.from.Weekday().String(); day != m[1] && a.when.single() {
		return "the day is a " + day
	}
	return ""
}

func dayAfter(_ *judge, _ *report.Time, when interval, m []string, a anchor) string {
	if m[1] != m[3] || a.when.single() && !midnight(when.from).Equal(a.when.to) {
		return "it is not the day after"
	}
	return ""
}

func nextWeekday(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if day := midnight(when.from); day.Before(a.when.from) || day.Sub(a.when.last()) > 6*aDay {
		return "it is not the next one"
	}
	return ""
}

func latestWeekday(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if day := midnight(when.from); day.After(a.when.last()) || a.when.from.Sub(day) > 6*aDay {
		return "it is not the latest one"
	}
	return ""
}

var (
	dayNames   = regexp.MustCompile(`(?i)\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b`)
	dayNumbers = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?\b`)
)

// namedDay checks the weekday and the day of the month in words that explain.
func namedDay(_ *judge, _ *report.Time, when interval, m []string, a anchor) string {
	if day := dayNames.FindString(m[1]); day != "" && when.closed() && a.when.single() && !strings.EqualFold(day, when.from.Weekday().String()) {
		return "the day is a " + when.from.Weekday().String()
	}
	return ""
}

func nearestNumber(_ *judge, _ *report.Time, when interval, m []string, _ anchor) string {
	if n := dayNumbers.FindStringSubmatch(m[1]); n != nil && when.closed() && number(n[1]) != when.from.Day() {
		return "the day is another one"
	}
	return ""
}

// nearYear checks the weekday, and that the year is that of the anchor or next to
// it.
func nearYear(_ *judge, _ *report.Time, when interval, m []string, a anchor) string {
	switch years := when.from.Year() - a.when.from.Year(); {
	case when.from.Weekday().String() != m[2]:
		return "the day is a " + when.from.Weekday().String()
	case years < -2 || years > 2:
		return "it is not near"
	}
	return ""
}

// inAnchorYear checks that the time begins in a year in which its anchor lies.
func inAnchorYear(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if y := when.from.Year(); a.when.closed() && (y < a.when.from.Year() || y > a.when.to.Year()) {
		return "it lies in another year"
	}
	return ""
}

func otherDay(_ *judge, _ *report.Time, when interval, m []string, _ anchor) string {
	if when.from.Weekday().String() == m[3] {
		return "it is one"
	}
	return ""
}

func lastUpTo(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	switch {
	case when.from.After(a.when.last()):
		return "it lies behind it"
	case when.from.AddDate(8, 0, 1).Before(a.when.from):
		return "it is not the last one"
	case when.from.AddDate(1, 0, 1).Before(a.when.from) && !(when.from.Month() == time.February && when.from.Day() == 29):
		return "it is not the last one"
	}
	return ""
}

func nextFrom(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if !when.to.After(a.when.from) || when.from.After(a.when.last().AddDate(1, 0, 1)) {
		return "it is not the next one"
	}
	return ""
}

// nearestYear checks that no other year brings the month, or the month and day,
// nearer to the anchor.
func nearestYear(_ *judge, t *report.Time, when interval, _ []string, a anchor) string {
	if !a.when.single() || !when.closed() {
		return ""
	}
	if dayValue.MatchString(t.Value) || clockValue.MatchString(t.Value) || partValue.MatchString(t.Value) {
		day := midnight(when.from)
		gap := day.Sub(a.when.from).Abs()
		for _, years := range []int{-1, 1} {
			other := day.AddDate(years, 0, 0)
			if other.Day() == day.Day() && other.Sub(a.when.from).Abs() < gap {
				return "the one of " + other.Format("2006") + " is nearer"
			}
		}
		return ""
	}
	if months := (when.from.Year()-a.when.from.Year())*12 + int(when.from.Month()) - int(a.when.from.Month()); months > 6 || months < -6 {
		return "another year is nearer"
	}
	return ""
}

// nearestFeast checks that a yearly day is at most half a year off.
func nearestFeast(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if gap := when.from.Sub(a.when.from).Abs(); a.when.closed() && gap > 220*aDay { // moveable feasts
		return "another year is nearer"
	}
	return ""
}

func equalsAnchor(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if when != a.when {
		return "it is not that"
	}
	return ""
}

func begunBy(_ *judge, _ *report.Time, when interval, _ []string, a anchor) string {
	if when.from.After(a.when.last()) {
		return "it begins later"
	}
	return ""
}

var deictics = map[string]int{"yesterday": -1, "today": 0, "tomorrow": 1}

// countedFrom checks words that name a weekday, or a day beside the anchor.
func countedFrom(_ *judge, t *report.Time, when interval, m []string, a anchor) string {
	if !when.closed() || !a.when.single() {
		return ""
	}
	if wrong := namedDay(nil, t, when, []string{"", t.Text}, a); wrong != "" {
		return wrong
	}
	if n, ok := deictics[strings.ToLower(t.Text)]; ok && !midnight(when.from).Equal(a.when.from.AddDate(0, 0, n)) {
		return "it is not the day"
	}
	return ""
}
