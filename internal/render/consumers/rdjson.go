package consumers

import (
	"encoding/json"
	"io"

	"factcheck/internal/report"
)

// The objects of reviewdog's DiagnosticResult. Lines and columns are from 1,
// columns count bytes of UTF-8, ends lie behind the last byte.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Severity    string         `json:"severity"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

var rdSeverities = map[string]string{"error": "ERROR", "warning": "WARNING", "note": "INFO"}

// rdjson writes what reviewdog reads with -f=rdjson.
func rdjson(w io.Writer, r *Run) error {
	out := rdResult{Source: rdSource{"factcheck"}, Severity: "WARNING", Diagnostics: []rdDiagnostic{}}
	for i := range r.Check.Findings {
		out.Diagnostics = append(out.Diagnostics, r.diagnostic(&r.Check.Findings[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (r *Run) diagnostic(f *report.Finding) rdDiagnostic {
	at := r.of(f)
	d := rdDiagnostic{Message: f.Message, Location: at.rd(), Severity: rdSeverities[f.Severity], Code: rdCode{f.Rule}}
	for i := range f.Related {
		d.Related = append(d.Related, rdRelated{f.Related[i].Message, r.ofRelated(&f.Related[i]).rd()})
	}
	for _, s := range f.Suggestions {
		if s.Replacement != "" && !at.record {
			d.Suggestions = append(d.Suggestions, rdSuggestion{d.Location.Range, s.Replacement})
		}
	}
	return d
}

func (g region) rd() rdLocation {
	out := rdLocation{Path: g.file, Range: rdRange{Start: rdPosition{g.startLine, g.startByte}}}
	if !g.record {
		out.Range.End = &rdPosition{g.endLine, g.endByte}
	}
	return out
}
