package lexicon

import (
	"strings"
	"sync"
)

// A Term is the time that somebody held an office.
type Term struct {
	Title string // canonical, as in roles.tsv: "prime minister"
	Place string // canonical name of the country or body
	Since string // first day, ISO
	Until string // first day after, ISO; "" if the term was not over
	Name  string // the first of the holder's full names
	// Kept reports whether those who held the office keep its title in address.
	Kept bool
	// Alone reports whether title and surname without the country mean this holder.
	Alone bool
	// Short reports whether the name that was looked up is a surname alone.
	Short bool
}

// TermsOf finds the terms of a title under a holder's full name without full
// stops, or under the surname.
func TermsOf(title, name string) []Term {
	t, _ := loadTerms()
	return t[title+"|"+name]
}

var loadTerms = sync.OnceValues(func() (map[string][]Term, error) {
	return parseTerms("officeholders.tsv", officeHoldersData)
})

func parseTerms(file, data string) (map[string][]Term, error) {
	table := make(map[string][]Term, 3*rowsIn(data))
	r := newReader(file, data, "term", "until", "names", "short", "kept", "alone")
	for r.next() {
		parts := strings.Split(r.fields[0], ", ")
		if len(parts) != 3 {
			r.fail(0, "term %q is not title, place and first day", r.fields[0])
			continue
		}
		names := strings.Split(r.fields[2], "|")
		term := Term{Title: parts[0], Place: parts[1], Since: parts[2], Until: r.value(1), Name: names[0], Kept: r.fields[4] == "yes", Alone: r.fields[5] == "yes"}
		for _, n := range names {
			table[term.Title+"|"+n] = append(table[term.Title+"|"+n], term)
		}
		if short := r.value(3); short != "" {
			term.Short = true
			table[term.Title+"|"+short] = append(table[term.Title+"|"+short], term)
		}
	}
	return table, r.err()
}
