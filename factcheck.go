// Package factcheck carries the rules that ship with the factcheck command.
// The command itself is factcheck/cmd/factcheck.
package factcheck

import _ "embed"

// Rules is the text of rules.cel, the rules that ship. Package rules reads it.
//
//go:embed rules.cel
var Rules string
