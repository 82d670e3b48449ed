// Package quotes reads quotations with their speakers, and finds those that are
// given twice.
package quotes
