package syntax_test

import (
	"fmt"

	"factcheck/internal/syntax"
	"factcheck/internal/text"
)

func ExampleSentence_Governor() {
	const src = "In August the mayor told a hearing that the pool would reopen in May."
	var s syntax.Sentence
	s.Reset(src, text.Span{End: len(src)})
	for _, time := range []text.Span{{Start: 3, End: 9}, {Start: 65, End: 68}} {
		g, _ := s.Governor(time)
		fmt.Println(time.In(src), "hangs on", s.Lemma(g.Head), "past:", g.Tense == syntax.Past, "would:", g.Modality == syntax.Would)
	}
	// Output:
	// August hangs on tell past: true would: false
	// May hangs on reopen past: false would: true
}

func ExampleSentence_VerbGroups() {
	const src = "The road was not repaired and is going to be closed."
	var s syntax.Sentence
	s.Reset(src, text.Span{End: len(src)})
	for _, g := range s.VerbGroups() {
		fmt.Println(s.Lemma(g.Head), "passive:", g.Passive, "negated:", g.Negated, "future:", g.Tense == syntax.Future)
	}
	// Output:
	// repair passive: true negated: true future: false
	// close passive: true negated: false future: true
}

func ExampleSentence_NounGroups() {
	const src = "The city's two oldest bridges were built by Ove Larsen."
	var s syntax.Sentence
	s.Reset(src, text.Span{End: len(src)})
	for _, g := range s.NounGroups() {
		fmt.Println(s.Lemma(g.Head), g.End-g.First, g.Proper)
	}
	// Output:
	// bridge 6 false
	// Larsen 2 true
}
