package fact

// A Claim is what one verb with its clause says, or one noun that names an event:
// who did what to whom, where, when, and by whose account.
type Claim struct {
	// At is the verb without its auxiliaries, or the noun.
	At Place `cel:"at"`
	// Text is the shortest passage that says the claim.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Class is event for what happens, state for what is so, saying for who says
	// something. Sayings that are news themselves, as announced, are events.
	Class string `cel:"class"`
	// Kind is the kind of event, such as "call"; empty for one that no list has.
	Kind string `cel:"kind"`
	// Predicate is the verb in its base form, or the noun in the singular.
	Predicate string `cel:"predicate"`
	// Act is one word for a verb and its nouns: "explode" for exploded and for
	// explosion.
	Act string `cel:"act"`
	// Noun reports whether a noun names the event.
	Noun bool `cel:"noun"`
	// Participants are who and what takes part, in the order of the text.
	Participants []Participant `cel:"participants"`
	// Who are the canonical names among the participants, each once, sorted.
	Who []string `cel:"who"`
	// Subject is the canonical name of who acts, or the words; empty if not said.
	Subject string `cel:"subject"`
	// Object is that of to whom it is done.
	Object string `cel:"object"`
	// Place is where, by the usual name if it has one; empty if not said.
	Place string `cel:"place"`
	// Country is the country of Place; empty if it is not known.
	Country string `cel:"country"`
	// Time is the time expression that says when; nil if none does.
	Time *Time `cel:"time"`
	// When is the interval in which it happens; nil if Time gives none, or only a
	// bound of it.
	When *Interval `cel:"when"`
	// Bound is the word that makes Time a limit: since, by, until; empty if it is
	// none.
	Bound string `cel:"bound"`
	// Numbers are the numbers of its participants.
	Numbers []Number `cel:"numbers"`
	// Figures are its numbers with what they are of the event, and the result or the
	// vote behind its verb.
	Figures []Figure `cel:"figures"`
	// Negated reports whether "not", "never" or the like stands with it.
	Negated bool `cel:"negated"`
	// Modality is actual, planned, possible, conditional or denied.
	Modality string `cel:"modality"`
	// Source is by whose account it is claimed; nil if it is the writer's own.
	Source *Source `cel:"source"`
	// Quoted reports whether it stands between quotation marks.
	Quoted bool `cel:"quoted"`
	// Main reports whether it is the point of its sentence: not reported, and in no
	// subordinate or relative clause.
	Main bool `cel:"main"`
	// Sentence is the sentence it stands in.
	Sentence string `cel:"sentence"`
}

// A Participant is who or what takes part in a claim.
type Participant struct {
	// At is where it stands.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Role is subject for who acts, object for to whom it is done, whatever the
	// voice of the verb, else other.
	Role string `cel:"role"`
	// Preposition is that of other: "with", "to", "'s" for a possessor; empty for
	// none.
	Preposition string `cel:"preposition"`
	// Head is its noun in the singular and lower case.
	Head string `cel:"head"`
	// Name is the canonical name that is meant; empty if it is none.
	Name string `cel:"name"`
	// Kind is person, place, organisation, or empty if not known.
	Kind string `cel:"kind"`
	// Pronoun reports whether it is a pronoun.
	Pronoun bool `cel:"pronoun"`
}

// A Figure is a number of a claim with what it is of the event: a toll, a result, a
// vote, which one in a row.
type Figure struct {
	// At is where it stands.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Kind is toll, score, vote, ordinal or magnitude; for any other number the kind
	// of the number, such as count, money or percent.
	Kind string `cel:"kind"`
	// Value is the number; of a score or a vote the one that is written first.
	Value float64 `cel:"value"`
	// Other is the second number of a score or a vote; 0 for other kinds.
	Other float64 `cel:"other"`
	// Of is what a toll counts: killed, injured or missing; for an ordinal what is
	// numbered, for a count its noun; empty if not said.
	Of string `cel:"of"`
}

// A Source is by whose account something is claimed.
type Source struct {
	// At is the words that name it, such as "said" or "according to".
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Speaker is the canonical name of who says so, or the words; empty if not said.
	Speaker string `cel:"speaker"`
}
