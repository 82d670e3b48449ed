package checker

import "factcheck/rules"

// orders returns any two dated happenings that words put in an order,
// in the order of the text.
func (d *document) orders() []*rules.Order { return nil }
