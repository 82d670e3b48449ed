package drift

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// A title is what a document calls a person: an office, a trade, a part.
type title struct {
	page     *page.Page
	sentence int
	name     []string
	span     text.Span // of the title without the name
	keys     []string  // of its content words
	noun     string    // what the person is, as written
	head     string    // the key of the noun that says what the person is
	known    bool      // the noun is on the list of titles
	former   bool
	lesser   bool // the deputy head is not the head
	acted    bool // told by what the person does: who leads the council
}

// maxTitle is how many words a title has at most.
const maxTitle = 9

// titlesOf returns the titles that stand beside names: "Director Anna Smith",
// "Anna Smith, the director of the museum,", "the director, Anna Smith,".
func titlesOf(names []*value) []title {
	var out []title
	for _, v := range names {
		d, i := v.passage.Page, v.passage.Sentence
		s := &d.Parsed[i]
		for _, r := range [...][2]int{behind(s, v.to), beforeComma(s, v.from), joinedBefore(d, i, v.from)} {
			if t, ok := titleAt(d, i, r, v); ok {
				v.person = true
				out = append(out, t)
			}
		}
	}
	return out
}

// behind returns the words of an apposition behind a name: up to the next comma.
func behind(s *page.Sentence, k int) [2]int {
	if k >= len(s.Words) || !s.Words[k].Comma {
		return [2]int{}
	}
	end := k + 1
	for end < len(s.Words) && !s.Words[end].Comma && s.Words[end].Joined {
		end++
	}
	return [2]int{k, end}
}

// beforeComma returns the words between the comma before a name and the one before
// that, or the beginning of the sentence.
func beforeComma(s *page.Sentence, k int) [2]int {
	for k > 0 && s.Words[k].Joined && honorific(s.Words[k-1].Text) {
		k-- // the head of the clinic, Dr Anna Smith
	}
	if k == 0 || !s.Words[k].Comma {
		return [2]int{}
	}
	from := k - 1
	for from > 0 && !s.Words[from].Comma && s.Words[from].Joined {
		from--
	}
	return [2]int{from, k}
}

func honorific(w string) bool {
	role, ok := lexicon.Roles().Lookup(strings.ToLower(w))
	return ok && role.Kind == lexicon.Honorific
}

// joinedBefore returns the words of the noun group before a name, with that before
// "of" or "for".
func joinedBefore(d *page.Page, sentence, k int) [2]int {
	s := &d.Parsed[sentence]
	from := k
	for from > 0 && k-from < maxTitle && s.Words[from].Joined && titleWord(d, s.Words[from-1]) {
		from--
	}
	return [2]int{from, k}
}

// titleWord reports whether a word may be part of a title before a name.
func titleWord(d *page.Page, w text.Word) bool {
	lower := strings.ToLower(w.Text)
	if en.Is(lower, en.TitleJoint) {
		return true
	}
	return !lexicon.FunctionWord(lower) && !lexicon.ClosedWord(lower) && align.Key(w.Text) != ""
}

func titleAt(d *page.Page, sentence int, r [2]int, v *value) (title, bool) {
	s := &d.Parsed[sentence]
	if r[1] <= r[0] || r[1]-r[0] > maxTitle+3 {
		return title{}, false
	}
	if r[1] == v.from && en.Is(strings.ToLower(s.Words[r[1]-1].Text), en.OfWhat) {
		return title{}, false // a spokesman for Anna Smith
	}
	if en.Is(strings.ToLower(s.Words[r[0]].Text), en.Governs) || namesPerson(d.NamesOf(sentence), r) {
		return title{}, false // with stars, Anna Smith; Anna Smith, the envoy Bob Jones, Carla Roth
	}
	t := title{page: d, sentence: sentence, name: v.name, span: page.SpanOf(s.Words, r[0], r[1])}
	if r[1]-r[0] > 2 && en.Is(strings.ToLower(s.Words[r[0]].Text), en.ClauseOpener) {
		return t.doing(s, r)
	}
	heads := 0 // words since the head
	head := r[0]
	for k := r[0]; k < r[1]; k++ {
		lower := strings.ToLower(s.Words[k].Text)
		t.former = t.former || lexicon.FormerWord(lower)
		t.lesser = t.lesser || en.Is(lower, en.Lesser)
		if en.Is(lower, en.ClauseOpener) {
			break
		}
		if lemma := lexicon.Lemma(lower); lemma != lower && says(lemma) {
			return title{}, false
		}
		if role, n := longestTitle(s.Words[k:r[1]]); n > 0 && role.Kind == lexicon.Honorific {
			continue
		} else if n > 0 && heads < 2 && !s.Words[k+n-1].Possessive {
			t.noun, t.head, t.known, heads, head = lower, align.Key(lastWord(role.Canonical)), true, 1-n, k
		} else if heads < 2 && personNoun(lower) && !s.Words[k].Possessive {
			t.noun, t.head, heads, head = lower, align.Key(lower), 0, k // head teacher
		}
		if t.head != "" {
			heads++
		}
		if heads == 2 && r[1] == v.from && !en.Is(lower, en.OfWhat) {
			return t, false // the president's handling of Anna Smith
		}
		if key := align.Key(s.Words[k].Text); key != "" {
			t.keys = append(t.keys, key)
		}
	}
	t.span.Start = s.Words[opening(s, r[0], head)].Span.Start
	return t, t.head != "" && len(t.keys) <= maxTitle
}

// opening returns the word at which the noun group of a head begins: its article or
// possessive, or from where there is none.
func opening(s *page.Sentence, from, head int) int {
	for k := head; k > from; k-- {
		if w := strings.ToLower(s.Words[k-1].Text); en.Is(w, en.Article) || en.Is(w, en.Possessive) {
			return k - 1
		}
	}
	return from
}

// doing reads a title from what a relative clause says that somebody does, where those who
// do it have one: who leads the council, who edits the paper.
func (t title) doing(s *page.Sentence, r [2]int) (title, bool) {
	verb := strings.ToLower(s.Words[r[0]+1].Text)
	noun, ok := doer(lexicon.Lemma(verb))
	if !ok || lexicon.Lemma(verb) == verb {
		return title{}, false
	}
	t.noun, t.head, t.known, t.acted = noun, align.Key(noun), true, true
	for _, w := range s.Words[r[0]+2 : r[1]] {
		if key := align.Key(w.Text); key != "" {
			t.keys = append(t.keys, key)
		}
	}
	t.keys = append(t.keys, t.head)
	return t, len(t.keys) > 1 && len(t.keys) <= maxTitle
}

// doer returns the title of those who do what a verb says, if the lists of titles have one.
func doer(verb string) (string, bool) {
	for _, ending := range agentForms {
		if role, ok := lexicon.Roles().Lookup(verb + ending); ok && role.Kind != lexicon.Honorific {
			return lastWord(role.Canonical), true
		}
		if ending != "" && lexicon.PersonWord(verb+ending) {
			return verb + ending, true
		}
	}
	return "", false
}

// agentForms make of a verb those who do it: lead and leader, edit and editor, head.
var agentForms = [...]string{"er", "r", "or", "man", ""}

// namesPerson reports whether words have the name of a person in them: it is theirs that
// is told, or that of the next in a list.
func namesPerson(names []page.Name, r [2]int) bool {
	return slices.ContainsFunc(names, func(n page.Name) bool {
		return n.Kind == page.NamePerson && r[0] <= n.Words[0] && n.Words[1] <= r[1] && n.Words[1]-n.Words[0] > 1
	})
}

func says(lemma string) bool {
	_, ok := lexicon.SayingOf(lemma)
	return ok
}

// personNoun reports whether a noun is made from what a person does or is.
func personNoun(lower string) bool {
	if lexicon.PersonWord(lower) {
		return true
	}
	return len(lower) > 4 && slices.ContainsFunc(agentEndings[:], func(e string) bool { return strings.HasSuffix(lower, e) })
}

var agentEndings = [...]string{"er", "or", "ist", "man", "woman", "eer"}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func longestTitle(words []text.Word) (lexicon.Role, int) {
	var list []string
	for _, w := range words[:min(len(words), lexicon.Roles().MaxWords())] {
		list = append(list, strings.ToLower(w.Text))
	}
	return lexicon.Roles().Longest(list)
}

// compareTitles lays each title of the draft beside those that the sources give to
// the same person.
func (c *comparison) compareTitles() {
	for _, t := range titlesOf(c.own[kindName].all) {
		if c.draft.InQuotation(t.span.Start) {
			continue
		}
		if slot, ok := c.besideTitle(&t); ok {
			c.slots[t.sentence] = append(c.slots[t.sentence], slot)
		}
	}
}

// besideTitle finds the title of the same person that shares words, else the first
// one.
func (c *comparison) besideTitle(t *title) (fact.Slot, bool) {
	var best *title
	same, traced, another := false, false, false
	for i := range c.roles {
		o := &c.roles[i]
		if !samePerson(t.name, o.name) {
			alike := o.head == t.head && o.lesser == t.lesser
			traced = traced || alike && (!t.acted || t.shares(o))
			another = another || alike && t.known && t.shares(o) && !t.oneOfMany()
			continue
		}
		shares := (o.head == t.head || t.shares(o)) && o.lesser == t.lesser
		if best == nil || shares && !same || !same && (o.complete() && !best.complete() || o.known && !best.known && o.complete() == best.complete()) {
			best, same = o, same || shares
		}
	}
	if another && best != nil && best.head != t.head {
		same = false // the leader of the county council is another than the county's engineer
	}
	if best == nil || !traced && (t.acted || best.acted) {
		return fact.Slot{}, false // what somebody does is seldom all that they are
	}
	slot := fact.Slot{Kind: "role", At: place(c.draft, t.span), Source: place(best.page, best.span), Same: same || t.former != best.former,
		Stated: traced, Context: .2, Published: publishedOf(best.page)}
	switch {
	case traced && best.known:
		slot.Context = 1
	case traced:
		slot.Context = .8
	case t.official() && best.official() && (t.known || best.known) && t.complete() && best.complete():
		slot.Context = .6
	case t.known && best.known:
		slot.Context = .5
	case t.known:
		slot.Context = .4
	}
	slot.Text, slot.SourceText = slot.At.Text, slot.Source.Text
	slot.Summary = fmt.Sprintf("“%s” here, “%s” in the source", slot.Text, slot.SourceText)
	return slot, true
}

// shares reports whether two titles are of one thing: the harbour of the harbour master
// and of the head of the harbour.
func (t *title) shares(o *title) bool {
	return slices.ContainsFunc(o.keys, func(k string) bool { return k != o.head && k != t.head && slices.Contains(t.keys, k) })
}

// oneOfMany reports whether a title is one that others have beside its bearer: a teacher
// of the school.
func (t *title) oneOfMany() bool {
	word, _, _ := strings.Cut(t.span.In(t.page.Article.Flow()), " ")
	return en.Is(strings.ToLower(word), en.IndefiniteArticle)
}

// official reports whether what a title calls a person is a title or a word for persons,
// and not only ends like one.
func (t *title) official() bool { return t.known || lexicon.PersonWord(t.noun) }

// complete reports whether a title says of what it is.
func (t *title) complete() bool {
	return slices.ContainsFunc(t.keys, func(k string) bool { return k != t.head })
}

func samePerson(a, b []string) bool {
	if last(a) != last(b) {
		return false
	}
	return len(a) == 1 || len(b) == 1 || a[0] == b[0]
}
