package checker

import "testing"

func TestTenseSlipsNearTheirYear(t *testing.T) {
	checkSlips(t, "date/tense", []slip{
		{"2003-10-21", "The new law takes effect on January 1, 2002.", "The new law takes effect on January 1, 2004."},
		{"2003-10-21", "The two sides signed the deal tomorrow.", "The two sides will sign the deal tomorrow."},
		{"2003-10-21", "Voters went to the polls next Sunday.", "Voters will go to the polls next Sunday."},
		{"2003-10-21", "The envoys flew to the summit next week.", "The envoys flew to the summit last week."},
		{"2003-10-21", "Copper for delivery next month climbed next week.", "Copper for delivery next month climbed last week."},
	})
}

func TestTenseSlipsWithoutTheirYear(t *testing.T) {
	checkSlips(t, "date/tense-inferred", []slip{
		{"2003-10-21", "After the crash on 12 March, the company grounded its fleet on 14 December.", "After the crash on 12 March, the company grounded its fleet on 14 March."},
		{"2003-10-21", "The bridge will open on 4 August.", "The bridge will open on 4 February."},
		{"2003-12-21", "The bridge will open on 4 November.", "The bridge will open on 4 March."},
		{"2003-01-07", "The council met on 25 February.", "The council met on 25 November."},
		{"2003-06-18", "The festival will be held 8-12 May in Turin.", "The festival will be held 8-12 November in Turin."},
		{"2003-06-18", "The council will close the pool on May 2.", "In 2001, Ascension Day fell on May 24, and the pool closed on July 2."},
	})
}
