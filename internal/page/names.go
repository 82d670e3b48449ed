package page

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A NameKind says what a capitalised name is.
type NameKind uint8

const (
	NamePerson NameKind = iota + 1
	NamePlace
	NameOrg
)

// A Name is one mention of a person, a place or an organisation.
type Name struct {
	Span      text.Span
	Words     [2]int // index range in the sentence's words
	Kind      NameKind
	Canonical string
	Place     *lexicon.Place // for NamePlace
	Demonym   bool           // "Russian", not "Russia"
}

// people resolves names inside one document: surname to full name, role to
// person.
type people struct {
	bySurname map[string]string // surname → full name; "" when two share it
	byRole    map[string]string // "prime minister" → full name; "" when two hold it
	lone      map[string]bool   // capitalised words that stand alone somewhere
}

// readSentences splits the document's sentences into words and finds the
// names in them.
func readSentences(d *timeline.Document) []Sentence {
	out := make([]Sentence, len(d.Sentences))
	p := people{bySurname: map[string]string{}, byRole: map[string]string{}, lone: map[string]bool{}}
	readWords(d, out)
	for i, s := range d.Sentences {
		if s.Zone != article.Furniture && s.Zone != article.Stamp {
			noteLone(&p, out[i].Words)
		}
	}
	for i := range out {
		if out[i].Zone != article.Stamp {
			out[i].Names = find(&p, out[i].Words)
		}
	}
	for i := range out {
		complete(&p, &out[i])
	}
	return out
}

// readWords gives the sentences their words, all of one document in one piece.
func readWords(d *timeline.Document, sentences []Sentence) {
	var all []text.Word
	defer documentWords.Lend(&all)()
	first := make([]int, 0, len(sentences)+1)
	for _, s := range d.Sentences {
		first = append(first, len(all))
		all = append(all, text.Words(all[len(all):], d.Article.Flow(), s.Span)...)
	}
	first = append(first, len(all))
	words := slices.Clone(all)
	for i, s := range d.Sentences {
		sentences[i].Sentence = s
		sentences[i].Words = words[first[i]:first[i+1]:first[i+1]]
	}
}

var documentWords Scratch[text.Word]

func noteLone(p *people, words []text.Word) {
	for i, w := range words {
		before := i > 0 && words[i-1].Capital && w.Joined
		after := i+1 < len(words) && words[i+1].Capital && words[i+1].Joined && !w.Possessive
		if w.Capital && !before && !after {
			p.lone[w.Text] = true
		}
	}
}

// MaxRun bounds a run of capitalised words that is looked at as one: names have
// fewer, and a headline in capitals must not cost the square of its length.
const MaxRun = 16

// find returns the names among the words of one sentence, and learns surnames
// and roles from them.
func find(p *people, words []text.Word) []Name {
	var out []Name
	for i := 0; i < len(words); {
		if !words[i].Capital {
			i++
			continue
		}
		end := i + 1
		for end < len(words) && end-i < MaxRun && !words[end-1].Possessive && words[end].Joined && (words[end].Capital || Particle(words, end)) {
			end++
		}
		out = run(p, out, words, i, end)
		i = end
	}
	return out
}

// Particle reports whether word i joins the parts of a person's name.
func Particle(words []text.Word, i int) bool {
	return en.Is(words[i].Text, en.Particle) && i+1 < len(words) && words[i+1].Capital && words[i+1].Joined
}

// run reads one run of capitalised words [from, to): roles, demonyms and
// places in front, then a person, a place or an organisation.
func run(p *people, out []Name, words []text.Word, from, to int) []Name {
	var space [MaxRun]string
	role := roleBefore(words, from)
	i := from
	for i < to {
		if r, n := roleAt(words, i, to); n > 0 {
			role = r
			i += n
			continue
		}
		rest := appendTexts(space[:0], words[i:to])
		if i+1 < to && formerly(words[i].Text) && !isPlaceName(rest) { // Former Mayor Anna Smith
			i++
			continue
		}
		if org := orgLength(words, i, to); org > 1 && role == "" {
			out = append(out, Name{Span: SpanOf(words, i, i+org), Words: [2]int{i, i + org}, Kind: NameOrg, Canonical: strings.Join(rest[:org], " ")})
			i += org
			continue
		}
		if place, n := lexicon.Places().Longest(rest); n > 0 && !(role != "" && n < to-i && n == 1 && !IsDemonymish(words[i])) {
			out = append(out, Name{Span: SpanOf(words, i, i+n), Words: [2]int{i, i + n}, Kind: NamePlace, Canonical: place.Canonical, Place: placed(place)})
			i += n
			continue
		}
		if country, n := demonymAt(words, i, to); n > 0 {
			place, _ := lexicon.Places().Lookup(country)
			out = append(out, Name{Span: SpanOf(words, i, i+n), Words: [2]int{i, i + n}, Kind: NamePlace, Canonical: country, Place: placed(place), Demonym: true})
			i += n
			continue
		}
		if i+2 < to {
			if r, n := roleAt(words, i+1, to); n > 0 && (en.Is(r, en.Minister) || words[i].Text == "State") && i+1+n < to { // Tourism Minister Anna Smith, State Rep. Tom Lane
				i++
				continue
			}
		}
		if (lexicon.NotName(words[i].Text) || strings.HasSuffix(words[i].Text, "-year-old")) && (i == from || role == "") {
			i++
			continue
		}
		return person(p, out, words, i, to, role)
	}
	return out
}

// placed keeps a place for a name.
func placed(p lexicon.Place) *lexicon.Place { return &p }

// formerly reports whether a capitalised word says that an office is no longer
// held, and begins no name.
func formerly(w string) bool { return w == "Former" || w == "Ex" || w == "Onetime" || w == "Ousted" }

func isPlaceName(words []string) bool {
	_, n := lexicon.Places().Longest(words)
	return n > 0
}

// demonymAt reads a demonym of one word or two at word i: Syrian, South Korean.
func demonymAt(words []text.Word, i, to int) (country string, n int) {
	if i+1 < to && words[i+1].Joined {
		if country, ok := lexicon.Places().Demonym(words[i].Text + " " + words[i+1].Text); ok {
			return country, 2
		}
	}
	if country, ok := lexicon.Places().Demonym(words[i].Text); ok {
		return country, 1
	}
	return "", 0
}

func IsDemonymish(w text.Word) bool {
	_, ok := lexicon.Places().Demonym(w.Text)
	return ok
}

func SpanOf(words []text.Word, from, to int) text.Span {
	return text.Span{Start: words[from].Span.Start, End: words[to-1].Span.End}
}

// PlainWords returns the texts of words.
func PlainWords(words []text.Word) []string {
	return appendTexts(make([]string, 0, len(words)), words)
}

func appendTexts(out []string, words []text.Word) []string {
	for i := range words {
		out = append(out, words[i].Text)
	}
	return out
}

// orgLength returns how many words from i on are an organisation's name: a
// run that holds an organisation word.
func orgLength(words []text.Word, i, to int) int {
	for k := to - 1; k > i; k-- {
		if lexicon.OrgWord(words[k].Text) {
			return k - i + 1
		}
	}
	return 0
}

// maxRoleWord is how many bytes there is room for in a word that a role may begin with.
const maxRoleWord = 40

// roleAt reads a capitalised role at i, as in "Defense Minister".
func roleAt(words []text.Word, i, to int) (string, int) {
	if i > 1 && words[i].Joined && words[i-1].Joined && en.Is(words[i-1].Text, en.Of) { // Secretary of State
		name := strings.ToLower(words[i-2].Text + " of " + words[i].Text)
		if r, ok := lexicon.Roles().Lookup(name); ok {
			return r.Canonical, 1
		}
	}
	var space [maxRoleWord]byte
	if !lexicon.Roles().Begins(text.AppendLower(space[:0], words[i].Text)) {
		return "", 0
	}
	lower := make([]string, 0, 4)
	for k := i; k < to && len(lower) < lexicon.Roles().MaxWords(); k++ {
		lower = append(lower, text.Lower(words[k].Text))
	}
	r, n := lexicon.Roles().Longest(lower)
	if n == 0 {
		if r, ok := lexicon.Roles().Lookup(text.Lower(words[i].Text) + "."); ok {
			return r.Canonical, 1
		}
		if len(lower) > 1 && words[i+1].Joined { // Vice Adm.
			if r, ok := lexicon.Roles().Lookup(lower[0] + " " + lower[1] + "."); ok {
				return r.Canonical, 2
			}
		}
		return "", 0
	}
	if !r.NamesPerson(true) {
		return "", 0
	}
	return r.Canonical, n
}

// roleBefore reads a lower-case role right before word i, as in "spokeswoman
// Heather Nauert".
func roleBefore(words []text.Word, i int) string {
	if i == 0 || !words[i].Joined {
		return ""
	}
	for n := min(lexicon.Roles().MaxWords(), i); n > 0; n-- {
		if r, ok := RoleAmong(words, i-n, i); ok && !words[i-1].Possessive && r.NamesPerson(false) {
			return r.Canonical
		}
	}
	return ""
}

// RoleAmong looks up words [from, to), which only blanks part, as a role.
func RoleAmong(words []text.Word, from, to int) (lexicon.Role, bool) {
	var space [64]byte // longer than any role
	key := space[:0]
	for k := from; k < to; k++ {
		if len(key)+1+len(words[k].Text) > len(space) || k > from && (!words[k].Joined || words[k-1].Possessive) {
			return lexicon.Role{}, false
		}
		if k > from {
			key = append(key, ' ')
		}
		key = append(key, text.Lower(words[k].Text)...)
	}
	return lexicon.Roles().Lookup(string(key))
}

// person reads words [from, to) as a person where a role stands before them,
// or where the last word stands alone elsewhere; else as a name of no kind.
func person(p *people, out []Name, words []text.Word, from, to int, role string) []Name {
	for to-from > 1 && calendarWord(words[to-1].Text) { // President Roe Wednesday
		to--
	}
	var space [MaxRun]string
	full := strings.Join(appendTexts(space[:0], words[from:to]), " ")
	last := words[to-1].Text
	switch {
	case to-from > 4 || lexicon.OrgWord(last):
		return append(out, Name{Span: SpanOf(words, from, to), Words: [2]int{from, to}, Kind: NameOrg, Canonical: full})
	case to-from == 1 && role == "":
		return append(out, Name{Span: words[from].Span, Words: [2]int{from, to}, Canonical: full})
	case role == "" && !p.lone[last]:
		return append(out, Name{Span: SpanOf(words, from, to), Words: [2]int{from, to}, Canonical: full})
	}
	n := Name{Span: SpanOf(words, from, to), Words: [2]int{from, to}, Kind: NamePerson, Canonical: full}
	if to-from > 1 {
		learn(p.bySurname, last, full)
	}
	if role != "" {
		learn(p.byRole, role, full)
	}
	return append(out, n)
}

// calendarWord reports whether a capitalised word is a weekday, which no name
// ends with.
func calendarWord(w string) bool { return en.Is(w, en.DayEnding) && lexicon.NotName(w) }

// learn notes key → value, or "" when two values claim the key.
func learn(m map[string]string, key, value string) {
	if old, ok := m[key]; ok && old != value && !strings.HasSuffix(value, " "+old) {
		if strings.HasSuffix(old, " "+value) {
			return
		}
		value = ""
	}
	m[key] = value
}

// complete gives surnames their full names, and drops the names that stayed
// unknown.
func complete(p *people, s *Sentence) {
	kept := s.Names[:0]
	for _, n := range s.Names {
		if n.Words[1]-n.Words[0] == 1 && n.Kind != NamePlace && n.Kind != NameOrg {
			if full := p.bySurname[n.Canonical]; full != "" {
				n.Canonical, n.Kind = full, NamePerson
			}
		}
		if full := byFull(p, n.Canonical); full != "" && n.Kind == 0 {
			n.Kind = NamePerson
		}
		switch {
		case n.Kind != 0:
			kept = append(kept, n)
		case n.Words[1]-n.Words[0] > 1:
			s.Unknown = append(s.Unknown, n)
		}
	}
	s.Names = kept
}

func byFull(p *people, canonical string) string {
	i := strings.LastIndexByte(canonical, ' ')
	if i < 0 {
		return ""
	}
	if full := p.bySurname[canonical[i+1:]]; full == canonical {
		return full
	}
	return ""
}

// NamesOf returns the names of sentence i, those of no kind too, in order.
func (d *Page) NamesOf(i int) []Name {
	if d.every == nil {
		d.every = make([][]Name, len(d.Parsed))
	}
	if d.every[i] == nil {
		d.every[i] = d.Parsed[i].allNames()
	}
	return d.every[i]
}

func (s *Sentence) allNames() []Name {
	if len(s.Unknown) == 0 {
		return s.Names
	}
	out := make([]Name, 0, len(s.Names)+len(s.Unknown))
	i := 0
	for _, u := range s.Unknown {
		for i < len(s.Names) && s.Names[i].Span.Start < u.Span.Start {
			out = append(out, s.Names[i])
			i++
		}
		out = append(out, u)
	}
	return append(out, s.Names[i:]...)
}

// FullNames maps surnames to the full name that the text gives with them; "" if
// it gives two.
func (d *Page) FullNames() map[string]string { return fullNameLayer.Of(d) }

var fullNameLayer = NewLayer((*Page).readFullNames)

func (d *Page) readFullNames() map[string]string {
	out := map[string]string{}
	for i := range d.Parsed {
		if !InArticle(d.Parsed[i].Zone) {
			continue
		}
		for _, n := range d.NamesOf(i) {
			if k := strings.LastIndexByte(n.Canonical, ' '); k > 0 && n.Kind != NamePlace && n.Kind != NameOrg {
				learn(out, n.Canonical[k+1:], n.Canonical)
			}
		}
	}
	return out
}
