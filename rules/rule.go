package rules

import (
	"fmt"
	"strings"

	"factcheck/internal/fact"
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
	Scope    fact.Scope
	Enabled  bool     // false only if the file says enabled: false
	Help     string   // what, why, and when it stays silent; white space folded
	Tags     []string // as written
	Since    string   // the version that brought the rule; empty if unsaid
	Yields   []string // ids of the rules whose finding at an overlapping place takes this one's place
	When     string   // the condition as written
	Unless   string   // the condition of which no other fact may make a pair, as written; empty if there is none
	Message  string   // the message as written
	File     string
	Pos      text.Position // of the word Rule

	confidence string // set if it is a constant
	lets       []let
	defines    map[string]*define
	when       *condition
	unless     *condition // nil: none; see HasUnless
	message    *program
	at         *program // nil: the scope's subject
	related    *program // nil: none; likewise below
	suggest    *program
	assume     *program
	confident  *program
	lesser     *program // whether a finding is a note
	file       *source
	cases      []Case
	shipped    *shippedFile // what the rule was decoded from; nil if it was parsed
}

// Cases returns the examples of the rule, in the order of the file. The caller
// must not change them.
func (r *Rule) Cases() []Case { return r.parsed().cases }

// A Case is one example of a rule: a text, and how often the rule must fire
// on it.
type Case struct {
	Name      string
	Published string   // as after --published; empty if unsaid
	Text      string   // the article, marks included; see [Marks]
	File      string   // instead of Text: where it stands, relative to the rule's file
	Story     []string // articles told as one story, marks included
	Sources   []string // what the article is checked against
	Almanac   string   // YAML text of an almanac; empty for none
	Fires     int      // how many findings the rule must have
	Todo      string   // why the rule does not do this yet: the case fails when it passes; empty for any other case
	Pos       text.Position
}

// Marked returns s without its marks, and the spans of the result that [[ and
// ]] enclosed, in order. Marks that do not pair up are an error.
func Marked(s string) (string, []text.Span, error) {
	clean, m, err := ReadMarks(s)
	return clean, m.Found, err
}

// Marks are the passages that a case's text marks, as spans of the text
// without the marks, in order.
type Marks struct {
	Found   []text.Span // in [[…]]: a finding must stand there
	Related []text.Span // in ((…)): a finding must name the place
}

// ReadMarks returns s without its marks, and what they enclosed. Marks that do
// not pair up, or that nest, are an error.
//
// Brackets of prose stay: “))” ends no mark where it closes two parentheses
// that were opened one by one.
func ReadMarks(s string) (string, Marks, error) {
	r := markReader{src: s}
	for r.at < len(s) && r.err == nil {
		r.step()
	}
	if r.err == nil && r.closing != "" {
		r.err = fmt.Errorf("%q without %q", opening[r.closing], r.closing)
	}
	if r.err != nil {
		return "", Marks{}, r.err
	}
	return r.out.String(), r.marks, nil
}

// opening has the first half of a mark by the other.
var opening = map[string]string{"]]": "[[", "))": "(("}

// A markReader reads a text with marks from left to right.
type markReader struct {
	src     string
	at      int
	out     strings.Builder
	start   int    // of the open mark, in the output
	closing string // what ends the open mark; empty if none is open
	depth   int    // plain parentheses open, inside the mark if one is
	outside int    // those before it
	marks   Marks
	err     error
}

func (r *markReader) step() {
	rest := r.src[r.at:]
	switch {
	case strings.HasPrefix(rest, "[["):
		r.open("]]")
	case strings.HasPrefix(rest, "(("):
		r.open("))")
	case strings.HasPrefix(rest, "]]"):
		r.close("]]")
	case strings.HasPrefix(rest, "))") && !r.prose():
		r.close("))")
	default:
		r.copy()
	}
}

// prose reports whether “))” closes parentheses of the text itself.
func (r *markReader) prose() bool {
	return r.depth > 1 || r.depth > 0 && r.closing != ""
}

// copy takes over one byte.
func (r *markReader) copy() {
	b := r.src[r.at]
	switch {
	case b == '(':
		r.depth++
	case b == ')' && r.depth > 0:
		r.depth--
	}
	r.out.WriteByte(b)
	r.at++
}

func (r *markReader) open(closing string) {
	if r.closing != "" {
		r.err = fmt.Errorf("%q inside %q: marks do not nest", opening[closing], opening[r.closing])
		return
	}
	r.closing, r.start = closing, r.out.Len()
	r.outside, r.depth = r.depth, 0
	r.at += len(closing)
}

func (r *markReader) close(closing string) {
	switch {
	case r.closing == "":
		r.err = fmt.Errorf("%q without %q", closing, opening[closing])
		return
	case r.closing != closing:
		r.err = fmt.Errorf("%q inside %q: marks do not nest", closing, opening[r.closing])
		return
	}
	span := text.Span{Start: r.start, End: r.out.Len()}
	if closing == "]]" {
		r.marks.Found = append(r.marks.Found, span)
	} else {
		r.marks.Related = append(r.marks.Related, span)
	}
	r.closing, r.depth = "", r.outside
	r.at += len(closing)
}
