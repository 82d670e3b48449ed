package page

import (
	"sort"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// titles is what the titles before names tell of those who are named.
type titles struct {
	called map[string]string // by person: he or she
	other  map[string]bool   // the pronouns in called
	holder map[string]string // by title: who has it, "" where two do
}

var titleLayer = NewLayer(readTitles)

func readTitles(d *Page) *titles {
	t := &titles{called: map[string]string{}, other: map[string]bool{}, holder: map[string]string{}}
	for i := range d.Parsed {
		s := &d.Parsed[i]
		for k := range s.Names {
			if n := &s.Names[k]; n.Kind == NamePerson && n.Words[0] > 0 {
				t.read(s.Words, n)
			}
		}
	}
	return t
}

// read notes what stands right before name n.
func (t *titles) read(words []text.Word, n *Name) {
	at := n.Words[0]
	if pronoun, ok := lexicon.PronounOf(text.Lower(words[at-1].Text)); ok {
		t.called[n.Canonical] = pronoun
		t.other[pronoun] = true
	}
	for from := max(0, at-lexicon.Roles().MaxWords()); from < at; from++ {
		role, ok := RoleAmong(words, from, at)
		if !ok || words[at-1].Possessive {
			continue
		}
		if !IsWord(words, from-1, en.Former) {
			learn(t.holder, role.Canonical, n.Canonical)
			if last, ok := RoleAmong(words, at-1, at); ok && from < at-1 {
				learn(t.holder, last.Canonical, n.Canonical) // the defence minister is the minister
			}
		}
		return
	}
}

// fits reports whether a person can be called by the pronoun.
func (t *titles) fits(person, pronoun string) bool {
	p, ok := t.called[person]
	return !ok || p == pronoun
}

// whoReach is how many sentences back a person can be named whom a pronoun or a
// title means.
const whoReach = 3

// Who returns the canonical name of the person whom "he" or "she", word k of sentence
// i, means: the only one whom the pronoun fits among those named before it in its
// sentence, or in the last one that names any, or who is said to have spoken there
// (speaker, "" for nobody; nil where that is not known). It is "" where that could be
// two people, or the name of a thing.
func (d *Page) Who(i, k int, speaker func(sentence int) string) string {
	word := text.Lower(d.Parsed[i].Words[k].Text)
	if !en.Is(word, en.SingleSubject) {
		return ""
	}
	t := titleLayer.Of(d)
	who, n := d.personsBefore(t, i, k, word)
	for s := i - 1; n == 0 && s >= max(0, i-whoReach) && d.Parsed[s].Zone == article.Body; s-- {
		if speaker != nil {
			if who = speaker(s); who != "" {
				n = 1
				break
			}
		}
		if who, n = d.personsBefore(t, s, len(d.Parsed[s].Words), word); n == 0 && d.another(s, word) {
			return ""
		}
	}
	if n != 1 || !t.fits(who, word) || t.called[who] == "" && t.other[word] {
		return ""
	}
	return who
}

// another reports whether sentence i can tell of somebody whom it does not name: its
// first word is not the pronoun, and it opens with "a" or has a noun for a person.
func (d *Page) another(i int, pronoun string) bool {
	words := d.Parsed[i].Words
	switch {
	case len(words) > 0 && text.Lower(words[0].Text) == pronoun:
		return false
	case IsWord(words, 0, en.IndefiniteArticle):
		return true
	}
	for k := range words {
		if k+1 < len(words) && words[k+1].Capital && words[k+1].Joined {
			continue // Senator Dana Holt
		}
		w := text.Lower(words[k].Text)
		if _, role := lexicon.Roles().Lookup(w); role || lexicon.PersonWord(w) {
			return true
		}
	}
	return false
}

// maxPersons is how many names before a pronoun are looked at.
const maxPersons = 32

// personsBefore returns the last person named before word limit of sentence i,
// outside quotations, whom the pronoun fits and no preposition governs in the sentence
// of the pronoun or in one with another person, and counts how many they are: two where
// a name may be that of something.
func (d *Page) personsBefore(t *titles, i, limit int, pronoun string) (who string, n int) {
	s, names := &d.Parsed[i], d.NamesOf(i)
	end := sort.Search(len(names), func(k int) bool { return names[k].Words[1] > limit })
	for k := max(0, end-maxPersons); k < end; k++ {
		x := &names[k]
		if x.Kind != NamePerson && x.Kind != 0 || x.Canonical == who || !t.fits(x.Canonical, pronoun) || d.InQuotation(x.Span.Start) {
			continue
		}
		if Governed(s, x.Words[0]) && (limit < len(s.Words) || d.another(i, pronoun)) {
			continue
		}
		who = x.Canonical
		n++
		if x.Kind == 0 {
			return "", 2
		}
	}
	return who, n
}

// Meant returns the canonical name of the person whom the pronoun or title at span in
// sentence i means, see Who and Holder; "" where neither tells.
func (d *Page) Meant(i int, span text.Span) string {
	words := d.Parsed[i].Words
	from := WordAt(words, span.Start)
	to := WordAt(words, span.End)
	if to == from+1 {
		return d.Who(i, from, nil)
	}
	return d.Holder(i, from, to)
}

// Holder returns the canonical name of the person whom words [from, to) of sentence i
// mean by a title with "the": the minister, the prime minister. It is "" where the text
// gives the title to nobody, to two, or names the holder in none of the sentences right
// before.
func (d *Page) Holder(i, from, to int) string {
	words := d.Parsed[i].Words
	if to-from < 2 || !IsWord(words, from, en.The) {
		return ""
	}
	role, ok := RoleAmong(words, from+1, to)
	if !ok {
		return ""
	}
	who := titleLayer.Of(d).holder[role.Canonical]
	for s := i; who != "" && s >= max(0, i-whoReach); s-- {
		for _, n := range d.NamesOf(s) {
			if n.Canonical == who && (s < i || n.Words[1] <= from) {
				return who
			}
		}
	}
	return ""
}
