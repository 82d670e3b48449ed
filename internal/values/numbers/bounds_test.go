package numbers

import "testing"

func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		bound            string
		value, low, high float64
	}{
		{"more", 40, 40, 50}, {"least", 40, 40, 50}, {"less", 40, 30, 40}, {"most", -40, -50, -40}, {"", 40, 40, 40},
	} {
		if low, high := Bounds(tt.bound, tt.value); low != tt.low || high != tt.high {
			t.Errorf("%q %v: %v to %v, want %v to %v", tt.bound, tt.value, low, high, tt.low, tt.high)
		}
	}
}
