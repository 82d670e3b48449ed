package rules

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
	"factcheck/internal/text"
)

// at returns a place with some text, so that places can be told apart.
func at(s string) fact.Place {
	return fact.Place{Doc: "d", File: "d.md", Span: text.Span{Start: 3, End: 3 + len(s)}, Text: s}
}

// on returns the interval of one day.
func on(t testing.TB, day string) *fact.Interval {
	t.Helper()
	d, err := fact.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	next := d.AddDays(1)
	return &fact.Interval{From: &d, To: &next, Grain: "day", Label: day}
}

func day(t testing.TB, s string) *fact.Day { return on(t, s).From }

func number(n int64) *int64 { return &n }

func load(t testing.TB, source string) *Set {
	t.Helper()
	set, err := Load(Source{"r.cel", source})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// holds evaluates a condition over a binding of a scope.
func holds(t *testing.T, scope fact.Scope, condition string, b Binding) (bool, error) {
	t.Helper()
	set := load(t, fmt.Sprintf(`[ Rule{ id: "a/b", severity: note, over: %s, when: %s, message: "m" } ]`, scope, condition))
	outcomes, err := set.Eval(context.Background(), scope, b)
	return len(outcomes) == 1, err
}

func TestConditions(t *testing.T) {
	full := &fact.Time{
		Text: "Thursday, 27 June 2017", At: at("Thursday, 27 June 2017"), Type: "DATE", Value: "2017-06-27",
		When: on(t, "2017-06-27"), Weekday: number(4), WeekdayName: "Thursday", Date: day(t, "2017-06-27"),
		Explicit: true, Valid: true, Zone: "body", Fixes: []fact.Fix{{Message: "é", Replacement: "Tuesday, 27 June 2017"}},
	}
	bare := &fact.Time{Text: "lately", Valid: true}
	tests := []struct {
		time      *fact.Time
		condition string
		want      bool
	}{
		{full, `has(time.weekday) && time.weekday == 4`, true},
		{full, `time.date.weekday == 2 && time.date.weekday_name == "Tuesday"`, true},
		{full, `time.date.year == 2017 && time.date.month == 6 && time.date.day == 27`, true},
		{full, `time.date.iso == "2017-06-27" && time.date == date("2017-06-27")`, true},
		{full, `time.date != date("2017-06-27")`, false},
		{full, `time.date < date("2017-06-28") && time.date <= date("2017-06-27")`, true},
		{full, `time.date > date("2017-06-26") && time.date >= date("2017-06-27")`, true},
		{full, `time.date < date("2017-06-27") || time.date > date("2017-06-27")`, false},
		{full, `time.date + days(4) == date("2017-07-01") && time.date - days(27) == date("2017-05-31")`, true},
		{full, `date("2017-07-01") - time.date == 4 && time.date - date("2017-07-01") == -4`, true},
		{full, `time.when.from == time.date && time.when.to == time.date + 1`, true},
		{full, `time.when.overlaps(article.published) || time.when.before(article.published)`, true},
		{full, `time.when.gap(article.published) == 3 && article.published.after(time.when)`, true},
		{full, `time.when.within(time.when) && time.when.contains(time.when) && time.when.equals(time.when)`, true},
		{full, `time.when.meets(article.published)`, false},
		{full, `time.text.contains("June") && time.text.size() == 22`, true},
		{full, `time.fixes.exists(f, f.message == "é") && time.fixes[0].replacement.startsWith("Tue")`, true},
		{full, `time.at.doc == "d" && time.at.text == time.text`, true},
		{full, `time.?weekday.orValue(0) == 4 && time.?date.hasValue()`, true},
		{full, `sets.contains([1, 4], [time.weekday]) && math.abs(-3) == 3 && time.weekday > 3.5`, true},
		{full, `cel.bind(x, time.date, x.month == 6)`, true},
		{full, `[3, 1].transformList(i, v, i + v) == [3, 2] && lists.range(3).size() == 3`, true},

		{bare, `has(time.weekday)`, false},
		{bare, `has(time.date) || has(time.when) || has(time.problem)`, false},
		{bare, `has(time.date) && time.date.year == 0`, false},
		{bare, `time.?weekday.hasValue() || time.?date.hasValue()`, false},
		{bare, `time.?weekday.orValue(9) == 9 && time.?when.?from.hasValue() == false`, true},
		{bare, `time.valid && time.fixes.size() == 0 && time.weekday_name == ""`, true},
	}
	for _, tt := range tests {
		got, err := holds(t, fact.OverTime, tt.condition, Binding{"time": tt.time, "article": &fact.Article{Published: on(t, "2017-07-01")}})
		if err != nil || got != tt.want {
			t.Errorf("%s: %v, %v, want %v", tt.condition, got, err, tt.want)
		}
	}
}

func TestRunTimeErrors(t *testing.T) {
	rule := func(fields string) string {
		return "[ // é\n  Rule{ id: \"a/b\", severity: note, over: time, " + fields + " },\n" +
			"  Rule{ id: \"a/good\", severity: note, over: time, when: true, message: \"m\" } ]"
	}
	tests := []struct{ name, source, want string }{
		{"absent fact", rule(`message: "“é”", when: time.weekday == 3`), `r.cel:2:75: rule a/b: this Time has no weekday: ask with has(….weekday) first`},
		{"absent fact of a fact", rule(`message: "m", when: time.date.weekday == 3`), `r.cel:2:73: rule a/b: this Time has no date: ask with has(….date) first`},
		{"absent argument", rule(`message: "m", when: article.published.before(time.when)`), `r.cel:2:98: rule a/b: this Time has no when: ask with has(….when) first`},
		{"index", rule(`message: "m", when: time.fixes[2].message == ""`), `r.cel:2:82: rule a/b: index out of bounds: 2`},
		{"division", rule(`message: "m", when: 1 / time.text.size() == 0`), `r.cel:2:70: rule a/b: division by zero`},
		{"no day", rule(`message: "m", when: date(time.text).year == 0`), `r.cel:2:68: rule a/b: "" is not a day, write it as 2018-06-17`},
		{"far day", rule(`message: "m", when: date("2018-01-01") + 99999999 > date("2018-01-01")`), `r.cel:2:87: rule a/b: 99999999 days is too far`},
		{"message", rule(`when: true, message: time.date.iso`), `r.cel:2:74: rule a/b: this Time has no date: ask with has(….date) first`},
		{"let", rule(`let: {"x": time.date.year}, message: "m", when: x == 3`), `r.cel:2:64: rule a/b: this Time has no date: ask with has(….date) first`},
		{"confidence", rule(`when: true, message: "m", confidence: time.text + "hi"`), `r.cel:2:86: rule a/b: confidence is "hi", not high, medium or low`},
		{"related", rule(`when: true, message: "m", related: [dyn(1)]`), `r.cel:2:83: rule a/b: expected a list of Note, found whole number in it`},
		{"suggest", rule(`when: true, message: "m", suggest: ["x", dyn(1)]`), `r.cel:2:83: rule a/b: expected a list of strings or Fix, found whole number in it`},
		{"at", rule(`when: true, message: "m", at: dyn(1)`), `r.cel:2:78: rule a/b: expected a fact with a place, found whole number`},
	}
	b := Binding{"time": &fact.Time{}, "article": &fact.Article{Published: on(t, "2018-06-15")}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			outcomes, err := load(t, tt.source).Eval(context.Background(), fact.OverTime, b)
			if diff := cmp.Diff([]string{tt.want}, problems(t, err)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if len(outcomes) != 1 || outcomes[0].Rule.ID != "a/good" {
				t.Errorf("got %d outcomes, want that of the good rule", len(outcomes))
			}
		})
	}
}

// CEL's "or" absorbs an error if the other side decides; so does a let.
func TestErrorsAreAbsorbed(t *testing.T) {
	b := Binding{"time": &fact.Time{}, "article": &fact.Article{}}
	for _, condition := range []string{
		`time.weekday == 3 || time.text == ""`,
		`early || time.text == ""`,
	} {
		source := fmt.Sprintf(`[ Define{ name: "early", over: time, as: time.weekday < 3 },
			Rule{ id: "a/a", severity: note, over: time, when: true || early, message: "m" },
			Rule{ id: "a/b", severity: note, over: time, when: %s, message: "m" } ]`, condition)
		outcomes, err := load(t, source).Eval(context.Background(), fact.OverTime, b)
		if err != nil || len(outcomes) != 2 {
			t.Errorf("%s: %d outcomes, %v", condition, len(outcomes), err)
		}
	}
}

func TestOutcome(t *testing.T) {
	set := load(t, `[
	  Define{ name: "odd", over: time, as: time.weekday != time.date.weekday },
	  Rule{
	    id: "a/b", severity: warning, over: time, confidence: time.explicit ? "high" : "low",
	    let: {"name": time.date.weekday_name, "both": name + "/" + time.weekday_name},
	    when: odd, at: article, message: "“%s”: %s".format([time.text, both]),
	    related: [Note{at: time.at, message: "là"}], suggest: ["check", Fix{message: "as", replacement: name}],
	    assume: time.fixes.map(f, f.message), help: "one\n    two " + "three", tags: ["x", "y"], since: "0.1",
	    tests: [Case{ name: "n", fires: 1, text: "é [[x]]", published: "2018-06" }, Case{ fires: 0, story: ["a", "b"], sources: ["c"], almanac: "[]" }],
	  },
	  Rule{ id: "a/off", severity: note, over: time, enabled: false, when: true, message: "m" },
	]`)
	tm := &fact.Time{Text: "Thu, 27 June", At: at("Thu"), Weekday: number(4), WeekdayName: "Thursday", Date: day(t, "2017-06-27"), Fixes: []fact.Fix{{Message: "the year"}}}
	outcomes, err := set.Eval(context.Background(), fact.OverTime, Binding{"time": tm, "article": &fact.Article{At: at("lead")}})
	if err != nil {
		t.Fatal(err)
	}
	r := set.Rule("a/b")
	want := []Outcome{{
		Rule: r, Severity: SeverityWarning, Confidence: Low, Message: "“Thu, 27 June”: Tuesday/Thursday", At: at("lead"),
		Related: []fact.Note{{At: at("Thu"), Message: "là"}}, Fixes: []fact.Fix{{Message: "check"}, {Message: "as", Replacement: "Tuesday"}}, Assumptions: []string{"the year"},
		Binding: Binding{"time": tm, "article": &fact.Article{At: at("lead")}},
	}}
	same := cmp.Comparer(func(a, b *Rule) bool { return a == b })
	if diff := cmp.Diff(want, outcomes, same); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	wantRule := &Rule{
		ID: "a/b", Severity: SeverityWarning, Scope: fact.OverTime, Enabled: true, Help: "one two three", Tags: []string{"x", "y"}, Since: "0.1",
		When: "odd", Message: `"“%s”: %s".format([time.text, both])`, File: "r.cel", Pos: r.Pos,
	}
	wantCases := []Case{
		{Name: "n", Fires: 1, Text: "é [[x]]", Published: "2018-06", Pos: r.Cases()[0].Pos},
		{Story: []string{"a", "b"}, Sources: []string{"c"}, Almanac: "[]", Pos: r.Cases()[1].Pos},
	}
	if diff := cmp.Diff(wantCases, r.Cases()); diff != "" {
		t.Errorf("cases: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(wantRule, r, cmp.FilterPath(func(p cmp.Path) bool {
		f, ok := p.Last().(cmp.StructField)
		return ok && strings.ToLower(f.Name()[:1]) == f.Name()[:1]
	}, cmp.Ignore())); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Pos.Line != 3 || r.Pos.Column != 4 || r.Cases()[1].Pos.Line != 9 || r.Cases()[1].Pos.Column != 82 {
		t.Errorf("rule at %v, second case at %v", r.Pos, r.Cases()[1].Pos)
	}
}

func TestFilter(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/a", severity: note, over: time, when: true, message: "m" },
		Rule{ id: "a/b", severity: note, over: merge, when: true, message: "m" } ]`)
	one := set.Filter(func(r *Rule) bool { return r.ID == "a/b" })
	if got := ids(one); !slices.Equal(got, []string{"a/b"}) {
		t.Errorf("filtered to %q", got)
	}
	if one.Needs(fact.OverTime) || !one.Needs(fact.OverMerge) || !set.Needs(fact.OverTime) {
		t.Error("Needs does not follow the filter")
	}
}

func TestBinding(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/a", severity: note, over: time, when: true, message: "m" } ]`)
	var none *fact.Article
	tests := []struct {
		scope fact.Scope
		b     Binding
		want  string
	}{
		{"tiem", nil, `rules: unknown scope "tiem"`},
		{fact.OverTime, nil, "rules: scope time needs time, a *Time"},
		{fact.OverTime, Binding{"time": &fact.Time{}}, "rules: scope time needs article, a *Article"},
		{fact.OverTime, Binding{"time": fact.Time{}, "article": &fact.Article{}}, fmt.Sprintf("rules: scope time needs time to be *Time, not %T", fact.Time{})},
		{fact.OverTime, Binding{"time": &fact.Time{}, "article": none}, "rules: scope time needs article, not nil"},
	}
	for _, tt := range tests {
		_, err := set.Eval(context.Background(), tt.scope, tt.b)
		if errorText(err) != tt.want {
			t.Errorf("got %q, want %q", errorText(err), tt.want)
		}
	}
}

// shipped evaluates rules.cel over one binding and returns
// "id severity confidence message".
func shipped(t *testing.T, scope fact.Scope, b Binding) []string {
	t.Helper()
	set, err := Load(Source{"rules.cel", shippedText})
	if err != nil {
		t.Fatal(err)
	}
	outcomes, err := set.Eval(context.Background(), scope, b)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range outcomes {
		out = append(out, fmt.Sprintf("%s %v %s: %s", o.Rule.ID, o.Severity, o.Confidence, o.Message))
	}
	return out
}

func TestShippedTimeRules(t *testing.T) {
	slip := func(change func(*fact.Time)) *fact.Time {
		tm := &fact.Time{Text: "Thursday, 27 June 2017", Weekday: number(4), WeekdayName: "Thursday", Date: day(t, "2017-06-27"),
			When: on(t, "2017-06-27"), Explicit: true, Valid: true, Zone: "body"}
		change(tm)
		return tm
	}
	tests := []struct {
		name string
		time *fact.Time
		want []string
	}{
		{"slip", slip(func(*fact.Time) {}), []string{`date/weekday-mismatch error high: “Thursday, 27 June 2017” says Thursday, but 2017-06-27 is a Tuesday`}},
		{"right weekday", slip(func(x *fact.Time) { *x.Weekday = 2 }), nil},
		{"no weekday", slip(func(x *fact.Time) { x.Weekday = nil }), nil},
		{"no day", slip(func(x *fact.Time) { x.Date = nil }), nil},
		{"furniture", slip(func(x *fact.Time) { x.Zone = "furniture" }), nil},
		{"correction", slip(func(x *fact.Time) { x.Zone = "correction" }), nil},
		{"inferred year", slip(func(x *fact.Time) { x.Explicit, x.Text = false, "Thursday, 27 June" }),
			[]string{`date/weekday-mismatch-inferred warning medium: “Thursday, 27 June” says Thursday, but 2017-06-27 is a Tuesday if the year is 2017`}},
		{"impossible", &fact.Time{Text: "31 June 2018", Problem: "June has 30 days", Zone: "body"}, []string{`date/impossible error high: “31 June 2018” cannot be: June has 30 days`}},
		{"impossible, no reason", &fact.Time{Text: "31 June 2018", Zone: "body"}, []string{`date/impossible error high: “31 June 2018” cannot be`}},
		{"impossible furniture", &fact.Time{Text: "31 June 2018", Zone: "furniture"}, nil},
		{"nothing known", &fact.Time{Valid: true}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, shipped(t, fact.OverTime, Binding{"time": tt.time, "article": &fact.Article{}})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestShippedArticleRules(t *testing.T) {
	tests := []struct {
		name    string
		article *fact.Article
		want    []string
	}{
		{"nothing known", &fact.Article{}, nil},
		{"no anchor", &fact.Article{RelativeTimes: 1, FirstRelative: &fact.Time{Text: "Friday"}},
			[]string{"date/no-anchor note high: nothing says when this was published, so its one relative date stays open"}},
		{"no anchor, no first", &fact.Article{RelativeTimes: 3},
			[]string{"date/no-anchor note high: nothing says when this was published, so its 3 relative dates stay open"}},
		{"anchored", &fact.Article{RelativeTimes: 3, Dated: true, Published: on(t, "2018-06-20")}, nil},
		{"two dates", &fact.Article{Dated: true, Published: on(t, "2018-06-20"), AnchorGap: 8, Evidence: []fact.Evidence{
			{Source: "dateline", When: on(t, "2018-06-12"), At: at("June 12"), Explanation: "the dateline"}, {Source: "flag", When: on(t, "2018-06-20")}}},
			[]string{"date/anchor-conflict warning high: the statements of when this was published lie 8 days apart; dates are counted from 2018-06-20"}},
		{"a day apart", &fact.Article{Dated: true, Published: on(t, "2018-06-20"), AnchorGap: 1}, nil},
		{"furniture", &fact.Article{Furniture: &fact.Furniture{Lines: 4, Times: []fact.Time{{Text: "2018"}, {Text: "yesterday", Relative: true}}}},
			[]string{"page/furniture warning high: boilerplate with relative dates stands in the text (4 lines)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, shipped(t, fact.OverArticle, Binding{"article": tt.article})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestShippedConflictRule(t *testing.T) {
	conflict := func(kinds ...string) *fact.Conflict {
		c := &fact.Conflict{Hard: true, Summary: "cannot both be", Almanac: []string{"May Day"}}
		for i, k := range kinds {
			c.Statements = append(c.Statements, fact.Statement{Kind: k, At: at(strings.Repeat("x", i+1)), Explanation: k})
		}
		c.At = c.Statements[0].At
		return c
	}
	tests := []struct {
		name     string
		conflict *fact.Conflict
		want     []string
	}{
		{"hard", conflict("time", "almanac"), []string{"date/conflict error high: cannot both be"}},
		{"publication and a time", conflict("publication", "time"), []string{"date/conflict error high: cannot both be"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, shipped(t, fact.OverConflict, Binding{"conflict": tt.conflict, "article": &fact.Article{}})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestShippedMergeRule(t *testing.T) {
	merge := &fact.Merge{Form: "documents", Kind: "call", Summary: "b tells another call than a: 1 January here, 4 July there", Notes: []fact.Note{{At: at("there"), Message: "the other"}},
		Conflicts: []fact.Contrast{{Summary: "soft"}, {Hard: true, Summary: "1 January here, 4 July there"}}, Assumptions: []string{"one story"}}
	want := []string{"story/merged-events error high: told as one call, but b tells another call than a: 1 January here, 4 July there"}
	if diff := cmp.Diff(want, shipped(t, fact.OverMerge, Binding{"merge": merge})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestEventScopes(t *testing.T) {
	a := &fact.Event{Kind: "call", Participants: []string{"A", "B"}, When: on(t, "2018-06-15"), Dated: true, Modality: "asserted"}
	b := &fact.Event{Kind: "call", Participants: []string{"B", "A"}, When: on(t, "2018-07-20"), Dated: true}
	ok, err := holds(t, fact.OverEventPair, `a.kind == b.kind && sets.equivalent(a.participants, b.participants) && a.dated && b.dated && !a.when.overlaps(b.when)`, Binding{"a": a, "b": b})
	if err != nil || !ok {
		t.Errorf("pair(event): %v, %v", ok, err)
	}
	ok, err = holds(t, fact.OverEvent, `event.modality == "asserted" && event.when.after(article.published)`, Binding{"event": a, "article": &fact.Article{Published: on(t, "2018-06-14")}})
	if err != nil || !ok {
		t.Errorf("event: %v, %v", ok, err)
	}
}

func TestBudget(t *testing.T) {
	set := load(t, `[
	  Rule{ id: "a/slow", severity: note, over: article, message: "m",
	    when: article.evidence.all(x, article.evidence.all(y, article.evidence.all(z, x.source == z.source))) },
	  Rule{ id: "a/good", severity: note, over: article, when: true, message: "m" } ]`)
	set.Budget = Budget{Steps: 1_000_000}
	start := time.Now()
	outcomes, err := set.Eval(context.Background(), fact.OverArticle, Binding{"article": &fact.Article{Evidence: make([]fact.Evidence, 2000)}})
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	want := []string{"r.cel:2:4: rule a/slow: stopped after 1,000,000 steps"}
	if diff := cmp.Diff(want, problems(t, err)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if !errors.Is(err, ErrBudget) {
		t.Errorf("%v is not ErrBudget", err)
	}
	if len(outcomes) != 1 {
		t.Errorf("got %d outcomes, want that of the good rule", len(outcomes))
	}
}

func TestCancel(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/good", severity: note, over: article, when: true, message: "m" } ]`)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	outcomes, err := set.Eval(ctx, fact.OverArticle, Binding{"article": &fact.Article{}})
	if !errors.Is(err, context.Canceled) || outcomes != nil {
		t.Errorf("got %d outcomes, %v", len(outcomes), err)
	}
}

func TestConcurrentEval(t *testing.T) {
	set := load(t, shippedText)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 50 {
				tm := &fact.Time{Text: fmt.Sprint(g, i), Weekday: number(int64(i%7) + 1), WeekdayName: "W", Date: day(t, "2017-06-27"), Explicit: true, Valid: true}
				outcomes, err := set.Eval(context.Background(), fact.OverTime, Binding{"time": tm, "article": &fact.Article{}})
				if mismatch := i%7+1 != 2; err != nil || (len(outcomes) == 1) != mismatch {
					t.Errorf("%d outcomes, %v", len(outcomes), err)
				} else if mismatch && !strings.Contains(outcomes[0].Message, tm.Text) {
					t.Errorf("message %q of another time", outcomes[0].Message)
				}
			}
		})
	}
	for range 2 {
		wg.Go(func() {
			if _, err := Load(Source{"rules.cel", shippedText}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Every fact that can be a scope's subject has a place, and every field a name
// that rules can write.
func TestVocabulary(t *testing.T) {
	for _, s := range Scopes() {
		i := slices.IndexFunc(s.Variables, func(v fact.Variable) bool { return v.Name == s.Subject })
		if i < 0 || !placedTypes["rules."+s.Variables[i].Type] {
			t.Errorf("scope %s: subject %q is not a variable with a place", s.Scope, s.Subject)
		}
	}
	for _, typ := range factTypes {
		for i := range typ.NumField() {
			if typ.Field(i).Tag.Get("cel") == "" {
				t.Errorf("%s.%s has no name in CEL", typ.Name(), typ.Field(i).Name)
			}
		}
	}
}

func TestErrorIsOne(t *testing.T) {
	_, err := Load(Source{"r.cel", ""})
	var all *multierror.Error
	if !errors.As(err, &all) || all.Error() != all.Errors[0].Error() {
		t.Errorf("one problem prints as %q", err)
	}
}
