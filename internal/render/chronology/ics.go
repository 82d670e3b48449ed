package chronology

import (
	"io"

	ics "github.com/arran4/golang-ical"

	"factcheck/internal/report"
)

// ICS writes a calendar (RFC 5545) with an entry an event: whole days, or floating
// times where the text names the hour. DTSTAMP, which the standard asks for, is the
// day of the event, so that the same articles give the same file.
func ICS(w io.Writer, t *report.Timeline, all bool) error {
	c := ics.NewCalendarFor("factcheck timeline")
	c.SetMethod(ics.MethodPublish)
	for _, x := range dated(t, all) {
		e := c.AddEvent(x.ID + "@factcheck")
		e.SetDtStampTime(x.From)
		if x.Whole {
			e.SetAllDayStartAt(x.From)
			e.SetAllDayEndAt(x.To)
		} else {
			e.SetProperty(ics.ComponentPropertyDtStart, x.From.Format(floating))
			e.SetProperty(ics.ComponentPropertyDtEnd, x.To.Format(floating))
		}
		e.SetSummary(x.Words())
		if x.Place != "" {
			e.SetLocation(line(x.Place))
		}
		e.SetDescription(x.description())
		e.SetStatus(x.status())
		e.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return c.SerializeTo(w, ics.WithNewLineWindows)
}

// floating is the form of a time without a zone (RFC 5545, 3.3.5).
const floating = "20060102T150405"

// description says where the event is told and what is not plain about it.
func (x entry) description() string {
	s := "told in " + x.Sources()
	if m := x.Marks(); m != "" {
		s = m + "\n" + s
	}
	return s
}

// status is confirmed for what happened, tentative for the rest.
func (x entry) status() ics.ObjectStatus {
	if x.Modality == "actual" && !x.When.Inferred {
		return ics.ObjectStatusConfirmed
	}
	return ics.ObjectStatusTentative
}
