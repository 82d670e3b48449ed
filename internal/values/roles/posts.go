package roles

import (
	"slices"
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// cabinetLine is the line of ministers in posts.tsv.
const cabinetLine = "cabinet"

// addPost says which post a title is, and whether its sentence gives it without
// more ado.
func addPost(d *page.Page, f *fact.Role, s *page.Sentence, names []page.Name, holder *page.Name, t title) {
	words := s.Words
	f.Words = page.SpanOf(words, t.from, t.to).In(d.Article.Flow())
	if p, ok := lexicon.PostOf(f.Title); ok {
		f.Lines, f.Against, f.Post, f.Broad = p.Lines, p.Against, p.Name, p.Broad
	} else if en.Is(f.Title, en.Minister) {
		f.Post = portfolio(words, t.from)
		if f.Post != "" {
			f.Lines = []string{cabinetLine}
			f.Words = page.SpanOf(words, t.from-1, t.to).In(d.Article.Flow())
		}
	}
	f.Sole = sole(f, words)
	f.Joint = joins(words, t.from-1) && page.EndingAt(names, t.from-1) == nil || joins(words, t.to) && t.to+1 < len(words) && words[t.to+1].Joined
	f.Unsettled = changing(d, s, holder, t) || elsewhen(d, s)
	addTerm(d, f, s, holder, t)
	if full := holder.Words[1] - holder.Words[0]; t.from >= holder.Words[1] && full > 1 && s.Zone == article.Body && !t.predicate {
		f.Introduction = 1
	}
}

// sole reports whether only one person at a time has the office of f, whose words
// stand among words: one of a place, and not of a part of it, or of a body.
func sole(f *fact.Role, words []text.Word) bool {
	title := strings.ReplaceAll(f.Title, " ", "-")
	if f.Of == "" || !namedInFull(f.Holder) {
		return false
	}
	if !page.IsPlace(f.Of) {
		return en.Is(title, en.HeadOfBody)
	}
	if !slices.Contains(f.Lines, cabinetLine) && !en.Is(title, en.SoleOffice) {
		return false
	}
	return !slices.ContainsFunc(words[page.WordAt(words, f.At.Span.Start):page.WordAt(words, f.At.Span.End)], func(w text.Word) bool {
		return en.Is(strings.ToLower(w.Text), en.Devolved)
	})
}

// namedInFull reports whether a name has two words and more, none of them initials.
func namedInFull(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if len(w) < 3 {
			return false
		}
	}
	return strings.Contains(name, " ")
}

// joins reports whether word k is an "and" or "or".
func joins(words []text.Word, k int) bool { return page.IsWord(words, k, en.JoinsTitles) }

// portfolio returns the capitalised word before a minister's title, in small
// letters, where the list of titles has no such minister: Tourism Minister.
func portfolio(words []text.Word, at int) string {
	if at < 1 || !words[at].Joined || !words[at].Capital || words[at-1].Possessive {
		return ""
	}
	w := words[at-1]
	lower := text.Lower(w.Text)
	if !w.Capital || len(w.Text) < 4 || page.IsPlace(w.Text) || lexicon.NotName(w.Text) || lexicon.FormerWord(lower) || joins(words, at-2) || en.Is(lower, en.NoPortfolio) {
		return ""
	}
	return strings.TrimSuffix(lower, "s")
}

// tenureReach is within how many words of a title or its holder a word such as
// "appointed" is taken to be said of them.
const tenureReach = 5

// changing reports whether words beside the title of holder in a sentence, or
// quotation marks around it, say that it may be another than the one held at the
// time.
func changing(d *page.Page, s *page.Sentence, holder *page.Name, t title) bool {
	return leaving(d, s, holder, t) || then(s.Words, t.from) || t.from > 0 && passing(s.Words, t.from)
}

// leaving reports whether words of taking or leaving an office stand beside a
// title, or quotation marks around it.
func leaving(d *page.Page, s *page.Sentence, holder *page.Name, t title) bool {
	from, to := min(t.from, holder.Words[0]), max(t.to, holder.Words[1])
	for k := max(0, from-tenureReach); k < min(len(s.Words), to+tenureReach); k++ {
		if k >= t.from && k < t.to {
			continue
		}
		lower := text.Lower(s.Words[k].Text)
		if lexicon.TenureWord(lower) || en.Is(firstPart(lower), en.Ex) || en.Is(lower, en.Elect) {
			return true
		}
	}
	return d.InQuotation(s.Words[t.from].Span.Start)
}

// then reports whether "then" or "then-" stands with a title at word k, within its
// country: then-president, the then French president.
func then(words []text.Word, k int) bool {
	for i := k; i >= max(0, k-thenReach); i-- {
		if en.Is(firstPart(text.Lower(words[i].Text)), en.Then) {
			return true
		}
		if !words[i].Joined {
			return false
		}
	}
	return false
}

// firstPart returns a word up to its first hyphen.
func firstPart(w string) string {
	first, _, _ := strings.Cut(w, "-")
	return first
}

// thenReach is how many words may stand between "then" and a title.
const thenReach = 3

// passing reports whether the word right before a title at word k, but for an
// article, sets it in another time: was finance minister, as the finance
// minister, also finance minister.
func passing(words []text.Word, k int) bool {
	if k > 1 && words[k].Joined && page.IsWord(words, k-1, en.Article) {
		k--
	}
	return words[k].Joined && page.IsWord(words, k-1, en.SetsApart)
}

// otherTime is how many days before or after publication an office may have had
// another holder.
const otherTime = 120

// elsewhen reports whether a sentence has a time far from publication.
func elsewhen(d *page.Page, s *page.Sentence) bool {
	days := d.Published.Days()
	if len(days) == 0 {
		return false
	}
	first := sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= s.Span.Start })
	for i := first; i < len(d.Times) && d.Times[i].Span.End <= s.Span.End; i++ {
		t := &d.Times[i]
		if t.When.Closed() && (t.When.LastDay() < days[0]-otherTime || t.When.From.Day() > days[len(days)-1]+otherTime) {
			return true
		}
	}
	return false
}

// settle gives surnames alone their full names, and notes what needs the titles
// before: whether a post is told for the first time, and how often a person was
// introduced.
func settle(d *page.Page, roles []*fact.Role) {
	if len(roles) == 0 {
		return
	}
	full := d.FullNames()
	type held struct{ holder, post string }
	told := map[held]bool{}
	introduced := map[string]int64{}
	for _, f := range roles {
		surname := f.Holder[strings.LastIndexByte(f.Holder, ' ')+1:]
		switch name, ok := full[surname]; {
		case ok && name == "":
			f.Shared = surname == f.Holder || !strings.Contains(f.Text, f.Holder)
		case ok && surname == f.Holder:
			f.Holder = name
		}
		h := held{f.Holder, f.Post}
		f.First = !told[h]
		told[h] = told[h] || !f.Unsettled && !f.Former
		if f.Introduction > 0 {
			introduced[f.Holder]++
			f.Introduction = introduced[f.Holder]
		}
	}
}
