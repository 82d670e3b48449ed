package consumers

import (
	"encoding/json"
	"io"
)

// jsonLines writes the findings one a line, as JSON has them.
func jsonLines(w io.Writer, r *Run) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range r.Check.Findings {
		if err := enc.Encode(&r.Check.Findings[i]); err != nil {
			return err
		}
	}
	return nil
}
