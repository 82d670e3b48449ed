package sametime

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
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

const (
	dayMinutes = 24 * 60
	// farWest and farEast are the first and last offset from UTC that clocks on
	// land have, in minutes (IANA time zone database).
	farWest, farEast = -12 * 60, 14 * 60
)

// A clockPair is two clock times that give one moment in two zones.
type clockPair struct {
	first, second clockSide
	span          text.Span
	sentence      int
}

// A clockSide is a clock time with what is known of its zone.
type clockSide struct {
	*timeline.Time
	minute int           // after midnight, below dayMinutes
	east   []int         // offsets from UTC that the words allow, nil: not said
	place  string        // whose clock it is, empty if not said
	utc    bool          // UTC or GMT
	local  bool          // told to be local time
	loose  bool          // the half of the day is not said
	day    *timeline.Day // the day that is said, nil for none
}

// clockPair notes times i and j if they are two clock times, the second of which
// gives the moment of the first once more.
func (a *apposer) clockPair(i, j int) bool {
	first, ok := a.clockAt(i)
	second, ok2 := a.clockAt(j)
	if !ok || !ok2 || i == j {
		return false
	}
	from := first.Span.End
	if j == i+2 {
		mid := &a.d.Times[i+1]
		if _, clock := mid.Clock(); clock || !oneDay(mid) {
			return false
		}
		if day, ok := page.SingleDay(mid.When); ok {
			first.day = &day
		}
		if !a.zoneWords(&first, a.src[from:mid.Span.Start], false) {
			return false
		}
		from = mid.Span.End
	}
	before, mark := opening(a.src[from:second.Span.Start])
	if mark == 0 || !a.zoneWords(&first, before, false) {
		return false
	}
	tail := zoneTail(a.src[second.Span.End:min(len(a.src), second.Span.End+maxZoneWords)], mark)
	a.zoneWords(&second, tail, true)
	if first.east == nil && second.east == nil {
		return mark == '(' && a.sameClock(first, second)
	}
	if mark != '(' && second.east == nil && !second.local {
		return false
	}
	if sameZone(first, second) && first.east != nil && mark != '(' {
		return false // two times of one clock
	}
	end := second.Span.End
	if mark == '(' {
		end = a.closing(text.Span{Start: first.Span.Start, End: end + len(tail)}).End
	}
	a.clocks = append(a.clocks, clockPair{first, second, text.Span{Start: first.Span.Start, End: end}, first.Sentence})
	return true
}

// sameClock notes two clock times without a zone of which the second, in
// brackets, writes the first in the other notation: "9 p.m. (2100 hours)".
func (a *apposer) sameClock(first, second clockSide) bool {
	if noted(first.Text) == noted(second.Text) || first.loose || second.loose || a.rough(first.Time) {
		return false
	}
	first.east, second.east = []int{0}, []int{0}
	span := a.closing(text.Span{Start: first.Span.Start, End: second.Span.End})
	a.clocks = append(a.clocks, clockPair{first, second, span, first.Sentence})
	return true
}

// rough reports whether "about", "just after" or the like stands before t.
func (a *apposer) rough(t *timeline.Time) bool {
	words := strings.Fields(a.wordsBefore(t))
	if len(words) == 0 {
		return false
	}
	w := strings.ToLower(words[len(words)-1])
	return !en.Is(w, en.At) && lexicon.SameTime(w)&lexicon.SameRough != 0
}

// noted tells the notations of clock times apart: words, a.m. and p.m., and
// twenty-four hours.
func noted(s string) byte {
	switch {
	case s[0] < '0' || s[0] > '9':
		return 'w'
	case strings.ContainsAny(s, "apAP"):
		return 'm'
	}
	return 'd'
}

func sameZone(x, y clockSide) bool { return slices.Equal(x.east, y.east) }

// maxZoneWords is how many bytes behind a clock time may name its zone.
const maxZoneWords = 32

// clockAt returns time i as a clock time; ok is false if it is none.
func (a *apposer) clockAt(i int) (c clockSide, ok bool) {
	t := &a.d.Times[i]
	minute, ok := t.Clock()
	if !ok || t.HalfOpen || t.Type != timeline.TIME {
		return c, false
	}
	c = clockSide{Time: t, minute: minute % dayMinutes, loose: loose(t, minute)}
	if east, ok := t.UTCOffset(); ok {
		c.east, c.utc = []int{east}, east == 0
	} else if words := strings.Fields(t.Text); len(words) > 1 {
		a.zoneOf(&c, strings.Trim(words[len(words)-1], "."))
	}
	if day, ok := page.SingleDay(t.When); ok && !t.LoneClock() && minute < dayMinutes {
		c.day = &day
	}
	return c, true
}

// loose reports whether the digits of t may mean either half of the day, as no
// a.m. or p.m. stands with them: 7:30, but not 07:30.
func loose(t *timeline.Time, minute int) bool {
	return minute < 13*60 && t.Text[0] >= '1' && t.Text[0] <= '9' && !strings.ContainsAny(strings.ToLower(t.Text), "mgz")
}

// zoneOf notes the zone that a word or name stands for; it reports whether it
// stands for one.
func (a *apposer) zoneOf(c *clockSide, name string) bool {
	zones := lexicon.Zones(name)
	if zones == nil {
		zones = lexicon.ZonesOfCountry(name)
	}
	if zones == nil {
		return false
	}
	c.place = name
	if east := a.offsets(nil, zones, c.Time); len(east) > 0 {
		c.east = east
	}
	return true
}

// offsets adds the offsets of zones on the day of t, and on the days beside it,
// or if that is not known on the day of publication.
func (a *apposer) offsets(out []int, zones []string, t *timeline.Time) []int {
	day, ok := page.SingleDay(t.When)
	if !ok {
		days := a.d.Published.Days()
		if len(days) == 0 {
			return out
		}
		day = days[0]
	}
	for _, z := range zones {
		for _, near := range [...]timeline.Day{day - 2, day, day + 2} {
			y, m, dom := near.Civil()
			if east, ok := lexicon.Offset(z, y, m, dom); ok && !slices.Contains(out, east) {
				out = append(out, east)
			}
		}
	}
	return out
}

// opening cuts the text between two clock times before the bracket, "or" or
// comma that opens the second; mark is 0 if nothing opens it.
func opening(gap string) (before string, mark byte) {
	gap = strings.TrimSpace(gap)
	if k := strings.LastIndexByte(gap, '('); k >= 0 {
		if inside := strings.TrimSpace(gap[k+1:]); !fillers(inside) {
			return "", 0
		}
		return gap[:k], '('
	}
	for _, w := range []string{"or", "which is", "that is", "–", "—", "-", "/", ","} {
		cut, ok := strings.CutSuffix(gap, w)
		if ok && (len(w) < 2 || cut == "" || cut[len(cut)-1] == ' ' || w[0] > 'z') {
			return cut, ','
		}
	}
	return "", 0
}

// fillers reports whether s, which stands before a clock time in brackets, says
// nothing of it but that it is rough.
func fillers(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if lexicon.SameTime(strings.ToLower(w))&lexicon.SameRough == 0 {
			return false
		}
	}
	return true
}

// zoneTail returns the words behind a clock time up to the bracket that closes,
// or of one without brackets up to the first mark.
func zoneTail(s string, mark byte) string {
	if k := strings.IndexAny(s, ");,.:–—\n"); k >= 0 {
		return s[:k]
	}
	if mark == '(' {
		return ""
	}
	if k := strings.LastIndexByte(s, ' '); k >= 0 {
		return s[:k]
	}
	return s
}

// zoneWords reads the words behind a clock time that say whose it is: "local
// time", "Eastern", "New York time", "in Paris". It reports whether it could read
// all of them. Behind the last time what cannot be read is left alone.
func (a *apposer) zoneWords(c *clockSide, s string, last bool) bool {
	words := strings.Fields(strings.Trim(s, ", "))
	c.local = c.local || slices.ContainsFunc(words, func(w string) bool { return en.Is(w, en.Local) })
	at := slices.IndexFunc(words, func(w string) bool { return !zoneLink(w) })
	if at < 0 {
		return true
	}
	named := slices.ContainsFunc(words, func(w string) bool { return en.Is(w, en.Time) }) || at > 0 && en.Classes(words[at-1]).HasAny(en.In, en.The)
	for n := min(3, len(words)-at); n > 0; n-- {
		name := strings.Trim(strings.Join(words[at:at+n], " "), ",.")
		if c.east == nil && len(words) <= at+n+3 && a.zoneOf(c, name) {
			return true
		}
	}
	return last || named && len(words) <= 6 || c.east != nil && len(words) <= 6 && named
}

// zoneLink reports whether a word behind a clock time names no place itself.
func zoneLink(w string) bool {
	w = strings.ToLower(strings.Trim(w, ",."))
	return w == "" || lexicon.SameTime(w)&lexicon.SameClock != 0
}

// compareClocks adds the pairs of clock times with what is known of their zones.
func (a *apposer) compareClocks() {
	facts := make([]*fact.Apposition, len(a.clocks))
	for i := range a.clocks {
		facts[i] = a.clockFact(&a.clocks[i])
	}
	a.usual(facts)
	for i, f := range facts {
		if !a.quoted(f.First.At.Span) || a.clocks[i].first.utc || a.clocks[i].second.utc {
			a.out = append(a.out, f)
		}
	}
	sort.SliceStable(a.out, func(i, j int) bool { return a.out[i].At.Span.Start < a.out[j].At.Span.Start })
}

func (a *apposer) clockFact(p *clockPair) *fact.Apposition {
	f := &fact.Apposition{
		At: a.d.PlaceOf(p.span), Text: p.span.In(a.src), Zone: p.first.Zone.String(), Form: "clocks",
		First: *times.Fact(a.d, p.first.Time), Second: *times.Fact(a.d, p.second.Time),
	}
	apart := halfDay(p.first.minute - p.second.minute)
	f.Apart = int64(apart)
	loose := p.first.loose || p.second.loose
	if p.first.east != nil && p.second.east != nil {
		for _, x := range p.first.east {
			for _, y := range p.second.east {
				f.Zones = addBoth(f.Zones, halfDay(x-y), loose)
			}
		}
		f.City = p.first.place
		f.Fixes = a.clockFixes(p, f)
		return f
	}
	known, open, ahead := &p.second, &p.first, apart
	if p.second.east == nil {
		known, open, ahead = &p.first, &p.second, -apart
	}
	if len(known.east) != 1 {
		return f
	}
	days, dated := daysApart(open, known)
	if dated {
		ahead = days*dayMinutes + open.minute - known.minute
	}
	ahead += known.east[0]
	a.whose(f, p, open)
	if !dated || loose {
		ahead = settle(ahead, f.Here, loose)
	}
	f.Ahead = page.Number(ahead)
	if !kept(f.Ahead) {
		f.Here = nil
	}
	f.Fixes = a.clockFixes(p, f)
	return f
}

// kept reports whether some clock on earth is so far ahead of UTC.
func kept(ahead *int64) bool {
	return ahead != nil && *ahead%15 == 0 && *ahead >= farWest && *ahead <= farEast
}

// daysApart returns how many days the day said with x is behind that said with
// y, from -3 to 3, as weekdays leave the week open.
func daysApart(x, y *clockSide) (days int, ok bool) {
	if x.day == nil || y.day == nil {
		return 0, false
	}
	days = int(*x.day-*y.day) % 7
	switch {
	case days > 3:
		days -= 7
	case days < -3:
		days += 7
	}
	return days, true
}

// halfDay returns a difference of clocks as one from -719 to 720.
func halfDay(minutes int) int {
	minutes = ((minutes % dayMinutes) + dayMinutes) % dayMinutes
	if minutes > dayMinutes/2 {
		minutes -= dayMinutes
	}
	return minutes
}

func addBoth(out []int64, minutes int, loose bool) []int64 {
	out = append(out, int64(minutes))
	if loose {
		out = append(out, int64(halfDay(minutes+dayMinutes/2)))
	}
	return out
}

// settle returns the offset that a clock shows as one between farWest and
// farEast, of two of them one that holds here; with loose either half of the
// day may be meant. What no clock has is returned as it is.
func settle(ahead int, here []int64, loose bool) int {
	step := dayMinutes
	if loose {
		step /= 2
	}
	best, found := ahead, ahead >= farWest && ahead <= farEast
	for _, n := range [...]int{ahead - 2*step, ahead - step, ahead, ahead + step, ahead + 2*step} {
		switch {
		case n < farWest || n > farEast:
		case slices.Contains(here, int64(n)):
			return n
		case !found && abs(ahead) <= dayMinutes:
			best, found = n, true
		}
	}
	return best
}

// whose notes whose clock it may be that the words do not say, and the offsets
// that hold there: of the dateline, and of the places named in the sentence, the
// two before it and the one behind, and the first of the story.
func (a *apposer) whose(f *fact.Apposition, p *clockPair, open *clockSide) {
	var east []int
	for i := range min(len(a.d.Parsed), headSentences) {
		s := &a.d.Parsed[i]
		if s.Zone != article.Dateline {
			continue
		}
		var city string
		if east, city = a.dateline(s, east, open.Time); f.City == "" {
			f.City = city
		}
	}
	for i := range min(p.sentence-2, leadSentences) {
		east = a.placesIn(i, east, open.Time, f)
	}
	for i := max(0, p.sentence-2); i < min(p.sentence+2, len(a.d.Parsed)); i++ {
		east = a.placesIn(i, east, open.Time, f)
	}
	for _, n := range east {
		f.Here = append(f.Here, int64(n))
	}
}

// leadSentences is how many sentences, headline and dateline among them, can
// name the place of what a story tells; headSentences is how many the dateline
// can stand behind.
const leadSentences, headSentences = 4, 12

// placesIn adds the offsets of the places that sentence i names.
func (a *apposer) placesIn(i int, east []int, t *timeline.Time, f *fact.Apposition) []int {
	for _, n := range a.d.NamesOf(i) {
		var zones []string
		switch {
		case n.Place != nil:
			zones = lexicon.Zones(n.Place.Name)
		case n.Demonym || n.Kind == page.NamePlace:
			zones = lexicon.Zones(n.Canonical)
		}
		if zones != nil && f.City == "" && !n.Demonym {
			f.City = n.Canonical
		}
		east = a.offsets(east, zones, t)
	}
	return east
}

// dateline adds the offsets of the places in a dateline, in capitals or not, and
// returns the first.
func (a *apposer) dateline(s *page.Sentence, east []int, t *timeline.Time) (out []int, city string) {
	for i := range s.Words {
		for n := min(3, len(s.Words)-i); n > 0; n-- {
			name := titled(s.Words[i : i+n])
			zones := lexicon.Zones(name)
			if zones == nil {
				continue
			}
			if city == "" {
				city = name
			}
			east = a.offsets(east, zones, t)
			break
		}
	}
	return east, city
}

// titled writes words with a capital letter each, as places are looked up.
func titled(words []text.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
		if strings.ToUpper(w.Text) == w.Text && len(w.Text) > 1 {
			parts[i] = w.Text[:1] + strings.ToLower(w.Text[1:])
		}
	}
	return strings.Join(parts, " ")
}

// usual notes for each pair how far most others of the text are ahead of UTC.
func (a *apposer) usual(facts []*fact.Apposition) {
	first := map[int64]*fact.Apposition{}
	count := map[int64]int{}
	total, most := 0, (*fact.Apposition)(nil)
	for _, f := range facts {
		if !kept(f.Ahead) {
			continue
		}
		total++
		if count[*f.Ahead]++; first[*f.Ahead] == nil {
			first[*f.Ahead] = f
		}
		if most == nil || count[*f.Ahead] > count[*most.Ahead] {
			most = first[*f.Ahead]
		}
	}
	if most == nil || count[*most.Ahead]*2 <= total {
		return
	}
	for _, f := range facts {
		if kept(f.Ahead) && *f.Ahead != *most.Ahead && count[*f.Ahead] == 1 {
			f.Usual, f.UsualAt = most.Ahead, most.At
		}
	}
}

// clockFixes offers for each clock the one that fits the other.
func (a *apposer) clockFixes(p *clockPair, f *fact.Apposition) []fact.Fix {
	var want int
	switch {
	case len(f.Zones) > 0:
		want = int(f.Zones[0])
	case f.Ahead == nil:
		return nil
	case *f.Ahead%15 != 0:
		return []fact.Fix{{Message: "the minutes of one of the two are a slip: in most zones both are the same"}}
	case !kept(f.Ahead):
		return []fact.Fix{{Message: "one of the two days, or one of the two hours, is a slip"}}
	case f.Usual != nil:
		want = int(*f.Usual)
	case len(f.Here) > 0:
		want = int(f.Here[0])
	default:
		return nil
	}
	if p.second.east == nil {
		want = -want
	}
	second, first := p.first.minute-want, p.second.minute+want
	if len(f.Zones) == 0 {
		base := 0
		if len(p.second.east) == 1 {
			base = p.second.east[0]
		} else if p.second.east == nil && len(p.first.east) == 1 {
			base = -p.first.east[0]
		}
		second, first = second+base, first-base
	}
	return []fact.Fix{
		{Message: "“" + p.first.Text + "” is right: the other is " + shownLike(&p.second, second), Replacement: swap(f, p.second.Time, shownLike(&p.second, second))},
		{Message: "“" + p.second.Text + "” is right: the other is " + shownLike(&p.first, first), Replacement: swap(f, p.first.Time, shownLike(&p.first, first))},
	}
}

// swap returns the text of f with other words for t; empty without words.
func swap(f *fact.Apposition, t *timeline.Time, words string) string {
	if words == "" {
		return ""
	}
	from, to := t.Span.Start-f.At.Span.Start, t.Span.End-f.At.Span.Start
	return f.Text[:from] + words + f.Text[to:]
}

// shownLike writes a minute of the day as the clock time c is written.
func shownLike(c *clockSide, minute int) string {
	minute = ((minute % dayMinutes) + dayMinutes) % dayMinutes
	words := strings.TrimLeft(c.Text, "0123456789:.h")
	digits := c.Text[:len(c.Text)-len(words)]
	h, m := minute/60, minute%60
	switch low := strings.TrimSpace(strings.ToLower(words)); {
	case digits == "":
		return clockText(minute)
	case low != "" && (low[0] == 'a' || low[0] == 'p'):
		blank := words[:len(words)-len(strings.TrimLeft(words, " "))]
		rest := strings.TrimLeft(words, " ")
		mark := "a"
		if h >= 12 {
			mark = "p"
		}
		return twelve(h, m) + blank + mark + rest[1:]
	case len(digits) == 4 && !strings.ContainsAny(digits, ":.h"):
		return two(h) + two(m) + words
	}
	return two(h) + ":" + two(m) + words
}
