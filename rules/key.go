package rules

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
)

// A keyWriter writes CEL values as text such that values which are equal for
// CEL have equal text.
type keyWriter struct {
	strings.Builder
	coarse bool // equal text does not mean equal values
}

// maxKeyed bounds the elements of a list that has a key.
const maxKeyed = 1000

// exactInts bounds the integers that no other number of CEL is equal to after
// rounding.
const exactInts = 1 << 53

// write appends the key of v, for a list that stands for a set without regard
// to the order and number of its elements. It returns false if v has no key.
func (w *keyWriter) write(v ref.Val, set bool) bool {
	switch v := v.(type) {
	case types.String:
		w.text('s', string(v))
	case types.Bytes:
		w.text('y', string(v))
	case types.Bool:
		fmt.Fprintf(w, "b%t;", bool(v))
	case types.Int:
		w.coarse = w.coarse || v > exactInts || v < -exactInts
		w.number(float64(v))
	case types.Uint:
		w.coarse = w.coarse || v > exactInts
		w.number(float64(v))
	case types.Double:
		w.coarse = w.coarse || math.IsNaN(float64(v)) || math.Abs(float64(v)) > exactInts
		w.number(float64(v))
	case types.Null:
		w.WriteString("0;")
	case *types.Optional:
		if !v.HasValue() {
			w.WriteString("-;")
			return true
		}
		w.WriteByte('o')
		return w.write(v.GetValue(), false)
	case traits.Lister:
		return w.list(v, set)
	default:
		return w.fact(v)
	}
	return true
}

// text writes s with its length, so that it cannot be taken for two.
func (w *keyWriter) text(kind byte, s string) {
	w.WriteByte(kind)
	w.WriteString(strconv.Itoa(len(s)))
	w.WriteByte(':')
	w.WriteString(s)
}

// number writes what int, uint and double are compared by.
func (w *keyWriter) number(f float64) {
	if f == 0 {
		f = 0 // not -0
	}
	w.WriteByte('n')
	w.WriteString(strconv.FormatFloat(f, 'x', -1, 64))
	w.WriteByte(';')
}

func (w *keyWriter) list(l traits.Lister, set bool) bool {
	if n, ok := l.Size().(types.Int); !ok || n > maxKeyed {
		return false
	}
	var elements []string
	for it := l.Iterator(); it.HasNext() == types.True; {
		var e keyWriter
		if !e.write(it.Next(), false) {
			return false
		}
		w.coarse = w.coarse || e.coarse
		elements = append(elements, e.String())
	}
	if set {
		slices.Sort(elements)
		elements = slices.Compact(elements)
	}
	fmt.Fprintf(w, "[%d:", len(elements))
	for _, e := range elements {
		w.WriteString(e)
	}
	return true
}

// fact writes a day, or the days of an interval, in which equal intervals
// agree. Other facts have no key.
func (w *keyWriter) fact(v ref.Val) bool {
	if d, ok := asDay(v.Value()); ok {
		w.text('d', d.String())
		return true
	}
	i, ok := asInterval(v.Value())
	if !ok {
		return false
	}
	w.coarse = true
	for _, d := range []*fact.Day{i.From, i.To} {
		if d == nil {
			w.text('i', "")
		} else {
			w.text('i', d.String())
		}
	}
	return true
}
