package config

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// maxSteps is the largest budget in steps: beyond years of work.
const maxSteps = 1e15

var (
	errSteps    = errors.New("must be a whole number from 1 on, as in 100000000")
	errDuration = errors.New("must be a time, as in 90s or 2m")
)

// Steps reads how many steps a rule may take: a whole number from 1 to 10¹⁵,
// perhaps with commas or underscores between its digits.
func Steps(s string) (int64, error) {
	n, err := strconv.ParseInt(strings.NewReplacer(",", "", "_", "").Replace(s), 10, 64)
	if err != nil || n < 1 || n > maxSteps {
		return 0, errSteps
	}
	return n, nil
}

// Duration reads how long a rule may take: a time above zero as Go writes it,
// 90s or 1m30s.
func Duration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return 0, errDuration
	}
	return d, nil
}

// measure reads a value that check accepts.
func (r *reader) measure(key Value, n ast.Node, check func(string) error) Value {
	v := r.value(n)
	err := check(v.Text)
	if _, ok := n.(ast.ScalarNode); !ok && err == nil {
		err = errors.New("must be one value")
	}
	if err != nil {
		r.fail(v.At, key.Text+" "+err.Error(), "")
		return Value{}
	}
	return v
}
