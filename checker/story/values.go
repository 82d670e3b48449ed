package story

import (
	"slices"
	"strings"
	"unicode"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// An age is the age that a report gives to somebody.
type age struct {
	of    string // the last word of the name, folded
	years float64
	at    text.Span
}

// A deed is what a verb of the lead says that somebody did.
type deed struct {
	classes         *en.Set
	subject, object string // name or noun, folded; "" for none
	at              text.Span
}

// A where is a place that the lead names.
type where struct {
	words []string // of its name, folded
	at    text.Span
}

// A lookBack is a sentence that tells of what was earlier than the news.
type lookBack struct {
	terms   []string // its content words
	figures []figure
	time    *timeline.Time // that sets it off: two years ago
}

// outcomeSentences is how many sentences, the headline included, tell how it came out.
const outcomeSentences = 3

// takeValues reads the typed values of a report.
func (c *core) takeValues() {
	d := c.page
	c.figures = figuresOf(d, c.lead)
	c.capitals, c.news = map[string]bool{}, map[string]text.Span{}
	for _, n := range numbers.Read(d) {
		if n.Kind == numbers.KindAge && n.Of != "" && unicode.IsUpper([]rune(n.Of)[0]) {
			c.ages = append(c.ages, age{align.Fold(n.Of[strings.LastIndexByte(n.Of, ' ')+1:]), n.Value, n.At.Span})
		}
	}
	told := 0
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if s.Zone == article.Dateline {
			c.takePlaces(i)
		}
		if !page.Counted(s.Zone) {
			continue
		}
		told++
		for _, w := range s.Words {
			if w.Capital {
				c.capitals[align.Fold(w.Text)] = true
			}
		}
		if told <= outcomeSentences {
			c.takeDeeds(i)
			c.takePlaces(i)
		}
		c.takeTerms(i, told > 2)
	}
}

// takeDeeds notes what the claims of a sentence say that was done.
func (c *core) takeDeeds(i int) {
	for _, x := range claims.In(c.page, i) {
		if x.Noun || x.Negated || x.Modality != claims.Actual || x.Relative {
			continue
		}
		c.deeds = append(c.deeds, deed{en.Classes(x.Lemma), partner(x, claims.Subject), partner(x, claims.Object), x.Trigger})
	}
}

// partner returns the first participant of a role, by name or else by noun.
func partner(x *claims.Claim, r claims.Role) string {
	for i := range x.Participants {
		if p := &x.Participants[i]; p.Role == r && !p.Pronoun {
			if p.Name != "" {
				return align.Fold(p.Name)
			}
			return align.Fold(p.Lemma)
		}
	}
	return ""
}

// deed returns the first deed of a class, nil for none.
func (c *core) deed(class en.Class) *deed {
	for i := range c.deeds {
		if c.deeds[i].classes.Has(class) {
			return &c.deeds[i]
		}
	}
	return nil
}

// takePlaces notes the settlements that a sentence names, and where its claims happen.
func (c *core) takePlaces(i int) {
	add := func(name string, at text.Span) {
		c.places = append(c.places, where{strings.Fields(align.Fold(name)), at})
	}
	for _, n := range c.page.Parsed[i].Names {
		if n.Kind == page.NamePlace && !n.Demonym && n.Place != nil && (n.Place.Kind == lexicon.City || n.Place.Kind == lexicon.Capital) {
			add(n.Canonical, n.Span)
		}
	}
	for _, x := range claims.In(c.page, i) {
		if x.Class == claims.Event && x.Place != nil && x.Place.Name != "" && x.Place.Kind != page.NamePerson {
			add(x.Place.Name, x.Place.Span)
		}
	}
}

// names reports whether the report names one of the places.
func (c *core) names(places []where) bool {
	return slices.ContainsFunc(places, func(p where) bool {
		return !slices.ContainsFunc(p.words, func(w string) bool { return !c.capitals[w] })
	})
}

// takeTerms notes the content words of a sentence: of what was earlier where it looks
// back, else of the news where it stands in the lead.
func (c *core) takeTerms(i int, mayLookBack bool) {
	if t := c.looksBack(i); mayLookBack && t != nil {
		l := lookBack{time: t}
		for _, word := range contentOf(c.page, i) {
			l.terms = append(l.terms, word.Key)
		}
		for k := range c.figures {
			f := &c.figures[k]
			if c.page.Parsed[i].Span.Contains(f.at) {
				f.past = true
				l.figures = append(l.figures, *f)
			}
		}
		c.past = append(c.past, l)
		return
	}
	if i <= c.lead {
		for _, t := range contentOf(c.page, i) {
			if _, ok := c.news[t.Key]; !ok {
				c.news[t.Key] = c.page.Parsed[i].Words[t.Word].Span
			}
		}
	}
}

// contentOf returns the content words of a sentence that are no names or numbers.
func contentOf(d *page.Page, i int) []align.Term {
	var out []align.Term
	for _, t := range align.Terms(d, i) {
		if t.Key[0] > '9' && !d.Parsed[i].Words[t.Word].Capital {
			out = append(out, t)
		}
	}
	return out
}

// remoteDays is how many days before publication what is told is no part of the news.
const remoteDays = 20

// looksBack returns the time that sets what a sentence tells off from the news: long
// before publication, or where that is not known some months or years ago.
func (c *core) looksBack(i int) *timeline.Time {
	if !c.published.Known() {
		for _, t := range c.page.TimesIn[i] {
			if t.Type == timeline.DATE && t.When.Empty() && t.Grain >= timeline.GrainMonth && countedBack(t.Text) {
				return t
			}
		}
		return nil
	}
	for _, x := range claims.In(c.page, i) {
		if t := x.Time; t != nil && x.Class == claims.Event && x.Bound == "" && x.Modality == claims.Actual && t.Problem == "" &&
			t.When.Closed() && t.When.LastDay() < c.published.From.Day()-remoteDays {
			return t
		}
	}
	return nil
}

// countedBack reports whether a time is counted back by its words: two years ago.
func countedBack(words string) bool {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return en.Is(strings.ToLower(last), en.Back)
}

// minRecalled is how many content words of the other's news a sentence that looks back
// must have, which its own news has not.
const minRecalled = 3

// tellsEarlier returns where s tells the news of o as a thing of the past, and what of
// that news it tells.
func (s *sheet) tellsEarlier(o *sheet) (here, there text.Span) {
	if s.aftermath.Len() > 0 && o.aftermath.Len() == 0 {
		return here, there
	}
	for i := range s.past {
		p := &s.past[i]
		if !o.mayBe(p.time) {
			continue
		}
		for k := range p.figures {
			if f := o.recent(&p.figures[k]); f != nil {
				return p.time.Span, f.at
			}
		}
		n := 0
		for _, t := range p.terms {
			if at, ok := o.news[t]; ok && s.news[t].Len() == 0 {
				n, there = n+1, at
			}
		}
		if n >= minRecalled {
			return p.time.Span, there
		}
	}
	return text.Span{}, text.Span{}
}

// mayBe reports whether what is told of a time may be the news of the report.
func (c *core) mayBe(t *timeline.Time) bool {
	return !c.published.Known() || !t.When.Closed() || t.When.Gap(c.published) <= freshDays
}

// recent returns the figure of the news that may be f, nil for none.
func (c *core) recent(f *figure) *figure {
	for i := range c.figures {
		if g := &c.figures[i]; g.lead && !g.past && f.meets(g) && (f.noun == g.noun || f.telling) {
			return g
		}
	}
	return nil
}
