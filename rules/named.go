package rules

import (
	"fmt"
	"strings"
	"sync"

	"factcheck/internal/fact"
	"factcheck/timeline"
)

// yearlyDays are the named days of the almanac that ships, by their folded
// names, and the names in the order of the almanac.
var yearlyDays = sync.OnceValues(func() (map[string]*timeline.Entry, []string) {
	byName, names := map[string]*timeline.Entry{}, []string{}
	for _, e := range timeline.BuiltinAlmanac().Entries {
		if !e.Yearly() {
			continue
		}
		for _, name := range append([]string{e.Label}, e.Aliases...) {
			if key := Fold(name); byName[key] == nil {
				byName[key] = e
				names = append(names, name)
			}
		}
	}
	return byName, names
})

// NamedDay returns the day of a year that has a name in the almanac that
// ships, such as "Easter" or "Labor Day". A name that is not in it, or a year
// without such a day, is an error.
func NamedDay(name string, year int) (fact.Day, error) {
	byName, names := yearlyDays()
	e := byName[Fold(name)]
	if e == nil {
		hint := didYouMean(name, names)
		if hint != "" {
			hint = " (" + hint + ")"
		}
		return fact.Day{}, fmt.Errorf("no named day %q%s", name, hint)
	}
	if year < 1 || year > maxYear {
		return fact.Day{}, fmt.Errorf("no %s is known in %d", e.Label, year)
	}
	d, ok := e.In(year)
	if !ok {
		return fact.Day{}, fmt.Errorf("no %s is known in %d", e.Label, year)
	}
	return civilDay(d), nil
}

// maxYear bounds the years that named days are looked up in.
const maxYear = 9999

// namedOn returns the labels of the named days that fall on d, by the almanac
// that ships, in its order and without what it adds in brackets.
func namedOn(d fact.Day) []string {
	labels := []string{}
	if d.Year < 1 || d.Year > maxYear {
		return labels
	}
	for _, e := range timeline.BuiltinAlmanac().Entries {
		if !e.Yearly() {
			continue
		}
		if on, ok := e.In(d.Year); ok && civilDay(on) == d {
			label, _, _ := strings.Cut(e.Label, " (")
			labels = append(labels, label)
		}
	}
	return labels
}
