package sametime

import (
	"strings"
	"testing"

	"factcheck/internal/page/pagetest"
)

// TestAppositionsLinear: the work stays bounded on text that repeats what it
// reads. Quadratic work would run into the time limit of the tests.
func TestAppositionsLinear(t *testing.T) {
	for _, piece := range []string{
		"last year (1996), ", "Easter, April 3 ", "at 1:40 a.m. (1045 GMT) ", "noon midnight ", "yesterday, Monday, ",
		"3 p.m. in the morning. ", "The next day, Monday, ", "TOKYO 3 p.m. (0900 GMT). ", "5 (5 (5 (", "“today, Friday” ",
	} {
		src := "---\npublished: 2018-06-20\n---\n" + strings.Repeat(piece, 30000) + "\n"
		if found := Read(pagetest.Read(t, src)); len(found) > 0 && found[0].At.Span.Len() > 2*maxApart+80 {
			t.Errorf("%s: one finding of %d bytes", piece, found[0].At.Span.Len())
		}
	}
}
