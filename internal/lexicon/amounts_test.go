package lexicon

import (
	"strings"
	"testing"
)

func TestFactorOf(t *testing.T) {
	for word, want := range map[string]float64{"halved": 0.5, "twice": 2, "tenfold": 10, "rose": 0, "": 0} {
		if got := FactorOf(word); got != want {
			t.Errorf("FactorOf(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestPersonWord(t *testing.T) {
	if !PersonWord("woman") || PersonWord("table") {
		t.Error("PersonWord takes a table for a woman")
	}
}

func TestParseFactorsReportsMistakes(t *testing.T) {
	const want = `x:2:6: "up" is no number`
	if _, err := parseFactors("x", "word\tfactor\nrose\tup\n"); err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}
