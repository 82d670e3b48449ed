package lexicon

import (
	"strings"
	"testing"
)

func TestSingular(t *testing.T) {
	tests := []struct {
		word, want string
		plural     bool
	}{
		{"soldiers", "soldier", true}, {"people", "person", true}, {"women", "woman", true},
		{"countries", "country", true}, {"boxes", "box", true}, {"crises", "crisis", true},
		{"wives", "wife", true}, {"shoes", "shoe", true}, {"houses", "house", true},
		{"aircraft", "aircraft", true}, {"personnel", "personnel", true}, {"series", "series", true},
		{"dead", "dead", true}, {"news", "news", false}, {"soldier", "soldier", false},
		{"gas", "gas", false}, {"class", "class", false}, {"this", "this", false},
	}
	for _, tt := range tests {
		if got, plural := Singular(tt.word); got != tt.want || plural != tt.plural {
			t.Errorf("Singular(%q) = %q, %v, want %q, %v", tt.word, got, plural, tt.want, tt.plural)
		}
	}
}

func TestLongestUnit(t *testing.T) {
	tests := []struct {
		words, want string
		n           int
	}{
		{"square miles of land", "square mile", 2}, {"miles per hour", "mile per hour", 3},
		{"km / h", "kilometre per hour", 3}, {"degrees celsius", "degree Celsius", 2},
		{"feet", "foot", 1}, {"people", "", 0}, {"", "", 0},
	}
	for _, tt := range tests {
		if u, n := LongestUnit(strings.Fields(tt.words)); u.Name != tt.want || n != tt.n {
			t.Errorf("LongestUnit(%q) = %q, %d, want %q, %d", tt.words, u.Name, n, tt.want, tt.n)
		}
	}
}

func TestLongestCurrency(t *testing.T) {
	tests := []struct {
		words, code string
		factor      float64
		n           int
	}{
		{"us $", "USD", 1, 2}, {"$", "USD", 1, 1}, {"hk $", "HKD", 1, 2}, {"euros a month", "EUR", 1, 1},
		{"australian dollars", "AUD", 1, 2}, {"cents", "USD", 0.01, 1}, {"pounds", "", 0, 0},
	}
	for _, tt := range tests {
		if c, n := LongestCurrency(strings.Fields(tt.words)); c.Code != tt.code || c.Factor != tt.factor || n != tt.n {
			t.Errorf("LongestCurrency(%q) = %+v, %d, want %s, %g, %d", tt.words, c, n, tt.code, tt.factor, tt.n)
		}
	}
}

func TestLongestBound(t *testing.T) {
	tests := []struct{ words, want string }{
		{"no fewer than", "least"}, {"more than", "more"}, {"or so", "approx"}, {"up to", "most"}, {"than", ""},
	}
	for _, tt := range tests {
		if b, _ := LongestBound(strings.Fields(tt.words)); b.Bound != tt.want {
			t.Errorf("LongestBound(%q) = %q, want %q", tt.words, b.Bound, tt.want)
		}
	}
}

func TestNumberTablesReportMistakes(t *testing.T) {
	tests := []struct {
		name, data, want string
		parse            func(file, data string) error
	}{
		{"kind", "word\tkind\tvalue\none\tdigit\t1\n", `x:2:5: unknown kind "digit"`, func(f, d string) error { _, err := parseNumerals(f, d); return err }},
		{"value", "word\tkind\tvalue\none\tunit\tI\n", `x:2:10: "I" is no number`, func(f, d string) error { _, err := parseNumerals(f, d); return err }},
		{"code", "form\tcode\tfactor\tside\neuro\teuro\t1\tafter\n", `x:2:6: "euro" is no ISO 4217 code`, func(f, d string) error { _, err := parseCurrencies(f, d); return err }},
		{"side", "form\tside\tbound\nabout\tleft\tapprox\n", `x:2:7: unknown side "left"`, func(f, d string) error { _, err := parseBounds(f, d); return err }},
		{"bound", "form\tside\tbound\nabout\tbefore\tvague\n", `x:2:14: unknown bound "vague"`, func(f, d string) error { _, err := parseBounds(f, d); return err }},
		{"after", "form\tunit\tafter\nkm\tkilometre\tdigits\n", `x:2:14: unknown value "digits"`, func(f, d string) error { _, err := parseUnits(f, d); return err }},
		{"use", "verb\tuse\nsay\tspeak\n", `x:2:5: unknown use "speak"`, func(f, d string) error { _, err := parseSayings(f, d); return err }},
		{"pronoun", "word\tpronoun\nking\tit\n", `x:2:6: unknown pronoun "it"`, func(f, d string) error { _, err := parseSexes(f, d); return err }},
	}
	for _, tt := range tests {
		if err := tt.parse("x", tt.data); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}
