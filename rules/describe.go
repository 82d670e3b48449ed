package rules

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
)

// Bounds on how much of a value is written out.
const (
	maxShownRunes    = 80
	maxShownElements = 5
	maxShownDepth    = 3
)

// describe writes a value as a person would: facts by their words, days by
// their dates.
func describe(v ref.Val) string { return describeTo(v, maxShownDepth) }

func describeTo(v ref.Val, depth int) string {
	switch v := v.(type) {
	case nil:
		return ""
	case *types.Err:
		return "error: " + v.Error()
	case types.String:
		return quoted(string(v))
	case *types.Optional:
		if !v.HasValue() {
			return "none"
		}
		return describeTo(v.GetValue(), depth)
	case traits.Lister:
		return describeList(v, depth)
	case traits.Mapper:
		return describeMap(v, depth)
	}
	return describeFact(v.Value())
}

// quoted returns the beginning of s in quotation marks.
func quoted(s string) string { return strconv.Quote(shortened(s)) }

// shortened returns the beginning of s.
func shortened(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxShownRunes {
			return s[:i] + "…"
		}
	}
	return s
}

func describeList(l traits.Lister, depth int) string {
	if depth == 0 {
		return "[…]"
	}
	var parts []string
	for it := l.Iterator(); it.HasNext() == types.True; {
		if len(parts) == maxShownElements {
			parts = append(parts, fmt.Sprintf("… %v in all", l.Size().Value()))
			break
		}
		parts = append(parts, describeTo(it.Next(), depth-1))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func describeMap(m traits.Mapper, depth int) string {
	if depth == 0 {
		return "{…}"
	}
	var parts []string
	for it := m.Iterator(); it.HasNext() == types.True; {
		key := it.Next()
		parts = append(parts, describeTo(key, depth-1)+": "+describeTo(m.Get(key), depth-1))
	}
	slices.Sort(parts)
	if n := len(parts); n > maxShownElements {
		parts = append(parts[:maxShownElements], fmt.Sprintf("… %d in all", n))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// tellingFields are the fields that say what a fact is, the best first.
var tellingFields = []string{"Label", "Title", "Text", "Canonical", "Summary", "Message", "Explanation", "ID"}

func describeFact(v any) string {
	if f, ok := v.(float64); ok {
		return describeNumber(f)
	}
	x := reflect.ValueOf(v)
	for x.Kind() == reflect.Pointer && !x.IsNil() {
		x = x.Elem()
	}
	if d, ok := asDay(v); ok {
		return d.String()
	}
	if x.Kind() != reflect.Struct || x.Type().PkgPath() != reflect.TypeFor[fact.Time]().PkgPath() {
		return fmt.Sprint(v)
	}
	if i, ok := asInterval(x.Interface()); ok && i.Label == "" {
		return describeInterval(i)
	}
	for _, name := range tellingFields {
		if f := x.FieldByName(name); f.Kind() == reflect.String && f.Len() > 0 {
			return "“" + shortened(f.String()) + "”"
		}
	}
	return "a " + x.Type().Name()
}

// describeNumber writes a number with all its digits, unless they are too many to
// read.
func describeNumber(f float64) string {
	if math.Abs(f) < 1e15 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return fmt.Sprint(f)
}

func describeInterval(i fact.Interval) string {
	switch {
	case i.From == nil && i.To == nil:
		return "any day"
	case i.From == nil:
		return "before " + i.To.String()
	case i.To == nil:
		return "from " + i.From.String()
	}
	return i.From.String() + " to before " + i.To.String()
}
