package lexicon

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/wordtable"
)

//go:embed data/events.tsv
var eventsData string

// MaxTriggers is the most a table of triggers may hold, in bytes: some 150,000
// of them.
const MaxTriggers = 4 << 20

// A Trigger is a word, or words, that tells of an event.
type Trigger struct {
	Kind  string // call, meeting, …; contact for a call or a meeting
	Noun  bool   // else a verb
	Words []string
	Weak  bool // counts only beside a date or two people
}

// Triggers finds event triggers by their first lemma.
type Triggers struct {
	byWord *wordtable.Table[[]Trigger] // longest first
}

// EventTriggers returns the triggers that ship.
var EventTriggers = sync.OnceValue(func() *Triggers {
	t, err := ParseTriggers("events.tsv", eventsData)
	if err != nil {
		panic(err) // a bug in our own table
	}
	return t
})

// ParseTriggers reads a table of triggers in the form of events.tsv: columns
// kind, pos, words and flags, parted by tabs, "#" for comments. It returns the
// rows that are right and every problem at once, each with file and line.
func ParseTriggers(name, src string) (*Triggers, error) {
	t := &Triggers{byWord: &wordtable.Table[[]Trigger]{}}
	var all *multierror.Error
	for n, line := range strings.Split(strings.TrimPrefix(src, "\ufeff"), "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "kind\t") {
			continue
		}
		trigger, err := parseTrigger(line)
		if err != nil {
			all = multierror.Append(all, fmt.Errorf("%s:%d:1: %w", name, n+1, err))
			continue
		}
		t.add(trigger)
	}
	return t, all.ErrorOrNil()
}

func parseTrigger(line string) (Trigger, error) {
	f := strings.Split(line, "\t")
	if len(f) < 3 {
		return Trigger{}, errors.New("want kind, pos (noun or verb), words and flags, parted by tabs")
	}
	words := strings.Fields(strings.ToLower(f[2]))
	if f[0] == "" || len(words) == 0 || f[1] != "noun" && f[1] != "verb" {
		return Trigger{}, errors.New("want a kind, noun or verb, and at least one word")
	}
	trigger := Trigger{Kind: f[0], Noun: f[1] == "noun", Words: words}
	if len(f) > 3 {
		trigger.Weak = f[3] == "weak"
		if f[3] != "" && f[3] != "-" && !trigger.Weak {
			return Trigger{}, fmt.Errorf("flag %q is none of weak and -", f[3])
		}
	}
	return trigger, nil
}

func (t *Triggers) add(trigger Trigger) {
	first := trigger.Words[0]
	list := append(t.byWord.Get(first), trigger)
	slices.SortStableFunc(list, func(a, b Trigger) int { return len(b.Words) - len(a.Words) })
	t.byWord.Put(first, list)
}

// Join returns the triggers of t and more; where both name the same words as
// the same part of speech, more counts.
func (t *Triggers) Join(more *Triggers) *Triggers {
	out := &Triggers{byWord: &wordtable.Table[[]Trigger]{}}
	for word, list := range t.byWord.All() {
		out.byWord.Put(word, slices.Clone(list))
	}
	for word, list := range more.byWord.All() {
		kept := slices.DeleteFunc(out.byWord.Get(word), func(old Trigger) bool {
			return slices.ContainsFunc(list, func(n Trigger) bool { return n.Noun == old.Noun && slices.Equal(n.Words, old.Words) })
		})
		all := append(slices.Clone(list), kept...)
		slices.SortStableFunc(all, func(a, b Trigger) int { return len(b.Words) - len(a.Words) })
		out.byWord.Put(word, all)
	}
	return out
}

// Begins reports whether any trigger has that first lemma, so that a reader can
// pass over all other words.
func (t *Triggers) Begins(lemma string) bool { return t.byWord.At(lemma) != nil }

// At returns the triggers whose lemmas stand at the start of words, longest
// first. words are lemmas, plural nouns reduced to the singular.
func (t *Triggers) At(words []string) []Trigger {
	if len(words) == 0 {
		return nil
	}
	var out []Trigger
	for _, trigger := range t.byWord.Get(words[0]) {
		if len(trigger.Words) <= len(words) && slices.Equal(trigger.Words, words[:len(trigger.Words)]) {
			out = append(out, trigger)
		}
	}
	return out
}
