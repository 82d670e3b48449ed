package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// Every kind of slip is made at every level that has it, changes the draft, and
// leaves the sources of that draft without it.
func TestSlips(t *testing.T) {
	stories, err := loadStories()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories {
		for l := range levels {
			honest := s.write(l, 1, -1, "")
			for _, d := range s.drafts(l, 1)[1:] {
				added := d.kind == "conflict" || d.kind == "later"
				if (d.text == honest.text) != added {
					t.Errorf("%s %s %s: %q for %q changes nothing, or what it should not", s.name, l, d.kind, d.word, d.lost)
				}
				if strings.ContainsAny(d.text[d.from:]+strings.Join(d.sources, ""), "{}<>|") {
					t.Errorf("%s %s %s: a hole is left", s.name, l, d.kind)
				}
			}
		}
	}
}

func TestRepeats(t *testing.T) {
	var a, b bytes.Buffer
	if run([]string{"-seeds", "1"}, &a, io.Discard) != 0 || run([]string{"-seeds", "1"}, &b, io.Discard) != 0 {
		t.Fatal("it does not run")
	}
	if a.String() != b.String() {
		t.Errorf("two runs differ:\n%s\n%s", &a, &b)
	}
}
