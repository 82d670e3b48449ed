package checker

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/rules"
)

// The cases of a rule, run through the whole pipeline, notice a mistake in
// what they try, and no other.
func TestSurvivors(t *testing.T) {
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: `[ Rule{
		id: "a/b", severity: note, over: time, message: "m",
		when: has(time.weekday) && has(time.date) && time.weekday != time.date.weekday && time.zone != "furniture",
		tests: [
			Case{ fires: 1, published: "2019-05-10", text: "The ferry sailed on [[Friday, 2 May 2019]], its owners wrote." },
			Case{ fires: 0, published: "2019-05-10", text: "The ferry sailed on Thursday, 2 May 2019, its owners wrote." },
			Case{ fires: 0, published: "2019-05-10", text: "The ferry sailed on 3 May 2019, its owners wrote." },
		] } ]`})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	var got []string
	for _, m := range rules.Survivors(ctx, set, set.Rule("a/b"), func(s *rules.Set, r *rules.Rule, c rules.Case) error {
		return RunCase(ctx, s, r, c)
	}) {
		got = append(got, m.Description)
	}
	want := []string{"drop `has(time.date)`", "drop `time.zone != \"furniture\"`"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
