package sums_test

import (
	"math"
	"testing"

	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/sums"
)

// TestTotals has the parts of each whole beside it; what they make is reckoned here.
func TestTotals(t *testing.T) {
	for _, x := range []struct {
		text, form string
		whole      float64
		parts      []float64
		makes      float64
	}{
		{"Twelve people were hurt, nine adults and four children.", "sum", 12, []float64{9, 4}, 9 + 4},
		{"Thirteen people were hurt, nine adults and four children.", "sum", 13, []float64{9, 4}, 9 + 4},
		{"Exports came to 90 million euros and imports to 70 million, a surplus of 30 million.", "difference", 30e6, []float64{90e6, 70e6}, 90e6 - 70e6},
		{"Of the 50 members, 12, or 24 percent, voted.", "share", 24, []float64{12, 50}, 100 * 12.0 / 50},
		{"Of the 50 members, 12, or 42 percent, voted.", "share", 42, []float64{12, 50}, 100 * 12.0 / 50},
		{"They visited three cities: Lyon, Nice and Lille.", "list", 3, nil, 3},
		{"They visited four cities: Lyon, Nice and Lille.", "list", 4, nil, 3},
		{"Nine people were hurt in Lyon and four children drowned in Nice.", "", 0, nil, 0},
	} {
		facts := sums.Totals(pagetest.Dated(t, "2019-06-20", x.text))
		if x.form == "" {
			if len(facts) > 0 {
				t.Errorf("%s: a %s", x.text, facts[0].Form)
			}
			continue
		}
		if len(facts) != 1 {
			t.Errorf("%s: %d totals, want one", x.text, len(facts))
			continue
		}
		f := facts[0]
		if f.Form != x.form || f.Whole.Value != x.whole || len(f.Parts) != len(x.parts) {
			t.Fatalf("%s: %s of %v from %d parts", x.text, f.Form, f.Whole.Value, len(f.Parts))
		}
		for i, want := range x.parts {
			if f.Parts[i].Value != want {
				t.Errorf("%s: part %d is %v, want %v", x.text, i, f.Parts[i].Value, want)
			}
		}
		if f.Computed != x.makes {
			t.Errorf("%s: the parts make %v, want %v", x.text, f.Computed, x.makes)
		}
		if fits, want := math.Abs(f.Computed-x.whole) <= f.Tolerance, x.makes == x.whole; fits != want {
			t.Errorf("%s: fits %v, want %v", x.text, fits, want)
		}
	}
}

// TestChanges has both ends of each change; what they make is reckoned here.
func TestChanges(t *testing.T) {
	for _, x := range []struct {
		text, form    string
		stated, makes float64
		right         bool
	}{
		{"The shares rose 10 percent to 121 euros from 110.", "percent", 10, 100 * (121.0/110 - 1), true},
		{"The shares rose 20 percent to 121 euros from 110.", "percent", 20, 100 * (121.0/110 - 1), false},
		{"Unemployment fell to 4.5 percent from 5.2 percent, a drop of 0.7 percentage points.", "points", -0.7, 4.5 - 5.2, true},
		{"Unemployment fell to 4.5 percent from 5.2 percent, a drop of 1.7 percentage points.", "points", -1.7, 4.5 - 5.2, false},
		{"Sales doubled to 80 million euros from 40 million.", "times", 2, 80.0 / 40, true},
		{"Sales doubled to 80 million euros from 20 million.", "times", 2, 80.0 / 20, false},
	} {
		facts := sums.Changes(pagetest.Dated(t, "2019-06-20", x.text))
		if len(facts) != 1 {
			t.Errorf("%s: %d changes, want one", x.text, len(facts))
			continue
		}
		f := facts[0]
		if f.Form != x.form || f.Stated != x.stated || math.Abs(f.Computed-x.makes) > 1e-6 {
			t.Errorf("%s: %s of %v, the ends make %v, want %v", x.text, f.Form, f.Stated, f.Computed, x.makes)
		}
		if fits := math.Abs(f.Computed-f.Stated) <= f.Tolerance; fits != x.right {
			t.Errorf("%s: fits %v, want %v", x.text, fits, x.right)
		}
	}
}
