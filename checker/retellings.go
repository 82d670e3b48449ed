package checker

import "factcheck/rules"

// retellings returns any two sentences that tell one happening, each with a time of it,
// in the order of the text.
func (d *document) retellings() []*rules.Retelling { return nil }
