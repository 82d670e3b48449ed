package story

import (
	"fmt"
	"testing"
)

// grid returns a matrix from the values below its diagonal, row by row.
func grid(n int, below ...float64) matrix {
	k := 0
	return newMatrix(n, func(i, j int) float64 { k++; return below[k-1] })
}

func TestPart(t *testing.T) {
	for _, tt := range []struct {
		name string
		m    matrix
		want string
	}{
		{"one event", grid(3, 1, .2, .2), "[[0 1 2]]"},
		{"two apart", grid(2, -1), "[[0] [1]]"},
		{"one of three", grid(3, 1, -1, .2), "[[0 1] [2]]"},
		{"one pair apart, one that ties", grid(3, 1, -1, 1), "[[0 1 2]]"},
		{"three events", grid(3, -1, -1, -1), "[[0] [1] [2]]"},
	} {
		var all []int
		for i := range tt.m {
			all = append(all, i)
		}
		if got := fmt.Sprint(tt.m.part(all, -.15)); got != tt.want {
			t.Errorf("%s: cut %s, want %s", tt.name, got, tt.want)
		}
		if got := tt.m.joined(all, -.15); len(got) != len(tt.m.cut(all, -.15)) {
			t.Errorf("%s: joined %v", tt.name, got)
		}
	}
}
