package story

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims/events"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// FormSentence is the form of a merge that one sentence of a draft makes, see
// fact.Merge.Form.
const FormSentence = "sentence"

// detailWords is the length of a word sequence that counts as a detail taken
// from a source.
const detailWords = 5

// A detail is something that the sources tell of one occurrence only: a named
// day, a name, or a sequence of words.
type detail struct {
	doc  *page.Page
	span text.Span
}

// details holds what the documents of one occurrence tell, by what it is.
type details map[string]detail

// DraftMerges looks for sentences of a draft that draw details of one event
// from two: sources date calls, meetings or contacts of one pair of persons
// apart, and the draft tells of one.
func DraftMerges(draft *page.Page, sources []*page.Page, linked map[*page.Page][]Sharer) []*fact.Merge {
	var out []*fact.Merge
	seen := map[string]bool{}
	for _, h := range events.Contacts(draft) {
		key := strings.Join(h.Participants, "+")
		if seen[key] {
			continue
		}
		seen[key] = true
		groups := sourceEvents(h.Participants, sources, linked)
		if len(groups) < 2 {
			continue
		}
		if m := draftMerge(draft, h, groups); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// sourceEvents parts the sources' tellings of contacts between the
// participants into events that exclude each other.
func sourceEvents(participants []string, sources []*page.Page, linked map[*page.Page][]Sharer) [][]telling {
	var all []telling
	for _, d := range sources {
		for _, h := range events.Contacts(d) {
			if slices.Equal(h.Participants, participants) {
				all = append(all, telling{d, h})
				break
			}
		}
	}
	return split(all, linked)
}

// draftMerge reports the first sentence about the event that draws on two
// groups, or, if none does, the first whose details are of another group than
// those before it.
func draftMerge(draft *page.Page, h *events.Happening, groups [][]telling) *fact.Merge {
	known := distinct(groups, h.Participants)
	type use struct {
		sentence int
		group    int
		here     text.Span
		there    detail
	}
	var first *use
	for _, i := range tellingSentences(draft, h.Participants) {
		var uses []use
		for g, k := range known {
			for _, d := range detailsIn(draft, i) {
				if there, ok := k[d.key]; ok {
					uses = append(uses, use{i, g, d.span, there})
					break
				}
			}
		}
		switch {
		case len(uses) == 0:
			continue
		case len(uses) > 1:
			return newSentenceMerge(draft, h, i, groups[uses[0].group], groups[uses[1].group], []fact.Note{
				noteOf(draft, uses[0].here, uses[0].there, groups[uses[0].group]),
				noteOf(draft, uses[1].here, uses[1].there, groups[uses[1].group]),
			}, []fact.Place{draft.PlaceOf(uses[0].here), draft.PlaceOf(uses[1].here)})
		case first == nil:
			first = &uses[0]
		case first.group != uses[0].group:
			u := uses[0]
			return newSentenceMerge(draft, h, i, groups[first.group], groups[u.group], []fact.Note{
				noteOf(draft, first.here, first.there, groups[first.group]),
				noteOf(draft, u.here, u.there, groups[u.group]),
			}, []fact.Place{draft.PlaceOf(first.here), draft.PlaceOf(u.here)})
		}
	}
	return nil
}

// eventSentences returns the sentences that tell of contacts between the
// participants, in order.
func eventSentences(d *page.Page, participants []string) []int {
	var out []int
	for _, h := range events.Contacts(d) {
		if !slices.Equal(h.Participants, participants) {
			continue
		}
		for _, m := range h.Mentions {
			if !slices.Contains(out, m.Sentence) {
				out = append(out, m.Sentence)
			}
		}
	}
	slices.Sort(out)
	return out
}

// tellingSentences returns the sentences that tell of contacts between the
// participants or name both.
func tellingSentences(d *page.Page, participants []string) []int {
	out := eventSentences(d, participants)
	for i := range d.Parsed {
		if z := d.Parsed[i].Zone; z != article.Body && z != article.Deck || slices.Contains(out, i) {
			continue
		}
		all := true
		for _, p := range participants {
			all = all && slices.ContainsFunc(d.Parsed[i].Names, func(n page.Name) bool { return n.Canonical == p })
		}
		if all {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

type keyed struct {
	key  string
	span text.Span
}

// detailsIn returns what sentence i tells that can be found again in a source.
func detailsIn(d *page.Page, i int) []keyed {
	var out []keyed
	s := &d.Parsed[i]
	for _, t := range d.TimesIn[i] {
		if t.Named != nil {
			out = append(out, keyed{"day " + t.Named.Key, t.Span})
		}
	}
	for k, w := range s.Words {
		if w.Capital && (k > 0 || len(s.Words) == 1) && !lexicon.NotName(w.Text) {
			out = append(out, keyed{"name " + w.Text, w.Span})
		}
	}
	for k := 0; k+detailWords <= len(s.Words); k++ {
		if !tellingOf(d, i, k) {
			continue
		}
		var b strings.Builder
		b.WriteString("words")
		for _, w := range s.Words[k : k+detailWords] {
			b.WriteByte(' ')
			b.WriteString(strings.ToLower(w.Text))
		}
		out = append(out, keyed{b.String(), page.SpanOf(s.Words, k, k+detailWords)})
	}
	return out
}

// minContent is how many words of a sequence must carry content, so that a
// stock phrase ("the two leaders discussed the") is no detail.
const minContent = 3

// tellingOf reports whether the sequence at word k of sentence i holds enough
// words with content: no function words, triggers, titles, dates, or parts of
// the leaders' names.
func tellingOf(d *page.Page, i, k int) bool {
	n := 0
	for _, w := range d.Parsed[i].Words[k : k+detailWords] {
		if hasContent(d, i, w) {
			n++
		}
	}
	return n >= minContent
}

func hasContent(d *page.Page, i int, w text.Word) bool {
	lower := strings.ToLower(w.Text)
	if lexicon.FunctionWord(lower) || en.Is(lower, en.AnyMeeting) || len(d.Triggers.At([]string{lexicon.Lemma(lower)})) > 0 {
		return false
	}
	if _, ok := lexicon.Places().Demonym(w.Text); ok {
		return false
	}
	if titleWord(lower) {
		return false
	}
	if slices.ContainsFunc(d.TimesIn[i], func(t *timeline.Time) bool { return t.Span.Overlaps(w.Span) }) {
		return false
	}
	return !slices.ContainsFunc(events.Of(d).Leaders, func(l string) bool { return slices.Contains(strings.Fields(l), w.Text) })
}

// titleWord reports whether w is a title or opens one: "president", "prime".
func titleWord(w string) bool {
	if _, ok := lexicon.Roles().Lookup(w); ok {
		return true
	}
	_, n := lexicon.Roles().Longest([]string{w, "minister"})
	return n == 2
}

// distinct returns for each group the details of the sentences that tell of the
// event, as far as no other group tells them anywhere.
func distinct(groups [][]telling, participants []string) []details {
	out := make([]details, len(groups))
	anywhere := make([]map[string]bool, len(groups))
	for g, group := range groups {
		out[g], anywhere[g] = details{}, map[string]bool{}
		for _, t := range group {
			for i := range t.doc.Parsed {
				for _, d := range detailsIn(t.doc, i) {
					anywhere[g][d.key] = true
				}
			}
			for _, i := range tellingSentences(t.doc, participants) {
				for _, d := range detailsIn(t.doc, i) {
					if _, ok := out[g][d.key]; !ok {
						out[g][d.key] = detail{t.doc, d.span}
					}
				}
			}
		}
	}
	for g := range out {
		for o := range out {
			if o == g {
				continue
			}
			for key := range anywhere[o] { // deletion only: the order does not matter
				delete(out[g], key)
			}
		}
	}
	return out
}

func noteOf(draft *page.Page, here text.Span, there detail, group []telling) fact.Note {
	_, label := whenOf(group, nounOf(group))
	return fact.Note{At: there.doc.PlaceOf(there.span), Message: fmt.Sprintf("“%s” belongs to %s", here.In(draft.Article.Flow()), label)}
}

func newSentenceMerge(draft *page.Page, h *events.Happening, sentence int, a, b []telling, notes []fact.Note, here []fact.Place) *fact.Merge {
	m := &fact.Merge{Form: FormSentence, Basis: "contact", Score: -1, Kind: nounOf(a, b), Participants: h.Participants}
	for _, t := range a {
		m.Others = append(m.Others, t.doc.Article.ID)
	}
	for _, t := range b {
		m.Odd = append(m.Odd, t.doc.Article.ID)
	}
	for _, x := range a {
		for _, y := range b {
			m.Conflicts = append(m.Conflicts, contrasts(y, x)...)
		}
	}
	m.Conflicts = onePerAttribute(m.Conflicts)
	m.At = draft.PlaceOf(draft.Parsed[sentence].Span)
	m.Text = m.At.Text
	m.HereWhen, m.HereLabel = whenOf(b, m.Kind)
	m.ThereWhen, m.ThereLabel = whenOf(a, m.Kind)
	m.Summary = fmt.Sprintf("told as one %s, but the sources tell two: “%s” belongs to %s, “%s” to %s",
		m.Kind, here[0].Text, m.ThereLabel, here[1].Text, m.HereLabel)
	for i, p := range here {
		if p.Span.Start < draft.Parsed[sentence].Span.Start {
			notes = append(notes, fact.Note{At: p, Message: notes[i].Message})
		}
	}
	for _, group := range [][]telling{a, b} {
		for _, t := range group {
			if t.h.Dated != nil {
				notes = append(notes, fact.Note{At: t.clause(), Message: labelled(dateStatement(t.h))})
				break
			}
		}
	}
	m.Notes = notes
	m.Assumptions = mergeAssumptions(append(slices.Clone(a), b...), nil)
	m.Fixes = []fact.Fix{{Message: fmt.Sprintf("name each %s and its date: %s and %s", m.Kind, dayOf(a), dayOf(b))}}
	return m
}

func dayOf(group []telling) string {
	for _, t := range group {
		if w := t.h.When(); w.Closed() {
			return w.Label()
		}
	}
	return "one of unknown date"
}
