package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

// BenchmarkCheck reads and checks a corpus with all rules that ship: the .jsonl
// file that FACTCHECK_CORPUS names, else our own carriers. Documents are worked
// on one by a processor at a time, as the command does it, and garbage is
// collected as late.
func BenchmarkCheck(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	name, src := benchCorpus(b)
	opt, err := shipped()
	if err != nil {
		b.Fatal(err)
	}
	for _, procs := range []int{1, 2} {
		b.Run(fmt.Sprintf("procs=%d", procs), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				articles, err := article.Parse(name, src)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := checker.Read(checker.Input{Articles: articles}, opt).Check(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// benchCorpus returns records: a file's, or the carriers as such.
func benchCorpus(b *testing.B) (name string, src []byte) {
	if path := os.Getenv("FACTCHECK_CORPUS"); path != "" {
		src, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		return path, src
	}
	_, carriers := classesAndCarriers(b)
	for round := range 20 {
		for _, c := range carriers {
			src = append(src, record(fmt.Sprintf("%s-%d", c.id, round), c)...)
		}
	}
	return "carriers.jsonl", src
}
