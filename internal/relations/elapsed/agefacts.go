package elapsed

import (
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// An agePlace is an age as it was read, before births are known.
type agePlace struct {
	fact   *fact.Age
	dates  []*timeline.Time // of the sentence, the nearest first
	refers bool             // “the 45-year-old”, of somebody named before
	here   *life            // of whom the sentence speaks, where it speaks of one person only; nil if not
}

// addAge notes an age in years of a person, at chunks [from, i].
func (r *elapsedReader) addAge(from, i int, years float64, said, person string) {
	if years != float64(int64(years)) || years > oldestPerson && !(years <= oldestWritten && r.surelyPerson(from, i)) {
		return
	}
	if person != "" {
		r.here.owned = append(r.here.owned, len(r.aging))
	}
	f := &fact.Age{At: r.D.PlaceOf(r.span(from, i)), Zone: r.Zone, Years: int64(years), Said: said, Approx: r.roughly(from)}
	if f.Text = f.At.Text; person != unnamed {
		f.Person = person
	}
	r.all.ages = append(r.all.ages, f)
	a := agePlace{fact: f}
	for _, k := range r.timesAround(from, i) {
		if len(a.dates) <= maxOther {
			a.dates = append(a.dates, r.ps[k].time)
		}
	}
	r.aging = append(r.aging, a)
}

// age is addAge for the age at chunk i alone.
func (r *elapsedReader) age(i int, said, person string) { r.addAge(i, i, r.ps[i].n, said, person) }

// roughly reports whether “about” or the like stands before chunk i.
func (r *elapsedReader) roughly(i int) bool {
	k := r.ps[i].from
	bound, _ := r.BoundBefore(k, numbers.Quantity{From: k, To: k + 1, Figure: true})
	return bound != "" || r.p(i-1).of(en.Over, en.Under)
}

// joinAges gives each age what the text says of the person's birth.
func (r *elapsedReader) joinAges() {
	r.joinSurnames()
	r.dropStrangers()
	for i := range r.aging {
		a := &r.aging[i]
		l := r.lives[a.fact.Person] // of nobody there is none
		if a.here != nil {
			l = *a.here
		}
		when, at := r.saidOf(a, l)
		if when == nil {
			continue
		}
		a.fact.When = at
		if l.born == nil {
			continue
		}
		born := stretchOf(l.born.When)
		a.fact.Born, a.fact.BornAt = page.Interval(l.born.When, l.born.Grain.String()), r.D.PlaceOf(l.born.Span)
		low, high := ageBetween(born, when, a.fact.Said)
		a.fact.Least, a.fact.Most = &low, &high
		a.fact.Fixes = r.ageFixes(a.fact)
	}
}

// dropStrangers takes the name from “the 15-year-old” where somebody else, or
// nobody by name, is that old: then the age tells who is meant.
func (r *elapsedReader) dropStrangers() {
	told := map[int64]string{}
	for i := range r.aging {
		if a := &r.aging[i]; !a.refers {
			if old, ok := told[a.fact.Years]; ok && old != a.fact.Person {
				told[a.fact.Years] = ""
				continue
			}
			told[a.fact.Years] = a.fact.Person
		}
	}
	for i := range r.aging {
		a := &r.aging[i]
		if who, ok := told[a.fact.Years]; a.refers && ok && who != a.fact.Person {
			a.fact.Person = ""
		}
	}
}

// noteAgain marks ages that the text has given the same person before.
func (r *elapsedReader) noteAgain() {
	type told struct {
		person, said string
		years        int64
	}
	seen := map[told]bool{}
	for _, f := range r.all.ages {
		k := told{f.Person, f.Said, f.Years}
		f.Again = seen[k]
		seen[k] = true
	}
}

// recentDays is how long ago a death may be of whom the text still gives the
// age as that of now.
const recentDays = 31

// saidOf returns the days that an age is said of; nil if they are not known.
func (r *elapsedReader) saidOf(a *agePlace, l life) (*stretch, *fact.Interval) {
	now := r.stretch(printed)
	of := func(t *timeline.Time) (*stretch, *fact.Interval) {
		return stretchOf(t.When), page.Interval(t.When, t.Grain.String())
	}
	var date *timeline.Time
	if i := slices.IndexFunc(a.dates, func(t *timeline.Time) bool { return t != l.born && (t != l.died || a.fact.Said == saidDeath) }); i >= 0 {
		date = a.dates[i]
	}
	switch {
	case a.fact.Said == saidDeath && l.died != nil:
		when, at := of(l.died)
		if now != nil && when.last >= now.first-recentDays {
			a.fact.Said = saidNow
		}
		return when, at
	case a.fact.Said == saidNow && l.died != nil && now != nil && l.died.When.LastDay() < now.first-recentDays:
		return nil, nil
	case a.fact.Said == saidThen && (date == nil || date.Relative):
		return nil, nil
	case a.fact.Said != saidNow && date != nil:
		return of(date)
	case now == nil:
		return nil, nil
	}
	if a.fact.Said == saidDeath {
		a.fact.Said = saidNow
	}
	if a.fact.Said == saidBirthday {
		return &stretch{now.first - earlyDays, now.last + earlyDays}, page.Interval(r.D.Published.When, "")
	}
	return &stretch{now.first - 2, now.last + 1}, page.Interval(r.D.Published.When, "")
}

// ageBetween returns the ages that somebody born in born can have in when; on a
// birthday those that are reached in it.
func ageBetween(born, when *stretch, said string) (least, most int64) {
	if said == saidBirthday {
		y, _, _ := born.first.Civil()
		low, _, _ := when.first.Civil()
		high, _, _ := when.last.Civil()
		return int64(low - y), int64(high - y)
	}
	return int64(civilMonths(born.last, when.first) / 12), int64(civilMonths(born.first, when.last) / 12)
}

// ageFixes offers the age that the birth gives, both ages where the birthday is not known.
func (r *elapsedReader) ageFixes(f *fact.Age) []fact.Fix {
	fix := fact.Fix{Message: "or correct the year of birth"}
	figure := firstNumber(f.At.Text)
	if f.Least == nil || figure.Len() == 0 || *f.Most < 1 || *f.Most > oldestPerson {
		return []fact.Fix{fix}
	}
	least := max(*f.Least, 1)
	if *f.Most-least > 1 { // of a birth that is known no nearer than to years
		least = *f.Most
	}
	var out []fact.Fix
	for years := *f.Most; years >= least; years-- {
		out = append(out, r.ageFix(f.At.Text, figure, int(years)))
	}
	return append(out, fix)
}

// ageFix offers an age in years in place of the figure in the words of one.
func (r *elapsedReader) ageFix(said string, figure text.Span, years int) fact.Fix {
	n, rest := r.numberLike("1", years, true), said[figure.End:]
	if len(rest) > 2 && en.Is(rest[:2], en.OrdinalEnding) {
		rest = suffixOf(years) + rest[2:]
	}
	return fact.Fix{Message: "write " + n, Replacement: said[:figure.Start] + n + rest}
}

// firstNumber returns where the first digits of s stand.
func firstNumber(s string) text.Span {
	from := strings.IndexAny(s, digits)
	if from < 0 {
		return text.Span{}
	}
	return text.Span{Start: from, End: from + len(firstDigits(s[from:]))}
}
