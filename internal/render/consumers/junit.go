package consumers

import (
	"encoding/xml"
	"io"
	"strings"

	"factcheck/internal/render"
	"factcheck/internal/report"
)

// The elements of JUnit's XML that CI servers agree on.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		File     string      `xml:"file,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitMessage `xml:"failure"`
		Output  string        `xml:"system-out,omitempty"`
	}
	junitMessage struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// junit writes JUnit XML: a suite a document, a failing test case an error or
// warning, a passing one a note; a document without findings passes as a whole.
func junit(w io.Writer, r *Run) error {
	all := junitSuites{Name: "factcheck"}
	byDoc := map[string][]*report.Finding{}
	for i := range r.Check.Findings {
		f := &r.Check.Findings[i]
		byDoc[f.Doc] = append(byDoc[f.Doc], f)
	}
	for _, d := range r.Check.Documents {
		s := r.junitSuite(d, byDoc[d.Doc])
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Suites = append(all.Suites, s)
	}
	return writeXML(w, all)
}

func (r *Run) junitSuite(d report.Document, findings []*report.Finding) junitSuite {
	s := junitSuite{Name: d.Doc, File: d.File, Tests: max(1, len(findings))}
	if len(findings) == 0 {
		s.Cases = []junitCase{{Class: d.Doc, Name: "nothing found", File: d.File}}
	}
	for _, f := range findings {
		at := r.of(f)
		c := junitCase{Class: d.Doc, Name: f.Rule + " at " + place(f.Start), File: at.file, Line: at.startLine}
		body := strings.Join(append([]string{"“" + render.Passage(f.Quote) + "”"}, r.advice(f)...), "\n")
		if f.Severity == "note" {
			c.Output = f.Message + "\n" + body
		} else {
			c.Failure = &junitMessage{Type: f.Severity, Message: f.Message, Text: body}
			s.Failures++
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}
