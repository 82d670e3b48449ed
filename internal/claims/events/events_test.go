package events_test

import (
	"fmt"
	"strings"
	"testing"

	"factcheck/internal/claims/events"
	"factcheck/internal/page/pagetest"
)

// The events of known kinds that a text tells of, each with how often, who takes part
// and the time that dates it.
func TestOf(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one meeting told twice", "President Ronald Reagan met Soviet leader Mikhail Gorbachev in Geneva on Tuesday. Mr Reagan and Mr Gorbachev met on Tuesday for two hours.",
			"meeting of Mikhail Gorbachev, Ronald Reagan, told 2 times, Tuesday"},
		{"two of two days", "President Ronald Reagan met Soviet leader Mikhail Gorbachev in Geneva on Tuesday. Mr Reagan met Mr Gorbachev again on Wednesday.",
			"meeting of Mikhail Gorbachev, Ronald Reagan, told 1 times, Tuesday; meeting of Mikhail Gorbachev, Ronald Reagan, told 1 times, Wednesday"},
		{"no parties in touch", "The plant made 300 cars on Tuesday.", ""},
		{"called for, not called", "Ronald Reagan called for calm on Tuesday.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, h := range events.Contacts(pagetest.Dated(t, "1985-11-22", tt.text)) {
				dated := "undated"
				if h.Dated != nil {
					dated = h.Dated.Time.Text
				}
				got = append(got, fmt.Sprintf("%s of %s, told %d times, %s", h.Kind, strings.Join(h.Participants, ", "), len(h.Mentions), dated))
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}
