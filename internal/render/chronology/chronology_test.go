package chronology_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"golang.org/x/net/html"

	"factcheck/internal/render/chronology"
	"factcheck/internal/report"
)

// sample has an event with a day, a planned one of an hour told by somebody, one
// that another document tells of another day, one without a day and one that is
// listed only on request. Texts have what each format must escape.
func sample() *report.Timeline {
	at := func(s string) *string { return &s }
	told := []report.Mention{{Doc: "a", Name: "a.md", Start: report.Position{Line: 3, Column: 7}}}
	return &report.Timeline{Events: []report.Event{
		{ID: "000000000001", Kind: "open", Text: "The mayor <opened> a bridge: 3 & 4; a “first”, #1", Modality: "actual", Shown: true, Mentions: told,
			When:      &report.When{From: at("2018-06-15"), To: at("2018-06-16"), Label: "Friday 15 June 2018"},
			Disagrees: []report.OtherDay{{Doc: "b", Event: "000000000005", From: at("2018-06-14"), To: at("2018-06-15"), Label: "Thursday 14 June 2018"}}},
		{ID: "000000000002", Kind: "call", Text: "A call", Modality: "planned", Source: "the mayor", Shown: true, Mentions: told,
			When: &report.When{From: at("2018-06-17T12:30"), To: at("2018-06-17T12:31"), Label: "Sunday 17 June 2018, 12:30", Inferred: true}},
		{ID: "000000000003", Kind: "sell", Text: "The owners sold the mill", Modality: "actual", Shown: true, Mentions: told},
		{ID: "000000000004", Kind: "rain", Text: "It rained", Modality: "actual", Mentions: told,
			When: &report.When{From: at("2018-06-01"), To: at("2018-07-01"), Label: "June 2018"}},
	}}
}

func write(t *testing.T, format string, all bool) string {
	t.Helper()
	var b strings.Builder
	if err := chronology.Writers[format](&b, sample(), all); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, "csv", false))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 {
		t.Fatalf("%d rows, want a head and three events", len(rows))
	}
	if got := strings.Join(rows[1][1:4], " "); got != "2018-06-15 2018-06-16 Friday 15 June 2018" {
		t.Errorf("days %q", got)
	}
	if got := rows[1][12]; got != "Thursday 14 June 2018 in b" {
		t.Errorf("disagreements %q", got)
	}
	if got := rows[3][1] + rows[3][3]; got != "day unknown" {
		t.Errorf("without a day %q", got)
	}
}

func TestICS(t *testing.T) {
	src := write(t, "ics", false)
	c, err := ics.ParseCalendar(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	if len(events) != 2 {
		t.Fatalf("%d events, want the two with a day", len(events))
	}
	for _, want := range []string{"DTSTART;VALUE=DATE:20180615", "DTEND;VALUE=DATE:20180616", "DTSTART:20180617T123000", "STATUS:TENTATIVE", "\r\n"} {
		if !strings.Contains(src, want) {
			t.Errorf("no %q in\n%s", want, src)
		}
	}
	for _, line := range strings.Split(src, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes, RFC 5545 has 75 at most: %s", len(line), line)
		}
	}
}

func TestMermaid(t *testing.T) {
	want := `timeline
    title What happened when
    Friday 15 June 2018 : The mayor ‹opened› a bridge∶ 3 & 4, a “first”, №1 [Thursday 14 June 2018 in b]
    Sunday 17 June 2018, 12∶30 : A call [planned, by the mayor, day inferred]
`
	if got := write(t, "mermaid", false); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTimelineJS(t *testing.T) {
	var got struct {
		Events []struct {
			Start map[string]int `json:"start_date"`
			End   map[string]int `json:"end_date"`
			Text  struct{ Headline string }
		}
	}
	if err := json.Unmarshal([]byte(write(t, "timelinejs", true)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Events) != 3 || got.Events[0].End != nil || got.Events[2].End["day"] != 30 || got.Events[1].Start["hour"] != 12 {
		t.Errorf("events %+v", got.Events)
	}
	if h := got.Events[0].Text.Headline; !strings.Contains(h, "&lt;opened&gt;") {
		t.Errorf("the headline %q is HTML to the reader and must be escaped", h)
	}
}

func TestSVG(t *testing.T) {
	src := write(t, "svg", true)
	d := xml.NewDecoder(strings.NewReader(src))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
	}
	if n := strings.Count(src, "<rect"); n != 3 {
		t.Errorf("%d bars, want 3", n)
	}
}

func TestHTML(t *testing.T) {
	src := write(t, "html", false)
	if _, err := html.Parse(strings.NewReader(src)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"The mayor &lt;opened&gt;", "Day unknown", "The owners sold the mill", "a.md:3:7", "⚠"} {
		if !strings.Contains(src, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if strings.Contains(src, "<script") || strings.Contains(src, "http://") && !strings.Contains(src, "www.w3.org/2000/svg") {
		t.Error("the page has scripts or loads something")
	}
}
