package html

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first used: a run
// that reads no page does not pay for it.
type pattern func() *regexp.Regexp

func newPattern(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
