package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"factcheck/internal/text"
)

// An Error is one problem of a rule file, at its place: what is wrong with the
// text ([Load]), or what went wrong when a rule ran ([Set.Eval]).
type Error struct {
	File    string
	Line    int    // from 1
	Column  int    // from 1, in code points
	Message string // what is wrong
	Hint    string // what to do; empty if that is plain
	Source  string // the line of the file, empty if it is too long to show
	Rule    string // the id of the rule that ran; empty for errors of Load

	cause error
}

// Error returns file:line:column, the message, and the hint in brackets.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s:%d:%d: ", e.File, e.Line, e.Column)
	if e.Rule != "" {
		s += fmt.Sprintf("rule %s: ", e.Rule)
	}
	s += e.Message
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Unwrap returns what stopped a rule, such as [ErrBudget] or the error of the
// context; nil if there is nothing to tell apart.
func (e *Error) Unwrap() error { return e.cause }

// Snippet returns the line of the file and, below it, a caret under the
// column. It is empty if Source is.
func (e *Error) Snippet() string {
	if e.Source == "" {
		return ""
	}
	var pad strings.Builder
	column := 1
	for _, r := range e.Source {
		if column >= e.Column {
			break
		}
		if r == '\t' {
			pad.WriteRune(r)
		} else {
			pad.WriteByte(' ')
		}
		column++
	}
	return e.Source + "\n" + pad.String() + "^"
}

// A source is the text of one rule file. It serves one goroutine: positions
// are found forward from the last one asked for, which keeps a file with one
// long line linear.
type source struct {
	name  string
	text  string
	lines *text.Lines
	last  text.Position
}

func newSource(name, content string) *source {
	return &source{name: name, text: content, lines: text.NewLines(content), last: text.Position{Line: 1, Column: 1}}
}

// position returns the line and column of a byte offset.
func (s *source) position(offset int) text.Position {
	offset = max(0, min(offset, len(s.text)))
	if offset >= s.last.Offset {
		if between := s.text[s.last.Offset:offset]; !strings.Contains(between, "\n") {
			s.last.Column += utf8.RuneCountInString(between)
			s.last.Offset = offset
			return s.last
		}
	}
	s.last = s.lines.Position(offset)
	return s.last
}

// error returns the problem at a byte offset.
func (s *source) error(offset int, message, hint string) *Error {
	return s.errorAt(s.position(offset), message, hint)
}

// errorAt returns the problem at a position.
func (s *source) errorAt(p text.Position, message, hint string) *Error {
	return &Error{
		File: s.name, Line: p.Line, Column: p.Column,
		Message: message, Hint: hint, Source: s.line(p),
	}
}

// line returns the line that p is on, or nothing if it is too long to show.
func (s *source) line(p text.Position) string {
	const longest = 400
	from := strings.LastIndexByte(s.text[max(0, p.Offset-longest):p.Offset], '\n') + 1 + max(0, p.Offset-longest)
	to := strings.IndexByte(s.text[p.Offset:min(len(s.text), p.Offset+longest)], '\n')
	if to < 0 {
		if to = len(s.text) - p.Offset; to > longest {
			return ""
		}
	}
	if p.Offset-from >= longest {
		return ""
	}
	return strings.TrimRight(s.text[from:p.Offset+to], "\r")
}

// didYouMean returns a hint naming the candidate nearest to word, or nothing
// if none is near.
func didYouMean(word string, candidates []string) string {
	best := text.Nearest(word, candidates)
	if best == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", best)
}
