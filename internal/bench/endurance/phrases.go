package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"factcheck/internal/phrases"
)

// readPhrases reads the phrases that the settings ask for and prints the totals.
// It returns the number of faults.
func (s *settings) readPhrases(out io.Writer) int {
	texts := make(chan text, 4*s.workers)
	go func() {
		defer close(texts)
		p := &packer{size: s.batch, out: texts}
		if s.exhaustive {
			for n := 1; n <= 3; n++ {
				for phrase := range phrases.Exhaustive(n) {
					p.add(phrase + ".")
				}
			}
		}
		rng := rand.New(rand.NewPCG(s.seed, 0))
		for range s.phrases {
			p.add(phrases.Random(rng))
		}
		p.flush()
	}()
	begin := time.Now()
	t := s.readAll(texts, out, nil)
	fmt.Fprintf(out, "%v (seed %d, %d classes, %v)\n", t, s.seed, phrases.Classes(), time.Since(begin).Round(time.Second))
	return t.faults()
}

// everyTwice is of how many texts one is read twice: that costs as much again.
const everyTwice = 4

// A packer puts phrases into texts, so many a text. The texts have the days of
// phrases.Published in turn.
type packer struct {
	size  int
	out   chan<- text
	held  []string
	texts int
}

func (p *packer) add(phrase string) {
	if p.held = append(p.held, phrase); len(p.held) == p.size {
		p.flush()
	}
}

func (p *packer) flush() {
	if len(p.held) == 0 {
		return
	}
	day := phrases.Published[p.texts%len(phrases.Published)]
	p.texts++
	a, err := phrases.Article(strings.Join(p.held, "\n\n"), day)
	if err != nil {
		panic(err) // the phrases are text
	}
	depth := phrases.Full
	if p.texts%everyTwice == 0 {
		depth = phrases.Twice
	}
	p.out <- text{name: fmt.Sprintf("text %d, published %q", p.texts, day), article: a, phrases: len(p.held), depth: depth}
	p.held = p.held[:0]
}
