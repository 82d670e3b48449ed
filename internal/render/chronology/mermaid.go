package chronology

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"factcheck/internal/report"
)

// Mermaid writes a Mermaid timeline: a period a line, with its events behind
// colons.
func Mermaid(w io.Writer, t *report.Timeline, all bool) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "timeline\n    title What happened when\n")
	last := ""
	for _, x := range dated(t, all) {
		words := plain(x.Words())
		if m := x.Marks(); m != "" {
			words += " [" + plain(m) + "]"
		}
		if period := plain(x.Label()); period != last {
			fmt.Fprintf(b, "    %s : %s\n", period, words)
			last = period
		} else {
			fmt.Fprintf(b, "        : %s\n", words)
		}
	}
	return b.Flush()
}

// plain replaces what parts the pieces of a Mermaid timeline: a colon becomes the
// sign of a ratio, a semicolon a comma, a hash the sign for a number.
var plain = strings.NewReplacer(":", "∶", ";", ",", "#", "№", "<", "‹", ">", "›").Replace
