package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

func calendarClasses() []*class {
	return []*class{
		{id: "weekday-date", doc: "a weekday beside a date of another weekday", make: weekdayDate},
		{id: "lead-weekday", doc: "the lead's weekday is two to four days off the publication date", make: leadWeekday, alter: shiftedPublication},
		{id: "impossible-date", doc: "a day that its month does not have", make: impossibleDate},
		{id: "range-reversed", doc: "a range whose end comes before its start", make: rangeReversed},
		{id: "relative-explicit", doc: "a relative phrase beside a date that it cannot mean", make: relativeExplicit},
		{id: "feast-date", doc: "a feast on a day that is not its own", make: feastDate},
		{id: "tense-date", doc: "a past tense with a date to come, or a future with a date gone by", make: tenseDate},
		{id: "two-dates-headline", doc: "headline and lead date one event differently", make: twoDates},
		{id: "two-dates-body", doc: "two sentences date one event differently", make: twoDates},
		{id: "order-dates", doc: "the order in words is not that of the dates", make: orderDates},
		{id: "stale-updated", doc: "relative words in copy that was updated days later", make: staleUpdated, front: updatedFront, anywhere: true},
		{id: "anchor-conflict", doc: "dateline or stamp and front matter name different days", make: anchorConflict, anywhere: true},
	}
}

// weekdayDate: sections year, past and future say how far the date is from
// publication; the weekday of the last two is off in every year around.
func weekdayDate(g *gen, section string) slots {
	switch section {
	case "past", "future":
		d := g.day(10, 55)
		if section == "past" {
			d = g.day(-55, -10)
		}
		return slots{"d": same(d), "wd": {d, d.AddDate(0, 0, g.between(3, 4))}}
	case "year":
		d := g.day(-9000, -70)
		return slots{"d": same(d), "wd": {d, d.AddDate(0, 0, g.between(1, 6))}}
	}
	return nil
}

func leadWeekday(g *gen, _ string) slots {
	return slots{"wd": {g.published(), g.published().AddDate(0, 0, -g.between(2, 4))}}
}

// shiftedPublication publishes the carrier two to four days later, where its
// first paragraph names the weekday of publication.
func shiftedPublication(g *gen) alteration {
	c := *g.carrier
	for _, b := range c.blocks {
		if !b.body {
			continue
		}
		if !strings.Contains(b.text, c.published.Weekday().String()) {
			break
		}
		c.published = c.published.AddDate(0, 0, g.between(2, 4))
		return alteration{&c, []string{b.text}}
	}
	return alteration{}
}

// impossibleDate: section leap is about 29 February only; the months of ahead are
// among the four behind publication, those of back among the four before it.
func impossibleDate(g *gen, section string) slots {
	year := g.published().Year() - g.between(1, 12)
	if section == "leap" {
		leap := year - year%4
		if leap == 2000 || leap%100 != 0 {
			return slots{"y": {leap, leap - g.between(1, 3)}}
		}
		return slots{"y": {leap - 4, leap - 1}}
	}
	month := one(g, time.February, time.April, time.June, time.September, time.November)
	switch {
	case section == "ahead":
		month = (g.published().Month()+time.Month(g.between(0, 3)))%12 + 1
	case section == "back":
		month = (g.published().Month()+time.Month(g.between(7, 10)))%12 + 1
	case g.IntN(4) == 0:
		month = time.Month(g.between(1, 12))
	}
	days := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	wrong := days + 1
	switch {
	case month == time.February:
		wrong = g.between(30, 31)
	case days == 31:
		wrong = one(g, 32, 33, 34, 41)
	}
	return slots{"m": same(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)), "n": {g.between(2, 28), wrong}, "y": same(year)}
}

// rangeReversed gives the ends a and b; section days has years with the dates,
// recent and samemonth have not.
func rangeReversed(g *gen, section string) slots {
	var a, b time.Time
	switch section {
	case "days":
		a = g.day(-5000, 300)
		b = a.AddDate(0, 0, g.between(15, 120))
	case "recent":
		a = g.day(-60, -30)
		b = a.AddDate(0, 0, g.between(3, 20))
		if a.Year() != b.Year() {
			return rangeReversed(g, section)
		}
	case "samemonth":
		m := g.day(-300, 60)
		n := g.between(2, 14)
		a = time.Date(m.Year(), m.Month(), n, 0, 0, 0, 0, time.UTC)
		b = time.Date(m.Year(), m.Month(), n+g.between(2, 13), 0, 0, 0, 0, time.UTC)
	case "months":
		y := g.published().Year() - g.between(1, 15)
		n := g.between(1, 8)
		a = time.Date(y, time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		b = time.Date(y, time.Month(n+g.between(2, 4)), 1, 0, 0, 0, 0, time.UTC)
	case "years":
		y := g.published().Year() - g.between(12, 45)
		a = time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		b = time.Date(y+g.between(2, 11), 1, 1, 0, 0, 0, 0, time.UTC)
	default:
		return nil
	}
	return slots{"a": {a, b}, "b": {b, a}}
}

// relativeExplicit gives the explicit time d, a year, month or day, for each
// relative phrase.
func relativeExplicit(g *gen, section string) slots {
	p := g.published()
	first := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch section {
	case "lastyear":
		return slots{"d": {p.AddDate(-1, 0, 0), p.AddDate(one(g, -4, -3, -2, 1), 0, 0)}}
	case "nextyear":
		return slots{"d": {p.AddDate(1, 0, 0), p.AddDate(one(g, 2, 3, -1), 0, 0)}}
	case "thisyear":
		return slots{"d": {p, p.AddDate(one(g, -2, -1, 1, 2), 0, 0)}}
	case "lastmonth":
		return slots{"d": {first.AddDate(0, -1, 0), first.AddDate(0, -g.between(3, 6), 0)}}
	case "nextmonth":
		return slots{"d": {first.AddDate(0, 1, 0), first.AddDate(0, g.between(3, 6), 0)}}
	case "thismonth":
		return slots{"d": {first, first.AddDate(0, g.off(2, 4), 0)}}
	case "yesterday":
		return slots{"d": {p.AddDate(0, 0, -1), p.AddDate(0, 0, -1-g.between(2, 4))}}
	case "today":
		return slots{"d": {p, p.AddDate(0, 0, g.off(2, 3))}}
	case "tomorrow":
		return slots{"d": {p.AddDate(0, 0, 1), p.AddDate(0, 0, 1+g.between(2, 4))}}
	}
	return nil
}

// feastDate: section year gives feast, date d and its year; near a feast within
// half a year, whose date needs none.
func feastDate(g *gen, section string) slots {
	for {
		feast := g.pick("feast")
		year := g.published().Year()
		if section == "year" {
			year -= g.between(0, 15)
		}
		d := feastDay(feast.get("rule"), year)
		away := d.Sub(g.published()).Hours() / 24
		if section != "year" && (away < -90 || away > 90) {
			continue
		}
		wrong := d.AddDate(0, 0, g.off(2, 9))
		if wrong.Year() != d.Year() {
			wrong = d.AddDate(0, 0, d.YearDay()%7+2)
			if d.Month() == time.December {
				wrong = d.AddDate(0, 0, -g.between(2, 9))
			}
		}
		return slots{"feast": same(feast.first()), "d": {d, wrong}, "y": same(year)}
	}
}

// feastDay reads a rule of words/feast.tsv.
func feastDay(rule string, year int) time.Time {
	if days, ok := strings.CutPrefix(rule, "easter"); ok {
		n, err := strconv.Atoi(days)
		if err != nil {
			panic(err)
		}
		return easter(year).AddDate(0, 0, n)
	}
	var n, month int
	var weekday string
	if _, err := fmt.Sscanf(rule, "%d %s %d", &n, &weekday, &month); err == nil {
		return nthWeekday(year, time.Month(month), weekday, n)
	}
	d, err := time.Parse("2006-01-02", fmt.Sprintf("%d-%s", year, rule))
	if err != nil {
		panic(err)
	}
	return d
}

// nthWeekday returns the nth weekday of a month, the last for -1.
func nthWeekday(year int, month time.Month, weekday string, n int) time.Time {
	if n < 0 {
		d := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
		for d.Weekday().String() != weekday {
			d = d.AddDate(0, 0, -1)
		}
		return d
	}
	d := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	for d.Weekday().String() != weekday {
		d = d.AddDate(0, 0, 1)
	}
	return d.AddDate(0, 0, 7*(n-1))
}

// easter is the anonymous Gregorian computus (Nature, 20 April 1876).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(y, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// tenseDate gives a date d; the wordings of past tell it as done, those of
// future as to come. Sections months and years leave a margin for coarse dates.
func tenseDate(g *gen, section string) slots {
	tense, grain, _ := strings.Cut(section, " ")
	lo, hi := 15, 300
	switch grain {
	case "month":
		lo, hi = 70, 500
	case "year":
		lo, hi = 500, 1500
	}
	gone, coming := g.day(-hi, -lo), g.day(lo, hi)
	if grain == "year" {
		coming = g.day(lo, 900)
	}
	switch tense {
	case "past":
		return slots{"d": {gone, coming}}
	case "future":
		return slots{"d": {coming, gone}}
	}
	return nil
}

// twoDates gives d and, for the other mention, e.
func twoDates(g *gen, section string) slots {
	var d time.Time
	switch section {
	case "past":
		d = g.day(-60, -12)
	case "future":
		d = g.day(14, 60)
	case "week":
		d = g.day(1, 6)
		e := g.published().AddDate(0, 0, 1+int(d.Sub(g.published()).Hours()/24+float64(g.between(1, 4)))%6)
		return slots{"d": same(d), "e": {d, e}}
	case "lastweek":
		d = g.day(-6, -1)
		e := g.published().AddDate(0, 0, -1-int(g.published().Sub(d).Hours()/24+float64(g.between(1, 4)))%6)
		return slots{"d": same(d), "e": {d, e}}
	case "years":
		d = g.day(-9000, -800)
		return slots{"d": same(d), "e": {d, d.AddDate(g.off(1, 3), 0, 0)}}
	case "yeardays":
		d = g.day(-9000, -400)
	case "months":
		d = g.day(-9000, -400)
		first := time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC)
		return slots{"d": same(first), "e": {first, first.AddDate(0, g.off(1, 4), 0)}}
	default:
		return nil
	}
	return slots{"d": same(d), "e": {d, d.AddDate(0, 0, g.off(2, 9))}}
}

// orderDates gives d and e, of which the words put d first, n days apart; of
// years and clocks the same.
func orderDates(g *gen, section string) slots {
	n := g.between(2, 12)
	var d time.Time
	switch section {
	case "recent":
		d = g.day(-55, -40)
	case "ahead":
		d = g.day(25, 45)
	case "year":
		d = g.day(-9000, -60)
	case "years":
		d = g.day(-12000, -6000)
		return slots{"d": same(d), "e": {d.AddDate(n, 0, 0), d.AddDate(-n, 0, 0)}, "n": same(n)}
	case "weekdays":
		d = g.published().AddDate(0, 0, -g.between(4, 5))
		n = g.between(1, 3)
		wrong := g.published().AddDate(0, 0, -6)
		return slots{"d": same(d), "e": {d.AddDate(0, 0, n), wrong}, "n": same(n)}
	default:
		return nil
	}
	return slots{"d": same(d), "e": {d.AddDate(0, 0, n), d.AddDate(0, 0, -n-1)}, "n": same(n)}
}

// staleUpdated has no values: the error is in the front matter.
func staleUpdated(g *gen, _ string) slots {
	p := g.published()
	return slots{"updated": {p, p.AddDate(0, 0, g.between(3, 20))}}
}

func updatedFront(_ *gen, s slots) pair {
	line := func(v any) string { return "updated: " + v.(time.Time).Format("2006-01-02") + "\n" }
	return pair{line(s["updated"].right), line(s["updated"].wrong)}
}

func anchorConflict(g *gen, _ string) slots {
	return slots{"d": {g.published(), g.published().AddDate(0, 0, g.off(3, 20))}}
}
