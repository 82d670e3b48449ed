package rules

import (
	"context"
	"errors"
	"strings"
	"testing"

	"factcheck/internal/fact"
)

func TestExpression(t *testing.T) {
	day := fact.NewDay(2018, 6, 17)
	b := Binding{"time": &fact.Time{Text: "on Sunday", When: &fact.Interval{From: &day, Label: "Sunday 17 June 2018"}, Date: &day}, "article": &fact.Article{ID: "a"}}
	tests := []struct{ expr, typ, want, err string }{
		{"time.text", "text", `"on Sunday"`, ""},
		{"time.date.weekday", "whole number", "7", ""},
		{"time.date + 1", "Day", "2018-06-18", ""},
		{"time.when", "Interval", "“Sunday 17 June 2018”", ""},
		{"time.?clock", "optional whole number", "none", ""},
		{"[1, 2].map(n, n * 2)", "list of whole numbers", "[2, 4]", ""},
		{"time.valid || true", "true or false", "true", ""},
		{"1 + time.clock", "whole number", "", "EXPR:1:10: this Time has no clock: ask with has(….clock) first"},
		{"[1][time.text.size()]", "whole number", "", "EXPR:1:"},
	}
	for _, tt := range tests {
		x, err := NewExpression(fact.OverTime, Source{Name: "EXPR", Text: tt.expr})
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		got, err := x.Value(context.Background(), b)
		if x.Type != tt.typ || got != tt.want || !strings.HasPrefix(errorText(err), tt.err) || (err == nil) != (tt.err == "") {
			t.Errorf("%s: %s of type %s, error %v; want %s of type %s, error %s", tt.expr, got, x.Type, err, tt.want, tt.typ, tt.err)
		}
	}
}

func TestExpressionMistakes(t *testing.T) {
	for expr, want := range map[string]string{
		"time.txt":   `EXPR:1:6: Time has no field "txt" (did you mean "text"?)`,
		"tme.text":   `EXPR:1:1: unknown name "tme" (did you mean "time"?)`,
		"":           "EXPR:1:1: the expression is empty",
		"time.text)": "EXPR:1:10: ",
	} {
		if _, err := NewExpression(fact.OverTime, Source{Name: "EXPR", Text: expr}); !strings.HasPrefix(errorText(err), want) {
			t.Errorf("%q: %v, want %s", expr, err, want)
		}
	}
	if _, err := NewExpression("tim", Source{Name: "EXPR", Text: "1"}); !strings.Contains(errorText(err), `unknown scope "tim" (did you mean "time"?)`) {
		t.Errorf("unknown scope: %v", err)
	}
}

// An expression that works without end is stopped.
func TestExpressionBudget(t *testing.T) {
	const list = "[0,1,2,3,4,5,6,7,8,9]"
	x, err := NewExpression(fact.OverTime, Source{Name: "EXPR", Text: list + ".all(a, " + list + ".all(b, " + list + ".all(c, " + list + ".all(d, a + b + c + d >= 0))))"})
	if err != nil {
		t.Fatal(err)
	}
	x.Budget.Steps = 1000
	_, err = x.Value(context.Background(), Binding{"time": &fact.Time{}, "article": &fact.Article{}})
	if !errors.Is(err, ErrBudget) {
		t.Errorf("%v is not ErrBudget", err)
	}
}
