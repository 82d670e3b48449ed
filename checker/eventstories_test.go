package checker_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// An eventStory is some reports that are told as one story; see testdata/events.
type eventStory struct {
	set    string // the file before its first hyphen: outlets, or the kind of event
	name   string
	groups map[string]string // by the id of the report, the letter of its event
	texts  map[string]string
	ids    []string
}

func (s *eventStory) merged() bool {
	return slices.ContainsFunc(s.ids, func(id string) bool { return s.groups[id] != "A" })
}

// eventStories reads the stories of testdata/events in the order of the files.
func eventStories(t *testing.T) []*eventStory {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "events", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var out []*eventStory
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		byName := map[string]*eventStory{}
		for _, part := range archive.Files {
			header, published, _ := strings.Cut(part.Name, " ")
			name, id, _ := strings.Cut(header, "/")
			s := byName[name]
			if s == nil {
				set, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(f), ".txtar"), "-")
				s = &eventStory{set: set, name: name, groups: map[string]string{}, texts: map[string]string{}}
				byName[name] = s
				out = append(out, s)
			}
			text := string(part.Data)
			if published != "undated" {
				text = "---\npublished: " + published + "\n---\n" + text
			}
			s.ids = append(s.ids, id)
			s.groups[id], s.texts[id] = id[:1], text
		}
	}
	return out
}

// A tally counts what is found in stories of two events, and in those of one.
type tally struct{ merged, found, contrasted, same, flagged int }

func (c *tally) f1() float64 { return 2 * float64(c.found) / float64(c.found+c.flagged+c.merged) }

func (c *tally) String() string {
	return fmt.Sprintf("F1 %.3f: %d of %d found, both sides quoted in %d; %d of %d flagged", c.f1(), c.found, c.merged, c.contrasted, c.flagged, c.same)
}

// count adds a story.
func (c *tally) count(s *eventStory, found []report.Finding) {
	if !s.merged() {
		c.same++
		if len(found) > 0 {
			c.flagged++
		}
		return
	}
	c.merged++
	if len(found) > 0 {
		c.found++
	}
	if slices.ContainsFunc(found, func(f report.Finding) bool { return parts(s, f) }) {
		c.contrasted++
	}
}

// The floor of TestEventStories: about two stories below what was measured.
const (
	leastF1    = .93
	mostFlags  = .02
	leastSides = .95 // of the true findings quote both events
)

// Reports of two events of the same actors are told apart, and reports of one event are
// not.
func TestEventStories(t *testing.T) {
	var c, outlets tally
	for _, s := range eventStories(t) {
		found := mergesOf(t, s)
		if c.count(s, found); s.set == "outlets" {
			outlets.count(s, found)
		}
		switch {
		case !s.merged() && len(found) > 0:
			t.Logf("%s is of one event: %s", s.name, found[0].Message)
		case s.merged() && len(found) == 0:
			t.Logf("%s is of two events", s.name)
		}
	}
	t.Logf("all %v; of these outlets %v", &c, &outlets)
	if c.f1() < leastF1 || float64(c.flagged) > mostFlags*float64(c.same) || float64(c.contrasted) < leastSides*float64(c.found) {
		t.Errorf("F1 %.3f, want %.2f at false flags of %.2f", c.f1(), leastF1, mostFlags)
	}
}

// mergesOf returns what is found in a story of events told as one.
func mergesOf(t *testing.T, s *eventStory) []report.Finding {
	var articles []*article.Article
	for _, id := range s.ids {
		articles = append(articles, parse(t, id+".md", s.texts[id]))
	}
	c := check(t, checker.Read(checker.Input{Articles: articles, SameStory: true}, options(t, false)))
	return append(of(c, "story/merged-events"), of(c, "story/merged-events-likely")...)
}

// parts reports whether a finding has one event on one side and the other on the other.
func parts(s *eventStory, f report.Finding) bool {
	own, others := s.groups[f.Doc], 0
	for _, r := range f.Related {
		if r.Doc == f.Doc {
			continue
		}
		if others++; s.groups[r.Doc] == own {
			return false
		}
	}
	return others > 0
}
