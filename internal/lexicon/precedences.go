package lexicon

import (
	_ "embed" // the data file
	"strings"
	"sync"
)

//go:embed data/precedences.tsv
var precedencesData string

// A Precedence says how far two acts on one person or thing have an order; see
// precedences.tsv.
type Precedence uint8

// How far an order holds. The zero Precedence says that there is none.
const (
	Always        Precedence = iota + 1
	WithinAffairs            // within one affair; somebody may have two
)

// Precedes reports whether the act first comes before second, both as in
// precedences.tsv.
func Precedes(first, second string) Precedence {
	t, _ := loadPrecedences()
	return t[[2]string{first, second}]
}

// HasPrecedence reports whether a verb, by lemma, is that of an act which comes before or
// after another.
func HasPrecedence(verb string) bool { return precedenceVerbs()[[2]string{verb}] }

// MayPrecede reports whether an act of the verb first comes before one of the verb second
// with some noun behind the verbs, both by lemma.
func MayPrecede(first, second string) bool { return precedenceVerbs()[[2]string{first, second}] }

var (
	loadPrecedences = sync.OnceValues(func() (map[[2]string]Precedence, error) {
		return parsePrecedences("precedences.tsv", precedencesData)
	})
	// precedenceVerbs holds pairs of verbs, and each verb alone.
	precedenceVerbs = sync.OnceValue(func() map[[2]string]bool {
		verbs := map[[2]string]bool{}
		t, _ := loadPrecedences()
		for acts := range t {
			first, _, _ := strings.Cut(acts[0], " ")
			second, _, _ := strings.Cut(acts[1], " ")
			verbs[[2]string{first, second}] = true
			verbs[[2]string{first}], verbs[[2]string{second}] = true, true
		}
		return verbs
	})
)

func parsePrecedences(file, data string) (map[[2]string]Precedence, error) {
	table := make(map[[2]string]Precedence, rowsIn(data))
	r := newReader(file, data, "first", "seconds", "scope")
	for r.next() {
		p, ok := precedenceNames[r.fields[2]]
		if !ok {
			r.fail(2, "unknown scope %q, write always or affair", r.fields[2])
		}
		for second := range strings.SplitSeq(r.fields[1], "|") {
			if table[[2]string{second, r.fields[0]}] != 0 {
				r.fail(1, "%s and %s stand in both orders", r.fields[0], second)
			}
			table[[2]string{r.fields[0], second}] = p
		}
	}
	return table, r.err()
}

var precedenceNames = map[string]Precedence{"always": Always, "affair": WithinAffairs}
