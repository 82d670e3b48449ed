package rules_test

import (
	"context"
	"fmt"

	"factcheck/internal/fact"
	"factcheck/rules"
)

const weekdayRule = `[
  Rule{
    id: "date/weekday", severity: error, over: time,
    when: has(time.weekday) && has(time.date) && time.weekday != time.date.weekday,
    message: "%s was a %s".format([time.date.iso, time.date.weekday_name]),
  },
]`

func ExampleLoad() {
	_, err := rules.Load(rules.Source{Name: "my.cel", Text: `[
  Rule{
    id: "date/weekday", severity: eror, over: time,
    when: time.valid && tme.weekday == 7,
    message: "“%s” is a Sunday".format([time.txt]),
  },
]`})
	fmt.Println(err)
	// Output:
	// my.cel:3:35: unknown severity "eror" (did you mean "error"?)
	// my.cel:4:25: unknown name "tme" (did you mean "time"?)
	// my.cel:5:46: Time has no field "txt" (did you mean "text"?)
}

func ExampleError_Snippet() {
	_, err := rules.Load(rules.Source{Name: "my.cel", Text: "[\n  Rule{ id: \"é/b\" }\n  Rule{ },\n]"})
	for _, e := range err.(interface{ WrappedErrors() []error }).WrappedErrors()[:1] {
		fmt.Println(e)
		fmt.Println(e.(*rules.Error).Snippet())
	}
	// Output:
	// my.cel:2:3: Rule has no "severity"
	//   Rule{ id: "é/b" }
	//   ^
}

func ExampleSet_Eval() {
	set, err := rules.Load(rules.Source{Name: "my.cel", Text: weekdayRule})
	if err != nil {
		fmt.Println(err)
		return
	}
	thursday, day := int64(4), fact.NewDay(2017, 6, 27)
	outcomes, err := set.Eval(context.Background(), fact.OverTime, rules.Binding{
		"time":    &fact.Time{Text: "Thursday, 27 June 2017", Weekday: &thursday, Date: &day},
		"article": &fact.Article{},
	})
	for _, o := range outcomes {
		fmt.Printf("%s: %s [%s]\n", o.Severity, o.Message, o.Rule.ID)
	}
	fmt.Println(err)
	// Output:
	// error: 2017-06-27 was a Tuesday [date/weekday]
	// <nil>
}

func ExampleMarked() {
	text, spans, _ := rules.Marked("It came out on [[Thursday, 27 June 2017]].")
	fmt.Println(text)
	fmt.Println(spans[0].In(text))
	// Output:
	// It came out on Thursday, 27 June 2017.
	// Thursday, 27 June 2017
}
