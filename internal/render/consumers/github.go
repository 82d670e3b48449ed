package consumers

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"factcheck/internal/report"
)

// GitHub shows so many annotations of each level for a step, and drops the others.
const maxAnnotations = 10

var githubLevels = map[string]string{"error": "error", "warning": "warning", "note": "notice"}

// github writes workflow commands, which GitHub Actions shows as annotations of
// the changed lines. A last notice counts those that it would drop.
func github(w io.Writer, r *Run) error {
	out := bufio.NewWriter(w)
	shown := map[string]int{}
	dropped := 0
	for i := range r.Check.Findings {
		f := &r.Check.Findings[i]
		if shown[f.Severity] == maxAnnotations {
			dropped++
			continue
		}
		shown[f.Severity]++
		r.annotate(out, f)
	}
	if dropped > 0 {
		fmt.Fprintf(out, "::notice title=factcheck::%s in all; %d are not shown here\n", counts(r.Check.Summary), dropped)
	}
	return out.Flush()
}

func (r *Run) annotate(out io.Writer, f *report.Finding) {
	at := r.of(f)
	fmt.Fprintf(out, "::%s file=%s,line=%d,endLine=%d", githubLevels[f.Severity], property(at.file), at.startLine, at.endLine)
	if at.startRune > 0 && at.startLine == at.endLine {
		fmt.Fprintf(out, ",col=%d,endColumn=%d", at.startRune, at.endRune)
	}
	lines := append([]string{f.Message}, r.advice(f)...)
	fmt.Fprintf(out, ",title=%s::%s\n", property(f.Rule), data(strings.Join(lines, "\n")))
}

// data escapes the text of a workflow command, property a value before it.
var (
	dataMarks     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyMarks = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return dataMarks.Replace(s) }
func property(s string) string { return propertyMarks.Replace(s) }
