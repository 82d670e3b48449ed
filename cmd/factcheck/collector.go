package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The garbage collector waits until as much garbage as this stands beside what
// is in use: four times as much while that is little, and never less than half,
// so that its work stays in proportion to what is made however much is in use.
const (
	garbageMost  = 400      // percent of what is in use
	garbageLeast = 50       // percent
	garbage      = 80 << 20 // bytes, between the two
)

// garbagePercent returns the percentage for so many bytes in use.
func garbagePercent(live uint64) int {
	if live == 0 {
		return garbageMost
	}
	return int(min(max(garbage*100/live, garbageLeast), garbageMost))
}

// tuneCollector spends some memory for speed: a run is short, and what it keeps
// is small beside what it makes. It looks again after every collection. A limit
// of memory instead would make the collector run without end once more than it
// is in use. GOGC and GOMEMLIMIT go before it.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbageMost)
		watchCollector(garbageMost)
	}
}

// watchCollector sets the percentage anew after the next collection, which finds
// that nothing refers to the object that is made here, and then watches on.
func watchCollector(percent int) {
	runtime.AddCleanup(new([2]uint64), func(percent int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if now := garbagePercent(live[0].Value.Uint64()); now != percent {
			debug.SetGCPercent(now)
			percent = now
		}
		watchCollector(percent)
	}, percent)
}
