package checker

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
	"factcheck/internal/lexicon"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// The kinds of events that stand for two parties in touch. A contact is a
// call or a meeting of which the text does not say which.
const (
	kindCall    = "call"
	kindMeeting = "meeting"
	kindContact = "contact"
)

// The modalities of a mention.
const (
	Actual  = "actual"
	Planned = "planned"
	Series  = "series" // strikes, meetings: more than one event
)

// A mention is one place in a text that tells of an event.
type mention struct {
	doc          *document
	kind         string
	trigger      text.Span
	word         int // index of the trigger's first word in its sentence
	words        int // number of its words
	sentence     int
	participants []string // canonical names, sorted for contacts, else subject first
	place        string
	time         *timeline.Time // the expression that dates it, nil for none
	modality     string
	weak         bool
	noun         bool
}

func (m *mention) when() timeline.Interval {
	if m.time == nil {
		return timeline.Interval{}
	}
	return m.time.When
}

func (m *mention) zone() article.Kind { return m.doc.sentences[m.sentence].Zone }

// A happening is one event as one document tells it: the mentions that corefer.
type happening struct {
	doc          *document
	kind         string
	participants []string
	place        string
	mentions     []*mention
	dated        *mention // the mention that dates it, nil for none
	modality     string
}

func (h *happening) when() timeline.Interval {
	if h.dated == nil {
		return timeline.Interval{}
	}
	return h.dated.when()
}

// A document is an article with everything the checks need of it.
type document struct {
	*timeline.Document
	index      int     // position among the inputs
	lost       *Defect // in reading: it is left out of the run
	broken     *Defect // in extract: there are no names and events
	complete   bool    // it has been read in full once
	extracted  bool    // what follows has been read
	triggers   *lexicon.Triggers
	sentences  []sentence
	times      [][]*timeline.Time // per sentence
	leaders    []string           // the two persons that the lead puts in touch, nil for none
	happenings []*happening
	touching   []*happening          // see contacts
	occasions  []occasion            // what greetings are for
	every      [][]name              // per sentence, see namesOf
	timed      []*rules.Time         // see timeFacts
	quotations *[]timeline.Quotation // see quoted
	read       factsRead
	indexed    sync.Once
	lines      *text.Lines // see position
}

// release lets go of all but the text and the publication date.
func (d *document) release() {
	d.Release()
	*d = document{Document: d.Document, index: d.index, lost: d.lost, broken: d.broken, complete: d.complete}
}

// readTimes reads a document up to its times. The defect of one that has never
// been read in full is kept; later it is that of whoever needs it once more.
func (d *document) readTimes() *Defect {
	if d.lost != nil {
		return d.lost
	}
	defect := d.Load()
	if !d.complete {
		d.lost = defect
	}
	return defect
}

// readEvents reads a document up to its times, names and events. Of a defect see
// readTimes.
func (d *document) readEvents(triggers *lexicon.Triggers) *Defect {
	if d.extracted || d.broken != nil {
		return d.broken
	}
	if defect := d.readTimes(); defect != nil {
		return defect
	}
	defect := isolate.Do(d.work(isolate.StageEvents), func() { d.extract(triggers) })
	if defect == nil {
		d.complete = true
		return nil
	}
	if !d.complete {
		d.broken = defect
	}
	d.release()
	return defect
}

// position returns the line and column of an offset.
func (d *document) position(offset int) report.Position {
	d.indexed.Do(func() { d.lines = text.NewLines(d.Article.Text) })
	return report.At(d.lines.Position(offset))
}

// name is how the document is called for people: its file, and the id of a
// record.
func (d *document) name() string { return displayName(d.Article) }

func displayName(a *article.Article) string {
	if a.Line > 0 {
		return a.File + "#" + a.ID
	}
	return a.File
}

// extract reads names, mentions and happenings.
func (d *document) extract(triggers *lexicon.Triggers) {
	d.triggers = triggers
	d.sentences = readSentences(d.Document)
	d.times = make([][]*timeline.Time, len(d.sentences))
	for i := range d.Times {
		if t := &d.Times[i]; t.Sentence >= 0 {
			d.times[t.Sentence] = append(d.times[t.Sentence], t)
		}
	}
	var all []*mention
	for i := range d.sentences {
		switch d.sentences[i].Zone {
		case article.Furniture, article.Stamp, article.Byline, article.Correction:
			continue
		}
		all = append(all, d.mentionsIn(i, triggers)...)
	}
	d.findLeaders(all)
	d.fillParticipants(all)
	d.corefer(all)
	d.touching = contactsAmong(d.happenings)
	if len(d.touching) > 0 {
		d.occasions = d.readOccasions()
	}
	d.extracted = true
}

// mentionsIn finds the triggers of sentence i and dates them.
func (d *document) mentionsIn(i int, triggers *lexicon.Triggers) []*mention {
	s := &d.sentences[i]
	var out []*mention
	for k := 0; k < len(s.words); {
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
func (d *document) triggerAt(i, k int, triggers *lexicon.Triggers) *mention {
	s := &d.sentences[i]
	if !begins(triggers, s.words[k].Text) || inName(s, k) {
		return nil
	}
	for _, reading := range lemmas(s.words[k:min(k+3, len(s.words))]) {
		for _, t := range triggers.At(reading.words) {
			if t.Noun != reading.noun || !t.Noun && isNounHere(s, k) {
				continue
			}
			m := &mention{
				doc: d, kind: t.Kind, word: k, words: len(t.Words), sentence: i, modality: Actual, weak: t.Weak, noun: t.Noun,
				trigger: text.Span{Start: s.words[k].Span.Start, End: s.words[k+len(t.Words)-1].Span.End},
			}
			if reading.plural && t.Noun {
				m.modality = Series
			}
			if ahead(s.words, k) {
				m.modality = Planned
			}
			return m
		}
	}
	return nil
}

// isNounHere reports whether word k is a noun although a verb is spelled so:
// "by phone", "on the phone".
func isNounHere(s *sentence, k int) bool {
	if k == 0 || strings.EqualFold(s.words[k-1].Text, "to") || lexicon.Lemma(strings.ToLower(s.words[k].Text)) != strings.ToLower(s.words[k].Text) {
		return false
	}
	switch strings.ToLower(s.words[k-1].Text) {
	case "by", "a", "an", "the", "on", "per", "over", "via":
		return true
	}
	return false
}

func inName(s *sentence, k int) bool {
	for _, n := range s.names {
		if n.words[0] <= k && k < n.words[1] && !n.demonym {
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
	lower := strings.ToLower(word)
	if triggers.Begins(lower) || triggers.Begins(lexicon.Lemma(lower)) {
		return true
	}
	singular, cut := strings.CutSuffix(lower, "s")
	return cut && len(lower) > 3 && triggers.Begins(singular)
}

// lemmas returns the ways to read words: as they stand (a noun), with plurals
// reduced (a noun), and with the first verb form reduced.
func lemmas(words []text.Word) []lemmaReading {
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(w.Text)
	}
	out := []lemmaReading{{words: lower, noun: true}}
	singular := slices.Clone(lower)
	changed := false
	for i, w := range singular {
		if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
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
		switch strings.ToLower(words[i].Text) {
		case "will", "would", "planned", "expected", "scheduled", "upcoming", "impending", "if", "may", "might", "could", "to":
			if strings.EqualFold(words[i].Text, "to") && i != k-1 {
				continue
			}
			return true
		}
	}
	return false
}

// attachTimes gives every time expression of the sentence to the trigger it
// stands nearest to, the one before it first: "flew in late Friday to meet".
func (d *document) attachTimes(i int, mentions []*mention) {
	if len(mentions) == 0 {
		return
	}
	for _, t := range d.times[i] {
		if t.Type != timeline.DATE && t.Type != timeline.TIME || t.When.Empty() || d.isOccasion(t) {
			continue
		}
		if m := d.nearestMention(t, mentions); m != nil && (m.time == nil || finer(t.When, m.time.When)) {
			m.time = t
		}
	}
}

// nearestMention returns the mention that a time of its sentence belongs to:
// the one with the least distance in bytes, which counts three times where the
// time stands first, and for what is planned. Of equals the first wins. From
// the time on it looks both ways only as far as a nearer one can be.
func (d *document) nearestMention(t *timeline.Time, mentions []*mention) *mention {
	behind := sort.Search(len(mentions), func(k int) bool { return mentions[k].trigger.End > t.Span.Start })
	var best *mention
	least := 1 << 30
	for k := behind - 1; k >= 0; k-- {
		m := mentions[k]
		distance := t.Span.Start - m.trigger.End
		if distance > least {
			break
		}
		if cost := m.cost(distance); cost <= least {
			best, least = m, cost
		}
	}
	clause := d.clauseEnd(t.Span.End)
	for _, m := range mentions[behind:] {
		distance := 3*(m.trigger.Start-t.Span.End) + 2
		if distance > least {
			break
		}
		if t.Span.Start > mentions[0].trigger.Start && clause < m.trigger.Start {
			distance += clauseCost // "on Friday, the Kremlin said"
		}
		if cost := m.cost(distance); cost < least {
			best, least = m, cost
		}
	}
	return best
}

func (m *mention) cost(distance int) int {
	if m.modality == Planned {
		return 3 * distance
	}
	return distance
}

// clauseCost is what a clause boundary adds to the distance between a time and
// a trigger behind it, in bytes: more than most sentences have.
const clauseCost = 1000

// clauseEnd returns the first offset from start at which a clause can end, at
// most clauseCost bytes ahead.
func (d *document) clauseEnd(start int) int {
	flow := d.Article.Flow()
	ahead := flow[start:min(start+clauseCost, len(flow))]
	if at := strings.IndexAny(ahead, ",;:"); at >= 0 {
		return start + at
	}
	return start + len(ahead)
}

// isOccasion reports whether a named day is what a greeting is for, not when
// it was given.
func (d *document) isOccasion(t *timeline.Time) bool {
	return t.Named != nil && t.Sentence >= 0 && d.Greets(t.Sentence)
}

func finer(a, b timeline.Interval) bool {
	return a.Closed() && (!b.Closed() || a.To-a.From < b.To-b.From)
}

// findLeaders notes the first two persons that a contact of headline, deck or
// body puts in touch.
func (d *document) findLeaders(all []*mention) {
	for _, m := range all {
		if m.kind != kindCall && m.kind != kindContact && m.kind != kindMeeting || m.zone() == article.Caption {
			continue
		}
		if p := personsNear(&d.sentences[m.sentence], m.word); len(p) == 2 {
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
func personsNear(s *sentence, word int) []string {
	type at struct {
		canonical string
		distance  int
	}
	var found []at
	for _, n := range s.names {
		if n.kind != namePerson {
			continue
		}
		dist := max(n.words[0]-word, word-n.words[1]+1)
		if dist > personReach {
			continue
		}
		if i := slices.IndexFunc(found, func(a at) bool { return a.canonical == n.canonical }); i >= 0 {
			found[i].distance = min(found[i].distance, dist)
			continue
		}
		found = append(found, at{n.canonical, dist})
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
func (d *document) fillParticipants(all []*mention) {
	for _, m := range all {
		s := &d.sentences[m.sentence]
		switch m.kind {
		case kindCall, kindContact, kindMeeting:
			m.participants = personsNear(s, m.word)
			if m.kind == kindCall && !m.noun && !personFollows(s, m.word+m.words) {
				m.participants = nil // "called for calm"
				continue
			}
			if len(m.participants) < 2 && len(d.leaders) == 2 && d.meansLeaders(m, s) {
				m.participants = d.leaders
			}
			if m.kind == kindContact && onPhone(s.words) {
				m.kind = kindCall
			}
		default:
			m.participants = subject(d.Article.Flow(), s, m.word)
		}
		switch m.kind {
		case kindMeeting, "visit", "strike":
			m.place = placeAfter(s, m.word+m.words)
		}
	}
}

// meansLeaders reports whether a mention without two names means the leaders:
// "the two leaders", "they", "the call", or one of them by name.
func (d *document) meansLeaders(m *mention, s *sentence) bool {
	if leadersNamed(s, m.word) {
		return true
	}
	for _, p := range m.participants {
		if !slices.Contains(d.leaders, p) {
			return false
		}
	}
	return m.kind == kindCall
}

// leaderReach is within how many words of a trigger "the leaders" takes part.
const leaderReach = 5

// personFollows reports whether a person is the object of the verb that ends
// before word i, and not called a name: "called Smith", not "called Smith a
// liar".
func personFollows(s *sentence, i int) bool {
	for _, n := range s.names {
		if n.kind != namePerson || n.words[0] < i || n.words[0] > i+4 {
			continue
		}
		return n.words[1] >= len(s.words) || !isArticle(s.words[n.words[1]].Text)
	}
	return false
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }

func leadersNamed(s *sentence, word int) bool {
	for i := max(0, word-leaderReach); i < min(len(s.words), word+leaderReach); i++ {
		switch w := s.words[i].Text; strings.ToLower(w) {
		case "leaders", "men", "presidents", "two", "pair", "both", "sides", "parties":
			if i > 0 && isDeterminer(s.words[i-1].Text) || i == 0 && w[0] != 't' {
				return true
			}
		case "they", "their":
			return true
		}
	}
	return false
}

func isDeterminer(w string) bool {
	switch strings.ToLower(w) {
	case "the", "both", "two", "these":
		return true
	}
	return false
}

func onPhone(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool {
		return strings.EqualFold(w.Text, "phone") || strings.EqualFold(w.Text, "telephone")
	})
}

// subject returns who acts: the nearest name before the trigger that no
// preposition governs, with the noun that a demonym or a possessive qualifies
// ("Syrian army", "Israel’s defense minister"), and who is joined to it by "and".
func subject(src string, s *sentence, word int) []string {
	for i := len(s.names) - 1; i >= 0; i-- {
		n := s.names[i]
		if n.words[1] > word || n.words[1] < word && governed(s, n.words[0]) {
			continue // "after Smith announced": what stands before the verb is its subject
		}
		out := []string{actor(src, s, n, word)}
		for ; i > 0 && n.kind == namePerson && andBetween(s, s.names[i-1], n); i-- {
			n = s.names[i-1]
			if n.kind == namePerson {
				out = append(out, n.canonical)
			}
		}
		slices.Reverse(out)
		return out
	}
	return nil
}

// actor names a party as it acts.
func actor(src string, s *sentence, n name, trigger int) string {
	body := bodyAfter(s, n.words[1], trigger)
	owner := s.words[n.words[1]-1].Possessive
	switch {
	case body != "" && n.demonym:
		return n.span.In(src) + " " + body
	case body != "" && owner:
		return n.canonical + "’s " + body
	case n.kind == namePerson && lexicon.OrgWord(capitalised(body)):
		return n.canonical + " " + body
	case n.kind == namePlace && n.place.StandsFor != "":
		return n.place.StandsFor
	}
	return n.canonical
}

// andBetween reports whether "and", and at most a title, stands between two
// names.
func andBetween(s *sentence, a, b name) bool {
	if b.words[0]-a.words[1] > 5 || b.words[0] <= a.words[1] {
		return false
	}
	if !strings.EqualFold(s.words[a.words[1]].Text, "and") {
		return false
	}
	for _, w := range s.words[a.words[1]+1 : b.words[0]] {
		if !w.Capital {
			return false
		}
	}
	return true
}

// governed reports whether a preposition stands before the noun phrase that
// word i begins or ends: up to two words back, or over capitalised words.
func governed(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := s.words[k]
		switch strings.ToLower(w.Text) {
		case "in", "at", "near", "from", "to", "on", "of", "with", "for", "against", "by", "into", "over", "off", "outside", "inside", "around", "across", "through", "during", "since", "before", "after", "than":
			return true
		case "the", "a", "an", "his", "her", "its", "their":
			continue
		}
		if !w.Capital && !w.Possessive || lexicon.NotName(w.Text) { // "On Thursday Smith said"
			return false
		}
		if !s.words[k+1].Joined {
			return false
		}
	}
	return false
}

// bodyAfter returns the lower-case nouns that a demonym or name before word i
// qualifies: "army", "rights group", "defense minister". limit is the trigger.
func bodyAfter(s *sentence, i, limit int) string {
	var out []string
	for k := i; k < min(limit, i+4, len(s.words)); k++ {
		w := s.words[k]
		and := k > i && w.Text == "and" && k+2 < limit && !lexicon.FunctionWord(s.words[k+1].Text) && !s.words[k+1].Capital
		if w.Capital || !w.Joined || lexicon.FunctionWord(w.Text) && !and || k > i && (s.words[k-1].Possessive || strings.HasSuffix(w.Text, "ing")) {
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

func precededBy(s *sentence, i int, words ...string) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if slices.Contains(words, strings.ToLower(s.words[k].Text)) {
			return true
		}
	}
	return false
}

// placeAfter returns the place that "in", "at", "to" or "near" names after
// word i.
func placeAfter(s *sentence, i int) string {
	for _, n := range s.names {
		if n.kind == namePlace && !n.demonym && n.words[0] >= i && !s.words[n.words[1]-1].Possessive && precededBy(s, n.words[0], "in", "at", "to", "near") {
			return n.canonical
		}
	}
	return ""
}

// corefer groups the mentions of one document into happenings.
func (d *document) corefer(all []*mention) {
	called := slices.ContainsFunc(all, func(m *mention) bool {
		return m.kind == kindCall && slices.Equal(m.participants, d.leaders) && len(m.participants) == 2
	})
	byKey := map[string][]*happening{}
	for _, m := range all {
		pair := len(m.participants) == 2
		if m.kind == kindContact && (!pair || m.modality != Actual) || m.kind == kindCall && !pair {
			continue
		}
		if m.weak && m.time == nil && !(pair && m.kind == kindCall) {
			continue
		}
		if m.kind == kindContact && called && slices.Equal(m.participants, d.leaders) && m.zone() != article.Caption {
			m.kind = kindCall
		}
		key := m.kind + "|" + strings.Join(m.participants, "+") + "|" + m.modality
		if !d.join(byKey[key], m) {
			h := &happening{doc: d, kind: m.kind, participants: m.participants, place: m.place, mentions: []*mention{m}, modality: m.modality}
			if m.time != nil {
				h.dated = m
			}
			byKey[key] = append(byKey[key], h)
			d.happenings = append(d.happenings, h)
		}
	}
}

// join adds m to the first happening that it can corefer with: contacts when
// their times do not exclude each other, other kinds when one dates the other.
func (d *document) join(list []*happening, m *mention) bool {
	if m.modality == Series || len(m.participants) == 0 && m.kind != kindCall {
		return false
	}
	for _, h := range list {
		switch {
		case (h.mentions[0].zone() == article.Caption) != (m.zone() == article.Caption):
			continue
		case m.time != nil && h.dated != nil && !m.when().Overlaps(h.when()):
			continue
		case m.kind == kindMeeting || m.kind != kindCall && m.kind != kindContact:
			// a second visit or statement is told as often as the first again
			if m.time == nil || h.dated == nil {
				continue
			}
		}
		h.mentions = append(h.mentions, m)
		if m.time != nil && (h.dated == nil || finer(m.when(), h.when())) {
			h.dated = m
		}
		if h.place == "" {
			h.place = m.place
		}
		return true
	}
	return false
}
