package checker

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A nameKind says what a capitalised name is.
type nameKind uint8

const (
	namePerson nameKind = iota + 1
	namePlace
	nameOrg
)

// A name is one mention of a person, a place or an organisation.
type name struct {
	span      text.Span
	words     [2]int // index range in the sentence's words
	kind      nameKind
	canonical string
	place     *lexicon.Place // for namePlace
	demonym   bool           // "Russian", not "Russia"
}

// A sentence is a sentence of the article with its words and names.
type sentence struct {
	timeline.Sentence
	words []text.Word
	names []name
	// unknown are names of two words and more of which nothing tells whether a
	// person, a place or an organisation bears them.
	unknown []name
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
func readSentences(d *timeline.Document) []sentence {
	out := make([]sentence, len(d.Sentences))
	p := people{bySurname: map[string]string{}, byRole: map[string]string{}, lone: map[string]bool{}}
	var scratch []text.Word
	for i, s := range d.Sentences {
		out[i].Sentence = s
		scratch = text.Words(scratch[:0], d.Article.Flow(), s.Span)
		out[i].words = slices.Clone(scratch)
		if s.Zone != article.Furniture && s.Zone != article.Stamp {
			p.noteLone(out[i].words)
		}
	}
	for i := range out {
		if out[i].Zone != article.Stamp {
			out[i].names = p.find(out[i].words)
		}
	}
	for i := range out {
		p.complete(&out[i])
	}
	return out
}

func (p *people) noteLone(words []text.Word) {
	for i, w := range words {
		before := i > 0 && words[i-1].Capital && w.Joined
		after := i+1 < len(words) && words[i+1].Capital && words[i+1].Joined && !w.Possessive
		if w.Capital && !before && !after {
			p.lone[w.Text] = true
		}
	}
}

// maxRun bounds a run of capitalised words that is looked at as one: names have
// fewer, and a headline in capitals must not cost the square of its length.
const maxRun = 16

// find returns the names among the words of one sentence, and learns surnames
// and roles from them.
func (p *people) find(words []text.Word) []name {
	var out []name
	for i := 0; i < len(words); {
		if !words[i].Capital {
			i++
			continue
		}
		end := i + 1
		for end < len(words) && end-i < maxRun && !words[end-1].Possessive && words[end].Joined && (words[end].Capital || particle(words, end)) {
			end++
		}
		out = p.run(out, words, i, end)
		i = end
	}
	return out
}

// particle reports whether word i joins the parts of a person's name.
func particle(words []text.Word, i int) bool {
	switch words[i].Text {
	case "bin", "ibn", "al", "el", "de", "da", "del", "van", "von", "der", "la", "le":
		return i+1 < len(words) && words[i+1].Capital && words[i+1].Joined
	}
	return false
}

// run reads one run of capitalised words [from, to): roles, demonyms and
// places in front, then a person, a place or an organisation.
func (p *people) run(out []name, words []text.Word, from, to int) []name {
	role := roleBefore(words, from)
	i := from
	for i < to {
		if r, n := roleAt(words, i, to); n > 0 {
			role = r
			i += n
			continue
		}
		rest := plainWords(words[i:to])
		if i+1 < to && formerly(words[i].Text) && !isPlaceName(rest) { // Former Mayor Anna Smith
			i++
			continue
		}
		if org := orgLength(words, i, to); org > 1 && role == "" {
			out = append(out, name{span: spanOf(words, i, i+org), words: [2]int{i, i + org}, kind: nameOrg, canonical: strings.Join(rest[:org], " ")})
			i += org
			continue
		}
		if place, n := lexicon.Places().Longest(rest); n > 0 && !(role != "" && n < to-i && n == 1 && !isDemonymish(words[i])) {
			out = append(out, name{span: spanOf(words, i, i+n), words: [2]int{i, i + n}, kind: namePlace, canonical: place.Canonical, place: &place})
			i += n
			continue
		}
		if country, n := demonymAt(words, i, to); n > 0 {
			place, _ := lexicon.Places().Lookup(country)
			out = append(out, name{span: spanOf(words, i, i+n), words: [2]int{i, i + n}, kind: namePlace, canonical: country, place: &place, demonym: true})
			i += n
			continue
		}
		if i+2 < to {
			if r, n := roleAt(words, i+1, to); n > 0 && (r == "minister" || words[i].Text == "State") && i+1+n < to { // Tourism Minister Anna Smith, State Rep. Tom Lane
				i++
				continue
			}
		}
		if (lexicon.NotName(words[i].Text) || strings.HasSuffix(words[i].Text, "-year-old")) && (i == from || role == "") {
			i++
			continue
		}
		return p.person(out, words, i, to, role)
	}
	return out
}

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

func isDemonymish(w text.Word) bool {
	_, ok := lexicon.Places().Demonym(w.Text)
	return ok
}

func spanOf(words []text.Word, from, to int) text.Span {
	return text.Span{Start: words[from].Span.Start, End: words[to-1].Span.End}
}

func plainWords(words []text.Word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
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

// roleAt reads a capitalised role at i, as in "Defense Minister".
func roleAt(words []text.Word, i, to int) (string, int) {
	if i > 1 && words[i].Joined && words[i-1].Joined && words[i-1].Text == "of" { // Secretary of State
		name := strings.ToLower(words[i-2].Text + " of " + words[i].Text)
		if r, ok := lexicon.Roles().Lookup(name); ok {
			return r.Canonical, 1
		}
	}
	lower := make([]string, 0, 4)
	for k := i; k < to && len(lower) < lexicon.Roles().MaxWords(); k++ {
		lower = append(lower, strings.ToLower(words[k].Text))
	}
	r, n := lexicon.Roles().Longest(lower)
	if n == 0 {
		if r, ok := lexicon.Roles().Lookup(strings.ToLower(words[i].Text) + "."); ok {
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
		if r, ok := roleAmong(words, i-n, i); ok && !words[i-1].Possessive && r.NamesPerson(false) {
			return r.Canonical
		}
	}
	return ""
}

// roleAmong looks up words [from, to), which only blanks part, as a role.
func roleAmong(words []text.Word, from, to int) (lexicon.Role, bool) {
	var space [64]byte // longer than any role
	key := space[:0]
	for k := from; k < to; k++ {
		if len(key)+1+len(words[k].Text) > len(space) || k > from && (!words[k].Joined || words[k-1].Possessive) {
			return lexicon.Role{}, false
		}
		if k > from {
			key = append(key, ' ')
		}
		key = append(key, strings.ToLower(words[k].Text)...)
	}
	return lexicon.Roles().Lookup(string(key))
}

// person reads words [from, to) as a person where a role stands before them,
// or where the last word stands alone elsewhere; else as a name of no kind.
func (p *people) person(out []name, words []text.Word, from, to int, role string) []name {
	for to-from > 1 && calendarWord(words[to-1].Text) { // President Roe Wednesday
		to--
	}
	full := strings.Join(plainWords(words[from:to]), " ")
	last := words[to-1].Text
	switch {
	case to-from > 4 || lexicon.OrgWord(last):
		return append(out, name{span: spanOf(words, from, to), words: [2]int{from, to}, kind: nameOrg, canonical: full})
	case to-from == 1 && role == "":
		return append(out, name{span: words[from].Span, words: [2]int{from, to}, canonical: full})
	case role == "" && !p.lone[last]:
		return append(out, name{span: spanOf(words, from, to), words: [2]int{from, to}, canonical: full})
	}
	n := name{span: spanOf(words, from, to), words: [2]int{from, to}, kind: namePerson, canonical: full}
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
func calendarWord(w string) bool { return strings.HasSuffix(w, "day") && lexicon.NotName(w) }

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
func (p *people) complete(s *sentence) {
	kept := s.names[:0]
	for _, n := range s.names {
		if n.words[1]-n.words[0] == 1 && n.kind != namePlace && n.kind != nameOrg {
			if full := p.bySurname[n.canonical]; full != "" {
				n.canonical, n.kind = full, namePerson
			}
		}
		if full := p.byFull(n.canonical); full != "" && n.kind == 0 {
			n.kind = namePerson
		}
		switch {
		case n.kind != 0:
			kept = append(kept, n)
		case n.words[1]-n.words[0] > 1:
			s.unknown = append(s.unknown, n)
		}
	}
	s.names = kept
}

func (p *people) byFull(canonical string) string {
	i := strings.LastIndexByte(canonical, ' ')
	if i < 0 {
		return ""
	}
	if full := p.bySurname[canonical[i+1:]]; full == canonical {
		return full
	}
	return ""
}
