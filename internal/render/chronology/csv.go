package chronology

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"factcheck/internal/report"
)

// CSV writes a table with a row an event, those without a day last. To is the
// first day that is not part of it.
func CSV(w io.Writer, t *report.Timeline, all bool) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"id", "from", "to", "when", "inferred", "kind", "text", "modality", "source", "place", "participants", "told", "disagreements"}}
	for _, x := range entries(t, all) {
		rows = append(rows, row(x))
	}
	if err := c.WriteAll(rows); err != nil {
		return err
	}
	return c.Error()
}

func row(x entry) []string {
	var other []string
	for _, d := range x.Disagrees {
		other = append(other, d.Label+" in "+line(d.Doc))
	}
	inferred := !x.From.IsZero() && x.When.Inferred
	return []string{
		x.ID, x.stamp(x.From), x.stamp(x.To), x.Label(), strconv.FormatBool(inferred), x.Kind, x.Words(), x.Modality,
		line(x.Source), line(x.Place), strings.Join(x.Participants, "; "), x.Sources(), strings.Join(other, "; "),
	}
}

// stamp writes a day or minute of x, "" where none is known.
func (x entry) stamp(at time.Time) string {
	switch {
	case at.IsZero():
		return ""
	case x.Whole:
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02T15:04")
}
