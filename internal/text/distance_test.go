package text

import (
	"strings"
	"testing"
)

func TestEditDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 4, 0}, {"kitten", "sitting", 4, 3}, {"brand", "brandt", 4, 1}, {"flaw", "lawn", 4, 2},
		{"form", "from", 4, 1}, {"größe", "grösse", 4, 2}, {"kitten", "sitting", 2, 2}, {"a", "abcdef", 3, 3},
		{strings.Repeat("a", 65), strings.Repeat("a", 65), 4, 4},
	} {
		if got := EditDistance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("%s, %s up to %d: %d, want %d", tt.a, tt.b, tt.limit, got, tt.want)
		}
	}
}
