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

// outcomeSentences is how many sentences, the headline included, tell how it came out.
const outcomeSentences = 3

// takeValues reads the typed values of a report.
func (c *core) takeValues() {
	d := c.page
	c.figures = figuresOf(d, c.lead)
	c.capitals = map[string]bool{}
	c.news.terms, c.news.names = map[string]text.Span{}, map[string]text.Span{}
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
		if told <= 2 {
			kinds := kindsTold(d, i)
			c.news.told = c.news.told.With(&kinds)
		}
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
		if n.Kind == page.NamePlace && !n.Demonym && n.Place != nil && (n.Place.Kind == lexicon.City || n.Place.Kind == lexicon.Capital) && c.locates(i, n.Span) {
			add(n.Canonical, n.Span)
		}
	}
	for _, x := range claims.In(c.page, i) {
		if x.Class == claims.Event && x.Place != nil && x.Place.Name != "" && x.Place.Kind != page.NamePerson {
			add(x.Place.Name, x.Place.Span)
		}
		if p := venue(c.page, x); p.Len() > 0 {
			add(p.In(c.page.Article.Flow()), p)
		}
	}
}

// locates reports whether the name of a place in sentence i says where something is: in
// or at it, or in a dateline. A capital may else stand for its government.
func (c *core) locates(i int, at text.Span) bool {
	s := &c.page.Parsed[i]
	k := page.WordAt(s.Words, at.Start)
	return s.Zone == article.Dateline || k > 0 && en.Is(strings.ToLower(s.Words[k-1].Text), en.AtOncePreposition)
}

// venue returns the name behind “in” of an event noun, whether or not it is known to be
// of a place: a summit in Bukora. It is empty if there is none.
func venue(d *page.Page, x *claims.Claim) text.Span {
	if !x.Noun || x.Place != nil || !en.Classes(x.Lemma).Meets(&eventKinds) {
		return text.Span{}
	}
	for k := range x.Participants {
		p := &x.Participants[k]
		if first := p.Head.In(d.Article.Flow()); p.Role == claims.Other && p.Name == "" && en.Is(p.Preposition, en.In) && unicode.IsUpper([]rune(first)[0]) {
			return p.Head
		}
	}
	return text.Span{}
}

// names reports whether the report names one of the places.
func (c *core) names(places []where) bool {
	return slices.ContainsFunc(places, func(p where) bool {
		return !slices.ContainsFunc(p.words, func(w string) bool { return !c.capitals[w] })
	})
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
