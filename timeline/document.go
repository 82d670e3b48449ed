package timeline

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
	"factcheck/internal/text"
)

// A Sentence is a sentence and the zone it stands in.
type Sentence struct {
	Span text.Span
	Zone article.Kind
}

// An Anchor names what a time expression counts from.
type Anchor string

// The anchors.
const (
	AnchorNone        Anchor = "none" // nothing to count from is known
	AnchorExplicit    Anchor = "explicit"
	AnchorPublication Anchor = "publication"
	AnchorPrevious    Anchor = "previous" // another time in the text, mostly an earlier one
	AnchorCaption     Anchor = "caption"
	AnchorQuote       Anchor = "quote" // the day on which the quotation was spoken
)

// A Time is a time expression with what it means.
type Time struct {
	Reading
	Text     string
	Value    string   // TIMEX3 value
	When     Interval // empty where the words give none
	Sure     bool     // false: When is the hull of several possible answers
	Anchor   Anchor
	AnchorAt Interval // what it was counted from
	Previous string   // the words of the earlier time, for AnchorPrevious
	// AnchorSpan is where the time stands whose words Previous are; empty where the
	// anchor is none of the text.
	AnchorSpan text.Span
	Zone       article.Kind
	Sentence   int // index into Document.Sentences, -1 for none

	published *Publication
	dayFrom   daySource // where a lone clock time has its day from
	retold    bool      // its year is that of the time told before
	follows   bool      // moved behind the beginning of the range that it ends
}

// A Document is an article whose time expressions have been read. Times is
// filled by Resolve. A document that was not loaded or has been released holds
// its Article and when it was Published, without the evidence, and no more.
type Document struct {
	Article   *article.Article
	Sentences []Sentence
	Published Publication
	Times     []Time

	readings []placed
	mentions []placedMention
	mayBegin []int32      // where a mention may begin, in order
	greeting map[int]bool // sentences looked at for words of greeting
	spoken   map[int]int  // the reading that tells when the words round a reading were spoken
	opt      *Options

	greetings []Clue // see Occasions

	entries []liveEntry // of a live blog

	abbreviation func(word, next string) bool
	flag         *article.Date
	state        state
	linked       [][]Clue // what linked documents said, in the order in which they were asked
	lead         leadDay
	grammar      grammar
}

// A state is how far a document has been read.
type state uint8

const (
	declared state = iota // nothing but what the article declares
	scanned               // Sentences and readings
	dated                 // Published
	resolved              // Times
)

// A leadDay is what a released document keeps of its lead reading.
type leadDay struct {
	known   bool
	weekday int // -1: there is none
}

type placed struct {
	Reading
	zone     article.Kind
	sentence int
}

type placedMention struct {
	Mention
	zone     article.Kind
	sentence int
}

// New returns the document of an article of which nothing has been read.
// published, if not nil, is the publication date that a flag gives; it outranks
// what the article says of itself. A nil opt stands for the defaults.
func New(a *article.Article, published *article.Date, abbreviation func(word, next string) bool, opt *Options) *Document {
	if opt == nil {
		opt = &Options{}
	}
	d := &Document{Article: a, opt: opt, abbreviation: abbreviation, flag: published}
	if isolate.Catch(func() { d.Published.declare(a, published) }) != nil {
		d.Published = Publication{Source: SourceNone, Clock: -1} // so Load is next, and meets the defect again
	}
	return d
}

// Read scans an article for sentences and time expressions. Its arguments are
// those of [New].
func Read(a *article.Article, published *article.Date, abbreviation func(word, next string) bool, opt *Options) *Document {
	d := New(a, published, abbreviation, opt)
	d.scan()
	return d
}

// scan fills the sentences and the readings.
func (d *Document) scan() {
	a := d.Article
	d.splitSentences(d.abbreviation)
	s := scanners.Get().(*scanner)
	s.src, s.opt = a.Flow(), d.opt
	if day, ok := d.Published.When.Single(); ok {
		s.base, s.hasBase = day, true
	}
	for _, z := range a.Zones {
		if z.Kind == article.FrontMatter {
			continue
		}
		for rest := z.Span; rest.Len() > 0; {
			part := chunk(a.Flow(), rest)
			rest.Start = part.End
			s.found = s.scan(s.found[:0], part)
			d.readings = slices.Grow(d.readings, len(s.found))
			for i := range s.found {
				d.readings = append(d.readings, placed{Reading: s.found[i], zone: z.Kind})
			}
		}
	}
	d.mayBegin = slices.Clone(s.mentions)
	s.release()
	d.placeInSentences()
	d.direct()
	d.localise()
	d.state = scanned
}

// Load reads what has not been read of a document that DatePublications or
// InferPublications has dated, or not yet: sentences, evidence, times. One
// goroutine at a time may load a document. The defect of a stage that failed leaves
// it released.
func (d *Document) Load() *isolate.Defect { return d.load(resolved) }

// loadDated reads a document up to its publication date.
func (d *Document) loadDated() *isolate.Defect { return d.load(dated) }

// load reads a document as far as is said. What a stage made that failed is let
// go, and the publication date is what it was.
func (d *Document) load(as state) *isolate.Defect {
	before := d.Published
	for _, s := range [...]struct {
		state state
		stage string
		do    func()
	}{{scanned, isolate.StageTimes, d.scanAnew}, {dated, isolate.StagePublication, d.date}, {resolved, isolate.StageResolve, d.Resolve}} {
		if d.state >= s.state || as < s.state {
			continue
		}
		if defect := isolate.Do(d.work(s.stage), s.do); defect != nil {
			d.Published = before
			d.Release()
			return defect
		}
	}
	return nil
}

// scanAnew is scan with nothing known but what the article declares.
func (d *Document) scanAnew() {
	d.Published = Publication{}
	d.Published.declare(d.Article, d.flag)
	d.scan()
}

// date dates a scanned document by what it says itself, and by links that were
// followed before.
func (d *Document) date() {
	d.findMentions()
	d.printedDates()
	d.infer(nil)
	for _, clues := range d.linked {
		d.infer(clues)
	}
	d.lead = leadDay{known: true, weekday: -1}
	if r := d.leadReading(); r != nil {
		d.lead.weekday = r.Weekday
	}
	d.state = dated
}

// Loaded reports whether d has been read in full.
func (d *Document) Loaded() bool { return d.state == resolved }

// Release lets go of all that Load can read again. The publication date stays,
// without the evidence.
func (d *Document) Release() {
	*d = Document{
		Article: d.Article, opt: d.opt, abbreviation: d.abbreviation, flag: d.flag, linked: d.linked, lead: d.lead,
		Published: d.Published.bare(),
	}
}

// leadWeekday returns the weekday of the lead reading, which is kept when the
// document is released. The document must have been dated once.
func (d *Document) leadWeekday() (weekday int, ok bool) {
	return d.lead.weekday, d.lead.known && d.lead.weekday >= 0
}

// chunkSize is from how many bytes on a zone is read piece by piece, so that a
// long document needs no token buffer of its length.
const chunkSize = 64 << 10

// chunk returns the start of rest up to the first blank line after chunkSize,
// which no time expression crosses; all of it when there is none.
func chunk(src string, rest text.Span) text.Span {
	if rest.Len() <= chunkSize {
		return rest
	}
	if i := strings.Index(src[rest.Start+chunkSize:rest.End], "\n\n"); i >= 0 {
		rest.End = rest.Start + chunkSize + i + 1
	}
	return rest
}

// splitSentences splits the zones, joining neighbours of one kind first: a
// page may break a sentence by a blank line.
func (d *Document) splitSentences(abbreviation func(word, next string) bool) {
	zones := d.Article.Zones
	for i := 0; i < len(zones); {
		j := i + 1
		for zones[i].Kind == article.Body && j < len(zones) && zones[j].Kind == article.Body {
			j++
		}
		run := text.Span{Start: zones[i].Span.Start, End: zones[j-1].Span.End}
		if zones[i].Kind != article.FrontMatter {
			for _, s := range text.Sentences(d.Article.Flow(), run, abbreviation) {
				d.Sentences = append(d.Sentences, Sentence{s, zones[i].Kind})
			}
		}
		i = j
	}
}

// placeInSentences notes the sentence of every reading; both are in order.
func (d *Document) placeInSentences() {
	k := 0
	for i := range d.readings {
		r := &d.readings[i]
		for k < len(d.Sentences) && d.Sentences[k].Span.End <= r.Span.Start {
			k++
		}
		r.sentence = -1
		if k < len(d.Sentences) && d.Sentences[k].Span.Start <= r.Span.Start {
			r.sentence = k
		}
	}
}

// story reports whether times of a zone tell the article's own story.
func story(k article.Kind) bool {
	switch k {
	case article.Headline, article.Deck, article.Body, article.Dateline:
		return true
	}
	return false
}

// A discourse holds the times that later ones in a story count from, as
// indexes into Document.Times; -1 where there is none yet.
type discourse struct {
	previous int // the last resolved date
	quarter  int // the latest quarter so far, not one it is compared with
	day      int // the last time on one day
	latest   Day // the latest of those days
	account  account
}

// Resolve fills d.Times: every reading with its anchor and meaning.
func (d *Document) Resolve() {
	d.Times = make([]Time, 0, len(d.readings))
	said := discourse{previous: -1, quarter: -1, day: -1}
	d.proveYears()
	d.spoken = d.speeches()
	d.entries = d.liveEntries()
	for i := range d.readings {
		t := d.timeOfReading(i)
		if day, ok := d.spoken[i]; !d.fromEvent(&t) && (!ok || !d.fromSpeech(&t, &d.readings[day])) && !d.fromDay(&t, said) {
			d.resolveOne(&t, said)
			d.retell(&t, said)
		}
		if i > 0 {
			t.follow(&d.Times[i-1])
			t.besideEvent = d.Times[i-1].event != nil && d.restatesDay(&d.Times[i-1], &t)
		}
		d.Times = append(d.Times, t)
		if t.op == opNamed && t.Sentence >= 0 {
			d.greets(t.Sentence) // so that a resolved document is only read
		}
		if !story(t.Zone) || t.Type != DATE && t.Type != TIME || t.op == opPresent || t.op == opVague || t.aside {
			continue
		}
		if !t.When.Closed() {
			said.previous, said.account = -1, account{} // the next one counts from this, which is not known
			continue
		}
		said.previous = i
		said.account.note(d, i)
		said.noteDay(d.Times, i)
		if t.Grain == GrainQuarter && (t.op == opQuarter || t.n == 0) && (said.quarter < 0 || d.supersedes(&t, &d.Times[said.quarter])) {
			said.quarter = i
		}
	}
	d.state = resolved
}

// timeOfReading returns the time that reading i will be, without its meaning.
func (d *Document) timeOfReading(i int) Time {
	p := &d.readings[i]
	return Time{Reading: p.Reading, Text: p.Span.In(d.Article.Flow()), Zone: p.zone, Sentence: p.sentence, Sure: true, published: &d.Published}
}

func (d *Document) resolveOne(t *Time, said discourse) {
	switch {
	case !t.Relative:
		t.Anchor = AnchorExplicit
		t.When, t.Value = t.on(0, d.opt)
	case t.Zone == article.Furniture || t.Zone == article.Stamp:
		t.Anchor, t.Value = AnchorNone, t.unanchored()
	case t.event != nil && t.Type != DURATION: // when it was, the text does not say
		t.Anchor, t.Value, t.aside = AnchorNone, t.unanchored(), true
	case t.Zone == article.Caption:
		d.inCaption(t)
	case t.comparesQuarters() && said.quarter >= 0:
		if t.op == opOffset && d.inLongerPeriod(t, &d.Times[said.quarter]) {
			d.fromPublication(t)
		} else {
			d.fromQuarter(t, &d.Times[said.quarter])
		}
	case t.Discourse && t.op != opReported && said.previous >= 0:
		if prev := &d.Times[said.previous]; d.reaches(t, prev) {
			d.fromPrevious(t, prev)
		} else {
			t.Anchor, t.Value = AnchorNone, t.unanchored()
		}
	case t.Discourse && t.n == 0 && (t.op == opWeekday || t.op == opYearless): // that Friday: which, the text has not said
		t.Anchor, t.Value = AnchorNone, t.unanchored()
	default:
		d.fromPublication(t)
	}
}

// fromPublication counts t from when its words were published: from the stamp of their
// entry in a live blog, else from the publication date, if one is known.
func (d *Document) fromPublication(t *Time) {
	if e := d.entryOf(t); e != nil {
		d.fromEntry(t, e)
		return
	}
	if len(d.Published.days) == 0 {
		t.Anchor, t.Value = AnchorNone, t.unanchored()
		return
	}
	t.Anchor, t.AnchorAt = AnchorPublication, d.Published.When
	if day, ok := d.Published.When.Single(); ok && t.baseValue != "" && day == d.Published.scanned {
		t.When, t.Value = t.atBase, t.baseValue
		return
	}
	t.When, t.Value, t.Sure = t.over(d.Published.days, d.opt)
}

// previousReach is how many sentences back a day can be that "that day" or
// "the following day" counts from. Chosen, not measured.
const previousReach = 4

// reaches reports whether t can count from prev: a day does not count from a
// time that is far back.
func (d *Document) reaches(t, prev *Time) bool {
	return t.Grain != GrainDay || t.Sentence < 0 || prev.Sentence < 0 || t.Sentence-prev.Sentence <= previousReach
}

// fromPrevious counts t from an earlier time in the text: from its last day,
// or its first when counting back. From a week or month, a day is not sure.
func (d *Document) fromPrevious(t, prev *Time) {
	t.Anchor, t.AnchorAt, t.Previous, t.AnchorSpan = AnchorPrevious, prev.When, prev.Text, prev.Span
	first, last := prev.When.From.Day(), prev.lastDay()
	if t.op == opYearless && !t.modified { // that August
		y, _, _ := first.Civil()
		t.retellIn(y, prev)
		return
	}
	if t.op == opOffset && t.Type == TIME && prev.clock >= 0 && prev.Grain == GrainMinute && t.inCalendar(first) {
		t.laterThan(prev)
		return
	}
	if t.op == opOffset && t.Grain == GrainDay && last > first && last-first < maxDays {
		days := make([]Day, 0, last-first+1)
		for day := first; day <= last; day++ {
			days = append(days, day)
		}
		t.When, t.Value, t.Sure = t.over(days, d.opt)
		return
	}
	if t.op == opShift && t.unit == GrainDay && t.n == 0 && last > first {
		t.When, t.Value = Interval{}, t.unanchored() // that day: which one of them?
		return
	}
	if t.n < 0 {
		last = first
	}
	t.When, t.Value = t.on(last, d.opt)
	if n := len(d.Published.days); t.unit == GrainSeason && t.n == 0 && n > 0 && t.When.From.Day() > d.Published.days[n-1] {
		t.When, t.Value = Interval{}, t.unanchored() // that spring: not one to come
	}
}

// reportable reports whether results of the quarter t can have been known when
// the article was published: it had ended by then.
func (d *Document) reportable(t *Time) bool {
	return len(d.Published.days) == 0 || t.When.To.Day() <= d.Published.days[len(d.Published.days)-1]
}

// laterThan resolves "five hours later" to the clock time that prev gives.
func (t *Time) laterThan(prev *Time) {
	by := Minute(t.n)
	switch t.clock { // the unit
	case 1:
		by /= 60
	case 3:
		by *= 60
	}
	from := prev.When.From + by
	t.When = Interval{from, from + 1}
	rest := int(from - from.Day().Start())
	t.Value = from.Day().String() + "T" + pad(rest/60, 2) + ":" + pad(rest%60, 2)
}

// supersedes reports whether the quarter t rather than old is what a report
// is about: the later one, but not one that had not ended when it was published
// unless old had not either.
func (d *Document) supersedes(t, old *Time) bool {
	if known, was := d.reportable(t), d.reportable(old); known != was {
		return known
	}
	return t.When.From >= old.When.From
}

// comparesQuarters reports whether t means a quarter in a story that speaks of
// quarters: "the quarter", "the year-ago period", "a year earlier". In
// TimeBank and AQUAINT "a year ago" is that for 64 % of 56 cases.
func (t *Time) comparesQuarters() bool {
	return t.op == opReported || t.op == opOffset && t.unit == GrainYear && t.n == -1 && t.Mod == ""
}

// inLongerPeriod reports whether the sentence of t speaks of a longer period than
// a quarter, after the quarter if that stands in it: "in the first nine months …
// a year earlier".
func (d *Document) inLongerPeriod(t, quarter *Time) bool {
	for i := len(d.Times) - 1; i >= 0 && d.Times[i].Sentence == t.Sentence; i-- {
		p := &d.Times[i]
		if p.Span == quarter.Span {
			return false
		}
		if p.op == opDuration && p.Grain == NoGrain && p.n >= 6 && strings.HasSuffix(p.Value, "M") || p.Grain == GrainYear && p.op != opReported && p.op != opOffset {
			return true
		}
	}
	return false
}

// fromQuarter resolves t to the quarter last mentioned, or that one a year back.
func (d *Document) fromQuarter(t, quarter *Time) {
	t.Anchor, t.AnchorAt, t.Previous, t.AnchorSpan = AnchorPrevious, quarter.When, quarter.Text, quarter.Span
	years := t.n
	if t.year >= 0 {
		y, _, _ := quarter.When.From.Day().Civil()
		years = t.year - y
	}
	from, to := quarter.When.From.Day().AddMonths(12*years), quarter.When.To.Day().AddMonths(12*years)
	t.When, t.Value, t.Sure, t.Grain = Days(from, to), quarterAround(from, to), quarter.Sure, GrainQuarter
}

// inCaption anchors a time in a caption to the caption's own date.
func (d *Document) inCaption(t *Time) {
	t.Anchor, t.Value = AnchorNone, t.unanchored()
	for i := len(d.Times) - 1; i >= 0 && d.Times[i].Sentence == t.Sentence; i-- {
		if day, ok := d.Times[i].FullDate(); ok {
			t.Anchor, t.AnchorAt = AnchorCaption, OneDay(day)
			t.When, t.Value = t.on(day, d.opt)
			return
		}
	}
	if t.op == opPresent || t.op == opVague {
		t.Value = t.value
	}
}

// Direction tells whether the expression's direction was said or inferred.
func (t *Time) Direction() Direction {
	switch {
	case !t.Relative || t.op == opVague || t.op == opPresent:
		return Given
	case t.ofYear || t.from != nil:
		return Given
	case t.op == opNth && t.month > 0:
		return Inferred
	case t.op == opReported:
		return Inferred
	case t.op == opWeekday && !t.modified, t.op == opYearless && !t.modified, t.op == opNamed && !t.modified, t.op == opQuarter, t.op == opClock, t.op == opShift && t.unit == GrainSeason && t.asks:
		return Inferred
	}
	return Given
}

// Explain says in one plain sentence why the time means what it means.
func (t *Time) Explain() string {
	return strings.TrimSuffix(t.reason(), ".") + t.halfReason() + t.overReason() + "."
}

// Because says why in one plain clause, without the alternative that the
// direction left out.
func (t *Time) Because() string {
	why, _, _ := strings.Cut(t.reason(), "; the other reading")
	return why
}

func (t *Time) reason() string {
	anchor := t.anchorPhrase()
	switch {
	case t.Problem != "":
		return "no such date: " + t.Problem
	case t.op == opDuration:
		return "a length of time; the words do not say when it begins"
	case t.op == opSet:
		return "recurring; no single date"
	case t.op == opVague:
		return "too vague for a date"
	case t.Anchor == AnchorExplicit && t.Named != nil:
		return t.Named.Label + " in the year the text names (almanac " + t.Named.Key + ")"
	case t.Anchor == AnchorExplicit:
		return "complete in itself"
	case t.Anchor == AnchorNone && t.Zone == article.Furniture:
		return "stands in page furniture, whose own date is not known; not counted from the article's"
	case t.Anchor == AnchorNone && t.Zone == article.Caption:
		return "stands in a caption without a date of its own"
	case t.Anchor == AnchorNone && len(t.published.days) > 0:
		return "the text does not say what it counts from, or too far back to be sure of"
	case t.Anchor == AnchorNone:
		return "the publication date is not known, so there is nothing to count from"
	}
	if t.event != nil && t.Anchor == AnchorPrevious {
		return "counted from " + anchor + ", the day that the text gives the " + t.event.noun
	}
	if t.dayFrom != 0 {
		return t.dayReason(anchor)
	}
	if t.follows {
		return "the first one after " + anchor + ", where the range begins"
	}
	if t.retold {
		return t.retoldWhy(anchor)
	}
	switch t.op {
	case opWeekday:
		if t.lone {
			return "day " + pad(t.dom, 1) + " of the month that brings it nearest to " + anchor + ", on the side that the words round it point to"
		}
		if t.dom > 0 {
			return t.numberReason(anchor)
		}
		return t.weekdayWhy(anchor)
	case opYearless:
		return t.yearWhy(anchor)
	case opNamed:
		if t.When.Empty() {
			return t.Named.Label + " is not computed: " + t.Named.Source
		}
		if t.modified || t.ofYear {
			return t.Named.Label + " counted from " + anchor + " (almanac " + t.Named.Key + ")"
		}
		return t.Named.Label + t.namedSide() + anchor + " (almanac " + t.Named.Key + ")"
	case opPresent:
		return "the time of writing: " + anchor
	case opQuarter:
		if !t.ofYear && (!t.When.Closed() || t.When.From.Day() <= t.AnchorAt.LastDay()) { // else the end of one begun
			return "the latest one begun by " + anchor
		}
	}
	if !t.Sure {
		return "counted from " + anchor + "; the days do not agree on one answer, so all are taken"
	}
	return "counted from " + anchor
}

// weekdayWhy says why a weekday is the day that it is: by what chose it. Where the
// days of an anchor chose it for different reasons, none is told.
func (t *Time) weekdayWhy(anchor string) string {
	if !t.AnchorAt.Closed() {
		return "counted from " + anchor
	}
	_, why := t.weekdayChosen(t.AnchorAt.From.Day(), nil)
	for d := t.AnchorAt.From.Day(); d <= t.AnchorAt.LastDay(); d++ {
		if _, other := t.weekdayChosen(d, nil); other != why {
			why = weekdaySaid
		}
	}
	name := weekdayName(t.Weekday)
	switch why {
	case weekdayLatest:
		return "the latest " + name + " up to " + anchor + t.otherWeekday(7)
	case weekdayNext:
		return "the next " + name + " from " + anchor + ", because the words round it point ahead" + t.otherWeekday(7)
	case weekdayLocal:
		return "the " + name + " after " + anchor + ": six days back would be last " + name + ", and at " + t.published.local + ", where the dateline stands, the day may be ahead" + t.otherWeekday(-7)
	case weekdayTomorrow:
		return "the " + name + " after " + anchor + ": six days back would be last " + name + ", and no past tense governs it"
	}
	return "counted from " + anchor
}

// yearWhy says why a month, or month and day, has its year: by what chose it. The
// days of an anchor may have chosen it for different reasons.
func (t *Time) yearWhy(anchor string) string {
	if t.AnchorAt.Closed() && !t.When.Empty() {
		_, why := t.yearFrom(t.AnchorAt.From.Day())
		if _, last := t.yearFrom(t.AnchorAt.LastDay()); last != why {
			why = yearSaid
		}
		switch why {
		case yearLast:
			return "no year is said; the last one up to " + anchor + ", as the words round it speak of the past"
		case yearNext:
			return "no year is said; the next one from " + anchor + ", because the words round it point ahead"
		case yearNearest:
			return "no year is said; the one nearest to " + anchor + t.otherYear()
		case yearOfWeekday:
			return "no year is said; one near " + anchor + ", in which it is a " + weekdayName(t.Weekday)
		case yearAgreed:
			return "no year is said; the one in which the weekdays told beside it are right"
		}
	}
	return "counted from " + anchor
}

// retoldWhy says why t has its place in an account: what nearest to publication
// would be is the other reading.
func (t *Time) retoldWhy(anchor string) string {
	near, other := t.Reading, ""
	if days := t.published.Days(); len(days) == 1 {
		if iv, _ := near.on(days[0], &Options{}); iv.Closed() && iv != t.When {
			other = "; the other reading is " + iv.Label()
		}
	}
	if t.op == opWeekday {
		return "the first " + weekdayName(t.Weekday) + " after " + anchor + ", to which the story has come" + other
	}
	return "no year is said; that of " + anchor + ", which the story tells before it" + other
}

// otherYear names the alternative on the other side of the anchor, for a month or
// month and day in the nearest year, unless its weekday rules that out.
func (t *Time) otherYear() string {
	y, _, _ := t.When.From.Day().Civil()
	step := -1
	if t.When.From.Day() <= t.AnchorAt.From.Day() {
		step = 1
	}
	if !t.Sure || !t.inYears(y+step) || t.Weekday >= 0 && int(t.firstIn(y+step).Weekday()) != t.Weekday {
		return ""
	}
	iv, _ := t.absolute(y + step)
	return "; the other reading is " + iv.Label()
}

// namedSide says on which side of its anchor a named day was looked for.
func (t *Time) namedSide() string {
	if !t.AnchorAt.Closed() || !t.Sure {
		return " nearest to "
	}
	near, ok := t.Named.Nearest(t.AnchorAt.From.Day())
	switch day := t.When.From.Day(); {
	case !ok || day == near:
		return " nearest to "
	case day < near:
		return ", the last one up to "
	}
	return ", the next one from "
}

// numberReason says of a weekday and a day of the month how the month was chosen,
// and where no near month has both, that the weekday is another.
func (t *Time) numberReason(anchor string) string {
	if t.When.Empty() || int(t.When.From.Day().Weekday()) == t.Weekday {
		return "the " + t.Text + " nearest to " + anchor
	}
	return "day " + pad(t.dom, 1) + " of the month nearest to " + anchor + ", though it is no " + weekdayName(t.Weekday)
}

// otherWeekday names the alternative that the direction left out.
func (t *Time) otherWeekday(days Day) string {
	d, ok := t.When.Single()
	if !ok {
		return ""
	}
	if t.future {
		days = -days
	}
	return "; the other reading is " + shortDay(d+days)
}

func weekdayName(w int) string {
	return [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}[w%7]
}

func (t *Time) anchorPhrase() string {
	switch t.Anchor {
	case AnchorPublication:
		p := "publication, " + t.AnchorAt.Label()
		if t.published != nil && t.published.Source == SourceInferred || t.published != nil && t.published.Source == SourceLinked {
			p = "publication, inferred as " + t.AnchorAt.Label()
		}
		return p
	case AnchorPrevious:
		return "“" + t.Previous + "” (" + t.AnchorAt.Label() + ")"
	case AnchorQuote:
		return "“" + t.Previous + "” (" + t.AnchorAt.Label() + "), when it was said"
	case AnchorCaption:
		return "the caption's date, " + t.AnchorAt.Label()
	}
	return ""
}
