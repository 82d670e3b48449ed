package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/habits.tsv
var habitsTable string

// A habit is a word of another language in one place of a rule file.
type habit struct{ where, word string }

// habits maps words of other languages, in lower case, to ours.
var habits = sync.OnceValue(func() map[habit]string {
	m := map[habit]string{}
	for line := range strings.Lines(habitsTable) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 3 && !strings.HasPrefix(line, "#") {
			m[habit{cells[0], cells[1]}] = cells[2]
		}
	}
	return m
})

// nearestName returns a hint naming what word stands for in a place such as
// Rule or severity: a name known from elsewhere, or the candidate that is
// nearest by its letters; nothing if there is none.
func nearestName(where, word string, candidates []string) string {
	if instead := habits()[habit{where, strings.ToLower(word)}]; instead != "" {
		return fmt.Sprintf("did you mean %q?", instead)
	}
	return didYouMean(word, candidates)
}
