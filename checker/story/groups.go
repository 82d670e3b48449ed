package story

import "slices"

// A matrix holds what every two of n say of each other; it is symmetric.
type matrix [][]float64

func newMatrix(n int, of func(i, j int) float64) matrix {
	m := make(matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range i {
			m[i][j] = of(i, j)
			m[j][i] = m[i][j]
		}
	}
	return m
}

// maxCut is up to how many members every way of cutting a group in two is looked at.
const maxCut = 12

// part cuts the members where the mean across the cut is lowest, as long as it is
// below the bound, and returns the groups, the largest first. Above maxCut members
// it joins those that are nearest on average instead.
func (m matrix) part(members []int, bound float64) [][]int {
	var out [][]int
	if len(members) > maxCut {
		out = m.joined(members, bound)
	} else {
		out = m.cut(members, bound)
	}
	slices.SortStableFunc(out, func(a, b []int) int { return len(b) - len(a) })
	return out
}

func (m matrix) cut(members []int, bound float64) [][]int {
	if len(members) < 2 {
		return [][]int{members}
	}
	best, at := bound, 0
	for side := 1; side < 1<<(len(members)-1); side++ {
		if v := m.across(split2(members, side)); v < best {
			best, at = v, side
		}
	}
	if at == 0 {
		return [][]int{members}
	}
	a, b := split2(members, at)
	return append(m.cut(a, bound), m.cut(b, bound)...)
}

// split2 returns the members whose bit is set in side, and the others.
func split2(members []int, side int) (a, b []int) {
	for k, x := range members {
		if side>>k&1 == 1 {
			a = append(a, x)
		} else {
			b = append(b, x)
		}
	}
	return a, b
}

// across is the mean between two groups.
func (m matrix) across(a, b []int) float64 {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += m[i][j]
		}
	}
	return sum / float64(len(a)*len(b))
}

// joined joins the two groups with the highest mean between them, as long as it is
// not below the bound.
func (m matrix) joined(members []int, bound float64) [][]int {
	groups := make([][]int, len(members))
	for k, x := range members {
		groups[k] = []int{x}
	}
	sum := newMatrix(len(members), func(i, j int) float64 { return m[members[i]][members[j]] })
	alive := make([]bool, len(members))
	for k := range alive {
		alive[k] = true
	}
	for {
		bi, bj, best := -1, -1, bound
		for i := range groups {
			for j := 0; alive[i] && j < i; j++ {
				if !alive[j] {
					continue
				}
				if v := sum[i][j] / float64(len(groups[i])*len(groups[j])); v >= best && (bi < 0 || v > best) {
					bi, bj, best = i, j, v
				}
			}
		}
		if bi < 0 {
			break
		}
		groups[bj] = append(groups[bj], groups[bi]...)
		alive[bi] = false
		for k := range groups {
			sum[bj][k] += sum[bi][k]
			sum[k][bj] = sum[bj][k]
		}
	}
	var out [][]int
	for k, g := range groups {
		if alive[k] {
			slices.Sort(g)
			out = append(out, g)
		}
	}
	return out
}
