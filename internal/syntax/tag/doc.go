// Package tag cuts an English sentence into tokens and says what part of
// speech each is. The tagger is an averaged perceptron (M. Collins, EMNLP 2002)
// whose model ships as data/english.model; internal/bench/tagger trains it and
// prints its figures, docs/tagger.md says what it cannot do.
//
// Callers own the memory: [Split] and [Model.Tags] append to slices that they
// are given and allocate nothing else. The model is looked at when first asked
// for and shared by all goroutines.
package tag
