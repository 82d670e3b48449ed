package checker

import "factcheck/rules"

// ranges returns each range of times,
// in the order of the text.
func (d *document) ranges() []*rules.Range { return nil }
