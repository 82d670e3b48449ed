// Package align finds the passages of other documents that tell what a sentence
// tells, and measures how alike the surroundings of two values are. What counts is
// shared content words, weighed by their rarity among the sentences at hand.
package align
