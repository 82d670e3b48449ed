// Package report holds what the commands print: one set of types for the JSON
// contract (schema 1, see docs/schema) and for the text renderers.
package report

import (
	"iter"
	"strings"

	"factcheck/internal/text"
)

// Schema is the version of the JSON formats. It changes when a field changes
// its meaning or goes away, not when one is added.
const Schema = 1

// A Position is a place in a document: offset in bytes of the file, or of a
// record's text; line and column from 1, columns in code points.
type Position struct {
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

// At turns a position of package text into one of the contract.
func At(p text.Position) Position { return Position(p) }

// Published says when a document was published: half-open days, null for an
// open end or an unknown date.
type Published struct {
	From        *string `json:"from"`
	To          *string `json:"to"`
	Source      string  `json:"source"`
	Explanation string  `json:"explanation"`
}

// A Zone is a part of a document, in bytes.
type Zone struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A Document is one checked document or source.
type Document struct {
	Doc       string    `json:"doc"`
	File      string    `json:"file"`
	Published Published `json:"published"`
	Zones     []Zone    `json:"zones"`
}

// A Related place belongs to a finding: the other side of a conflict.
type Related struct {
	Doc     string   `json:"doc"`
	File    string   `json:"file"`
	Start   Position `json:"start"`
	End     Position `json:"end"`
	Message string   `json:"message"`
	Quote   string   `json:"-"` // the passage, for people
	Name    string   `json:"-"` // the document, for people: file, and id of a record

	Span text.Span `json:"-"` // the passage in the text of the article
}

// Repeats reports whether the message begins with the passage, so that one of them
// is enough.
func (r *Related) Repeats() bool {
	return r.Quote != "" && strings.HasPrefix(r.Message, "“"+r.Quote+"”")
}

// SameOf reports whether the same is said of another passage of the same document, in
// words that do not repeat either.
func (r *Related) SameOf(o *Related) bool {
	return r.Doc == o.Doc && r.Message == o.Message && !r.Repeats() && !o.Repeats()
}

// A Suggestion is one way out. Replacement is empty for advice.
type Suggestion struct {
	Message     string `json:"message"`
	Replacement string `json:"replacement"`
}

// Wording returns what is to be written, empty where the message says it: “write 50”.
func (s Suggestion) Wording() string {
	said := strings.Contains(s.Message, "“"+s.Replacement+"”") || strings.HasPrefix(s.Message, "write "+s.Replacement)
	if said {
		return ""
	}
	return s.Replacement
}

// A Finding says what disagrees with what.
type Finding struct {
	ID          string       `json:"id"` // stable under edits elsewhere in the file
	Rule        string       `json:"rule"`
	Severity    string       `json:"severity"`
	Confidence  string       `json:"confidence"`
	Message     string       `json:"message"`
	Doc         string       `json:"doc"`
	File        string       `json:"file"`
	Start       Position     `json:"start"`
	End         Position     `json:"end"`
	Related     []Related    `json:"related"`
	Assumptions []string     `json:"assumptions"`
	Suggestions []Suggestion `json:"suggestions"`
	Quote       string       `json:"-"`
	Name        string       `json:"-"`
	Span        text.Span    `json:"-"`
}

// A NotChecked says which rule could not look at a document, or not at all of
// it, and why.
type NotChecked struct {
	Doc    string `json:"doc"`
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
	Whole  bool   `json:"-"` // the reason speaks of the whole run and says all
}

// A NotRead is a part of a document that was not read.
type NotRead struct {
	Doc    string   `json:"doc"`
	File   string   `json:"file"`
	Start  Position `json:"start"`
	End    Position `json:"end"`
	Reason string   `json:"reason"`
	Name   string   `json:"-"` // the document, for people
}

// A PassedOver counts the files of one extension that a folder has and that
// were not read.
type PassedOver struct {
	Folder    string `json:"folder"`
	Extension string `json:"extension"` // with its dot; empty for none
	Files     int    `json:"files"`
	Reason    string `json:"reason"`
}

// An Unread is what was left unread in a run. Its lists are left out of JSON
// where there is nothing to say.
type Unread struct {
	NotRead    []NotRead    `json:"notRead,omitempty"`
	PassedOver []PassedOver `json:"passedOver,omitempty"`
	NoDate     []NoDate     `json:"noDate,omitempty"`
}

// A NoDate is a date that front matter or a record gives and that stands for none.
type NoDate struct {
	Doc    string `json:"doc"`
	File   string `json:"file"`
	Line   int    `json:"line"` // of the file, from 1
	Column int    `json:"column"`
	Reason string `json:"reason"`
}

// A Suppressed is a finding that is not shown.
type Suppressed struct {
	ID     string `json:"id"`
	Rule   string `json:"rule"`
	Doc    string `json:"doc"`
	By     string `json:"by"` // comment, front-matter, dismissal, baseline or older
	Reason string `json:"reason"`
}

// A Summary counts findings by severity.
type Summary struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Note    int `json:"note"`
}

// A Check is the output of factcheck check.
type Check struct {
	Schema     int          `json:"schema"`
	Documents  []Document   `json:"documents"`
	Findings   []Finding    `json:"findings"`
	Suppressed []Suppressed `json:"suppressed"`
	NotChecked []NotChecked `json:"notChecked"`
	Unread
	Summary Summary `json:"summary"`
	// NotShown is how many of the findings that Summary counts are left out of
	// Findings.
	NotShown int `json:"notShown,omitempty"`
	// Interrupted is how many articles were left out of everything above, since the
	// run was interrupted.
	Interrupted int `json:"interrupted,omitempty"`
}

// A Time is one time expression. Start and End are byte offsets; From and To
// are half-open days or minutes, null where there is none.
type Time struct {
	Text        string   `json:"text"`
	Start       int      `json:"start"`
	End         int      `json:"end"`
	Type        string   `json:"type"`
	Value       string   `json:"value"`
	Mod         string   `json:"mod"`
	ISO         string   `json:"iso"` // in the extended format of ISO 8601, empty where it has no form
	From        *string  `json:"from"`
	To          *string  `json:"to"`
	Anchor      string   `json:"anchor"`
	Direction   string   `json:"direction"`
	Zone        string   `json:"zone"`
	Explanation string   `json:"explanation"`
	Place       Position `json:"-"`
	Sure        bool     `json:"-"` // false: From and To are the hull of several possible answers
	Timex       Timex    `json:"-"`
}

// A Timex is what TIMEX3 says of a time beside its type, value and modifier (TimeML
// 1.2.1, section 2.3).
type Timex struct {
	Computed   bool    // the value counts from an anchor: temporalFunction
	Anchor     TimeRef // anchorTimeID
	Begin, End TimeRef // of a length: beginPoint, endPoint
	Freq       string  // of what recurs: "2X"
	Quant      string  // "EVERY"
}

// A TimeRef names another time of a document. The zero TimeRef names none.
type TimeRef struct {
	Created bool // the document creation time
	Of      bool // the time that begins at Start
	Start   int
}

// A DatedDocument is one document of factcheck dates.
type DatedDocument struct {
	Doc       string    `json:"doc"`
	File      string    `json:"file"`
	Published Published `json:"published"`
	Times     []Time    `json:"times"`
	Name      string    `json:"-"`
	Text      string    `json:"-"` // the article as it stands; Start and End of its times point into it
	Anchored  bool      `json:"-"` // published is known well enough to count relative times from
}

// Dates is the output of factcheck dates.
type Dates struct {
	Schema    int             `json:"schema"`
	Documents []DatedDocument `json:"documents"`
	Unread
}

// A DatedSeq yields the documents of [Dates] one after the other, so that they
// need not all be held. It may be gone through more than once. What it yields is
// the caller's until the next.
type DatedSeq struct {
	Len    int
	All    iter.Seq[*DatedDocument]
	Unread func() Unread // asked behind All
}

// Seq returns the documents of d as a sequence.
func (d *Dates) Seq() DatedSeq {
	return DatedSeq{len(d.Documents), func(yield func(*DatedDocument) bool) {
		for i := range d.Documents {
			if !yield(&d.Documents[i]) {
				return
			}
		}
	}, func() Unread { return d.Unread }}
}

// A Meaning is what a time expression means under one publication date.
type Meaning struct {
	Value string  `json:"value"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

// A Change is a time expression that means something else under another
// publication date.
type Change struct {
	Text   string   `json:"text"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Before Meaning  `json:"before"`
	After  Meaning  `json:"after"`
	Place  Position `json:"-"`
}

// A ComparedDocument is one document under two publication dates.
type ComparedDocument struct {
	Doc       string    `json:"doc"`
	File      string    `json:"file"`
	Published Published `json:"published"`
	WhatIf    Published `json:"whatIf"`
	Changes   []Change  `json:"changes"`
	Times     int       `json:"-"` // the time expressions, changed or not
	Name      string    `json:"-"`
}

// A WhatIf is the output of factcheck dates --what-if.
type WhatIf struct {
	Schema    int                `json:"schema"`
	Documents []ComparedDocument `json:"documents"`
}

// TimelineSchema is the version of the JSON of factcheck timeline, as Schema is
// of the other commands. 2: every event that is told is listed, not those of
// eight kinds; when is null where nothing dates one.
const TimelineSchema = 2

// When is the interval of an event with its reason.
type When struct {
	From        *string `json:"from"`
	To          *string `json:"to"`
	Grain       string  `json:"grain"`
	Inferred    bool    `json:"inferred"` // no words say so: see explanation
	Explanation string  `json:"explanation"`
	Label       string  `json:"-"`
	Present     bool    `json:"-"` // told in the present tense, no more
}

// A Mention is one passage that tells of an event.
type Mention struct {
	Doc   string   `json:"doc"`
	File  string   `json:"file"`
	Start Position `json:"start"`
	End   Position `json:"end"`
	Text  string   `json:"text"` // the trigger
	Name  string   `json:"-"`
	Dates bool     `json:"-"` // it dates the event
}

// A Participant is somebody or something that takes part in an event, as its
// best telling names it.
type Participant struct {
	Role        string `json:"role"`        // subject, object or other
	Preposition string `json:"preposition"` // of other
	Text        string `json:"text"`
	Name        string `json:"name"` // the full name that is meant, "" for none
}

// An OtherDay is a day that another document gives for what seems to be the same
// event.
type OtherDay struct {
	Doc   string  `json:"doc"`
	Event string  `json:"event"` // the id of that event
	From  *string `json:"from"`
	To    *string `json:"to"`
	Label string  `json:"-"`
}

// An Event is one line of the timeline.
type Event struct {
	ID           string        `json:"id"`   // stable under edits elsewhere
	Kind         string        `json:"kind"` // of the table of events, else the verb or noun
	Text         string        `json:"text"` // who did what, in the words of the text; … where some are left out
	Modality     string        `json:"modality"`
	Negated      bool          `json:"negated"`
	Statement    bool          `json:"statement"` // somebody says something, and that is all
	Main         bool          `json:"main"`      // a main clause tells it
	Source       string        `json:"source"`    // who says so; "" for the writer
	When         *When         `json:"when"`      // null where nothing dates it
	Limit        string        `json:"limit"`     // "since May": what bounds it where nothing dates it
	Participants []string      `json:"participants"`
	Roles        []Participant `json:"roles"`
	Place        string        `json:"place"`
	Mentions     []Mention     `json:"mentions"`
	Disagrees    []OtherDay    `json:"disagrees,omitempty"` // days that other documents give for it
	Shown        bool          `json:"-"`                   // in text, unless all are asked for
	Reported     bool          `json:"-"`                   // somebody says so, perhaps nobody who is named
}

// Marks says what is not plain about an event that is printed with its day, if dated, or
// among those without: planned, by whom, inferred, what bounds it, told of another day
// elsewhere.
func (e *Event) Marks(dated bool) []string {
	var out []string
	if e.Modality != "actual" {
		out = append(out, e.Modality)
	}
	switch {
	case e.Source != "":
		out = append(out, "by "+e.Source)
	case e.Reported:
		out = append(out, "reported")
	}
	switch {
	case dated && e.When.Inferred:
		out = append(out, "day inferred")
	case e.When == nil && e.Limit != "":
		out = append(out, e.Limit)
	}
	for _, d := range e.Disagrees {
		out = append(out, d.Label+" in "+d.Doc)
	}
	return out
}

// A Timeline is the output of factcheck timeline: the events with a day in its
// order, then the others in the order of the texts.
type Timeline struct {
	Schema    int        `json:"schema"`
	Documents []Document `json:"documents"`
	Events    []Event    `json:"events"`
	Undated   int        `json:"undated"` // events of Events that nothing dates
	Unread
}

// A TextZone is a part of what was read, in bytes of the text.
type TextZone struct {
	Zone
	Why   string   `json:"why"` // how the part was told, in a few words
	Place Position `json:"place"`
}

// A TextDocument is what was read of an article.
type TextDocument struct {
	Doc       string     `json:"doc"`
	File      string     `json:"file"`
	Format    string     `json:"format"`
	Title     string     `json:"title,omitempty"`
	Outlet    string     `json:"outlet,omitempty"`
	Published Published  `json:"published"`
	Text      string     `json:"text"`
	Zones     []TextZone `json:"zones"`
	Name      string     `json:"-"`
}

// Texts is the output of factcheck text.
type Texts struct {
	Schema    int            `json:"schema"`
	Documents []TextDocument `json:"documents"`
	Unread
}
