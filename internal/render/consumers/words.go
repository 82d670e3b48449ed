package consumers

import (
	"fmt"

	"factcheck/internal/report"
)

func place(p report.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// counts says how many findings there are: "1 error, 2 warnings, 0 notes".
func counts(s report.Summary) string {
	return fmt.Sprintf("%s, %s, %s", count(s.Error, "error"), count(s.Warning, "warning"), count(s.Note, "note"))
}

func count(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
