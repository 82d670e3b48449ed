package figures_test

import (
	"fmt"
	"strings"
	"testing"

	"factcheck/internal/claims"
	"factcheck/internal/claims/figures"
	"factcheck/internal/page/pagetest"
)

// What the numbers of the claims of a sentence are, claim by claim.
func TestFigures(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Ajax beat Lyon 3-1 on Friday.", "beat: score 3-1"},
		{"The house passed the bill by 220 votes to 211.", "pass: vote 220-211; vote: count 220 vote; vote: count 211"},
		{"The death toll rose to 61 on Friday.", "rise: toll 61 killed"},
		{"Twelve miners drowned in May.", "drown: toll 12 killed"},
		{"The storm injured 40 people and destroyed 12 homes.", "injure: toll 40 injured; destroy: count 12 home"},
		{"She won her 24th title in Paris.", "win: ordinal 24 title"},
		{"The visitors defeated the hosts 88-79.", "defeat: score 88-79"},
		{"The house defeated the bill 220-211.", "defeat: vote 220-211"},
		{"A 6.1-magnitude quake damaged 120 houses.", "damage: magnitude 6.1; damage: count 120 house"},
		{"A 6.2 magnitude quake damaged 120 houses.", "damage: magnitude 6.2; damage: count 120 house"},
		{"An earthquake of magnitude 5.8 shook the coast.", "shake: magnitude 5.8"},
		{"The plant made 300 cars.", "make: count 300 car"},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range claims.Of(pagetest.Read(t, tt.text)) {
			for _, f := range figures.Of(c) {
				s := fmt.Sprintf("%s: %s %v", c.Lemma, f.Kind, f.Value)
				if f.Other != 0 {
					s += fmt.Sprintf("-%v", f.Other)
				}
				got = append(got, strings.TrimSpace(s+" "+f.Of))
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", tt.text, s, tt.want)
		}
	}
}
