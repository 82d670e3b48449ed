package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestModifiers(t *testing.T) {
	for _, want := range []row{
		{"2019-04-17 Wed", "The fair opens this coming Friday.", "this coming Friday", "DATE", "2019-04-19", "2019-04-19", "2019-04-20"},
		{"2019-04-17 Wed", "It closed this past winter.", "this past winter", "DATE", "2019-WI", "2018-12-01", "2019-03-01"},
		{"2019-04-17 Wed", "He moved last fall in a hurry.", "last fall", "DATE", "2018-FA", "2018-09-01", "2018-12-01"},
		{"2019-04-17 Wed", "Sales fall in the current fiscal year.", "the current fiscal year", "DATE", "2019", "2019-01-01", "2020-01-01"},
		{"2019-04-17 Wed", "The office moved earlier in the year.", "earlier in the year", "DATE START", "2019", "2019-01-01", "2019-04-18"},
		{"2019-04-17 Wed", "They play this weekend.", "this weekend", "DATE", "2019-W16-WE", "2019-04-20", "2019-04-22"},
		{"2019-04-17 Wed", "They played this weekend.", "this weekend", "DATE", "2019-W15-WE", "2019-04-13", "2019-04-15"},
		{"2019-04-17 Wed", "Talks will go on over the weekend.", "the weekend", "DATE", "2019-W16-WE", "2019-04-20", "2019-04-22"},
		{"2019-04-17 Wed", "Talks went on over the weekend.", "the weekend", "DATE", "2019-W15-WE", "2019-04-13", "2019-04-15"},
		{"2019-04-17 Wed", "Riots broke out following Monday's raid.", "Monday", "DATE", "2019-04-15", "2019-04-15", "2019-04-16"},
		{"2019-04-17 Wed", "Tempers rose ahead of Sunday's vote.", "Sunday", "DATE", "2019-04-21", "2019-04-21", "2019-04-22"},
		{"2019-04-17 Wed", "Tempers rose after Sunday's vote.", "Sunday", "DATE", "2019-04-14", "2019-04-14", "2019-04-15"},
		{"2019-04-17 Wed", "The fuel will last two weeks.", "two weeks", "DURATION", "P2W", "", ""},
		{"2019-04-17 Wed", "It may close in the near future.", "the near future", "DATE", "FUTURE_REF", "", ""},
		{"2019-04-17 Wed", "It is cheap in the short term.", "the short term", "DATE", "FUTURE_REF", "", ""},
		{"2019-04-17 Wed", "They will one day build it.", "one day", "DATE", "FUTURE_REF", "", ""},
		{"2019-04-17 Wed", "Few people walk these days.", "these days", "DATE", "PRESENT_REF", "2019-04-17", "2019-04-18"},
		{"2019-04-17 Wed", "The 1987 coups began it.", "1987", "DATE", "1987", "1987-01-01", "1988-01-01"},
		{"2019-04-17 Wed", "In the year to March sales doubled.", "the year", "DURATION", "P1Y", "", ""},
	} {
		if diff := cmp.Diff(want, want.got(t, defaults()), cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.text, diff)
		}
	}
}

// TestNarrated lists times that count from an earlier one in the text.
func TestNarrated(t *testing.T) {
	for _, want := range []row{
		{"2019-04-17 Wed", "They met at 11:45 a.m. on Monday. Five hours later they parted.", "Five hours later", "TIME", "2019-04-15T16:45", "2019-04-15T16:45", "2019-04-15T16:46"},
		{"2019-04-17 Wed", "They met on 7 May 2018. That Wednesday the king fled.", "That Wednesday", "DATE", "2018-05-09", "2018-05-09", "2018-05-10"},
		{"2019-04-17 Wed", "Shares rose on that Friday.", "that Friday", "DATE", "XXXX-WXX-5", "", ""},
		{"2019-04-17 Wed", "Prices rose in February from a year earlier. They fell the previous month.", "the previous month", "DATE", "2019-01", "2019-01-01", "2019-02-01"},
		{"2019-04-17 Wed", "They met on 7 May 2018. It rained. It rained. It rained. It rained. The next day it rained.", "The next day", "DATE", "XXXX-XX-XX", "", ""},
	} {
		if diff := cmp.Diff(want, want.got(t, defaults()), cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want.text, diff)
		}
	}
}
