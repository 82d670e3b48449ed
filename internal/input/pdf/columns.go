package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Columns of a page. Some programs write a page row by row, so that a line of one column
// is followed by the line beside it of the next; others write a column to its end, and
// their order is kept.

const (
	// gapOfRow is the least gap inside a row that may part columns, in sizes of its
	// letters: the space between words that are spread over a line is seldom wider.
	gapOfRow = 1
	// leastRows is in how many rows columns stand beside each other at least.
	leastRows = 3
	// leastChars is how many characters such a row has on either side at least, on
	// average. Tables have less.
	leastChars = 16
	// maxSplits is how often a page is split: into eight columns at most.
	maxSplits = 3
)

// inOrder returns the lines of a page in the order in which they are read, those of a
// row that is not parted by columns as one.
func inOrder(lines []line, splits int) []line {
	gutter, ok := gutterOf(lines)
	if !ok || splits == 0 {
		return rejoined(lines)
	}
	var out, left, right []line
	both := func() {
		out = append(append(out, inOrder(left, splits-1)...), inOrder(right, splits-1)...)
		left, right = nil, nil
	}
	for _, l := range lines {
		switch {
		case l.right <= gutter:
			left = append(left, l)
		case l.x >= gutter:
			right = append(right, l)
		default: // a line over both columns ends what stands above it
			both()
			out = append(out, l)
		}
	}
	both()
	return out
}

// rejoined makes one line of those that stand on one row.
func rejoined(lines []line) []line {
	var out []line
	for _, l := range lines {
		if n := len(out) - 1; n >= 0 && l.beside && math.Abs(out[n].y-l.y) <= l.size*.5 && l.x >= out[n].right {
			out[n].text += " " + l.text
			out[n].right = l.right
			continue
		}
		out = append(out, l)
	}
	return out
}

// A rowGap is the gap between two lines on one row.
type rowGap struct{ left, right line }

// gutterOf returns where the gaps between two columns lie above each other; not ok where
// there are no columns.
func gutterOf(lines []line) (x float64, ok bool) {
	var gaps []rowGap
	for i := 1; i < len(lines); i++ {
		if lines[i].beside {
			gaps = append(gaps, rowGap{lines[i-1], lines[i]})
		}
	}
	if len(gaps) < leastRows {
		return 0, false
	}
	x = mostCovered(gaps)
	rows, chars := 0, math.MaxInt
	for _, side := range []func(rowGap) line{func(g rowGap) line { return g.left }, func(g rowGap) line { return g.right }} {
		n, sum := 0, 0
		for _, g := range gaps {
			if g.left.right <= x && x <= g.right.x {
				n, sum = n+1, sum+utf8.RuneCountInString(side(g).text)
			}
		}
		rows, chars = n, min(chars, sum)
	}
	return x, rows >= leastRows && chars >= rows*leastChars
}

// mostCovered returns a place that most gaps lie over.
func mostCovered(gaps []rowGap) float64 {
	type edge struct {
		x    float64
		step int
	}
	var edges []edge
	for _, g := range gaps {
		edges = append(edges, edge{g.left.right, +1}, edge{g.right.x, -1})
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(b.step, a.step)) })
	open, most, best := 0, 0, 0.0
	for i, e := range edges {
		if open += e.step; open > most && i+1 < len(edges) {
			most, best = open, (e.x+edges[i+1].x)/2
		}
	}
	return best
}

// trimmed takes the blanks off the ends of lines, and leaves out those that are empty.
func trimmed(lines []line) []line {
	out := lines[:0]
	for _, l := range lines {
		if l.text = strings.TrimSpace(l.text); l.text != "" {
			out = append(out, l)
		}
	}
	return out
}
