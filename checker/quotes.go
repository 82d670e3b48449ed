package checker

import (
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// A quoteReader finds out who said what stands between quotation marks.
type quoteReader struct {
	d       *document
	src     string
	quotes  []timeline.Quotation
	speaker map[int]string    // by sentence: who is said to have spoken in it
	called  map[string]string // by person: he or she, where a title tells
	other   map[string]bool   // the pronouns in called
}

// An attribution says who spoke.
type attribution struct {
	speaker string // canonical, empty if not known
	verb    string // as written, in lower case
	said    timeline.Interval
}

func (a *attribution) empty() bool { return a.speaker == "" && a.verb == "" }

// A passage is words [from, to) of a sentence.
type passage struct {
	sentence int
	from, to int
}

// attributionReach is within how many words of a quotation its attribution
// stands.
const attributionReach = 40

// quoteFacts returns the quotations of the document in order.
func (d *document) quoteFacts() []*rules.Quote { return quoteLayer.of(d) }

var quoteLayer = layered((*document).readQuoteFacts)

func (d *document) readQuoteFacts() []*rules.Quote {
	r := quoteReader{d: d, src: d.Article.Flow(), quotes: d.Quotations(), speaker: map[int]string{}}
	out := make([]*rules.Quote, 0, len(r.quotes))
	who := make([]attribution, len(r.quotes))
	for i, q := range r.quotes {
		first := d.SentenceAt(q.Span.Start)
		if first < 0 || q.Words.Len() == 0 {
			continue
		}
		who[i] = r.attribute(i, first)
		if who[i].empty() && i > 0 {
			who[i] = r.carried(i, first, who[i-1])
		}
	}
	for i := len(who) - 2; i >= 0; i-- { // the speaker of what goes on is said at its end
		if r.quotes[i].Continues && who[i].speaker == "" && who[i+1].speaker != "" {
			who[i].speaker, who[i].said = who[i+1].speaker, who[i+1].said
		}
	}
	for i, q := range r.quotes {
		first := d.SentenceAt(q.Span.Start)
		if first < 0 || q.Words.Len() == 0 {
			continue
		}
		s := &d.sentences[first]
		f := &rules.Quote{
			At: d.placeOf(q.Words), Zone: s.Zone.String(), Sentence: s.Span.In(r.src), Verb: who[i].verb,
			Said: interval(who[i].said, ""),
		}
		f.Text = f.At.Text
		f.Key, f.Words = folded(f.Text)
		if name := who[i].speaker; name != "" {
			f.Speaker = &name
		}
		out = append(out, f)
	}
	return out
}

// folded writes the words of s in lower case, one blank apart, and counts them.
func folded(s string) (key string, words int64) {
	var list []text.Word
	defer wordScratch.lend(&list)()
	list = text.Words(list, s, text.Span{End: len(s)})
	return foldedWords(list), int64(len(list))
}

// attribute reads who said quotation i, which begins in sentence first.
func (r *quoteReader) attribute(i, first int) attribution {
	q := r.quotes[i]
	before, after := r.before(i, first), r.after(i)
	pending := strings.HasSuffix(q.Words.In(r.src), ",") || strings.HasPrefix(r.rest(q.Span.End), ",") // the sentence goes on with who said it
	if !pending {
		if a := r.leads(before); !a.empty() {
			return a
		}
	}
	if a := r.follows(after); !a.empty() {
		return a
	}
	if a := r.leads(before); !a.empty() {
		return a
	}
	if after.sentence >= 0 && after.from == after.to && endsSentence(q.Words.In(r.src)) {
		return r.follows(r.nextSentence(i, after.sentence))
	}
	return attribution{}
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}

// rest returns what stands behind the closing mark at a.
func (r *quoteReader) rest(at int) string {
	return strings.TrimLeft(r.src[at:min(len(r.src), at+8)], "\"”»' ")
}

// carried returns the attribution of the quotation before for one that goes on:
// in the next paragraph where the former was left open, or as a sentence of the
// same paragraph.
func (r *quoteReader) carried(i, first int, last attribution) attribution {
	prev, q := r.quotes[i-1], r.quotes[i]
	goesOn := prev.Continues
	if !goesOn && last.speaker != "" {
		_, words := folded(q.Words.In(r.src))
		gap := r.src[min(prev.Span.End, q.Span.Start):q.Span.Start]
		opens := strings.TrimSpace(r.src[r.d.sentences[first].Span.Start:q.Span.Start]) == ""
		near := r.d.SentenceAt(prev.Span.End) >= first-1
		goesOn = words >= 3 && opens && near && !strings.Contains(gap, "\n\n")
	}
	if !goesOn {
		return attribution{}
	}
	return attribution{speaker: last.speaker, said: last.said}
}

// before returns the words of the quotation's first sentence that stand before
// it, behind the quotation before.
func (r *quoteReader) before(i, sentence int) passage {
	s := &r.d.sentences[sentence]
	start := s.Span.Start
	if i > 0 {
		start = max(start, r.quotes[i-1].Span.End)
	}
	to := wordAt(s.words, r.quotes[i].Span.Start)
	return passage{sentence: sentence, from: max(wordAt(s.words, start), to-attributionReach), to: to}
}

// after returns the words of the quotation's last sentence that stand behind
// it, before the next quotation.
func (r *quoteReader) after(i int) passage {
	sentence := r.d.SentenceAt(r.quotes[i].Words.End - 1)
	if sentence < 0 {
		return passage{sentence: -1}
	}
	return r.from(i, sentence, r.quotes[i].Words.End)
}

func (r *quoteReader) from(i, sentence, start int) passage {
	s := &r.d.sentences[sentence]
	end := s.Span.End
	if i+1 < len(r.quotes) {
		end = min(end, r.quotes[i+1].Span.Start)
	}
	from := wordAt(s.words, start)
	return passage{sentence: sentence, from: from, to: max(from, min(wordAt(s.words, end), from+attributionReach))}
}

// nextSentence returns the start of the sentence behind that one, if it stands
// in the same paragraph.
func (r *quoteReader) nextSentence(i, sentence int) passage {
	if sentence+1 >= len(r.d.sentences) {
		return passage{sentence: -1}
	}
	a, b := r.d.sentences[sentence].Span, r.d.sentences[sentence+1].Span
	if a.End > b.Start || strings.Contains(r.src[a.End:b.Start], "\n") {
		return passage{sentence: -1}
	}
	p := r.from(i, sentence+1, b.Start)
	p.to = min(p.to, p.from+6)
	return p
}

// wordAt returns the index of the first word that begins at or after offset.
func wordAt(words []text.Word, offset int) int {
	return sort.Search(len(words), func(k int) bool { return words[k].Span.Start >= offset })
}

// follows reads an attribution behind a quotation: “…,” said Smith; “…,” Smith
// told reporters; “…,” according to Smith.
func (r *quoteReader) follows(p passage) attribution {
	if p.sentence < 0 {
		return attribution{}
	}
	if a := r.phrased(p); !a.empty() {
		return a
	}
	s := &r.d.sentences[p.sentence]
	for k := p.from; k < p.to; k++ {
		if according(s.words, k) {
			return r.attributed(p, attribution{verb: "according to", speaker: r.nameAfter(p.sentence, k+2, p.to)}, k)
		}
		if !r.says(s, k) {
			continue
		}
		a := attribution{verb: strings.ToLower(s.words[k].Text)}
		if k-p.from <= 1 && !r.pronounBefore(s, k, p.from) && !r.personBefore(s, k, p.from) {
			a.speaker = r.nameAfter(p.sentence, k+1, p.to)
			if a.speaker == "" && k+1 < p.to {
				a.speaker = r.pronoun(p.sentence, k+1)
			}
		} else {
			a.speaker = r.subjectOf(p, k)
		}
		return r.attributed(p, a, k)
	}
	return attribution{}
}

// leads reads an attribution before a quotation: Smith said “…”; Smith: “…”.
func (r *quoteReader) leads(p passage) attribution {
	if p.sentence < 0 || p.from >= p.to {
		return attribution{}
	}
	if a := r.phrased(p); !a.empty() {
		return a
	}
	s := &r.d.sentences[p.sentence]
	for k := p.to - 1; k >= p.from; k-- {
		if according(s.words, k) {
			return r.attributed(p, attribution{verb: "according to", speaker: r.nameAfter(p.sentence, k+2, p.to)}, k)
		}
		if r.says(s, k) {
			a := attribution{verb: strings.ToLower(s.words[k].Text), speaker: r.subjectOf(p, k)}
			return r.attributed(p, a, k)
		}
	}
	last := s.words[p.to-1].Span.End
	if rest := strings.TrimLeft(r.src[last:min(len(r.src), last+4)], " "); strings.HasPrefix(rest, ":") && p.to-p.from <= 8 {
		for _, n := range s.names {
			if n.kind == namePerson && n.words[0] >= p.from && n.words[1] == p.to {
				return r.attributed(p, attribution{speaker: n.canonical}, p.to-1)
			}
		}
	}
	return attribution{}
}

// attributed notes who spoke in a sentence, and finds the day on which.
func (r *quoteReader) attributed(p passage, a attribution, verb int) attribution {
	if a.speaker != "" {
		r.speaker[p.sentence] = a.speaker
	}
	s := &r.d.sentences[p.sentence]
	from, to := s.words[p.from].Span.Start, s.words[p.to-1].Span.End
	at := s.words[verb].Span
	times := r.d.times[p.sentence]
	first := sort.Search(len(times), func(i int) bool { return times[i].Span.Start >= from })
	for _, t := range times[first:] {
		if t.Span.End > to {
			break
		}
		if t.Type != timeline.DATE && t.Type != timeline.TIME || !t.When.Closed() {
			continue
		}
		beside := t.Span.End <= at.Start && strings.TrimSpace(r.src[t.Span.End:at.Start]) == ""
		if t.Said() && t.Span.Start > at.End || beside {
			a.said = t.When
			break
		}
	}
	return a
}

func according(words []text.Word, k int) bool {
	return k+1 < len(words) && strings.EqualFold(words[k].Text, "according") && words[k+1].Text == "to"
}

// says reports whether word k of a sentence is a verb of saying that someone
// does: not "the report", "to say", "was told".
func (r *quoteReader) says(s *sentence, k int) bool {
	w := s.words[k]
	if w.Capital && k > 0 || w.Possessive {
		return false
	}
	lower := strings.ToLower(w.Text)
	lemma := lexicon.Lemma(lower)
	if _, ok := lexicon.SayingOf(lemma); !ok {
		return false
	}
	prev := ""
	if k > 0 {
		prev = strings.ToLower(s.words[k-1].Text)
	}
	switch prev {
	case "the", "a", "an", "to", "of", "his", "her", "its", "their", "this", "that", "no", "any", "by", "in", "with", "from", "be", "been", "being", "was", "were", "is", "are", "not", "would", "will", "could", "should":
		return false
	}
	if k > 0 && s.words[k-1].Possessive {
		return false
	}
	if lemma != lower {
		if lower == lemma+"s" {
			return plainSays(lower) || finite(prev, s, k)
		}
		return k+1 == len(s.words) || s.words[k+1].Text != "by"
	}
	return prev == "they" || prev == "i" || prev == "we" || lower == "read" && k > 0
}

// plainSays reports whether a verb in -s is not a noun's plural too.
func plainSays(w string) bool {
	switch w {
	case "says", "tells", "adds", "writes", "argues", "insists", "asks", "recalls", "explains", "warns":
		return true
	}
	return false
}

// finite reports whether a verb in -s can follow the word before: a pronoun or
// a name.
func finite(prev string, s *sentence, k int) bool {
	return prev == "he" || prev == "she" || prev == "it" || k > 0 && s.words[k-1].Capital
}

// pronounBefore reports whether he, she or the like stands right before word k.
func (r *quoteReader) pronounBefore(s *sentence, k, from int) bool {
	return k > from && isPronoun(s.words[k-1].Text)
}

func isPronoun(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "it", "i", "we", "who":
		return true
	}
	return false
}

// personBefore reports whether a name ends right before word k.
func (r *quoteReader) personBefore(s *sentence, k, from int) bool {
	if n := endingAt(s.names, k); n != nil && n.words[0] >= from {
		return true
	}
	return k > from && s.words[k-1].Capital && !lexicon.NotName(s.words[k-1].Text)
}

// speakerName reports whether a name can be a speaker's.
func speakerName(n *name) bool {
	return n.kind == namePerson || n.kind == nameOrg || n.kind == 0
}

// loneName returns the capitalised word k where it can be a surname whose full
// name the text does not give.
func loneName(s *sentence, k int) string {
	if k < 0 || k >= len(s.words) {
		return ""
	}
	w := s.words[k]
	if !w.Capital || w.Possessive || lexicon.NotName(w.Text) || lexicon.OrgWord(w.Text) || k+1 < len(s.words) && s.words[k+1].Capital && s.words[k+1].Joined || k > 0 && s.words[k-1].Capital && w.Joined {
		return ""
	}
	if _, ok := lexicon.Places().Lookup(w.Text); ok || isDemonymish(w) || strings.HasSuffix(w.Text, "s") && k == 0 {
		return ""
	}
	if _, ok := lexicon.Roles().Lookup(strings.ToLower(w.Text)); ok {
		return ""
	}
	return w.Text
}

// inAny reports whether word k belongs to one of the names.
func inAny(names []name, k int) bool {
	i := sort.Search(len(names), func(i int) bool { return names[i].words[1] > k })
	return i < len(names) && names[i].words[0] <= k
}

// nameAfter returns who is named behind the verb that ends before word k: said
// Smith, said the group’s chairman, Bob Smith.
func (r *quoteReader) nameAfter(sentence, k, limit int) string {
	s, names := &r.d.sentences[sentence], r.d.namesOf(sentence)
	limit = min(limit, k+14)
	for i := sort.Search(len(names), func(i int) bool { return names[i].words[0] >= k }); i < len(names); i++ {
		n := &names[i]
		if n.words[1] > limit || n.words[0] > k && loneName(s, k) != "" {
			break
		}
		if n.demonym || n.kind == namePlace || s.words[n.words[1]-1].Possessive || n.words[0] > k && governed(s, n.words[0]) {
			continue
		}
		for x := k; x < n.words[0]; x++ {
			if isPronoun(s.words[x].Text) || r.says(s, x) || strings.EqualFold(s.words[x].Text, "that") {
				return ""
			}
		}
		if n.kind == nameOrg {
			if person := personRightAfter(s, names, i, limit); person != "" {
				return person
			}
			if n.words[1] < limit && s.words[n.words[1]].Joined && !s.words[n.words[1]].Capital && !lexicon.ClosedWord(s.words[n.words[1]].Text) {
				return "" // said Foreign Ministry officials
			}
		}
		return n.canonical
	}
	if k < limit {
		return loneName(s, k)
	}
	return ""
}

// personRightAfter returns the person named behind organisation i with only a
// title between: "Foreign Ministry spokesman Bob Smith".
func personRightAfter(s *sentence, names []name, i, limit int) string {
	if i+1 < len(names) {
		if n := &names[i+1]; n.kind == namePerson && n.words[0]-names[i].words[1] <= 3 && n.words[1] <= limit && !governed(s, n.words[0]) {
			return n.canonical
		}
	}
	return ""
}

// subjectOf returns who does the verb of saying at word k: the name before it,
// or the person that a pronoun stands for.
func (r *quoteReader) subjectOf(p passage, k int) string {
	s, names := &r.d.sentences[p.sentence], r.d.namesOf(p.sentence)
	v := k
	for v > p.from && adverbial(s.words[v-1].Text) {
		v--
	}
	if v > p.from {
		switch strings.ToLower(s.words[v-1].Text) {
		case "he", "she":
			return r.pronoun(p.sentence, v-1)
		case "they", "it", "we", "i":
			return ""
		}
	}
	joined := v > p.from && (s.words[v-1].Text == "and" || s.words[v-1].Text == "but") || strings.HasSuffix(s.words[k].Text, "ing")
	if joined {
		return r.sentenceSubject(p, v)
	}
	closed := v < len(s.words) && s.words[v].Comma // Smith, head of the group, said
	if lone := loneName(s, v-1); lone != "" && v > p.from && !inAny(names, v-1) {
		return lone
	}
	before := sort.Search(len(names), func(i int) bool { return names[i].words[1] > v })
	for i := before - 1; i >= 0 && names[i].words[0] >= p.from; i-- {
		n := &names[i]
		if n.demonym || n.kind == namePlace || s.words[n.words[1]-1].Possessive || governed(s, n.words[0]) {
			continue
		}
		if n.words[1] < v && !reaches(s, n.words[1], v) {
			if !closed || !s.words[n.words[1]].Comma {
				continue
			}
			return firstApposed(s, names, i, p.from)
		}
		if !speakerName(n) {
			return ""
		}
		return n.canonical
	}
	return ""
}

// firstApposed returns the name that an apposition belongs to, which holds
// name i or stands behind it: the first person before it that a comma follows.
func firstApposed(s *sentence, names []name, i, from int) string {
	best := names[i]
	for ; i >= 0 && names[i].words[0] >= from; i-- {
		if n := names[i]; (n.kind == namePerson || n.kind == 0) && s.words[n.words[1]].Comma && !s.words[n.words[1]-1].Possessive && !governed(s, n.words[0]) {
			best = n
		}
	}
	if !speakerName(&best) {
		return ""
	}
	return best.canonical
}

// reaches reports whether a subject that ends before word i can do the verb at
// word v: only a prepositional phrase or an adverb stands between.
func reaches(s *sentence, i, v int) bool {
	if v-i > 8 || s.words[i].Comma && v-i > 1 && !s.words[v].Comma {
		return false
	}
	switch strings.ToLower(s.words[i].Text) {
	case "in", "on", "at", "during", "after", "from", "by", "via", "through":
	default:
		return false
	}
	for x := i + 1; x < v; x++ {
		if isPronoun(s.words[x].Text) || s.words[x].Text == "and" {
			return false
		}
	}
	return true
}

func adverbial(w string) bool {
	switch strings.ToLower(w) {
	case "also", "later", "then", "has", "had", "have", "once", "again", "himself", "herself", "earlier", "first", "still", "now", "even", "quickly", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "himself,", "too", "both", "once,":
		return true
	}
	return strings.HasSuffix(w, "ly") && len(w) > 4
}

// sentenceSubject returns the first person of a sentence before word v that no
// preposition governs, or whom its first pronoun means.
func (r *quoteReader) sentenceSubject(p passage, v int) string {
	s := &r.d.sentences[p.sentence]
	for k := p.from; k < min(v, p.from+2); k++ {
		if w := strings.ToLower(s.words[k].Text); w == "he" || w == "she" {
			return r.pronoun(p.sentence, k)
		}
	}
	first := sort.Search(len(s.names), func(i int) bool { return s.names[i].words[0] >= p.from })
	for i := range s.names[first:] {
		n := &s.names[first+i]
		if n.words[1] > v {
			break
		}
		if n.kind == namePerson && !s.words[n.words[1]-1].Possessive && !governed(s, n.words[0]) {
			return n.canonical
		}
	}
	return r.speaker[p.sentence]
}

// pronounReach is how many sentences back the person can be named that a
// pronoun stands for.
const pronounReach = 3

// pronoun returns the person that the word k of a sentence stands for; empty
// if it is no "he" or "she", or could mean two people.
func (r *quoteReader) pronoun(sentence, k int) string {
	word := strings.ToLower(r.d.sentences[sentence].words[k].Text)
	if word != "he" && word != "she" {
		return ""
	}
	who, n := r.persons(sentence, k, word)
	for i := sentence - 1; n == 0 && i >= max(0, sentence-pronounReach) && r.d.sentences[i].Zone == article.Body; i-- {
		if who = r.speaker[i]; who != "" {
			n = 1
			break
		}
		who, n = r.persons(i, len(r.d.sentences[i].words), word)
	}
	if n != 1 || !r.fits(who, word) || r.called[who] == "" && r.other[word] {
		return ""
	}
	return who
}

// maxPersons is how many names before a pronoun are looked at.
const maxPersons = 32

// persons returns the person named before word limit outside quotations, whom
// the pronoun fits and no preposition governs, and counts how many they are.
func (r *quoteReader) persons(sentence, limit int, pronoun string) (who string, n int) {
	s, names := &r.d.sentences[sentence], r.d.namesOf(sentence)
	end := sort.Search(len(names), func(i int) bool { return names[i].words[1] > limit })
	for i := max(0, end-maxPersons); i < end; i++ {
		x := &names[i]
		if x.kind != namePerson && x.kind != 0 || x.canonical == who || !r.fits(x.canonical, pronoun) || r.quoted(x.span.Start) {
			continue
		}
		if limit < len(s.words) && governed(s, x.words[0]) {
			continue
		}
		who = x.canonical
		n++
		if x.kind == 0 {
			return "", 2 // it may be a person, or the name of something
		}
	}
	return who, n
}

// quoted reports whether the byte at stands in a quotation.
func (r *quoteReader) quoted(at int) bool {
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].Span.End > at })
	return i < len(r.quotes) && r.quotes[i].Span.Start <= at
}

// fits reports whether a person can be called by the pronoun, as far as the
// titles in the document tell.
func (r *quoteReader) fits(person, pronoun string) bool {
	if r.called == nil {
		r.called, r.other = r.d.pronouns(), map[string]bool{}
		for _, p := range r.called { // any order gives the same answer
			r.other[p] = true
		}
	}
	p, ok := r.called[person]
	return !ok || p == pronoun
}

// pronouns maps persons to he or she where a title right before the name tells.
func (d *document) pronouns() map[string]string {
	out := map[string]string{}
	for i := range d.sentences {
		s := &d.sentences[i]
		for _, n := range s.names {
			if n.kind != namePerson || n.words[0] == 0 {
				continue
			}
			if p, ok := lexicon.PronounOf(strings.ToLower(s.words[n.words[0]-1].Text)); ok {
				out[n.canonical] = p
			}
		}
	}
	return out
}
