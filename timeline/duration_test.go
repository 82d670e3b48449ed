package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCounts(t *testing.T) {
	for _, want := range []row{
		{"2018-06-17 Sun", "The truce held two and a half years.", "two and a half years", "DURATION", "P2Y6M", "", ""},
		{"2018-06-17 Sun", "The flight took 5 1/2 hours.", "5 1/2 hours", "DURATION", "PT5H30M", "", ""},
		{"2018-06-17 Sun", "The flight took 5½ hours.", "5½ hours", "DURATION", "PT5H30M", "", ""},
		{"2018-06-17 Sun", "It lasts 2.5 weeks.", "2.5 weeks", "DURATION", "P2.5W", "", ""},
		{"2018-06-17 Sun", "A two-and-a-half-year term ends.", "two-and-a-half-year", "DURATION", "P2Y6M", "", ""},
		{"2018-06-17 Sun", "It took a minute and a half.", "a minute and a half", "DURATION", "PT1M30S", "", ""},
		{"2018-06-17 Sun", "A year and a half ago she left.", "A year and a half ago", "DATE", "2016-12", "2016-12-01", "2017-01-01"},
		{"2018-06-17 Sun", "It may pay in future years.", "future years", "DATE", "FUTURE_REF", "", ""},
		{"2018-06-17 Sun", "It fell in recent weeks and months.", "recent weeks and months", "DURATION", "PXW", "", ""},
		{"2018-06-17 Sun", "It takes weeks or months.", "weeks or months", "DURATION", "PXW", "", ""},
		{"2018-06-17 Sun", "A several-year tenure ended.", "several-year", "DURATION", "PXY", "", ""},
		{"2018-06-17 Sun", "He slept for twenty four hours.", "twenty four hours", "DURATION", "PT24H", "", ""},
		{"2018-06-17 Sun", "The wall stood for a hundred and fifty years.", "a hundred and fifty years", "DURATION", "P150Y", "", ""},
		{"2018-06-17 Sun", "The tomb is three thousand years younger.", "three thousand years", "DURATION", "P3000Y", "", ""},
		{"2018-06-17 Sun", "They ruled for hundreds of years.", "hundreds of years", "DURATION", "PXY", "", ""},
		{"2018-06-17 Sun", "The repair takes two to three weeks.", "two to three weeks", "DURATION", "PXW", "", ""},
		{"2018-06-17 Sun", "A three- to five-year plan was drawn up.", "three- to five-year", "DURATION", "PXY", "", ""},
		{"2018-06-17 Sun", "It may take a year or two.", "a year or two", "DURATION", "PXY", "", ""},
		{"2018-06-17 Sun", "It may take six weeks or so.", "six weeks or so", "DURATION APPROX", "P6W", "", ""},
		{"2018-06-17 Sun", "It needs two more weeks.", "two more weeks", "DURATION", "P2W", "", ""},
		{"2018-06-17 Sun", "It needs another three weeks.", "another three weeks", "DURATION", "P3W", "", ""},
		{"2018-06-17 Sun", "It needs another month.", "another month", "DURATION", "P1M", "", ""},
		{"2018-06-17 Sun", "Wait at least 30 days.", "at least 30 days", "DURATION EQUAL_OR_MORE", "P30D", "", ""},
		{"2018-06-17 Sun", "Wait no more than 30 days.", "no more than 30 days", "DURATION EQUAL_OR_LESS", "P30D", "", ""},
		{"2018-06-17 Sun", "Wait up to 30 days.", "up to 30 days", "DURATION EQUAL_OR_LESS", "P30D", "", ""},
		{"2018-06-17 Sun", "Wait fewer than ten days.", "fewer than ten days", "DURATION LESS_THAN", "P10D", "", ""},
		{"2018-06-17 Sun", "A week-long strike began.", "week-long", "DURATION", "P1W", "", ""},
		{"2018-06-17 Sun", "A decades-long dispute goes on.", "decades-long", "DURATION", "PXE", "", ""},
		{"2018-06-17 Sun", "It was a village for five centuries.", "five centuries", "DURATION", "P500Y", "", ""},
		{"2018-06-17 Sun", "There are four flights a week to Oslo.", "a week", "SET", "P1W", "", ""},
		{"2018-06-17 Sun", "They train three times a week.", "three times a week", "SET", "P1W", "", ""},
		{"2018-06-17 Sun", "It happens once every four years.", "once every four years", "SET", "P4Y", "", ""},
		{"2018-06-17 Sun", "It happens every few years.", "every few years", "SET", "PXY", "", ""},
		{"2018-06-17 Sun", "She left two and a half years ago.", "two and a half years ago", "DATE", "2015-12", "2015-12-01", "2016-01-01"},
		{"2018-06-17 Sun", "She left years ago.", "years ago", "DATE", "PAST_REF", "", ""},
		{"2018-06-17 Sun", "She left three years or so ago.", "three years or so ago", "DATE APPROX", "2015", "2015-01-01", "2016-01-01"},
	} {
		if diff := cmp.Diff(want, want.got(t, defaults()), cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.text, diff)
		}
	}
}
