// Package syntax reads the words of one English sentence: tokens, their tags
// and lemmas, noun groups, verb groups with tense, aspect, voice and modality,
// and the verb that governs a time. It is no parser: groups are runs of
// neighbouring tokens, and what governs what is told from the marks and words
// between them.
package syntax
