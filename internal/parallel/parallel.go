// Package parallel shares work between processors.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"

	"factcheck/internal/isolate"
)

// Each calls f once for each of 0 … n-1, on as many goroutines as there are
// processors, and returns when all calls have returned. With one processor it
// calls them in order.
//
// A call that panics ends no other: once all have returned, Each panics with the
// *isolate.Panic of the lowest number.
func Each(n int, f func(int)) {
	var failed first
	defer failed.raise()
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			failed.keep(i, isolate.Catch(func() { f(i) }))
		}
		return
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				failed.keep(i, isolate.Catch(func() { f(i) }))
			}
		})
	}
	wg.Wait()
}

// A first keeps the panic of the lowest number.
type first struct {
	mu     sync.Mutex
	at     int
	caught *isolate.Panic
}

func (p *first) keep(i int, caught *isolate.Panic) {
	if caught == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.caught == nil || i < p.at {
		p.at, p.caught = i, caught
	}
}

// raise panics again with what was kept, if anything.
func (p *first) raise() {
	if p.caught != nil {
		panic(p.caught)
	}
}
