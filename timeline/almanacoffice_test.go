package timeline

import (
	"testing"

	"factcheck/internal/text"
)

// TestOfficeHeld tells the bearer of a title from others of its sentence.
func TestOfficeHeld(t *testing.T) {
	const obama, trump, clinton = "president-obama", "president-trump", "president-clinton"
	tests := []struct{ sentence, want string }{
		{"President Barack Obama spoke.", obama},
		{"US President Donald J. Trump spoke.", trump},
		{"The envoys met President Obama on Friday.", obama},
		{"Republican President Donald Trump spoke.", trump},
		{"President-elect Donald Trump met President Barack Obama at the White House.", obama},
		{"The economist will advise President-elect Barack Obama.", ""},
		{"Former president Bill Clinton and Donald Trump had played golf.", ""},
		{"Former President Bill Clinton played golf.", ""},
		{"The former two-term Democratic President Bill Clinton played golf.", ""},
		{"A former aide to President Bill Clinton played golf.", clinton},
		{"President Vicente Fox, who left office in 2006, mocked Donald Trump.", ""},
		{"The president of Peru called Barack Obama.", ""},
		{"President Emmanuel Macron called Barack Obama.", ""},
		{"Vice President Joe Biden met the envoys.", ""},
		{"Then-President Bill Clinton signed it.", ""},
		{"The then President Bill Clinton signed it.", ""},
		{"A President Donald Trump would build it.", ""},
		{"Would they vote for a President Donald Trump?", ""},
		{"Incoming President Joe Biden met the envoys.", ""},
		{"Ex-President Bill Clinton met the envoys.", ""},
		{"The envoys met President Xi. Donald Trump did not.", ""},
	}
	for _, tt := range tests {
		got := ""
		for _, m := range BuiltinAlmanac().Mentions(tt.sentence, text.Span{End: len(tt.sentence)}) {
			got += m.Entry.Key
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.sentence, got, tt.want)
		}
	}
}
