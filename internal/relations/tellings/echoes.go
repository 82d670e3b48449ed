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
	"factcheck/internal/syntax"
	"factcheck/timeline"
)

// echoReach is in how many sentences behind a headline the text can say again
// what the headline says. Chosen.
const echoReach = 16

// echoLead is how many of them are the lead, where two words in common will do.
// Chosen.
const echoLead = 4

// echoes returns the sentences of the text that say again, in its own words and
// with a time, what the headline says, in the order of the text. A headline with
// two times tells two things.
func echoes(d *page.Page) []*fact.Retelling {
	accounts := claims.Accounts(d)
	for i, t := range accounts {
		if t == nil || d.Parsed[i].Zone != article.Headline {
			continue
		}
		h := onlyTime(d, t, either)
		if h == nil {
			return nil
		}
		if f := echo(d, t, h, accounts[i+1:min(len(accounts), i+1+echoReach)]); f != nil {
			return []*fact.Retelling{f}
		}
		return nil
	}
	return nil
}

// A way is on which side of the publication a time lies.
type way int

const (
	either way = iota
	gone
	ahead
)

// wayOf returns on which side of the publication t lies; either where that is not
// known.
func wayOf(d *page.Page, t *timeline.Time) way {
	days := d.Published.Days()
	switch {
	case len(days) != 1 || t.When.From.Day() <= days[0] && t.When.LastDay() >= days[0]:
		return either
	case t.When.From.Day() > days[0]:
		return ahead
	}
	return gone
}

// onlyTime returns the one time of t on a side of the publication that a slip could
// concern, nil if there is another. What is told by the way may have one on the other
// side: rained off on Sunday, will now take place on Friday.
func onlyTime(d *page.Page, t *claims.Account, side way) *claims.Hanging {
	if datedTimes(t) == 1 {
		side = either
	}
	var only *claims.Hanging
	for i := range t.Times {
		h := &t.Times[i]
		if !claims.Dated(h.Time) || h.Time.Value == present || side != either && wayOf(d, h.Time) != either && wayOf(d, h.Time) != side {
			continue
		}
		if only != nil || !h.Time.Sure || h.Time.Joins != 0 || h.Time.Grain < timeline.GrainDay || h.From >= len(t.Lower) || h.To > len(t.Lower) {
			return nil
		}
		only = h
	}
	return only
}

func datedTimes(t *claims.Account) int {
	n := 0
	for i := range t.Times {
		if claims.Dated(t.Times[i].Time) {
			n++
		}
	}
	return n
}

// headlineWay returns on which side of the publication the headline's time h lies. The
// name of a weekday with a verb to come lies ahead: to visit Paris on Monday.
func headlineWay(d *page.Page, t *claims.Account, h *claims.Hanging) way {
	if g, ok := d.Syntax(t.Sentence).Governor(h.Time.Span); ok && h.Time.BareWeekday() && g.Form == syntax.Infinitive {
		return ahead
	}
	return wayOf(d, h.Time)
}

// echo returns the fact that one of behind tells what the headline t tells; nil if
// one of them that does has the time of the headline.
func echo(d *page.Page, t *claims.Account, h *claims.Hanging, behind []*claims.Account) *fact.Retelling {
	said := map[string]bool{}
	for _, w := range gist(t) {
		said[w] = true
	}
	var first *claims.Hanging
	var words []string
	side := headlineWay(d, t, h)
	for n, x := range behind {
		if x == nil || !page.Counted(d.Parsed[x.Sentence].Zone) {
			continue
		}
		shared := overlap(said, gist(x))
		if n == 0 && len(shared) == 1 && leads(d, h, side, x) && !otherNames(d, t.Sentence, x.Sentence) {
			return retelling(d, &dating{time: h.Time}, &dating{time: onlyTime(d, x, side).Time}, shared)
		}
		if len(shared) < 2 || 5*len(shared) < 2*len(said) || n >= echoLead && (len(shared) < 3 || 3*len(shared) < 2*len(said)) {
			continue
		}
		if anyFits(d, h, x) {
			return nil
		}
		if other := onlyTime(d, x, side); first == nil && other != nil && sameGrain(h.Time, other.Time) && !repeats(x) {
			first, words = other, shared
		}
	}
	if first == nil || repeats(t) {
		return nil
	}
	return retelling(d, &dating{time: h.Time}, &dating{time: first.Time}, words)
}

// leads reports whether the one time of the lead x can be a slip of that of the
// headline: a day of the days around it, both to come or both gone.
func leads(d *page.Page, h *claims.Hanging, side way, x *claims.Account) bool {
	o := onlyTime(d, x, side)
	if o == nil || len(d.Published.Days()) != 1 || repeats(x) || !sameGrain(h.Time, o.Time) || fits(h.Time, o.Time) {
		return false
	}
	return h.Time.When.Gap(o.Time.When) <= leadGap+7*weekday(h.Time) && side == wayOf(d, o.Time)
}

// weekday is 1 for the name of a weekday alone, which may be that of another week.
func weekday(t *timeline.Time) int {
	if t.BareWeekday() {
		return 1
	}
	return 0
}

// otherNames reports whether two sentences name somebody or some place each, and
// none that the other names.
func otherNames(d *page.Page, a, b int) bool {
	return len(d.Parsed[a].Names) > 0 && len(d.Parsed[b].Names) > 0 && !slices.ContainsFunc(d.Parsed[a].Names, func(n page.Name) bool {
		return slices.ContainsFunc(d.Parsed[b].Names, func(m page.Name) bool { return n.Canonical == m.Canonical })
	})
}

// leadGap is how many days the lead may be off the headline. Chosen.
const leadGap = 7

// anyFits reports whether x has a time that h can mean.
func anyFits(d *page.Page, h *claims.Hanging, x *claims.Account) bool {
	for i := range x.Times {
		if o := x.Times[i].Time; claims.Dated(o) && (fits(h.Time, o) || limits(d, h, o)) {
			return true
		}
	}
	return false
}

// limits reports whether the headline's time h only bounds when it is, as o does not
// contradict: by 3 July, on 2 July.
func limits(d *page.Page, h *claims.Hanging, o *timeline.Time) bool {
	before := strings.ToLower(lastWord(d.Article.Flow()[:h.Time.Span.Start]))
	return en.Is(before, en.Deadline) && o.When.From <= h.Time.When.To
}

// lastWord returns the last word of s.
func lastWord(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-16):], " ")
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// fits reports whether two times can be one. The name of a weekday alone is
// that day, whichever week it was resolved to.
func fits(a, b *timeline.Time) bool {
	return a.When.Overlaps(b.When) || a.BareWeekday() && b.BareWeekday() && a.Weekday == b.Weekday
}

// overlap returns the words of list that are in said, each once.
func overlap(said map[string]bool, list []string) []string {
	var out []string
	for _, w := range list {
		if said[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// repeats reports whether t says that there is more than one happening: another,
// second, earlier.
func repeats(t *claims.Account) bool {
	for k, w := range t.Lower {
		if lexicon.ClauseWord(w).Is(lexicon.WordOther) && !en.Is(w, en.OnceMore) && !inTime(t, k) {
			return true
		}
	}
	return false
}

func inTime(t *claims.Account, k int) bool {
	for i := range t.Times {
		if t.Times[i].From <= k && k < t.Times[i].To {
			return true
		}
	}
	return false
}

// gist returns the content words of t, verbs and nouns of happenings by the lemma
// of the verb, without times.
func gist(t *claims.Account) []string {
	var out []string
	for k, w := range t.Lower {
		c := lexicon.ClauseWord(w)
		if len(w) < 3 || inTime(t, k) || lexicon.ClosedWord(w) || claims.IsDigit(w[0]) || c.Is(lexicon.WordPlan-1) {
			continue
		}
		out = append(out, gistOf(w))
	}
	return out
}

// gistOf returns the form that the forms of a word and its verb share.
func gistOf(w string) string {
	if event, _, ok := lexicon.HappeningNoun(w); ok {
		return event.Lemma
	}
	if lemma, ok := lexicon.PastForm(w); ok {
		return lemma
	}
	lemma := lexicon.Lemma(w)
	if _, ok := lexicon.HappeningOf(lemma); ok {
		return lemma
	}
	singular, _ := lexicon.Singular(w)
	return singular
}
