// Package config reads factcheck.yaml: which rules run and how bad their
// findings are, and where almanacs, word lists and dismissals lie. It checks
// the form of what is written; the names of rules mean nothing to it.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"factcheck/internal/files"
)

// Name is the name of the file that [Find] looks for.
const Name = "factcheck.yaml"

// DismissalsName is the name of the list of dismissals beside a configuration
// that names none.
const DismissalsName = "factcheck.dismissals"

// A Place is where something stands in a file, line and column from 1, the
// column in code points.
type Place struct {
	File         string
	Line, Column int
}

// Error returns the problem at p.
func (p Place) Error(message, hint string) *Error { return &Error{p, message, hint} }

// An Error is one thing that is wrong in a configuration. A zero Line means
// the whole file.
type Error struct {
	Place
	Message, Hint string // Hint says what to do; it may be empty
}

// Error returns "file:line:column: message (hint)".
func (e *Error) Error() string {
	s := e.File + ": "
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d:%d: ", e.File, e.Line, e.Column)
	}
	s += e.Message
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// A Value is what a configuration says, and where. The zero Value says
// nothing.
type Value struct {
	Text string
	At   Place
}

// What a Change makes of rules.
const (
	Enable  = "enable" // by tag, id or area/*
	Off     = "off"    // by id or area/*, and likewise below
	Note    = "note"
	Warning = "warning"
	Fail    = "error"
)

// levels are what severity may say.
var levels = []string{Off, Note, Warning, Fail}

// A Change is one entry of enable or severity.
type Change struct {
	Rule  Value  // an id, area/*, or for Enable a tag
	Level string // Enable, Off, Note, Warning or Fail
}

// A Config is a configuration with all that it extends. Paths are joined to
// the folder of the file that they stand in.
type Config struct {
	File string
	// Rules, Almanac and Lexicon are files in the order in which to read them,
	// each once.
	Rules, Almanac, Lexicon []Value
	// Changes are in the order in which to make them: the extended files
	// first, and of one file what is said of a single rule last.
	Changes                               []Change
	WeekStart, DateOrder, FailOn, Dismiss Value
	// RuleSteps and RuleTime are as [Steps] and [Duration] read them.
	RuleSteps, RuleTime Value

	flags map[string][]Flag // by command; "" of all
}

// Dismissals returns the list of dismissals. It need not exist where named is
// false: then it is the one that lies beside the configuration by custom.
func (c *Config) Dismissals() (file string, at Place, named bool) {
	if c.Dismiss.Text != "" {
		return c.Dismiss.Text, c.Dismiss.At, true
	}
	return filepath.Join(filepath.Dir(c.File), DismissalsName), Place{}, false
}

// Find returns the nearest configuration from a folder upwards, "" if there is
// none. It is relative to the working directory if the folder is.
func Find(folder string) string {
	at, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	for {
		file := filepath.Join(at, Name)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return asWritten(folder, file)
		}
		parent := filepath.Dir(at)
		if parent == at {
			return ""
		}
		at = parent
	}
}

// asWritten returns the absolute path file, relative if folder is.
func asWritten(folder, file string) string {
	if filepath.IsAbs(folder) {
		return file
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return file
	}
	if short, err := filepath.Rel(here, file); err == nil {
		return short
	}
	return file
}

// A loader reads one configuration with what it extends.
type loader struct {
	out      *Config
	problems problems
	open     []string // absolute paths of the files that led here
	done     map[string]bool
	pipes    files.Pipes
}

// Load reads a configuration and all that it extends. It returns what it could
// use and a *multierror.Error of *Error with every problem. The configuration
// may be a pipe where pipes is true, what it extends never.
func Load(file string, pipes files.Pipes) (*Config, error) {
	l := &loader{out: &Config{File: file, flags: map[string][]Flag{}}, done: map[string]bool{}, pipes: pipes}
	l.load(file, nil)
	return l.out, l.problems.err()
}

// load adds a file to the configuration; from is what extends it, nil for the
// file that was asked for.
func (l *loader) load(file string, from *Value) {
	id, err := filepath.Abs(file)
	if err != nil {
		id = file
	}
	if slices.Contains(l.open, id) {
		l.problems.add(from.At.Error(fmt.Sprintf("%s extends itself", strings.Join(append(l.names(), file), " → ")), "leave one of them out"))
		return
	}
	if l.done[id] {
		return
	}
	l.done[id] = true
	src, problem := read(file, l.pipes && from == nil)
	if problem != "" {
		if from == nil {
			l.problems.add(Place{File: file}.Error(problem, ""))
		} else {
			l.problems.add(from.At.Error(file+": "+problem, "paths count from the folder of the file that they stand in"))
		}
		return
	}
	own, errs := parse(file, src)
	l.problems.add(errs...)
	l.open = append(l.open, id)
	for i := range own.extends {
		l.load(own.extends[i].Text, &own.extends[i])
	}
	l.open = l.open[:len(l.open)-1]
	l.merge(own)
}

// names returns the files that led here, for people.
func (l *loader) names() []string {
	var out []string
	for _, f := range l.open {
		out = append(out, filepath.Base(f))
	}
	return out
}

func (l *loader) merge(own *layer) {
	out := l.out
	out.Rules = appendFiles(out.Rules, own.rules)
	out.Almanac = appendFiles(out.Almanac, own.almanac)
	out.Lexicon = appendFiles(out.Lexicon, own.lexicon)
	out.Changes = append(out.Changes, own.changes()...)
	for _, v := range []struct{ to, from *Value }{
		{&out.WeekStart, &own.weekStart}, {&out.DateOrder, &own.dateOrder}, {&out.FailOn, &own.failOn}, {&out.Dismiss, &own.dismissals},
		{&out.RuleSteps, &own.ruleSteps}, {&out.RuleTime, &own.ruleTime},
	} {
		if v.from.Text != "" {
			*v.to = *v.from
		}
	}
	for command, flags := range own.flags {
		out.flags[command] = append(out.flags[command], flags...)
	}
}

// appendFiles appends the files that are not in the list yet.
func appendFiles(list, more []Value) []Value {
	for _, v := range more {
		if !slices.ContainsFunc(list, func(o Value) bool { return o.Text == v.Text }) {
			list = append(list, v)
		}
	}
	return list
}

// read returns the bytes of a file, or in words why there are none.
func read(file string, pipes files.Pipes) ([]byte, string) {
	src, err := files.Read(file, maxSize, pipes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "no such file"
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	if err != nil {
		return nil, err.Error()
	}
	return src, ""
}
