package story

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/parallel"
	"factcheck/internal/text"
)

// The bounds from which on two groups of reports are looked at as two events: means
// across the cut, of cores and of likeness. Rules can only be stricter.
const (
	coreBound     = -.15
	likenessBound = -.05
)

// What two reports were compared by, see fact.Merge.Basis.
const (
	byCore     = "core"
	byLikeness = "likeness"
)

// ReportMerges compares reports that are told as one story. Their cores decide: what
// day the news of each is of, and whether one tells the other's. Where cores say
// nothing, likeness does, but not against them.
func ReportMerges(docs []*page.Page) []*fact.Merge {
	if len(docs) < 2 {
		return nil
	}
	s := newReports(docs)
	if out := s.merges(s.cores, coreBound, byCore); len(out) > 0 {
		return out
	}
	return s.merges(s.likes, likenessBound, byLikeness)
}

// reports are documents that are told as one story, read to be compared.
type reports struct {
	sheets []*sheet
	bundle [][]int // near-copies together, each document once
	cores  matrix  // between bundles
	likes  matrix
}

// maxVoices is how many documents of a bundle speak for it.
const maxVoices = 3

// maxBundles is between how many bundles every two are compared. Of more, those that
// follow join the first bundle.
const maxBundles = 600

func newReports(docs []*page.Page) *reports {
	s := &reports{sheets: make([]*sheet, len(docs))}
	parallel.Each(len(docs), func(i int) { s.sheets[i] = &sheet{docs[i], coreOf(docs[i]), likeSheetOf(docs[i])} })
	s.bundle = bundles(docs)
	if len(s.bundle) > maxBundles {
		s.bundle = s.bundle[:maxBundles]
	}
	n := len(s.bundle)
	s.cores, s.likes = make(matrix, n), make(matrix, n)
	for i := range n {
		s.cores[i], s.likes[i] = make([]float64, n), make([]float64, n)
	}
	parallel.Each(n, func(i int) {
		for j := range i {
			s.cores[i][j], s.likes[i][j] = s.compare(s.bundle[i], s.bundle[j])
		}
	})
	for i := range n {
		for j := range i {
			s.cores[j][i], s.likes[j][i] = s.cores[i][j], s.likes[i][j]
		}
	}
	return s
}

// bundles puts documents together that share long word sequences, along chains.
func bundles(docs []*page.Page) [][]int {
	group := make([]int, len(docs))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	index := map[*page.Page]int{}
	for i, d := range docs {
		index[d] = i
	}
	linked := Links(docs)
	for i, d := range docs {
		for _, l := range linked[d] {
			a, b := find(i), find(index[l.to])
			group[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	var out [][]int
	for i := range docs {
		r := find(i)
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], i)
	}
	return out
}

// compare returns what the cores of two bundles say of each other, and their
// likeness.
func (s *reports) compare(a, b []int) (core, like float64) {
	n := 0.0
	for _, i := range a[:min(len(a), maxVoices)] {
		for _, j := range b[:min(len(b), maxVoices)] {
			x, _ := judge(s.sheets[i], s.sheets[j])
			l := s.sheets[i].like.like(s.sheets[j].like)
			y := l.score()
			if x >= continued && l.names >= sharedActors || s.sheets[i].core.words < minTold || s.sheets[j].core.words < minTold {
				y = max(y, oneEvent) // cores go first
			} else if x > unknown {
				y += likenessTie
			}
			core, like, n = core+x, like+y, n+1
		}
	}
	return core / n, like / n
}

// likenessTie is what cores that have something in common, and no more, add to likeness.
const likenessTie = .1

// sharedActors is the likeness of names from which on two reports have the same
// actors.
const sharedActors = .1

// merges parts the story by a matrix, and returns a merge for each group but the
// largest.
func (s *reports) merges(m matrix, bound float64, basis string) []*fact.Merge {
	var all []int
	for i := range s.bundle {
		all = append(all, i)
	}
	groups := m.part(all, bound)
	var out []*fact.Merge
	for _, g := range groups[1:] {
		if x := s.merge(s.documents(g), s.documents(groups[0]), basis); x != nil {
			x.Score = m.across(g, groups[0])
			out = append(out, x)
		}
	}
	return out
}

// documents returns the documents of bundles in the order of the inputs.
func (s *reports) documents(bundles []int) []int {
	var out []int
	for _, b := range bundles {
		out = append(out, s.bundle[b]...)
	}
	slices.Sort(out)
	return out
}

// maxPairs is how many pairs of documents across a cut are asked for contrasts.
const maxPairs = 64

// merge tells two groups of documents apart; nil if nothing can be quoted.
func (s *reports) merge(odd, others []int, basis string) *fact.Merge {
	m := &fact.Merge{Form: "documents", Basis: basis, Kind: "event"}
	for _, i := range odd {
		m.Odd = append(m.Odd, s.sheets[i].page.Article.ID)
	}
	for _, j := range others {
		m.Others = append(m.Others, s.sheets[j].page.Article.ID)
	}
	pairs := 0
	for _, i := range odd {
		for _, j := range others {
			if pairs++; pairs <= maxPairs {
				m.Conflicts = append(m.Conflicts, s.contrasts(i, j, basis)...)
			}
		}
	}
	m.Conflicts = onePerAttribute(m.Conflicts)
	a, b := s.sheets[odd[0]], s.sheets[others[0]]
	m.OnlyHere, m.OnlyThere, m.Ties = a.like.own(b.like), b.like.own(a.like), a.like.ties(b.like)
	if c, ok := nameContrast(a, b); ok && (basis == byLikeness || len(m.Conflicts) > 0) {
		m.Conflicts = append(m.Conflicts, c)
	}
	if len(m.Conflicts) == 0 {
		return nil
	}
	s.tell(m)
	return m
}

// tell writes place, summary and notes of a merge.
func (s *reports) tell(m *fact.Merge) {
	first := m.Conflicts[0]
	m.At, m.Text = first.Here.At, first.Here.At.Text
	m.HereWhen, m.ThereWhen = first.Here.When, first.There.When
	var why []string
	for _, c := range m.Conflicts {
		why = append(why, c.Summary)
		for _, st := range []fact.Statement{c.Here, c.There} {
			if !slices.ContainsFunc(m.Notes, func(n fact.Note) bool { return n.At == st.At }) && st.At != m.At {
				m.Notes = append(m.Notes, fact.Note{At: st.At, Message: labelled(st)})
			}
		}
	}
	m.Summary = fmt.Sprintf("%s %s another event than %s: %s", list(m.Odd), verb(len(m.Odd), "tells", "tell"), list(m.Others), strings.Join(why, "; "))
	if len(m.Ties) > 0 {
		m.Summary += "; both name " + list(m.Ties)
	}
	m.HereLabel, m.ThereLabel = "the event of "+list(m.Odd), "the event of "+list(m.Others)
	if m.Basis == byCore {
		m.Assumptions = []string{"the day of the news is that of the event, and no report goes on with the other's"}
	} else {
		m.Assumptions = []string{"reports of one event share more names and values than these do"}
	}
	m.Fixes = []fact.Fix{{Message: fmt.Sprintf("split the story: %s %s about another event", list(m.Odd), verb(len(m.Odd), "is", "are"))}}
}

// contrasts returns the values in which two documents exclude each other.
func (s *reports) contrasts(i, j int, basis string) []fact.Contrast {
	a, b := s.sheets[i], s.sheets[j]
	var out []fact.Contrast
	_, why := judge(a, b)
	out = append(out, why...)
	for _, k := range valueKinds(basis) {
		if a.like.meet(b.like, k) >= 0 {
			continue
		}
		here, hereAt := firstValue(a.like.values[k])
		there, thereAt := firstValue(b.like.values[k])
		out = append(out, fact.Contrast{Attribute: string(k), Hard: slices.Contains(hardKinds[:], k),
			Here: valueStatement(a.page, k, here, hereAt), There: valueStatement(b.page, k, there, thereAt),
			Summary: fmt.Sprintf("“%s” here, “%s” there", hereAt.In(a.page.Article.Flow()), thereAt.In(b.page.Article.Flow()))})
	}
	return out
}

// valueKinds are the kinds of values that are quoted: of cores those that tell more
// than the day, of likeness all.
func valueKinds(basis string) []valueKind {
	if basis == byCore {
		return nil
	}
	return append(slices.Clone(hardKinds[:]), kindWeekday, kindCity)
}

// nameContrast quotes the names that are most of each document and that the other
// lacks.
func nameContrast(a, b *sheet) (fact.Contrast, bool) {
	x, y := a.like.heaviest(b.like), b.like.heaviest(a.like)
	if x == nil || y == nil {
		return fact.Contrast{}, false
	}
	here, there := valueStatement(a.page, kindPerson, x.key, x.at), valueStatement(b.page, kindPerson, y.key, y.at)
	here.Explanation, there.Explanation = "“"+here.Text+"” is not named in the other", "“"+there.Text+"” is not named in the other"
	return fact.Contrast{Attribute: "name", Here: here, There: there, Summary: fmt.Sprintf("“%s” here, “%s” there", here.Text, there.Text)}, true
}

// heaviest returns the name with most focus that o lacks, nil for none.
func (l *likeSheet) heaviest(o *likeSheet) *likeName {
	var best *likeName
	for i := range l.names {
		if n := &l.names[i]; !o.named(n.key) && strings.ToUpper(n.text) != n.text && (best == nil || n.focus > best.focus) {
			best = n
		}
	}
	return best
}

func (l *likeSheet) named(key string) bool {
	_, ok := slices.BinarySearchFunc(l.names, key, func(n likeName, k string) int { return cmp.Compare(n.key, k) })
	return ok
}

// maxOwn is how many names of one side, and how many ties, are listed.
const maxOwn = 3

// own returns the names that o lacks, those with most focus first.
func (l *likeSheet) own(o *likeSheet) []string {
	return l.listed(func(n *likeName) bool { return !o.named(n.key) })
}

// ties returns the names that both have, those with most focus first.
func (l *likeSheet) ties(o *likeSheet) []string {
	return l.listed(func(n *likeName) bool { return o.named(n.key) })
}

func (l *likeSheet) listed(keep func(n *likeName) bool) []string {
	var list []*likeName
	for i := range l.names {
		if keep(&l.names[i]) {
			list = append(list, &l.names[i])
		}
	}
	slices.SortStableFunc(list, func(a, b *likeName) int { return cmp.Compare(b.focus, a.focus) })
	var out []string
	for _, n := range list[:min(len(list), maxOwn)] {
		out = append(out, n.text)
	}
	return out
}

func sharesKey[V any](a, b map[string]V) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	for k := range a { // any order gives the same answer
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

// agesMeet reports whether two ages differ by a year: a birthday, or a slip that
// a later report mends.
func agesMeet(a, b map[string]text.Span) bool {
	for x := range a { // any order gives the same answer
		n, _ := strconv.Atoi(x)
		for _, near := range [...]int{n - 1, n + 1} {
			if _, ok := b[strconv.Itoa(near)]; ok {
				return true
			}
		}
	}
	return false
}

// firstValue returns the value that stands first in the text.
func firstValue(values map[string]text.Span) (string, text.Span) {
	best, at := "", text.Span{}
	for v, s := range values {
		if best == "" || s.Start < at.Start || s.Start == at.Start && v < best {
			best, at = v, s
		}
	}
	return best, at
}

func valueStatement(d *page.Page, k valueKind, value string, at text.Span) fact.Statement {
	return fact.Statement{Text: at.In(d.Article.Flow()), At: d.PlaceOf(at), Kind: string(k), Hard: true, Explanation: fmt.Sprintf("%s: %s", k, value)}
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
