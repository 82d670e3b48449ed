package checker

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/rules"
)

// slowRules hold of every sentence; the first takes some 1,000 steps for each
// word “slow” in it, the second none.
const slowRules = `[
	Rule{ id: "a/slow", severity: note, over: sentence, message: "m",
		when: lists.range(sentence.text.split("slow").size() - 1).all(x, lists.range(100).all(y, x + y >= 0)) },
	Rule{ id: "a/good", severity: note, over: sentence, message: "m", when: true } ]`

// ranOver runs slowRules with a budget over texts of so many slow words, and
// returns the documents that each rule found something in, what was not
// checked, and the problem.
func ranOver(t *testing.T, b rules.Budget, slow ...int) (found map[string][]string, not []string, err error) {
	t.Helper()
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: slowRules})
	if err != nil {
		t.Fatal(err)
	}
	set.Budget = b
	var in Input
	for i, n := range slow {
		a, err := article.Parse(fmt.Sprintf("d%d.md", i), []byte("The ferry was"+strings.Repeat(" slow", n)+" today."))
		if err != nil {
			t.Fatal(err)
		}
		in.Articles = append(in.Articles, a...)
	}
	out, err := Read(in, Options{Rules: set}).Check(context.Background())
	found = map[string][]string{}
	for _, f := range out.Findings {
		found[f.Rule] = append(found[f.Rule], f.Doc)
	}
	for _, n := range out.NotChecked {
		not = append(not, n.Doc+" "+n.Rule+": "+n.Reason)
	}
	return found, not, err
}

// A rule that takes too much is reported once and left out of the documents
// behind, the same ones however many are worked on at a time; the other rules go
// on.
func TestBudget(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	const where = "r.cel:2:2: rule a/slow: "
	all := []string{"d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9"}
	tests := []struct {
		name   string
		budget rules.Budget
		slow   []int
		found  []string
		err    string // how it begins
	}{
		{"enough", rules.Budget{}, []int{9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, all, ""},
		{"one document", rules.Budget{Steps: 1_000_000}, []int{1, 1, 900, 1, 1, 1, 1, 1, 1, 1}, []string{"d0", "d1", "d3", "d4", "d5", "d6", "d7", "d8", "d9"},
			where + "took more than its 200,000 steps over one document; 1 document was not looked at ("},
		{"the run", rules.Budget{Steps: 100_000}, []int{900, 900, 1, 900, 900, 900, 900, 900, 1, 1}, []string{"d2"},
			where + "took more than its 100,000 steps in all; "},
		{"the clock", rules.Budget{Time: 1}, []int{900, 900, 900, 900, 900, 900, 900, 900, 900, 900}, nil,
			where + "took more than its 1ns in all; 10 documents were not looked at; which ones depends on the machine ("},
	}
	for _, tt := range tests {
		for _, procs := range []int{1, 2, 8} {
			runtime.GOMAXPROCS(procs)
			found, not, err := ranOver(t, tt.budget, tt.slow...)
			if diff := cmp.Diff(tt.found, found["a/slow"]); diff != "" {
				t.Errorf("%s, %d processors: a/slow (-want +got):\n%s", tt.name, procs, diff)
			}
			if !slices.Equal(found["a/good"], all) {
				t.Errorf("%s, %d processors: a/good found something in %q", tt.name, procs, found["a/good"])
			}
			if n := len(all) - len(tt.found); len(not) != n {
				t.Errorf("%s, %d processors: %d documents not checked, want %d: %q", tt.name, procs, len(not), n, not)
			}
			if tt.err == "" && err == nil {
				continue
			}
			var all *multierror.Error
			if !errors.As(err, &all) || len(all.Errors) != 1 || !strings.HasPrefix(all.Errors[0].Error(), tt.err) || !errors.Is(err, rules.ErrBudget) {
				t.Errorf("%s, %d processors: %v, want %s…", tt.name, procs, err, tt.err)
			}
		}
	}
}
