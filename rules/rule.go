package rules

import (
	"errors"
	"fmt"
	"strings"

	"factcheck/internal/text"
)

// A Severity says how bad a finding is. The zero Severity is invalid.
type Severity uint8

// The severities, worst first.
const (
	SeverityError Severity = iota + 1
	SeverityWarning
	SeverityNote
)

// severityNames are the severities as rule files write them.
var severityNames = []string{"error", "warning", "note"}

// String returns error, warning or note.
func (s Severity) String() string {
	if s == 0 || int(s) > len(severityNames) {
		return fmt.Sprintf("Severity(%d)", uint8(s))
	}
	return severityNames[s-1]
}

// The confidences of a finding, as rule files write them.
const (
	High   = "high"
	Medium = "medium"
	Low    = "low"
)

var confidences = []string{High, Medium, Low}

// A Rule is one rule that compiled.
type Rule struct {
	ID       string
	Severity Severity
	Scope    Scope
	Enabled  bool     // false only if the file says enabled: false
	Help     string   // what, why, and when it stays silent; white space folded
	Tags     []string // as written
	Since    string   // the version that brought the rule; empty if unsaid
	When     string   // the condition as written
	Message  string   // the message as written
	Cases    []Case
	File     string
	Pos      text.Position // of the word Rule

	confidence string // set if it is a constant
	lets       []let
	defines    map[string]*define
	when       *program
	message    *program
	at         *program // nil: the scope's subject
	related    *program // nil: none; likewise below
	suggest    *program
	assume     *program
	confident  *program
	file       *source
}

// A Case is one example of a rule: a text, and how often the rule must fire
// on it.
type Case struct {
	Name      string
	Published string   // as after --published; empty if unsaid
	Text      string   // the article, marks included; see [Marked]
	Story     []string // articles told as one story, marks included
	Sources   []string // what the article is checked against
	Almanac   string   // YAML text of an almanac; empty for none
	Fires     int      // how many findings the rule must have
	File      string   // slash-separated path of the article, from the rule file's folder; empty for Text or Story
	Todo      string   // why the rule does not do this yet: the case fails when it passes; empty for any other case
	Pos       text.Position
}

// Marked returns s without its [[ and ]] marks, and the spans of the result
// that they enclosed, in order. Marks that do not pair up are an error.
func Marked(s string) (string, []text.Span, error) {
	var out strings.Builder
	var spans []text.Span
	open := -1
	for i := 0; i < len(s); {
		switch {
		case strings.HasPrefix(s[i:], "[["):
			if open >= 0 {
				return "", nil, errors.New(`"[[" inside "[[": marks do not nest`)
			}
			open = out.Len()
			i += 2
		case strings.HasPrefix(s[i:], "]]"):
			if open < 0 {
				return "", nil, errors.New(`"]]" without "[["`)
			}
			spans = append(spans, text.Span{Start: open, End: out.Len()})
			open = -1
			i += 2
		default:
			out.WriteByte(s[i])
			i++
		}
	}
	if open >= 0 {
		return "", nil, errors.New(`"[[" without "]]"`)
	}
	return out.String(), spans, nil
}
