package results

import (
	"factcheck/internal/fact"
	"factcheck/internal/page"
)

// tables returns the totals of the page's tables that the rows do not come to.
func tables(d *page.Page) []*fact.Total { return nil }
