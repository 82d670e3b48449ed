package story

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
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
	said      bool           // the day hangs on a verb of saying, or on one of what is to come
	aftermath text.Span      // a word of what comes after an event; empty if there is none
	another   text.Span      // a word that tells the event from an earlier one
	ordinals  []ordinal      // places in a sequence that the first sentences name
	published timeline.Interval
	words     int

	lead       int             // the last sentence that tells what the news is
	clues      clues           // when it happened, in a report without a day
	figures    []figure        // of the report
	ages       []age           // of its persons
	deeds      []deed          // that the lead tells
	places     []where         // that the lead names
	undergoers []undergoer     // to whom something is done, by the lead
	capitals   map[string]bool // the capitalised words of the report, folded, and whether its lead has them
	news       news            // what the lead tells
	past       []lookBack      // sentences that tell of what was earlier
}

// An ordinal is the place in a sequence of what a noun names: the third round.
type ordinal struct {
	n    float64
	noun string // its key
	lead bool   // the first sentences name it
	past bool   // it is of what was earlier
	span text.Span

	sentence int
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
		told++
		c.takeOrdinals(i, told < coreSentences)
		if told > coreSentences {
			continue
		}
		c.lead = i
		for k, w := range s.Words {
			lower := strings.ToLower(w.Text)
			if c.aftermath.Len() == 0 && en.Is(lower, en.Aftermath) {
				c.aftermath = w.Span
			}
			if next := k + 1; c.another.Len() == 0 && en.Is(lower, en.Another) &&
				(next == len(s.Words) || !en.Is(lexicon.Lemma(strings.ToLower(s.Words[next].Text)), en.Continued)) { // no second week
				c.another = w.Span
			}
		}
		c.takeDays(i)
	}
	c.takeValues()
	for k := range c.ordinals {
		o := &c.ordinals[k]
		s := c.page.Parsed[o.sentence].Span
		o.past = c.hadHappened(o.sentence) || slices.ContainsFunc(c.past, func(l lookBack) bool { return s.Contains(l.at) && !l.at.Overlaps(o.span) })
	}
	c.takeClues()
	return c
}

const (
	ordinalReach = 3  // within how many words the noun of an ordinal stands
	maxOrdinals  = 64 // from which on no further sentence is asked for ordinals
)

// takeOrdinals notes "the third such cut", "second-quarter profit" and "game three".
func (c *core) takeOrdinals(i int, lead bool) {
	if len(c.ordinals) > maxOrdinals {
		return
	}
	before := len(c.ordinals)
	words := c.page.Parsed[i].Words
	for k, w := range words {
		lower := strings.ToLower(w.Text)
		if en.Is(lower, en.RoundNoun) && k+1 < len(words) && words[k+1].Joined {
			c.takeNumbered(words, k)
		}
		first, rest, _ := strings.Cut(lower, "-")
		n, ok := lexicon.OrdinalOf(first)
		switch {
		case !ok:
		case rest != "":
			c.addOrdinal(n, rest, w.Span)
		default:
			c.takeOrdinal(words, k, n)
		}
	}
	for k := range c.ordinals[before:] {
		c.ordinals[before+k].lead, c.ordinals[before+k].sentence = lead, i
	}
}

// takeOrdinal notes what the ordinal at word k counts; first is said of anything, so
// that its noun is the next word.
func (c *core) takeOrdinal(words []text.Word, k int, n float64) {
	reach := ordinalReach
	if n == 1 {
		reach = 1
	}
	for j := k + 1; j < len(words) && j <= k+reach && words[j].Joined; j++ {
		c.addOrdinal(n, words[j].Text, page.SpanOf(words, k, j+1))
	}
}

// takeNumbered notes the number behind the noun at word k.
func (c *core) takeNumbered(words []text.Word, k int) {
	next := strings.ToLower(words[k+1].Text)
	if n, err := strconv.Atoi(next); err == nil {
		c.addOrdinal(float64(n), words[k].Text, page.SpanOf(words, k, k+2))
	} else if n, ok := lexicon.NumeralOf(next); ok && n.Value == math.Trunc(n.Value) {
		c.addOrdinal(n.Value, words[k].Text, page.SpanOf(words, k, k+2))
	}
}

func (c *core) addOrdinal(n float64, noun string, at text.Span) {
	if key := align.Key(noun); key != "" && goesOnce(lexicon.Lemma(strings.ToLower(noun))) {
		c.ordinals = append(c.ordinals, ordinal{n: n, noun: key, span: at})
	}
}

// goesOnce reports whether a noun is of what happens once more, another event each time.
func goesOnce(noun string) bool {
	c := en.Classes(noun)
	return !c.Has(en.Continued) && (c.HasAny(en.EventNoun, en.Sequel) || c.Has(en.EventEnding) && !c.Has(en.ThingNoun))
}

// otherOrdinals returns the places in one sequence that two reports give to what they
// report, nil if they give none or the same. Leads are compared with leads; what only
// the body of one names counts where no more is said of the other anywhere.
func otherOrdinals(a, b *core) (x, y *ordinal) {
	for i := range a.ordinals {
		x := &a.ordinals[i]
		for j := range b.ordinals {
			y := &b.ordinals[j]
			if x.noun != y.noun || x.n == y.n || x.past || y.past || !x.lead && !y.lead {
				continue
			}
			if both := x.lead && y.lead; !a.counts(y, both) && !b.counts(x, both) {
				return x, y
			}
		}
	}
	return nil, nil
}

// counts reports whether the report, or only its lead, names the same place in the
// same sequence.
func (c *core) counts(x *ordinal, lead bool) bool {
	return slices.ContainsFunc(c.ordinals, func(y ordinal) bool { return x.noun == y.noun && x.n == y.n && (y.lead || !lead) })
}

// takeDays looks for the day of the event among the times of a sentence: the first
// that hangs on a verb of what was done, else the first at all.
func (c *core) takeDays(i int) {
	for _, t := range c.page.TimesIn[i] {
		if !c.fresh(t) || c.page.InQuotation(t.Span.Start) {
			continue
		}
		says := false
		s := c.page.Syntax(i)
		if g, ok := s.Governor(t.Span); ok {
			_, says = lexicon.SayingOf(s.Lemma(g.Head))
			says = says || g.Tense == syntax.Future || g.Modality == syntax.Would
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

// tells reports whether any time of the document means the day, or one with no more days
// between than within.
func (c *core) tells(day timeline.Interval, within int) *timeline.Time {
	for i := range c.page.Times {
		t := &c.page.Times[i]
		if t.Zone == article.Furniture || t.Zone == article.Dateline || !t.When.Closed() || t.Type == timeline.DURATION || t.Type == timeline.SET {
			continue
		}
		if n := t.When.LastDay() - t.When.From.Day(); n < 10 && t.When.Gap(day) <= within {
			return t
		}
	}
	return nil
}
