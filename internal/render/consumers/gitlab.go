package consumers

import (
	"encoding/json"
	"io"
)

// The objects of GitLab's code quality report.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		Check       string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

var gitlabSeverities = map[string]string{"error": "major", "warning": "minor", "note": "info"}

// gitlab writes a code quality report, which merge requests show.
func gitlab(w io.Writer, r *Run) error {
	out := []gitlabIssue{}
	for i := range r.Check.Findings {
		f := &r.Check.Findings[i]
		at := r.of(f)
		out = append(out, gitlabIssue{f.Message, f.Rule, f.ID, gitlabSeverities[f.Severity], gitlabLocation{at.file, gitlabLines{at.startLine}}})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
