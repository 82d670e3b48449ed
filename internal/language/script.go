package language

import (
	"strings"
	"sync"
	"unicode"
)

// firstScript is the first letter that no Latin alphabet has: the Greek ones
// come first in Unicode.
const firstScript = '\u0370'

// A script is a writing system other than Latin.
type script struct {
	table *unicode.RangeTable
	label string // what a text in it looks like
}

var scripts = sync.OnceValue(func() []script {
	var all []script
	for line := range strings.Lines(scriptsFile) {
		name, label, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		table := unicode.Scripts[name]
		if table == nil {
			panic("language: data/scripts.tsv: Unicode has no script " + name)
		}
		all = append(all, script{table, label})
	}
	return all
})

// script counts the letters of a word that is not in Latin letters.
func (t *Tally) script(w string) {
	if t.scripts == nil {
		t.scripts = map[string]int{}
	}
	last := script{}
	for _, r := range w {
		if last.table == nil || !unicode.Is(last.table, r) {
			last = scriptOf(r)
		}
		if last.table != nil {
			t.scripts[last.label]++
		}
	}
}

func scriptOf(r rune) script {
	for _, s := range scripts() {
		if unicode.Is(s.table, r) {
			return s
		}
	}
	return script{}
}

// bestScript returns what most letters that are not Latin look like, how many
// they are, and how many letters there are. Chinese signs among kana are
// Japanese.
func (t *Tally) bestScript() (label string, n, all int) {
	if len(t.scripts) == 0 {
		return "", 0, t.latin
	}
	all = t.latin
	for _, k := range t.scripts {
		all += k
	}
	for _, s := range scripts() { // in order, so that equals do not depend on the map
		k := t.scripts[s.label]
		if s.label == "Japanese" && k > 0 {
			k += t.scripts["Chinese"]
		}
		if k > n {
			label, n = s.label, k
		}
	}
	return label, n, all
}
