package text

import (
	"strings"
	"sync"
	"testing"
)

func TestLower(t *testing.T) {
	words := []string{"", "a", "A", "vote", "Vote", "VOTE", "U.S.", "O’Brien", "ÉCOLE", "Straße", "İ", "K", "12th", "\xffA", strings.Repeat("Long", 20)}
	for i := range 9000 {
		words = append(words, "W"+strings.Repeat("x", i%7)+string(rune('A'+i%26))+strings.Repeat("Y", i/700))
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, w := range words {
				for range 2 {
					if got, want := Lower(w), strings.ToLower(w); got != want {
						t.Errorf("Lower(%q) = %q, want %q", w, got, want)
					}
					if got, want := string(AppendLower([]byte("x"), w)), "x"+strings.ToLower(w); got != want {
						t.Errorf("AppendLower(%q) = %q, want %q", w, got, want)
					}
				}
			}
		})
	}
	all.Wait()
}

func TestTitled(t *testing.T) {
	for in, want := range map[string]string{
		"SAO  PAULO": "Sao Paulo", "ÉVRY": "Évry", "ŁÓDŹ": "Łódź", "London": "London", "A PIER": "A Pier", "U": "U", "": "",
	} {
		if got := Titled(in); got != want {
			t.Errorf("Titled(%q) = %q, want %q", in, got, want)
		}
	}
}
