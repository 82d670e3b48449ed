package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"time"

	"factcheck/internal/article"
	"factcheck/internal/phrases"
)

// A cost is what reading one document took.
type cost struct {
	name         string
	bytes        int
	took         time.Duration
	allocated    uint64
	bytesPerByte float64
}

// costliest is how many documents are listed by time and by memory.
const costliest = 10

// readDocuments reads the records of a .jsonl file, one at a time so that what
// each allocates can be told, and prints the totals. It returns the number of
// faults.
func (s *settings) readDocuments(name string, out io.Writer) (int, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	list, err := article.Parse(name, src)
	if err != nil {
		return 0, err
	}
	one := *s
	one.workers = 1
	texts := make(chan text)
	go func() {
		defer close(texts)
		for _, a := range list {
			texts <- text{name: a.ID, article: a, depth: phrases.Twice}
		}
	}()
	var costs []cost
	before := allocated()
	t := one.readAll(texts, out, func(x text, took time.Duration) {
		now := allocated()
		n := len(x.article.Text)
		costs = append(costs, cost{x.name, n, took, now - before, float64(now-before) / float64(max(n, 1))})
		before = now
	})
	fmt.Fprintf(out, "%s: %v\n", name, t)
	printCosts(out, "longest", costs, func(a, b cost) int { return cmp.Compare(b.took, a.took) })
	printCosts(out, "most memory", costs, func(a, b cost) int { return cmp.Compare(b.allocated, a.allocated) })
	printCosts(out, "most memory a byte", costs, func(a, b cost) int { return cmp.Compare(b.bytesPerByte, a.bytesPerByte) })
	return t.faults(), nil
}

func printCosts(out io.Writer, title string, costs []cost, order func(a, b cost) int) {
	slices.SortStableFunc(costs, order)
	fmt.Fprintf(out, "%s (dates, check and timeline twice; memory is all that was allocated, not what was held):\n", title)
	for _, c := range costs[:min(len(costs), costliest)] {
		fmt.Fprintf(out, "  %-40s %8d bytes %10v %8d kB %8.0f B/B\n", c.name, c.bytes, c.took.Round(100*time.Microsecond), c.allocated/1024, c.bytesPerByte)
	}
}

// allocated returns how many bytes have been allocated so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
