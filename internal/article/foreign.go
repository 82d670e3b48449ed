package article

import (
	"fmt"
	"strings"

	"factcheck/internal/isolate"
	"factcheck/internal/language"
	"factcheck/internal/parallel"
	"factcheck/internal/text"
)

// A Foreign is a part of an article, of whole paragraphs, that is not English.
// Flow has blanks in its place, and its zone is furniture, so that nothing is
// read in it.
type Foreign struct {
	Span text.Span
	language.Guess
}

// String returns "looks German (96 %)", as findings and problems say it.
func (f *Foreign) String() string { return looks(f.Guess) }

func looks(g language.Guess) string { return fmt.Sprintf("looks %s (%d %%)", g.Language, g.Percent) }

// English returns the articles that are English, with their parts in other
// languages left out (see [Article.Foreign]), and a *multierror.Error of *Error
// that names the others. A defect costs the article, and is listed there as an
// *isolate.Defect.
func English(articles []*Article) ([]*Article, error) {
	found := make([]*Error, len(articles))
	lost := make([]*isolate.Defect, len(articles))
	parallel.Each(len(articles), func(i int) {
		a := articles[i]
		work := isolate.Work{Stage: isolate.StageRead, Doc: a.ID, File: a.File}
		lost[i] = isolate.Do(work, func() { found[i] = a.leaveOutForeign() })
	})
	var wrong problems
	kept := make([]*Article, 0, len(articles))
	for i, a := range articles {
		switch {
		case lost[i] != nil:
			wrong.add(lost[i])
		case found[i] != nil:
			wrong.add(found[i])
		default:
			kept = append(kept, a)
		}
	}
	return kept, wrong.err()
}

// leaveOutForeign returns a problem if the article is not English. Of one that
// is, it leaves out the parts that are not.
func (a *Article) leaveOutForeign() *Error {
	flow := a.Flow()
	c := counting{flow: flow}
	for _, z := range a.Zones {
		if !z.Kind.speaks() {
			c.end()
			continue
		}
		for start := z.Span.Start; start < z.Span.End; {
			end := start + lineLength(flow[start:z.Span.End])
			c.line(text.Span{Start: start, End: end})
			start = end
		}
	}
	c.end()
	if g, foreign := c.all.Foreign(a.spoken); foreign {
		return &Error{File: a.File, Line: a.Line, Message: looks(g) + ": not checked", Hint: "--language en reads it as English"}
	}
	if len(c.parts) > 0 {
		a.Foreign = c.parts
		a.hideForeign()
	}
	return nil
}

// spoken returns the text of the zones that speak.
func (a *Article) spoken() string {
	var b strings.Builder
	for _, z := range a.Zones {
		if z.Kind.speaks() {
			b.WriteString(z.Span.In(a.Flow()) + "\n")
		}
	}
	return b.String()
}

// speaks reports whether the words of a zone are the story's.
func (k Kind) speaks() bool {
	return k == Headline || k == Deck || k == Caption || k == Body || k == Correction
}

// lineLength returns the length of the first line of s, its end included.
func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i + 1
	}
	return len(s)
}

// A counting goes through the lines of an article and gathers runs of lines
// that lean to one other language, short lines between them included.
type counting struct {
	flow  string
	all   language.Tally // of the article
	tally language.Tally // of the last line
	parts []Foreign

	run     text.Span      // empty: none
	leaning string         // the language of the run
	sum     language.Tally // of the run, up to its last line that leans
	since   language.Tally // of the lines behind that
}

func (c *counting) line(s text.Span) {
	if c.tally.Reset(s.In(c.flow)); c.tally.Empty() {
		return
	}
	c.all.Add(&c.tally)
	leaning := c.tally.Leans()
	switch {
	case leaning == "" && c.leaning != "":
		c.since.Add(&c.tally)
	case leaning == "":
	case leaning == language.English:
		c.end()
	case leaning == c.leaning:
		c.sum.Add(&c.since)
		c.sum.Add(&c.tally)
		c.since = language.Tally{}
		c.run.End = s.End
	default:
		c.end()
		c.leaning, c.run = leaning, s
		c.sum.Add(&c.tally)
	}
}

// end ends a run, and keeps it if it is surely in another language.
func (c *counting) end() {
	if c.leaning == "" {
		return
	}
	said := trimSpan(c.flow, c.run)
	if g, foreign := c.sum.Foreign(func() string { return said.In(c.flow) }); foreign {
		c.parts = append(c.parts, Foreign{said, g})
	}
	c.leaning = ""
	c.sum, c.since = language.Tally{}, language.Tally{}
}

func trimSpan(s string, at text.Span) text.Span {
	in := at.In(s)
	at.Start += len(in) - len(strings.TrimLeftFunc(in, isBlank))
	at.End -= len(in) - len(strings.TrimRightFunc(in, isBlank))
	return at
}

// hideForeign puts blanks in place of the foreign parts, and makes furniture of
// their zones.
func (a *Article) hideForeign() {
	flow := []byte(a.Flow())
	for _, f := range a.Foreign {
		for i := f.Span.Start; i < f.Span.End; i++ {
			if flow[i] != '\n' {
				flow[i] = ' '
			}
		}
	}
	zones := make([]Zone, 0, len(a.Zones)+2*len(a.Foreign))
	parts := a.Foreign
	for _, z := range a.Zones {
		for len(parts) > 0 && parts[0].Span.Overlaps(z.Span) {
			p := parts[0].Span
			zones = appendZone(zones, a.Text, z, text.Span{Start: z.Span.Start, End: max(p.Start, z.Span.Start)})
			hidden := Zone{Kind: Furniture, Why: parts[0].String()}
			zones = appendZone(zones, a.Text, hidden, text.Span{Start: max(p.Start, z.Span.Start), End: min(p.End, z.Span.End)})
			z.Span.Start = min(p.End, z.Span.End)
			if p.End > z.Span.End {
				break
			}
			parts = parts[1:]
		}
		zones = appendZone(zones, a.Text, z, z.Span)
	}
	a.Zones, a.flow = zones, string(flow)
}

// appendZone appends z with the span at, if that holds more than blanks.
func appendZone(zones []Zone, src string, z Zone, at text.Span) []Zone {
	if at = trimSpan(src, at); at.Len() > 0 {
		z.Span = at
		zones = append(zones, z)
	}
	return zones
}
