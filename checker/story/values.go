package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if n.Kind == numbers.KindAge && capitalised(n.Of) {
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
				c.capitals[align.Fold(w.Text)] = c.capitals[align.Fold(w.Text)] || i <= c.lead
			}
		}
		if told <= outcomeSentences {
			c.takeDeeds(i)
			c.takeUndergoers(i)
			c.takePlaces(i)
		}
		c.takeTerms(i, told > 2)
		if told <= 2 {
			kinds := kindsTold(d, i)
			c.news.told = c.news.told.With(&kinds)
		}
	}
}

// takeFindings notes that a court found somebody guilty, or not: found him not guilty.
func (c *core) takeFindings(i int, x *claims.Claim) {
	words := c.page.Parsed[i].Words
	for k := page.WordAt(words, x.Trigger.End); k < len(words) && en.Is(x.Lemma, en.FindVerb); k++ {
		class := en.Classes(strings.ToLower(words[k].Text))
		guilty, innocent := class.Has(en.GuiltyWord), class.Has(en.InnocentWord)
		if !guilty && !innocent {
			continue
		}
		found := en.SetOf(en.ConvictVerb)
		if innocent || k > 0 && en.Is(strings.ToLower(words[k-1].Text), en.NotWord) {
			found = en.SetOf(en.AcquitVerb)
		}
		c.deeds = append(c.deeds, deed{&found, partner(x, claims.Subject), partner(x, claims.Object), text.Span{Start: x.Trigger.Start, End: words[k].Span.End}})
		return
	}
}

// takeDeeds notes what the claims of a sentence say that was done.
func (c *core) takeDeeds(i int) {
	for _, x := range claims.In(c.page, i) {
		if x.Noun || x.Negated || x.Modality != claims.Actual || x.Relative {
			continue
		}
		c.takeFindings(i, x)
		c.deeds = append(c.deeds, deed{en.Classes(x.Lemma), partner(x, claims.Subject), partner(x, claims.Object), x.Trigger})
	}
}

// An undergoer is who or what, by name, something is done to: arrested X, the purchase
// of X.
type undergoer struct {
	act  string // see claims.Claim.Act
	name string
	at   text.Span
}

// takeUndergoers notes to whom the claims of a sentence say that something was done, or
// is to be. Places are none: much else happens in them.
func (c *core) takeUndergoers(i int) {
	for _, x := range claims.In(c.page, i) {
		if x.Class != claims.Event || x.Negated || x.Light || x.Relative || x.Kind != "" && claims.InTouch(x.Kind) {
			continue
		}
		for k := range x.Participants {
			p := &x.Participants[k]
			if name := c.calledBy(p); name != "" && p.Kind != page.NamePlace && undergoes(x, p) {
				c.undergoers = append(c.undergoers, undergoer{x.Act, name, p.Span})
			}
		}
	}
}

// calledBy returns the name of a participant: one that is known, or its noun where that
// is written with a capital letter; "" for none.
func (c *core) calledBy(p *claims.Participant) string {
	if noun := p.Head.In(c.page.Article.Flow()); p.Name == "" && !p.Pronoun && capitalised(noun) && page.NameWord(c.page, noun) {
		return noun
	}
	return p.Name
}

// capitalised reports whether a word begins with a capital letter.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// undergoes reports whether what a claim tells is done to a participant.
func undergoes(x *claims.Claim, p *claims.Participant) bool {
	return p.Role == claims.Object || x.Noun && en.Is(p.Preposition, en.Owning)
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

// deed returns the first deed of a class, of anybody or of one subject, nil for none.
func (c *core) deed(class en.Class, subject string) *deed {
	for i := range c.deeds {
		if d := &c.deeds[i]; d.classes.Has(class) && (subject == "" || d.subject == subject) {
			return d
		}
	}
	return nil
}

// hasName reports whether the report has the last word of a name.
func (c *core) hasName(name string) bool { _, ok := c.capitals[lastName(name)]; return ok }

// leadNames reports whether the lead has it.
func (c *core) leadNames(name string) bool { return c.capitals[lastName(name)] }

// nameAt returns where the last word of a name stands first, empty for nowhere.
func (c *core) nameAt(name string) text.Span {
	last := lastName(name)
	for i := range c.page.Parsed {
		for _, w := range c.page.Parsed[i].Words {
			if w.Capital && align.Fold(w.Text) == last {
				return w.Span
			}
		}
	}
	return text.Span{}
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
		if p.Role == claims.Other && p.Name == "" && en.Is(p.Preposition, en.In) && capitalised(p.Head.In(d.Article.Flow())) {
			return p.Head
		}
	}
	return text.Span{}
}

// names reports whether the report names one of the places.
func (c *core) names(places []where) bool {
	return slices.ContainsFunc(places, func(p where) bool {
		return !slices.ContainsFunc(p.words, func(w string) bool { return !c.hasName(w) })
	})
}

// contentOf returns the content words of a sentence that are no names or numbers.
func contentOf(d *page.Page, i int) []align.Term {
	var out []align.Term
	for _, t := range align.Terms(d, i) {
		if w := d.Parsed[i].Words[t.Word]; t.Key[0] > '9' && (!w.Capital || t.Word == 0 && !page.NameWord(d, w.Text)) {
			out = append(out, t)
		}
	}
	return out
}
