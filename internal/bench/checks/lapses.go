package main

import (
	"time"
)

func lapseClasses() []*class {
	return []*class{
		{id: "duration-dates", doc: "a length that its two dates do not make, however counted", make: durationDates},
		{id: "ago", doc: "a distance from publication that is not that of the date beside it", make: ago},
		{id: "anniversary", doc: "the number of an anniversary is not that of its years", make: anniversary},
		{id: "age-birth", doc: "an age that the year of birth does not allow", make: ageBirth},
		{id: "age-across", doc: "two ages of one person", make: ageAcross},
	}
}

// durationDates gives the length n from d to e, both included; the wrong one is
// off by at least two however it is counted.
func durationDates(g *gen, section string) slots {
	var d, e time.Time
	n, off := 0, 0
	switch section {
	case "days":
		d, n = g.day(-5000, 200), g.between(4, 14)
		e = d.AddDate(0, 0, n-1)
	case "recent":
		d, n = g.day(-50, -30), g.between(3, 14)
		e = d.AddDate(0, 0, n-1)
	case "samemonth":
		d, n = g.day(-5000, 200), g.between(3, 14)
		d = time.Date(d.Year(), d.Month(), g.between(1, 12), 0, 0, 0, 0, time.UTC)
		e = d.AddDate(0, 0, n-1)
	case "weekdays":
		monday := g.published()
		for monday.Weekday() != time.Monday {
			monday = monday.AddDate(0, 0, -1)
		}
		n = g.between(2, 4)
		d = monday.AddDate(0, 0, 7+g.IntN(7-n))
		e = d.AddDate(0, 0, n-1)
		off = 2 + g.IntN(2)
	case "weeks":
		d, n = g.day(-5000, 100), g.between(3, 10)
		e = d.AddDate(0, 0, 7*n)
	case "months":
		d, n = g.day(-5000, -400), g.between(3, 10)
		d = time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC)
		e = d.AddDate(0, n, 0)
	case "years":
		d, n = g.day(-16000, -9000), g.between(3, 20)
		e = d.AddDate(n, 0, 0)
	case "hours":
		n = g.between(2, 5)
		d = time.Date(2000, 1, 1, g.between(13, 18), 0, 0, 0, time.UTC)
		e = d.Add(time.Duration(n) * time.Hour)
	case "since": // years from d to publication
		n = g.between(4, 40)
		d = g.published().AddDate(-n, 0, 0)
	default:
		return nil
	}
	if off == 0 {
		off = g.between(3, 6)
		if n-off >= 2 && g.IntN(2) == 0 {
			off = -off
		}
	}
	return slots{"n": {n, n + off}, "d": same(d), "e": same(e)}
}

// ago gives a count n and the time d, which lies n units from publication.
func ago(g *gen, section string) slots {
	p := g.published()
	n := 0
	var right, wrong time.Time
	switch section {
	case "years":
		n = g.between(2, 40)
		right, wrong = p.AddDate(-n, 0, 0), p.AddDate(-n+g.off(2, 6), 0, 0)
		if wrong.Year() >= p.Year() {
			wrong = p.AddDate(-n-4, 0, 0)
		}
	case "aheadyears":
		n = g.between(2, 9)
		right, wrong = p.AddDate(n, 0, 0), p.AddDate(n+g.between(2, 5), 0, 0)
	case "decades":
		n = g.between(2, 6)
		right, wrong = p.AddDate(-10*n, 0, 0), p.AddDate(-10*n-g.off(12, 18), 0, 0)
		if wrong.After(p.AddDate(-5, 0, 0)) {
			wrong = p.AddDate(-10*n-14, 0, 0)
		}
	case "months":
		n = g.between(2, 8)
		first := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC)
		right, wrong = first.AddDate(0, -n, 0), first.AddDate(0, -n-g.between(2, 3), 0)
	case "weeks":
		n = g.between(2, 6)
		right, wrong = p.AddDate(0, 0, -7*n), p.AddDate(0, 0, -7*n-g.between(12, 25))
	case "days":
		n = g.between(3, 20)
		right, wrong = p.AddDate(0, 0, -n), p.AddDate(0, 0, -n-g.between(3, 9))
	case "aheaddays":
		n = g.between(3, 20)
		right, wrong = p.AddDate(0, 0, n), p.AddDate(0, 0, n+g.between(3, 9))
	default:
		return nil
	}
	return slots{"n": same(n), "d": {right, wrong}}
}

// anniversary gives the number n of years from year y to z, the year of
// publication except in section year.
func anniversary(g *gen, section string) slots {
	z := g.published().Year()
	if section == "year" {
		z -= g.between(2, 12)
	}
	n := one(g, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 100, 12, 35, 45, 70)
	wrong := n + one(g, 5, 10, 3, 4)
	if n > 20 && g.IntN(2) == 0 {
		wrong = n - one(g, 5, 10, 3, 4)
	}
	return slots{"n": {n, wrong}, "y": same(z - n), "z": same(z)}
}

// ageBirth gives year y or day d of birth and the age n at publication, or in
// section dead that in the year z of death.
func ageBirth(g *gen, section string) slots {
	p := g.published()
	n := g.between(19, 88)
	off := g.off(3, 12)
	born := p.AddDate(-n, 0, -g.between(1, 360)) // the birthday has been in the year before publication
	switch section {
	case "now":
	case "dead":
		died := p.AddDate(-g.between(3, 30), 0, 0)
		born = died.AddDate(-n, 0, -g.between(1, 360))
		return slots{"n": {n, n + off}, "d": same(born), "y": same(born.Year()), "z": same(died.Year()), "e": same(died)}
	default:
		return nil
	}
	return slots{"n": {n, n + off}, "d": same(born), "y": same(born.Year())}
}

func ageAcross(g *gen, _ string) slots {
	n := g.between(19, 79)
	return slots{"n": same(n), "k": {n, n + g.off(2, 9)}, "p": same(g.person())}
}
