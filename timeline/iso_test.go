package timeline

import "testing"

// The expected values are those of ISO 8601-1:2019, 5.2 to 5.6, and 8601-2:2019, 4.
func TestISO(t *testing.T) {
	const p = "2018-06-20 Wed"
	for _, x := range []struct{ text, words, want string }{
		{"It was on Friday.", "Friday", "2018-06-15"},
		{"It opened last week.", "last week", "2018-W24"},
		{"It opened last month.", "last month", "2018-05"},
		{"It opened in 2012.", "2012", "2012"},
		{"It rose in the first quarter.", "the first quarter", "2018-33"},
		{"It fell in the fourth quarter of 2016.", "the fourth quarter of 2016", "2016-36"},
		{"It fell in the second half of 2016.", "the second half of 2016", "2016-41"},
		{"He sang in the 1990s.", "the 1990s", "199"},
		{"It fell in the 19th century.", "the 19th century", "18"},
		{"It rained over the weekend.", "the weekend", "2018-06-16/2018-06-17"},
		{"He left in early 2016.", "early 2016", "2016-01-01/2016-04-30"},
		{"It began at 5 p.m. Friday.", "5 p.m. Friday", "2018-06-15T17:00"},
		{"It began at 0940 GMT on Friday.", "0940 GMT on Friday", "2018-06-15T09:40Z"},
		{"It rained on Tuesday night.", "Tuesday night", "2018-06-19T18:00/2018-06-20T06:00"},
		{"He left about 10 years ago.", "10 years ago", "2008~"},
		{"It took two and a half years.", "two and a half years", "P2Y6M"},
		{"It took several weeks.", "several weeks", ""},
		{"They meet twice a week.", "twice a week", "R/P1W"},
		{"They meet every Friday.", "every Friday", ""},
		{"It is open now.", "now", ""},
	} {
		d := readBody(t, p, x.text, defaults())
		for i := range d.Times {
			if got := d.Times[i].ISO(); d.Times[i].Text == x.words && got != x.want {
				t.Errorf("%q: %q is %q, want %q", x.text, x.words, got, x.want)
			}
		}
		if len(d.Times) == 0 {
			t.Errorf("%q: nothing is read", x.text)
		}
	}
}
