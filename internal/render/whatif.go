package render

import (
	"fmt"

	"factcheck/internal/report"
)

// WhatIf prints the time expressions that mean something else under the other
// publication date, and last how many of all they are.
func (t *Text) WhatIf(w *report.WhatIf) error {
	changed, all := 0, 0
	for _, doc := range w.Documents {
		t.printf("%s  published %s (%s) → %s\n", t.bold(Named(doc.Name, doc.File)), inWords(doc.Published.From, doc.Published.To), doc.Published.Source, inWords(doc.WhatIf.From, doc.WhatIf.To))
		for _, c := range doc.Changes {
			t.printf("  %d:%d  “%s”: %s → %s\n", c.Place.Line, c.Place.Column, Passage(c.Text), t.meant(&c.Before), t.meant(&c.After))
		}
		changed += len(doc.Changes)
		all += doc.Times
	}
	t.printf("%s\n", changesOf(changed, all))
	return t.flush()
}

func (t *Text) meant(m *report.Meaning) string {
	return t.bold(m.Value) + " (" + inWords(m.From, m.To) + ")"
}

func changesOf(changed, all int) string {
	verb := "change"
	if changed == 1 || all == 1 {
		verb = "changes"
	}
	return fmt.Sprintf("%d of %d expression%s %s", changed, all, plural(all), verb)
}
