package html

import (
	"slices"
	"strings"

	"factcheck/internal/input"
)

// A sorter tells what the blocks of a page are.
type sorter struct {
	blocks  []*block
	entries map[int]bool // the stamps of a live blog
	titles  []string
	anyMain bool // readability found the story
	first   int  // block of the story behind the headline
}

// headline returns the block that is the headline, -1 for none: the heading that
// says what the page calls itself, else the first h1 of some words that is not in
// a menu.
func (s *sorter) headline() int {
	best, first := -1, -1
	shared := 0 // between best and a title
	for i, b := range s.blocks {
		if b.heading == 0 && !hinted(b.hints, "headline") {
			continue
		}
		words := b.text()
		if b.heading == 1 && first < 0 && !b.aside && strings.Count(words, " ") >= 2 {
			first = i
		}
		if n := s.sharedWithTitle(words); n > 0 && (n > shared || n == shared && b.heading == 1 && s.blocks[best].heading != 1) {
			best, shared = i, n
		}
	}
	if best < 0 {
		best = first
	}
	s.first = s.firstOfStory(best)
	s.findEntries(best)
	if s.anyMain && best >= 0 && s.first == len(s.blocks) { // what readability took stands above the headline
		s.anyMain = false
		s.first = s.firstOfStory(best)
	}
	return best
}

// sharedWithTitle returns how many bytes of words, without marks, are a title of the page
// or stand in one, 0 for none. The site's own name stands in titles as the headline does,
// and is shorter.
func (s *sorter) sharedWithTitle(words string) int {
	most := 0
	if !strings.Contains(words, " ") {
		return 0
	}
	for _, t := range s.titles {
		if alike(t, words) {
			most = max(most, min(len(letters(t)), len(letters(words))))
		}
	}
	return most
}

// firstOfStory returns the first paragraph of the story behind block i.
func (s *sorter) firstOfStory(i int) int {
	for k := i + 1; k < len(s.blocks); k++ {
		if b := s.blocks[k]; s.ofStory(b) && b.heading == 0 && !b.caption && !s.dated(b) && !hintedAny(b.hints, fieldTables()["deck"]) {
			return k
		}
	}
	return len(s.blocks)
}

func (s *sorter) ofStory(b *block) bool {
	if s.anyMain {
		return b.ofStory()
	}
	return !b.aside
}

// reach is how many blocks above the headline may tell of the story.
const reach = 4

// role returns what block i is.
func (s *sorter) role(i, headline int) (input.Role, string) {
	b := s.blocks[i]
	story := s.ofStory(b)
	switch {
	case i == headline:
		return input.Headline, "the heading that the page is named after"
	case b.caption && (story || headline >= 0 && i > headline && i < s.first):
		return input.Caption, "in a figcaption"
	case b.figure && story && b.size <= longestLine && i+1 < len(s.blocks) && s.blocks[i+1].caption:
		return input.LeftOut, "beside the caption of a picture"
	case story && i < headline && !b.timed:
		return input.LeftOut, "above the headline"
	case s.entries[i]:
		return input.Stamp, "the time of an entry"
	case story && headline >= 0 && i > headline && i < s.first && b.size < longestLine && visibleDay(b.text()) != "":
		return input.Head, "a date beside the headline"
	case headline >= 0 && i > headline && s.entry(i):
		return input.Stamp, "the time of an entry"
	case story && (b.control || b.link() || b.labelled() || s.label(i) || hintedAny(b.hints, fieldTables()["apart"])):
		return input.LeftOut, "a link, or an offer of the page"
	case story && b.heading > 0:
		return input.Headline, "a heading"
	case story:
		return input.Story, "the story, by readability"
	case hintedAny(b.hints, fieldTables()["menu"]):
		return input.LeftOut, "in a menu"
	case headline >= 0 && (i > headline && i < s.first && !b.aside || i >= headline-reach && i < headline && s.dated(b) && !b.listed):
		return s.beside(b)
	}
	return input.LeftOut, "not of the story, by readability"
}

// leastEntries is how many entries make a live blog.
const leastEntries = 3

// findEntries notes the stamps of a live blog, whose first stands where the day of
// other pages does.
func (s *sorter) findEntries(headline int) {
	s.entries = map[int]bool{}
	for i := headline + 1; i < len(s.blocks); i++ {
		if s.entry(i) {
			s.entries[i] = true
		}
	}
	if len(s.entries) < leastEntries {
		s.entries = nil
	}
}

// entry reports whether block i says when the paragraph behind it was written, as the
// entries of a live blog do.
func (s *sorter) entry(i int) bool {
	b := s.blocks[i]
	return b.moment != "" && b.inTime*2 >= b.size && b.size <= longestLabel && !b.aside && i+1 < len(s.blocks) && s.ofStory(s.blocks[i+1]) && input.ReadInstant(b.moment) != nil
}

// beside tells what a block between headline and story is.
func (s *sorter) beside(b *block) (input.Role, string) {
	if b.size <= longestDeck && hintedAny(b.hints, fieldTables()["deck"]) {
		return input.Deck, "the page marks it as the standfirst"
	}
	return input.Head, "between headline and story"
}

// dated reports whether b is a line with a date.
func (s *sorter) dated(b *block) bool {
	return b.size < longestLine && (b.timed || visibleDay(b.text()) != "")
}

// longestLine is how long a line with a date beside a headline is at most, in
// bytes that are not blank.
const longestLine = 120

// printedDays returns the days that are printed between the headline and the
// story, each once; those right above the headline where none is.
func (s *sorter) printedDays(headline int) []string {
	if headline < 0 {
		return nil
	}
	if below := s.daysIn(headline+1, min(s.first+1, len(s.blocks))); below != nil {
		return below
	}
	return s.daysIn(max(0, headline-reach), headline)
}

func (s *sorter) daysIn(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		if b := s.blocks[i]; b.size < longestLine && !b.aside && !s.entries[i] {
			if day := visibleDay(b.text()); day != "" && !slices.Contains(out, day) {
				out = append(out, day)
			}
		}
	}
	return out
}

// label reports whether block i is a short line above a link.
func (s *sorter) label(i int) bool {
	b := s.blocks[i]
	return b.size <= longestLabel && b.leaves[0].main && i+1 < len(s.blocks) && s.blocks[i+1].link() && !strings.ContainsAny(lastLetter(b.text()), ".!?")
}

// longestLabel is in bytes that are not blank.
const longestLabel = 40

// longestDeck is in bytes that are not blank.
const longestDeck = 500

// hinted reports whether a class, id or itemprop has word as a part of its own.
func hinted(hints, word string) bool {
	for rest := hints; ; {
		i := strings.Index(rest, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || !isLetter(rest[i-1])) && (end == len(rest) || !isLetter(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
}

func hintedAny(hints string, words []string) bool {
	for _, w := range words {
		if hinted(hints, w) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }
