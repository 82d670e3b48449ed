package lexicon

import (
	_ "embed" // the data file
	"strconv"
	"strings"
	"sync"
)

//go:embed data/courses.tsv
var coursesData string

// A Course is a side on an axis of ups and downs; see courses.tsv.
type Course struct {
	Axis string
	Sign int // 1, -1 or 0
}

// Games is the axis of who wins and loses.
const Games = "game"

// CoursesOf returns the sides that a lemma can tell of, nil for none.
func CoursesOf(lemma string) []Course {
	t, _ := loadCourses()
	return t[lemma]
}

var loadCourses = sync.OnceValues(func() (map[string][]Course, error) { return parseCourses("courses.tsv", coursesData) })

func parseCourses(file, data string) (map[string][]Course, error) {
	table := make(map[string][]Course, rowsIn(data))
	r := newReader(file, data, "word", "axes")
	for r.next() {
		for part := range strings.SplitSeq(r.fields[1], "|") {
			axis, sign, _ := strings.Cut(part, ":")
			n, err := strconv.Atoi(sign)
			if axis == "" || err != nil || n < -1 || n > 1 {
				r.fail(1, "%q is not axis:sign", part)
				continue
			}
			table[r.fields[0]] = append(table[r.fields[0]], Course{axis, n})
		}
	}
	return table, r.err()
}
