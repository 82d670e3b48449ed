// Package fact declares what rules see of articles: the structs, whose comments
// are the documentation of rule files, and the kinds of facts with their scopes.
// Readers fill the structs, package rules shows them to CEL.
package fact
