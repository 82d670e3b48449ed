package checker

import "factcheck/rules"

// lapses returns each length of time that stands beside the times it lies between,
// in the order of the text.
func (d *document) lapses() []*rules.Lapse { return nil }
