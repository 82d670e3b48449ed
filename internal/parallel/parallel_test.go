package parallel_test

import (
	"runtime"
	"sync/atomic"
	"testing"

	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
)

func TestEachCallsOnce(t *testing.T) {
	for _, procs := range []int{1, 2, 7} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		for _, n := range []int{0, 1, 2, 1000} {
			calls := make([]atomic.Int32, n)
			parallel.Each(n, func(i int) { calls[i].Add(1) })
			for i := range calls {
				if got := calls[i].Load(); got != 1 {
					t.Errorf("%d processors, n %d: f(%d) was called %d times", procs, n, i, got)
				}
			}
		}
	}
}

// TestEachRaises lets two calls panic: the others are made all the same, and
// what is raised does not depend on the number of processors.
func TestEachRaises(t *testing.T) {
	for _, procs := range []int{1, 2, 7} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		var calls atomic.Int32
		p := isolate.Catch(func() {
			parallel.Each(1000, func(i int) {
				calls.Add(1)
				if i == 400 || i == 900 {
					panic(i)
				}
			})
		})
		if p == nil || p.Value != 400 || calls.Load() != 1000 {
			t.Errorf("%d processors: raised %v after %d calls, want 400 after 1000", procs, p, calls.Load())
		}
	}
}
