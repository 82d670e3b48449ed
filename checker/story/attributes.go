package story

import (
	"cmp"
	"fmt"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/claims"
	"factcheck/internal/claims/events"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// An attribute is a kind of typed value by which the events of two reports are told
// apart, or known to be one.
type attribute struct {
	name    string // as rules see it: Contrast.Attribute
	hard    bool   // two values exclude each other whatever was inferred
	compare func(a, b *sheet) comparison
	says    string // the format of what the two values tell a reader; plainly where empty
}

// A comparison is what an attribute says of two reports. Its weight is below 0 for
// two events, above 0 for one, 0 where it says nothing. The spans are those of the
// values that exclude each other; they are empty where nothing can be quoted.
type comparison struct {
	weight      float64
	here, there text.Span
	why         *fact.Contrast // in place of the spans, where there is more to say
	says        string         // in place of that of the attribute
}

// attributes are looked at, and quoted, in this order.
var attributes = [...]attribute{
	{dateAttribute, true, compareDays, ""},
	{"sequence", true, compareOrdinals, ""},
	{"score", true, compareScores, "the result is “%s” here, “%s” there"},
	{"magnitude", true, compareMagnitudes, "the magnitude is “%s” here, “%s” there"},
	{"outcome", true, compareOutcomes, "the outcome is “%s” here, “%s” there"},
	{"roles", true, compareRoles, "it is the other way round: “%s” here, “%s” there"},
	{"age", true, compareAges, "the age is “%s” here, “%s” there"},
	{"counterpart", true, compareCounterparts, "it was with “%s” here, with “%s” there"},
	{"undergoer", true, compareUndergoers, "it was done to “%s” here, to “%s” there"},
	{"earlier", false, compareEarlier, ""},
	{string(kindMonth), false, compareMonths, ""},
	{string(kindWeekday), false, compareWeekdays, ""},
	{"place", false, comparePlaces, "the place is “%s” here, “%s” there"},
	{string(kindMoney), false, compareMoney, "the sum is “%s” here, “%s” there"},
	{"number", false, compareFigures, ""},
}

// What an attribute adds to unknown. How the weights were set is told in
// docs/accuracy.md.
const (
	weightSameDay = .8
	weightGoesOn  = .3
	weightApart   = -1.2 // another day of news
	weightPerhaps = -.5
	weightOrdinal = -1.2
	weightScore   = -.8
	weightForce   = -.6
	weightOutcome = -.6
	weightRoles   = -.8
	weightAges    = -.6
	weightParties = -.8
	weightObjects = -.6
	weightEarlier = -.5
	weightMonths  = -.5
	weightWeekday = -.35
	weightMoney   = -.3
	weightPlaces  = -.5
	weightFigure  = -.1
	weightTie     = .2 // a figure in common, at most two count
	weightSame    = .3 // the same value where two events rarely have it
)

func compareDays(a, b *sheet) comparison {
	if !a.ownDay() || !b.ownDay() {
		return comparison{}
	}
	if gap(a, b) <= slack {
		return comparison{weight: weightSameDay}
	}
	return daysOf(a, b)
}

// compareOrdinals compares the places in one sequence, such as the third and the
// fourth cut, that two leads give to what they report.
func compareOrdinals(a, b *sheet) comparison {
	if x, y := otherOrdinals(a.core, b.core); x != nil {
		return comparison{weight: weightOrdinal, here: x.span, there: y.span}
	}
	return comparison{}
}

// compareScores compares the results of games and votes, unless both tell one of them.
func compareScores(a, b *sheet) comparison {
	for i := range a.figures {
		if f := &a.figures[i]; f.result() && !f.past && f.tied(b.figures) {
			return comparison{weight: weightSame}
		}
	}
	if f, g := a.core.result(), b.core.result(); f != nil && g != nil {
		return comparison{weight: weightScore, here: f.at, there: g.at}
	}
	return comparison{}
}

// forceSlack is by how much two reports may give the strength of one earthquake
// apart: another scale, another station, or a first measurement.
const forceSlack = .45

// compareMagnitudes compares the strengths of earthquakes that the leads give, unless
// any two of the reports meet.
func compareMagnitudes(a, b *sheet) comparison {
	var c comparison
	for i := range a.figures {
		for j := range b.figures {
			f, g := &a.figures[i], &b.figures[j]
			if f.unit != unitMagnitude || g.unit != unitMagnitude {
				continue
			}
			if max(f.low, g.low)-min(f.high, g.high) <= forceSlack {
				return comparison{}
			}
			if c.weight == 0 && f.lead && g.lead {
				c = comparison{weight: weightForce, here: f.at, there: g.at}
			}
		}
	}
	return c
}

// An outcome is two classes of verbs of which one event has one only.
type outcome struct {
	one, other en.Class
	ofOne      bool // of the same subject
}

var outcomes = [...]outcome{
	{en.ConvictVerb, en.AcquitVerb, false}, {en.PassVerb, en.RejectVerb, false},
	{en.RiseVerb, en.FallVerb, true},
}

func compareOutcomes(a, b *sheet) comparison {
	for _, o := range outcomes {
		c := o.opposed(a, b, o.one, o.other)
		if c.weight == 0 {
			c = o.opposed(a, b, o.other, o.one)
		}
		if c.weight != 0 {
			return c
		}
	}
	return comparison{}
}

// opposed compares a deed of a of class x with one of b of class y, unless either report
// tells both of what it is that came out so.
func (o *outcome) opposed(a, b *sheet, x, y en.Class) comparison {
	for i := range a.deeds {
		d := &a.deeds[i]
		if !d.classes.Has(x) || o.ofOne && d.subject == "" {
			continue
		}
		of := ""
		if o.ofOne {
			of = d.subject
		}
		if e := b.deed(y, of); e != nil && a.deed(y, of) == nil && b.deed(x, of) == nil {
			return comparison{weight: weightOutcome, here: d.at, there: e.at}
		}
	}
	return comparison{}
}

// compareRoles looks for who beat whom the other way round.
func compareRoles(a, b *sheet) comparison {
	for _, x := range a.deeds {
		for _, y := range b.deeds {
			if x.classes.Has(en.DefeatVerb) && y.classes.Has(en.DefeatVerb) && x.subject != "" && x.object != "" && x.subject == y.object && x.object == y.subject {
				return comparison{weight: weightRoles, here: x.at, there: y.at}
			}
		}
	}
	return comparison{}
}

// ageSlack is by how many years two reports of one event may give an age apart: a
// birthday, or a slip that a later report mends.
const ageSlack = 1

// compareAges compares the ages that two reports give to one person.
func compareAges(a, b *sheet) comparison {
	var c comparison
	for _, x := range a.ages {
		for _, y := range b.ages {
			if x.of != y.of {
				continue
			}
			if d := x.years - y.years; -ageSlack <= d && d <= ageSlack {
				return comparison{}
			}
			if c.weight == 0 {
				c = comparison{weight: weightAges, here: x.at, there: y.at}
			}
		}
	}
	return c
}

// compareCounterparts compares with whom one of two reports' persons talked, if it is
// with another in each and no report names that of the other: A calls B, A calls C.
func compareCounterparts(a, b *sheet) comparison {
	x, y := a.met(), b.met()
	for i := range x {
		for j := range y {
			here, there := x[1-i], y[1-j]
			if lastName(x[i]) == lastName(y[j]) && !b.hasName(here) && !a.hasName(there) {
				return comparison{weight: weightParties, here: a.nameAt(here), there: b.nameAt(there)}
			}
		}
	}
	return comparison{}
}

// met returns the two persons of whose call or meeting the lead tells, nil for none.
func (c *core) met() []string {
	for _, h := range events.Contacts(c.page) {
		if h.Kind != claims.KindContact && h.Mentions[0].Sentence <= c.lead {
			return h.Participants
		}
	}
	return nil
}

// compareUndergoers looks for one act that is done to other persons, firms or things in
// each lead, of which the other lead has no word: X is arrested, Y is arrested.
func compareUndergoers(a, b *sheet) comparison {
	for i := range a.undergoers {
		x := &a.undergoers[i]
		for j := range b.undergoers {
			if y := &b.undergoers[j]; x.act == y.act && !b.leadNames(x.name) && !a.leadNames(y.name) {
				return comparison{weight: weightObjects, here: x.at, there: y.at}
			}
		}
	}
	return comparison{}
}

// lastName returns the last word of a name, folded.
func lastName(name string) string {
	return align.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}

const (
	monthsAYear = 12
	daysAWeek   = 7
)

// compareMonths compares in which months the leads of two reports without days say that
// it happened, unless one names that of the other, or the next.
func compareMonths(a, b *sheet) comparison {
	if a.comesAfter(b) || b.comesAfter(a) {
		return comparison{}
	}
	return a.clues.months.compare(&b.clues.months, monthsAYear, weightMonths)
}

// compareWeekdays compares the weekdays likewise; the next day is no other one.
func compareWeekdays(a, b *sheet) comparison {
	if a.comesAfter(b) || b.comesAfter(a) {
		return comparison{}
	}
	return a.clues.weekdays.compare(&b.clues.weekdays, daysAWeek, weightWeekday)
}

// compareMoney compares the sums of money that the leads of two reports tell, if they
// have none in common.
func compareMoney(a, b *sheet) comparison {
	f, g := a.core.sum(), b.core.sum()
	if f == nil || g == nil || a.core.sharesMoney(b.core) {
		return comparison{}
	}
	return comparison{weight: weightMoney, here: f.at, there: g.at}
}

// comparePlaces compares where the leads say that it happened, unless one report
// names the place of the other.
func comparePlaces(a, b *sheet) comparison {
	if len(a.places) == 0 || len(b.places) == 0 || a.names(b.places) || b.names(a.places) {
		return comparison{}
	}
	return comparison{weight: weightPlaces, here: a.places[0].at, there: b.places[0].at}
}

// compareEarlier looks for a report that tells what the other reports as a thing of
// the past, set off from its own news.
func compareEarlier(a, b *sheet) comparison {
	if here, there := a.tellsEarlier(b); here.Len() > 0 {
		return comparison{weight: weightEarlier, here: here, there: there, says: "“%s” here tells as past what is news there, “%s”"}
	}
	if there, here := b.tellsEarlier(a); here.Len() > 0 {
		return comparison{weight: weightEarlier, here: here, there: there, says: "what is news here, “%s”, is told as past there, “%s”"}
	}
	return comparison{}
}

// maxTies is how many figures in common count.
const maxTies = 2

// compareFigures looks for figures that both tell, and else for those that the leads
// give in one role. In leads of one event figures in like surroundings differ as often
// as in those of two, so they weigh little.
func compareFigures(a, b *sheet) comparison {
	ties := 0
	for i := range a.figures {
		if f := &a.figures[i]; f.telling && f.tied(b.figures) {
			ties++
		}
	}
	if ties > 0 {
		return comparison{weight: weightTie * float64(min(ties, maxTies))}
	}
	for i := range a.figures {
		for j := range b.figures {
			if f, g := &a.figures[i], &b.figures[j]; f.lead && g.lead && f.ofOne(g) && !f.among(b.figures) && !g.among(a.figures) {
				return comparison{weight: weightFigure, here: f.at, there: g.at}
			}
		}
	}
	return comparison{}
}

// plainly is how two values are told where nothing else is said of them.
const plainly = "“%s” here, “%s” there"

// contrast quotes the two values of a comparison.
func (x *attribute) contrast(a, b *sheet, c comparison) fact.Contrast {
	if c.why != nil {
		return *c.why
	}
	here, there := x.statement(a.page, c.here), x.statement(b.page, c.there)
	says := cmp.Or(c.says, x.says, plainly)
	return fact.Contrast{Attribute: x.name, Hard: x.hard, Here: here, There: there, Summary: fmt.Sprintf(says, here.Text, there.Text)}
}

// statement quotes a value.
func (x *attribute) statement(d *page.Page, at text.Span) fact.Statement {
	p := d.PlaceOf(at)
	return fact.Statement{Text: p.Text, At: p, Kind: x.name, Hard: x.hard, Explanation: "“" + p.Text + "”"}
}
