package render

import (
	"fmt"
	"strings"

	"factcheck/internal/report"
	"factcheck/internal/text"
)

// Texts prints what was read, zone by zone; what is no part of the story only
// where all is set.
func (t *Text) Texts(texts *report.Texts, all bool) error {
	for i := range texts.Documents {
		if i > 0 {
			t.printf("\n")
		}
		t.textDocument(&texts.Documents[i], all)
	}
	return t.flush()
}

func (t *Text) textDocument(d *report.TextDocument, all bool) {
	t.printf("%s  published %s\n", t.bold(clean(d.Name)), t.published(&d.Published))
	left := 0
	for _, z := range d.Zones {
		content := text.Span{Start: z.Start, End: z.End}.In(d.Text)
		if z.Kind == "furniture" && !all {
			left += countLines(content)
			continue
		}
		t.printf("\n%s  %s\n", t.bold(z.Kind), t.faint(fmt.Sprintf("line %d: %s", z.Place.Line, clean(z.Why))))
		for line := range strings.Lines(content) {
			if line = strings.TrimSpace(line); line != "" {
				t.printf("  %s\n", clean(line))
			}
		}
	}
	if left > 0 {
		t.printf("\nleft out as no part of the story: %d line%s (--show furniture prints them)\n", left, plural(left))
	}
}

func countLines(s string) int {
	n := 0
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}
