package checker

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// placeOf returns the place of a span of the document.
func (d *document) placeOf(s text.Span) rules.Place {
	return rules.Place{Doc: d.Article.ID, File: d.Article.File, Span: s, Text: s.In(d.Article.Flow())}
}

// topPlace returns the document's first body sentence, else its headline, else
// its first sentence.
func (d *document) topPlace() rules.Place {
	best := text.Span{}
	for _, want := range []article.Kind{article.Body, article.Headline, 0} {
		for _, s := range d.Sentences {
			if s.Zone == want || want == 0 {
				return d.placeOf(s.Span)
			}
		}
	}
	return d.placeOf(best)
}

func day(d timeline.Day) *rules.Day {
	y, m, dom := d.Civil()
	out := rules.NewDay(y, m, dom)
	return &out
}

// interval turns an interval into the fact that rules see; nil when unknown.
func interval(iv timeline.Interval, grain string) *rules.Interval {
	if !iv.Known() {
		return nil
	}
	out := &rules.Interval{Grain: grain, Label: iv.Label()}
	if !iv.From.Open() {
		out.From = day(iv.From.Day())
	}
	if !iv.To.Open() {
		to := iv.To.Day()
		if iv.To != to.Start() {
			to++
		}
		out.To = day(to)
	}
	return out
}

func number(n int) *int64 {
	out := int64(n)
	return &out
}

func isoWeekday(w time.Weekday) int64 { return int64(w+6)%7 + 1 }

// timeFact returns a time expression as rules see it.
func (d *document) timeFact(t *timeline.Time) *rules.Time {
	f := &rules.Time{
		Text: t.Text, At: d.placeOf(t.Span), Type: t.Type.String(), Value: t.Value, Mod: string(t.Mod),
		When: interval(t.When, t.Grain.String()), Grain: t.Grain.String(), Anchor: string(t.Anchor),
		Direction: t.Direction().String(), Zone: t.Zone.String(), Explanation: t.Explain(),
		Explicit: !t.Relative, Valid: t.Problem == "", Problem: t.Problem,
		Relative: t.Relative && t.Type != timeline.DURATION && t.Type != timeline.SET,
	}
	if t.Weekday >= 0 && t.Type != timeline.SET {
		w := time.Weekday(t.Weekday)
		n := isoWeekday(w)
		f.Weekday, f.WeekdayName = &n, w.String()
	}
	if t.Beside.Len() > 0 {
		at := d.placeOf(t.Beside)
		f.Beside = &at
	}
	if only, ok := singleDay(t.When); ok {
		f.Date = day(only)
	}
	_, _, f.MonthDay = t.MonthDay()
	f.Deictic, f.BothOrders, f.Modified = t.Deictic(), t.BothOrders, t.Modified()
	f.Before, f.Quoted = d.wordBefore(t), d.inQuotation(t.Span.Start)
	f.HalfOpen, f.Restates, f.Joins = t.HalfOpen, t.Restates, t.Joins.String()
	if minute, ok := t.Clock(); ok {
		f.Clock = number(minute)
		if east, ok := t.UTCOffset(); ok {
			f.UTCOffset = number(east)
		}
	}
	f.Fixes = d.timeFixes(t)
	return f
}

// wordBefore returns the word before t in its sentence, in lower case.
func (d *document) wordBefore(t *timeline.Time) string {
	if t.Sentence < 0 {
		return ""
	}
	before := text.Span{Start: d.Sentences[t.Sentence].Span.Start, End: t.Span.Start}.In(d.Article.Flow())
	before = strings.TrimRight(before, " \t\r\n")
	cut := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	_, size := utf8.DecodeRuneInString(before[max(cut, 0):])
	if cut < 0 {
		size = 0
	}
	return strings.ToLower(before[max(cut, 0)+size:])
}

// singleDay returns the day in which iv lies, if it is one.
func singleDay(iv timeline.Interval) (timeline.Day, bool) {
	if !iv.Closed() || iv.From.Day() != iv.LastDay() {
		return 0, false
	}
	return iv.From.Day(), true
}

// timeFixes offers a way out for each side of a weekday that does not fit its
// date: the date's own weekday, or the nearest date with that weekday.
func (d *document) timeFixes(t *timeline.Time) []rules.Fix {
	if t.Problem != "" {
		return impossibleFixes(t)
	}
	on, ok := singleDay(t.When)
	if !ok || t.Weekday < 0 || t.BareWeekday() {
		return nil
	}
	said := time.Weekday(t.Weekday)
	if on.Weekday() == said {
		return nil
	}
	near := nearestWeekday(on, said)
	return []rules.Fix{
		{Message: fmt.Sprintf("%s was a %s", on, on.Weekday()), Replacement: d.otherWeekday(t, on.Weekday())},
		{Message: fmt.Sprintf("the nearest %s is %s", said, near.Long()), Replacement: d.otherDay(t, near)},
	}
}

// impossibleFixes offers the days round the end of a month for one that it has
// not, and the forms of an hour for one with a.m. or p.m. too many.
func impossibleFixes(t *timeline.Time) []rules.Fix {
	if t.OddMeridiem() {
		return []rules.Fix{{Message: "leave out a.m. or p.m., or write the hour of the 12-hour clock"}}
	}
	last, ok := t.LastOfMonth()
	if !ok {
		return nil
	}
	_, month, dom := last.Civil()
	_, next, _ := (last + 1).Civil()
	return []rules.Fix{
		{Message: fmt.Sprintf("the last day of %s is the %s", month, [...]string{28: "28th", 29: "29th", 30: "30th", 31: "31st"}[dom]), Replacement: t.WithDay(last)},
		{Message: fmt.Sprintf("the day after is 1 %s", next)},
	}
}

// otherWeekday returns the passage of t, or of t and the weekday beside it, with
// another weekday.
func (d *document) otherWeekday(t *timeline.Time, now time.Weekday) string {
	if t.Beside.Len() == 0 {
		return withWeekday(t.Text, now)
	}
	src := d.Article.Flow()
	return src[t.Beside.Start:t.WeekdayAt.Start] + withWeekday(t.WeekdayAt.In(src), now) + src[t.WeekdayAt.End:t.Beside.End]
}

// otherDay returns the passage of t, or of t and the weekday beside it, with
// another day; empty where the words cannot be rewritten so.
func (d *document) otherDay(t *timeline.Time, now timeline.Day) string {
	with := t.WithDay(now)
	if t.Beside.Len() == 0 || with == "" {
		return with
	}
	src := d.Article.Flow()
	return src[t.Beside.Start:t.Span.Start] + with + src[t.Span.End:t.Beside.End]
}

// nearestWeekday returns the day nearest to on that is a w, at most three days
// off.
func nearestWeekday(on timeline.Day, w time.Weekday) timeline.Day {
	back := timeline.Day(on.Weekday()-w+7) % 7
	if back > 3 {
		return on + 7 - back
	}
	return on - back
}

// weekdayOf returns the weekday that the words of t state; they must state one.
func weekdayOf(t *timeline.Time) time.Weekday { return time.Weekday(t.Weekday) }

// weekdayAge returns how many days before on the latest weekday of t lies, 0 to 6.
func weekdayAge(t *timeline.Time, on timeline.Day) int64 {
	return int64(on.Weekday()-weekdayOf(t)+7) % 7
}

// withWeekday swaps the weekday at the start of s, written in full or short, in
// the case of s.
func withWeekday(s string, now time.Weekday) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return ""
	}
	word, rest := s[:end], s[end:]
	if !strings.HasSuffix(strings.ToLower(word), "day") {
		rest = strings.TrimPrefix(rest, ".")
	}
	name := now.String()
	if word == strings.ToUpper(word) {
		name = strings.ToUpper(name)
	}
	return name + rest
}

// articleFact returns the document as rules see it.
func (d *document) articleFact() *rules.Article {
	p := d.Published
	a := &rules.Article{
		ID: d.Article.ID, File: d.Article.File, Title: d.Article.Meta.Title, At: d.topPlace(),
		Published: interval(p.When, ""), PublishedSource: string(p.Source), PublishedExplanation: p.Explanation,
		Dated: len(p.Days()) > 0, Outlet: d.Article.Meta.Outlet, Story: d.Article.Meta.Story, Words: d.wordCount(),
	}
	if updated := d.Article.Meta.Updated; updated != nil {
		a.Updated = day(timeline.DayOf(updated.Time))
	}
	if p.Clock >= 0 {
		a.PublishedClock = number(p.Clock)
	}
	a.Text = a.At.Text
	if a.Title == "" {
		a.Title = d.headline()
	}
	for i := range d.Times {
		t := &d.Times[i]
		if !isRelative(t) || t.Zone == article.Furniture || t.Zone == article.Caption || t.Zone == article.Stamp {
			continue
		}
		a.RelativeTimes++
		if a.FirstRelative == nil {
			a.FirstRelative = d.timeFact(t)
		}
	}
	a.Lead = d.lead()
	d.addEvidence(a)
	a.Furniture = d.furniture()
	return a
}

// isRelative reports whether a time can be resolved only from an anchor and is
// worth resolving: "now" and "recently" are not.
func isRelative(t *timeline.Time) bool {
	if !t.Relative || t.Type == timeline.DURATION || t.Type == timeline.SET {
		return false
	}
	switch t.Value {
	case "PRESENT_REF", "PAST_REF", "FUTURE_REF":
		return false
	}
	return true
}

func (d *document) headline() string {
	for _, s := range d.Sentences {
		if s.Zone == article.Headline {
			return s.Span.In(d.Article.Flow())
		}
	}
	return ""
}

func (d *document) addEvidence(a *rules.Article) {
	var stated []timeline.Interval
	for _, c := range d.Published.Evidence {
		if c.Kind != timeline.CluePublished {
			continue
		}
		e := rules.Evidence{Source: string(c.Source), When: interval(c.When, "day"), Explanation: c.Explanation}
		if c.Span.Len() > 0 {
			e.At = d.placeOf(c.Span)
		}
		a.Evidence = append(a.Evidence, e)
		stated = append(stated, c.When)
	}
	for i, x := range stated {
		for _, y := range stated[i+1:] {
			gap := int64(x.From.Day() - y.From.Day())
			a.AnchorGap = max(a.AnchorGap, gap, -gap)
		}
	}
}

// maxFurnitureTimes is how many dates of the furniture are shown.
const maxFurnitureTimes = 3

// furniture returns the run of furniture that holds relative times: its first
// line, and the times that count by calendar units, which belong to another
// date for certain.
func (d *document) furniture() *rules.Furniture {
	var f *rules.Furniture
	at := -1
	for i := range d.Times {
		t := &d.Times[i]
		if t.Zone != article.Furniture || !isRelative(t) {
			continue
		}
		if f == nil {
			at = d.furnitureStart(t.Span)
			f = &rules.Furniture{At: d.placeOf(d.firstLine(d.Article.Zones[at].Span))}
			f.Text = f.At.Text
		}
		if !t.BareWeekday() && t.Named == nil && len(f.Times) < maxFurnitureTimes {
			f.Times = append(f.Times, *d.timeFact(t))
		}
	}
	if f == nil {
		return nil
	}
	if len(f.Times) == 0 {
		for i := range d.Times {
			if t := &d.Times[i]; t.Zone == article.Furniture && isRelative(t) && len(f.Times) < maxFurnitureTimes {
				f.Times = append(f.Times, *d.timeFact(t))
			}
		}
	}
	for _, z := range d.Article.Zones[at:] {
		if z.Kind == article.Furniture {
			f.Lines += int64(countLines(z.Span.In(d.Article.Text)))
		}
	}
	return f
}

// furnitureStart returns the index of the first zone of the run of furniture
// that holds s.
func (d *document) furnitureStart(s text.Span) int {
	zones := d.Article.Zones
	i := slices.IndexFunc(zones, func(z article.Zone) bool { return z.Span.Overlaps(s) })
	for i > 0 && zones[i-1].Kind == article.Furniture && !isBlank(zones[i-1].Span.In(d.Article.Flow())) { // a comment is none
		i--
	}
	return i
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func (d *document) firstLine(s text.Span) text.Span {
	for i := s.Start; i < s.End; i++ {
		if c := d.Article.Text[i]; c == '\n' || c == '\r' {
			return text.Span{Start: s.Start, End: i}
		}
	}
	return s
}

func countLines(s string) int {
	n, blank := 0, true
	for i := range len(s) {
		if s[i] == '\n' {
			if !blank {
				n++
			}
			blank = true
		} else if s[i] != ' ' && s[i] != '\r' {
			blank = false
		}
	}
	if !blank {
		n++
	}
	return n
}

// conflictFacts returns the sets of statements that cannot all hold, none of
// which rests on a habit of news copy. Two statements of the publication date are
// told apart by the article's evidence, and a date and its own weekday by the
// time.
func (d *document) conflictFacts() []*rules.Conflict {
	var out []*rules.Conflict
	for _, set := range d.Published.Conflicts {
		if c := d.conflictFact(set); c.Hard && conflicts(c) {
			out = append(out, c)
		}
	}
	return out
}

// conflicts reports whether the statements of c stand in several places and are
// not all of the publication date.
func conflicts(c *rules.Conflict) bool {
	other := func(s rules.Statement) bool { return s.At != c.Statements[0].At }
	dates := func(s rules.Statement) bool { return s.Kind != string(timeline.CluePublished) }
	return slices.ContainsFunc(c.Statements, other) && slices.ContainsFunc(c.Statements, dates)
}

func (d *document) conflictFact(set []timeline.Clue) *rules.Conflict {
	last := set[len(set)-1]
	c := &rules.Conflict{At: d.placeOf(last.Span), Hard: true}
	if last.Span.Len() == 0 {
		c.At = d.topPlace()
	}
	c.Text = c.At.Text
	var parts []string
	for _, k := range set {
		s := rules.Statement{Text: k.Text, At: d.placeOf(k.Span), When: interval(k.When, ""), Explanation: k.Explanation, Kind: string(k.Kind), Hard: k.Hard}
		if k.Span.Len() == 0 {
			s.At = d.topPlace()
		}
		c.Statements = append(c.Statements, s)
		c.Hard = c.Hard && k.Hard
		if k.Entry != nil && !slices.Contains(c.Almanac, k.Entry.Label) {
			c.Almanac = append(c.Almanac, k.Entry.Label)
		}
		parts = append(parts, "“"+k.Text+"”: "+k.Explanation)
	}
	c.Summary = fmt.Sprintf("these %d statements cannot all be true: ", len(set))
	for i, p := range parts {
		if i > 0 {
			c.Summary += "; "
		}
		c.Summary += p
	}
	c.Fixes = d.conflictFixes(last)
	for _, a := range d.Published.Alternatives {
		if a.Explanation == last.Explanation {
			c.Alternative = fmt.Sprintf("taking “%s” as right, the article was written %s", last.Text, a.When.Label())
		}
	}
	return c
}

// conflictFixes offers the phrase that would be right for the event, counted
// from the publication date as the other statements have it.
func (d *document) conflictFixes(c timeline.Clue) []rules.Fix {
	days := d.Published.Days()
	if c.Kind != timeline.ClueTime || len(days) == 0 || !c.When.Closed() {
		return nil
	}
	event := c.When.From.Day()
	date := event.Short()
	if !c.Relative {
		return []rules.Fix{{Message: c.Entry.Label + " was " + c.When.Label(), Replacement: date}}
	}
	fixes := []rules.Fix{{Message: "give the date", Replacement: "on " + date}}
	y, m, _ := days[0].Civil()
	ey, em, _ := event.Civil()
	if months := (y-ey)*12 + int(m-em); months == 1 {
		fixes = append([]rules.Fix{{Message: c.When.Label() + " was last month", Replacement: "last month"}}, fixes...)
	}
	return fixes
}
