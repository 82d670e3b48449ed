package checker_test

import (
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/rules"
)

// splitsOf returns where two stories of a run are told to be one. story names that of
// each report.
func splitsOf(t *testing.T, stories []*eventStory, story func(s *eventStory, id string) string) []report.Finding {
	t.Helper()
	opt := options(t, false)
	opt.Rules = opt.Rules.Filter(func(r *rules.Rule) bool { return r.ID == "story/split-event" }).
		Configure(func(r *rules.Rule) (rules.Severity, bool) { return r.Severity, true })
	var articles []*article.Article
	for _, s := range stories {
		for _, id := range s.ids {
			text, ok := strings.CutPrefix(s.texts[id], "---\n")
			head := "---\nstory: " + story(s, id) + "\n"
			if !ok {
				head += "---\n"
			}
			articles = append(articles, parse(t, s.name+"-"+id+".md", head+text))
		}
	}
	return of(check(t, checker.Read(checker.Input{Articles: articles}, opt)), "story/split-event")
}

// leastSplits is the floor of TestSplitStories: somewhat below what was measured.
const leastSplits = .6

// Two reports of one event that are declared as two stories are told to be one; stories
// of two events are not, be they of the same actors or of others.
func TestSplitStories(t *testing.T) {
	all := eventStories(t)
	for _, f := range splitsOf(t, all, func(s *eventStory, id string) string { return s.name + "-" + id[:1] }) {
		t.Errorf("%s tells an event of its own: %s", f.Doc, f.Message)
	}
	split, found := 0, 0
	for _, s := range all {
		for i, id := range s.ids {
			if i == 0 || s.groups[id] != s.groups[s.ids[i-1]] {
				continue
			}
			pair := *s
			pair.ids = s.ids[i-1 : i+1]
			split++
			if len(splitsOf(t, []*eventStory{&pair}, func(_ *eventStory, id string) string { return id })) > 0 {
				found++
			}
		}
	}
	t.Logf("%d of %d pairs of reports of one event found", found, split)
	if float64(found) < leastSplits*float64(split) {
		t.Errorf("want %.2f of them", leastSplits)
	}
}
