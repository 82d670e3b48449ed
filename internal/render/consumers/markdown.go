package consumers

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"factcheck/internal/render"
	"factcheck/internal/report"
)

// maxListed is how many findings a summary lists; code hosts refuse comments of
// more than 65,535 characters.
const maxListed = 50

// markdown writes a summary for a comment or a job page: the counts, then the
// findings document by document, and what was not checked.
func markdown(w io.Writer, r *Run) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "### factcheck: %s\n", counts(r.Check.Summary))
	doc := ""
	for i := range r.Check.Findings {
		if i == maxListed {
			fmt.Fprintf(out, "\n… and %d more.\n", len(r.Check.Findings)-i)
			break
		}
		f := &r.Check.Findings[i]
		if f.Doc != doc {
			doc = f.Doc
			fmt.Fprintf(out, "\n#### %s\n\n", code(render.Named(f.Name, f.File)))
		}
		r.item(out, f)
	}
	for _, line := range report.Compared(r.Check.NotChecked) {
		fmt.Fprintf(out, "\n%s\n", escape(line))
	}
	if lines := report.Unchecked(r.Check.NotChecked); len(lines) > 0 {
		fmt.Fprintf(out, "\n<details><summary>not checked: %d</summary>\n\n", len(lines))
		for i, line := range lines {
			if i == maxListed {
				fmt.Fprintf(out, "- … and %d more\n", len(lines)-i)
				break
			}
			fmt.Fprintf(out, "- %s\n", escape(line))
		}
		fmt.Fprint(out, "\n</details>\n")
	}
	return out.Flush()
}

func (r *Run) item(out io.Writer, f *report.Finding) {
	fmt.Fprintf(out, "- **%s** %s: %s  \n  “%s” (%s, %s)\n", f.Severity, place(f.Start), escape(f.Message), escape(render.Passage(f.Quote)), code(f.Rule), code(f.ID))
	for _, line := range r.advice(f) {
		fmt.Fprintf(out, "  - %s\n", escape(line))
	}
}

// escape keeps text from being read as Markdown or HTML.
var markdownMarks = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;",
	"#", "\\#", "|", "\\|", "~", "\\~", "\n", " ", "\r", " ", "@", "@\u200b") // @ mentions nobody

func escape(s string) string { return markdownMarks.Replace(s) }

// code sets s as code, whatever backticks it has.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + strings.ReplaceAll(s, "\n", " ") + fence
}
