package pagetest

import (
	"testing"

	"factcheck/internal/page"
)

// Dated reads sentences as the body of an article of a day, such as 2019-06-20.
func Dated(tb testing.TB, day, sentences string) *page.Page {
	tb.Helper()
	return Read(tb, "---\npublished: "+day+"\n---\n# Harbour talks go on\n\n"+sentences+"\n")
}
