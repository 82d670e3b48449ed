package checker

import (
	"slices"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
)

var nameKinds = map[nameKind]string{namePerson: "person", namePlace: "place", nameOrg: "organisation"}

// A nameList gathers the mentions of names.
type nameList struct {
	d     *document
	byKey map[string]*rules.Name
	out   []*rules.Name
}

// nameFacts returns the names of the document, each at its first mention and
// with its mentions counted. “Russian” is no mention of Russia. A word alone
// counts where its capital cannot come from its place in the sentence and it
// is not written without one elsewhere.
func (d *document) nameFacts() []*rules.Name { return nameLayer.of(d) }

var nameLayer = layered((*document).readNameFacts)

func (d *document) readNameFacts() []*rules.Name {
	l := nameList{d: d, byKey: map[string]*rules.Name{}}
	common := d.commonWords()
	for i := range d.sentences {
		s := &d.sentences[i]
		if !inArticle(s.Zone) {
			continue
		}
		next := 0
		for _, n := range d.namesOf(i) {
			l.lone(s, next, n.words[0], common)
			next = n.words[1]
			if n.demonym || n.kind == 0 && !counted(s.Zone) {
				continue
			}
			kind := nameKinds[n.kind]
			if kind == "" && d.actsAsPerson(s, n.words[0], n.words[1]) {
				kind = nameKinds[namePerson]
			}
			l.add(s, n.span, n.canonical, kind)
		}
		l.lone(s, next, len(s.words), common)
	}
	return l.out
}

// add notes a mention.
func (l *nameList) add(s *sentence, span text.Span, canonical, kind string) {
	f := l.byKey[canonical]
	if f == nil {
		f = &rules.Name{At: l.d.placeOf(span), Zone: s.Zone.String(), Canonical: canonical}
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
func (l *nameList) lone(s *sentence, from, to int, common map[string]bool) {
	for k := max(from, 1); k < to; k++ {
		if isLone(s, k) && !common[s.words[k].Text] {
			kind := ""
			if l.d.actsAsPerson(s, k, k+1) {
				kind = nameKinds[namePerson]
			}
			l.add(s, s.words[k].Span, s.words[k].Text, kind)
		}
	}
}

// isLone reports whether word k is capitalised inside a sentence and stands
// alone, and no list says what it is.
func isLone(s *sentence, k int) bool {
	w := s.words[k]
	if k == 0 || !w.Capital || !counted(s.Zone) || len(w.Text) < 3 || !w.Joined && !w.Comma || s.words[k-1].Capital && w.Joined || titleCase(s) {
		return false
	}
	if hyphen := strings.IndexByte(w.Text, '-'); hyphen >= 0 && hyphen+1 < len(w.Text) && 'a' <= w.Text[hyphen+1] && w.Text[hyphen+1] <= 'z' {
		return false // US-based
	}
	if lexicon.NotName(w.Text) || isDemonymish(w) || lexicon.OrgWord(w.Text) {
		return false
	}
	if _, ok := lexicon.Roles().Lookup(strings.ToLower(w.Text)); ok {
		return false
	}
	return true
}

// titleCase reports whether most words of a sentence are capitalised, as in
// headlines.
func titleCase(s *sentence) bool {
	if len(s.words) > maxHeading {
		return false
	}
	n := 0
	for i := range s.words {
		if s.words[i].Capital {
			n++
		}
	}
	return 2*n > len(s.words)
}

// maxHeading is how many words a heading has at most.
const maxHeading = 25

// commonWords returns the capitalised spelling of words that stand alone in
// capitals somewhere and without elsewhere: they are no names.
func (d *document) commonWords() map[string]bool {
	lone := map[string]string{}
	for i := range d.sentences {
		s := &d.sentences[i]
		for k := range s.words {
			if isLone(s, k) {
				lone[strings.ToLower(s.words[k].Text)] = s.words[k].Text
			}
		}
	}
	out := map[string]bool{}
	if len(lone) == 0 {
		return out
	}
	for i := range d.sentences {
		for _, w := range d.sentences[i].words {
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
func (d *document) actsAsPerson(s *sentence, from, to int) bool {
	if to-from > 3 || s.words[to-1].Possessive || governed(s, from) {
		return false // the Ministry of Trade said
	}
	if to < len(s.words) && s.words[to].Joined && plainSaying(s.words[to].Text) {
		return true
	}
	return from > 0 && s.words[from].Joined && s.words[from-1].Text == "said" && (to == len(s.words) || !s.words[to].Joined)
}

func plainSaying(w string) bool {
	switch w {
	case "said", "says", "told", "added", "recalled", "insisted", "replied", "argued", "explained":
		return true
	}
	return false
}
