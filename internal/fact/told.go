package fact

// An Order is two dated happenings that a text puts in an order by words, such
// as "two days after the vote on 4 June, … on 5 June".
type Order struct {
	// At is the passage that states the order.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Word is the word of order: before, after, since, until, later, …; empty if
	// only the meaning of the verbs puts the two in an order, as of born and
	// graduated.
	Word string `cel:"word"`
	// Acts are the two verbs or nouns as written, that of Earlier first; empty where
	// it is not clear.
	Acts []string `cel:"acts"`
	// Who is whom or what both are told of, a name or the words; empty where one
	// sentence puts the two in an order.
	Who string `cel:"who"`
	// Apart reports whether no word puts the two in an order: it is that of the acts,
	// wherever they are told.
	Apart bool `cel:"apart"`
	// Earlier is the time that the words put first. It is known when it is.
	Earlier Time `cel:"earlier"`
	// Later is the time that the words put second. It is known when it is.
	Later Time `cel:"later"`
}

// A Sequence is two acts on one person or thing that a sentence puts in an order by
// a word, without times, where the world knows an order for them too.
type Sequence struct {
	// At is the passage from the one act to the other.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Word is the word of order: before, after, until, …
	Word string `cel:"word"`
	// Who is on whom or what both are done.
	Who string `cel:"who"`
	// First is the act that the words put first, as written.
	First string `cel:"first"`
	// Second is the act that they put second.
	Second string `cel:"second"`
	// Turned reports whether it is the second that comes first in the world: a verdict
	// before its sentence, a death before the burial.
	Turned bool `cel:"turned"`
}

// A Streak is several of one side in a row, such as "the fourth loss in a row", beside
// words that tell what was right before one of them.
type Streak struct {
	// At is the passage that tells how many follow each other.
	At Place `cel:"at"`
	// Text is that passage.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Count is how many follow each other, from 2.
	Count int64 `cel:"count"`
	// Before is the passage that tells what was before.
	Before Place `cel:"before"`
	// Broken reports whether that is of another side: a profit before a loss.
	Broken bool `cel:"broken"`
}

// A Retelling is two sentences of one document that tell the same happening,
// each with a time of it. Of several sentences before the second, the first one
// with a time that fits is told, and only if there is none the first of them all.
type Retelling struct {
	// At is the time in the second.
	At Place `cel:"at"`
	// Text is that time as written.
	Text string `cel:"text"`
	// Zone is the part of the page that the second stands in.
	Zone string `cel:"zone"`
	// First is the time that the first sentence gives. It is known when it is.
	First Time `cel:"first"`
	// Second is the time that the second sentence gives. It is known when it is.
	Second Time `cel:"second"`
	// Shared are the words that tie the two together, in the singular and lower
	// case; the last one is the lemma of what happened.
	Shared []string `cel:"shared"`
	// Event is the words that tell it at the second place, such as "was arrested";
	// empty where the text says again what the headline says.
	Event string `cel:"event"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}
