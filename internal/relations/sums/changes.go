package sums

import (
	"math"
	"slices"
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
)

// Changes returns each change that is stated with the values before and after,
// in the order of the text.
func Changes(d *page.Page) []*fact.Change { return reckon(d).changes }

// A course is what one clause says of a value that changes.
type course struct {
	verb     int     // the word of change, -1 before there is one
	dir      float64 // 1 up, -1 down, 0 not said
	times    float64 // 2 for doubled; 0 for no such verb
	aside    bool    // the word of change stands behind the value: 121, up from 110
	mixed    bool    // words of both directions
	from, to *term
	by       []*term
	since    int   // how many of by stood before to
	doubt    bool  // another percentage stands in the clause, with no part in it
	spare    *term // the last amount behind the verb that has no part in it
	topic    *term // the last amount that no preposition places
	prior    *term // the value that a clause right before the verb gives, see priorTo
	shown    *term // the value behind a colon that another is set against
}

func newCourse() course { return course{verb: -1} }

// again is the course that goes on with the same verb: from 3 to 4 in one place
// and from 5 to 8 in another.
func (c *course) again() course {
	return course{verb: c.verb, dir: c.dir, times: c.times, aside: c.aside, by: slices.Clone(c.by[c.since:])}
}

// readChanges reads the changes of the sentence.
func (r *amountReader) readChanges() {
	if len(r.nums) < 2 {
		return
	}
	c := newCourse()
	n := 0
	for k := 0; k < len(r.Toks); k++ {
		if n < len(r.nums) && k >= r.nums[n].lead {
			r.take(&c, &r.nums[n])
			k = max(k, r.nums[n].to-1)
			n++
			continue
		}
		switch adverb := r.Is(k, en.ChangeAdverb); {
		case r.Is(k, en.After) && r.afterMore(&c, n, k):
		case r.Is(k, en.After) && r.afterValue(&c, n, k): // to close at 120, after 115 the day before
		case r.Meets(k, &en.ClauseEnd) && !r.comparative(k) && r.TimeAt(k) == nil && r.TimeAt(k+1) == nil, r.Is(k, en.Semicolon):
			r.flush(&c)
		case r.Is(k, en.ChangeVerb, en.ChangeNoun) && r.modifies(k): // cut its growth forecast
		case r.Is(k, en.TimesAdverb):
			if c.verb >= 0 && c.dir > 0 && k-c.verb <= roleReach && c.times == 0 {
				c.times = lexicon.FactorOf(r.Tok(k).Lower) // rose tenfold
			}
		case r.Is(k, en.ChangeVerb, en.TimesVerb):
			r.verb(&c, k)
		case r.Is(k, en.Loss) && c.verb < 0 && (c.from == nil || c.to == nil): // a loss of 40 million
		case adverb && c.verb == k-1 && k > 0:
			c.dir = r.trend(k) // edged up
		case adverb && c.verb >= 0 && n > 0 && c.spare == &r.nums[n-1] && k-r.nums[n-1].to <= 1:
			kept := r.nowHas(&c, &r.nums[n-1])
			r.flush(&c) // to 120 on sales of 500, up from 450
			c.topic, c.by = &r.nums[n-1], kept
			c.turn(r.turnAt(k), true)
		case r.Is(k, en.ChangeNoun) && r.nounUse(k), adverb && r.adverb(k), r.Is(k, en.Comparative) && r.isAmountEnd(k):
			first := c.verb < 0
			c.turn(r.turnAt(k), true)
			if first && r.Is(k, en.ChangeNoun) {
				r.priorTopic(&c)
			}
			if first && adverb && r.auxiliary(k-1) {
				r.notePrior(&c, k)
			}
		case r.Is(k, en.ChangeNoun):
			r.verb(&c, k)
		}
	}
	r.flush(&c)
}

var nowGap = numbers.Gap{Most: jointReach, Needs: en.SetOf(en.Now)}

// nowHas returns the amount by which a changed where the words between say that
// it is what is left: lost 12 seats and now has 30. Nil if they do not.
func (r *amountReader) nowHas(c *course, a *term) []*term {
	if len(c.by) != 1 || c.by[0].Kind != a.Kind || c.by[0].Noun != a.Noun && a.Noun != "" || c.by[0].to > a.lead || !r.Between(c.by[0].to, a.lead, &nowGap) {
		return nil
	}
	return slices.Clone(c.by)
}

// afterMore reports whether "after" at token k gives, with number n, what came
// to a value whose both ends are told: rose from 40 to 45 after five more died.
func (r *amountReader) afterMore(c *course, n, k int) bool {
	if c.to == nil || c.from == nil || c.dir <= 0 || n >= len(r.nums) || r.nums[n].lead > k+2 {
		return false
	}
	a := &r.nums[n]
	return a.counts() && c.to.counts() && exact(a) && (strings.Contains(a.Text, " more ") || r.Is(a.to, en.MoreWord))
}

// afterValue reports whether "after" at token k gives, with number n, the value
// before of a course that has its value after.
func (r *amountReader) afterValue(c *course, n, k int) bool {
	if c.to == nil || c.from != nil || len(c.by) == 0 || n >= len(r.nums) || r.nums[n].lead != k+1 {
		return false
	}
	a := &r.nums[n]
	return a.Upper == nil && comparable(a.Number, c.to.Number) && (c.to.Kind != numbers.KindCount || a.Noun == c.to.Noun || a.Noun == "") && !r.Meets(a.to, &amountWords)
}

// comparative reports whether token k is the "than" of a comparative.
func (r *amountReader) comparative(k int) bool {
	return r.Is(k, en.Than) && r.Is(k-1, en.Comparative)
}

func (r *amountReader) flush(c *course) {
	r.build(c)
	*c = newCourse()
}

// verb begins a course with a verb of change, unless it only says the change
// once more: a rise of 5, gaining 5.
func (r *amountReader) verb(c *course, k int) {
	w := r.turnAt(k)
	result := r.Is(k-1, en.Comma) && r.Is(k, en.IngEnding)
	aside := r.nounUse(k) || result && r.leadsAmount(k+1)
	if result && !aside { // cut 80 jobs, reducing its staff from 500
		figure := r.figureBehind(k)
		kept := slices.DeleteFunc(slices.Clone(c.by), func(a *term) bool {
			return a.Kind != numbers.KindCount && a.Kind != numbers.KindMoney && !(figure && a.Kind == numbers.KindPercent)
		})
		if figure && w.dir == 0 {
			w.dir = c.dir
		}
		r.flush(c)
		c.by = kept
	}
	if !aside && !result && c.verb >= 0 && (c.from != nil || c.to != nil || len(c.by) > 0) {
		r.flush(c)
	}
	if !aside {
		c.verb = -1
	}
	c.turn(w, aside)
	if !aside {
		r.notePrior(c, k)
	}
}

// priorTopic keeps the value before of the amount that a noun of change behind
// it tells of: which cost 2 pesos in 1990, now costs 3 pesos, a rise of.
func (r *amountReader) priorTopic(c *course) {
	if c.topic == nil || c.from != nil || c.to != nil {
		return
	}
	k := c.topic.lead - 1
	if r.Is(k, en.At) {
		k--
	}
	if k > 0 && r.auxiliary(k-1) {
		c.prior = r.priorTo(k)
	}
}

// notePrior keeps the value before of the word of change at token k, where a
// clause right before it gives one.
func (r *amountReader) notePrior(c *course, k int) {
	if c.prior = r.priorTo(k); c.prior != nil && c.to == c.prior {
		c.to = nil
	}
}

// priorTo returns the value that stands between commas right before the verb of
// change at token k: "the index, which had closed at 2,950, rose", "the town's
// population, 3,000 in 1990, has fallen"; nil for none.
func (r *amountReader) priorTo(k int) *term {
	for k--; r.auxiliary(k); k-- {
	}
	if !r.Is(k, en.Comma) {
		return nil
	}
	i := sort.Search(len(r.nums), func(i int) bool { return r.nums[i].to > k }) - 1
	if i < 0 || k-r.nums[i].to > roleReach {
		return nil
	}
	a := &r.nums[i]
	dated := false
	for n := a.to; n < k; n++ {
		dated = dated || r.TimeAt(n) != nil
	}
	if r.Between(a.to, k, &priorGap) && (r.Is(a.lead-1, en.Comma) && dated || r.stoodAt(a.lead-1)) {
		return a
	}
	return nil
}

var priorGap = numbers.Gap{Bars: amountWords.With(&sameListGap.Bars)}

// What stands between two members of a list.
var sameListGap = numbers.Gap{Bars: en.SetOf(en.Comma, en.And)}

// auxiliary reports whether token k may stand between a comma and the verb of
// change behind it.
func (r *amountReader) auxiliary(k int) bool {
	return r.Tok(k).Kind == page.TokenWord && r.Is(k, en.ChangeHelper)
}

// stoodAt reports whether the tokens up to k are a relative clause that gives a
// value: ", which had closed at", ", which was", ", which stood at".
func (r *amountReader) stoodAt(k int) bool {
	if r.Is(k, en.At) {
		k--
	}
	which := r.WordBefore(k, 6, en.Which)
	return r.Is(which-1, en.Comma) && r.Between(which, k+1, &levelGap)
}

var levelGap = numbers.Gap{Needs: en.SetOf(en.StoodVerb, en.LevelVerb)}

// figureBehind reports whether the object of the word at token k stands for the
// very value that the clause before told the change of: taking the total from
// 50 to 60, bringing it to 60.
func (r *amountReader) figureBehind(k int) bool {
	if r.determined(k + 1) {
		k++
	}
	return r.Is(k+1, en.FigureNoun, en.Total) && r.Is(k+2, en.Toward)
}

// leadsAmount reports whether an amount begins at token k or right behind it.
func (r *amountReader) leadsAmount(k int) bool {
	i := sort.Search(len(r.nums), func(i int) bool { return r.nums[i].lead >= k })
	return i < len(r.nums) && r.nums[i].lead <= k+1
}

// A turn is a word of change: where it stands, its trend, and the factor of one that
// multiplies.
type turn struct {
	at         int
	dir, times float64
}

func (r *amountReader) turnAt(k int) turn {
	if r.Is(k, en.TimesVerb) {
		times := lexicon.FactorOf(r.Tok(k).Lower)
		return turn{k, math.Copysign(1, times-1), times}
	}
	return turn{k, r.trend(k), 0}
}

// turn notes a word of change.
func (c *course) turn(w turn, aside bool) {
	if c.verb >= 0 {
		c.mixed = c.mixed || w.dir*c.dir < 0
		return
	}
	c.verb, c.dir, c.times, c.aside = w.at, w.dir, w.times, aside
}

// nounUse reports whether the word of change at token k is a noun: a rise, its
// sharp fall, a 5 percent cut.
func (r *amountReader) nounUse(k int) bool {
	if r.determined(k+1) && !r.isAmountEnd(k) {
		return false // the bank cut its rate
	}
	for n := 1; n <= 2; n++ {
		if r.Is(k-n, en.OwnArticle) {
			return true
		}
		if !r.Content(k - n) {
			break
		}
	}
	return r.isAmountEnd(k) && r.adverbial(k)
}

// adverbial reports whether the word at token k stands behind an amount as a
// noun or comparative does; a verb would have its subject there.
func (r *amountReader) adverbial(k int) bool {
	a := r.amountBefore(k)
	if a == nil {
		return false
	}
	if r.Is(a.lead-1, en.TheIts) {
		return true
	}
	return r.Is(k, en.Comparative, en.ChangeNoun)
}

// amountBefore returns the amount that ends right before token k or before the
// hyphen there, nil for none.
func (r *amountReader) amountBefore(k int) *term {
	i := sort.Search(len(r.nums), func(i int) bool { return r.nums[i].to >= k-1 })
	for ; i < len(r.nums) && r.nums[i].to <= k; i++ {
		if a := &r.nums[i]; a.to == k || r.Is(k-1, en.Hyphen) {
			return a
		}
	}
	return nil
}

// isAmountEnd reports whether an amount ends right before token k.
func (r *amountReader) isAmountEnd(k int) bool { return r.amountBefore(k) != nil }

// adverb reports whether up, down or off at token k tells of a change rather
// than belongs to a verb: set up, down the road.
func (r *amountReader) adverb(k int) bool {
	if r.determined(k+1) && !r.leadsAmount(k+1) {
		return false // 200 dollars off the usual price
	}
	return r.Is(k+1, en.From, en.By, en.At) || r.isAmountEnd(k) || r.leadsAmount(k+1)
}

// A role is the part that an amount has in a change.
type role uint8

const (
	roleNone role = iota
	roleFrom
	roleTo
	roleBy
)

// maxSteps is how many stated changes of one value are kept.
const maxSteps = 8

// take gives an amount its part in the course.
func (r *amountReader) take(c *course, a *term) {
	if a.Upper != nil && c.verb >= 0 && (r.role(c, a) == roleTo || r.Phrase(a.lead-2, en.To, en.Between)) {
		r.flush(c) // cut it to between 2.90 and 3.05, from 3.20 to 3.40
		return
	}
	if a.Upper != nil || a.Kind == numbers.KindScore || a.Kind == numbers.KindAge {
		return
	}
	switch r.role(c, a) {
	case roleFrom:
		if c.spare != nil && c.spare.to <= a.lead-1 && a.lead-c.spare.to <= roleReach && (r.Is(c.spare.lead-1, en.Colon, en.Bracket) || r.Is(c.spare.lead-1, en.Dash)) {
			c.shown = c.spare // fell 20 percent: 80 cases against 100
		}
		if c.from != nil {
			next := c.again()
			r.build(c)
			*c = next
		}
		c.from = a
	case roleTo:
		if c.to != nil {
			next := c.again()
			r.build(c)
			*c = next
		}
		c.to, c.since = a, len(c.by)
	case roleBy:
		if len(c.by) < maxSteps {
			c.by = append(c.by, a)
		}
	default:
		if c.verb < 0 {
			c.topic = a
		}
		c.spare = a
		c.doubt = c.doubt || c.verb >= 0 && a.Kind == numbers.KindPercent && r.Is(a.lead-1, en.And, en.Comma)
	}
}

// roleReach is how many words may stand between a preposition and its amount:
// to a two-year high of 121.
const roleReach = 7

// role reads the part that the words around an amount give it.
func (r *amountReader) role(c *course, a *term) role {
	if r.stepBehind(a) || r.behindObject(c, a) {
		return roleBy
	}
	k := a.lead - 1
	if r.Is(k, en.IndefiniteArticle) {
		k--
	}
	if prev := r.Tok(k); prev.Of(en.Or) || prev.Of(en.Bracket) && len(c.by) > 0 || prev.Of(en.Comma) && r.Is(k-1, en.Or) {
		rate := a.Kind == numbers.KindPercent || a.Kind == numbers.KindShare && a.Of == "" && !r.Is(a.to, en.Of) || a.Kind == numbers.KindPoints || en.Is(a.Noun, en.Point)
		if rate && (len(c.by) > 0 || c.from != nil && c.to != nil) {
			return roleBy
		}
		return roleNone
	}
	for n := 0; n < roleReach; n, k = n+1, k-1 {
		t := r.Tok(k)
		if t.Kind != page.TokenWord {
			if t.Of(en.Hyphen) && t.Glued && r.Tok(k+1).Glued {
				continue
			}
			return roleNone
		}
		if part, done := r.preposition(c, k, n); done {
			return part
		}
	}
	return roleNone
}

// behindObject reports whether a rate stands behind the object of the verb as
// the change of it: raised its dividend 10 percent to 22 cents.
func (r *amountReader) behindObject(c *course, a *term) bool {
	if c.verb < 0 || c.aside || a.Kind != numbers.KindPercent && a.Kind != numbers.KindPoints || a.lead-c.verb > roleReach || !r.determined(c.verb+1) {
		return false
	}
	for k := c.verb + 2; k < a.lead; k++ {
		if !r.Content(k) {
			return false
		}
	}
	return a.lead > c.verb+2 && (r.Is(a.to, en.To, en.From) || r.closes(a.to))
}

// preposition reads token k, n words before an amount.
func (r *amountReader) preposition(c *course, k, n int) (part role, done bool) {
	switch {
	case r.Is(k, en.ChangeFrom) && r.Is(k-1, en.Ranging): // aged from 23 to 81
		return roleNone, true
	case n > 0 && r.Is(k, en.To) && r.verbIs(k, syntax.Infinitive): // rose in price to yield 2.2 percent
		return roleNone, true
	case r.Is(k, en.ChangeFrom), r.Phrase(k-1, en.ComparedTo, en.To), r.Phrase(k-1, en.Compared, en.With):
		return roleFrom, true
	case r.Is(k, en.To, en.At):
		return roleTo, true
	case r.Is(k, en.By), r.Is(k, en.Up) && n == 0:
		return roleBy, true
	case r.Is(k, en.After):
		return c.afterRole(n), true
	case r.Is(k, en.Than):
		return roleFrom, r.comparative(k)
	case r.Is(k, en.On, en.Over) && (r.isAmountEnd(k) || r.Is(k-1, en.ChangeNoun) || r.Is(k-1, en.ChangeAdverb) && r.isAmountEnd(k-1)):
		return roleFrom, true // up 5 percent on the 200 of last year
	case r.Is(k, en.On, en.Over, en.With):
		return roleNone, true
	case r.Is(k, en.Of):
		return r.ofRole(c, k)
	case r.Is(k, en.ChangeArticle):
		return roleNone, false
	case r.Is(k, en.ChangeVerb, en.ChangeAdverb, en.ChangeNoun):
		if n == 0 || n == 1 && r.Is(k+1, en.AnotherWord) {
			return roleBy, true
		}
		return roleNone, true
	case r.Is(k, en.LevelVerb):
		if n > 0 && (r.Tok(k-1).Possessive || r.determined(k-1)) {
			return roleNone, false // Thursday's close of
		}
		return roleNone, n > 0 && !r.Is(k-1, en.To) && !r.Tok(k).Capital
	}
	return roleNone, lexicon.ClosedWord(r.Tok(k).Lower) && r.TimeAt(k) == nil
}

// afterRole is the role of an amount n words behind "after", see afterMore and
// afterValue.
func (c *course) afterRole(n int) role {
	switch {
	case n > 0 || c.to == nil:
	case c.from != nil:
		return roleBy
	case len(c.by) > 0:
		return roleFrom
	}
	return roleNone
}

// moneyAt reports whether the first amount from token k on is money.
func (r *amountReader) moneyAt(k int) bool {
	i := sort.Search(len(r.nums), func(i int) bool { return r.nums[i].from >= k })
	return i < len(r.nums) && r.nums[i].Kind == numbers.KindMoney
}

// ofRole reads "a rise of" and "to a record of", not "an operating loss of 30 million
// dollars".
func (r *amountReader) ofRole(c *course, k int) (part role, done bool) {
	switch {
	case r.Is(k-1, en.Loss) && r.moneyAt(k+1):
		return roleNone, true
	case r.Is(k-1, en.ChangeVerb, en.ChangeNoun) && c.verb >= 0:
		return roleBy, true
	}
	return roleNone, r.Is(k-1, en.ChangeVerb, en.ChangeNoun, en.LeadNoun) || !r.Is(k-1, en.LevelNoun)
}

// stepBehind reports whether the amount is a change by the word behind it: a 10
// percent rise, 5 percent higher.
func (r *amountReader) stepBehind(a *term) bool {
	k := a.to
	if r.Is(k, en.Hyphen) && r.Tok(k).Glued {
		k++
	}
	return r.Is(k, en.Comparative) || r.Is(k, en.ChangeAdverb) && (a.Kind == numbers.KindPercent || en.Is(a.Noun, en.Point)) ||
		r.Is(k, en.ChangeNoun, en.ChangeVerb) && r.adverbial(k)
}

// build writes what a course states twice.
func (r *amountReader) build(c *course) {
	if c.verb < 0 || c.mixed {
		return
	}
	if c.to == nil && c.aside && c.topic != nil {
		c.to = c.topic
	}
	if c.to == nil && c.from != nil && (len(c.by) > 0 || c.times > 0) {
		c.to = c.shown
	}
	if c.from == nil && c.to != nil && c.prior != nil && comparable(c.prior.Number, c.to.Number) {
		c.from = c.prior
	}
	switch {
	case c.to == nil || c.to.Approx || r.quoted(c.to):
	case c.from != nil && !c.from.Approx && comparable(c.from.Number, c.to.Number):
		r.ends(c)
	case c.from == nil:
		r.implied(c)
	}
}

// quoted reports whether an amount is the price of one thing in another: 120 to
// the dollar goes down as the yen goes up.
func (r *amountReader) quoted(a *term) bool {
	return r.Is(a.to, en.Per) || r.Phrase(a.to, en.To, en.PriceArticle) || r.Phrase(a.to, en.Against, en.The)
}

// maxFactor is by which factor the ends of a change lie apart at most: beyond
// it one of them was read in another scale.
const maxFactor = 50

// comparable reports whether two amounts can be the ends of one change.
func comparable(a, b *fact.Number) bool {
	if !sameSort(a, b) || a.Value <= 0 || b.Value <= 0 || a.Bound != "" || b.Bound != "" {
		return false
	}
	if a.Kind == numbers.KindCount && a.Noun != "" && b.Noun != "" && a.Noun != b.Noun {
		return false
	}
	return a.Kind != numbers.KindShare && a.Value < b.Value*maxFactor && b.Value < a.Value*maxFactor
}

// ends writes the changes of a course whose two ends are given.
func (r *amountReader) ends(c *course) {
	from, to := c.from.Number, c.to.Number
	diff := numbers.Round(to.Value - from.Value)
	if c.dir*diff < 0 {
		if math.Abs(diff) > numbers.Slack(from)+numbers.Slack(to) {
			r.direction(c, diff)
		}
		return
	}
	if c.times > 0 {
		r.multiple(c)
	}
	for _, by := range c.by {
		if r.perUnit(by) && !r.perUnit(c.to) || c.rivals(by) || c.doubt && by.Kind == numbers.KindPercent {
			continue
		}
		f := r.change(c, by.Number)
		if f != nil && f.reckon(c.dir) {
			r.write(c, &f.Change)
		}
	}
}

// rivals reports whether the course states another change of the same kind:
// then each can be of another time.
func (c *course) rivals(by *term) bool {
	return slices.ContainsFunc(c.by, func(o *term) bool { return o != by && o.Kind == by.Kind && o.Unit == by.Unit && o.Noun == by.Noun })
}

// perUnit reports whether words say that an amount is the price of one thing:
// 1.40 dollars a share.
func (r *amountReader) perUnit(a *term) bool {
	return r.Is(a.to, en.Apiece, en.IndefiniteArticle)
}

// A step is a stated change with both of its ends as it is being reckoned.
type step struct{ fact.Change }

// change begins a fact whose By is given.
func (r *amountReader) change(c *course, by *fact.Number) *step {
	f := &step{fact.Change{At: by.At, Text: by.Text, By: by, From: c.from.Number, To: *c.to.Number}}
	switch {
	case by.Kind == numbers.KindPercent || by.Kind == numbers.KindShare:
		f.Form = formPercent
	case (by.Kind == numbers.KindPoints || en.Is(by.Noun, en.Point)) && f.To.Kind == numbers.KindPercent:
		f.Form = formPoints
	case sameSort(by, &f.To) && by.Kind != numbers.KindPoints && sameNoun(by, f.From, &f.To):
		f.Form = formAmount
	default:
		return nil
	}
	return f
}

// sameNoun reports whether the change counts what its ends count.
func sameNoun(by, from, to *fact.Number) bool {
	return !en.Is(by.Noun, en.RankNoun) && (by.Kind != numbers.KindCount || by.Noun == "" || by.Noun == from.Noun || by.Noun == to.Noun || from.Noun == "" && to.Noun == "")
}

// What a change says of its value, see fact.Change.Form.
const (
	formPercent   = "percent"
	formPoints    = "points"
	formAmount    = "amount"
	formDirection = "direction"
	formTimes     = "times"
)

// basisPoint is the unit of a hundredth of a percentage point.
const basisPoint = "basis point"

// reckon compares By with what the ends make, and reports whether the words
// commit themselves to one value.
func (f *step) reckon(dir float64) bool {
	from, to := f.From.Value, f.To.Value
	switch f.Form {
	case formPercent:
		f.Computed = numbers.Round((to/from - 1) * 100)
		a, b := endSlack(f.From, &f.To), endSlack(&f.To, f.From)
		f.Tolerance = 100*(b/from+to*a/from/from) + numbers.PercentSlack(f.By)
		f.Stated = f.By.Value
		if f.By.Kind == numbers.KindShare {
			f.Stated *= 100
		}
		if f.To.Kind == numbers.KindPercent {
			p := numbers.Round(to - from)
			f.Points = &p
		}
	case formPoints:
		f.Computed = numbers.Round(to - from)
		f.Stated = f.By.Value
		slack := numbers.Slack(f.By)
		if f.By.Unit == basisPoint {
			f.Stated, slack = f.Stated/100, slack/100
		}
		f.Tolerance = numbers.Slack(f.From) + numbers.Slack(&f.To) + slack
	case formAmount:
		f.Computed = numbers.Round(to - from)
		f.Stated = f.By.Value
		f.Tolerance = numbers.WholeSlack(f.From) + numbers.WholeSlack(&f.To) + numbers.WholeSlack(f.By)
	}
	if f.Computed < 0 {
		f.Stated = -f.Stated
	}
	f.Tolerance = numbers.Round(f.Tolerance + 1e-6)
	size, stated := math.Abs(f.Computed), math.Abs(f.Stated)
	return !(allowsMore(f.By) && size >= stated || allowsLess(f.By) && size <= stated)
}

// endSlack is by how much rounding as written can put an end off. A count below
// a hundred is exact; where both ends have noughts at their end, those may
// stand for other digits.
func endSlack(n, other *fact.Number) float64 {
	h := numbers.Slack(n)
	switch whole, z := n.Step == 1, min(numbers.Noughts(n.Value), numbers.Noughts(other.Value)); {
	case !whole:
	case n.Value >= 10000 && z >= 1000:
		return min(z, n.Value/20) / 2
	case n.Kind == numbers.KindCount && n.Value < 100:
		return 0
	case n.Kind == numbers.KindCount:
		return 0.5
	case other.Step < 1:
		h = numbers.Slack(other) // from one dollar to 1.25
	}
	if (n.Kind == numbers.KindMoney || n.Kind == numbers.KindMeasure) && n.Step == 1 {
		h = min(h, n.Value/100)
	}
	return h
}

// direction writes a change whose words say the other way than its ends.
func (r *amountReader) direction(c *course, diff float64) {
	f := &fact.Change{Form: formDirection, From: c.from.Number, To: *c.to.Number, At: c.to.At, Text: c.to.Text}
	f.Stated, f.Computed = c.dir, math.Copysign(1, diff)
	r.write(c, f)
}

// multiple writes "doubled to 50 from 20".
func (r *amountReader) multiple(c *course) {
	f := &fact.Change{Form: formTimes, From: c.from.Number, To: *c.to.Number, At: c.to.At, Text: c.to.Text}
	f.Stated, f.Computed = c.times, numbers.Round(f.To.Value/f.From.Value)
	bound, _ := r.BoundBefore(c.verb, numbers.Quantity{})
	f.Tolerance = numbers.Round(c.times/10 + f.Computed*(numbers.Slack(f.From)/f.From.Value+numbers.Slack(&f.To)/f.To.Value))
	switch {
	case bound == numbers.Roughly:
		f.Tolerance *= 2
	case numbers.AllowsMore(bound):
		if f.Tolerance = 0; f.Computed >= f.Stated {
			return
		}
	}
	if r.Is(c.verb-1, en.Almost) {
		f.Tolerance = numbers.Round(c.times / 5)
	}
	r.write(c, f)
}

// implied writes a percentage beside an amount and the value after, from which
// the value before follows.
func (r *amountReader) implied(c *course) {
	var amounts, rates []*term
	for _, by := range c.by {
		switch {
		case by.Kind == numbers.KindPercent:
			rates = append(rates, by)
		case r.perUnit(by) && !r.perUnit(c.to):
			return
		case by.Bound == "" && !by.Approx && sameSort(by.Number, c.to.Number) && (by.Kind != numbers.KindCount || en.Is(by.Noun, en.Point) || by.Noun == c.to.Noun):
			amounts = append(amounts, by)
		}
	}
	if len(amounts) != 1 || len(rates) != 1 || c.dir == 0 || c.to.Kind == numbers.KindPercent || c.to.Bound != "" {
		return
	}
	if !r.beside(amounts[0], rates[0]) && !r.beside(rates[0], amounts[0]) && !(r.closes(rates[0].to) && rates[0].from > amounts[0].from) {
		return // down 4 percent from Friday is another change
	}
	a, by := amounts[0].Number, rates[0].Number
	before := c.to.Value - c.dir*a.Value
	if before <= 0 || by.Bound != "" {
		return
	}
	f := &fact.Change{Form: formPercent, By: by, Step: a, To: *c.to.Number, At: by.At, Text: by.Text}
	f.Stated = c.dir * by.Value
	f.Computed = numbers.Round(c.dir * a.Value / before * 100)
	f.Tolerance = numbers.Round(100*numbers.Slack(a)/before+100*a.Value*numbers.Slack(c.to.Number)/before/before+numbers.PercentSlack(by)) + 1e-6
	r.write(c, f)
}

// beside reports whether b gives the change a once more, right behind it.
func (r *amountReader) beside(a, b *term) bool {
	return a.to < b.lead && r.restated(a.to, b.lead)
}

// write completes a change with its words and ways out.
func (r *amountReader) write(c *course, f *fact.Change) {
	f.Zone, f.Direction = r.Zone, int64(c.dir)
	f.Verb = r.Tok(c.verb).Span.In(r.Src)
	f.Makes = makes(f)
	f.Fixes = []fact.Fix{}
	if f.By != nil {
		v := math.Abs(f.Computed)
		switch {
		case f.By.Kind == numbers.KindShare:
			v = -1
		case f.By.Unit == basisPoint:
			v *= 100
		}
		if s := r.restyle(f.By, v); v >= 0 && s != "" {
			f.Fixes = append(f.Fixes, fact.Fix{Message: "write " + s, Replacement: s})
		}
	}
	if n := len(r.changes); n == 0 || r.changes[n-1].At.Span != f.At.Span {
		r.changes = append(r.changes, f)
	}
}

// makes says in words what change the ends make.
func makes(f *fact.Change) string {
	v := math.Abs(f.Computed)
	noun := "a rise of "
	if f.Computed < 0 {
		noun = "a fall of "
	}
	switch f.Form {
	case formDirection:
		return strings.TrimSuffix(noun, " of ")
	case formTimes:
		return numbers.Short(v, 2) + " times as much"
	case formPercent:
		if f.Points != nil {
			return noun + numbers.Short(math.Abs(*f.Points), 2) + " percentage points"
		}
		decimals := 1
		if f.By.Step < 0.1 || v < 1 {
			decimals = 2
		}
		return noun + numbers.Short(v, decimals) + " percent"
	case formPoints:
		return noun + numbers.Short(v, 2) + " percentage points"
	}
	return noun + numbers.Short(v, 2)
}
