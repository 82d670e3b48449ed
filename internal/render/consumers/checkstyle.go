package consumers

import (
	"encoding/xml"
	"io"
)

// The elements of Checkstyle's report.
type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

var checkstyleSeverities = map[string]string{"error": "error", "warning": "warning", "note": "info"}

// checkstyle writes Checkstyle's XML, file by file. The source of an error is the
// rule.
func checkstyle(w io.Writer, r *Run) error {
	out := checkstyleReport{Version: "4.3"}
	index := map[string]int{}
	for i := range r.Check.Findings {
		f := &r.Check.Findings[i]
		at := r.of(f)
		k, seen := index[at.file]
		if !seen {
			k = len(out.Files)
			index[at.file] = k
			out.Files = append(out.Files, checkstyleFile{Name: at.file})
		}
		out.Files[k].Errors = append(out.Files[k].Errors, checkstyleError{at.startLine, at.startRune, checkstyleSeverities[f.Severity], f.Message, f.Rule})
	}
	return writeXML(w, out)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
