package text

// EditDistance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b, or returns limit if there are at least that
// many, or a has more than 64 code points.
func EditDistance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if abs := max(len(x)-len(y), len(y)-len(x)); abs >= limit || len(x) > 64 {
		return limit
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit)
}
