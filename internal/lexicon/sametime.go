package lexicon

import "sync"

// SameTime returns the role that a word, in lower case, has between or around
// two names of one time: be, link, one, keep, if, off or for; empty for any other
// word. See data/sametime.tsv.
func SameTime(word string) string { return sameTimes()[word] }

var sameTimes = sync.OnceValue(func() map[string]string {
	words, _ := parseSameTimes("sametime.tsv", sameTimeData)
	return words
})

func parseSameTimes(file, data string) (map[string]string, error) {
	words := make(map[string]string, rowsIn(data))
	r := newReader(file, data, "word", "role")
	for r.next() {
		words[r.fields[0]] = r.fields[1]
	}
	return words, r.err()
}
