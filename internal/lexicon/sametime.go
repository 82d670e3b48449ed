package lexicon

import (
	"strings"
	"sync"
)

// A SameTimeRole is what a word is between or around two names of one time.
type SameTimeRole uint16

// The roles, see data/sametime.tsv.
const (
	SameBe    SameTimeRole = 1 << iota // is, falls
	SameKeep                           // celebrated
	SameLink                           // on, which
	SameOne                            // a
	SameIf                             // if, when
	SameFor                            // for, since
	SameOff                            // holiday, closed
	SameRough                          // about
	SameClock                          // local, time
)

var sameTimeRoles = map[string]SameTimeRole{
	"be": SameBe, "keep": SameKeep, "link": SameLink, "one": SameOne, "if": SameIf,
	"for": SameFor, "off": SameOff, "rough": SameRough, "clock": SameClock,
}

// SameTime returns the roles of a word, in lower case; zero for any other word.
func SameTime(word string) SameTimeRole { return sameTimes()[word] }

var sameTimes = sync.OnceValue(func() map[string]SameTimeRole {
	words, _ := parseSameTimes("sametime.tsv", sameTimeData)
	return words
})

func parseSameTimes(file, data string) (map[string]SameTimeRole, error) {
	words := make(map[string]SameTimeRole, rowsIn(data))
	r := newReader(file, data, "word", "roles")
	for r.next() {
		for name := range strings.SplitSeq(r.fields[1], "|") {
			role, ok := sameTimeRoles[name]
			if !ok {
				r.fail(1, "unknown role %q", name)
			}
			words[r.fields[0]] |= role
		}
	}
	return words, r.err()
}
