package syntax

import (
	_ "embed" // the list
	"fmt"
	"slices"
	"strings"
	"sync"

	"factcheck/internal/syntax/tag"
)

//go:embed data/words.tsv
var wordsData string

// A class is a set of things that a word does in a verb group or at the edge
// of a clause; see data/words.tsv.
type class uint32

const (
	isBe class = 1 << iota
	isHave
	isDo
	isGet
	isPast
	isPresent
	isWill
	isWould
	isCan
	isCould
	isMay
	isMight
	isShall
	isShould
	isMust
	isNeed
	isNot
	isGoing
	isObliged
	isUsed
	isPlan
	isIntend
	isClause
	isJoin
	isMonth
	isDate
	isPreposition
	isAgent
	isTo
	isBack
)

// isModal has the classes of modals, in the order of their modalities.
const isModal = isWill | isWould | isCan | isCould | isMay | isMight | isShall | isShould | isMust | isNeed

var classNames = []string{
	"be", "have", "do", "get", "past", "present", "will", "would", "can", "could", "may", "might", "shall", "should", "must",
	"need", "not", "going", "obliged", "used", "plan", "intend", "clause", "join", "month", "date", "preposition",
	"agent", "to", "back",
}

func (c class) has(what class) bool { return c&what != 0 }

// classes returns the words of the list by the ID of their token.
var classes = sync.OnceValue(func() map[uint32]class {
	table, _ := parseWords(wordsData)
	return table
})

// parseWords reads a list; a row that is wrong is left out and reported.
func parseWords(data string) (map[uint32]class, error) {
	table := map[uint32]class{}
	var (
		first error
		last  string
		n     int
	)
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		word, list, ok := strings.Cut(line, "\t")
		if line == "" || line[0] == '#' || word == "word" {
			continue
		}
		if !ok || word <= last {
			first = firstError(first, n, "row %q is not sorted or has no classes", line)
			continue
		}
		last = word
		for name := range strings.SplitSeq(list, "|") {
			i := slices.Index(classNames, name)
			if i < 0 {
				first = firstError(first, n, "unknown class %q", name)
				continue
			}
			table[tag.IDOf(word)] |= 1 << i
		}
	}
	return table, first
}

func firstError(first error, line int, format string, args ...any) error {
	if first != nil {
		return first
	}
	return fmt.Errorf("words.tsv:%d:1: %s", line, fmt.Sprintf(format, args...))
}
