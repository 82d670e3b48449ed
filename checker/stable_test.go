package checker_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/checker"
	"factcheck/internal/article"
)

// everything returns the three outputs for the five pages, and for the draft
// with them as its sources.
func everything(tb testing.TB, opt checker.Options) string {
	tb.Helper()
	story := checker.Read(checker.Input{Articles: parsePages(tb, fivePages...), SameStory: true}, opt)
	draft := checker.Read(checker.Input{Articles: parsePages(tb, "draft.md"), Sources: parsePages(tb, fivePages...)}, opt)
	return encode(tb, check(tb, story)) + encode(tb, story.Dates()) + encode(tb, story.Timeline(false)) + encode(tb, check(tb, draft))
}

func TestDeterministic(t *testing.T) {
	opt := options(t, true)
	want := everything(t, opt)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for i := range 20 {
		procs := []int{1, 8}[i%2]
		runtime.GOMAXPROCS(procs)
		if diff := cmp.Diff(want, everything(t, opt)); diff != "" {
			t.Fatalf("run %d on %d processors differs (-first +now):\n%s", i, procs, diff)
		}
	}
}

// ids returns the ids of findings and events and what each is the id of.
func ids(t *testing.T, articles []*article.Article, opt checker.Options) map[string]string {
	t.Helper()
	r := checker.Read(checker.Input{Articles: articles, SameStory: true}, opt)
	out := map[string]string{}
	add := func(id, what string) {
		if old, ok := out[id]; ok {
			t.Fatalf("id %s of %s and %s", id, old, what)
		}
		out[id] = what
	}
	for _, f := range check(t, r).Findings {
		add(f.ID, f.Rule+" in "+f.Doc)
	}
	for _, e := range r.Timeline(false).Events {
		add(e.ID, fmt.Sprint(e.Kind, e.Participants, e.Text))
	}
	return out
}

// Paragraphs that come in elsewhere leave ids as they are, even one with a
// finding and an event of its own.
func TestStableIDs(t *testing.T) {
	const news = "The permit ran out on Thursday, 12 June 2018, a clerk announced on 3 May 2018."
	opt := options(t, true)
	pages := parsePages(t, fivePages...)
	want := ids(t, pages, opt)
	for _, inserted := range []string{"The harbour was calm.", news} {
		for i, p := range pages {
			for _, at := range []int{2, 4, 6} {
				edited := slices.Clone(pages)
				edited[i] = parse(t, p.File, insertLine(p.Text, at, inserted))
				got := ids(t, edited, opt)
				for id, what := range want {
					if got[id] != what {
						t.Errorf("%s with “%s” before line %d: %s was %s, is %q", p.File, inserted, at+1, id, what, got[id])
					}
				}
				if surplus := len(got) - len(want); surplus != strings.Count(inserted, "12 June")+strings.Count(inserted, "ran")+strings.Count(inserted, "announced") {
					t.Errorf("%s with “%s” before line %d: %d ids more", p.File, inserted, at+1, surplus)
				}
			}
		}
	}
}

// insertLine puts a paragraph before the line of index at that is not blank, or
// the first such line after it.
func insertLine(src string, at int, paragraph string) string {
	lines := strings.SplitAfter(src, "\n")
	for strings.TrimSpace(lines[at]) == "" {
		at++
	}
	return strings.Join(slices.Insert(lines, at, paragraph+"\n\n"), "")
}

// Many like events have as many ids.
func TestManyEventsManyIDs(t *testing.T) {
	src := "---\npublished: 2018-06-20\n---\n" + strings.Repeat("An announcement was made on Monday.\n\n", 30)
	if got := ids(t, []*article.Article{parse(t, "a.md", src)}, options(t, false)); len(got) != 30 {
		t.Errorf("%d ids, want 30", len(got))
	}
}
