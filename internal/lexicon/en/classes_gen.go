// Code generated from classes/*.txt by go generate; DO NOT EDIT.

package en

// The classes, in the order of the tables.
const (
	SpeechVerb          Class = 1  // the verbs that report what somebody says and are no news themselves
	NewsSaying          Class = 2  // the verbs of saying that can be the news themselves
	StateVerb           Class = 3  // the verbs that tell how things are, not what happens
	MindVerb            Class = 4  // the verbs of thought and wish; what hangs on them is not told as a fact
	AspectVerb          Class = 5  // the verbs that say that something begins, goes on or ends
	LightVerb           Class = 6  // the verbs that only say that their object happens
	HappenVerb          Class = 7  // the verbs that say that their subject happens or what it did at once
	ImplicativeVerb     Class = 8  // what hangs on these verbs has happened if they have
	NegativeVerb        Class = 9  // what hangs on these verbs has not happened if they have
	DenyVerb            Class = 10 // what hangs on these verbs is denied
	EventNoun           Class = 11 // the nouns of what happens that no ending gives away
	EventEnding         Class = 12 // the endings of nouns that are made from verbs of happening
	ThingNoun           Class = 13 // nouns with such endings that are things, bodies or qualities
	PersonalPlan        Class = 14 // the adjectives and participles of what is not yet so
	BoundPreposition    Class = 15 // the prepositions behind which a time is no time at which something happened
	SameTimeConjunction Class = 16 // the conjunctions between two things of one time
	ConditionWord       Class = 17 // the words that open what is not told as a fact
	ClausePart          Class = 18 // adverbs, particles
	NounPreposition     Class = 19 // the prepositions behind an event noun that say who took part, in what and where
	PlacePreposition    Class = 20 // the prepositions before where something happens
	ReportConjunction   Class = 21 // the conjunctions before what is said
	AccordingWord       Class = 22 // opens a source, before "to"
	NoDeterminer        Class = 23 // the determiners that say that there was none
	WishVerb            Class = 24 // the verbs whose object is not so yet
	ClausePreposition   Class = 25 // the prepositions that open clauses too
	Of                  Class = 26 // the preposition between a noun and what it is of
	Article             Class = 27 // the articles
	IndefiniteArticle   Class = 28 // the articles of one among many
	ThirdPerson         Class = 29 // personal pronouns of the third person as subjects
	Possessive          Class = 30 // possessive determiners
	Demonstrative       Class = 31 // determiners that point
	JewelFeast          Class = 32 // what a jewel before it gives the years of
	Former              Class = 33 // what says that an office is no longer held by its holder
	Coming              Class = 34 // what says that an office is not held yet, or only thought of
	Lesser              Class = 35 // what makes of the title of an office that of another one
	Definite            Class = 36 // what makes a number one that the text has told of
	Restricts           Class = 37 // what opens, behind a noun, what says which are meant
	Adverb              Class = 38 // adverbs that may stand before what restricts a noun
	Supposes            Class = 39 // what makes a clause tell of what may be
	Places              Class = 40 // prepositions that say where, or from or by whom, something is counted
	Auxiliary           Class = 41 // finite auxiliaries and modals
	Relative            Class = 42 // relative pronouns
	Percent             Class = 43 // words for hundredths
	PlaceEnding         Class = 44 // what the names of people and things of a place end in, and places
	Relatives           Class = 45 // what opens a relative clause behind a name, where included
	OfWhat              Class = 46 // what joins a title to what it is of
	BeforePlace         Class = 47 // prepositions that stand before a place
	First               Class = 48 // what opens a sequence
	Second              Class = 49 // what comes second in a sequence
	Aftermath           Class = 50 // verbs and nouns of what comes after an event and is news of its own
	Another             Class = 51 // words that tell an event from an earlier one of its kind
	NameEnd             Class = 52 // what stands behind a surname and belongs to the name
	Magnitude           Class = 53 // what a figure for the strength of an earthquake stands with
	NameSuffix          Class = 54 // what stands behind a surname
	Support             Class = 55 // verbs that say little beside the happening that is their object, by lemma
	HappeningPhrase     Class = 56 // verbs with what makes them a happening that is not repeated, by lemma
)

// count is one more than there are classes.
const count = 57
