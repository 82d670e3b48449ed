// Package en knows the English words that readers tell apart, each with all its
// classes at once: the tables are classes/*.txt, the constants follow from them.
package en

//go:generate go run ./gen
