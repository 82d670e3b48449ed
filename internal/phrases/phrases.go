// Package phrases writes phrases from the vocabulary of times, reads them as the
// command does, and judges what was made of them. It serves tests, which find by
// phrases what they do not find by bytes.
package phrases

import (
	"embed"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"factcheck/timeline"
)

//go:embed data
var data embed.FS

// A table holds what phrases are put together from.
type table struct {
	tokens   []string
	one      []string // one token a class, its first
	joins    []string // each as often as its share
	carriers []string // sentences with {} for the phrase
}

// maxTokens bounds the tokens of a phrase.
const maxTokens = 5

var tables = sync.OnceValue(func() *table {
	t := &table{}
	classes := map[string]bool{}
	add := func(class, text string) {
		t.tokens = append(t.tokens, text)
		if !classes[class] {
			classes[class] = true
			t.one = append(t.one, text)
		}
	}
	known := map[string]bool{}
	for _, w := range timeline.Words() {
		text := w.Text
		if w.Capital || w.Class == "weekday" || w.Class == "month" {
			text = capital(text)
		}
		if !known[text] {
			add(w.Class, text)
		}
		known[text] = true
	}
	for f := range rows("data/tokens.tsv") {
		add(f[0], f[1])
	}
	for f := range rows("data/joins.tsv") {
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic(err) // a bug in our own table
		}
		t.joins = append(t.joins, slices.Repeat([]string{f[1]}, n)...)
	}
	t.carriers = lines("data/carriers.txt")
	return t
})

// rows yields the two fields of each row of an embedded table.
func rows(name string) func(yield func([2]string) bool) {
	return func(yield func([2]string) bool) {
		for _, line := range lines(name) {
			first, second, ok := strings.Cut(line, "\t")
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(second, `"`, `\"`) + `"`)
			if !ok || err != nil {
				panic(name + ": " + line) // a bug in our own table
			}
			if !yield([2]string{first, text}) {
				return
			}
		}
	}
}

// lines returns the lines of an embedded file that are no comments: those begin
// with # and a blank and stand before all others.
func lines(name string) []string {
	src, err := data.ReadFile(name)
	if err != nil {
		panic(err) // a bug in our own tables
	}
	all := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	for strings.HasPrefix(all[0], "# ") && !strings.Contains(all[0], "{}") {
		all = all[1:]
	}
	return all
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Classes returns how many classes of words and kinds of signs there are.
func Classes() int { return len(tables().one) }

// Exhaustive yields all phrases of n tokens, parted by blanks, over one token a
// class: Classes to the power of n.
func Exhaustive(n int) func(yield func(string) bool) {
	one := tables().one
	return func(yield func(string) bool) {
		at := make([]int, n)
		words := make([]string, n)
		for {
			for i, k := range at {
				words[i] = one[k]
			}
			if !yield(strings.Join(words, " ")) {
				return
			}
			i := n - 1
			for ; i >= 0; i-- {
				if at[i]++; at[i] < len(one) {
					break
				}
				at[i] = 0
			}
			if i < 0 {
				return
			}
		}
	}
}

// Random returns a sentence with a phrase of one to five tokens, chosen by rng.
func Random(rng *rand.Rand) string { return write(rng.IntN) }

// FromBytes returns the sentence that the bytes choose, and the bytes that it has
// left over; every change of a byte changes one choice. It is empty without bytes.
func FromBytes(choices []byte) (sentence string, rest []byte) {
	if len(choices) == 0 {
		return "", nil
	}
	sentence = write(func(n int) int {
		k, size := 0, 1
		if n > 256 {
			size = 2
		}
		for ; size > 0 && len(choices) > 0; size-- {
			k, choices = k<<8|int(choices[0]), choices[1:]
		}
		return k % n
	})
	return sentence, choices
}

// write makes a sentence; choose returns a number below the one it is given.
func write(choose func(n int) int) string {
	t := tables()
	n := 1 + choose(maxTokens)
	carrier := t.carriers[choose(len(t.carriers))]
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(t.joins[choose(len(t.joins))])
		}
		token := t.tokens[choose(len(t.tokens))]
		switch choose(12) {
		case 0, 1:
			token = capital(token)
		case 2:
			token = strings.ToUpper(token)
		case 3:
			token = strings.ToLower(token)
		case 4:
			token += "’s"
		case 5:
			token += "."
		}
		b.WriteString(token)
	}
	return strings.ReplaceAll(carrier, "{}", b.String())
}
