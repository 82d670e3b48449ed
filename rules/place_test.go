package rules

import "testing"

func TestPlaceOf(t *testing.T) {
	here := Place{Doc: "d", Text: "June"}
	tests := []struct {
		name string
		fact any
		ok   bool
	}{
		{"a place", here, true},
		{"a pointer to a place", &here, true},
		{"a fact", Lapse{At: here}, true},
		{"a pointer to a fact", &Event{At: here, Place: "Oslo"}, true},
		{"no fact", (*Event)(nil), false},
		{"a fact without a place", Contrast{Here: Statement{At: here}}, false},
		{"a day", Day{2018, 6, 17}, false},
		{"a text", "June", false},
		{"nothing", nil, false},
	}
	for _, tt := range tests {
		got, ok := PlaceOf(tt.fact)
		if ok != tt.ok || ok && got != here {
			t.Errorf("%s: %v, %t", tt.name, got, ok)
		}
	}
}
