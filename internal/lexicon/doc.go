// Package lexicon holds the word lists that reading news needs: places with
// their demonyms, roles and titles, words that make a name an organisation,
// capitalised words that are no names, abbreviations, irregular verbs and
// plurals, verbs of saying, and what stands by numbers: units, currencies, bounds.
//
// The lists are data, in the folder data; each is read once, when first asked
// for, and never changes afterwards, so every function may be called from
// several goroutines. Nothing here looks at context: what a word means where
// it stands is for the caller to decide.
package lexicon
