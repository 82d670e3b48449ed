package tag

import (
	_ "embed" // the lists
	"strings"
	"sync"
)

//go:embed data/prefixes.txt
var prefixesData string

//go:embed data/contractions.tsv
var contractionsData string

// An idSet is a set of words.
type idSet map[uint32]bool

func (s idSet) has(id uint32) bool { return s[id] }

// prefixes are the prefixes that a hyphen does not part from their word.
var prefixes = sync.OnceValue(func() idSet {
	set := idSet{}
	for line := range strings.Lines(prefixesData) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[IDOf(line)] = true
		}
	}
	return set
})

// A cutTable has, by the ID of a word of two, the length of the first. Most
// words are known not to be in it by seen alone.
type cutTable struct {
	seen uint64 // the low six bits of the IDs, as a set
	at   map[uint32]int
}

func (t *cutTable) cut(id uint32, length int) int {
	if t.seen>>(id&63)&1 == 0 {
		return 0
	}
	if at := t.at[id]; at < length {
		return at
	}
	return 0
}

// contractions are the words that are two without an apostrophe: can|not.
var contractions = sync.OnceValue(func() *cutTable {
	table := &cutTable{at: map[uint32]int{}}
	for line := range strings.Lines(contractionsData) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if first, second, ok := strings.Cut(line, "\t"); ok {
			id := IDOf(first + second)
			table.seen |= 1 << (id & 63)
			table.at[id] = len(first)
		}
	}
	return table
})
