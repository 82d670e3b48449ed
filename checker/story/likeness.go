package story

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// Likeness tells whether two reports are about the same people and things. It is of
// use where the actors of two events differ; where they are the same it ranks pairs
// of two events no lower than pairs of one, so that cores decide there.
//
// The weights are of a rule with five parts that was fitted on half of the topics of
// a set of 424 stories; see docs/accuracy.md.
const (
	weightShared   = .09 // a kind of value that both have alike, at most two count
	weightSequence = .10 // log of the sequences of words that both have
	weightHard     = .17 // a kind of value of which they have none alike, at most three
	weightSoft     = .09 // likewise of times and places
	weightOwn      = .17 // names that the other lacks, by their part in the report

	focusHead = .08 // of a name in title or first two sentences
	focusLead = .03 // of one in the first words
	leadWords = 90
)

// A likeSheet is what likeness reads from a document: its names with how often they
// stand and how much of the report is about them, and typed values.
type likeSheet struct {
	names     []likeName // by key
	norm      float64
	values    map[valueKind]map[string]text.Span
	sequences []uint64 // of sequenceWords
	copied    []uint64 // of copiedWords
	words     int
}

type likeName struct {
	key   string
	count int
	focus float64
	at    text.Span // its first mention
	text  string    // that mention
}

// A valueKind is a kind of typed value that likeness compares.
type valueKind string

// The kinds. Those from kindYear on are soft: reports of one event may have unlike ones.
const (
	kindAge       valueKind = "age"
	kindScore     valueKind = "score"
	kindMoney     valueKind = "amount of money"
	kindMonthDay  valueKind = "month and day"
	kindStreet    valueKind = "street"
	kindMagnitude valueKind = "magnitude"
	kindBig       valueKind = "number"
	kindYear      valueKind = "year"
	kindMonth     valueKind = "month"
	kindWeekday   valueKind = "weekday"
	kindCity      valueKind = "place"
	kindPerson    valueKind = "person"
)

var hardKinds = [...]valueKind{kindAge, kindScore, kindMoney, kindMonthDay, kindStreet, kindMagnitude}
var softKinds = [...]valueKind{kindYear, kindMonth, kindWeekday, kindCity, kindPerson}

func likeSheetOf(d *page.Page) *likeSheet {
	l := &likeSheet{values: map[valueKind]map[string]text.Span{}, sequences: sequencesOf(d, sequenceWords), copied: sequencesOf(d, copiedWords)}
	told := 0
	byKey := map[string]*likeName{}
	full := fullNames(d)
	total := 0
	for i := range d.Parsed {
		s := &d.Parsed[i]
		switch s.Zone {
		case article.Headline, article.Deck, article.Body, article.Dateline:
		default:
			continue
		}
		for _, n := range nameRuns(d, i) {
			key := n.key
			if f := full[key]; f != "" {
				key = f
			}
			total++
			x := byKey[key]
			if x == nil {
				x = &likeName{key: key, at: n.span, text: n.span.In(d.Article.Flow())}
				byKey[key] = x
				if told < 3 {
					x.focus += focusHead
				} else if l.words < leadWords {
					x.focus += focusLead
				}
			}
			x.count++
			if n.person {
				l.note(kindPerson, lastPart(key), n.span)
			}
		}
		l.times(d, i)
		l.places(s)
		if s.Zone != article.Dateline {
			told++
			l.words += len(s.Words)
		}
	}
	for _, n := range numbers.Read(d) {
		l.number(n)
	}
	for _, x := range byKey {
		x.focus += float64(x.count) / float64(total)
		l.names = append(l.names, *x)
		w := 1 + math.Log(float64(x.count))
		l.norm += w * w
	}
	slices.SortFunc(l.names, func(a, b likeName) int { return cmp.Compare(a.key, b.key) })
	l.norm = math.Sqrt(l.norm)
	return l
}

func lastPart(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

func (l *likeSheet) note(k valueKind, v string, at text.Span) {
	if l.values[k] == nil {
		l.values[k] = map[string]text.Span{}
	}
	if _, ok := l.values[k][v]; !ok {
		l.values[k][v] = at
	}
}

func (l *likeSheet) times(d *page.Page, i int) {
	for _, t := range d.TimesIn[i] {
		if t.Type != timeline.DATE && t.Type != timeline.TIME || t.Problem != "" {
			continue
		}
		if t.Weekday >= 0 && !t.Modified() {
			l.note(kindWeekday, strconv.Itoa(t.Weekday), t.Span)
		}
		m, day, ok := t.MonthDay()
		if ok {
			l.note(kindMonthDay, m.String()+" "+strconv.Itoa(day), t.Span)
			l.note(kindMonth, m.String(), t.Span)
		}
		for _, w := range strings.Fields(t.Text) {
			if len(w) == 4 && digits(w) {
				l.note(kindYear, w, t.Span)
			}
		}
	}
}

func (l *likeSheet) places(s *page.Sentence) {
	for _, n := range s.Names {
		if n.Kind == page.NamePlace && !n.Demonym && n.Place != nil && n.Words[0] > 0 && n.Place.Kind != lexicon.Country {
			l.note(kindCity, n.Canonical, n.Span)
		}
	}
	for k, w := range s.Words {
		if k > 0 && w.Capital && s.Words[k-1].Capital && w.Joined && lexicon.StreetWord(strings.ToLower(w.Text)) {
			l.note(kindStreet, strings.ToLower(s.Words[k-1].Text), page.SpanOf(s.Words, k-1, k+1))
		}
	}
}

// bigNumber is from where on a number is rarely that of two events.
const bigNumber = 100

func (l *likeSheet) number(n *fact.Number) {
	v := strconv.FormatFloat(n.Value, 'g', -1, 64)
	switch {
	case n.Kind == numbers.KindAge:
		l.note(kindAge, v, n.At.Span)
	case n.Kind == numbers.KindScore && n.Upper != nil:
		l.note(kindScore, v+"-"+strconv.FormatFloat(*n.Upper, 'g', -1, 64), n.At.Span)
	case n.Kind == numbers.KindMoney:
		l.note(kindMoney, v, n.At.Span)
	case n.Unit == unitMagnitude:
		l.note(kindMagnitude, v, n.At.Span)
	case n.Value >= bigNumber && n.Kind == numbers.KindCount:
		l.note(kindBig, v, n.At.Span)
	}
}

// keyWords is how many words of a name its key has.
const keyWords = 2

// A nameRun is a name as likeness knows it: its last two words, titles left out.
type nameRun struct {
	key    string
	span   text.Span
	person bool
}

// nameRuns returns the runs of capitalised words of a sentence that are no times.
func nameRuns(d *page.Page, i int) []nameRun {
	s := &d.Parsed[i]
	if page.TitleCase(s) && s.Zone == article.Headline {
		return knownIn(d, s)
	}
	var out []nameRun
	for k := 0; k < len(s.Words); {
		if !s.Words[k].Capital || lexicon.NotName(s.Words[k].Text) || lexicon.FunctionWord(strings.ToLower(s.Words[k].Text)) || inAnyTime(d, i, s.Words[k].Span) {
			k++
			continue
		}
		end := k + 1
		for end < len(s.Words) && end-k < page.MaxRun && s.Words[end].Capital && s.Words[end].Joined && !s.Words[end-1].Possessive {
			end++
		}
		from := k
		for from < end {
			if _, role := lexicon.Roles().Lookup(strings.ToLower(s.Words[from].Text)); !role {
				break
			}
			from++
		}
		if from < end && !(from == 0 && end == 1 && !page.NameWord(d, s.Words[0].Text)) {
			r := nameRun{span: page.SpanOf(s.Words, from, end)}
			last := end
			for last > from+1 && en.Is(strings.ToLower(strings.Trim(s.Words[last-1].Text, ".")), en.NameEnd) {
				last--
			}
			for _, w := range s.Words[max(from, last-keyWords):last] {
				if r.key != "" {
					r.key += " "
				}
				r.key += align.Fold(w.Text)
			}
			for _, n := range s.Names {
				r.person = r.person || n.Kind == page.NamePerson && n.Span.Overlaps(r.span)
			}
			out = append(out, r)
		}
		k = end
	}
	return out
}

// knownIn returns the words of a headline in capitals that are names in the body.
func knownIn(d *page.Page, s *page.Sentence) []nameRun {
	var out []nameRun
	for _, w := range s.Words {
		if page.NameWord(d, w.Text) && !lexicon.NotName(w.Text) {
			out = append(out, nameRun{key: align.Fold(w.Text), span: w.Span})
		}
	}
	return out
}

func inAnyTime(d *page.Page, i int, s text.Span) bool {
	return slices.ContainsFunc(d.TimesIn[i], func(t *timeline.Time) bool { return t.Span.Overlaps(s) })
}

// fullNames maps the last word of a name to the name, where only one has it.
func fullNames(d *page.Page) map[string]string {
	out := map[string]string{}
	for i := range d.Parsed {
		if !page.Counted(d.Parsed[i].Zone) {
			continue
		}
		for _, n := range nameRuns(d, i) {
			l := lastPart(n.key)
			if l == n.key {
				continue
			}
			if o, ok := out[l]; ok && o != n.key {
				out[l] = ""
				continue
			}
			out[l] = n.key
		}
	}
	return out
}

// sequenceWords is how many words in a row make a sequence that two reports share.
const sequenceWords = 4

// copiedWords is how many words in a row two accounts share by copying only; names
// with their titles are shorter.
const copiedWords = 6

// sequencesOf returns hashes of the sequences of so many words of a document of which
// half have content and are no names, sorted, each once.
func sequencesOf(d *page.Page, length int) []uint64 {
	var out []uint64
	for i := range d.Parsed {
		if !page.Counted(d.Parsed[i].Zone) {
			continue
		}
		words := d.Parsed[i].Words
		hashes := make([]uint64, len(words))
		content := make([]bool, len(words))
		for k, w := range words {
			lower := strings.ToLower(w.Text)
			hashes[k] = hashOf(lower)
			content[k] = !w.Capital && !lexicon.FunctionWord(lower)
		}
		for k := 0; k+length <= len(words); k++ {
			h, n := uint64(hashSeed), 0
			for j := k; j < k+length; j++ {
				h = (h ^ hashes[j]) * hashPrime
				if content[j] {
					n++
				}
			}
			if n >= length/2 {
				out = append(out, h)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// The numbers of FNV-1a.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hashOf(s string) uint64 {
	h := uint64(hashSeed)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// sharedIn counts what two sorted lists have in common.
func sharedIn(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i, j = i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// A likeness is what two documents share and what sets them apart.
type likeness struct {
	names               float64 // cosine
	onlyHere, onlyThere float64 // focus of the names that the other lacks
	shared, hard, soft  int     // kinds of values
	sequences           int
}

// like compares two documents.
func (l *likeSheet) like(o *likeSheet) likeness {
	var x likeness
	x.names, x.onlyHere, x.onlyThere = l.compareNames(o)
	for _, k := range hardKinds {
		switch l.meet(o, k) {
		case 1:
			x.shared++
		case -1:
			x.hard++
		}
	}
	if l.bigShared(o) >= 2 {
		x.shared++
	}
	for _, k := range softKinds {
		if l.meet(o, k) < 0 {
			x.soft++
		}
	}
	x.sequences = sharedIn(l.sequences, o.sequences)
	return x
}

// score weighs a likeness: about 0 to 1, and below 0 where much excludes.
func (x likeness) score() float64 {
	return x.names + weightShared*float64(min(2, x.shared)) + weightSequence*math.Log1p(float64(x.sequences)) -
		weightHard*float64(min(3, x.hard)) - weightSoft*float64(min(3, x.soft)) - weightOwn*min(x.onlyHere, x.onlyThere)
}

// compareNames returns the cosine over names and the focus of those that one side lacks.
func (l *likeSheet) compareNames(o *likeSheet) (cosine, onlyHere, onlyThere float64) {
	i, j := 0, 0
	for i < len(l.names) || j < len(o.names) {
		switch {
		case j == len(o.names) || i < len(l.names) && l.names[i].key < o.names[j].key:
			onlyHere += l.names[i].focus
			i++
		case i == len(l.names) || l.names[i].key > o.names[j].key:
			onlyThere += o.names[j].focus
			j++
		default:
			cosine += (1 + math.Log(float64(l.names[i].count))) * (1 + math.Log(float64(o.names[j].count)))
			i, j = i+1, j+1
		}
	}
	if l.norm > 0 && o.norm > 0 {
		cosine /= l.norm * o.norm
	}
	return cosine, onlyHere, onlyThere
}

// meet returns 1 if both have a value of a kind alike, -1 if both have values and
// none alike, else 0.
func (l *likeSheet) meet(o *likeSheet, k valueKind) int {
	x, y := l.values[k], o.values[k]
	switch {
	case len(x) == 0 || len(y) == 0:
		return 0
	case sharesKey(x, y), k == kindAge && agesMeet(x, y):
		return 1
	}
	return -1
}

func (l *likeSheet) bigShared(o *likeSheet) int {
	n := 0
	for v := range l.values[kindBig] { // any order gives the same count
		if _, ok := o.values[kindBig][v]; ok {
			n++
		}
	}
	return n
}
