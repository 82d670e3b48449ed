package checker

import "factcheck/rules"

// changes returns each change that is stated with the values before and after,
// in the order of the text.
func (d *document) changes() []*rules.Change { return nil }
