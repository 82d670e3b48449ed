package tellings

import (
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
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
		h := onlyTime(d, t)
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

// onlyTime returns the one time of t that a slip could concern, nil if there is
// another.
func onlyTime(d *page.Page, t *claims.Account) *claims.Hanging {
	var only *claims.Hanging
	for i := range t.Times {
		h := &t.Times[i]
		if !claims.Dated(h.Time) {
			continue
		}
		if only != nil || !h.Time.Sure || h.Time.Joins != 0 || h.Time.Grain < timeline.GrainDay || h.From >= len(t.Lower) || h.To > len(t.Lower) {
			return nil
		}
		only = h
	}
	return only
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
	for n, x := range behind {
		if x == nil || !page.Counted(d.Parsed[x.Sentence].Zone) {
			continue
		}
		shared := overlap(said, gist(x))
		if n == 0 && len(shared) == 1 && leads(d, h, x) && !otherNames(d, t.Sentence, x.Sentence) {
			return retelling(d, &dating{time: h.Time}, &dating{time: x.Times[0].Time}, shared)
		}
		if len(shared) < 2 || 5*len(shared) < 2*len(said) || n >= echoLead && (len(shared) < 3 || 3*len(shared) < 2*len(said)) {
			continue
		}
		if anyFits(d, h, x) {
			return nil
		}
		if other := onlyTime(d, x); first == nil && other != nil && sameGrain(h.Time, other.Time) && !repeats(x) {
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
func leads(d *page.Page, h *claims.Hanging, x *claims.Account) bool {
	o := onlyTime(d, x)
	days := d.Published.Days()
	if o == nil || len(x.Times) > 1 || len(days) != 1 || repeats(x) || !sameGrain(h.Time, o.Time) || fits(h.Time, o.Time) {
		return false
	}
	ahead := func(t *timeline.Time) bool { return t.When.From.Day() > days[0] }
	return h.Time.When.Gap(o.Time.When) <= leadGap && ahead(h.Time) == ahead(o.Time)
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
		if claims.Dated(x.Times[i].Time) && fits(h.Time, x.Times[i].Time) {
			return true
		}
	}
	return false
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
		if w != "again" && w != "also" && lexicon.ClauseWord(w).Is(lexicon.WordOther) && !inTime(t, k) {
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
