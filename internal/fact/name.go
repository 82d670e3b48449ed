package fact

// A Variant is two spellings in one document that differ by one slip of the
// hand: a letter changed, added, left out or doubled, or two neighbours swapped.
// Plurals, demonyms and other forms of one word are none.
type Variant struct {
	// At is the rarer spelling, the later one where both are as frequent.
	At Place `cel:"at"`
	// Text is that spelling.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Other is the other spelling, at its first mention.
	Other Name `cel:"other"`
	// Edit is how they differ: letter, swap, double or drop.
	Edit string `cel:"edit"`
	// Capitals reports whether they differ in capital letters only.
	Capitals bool `cel:"capitals"`
	// Evidence is what speaks for one name, and empty if nothing does: rest of
	// the name if a word beside it agrees, as in Anna Smith and Anna Smyth;
	// surname if only one of the two ever stands behind a given name; known word
	// if the other is a place, a demonym or a word for bodies that the lexicon
	// has, and this is none; repeats if both always stand alone, this once.
	Evidence string `cel:"evidence"`
	// Mentions counts the mentions of the rarer spelling, Other.Mentions those of
	// the other.
	Mentions int64 `cel:"mentions"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Requote is one quotation that a document gives twice, or two that are alike.
type Requote struct {
	// At is the second.
	At Place `cel:"at"`
	// Text is the second as written.
	Text string `cel:"text"`
	// Zone is the part of the page that the second stands in.
	Zone string `cel:"zone"`
	// First is the quotation that stands first.
	First Quote `cel:"first"`
	// Second is the quotation that stands second.
	Second Quote `cel:"second"`
	// Words counts the words that the two can share: those of the shorter one,
	// without what either has before the first or behind the last shared word.
	Words int64 `cel:"words"`
	// Likeness is the share of those words that the two have in common, in their
	// order, from 0.6 to 1: the common words of both by the words of both.
	Likeness float64 `cel:"likeness"`
	// Kind is what differs: none, punctuation for signs or capitals, spelling for
	// letters of one word or hyphens, gaps if either has brackets or an ellipsis,
	// else words.
	Kind string `cel:"kind"`
	// Difference says what differs, in words; empty for nothing.
	Difference string `cel:"difference"`
	// Cut reports whether one is the other with words left out between.
	Cut bool `cel:"cut"`
	// Whole reports whether both have as many words.
	Whole bool `cel:"whole"`
	// OtherSpeaker reports whether the text gives both a speaker, and the two
	// are not one person.
	OtherSpeaker bool `cel:"other_speaker"`
	// Apart counts the sentences from the first to the second, 0 in one sentence;
	// -1 if they stand in different zones.
	Apart int64 `cel:"apart"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}
