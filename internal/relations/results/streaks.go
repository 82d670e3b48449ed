package results

import (
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// Streaks returns the runs of one side, "the fourth loss in a row", beside which the
// text tells what was right before, in the order of the text.
func Streaks(d *page.Page) []*fact.Streak {
	var out []*fact.Streak
	for i := range d.Parsed {
		if !page.Counted(d.Parsed[i].Zone) || !hasRow(d, i) {
			continue
		}
		r := &reader{d: d, s: d.Syntax(i)}
		run, ok := r.run()
		if !ok {
			continue
		}
		behind := []*reader{r}
		if i+1 < len(d.Parsed) && page.Counted(d.Parsed[i+1].Zone) {
			next := &reader{d: d, s: d.Syntax(i + 1)}
			if r.speaksOn(next) {
				behind = append(behind, next)
			}
		}
		for n, at := range behind {
			from := 0
			if n == 0 {
				from = run.end
			}
			if f := at.broken(run, from, n == 0); f != nil {
				f.Zone = d.Parsed[i].Zone.String()
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// hasRow reports whether sentence i has words that say that things follow each other,
// without which it need not be tagged.
func hasRow(d *page.Page, i int) bool {
	if d.Has(i, en.Successive) {
		return true
	}
	if !d.Has(i, en.IndefiniteArticle) {
		return false
	}
	lower := d.Lower(i)
	for k, classes := range d.Classes(i) {
		if classes.Has(en.IndefiniteArticle) && k > 0 && k+1 < len(lower) && successive(lower[k-1], lower[k], lower[k+1]) {
			return true
		}
	}
	return false
}

// successive reports whether a word, or it with the two before it, says that the things
// counted before follow each other: consecutive, in a row.
func successive(first, second, word string) bool {
	return en.Is(word, en.Successive) || en.Is(second, en.IndefiniteArticle) && en.Is(first+"-"+second+"-"+word, en.Successive)
}

// A run is several of one side, one after another.
type run struct {
	courses []lexicon.Course
	count   int
	days    int // between two of them, 0 if not told
	end     int // the token behind it
	span    text.Span
}

// runReach is how many tokens a run has at most: fourth quarterly loss in a row.
// Chosen.
const runReach = 6

// rowTail is how many tokens behind "consecutive" tell what follows each other: year of
// growth. Chosen.
const rowTail = 4

// run returns the first run of the sentence.
func (r *reader) run() (run, bool) {
	for k := range r.s.Tokens() {
		n := r.countAt(k)
		if n < 2 {
			continue
		}
		end := r.rowEnd(k + 1)
		if end == 0 {
			continue
		}
		x := run{count: n, end: end, span: r.span(k, end)}
		x.courses = r.coursesIn(k, min(end+rowTail, len(r.s.Tokens())))
		if x.courses == nil {
			x.courses = r.coursesOfVerb(k)
		}
		for i := k; i < min(end+rowTail, len(r.s.Tokens())); i++ {
			x.days = max(x.days, unitDays(r.word(i)))
		}
		if x.courses != nil {
			return x, true
		}
	}
	return run{}, false
}

// countAt returns the number, or the ordinal, that token k is, up to twenty; 0 if it is
// neither.
func (r *reader) countAt(k int) int {
	w := r.word(k)
	if n, ok := lexicon.OrdinalOf(w); ok {
		return int(n)
	}
	if n, ok := lexicon.NumeralOf(w); ok && n.Kind == lexicon.NumeralUnit {
		return int(n.Value)
	}
	n, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
	if err != nil || n > maxRun {
		return 0
	}
	return n
}

// maxRun is how many of one side follow each other at most. Chosen.
const maxRun = 20

// rowEnd returns the token behind the words that say that the things counted before
// token k follow each other; 0 where none do within reach.
func (r *reader) rowEnd(k int) int {
	for end := k + runReach; k < end; k++ {
		if successive(r.word(k-2), r.word(k-1), r.word(k)) {
			return k + 1
		}
	}
	return 0
}

func (r *reader) span(from, to int) text.Span {
	t := r.s.Tokens()
	return text.Span{Start: t[from].Start, End: t[to-1].End}
}

// coursesIn returns the sides that the first word of tokens [from, to) that tells of any
// tells of.
func (r *reader) coursesIn(from, to int) []lexicon.Course {
	for k := from; k < to; k++ {
		if c := lexicon.CoursesOf(strings.ToLower(r.s.Lemma(k))); c != nil && !r.passes(k) {
			return c
		}
	}
	return nil
}

// passes reports whether token k is the verb of a passive clause or denied: was beaten,
// did not win.
func (r *reader) passes(k int) bool {
	for _, g := range r.s.VerbGroups() {
		if g.Head == k {
			return g.Passive || g.Negated || g.Modality != syntax.Plain
		}
	}
	return false
}

// coursesOfVerb returns the sides that the verb before token k tells of: won for the
// fifth time.
func (r *reader) coursesOfVerb(k int) []lexicon.Course {
	var last []lexicon.Course
	for _, g := range r.s.VerbGroups() {
		if g.Head < k && !r.passes(g.Head) {
			last = lexicon.CoursesOf(r.s.Lemma(g.Head))
		}
	}
	return last
}

// unitDays returns how many days a unit of time has, 0 for another word. A match is
// played about once a week.
func unitDays(w string) int {
	singular, _ := lexicon.Singular(w)
	switch {
	case en.Is(singular, en.UnitDay):
		return 1
	case en.Is(singular, en.UnitMatch):
		return 7
	case en.Is(singular, en.UnitMonth):
		return 30
	case en.Is(singular, en.UnitQuarter):
		return 91
	case en.Is(singular, en.UnitYear):
		return 365
	}
	return 0
}

// speaksOn reports whether the next sentence goes on with the subject of r's: by a
// pronoun, or by "the" where r's subject is a pronoun.
func (r *reader) speaksOn(next *reader) bool {
	first := next.word(0)
	return en.Is(first, en.ThirdPerson) || en.Is(first, en.The) && en.Is(r.word(0), en.ThingPronoun)
}

// beforeReach is within how many tokens of what was before the words stand that tell
// when. Chosen.
const beforeReach = 9

// broken returns the fact that tokens from k on tell what was right before another one of
// run x than its last. Inside the sentence of the run they must be said of its subject.
func (r *reader) broken(x run, k int, inside bool) *fact.Streak {
	for ; k < len(r.s.Tokens()); k++ {
		if inside && !r.goesBack(k) {
			continue
		}
		end := min(len(r.s.Tokens()), k+beforeReach)
		at, course := r.courseOf(x, k, end)
		if at < 0 {
			if inside {
				continue
			}
			return nil
		}
		days, to := r.ago(k, min(len(r.s.Tokens()), at+beforeReach))
		unit := x.days
		if unit == 0 && course.Axis == lexicon.Games {
			unit = 7
		}
		if unit == 0 {
			unit = days
		}
		if days == 0 || days > (x.count-1)*unit {
			return nil
		}
		f := &fact.Streak{At: r.d.PlaceOf(x.span), Count: int64(x.count), Before: r.d.PlaceOf(r.span(min(at, k), max(to, at+1)))}
		f.Text, f.Broken = f.At.Text, course.Sign != sideOn(x.courses, course.Axis)
		return f
	}
	return nil
}

// goesBack reports whether token k is "after" with what the same subject did or had
// right behind it: after losing, after a profit.
func (r *reader) goesBack(k int) bool {
	if !en.Is(r.word(k), en.After) || k+1 >= len(r.s.Tokens()) {
		return false
	}
	w := r.word(k + 1)
	return r.s.Tags()[k+1] == tag.VBG || en.Is(w, en.IndefiniteArticle) || en.Is(w, en.Possessive)
}

// courseOf returns the first token in [from, to) that tells of a side on an axis of x.
func (r *reader) courseOf(x run, from, to int) (int, lexicon.Course) {
	for k := from; k < to; k++ {
		if r.passes(k) {
			continue
		}
		for _, c := range lexicon.CoursesOf(strings.ToLower(r.s.Lemma(k))) {
			if sideOn(x.courses, c.Axis) != noSide {
				return k, c
			}
		}
	}
	return -1, lexicon.Course{}
}

// noSide stands for an axis that a run does not lie on.
const noSide = 9

// sideOn returns the side of an axis that one of courses is on.
func sideOn(courses []lexicon.Course, axis string) int {
	for _, c := range courses {
		if c.Axis == axis {
			return c.Sign
		}
	}
	return noSide
}

// ago returns how many days back words among tokens [from, to) set what they tell, with
// the token behind them: the previous quarter, the year before, last week; a week before
// "after" at from. 0 for none.
func (r *reader) ago(from, to int) (days, end int) {
	if n := unitDays(r.word(from - 1)); n > 0 && en.Is(r.word(from), en.After) {
		return n, from + 1
	}
	for k := from; k < to; k++ {
		n := unitDays(r.word(k))
		if n > 0 && (en.Is(r.word(k-1), en.Previous) || en.Is(r.word(k+1), en.EarlierBy)) {
			return n, k + 1
		}
	}
	return 0, 0
}
