package consumers

import (
	"fmt"
	"strings"

	"factcheck/internal/report"
)

// longestPassage is how much of a passage is shown, in code points.
const longestPassage = 160

// passage returns s on one line, cut in its middle where it is long.
func passage(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= longestPassage {
		return string(r)
	}
	return string(r[:longestPassage*2/3]) + " … " + string(r[len(r)-longestPassage/3:])
}

// name is how a document is called for people.
func name(name, file string) string {
	if name != "" {
		return name
	}
	return file
}

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
