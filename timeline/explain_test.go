package timeline

import "testing"

// An explanation is true of its own value: where the words round a month speak of
// the past but the coming one is taken, it is not called the last one.
func TestExplanationsAreTrue(t *testing.T) {
	for _, tt := range []struct{ published, text, words, value, want string }{
		{"2024-03-12 Tue", "It sold its stake in November, and the sale closed in April.", "November", "2023-11",
			"no year is said; the last one up to publication, Tuesday 12 March 2024, as the words round it speak of the past."},
		{"2024-03-12 Tue", "It sold its stake in November, and the sale closed in April.", "April", "2023-04",
			"no year is said; the last one up to publication, Tuesday 12 March 2024, as the words round it speak of the past."},
		{"2024-03-12 Tue", "The sale closed in January.", "January", "2024-01",
			"no year is said; the last one up to publication, Tuesday 12 March 2024, as the words round it speak of the past."},
		{"2024-03-12 Tue", "The shop will open in April.", "April", "2024-04",
			"no year is said; the next one from publication, Tuesday 12 March 2024, because the words round it point ahead."},
		// 22 February lies 183 days back, 22 February 2012 182 days ahead
		{"2011-08-24 Wed", "The quake struck on February 22.", "February 22", "2011-02-22",
			"no year is said; the last one up to publication, Wednesday 24 August 2011, as the words round it speak of the past."},
		// 19 June 2018 is a Tuesday, and no month beside it has a Monday the 19th
		{"2018-06-17 Sun", "The hearing is on Monday the 19th.", "Monday the 19th", "2018-06-19",
			"day 19 of the month nearest to publication, Sunday 17 June 2018, though it is no Monday."},
		{"2018-06-17 Sun", "The hearing is on Tuesday the 19th.", "Tuesday the 19th", "2018-06-19",
			"the Tuesday the 19th nearest to publication, Sunday 17 June 2018."},
		// a clock time on the day itself does not lie on a day after it
		{"2018-06-19 Tue", "The train left at 4.10 p.m. on Tuesday.", "4.10 p.m. on Tuesday", "2018-06-19T16:10",
			"the latest Tuesday up to publication, Tuesday 19 June 2018."},
		{"2018-06-18 Mon", "The Tuesday vote is near.", "Tuesday", "2018-06-19",
			"the Tuesday after publication, Monday 18 June 2018: six days back would be last Tuesday, and no past tense governs it."},
		{"2018-06-22 Fri", "On Wednesday crews worked overnight.", "overnight", "2018-06-19TNI",
			"the day is the one before that of “Wednesday” in the same sentence."},
		{"2018-06-22 Fri", "“We leave at dawn on Friday,” he said on Saturday. “Sunday is free,” she said on Monday.", "Sunday", "2018-06-17",
			"the latest Sunday up to “Monday” (Monday 18 June 2018), when it was said; the other reading is 24 June 2018."},
		// the third of a month or quarter that has begun may lie ahead
		{"2019-01-01 Tue", "The talks that had stalled resumed in late January.", "late January", "2019-01",
			"no year is said; the one nearest to publication, Tuesday 1 January 2019; the other reading is 21 to 31 January 2018."},
		{"2016-02-29 Mon", "The hearing was adjourned until early February.", "early February", "2016-02",
			"no year is said; the one nearest to publication, Monday 29 February 2016; the other reading is 1 to 9 February 2017."},
		{"2018-12-31 Mon", "The strike, from Monday to the previous Thursday, was called off.", "the previous Thursday", "2018-12-27",
			"counted from “Monday” (Monday 31 December 2018)."},
		{"2018-12-31 Mon", "The strike, from Monday to Thursday, was called off.", "Thursday", "2019-01-03",
			"the first one after “Monday” (Monday 31 December 2018), where the range begins."},
		{"2020-11-30 Mon", "Sales fell in the late fourth quarter.", "the late fourth quarter", "2020-Q4",
			"counted from publication, Monday 30 November 2020."},
		// the day behind a clock time is that of the quotation it stands in
		{"2018-06-22 Fri", "“We met at 9:30 a.m. in Paris, on the Tuesday of the fair,” he told reporters on Monday.", "9:30 a.m.", "2018-06-12T09:30",
			"the day is that of “Tuesday” in the same sentence."},
	} {
		d := readBody(t, tt.published, tt.text, defaults())
		found := false
		for i := range d.Times {
			x := &d.Times[i]
			if x.Text != tt.words {
				continue
			}
			found = true
			if x.Value != tt.value || x.Explain() != tt.want {
				t.Errorf("%s: %q = %s, %s\nwant %s, %s", tt.text, x.Text, x.Value, x.Explain(), tt.value, tt.want)
			}
		}
		if !found {
			t.Errorf("%s: no time %q", tt.text, tt.words)
		}
	}
}
