package tag_test

import (
	"fmt"

	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

func ExampleSplit() {
	const s = "The U.S. firm's owner can't sell a long-term lease before the 12th."
	for _, t := range tag.Split(nil, s, text.Span{End: len(s)}) {
		fmt.Print(t.In(s), " ")
	}
	// Output: The U.S. firm 's owner ca n't sell a long - term lease before the 12th .
}

func ExampleModel_Tags() {
	const s = "The bridge will reopen in May."
	tokens := tag.Split(nil, s, text.Span{End: len(s)})
	for i, t := range tag.English().Tags(nil, s, tokens) {
		fmt.Printf("%s/%s ", tokens[i].In(s), t)
	}
	// Output: The/DT bridge/NN will/MD reopen/VB in/IN May/NNP ./.
}
