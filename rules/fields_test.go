package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

// The fields of every fact are those of the documentation, in its order.
func TestFieldsAreDocumented(t *testing.T) {
	vocabulary, err := Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string][]string{}
	for _, info := range vocabulary.Types {
		for _, f := range info.Fields {
			if !f.Link {
				documented[info.Name] = append(documented[info.Name], f.Name)
			}
		}
	}
	for name, subject := range map[string]any{
		"Time": fact.Time{}, "Interval": &fact.Interval{}, "Change": &fact.Change{}, "Story": fact.Story{}, "Place": fact.Place{}, "Role": fact.Role{},
	} {
		var got []string
		for _, f := range Fields(subject) {
			got = append(got, f.Name)
		}
		if diff := cmp.Diff(documented[name], got); diff != "" {
			t.Errorf("%s (-documented +got):\n%s", name, diff)
		}
	}
}

func TestFieldValues(t *testing.T) {
	sunday := int64(7)
	from := fact.NewDay(2018, 6, 17)
	moment := &fact.Time{Text: "on Sunday", Weekday: &sunday, When: &fact.Interval{From: &from}, Fixes: []fact.Fix{{Message: "name the day"}}, Valid: true}
	values := map[string]any{}
	for _, f := range Fields(moment) {
		values[f.Name] = f.Value
	}
	for name, want := range map[string]any{
		"text": "on Sunday", "weekday": int64(7), "clock": nil, "valid": true, "mod": "", "beside": nil,
		"when": fact.Interval{From: &from}, "fixes": []any{fact.Fix{Message: "name the day"}},
	} {
		if diff := cmp.Diff(want, values[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := Fields(values["when"])[0]; got != (Field{"from", from}) {
		t.Errorf("when.from is %v, want %v", got, from)
	}
	for _, none := range []any{nil, 7, "text", from, (*fact.Time)(nil)} {
		if got := Fields(none); got != nil {
			t.Errorf("Fields(%#v) = %v, want none", none, got)
		}
	}
}

func TestDescribe(t *testing.T) {
	day := fact.NewDay(2018, 6, 17)
	for want, v := range map[string]any{
		"": nil, `"Paris"`: "Paris", "7": int64(7), "2500000": 2.5e6, "0.1": 0.1, "1e+20": 1e20, "true": true, "2018-06-17": day,
		"“June 2018”": fact.Interval{Label: "June 2018"}, "from 2018-06-17": fact.Interval{From: &day},
		`["a", "b"]`: []any{"a", "b"}, `[1, 2, 3, 4, 5, … 6 in all]`: []any{int64(1), int64(2), int64(3), int64(4), int64(5), int64(6)},
	} {
		if got := Describe(v); got != want {
			t.Errorf("Describe(%v) = %s, want %s", v, got, want)
		}
	}
}
