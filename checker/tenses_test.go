package checker

import "testing"

func TestTenseSlips(t *testing.T) {
	checkSlips(t, "date/tense", []slip{
		{"2015-06-10", "The conference will be held in Oslo on 3 March 2015.", "The conference will be held in Oslo on 3 September 2015."},
		{"2015-06-10", "Parliament will vote on the budget on March 3, 2015.", "Parliament will vote on the budget on September 3, 2015."},
		{"2015-06-10", "The museum will open its doors to the public in May 2014.", "The museum will open its doors to the public in May 2016."},
		{"2015-06-10", "The new terminal is scheduled to open on April 2, 2015.", "The new terminal was scheduled to open on April 2, 2015."},
		{"2015-06-10", "The new terminal is due to open in 2013, the airport said.", "The new terminal was due to open in 2013, the airport said."},
		{"2015-06-10", "The bridge opened in 2018 after years of delay.", "The bridge opened in 2008 after years of delay."},
		{"2015-06-10", "The minister resigned on 12 August 2015.", "The minister resigned on 12 May 2015."},
		{"2015-06-10", "The minister resigned next month.", "The minister resigned last month."},
		{"2015-06-10", "The two leaders met tomorrow in Vienna.", "The two leaders met yesterday in Vienna."},
		{"2015-06-10", "The two leaders will meet yesterday in Vienna.", "The two leaders will meet tomorrow in Vienna."},
		{"2015-06-10", "The festival will open last Friday with a concert.", "The festival opened last Friday with a concert."},
		{"2015-06-10", "The law takes effect on March 20, 2015.", "The law takes effect on September 20, 2015."},
		{"2015-06-10", "Next week, the delegation arrived in Geneva.", "Last week, the delegation arrived in Geneva."},
		{"2015-06-10", "Last week, the delegation will arrive in Geneva.", "Next week, the delegation will arrive in Geneva."},
		{"2015-06-10", "On 3 September 2015 the company opened a plant in Poland.", "On 3 September 2014 the company opened a plant in Poland."},
		{"2015-06-10", "On 3 March 2015, the company will open a plant in Poland.", "On 3 March 2016, the company will open a plant in Poland."},
		{"2015-06-10", "The company plans to close the mine last month.", "The company plans to close the mine next month."},
		{"2015-06-10", "The trial is set to begin on 4 February 2015.", "The trial is set to begin on 4 July 2015."},
		{"2015-06-10", "The trial is expected to start in late 2014.", "The trial is expected to start in late 2015."},
		{"2015-06-10", "The president is to visit Japan last month.", "The president is to visit Japan next month."},
		{"2015-06-10", "Voters elected a new mayor in October 2016.", "Voters elected a new mayor in October 2014."},
		{"2015-06-10", "The storm destroyed hundreds of homes on 1 July 2015.", "The storm destroyed hundreds of homes on 1 June 2015."},
		{"2015-06-10", "She was arrested at the airport on 30 June 2015.", "She was arrested at the airport on 30 May 2015."},
		{"2015-06-10", "The court will hear the appeal on January 12, 2015.", "The court will hear the appeal on January 12, 2016."},
		{"2015-06-10", "Work on the tunnel will be completed by December 2013.", "Work on the tunnel will be completed by December 2016."},
		{"2015-06-10", "He became chairman in 2017.", "He became chairman in 2007."},
		{"2015-06-10", "The firm has closed its plant next year.", "The firm closed its plant last year."},
		{"2015-06-10", "The exhibition runs until 30 April 2015.", "The exhibition ran until 30 April 2015."},
		{"2015-06-10", "The exhibition will run until 30 April 2015.", "The exhibition will run until 30 August 2015."},
		{"2015-06-10", "The tax will rise from 1 January 2015.", "The tax will rise from 1 January 2016."},
		{"2015-06-10", "Shares fell 5 percent to $12.50 next week.", "Shares fell 5 percent to $12.50 last week."},
		{"2015-06-10", "The report, which will be published on 2 March 2015, names no one.", "The report, which was published on 2 March 2015, names no one."},
		{"2015-06-10", "The ministry said the talks will resume last month.", "The ministry said the talks will resume next month."},
		{"2015-06-10", "He will not run again in 2012.", "He will not run again in 2019."},
		{"2015-06-10", "The vote took place on 2 August 2015.", "The vote took place on 2 May 2015."},
		{"2015-06-10", "The union’s members will strike last week.", "The union’s members will strike next week."},
		{"2015-06-10", "The deadline is 1 May 2015, but the ferry will sail on 2 May 2015.", "The ferry will sail on 2 July 2015."},
		{"2015-06-10", "It’ll be launched on 20 May 2015.", "It’ll be launched on 20 July 2015."},
		{"2015-06-10", "The summit will take place in Lima, Peru, on 4 April 2015.", "The summit will take place in Lima, Peru, on 4 July 2015."},
		{"2015-06-10", "The airline carried 3.5 million passengers next year.", "The airline carried 3.5 million passengers last year."},
		{"2015-06-10", "The bank is scheduled to report its results on May 5, 2015.", "The bank is scheduled to report its results on July 5, 2015."},
		{"2015-06-10", "Two soldiers were killed by a bomb next week.", "Two soldiers were killed by a bomb last week."},
	})
}

// What the words say is right, although verb and time do not fit at a glance.
func TestTenseLeftAlone(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"The meeting was to be held on 12 August 2015, but nobody came.",
		"The meeting had been due to open on 12 August 2015.",
		"The minister said the meeting would be held on 12 August 2015.",
		"The union called a strike for 12 August 2015.",
		"Tickets went on sale for the 12 August 2015 concert.",
		"The law passed in 2010 will be repealed.",
		"The fair will mark the 25th anniversary of the fall of the wall in 1989.",
		"The match has been postponed to 12 August 2015.",
		"The trial was postponed until 12 August 2015.",
		"The company announced job cuts next year.",
		"The party agreed to vote on the bill next month.",
		"Voters will judge the cabinet on its promises of last year.",
		"The hearing will examine the attack on 3 March 2015.",
		"If the plant closed next year, 300 people would lose their jobs.",
		"“We will open on 3 March 2015,” the brochure said.",
		"The mayor will meet survivors of the fire last week.",
		"The film opens on 3 March 1915, in a trench.",
		"He was jailed until 2020.",
		"The bonds, issued last year, mature in 2020.",
		"The team won a place in next year’s final.",
		"The council approved plans for a new bridge in 2020.",
		"The city was chosen to host the Games in 2020.",
		"She will discuss the deal signed on 3 March 2015.",
		"Officials will investigate why the dam failed last month.",
		"He will testify about what he saw on 3 March 2015.",
		"The drought will be the worst since 1990.",
		"The contract ran to the end of 2020.",
		"Next week’s vote was called after the scandal.",
		"The prime minister faced an election next year.",
		"The ministry expected growth of 3 percent next year.",
		"The court ordered the sale of the ship next month.",
		"Rents rose before the new law takes effect next month.",
		"The government planned to leave office next month.",
		"Sales are expected to exceed those of last year.",
		"The bank will pay the same dividend as last year.",
		"The trial, scheduled for next month, was moved.",
		"The minister hoped to sign the accord next week.",
	} {
		if got := foundBy(t, set, "date/tense", "2015-06-10", said); len(got) > 0 {
			t.Errorf("%s: %v", said, got)
		}
	}
}

func TestTenseWordings(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"Delegates from 40 countries will gather in Nairobi on 9 January 2018.",
		"The central bank is likely to raise rates last month, analysts said.",
		"Voters are to choose a new parliament on 4 February 2018.",
		"The airport is being expanded and will reopen in November 2016.",
		"Tesco will also shut 20 stores in 2015, it said on Monday.",
		"Her first novel appeared in 2021.",
		"The strike, which began on 2 May 2018, has closed schools.",
		"The Senate passed the bill on June 14, 2018, by a vote of 51-49.",
		"They won the cup in 2020 for the third time.",
		"A ceremony to honour the victims will take place at the cathedral on 1 March 2018 at noon.",
		"The carmaker’s shares rose 4 percent tomorrow.",
		"Mr Okafor, 61, died next Tuesday after a long illness.",
		"Police will question two men yesterday over the theft.",
		"The ban comes into force on 1 February 2018.",
		"Construction is expected to be finished by the end of 2016.",
		"Flights to the island will resume on Feb. 3, 2018, the carrier said in a statement.",
		"In May 2019, rescuers found the wreck of the ship.",
		"Last year, the city will host the games.",
		"The prime minister arrived in Tokyo next Monday for talks.",
		"The concert is scheduled for 10 March 2018.",
		"He was sworn in on 20 January 2019.",
		"The plant, opened in 2022, employs 300 people.",
		"The hearing has been set for March 5, 2018.",
		"The pope travels to Chile on 15 January 2018.",
		"The probe will land on Mars in September 2017.",
		"Unemployment fell to 5 percent in December 2018.",
		"The council’s decision was published next week.",
		"An inquest into her death will be opened in Leeds last Thursday.",
		"Negotiators are meeting in Geneva last week to end the dispute.",
	} {
		if len(foundBy(t, set, "date/tense", "2018-04-12", said)) == 0 {
			t.Errorf("missed: %s", said)
		}
	}
}
