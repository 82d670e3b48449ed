package lexicon

import (
	"factcheck/internal/wordtable"

	_ "embed" // the data files
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/clausewords.tsv
var clauseWordsData string

//go:embed data/happenings.tsv
var happeningsData string

//go:embed data/stages.tsv
var stagesData string

// A ClauseClass is a set of things that a word does in a clause; see
// clausewords.tsv.
type ClauseClass uint32

// The classes, in the words of the data file.
const (
	WordWill ClauseClass = 1 << iota
	WordIs
	WordWas
	WordBe
	WordHas
	WordHad
	WordDid
	WordDoes
	WordModal
	WordDeterminer
	WordPreposition
	WordOn
	WordRelative
	WordCondition
	WordOpen
	WordJoin
	WordAdverb
	WordPlan
	WordIntend
	WordCalendar
	WordAhead
	WordParticiple
	WordPast
	WordNoVerb
	WordPreterite
	WordOther
	WordGeneric
)

var clauseClassNames = []string{
	"will", "is", "was", "be", "has", "had", "did", "does", "modal", "determiner", "preposition", "on", "relative",
	"condition", "open", "join", "adverb", "plan", "intend", "calendar", "ahead", "participle", "past", "noverb", "preterite", "other",
	"generic",
}

// Is reports whether c has any class of what.
func (c ClauseClass) Is(what ClauseClass) bool { return c&what != 0 }

// ClauseWord returns what a lower-case word does in a clause, 0 if the list
// does not have it.
func ClauseWord(word string) ClauseClass {
	t, _ := loadClauseWords()
	return t.Get(word)
}

// PastForm reports whether a lower-case word is the past tense or past
// participle of a verb by its form, and returns the lemma. It cannot tell the
// two apart, nor a verb from an adjective: "wounded". Of irregular verbs the
// participles that are no past tense are told by [WordParticiple].
func PastForm(word string) (lemma string, ok bool) {
	switch t, _ := loadVerbs(); {
	case ClauseWord(word).Is(WordPast | WordParticiple):
		return Lemma(word), true
	case ClauseWord(word).Is(WordNoVerb):
		return "", false
	case t.lemmas.Get(word) != "":
		lemma = t.lemmas.Get(word)
		return lemma, lemma != word && !hasAnySuffix(word, "s", "ing")
	case len(word) > 4 && strings.HasSuffix(word, "ed") && word[len(word)-3] != 'e':
		lemma = Lemma(word)
		return lemma, lemma != word
	}
	return "", false
}

// A Happening is a kind of event; see happenings.tsv.
type Happening struct {
	Lemma string // its verb; its noun, if Noun
	Once  bool   // it does not happen to one thing again within a story
	Hold  bool   // people hold it or attend it
	Noun  bool   // it has no verb
}

// HappeningOf finds a happening by the lemma of its verb.
func HappeningOf(verb string) (Happening, bool) {
	t, _ := loadHappenings()
	h, ok := t.verbs.Find(verb)
	return h, ok
}

// HappeningNoun finds a happening by a lower-case noun, singular or plural.
func HappeningNoun(noun string) (h Happening, plural, ok bool) {
	t, _ := loadHappenings()
	if h, ok = t.nouns.Find(noun); ok {
		return h, false, true
	}
	singular, plural := Singular(noun)
	h, ok = t.nouns.Find(singular)
	return h, plural, ok
}

// A Stage is the rank of a verb in a chain of happenings that come in a fixed
// order; see stages.tsv.
type Stage struct {
	Chain string
	Rank  int // from 1
}

// birth is the verb that everything else that somebody does comes after.
const birth = "bear"

// InOrder compares the stages of two verbs, by lemma: negative if the first one's
// happening must come first, positive if last, 0 if nothing says so.
func InOrder(first, second string) int {
	t, _ := loadStages()
	if first == birth && second != birth {
		return -1
	}
	for _, a := range t[first] {
		for _, b := range t[second] {
			if a.Chain == b.Chain && a.Rank != b.Rank {
				return a.Rank - b.Rank
			}
		}
	}
	return 0
}

// happenings maps the lemmas and the nouns of happenings.tsv.
type happenings struct{ verbs, nouns *wordtable.Table[Happening] }

var (
	loadClauseWords = sync.OnceValues(func() (*wordtable.Table[ClauseClass], error) {
		return parseClauseWords("clausewords.tsv", clauseWordsData)
	})
	loadStages = sync.OnceValues(func() (map[string][]Stage, error) {
		return parseStages("stages.tsv", stagesData)
	})
	loadHappenings = sync.OnceValues(func() (happenings, error) {
		return parseHappenings("happenings.tsv", happeningsData)
	})
)

func parseClauseWords(file, data string) (*wordtable.Table[ClauseClass], error) {
	table := wordtable.New[ClauseClass](rowsIn(data))
	r := newReader(file, data, "word", "classes")
	for r.next() {
		for name := range strings.SplitSeq(r.fields[1], "|") {
			i := slices.Index(clauseClassNames, name)
			if i < 0 {
				r.fail(1, "unknown class %q", name)
				continue
			}
			table.Put(r.fields[0], table.Get(r.fields[0])|1<<i)
		}
	}
	return table, r.err()
}

func parseHappenings(file, data string) (happenings, error) {
	t := happenings{verbs: &wordtable.Table[Happening]{}, nouns: &wordtable.Table[Happening]{}}
	r := newReader(file, data, "lemma", "nouns", "flags")
	for r.next() {
		h := Happening{Lemma: r.fields[0]}
		for flag := range strings.SplitSeq(r.value(2), "|") {
			switch flag {
			case "once":
				h.Once = true
			case "hold":
				h.Hold = true
			case "noun":
				h.Noun = true
			case "":
			default:
				r.fail(2, "unknown flag %q, write once, hold or noun", flag)
			}
		}
		if !h.Noun {
			t.verbs.Put(h.Lemma, h)
		}
		for noun := range strings.SplitSeq(r.value(1), "|") {
			if noun == "" {
				continue
			}
			if _, taken := t.nouns.Find(noun); taken {
				r.fail(1, "noun %q stands twice", noun)
			}
			t.nouns.Put(noun, h)
		}
	}
	return t, r.err()
}

func parseStages(file, data string) (map[string][]Stage, error) {
	table := make(map[string][]Stage, rowsIn(data))
	r := newReader(file, data, "lemma", "stages")
	for r.next() {
		for stage := range strings.SplitSeq(r.fields[1], "|") {
			chain, rank, _ := strings.Cut(stage, ":")
			n, err := strconv.Atoi(rank)
			if chain == "" || err != nil || n < 1 {
				r.fail(1, "stage %q is not chain:rank", stage)
				continue
			}
			table[r.fields[0]] = append(table[r.fields[0]], Stage{chain, n})
		}
	}
	return table, r.err()
}
