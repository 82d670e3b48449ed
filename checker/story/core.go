package story

import (
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// coreSentences is how many sentences, headline and deck included, tell what the news
// is.
const coreSentences = 4

// A core is the event that a document reports, as far as its headline and first
// sentences date it.
type core struct {
	page      *page.Page
	day       *timeline.Time // on which it happened; nil if nothing dates it
	said      bool           // the day hangs on a verb of saying
	aftermath text.Span      // a word of what comes after an event; empty if there is none
	another   text.Span      // a word that tells the event from an earlier one
	ordinals  []ordinal      // places in a sequence that the first sentences name
	published timeline.Interval
	words     int
}

// An ordinal is the place in a sequence of what a noun names: the third round.
type ordinal struct {
	n    float64
	noun string // its key
	span text.Span
}

// freshDays is within how many days of publication the day of the news lies.
const freshDays = 8

// coreOf reads the core event of a document.
func coreOf(d *page.Page) *core {
	c := &core{page: d, published: d.Published.When}
	told := 0
	for i := range d.Parsed {
		s := &d.Parsed[i]
		switch s.Zone {
		case article.Headline, article.Deck, article.Body:
		default:
			continue
		}
		c.words += len(s.Words)
		if told++; told > coreSentences {
			continue
		}
		for _, w := range s.Words {
			lower := strings.ToLower(w.Text)
			if c.aftermath.Len() == 0 && en.Is(lower, en.Aftermath) {
				c.aftermath = w.Span
			}
			if c.another.Len() == 0 && en.Is(lower, en.Another) {
				c.another = w.Span
			}
		}
		c.takeDays(i)
		if told < coreSentences {
			c.takeOrdinals(i)
		}
	}
	return c
}

// ordinalReach is within how many words the noun of an ordinal stands.
const ordinalReach = 3

// takeOrdinals notes "the third such cut" and "second-quarter profit".
func (c *core) takeOrdinals(i int) {
	words := c.page.Parsed[i].Words
	for k, w := range words {
		first, rest, _ := strings.Cut(strings.ToLower(w.Text), "-")
		n, ok := lexicon.OrdinalOf(first)
		if !ok || n == 1 {
			continue
		}
		if rest != "" {
			c.ordinals = append(c.ordinals, ordinal{n, align.Key(rest), w.Span})
			continue
		}
		for j := k + 1; j < len(words) && j <= k+ordinalReach && words[j].Joined; j++ {
			if key := align.Key(words[j].Text); key != "" {
				c.ordinals = append(c.ordinals, ordinal{n, key, page.SpanOf(words, k, j+1)})
			}
		}
	}
}

// takeDays looks for the day of the event among the times of a sentence: the first
// that hangs on a verb of doing, else the first at all.
func (c *core) takeDays(i int) {
	for _, t := range c.page.TimesIn[i] {
		if !c.fresh(t) || c.page.InQuotation(t.Span.Start) {
			continue
		}
		says := false
		s := c.page.Syntax(i)
		if g, ok := s.Governor(t.Span); ok {
			_, says = lexicon.SayingOf(s.Lemma(g.Head))
		}
		if c.day == nil || c.said && !says {
			c.day, c.said = t, says
		}
	}
}

// fresh reports whether a time is one day before publication, or the next day.
func (c *core) fresh(t *timeline.Time) bool {
	if t.Type != timeline.DATE && t.Type != timeline.TIME || t.Problem != "" || t.LoneClock() {
		return false
	}
	if _, ok := page.SingleDay(t.When); !ok {
		return false
	}
	return !c.published.Known() || t.When.Gap(c.published) <= freshDays && t.When.From.Day() <= c.published.LastDay()+ownDayGrow
}

// tells reports whether any time of the document means the day, a day of slack
// included.
func (c *core) tells(day timeline.Interval) *timeline.Time {
	for i := range c.page.Times {
		t := &c.page.Times[i]
		if t.Zone == article.Furniture || t.Zone == article.Dateline || !t.When.Closed() || t.Type == timeline.DURATION || t.Type == timeline.SET {
			continue
		}
		if n := t.When.LastDay() - t.When.From.Day(); n < 10 && t.When.Gap(day) <= slack {
			return t
		}
	}
	return nil
}
