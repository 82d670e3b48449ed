package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDateline is the length in bytes of the longest dateline that is looked for.
const maxDateline = 120

// A prefix is the dateline in front of a paragraph. A zero end means none.
type prefix struct {
	end  int  // where the story begins
	firm bool // names an agency, or a place in capitals before a dash
	// agency tells that it names an agency that is known.
	agency bool
}

// datelineOf finds "LONDON, 17 June (Reuters) -", "GROSETO, Italy (AP) --",
// "(Agency)", "PARIS:" or "Leeds —" in front of line, and a place with a whole date
// where the marks are others: "LONDON (Reuters), 17 June 2018.".
func datelineOf(line string) prefix {
	p := placeReader{line: line[:min(len(line), maxDateline)]}
	ok := p.read()
	if dated := (placeReader{line: p.line}); dated.readDated() && (!ok || dated.at > p.at) {
		dated.agency, dated.known, ok = ok && p.agency, ok && p.known, true
		p = dated
	}
	if !ok {
		return prefix{}
	}
	story := strings.TrimLeftFunc(line[p.at:], isBlank)
	end := len(line) - len(story)
	firm := p.agency || p.capitals > 0 && (p.dash || p.dated) || p.names > 1 && p.wholeDate()
	if story == "" {
		return prefix{end: len(line), firm: firm, agency: p.known}
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(story, isMark))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.In(r, unicode.Lo) {
		return prefix{}
	}
	return prefix{end: end, firm: firm, agency: p.known}
}

// A placeReader reads the words of a dateline up to the dash or colon that
// ends it.
type placeReader struct {
	line     string
	at       int
	words    int
	capitals int  // words in capitals, of the place
	names    int  // capitalised words
	agency   bool // has a bracket
	known    bool // which names an agency of data/words.txt
	dash     bool
	dated    bool // names a month or weekday
	month    bool
	digits   int  // words that are numbers
	year     bool // one of them has four digits
}

// read reports whether the line begins with a dateline; p.at is then behind it.
func (p *placeReader) read() bool {
	for p.at < len(p.line) && p.words <= 10 {
		w := p.next()
		start := p.at - len(w)
		switch {
		case w == "":
			return p.accepted()
		case p.agency:
			// What follows the agency is a dash or the story.
			if mark := dashPrefix(w); mark > 0 {
				p.dash = true
				p.at = start + mark
				return true
			}
			if strings.HasPrefix(w, ":") {
				p.at = start + 1
				return true
			}
			p.at = start
			return p.words == 0 || p.capitals > 0 || p.known
		case w[0] == '(':
			if !p.bracket(start) {
				return false
			}
		case dashPrefix(w) > 0:
			p.dash = true
			p.at = start + dashPrefix(w)
			return p.accepted()
		default:
			if done, ok := p.word(w, start); done {
				return ok
			}
		}
	}
	alone := p.agency || p.capitals > 0 && p.dated && p.names <= 6
	return alone && p.at >= len(p.line)
}

// readDated reports whether the line begins with a place and a whole date, whatever
// brackets stand round them, up to a mark that ends them: "LONDON (Agency), 17 June
// 2018.", "(LONDON, June 17, 2018)", "LONDON | June 17, 2018 |". A place that is not in
// capitals takes a stronger mark than a full stop. p.at is then behind the mark.
func (p *placeReader) readDated() bool {
	if !strings.Contains(p.line, "19") && !strings.Contains(p.line, "20") {
		return false // no year
	}
	for p.at < len(p.line) && p.words <= 10 {
		w := p.next()
		core := strings.Trim(w, "(),.:;|/·-–—")
		switch whole := p.month && p.year && p.digits == 2; {
		case whole && (dashPrefix(w) > 0 || w == "|"):
			return p.names > 0
		case core != "" && (whole && w[0] != '(' && w[0] != '/' || !p.datedWord(core)):
			return false
		}
		if core != "" && p.month && p.year && p.digits == 2 && p.endsDated(w) {
			return true
		}
	}
	return p.at >= len(p.line) && p.month && p.year && p.digits == 2 && p.capitals > 0
}

// datedWord takes core, a word of the place, of the agency or of the date.
func (p *placeReader) datedWord(core string) bool {
	c := classOf(core)
	switch {
	case isNumber(core) && p.names > 0:
		p.digits++
		p.year = p.year || len(core) == 4
	case p.names > 0 && c&month != 0:
		p.month = true
	case p.names > 0 && c&weekday != 0:
	case p.digits > 0 && !p.year, c&(label|function) != 0 && strings.ToUpper(core) != core, !p.place(core):
		return false
	}
	return true
}

// endsDated reports whether the last word w of a place and its date ends them by a
// mark, and moves behind a dash that follows it.
func (p *placeReader) endsDated(w string) bool {
	switch w[len(w)-1] {
	case ')', ':', '|', '/':
	case '.':
		return p.capitals > 0
	default:
		return false
	}
	at := p.at
	if p.dash = dashPrefix(p.next()) > 0; !p.dash {
		p.at = at
	}
	p.dated = true
	return p.dash || p.capitals > 0 || w[len(w)-1] == ':'
}

// next returns the next word and moves behind it. A dash of two or more bytes
// inside a word ends the word.
func (p *placeReader) next() string {
	rest := strings.TrimLeftFunc(p.line[p.at:], isBlank)
	p.at = len(p.line) - len(rest)
	end := strings.IndexFunc(rest, isBlank)
	if end < 0 {
		end = len(rest)
	}
	for _, dash := range []string{"—", "–", "--"} {
		if i := strings.Index(rest[:end], dash); i > 0 {
			end = i
		}
	}
	p.at += end
	return rest[:end]
}

// dashPrefix returns the length of the dash, or the underscore of old wires,
// that w begins with.
func dashPrefix(w string) int {
	n := 0
	for n < len(w) {
		r, size := utf8.DecodeRuneInString(w[n:])
		if r != '-' && r != '_' && r != '–' && r != '—' {
			break
		}
		n += size
	}
	return n
}

// bracket reads "(Agency)" at start. The words in it are capitalised.
func (p *placeReader) bracket(start int) bool {
	end := strings.IndexByte(p.line[start:], ')')
	if end < 0 {
		return false
	}
	inside := p.line[start+1 : start+end]
	n := countFields(inside)
	if n == 0 || n > 6 || strings.ContainsRune(inside, '—') || !hasClass(inside, agency) && (!isUpperStart(inside) || !isNames(strings.ReplaceAll(inside, "/", " / "), 1)) {
		return false
	}
	p.at = start + end + 1
	p.agency = true
	p.known = hasClass(inside, agency)
	return true
}

// word takes one word of the place or date. done ends the dateline.
func (p *placeReader) word(w string, start int) (done, ok bool) {
	if colon := strings.TrimSuffix(w, ":"); colon != w {
		p.place(colon)
		initials := strings.IndexByte(colon, '.') == 1
		return true, p.capitals == p.words && p.capitals > 0 && len(colon) > 2 && !initials
	}
	if bare := strings.TrimRight(w, "-_"); bare != w {
		p.place(bare)
		p.dash = true
		return true, p.accepted()
	}
	core := trimMarks(w)
	c := classOf(core)
	if core == "" || p.words == 0 && (c&label != 0 || c&function != 0 && strings.ToUpper(core) != core) {
		return true, false
	}
	p.dated = p.dated || c&(month|weekday) != 0 && c&function == 0 && p.words > 0
	p.month = p.month || c&month != 0
	if isNumber(core) {
		p.digits++
		p.year = p.year || len(core) == 4
	}
	if !p.place(w) && c&(month|weekday|particle) == 0 && !isDigit(core[0]) {
		return true, false
	}
	return false, false
}

// place counts w if it is capitalised.
func (p *placeReader) place(w string) bool {
	p.words++
	core := trimMarks(w)
	if !isUpperStart(core) || classOf(core)&label != 0 && p.words == 1 {
		return false
	}
	p.names++
	if letters := strings.Count(core, "") - 1; letters >= 2 && strings.ToUpper(core) == core {
		p.capitals++
	}
	return true
}

// accepted reports whether the words before a dash are a place: in capitals,
// with an agency, up to four capitalised words, or a whole date with at most three
// words of a place.
func (p *placeReader) accepted() bool {
	switch {
	case p.agency:
		return true
	case !p.dash || p.names == 0:
		return false
	case p.capitals > 0:
		return true
	}
	if p.wholeDate() { // Lyon, October 14, 1996 —
		return p.names+p.digits == p.words && p.words <= 6
	}
	return p.names == p.words && p.words <= 4
}

// wholeDate reports whether the words hold a day with its month and year.
func (p *placeReader) wholeDate() bool { return p.dash && p.month && p.year && p.digits == 2 }

func isNumber(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
