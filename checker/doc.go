// Package checker reads articles for events, compares what they tell, and
// runs the rules over the facts.
//
// A document goes through these steps, each one function:
//
//	readSentences   names: persons, places, organisations
//	mentionsIn      triggers and their dates
//	corefer         mentions of one event in one document
//	occurrences     events across documents
//	documentMerges  documents told as one story that tell two
//	draftMerges     sentences of a draft that draw on two events of its sources
//	Check           facts to rules, outcomes to findings
package checker
