package main

import "testing"

func TestGarbageStaysInProportion(t *testing.T) {
	for _, x := range []struct {
		live uint64
		want int
	}{{0, 400}, {4 << 20, 400}, {20 << 20, 400}, {40 << 20, 200}, {80 << 20, 100}, {160 << 20, 50}, {8 << 30, 50}} {
		if got := garbagePercent(x.live); got != x.want {
			t.Errorf("%d MiB in use: %d percent, want %d", x.live>>20, got, x.want)
		}
	}
}
