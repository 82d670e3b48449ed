package drift

import (
	"slices"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// namesOf returns the names of a sentence: runs of capitalised words, but for the
// word that opens it unless more follow.
func namesOf(p *align.Passage) []*value {
	d := p.Page
	s := &d.Parsed[p.Sentence]
	if page.TitleCase(s) && !stopped(d, s) {
		return nil
	}
	var out []*value
	for i := 0; i < min(len(s.Words), maxWords) && len(out) < maxValues; {
		if _, role := lexicon.Roles().Lookup(strings.ToLower(s.Words[i].Text)); role || !nameWord(d, p.Sentence, s.Words[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(s.Words) && end-i < page.MaxRun && s.Words[end].Joined && !s.Words[end-1].Possessive &&
			(nameWord(d, p.Sentence, s.Words[end]) || page.Particle(s.Words, end)) {
			end++
		}
		if v := nameAt(p, s, i, end); v != nil {
			out = append(out, v)
		}
		i = end
	}
	return out
}

// stopped reports whether a sentence ends like one, which headings do not.
func stopped(d *page.Page, s *page.Sentence) bool {
	words := strings.TrimRight(s.Span.In(d.Article.Flow()), "\"”’' \n")
	return s.Zone == article.Body && strings.HasSuffix(words, ".")
}

// nameWord reports whether a word may be part of a name: a capital, and no time
// and no word that opens sentences.
func nameWord(d *page.Page, sentence int, w text.Word) bool {
	if !w.Capital || lexicon.NotName(w.Text) || strings.ToUpper(w.Text) == w.Text && len(w.Text) < 3 {
		return false
	}
	lower := strings.ToLower(w.Text)
	if lexicon.FunctionWord(lower) {
		return false
	}
	return !inTime(d, sentence, w.Span)
}

func nameAt(p *align.Passage, s *page.Sentence, from, to int) *value {
	if from == 0 && to > 2 && to-from > 2 && !page.NameWord(p.Page, s.Words[0].Text) {
		from = 1 // Restorer Anna Smith
	}
	if opensQuoteOrSentence(p.Page, s, from) && to == from+1 && !page.NameWord(p.Page, s.Words[from].Text) {
		return nil
	}
	v := &value{kind: kindName, passage: p, span: page.SpanOf(s.Words, from, to), from: from, to: to}
	for _, w := range s.Words[from:to] {
		v.name = append(v.name, align.Fold(w.Text))
	}
	v.plain = plain(v.name)
	v.locative = behindPlaceWord(s, from)
	for _, n := range s.Names {
		if n.Span.Overlaps(v.span) {
			if n.Demonym {
				return nil
			}
			v.person = v.person || n.Kind == page.NamePerson
			if n.Place != nil {
				v.place = n.Place
			}
		}
	}
	return v
}

// behindPlaceWord reports whether a preposition of place stands before word k, or before
// its article.
func behindPlaceWord(s *page.Sentence, k int) bool {
	if k > 1 && en.Is(strings.ToLower(s.Words[k-1].Text), en.Article) {
		k--
	}
	return k > 0 && en.Is(strings.ToLower(s.Words[k-1].Text), en.BeforePlace)
}

func opensQuoteOrSentence(d *page.Page, s *page.Sentence, k int) bool {
	if k == 0 {
		return true
	}
	flow := d.Article.Flow()
	gap := flow[s.Words[k-1].Span.End:s.Words[k].Span.Start]
	return strings.ContainsAny(gap, "\"“‘:.?!")
}

// relateNames compares two names: those that share their last word, or of which one
// holds all words of the other, agree.
func relateNames(a, b *value) relation {
	if slices.Equal(a.plain, b.plain) || within(a.name, b.name) || within(b.name, a.name) || inflected(a.name[0], b.name[0]) {
		return agrees
	}
	if last(a.name) == last(b.name) {
		if spelling(a.name, b.name) {
			return differs // Jon and John Carter
		}
		return agrees
	}
	if shared(a.name, b.name) {
		if spelling(a.name, b.name) || halfSlip(a.name, b.name) || akin(a.name, b.name) && (a.person || b.person || surnames(a) && surnames(b)) {
			return differs // Moses Cherop and another Moses
		}
		return agrees
	}
	if extent(a) != extent(b) || a.locative && lexicon.OrgWord(last(a.name)) != lexicon.OrgWord(last(b.name)) {
		return apart // Tokyo and Japan; Glendale and California; the agency and the town
	}
	if a.person != b.person && (a.locative || b.locative) && !spelling(a.name, b.name) {
		return apart
	}
	return differs
}

// extent is the kind of a place known to hold others, empty for towns, what is in them
// and all that is not known.
func extent(v *value) lexicon.PlaceKind {
	if v.place == nil || v.place.Kind == lexicon.City || v.place.Kind == lexicon.Capital {
		return ""
	}
	return v.place.Kind
}

// surnames reports whether a name of two words may be a person's: its last word is that
// of no firm, street or place.
func surnames(v *value) bool {
	w := last(v.name)
	return len(v.name) == 2 && !v.locative && v.place == nil && !lexicon.OrgWord(w) && !lexicon.StreetWord(w) && !placeWord(w)
}

// umlauts are the letters that stand for ä, ö and ü where there are none.
var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// plain writes names as those without umlauts do, and as American papers do.
func plain(name []string) []string {
	out := make([]string, len(name))
	for i, w := range name {
		out[i] = american(umlauts.Replace(w))
	}
	return out
}

func last(name []string) string { return name[len(name)-1] }

func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// spelling reports whether two names differ in letters of one word only; the longer
// one may have words more at either end. A word alone is the last of a longer name,
// the surname: Iran is no slip of Bar Ilan University.
func spelling(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		return misspelt(a, b[len(b)-1:])
	}
	for at := 0; at+len(a) <= len(b); at++ {
		if misspelt(a, b[at:at+len(a)]) {
			return true
		}
	}
	return false
}

// inflected reports whether one word is the other with the ending of a people or of
// more than one: Okinawa and Okinawan.
func inflected(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if rest, ok := strings.CutPrefix(b, a); ok {
		return a[len(a)-1] != 's' && slices.Contains(peopleEndings[:], rest)
	}
	rest, ok := strings.CutPrefix(b, a[:len(a)-1])
	return ok && len(rest) > 1 && slices.Contains(peopleEndings[:], rest)
}

var peopleEndings = [...]string{"n", "an", "ian", "i", "ese", "ish", "s", "'s"}

// abbreviated reports whether a name is written in capitals alone.
func abbreviated(d *page.Page, span text.Span) bool {
	s := span.In(d.Article.Flow())
	return strings.ToUpper(s) == s
}

// akin reports whether two names may be slips of each other: they differ in letters
// only, or in the surname behind one first name.
func akin(a, b []string) bool {
	return spelling(a, b) || len(a) == 2 && len(b) == 2 && a[0] == b[0] && a[1] != b[1]
}

// misspelt reports whether one word differs, and in letters only.
func misspelt(a, b []string) bool {
	differing := 0
	for i := range a {
		if a[i] == b[i] || american(a[i]) == american(b[i]) {
			continue
		}
		differing++
		if !closeWords(a[i], b[i]) || placeWord(a[i]) && placeWord(b[i]) {
			return false
		}
	}
	return differing == 1
}

func placeWord(folded string) bool {
	return page.IsPlace(strings.ToUpper(folded[:1]) + folded[1:])
}

// closeWords reports whether two words differ in one letter or swap, or in two or three of
// long ones that begin alike.
func closeWords(a, b string) bool {
	if inflected(a, b) {
		return false
	}
	n := text.EditDistance(a, b, 4)
	short := min(len(a), len(b))
	switch {
	case short > 4 && soundex(a) == soundex(b):
		return true // Banerji and Bannerjee
	case n == 1:
		return short >= 3
	case n == 2:
		return short >= 6 && a[:3] == b[:3]
	case n == 3:
		return short >= 6 && a[:4] == b[:4]
	}
	return false
}

// soundex returns the code of a word by the sound of its consonants (R. C. Russell, US
// patent 1,261,167, 1918): the first letter and the classes of up to three more.
func soundex(w string) string {
	out := []byte{w[0]}
	last := soundClass(w[0])
	for i := 1; i < len(w) && len(out) < 4; i++ {
		class := soundClass(w[i])
		if class != 0 && class != last {
			out = append(out, class)
		}
		if w[i] != 'h' && w[i] != 'w' {
			last = class
		}
	}
	return string(out)
}

// soundClass is the class of a consonant, 0 for any other letter.
func soundClass(b byte) byte {
	switch b {
	case 'b', 'f', 'p', 'v':
		return '1'
	case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z':
		return '2'
	case 'd', 't':
		return '3'
	case 'l':
		return '4'
	case 'm', 'n':
		return '5'
	case 'r':
		return '6'
	}
	return 0
}

// halfSlip reports whether two names share the first name and the beginning of the
// surname.
func halfSlip(a, b []string) bool {
	const begins = 4
	return len(a) == 2 && len(b) == 2 && a[0] == b[0] && min(len(a[1]), len(b[1])) > begins && a[1][:begins] == b[1][:begins]
}

func shared(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}
