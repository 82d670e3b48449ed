package quotes

import (
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A quoteReader finds out who said what stands between quotation marks.
type quoteReader struct {
	d       *page.Page
	src     string
	quotes  []timeline.Quotation
	speaker map[int]string // by sentence: who is said to have spoken in it
}

// An attribution says who spoke.
type attribution struct {
	speaker string // canonical, empty if not known
	verb    string // as written, in lower case
	said    timeline.Interval
}

func (a *attribution) empty() bool { return a.speaker == "" && a.verb == "" }

// attributionReach is within how many words of a quotation its attribution
// stands.
const attributionReach = 40

// Read returns the quotations of the document in order.
func Read(d *page.Page) []*fact.Quote { return quoteLayer.Of(d) }

var quoteLayer = page.NewLayer(readQuoteFacts)

func readQuoteFacts(d *page.Page) []*fact.Quote {
	r := quoteReader{d: d, src: d.Article.Flow(), quotes: d.Quotations(), speaker: map[int]string{}}
	out := make([]*fact.Quote, 0, len(r.quotes))
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
		s := &d.Parsed[first]
		f := &fact.Quote{
			At: d.PlaceOf(q.Words), Zone: s.Zone.String(), Sentence: s.Span.In(r.src), Verb: who[i].verb,
			Said: page.Interval(who[i].said, ""),
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
	defer page.WordScratch.Lend(&list)()
	list = text.Words(list, s, text.Span{End: len(s)})
	return page.FoldedWords(list), int64(len(list))
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
	if after.Sentence >= 0 && after.From == after.To && endsSentence(q.Words.In(r.src)) {
		return r.follows(r.nextSentence(i, after.Sentence))
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
		opens := strings.TrimSpace(r.src[r.d.Parsed[first].Span.Start:q.Span.Start]) == ""
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
func (r *quoteReader) before(i, sentence int) page.Passage {
	s := &r.d.Parsed[sentence]
	start := s.Span.Start
	if i > 0 {
		start = max(start, r.quotes[i-1].Span.End)
	}
	to := page.WordAt(s.Words, r.quotes[i].Span.Start)
	return page.Passage{Sentence: sentence, From: max(page.WordAt(s.Words, start), to-attributionReach), To: to}
}

// after returns the words of the quotation's last sentence that stand behind
// it, before the next quotation.
func (r *quoteReader) after(i int) page.Passage {
	sentence := r.d.SentenceAt(r.quotes[i].Words.End - 1)
	if sentence < 0 {
		return page.Passage{Sentence: -1}
	}
	return r.from(i, sentence, r.quotes[i].Words.End)
}

func (r *quoteReader) from(i, sentence, start int) page.Passage {
	s := &r.d.Parsed[sentence]
	end := s.Span.End
	if i+1 < len(r.quotes) {
		end = min(end, r.quotes[i+1].Span.Start)
	}
	from := page.WordAt(s.Words, start)
	return page.Passage{Sentence: sentence, From: from, To: max(from, min(page.WordAt(s.Words, end), from+attributionReach))}
}

// nextSentence returns the start of the sentence behind that one, if it stands
// in the same paragraph.
func (r *quoteReader) nextSentence(i, sentence int) page.Passage {
	if sentence+1 >= len(r.d.Parsed) {
		return page.Passage{Sentence: -1}
	}
	a, b := r.d.Parsed[sentence].Span, r.d.Parsed[sentence+1].Span
	if a.End > b.Start || strings.Contains(r.src[a.End:b.Start], "\n") {
		return page.Passage{Sentence: -1}
	}
	p := r.from(i, sentence+1, b.Start)
	p.To = min(p.To, p.From+6)
	return p
}

// follows reads an attribution behind a quotation: “…,” said Smith; “…,” Smith
// told reporters; “…,” according to Smith.
func (r *quoteReader) follows(p page.Passage) attribution {
	if p.Sentence < 0 {
		return attribution{}
	}
	if a := r.phrased(p); !a.empty() {
		return a
	}
	s := &r.d.Parsed[p.Sentence]
	for k := p.From; k < p.To; k++ {
		if according(s.Words, k) {
			return r.attributed(p, attribution{verb: "according to", speaker: r.nameAfter(p.Sentence, k+2, p.To)}, k)
		}
		if !r.says(s, k) {
			continue
		}
		a := attribution{verb: text.Lower(s.Words[k].Text)}
		if k-p.From <= 1 && !r.pronounBefore(s, k, p.From) && !r.personBefore(s, k, p.From) {
			a.speaker = r.nameAfter(p.Sentence, k+1, p.To)
			if a.speaker == "" && k+1 < p.To {
				a.speaker = r.pronoun(p.Sentence, k+1)
			}
		} else {
			a.speaker = r.subjectOf(p, k)
		}
		return r.attributed(p, a, k)
	}
	return attribution{}
}

// leads reads an attribution before a quotation: Smith said “…”; Smith: “…”.
func (r *quoteReader) leads(p page.Passage) attribution {
	if p.Sentence < 0 || p.From >= p.To {
		return attribution{}
	}
	if a := r.phrased(p); !a.empty() {
		return a
	}
	s := &r.d.Parsed[p.Sentence]
	for k := p.To - 1; k >= p.From; k-- {
		if according(s.Words, k) {
			return r.attributed(p, attribution{verb: "according to", speaker: r.nameAfter(p.Sentence, k+2, p.To)}, k)
		}
		if r.says(s, k) {
			a := attribution{verb: text.Lower(s.Words[k].Text), speaker: r.subjectOf(p, k)}
			return r.attributed(p, a, k)
		}
	}
	last := s.Words[p.To-1].Span.End
	if rest := strings.TrimLeft(r.src[last:min(len(r.src), last+4)], " "); strings.HasPrefix(rest, ":") && p.To-p.From <= 8 {
		for _, n := range s.Names {
			if n.Kind == page.NamePerson && n.Words[0] >= p.From && n.Words[1] == p.To {
				return r.attributed(p, attribution{speaker: n.Canonical}, p.To-1)
			}
		}
	}
	return attribution{}
}

// attributed notes who spoke in a sentence, and finds the day on which.
func (r *quoteReader) attributed(p page.Passage, a attribution, verb int) attribution {
	if a.speaker != "" {
		r.speaker[p.Sentence] = a.speaker
	}
	s := &r.d.Parsed[p.Sentence]
	from, to := s.Words[p.From].Span.Start, s.Words[p.To-1].Span.End
	at := s.Words[verb].Span
	times := r.d.TimesIn[p.Sentence]
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
	return page.IsWord(words, k, en.AccordingWord) && page.IsWord(words, k+1, en.To)
}

// says reports whether word k of a sentence is a verb of saying that someone
// does: not "the report", "to say", "was told".
func (r *quoteReader) says(s *page.Sentence, k int) bool {
	w := s.Words[k]
	if w.Capital && k > 0 || w.Possessive {
		return false
	}
	lower := text.Lower(w.Text)
	lemma := lexicon.Lemma(lower)
	if _, ok := lexicon.SayingOf(lemma); !ok {
		return false
	}
	switch {
	case page.IsWord(s.Words, k-1, en.Saidless), k > 0 && s.Words[k-1].Possessive:
		return false
	case lower == lemma:
		return page.IsWord(s.Words, k-1, en.PluralSpeaker) || en.Is(lower, en.ReadForm) && k > 0
	case lower == lemma+"s":
		return en.Is(lower, en.Says) || finite(s, k)
	}
	return !page.IsWord(s.Words, k+1, en.By)
}

// finite reports whether the verb in -s at word k can follow the word before: a
// pronoun or a name.
func finite(s *page.Sentence, k int) bool {
	return page.IsWord(s.Words, k-1, en.SingleSubject, en.It) || k > 0 && s.Words[k-1].Capital
}

// pronounBefore reports whether he, she or the like stands right before word k.
func (r *quoteReader) pronounBefore(s *page.Sentence, k, from int) bool {
	return k > from && isPronoun(s.Words[k-1].Text)
}

func isPronoun(w string) bool { return en.Is(strings.ToLower(w), en.SpeakerPronoun) }

// personBefore reports whether a name ends right before word k.
func (r *quoteReader) personBefore(s *page.Sentence, k, from int) bool {
	if n := page.EndingAt(s.Names, k); n != nil && n.Words[0] >= from {
		return true
	}
	return k > from && s.Words[k-1].Capital && !lexicon.NotName(s.Words[k-1].Text)
}

// speakerName reports whether a name can be a speaker's.
func speakerName(n *page.Name) bool {
	return n.Kind == page.NamePerson || n.Kind == page.NameOrg || n.Kind == 0
}

// loneName returns the capitalised word k where it can be a surname whose full
// name the text does not give.
func loneName(s *page.Sentence, k int) string {
	if k < 0 || k >= len(s.Words) {
		return ""
	}
	w := s.Words[k]
	if !w.Capital || w.Possessive || lexicon.NotName(w.Text) || lexicon.OrgWord(w.Text) || k+1 < len(s.Words) && s.Words[k+1].Capital && s.Words[k+1].Joined || k > 0 && s.Words[k-1].Capital && w.Joined {
		return ""
	}
	if _, ok := lexicon.Places().Lookup(w.Text); ok || page.IsDemonymish(w) || en.Is(w.Text, en.SEnding) && k == 0 {
		return ""
	}
	if _, ok := lexicon.Roles().Lookup(text.Lower(w.Text)); ok {
		return ""
	}
	return w.Text
}

// inAny reports whether word k belongs to one of the names.
func inAny(names []page.Name, k int) bool {
	i := sort.Search(len(names), func(i int) bool { return names[i].Words[1] > k })
	return i < len(names) && names[i].Words[0] <= k
}

// nameAfter returns who is named behind the verb that ends before word k: said
// Smith, said the group’s chairman, Bob Smith.
func (r *quoteReader) nameAfter(sentence, k, limit int) string {
	s, names := &r.d.Parsed[sentence], r.d.NamesOf(sentence)
	limit = min(limit, k+14)
	for i := sort.Search(len(names), func(i int) bool { return names[i].Words[0] >= k }); i < len(names); i++ {
		n := &names[i]
		if n.Words[1] > limit || n.Words[0] > k && loneName(s, k) != "" {
			break
		}
		if n.Demonym || n.Kind == page.NamePlace || s.Words[n.Words[1]-1].Possessive || n.Words[0] > k && page.Governed(s, n.Words[0]) {
			continue
		}
		for x := k; x < n.Words[0]; x++ {
			if isPronoun(s.Words[x].Text) || r.says(s, x) || page.IsWord(s.Words, x, en.That) {
				return ""
			}
		}
		if n.Kind == page.NameOrg {
			if person := personRightAfter(s, names, i, limit); person != "" {
				return person
			}
			if n.Words[1] < limit && s.Words[n.Words[1]].Joined && !s.Words[n.Words[1]].Capital && !lexicon.ClosedWord(s.Words[n.Words[1]].Text) {
				return "" // said Foreign Ministry officials
			}
		}
		return n.Canonical
	}
	if k < limit {
		return loneName(s, k)
	}
	return ""
}

// personRightAfter returns the person named behind organisation i with only a
// title between: "Foreign Ministry spokesman Bob Smith".
func personRightAfter(s *page.Sentence, names []page.Name, i, limit int) string {
	if i+1 < len(names) {
		if n := &names[i+1]; n.Kind == page.NamePerson && n.Words[0]-names[i].Words[1] <= 3 && n.Words[1] <= limit && !page.Governed(s, n.Words[0]) {
			return n.Canonical
		}
	}
	return ""
}

// subjectOf returns who does the verb of saying at word k: the name before it,
// or the person that a pronoun stands for.
func (r *quoteReader) subjectOf(p page.Passage, k int) string {
	s, names := &r.d.Parsed[p.Sentence], r.d.NamesOf(p.Sentence)
	v := k
	for v > p.From && adverbial(s.Words[v-1].Text) {
		v--
	}
	var before en.Set
	if v > p.From {
		before = *en.Classes(text.Lower(s.Words[v-1].Text))
	}
	switch {
	case before.Has(en.SingleSubject):
		return r.pronoun(p.Sentence, v-1)
	case before.HasAny(en.PluralSpeaker, en.It):
		return ""
	case before.HasAny(en.And, en.But), en.Is(s.Words[k].Text, en.IngEnding):
		return r.sentenceSubject(p, v)
	}
	closed := v < len(s.Words) && s.Words[v].Comma // Smith, head of the group, said
	if lone := loneName(s, v-1); lone != "" && v > p.From && !inAny(names, v-1) && !(closed && page.Governed(s, v-1)) {
		return lone
	}
	behind := sort.Search(len(names), func(i int) bool { return names[i].Words[1] > v })
	for i := behind - 1; i >= 0 && names[i].Words[0] >= p.From; i-- {
		n := &names[i]
		if n.Demonym || n.Kind == page.NamePlace || s.Words[n.Words[1]-1].Possessive || page.Governed(s, n.Words[0]) {
			continue
		}
		if n.Words[1] < v && !reaches(s, n.Words[1], v) {
			if !closed || !s.Words[n.Words[1]].Comma {
				continue
			}
			return firstApposed(s, names, i, p.From)
		}
		if !speakerName(n) {
			return ""
		}
		return n.Canonical
	}
	return ""
}

// firstApposed returns the name that an apposition belongs to, which holds
// name i or stands behind it: the first person before it that a comma follows.
func firstApposed(s *page.Sentence, names []page.Name, i, from int) string {
	best := names[i]
	for ; i >= 0 && names[i].Words[0] >= from; i-- {
		if n := names[i]; (n.Kind == page.NamePerson || n.Kind == 0) && s.Words[n.Words[1]].Comma && !s.Words[n.Words[1]-1].Possessive && !page.Governed(s, n.Words[0]) {
			best = n
		}
	}
	if !speakerName(&best) {
		return ""
	}
	return best.Canonical
}

// reaches reports whether a subject that ends before word i can do the verb at
// word v: only a prepositional phrase or an adverb stands between.
func reaches(s *page.Sentence, i, v int) bool {
	if v-i > 8 || s.Words[i].Comma && v-i > 1 && !s.Words[v].Comma || !page.IsWord(s.Words, i, en.SpeakingPlace) {
		return false
	}
	for x := i + 1; x < v; x++ {
		if isPronoun(s.Words[x].Text) || page.IsWord(s.Words, x, en.And) {
			return false
		}
	}
	return true
}

func adverbial(w string) bool {
	c := en.Classes(strings.ToLower(w))
	return c.Has(en.SpeakingAdverb) || c.Has(en.LyEnding) && len(w) > 4
}

// sentenceSubject returns the first person of a sentence before word v that no
// preposition governs, or whom its first pronoun means.
func (r *quoteReader) sentenceSubject(p page.Passage, v int) string {
	s := &r.d.Parsed[p.Sentence]
	for k := p.From; k < min(v, p.From+2); k++ {
		if page.IsWord(s.Words, k, en.SingleSubject) {
			return r.pronoun(p.Sentence, k)
		}
	}
	first := sort.Search(len(s.Names), func(i int) bool { return s.Names[i].Words[0] >= p.From })
	for i := range s.Names[first:] {
		n := &s.Names[first+i]
		if n.Words[1] > v {
			break
		}
		if n.Kind == page.NamePerson && !s.Words[n.Words[1]-1].Possessive && !page.Governed(s, n.Words[0]) {
			return n.Canonical
		}
	}
	return r.speaker[p.Sentence]
}

// pronoun returns the person that the word k of a sentence stands for; empty
// if it is no "he" or "she", or could mean two people.
func (r *quoteReader) pronoun(sentence, k int) string {
	return r.d.Who(sentence, k, func(i int) string { return r.speaker[i] })
}
