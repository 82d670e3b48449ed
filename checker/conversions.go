package checker

import "factcheck/rules"

// conversions returns each amount that is given in two units or currencies,
// in the order of the text.
func (d *document) conversions() []*rules.Conversion { return nil }
