package checker

import "factcheck/rules"

// appositions returns any two time expressions side by side that name one time,
// in the order of the text.
func (d *document) appositions() []*rules.Apposition { return nil }
