package pdf

import (
	"math"
	"regexp"
	"strings"
)

// printTime is a day in figures with a clock time, as browsers print when they printed.
var printTime = regexp.MustCompile(`\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d\b`)

// ofBrowser returns which lines of a page a browser added that printed it: those on the
// highest and the lowest row that have the address or the time of printing, where one of
// them has the address. That time is not when the page was published.
func ofBrowser(lines []line) map[int]bool {
	top, foot := math.Inf(-1), math.Inf(1)
	for _, l := range lines {
		top, foot = math.Max(top, l.y), math.Min(foot, l.y)
	}
	out, addressed := map[int]bool{}, false
	for i, l := range lines {
		if atEdge := math.Min(top-l.y, l.y-foot) <= l.size*.5; !atEdge {
			continue
		}
		address := strings.Contains(l.text, "://")
		addressed = addressed || address
		if address || printTime.MatchString(l.text) {
			out[i] = true
		}
	}
	if !addressed {
		return nil
	}
	return out
}
