package timeline

import (
	"strings"
	"sync"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"

	"factcheck/internal/text"
)

// windowLeft and windowRight bound how far a candidate window reaches from
// the word that opened it, in tokens. The longest expression of the grammar,
// an RFC 5322 stamp, has 14; without a bound hostile text would be quadratic.
const (
	windowLeft  = 10
	windowRight = 16
)

// A scanner finds time expressions. One pass over the tokens proposes
// windows; the when parser runs our rules on each window and decides which
// matches form one expression. A scanner is reused, not shared.
type scanner struct {
	src     string
	toks    []token
	lo, hi  int // the window, as token indexes
	base    Day // the day that readings are resolved against while scanning
	hasBase bool
	opt     *Options
	parser  *when.Parser

	mentions []int32 // where words stand that may begin what Almanac.Mentions returns

	surname  bool // the text speaks of a person named May
	leftmost int  // no match that begins after this token could win

	best      Reading
	bestLeft  int
	bestRight int
	any       bool // the engine has found something

	found []Reading // of the passage read last
}

// A family is one group of constructions of the grammar as a rule of the when
// engine.
type family struct {
	s     *scanner
	match func(s *scanner, i int) (end int, r Reading, ok bool)
	r     Reading
	m     rules.Match
	y, mo int
	d, h  int
	min   int
}

// Find implements rules.Rule: it returns the first match in the scanner's
// window, whose text it is given, that could win over those of other families.
func (f *family) Find(window string) *rules.Match {
	s := f.s
	for i := s.lo; i <= s.leftmost; i++ {
		end, r, ok := f.match(s, i)
		if !ok || end > s.hi {
			continue
		}
		base := s.toks[s.lo].start
		r.Span = text.Span{Start: int(s.toks[i].start), End: int(s.toks[end-1].end)}
		f.r, s.leftmost = r, i
		f.m.Left, f.m.Right = int(s.toks[i].start-base), int(s.toks[end-1].end-base)
		f.m.Text = window[f.m.Left:f.m.Right]
		return &f.m
	}
	return nil
}

// apply runs for every match that survived the engine's clustering. The
// leftmost match wins, of equals the longest; the winner sets the engine's
// context to the first day it can mean.
func (f *family) apply(m *rules.Match, c *rules.Context, _ *rules.Options, _ time.Time) (bool, error) {
	s := f.s
	if s.any && (m.Left > s.bestLeft || m.Left == s.bestLeft && m.Right <= s.bestRight) {
		return true, nil
	}
	s.best, s.bestLeft, s.bestRight, s.any = f.r, m.Left, m.Right, true
	if !s.hasBase {
		return true, nil
	}
	s.best.resolve(s.base, s.opt)
	if iv := s.best.atBase; !iv.From.Open() && !iv.Empty() {
		d := iv.From.Day()
		y, mo, dom := d.Civil()
		f.y, f.mo, f.d = y, int(mo), dom
		rest := int(iv.From - d.Start())
		f.h, f.min = rest/60, rest%60
		c.Year, c.Month, c.Day, c.Hour, c.Minute = &f.y, &f.mo, &f.d, &f.h, &f.min
	}
	return true, nil
}

var families = []func(s *scanner, i int) (int, Reading, bool){
	(*scanner).matchNamed,
	(*scanner).matchNth,
	(*scanner).matchDate,
	(*scanner).matchWeekday,
	(*scanner).matchClock,
	(*scanner).matchDeictic,
	(*scanner).matchShift,
	(*scanner).matchOffset,
	(*scanner).matchSet,
	(*scanner).matchPeriod,
	(*scanner).matchReported,
	(*scanner).matchYear,
	(*scanner).matchDuration,
}

var scanners = sync.Pool{New: func() any {
	s := &scanner{}
	s.parser = when.New(&rules.Options{Distance: 0, MatchByOrder: true})
	for _, match := range families {
		f := &family{s: s, match: match}
		f.m.Applier = f.apply
		s.parser.Add(f)
	}
	return s
}}

// scan appends the readings of src[span] to out, in order and not
// overlapping.
func (s *scanner) scan(out []Reading, span text.Span) []Reading {
	s.toks = tokenize(s.toks[:0], s.src, span.Start, span.End, s.opt.Almanac.dictionary())
	next := 0
	for i := range s.toks {
		if s.toks[i].mentions() {
			s.mentions = append(s.mentions, s.toks[i].start)
		}
		if i < next {
			continue
		}
		if all, end, ok := s.hoursAt(out, i); ok {
			out, next = all, end
			continue
		}
		if !s.opens(i) {
			continue
		}
		out, next = s.readAt(out, i, next)
	}
	s.besides(out)
	return out
}

// readAt appends what token i opens to out. What stands before it in its window and has
// no opener of its own comes first: the first half on Friday. Tokens before next have
// been read; it returns which have been since.
func (s *scanner) readAt(out []Reading, i, next int) ([]Reading, int) {
	for next <= i {
		s.lo, s.hi = s.window(i, next)
		s.leftmost = i // what begins further right has an opener of its own
		r, ok := s.read()
		if !ok {
			return out, i + 1
		}
		r.said = r.Grain == GrainDay && s.saidBefore(i)
		s.recurWith(out, &r, s.before(i, cOrdinal))
		r.Restates = s.restates(out, &r)
		out = append(out, r)
		for next = max(next, s.lo); next < len(s.toks) && int(s.toks[next].start) < r.Span.End; next++ {
		}
		out, next = s.coordinate(out, next)
	}
	return out, next
}

// recurWith makes r, a weekday with "the last" or the like, recur where the time
// just before it does: "once a month, on the last Saturday".
// ranked tells that an ordinal stands before it.
func (s *scanner) recurWith(out []Reading, r *Reading, ranked bool) {
	if len(out) == 0 || r.op != opWeekday || !r.modified && !ranked || r.from != nil || out[len(out)-1].op != opSet {
		return
	}
	gap := s.src[out[len(out)-1].Span.End:r.Span.Start]
	if len(gap) > maxWord || strings.ContainsAny(gap, ".;!?\n") || !opensWithThe(s.src[r.Span.Start:]) && !strings.Contains(gap, " the ") {
		return
	}
	r.op, r.Type, r.Relative, r.plural, r.asks, r.value = opSet, SET, false, true, false, weekdayValue(r.Weekday)
}

// read runs the engine over the window and returns the first expression in it.
func (s *scanner) read() (Reading, bool) {
	from, to := s.toks[s.lo].start, s.toks[s.hi-1].end
	s.any = false
	res, err := s.parser.Parse(s.src[from:to], s.base.firstOfMonth())
	if err != nil || res == nil || !s.any {
		return Reading{}, false
	}
	r := s.best
	if s.hasBase && !r.atBase.Empty() && !r.atBase.From.Open() {
		// The engine's instant is where the expression begins.
		r.atBase.From = DayOf(res.Time).Start() + Minute(res.Time.Hour()*60+res.Time.Minute())
	}
	return r, true
}

func (d Day) firstOfMonth() time.Time {
	y, m, _ := d.Civil()
	return time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
}

const opening = cWeekday | cMonth | cUnit | cDeictic | cPart | cClockWord | cSeason | cReference | cSet | cFiscal | cReported | cMeridiem | cCode | cEra | cDecade

// opens reports whether token i can be the heart of a time expression.
func (s *scanner) opens(i int) bool {
	t := &s.toks[i]
	if t.is(opening) || t.named() {
		if t.is(cMonth) {
			s.notesSurname(i)
		}
		return true
	}
	if t.is(cOutlook) {
		return s.wordIs(i+1, "term") || t.isVal(cOutlook, eve)
	}
	if t.is(cNumber) { // nineteen ninety-six
		if s.opensClock(i) {
			return true
		}
		return t.valIn(cNumber, 17, 20) && i+1 < len(s.toks) && s.toks[i+1].valIn(cNumber, 10, maxCount)
	}
	if t.num < 0 {
		return t.allCaps && s.fiscalCode(i)
	}
	if t.kind == tokNumber && t.end-t.start == 2 && t.glued && i > 0 && s.toks[i-1].punct('\'') && !s.toks[i-1].glued {
		return true // '76
	}
	if t.kind == tokWord { // 1990s, the 22nd
		if i > 0 && s.isOrdinalDay(i) && s.toks[i-1].isVal(cArticle, theArticle) {
			return true
		}
		return s.src[t.end-1] == 's'
	}
	if t.end-t.start == 4 && t.num >= 1000 && t.num < 2200 {
		return true
	}
	if i+1 < len(s.toks) && s.eraAt(i+1) > 0 || s.annoDomini(i) {
		return true
	}
	if i+2 < len(s.toks) && s.toks[i+1].glued && s.toks[i+2].glued && s.toks[i+2].num >= 0 {
		b := s.toks[i+1].b
		return b == '-' || b == '/' || b == ':' || b == '.'
	}
	// 5 p.m., 5 o'clock, 0940 GMT
	return i+1 < len(s.toks) && (s.meridiem(i+1, len(s.toks)) > 0 || s.oClock(i+1) || s.toks[i+1].is(cZone))
}

// window returns the run of tokens round i that one expression can span, not
// before floor.
func (s *scanner) window(i, floor int) (lo, hi int) {
	lo, hi = i, i+1
	for lo > floor && i-lo < windowLeft && s.toks[lo].breaks < 2 && s.joins(lo-1) {
		lo--
	}
	for hi < len(s.toks) && hi-i < windowRight && s.toks[hi].breaks < 2 && s.joins(hi) {
		hi++
	}
	return lo, hi
}

const joining = ^(cFutureCue | cSayCue | cPreposition | cPaper | cNumbered | cPastCue | cPastVerb | cScale | cClause | cGreeting | cContact | cAhead | cClockCue | cClockShift | cTally | cPronoun |
	cJoin | cMoved | cScore | cFeast | cTitle | cNoTime | cOwner | cIntent | cPutOff | cStarting | cToBe)

// joins reports whether token i can stand inside a time expression.
func (s *scanner) joins(i int) bool {
	t := &s.toks[i]
	if t.num >= 0 || t.is(joining) {
		return true
	}
	switch t.kind {
	case tokPunct:
		switch t.b {
		case '-', '/', ':', '.', ',', '\'', '+', '(':
			return true
		case 0:
			if s.src[t.start:t.end] == "½" {
				return true
			}
		}
		return s.opt.Almanac.holdsSign(t.b)
	case tokWord: // s of 's, m of p.m., T of an ISO stamp, clock of o'clock, the rest of a named day
		return t.end-t.start <= 1 || t.inName() || s.wordIs(i, "clock") || s.joinsClock(i)
	}
	return false
}

// release gives s back for other texts.
func (s *scanner) release() {
	s.src, s.opt, s.hasBase, s.surname, s.mentions = "", nil, false, false, s.mentions[:0]
	scanners.Put(s)
}

func lowerASCII(w string) string {
	b := []byte(w)
	for k := range b {
		b[k] = toLower(b[k])
	}
	return string(b)
}

// wordIs reports whether token i is the word w, which is in lower case.
func (s *scanner) wordIs(i int, w string) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	return int(t.end-t.start) == len(w) && s.begins(i, w)
}

// begins reports whether token i begins with w, which is in lower case.
func (s *scanner) begins(i int, w string) bool {
	t := &s.toks[i]
	if int(t.end-t.start) < len(w) {
		return false
	}
	for k := range len(w) {
		if toLower(s.src[int(t.start)+k]) != w[k] {
			return false
		}
	}
	return true
}

// is reports whether token i of the window has one of the classes.
func (s *scanner) is(i int, c class) bool {
	return i >= 0 && i < s.hi && s.toks[i].is(c)
}

// val returns the value of class c that token i of the window has; ok is false
// for a token that is not of class c, or outside the window.
func (s *scanner) val(i int, c class) (v int, ok bool) {
	if i < 0 || i >= s.hi {
		return 0, false
	}
	return s.toks[i].val(c)
}

// val0 is val for a token that is known to be of class c, 0 for any other.
func (s *scanner) val0(i int, c class) int {
	v, _ := s.val(i, c)
	return v
}

// isVal reports whether token i of the window is of class c with the value v.
func (s *scanner) isVal(i int, c class, v int) bool { return s.valIn(i, c, v, v) }

// valIn reports whether token i of the window is of class c with a value from lo
// to hi.
func (s *scanner) valIn(i int, c class, lo, hi int) bool {
	v, ok := s.val(i, c)
	return ok && v >= lo && v <= hi
}

// oneUnit reports whether token i of the window is a unit of time in the singular.
func (s *scanner) oneUnit(i int) bool { return s.is(i, cUnit) && !s.toks[i].plural() }

// units reports whether token i of the window is a unit of time in the plural.
func (s *scanner) units(i int) bool { return s.is(i, cUnit) && s.toks[i].plural() }

// oneOf reports whether token i of the window is the given unit in the singular.
func (s *scanner) oneOf(i, unit int) bool { return s.isVal(i, cUnit, unit) && !s.toks[i].plural() }

// punct reports whether token i of the window is the sign b.
func (s *scanner) punct(i int, b byte) bool { return i >= 0 && i < s.hi && s.toks[i].punct(b) }

// glued reports whether tokens i-1 and i touch.
func (s *scanner) glued(i int) bool { return i > 0 && i < s.hi && s.toks[i].glued }

// before reports whether the token before i has one of the classes, also
// outside the window, on the same line.
func (s *scanner) before(i int, c class) bool {
	return i > 0 && s.toks[i].breaks < 2 && s.toks[i-1].is(c)
}

// beforeVal is before for one class and value.
func (s *scanner) beforeVal(i int, c class, v int) bool {
	return i > 0 && s.toks[i].breaks < 2 && s.toks[i-1].isVal(c, v)
}

// abbreviates reports whether the full stop at k belongs to a letter: "a.m.".
func (s *scanner) abbreviates(k int) bool {
	return k > 0 && s.toks[k].glued && s.toks[k-1].kind == tokWord && s.toks[k-1].end-s.toks[k-1].start == 1
}
