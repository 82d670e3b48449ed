package factcheck_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck"
	"factcheck/internal/isolate"
	"factcheck/rules"
)

// passages returns the texts of the cases of the rules that ship, without their
// marks and front matter, with the date that each was published.
func passages(t testing.TB) (texts, dates []string) {
	t.Helper()
	set, err := factcheck.LoadRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range set.Rules() {
		for _, c := range r.Cases() {
			clean, _, err := rules.Marked(c.Text)
			if err != nil || clean == "" || strings.HasPrefix(clean, "---") {
				continue
			}
			texts, dates = append(texts, clean), append(dates, c.Published)
		}
	}
	if len(texts) < 400 {
		t.Fatalf("%d passages", len(texts))
	}
	return texts, dates
}

// A desk writes articles at random.
type desk struct {
	t            testing.TB
	rand         *rand.Rand
	texts, dates []string
	reports      []string // of one event, mostly without a date
}

func newDesk(t testing.TB, seed uint64) *desk {
	d := &desk{t: t, rand: rand.New(rand.NewPCG(seed, 1))}
	d.texts, d.dates = passages(t)
	files, err := filepath.Glob("testdata/two-calls/*")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d.reports = append(d.reports, string(src))
	}
	return d
}

// write returns an article of some passages, perhaps with a date, a story and a
// comment that hides a finding or none; or one of the reports.
func (d *desk) write(id string) string {
	if d.rand.IntN(5) == 0 {
		return d.report(id)
	}
	var b strings.Builder
	first := d.rand.IntN(len(d.texts))
	fmt.Fprintf(&b, "---\nid: %s\n", id)
	if d.rand.IntN(3) > 0 && d.dates[first] != "" {
		fmt.Fprintf(&b, "published: %s\n", d.dates[first])
	}
	if d.rand.IntN(4) == 0 {
		fmt.Fprintf(&b, "story: %c\n", 'a'+d.rand.IntN(2))
	}
	b.WriteString("---\n")
	for i := range 1 + d.rand.IntN(3) {
		if d.rand.IntN(6) == 0 {
			b.WriteString("<!-- factcheck-disable date/*: it may stand -->\n")
		}
		b.WriteString(d.texts[(first+i)%len(d.texts)] + "\n\n")
	}
	return b.String()
}

// report returns one of the reports, or the paragraphs of one that follow a
// random one, so that they share sequences with the others.
func (d *desk) report(id string) string {
	src := d.reports[d.rand.IntN(len(d.reports))]
	head := "id: " + id + "\n"
	if _, rest, ok := strings.Cut(strings.TrimPrefix(src, "---\n"), "\n---\n"); ok && strings.HasPrefix(src, "---\n") {
		src = rest
	}
	if d.rand.IntN(3) == 0 {
		head += fmt.Sprintf("published: 2018-06-%02d\n", 16+d.rand.IntN(4))
	}
	if d.rand.IntN(2) == 0 {
		head += "story: a\n"
	}
	parts := strings.Split(src, "\n\n")
	return "---\n" + head + "---\n" + strings.Join(parts[d.rand.IntN(min(4, len(parts))):], "\n\n")
}

func (d *desk) parse(name, src string) []*factcheck.Article {
	d.t.Helper()
	articles, err := factcheck.Parse(name, []byte(src), factcheck.AnyLanguage())
	if err != nil {
		d.t.Fatalf("%v in\n%s", err, src)
	}
	return articles
}

// edit changes a session at random and says how.
func (d *desk) edit(s *factcheck.Session) string {
	held := s.Articles()
	switch n := d.rand.IntN(20); {
	case n == 0:
		var sources []*factcheck.Article
		for i := range d.rand.IntN(4) {
			sources = append(sources, d.parse(fmt.Sprintf("s%d.md", i), d.write(fmt.Sprintf("n%d", d.rand.IntN(12))))...)
		}
		s.SetSources(sources...)
		return fmt.Sprintf("%d sources", len(sources))
	case n == 1 && len(s.Sources()) > 0:
		s.SetSources(s.Sources()[1:]...)
		return "one source less"
	case n < 5 && len(held) > 6:
		id := held[d.rand.IntN(len(held))].ID
		s.Remove(id)
		return "removed " + id
	case n < 8:
		id := fmt.Sprintf("n%d", d.rand.IntN(12))
		if err := s.Replace(id+".md", []byte(d.write(id)), factcheck.AnyLanguage()); err != nil {
			d.t.Fatal(err)
		}
		return "replaced " + id
	}
	id := fmt.Sprintf("n%d", d.rand.IntN(12))
	s.Put(d.parse(id+".md", d.write(id))...)
	return "put " + id
}

// outcome is a report as JSON, and the error.
func outcome(t testing.TB, r *factcheck.Report, err error) string {
	t.Helper()
	out, failed := json.MarshalIndent(r, "", " ")
	if failed != nil {
		t.Fatal(failed)
	}
	return fmt.Sprintf("%s\n%v", out, err)
}

// A session must answer as a fresh check does, whatever was done to it.
func TestSessionAnswersAsCheck(t *testing.T) {
	edits := 150
	if testing.Short() {
		edits = 20
	}
	set, err := factcheck.LoadRules()
	if err != nil {
		t.Fatal(err)
	}
	set = set.Configure(func(r *rules.Rule) (rules.Severity, bool) { return r.Severity, true })
	short, err := factcheck.LoadRules(factcheck.RuleFile{Name: "slow.cel", Text: `[ Rule{ id: "a/slow", severity: note, over: sentence, message: "m",
		when: lists.range(sentence.text.split("e").size() - 1).all(x, lists.range(100).all(y, x + y >= 0)) } ]`})
	if err != nil {
		t.Fatal(err)
	}
	short.Budget.Steps = 100_000 // stops a/slow in some runs
	for name, options := range map[string][]factcheck.Option{
		"stories":      {factcheck.WithRules(set)},
		"one story":    {factcheck.WithRules(set), factcheck.WithSameStory()},
		"short budget": {factcheck.WithRules(short)},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, 7)
			s, err := factcheck.NewSession(options...)
			if err != nil {
				t.Fatal(err)
			}
			linked, found, failed := 0, 0, 0
			for i := range edits {
				did := d.edit(s)
				got, err := s.Check(context.Background())
				answer := outcome(t, got, err)
				fresh, err := factcheck.Check(context.Background(), s.Articles(), append(options, factcheck.WithSources(s.Sources()...))...)
				if diff := cmp.Diff(outcome(t, fresh, err), answer); diff != "" {
					t.Fatalf("edit %d, %s (-fresh +session):\n%s", i, did, diff)
				}
				if err != nil {
					failed++
				}
				for _, doc := range fresh.Documents {
					if doc.Published.Source == "linked" {
						linked++
					}
				}
				found += len(fresh.Findings)
			}
			if linked == 0 || found < edits {
				t.Errorf("%d linked dates and %d findings: too few to tell", linked, found)
			}
			if name == "short budget" && !testing.Short() && (failed == 0 || failed == edits) {
				t.Errorf("%d of %d checks were stopped", failed, edits)
			}
		})
	}
}

// What a session holds of other articles is not made again: it would meet the
// panic that is injected into each stage of it.
func TestSessionReadsTheChangedAlone(t *testing.T) {
	d := newDesk(t, 7)
	s, err := factcheck.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	src := "---\npublished: 2018-06-20\n---\nThe court sat on Thursday, 12 June, to hear the case.\n"
	undated := "The mayor opened the new bridge on Monday, and a crowd of people came to see it.\n"
	s.Put(d.parse("one.md", src)...)
	s.Put(d.parse("two.md", src)...)
	s.Put(d.parse("three.md", undated)...)
	before, err := s.Check(context.Background())
	if err != nil || len(before.Findings) != 3 {
		t.Fatalf("%d findings, %v", len(before.Findings), err)
	}
	defer isolate.Inject("", "")
	for _, stage := range []string{isolate.StageTimes, isolate.StagePublication, isolate.StageResolve, isolate.StageEvents, isolate.StageRules} {
		for _, doc := range []string{"two", "three"} {
			isolate.Inject(stage, doc)
			s.Put(d.parse("one.md", src+stage+doc+"\n")...)
			if after, err := s.Check(context.Background()); err != nil || len(after.Findings) != 3 {
				t.Errorf("%s of %s: %d findings, %v", stage, doc, len(after.Findings), err)
			}
		}
	}
	isolate.Inject(isolate.StageTimes, "one")
	s.Put(d.parse("one.md", src)...)
	if after, err := s.Check(context.Background()); err == nil || len(after.Findings) != 2 {
		t.Errorf("a changed article was not read: %d findings, %v", len(after.Findings), err)
	}
	isolate.Inject("", "")
	if after, err := s.Check(context.Background()); err != nil || len(after.Findings) != 3 {
		t.Errorf("behind a defect: %d findings, %v", len(after.Findings), err)
	}
}

// A session may be changed and asked from several goroutines.
func TestSessionConcurrently(t *testing.T) {
	d := newDesk(t, 7)
	s, err := factcheck.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 4 {
		a := d.parse(fmt.Sprintf("n%d.md", i), d.write(fmt.Sprintf("n%d", i)))
		all.Go(func() {
			s.Put(a...)
			if _, err := s.Check(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	got, err := s.Check(context.Background())
	answer := outcome(t, got, err)
	fresh, err := factcheck.Check(context.Background(), s.Articles())
	if diff := cmp.Diff(outcome(t, fresh, err), answer); diff != "" {
		t.Error(diff)
	}
}
