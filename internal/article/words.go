package article

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/words.txt
var wordsFile string

//go:embed data/furniture.txt
var furnitureFile string

//go:embed data/phrases.txt
var phrasesFile string

// A class is a set of the word classes of data/words.txt.
type class uint32

const (
	month class = 1 << iota
	weekday
	stampVerb
	stampWord
	particle
	function
	seamWord
	agency
	credit
	creditLabel
	role
	attribution
	masthead
	interfaceWord
	label
)

var classNames = map[string]class{
	"month": month, "weekday": weekday, "stamp": stampVerb, "stampword": stampWord,
	"particle": particle, "function": function, "seam": seamWord, "agency": agency,
	"credit": credit, "creditlabel": creditLabel, "role": role, "attribution": attribution,
	"masthead": masthead, "interface": interfaceWord, "label": label,
}

// sections calls each for every line of a data file that is neither blank nor
// a comment, with the name in brackets above it.
func sections(data string, each func(section, line string)) {
	section := ""
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			section = line[1 : len(line)-1]
		default:
			each(section, line)
		}
	}
}

var wordClasses = sync.OnceValue(func() map[string]class {
	classes := map[string]class{}
	sections(wordsFile, func(section, line string) {
		c, ok := classNames[section]
		if !ok {
			panic("article: data/words.txt: unknown section " + section)
		}
		for _, w := range strings.Fields(line) {
			classes[w] |= c
		}
	})
	return classes
})

// phrases returns the formulas of data/phrases.txt by section.
var phrases = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	sections(phrasesFile, func(section, line string) {
		all[section] = append(all[section], line)
	})
	return all
})

// maxWord is the length in bytes of the longest word worth looking up.
const maxWord = 32

// classOf returns the classes of word without case and without the marks
// around it.
func classOf(word string) class {
	if word = trimMarks(word); word == "" || len(word) > maxWord {
		return 0
	}
	var buf [maxWord]byte
	for i := 0; i < len(word); i++ {
		buf[i] = lowerASCII(word[i])
	}
	return wordClasses()[string(buf[:len(word)])]
}

// trimMarks cuts ASCII and curly punctuation from both ends of a word.
func trimMarks(word string) string {
	if word == "&" {
		return word
	}
	for word != "" && word[0] < utf8.RuneSelf && isMark(rune(word[0])) {
		word = word[1:]
	}
	for word != "" && word[len(word)-1] < utf8.RuneSelf && isMark(rune(word[len(word)-1])) {
		word = word[:len(word)-1]
	}
	if word == "" || word[0] < utf8.RuneSelf && word[len(word)-1] < utf8.RuneSelf {
		return word
	}
	return strings.TrimFunc(word, isMark)
}

func isMark(r rune) bool {
	if r < 0x80 {
		return !isLetterASCII(byte(r)) && !(r >= '0' && r <= '9') && r != '©'
	}
	switch r {
	case '‘', '’', '“', '”', '«', '»', '‹', '›', '„', '‚', '–', '—', '…', '•', '·', '►', '▶', '→', '×', '|', '■', '●', '▪', '\ufeff', '\u200b':
		return true
	}
	return false
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func isLetterASCII(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool       { return '0' <= c && c <= '9' }
