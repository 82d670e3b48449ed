package language

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/functionwords.txt
var wordsFile string

//go:embed data/particles.txt
var particlesFile string

//go:embed data/scripts.tsv
var scriptsFile string

// english is the bit of English; the others follow in the order of the file.
const english = 1

// maxLanguages is how many languages a table may have: one bit each.
const maxLanguages = 64

// tables are the function words.
type tables struct {
	names   []string          // of languages; English first
	words   map[string]uint64 // the languages of a function word, a bit each
	longest int               // bytes of the longest function word
}

var load = sync.OnceValue(func() *tables {
	t := &tables{words: map[string]uint64{}}
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			t.names = append(t.names, strings.Trim(line, "[]"))
		default:
			for _, w := range strings.Fields(line) {
				t.words[w] |= 1 << (len(t.names) - 1)
				t.longest = max(t.longest, len(w))
			}
		}
	}
	if len(t.names) > maxLanguages || t.names[0] != "English" {
		panic("language: data/functionwords.txt: English must stand first, of at most 64 languages")
	}
	return t
})

// particles are the function words that stand in names.
var particles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(particlesFile) {
		if line[0] == '#' {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
})
