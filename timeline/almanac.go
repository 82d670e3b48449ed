package timeline

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/hashicorp/go-multierror"
	"github.com/rickar/cal/v2"

	"factcheck/internal/text"
	"factcheck/internal/yamltree"
)

//go:embed data/almanac.yaml
var builtinAlmanac []byte

// Kinds of entries, as the almanac writes them.
const (
	EntryNamedDay = "named-day" // a day that a rule gives each year
	EntryEvent    = "event"     // what happened once
	EntryOffice   = "office"    // the time that somebody held an office
	EntrySeries   = "series"    // what comes again and again; it needs no days of its own
)

// An Entry is one line of an almanac: a named day with a yearly rule, or an
// event or term of office with fixed days.
type Entry struct {
	Key     string   `yaml:"key"`
	Label   string   `yaml:"label"`
	Kind    string   `yaml:"kind"` // named-day, event, office or series
	Rule    string   `yaml:"rule"`
	Also    []string `yaml:"also"`    // rules of other countries or churches for a day of that name
	From    string   `yaml:"from"`    // first day, ISO
	To      string   `yaml:"to"`      // day after the last one, ISO
	Aliases []string `yaml:"aliases"` // exact word sequences
	Words   []string `yaml:"words"`   // word groups that must all stand in one sentence, of an office in one noun phrase
	Source  string   `yaml:"source"`
	Parties []string `yaml:"parties"`
	Days    []string `yaml:"days"`
	Note    string   `yaml:"note"`

	file    string
	line    int
	rule    func(year int) (Day, bool)
	also    []func(year int) (Day, bool)
	when    Interval
	names   [][]nameWord
	pattern []wordGroup
}

// A nameWord is one word of an alias, in lower case.
type nameWord struct {
	word string
	cap  bool // must start with a capital letter
}

// A wordGroup is a set of alternatives, any of which satisfies it.
type wordGroup []groupWord

type groupWord struct {
	word   string
	prefix bool
	cap    bool
}

// Yearly reports whether e recurs by a rule.
func (e *Entry) Yearly() bool { return e.rule != nil }

// In returns the day of a yearly entry in a year.
func (e *Entry) In(year int) (Day, bool) {
	if e.rule == nil {
		return 0, false
	}
	return e.rule(year)
}

// When returns the interval of an event or an office; a yearly entry has
// none. A missing end is open.
func (e *Entry) When() Interval { return e.when }

// Origin says where the entry was read, "almanac.yaml:12".
func (e *Entry) Origin() string { return e.file + ":" + strconv.Itoa(e.line) }

// pastBias is by how many days a named day to come must be nearer than the
// last one to be meant: half a year off, news speaks of the past.
const pastBias = 30

// Nearest returns the day of a yearly entry that is nearest to anchor; of two
// about as near, the one in the past.
func (e *Entry) Nearest(anchor Day) (Day, bool) {
	y, _, _ := anchor.Civil()
	best, cost, found := Day(0), Day(0), false
	for k := y - 1; k <= y+1; k++ {
		d, ok := e.In(k)
		if !ok {
			continue
		}
		c := abs(d - anchor)
		if d > anchor {
			c += pastBias
		}
		if !found || c < cost {
			best, cost, found = d, c, true
		}
	}
	return best, found
}

// Beside returns the occurrence of the entry strictly before anchor (step -1) or
// after it (step 1), or that of anchor's year (step 0). ok is false if none is
// known.
func (e *Entry) Beside(anchor Day, step int) (d Day, ok bool) {
	y, _, _ := anchor.Civil()
	if step == 0 {
		return e.In(y)
	}
	for k := y; abs(Day(k-y)) < 9; k += step { // 29 February
		if d, ok = e.In(k); ok && (d-anchor)*Day(step) > 0 {
			return d, true
		}
	}
	return 0, false
}

func abs(d Day) Day { return max(d, -d) }

// An Almanac is a list of entries that can be looked up by their words. It is
// not changed after it is made and may be shared.
type Almanac struct {
	Entries []*Entry
	words   *dictionary // the vocabulary, and what begins names and events
	digits  []nameRef   // names that begin with a number: 9/11
	signs   [128]bool   // punctuation inside names
	prefix  []*Entry    // events whose rarest group is a prefix
}

type nameRef struct {
	entry *Entry
	words []nameWord
}

// BuiltinAlmanac returns the named days that ship.
var BuiltinAlmanac = sync.OnceValue(func() *Almanac {
	if a := almanacOf("almanac.yaml", builtinForm, builtinAlmanac); a != nil {
		return a
	}
	a, err := ParseAlmanac("almanac.yaml", builtinAlmanac)
	if err != nil {
		panic(err) // a bug in our own table
	}
	return a
})

// Join returns one almanac with the entries of all, in order; of two entries
// with one key the later counts, so a newsroom can correct ours.
func Join(all ...*Almanac) *Almanac {
	last := map[string]*Entry{}
	var entries []*Entry
	for _, a := range all {
		for _, e := range a.Entries {
			last[e.Key] = e
			entries = append(entries, e)
		}
	}
	entries = slices.DeleteFunc(entries, func(e *Entry) bool { return last[e.Key] != e })
	return newAlmanac(entries)
}

func newAlmanac(entries []*Entry) *Almanac {
	a := &Almanac{Entries: entries, words: vocabulary().Clone()}
	for _, e := range entries {
		for _, n := range e.names {
			if isDigit(n[0].word[0]) {
				a.digits = append(a.digits, nameRef{e, n})
				continue
			}
			first := a.word(n[0].word)
			first.names = append(first.names, nameRef{e, n})
			first.mention = first.mention || e.rule == nil
			for _, w := range n {
				a.word(w.word).inName = true
				if c := w.word[0]; len(w.word) == 1 && c < utf8.RuneSelf {
					a.signs[c] = true
				}
			}
		}
		a.indexPattern(e)
	}
	for _, w := range a.words.All() {
		slices.SortStableFunc(w.names, func(x, y nameRef) int { return len(y.words) - len(x.words) })
	}
	return a
}

// word returns a's own entry of the dictionary for w.
func (a *Almanac) word(w string) *entry {
	e := a.words.Get(w)
	switch shared := vocabulary().Get(w); {
	case e == nil:
		e = &entry{}
	case e == shared:
		own := *shared
		e = &own
	}
	a.words.Put(w, e)
	return e
}

// indexPattern files an event under the literal words of its most selective
// group: one without prefixes and with the fewest alternatives.
func (a *Almanac) indexPattern(e *Entry) {
	best := -1
	for i, g := range e.pattern {
		literal := !slices.ContainsFunc(g, func(w groupWord) bool { return w.prefix })
		if literal && (best < 0 || len(g) < len(e.pattern[best])) {
			best = i
		}
	}
	switch {
	case len(e.pattern) == 0:
	case best < 0:
		a.prefix = append(a.prefix, e)
	default:
		for _, w := range e.pattern[best] {
			opener := a.word(w.word)
			opener.events = append(opener.events, e)
			opener.mention = true
		}
	}
}

// holdsSign reports whether the punctuation sign b stands in any name.
func (a *Almanac) holdsSign(b byte) bool { return a != nil && b < utf8.RuneSelf && a.signs[b] }

// An AlmanacError is a problem of an almanac file at a place.
type AlmanacError struct {
	File         string
	Line, Column int
	Message      string
}

func (e *AlmanacError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// MaxAlmanac bounds an almanac file, in bytes: some 20,000 entries.
const MaxAlmanac = 4 << 20

// maxProblems is how many problems of an almanac are told.
const maxProblems = 100

// ParseAlmanac reads a YAML list of entries. It returns every problem at
// once, each an *AlmanacError inside a *multierror.Error.
func ParseAlmanac(name string, src []byte) (*Almanac, error) {
	if len(src) > MaxAlmanac {
		return nil, &AlmanacError{name, 1, 1, "almanac over 4 MiB: split it into several files"}
	}
	file, err := yamltree.Parse(src)
	if err != nil {
		return nil, yamlError(name, err, 1, 1)
	}
	var entries []*Entry
	problems := &multierror.Error{}
	keys := map[string]int{}
	for _, doc := range file.Docs {
		list, ok := doc.Body.(*ast.SequenceNode)
		if !ok {
			if doc.Body != nil {
				problems = multierror.Append(problems, &AlmanacError{name, 1, 1, "an almanac is a list of entries, each with key, label, kind and source"})
			}
			continue
		}
		for _, node := range list.Values {
			pos := node.GetToken().Position
			if problems.Len() == maxProblems {
				problems = multierror.Append(problems, &AlmanacError{name, pos.Line, pos.Column, fmt.Sprintf("more than %d problems, the rest is not read", maxProblems)})
				return newAlmanac(entries), problems
			}
			e := &Entry{file: name, line: pos.Line}
			if err := guard(func() error { return yaml.NodeToValue(node, e, yaml.Strict()) }); err != nil {
				problems = multierror.Append(problems, yamlError(name, err, pos.Line, pos.Column))
				continue
			}
			if err := e.prepare(); err != nil {
				problems = multierror.Append(problems, &AlmanacError{name, pos.Line, pos.Column, err.Error()})
				continue
			}
			if first, ok := keys[e.Key]; ok {
				problems = multierror.Append(problems, &AlmanacError{name, pos.Line, pos.Column, fmt.Sprintf("key %q stands twice, first in line %d", e.Key, first)})
				continue
			}
			keys[e.Key] = pos.Line
			entries = append(entries, e)
		}
	}
	return newAlmanac(entries), problems.ErrorOrNil()
}

// guard turns a panic of the YAML reader, which bytes from anywhere may cause,
// into an error.
func guard(read func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errors.New("the YAML cannot be read")
		}
	}()
	return read()
}

// yamlError turns an error of the YAML reader into a located one, at line and
// column where it names no place itself.
func yamlError(name string, err error, line, column int) error {
	message, token := yamltree.Message(err)
	e := &AlmanacError{File: name, Line: line, Column: column, Message: message}
	if token != nil && token.Position != nil {
		e.Line, e.Column = token.Position.Line, token.Position.Column
	}
	return e
}

// maxName bounds an alias, in words and signs, so that it fits into a window.
const maxName = windowRight - 4

// prepare checks e and compiles its rule, names and word groups.
func (e *Entry) prepare() error {
	switch {
	case e.Key == "":
		return fmt.Errorf("an entry has no key")
	case e.Source == "":
		return fmt.Errorf("entry %q has no source: say where its date comes from", e.Key)
	case !slices.Contains([]string{EntryNamedDay, EntryEvent, EntryOffice, EntrySeries}, e.Kind):
		return fmt.Errorf("entry %q: kind %q is none of named-day, event, office, series", e.Key, e.Kind)
	case len(e.Aliases) == 0 && len(e.Words) == 0:
		return fmt.Errorf("entry %q can never be found: give it aliases or words", e.Key)
	}
	if e.Label == "" {
		e.Label = e.Key
	}
	if err := e.prepareDays(); err != nil {
		return fmt.Errorf("entry %q: %w", e.Key, err)
	}
	for _, alias := range e.Aliases {
		name := nameWords(alias)
		if len(name) == 0 {
			return fmt.Errorf("entry %q: alias %q has no word", e.Key, alias)
		}
		if len(name) > maxName {
			return fmt.Errorf("entry %q: alias %q has more than %d words and signs: take a shorter part of it", e.Key, alias, maxName)
		}
		e.names = append(e.names, name)
	}
	for _, group := range e.Words {
		g, err := parseGroup(group)
		if err != nil {
			return fmt.Errorf("entry %q: %w", e.Key, err)
		}
		e.pattern = append(e.pattern, g)
	}
	return nil
}

func (e *Entry) prepareDays() error {
	if e.Kind == EntryNamedDay {
		if e.Rule == "" {
			return fmt.Errorf(`a named day needs a rule such as "--06-12", "easter-2" or "4 thursday november"`)
		}
		rule, err := parseRule(e.Rule)
		e.rule = rule
		if err != nil {
			return err
		}
		return e.prepareOthers()
	}
	if e.Rule != "" || len(e.Also) > 0 {
		return fmt.Errorf("only a named day has a rule; give from and to")
	}
	e.when = Interval{Past, Future}
	if e.From != "" {
		d, err := ParseDay(e.From)
		if err != nil {
			return err
		}
		e.when.From = d.Start()
	}
	if e.To != "" {
		d, err := ParseDay(e.To)
		if err != nil {
			return err
		}
		e.when.To = d.Start()
	}
	if e.when.Empty() {
		return fmt.Errorf("from %s is not before to %s (to is the day after the last one)", e.From, e.To)
	}
	if e.From == "" && e.Kind != EntrySeries {
		return fmt.Errorf("an %s needs from", e.Kind)
	}
	return nil
}

// prepareOthers compiles the rules of other countries.
func (e *Entry) prepareOthers() error {
	e.also = nil
	for _, also := range e.Also {
		rule, err := parseRule(also)
		if err != nil {
			return err
		}
		e.also = append(e.also, rule)
	}
	return nil
}

// Held returns the days of a yearly entry in a year: that of its rule, then
// those on which others keep a day of the name.
func (e *Entry) Held(year int) []Day {
	var days []Day
	if d, ok := e.In(year); ok {
		days = append(days, d)
	}
	for _, rule := range e.also {
		if d, ok := rule(year); ok && !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	return days
}

func nameWords(alias string) []nameWord {
	var toks []token
	toks = tokenize(toks, alias, 0, len(alias), nil)
	var name []nameWord
	for _, t := range toks {
		w := alias[t.start:t.end]
		if t.kind == tokPunct && t.b != 0 {
			w = string(rune(t.b))
		}
		name = append(name, nameWord{lowerASCII(w), t.capital})
	}
	return name
}

func parseGroup(group string) (wordGroup, error) {
	var g wordGroup
	for alt := range strings.SplitSeq(group, "|") {
		alt = strings.TrimSpace(alt)
		word, prefix := strings.CutSuffix(alt, "*")
		if word == "" || strings.ContainsAny(word, " *") {
			return nil, fmt.Errorf("word group %q: alternatives are single words, * only at the end", group)
		}
		g = append(g, groupWord{lowerASCII(word), prefix, word[0] >= 'A' && word[0] <= 'Z'})
	}
	return g, nil
}

// The keywords of yearly rules.
const (
	ruleUnknown  = "unknown"
	ruleOrthodox = "orthodox-" // before easter: by the Julian calendar
	ruleEaster   = "easter"
	ruleLast     = "last" // of a weekday in a month
)

// parseRule compiles a yearly rule. The arithmetic is that of rickar/cal.
func parseRule(rule string) (func(int) (Day, bool), error) {
	f := strings.Fields(strings.ToLower(rule))
	if rule == ruleUnknown {
		return func(int) (Day, bool) { return 0, false }, nil
	}
	if len(f) == 1 && strings.HasPrefix(f[0], "--") {
		t, err := time.Parse("--01-02", f[0])
		if err != nil {
			return nil, fmt.Errorf("rule %q: no such month and day", rule)
		}
		return fixedRule(&cal.Holiday{Month: t.Month(), Day: t.Day(), Func: cal.CalcDayOfMonth}, 0), nil
	}
	if day, err := ParseDay(rule); err == nil {
		return onceRule(day), nil
	}
	if len(f) == 1 {
		julian := strings.HasPrefix(f[0], ruleOrthodox)
		rest, ok := strings.CutPrefix(strings.TrimPrefix(f[0], ruleOrthodox), ruleEaster)
		if n, err := offset(rest); ok && err == nil {
			return fixedRule(&cal.Holiday{Offset: n, Julian: julian, Func: cal.CalcEasterOffset}, 0), nil
		}
	}
	if len(f) == 3 || len(f) == 4 {
		words := vocabulary()
		weekday, isWeekday := words.Get(f[1]).value(cWeekday)
		month, isMonth := words.Get(f[2]).value(cMonth)
		nth, err := strconv.Atoi(f[0])
		if f[0] == ruleLast {
			nth, err = -1, nil
		}
		extra := 0
		if len(f) == 4 && err == nil {
			extra, err = offset(f[3])
		}
		if err == nil && nth >= -1 && nth <= 5 && nth != 0 && isWeekday && isMonth {
			return fixedRule(&cal.Holiday{Month: time.Month(month), Weekday: time.Weekday(weekday), Offset: nth, Func: cal.CalcWeekdayOffset}, extra), nil
		}
	}
	return nil, fmt.Errorf(`rule %q: write "--06-12", "easter-2", "orthodox-easter", "4 thursday november", "last monday may", a day such as "2001-09-11" or "unknown"`, rule)
}

// offset reads a number of days, at most a year either way.
func offset(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err == nil && (n < -366 || n > 366) {
		err = strconv.ErrRange
	}
	return n, err
}

// onceRule is the rule of a day that was but once: in its year, and in no other.
func onceRule(day Day) func(int) (Day, bool) {
	once, _, _ := day.Civil()
	return func(year int) (Day, bool) { return day, year == once }
}

// Once returns the year of a named day that was but once, "9/11"; ok is false for
// one that comes every year.
func (e *Entry) Once() (year int, ok bool) {
	day, err := ParseDay(e.Rule)
	if e.rule == nil || err != nil {
		return 0, false
	}
	year, _, _ = day.Civil()
	return year, true
}

// fixedRule returns the day of h, plus extra days. A year whose month lacks the
// day (29 February, a fifth Friday) has none.
func fixedRule(h *cal.Holiday, extra int) func(int) (Day, bool) {
	return func(year int) (Day, bool) {
		if year < 1583 || year > 4000 {
			return 0, false
		}
		t, _ := h.Calc(year)
		if t.IsZero() || h.Month != 0 && t.Month() != h.Month {
			return 0, false
		}
		return DayOf(t) + Day(extra), true
	}
}

// dictionary returns the words to look for; nil for no almanac.
func (a *Almanac) dictionary() *dictionary {
	if a == nil {
		return nil
	}
	return a.words
}

// matchNamed reads the name of a yearly named day, with an article or last,
// this or next before and a year after it.
func (s *scanner) matchNamed(i int) (int, Reading, bool) {
	k := i
	modified := s.isModifier(k) && !s.discourse(k) && !s.wordIs(k, "past")
	if modified || s.isVal(k, cArticle, theArticle) {
		k++
	}
	e, end := s.nameAt(k)
	if e == nil || e.rule == nil {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opNamed, GrainDay)
	r.Named, r.Relative = e, true
	if y, ok := e.Once(); ok {
		r.year, r.Relative = y, false
		r.aside = !s.before(i, cLink)                                   // what the attacks of 9/11 changed is of another day
		return end, r, !modified && !s.punct(end, '/') && !s.named(i-1) // Fahrenheit 9/11
	}
	if modified {
		r.modified, r.n = true, s.val0(i, cModifier)
		return end, r, true
	}
	if shift, next, ok := s.relativeYear(end); ok {
		r.ofYear, r.yearShift = true, shift
		return next, r, true
	}
	n := end
	if s.punct(n, ',') {
		n++
	}
	if y, next, ok := s.year(n); ok && s.toks[n].kind == tokNumber {
		r.year, r.Relative = y, false
		return next, r, true
	}
	s.pointNamed(&r, i, end)
	return end, r, true
}

// pointNamed notes which way the words round the tokens [i, end), those of the named
// day r and what belongs to it, point.
func (s *scanner) pointNamed(r *Reading, i, end int) {
	if s.opensUp(i) || !s.ends(end) && !s.calm(end) {
		return // by Christmas, a Christmas card
	}
	t := s.tense(i, end)
	if t == ahead && s.beforeVal(i, cStarting, 1) {
		t = tenseless // before Christmas
	}
	r.told, r.future, r.asks = t == past, t == ahead, t == tenseless
}

// nameAt returns the entry whose name stands at token i, the longest one, and
// the index after it.
func (s *scanner) nameAt(i int) (*Entry, int) {
	if i >= s.hi {
		return nil, 0
	}
	names := s.toks[i].names()
	if s.toks[i].kind == tokNumber && s.opt != nil && s.opt.Almanac != nil {
		names = s.opt.Almanac.digits
	}
	for _, ref := range names {
		if end := s.nameEnds(i, ref.words); end > 0 {
			return ref.entry, end
		}
	}
	return nil, 0
}

func (s *scanner) nameEnds(i int, name []nameWord) int {
	if i+len(name) > s.hi {
		return 0
	}
	for k, w := range name {
		t := &s.toks[i+k]
		if k > 0 && t.breaks > 1 || w.cap && !t.capital {
			return 0
		}
		if t.kind == tokPunct {
			if len(w.word) != 1 || t.b != w.word[0] {
				return 0
			}
		} else if !s.wordIs(i+k, w.word) {
			return 0
		}
	}
	return i + len(name)
}

// A Mention is an almanac entry that a sentence speaks of.
type Mention struct {
	Entry *Entry
	Span  text.Span // the alias, or from the first to the last word of the pattern
	Words []text.Span
}

// Mentions returns the events, offices and series that sentence, a span of
// src, speaks of: by an alias, or because a word of each group stands in it, for
// an office in one noun phrase.
func (a *Almanac) Mentions(src string, sentence text.Span) []Mention {
	s := scanners.Get().(*scanner)
	defer s.release()
	s.src = src
	s.toks = tokenize(s.toks[:0], src, sentence.Start, sentence.End, a.words)
	s.lo, s.hi = 0, len(s.toks)
	var found []Mention
	add := func(e *Entry, words []text.Span) {
		if e.rule != nil || slices.ContainsFunc(found, func(m Mention) bool { return m.Entry == e }) {
			return
		}
		m := Mention{Entry: e, Words: words, Span: words[0]}
		for _, w := range words {
			m.Span = text.Span{Start: min(m.Span.Start, w.Start), End: max(m.Span.End, w.End)}
		}
		found = append(found, m)
	}
	tried := map[*Entry]bool{}
	for i := range s.toks {
		if e, end := s.nameAt(i); e != nil && (e.Kind != EntryOffice || s.holds(i, end)) {
			add(e, []text.Span{{Start: int(s.toks[i].start), End: int(s.toks[end-1].end)}})
		}
		for _, e := range s.toks[i].events() {
			if tried[e] {
				continue // a group is looked for in the whole sentence: once is enough
			}
			tried[e] = true
			if words := s.patternHeld(e); words != nil {
				add(e, words)
			}
		}
	}
	for _, e := range a.prefix {
		if words := s.patternHeld(e); words != nil {
			add(e, words)
		}
	}
	return found
}

// patternHeld returns a word of the sentence for every group of e, nil unless each
// has one; those of an office stand in one noun phrase.
func (s *scanner) patternHeld(e *Entry) []text.Span {
	if e.Kind == EntryOffice {
		return s.officeHeld(e.pattern)
	}
	return s.groupsHeld(e.pattern)
}

// groupsHeld returns a word of the sentence for every group, nil unless each
// has one.
func (s *scanner) groupsHeld(groups []wordGroup) []text.Span {
	words := make([]text.Span, 0, len(groups))
	for _, g := range groups {
		at := -1
		for i := range s.toks {
			if s.toks[i].kind == tokWord && s.inGroup(i, g) {
				at = i
				break
			}
		}
		if at < 0 {
			return nil
		}
		words = append(words, text.Span{Start: int(s.toks[at].start), End: int(s.toks[at].end)})
	}
	return words
}

func (s *scanner) inGroup(i int, g wordGroup) bool {
	for _, alt := range g {
		if alt.cap && !s.toks[i].capital {
			continue
		}
		if s.wordIs(i, alt.word) || alt.prefix && s.begins(i, alt.word) {
			return true
		}
	}
	return false
}
