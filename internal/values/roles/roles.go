package roles

import (
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// A title is an office, rank or trade as words [from, to) of a sentence.
type title struct {
	role     lexicon.Role
	from, to int
	// predicate reports whether a verb joins it to the name: Roe was mayor.
	predicate bool
}

// Read returns the titles that the document gives to people, in the order
// of the people's names. Honorifics such as Mr. are none.
func Read(d *page.Page) []*fact.Role { return roleLayer.Of(d) }

var roleLayer = page.NewLayer(readRoleFacts)

func readRoleFacts(d *page.Page) []*fact.Role {
	var out []*fact.Role
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if !page.InArticle(s.Zone) {
			continue
		}
		names := d.NamesOf(i)
		for k := range names {
			if n := &names[k]; n.Kind == page.NamePerson || n.Kind == 0 && n.Words[1]-n.Words[0] > 1 {
				before := titleBefore(d, s, names, k)
				if before != nil {
					out = append(out, before)
				}
				f := titleBehind(d, s, names, k, before != nil)
				if f == nil {
					f = titleTold(d, s, names, k)
				}
				if f == nil {
					f = introduced(d, s, names, k)
				}
				if f != nil {
					out = append(out, f)
				}
			}
		}
	}
	settle(d, out)
	return out
}

// titleEnding returns the longest title that ends before word to.
func titleEnding(words []text.Word, to, floor int) (title, bool) {
	for n := min(lexicon.Roles().MaxWords(), to-floor); n > 0; n-- {
		if t, ok := titleAt(words, to-n, to); ok {
			return t, true
		}
	}
	return title{}, false
}

// titleAt reads words [from, to) as a title.
func titleAt(words []text.Word, from, to int) (title, bool) {
	r, ok := page.RoleAmong(words, from, to)
	if then, rest, cut := strings.Cut(text.Lower(words[from].Text), "-"); cut && en.Is(then, en.Then) && to-from <= 2 {
		if to-from == 2 {
			rest += " " + strings.ToLower(words[from+1].Text)
		}
		r, ok = lexicon.Roles().Lookup(rest)
	}
	if !ok && to-from <= 2 && words[from].Capital && (to-from == 1 || words[to-1].Joined) { // Lt. Col.
		key := text.Lower(words[from].Text) + "."
		if to-from == 2 {
			key += " " + text.Lower(words[to-1].Text) + "."
		}
		if r, ok = lexicon.Roles().Lookup(key); !ok && to-from == 2 { // Vice Adm.
			r, ok = lexicon.Roles().Lookup(strings.ToLower(words[from].Text + " " + words[to-1].Text + "."))
		}
	}
	return title{role: r, from: from, to: to}, ok && r.Kind != lexicon.Honorific
}

// titleBefore reads the title right before name k: “Israeli Prime Minister
// Benjamin Netanyahu”, “the company’s chief executive, Jane Roe”.
func titleBefore(d *page.Page, s *page.Sentence, names []page.Name, k int) *fact.Role {
	n := &names[k]
	at, words := n.Words[0], s.Words
	for at > 0 && words[at].Joined && honorific(words[at-1]) { // Prime Minister Sir John Roe
		at--
	}
	if at == 0 || words[at-1].Possessive || !words[at].Joined && !words[at].Comma {
		return nil
	}
	of := ""
	t, ok := titleEnding(words, at, 0)
	switch {
	case ok && words[at].Comma && !apposed(words, t): // no list: "the mayor, Jane Roe"
		return nil
	case ok && !words[at].Comma && !t.role.NamesPerson(words[t.from].Capital):
		return nil
	case !ok: // the president of France, Jane Roe
		if !words[at].Comma {
			return nil
		}
		if t, of, ok = titleWithOf(s, names, k); !ok {
			return nil
		}
	}
	return roleFact(d, s, names, n, t, of, n.Words[1])
}

// apposed reports whether a title that a comma parts from a name begins a
// noun phrase of its own: with an article, an owner, a demonym.
func apposed(words []text.Word, t title) bool {
	for k := t.from - 1; k >= max(0, t.from-4); k-- {
		if words[k].Possessive || page.IsWord(words, k, en.The, en.TheirOwn) {
			return true
		}
		if !words[k+1].Joined {
			return false
		}
	}
	return t.from == 0
}

// titleWithOf reads a title with its "of" before name k, which a comma parts
// from it.
func titleWithOf(s *page.Sentence, names []page.Name, k int) (t title, of string, ok bool) {
	from, of := officeBefore(s, names, k)
	if from < 2 {
		return t, "", false
	}
	if page.IsWord(s.Words, from-1, en.The) {
		from--
	}
	if from < 2 || !page.IsWord(s.Words, from-1, en.Of, en.For) {
		return t, "", false
	}
	t, ok = titleEnding(s.Words, from-1, 0)
	return t, of, ok && apposed(s.Words, t)
}

// officeBefore returns the first word of the place or body that a comma parts from
// name k behind it, and its name; 0 for none.
func officeBefore(s *page.Sentence, names []page.Name, k int) (from int, of string) {
	at := names[k].Words[0]
	if k > 0 && names[k-1].Words[1] == at {
		if names[k-1].Demonym {
			return 0, ""
		}
		return names[k-1].Words[0], names[k-1].Canonical
	}
	for from = at; from > 0 && at-from < maxOffice && s.Words[from-1].Capital && !s.Words[from-1].Possessive && (from == at || s.Words[from].Joined); {
		from--
	}
	if from == at || !s.Words[from].Joined {
		return 0, ""
	}
	return from, strings.Join(page.PlainWords(s.Words[from:at]), " ")
}

// maxOffice is how many words the place or body of an office has at most.
const maxOffice = 4

// titleReach is how many words may stand between the comma behind a name and
// the title: "Roe, the company’s new chief executive,".
const titleReach = 6

// titleBehind reads the title behind name k: “Jane Roe, the company’s chief
// executive,”, “Jane Roe, president of France,”. titled tells that one stands
// before the name.
func titleBehind(d *page.Page, s *page.Sentence, names []page.Name, k int, titled bool) *fact.Role {
	n := &names[k]
	at, words := n.Words[1], s.Words
	if at >= len(words) || !words[at].Comma || words[at-1].Possessive {
		return nil
	}
	for from := at; from < min(len(words), at+titleReach); from++ {
		if from > at && !words[from].Joined {
			return nil
		}
		w := text.Lower(words[from].Text)
		if from == at && joins(words, at) { // the mayor, Jane Roe, and the governor, Bob Roe
			return nil
		}
		if from > at && (lexicon.ClosedWord(w) && !en.Is(w, en.OpensTitle) || en.Is(w, en.And)) || participle(w) {
			return nil
		}
		for to := min(len(words), from+lexicon.Roles().MaxWords()); to > from; to-- {
			t, ok := titleAt(words, from, to)
			if !ok {
				continue
			}
			if !endsTitle(words, to) {
				break
			}
			of, end := officeOf(d, s, names, to)
			if (titled || s.Words[n.Words[0]].Comma) && opensName(s, names, to) {
				return nil
			}
			return roleFact(d, s, names, n, t, of, end)
		}
	}
	return nil
}

// opensName reports whether a name begins right behind the comma at word to: in a
// list in which titles come first, the title before it is its own: "the mayor, Jane
// Roe, the governor, Bob Roe, and …".
func opensName(s *page.Sentence, names []page.Name, to int) bool {
	if to >= len(s.Words) || !s.Words[to].Comma {
		return false
	}
	i := sort.Search(len(names), func(i int) bool { return names[i].Words[0] >= to })
	return i < len(names) && names[i].Words[0] == to
}

// honorific reports whether a word is Mr., Sir, Dr. or the like.
func honorific(w text.Word) bool {
	lower := text.Lower(w.Text)
	r, ok := lexicon.Roles().Lookup(lower)
	if !ok {
		r, ok = lexicon.Roles().Lookup(lower + ".")
	}
	return ok && w.Capital && r.Kind == lexicon.Honorific
}

// participle reports whether a word does something rather than says what
// somebody is: "Roe, echoing the president,".
func participle(w string) bool {
	c := en.Classes(w)
	return c.Has(en.IngEnding) && !c.Has(en.TitleGerund) || c.Has(en.EdEnding) && !lexicon.FormerWord(w) && lexicon.Lemma(w) != w && !lexicon.TenureWord(w)
}

// endsTitle reports whether a title ends before word to: at a sign, or with
// "of", "for" or "at".
func endsTitle(words []text.Word, to int) bool {
	return to >= len(words) || !words[to].Joined || page.IsWord(words, to, en.BehindTitle)
}

// officeOf reads the place or body behind a title: "of France".
func officeOf(d *page.Page, s *page.Sentence, names []page.Name, to int) (of string, end int) {
	if !page.IsWord(s.Words, to, en.Of, en.For, en.At) || !s.Words[to].Joined {
		return "", to
	}
	k := to + 1
	if page.IsWord(s.Words, k, en.The) {
		k++
	}
	i := sort.Search(len(names), func(i int) bool { return names[i].Words[0] >= k })
	if i < len(names) && names[i].Words[0] == k {
		if !names[i].Demonym && !s.Words[names[i].Words[1]-1].Possessive {
			return names[i].Canonical, names[i].Words[1]
		}
		return "", to
	}
	if end = capitalRun(s.Words, k); end > k && !s.Words[end-1].Possessive {
		return body(s.Words[k:end]), end
	}
	return "", to
}

// capitalRun returns the word behind those with capitals from word k on, k where there
// is none, or more than a name has.
func capitalRun(words []text.Word, k int) int {
	end := k
	for end < len(words) && words[end].Capital && (end == k || words[end].Joined && !words[end-1].Possessive) {
		end++
	}
	if end-k > maxOffice {
		return k
	}
	return end
}

// body writes the name of a body that no list has, without what says that it is a firm.
func body(words []text.Word) string {
	if n := len(words); n > 1 && en.Is(strings.ToLower(words[n-1].Text), en.FirmForm) {
		words = words[:n-1]
	}
	return strings.Join(page.PlainWords(words), " ")
}

// owner returns the words of a body that no list has and that owns what stands at word
// at, "Northway's chief executive": its first word, at where there is none.
func owner(words []text.Word, at int) int {
	if at == 0 || !words[at-1].Possessive {
		return at
	}
	from := at
	for from > 0 && at-from <= maxOffice && words[from-1].Capital && (from == at || words[from].Joined && !words[from-1].Possessive) {
		from--
	}
	if at-from > maxOffice || from == 0 && at-from == 1 && lexicon.ClosedWord(strings.ToLower(words[0].Text)) {
		return at
	}
	return from
}

// roleFact writes a role. The title's owner and "former" are looked for right
// before it.
func roleFact(d *page.Page, s *page.Sentence, names []page.Name, holder *page.Name, t title, of string, end int) *fact.Role {
	words := s.Words
	from := t.from
	former := false
	for from > 0 && (words[from].Joined || words[from].Span.Start-words[from-1].Span.End == 1) {
		w := text.Lower(words[from-1].Text)
		if lexicon.FormerWord(w) {
			former = true
			from--
			continue
		}
		n := page.EndingAt(names, from)
		if n == nil && of == "" {
			if k := owner(words, from); k < from {
				of, from = body(words[k:from]), k
			}
			break
		}
		if n == nil || n == holder || of != "" || !n.Demonym && n.Kind != page.NamePlace && n.Kind != page.NameOrg && !words[from-1].Possessive {
			break
		}
		of, from = n.Canonical, n.Words[0]
	}
	span := text.Span{Start: words[min(from, holder.Words[0])].Span.Start, End: words[max(end, holder.Words[1])-1].Span.End}
	f := &fact.Role{
		At: d.PlaceOf(span), Zone: s.Zone.String(), Title: t.role.Canonical, Of: of, Holder: holder.Canonical,
		Former: former, Sentence: s.Span.In(d.Article.Flow()),
	}
	f.Text = f.At.Text
	addPost(d, f, s, names, holder, t)
	return f
}
