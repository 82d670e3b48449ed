package parallel_test

import (
	"runtime"
	"sync/atomic"
	"testing"

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
