package rules

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
)

// Bounds on what one outcome holds. What is longer is cut, and says so.
const (
	maxText  = 16 << 10 // bytes of one string
	maxItems = 1000     // elements of one list
)

// grouped writes a number with a comma after each three digits, as news does.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// abridgedText returns s, or as much of it as an outcome holds.
func abridgedText(s string) string {
	if len(s) <= maxText {
		return s
	}
	const dots = "…"
	end := maxText - len(dots)
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + dots
}

// more returns what stands in a finding's list for the n elements that it has
// no room for, of which first is the first.
func more(first ref.Val, n int) any {
	rest := fmt.Sprintf("… and %s more", grouped(int64(n)))
	if note, ok := native[fact.Note](first.Value()); ok {
		return fact.Note{At: note.At, Message: rest}
	}
	if _, ok := native[fact.Fix](first.Value()); ok {
		return fact.Fix{Message: rest}
	}
	return rest
}

// abridgedFunction shortens lists of texts that a message tells.
func abridgedFunction() function {
	texts := cel.ListType(cel.StringType)
	return function{"abridged", "the first so many texts, and for the others one that counts them: for lists of any length in a message; a list that is one longer stays whole",
		[]string{`["a", "b", "c", "d"].abridged(2).join(", ") // "a, b, and 2 more"`, `["a", "b", "c"].abridged(2) // ["a", "b", "c"]`, `["a", "b"].abridged(5) // ["a", "b"]`},
		[]form{method(texts, abridgedTexts, texts, cel.IntType)}}
}

func abridgedTexts(args ...ref.Val) ref.Val {
	list, ok := args[0].(traits.Lister)
	if !ok {
		return types.MaybeNoSuchOverloadErr(args[0])
	}
	n, _ := args[1].(types.Int)
	if n < 1 {
		return failed("a list can be abridged to 1 text or more, not to %d", int64(n))
	}
	all := size(list)
	if all <= int(min(n, maxWork))+1 {
		return list
	}
	var out []string
	for it := list.Iterator(); it.HasNext() == types.True && len(out) < int(n); {
		s, ok := it.Next().(types.String)
		if !ok {
			return failed("abridged needs a list of texts")
		}
		out = append(out, string(s))
	}
	out = append(slices.Clip(out), "and "+grouped(int64(all-int(n)))+" more")
	return types.NewStringList(types.DefaultTypeAdapter, out)
}
