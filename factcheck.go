// Package factcheck carries the rules that ship with the factcheck command.
// The command itself is factcheck/cmd/factcheck.
package factcheck
