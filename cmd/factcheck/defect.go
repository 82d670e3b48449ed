package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"factcheck/checker"
	"factcheck/internal/isolate"
)

// debugging reports whether FACTCHECK_DEBUG asks for the stack of an internal
// error.
func debugging() bool { return os.Getenv("FACTCHECK_DEBUG") == "1" }

// defect prints an internal error on one line, with the version and how to
// report it. It returns false if the line was printed before: two rules
// commands may meet one defect twice.
func (s *streams) defect(d *checker.Defect) bool {
	if s.known[d.Error()] {
		return false
	}
	if s.known == nil {
		s.known = map[string]bool{}
	}
	s.known[d.Error()] = true
	fmt.Fprintf(s.err, "%s (this is a mistake of factcheck %s, not of the text; please report it to its makers with this line and, if you may, the text; FACTCHECK_DEBUG=1 adds the stack)\n", d, version())
	if !debugging() {
		return true
	}
	stack := strings.TrimSpace(string(d.Stack))
	if stack == "" {
		stack = "no stack was kept"
	}
	fmt.Fprintf(s.err, "    %s\n", strings.ReplaceAll(stack, "\n", "\n    "))
	return true
}

// isolated does the work of a command that is on no document, and returns its
// error or its panic.
func isolated(w isolate.Work, f func() error) (err error) {
	if d := isolate.Do(w, func() { err = f() }); d != nil {
		return d
	}
	return err
}

// An outlet is standard output. It keeps the first error in writing to it, for
// those who do not look, such as cobra.
type outlet struct {
	io.Writer
	err  error
	told bool // the error has been printed
}

func (o *outlet) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// lost returns an error if something could not be written and nobody said so.
func (o *outlet) lost() error {
	if o.err == nil || o.told {
		return nil
	}
	err := o.err
	if p, ok := errors.AsType[*os.PathError](err); ok {
		err = p.Err
	}
	return fmt.Errorf("standard output: cannot write: %w", err)
}

// tell notes that an error is printed that may be the outlet's.
func (s *streams) tell(err error) {
	out := s.out
	if c, ok := out.(*copying); ok {
		out = c.Writer
	}
	if o, ok := out.(*outlet); ok && o.err != nil && errors.Is(err, o.err) {
		o.told = true
	}
}
