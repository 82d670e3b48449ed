package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A job is what a line of furniture does to its neighbours.
type job uint8

const (
	noJob  job = iota
	inline     // furniture by itself
	widget     // furniture beside other furniture only
	links      // opens a list of links
	ending     // closes the story
	kicker     // a section label above a headline
)

var jobNames = map[string]job{"inline": inline, "widget": widget, "list": links, "end": ending, "label": kicker}

// longestStock bounds, in bytes, the part of a line that is compared.
const longestStock = 320

// Where a section of furniture.txt wants its lines to stand.
const (
	wholeLine   = "line"
	openingLine = "start"
	shortLine   = "short" // at the start of one with little behind
	withinLine  = "within"
)

type stockStart struct {
	text  string
	job   job
	short bool // for lines of at most five words
}

type stockStrings struct {
	lines  map[string]job
	starts map[string][]stockStart // by their first word
	within []stockStart
}

var stock = sync.OnceValue(func() *stockStrings {
	s := &stockStrings{lines: map[string]job{}, starts: map[string][]stockStart{}}
	sections(furnitureFile, func(section, line string) {
		name, where, _ := strings.Cut(section, " ")
		j, ok := jobNames[name]
		if !ok {
			panic("article: data/furniture.txt: unknown section " + section)
		}
		switch where {
		case wholeLine:
			s.lines[line] = j
		case openingLine, shortLine:
			first := firstWord(line)
			s.starts[first] = append(s.starts[first], stockStart{line, j, where == shortLine})
		case withinLine:
			s.within = append(s.within, stockStart{text: line, job: j})
		default:
			panic("article: data/furniture.txt: unknown section " + section)
		}
	})
	return s
})

// find returns what a folded line of the given number of words does by its
// stock string, or noJob.
func (s *stockStrings) find(folded string, words int) job {
	if j, ok := s.lines[strings.TrimRight(folded, ":.…!?*_>|]) ")]; ok {
		return j
	}
	for _, start := range s.starts[firstWord(folded)] {
		if strings.HasPrefix(folded, start.text) && !continuesWord(folded[len(start.text):]) && (!start.short || words <= 5) {
			return start.job
		}
	}
	if words <= 60 {
		for _, part := range s.within {
			if strings.Contains(folded, part.text) {
				return part.job
			}
		}
	}
	return noJob
}

func firstWord(folded string) string {
	for i, r := range folded {
		if !unicode.IsLetter(r) && r != '\'' && i > 0 {
			return folded[:i]
		}
	}
	return folded
}

func continuesWord(rest string) bool {
	return rest != "" && (isLetterASCII(rest[0]) || rest[0] >= utf8.RuneSelf)
}

// fold appends line to dst as data/furniture.txt writes strings: lower case,
// straight quotation marks, single blanks, N for a number, no marks in front.
// It stops after longestStock bytes.
func fold(dst []byte, line string) []byte {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return isMark(r) && r != '(' || isBlank(r) })
	blank := false
	for i := 0; i < len(line) && len(dst) < longestStock; {
		c := line[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(line[i:])
			i += size
			switch {
			case isBlank(r):
				blank = true
				continue
			case r == '’' || r == '‘':
				r = '\''
			case r == '“' || r == '”':
				r = '"'
			}
			dst = appendBlank(dst, &blank)
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
			continue
		}
		i++
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			blank = true
		case isDigit(c):
			dst = appendBlank(dst, &blank)
			if n := len(dst); n == 0 || dst[n-1] != 'N' {
				dst = append(dst, 'N')
			}
		default:
			dst = appendBlank(dst, &blank)
			dst = append(dst, lowerASCII(c))
		}
	}
	return dst
}

func appendBlank(dst []byte, blank *bool) []byte {
	if *blank && len(dst) > 0 {
		dst = append(dst, ' ')
	}
	*blank = false
	return dst
}
