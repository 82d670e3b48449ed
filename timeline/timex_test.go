package timeline

import "testing"

// The values are those of the examples in TimeML 1.2.1, section 2.3.
func TestSetsAndBounds(t *testing.T) {
	for _, tt := range []struct {
		text, words, freq, quant string
		begins, ends             bool
	}{
		{"They train twice a week.", "twice a week", "2X", "", false, false},
		{"They train three times a day.", "three times a day", "3X", "", false, false},
		{"They train every Tuesday.", "every Tuesday", "", "EVERY", false, false},
		{"They train each year.", "each year", "", "EACH", false, false},
		{"They train daily.", "daily", "", "", false, false},
		{"It rained for the past two weeks.", "the past two weeks", "", "", false, true},
		{"It will rain for the next two days.", "the next two days", "", "", true, false},
		{"It rained for two days.", "two days", "", "", false, false},
	} {
		d := readBody(t, "2018-06-17 Sun", tt.text, defaults())
		x := &d.Times[0]
		begins, ends := x.Bounded()
		if x.Text != tt.words || x.Freq() != tt.freq || x.Quant() != tt.quant || begins != tt.begins || ends != tt.ends {
			t.Errorf("%s: %q freq %q quant %q %v %v", tt.text, x.Text, x.Freq(), x.Quant(), begins, ends)
		}
	}
}
