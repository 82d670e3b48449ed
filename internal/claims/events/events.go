// Package events tells which events a document tells of: mentions, found by the
// verbs and nouns of the table of triggers, and which of them are of one happening.
package events

import (
	"slices"
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// The kinds of events, beside those in touch, that are told with their place.
const (
	kindVisit  = "visit"
	kindStrike = "strike"
)

// A Mention is one place in a text that tells of an event.
type Mention struct {
	doc          *page.Page
	kind         string
	Trigger      text.Span
	word         int // index of the trigger's first word in its sentence
	words        int // number of its words
	Sentence     int
	participants []string // canonical names, sorted for contacts, else subject first
	place        string
	Time         *timeline.Time // the expression that dates it, nil for none
	modality     claims.Modality
	weak         bool
	noun         bool
}

// When returns when the mention says that it happens, empty where it gives no time.
func (m *Mention) When() timeline.Interval {
	if m.Time == nil {
		return timeline.Interval{}
	}
	return m.Time.When
}

// Zone returns the part of the page in which the mention stands.
func (m *Mention) Zone() article.Kind { return m.doc.Parsed[m.Sentence].Zone }

// A Happening is one event as one document tells it: the mentions that corefer.
type Happening struct {
	Doc          *page.Page
	Kind         string
	Participants []string
	Place        string
	Mentions     []*Mention
	Dated        *Mention // the mention that dates it, nil for none
	Modality     claims.Modality
}

// When returns when the mention that dates h says that it happens, empty for none.
func (h *Happening) When() timeline.Interval {
	if h.Dated == nil {
		return timeline.Interval{}
	}
	return h.Dated.When()
}

// Events are what one document tells of.
type Events struct {
	Leaders  []string     // the two persons that the lead puts in touch, nil for none
	All      []*Happening // in the order of the text
	Contacts []*Happening // calls, meetings and contacts of two persons that happened
}

var eventLayer = page.NewLayer(readEvents)

// Of returns the events that the document tells of.
func Of(d *page.Page) *Events { return eventLayer.Of(d) }

// An eventReader reads the events of one document.
type eventReader struct {
	*page.Page
	leaders []string
	all     []*Happening
}

// readEvents reads mentions and what they tell of.
func readEvents(d *page.Page) *Events {
	r := eventReader{Page: d}
	var all []*Mention
	for i := range d.Parsed {
		switch d.Parsed[i].Zone {
		case article.Furniture, article.Stamp, article.Byline, article.Correction:
			continue
		}
		all = append(all, r.mentionsIn(i, d.Triggers)...)
	}
	r.findLeaders(all)
	r.fillParticipants(all)
	r.corefer(all)
	return &Events{Leaders: r.leaders, All: r.all, Contacts: contactsAmong(r.all)}
}

// mentionsIn finds the triggers of sentence i and dates them.
func (d *eventReader) mentionsIn(i int, triggers *lexicon.Triggers) []*Mention {
	s := &d.Parsed[i]
	var out []*Mention
	for k := 0; k < len(s.Words); {
		m := d.triggerAt(i, k, triggers)
		if m == nil {
			k++
			continue
		}
		out = append(out, m)
		k += m.words
	}
	d.attachTimes(i, out)
	return out
}

// triggerAt reads a trigger at word k of sentence i.
func (d *eventReader) triggerAt(i, k int, triggers *lexicon.Triggers) *Mention {
	s := &d.Parsed[i]
	if !begins(triggers, s.Words[k].Text) || inName(s, k) {
		return nil
	}
	for _, reading := range lemmas(s.Words[k:min(k+3, len(s.Words))]) {
		for _, t := range triggers.At(reading.words) {
			if t.Noun != reading.noun || !t.Noun && isNounHere(s, k) {
				continue
			}
			m := &Mention{
				doc: d.Page, kind: t.Kind, word: k, words: len(t.Words), Sentence: i, modality: claims.Actual, weak: t.Weak, noun: t.Noun,
				Trigger: text.Span{Start: s.Words[k].Span.Start, End: s.Words[k+len(t.Words)-1].Span.End},
			}
			if reading.plural && t.Noun {
				m.modality = claims.Series
			}
			if ahead(s.Words, k) {
				m.modality = claims.Planned
			}
			return m
		}
	}
	return nil
}

// isNounHere reports whether word k is a noun although a verb is spelled so:
// "by phone", "on the phone".
func isNounHere(s *page.Sentence, k int) bool {
	if k == 0 || en.Is(text.Lower(s.Words[k-1].Text), en.To) || lexicon.Lemma(strings.ToLower(s.Words[k].Text)) != strings.ToLower(s.Words[k].Text) {
		return false
	}
	return en.Classes(text.Lower(s.Words[k-1].Text)).HasAny(en.Article, en.MeansPreposition)
}

func inName(s *page.Sentence, k int) bool {
	for _, n := range s.Names {
		if n.Words[0] <= k && k < n.Words[1] && !n.Demonym {
			return true
		}
	}
	return false
}

type lemmaReading struct {
	words  []string
	noun   bool
	plural bool
}

// begins reports whether a trigger can begin with a word, read in any of the
// ways that lemmas reads it.
func begins(triggers *lexicon.Triggers, word string) bool {
	lower := text.Lower(word)
	if triggers.Begins(lower) || triggers.Begins(lexicon.Lemma(lower)) {
		return true
	}
	return len(lower) > 3 && en.Is(lower, en.SEnding) && triggers.Begins(lower[:len(lower)-1])
}

// lemmas returns the ways to read words: as they stand (a noun), with plurals
// reduced (a noun), and with the first verb form reduced.
func lemmas(words []text.Word) []lemmaReading {
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = text.Lower(w.Text)
	}
	out := []lemmaReading{{words: lower, noun: true}}
	singular := slices.Clone(lower)
	changed := false
	for i, w := range singular {
		if c := en.Classes(w); len(w) > 3 && c.Has(en.SEnding) && !c.Has(en.SsEnding) {
			singular[i], changed = w[:len(w)-1], true
		}
	}
	if changed {
		out = append(out, lemmaReading{words: singular, noun: true, plural: true})
	}
	verb := slices.Clone(lower)
	verb[0] = lexicon.Lemma(lower[0])
	return append(out, lemmaReading{words: verb})
}

// ahead reports whether the words just before k speak of something to come.
func ahead(words []text.Word, k int) bool {
	for i := max(0, k-3); i < k; i++ {
		if c := en.Classes(text.Lower(words[i].Text)); c.Has(en.ComingWord) || c.Has(en.To) && i == k-1 {
			return true
		}
	}
	return false
}

// attachTimes gives every time expression of the sentence to the trigger it
// stands nearest to, the one before it first: "flew in late Friday to meet".
func (d *eventReader) attachTimes(i int, mentions []*Mention) {
	if len(mentions) == 0 {
		return
	}
	for _, t := range d.TimesIn[i] {
		if t.Type != timeline.DATE && t.Type != timeline.TIME || t.When.Empty() || d.isOccasion(t) {
			continue
		}
		if m := d.nearestMention(t, mentions); m != nil && (m.Time == nil || claims.Finer(t.When, m.Time.When)) {
			m.Time = t
		}
	}
}

// nearestMention returns the mention that a time of its sentence belongs to:
// the one with the least distance in bytes, which counts three times where the
// time stands first, and for what is planned. Of equals the first wins. From
// the time on it looks both ways only as far as a nearer one can be.
func (d *eventReader) nearestMention(t *timeline.Time, mentions []*Mention) *Mention {
	behind := sort.Search(len(mentions), func(k int) bool { return mentions[k].Trigger.End > t.Span.Start })
	var best *Mention
	least := 1 << 30
	for k := behind - 1; k >= 0; k-- {
		m := mentions[k]
		distance := t.Span.Start - m.Trigger.End
		if distance > least {
			break
		}
		if cost := m.cost(distance); cost <= least {
			best, least = m, cost
		}
	}
	clause := d.clauseEnd(t.Span.End)
	for _, m := range mentions[behind:] {
		distance := 3*(m.Trigger.Start-t.Span.End) + 2
		if distance > least {
			break
		}
		if t.Span.Start > mentions[0].Trigger.Start && clause < m.Trigger.Start {
			distance += clauseCost // "on Friday, the Kremlin said"
		}
		if cost := m.cost(distance); cost < least {
			best, least = m, cost
		}
	}
	return best
}

func (m *Mention) cost(distance int) int {
	if m.modality == claims.Planned {
		return 3 * distance
	}
	return distance
}

// clauseCost is what a clause boundary adds to the distance between a time and
// a trigger behind it, in bytes: more than most sentences have.
const clauseCost = 1000

// clauseEnd returns the first offset from start at which a clause can end, at
// most clauseCost bytes ahead.
func (d *eventReader) clauseEnd(start int) int {
	flow := d.Article.Flow()
	ahead := flow[start:min(start+clauseCost, len(flow))]
	if at := strings.IndexAny(ahead, ",;:"); at >= 0 {
		return start + at
	}
	return start + len(ahead)
}

// isOccasion reports whether a named day is what a greeting is for, not when
// it was given.
func (d *eventReader) isOccasion(t *timeline.Time) bool {
	return t.Named != nil && t.Sentence >= 0 && d.Greets(t.Sentence)
}

// findLeaders notes the first two persons that a contact of headline, deck or
// body puts in touch.
func (d *eventReader) findLeaders(all []*Mention) {
	for _, m := range all {
		if m.kind != claims.KindCall && m.kind != claims.KindContact && m.kind != claims.KindMeeting || m.Zone() == article.Caption {
			continue
		}
		if p := personsNear(&d.Parsed[m.Sentence], m.word); len(p) == 2 {
			d.leaders = p
			return
		}
	}
}

// personReach is within how many words of a trigger a person takes part in a
// call, a meeting or a contact. The bound is chosen, not measured.
const personReach = 24

// personsNear returns the persons of a sentence, the two nearest to a word
// where there are more, sorted.
func personsNear(s *page.Sentence, word int) []string {
	type at struct {
		canonical string
		distance  int
	}
	var found []at
	for _, n := range s.Names {
		if n.Kind != page.NamePerson {
			continue
		}
		dist := max(n.Words[0]-word, word-n.Words[1]+1)
		if dist > personReach {
			continue
		}
		if i := slices.IndexFunc(found, func(a at) bool { return a.canonical == n.Canonical }); i >= 0 {
			found[i].distance = min(found[i].distance, dist)
			continue
		}
		found = append(found, at{n.Canonical, dist})
	}
	slices.SortStableFunc(found, func(a, b at) int { return a.distance - b.distance })
	var out []string
	for _, f := range found[:min(2, len(found))] {
		out = append(out, f.canonical)
	}
	slices.Sort(out)
	return out
}

// fillParticipants finds who took part in each mention.
func (d *eventReader) fillParticipants(all []*Mention) {
	for _, m := range all {
		s := &d.Parsed[m.Sentence]
		switch m.kind {
		case claims.KindCall, claims.KindContact, claims.KindMeeting:
			m.participants = personsNear(s, m.word)
			if m.kind == claims.KindCall && !m.noun && !personFollows(s, m.word+m.words) {
				m.participants = nil // "called for calm"
				continue
			}
			if len(m.participants) < 2 && len(d.leaders) == 2 && d.meansLeaders(m, s) {
				m.participants = d.leaders
			}
			if m.kind == claims.KindContact && onPhone(s.Words) {
				m.kind = claims.KindCall
			}
		default:
			m.participants = subject(d.Article.Flow(), s, m.word)
		}
		switch m.kind {
		case claims.KindMeeting, kindVisit, kindStrike:
			m.place = placeAfter(s, m.word+m.words)
		}
	}
}

// meansLeaders reports whether a mention without two names means the leaders:
// "the two leaders", "they", "the call", or one of them by name.
func (d *eventReader) meansLeaders(m *Mention, s *page.Sentence) bool {
	if leadersNamed(s, m.word) {
		return true
	}
	for _, p := range m.participants {
		if !slices.Contains(d.leaders, p) {
			return false
		}
	}
	return m.kind == claims.KindCall
}

// leaderReach is within how many words of a trigger "the leaders" takes part.
const leaderReach = 5

// personFollows reports whether a person is the object of the verb that ends
// before word i, and not called a name: "called Smith", not "called Smith a
// liar".
func personFollows(s *page.Sentence, i int) bool {
	for _, n := range s.Names {
		if n.Kind != page.NamePerson || n.Words[0] < i || n.Words[0] > i+4 {
			continue
		}
		return n.Words[1] >= len(s.Words) || !en.Is(s.Words[n.Words[1]].Text, en.Article)
	}
	return false
}

func leadersNamed(s *page.Sentence, word int) bool {
	for i := max(0, word-leaderReach); i < min(len(s.Words), word+leaderReach); i++ {
		switch w, c := s.Words[i].Text, en.Classes(text.Lower(s.Words[i].Text)); {
		case c.Has(en.PartiesWord):
			if i > 0 && en.Is(text.Lower(s.Words[i-1].Text), en.PartiesDeterminer) || i == 0 && w[0] != 't' {
				return true
			}
		case c.Has(en.PartiesPronoun):
			return true
		}
	}
	return false
}

func onPhone(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool {
		return en.Is(text.Lower(w.Text), en.Telephone)
	})
}

// subject returns who acts: the nearest name before the trigger that no
// preposition governs, with the noun that a demonym or a possessive qualifies
// ("Syrian army", "Israel’s defense minister"), and who is joined to it by "and".
func subject(src string, s *page.Sentence, word int) []string {
	for i := len(s.Names) - 1; i >= 0; i-- {
		n := s.Names[i]
		if n.Words[1] > word || n.Words[1] < word && page.Governed(s, n.Words[0]) {
			continue // "after Smith announced": what stands before the verb is its subject
		}
		out := []string{actor(src, s, n, word)}
		for ; i > 0 && n.Kind == page.NamePerson && andBetween(s, s.Names[i-1], n); i-- {
			n = s.Names[i-1]
			if n.Kind == page.NamePerson {
				out = append(out, n.Canonical)
			}
		}
		slices.Reverse(out)
		return out
	}
	return nil
}

// actor names a party as it acts.
func actor(src string, s *page.Sentence, n page.Name, trigger int) string {
	body := bodyAfter(s, n.Words[1], trigger)
	owner := s.Words[n.Words[1]-1].Possessive
	switch {
	case body != "" && n.Demonym:
		return n.Span.In(src) + " " + body
	case body != "" && owner:
		return n.Canonical + "’s " + body
	case n.Kind == page.NamePerson && lexicon.OrgWord(capitalised(body)):
		return n.Canonical + " " + body
	case n.Kind == page.NamePlace && n.Place.StandsFor != "":
		return n.Place.StandsFor
	}
	return n.Canonical
}

// andBetween reports whether "and", and at most a title, stands between two
// names.
func andBetween(s *page.Sentence, a, b page.Name) bool {
	if b.Words[0]-a.Words[1] > 5 || b.Words[0] <= a.Words[1] {
		return false
	}
	if !en.Is(text.Lower(s.Words[a.Words[1]].Text), en.And) {
		return false
	}
	for _, w := range s.Words[a.Words[1]+1 : b.Words[0]] {
		if !w.Capital {
			return false
		}
	}
	return true
}

// bodyAfter returns the lower-case nouns that a demonym or name before word i
// qualifies: "army", "rights group", "defense minister". limit is the trigger.
func bodyAfter(s *page.Sentence, i, limit int) string {
	var out []string
	for k := i; k < min(limit, i+4, len(s.Words)); k++ {
		w := s.Words[k]
		and := k > i && en.Is(w.Text, en.And) && k+2 < limit && !lexicon.FunctionWord(s.Words[k+1].Text) && !s.Words[k+1].Capital
		if w.Capital || !w.Joined || lexicon.FunctionWord(w.Text) && !and || k > i && (s.Words[k-1].Possessive || en.Is(text.Lower(w.Text), en.IngEnding)) {
			break
		}
		out = append(out, w.Text)
	}
	return strings.Join(out, " ")
}

func capitalised(w string) string {
	if w == "" {
		return ""
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

func precededBy(s *page.Sentence, i int, words ...string) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if slices.Contains(words, strings.ToLower(s.Words[k].Text)) {
			return true
		}
	}
	return false
}

// placeAfter returns the place that "in", "at", "to" or "near" names after
// word i.
func placeAfter(s *page.Sentence, i int) string {
	for _, n := range s.Names {
		if n.Kind == page.NamePlace && !n.Demonym && n.Words[0] >= i && !s.Words[n.Words[1]-1].Possessive && precededBy(s, n.Words[0], "in", "at", "to", "near") {
			return n.Canonical
		}
	}
	return ""
}

// corefer groups the mentions of one document into happenings.
func (d *eventReader) corefer(all []*Mention) {
	called := slices.ContainsFunc(all, func(m *Mention) bool {
		return m.kind == claims.KindCall && slices.Equal(m.participants, d.leaders) && len(m.participants) == 2
	})
	byKey := map[string][]*Happening{}
	for _, m := range all {
		pair := len(m.participants) == 2
		if m.kind == claims.KindContact && (!pair || m.modality != claims.Actual) || m.kind == claims.KindCall && !pair {
			continue
		}
		if m.weak && m.Time == nil && !(pair && m.kind == claims.KindCall) {
			continue
		}
		if m.kind == claims.KindContact && called && slices.Equal(m.participants, d.leaders) && m.Zone() != article.Caption {
			m.kind = claims.KindCall
		}
		key := m.kind + "|" + strings.Join(m.participants, "+") + "|" + string(m.modality)
		if !d.join(byKey[key], m) {
			h := &Happening{Doc: d.Page, Kind: m.kind, Participants: m.participants, Place: m.place, Mentions: []*Mention{m}, Modality: m.modality}
			if m.Time != nil {
				h.Dated = m
			}
			byKey[key] = append(byKey[key], h)
			d.all = append(d.all, h)
		}
	}
}

// join adds m to the first happening that it can corefer with: contacts when
// their times do not exclude each other, other kinds when one dates the other.
func (d *eventReader) join(list []*Happening, m *Mention) bool {
	if m.modality == claims.Series || len(m.participants) == 0 && m.kind != claims.KindCall {
		return false
	}
	for _, h := range list {
		switch {
		case (h.Mentions[0].Zone() == article.Caption) != (m.Zone() == article.Caption):
			continue
		case m.Time != nil && h.Dated != nil && !m.When().Overlaps(h.When()):
			continue
		case m.kind == claims.KindMeeting || m.kind != claims.KindCall && m.kind != claims.KindContact:
			// a second visit or statement is told as often as the first again
			if m.Time == nil || h.Dated == nil {
				continue
			}
		}
		h.Mentions = append(h.Mentions, m)
		if m.Time != nil && (h.Dated == nil || claims.Finer(m.When(), h.When())) {
			h.Dated = m
		}
		if h.Place == "" {
			h.Place = m.place
		}
		return true
	}
	return false
}

// Key names what an event must share with another to be the same: kind and
// participants. A contact is filed with calls.
func (h *Happening) Key() string {
	kind := h.Kind
	if kind == claims.KindContact {
		kind = claims.KindCall
	}
	who := h.Participants
	if !claims.InTouch(kind) && len(who) > 1 {
		who = who[:1]
	}
	return kind + "|" + strings.Join(who, "+")
}

// Contacts returns the calls, meetings and contacts of two persons that the
// story itself tells as having happened.
func Contacts(d *page.Page) []*Happening { return Of(d).Contacts }

func contactsAmong(all []*Happening) []*Happening {
	var out []*Happening
	for _, h := range all {
		if claims.InTouch(h.Kind) && len(h.Participants) == 2 && h.Modality == claims.Actual && h.Mentions[0].Zone() != article.Caption {
			out = append(out, h)
		}
	}
	return out
}
