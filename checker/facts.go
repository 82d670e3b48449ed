package checker

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/relations/tellings"
	"factcheck/internal/text"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// articleFact returns the document as rules see it.
func articleFact(d *page.Page) *fact.Article {
	p := d.Published
	a := &fact.Article{
		ID: d.Article.ID, File: d.Article.File, Title: d.Article.Meta.Title, At: d.TopPlace(),
		Published: page.Interval(p.When, ""), PublishedSource: string(p.Source), PublishedExplanation: p.Explanation,
		Dated: len(p.Days()) > 0, Outlet: d.Article.Meta.Outlet, Story: d.Article.Meta.Story, Words: wordCount(d),
	}
	if updated := d.Article.Meta.Updated; updated != nil {
		a.Updated = page.Day(timeline.DayOf(updated.Time))
	}
	if p.Clock >= 0 {
		a.PublishedClock = page.Number(p.Clock)
	}
	a.Text = a.At.Text
	if a.Title == "" {
		a.Title = headline(d)
	}
	for i := range d.Times {
		t := &d.Times[i]
		if !isRelative(t) || t.FromEvent() || t.Zone == article.Furniture || t.Zone == article.Caption || t.Zone == article.Stamp {
			continue
		}
		a.RelativeTimes++
		if a.FirstRelative == nil {
			a.FirstRelative = claims.Times(d)[i]
		}
	}
	a.Lead = tellings.Lead(d)
	addEvidence(d, a)
	a.Dateline = dateline(d)
	a.Furniture = furniture(d)
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

// headingMarks open a headline in Markdown and are no part of it.
const headingMarks = "#"

func headline(d *page.Page) string {
	for _, s := range d.Sentences {
		if s.Zone == article.Headline {
			return strings.TrimSpace(strings.TrimLeft(s.Span.In(d.Article.Flow()), headingMarks))
		}
	}
	return ""
}

func addEvidence(d *page.Page, a *fact.Article) {
	var stated []timeline.Interval
	for _, c := range d.Published.Evidence {
		if c.Kind != timeline.CluePublished {
			continue
		}
		e := fact.Evidence{Source: string(c.Source), When: page.Interval(c.When, "day"), Explanation: c.Explanation}
		if c.Span.Len() > 0 {
			e.At = d.PlaceOf(c.Span)
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
//
// Where the format of a file tells apart what is no part of the story, as in a
// saved page, it is nobody's slip.
func furniture(d *page.Page) *fact.Furniture {
	if d.Article.Told {
		return nil
	}
	var f *fact.Furniture
	at := -1
	for i := range d.Times {
		t := &d.Times[i]
		if t.Zone != article.Furniture || !isRelative(t) || inName(d, t) {
			continue
		}
		if f == nil {
			at = furnitureStart(d, t.Span)
			f = &fact.Furniture{At: d.PlaceOf(firstLine(d, d.Article.Zones[at].Span))}
			f.Text = f.At.Text
		}
		if !t.BareWeekday() && t.Named == nil && len(f.Times) < maxFurnitureTimes {
			f.Times = append(f.Times, *times.Fact(d, t))
		}
	}
	if f == nil {
		return nil
	}
	if len(f.Times) == 0 {
		for i := range d.Times {
			if t := &d.Times[i]; t.Zone == article.Furniture && isRelative(t) && !inName(d, t) && len(f.Times) < maxFurnitureTimes {
				f.Times = append(f.Times, *times.Fact(d, t))
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

// inName reports whether a time goes on with the name of something: a capital in
// mid-line, right behind another one, as in the name of a paper.
func inName(d *page.Page, t *timeline.Time) bool {
	capital := func(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }
	head := d.Article.Flow()[max(0, t.Span.Start-longestWord):t.Span.Start]
	before := head[strings.LastIndexAny(strings.TrimRight(head, " "), " \n")+1:]
	return t.Weekday < 0 && capital(t.Text) && strings.HasSuffix(before, " ") && capital(before)
}

// longestWord is how many bytes a word before a time is looked for in.
const longestWord = 24

// furnitureStart returns the index of the first zone of the run of furniture
// that holds s.
func furnitureStart(d *page.Page, s text.Span) int {
	zones := d.Article.Zones
	i := slices.IndexFunc(zones, func(z article.Zone) bool { return z.Span.Overlaps(s) })
	for i > 0 && zones[i-1].Kind == article.Furniture && !isBlank(zones[i-1].Span.In(d.Article.Flow())) { // a comment is none
		i--
	}
	return i
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func firstLine(d *page.Page, s text.Span) text.Span {
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

// conflictFacts returns the sets of statements that cannot all hold. Two statements of the publication date are
// told apart by the article's evidence, and a date and its own weekday by the
// time.
func conflictFacts(d *page.Page) []*fact.Conflict {
	var out []*fact.Conflict
	for _, set := range append(slices.Clone(d.Published.Conflicts), d.Contradictions()...) {
		if c := conflictFact(d, set); conflicts(c) {
			out = append(out, c)
		}
	}
	return out
}

// conflicts reports whether the statements of c stand in several places and are
// not all of the publication date.
func conflicts(c *fact.Conflict) bool {
	other := func(s fact.Statement) bool { return s.At != c.Statements[0].At }
	dates := func(s fact.Statement) bool { return s.Kind != string(timeline.CluePublished) }
	return slices.ContainsFunc(c.Statements, other) && slices.ContainsFunc(c.Statements, dates)
}

func conflictFact(d *page.Page, set []timeline.Clue) *fact.Conflict {
	last := set[len(set)-1]
	c := &fact.Conflict{At: d.PlaceOf(last.Span), Hard: true}
	if last.Span.Len() == 0 {
		c.At = d.TopPlace()
	}
	c.Text = c.At.Text
	var parts []string
	for _, k := range set {
		s := fact.Statement{Text: k.Text, At: d.PlaceOf(k.Span), When: page.Interval(k.When, ""), Explanation: k.Explanation, Kind: string(k.Kind), Hard: k.Hard}
		if k.Span.Len() == 0 {
			s.At = d.TopPlace()
		}
		c.Statements = append(c.Statements, s)
		c.Hard = c.Hard && k.Hard && k.Kind != timeline.ClueOccasion
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
	c.Fixes = conflictFixes(d, last)
	for _, a := range d.Published.Alternatives {
		if a.Explanation == last.Explanation {
			c.Alternative = fmt.Sprintf("taking “%s” as right, the article was written %s", last.Text, a.When.Label())
		}
	}
	return c
}

// conflictFixes offers the phrase that would be right for the event, counted
// from the publication date as the other statements have it.
func conflictFixes(d *page.Page, c timeline.Clue) []fact.Fix {
	days := d.Published.Days()
	if c.Kind != timeline.ClueTime || c.Entry == nil || len(days) == 0 || !c.When.Closed() {
		return nil
	}
	event := c.When.From.Day()
	date := event.Short()
	if !c.Relative {
		return []fact.Fix{{Message: c.Entry.Label + " was " + c.When.Label(), Replacement: date}}
	}
	fixes := []fact.Fix{{Message: "give the date", Replacement: "on " + date}}
	y, m, _ := days[0].Civil()
	ey, em, _ := event.Civil()
	if months := (y-ey)*12 + int(m-em); months == 1 {
		fixes = append([]fact.Fix{{Message: c.When.Label() + " was last month", Replacement: "last month"}}, fixes...)
	}
	return fixes
}
