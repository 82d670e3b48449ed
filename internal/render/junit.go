package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"factcheck/internal/report"
)

// The elements of JUnit's XML that CI servers agree on. There are no times: the
// same rules give the same bytes.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		File     string      `xml:"file,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr"`
		Line    int           `xml:"line,attr"`
		Failure *junitMessage `xml:"failure"`
		Error   *junitMessage `xml:"error"`
		Skipped *junitMessage `xml:"skipped"`
	}
	junitMessage struct {
		Type    string `xml:"type,attr,omitempty"`
		Message string `xml:"message,attr"`
		Text    string `xml:",cdata"`
	}
)

// JUnit writes r as JUnit XML: a suite a rule, a test case a case. A known gap
// is skipped, a case that could not be run is an error. What a rule lacks is a
// failing test case of its own; so are gaps of coverage and survivors where r
// is strict.
func JUnit(w io.Writer, r *report.RulesTest) error {
	all := junitSuites{Name: "factcheck rules test"}
	for i := range r.Rules {
		s := suite(&r.Rules[i], r.Strict)
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
		all.Skipped += s.Skipped
		all.Suites = append(all.Suites, s)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func suite(r *report.RuleTest, strict bool) junitSuite {
	s := junitSuite{Name: r.Rule, File: r.File}
	add := func(name string, line int) *junitCase {
		s.Tests++
		s.Cases = append(s.Cases, junitCase{Class: r.Rule, Name: name, File: r.File, Line: line})
		return &s.Cases[len(s.Cases)-1]
	}
	fail := func(c *junitCase, kind, message, text string) {
		s.Failures++
		c.Failure = &junitMessage{Type: kind, Message: message, Text: strings.Map(asXML, text)}
	}
	for i := range r.Cases {
		x := &r.Cases[i]
		c := add(junitName(x, i), x.Line)
		switch x.Status {
		case report.CaseFailed:
			fail(c, failureType(x), "failed"+foundOther(x), "\n"+caseText(x))
		case report.CaseGapClosed:
			fail(c, x.Status, "no gap any more: drop todo ("+x.Todo+")", "")
		case report.CaseKnownGap:
			s.Skipped++
			c.Skipped = &junitMessage{Message: "known gap: " + x.Todo}
		case report.CaseProblem:
			s.Errors++
			c.Error = &junitMessage{Type: x.Status, Message: x.Problem}
		}
	}
	for _, kind := range r.Missing {
		fail(add("has a "+kind+" case", r.Line), "missing", missingCase(r.Rule, kind), "")
	}
	if !strict {
		return s
	}
	if gaps := coverageGaps(r); len(gaps) > 0 {
		var lines strings.Builder
		for _, g := range gaps {
			fmt.Fprintf(&lines, "\n%s:%d:%d: %s", r.File, g.line, g.column, g.text)
		}
		fail(add("coverage", r.Line), "coverage", fmt.Sprintf("%d of %d conjuncts not seen true and false", len(gaps), len(r.Conjuncts)), lines.String()+"\n")
	}
	if len(r.Survivors) > 0 {
		var lines strings.Builder
		for _, m := range r.Survivors {
			fmt.Fprintf(&lines, "\n%s:%d:%d: %s", r.File, m.Line, m.Column, m.Description)
		}
		fail(add("mutation", r.Line), "mutation", fmt.Sprintf("%d changes that no case notices", len(r.Survivors)), lines.String()+"\n")
	}
	return s
}

// junitName names a case; names tell the cases of a rule apart.
func junitName(c *report.CaseTest, i int) string {
	switch {
	case c.Name != "":
		return fmt.Sprintf("%d %s", i+1, c.Name)
	case c.Expected > 0:
		return fmt.Sprintf("%d firing", i+1)
	}
	return fmt.Sprintf("%d quiet", i+1)
}

// failureType is the kind of a case's first failure.
func failureType(c *report.CaseTest) string {
	if len(c.Failures) > 0 {
		return c.Failures[0].Kind
	}
	return "also-fires"
}

// asXML replaces a rune that XML 1.0 cannot hold.
func asXML(r rune) rune {
	if !inXML(r) {
		return unicode.ReplacementChar
	}
	return r
}
