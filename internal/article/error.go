package article

import (
	"fmt"
	"strings"

	"github.com/hashicorp/go-multierror"
)

// An Error is one thing that is wrong with an input, and where. Line and
// Column count from 1, columns in code points; a zero Line means the whole
// file, a zero Column the whole line.
type Error struct {
	File          string
	Line, Column  int
	Message, Hint string // Hint says what to do; it may be empty
}

// Error returns "file:line:col: message (hint)", without the parts that are
// not known.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
		if e.Column > 0 {
			fmt.Fprintf(&b, ":%d", e.Column)
		}
	}
	b.WriteString(": ")
	b.WriteString(e.Message)
	if e.Hint != "" {
		b.WriteString(" (" + e.Hint + ")")
	}
	return b.String()
}

// problems collects errors and prints one a line.
type problems struct{ all *multierror.Error }

func (p *problems) add(errs ...error) {
	for _, err := range errs {
		p.all = multierror.Append(p.all, err)
	}
}

func (p *problems) list() []error {
	if p.all == nil {
		return nil
	}
	return p.all.Errors
}

// err returns nil or a *multierror.Error.
func (p *problems) err() error {
	if p.all == nil {
		return nil
	}
	p.all.ErrorFormat = onePerLine
	return p.all
}

func onePerLine(errs []error) string {
	lines := make([]string, len(errs))
	for i, err := range errs {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n")
}
