package spellings

import (
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

var nameKinds = map[page.NameKind]string{page.NamePerson: "person", page.NamePlace: "place", page.NameOrg: "organisation"}

// A nameList gathers the mentions of names.
type nameList struct {
	d     *page.Page
	byKey map[string]*fact.Name
	out   []*fact.Name
}

// Names returns the names of the document, each at its first mention and
// with its mentions counted. “Russian” is no mention of Russia. A word alone
// counts where its capital cannot come from its place in the sentence and it
// is not written without one elsewhere.
func Names(d *page.Page) []*fact.Name { return nameLayer.Of(d) }

var nameLayer = page.NewLayer(readNameFacts)

func readNameFacts(d *page.Page) []*fact.Name {
	l := nameList{d: d, byKey: map[string]*fact.Name{}}
	common := commonWords(d)
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if !page.InArticle(s.Zone) {
			continue
		}
		next := 0
		for _, n := range d.NamesOf(i) {
			l.lone(s, next, n.Words[0], common)
			next = n.Words[1]
			if n.Demonym || n.Kind == 0 && !page.Counted(s.Zone) {
				continue
			}
			kind := nameKinds[n.Kind]
			if kind == "" && actsAsPerson(d, s, n.Words[0], n.Words[1]) {
				kind = nameKinds[page.NamePerson]
			}
			l.add(s, n.Span, n.Canonical, kind)
		}
		l.lone(s, next, len(s.Words), common)
	}
	l.surnames()
	return l.out
}

// surnames gives people their surnames. A name of two words and more is a person's
// too if its last word alone is: "John Gibbons" beside "Mr Gibbons said".
func (l *nameList) surnames() {
	people := map[string]bool{}
	for _, f := range l.out {
		if f.Kind == nameKinds[page.NamePerson] && isInitials(f.Canonical) {
			f.Kind = nameKinds[page.NameOrg]
		}
		if f.Surname = surnameOf(f); f.Surname == f.Canonical {
			people[f.Surname] = true
		}
	}
	for _, f := range l.out {
		if f.Kind != "" {
			continue
		}
		if last := lastWord(f.Canonical); last != f.Canonical && people[last] {
			f.Kind, f.Surname = nameKinds[page.NamePerson], last
		}
	}
}

// isInitials reports whether a name is one word in capitals, as of a party or an
// agency.
func isInitials(name string) bool {
	return strings.ToUpper(name) == name && !strings.Contains(name, " ")
}

// surnameOf returns the surname of a person, empty for other names.
func surnameOf(f *fact.Name) string {
	if f.Kind != nameKinds[page.NamePerson] {
		return ""
	}
	return lastWord(f.Canonical)
}

// lastWord returns the last word of a name that is no suffix such as "Jr.".
func lastWord(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && en.Is(strings.ToLower(strings.TrimSuffix(words[len(words)-1], ".")), en.NameSuffix) {
		words = words[:len(words)-1]
	}
	return words[len(words)-1]
}

// add notes a mention.
func (l *nameList) add(s *page.Sentence, span text.Span, canonical, kind string) {
	f := l.byKey[canonical]
	if f == nil {
		f = &fact.Name{At: l.d.PlaceOf(span), Zone: s.Zone.String(), Canonical: canonical}
		f.Text = f.At.Text
		l.byKey[canonical] = f
		l.out = append(l.out, f)
	}
	f.Mentions++
	if f.Kind == "" {
		f.Kind = kind
	}
	if form := span.In(l.d.Article.Flow()); form != f.Text && !slices.Contains(f.Forms, form) {
		f.Forms = append(f.Forms, form)
	}
}

// lone notes the capitalised words that stand alone among words [from, to),
// between two names.
func (l *nameList) lone(s *page.Sentence, from, to int, common map[string]bool) {
	for k := max(from, 1); k < to; k++ {
		if isLone(s, k) && !common[s.Words[k].Text] {
			kind := ""
			if actsAsPerson(l.d, s, k, k+1) {
				kind = nameKinds[page.NamePerson]
			}
			l.add(s, s.Words[k].Span, s.Words[k].Text, kind)
		}
	}
}

// isLone reports whether word k is capitalised inside a sentence and stands
// alone, and no list says what it is.
func isLone(s *page.Sentence, k int) bool {
	w := s.Words[k]
	if k == 0 || !w.Capital || !page.Counted(s.Zone) || len(w.Text) < 3 || !w.Joined && !w.Comma || s.Words[k-1].Capital && w.Joined || page.TitleCase(s) {
		return false
	}
	if hyphen := strings.IndexByte(w.Text, '-'); hyphen >= 0 && hyphen+1 < len(w.Text) && 'a' <= w.Text[hyphen+1] && w.Text[hyphen+1] <= 'z' {
		return false // US-based
	}
	if lexicon.NotName(w.Text) || page.IsDemonymish(w) || lexicon.OrgWord(w.Text) {
		return false
	}
	if _, ok := lexicon.Roles().Lookup(strings.ToLower(w.Text)); ok {
		return false
	}
	return true
}

// commonWords returns the capitalised spelling of words that stand alone in
// capitals somewhere and without elsewhere: they are no names.
func commonWords(d *page.Page) map[string]bool {
	lone := map[string]string{}
	for i := range d.Parsed {
		s := &d.Parsed[i]
		for k := range s.Words {
			if isLone(s, k) {
				lone[strings.ToLower(s.Words[k].Text)] = s.Words[k].Text
			}
		}
	}
	out := map[string]bool{}
	if len(lone) == 0 {
		return out
	}
	for i := range d.Parsed {
		for _, w := range d.Parsed[i].Words {
			if !w.Capital {
				if upper, ok := lone[w.Text]; ok {
					out[upper] = true
				}
			}
		}
	}
	return out
}

// actsAsPerson reports whether the name in words [from, to) is somebody's: it
// does a verb of saying.
func actsAsPerson(d *page.Page, s *page.Sentence, from, to int) bool {
	if to-from > 3 || s.Words[to-1].Possessive || page.Governed(s, from) {
		return false // the Ministry of Trade said
	}
	if to < len(s.Words) && s.Words[to].Joined && page.PlainSaying(s.Words[to].Text) {
		return true
	}
	return from > 0 && s.Words[from].Joined && page.IsWord(s.Words, from-1, en.Said) && (to == len(s.Words) || !s.Words[to].Joined)
}
