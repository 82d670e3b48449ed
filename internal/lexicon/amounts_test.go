package lexicon

import (
	"strings"
	"testing"
)

func TestAmountWordOf(t *testing.T) {
	tests := []struct {
		word string
		want AmountWord
	}{
		{"rose", AmountWord{AmountChange, 1}}, {"fell", AmountWord{AmountChange, -1}},
		{"halved", AmountWord{AmountTimes, 0.5}}, {"majority", AmountWord{AmountMargin, 0}}, {"table", AmountWord{}},
	}
	for _, tt := range tests {
		if got := AmountWordOf(tt.word); got != tt.want {
			t.Errorf("AmountWordOf(%q) = %v, want %v", tt.word, got, tt.want)
		}
	}
}

func TestPersonWord(t *testing.T) {
	if !PersonWord("woman") || PersonWord("table") {
		t.Error("PersonWord takes a table for a woman")
	}
}

func TestParseAmountWordsReportsMistakes(t *testing.T) {
	for data, want := range map[string]string{
		"word\tuse\tvalue\nrose\tverb\t1\n":    `x:2:6: unknown use "verb"`,
		"word\tuse\tvalue\nrose\tchange\tup\n": `x:2:13: "up" is no number`,
	} {
		if _, err := parseAmountWords("x", data); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
