package checker

import "factcheck/rules"

// ages returns each age of a person,
// in the order of the text.
func (d *document) ages() []*rules.Age { return nil }
