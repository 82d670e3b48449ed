package factcheck

import _ "embed"

// Rules is the text of rules.cel, the rules that ship.
//
//go:embed rules.cel
var Rules string
