package checker

import (
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/rules"
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
func (d *document) echoes() []*rules.Retelling {
	accounts := d.accounts()
	for i, t := range accounts {
		if t == nil || d.sentences[i].Zone != article.Headline {
			continue
		}
		h := d.onlyTime(t)
		if h == nil {
			return nil
		}
		if f := d.echo(t, h, accounts[i+1:min(len(accounts), i+1+echoReach)]); f != nil {
			return []*rules.Retelling{f}
		}
		return nil
	}
	return nil
}

// onlyTime returns the one time of t that a slip could concern, nil if there is
// another.
func (d *document) onlyTime(t *account) *hanging {
	var only *hanging
	for i := range t.times {
		h := &t.times[i]
		if !dated(h.time) {
			continue
		}
		if only != nil || !h.time.Sure || h.time.Joins != 0 || h.time.Grain < timeline.GrainDay || h.from >= len(t.lower) || h.to > len(t.lower) {
			return nil
		}
		only = h
	}
	return only
}

// echo returns the fact that one of behind tells what the headline t tells; nil if
// one of them that does has the time of the headline.
func (d *document) echo(t *account, h *hanging, behind []*account) *rules.Retelling {
	said := map[string]bool{}
	for _, w := range t.gist() {
		said[w] = true
	}
	var first *hanging
	var words []string
	for n, x := range behind {
		if x == nil || !counted(d.sentences[x.sentence].Zone) {
			continue
		}
		shared := overlap(said, x.gist())
		if len(shared) < 2 || 5*len(shared) < 2*len(said) || n >= echoLead && (len(shared) < 3 || 3*len(shared) < 2*len(said)) {
			continue
		}
		if d.anyFits(h, x) {
			return nil
		}
		if other := d.onlyTime(x); first == nil && other != nil && sameGrain(h.time, other.time) && !x.repeats() {
			first, words = other, shared
		}
	}
	if first == nil || t.repeats() {
		return nil
	}
	return d.retelling(&dating{time: h.time}, &dating{time: first.time}, words)
}

// anyFits reports whether x has a time that h can mean.
func (d *document) anyFits(h *hanging, x *account) bool {
	for i := range x.times {
		if dated(x.times[i].time) && fits(h.time, x.times[i].time) {
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
func (t *account) repeats() bool {
	for k, w := range t.lower {
		if w != "again" && w != "also" && lexicon.ClauseWord(w).Is(lexicon.WordOther) && !t.inTime(k) {
			return true
		}
	}
	return false
}

func (t *account) inTime(k int) bool {
	for i := range t.times {
		if t.times[i].from <= k && k < t.times[i].to {
			return true
		}
	}
	return false
}

// gist returns the content words of t, verbs and nouns of happenings by the lemma
// of the verb, without times.
func (t *account) gist() []string {
	var out []string
	for k, w := range t.lower {
		c := lexicon.ClauseWord(w)
		if len(w) < 3 || t.inTime(k) || lexicon.ClosedWord(w) || isDigit(w[0]) || c.Is(lexicon.WordPlan-1) {
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
