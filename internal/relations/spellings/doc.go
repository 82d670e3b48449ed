// Package spellings finds names that are written in two ways.
package spellings
