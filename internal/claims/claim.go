package claims

import (
	"sort"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A Claim is what one verb with its clause, or one noun that names an event,
// says: who did what to whom, where, when, and by whose account. Every verb
// group of a sentence makes one: finite clauses, infinitives ("agreed to sell"),
// participles ("killing three"). All spans are into Article.Flow.
type Claim struct {
	Page        *page.Page
	Sentence    int // index into Page.Parsed and Document.Sentences
	Class       Class
	Kind        string    // the kind of its trigger in the table of events (call, meeting, visit …), "" for none
	Lemma       string    // of the verb, or the singular of the noun, in small letters
	Act         string    // one word for a verb and its nouns: explode for exploded and explosion
	Noun        bool      // a noun names the event
	News        bool      // a saying that can be the news itself: announced, denied; its Class is Event
	Trigger     text.Span // the verb without auxiliaries, or the noun; at most three words
	Group       text.Span // the verb with its auxiliaries, or the noun group
	Past        bool      // the verb is in a past tense or a perfect; of a noun false
	Perfect     bool      // has told, had told
	Present     bool      // tells, is telling
	Progressive bool      // is telling, was telling

	Participants []Participant  // in the order of the text
	Place        *Participant   // one of Participants, nil for none
	Time         *timeline.Time // when it happens, nil for none; see When
	Bound        string         // the preposition that makes Time a limit rather than the day: since, by, until
	Open         bool           // a time in its clause gives it no day (in recent years), or another's: it takes no other
	Shared       bool           // Time stands with a claim that shares its time: "met and signed on Friday"
	Likely       Likely         // a day that the words do not give
	Negated      bool
	Modality     Modality
	Source       *Source // whose words it is, nil for the writer's own
	Quoted       bool    // it stands between quotation marks
	Relative     bool    // of a relative clause: background, not the sentence's main point
	Main         bool    // of a main clause: neither reported nor subordinate
	With         *Claim  // an earlier claim of the sentence that tells of the same happening, nil for none: held for talks
	Under        *Claim  // the claim that an infinitive or participle hangs on, nil for none
	Host         *Claim  // of an event noun: the claim of the verb whose object, subject or other participant it is, nil for none
	Light        bool    // it says only that its object happens: held (talks)

	passage [maxParts]text.Span // see Passage
	nParts  int
	ragged  bool // see Whole
	reports bool // a verb of saying of which the sentence has what was said
}

// maxParts is how many parts of the text a passage has at most.
const maxParts = 4

// A Class says whether a claim tells of something that happens.
type Class uint8

// The classes. The zero Class is invalid.
const (
	Event  Class = iota + 1 // something happens, happened or is to happen
	State                   // something is so: be, have, seem, believe
	Saying                  // somebody says something: the source of other claims
)

// String returns the class as rules and JSON write it.
func (c Class) String() string { return [...]string{"", "event", "state", "saying"}[c] }

// A Modality is how certain a claim is that what it tells is or was so.
type Modality string

// The modalities. Series is of mentions of events only.
const (
	Actual      Modality = "actual"
	Planned     Modality = "planned"     // will, is to, plans to; a time ahead
	Possible    Modality = "possible"    // may, can, should
	Conditional Modality = "conditional" // if, unless, would
	Denied      Modality = "denied"      // denied that, denied having
	Series      Modality = "series"      // strikes, meetings: more than one event
)

// A Role is what a participant does in a claim.
type Role uint8

// The roles. The zero Role is invalid.
const (
	Subject Role = iota + 1 // who acts; in a passive clause who stands behind "by"
	Object                  // to whom it is done; in a passive clause what stands before the verb
	Other                   // with its preposition: (met) with X, (of a noun) X’s, of X
)

// String returns the role as rules and JSON write it.
func (r Role) String() string { return [...]string{"", "subject", "object", "other"}[r] }

// A Participant is a noun group that takes part in a claim.
type Participant struct {
	Role        Role
	Preposition string // of Other: with, to, …; 's for a possessor; "" for a second object
	Span        text.Span
	Head        text.Span // the noun, or the pronoun
	Lemma       string    // of the head, in small letters
	Name        string    // the canonical name that is meant, "" for none
	Kind        page.NameKind
	Meant       bool // Name is not written here: it is whom the pronoun or title means
	Pronoun     bool
}

// A Source says by whose account a claim is made.
type Source struct {
	Speaker []Participant // who says so; nil where it is not said (by a noun group)
	Verb    *Claim        // the saying, nil for "according to"
	Span    text.Span     // the words that name the source: said, according to
}

// When returns when the claim says that it happens: empty where it gives no
// time, or gives one that only bounds it (since 1998, by Friday).
func (c *Claim) When() timeline.Interval {
	if c.Time == nil || c.Bound != "" {
		return timeline.Interval{}
	}
	return sameDay(c.Time)
}

// sameDay returns when t is, a night without what of it belongs to the next day:
// what happened on Friday night stands under Friday.
func sameDay(t *timeline.Time) timeline.Interval {
	w := t.When
	if t.Grain < timeline.GrainDay && w.Closed() {
		if end := (w.From.Day() + 1).Start(); w.To > end && w.To-w.From < end-w.From.Day().Start() {
			w.To = end
		}
	}
	return w
}

// A Likely is the day on which a claim without a time of its own most likely
// happened, and why. The zero Likely says nothing.
type Likely struct {
	When timeline.Interval
	Why  Why
	Of   *Claim // whose time it is; nil for the day of publication
}

// A Why tells what a likely day rests on.
type Why uint8

// What a likely day rests on. The zero Why is invalid.
const (
	Again Why = iota + 1 // an event of this name is told of one day only: the attack
	Scene                // what is told right before happened then
	Now                  // told in the present tense of the day of publication
)

// Given returns When, or the likely day where there is none.
func (c *Claim) Given() timeline.Interval {
	if w := c.When(); !w.Empty() {
		return w
	}
	return c.Likely.When
}

// By returns the participants of a role, in the order of the text.
func (c *Claim) By(r Role) []Participant {
	var out []Participant
	for _, p := range c.Participants {
		if p.Role == r {
			out = append(out, p)
		}
	}
	return out
}

// Numbers returns the numbers of the claim's participants with what they count,
// in the order of the text.
func (c *Claim) Numbers() []*fact.Number {
	var out []*fact.Number
	for _, n := range c.NumbersNear() {
		for _, p := range c.Participants {
			if n.At.Span.Overlaps(p.Span) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// NumbersNear returns the numbers from the claim's first participant or trigger to the
// end of its passage, in the order of the text: its own, and those of claims between.
func (c *Claim) NumbersNear() []*fact.Number { return numbersWithin(c.Page, c.extent()) }

// extent returns the part of the text in which the numbers of c stand: from its first
// participant or trigger to the end of its passage.
func (c *Claim) extent() text.Span {
	s := c.Trigger
	for i := range c.Participants {
		s.Start, s.End = min(s.Start, c.Participants[i].Span.Start), max(s.End, c.Participants[i].Span.End)
	}
	if p := c.Passage(); len(p) > 0 {
		s.End = max(s.End, p[len(p)-1].End)
	}
	return s
}

// Bare reports whether the claim tells neither to whom or what something is done
// nor what was said, but perhaps where: the zoo announced at a fair.
func (c *Claim) Bare() bool {
	if c.reports {
		return false
	}
	for i := range c.Participants {
		if p := &c.Participants[i]; p.Role == Object || p.Role == Other && !en.Is(p.Preposition, en.PlacePreposition) {
			return false
		}
	}
	return true
}

// Habit reports whether the claim is told in the simple present, as what always
// is so: the law allows, the firm makes cars.
func (c *Claim) Habit() bool { return c.Present && !c.Progressive }

// Passage returns the shortest part of the text that says the claim: who did
// what. It has several spans, in the order of the text, where insertions were
// left out or the subject stands with another verb ("The mayor … opened the
// bridge").
func (c *Claim) Passage() []text.Span { return c.passage[:c.nParts] }

// Whole reports whether the passage begins and ends where a clause can, so that
// nothing of what it says is cut off.
func (c *Claim) Whole() bool { return !c.ragged }

var claimLayer = page.NewLayer(readClaims)

// Of returns the claims of the document's own sentences (furniture, bylines,
// stamps and corrections are left out), in the order of the text.
func Of(p *page.Page) []*Claim { return claimLayer.Of(p) }

// In returns the claims of sentence i of the document.
func In(p *page.Page, i int) []*Claim {
	all := Of(p)
	first := sort.Search(len(all), func(k int) bool { return all[k].Sentence >= i })
	end := first
	for end < len(all) && all[end].Sentence == i {
		end++
	}
	return all[first:end]
}
