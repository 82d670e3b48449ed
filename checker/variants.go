package checker

import "factcheck/rules"

// variants returns any two spellings that may be one name,
// in the order of the text.
func (d *document) variants() []*rules.Variant { return nil }
