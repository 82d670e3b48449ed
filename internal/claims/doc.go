// Package claims reads who did what, and when: clauses with their verbs, the
// times that hang on them, and the events that a page tells of.
package claims
