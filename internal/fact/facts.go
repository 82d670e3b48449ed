package fact

import (
	"reflect"
	"strings"

	"factcheck/internal/text"
)

// A Place is a passage of a document.
type Place struct {
	// Doc is the id of the document.
	Doc string `cel:"doc"`
	// File is the file that the document was read from.
	File string `cel:"file"`
	// Span is where the passage stands, in bytes of the document's text. Rules
	// cannot see it: offsets are handed over, never computed in CEL.
	Span text.Span `cel:"-"`
	// Around finds what stands in the document; nil for a place in none.
	Around Surroundings `cel:"-"`
	// Sentence leads to the sentence of headline, deck or body in which the passage
	// begins; nil if it begins in none.
	Sentence Link[*Sentence] `cel:"sentence"`
	// Text is the passage itself.
	Text string `cel:"text"`
}

// Equal reports whether p and o are one place.
func (p Place) Equal(o Place) bool { return p.Doc == o.Doc && p.Span == o.Span && p.Text == o.Text }

// PlaceOf returns where a fact stands: its field At, or the fact itself if it is a
// Place. It takes pointers too; ok is false for what has no place.
func PlaceOf(fact any) (at Place, ok bool) {
	v := reflect.Indirect(reflect.ValueOf(fact))
	if v.Kind() != reflect.Struct {
		return Place{}, false
	}
	if v.Type() != reflect.TypeFor[Place]() {
		v = v.FieldByName("At")
	}
	if !v.IsValid() {
		return Place{}, false
	}
	at, ok = v.Interface().(Place)
	return at, ok
}

// ExplanationOf returns what a fact says of how it came about: its field
// Explanation, or else Summary; articles and conflicts say more. It takes pointers
// too, and is empty for what says nothing.
func ExplanationOf(fact any) string {
	v := reflect.Indirect(reflect.ValueOf(fact))
	if v.Kind() != reflect.Struct {
		return ""
	}
	if x, ok := fact.(interface{ explanation() string }); ok {
		return x.explanation()
	}
	for _, name := range []string{"Explanation", "Summary"} {
		if f := v.FieldByName(name); f.Kind() == reflect.String {
			return f.String()
		}
	}
	return ""
}

// explanation says how the publication date was decided.
func (a Article) explanation() string {
	if a.Published == nil {
		return a.PublishedExplanation
	}
	return "published " + a.Published.Label + ": " + a.PublishedExplanation
}

// explanation says what each statement rests on.
func (c Conflict) explanation() string {
	lines := []string{c.Summary}
	for _, s := range c.Statements {
		lines = append(lines, s.Explanation)
	}
	return strings.Join(lines, "; ")
}

// A Note is a related place and what to say of it. Rules build one with
// Note{at: event.at, message: "…"}.
type Note struct {
	// At is the related place.
	At Place `cel:"at"`
	// Message says what stands there.
	Message string `cel:"message"`
}

// A Fix is one way out, offered and never applied unasked.
type Fix struct {
	// Message says what the fix does.
	Message string `cel:"message"`
	// Replacement is the text to put at the finding's place; empty if the fix
	// is advice only.
	Replacement string `cel:"replacement"`
}

// A Time is one time expression as the scope time sees it.
type Time struct {
	// Text is the expression as written.
	Text string `cel:"text"`
	// At is where it stands.
	At Place `cel:"at"`
	// Type is the TIMEX3 type: DATE, TIME, DURATION or SET.
	Type string `cel:"type"`
	// Value is the TIMEX3 value, such as "2018-06-15" or "P3D".
	Value string `cel:"value"`
	// Mod is the TIMEX3 modifier, such as "APPROX"; empty if none.
	Mod string `cel:"mod"`
	// When is the interval that the expression names; nil if unresolved.
	When *Interval `cel:"when"`
	// Grain is the size of the unit named: minute, day, month, …; of a length of
	// time the smallest that it is given in.
	Grain string `cel:"grain"`
	// Anchor is what the expression was resolved against: publication,
	// previous, caption, explicit or none.
	Anchor string `cel:"anchor"`
	// Direction is given if words say whether it lies before or after the
	// anchor, else inferred.
	Direction string `cel:"direction"`
	// Zone is the part of the page it stands in: headline, body, caption, …
	Zone string `cel:"zone"`
	// Explanation says in one sentence how the value came about.
	Explanation string `cel:"explanation"`
	// Weekday is the weekday that the words state, 1 for Monday to 7 for
	// Sunday; nil if they state none.
	Weekday *int64 `cel:"weekday"`
	// WeekdayName is the stated weekday in English; empty if none.
	WeekdayName string `cel:"weekday_name"`
	// Beside is the passage that holds a date and its weekday where the two stand
	// apart, as in "December 4, a Tuesday" or "Tuesday (Dec. 4)"; nil if they do
	// not. Weekday is then that one.
	Beside *Place `cel:"beside"`
	// Date is the calendar day when the expression names exactly one.
	Date *Day `cel:"date"`
	// Explicit reports whether the expression needs nothing but itself: it
	// carries its own year or is complete.
	Explicit bool `cel:"explicit"`
	// Valid is false if no such day or time exists, as for 31 June.
	Valid bool `cel:"valid"`
	// Problem says why the expression is not valid; empty if it is.
	Problem string `cel:"problem"`
	// Relative reports whether the expression needs an anchor.
	Relative bool `cel:"relative"`
	// Deictic reports whether the words name a day only as seen from the day of
	// writing: "today", "last night", "on Friday", "next Tuesday".
	Deictic bool `cel:"deictic"`
	// MonthDay reports whether a month and a day of it are said.
	MonthDay bool `cel:"month_day"`
	// BothOrders reports whether this is a numeric date, such as 04/05/2019, of
	// which day and month could change places: no weekday and no date-order of
	// flag or configuration decides.
	BothOrders bool `cel:"both_orders"`
	// Modified reports whether last, this or next stands with the expression.
	Modified bool `cel:"modified"`
	// Before is the word right before the expression in its sentence, in lower
	// case; empty at the start of the sentence, or behind punctuation.
	Before string `cel:"before"`
	// Quoted reports whether it stands between quotation marks.
	Quoted bool `cel:"quoted"`
	// Sentence is the sentence it stands in; empty if it stands in none.
	Sentence string `cel:"sentence"`
	// Clock is the clock time, in minutes after midnight as written; nil if none
	// is said.
	Clock *int64 `cel:"clock"`
	// UTCOffset is the zone of the clock time, in minutes east of UTC; nil if none
	// is said, or one without a fixed offset, such as ET.
	UTCOffset *int64 `cel:"utc_offset"`
	// HalfOpen reports whether the words leave open which half of the day they
	// mean, as "at seven" does.
	HalfOpen bool `cel:"half_open"`
	// Restates reports whether this clock time gives the one before it again in
	// another zone, as in "1:40 a.m. (1040 GMT)".
	Restates bool `cel:"restates"`
	// Joins is range end or listed if the expression ends a range or goes on a
	// list that the one before it began; empty if not.
	Joins string `cel:"joins"`
	// Tense is that of the verb that the expression is said of: past (was held),
	// present (opens on), future (will meet), planned (is due to start); empty if
	// it is not clear which verb that is, if the verb only might or would, if the
	// words are quoted, or if they tell of a plan of the past (was to, had been
	// due). An expression with a tense stands in headline, deck, body or a caption,
	// and it is known when it is.
	Tense string `cel:"tense"`
	// Verb is that verb with its auxiliaries, as written; empty if Tense is.
	Verb string `cel:"verb"`
	// Fixes are ways out that were prepared for this expression.
	Fixes []Fix `cel:"fixes"`
}

// An Event is one thing that happened, or is said to, as one document tells it.
// Mentions of one call, meeting or other event of a known kind are taken together;
// each other event is what one verb or noun claims.
type Event struct {
	// Kind is the kind of event, such as "call"; empty for one that no list has.
	Kind string `cel:"kind"`
	// Trigger is the word that names it, such as "phoned".
	Trigger string `cel:"trigger"`
	// Claim leads to what the grammar of its mention says: participants with their
	// roles, numbers, source; nil if it says nothing.
	Claim Link[*Claim] `cel:"claim"`
	// Participants are the canonical names of those who took part.
	Participants []string `cel:"participants"`
	// Place is where it happened, in words; empty if unsaid.
	Place string `cel:"place"`
	// Country is the country of Place; empty if it is not known.
	Country string `cel:"country"`
	// When is the interval in which it happened; nil if unknown.
	When *Interval `cel:"when"`
	// Dated reports whether When is known.
	Dated bool `cel:"dated"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Modality is how it is told: actual, planned, possible, conditional, denied, or
	// series for more than one.
	Modality string `cel:"modality"`
	// Negated reports whether "not", "never" or the like stands with it.
	Negated bool `cel:"negated"`
	// Predicate is the verb in its base form, or the noun in the singular; empty if
	// there is no claim.
	Predicate string `cel:"predicate"`
	// At is the mention.
	At Place `cel:"at"`
	// Text is the sentence that tells it.
	Text string `cel:"text"`
	// Explanation says how its time was decided.
	Explanation string `cel:"explanation"`
}

// A Sentence is one sentence of a document.
type Sentence struct {
	// Text is the sentence as written.
	Text string `cel:"text"`
	// At is where it stands.
	At Place `cel:"at"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Number counts the sentences of the document, from 1.
	Number int64 `cel:"number"`
	// Words counts its words.
	Words int64 `cel:"words"`
	// Key is the sentence folded: lower case, straight quotation marks, single
	// blanks, no punctuation.
	Key string `cel:"key"`
	// Times are the time expressions in it.
	Times []Time `cel:"times"`
	// Names are the canonical names in it.
	Names []string `cel:"names"`
	// Numbers leads to the numbers in it.
	Numbers Link[[]*Number] `cel:"numbers"`
	// Quotes leads to the quotations that begin in it.
	Quotes Link[[]*Quote] `cel:"quotes"`
	// Events leads to the events that are first told in it.
	Events Link[[]*Event] `cel:"events"`
	// Claims leads to its claims.
	Claims Link[[]*Claim] `cel:"claims"`
}

// A Quote is what stands between quotation marks, and who said it.
type Quote struct {
	// Text is the words between the marks.
	Text string `cel:"text"`
	// At is where they stand, without the marks.
	At Place `cel:"at"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Key is Text folded: lower case, single blanks, no punctuation.
	Key string `cel:"key"`
	// Words counts its words.
	Words int64 `cel:"words"`
	// Speaker is the canonical name of who said it; nil if the text does not say.
	Speaker *string `cel:"speaker"`
	// Verb is the verb of saying; empty if there is none.
	Verb string `cel:"verb"`
	// Sentence is the sentence in which it begins.
	Sentence string `cel:"sentence"`
	// Times leads to the time expressions in it.
	Times Link[[]*Time] `cel:"times"`
	// Numbers leads to the numbers in it.
	Numbers Link[[]*Number] `cel:"numbers"`
	// Said is when it was said; nil if the text does not say.
	Said *Interval `cel:"said"`
}

// A Number is a number with what it counts or measures.
type Number struct {
	// Text is the number with its unit and noun, as written.
	Text string `cel:"text"`
	// At is where it stands.
	At Place `cel:"at"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Value is the number; of a range its lower end, of a score its first
	// figure, of a share the part of 1 that it is: 0.5 for a half.
	Value float64 `cel:"value"`
	// Upper is the upper end of a range, of a score the second figure; nil if
	// it is neither.
	Upper *float64 `cel:"upper"`
	// Kind is count, money, percent, points, share, measure, age or score.
	Kind string `cel:"kind"`
	// Unit is the unit in the singular, such as "kilometre", a currency as its
	// ISO 4217 code, "percent", "percentage point", "basis point", or of an
	// age "year"; empty for a plain count, and for money whose currency is not
	// clear.
	Unit string `cel:"unit"`
	// Noun is what is counted, in the singular and lower case, such as
	// "soldier"; empty if nothing follows.
	Noun string `cel:"noun"`
	// Approx reports whether words such as "about" or "nearly" stand with it.
	Approx bool `cel:"approx"`
	// Bound is more, less, least, most, or empty: "more than 20".
	Bound string `cel:"bound"`
	// Of is the canonical name or noun that it is said of, where the text has
	// one: the age's person, the share's whole; empty if not.
	Of string `cel:"of"`
	// Restates is the text of the number just before it that it gives once more
	// in another unit, in brackets: "12 miles (19 km)"; empty if it does not.
	Restates string `cel:"restates"`
	// Step is what one in the last digit written is worth: 0.1 in "5.2", 100000
	// in "1.2 million"; of number words 1 or the last scale.
	Step float64 `cel:"step"`
	// Sentence is the sentence it stands in.
	Sentence string `cel:"sentence"`
}

// A Name is a proper name at its first mention.
type Name struct {
	// Text is the name as first written.
	Text string `cel:"text"`
	// At is the first mention.
	At Place `cel:"at"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Canonical is the longest form of the name in the document.
	Canonical string `cel:"canonical"`
	// Surname is the last word of a person's canonical name, without "Jr." and the
	// like; the name itself if it is one word; empty if this is not a person's.
	Surname string `cel:"surname"`
	// Kind is person, place, organisation, or empty if not known.
	Kind string `cel:"kind"`
	// Mentions counts its mentions in the document.
	Mentions int64 `cel:"mentions"`
	// Forms are the other forms in which it is written.
	Forms []string `cel:"forms"`
	// Roles leads to the titles that the document gives to a person of this name.
	Roles Link[[]*Role] `cel:"roles"`
}

// A Role is an office or title that a document gives to somebody.
type Role struct {
	// Text is the title with the name, as written.
	Text string `cel:"text"`
	// At is where it stands.
	At Place `cel:"at"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Title is the title in lower case, such as "president".
	Title string `cel:"title"`
	// Of is the place or organisation of the office; empty if not said.
	Of string `cel:"of"`
	// Holder is the canonical name of who holds it.
	Holder string `cel:"holder"`
	// Former reports whether "former", "then" or the like stands with it.
	Former bool `cel:"former"`
	// Sentence is the sentence it stands in.
	Sentence string `cel:"sentence"`
	// Lines are the lines of offices or trades in which nobody has two of the
	// titles at a time: cabinet, ballot, rank, court, firm, desk, church,
	// academy, law, seat, field. Empty if the title goes with any other.
	Lines []string `cel:"lines"`
	// Against are lines that the title excludes without belonging to them: a judge
	// is no senator, a sergeant no professor.
	Against []string `cel:"against"`
	// Post is what titles share that mean one post, such as "finance"; empty if
	// the title goes with any other.
	Post string `cel:"post"`
	// Broad is the post that Post is called for short, such as "general" for a
	// major general; empty if none.
	Broad string `cel:"broad"`
	// Words is the title as the text writes it.
	Words string `cel:"words"`
	// First reports whether the text has not given the holder this post before.
	First bool `cel:"first"`
	// Joint reports whether "and" joins the title to another.
	Joint bool `cel:"joint"`
	// Unsettled reports whether words beside it tell of taking, leaving or having
	// held an office, the sentence has a time months from publication, or it
	// stands in a quotation.
	Unsettled bool `cel:"unsettled"`
	// Shared reports whether two people of the text have the surname, and only
	// that is given.
	Shared bool `cel:"shared"`
	// Introduction counts how often the text has introduced the holder by now,
	// with the full name and a title behind it between commas; 0 if this is no
	// introduction.
	Introduction int64 `cel:"introduction"`
	// Office is the office that the list of office-holders has the holder in, such
	// as "president of France"; empty if it does not know the holder, or the text
	// leaves open when the title is given.
	Office string `cel:"office"`
	// Term is the holder's time in that office that is nearest to When; nil
	// if Office is empty.
	Term *Interval `cel:"term"`
	// When is the time at which the text gives the title; nil if Office is
	// empty.
	When *Interval `cel:"when"`
	// Tie is what When comes from: date if the sentence ties a date to the title,
	// else publication; empty if Office is.
	Tie string `cel:"tie"`
	// Outside counts the days between When and Term; 0 if they meet.
	Outside int64 `cel:"outside"`
	// Sole reports whether only one person at a time can have the office: a ministry,
	// or the head of a state, government, region or town, whose place is said with it
	// and whose holder is named in full.
	Sole bool `cel:"sole"`
}

// A Story is the articles that claim to tell one story.
type Story struct {
	// ID is what the articles say the story is; empty if a flag says so.
	ID string `cel:"id"`
	// At is the top of its first article.
	At Place `cel:"at"`
	// Articles are its articles, in the order given.
	Articles []Article `cel:"articles"`
	// Events are the events that they tell, each at its first mention.
	Events []Event `cel:"events"`
}

// An Article is one document and what is known of its publication.
type Article struct {
	// ID is the document's id.
	ID string `cel:"id"`
	// File is the file that it was read from.
	File string `cel:"file"`
	// Title is the headline; empty if there is none.
	Title string `cel:"title"`
	// Outlet is who published it; empty if not known.
	Outlet string `cel:"outlet"`
	// Story is the story that it says it tells; empty if none.
	Story string `cel:"story"`
	// Words counts the words of headline, deck and body.
	Words int64 `cel:"words"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// At is its first body sentence, or its headline.
	At Place `cel:"at"`
	// Published is the publication date; nil if unknown.
	Published *Interval `cel:"published"`
	// PublishedClock is when on that day, in minutes after midnight as written;
	// nil if not said.
	PublishedClock *int64 `cel:"published_clock"`
	// Updated is the day of the last update that front matter or a record gives;
	// nil if none is given.
	Updated *Day `cel:"updated"`
	// PublishedSource is where it comes from: flag, front-matter, record, metadata, stamp,
	// dateline, inferred, linked or none.
	PublishedSource string `cel:"published_source"`
	// PublishedExplanation says how it was decided.
	PublishedExplanation string `cel:"published_explanation"`
	// Dated reports whether Published is known.
	Dated bool `cel:"dated"`
	// RelativeTimes counts the relative time expressions outside furniture
	// and captions.
	RelativeTimes int64 `cel:"relative_times"`
	// FirstRelative is the first of them; nil if there is none.
	FirstRelative *Time `cel:"first_relative"`
	// Evidence lists the independent statements of the publication date.
	Evidence []Evidence `cel:"evidence"`
	// AnchorGap is the largest gap in days between two explicit statements of
	// the publication date; 0 if they agree.
	AnchorGap int64 `cel:"anchor_gap"`
	// Lead is the weekday of the first sentences; nil if they have none, if the
	// publication date is not known to the day, or if a dateline has a date more
	// than a day from it.
	Lead *Lead `cel:"lead"`
	// Dateline is what stands before the first words of the story; nil if there is
	// nothing.
	Dateline *Dateline `cel:"dateline"`
	// Sentences leads to the sentences of headline, deck and body, in order.
	Sentences Link[[]*Sentence] `cel:"sentences"`
	// Times leads to all time expressions, in order.
	Times Link[[]*Time] `cel:"times"`
	// Furniture is the text around the article; nil if none was found.
	Furniture *Furniture `cel:"furniture"`
}

// A Dateline is where, when and by which agency a story was written, as its first
// line says: "LONDON, 17 June (Reuters) -".
type Dateline struct {
	// At is all of it, without the dash.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Place is the place without its region or country, by its usual name where it
	// is known, as "London" for LONDON; empty if none is named.
	Place string `cel:"place"`
	// Country is the country of the place; empty if it is not known.
	Country string `cel:"country"`
	// When is the date; nil if none is given.
	When *Interval `cel:"when"`
	// Agency is what stands in brackets; empty if nothing does.
	Agency string `cel:"agency"`
}

// Evidence is one statement of an article's publication date.
type Evidence struct {
	// Source is where it was found: flag, front-matter, stamp, dateline, …
	Source string `cel:"source"`
	// When is the date it states; nil if it could not be read.
	When *Interval `cel:"when"`
	// At is the passage that states it; empty for a flag.
	At Place `cel:"at"`
	// Explanation says how it was read.
	Explanation string `cel:"explanation"`
}

// Furniture is the text on a page that is not the article: rails, related
// links, footers, banners.
type Furniture struct {
	// At is the first piece of it.
	At Place `cel:"at"`
	// Text is that piece.
	Text string `cel:"text"`
	// Times are the time expressions in it.
	Times []Time `cel:"times"`
	// Lines counts its lines.
	Lines int64 `cel:"lines"`
}

// A Statement is one passage and what it says of a date.
type Statement struct {
	// Text is the passage.
	Text string `cel:"text"`
	// At is where it stands.
	At Place `cel:"at"`
	// When is the date it states; nil if it states another kind of value.
	When *Interval `cel:"when"`
	// Explanation says how the passage was read.
	Explanation string `cel:"explanation"`
	// Kind is what it rests on: publication, caption, almanac, occasion,
	// weekday, time or link; in a merge also the attribute compared.
	Kind string `cel:"kind"`
	// Hard is false if the reading rests on a habit of news copy, or on one of
	// several possible days.
	Hard bool `cel:"hard"`
}

// A Conflict is a minimal set of statements that cannot all hold.
type Conflict struct {
	// Statements are the passages: without any one of them the rest can hold.
	Statements []Statement `cel:"statements"`
	// Summary says in one sentence what cannot hold.
	Summary string `cel:"summary"`
	// At is where to report it.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Hard reports whether no statement rests on custom: on how news copy uses its
	// words, or on when people give greetings for a named day.
	Hard bool `cel:"hard"`
	// Almanac names the almanac entries that were used.
	Almanac []string `cel:"almanac"`
	// Fixes are ways out, one for each side.
	Fixes []Fix `cel:"fixes"`
	// Alternative is the other reading under which all would hold; empty if
	// there is none.
	Alternative string `cel:"alternative"`
}

// A Merge is one event as told that is two events in the documents.
type Merge struct {
	// Form is documents if whole documents tell different events, sentence if
	// one sentence draws on both.
	Form string `cel:"form"`
	// Basis is what tells the two apart: contact if both are dated calls or meetings
	// of two persons, core if typed values of what they report exclude each other,
	// likeness if the reports share too little.
	Basis string `cel:"basis"`
	// Score is how much the groups belong together, over all pairs of documents across
	// the cut: of cores from -1, two events, to 1, one; of likeness below 0 where more
	// excludes than is shared. -1 for a contact.
	Score float64 `cel:"score"`
	// Ties are names that both have, those that most is told of first.
	Ties []string `cel:"ties"`
	// OnlyHere are names that only the odd documents have.
	OnlyHere []string `cel:"only_here"`
	// OnlyThere are names that only the others have.
	OnlyThere []string `cel:"only_there"`
	// Kind is the kind of event, such as "call".
	Kind string `cel:"kind"`
	// Participants are the canonical names that both events share.
	Participants []string `cel:"participants"`
	// Odd lists the ids of the documents that tell the other event.
	Odd []string `cel:"odd"`
	// Others lists the ids of the remaining documents.
	Others []string `cel:"others"`
	// Conflicts are the values that tell the two events apart.
	Conflicts []Contrast `cel:"conflicts"`
	// At is where to report it.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Summary says in one sentence what was merged.
	Summary string `cel:"summary"`
	// HereWhen is the date of the event told at At; nil if unknown.
	HereWhen *Interval `cel:"here_when"`
	// ThereWhen is the date of the other event; nil if unknown.
	ThereWhen *Interval `cel:"there_when"`
	// HereLabel names the event told at At, such as "the call of 1 January".
	HereLabel string `cel:"here_label"`
	// ThereLabel names the other event.
	ThereLabel string `cel:"there_label"`
	// Alternatives are other explanations that were not ruled out.
	Alternatives []string `cel:"alternatives"`
	// Assumptions are what the split rests on.
	Assumptions []string `cel:"assumptions"`
	// Notes are the related places, ready to report.
	Notes []Note `cel:"notes"`
	// Fixes are ways out.
	Fixes []Fix `cel:"fixes"`
}

// A Split is two events as told that are one event in the documents: two stories
// that articles declare, or two events of a draft that its sources tell as one.
type Split struct {
	// Form is stories if two declared stories report one event, draft if a draft tells
	// two events that its sources tell as one.
	Form string `cel:"form"`
	// Score is how sure it is that the two are one: of stories what their core events
	// say of each other, from -1, two events, to 1, one, over all pairs of their
	// documents; of a draft how like its two sentences are to what the sources tell, the
	// less like of them, from 0 to 1.
	Score float64 `cel:"score"`
	// Likeness is how far two stories name the same, from 0 to 1; of a draft it is the
	// score.
	Likeness float64 `cel:"likeness"`
	// Ties are names that both tell of; of stories those that most is told of first.
	Ties []string `cel:"ties"`
	// Here lists the ids of the documents that tell the event at At.
	Here []string `cel:"here"`
	// There lists the ids of the documents of the other story, or of the sources that
	// tell the two as one.
	There []string `cel:"there"`
	// At is where to report it: the first sentence of the second story, or the second
	// event of the draft.
	At Place `cel:"at"`
	// Text is the passage at At.
	Text string `cel:"text"`
	// Summary says in one sentence what was split.
	Summary string `cel:"summary"`
	// Assumptions are what it rests on.
	Assumptions []string `cel:"assumptions"`
	// Notes are the related places, ready to report.
	Notes []Note `cel:"notes"`
}

// A Contrast is one attribute in which the two events of a merge differ.
type Contrast struct {
	// Attribute is what differs: date, occasion, publication, sequence, outcome, roles
	// (who beat whom), counterpart (with whom somebody talked), undergoer (to whom or
	// what one act was done), earlier (one tells the other's news as a thing of the
	// past), name, age, weekday, month, month and day, score, number, amount of money,
	// magnitude, street, place.
	Attribute string `cel:"attribute"`
	// Hard reports whether the two values exclude each other whatever was
	// inferred.
	Hard bool `cel:"hard"`
	// Here is the statement about the event told at the merge's place.
	Here Statement `cel:"here"`
	// There is the statement about the other event.
	There Statement `cel:"there"`
	// Summary says in one sentence how they differ.
	Summary string `cel:"summary"`
}
