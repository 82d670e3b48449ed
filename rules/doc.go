// Package rules reads rules.cel and runs it: what a rule may say, which facts
// it may name, and where it is wrong.
//
// A rule file is one CEL expression, a list of Rule{…} and Define{…}. Nothing
// in it is evaluated as a whole: every field is read from the syntax tree, and
// the fields that are expressions (when, message, at, …) are type-checked and
// planned one by one, in the scope that the rule's over: names. All that is
// wrong in a file is reported at once, each problem at its line and column.
//
// The facts that rules read ([Time], [Event], [Article], [Conflict], [Merge])
// are plain structs, filled by the caller; an optional fact is a pointer, and
// nil means absent. In CEL, has(time.date) asks whether it is there, and
// reading an absent fact without asking is a located error, never a zero.
//
// This package and those below it are the only packages that import cel-go.
package rules
