package story

import (
	"strings"
	"time"

	"factcheck/internal/article"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A profile holds the typed values of a report that tell one event of a kind
// from another: who, how old, when, the score, how much money. A value keeps
// the first place where it stands.
type profile struct {
	names  map[string]text.Span // names of two words and more
	values map[attribute]map[string]text.Span
	dates  []*timeline.Time // single days in title and lead
	words  int
}

// An attribute is a kind of typed value.
type attribute string

// The attributes, in the order in which conflicts are told.
const (
	attrAge     attribute = "age"
	attrDate    attribute = "date"
	attrWeekday attribute = "weekday"
	attrMonth   attribute = "month and day"
	attrScore   attribute = "score"
	attrMoney   attribute = "amount of money"
	attrCity    attribute = "place"
)

var attributes = []attribute{attrAge, attrWeekday, attrMonth, attrScore, attrMoney, attrCity}

// profileLead is how many sentences of the body, after the title, tell of the
// event itself; what follows may be background on an earlier like event.
const profileLead = 6

// profileOf reads a document's profile.
func profileOf(d *page.Page) *profile {
	p := &profile{names: map[string]text.Span{}, values: map[attribute]map[string]text.Span{}}
	for _, a := range attributes {
		p.values[a] = map[string]text.Span{}
	}
	body := 0
	for i := range d.Parsed {
		s := &d.Parsed[i]
		switch s.Zone {
		case article.Headline, article.Deck, article.Dateline:
		case article.Body:
			body++
		default:
			continue
		}
		p.words += len(s.Words)
		lead := body <= profileLead
		p.addNames(s, lead)
		p.addNumbers(d.Article.Flow(), s, lead)
		if lead {
			p.addTimes(d.TimesIn[i])
		}
	}
	return p
}

func (p *profile) note(a attribute, value string, at text.Span) {
	if _, ok := p.values[a][value]; !ok {
		p.values[a][value] = at
	}
}

func (p *profile) addNames(s *page.Sentence, lead bool) {
	for _, n := range s.Names {
		switch {
		case n.Kind != page.NamePlace && strings.Contains(n.Canonical, " "):
			if _, ok := p.names[n.Canonical]; !ok {
				p.names[n.Canonical] = n.Span
			}
		case lead && n.Kind == page.NamePlace && !n.Demonym && n.Place.Kind == "city":
			p.note(attrCity, n.Canonical, n.Span)
		}
	}
	for _, span := range s.Unknown {
		if _, ok := p.names[span.Canonical]; !ok {
			p.names[span.Canonical] = span.Span
		}
	}
}

// addNumbers finds ages ("15-year-old", "aged 15", "Smith, 15,"), scores and
// sums of money.
func (p *profile) addNumbers(src string, s *page.Sentence, lead bool) {
	for i, w := range s.Words {
		lower := strings.ToLower(w.Text)
		switch {
		case strings.HasSuffix(lower, "-year-old"):
			p.noteAge(strings.TrimSuffix(lower, "-year-old"), w.Span)
		case !digits(w.Text):
			if lead && isScore(w.Text) {
				p.note(attrScore, w.Text, w.Span)
			}
		case i > 0 && strings.EqualFold(s.Words[i-1].Text, "aged"):
			p.noteAge(w.Text, w.Span)
		case i > 0 && w.Comma && s.Words[i-1].Capital && commaAfter(src, w.Span.End) && !monthWord(s.Words[i-1].Text):
			p.noteAge(w.Text, w.Span)
		case i+2 < len(s.Words) && s.Words[i+1].Text == "years" && s.Words[i+2].Text == "old":
			p.noteAge(w.Text, w.Span)
		case lead && w.Span.Start > 0 && src[w.Span.Start-1] == '$':
			p.note(attrMoney, amount(src, s.Words, i), w.Span)
		}
	}
}

// noteAge notes an age of 1 to 110 years.
func (p *profile) noteAge(n string, at text.Span) {
	if digits(n) && len(n) <= 3 && n[0] != '0' && (len(n) < 3 || n <= "110") {
		p.note(attrAge, n, at)
	}
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func isScore(s string) bool {
	a, b, ok := strings.Cut(s, "-")
	return ok && digits(a) && digits(b) && len(a) <= 3 && len(b) <= 3 && a+b != "911"
}

func commaAfter(src string, i int) bool {
	return i < len(src) && (src[i] == ',' || src[i] == '.' || src[i] == ';')
}

func monthWord(w string) bool {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(m.String(), w) && len(w) >= 3 || w == "Sept" {
			return true
		}
	}
	return false
}

// amount writes a sum of money with its thousands and its million or billion.
func amount(src string, words []text.Word, i int) string {
	from, end := words[i].Span.Start, words[i].Span.End
	for i+1 < len(words) && digits(words[i+1].Text) && words[i+1].Span.Start == end+1 {
		i++
		end = words[i].Span.End
	}
	v := src[from:end]
	if i+1 < len(words) {
		if m := strings.ToLower(words[i+1].Text); m == "million" || m == "billion" || m == "trillion" {
			v += " " + m
		}
	}
	return v
}

func (p *profile) addTimes(times []*timeline.Time) {
	for _, t := range times {
		if t.Type != timeline.DATE && t.Type != timeline.TIME || t.Problem != "" || t.LoneClock() {
			continue
		}
		if t.Weekday >= 0 && !t.Modified() {
			p.note(attrWeekday, time.Weekday(t.Weekday).String(), t.Span)
		}
		if m, dom, ok := t.MonthDay(); ok {
			p.note(attrMonth, m.String()+" "+string(rune('0'+dom/10))+string(rune('0'+dom%10)), t.Span)
		}
		if _, ok := page.SingleDay(t.When); ok && t.Sure {
			p.dates = append(p.dates, t)
		}
	}
}
