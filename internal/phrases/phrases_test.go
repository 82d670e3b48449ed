package phrases_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/phrases"
	"factcheck/rules"
	"factcheck/timeline"
)

var shipped = sync.OnceValues(func() (checker.Options, error) {
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules})
	return checker.Options{Rules: set, Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}, err
})

// How much of the exhaustive and the seeded phrases a test reads: every
// triple of classes is read by the endurance program.
const (
	everyTriple      = 61 // a prime, so that every class stands at every place
	seeded           = 6000
	seededInFull     = 1500
	shortEveryTriple = 997
	shortSeeded      = 500
)

// judge reads a sentence and fails the test for what is wrong with the result.
func judge(t *testing.T, text, published string, opt checker.Options, depth phrases.Depth) {
	t.Helper()
	a, err := phrases.Article(text, published)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	wrong, err := phrases.Judge(a, opt, depth)
	if err != nil {
		t.Errorf("%q published %s: %v", text, published, err)
	}
	for _, w := range wrong {
		t.Errorf("%q published %s: %s", text, published, w)
	}
}

// One word a class: all phrases of one and two, a part of those of three.
func TestExhaustive(t *testing.T) {
	opt, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	every := everyTriple
	if testing.Short() {
		every = shortEveryTriple
	}
	for p := range phrases.Exhaustive(1) {
		judge(t, p, phrases.Published[0], opt, phrases.Twice)
	}
	for p := range phrases.Exhaustive(2) {
		judge(t, p, phrases.Published[0], opt, phrases.DatesOnly)
	}
	n := 0
	for p := range phrases.Exhaustive(3) {
		if n++; n%every == 0 {
			judge(t, p, phrases.Published[0], opt, phrases.DatesOnly)
		}
	}
}

// Any words, up to five, joined and written in many ways.
func TestSeeded(t *testing.T) {
	opt, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	n, full := seeded, seededInFull
	if testing.Short() {
		n, full = shortSeeded, shortSeeded/4
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		depth := phrases.DatesOnly
		if i < full {
			depth = phrases.Twice
		}
		judge(t, phrases.Random(rng), phrases.Published[i%len(phrases.Published)], opt, depth)
	}
}

// FuzzPhrases lets bytes choose up to three sentences and the publication day:
// a change of a byte changes a word and not a letter.
func FuzzPhrases(f *testing.F) {
	for i := range byte(16) {
		f.Add([]byte{i, 3, i * 7, 1, i * 11, i * 13, 0, i, i * 3, i * 5, 0, i * 17, i, 0, i * 19, i * 23})
	}
	opt, err := shipped()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) < 2 {
			return
		}
		day := phrases.Published[int(choices[0])%len(phrases.Published)]
		text, rest := phrases.FromBytes(choices[1:])
		for n := 0; n < 2 && len(rest) > 0; n++ {
			next := ""
			next, rest = phrases.FromBytes(rest)
			text += " " + next
		}
		judge(t, text, day, opt, phrases.Twice)
	})
}

func BenchmarkJudge(b *testing.B) {
	opt, err := shipped()
	if err != nil {
		b.Fatal(err)
	}
	for name, depth := range map[string]phrases.Depth{"dates": phrases.DatesOnly, "full": phrases.Twice} {
		b.Run("depth="+name, func(b *testing.B) {
			b.ReportAllocs()
			rng := rand.New(rand.NewPCG(3, 4))
			for b.Loop() {
				a, err := phrases.Article(phrases.Random(rng), phrases.Published[0])
				if err != nil {
					b.Fatal(err)
				}
				if _, err := phrases.Judge(a, opt, depth); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
