package checker

import "factcheck/rules"

// requotes returns any two quotations that give the same words,
// in the order of the text.
func (d *document) requotes() []*rules.Requote { return nil }
