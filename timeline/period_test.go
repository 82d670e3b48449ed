package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReportedPeriods(t *testing.T) {
	for _, want := range []row{
		{"2018-10-26 Fri", "Third-quarter profit rose. In the 2017 period the firm lost money.", "the 2017 period", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		{"2018-10-26 Fri", "Third-quarter profit rose from last year's quarter.", "last year's quarter", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		{"2018-10-26 Fri", "Third-quarter profit rose on the corresponding period last year.", "the corresponding period last year", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		{"2018-10-26 Fri", "Third-quarter profit rose. For the quarter a year ago it fell.", "the quarter a year ago", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		{"2018-10-26 Fri", "Third-quarter profit rose on the comparable year-ago quarter.", "the comparable year-ago quarter", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		// the fourth quarter had begun, but nobody could report on it
		{"2018-10-26 Fri", "The third quarter was good and the fourth quarter will be better. Sales in the latest quarter rose.", "the latest quarter", "DATE", "2018-Q3", "2018-07-01", "2018-10-01"},
		{"2018-10-26 Fri", "The first quarter of 2019 looks good. In the third quarter sales rose. A year earlier they fell.", "A year earlier", "DATE", "2017-Q3", "2017-07-01", "2017-10-01"},
		{"2018-10-26 Fri", "Third-quarter profit rose. In the first nine months it earned less, compared with a year earlier.", "a year earlier", "DATE", "2017", "2017-01-01", "2018-01-01"},
		{"2018-10-26 Fri", "It lost money in the latest fiscal year.", "the latest fiscal year", "DATE", "2017", "2017-01-01", "2018-01-01"},
		{"2018-10-26 Fri", "Sales for the full year were flat.", "the full year", "DATE", "2018", "2018-01-01", "2019-01-01"},
		{"2018-10-26 Fri", "Orders have grown since the low levels of the early summer, the firm said.", "the early summer", "DATE START", "2018-SU", "2018-06-01", "2018-07-01"},
		{"2018-10-26 Fri", "The bridge opens by year-end.", "year-end", "DATE END", "2018", "2018-09-01", "2019-01-01"},
		{"2018-10-26 Fri", "By year end it will be open.", "year end", "DATE END", "2018", "2018-09-01", "2019-01-01"},
		{"2018-10-26 Fri", "The index has doubled since year-end.", "year-end", "DATE END", "2017", "2017-09-01", "2018-01-01"},
		{"2018-10-26 Fri", "The bridge opens by month's end.", "month's end", "DATE END", "2018-10", "2018-10-21", "2018-11-01"},
	} {
		if diff := cmp.Diff(want, want.got(t, defaults()), cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.text, diff)
		}
	}
	for _, src := range []string{"Its year-end results were poor.", "The weekend was wet, a dead end."} {
		d := readBody(t, "2018-10-26 Fri", src, defaults())
		for i := range d.Times {
			if d.Times[i].Mod == End {
				t.Errorf("%s: %q is read as an end", src, d.Times[i].Text)
			}
		}
	}
}

// A century's thirds are 400 months each.
func TestCenturies(t *testing.T) {
	const day = "2018-10-26 Fri"
	for _, want := range []row{
		{day, "It was built in the mid-19th century.", "the mid-19th century", "DATE MID", "18", "1833-05-01", "1866-09-01"},
		{day, "It was built in the mid-19th-century.", "the mid-19th-century", "DATE MID", "18", "1833-05-01", "1866-09-01"},
		{day, "It is late-20th century work.", "late-20th century", "DATE END", "19", "1966-09-01", "2000-01-01"},
		{day, "They met in an early-18th-century church.", "an early-18th-century", "DATE START", "17", "1700-01-01", "1733-05-01"},
		{day, "It dates from the early 17th century.", "the early 17th century", "DATE START", "16", "1600-01-01", "1633-05-01"},
		{day, "Late-Nineteenth-century prints hung there.", "Late-Nineteenth-century", "DATE END", "18", "1866-09-01", "1900-01-01"},
		{day, "“Mid-15th century” was on the label.", "Mid-15th century", "DATE MID", "14", "1433-05-01", "1466-09-01"},
		{day, "It fell in the 19th century.", "the 19th century", "DATE", "18", "1800-01-01", "1900-01-01"},
		{day, "It fell in the second half of the 20th century.", "the second half of the 20th century", "DATE END", "19", "1950-01-01", "2000-01-01"},
	} {
		if diff := cmp.Diff(want, want.got(t, defaults()), cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.text, diff)
		}
	}
}
