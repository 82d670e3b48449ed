package tellings

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// leadDates returns the date of the lead that the only date of the headline should be:
// nothing else in the first sentences is dated, they share a word, no verb of saying has
// the date, and the headline's is nowhere in the text. nil if there is none.
func leadDates(d *page.Page) *fact.Retelling {
	h := firstIn(d, article.Headline)
	b := firstIn(d, article.Body)
	if h < 0 || b < h || len(d.TimesIn[h]) != 1 {
		return nil
	}
	first := d.TimesIn[h][0]
	if !headlineDate(d, h, first) || anywhere(d, first, h) {
		return nil
	}
	for i := b; i < min(len(d.Parsed), b+newsReach) && d.Parsed[i].Zone == article.Body; i++ {
		if len(d.TimesIn[i]) == 0 {
			continue
		}
		second := onlyDate(d, i, first)
		if second == nil {
			return nil
		}
		shared := sharedWords(d, h, i, first, second)
		if len(shared) < min(leastShared, len(contentLemmas(d, h, first))) || namesApart(d, h, i) {
			return nil
		}
		return retelling(d, &dating{time: first}, &dating{time: second}, shared)
	}
	return nil
}

// leastShared is how many words that tell something a headline shares with the sentence
// that tells the same: one is shared by two events of one kind as well. Chosen.
const leastShared = 2

// namesApart reports whether sentences h and i both have names and share no word of one:
// arrests in Lyon are not those in Marseille.
func namesApart(d *page.Page, h, i int) bool {
	a, b := nameWords(d, h), nameWords(d, i)
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// nameWords returns the words of the names of sentence i, in lower case.
func nameWords(d *page.Page, i int) []string {
	var out []string
	for _, n := range d.NamesOf(i) {
		for _, w := range d.Parsed[i].Words[n.Words[0]:n.Words[1]] {
			out = append(out, text.Lower(w.Text))
		}
	}
	return out
}

// firstIn returns the first sentence of a zone, -1 for none.
func firstIn(d *page.Page, zone article.Kind) int {
	return slices.IndexFunc(d.Parsed, func(s page.Sentence) bool { return s.Zone == zone })
}

// headlineDate reports whether t dates what the headline, sentence i, tells, by a day or
// more and no word of order.
func headlineDate(d *page.Page, i int, t *timeline.Time) bool {
	return claims.Dated(t) && t.Sure && t.Joins == 0 && t.Grain >= timeline.GrainDay && t.Value != present && !behindOrder(d, i, t)
}

// behindOrder reports whether a word right before t puts something before or behind it:
// since 1990, until Monday.
func behindOrder(d *page.Page, i int, t *timeline.Time) bool {
	w := wordBefore(d, i, t, 1)
	return en.Classes(w).HasAny(en.PutsFirst, en.PutsLast, en.LaterThan, en.From, en.By)
}

// wordBefore returns the nth word before t in sentence i, in lower case; empty for none.
func wordBefore(d *page.Page, i int, t *timeline.Time, n int) string {
	words := d.Parsed[i].Words
	at := slices.IndexFunc(words, func(w text.Word) bool { return w.Span.Start >= t.Span.Start })
	if at < 0 {
		at = len(words)
	}
	if at < n {
		return ""
	}
	return strings.ToLower(words[at-n].Text)
}

// anywhere reports whether the text outside of sentence h has a time that fits t.
func anywhere(d *page.Page, t *timeline.Time, h int) bool {
	for i, times := range d.TimesIn {
		if i != h && slices.ContainsFunc(times, func(o *timeline.Time) bool {
			return claims.Dated(o) && o.Grain <= t.Grain && o.When.Overlaps(t.When)
		}) {
			return true
		}
	}
	return false
}

// ofAnotherMonth reports whether the headline's month, first, can be a slip for that of
// the day t.
func ofAnotherMonth(first, t *timeline.Time) bool {
	return first.Grain == timeline.GrainMonth && fineness(t) == 0 && first.When.Gap(t.When) <= 200
}

// tellsVerbOf reports whether the verb that has the time t in sentence i is in the headline
// too, whose time is first, or says no more than that something is: will be held.
func tellsVerbOf(d *page.Page, i int, t, first *timeline.Time) bool {
	s := d.Syntax(i)
	g, ok := s.Governor(t.Span)
	if !ok {
		return false
	}
	lemma := s.Lemma(g.Head)
	return en.Is(lemma, en.Support) && g.Passive || slices.Contains(contentLemmas(d, firstIn(d, article.Headline), first), lemma)
}

// onlyDate returns the only time of sentence i but for those of sayings, if it can be
// another version of first: of its size, or a day where first is a month, and on its side
// of the publication.
func onlyDate(d *page.Page, i int, first *timeline.Time) *timeline.Time {
	told := slices.DeleteFunc(slices.Clone(d.TimesIn[i]), func(t *timeline.Time) bool { return saidAt(d, i, t) })
	if len(told) != 1 {
		return nil
	}
	t := told[0]
	if !headlineDate(d, i, t) || !sameGrain(first, t) && !ofAnotherMonth(first, t) || fits(first, t) {
		return nil
	}
	if first.Grain != t.Grain && !tellsVerbOf(d, i, t, first) {
		return nil
	}
	if a, b := wayOf(d, first), wayOf(d, t); a != either && b != either && a != b {
		return nil
	}
	return t
}

// saidAt reports whether a verb of saying has the time t of sentence i.
func saidAt(d *page.Page, i int, t *timeline.Time) bool {
	s := d.Syntax(i)
	g, ok := s.Governor(t.Span)
	if !ok {
		return false
	}
	_, says := lexicon.SayingOf(s.Lemma(g.Head))
	return says
}

// sharedWords returns the words, by lemma, that headline h and sentence i share. For
// years one of them must stand right before each: the flood of 1953.
func sharedWords(d *page.Page, h, i int, first, second *timeline.Time) []string {
	a, b := contentLemmas(d, h, first), contentLemmas(d, i, second)
	shared := common(a, b)
	if fineness(first) < 2 || len(shared) == 0 {
		return shared
	}
	head := lexicon.Lemma(wordBefore(d, h, first, 2))
	if !en.Is(wordBefore(d, h, first, 1), en.Owning) && !en.Is(wordBefore(d, h, first, 1), en.In) || !slices.Contains(shared, head) {
		return nil
	}
	for n := 1; n <= headReach; n++ {
		if lexicon.Lemma(wordBefore(d, i, second, n)) == head {
			return shared
		}
	}
	return nil
}

// headReach is within how many words before a year what it is the year of stands. Chosen.
const headReach = 4

// contentLemmas returns the lemmas of the words of sentence i that name or tell
// something, but for those of t.
func contentLemmas(d *page.Page, i int, t *timeline.Time) []string {
	var out []string
	for _, w := range d.Parsed[i].Words {
		lower := strings.ToLower(w.Text)
		if w.Span.Start < t.Span.End && t.Span.Start < w.Span.End || len(lower) < 3 || lexicon.ClosedWord(lower) || lexicon.FunctionWord(lower) {
			continue
		}
		out = append(out, lexicon.Lemma(lower))
	}
	return out
}
