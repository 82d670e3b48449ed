package tag

import "slices"

// A Tag is a part of speech of the Penn Treebank (M. Marcus, B. Santorini, M.
// Marcinkiewicz, Computational Linguistics 19:2, 1993), with HYPH for the
// hyphen inside a word as in OntoNotes. The zero Tag says that nothing is known.
type Tag uint8

// The tags.
const (
	None  Tag = iota
	CC        // and, or
	CD        // three, 1998
	DT        // the, this
	EX        // there is
	FW        // a foreign word
	IN        // of, because
	JJ        // big
	JJR       // bigger
	JJS       // biggest
	LS        // a mark of a list: a., 1.
	MD        // will, may
	NN        // house
	NNS       // houses
	NNP       // London
	NNPS      // the Alps
	PDT       // all the
	POS       // 's
	PRP       // he
	PRPS      // his, Penn's PRP$
	RB        // soon
	RBR       // sooner
	RBS       // soonest
	RP        // give up
	SYM       // +, the stroke
	TO        // to
	UH        // yes
	VB        // take
	VBD       // took
	VBG       // taking
	VBN       // taken
	VBP       // they take
	VBZ       // he takes
	WDT       // which
	WP        // who
	WPS       // whose, Penn's WP$
	WRB       // when
	Comma     // ,
	Stop      // . ? !
	Colon     // : ; and dashes
	Open      // ( [, Penn's -LRB-
	Close     // ) ], Penn's -RRB-
	OpenQuote
	CloseQuote
	Dollar // $
	Hyphen // the - of long-term, HYPH
	Other  // ADD, AFX, GW, NFP and what else a treebank may have

	// Count is the number of tags, None among them.
	Count int = iota
)

// names are the spellings of treebanks, in the order of the constants.
var names = [Count]string{
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
	"PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
	"WP$", "WRB", ",", ".", ":", "-LRB-", "-RRB-", "``", "''", "$", "HYPH", "XX",
}

// String returns the tag as treebanks write it, "" for None.
func (t Tag) String() string {
	if int(t) < Count {
		return names[t]
	}
	return names[Other]
}

// Parse returns the tag of a treebank's spelling. What it does not know is
// Other, and ok is false.
func Parse(name string) (t Tag, ok bool) {
	if i := slices.Index(names[:], name); i > 0 {
		return Tag(i), true
	}
	return Other, false
}

// A Set is a set of tags.
type Set uint64

// SetOf returns the set of the given tags.
func SetOf(tags ...Tag) Set {
	var s Set
	for _, t := range tags {
		s |= 1 << t
	}
	return s
}

// Has reports whether t is in s.
func (s Set) Has(t Tag) bool { return s>>t&1 != 0 }

// The sets that readers ask for most.
var (
	// Finite has the tags of verbs that carry a tense by themselves.
	Finite = SetOf(VBD, VBP, VBZ, MD)
	// Verbs has all tags of verbs, modals among them.
	Verbs = SetOf(VB, VBD, VBG, VBN, VBP, VBZ, MD)
	// Nouns has the tags of nouns and names.
	Nouns = SetOf(NN, NNS, NNP, NNPS)
	// ProperNouns has the tags of names.
	ProperNouns = SetOf(NNP, NNPS)
	// Adjectives has the tags of adjectives.
	Adjectives = SetOf(JJ, JJR, JJS)
	// Adverbs has the tags of adverbs.
	Adverbs = SetOf(RB, RBR, RBS)
)

// Facts are what lists say that a word can be, whatever a text makes of it. A
// regular verb has all its forms; a word may be of many kinds.
type Facts uint16

// What lists say.
const (
	Base       Facts = 1 << iota // take
	Third                        // takes
	Past                         // closed: past tense and participle
	Ing                          // taking
	Preterite                    // took, which is no participle
	Participle                   // taken, which is no past tense
	Noun                         // house
	Plural                       // houses
	Adjective
	Adverb
	Name         // of people
	Place        // Paris
	Demonym      // French
	Number       // three
	Closed       // the, of, and
	Organisation // Ministry
)

// Has reports whether f has any of what.
func (f Facts) Has(what Facts) bool { return f&what != 0 }
