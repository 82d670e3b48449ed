package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/lexicon/en"
)

// saysAgo reports whether a stamp ends in how long ago it was: "3 hours ago".
func saysAgo(line string) bool {
	return en.Is(strings.ToLower(line[strings.LastIndexByte(line, ' ')+1:]), en.Ago)
}

// hasClock reports whether a stamp has a clock time: "14:05", "10.15", "7.10am", "5pm".
func hasClock(line string) bool {
	if strings.IndexByte(line, ':') > 0 {
		return true
	}
	for rest := line; rest != ""; {
		var w string
		w, rest = cutStampWord(rest)
		clock := strings.TrimRightFunc(w, unicode.IsLetter)
		ending := en.Is(strings.ToLower(w[len(clock):]), en.ClockEnding)
		h, m, parted := strings.Cut(clock, ".")
		if hour, ok := number(h, len(h)); !ok || hour >= 24 || len(h) > 2 || len(clock) < len(w) && !ending {
			continue
		}
		if parted && len(m) == 2 && isDigit(m[0]) && m[0] < '6' && isDigit(m[1]) || !parted && ending {
			return true
		}
	}
	return false
}

// dateWords sums up a run of words that may be a stamp.
type dateWords struct {
	verb, month, numeric, clock, number, ago bool
}

// isStamp reports whether line holds a date or clock time, perhaps with
// "published" or the like in front, or how long ago it was, and nothing else; verb tells
// whether it has such a word in front.
func isStamp(line string) (ok, verb bool) {
	var d dateWords
	for rest := line; rest != ""; {
		var w string
		w, rest = cutStampWord(rest)
		if w != "" && !d.take(w) {
			return false, false
		}
	}
	return d.stamp(), d.verb
}

// stamp reports whether the words make a stamp. A month and a year, or a day of
// the month, do not make one without a verb: they may be a heading.
func (d *dateWords) stamp() bool {
	if d.verb {
		return d.numeric || d.clock || d.month && d.number || d.ago && d.number
	}
	return d.numeric || d.clock || d.month && d.number || d.ago && d.number
}

// take reports whether w may stand in a stamp and notes what it is.
func (d *dateWords) take(w string) bool {
	if isDigit(w[0]) || w[0] == '+' || w[0] == '-' {
		return d.takeNumber(w)
	}
	c := classOf(w)
	switch {
	case c&month != 0:
		d.month = true
	case c&stampVerb != 0:
		d.verb = true
	case en.Is(strings.ToLower(w), en.Ago):
		d.ago = true
	case c&(weekday|stampWord|agency) != 0:
	default:
		return false
	}
	return true
}

func (d *dateWords) takeNumber(w string) bool {
	digits, dashes, slashes, colons, dots, i := 0, 0, 0, 0, 0, 0
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case isDigit(c):
			digits++
		case c == '-' || c == '+':
			dashes++
		case c == '/':
			slashes++
		case c == ':':
			colons++
		case c == '.':
			dots++
		case c == 'T' && dashes >= 2:
		default:
			return d.takeSuffix(w[i:], digits, colons)
		}
	}
	switch {
	case dashes >= 2 && digits >= 6 || slashes == 2 || dots == 2 && digits >= 4:
		d.numeric = true
	case colons > 0:
		d.clock = true
	case dots == 1 && digits > 4, digits > 4 && w[0] != '+' && w[0] != '-', digits > 12:
		return false
	}
	d.number = true
	return digits > 0 || len(w) == 1
}

// takeSuffix reads what follows the digits: an ordinal ending, am or pm, or the
// zone of an ISO time.
func (d *dateWords) takeSuffix(suffix string, digits, colons int) bool {
	switch c := en.Classes(strings.ToLower(strings.Trim(suffix, ".,"))); {
	case c.Has(en.OrdinalEnding):
		d.number = digits <= 2
		return digits <= 2
	case c.Has(en.ClockEnding):
		d.clock = true
		d.number = true
		return colons > 0 || digits <= 4
	}
	return false
}

// cutStampWord returns the first word of s, "" for separators, and the rest. A
// comma, bar, bullet, dash between blanks or bracket separates words.
func cutStampWord(s string) (w, rest string) {
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) || strings.ContainsRune(",|•·()[]–—*_;", r) {
			if i == 0 {
				return "", s[size:]
			}
			break
		}
		i += size
	}
	w = strings.TrimRight(s[:i], ":.")
	if strings.Trim(w, "-/") == "" {
		w = ""
	}
	// "2013-4:45pm" runs a year and a clock time together.
	if len(w) > 5 && w[4] == '-' && strings.IndexByte(w, ':') > 0 && strings.Count(w, "-") == 1 {
		return w[:4], s[5:]
	}
	return w, s[i:]
}

// stampTail returns the offset at which a stamp ends the line "headline Posted:
// 12 July 2013", or -1. It takes a verb, or a bar or bullet, to begin one.
func stampTail(line string) int {
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		begins := r == '|' || r == '•' || r == '·'
		if i > 0 && isLetterASCII(line[i]) && line[i-1] == ' ' {
			w, _ := cutStampWord(line[i:])
			begins = classOf(w)&stampVerb != 0 && !predicated(line[:i]) || en.Is(strings.ToLower(w), en.LastWord) && strings.HasPrefix(line[i+len(w):], " updated")
		}
		if begins && i > 0 {
			if ok, _ := isStamp(line[i:]); ok {
				return i
			}
			if r < utf8.RuneSelf && isLetterASCII(line[i]) {
				return -1 // further verbs are part of the same words
			}
		}
		i += size
	}
	return -1
}

// predicated reports whether the words before a verb make it part of a sentence:
// "will be published on 30 November", "was first released in 2008".
func predicated(before string) bool {
	words := strings.Fields(before)
	for len(words) > 1 && classOf(words[len(words)-1])&stampWord != 0 && classOf(words[len(words)-1])&function == 0 {
		words = words[:len(words)-1]
	}
	return len(words) > 1 && classOf(words[len(words)-1])&function != 0
}

// bylineDate returns where the date begins that ends a byline, "By Jane Roe,
// October 31, 2005", "By Jane Roe October 31, 2005 at 3:57 PM", or -1. It takes a
// whole date, with its year where no comma parts it from the name.
func bylineDate(line string) int {
	for i := strings.IndexByte(line, ' '); i >= 0 && i+1 < len(line); {
		w, _ := cutStampWord(line[i+1:])
		if w != "" && (isDigit(w[0]) || classOf(w)&(month|weekday) != 0) {
			var d dateWords
			whole, year := true, false
			for rest := line[i+1:]; rest != "" && whole; {
				w, rest = cutStampWord(rest)
				whole = w == "" || d.take(w)
				year = year || len(w) == 4 && strings.Trim(w, "0123456789") == ""
			}
			if whole && year && d.month && d.number {
				return i
			}
		}
		next := strings.IndexByte(line[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	for i := strings.IndexByte(line, ','); i >= 0; {
		var d dateWords
		whole := true
		for rest := line[i+1:]; rest != "" && whole; {
			var w string
			w, rest = cutStampWord(rest)
			whole = w == "" || d.take(w)
		}
		if whole && (d.month && d.number || d.numeric) {
			return i
		}
		next := strings.IndexByte(line[i+1:], ',')
		if next < 0 {
			return -1
		}
		i += 1 + next
	}
	return -1
}

// stampLead returns the length of the stamp in front of "Released 2013-09-28
// 05:08 GMT A jury …", or 0. It takes a verb and a whole date.
func stampLead(line string) int {
	var d dateWords
	rest, end := line, 0
	for rest != "" {
		w, after := cutStampWord(rest)
		if w == "" {
			rest = after
			continue
		}
		c := classOf(w)
		if end == 0 && c&stampVerb == 0 || w == "A" || w == "The" || !d.take(w) {
			break
		}
		rest = after
		end = len(line) - len(rest)
	}
	if !d.verb || !d.numeric && !(d.month && d.number) {
		return 0
	}
	return end
}
