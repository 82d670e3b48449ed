package checker

import (
	"factcheck/rules"
	"factcheck/timeline"
)

// ages returns each age of a person,
// in the order of the text.
func (d *document) ages() []*rules.Age { return d.elapsedFacts().ages }

type birth struct {
	time *timeline.Time
}
type mentioned struct{}

func (r *elapsedReader) joinAges()          {}
func (r *elapsedReader) follow(*sentence)   {}
func (r *elapsedReader) agesOf(s *sentence) {}
