package page

import (
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// GoesOn tells the sentence splitter after which words a full stop ends
// nothing: always after Mr., before a number after Nov. and No., and before a
// word that opens no sentence after U.S.
func GoesOn(word, next string) bool {
	kind, ok := lexicon.Abbreviation(word + ".")
	switch {
	case !ok || next == "":
		return false
	case kind == lexicon.NeverEnds || next[0] >= '0' && next[0] <= '9':
		return true
	}
	return kind == lexicon.MayEnd && strings.Contains(word, ".") && !lexicon.NotName(next)
}

// A Sentence is a sentence of the article with its words and names.
type Sentence struct {
	timeline.Sentence
	Words []text.Word
	Names []Name
	// unknown are names of two words and more of which nothing tells whether a
	// person, a place or an organisation bears them.
	Unknown []Name
}
