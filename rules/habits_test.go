package rules

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Every word that a habit leads to is a name that rule files have.
func TestHabits(t *testing.T) {
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string][]string{
		"severity": severityNames, "confidence": confidences, "day": dayFieldNames(),
		"function": append([]string{"math.greatest", "math.least", "article.published"}, v.functions...),
		"Note":     {"at", "message"}, "Fix": {"message", "replacement"},
	}
	maps.Copy(known, knownFields)
	lines := 0
	for line := range strings.Lines(habitsTable) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines++
		}
	}
	if n := len(habits()); n != lines {
		t.Errorf("%d habits on %d lines: a line has not three cells, or stands twice", n, lines)
	}
	for h, instead := range habits() {
		if !slices.Contains(known[h.where], instead) {
			t.Errorf("%s %s: %q is not known there", h.where, h.word, instead)
		}
		if h.word != strings.ToLower(h.word) || h.where != "function" && slices.Contains(known[h.where], h.word) {
			t.Errorf("%s %s: never looked up", h.where, h.word)
		}
	}
}
