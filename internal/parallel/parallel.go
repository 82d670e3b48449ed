// Package parallel shares work between processors.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls f once for each of 0 … n-1, on as many goroutines as there are
// processors, and returns when all calls have returned. With one processor it
// calls them in order.
func Each(n int, f func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}
