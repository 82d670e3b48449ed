package render

import (
	"fmt"
	"strings"

	"factcheck/internal/report"
)

// Timeline prints what happened when, one line an event with its sources, and
// behind it what no day is known of. all prints every event; else those that a
// reader looks for.
func (t *Text) Timeline(tl *report.Timeline, all bool) error {
	known := func(e *report.Event) bool { return e.When != nil && (all || !e.When.Present) }
	listed := 0
	for _, dated := range [...]bool{true, false} {
		n := 0
		for i := range tl.Events {
			e := &tl.Events[i]
			if !all && !e.Shown || known(e) != dated {
				continue
			}
			if n++; n == 1 && !dated {
				t.printf("%s\n", t.bold("day unknown"))
			}
			t.event(e, dated, len(tl.Documents) == 1)
		}
		listed += n
	}
	hidden := len(tl.Events) - listed
	switch {
	case len(tl.Events) == 0:
		t.printf("no events: nothing in what was read says that something happens\n")
	case listed == 0:
		t.printf("no events to show: %d with neither a day nor a main clause (--all lists them)\n", hidden)
	case hidden > 0:
		t.printf("%d more event%s (--all lists them)\n", hidden, plural(hidden))
	}
	return t.flush()
}

// event prints one line.
func (t *Text) event(e *report.Event, known, alone bool) {
	if known {
		t.printf("%s", t.bold(e.When.Label))
	}
	t.printf("  %s", clean(e.Text))
	if e.Place != "" && !strings.Contains(e.Text, e.Place) {
		t.printf(" (%s)", clean(e.Place))
	}
	if marks := e.Marks(known); len(marks) > 0 {
		t.printf(" [%s]", clean(strings.Join(marks, ", ")))
	}
	t.printf("  %s\n", t.faint(sources(e.Mentions, alone)))
}

// maxSources is how many places of one event a line shows.
const maxSources = 5

// sources lists the first place of each document that tells an event; of a
// document alone without its name.
func sources(mentions []report.Mention, alone bool) string {
	var out []string
	seen := map[string]bool{}
	more := 0
	for _, m := range mentions {
		name := Named(m.Name, m.File)
		if seen[name] {
			continue
		}
		seen[name] = true
		if len(out) == maxSources {
			more++
			continue
		}
		place := fmt.Sprintf("%d:%d", m.Start.Line, m.Start.Column)
		if !alone {
			place = name + ":" + place
		}
		out = append(out, place)
	}
	s := strings.Join(out, ", ")
	if more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
