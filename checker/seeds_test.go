package checker_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// Five real pages with a hand-made reference may stand beside the repository.
// They are not ours to ship, so the tests that need them are skipped without.
var (
	pagesFolder = filepath.Join("..", "..", "shared", "seeds")
	goldFile    = filepath.Join("..", "..", "shared", "gold", "times.jsonl")
)

// A goldPage is one page of the reference.
type goldPage struct {
	ID        string
	File      string
	Published struct {
		days
		Actual *days
	}
	Times []goldTime
}

type days struct{ From, To *string }

type goldTime struct {
	Start, End int
	Text       string
	Value      string
	days
	Anchor              string
	Furniture, Optional bool
	Alt                 []days
	AltValues           []string `json:"alt_values"`
	WithPublished       any      `json:"with_published"`
}

// core reports whether a time is one that every reader marks and can date.
func (g *goldTime) core() bool { return !g.Furniture && !g.Optional && g.From != nil }

var bareWeekday = regexp.MustCompile(`^(late )?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$`)

func (g *goldTime) bareWeekday() bool {
	return bareWeekday.MatchString(g.Text) && g.Anchor == "publication"
}

// intervals returns the right answers.
func (g *goldTime) intervals() []string {
	out := []string{String(g.days)}
	for _, a := range g.Alt {
		out = append(out, String(a))
	}
	if m, ok := g.WithPublished.(map[string]any); ok {
		out = append(out, fmt.Sprint(m["from"], "..", m["to"]))
	}
	return out
}

func String(d days) string { return dayOf(d.From) + ".." + dayOf(d.To) }

func dayOf(s *string) string {
	if s == nil {
		return "<nil>"
	}
	return (*s)[:min(10, len(*s))]
}

// readGold returns the reference and the pages, or skips the test.
func readGold(t *testing.T) ([]goldPage, []*article.Article) {
	t.Helper()
	src, err := os.ReadFile(goldFile)
	if err != nil {
		t.Skip("the reference pages are not there")
	}
	var gold []goldPage
	var names []string
	lines := bufio.NewScanner(bytes.NewReader(src))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p goldPage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		gold = append(gold, p)
		names = append(names, filepath.Join(pagesFolder, p.File))
	}
	articles, err := article.Read(names, nil)
	if err != nil {
		t.Fatal(err)
	}
	return gold, articles
}

// A score counts over the core times of all pages.
type score struct{ core, found, intervals, values, weekdays, weekdaysRight, held int }

func (s *score) page(t *testing.T, g *goldPage, got report.DatedDocument) {
	t.Helper()
	actual := g.Published.days
	if g.Published.Actual != nil {
		actual = *g.Published.Actual
	}
	if holds(got.Published, *actual.From) {
		s.held++
	} else {
		t.Logf("%s: published %s..%s does not hold %s", g.ID, dayOf(got.Published.From), dayOf(got.Published.To), *actual.From)
	}
	for i := range g.Times {
		if w := &g.Times[i]; w.core() {
			s.time(t, g.ID, w, got.Times)
		}
	}
}

func holds(p report.Published, day string) bool {
	return p.From != nil && *p.From <= day && (p.To == nil || day < *p.To)
}

func (s *score) time(t *testing.T, page string, want *goldTime, times []report.Time) {
	t.Helper()
	s.core++
	interval, value, found := false, false, false
	for _, x := range times {
		if x.Start >= want.End || want.Start >= x.End {
			continue
		}
		found = true
		interval = interval || slices.Contains(want.intervals(), String(days{x.From, x.To}))
		value = value || x.Value == want.Value || slices.Contains(want.AltValues, x.Value)
	}
	if want.bareWeekday() {
		s.weekdays++
	}
	if found {
		s.found++
	}
	if interval {
		s.intervals++
		if want.bareWeekday() {
			s.weekdaysRight++
		}
	} else {
		t.Logf("%s at %d: want %v", page, want.Start, want.intervals())
	}
	if value {
		s.values++
	}
}

func TestReferenceDates(t *testing.T) {
	gold, articles := readGold(t)
	for _, sample := range []bool{false, true} {
		t.Run(fmt.Sprintf("almanac=%v", sample), func(t *testing.T) {
			got := checker.Read(checker.Input{Articles: articles}, options(t, sample)).Dates()
			var s score
			for i := range gold {
				s.page(t, &gold[i], got.Documents[i])
			}
			if s.core != 41 || s.intervals < 40 || s.values < 38 || s.weekdays != 14 || s.weekdaysRight != 14 || s.held != 5 {
				t.Errorf("%+v; want at least 40 intervals and 38 values of 41, 14 of 14 weekdays, 5 publication days", s)
			}
			for i, p := range gold {
				// the other three carry no date of their own: the reference is one reading of several
				if p.ID == "002" || p.ID == "003" {
					if w, g := String(p.Published.days), String((days{got.Documents[i].Published.From, got.Documents[i].Published.To})); g != w {
						t.Errorf("%s: published %s, want %s", p.ID, g, w)
					}
				}
			}
		})
	}
}

func TestReferenceStory(t *testing.T) {
	_, articles := readGold(t)
	for _, sample := range []bool{false, true} {
		t.Run(fmt.Sprintf("almanac=%v", sample), func(t *testing.T) {
			opt := options(t, sample)
			all := check(t, checker.Read(checker.Input{Articles: articles, SameStory: true}, opt))
			merged := of(all, "story/merged-events")
			if len(merged) != 1 || merged[0].Severity != "error" || !strings.HasPrefix(merged[0].Doc, "003") {
				t.Errorf("merges %v, want one error at 003", merged)
			}
			if conflicts := of(all, "date/conflict"); len(conflicts) != map[bool]int{false: 0, true: 1}[sample] {
				t.Errorf("%d date conflicts", len(conflicts))
			}
			rest := slices.DeleteFunc(slices.Clone(articles), func(a *article.Article) bool { return strings.HasPrefix(a.ID, "003") })
			if got := check(t, checker.Read(checker.Input{Articles: rest, SameStory: true}, opt)); got.Summary.Error != 0 {
				t.Errorf("without 003: %v, want no error", got.Findings)
			}
		})
	}
}

func TestReferenceConflictIsMinimal(t *testing.T) {
	_, articles := readGold(t)
	i := slices.IndexFunc(articles, func(a *article.Article) bool { return strings.HasPrefix(a.ID, "003") })
	minimal(t, articles[i].File, articles[i].Text)
}
