package checker

import "factcheck/rules"

// recounts returns any two numbers that give one quantity,
// in the order of the text.
func (d *document) recounts() []*rules.Recount { return nil }
