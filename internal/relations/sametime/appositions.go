package sametime

import (
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/quotes"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// maxApart is how many bytes stand at most between two names of one time:
// "which will be celebrated this year on the".
const maxApart = 60

// An apposer finds the names of one time that stand side by side in a document.
type apposer struct {
	d      *page.Page
	src    string
	clocks []clockPair
	offIn  int  // the sentence that off is known of, from 1; 0 for none
	off    bool // it speaks of a day off
	out    []*fact.Apposition
}

// Read returns any two time expressions side by side that name one time,
// in the order of the text.
func Read(d *page.Page) []*fact.Apposition {
	a := apposer{d: d, src: d.Article.Flow()}
	for i := range d.Times {
		t := &d.Times[i]
		if t.Sentence < 0 || !toldOnce(t.Zone) {
			continue
		}
		a.halves(i)
		a.partBeside(i)
		a.after(i)
	}
	a.compareClocks()
	return a.out
}

// toldOnce reports whether times of a zone are the article's own words.
func toldOnce(k article.Kind) bool { return page.Counted(k) || k == article.Caption }

// after looks at the times that follow time i in its sentence.
func (a *apposer) after(i int) {
	t := &a.d.Times[i]
	for j := i + 1; j < len(a.d.Times) && j <= i+2; j++ {
		o := &a.d.Times[j]
		if !a.together(t, o) {
			return
		}
		if a.clockPair(i, j) || a.partApart(i, j) {
			return
		}
		if j == i+1 && a.pair(i, j) {
			return
		}
		if j == i+2 {
			a.acrossYear(i, j)
		}
	}
}

// together reports whether two times stand near each other in one sentence; the
// point of "a.m." may seem to end it.
func (a *apposer) together(t, o *timeline.Time) bool {
	if o.Span.Start < t.Span.End || o.Span.Start-t.Span.End > maxApart {
		return false
	}
	gap := a.src[t.Span.End:o.Span.Start]
	return o.Sentence == t.Sentence || o.Sentence == t.Sentence+1 && a.runsOn(t) && !strings.ContainsAny(gap, ".!?") && !strings.Contains(gap, "\n\n")
}

// runsOn reports whether what seems to end the sentence of t is the point of an
// abbreviation at its end or in it.
func (a *apposer) runsOn(t *timeline.Time) bool {
	return a.src[t.Span.End-1] == '.' || t.Span.End > a.d.Sentences[t.Sentence].Span.End
}

// acrossYear joins "Easter, which this year falls on April 3" and "Saturday last
// week (3 March)": the year or week between belongs to the first.
func (a *apposer) acrossYear(i, j int) {
	mid, first := &a.d.Times[j-1], a.d.Times[i].Naming()
	n, unit, ok := mid.Shift()
	if !ok {
		return
	}
	before, after := a.src[a.d.Times[i].Span.End:mid.Span.Start], a.src[mid.Span.End:a.d.Times[j].Span.Start]
	k := readJoint(before + " " + after)
	year := first == timeline.Feast && n == 0 && unit == timeline.GrainYear && (k.be || k.mark == ',')
	week := first == timeline.OnWeekday && unit == timeline.GrainWeek && strings.TrimSpace(before) == "" && !k.be
	if k.ok && (year || week) {
		a.dates(i, j, k)
	}
}

// A joint is what stands between two names of one time.
type joint struct {
	ok      bool
	mark    byte // what opens the second: ( , - : or 0 for words alone
	be      bool // is, falls on
	keep    bool // celebrated, observed
	link    bool // on, in, which
	article bool // a Tuesday
}

// readJoint reads the text between two times. It is not ok if anything else than
// words and marks that join two names of one time stands there.
func readJoint(gap string) (b joint) {
	for i := 0; i < len(gap); {
		r, n := utf8.DecodeRuneInString(gap[i:])
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '.' || r == '\u00a0':
			i += n
		case r == '(' || r == '[':
			if b.mark == '(' {
				return joint{}
			}
			b.mark = '('
			i += n
		case r == ',' || r == ':' || r == '-' || r == '–' || r == '—':
			if b.mark == 0 {
				b.mark = ','
				if r != ',' && r != ':' {
					b.mark = '-'
				}
			}
			i += n
		case 'a' <= r|0x20 && r|0x20 <= 'z':
			end := i + 1
			for end < len(gap) && 'a' <= gap[end]|0x20 && gap[end]|0x20 <= 'z' {
				end++
			}
			if !b.word(gap[i:end]) {
				return joint{}
			}
			i = end
		default:
			return joint{}
		}
	}
	b.ok = true
	return b
}

// word notes a word that joins; it reports whether it is one.
func (b *joint) word(w string) bool {
	role := lexicon.SameTime(strings.ToLower(w))
	b.keep = b.keep || role&lexicon.SameKeep != 0
	b.be = b.be || role&(lexicon.SameBe|lexicon.SameKeep) != 0
	b.link = b.link || role&lexicon.SameLink != 0
	b.article = b.article || role&lexicon.SameOne != 0
	return role&(lexicon.SameBe|lexicon.SameKeep|lexicon.SameLink|lexicon.SameOne) != 0
}

// pair adds the two neighbouring times i and j if they name one time.
func (a *apposer) pair(i, j int) bool {
	k := readJoint(a.src[a.d.Times[i].Span.End:a.d.Times[j].Span.Start])
	return k.ok && a.dates(i, j, k)
}

// dates adds times i and j, with k between them, if the one is a date, weekday
// or named day and the other names the same day in another way.
func (a *apposer) dates(i, j int, k joint) bool {
	first, second := &a.d.Times[i], &a.d.Times[j]
	form := formOf(first, second)
	if form == "" || !a.joins(i, j, k) || form == formRelative && (pointed(first, second) || a.reproduced(i, j)) {
		return false
	}
	x, y := a.side(first, i), a.side(second, j)
	if k.mark == '(' && j+1 < len(a.d.Times) && a.d.Times[j+1].Joins != 0 && a.d.Times[j+1].Naming() == second.Naming() {
		y.until(a.side(&a.d.Times[j+1], j+1))
	}
	return a.add(form, x, y, i)
}

// What two names of one time are to each other, see fact.Apposition.Form.
const (
	formWeekday  = "weekday"
	formFeast    = "feast"
	formRelative = "relative"
)

// formOf says what two times side by side are to each other; empty if they do
// not name one time in two ways.
func formOf(x, y *timeline.Time) string {
	p, q := x.Naming(), y.Naming()
	switch {
	case p == 0 || q == 0 || p == q || p == timeline.Clocked || q == timeline.Clocked:
		return ""
	case p == timeline.Feast || q == timeline.Feast:
		return formFeast
	case p == timeline.Counted || q == timeline.Counted:
		return formRelative
	}
	return formWeekday
}

// joins reports whether the words between times i and j and behind j make them
// two names of one time and not two times of a list or of two clauses.
func (a *apposer) joins(i, j int, k joint) bool {
	first, second := &a.d.Times[i], &a.d.Times[j]
	ranged := k.mark == '(' && j+1 < len(a.d.Times) && a.d.Times[j+1].EndsRange()
	if first.Joins != 0 || second.Joins != 0 || !ranged && a.possessive(second.Span.End) || a.listed(i, j, k) {
		return false
	}
	feast := first.Naming() == timeline.Feast || second.Naming() == timeline.Feast
	if k.keep && !feast || second.Discourse && second.Naming() == timeline.Counted {
		return false
	}
	switch {
	case k.mark == '(':
		return !k.be && (ranged || a.closed(second, k)) // 2009 (the last year it told)
	case k.be:
		return (feast || oneDay(first) && oneDay(second)) && !a.supposed(first)
	case k.mark != 0:
		return a.closed(second, k)
	case k.article:
		return false
	case k.link && !feast:
		return first.Naming() == timeline.Counted && first.Grain == timeline.GrainMonth && second.Grain == timeline.GrainMonth
	case k.link:
		return feast && oneDay(second) && first.Naming() == timeline.Feast && second.Naming() == timeline.Dated && !a.about(first)
	}
	return oneDay(first) && oneDay(second) && second.Naming() == timeline.Dated && (feast || first.Naming() == timeline.Counted)
}

// pointed reports whether "this" before a month and day points at the date that
// goes on with second, as in the formula of captions: in this June 3, 2015, photo.
func pointed(first, second *timeline.Time) bool {
	_, _, dated := first.MonthDay()
	this, _, _ := strings.Cut(first.Text, " ")
	return dated && second.Naming() == timeline.Dated && en.Is(strings.ToLower(this), en.Demonstrative)
}

// reproduced reports whether one of times i and j is a date with its year that its
// paragraph has given before: a document that is printed there counts from its own
// day.
func (a *apposer) reproduced(i, j int) bool {
	dated := &a.d.Times[j]
	if a.d.Times[i].Naming() == timeline.Dated {
		dated = &a.d.Times[i]
	}
	if dated.Relative || !oneDay(dated) {
		return false
	}
	at := a.d.Times[i].Span.Start
	for k := i - 1; k >= max(0, i-reproducedTimes); k-- {
		x := &a.d.Times[k]
		if at-x.Span.End > reproducedReach || strings.Contains(a.src[x.Span.End:at], "\n\n") {
			return false
		}
		if x.Naming() == timeline.Dated && x.When.Overlaps(dated.When) {
			return true
		}
	}
	return false
}

// reproducedTimes and reproducedReach are how many times, and how many bytes, back a
// printed document gives its day. Chosen.
const (
	reproducedTimes = 12
	reproducedReach = 4000
)

// oneDay reports whether the words of t name one day or a part of it.
func oneDay(t *timeline.Time) bool {
	return t.Grain == timeline.GrainDay || t.Grain == timeline.GrainPart || t.Grain == timeline.GrainMinute
}

// closed reports whether the second name ends where a clause or apposition can:
// a day before anything but a noun, what is longer or a weekday only before a
// mark.
func (a *apposer) closed(t *timeline.Time, k joint) bool {
	rest := strings.TrimLeft(a.src[t.Span.End:], " \t\r\n")
	if rest == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !(r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '$' || r == '\'' || r == '’' || r == '(') {
		return true
	}
	return k.article || oneDay(t) && t.Naming() == timeline.Dated && r != '\'' && r != '’'
}

func (a *apposer) possessive(end int) bool {
	rest := a.src[end:]
	return strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "-")
}

// listed reports whether time j goes on a list of times, or time i ends one, so
// that they are two members of it.
func (a *apposer) listed(i, j int, k joint) bool {
	if k.mark == '(' {
		return false
	}
	times := a.d.Times
	if j+1 < len(times) && times[j+1].Sentence == times[j].Sentence {
		gap := strings.TrimSpace(a.src[times[j].Span.End:times[j+1].Span.Start])
		same := times[j+1].Naming() == times[j].Naming() || times[j+1].Naming() == times[i].Naming()
		if times[j+1].Joins != 0 || same && (gap == "," || en.Is(strings.TrimPrefix(gap, ", "), en.ListJoint)) {
			return true
		}
	}
	if i > 0 && times[i-1].Sentence == times[i].Sentence && times[i-1].Naming() == times[i].Naming() {
		gap := strings.TrimSpace(a.src[times[i-1].Span.End:times[i].Span.Start])
		return gap == ","
	}
	return false
}

// clauseReach is how many bytes before a time are searched for the word that
// governs it.
const clauseReach = 40

// wordsBefore returns the text that stands before a time in its sentence, as far
// as it is looked at.
func (a *apposer) wordsBefore(t *timeline.Time) string {
	from := max(a.d.Sentences[t.Sentence].Span.Start, t.Span.Start-clauseReach)
	for from < t.Span.Start && !utf8.RuneStart(a.src[from]) {
		from++
	}
	return a.src[from:t.Span.Start]
}

// supposed reports whether "if", "when" or the like stands before t.
func (a *apposer) supposed(t *timeline.Time) bool {
	for w := range strings.FieldsSeq(a.wordsBefore(t)) {
		if lexicon.SameTime(strings.ToLower(w))&lexicon.SameIf != 0 {
			return true
		}
	}
	return false
}

// about reports whether the word before t makes it a topic or bound of what
// happened on another day: "a message for Christmas on 20 December".
func (a *apposer) about(t *timeline.Time) bool {
	words := strings.Fields(a.wordsBefore(t))
	if len(words) == 1 && words[0] == "For" {
		return false // For Easter on 1 April, …: opens the sentence
	}
	return len(words) > 0 && lexicon.SameTime(strings.ToLower(words[len(words)-1]))&lexicon.SameFor != 0
}

// halves adds "last Friday, 3 June", which is one expression.
func (a *apposer) halves(i int) {
	counted, dated, ok := a.d.Times[i].Halves()
	if !ok {
		return
	}
	on, known := page.SingleDay(dated.When)
	if known && int(on.Weekday()) == a.d.Times[i].Weekday { // else date/weekday-mismatch speaks
		a.add(formRelative, a.side(&counted, i), a.side(&dated, i), i)
	}
}

// A side is one of two names of a time and what it can mean.
type side struct {
	*timeline.Time
	means []timeline.Interval // of a weekday none
	to    *timeline.Time      // the end of the range that it begins, nil for none
}

func (a *apposer) side(t *timeline.Time, i int) side {
	s := side{Time: t}
	if t.Naming() != timeline.OnWeekday {
		s.means = a.d.Meanings(t, i)
	}
	return s
}

// until makes s the range that ends with end.
func (s *side) until(end side) {
	s.to = end.Time
	var out []timeline.Interval
	for _, x := range s.means {
		for _, y := range end.means {
			if y.From >= x.From && x.Gap(y) <= maxRangeDays {
				out = append(out, x.Hull(y))
			}
		}
	}
	s.means = out
}

// maxRangeDays is how long a range in brackets behind another time is at most.
const maxRangeDays = 62

// add adds the apposition of two times that mean x and y, and reports whether
// both are known well enough to be compared.
func (a *apposer) add(form string, x, y side, i int) bool {
	gap, ok := a.gap(form, x, y, i)
	if !ok || gap > 0 && a.quoted(x.Span) {
		return false
	}
	whole := a.closing(text.Span{Start: x.Span.Start, End: y.Span.End})
	if y.to != nil {
		whole = a.closing(text.Span{Start: x.Span.Start, End: y.to.Span.End})
	}
	f := &fact.Apposition{
		At: a.d.PlaceOf(whole), Text: whole.In(a.src), Zone: x.Zone.String(), Form: form, Gap: gap,
		First: *times.Fact(a.d, x.Time), Second: *times.Fact(a.d, y.Time),
	}
	on := a.explain(f, x, y, i)
	f.Holiday = form == formFeast && weekend(on) && a.holiday(x.Time)
	a.out = append(a.out, f)
	return true
}

// closing widens a span to the bracket that closes right behind it.
func (a *apposer) closing(s text.Span) text.Span {
	if s.End < len(a.src) && a.src[s.End] == ')' && strings.Contains(s.In(a.src), "(") {
		s.End++
	}
	return s
}

// quoted reports whether a span stands in a quotation.
func (a *apposer) quoted(s text.Span) bool {
	quotes := quotes.Read(a.d)
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].At.Span.End > s.Start })
	return i < len(quotes) && quotes[i].At.Span.Overlaps(s)
}

// weekend reports whether iv is a day of one.
func weekend(iv timeline.Interval) bool {
	day, ok := iv.Single()
	return ok && (day.Weekday() == time.Saturday || day.Weekday() == time.Sunday)
}

// holiday reports whether the sentence of t speaks of a day off.
func (a *apposer) holiday(t *timeline.Time) bool {
	if a.offIn == t.Sentence+1 {
		return a.off
	}
	a.offIn, a.off = t.Sentence+1, false
	for _, w := range a.d.Parsed[t.Sentence].Words {
		if lexicon.SameTime(strings.ToLower(w.Text))&lexicon.SameOff != 0 {
			a.off = true
		}
	}
	return a.off
}
