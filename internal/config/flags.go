package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"factcheck/internal/text"
)

// A Flag is a flag of the command line that a configuration gives, with its
// values; several are those of a flag that can be repeated.
type Flag struct {
	Name   Value
	Values []Value
}

// common are the flags that mean the same in all commands that have them, which
// are keys of a configuration by their names: those whose values are files in the
// folder of the configuration, and the others.
var (
	commonFiles = []string{"sources", "baseline", "cache"}
	common      = []string{"published", "input", "language", "same-story", "new-from", "max-findings"}
)

// Commands are the commands whose own flags a configuration may give below the
// name of the command; of rules test and the like, with a hyphen.
var commands = []string{"check", "dates", "timeline", "facts", "text", "fix", "rules-test"}

// flagsOnly are flags that only the command line or the environment can give: a
// configuration may come from anybody, and questions are of one run.
var flagsOnly = []string{"config", "no-config", "no-cache", "stdin", "why", "why-not", "write-baseline", "interactive", "watch", "help"}

// Keys are the keys of a configuration, in the order of its documentation.
func Keys() []string { return slices.Concat(keys, commonFiles, common, commands) }

// FlagOnly reports whether a configuration cannot give a flag.
func FlagOnly(name string) bool { return slices.Contains(flagsOnly, name) }

// Commands lists the commands that are keys of a configuration.
func Commands() []string { return slices.Clone(commands) }

// Flags returns the flags that the configuration gives to a command: its own
// behind those of all commands.
func (c *Config) Flags(command string) []Flag {
	return slices.Concat(c.flags[""], c.flags[command])
}

// common reads a flag of all commands.
func (r *reader) common(key Value, n ast.Node) {
	values := r.flagValues(key, n)
	if slices.Contains(commonFiles, key.Text) {
		for i := range values {
			values[i] = r.path(values[i])
		}
	}
	if key.Text == "cache" {
		values = slices.DeleteFunc(values, func(v Value) bool { return !r.inFolder(key, v) })
	}
	r.out.flags[""] = append(r.out.flags[""], Flag{key, values})
}

// command reads the flags of one command.
func (r *reader) command(command Value, n ast.Node) {
	pairs, ok := mapping(n)
	if !ok {
		r.fail(r.placeOf(n), command.Text+" must name flags of factcheck "+command.Text, "write "+command.Text+": {FLAG: VALUE}")
		return
	}
	for flag, value := range r.once(pairs) {
		switch {
		case FlagOnly(flag.Text):
			r.fail(flag.At, fmt.Sprintf("%q can be given on the command line only", flag.Text), "")
		case slices.Contains(Keys(), flag.Text):
			r.fail(flag.At, fmt.Sprintf("%q is a key of its own", flag.Text), "take it out of "+command.Text)
		default:
			values := r.flagValues(flag, value)
			if flag.Text == "format" {
				values = r.outputs(flag, values)
			}
			r.out.flags[command.Text] = append(r.out.flags[command.Text], Flag{flag, values})
		}
	}
}

// flagValues reads one value, or a list of them.
func (r *reader) flagValues(key Value, n ast.Node) []Value {
	nodes := []ast.Node{n}
	if list, ok := n.(*ast.SequenceNode); ok {
		nodes = list.Values
	}
	var out []Value
	for _, n := range nodes {
		v := r.value(n)
		if l, ok := n.(*ast.LiteralNode); ok {
			v.Text = strings.TrimSpace(l.Value.Value)
		}
		if _, null := n.(*ast.NullNode); null {
			continue
		}
		if _, ok := n.(ast.ScalarNode); !ok || strings.ContainsRune(v.Text, 0) {
			r.fail(v.At, key.Text+" must be a value or a list of values", "write "+key.Text+": VALUE")
			continue
		}
		out = append(out, v)
	}
	return out
}

// outputs joins the files of F:PATH to the folder of the configuration, in which
// they must lie.
func (r *reader) outputs(key Value, values []Value) []Value {
	var out []Value
	for _, v := range values {
		format, path, toFile := strings.Cut(v.Text, ":")
		if file := r.path(Value{path, v.At}); toFile && r.inFolder(key, file) {
			out = append(out, Value{format + ":" + file.Text, v.At})
		} else if !toFile {
			out = append(out, v)
		}
	}
	return out
}

// inFolder reports whether a file to be written lies in the folder of the
// configuration: one that came with somebody's articles must not reach further.
func (r *reader) inFolder(key Value, file Value) bool {
	rel, err := filepath.Rel(filepath.Dir(r.file), file.Text)
	if err == nil && filepath.IsLocal(rel) {
		return true
	}
	r.fail(file.At, fmt.Sprintf("%s writes outside of the folder of the configuration", key.Text), "give a path in this folder, or the flag")
	return false
}

// unknown reports a key that is none, with the nearest one that is.
func (r *reader) unknown(key Value) {
	hint := "docs/config.md lists the keys"
	if near := text.Nearest(key.Text, Keys()); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	message := fmt.Sprintf("unknown key %q", key.Text)
	if FlagOnly(key.Text) {
		message, hint = fmt.Sprintf("%q can be given on the command line only", key.Text), ""
	}
	r.fail(key.At, message, hint)
}
