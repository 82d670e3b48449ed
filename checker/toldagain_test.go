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

func TestToldAgain(t *testing.T) {
	checkSlips(t, "date/two-dates", []slip{
		{"2015-06-10", "Two climbers died on Mont Blanc on Sunday.\n\nThe climbers died on Saturday near the summit.", "Two climbers died on Mont Blanc on Sunday.\n\nThe climbers died on Sunday near the summit."},
		{"2015-06-10", "# Train crash in Poland on Tuesday leaves 12 hurt\n\nTwelve people were hurt when two trains collided near Lodz on Monday.", "# Train crash in Poland on Tuesday leaves 12 hurt\n\nTwelve people were hurt when two trains collided near Lodz on Tuesday."},
		{"2015-06-10", "Gunmen kidnapped the engineer on Thursday.\n\nA colleague said he was kidnapped on Tuesday.", "Gunmen kidnapped the engineer on Thursday.\n\nA colleague said he was kidnapped on Thursday."},
		{"2015-06-10", "Police arrested Peter Nowak on Tuesday.\n\nNowak, who was arrested on Monday, denies the charges.", "Police arrested Peter Nowak on Tuesday.\n\nNowak, who was arrested on Tuesday, denies the charges."},
		{"2015-06-10", "The theatre burned down in 1998.\n\nThe theatre has been a ruin since it burned down in 1996.", "The theatre burned down in 1998.\n\nThe theatre has been a ruin since it burned down in 1998."},
		{"2015-06-10", "# Lisbon mayor to step down in July\n\nThe mayor of Lisbon will step down in August, he said.", "# Lisbon mayor to step down in July\n\nThe mayor of Lisbon will step down in July, he said."},
		{"2015-06-10", "# Sunday's ferry sinking kills nine\n\nNine people were killed when a ferry sank on Saturday off Crete.", "# Sunday's ferry sinking kills nine\n\nNine people were killed when a ferry sank on Sunday off Crete."},
		{"2015-06-10", "# Sept 5 attack suspect freed\n\nA man held over the attack of 3 September was freed.", "# Nine arrested on Monday in Lyon\n\nTwo men were arrested in Marseille on Tuesday."},
		{"2015-06-10", "The bank will publish its report on 22 June.\n\nUntil the bank publishes its report on 26 June, shares are frozen.", "The bank published its report on 2 June.\n\nAnother report was published by the bank on 5 June."},
		{"2015-06-10", "The bridge was closed in May 2012.\n\nTraders have lost money since the closure of the bridge in March 2012.", "The bridge was closed in May 2012.\n\nA tunnel was closed in March 2012."},
		{"2015-06-10", "Workers will strike at the port on Friday.\n\nThe strike at the port on Saturday is the first this year.", "Fire broke out in a mill on Friday.\n\nA fire in a hotel on Saturday hurt two people."},
		{"2015-06-10", "Maria Silva was elected mayor in 2011.\n\nSince her election as mayor in 2012, Silva has built two schools.", "Maria Silva was elected mayor in 2011.\n\nSince his election as governor in 2012, Paul Roth has built two schools."},
	})
}
