package syntax_test

import (
	"strings"
	"testing"
)

func TestGroupsAt(t *testing.T) {
	const src = "The fund lowered its growth forecast to yield more."
	s := read(src)
	tests := []struct{ at, noun, verb string }{
		{"The", "The fund", ""},
		{"growth", "its growth forecast", ""},
		{"lowered", "", "lowered"},
		{"yield", "", "to yield"},
		{".", "", ""},
	}
	for _, tt := range tests {
		at := strings.Index(src, tt.at)
		noun, verb := "", ""
		if g, ok := s.NounGroupAt(at); ok {
			noun = group(s, src, g.First, g.End)
		}
		if g, ok := s.VerbGroupAt(at); ok {
			verb = group(s, src, g.First, g.End)
		}
		if noun != tt.noun || verb != tt.verb {
			t.Errorf("at %q: noun group %q, verb group %q, want %q and %q", tt.at, noun, verb, tt.noun, tt.verb)
		}
	}
}
