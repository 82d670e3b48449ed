package times

import "testing"

func TestUnitOf(t *testing.T) {
	for value, want := range map[string]string{
		"P3Y": "year", "P18M": "month", "P2W": "week", "P3D": "day", "PT2H": "hour", "PT90M": "minute", "PT30S": "second",
		"PXY": "year", "PXM": "month", "PTXM": "minute", "P1DE": "decade", "P2CE": "century", "P1.5Y": "year", "P1Y6M": "month",
		"PT1H30M": "minute", "": "", "PX": "",
	} {
		if got := unitOf(value); got != want {
			t.Errorf("unitOf(%q) = %q, want %q", value, got, want)
		}
	}
}
