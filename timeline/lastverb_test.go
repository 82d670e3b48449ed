package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// “last” is a verb behind a modal and a modifier behind a participle.
func TestLastBehindWordsOfTheFuture(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The dam was planned last year.", "2018"},
		{"It was scheduled last month and expected last week.", "2019-05 2019-W24"},
		{"The talks will last two days.", "P2D"},
		{"The talks would last a year.", "P1Y"},
	} {
		got := ""
		for _, x := range readBody(t, "2019-06-21 Fri", c.text, defaults()).Times {
			got += " " + x.Value
		}
		if diff := cmp.Diff(" "+c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
