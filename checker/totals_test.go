package checker

import (
	"math"
	"testing"

	"factcheck/internal/page"
	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/sums"
)

// wrongSum reports whether one of the sums, shares and changes that d states
// cannot be, as the rules that ship compare them.
func wrongSum(d *page.Page) bool {
	for _, c := range sums.Changes(d) {
		if math.Abs(c.Stated-c.Computed) > c.Tolerance && (c.Points == nil || *c.Points != c.Stated) {
			return true
		}
	}
	for _, f := range sums.Totals(d) {
		if math.Abs(f.Whole.Value-f.Computed) > f.Tolerance && (f.Complete || f.Computed > f.Whole.Value) {
			return true
		}
	}
	return false
}

// TestSumsAndChanges has each slip beside its right twin, where one was
// written; a blank where only one of the two was.
func TestSumsAndChanges(t *testing.T) {
	tests := []struct{ wrong, right string }{
		{
			"Profit rose 10 percent to 121 million dollars from 100 million.",
			"Profit rose 10 percent to 121 million dollars from 110 million.",
		},
		{
			"Sales fell from 80 to 60, or 30 percent.",
			"Sales fell from 80 to 60, or 25 percent.",
		},
		{
			"Output was up 5 percent from 200 tonnes to 220 tonnes.",
			"Output was up 10 percent from 200 tonnes to 220 tonnes.",
		},
		{
			"Membership increased by a third from 90 to 100.",
			"Membership increased by a third from 90 to 120.",
		},
		{
			"The number of buses doubled from 20 to 50.",
			"The number of buses doubled from 20 to 40.",
		},
		{
			"The fee was halved to 30 dollars from 80 dollars.",
			"The fee was halved to 30 dollars from 60 dollars.",
		},
		{
			"Unemployment rose from 5.1 percent to 5.6 percent, up 0.7 percentage points.",
			"Unemployment rose from 5.1 percent to 5.6 percent, up 0.5 percentage points.",
		},
		{
			"The central bank cut the rate by half a point to 4.5 percent from 5.25 percent.",
			"The central bank cut the rate by half a point to 4.5 percent from 5 percent.",
		},
		{
			"Exports rose by a quarter, from 4 million to 6 million tonnes.",
			"Exports rose by a quarter, from 4 million to 5 million tonnes.",
		},
		{
			"Visits rose to 90 from 100.",
			"Visits rose to 110 from 100.",
		},
		{
			"The price fell to 120 dollars from 110 dollars.",
			"The price fell to 110 dollars from 120 dollars.",
		},
		{
			"The index lost 12.5 points, or 2.2 percent, to close at 1,010.",
			"The index lost 12.5 points, or 1.2 percent, to close at 1,010.",
		},
		{
			"The index lost 12.5 points to close at 1,010 from 1,025.",
			"The index lost 12.5 points to close at 1,010 from 1,022.5.",
		},
		{
			"The firm cut its workforce from 500 to 420, a loss of 90 jobs.",
			"The firm cut its workforce from 500 to 420, a loss of 80 jobs.",
		},
		{
			"Applications fell from 120 to 100, a drop of 30.",
			"Applications fell from 120 to 100, a drop of 20.",
		},
		{
			"The jobless rate was 5.6 percent in June, up from 5.9 percent in May.",
			"The jobless rate was 5.6 percent in June, up from 5.1 percent in May.",
		},
		{
			"Net income climbed 25 percent to $150 million, compared with $100 million a year earlier.",
			"Net income climbed 50 percent to $150 million, compared with $100 million a year earlier.",
		},
		{
			"Revenue of 150 million euros was up 20 percent from 100 million euros.",
			"Revenue of 150 million euros was up 50 percent from 100 million euros.",
		},
		{
			"Ticket prices will go up from £40 to £50, a 20 percent increase.",
			"Ticket prices will go up from £40 to £50, a 25 percent increase.",
		},
		{
			"The council raised the budget by 10 percent, from $2 million to $2.5 million.",
			"The council raised the budget by 25 percent, from $2 million to $2.5 million.",
		},
		{
			"Attendance dropped by half, from 8,000 to 3,000.",
			"Attendance dropped by half, from 8,000 to 4,000.",
		},
		{
			"The yield slipped to 4.8 percent from 4.6 percent.",
			"The yield slipped to 4.6 percent from 4.8 percent.",
		},
		{
			"Arrests tripled to 240 from 100.",
			"Arrests tripled to 300 from 100.",
		},
		{
			"Crude rose 1.50 dollars to 21.40 dollars a barrel from 18.90 dollars.",
			"Crude rose 2.50 dollars to 21.40 dollars a barrel from 18.90 dollars.",
		},
		{
			"The population grew 20 percent, from 50,000 to 65,000, in ten years.",
			"The population grew 30 percent, from 50,000 to 65,000, in ten years.",
		},
		{
			"Its share of the vote fell six points, from 41 percent to 33 percent.",
			"Its share of the vote fell eight points, from 41 percent to 33 percent.",
		},
		{
			"The number of cases more than doubled to 190 from 100.",
			"The number of cases more than doubled to 210 from 100.",
		},
		{
			"A 15 percent drop in bookings, from 400 to 300, hurt the hotel.",
			"A 25 percent drop in bookings, from 400 to 300, hurt the hotel.",
		},
		{
			"Turnover stood at 121 million dollars, 20 percent higher than the 110 million dollars of last year.",
			"Turnover stood at 121 million dollars, 10 percent higher than the 110 million dollars of last year.",
		},
		{
			"Losses narrowed from $12 million to $15 million.",
			"Losses narrowed from $15 million to $12 million.",
		},
		{
			"The tax will rise from 15 percent to 20 percent, a rise of three percentage points.",
			"The tax will rise from 15 percent to 20 percent, a rise of five percentage points.",
		},
		{
			"The stock gained $3, or 20 percent, to $33.",
			"The stock gained $3, or 10 percent, to $33.",
		},
		{
			"The index closed at 1,010, down 12.5 points, or 2.2 percent.",
			"The index closed at 1,010, down 12.5 points, or 1.2 percent.",
		},
		{
			"Twelve people, seven men and six women, were killed.",
			"Twelve people, seven men and five women, were killed.",
		},
		{
			"12 people were killed: five in Leeds and six in York.",
			"12 people were killed: six in Leeds and six in York.",
		},
		{
			"Of the 40 passengers, 25 were British and 17 French.",
			"Of the 40 passengers, 25 were British and 12 French.",
		},
		{
			"Of the 40 passengers, 25 were British and the other 12 French.",
			"Of the 40 passengers, 25 were British and the other 15 French.",
		},
		{
			"20 people died and 30 were hurt, a total of 60 casualties.",
			"20 people died and 30 were hurt, a total of 50 casualties.",
		},
		{
			"Three more deaths bring the toll to 48 from 44.",
			"Three more deaths bring the toll to 47 from 44.",
		},
		{
			"The case was heard by a 15-member panel of eight judges and six lawyers.",
			"The case was heard by a 15-member panel of nine judges and six lawyers.",
		},
		{
			"The charity raised 5 million dollars, 3 million from banks and 1 million from shops.",
			"The charity raised 5 million dollars, 3 million from banks and 2 million from shops.",
		},
		{
			"The poll found 45 percent for, 40 percent against and 25 percent undecided.",
			"The poll found 45 percent for, 40 percent against and 15 percent undecided.",
		},
		{
			"They visited five countries: Peru, Chile, Brazil and Bolivia.",
			"They visited four countries: Peru, Chile, Brazil and Bolivia.",
		},
		{
			"The blast killed 12 people. Seven were men and six were women.",
			"The blast killed 12 people. Seven were men and five were women.",
		},
		{
			"The blast killed 12 people. Nine of them were soldiers. The other four were farmers.",
			"The blast killed 12 people. Nine of them were soldiers. The other three were farmers.",
		},
		{
			"Three people - two soldiers and two civilians - were hurt.",
			"Three people - two soldiers and one civilian - were hurt.",
		},
		{
			"The motion passed by 51 votes to 48, a majority of 5.",
			"The motion passed by 51 votes to 48, a majority of 3.",
		},
		{
			"The bill was approved 270-150, a majority of 130.",
			"The bill was approved 270-150, a majority of 120.",
		},
		{
			"It was carried by 61 to 38, a margin of 13.",
			"It was carried by 61 to 38, a margin of 23.",
		},
		{
			"She beat Smith by 15 points, 52 percent to 41 percent.",
			"She beat Smith by 11 points, 52 percent to 41 percent.",
		},
		{
			"About 30 percent, or 12 of the 50 members, stayed away.",
			"",
		},
		{
			"Some voted no: 30 percent, or 12 of the 50 members.",
			"Some voted no: 24 percent, or 12 of the 50 members.",
		},
		{
			"Three of the 12 boats, or a third, were lost.",
			"Three of the 12 boats, or a quarter, were lost.",
		},
		{
			"Half of the 300 workers, 120 people, will go.",
			"Half of the 300 workers, 150 people, will go.",
		},
		{
			"One in five (25 percent) said no.",
			"One in five (20 percent) said no.",
		},
		{
			"Two-thirds (60 percent) said no.",
			"Two-thirds (67 percent) said no.",
		},
		{
			"Police arrested 30 protesters (18 men and 14 women).",
			"Police arrested 30 protesters (18 men and 12 women).",
		},
		{
			"The fleet has 20 aircraft: 12 fighters and seven bombers.",
			"The fleet has 20 aircraft: 13 fighters and seven bombers.",
		},
		{
			"The group is made up of 10 members, six from Ghana and five from Togo.",
			"The group is made up of 10 members, six from Ghana and four from Togo.",
		},
		{
			"Six miners and four rescuers died, 11 people in all.",
			"Six miners and four rescuers died, 10 people in all.",
		},
		{
			"The party won by a 30-vote margin, 150 to 130.",
			"The party won by a 20-vote margin, 150 to 130.",
		},
		{
			"The jury of seven men and six women (13) left. Twelve jurors, seven men and four women, returned.",
			"",
		},
		{
			"The three ministers - Anna Bell, John Reed, Karl Weiss and Peter Hall - resigned.",
			"The four ministers - Anna Bell, John Reed, Karl Weiss and Peter Hall - resigned.",
		},
		{
			"Operating profit increased 12 per cent, from £200m to £250m.",
			"Operating profit increased 25 per cent, from £200m to £250m.",
		},
		{
			"Sales plunged 40% to $60 million in the quarter from $80 million a year earlier.",
			"Sales plunged 25% to $60 million in the quarter from $80 million a year earlier.",
		},
		{
			"The number of murders fell by 20 percent last year, to 300 from 400 in 1995.",
			"The number of murders fell by 25 percent last year, to 300 from 400 in 1995.",
		},
		{
			"A total of 48 people were injured, 20 of them in Lyon and 30 in Nice.",
			"A total of 50 people were injured, 20 of them in Lyon and 30 in Nice.",
		},
		{
			"The collision left 15 people dead -- eight men, five women and three children.",
			"The collision left 15 people dead -- eight men, five women and two children.",
		},
		{
			"Lawmakers voted 61-38 for the bill, a margin of 21 votes.",
			"Lawmakers voted 61-38 for the bill, a margin of 23 votes.",
		},
		{
			"The vote was 218 to 210, giving the government a majority of 12.",
			"The vote was 218 to 210, giving the government a majority of 8.",
		},
		{
			"Gasoline went from $2.00 to $2.50 a gallon, a jump of 35 percent.",
			"Gasoline went from $2.00 to $2.50 a gallon, a jump of 25 percent.",
		},
		{
			"The minimum wage will be raised by 50 cents to $5.25 an hour from $4.50.",
			"The minimum wage will be raised by 75 cents to $5.25 an hour from $4.50.",
		},
		{
			"The workforce will shrink by a fifth, from 2,500 to 1,800.",
			"The workforce will shrink by a fifth, from 2,500 to 2,000.",
		},
		{
			"The court has nine judges, six men and four women.",
			"The court has nine judges, five men and four women.",
		},
		{
			"Of the nine judges, five are men and three are women.",
			"Of the nine judges, five are men and four are women.",
		},
		{
			"The team of 12 (eight doctors and five nurses) flew to Peru.",
			"The team of 12 (eight doctors and four nurses) flew to Peru.",
		},
		{
			"Two officers and four sailors were aboard, seven in all.",
			"Two officers and four sailors were aboard, six in all.",
		},
		{
			"The bank posted a loss of 40 million euros, against 25 million a year before, an increase of 80 percent.",
			"The bank posted a loss of 40 million euros, against 25 million a year before, an increase of 60 percent.",
		},
		{
			"Inflation slowed to 3.1 percent in May from 2.9 percent in April.",
			"Inflation slowed to 2.9 percent in May from 3.1 percent in April.",
		},
		{
			"The dollar climbed to 110.20 yen from 111.05 yen.",
			"The dollar climbed to 111.05 yen from 110.20 yen.",
		},
		{
			"Only 18 of the 60 lawmakers (40 percent) turned up.",
			"Only 18 of the 60 lawmakers (30 percent) turned up.",
		},
		{
			"Sixty percent of the 200 students, or 140, passed.",
			"Sixty percent of the 200 students, or 120, passed.",
		},
		{
			"A quarter of the company's 800 workers, or 250 people, will lose their jobs.",
			"A quarter of the company's 800 workers, or 200 people, will lose their jobs.",
		},
		{
			"In the survey, 52 percent said yes, 41 percent said no and 17 percent had no opinion.",
			"In the survey, 52 percent said yes, 41 percent said no and seven percent had no opinion.",
		},
		{
			"The province has 12 seats: seven for Labour and six for the Greens.",
			"The province has 13 seats: seven for Labour and six for the Greens.",
		},
		{
			"Labour won seven seats and the Greens six, for a total of 14.",
			"Labour won seven seats and the Greens six, for a total of 13.",
		},
		{
			"Police detained 24 people, including 15 men and 12 women.",
			"Police detained 24 people, including 15 men and seven women.",
		},
		{
			"The three Baltic states, Estonia, Latvia, Lithuania and Finland, signed.",
			"",
		},
		{
			"Rescuers found 10 bodies. Six were in the cabin and five were on the shore.",
			"Rescuers found 10 bodies. Six were in the cabin and four were on the shore.",
		},
		{
			"Ten climbers were on the mountain. Four have been rescued; the remaining seven are missing.",
			"Ten climbers were on the mountain. Four have been rescued; the remaining six are missing.",
		},
		{
			"The price of a ticket more than tripled, from $10 to $25.",
			"The price of a ticket more than tripled, from $10 to $35.",
		},
		{
			"The project will cost $30 million, of which $20 million comes from the state and $15 million from the city.",
			"The project will cost $30 million, of which $20 million comes from the state and $10 million from the city.",
		},
		{
			"The shares closed at 250 pence, up 10p, or 10 percent.",
			"The shares closed at 260 pence, up 10p, or 4 percent.",
		},
		{
			"Turnout was 52 percent, eight points lower than the 65 percent in 1992.",
			"Turnout was 52 percent, 13 points lower than the 65 percent in 1992.",
		},
		{
			"Five more bodies were found, raising the toll from 47 to 54.",
			"Five more bodies were found, raising the toll from 47 to 52.",
		},
		{
			"Net profit for the year was up 15 percent at 460 million francs, compared with 360 million in 1995.",
			"Net profit for the year was up 15 percent at 414 million francs, compared with 360 million in 1995.",
		},
		{
			"Imports declined to 18.5 billion dollars from 20.1 billion dollars, a fall of 12 percent.",
			"Imports declined to 18.5 billion dollars from 20.1 billion dollars, a fall of 8 percent.",
		},
		{
			"The trade surplus widened 30 percent to $2.2 billion in March from $2.0 billion in February.",
			"The trade surplus widened 10 percent to $2.2 billion in March from $2.0 billion in February.",
		},
		{
			"The Hang Seng Index ended 150 points higher at 12,650, up 2.2 percent.",
			"",
		},
		{
			"The index rose 150 points, or 2.2 percent, to finish at 12,650.",
			"The index rose 150 points, or 1.2 percent, to finish at 12,650.",
		},
		{
			"The index shed 25.50 points (0.8 percent) to 5,074.50.",
			"The index shed 25.50 points (0.5 percent) to 5,074.50.",
		},
		{
			"Gold closed at 345.20 dollars an ounce, up from 346.50 dollars on Tuesday.",
			"Gold closed at 345.20 dollars an ounce, down from 346.50 dollars on Tuesday.",
		},
		{
			"Gold opened at 345.20 dollars an ounce, down 2.30 dollars from 346.50 dollars.",
			"Gold opened at 345.20 dollars an ounce, down 1.30 dollars from 346.50 dollars.",
		},
		{
			"Production fell 8.5 percent to 91,500 vehicles against 110,000 a year ago.",
			"Production fell 16.8 percent to 91,500 vehicles against 110,000 a year ago.",
		},
		{
			"The company, which employs 900 people, said it would cut 120 jobs, reducing its staff from 900 to 800.",
			"",
		},
		{
			"The airline will cut its fleet by 12 planes, from 60 to 50.",
			"The airline will cut its fleet by 10 planes, from 60 to 50.",
		},
		{
			"The tariff would be reduced from 30 percent to 20 percent, a cut of 15 percentage points.",
			"The tariff would be reduced from 30 percent to 20 percent, a cut of 10 percentage points.",
		},
		{
			"Support for the party has jumped from 22 percent to 31 percent, a gain of 11 points.",
			"Support for the party has jumped from 22 percent to 31 percent, a gain of nine points.",
		},
		{
			"Support for the ruling party dropped 4 points to 38 percent from 45 percent in March, a poll showed.",
			"Support for the ruling party dropped 7 points to 38 percent from 45 percent in March, a poll showed.",
		},
		{
			"Exports have almost doubled since 1990, to 300,000 tonnes from 100,000 tonnes.",
			"Exports have almost doubled since 1990, to 190,000 tonnes from 100,000 tonnes.",
		},
		{
			"The 40 percent increase took the fare from $1.00 to $1.25.",
			"The 25 percent increase took the fare from $1.00 to $1.25.",
		},
		{
			"The fare will go up 40 percent, from one dollar to 1.25 dollars.",
			"The fare will go up 25 percent, from one dollar to 1.25 dollars.",
		},
		{
			"Membership stood at 4,500 last year, a 20 percent decline from 5,000 in 1990.",
			"Membership stood at 4,500 last year, a 10 percent decline from 5,000 in 1990.",
		},
		{
			"The crash killed 10 people -- six passengers and five crew members.",
			"The crash killed 10 people -- six passengers and four crew members.",
		},
		{
			"The dead were 11 Indians, four Nepalis and two Britons, a total of 18 people.",
			"The dead were 11 Indians, four Nepalis and two Britons, a total of 17 people.",
		},
		{
			"All 17 dead have been named: 11 Indians, four Nepalis and three Britons.",
			"All 17 dead have been named: 11 Indians, four Nepalis and two Britons.",
		},
		{
			"Twenty-six people, including 14 women and 13 men, were taken to hospital.",
			"",
		},
		{
			"The 250-seat assembly has 120 Socialists, 90 Liberals and 50 Greens.",
			"The 250-seat assembly has 120 Socialists, 80 Liberals and 50 Greens.",
		},
		{
			"The coalition holds 130 of the 250 seats, the opposition the remaining 110.",
			"The coalition holds 130 of the 250 seats, the opposition the remaining 120.",
		},
		{
			"The senate voted 54 to 45 to confirm him, a 12-vote margin.",
			"The senate voted 54 to 45 to confirm him, a nine-vote margin.",
		},
		{
			"Clinton led Dole by 15 points, 51 percent to 39 percent.",
			"Clinton led Dole by 12 points, 51 percent to 39 percent.",
		},
		{
			"Smith won 5,200 votes to 4,900 for Jones, a margin of 500.",
			"Smith won 5,200 votes to 4,900 for Jones, a margin of 300.",
		},
		{
			"Smith polled 5,200 votes and Jones 4,900, a majority of 500.",
			"Smith polled 5,200 votes and Jones 4,900, a majority of 300.",
		},
		{
			"Thirty of the 120 workers -- one in five -- were ill.",
			"Thirty of the 120 workers -- one in four -- were ill.",
		},
		{
			"Nearly half, or 30 of the 90 houses, were destroyed.",
			"",
		},
		{
			"Forty-five percent (90 of 180) agreed.",
			"Fifty percent (90 of 180) agreed.",
		},
		{
			"Of 500 people asked, 60 percent agreed, 35 percent disagreed and 15 percent did not know.",
			"Of 500 people asked, 60 percent agreed, 35 percent disagreed and 5 percent did not know.",
		},
		{
			"The fund will spend 90 million dollars, 60 million on roads and 40 million on schools.",
			"The fund will spend 90 million dollars, 60 million on roads and 30 million on schools.",
		},
		{
			"The four signatories are Peru, Chile, Brazil, Bolivia and Ecuador.",
			"",
		},
		{
			"The three -- Anna Bell, John Reed, Karl Weiss and Peter Hall -- resigned.",
			"",
		},
		{
			"Two men - John Reed, Karl Weiss and Peter Hall - were charged.",
			"Three men - John Reed, Karl Weiss and Peter Hall - were charged.",
		},
		{
			"The tanker carried 60,000 tonnes of oil, 40,000 tonnes of crude and 30,000 tonnes of diesel.",
			"",
		},
		{
			"The government plans to shed 3,000 civil servants, cutting the total from 25,000 to 21,000.",
			"The government plans to shed 3,000 civil servants, cutting the total from 25,000 to 22,000.",
		},
		{
			"Exports totalled $4.4 billion in 1996, a 20-percent rise from the $4.0 billion recorded in 1995.",
			"Exports totalled $4.4 billion in 1996, a 10-percent rise from the $4.0 billion recorded in 1995.",
		},
		{
			"The price was raised to 60 cents from 50 cents, an increase of 30 percent.",
			"The price was raised to 60 cents from 50 cents, an increase of 20 percent.",
		},
		{
			"The airline's load factor improved 3.5 percentage points to 68.5 percent from 66 percent.",
			"The airline's load factor improved 2.5 percentage points to 68.5 percent from 66 percent.",
		},
		{
			"The bank raised its discount rate by 25 basis points, from 5.25 percent to 5.75 percent.",
			"The bank raised its discount rate by 50 basis points, from 5.25 percent to 5.75 percent.",
		},
		{
			"The jobless total fell by 15,000 to 1.25 million from 1.28 million.",
			"The jobless total fell by 30,000 to 1.25 million from 1.28 million.",
		},
		{
			"Hotel occupancy was 80 percent, compared to 72 percent a year before, an increase of five points.",
			"Hotel occupancy was 80 percent, compared to 72 percent a year before, an increase of eight points.",
		},
		{
			"Rents climbed from 400 dollars a month to 600 dollars a month, up 40 percent.",
			"Rents climbed from 400 dollars a month to 600 dollars a month, up 50 percent.",
		},
		{
			"Shares in the firm rose 8 pence, or 6.5 percent, to 208 pence.",
			"Shares in the firm rose 8 pence, or 4 percent, to 208 pence.",
		},
		{
			"The benchmark index gained 20.15 points, or 3.0 percent, to 1,020.15.",
			"The benchmark index gained 20.15 points, or 2.0 percent, to 1,020.15.",
		},
		{
			"Fourteen people were killed and 36 wounded in the attacks, a total of 60 casualties.",
			"Fourteen people were killed and 36 wounded in the attacks, a total of 50 casualties.",
		},
		{
			"Eleven Palestinians and three Israelis died on Sunday, 15 people in all.",
			"Eleven Palestinians and three Israelis died on Sunday, 14 people in all.",
		},
		{
			"The delegation consists of 18 members: 10 from the Senate and seven from the House.",
			"The delegation consists of 18 members: 10 from the Senate and eight from the House.",
		},
		{
			"The dead -- nine Tamils and six Sinhalese, 16 altogether -- were buried.",
			"",
		},
		{
			"A convoy of 30 trucks, 18 carrying food and 14 carrying medicine, left on Sunday.",
			"",
		},
		{
			"Seventeen people were rescued -- twelve men, three women and three children.",
			"Seventeen people were rescued -- eleven men, three women and three children.",
		},
		{
			"The 40 hostages, 26 men and 16 women, were flown home.",
			"The 40 hostages, 26 men and 14 women, were flown home.",
		},
		{
			"Four people were hurt: two policemen, a bystander and two soldiers.",
			"Four people were hurt: a policeman, a bystander and two soldiers.",
		},
		{
			"Of the 22 people on board, 14 survived and the remaining nine are missing.",
			"Of the 22 people on board, 14 survived and the remaining eight are missing.",
		},
		{
			"Fifteen of the 24 crew members were picked up. The other eight are feared drowned.",
			"Fifteen of the 24 crew members were picked up. The other nine are feared drowned.",
		},
		{
			"The quake killed 31 people. Eighteen of the victims were children and 15 were adults.",
			"The quake killed 31 people. Eighteen of the victims were children and 13 were adults.",
		},
		{
			"The resolution was adopted by 78 votes to 54, a majority of 34.",
			"The resolution was adopted by 78 votes to 54, a majority of 24.",
		},
		{
			"The lower house backed the treaty by 310 to 250, giving supporters a margin of 50.",
			"The lower house backed the treaty by 310 to 250, giving supporters a margin of 60.",
		},
		{
			"The party won 45 percent of the vote against 38 percent for its rival, a lead of nine points.",
			"The party won 45 percent of the vote against 38 percent for its rival, a lead of seven points.",
		},
		{
			"Twelve of the 48 countries, or 30 percent, have ratified the pact.",
			"Twelve of the 48 countries, or 25 percent, have ratified the pact.",
		},
		{
			"Three out of four doctors (65 percent) are against the plan.",
			"Three out of four doctors (75 percent) are against the plan.",
		},
		{
			"The survey said 55 percent approved, 38 percent disapproved and 12 percent were undecided.",
			"The survey said 55 percent approved, 38 percent disapproved and 7 percent were undecided.",
		},
		{
			"The president will visit four countries -- Egypt, Jordan and Syria -- next month.",
			"The president will visit three countries -- Egypt, Jordan and Syria -- next month.",
		},
		{
			"He named three new ministers: Anna Bell, John Reed, Karl Weiss and Peter Hall.",
			"",
		},
		{
			"The deal is worth 90 million dollars: 50 million in cash and 30 million in shares.",
			"The deal is worth 90 million dollars: 60 million in cash and 30 million in shares.",
		},
		{
			"The budget of $12 billion comprises $7 billion for schools and $6 billion for roads.",
			"",
		},
		{
			"The island's population halved between 1950 and 1990, from 900 to 300.",
			"The island's population halved between 1950 and 1990, from 900 to 450.",
		},
		{
			"The ministry said 30 people had died and 70 were missing, putting the total at 110.",
			"The ministry said 30 people had died and 70 were missing, putting the total at 100.",
		},
		{
			"The 32-strong squad -- 20 men and 14 women -- will fly out on Friday.",
			"The 32-strong squad -- 20 men and 12 women -- will fly out on Friday.",
		},
		{
			"Both sides lost men: the army said 24 had died, 15 soldiers and 10 policemen.",
			"Both sides lost men: the army said 25 had died, 15 soldiers and 10 policemen.",
		},
		{
			"Altogether 45 tourists - 30 Germans and 14 Swiss - were stranded.",
			"Altogether 44 tourists - 30 Germans and 14 Swiss - were stranded.",
		},
		{
			"Their estate was split between two sons and four daughters, five children in all.",
			"",
		},
		{
			"The six victims - four men and three women - were named on Monday.",
			"The six victims - four men and two women - were named on Monday.",
		},
		{
			"Seven of the nine members voted in favour and three against.",
			"Seven of the nine members voted in favour and two against.",
		},
		{
			"The group has pledged 400 million dollars: 250 million in loans and 100 million in grants.",
			"The group has pledged 400 million dollars: 250 million in loans and 150 million in grants.",
		},
		{
			"Police found nine weapons (five rifles and three pistols).",
			"Police found eight weapons (five rifles and three pistols).",
		},
		{
			"Nineteen people, among them 12 men and eight women, were held.",
			"",
		},
		{
			"The strike involved 1,200 workers, 700 in Lille and 600 in Nantes.",
			"The strike involved 1,300 workers, 700 in Lille and 600 in Nantes.",
		},
		{
			"The firm earned 6.1 million pounds in the half, up 30 percent on the 5.1 million pounds of a year ago.",
			"The firm earned 6.1 million pounds in the half, up 20 percent on the 5.1 million pounds of a year ago.",
		},
		{
			"A barrel now costs 22 dollars, compared with 20 dollars a week ago, up 15 percent.",
			"A barrel now costs 22 dollars, compared with 20 dollars a week ago, up 10 percent.",
		},
		{
			"First-half profit was 84 million francs, a 40 percent increase over the 70 million francs of 1996.",
			"First-half profit was 84 million francs, a 20 percent increase over the 70 million francs of 1996.",
		},
		{
			"The top rate would drop from 50 percent to 40 percent, down 12 points.",
			"The top rate would drop from 50 percent to 40 percent, down 10 points.",
		},
		{
			"Listeners have fallen by 200,000 since January, from 1.5 million to 1.2 million.",
			"Listeners have fallen by 300,000 since January, from 1.5 million to 1.2 million.",
		},
		{
			"From 80 cents in January the price has risen to 1.00 dollar, a 30 percent rise.",
			"From 80 cents in January the price has risen to 1.00 dollar, a 25 percent rise.",
		},
		{
			"Unemployment edged up to 7.3 percent in April from 7.5 percent in March.",
			"Unemployment edged up to 7.5 percent in April from 7.3 percent in March.",
		},
		{
			"Sugar closed down 4 cents at 310 cents, against 306 cents on Monday.",
			"Sugar closed up 4 cents at 310 cents, against 306 cents on Monday.",
		},
		{
			"The toll rose by five to 62, from 59 on Sunday.",
			"The toll rose by three to 62, from 59 on Sunday.",
		},
		{
			"Parliament approved the budget by 245 votes to 201, a majority of 54.",
			"Parliament approved the budget by 245 votes to 201, a majority of 44.",
		},
		{
			"By a majority of 20 (150-135), the house rejected the motion.",
			"By a majority of 15 (150-135), the house rejected the motion.",
		},
		{
			"The no camp won with 53 percent to the yes camp's 47 percent, a gap of 10 points.",
			"The no camp won with 53 percent to the yes camp's 47 percent, a gap of six points.",
		},
		{
			"The incumbent has a 12-point lead, 48 percent to 40 percent.",
			"The incumbent has an eight-point lead, 48 percent to 40 percent.",
		},
		{
			"Forty of the school's 160 pupils, a third, were absent.",
			"Forty of the school's 160 pupils, a quarter, were absent.",
		},
		{
			"Out of 250 cases, 50, or 25 percent, were serious.",
			"Out of 250 cases, 50, or 20 percent, were serious.",
		},
		{
			"One in four people -- 30 percent -- agreed.",
			"One in four people -- 25 percent -- agreed.",
		},
		{
			"Seventy percent were in favour, 25 percent opposed and 10 percent undecided.",
			"Seventy percent were in favour, 25 percent opposed and five percent undecided.",
		},
		{
			"The six founders are France, Germany, Italy, Belgium and the Netherlands.",
			"",
		},
		{
			"The bomb wounded 14 people. Nine were soldiers and six were civilians.",
			"The bomb wounded 14 people. Eight were soldiers and six were civilians.",
		},
		{
			"The board has 11 directors. They are seven men and five women.",
			"The board has 12 directors. They are seven men and five women.",
		},
	}
	for _, tt := range tests {
		if !wrongSum(pagetest.Read(t, pagetest.Story(tt.wrong))) {
			t.Errorf("nothing wrong with: %s", tt.wrong)
		}
		if tt.right != "" && wrongSum(pagetest.Read(t, pagetest.Story(tt.right))) {
			t.Errorf("something wrong with: %s", tt.right)
		}
	}
}

// TestSumsLeftAlone has sentences whose numbers only look as if they did not
// add up.
func TestSumsLeftAlone(t *testing.T) {
	for _, said := range []string{
		"The storm killed 12 people in Ghana, seven in Togo and six in Mali.",
		"In Ghana 12 people died, seven in Togo and six in Mali.",
		"He bought 12 apples, seven pears and six plums.",
		"Twelve people were arrested, seven were charged and six were fined.",
		"Twelve people, including seven children and six foreigners, were hurt.",
		"About 20 people, nine men and eight women, took part.",
		"More than 40 people, 25 soldiers and 20 civilians, were hurt.",
		"At least 12 people were killed, seven in Leeds and six in York.",
		"The company has 300 branches: 120 in France and 80 in Spain are profitable.",
		"Profit rose 10 percent to 121 million dollars on sales of 500 million, up from 450 million.",
		"The yen rose to 110.20 to the dollar from 111.05.",
		"Shares rose 5 percent in early trade before closing at 100, down from 102.",
		"The index rose 3.2 points to 1,010.5, while the broader gauge fell from 500 to 498.",
		"He moved up to second place with 14 points from seven games.",
		"Smith shot a 68 to move to 12 under from 9 under.",
		"The rate was cut from 5 percent to 4.5 percent, its third cut in 10 months.",
		"The budget grew from 2 million to 3 million dollars, or 25 dollars for each resident.",
		"Turnout was 60 percent, up from 55 percent in 1992 and 50 percent in 1988.",
		"The fee rose 5 percent last year and 10 percent this year to 121 dollars from 100.",
		"Wheat fell 2 cents to 340 cents, corn lost 3 cents to 280 cents and oats rose 1 cent to 150 cents.",
		"The Dow was down 12.50 points at 6,500.20, having been down 60 points earlier.",
		"The Dow fell 12.50 points to 6,500.20, up from a low of 6,440.10.",
		"The stock fell from 120 to 100 on Monday, before rising 10 percent on Tuesday to 110.",
		"Sales rose 10 percent to 121 million, or 15 percent at constant exchange rates, from 110 million.",
		"Sales, at 121 million, were up 10 percent on the quarter and 21 percent from 100 million a year ago.",
		"Forty percent said they would vote for the bill, 35 percent trusted the mayor and 50 percent were satisfied.",
		"Sixty percent of men and 55 percent of women were in favour and 42 percent against.",
		"The three countries, France, Britain and the United States, agreed.",
		"The two countries, Trinidad and Tobago and Guyana, agreed.",
		"He met the two leaders: Boris Yeltsin, president of Russia, and Bill Clinton.",
		"The two teams - Ajax, PSV - meet again.",
		"The five nations - Britain, China, France, Russia and the United States - are permanent members.",
		"Three officials - from Peru, Chile, Brazil and Bolivia - signed.",
		"The bill passed 51-48, with a majority of Democrats and 5 Republicans in favour.",
		"The Lakers won 102-98 after a lead of 12 at half-time.",
		"They lead the series 3-2 by a margin of one.",
		"With a 12-point lead they won 102-98.",
		"Ajax won by a margin of 3 goals, 4-1.",
		"Smith beat Jones by 12 points in round one, 52 percent to 41 percent in round two.",
		"The vote was 51-48, three short of the 54 votes needed.",
		"A quarter of the 800 workers, or about 190, will go.",
		"Half of the 300 workers, 40 of them women, will go.",
		"Two of the four men, or their lawyers, agreed.",
		"One in five, or 20 percent, agreed.",
		"The number of cases rose to 1,200 from 1,000, the 20 percent increase being the third in a row.",
		"Three more people died, bringing the toll to 48.",
		"Three people died on Monday, bringing to 48 the toll from 12 days of fighting.",
		"Five of the 12 hostages were freed on Monday and three on Tuesday; the other two groups remain.",
		"The troupe has 15 members, ten dancers and three singers among them.",
		"He has three children, two sons and a daughter.",
		"He has four children, two sons and two daughters, and six grandchildren.",
		"Two men and a woman, three people in all, were held.",
		"The jury of 12, seven women and five men, retired.",
		"The bomb killed 12 people. Five others were hurt.",
		"The bomb killed 12 people. Seven of the wounded were women and nine were men.",
		"Police arrested 12 people. Three were released and ten were charged.",
		"Six soldiers died. Two were killed on Monday, three on Tuesday and two policemen on Friday.",
		"The group earned 20 million dollars, 12 million dollars more than in 1995 and 3 million more than expected.",
		"It spent 5 million dollars, 2 million more than planned and 4 million less than feared.",
		"Oil rose 50 cents to 20.50 dollars from Friday's 20.00 dollars.",
		"The two men, 34 and 36, were held.",
		"Of the 20 games, they won 12 and lost seven, and one was rained off.",
		"The pound rose to 1.6350 dollars from 1.6300 and to 2.80 marks from 2.79.",
		"The pound fell to 1.6300 dollars from 1.6350 and rose to 2.80 marks from 2.79.",
		"The death rate fell to 5 in 1,000 from 8 in 1,000.",
		"The share fell to one in four from one in three.",
		"Output rose by 2 percent in May, from 1 percent in April.",
		"Growth slowed by 2 percent to 3 percent from a year ago, from 5 percent.",
		"The government raised the fee to 120 from 100 dollars for 50 percent of users.",
		"Prices rose 0.5 percent in June after a 0.3 percent rise in May, taking the annual rate to 4.5 percent from 4.3 percent.",
		"Consumer prices rose 0.5 percent in June, lifting annual inflation to 3.5 percent from 3.3 percent.",
		"The deficit was cut to 3 percent of GDP from 5 percent, or 20 billion dollars.",
		"Losses rose to 5 million dollars from 3 million, or 2 dollars a share.",
		"Arrivals fell 12 percent to 880 in May from the month before and 5 percent from 1,020 a year ago.",
		"Shares closed at 105, up 5 on the day but down from 120 a week ago.",
		"Shares rose as high as 105 before slipping back to 101 from 103.",
		"More than 60 percent of the 50 members, or 32, agreed.",
		"The party took 45 percent, down from 48 percent, with 38 percent for its rival, up from 35 percent.",
		"The United States won seven gold, six silver and five bronze medals, 18 in all.",
		"Two planes, four helicopters and 60 people took part, 15 in all from Spain.",
		"It carried 60 passengers and eight crew, of whom 20 passengers and two crew died, a total of 22.",
		"A group of 12 people, seven from Peru, left; six from Chile stayed.",
		"Ten people were hurt, four seriously, and eight were treated at the scene.",
		"At least 10 people were hurt, three of them children and eight of them women.",
		"They won 10 seats, up from seven, and lost three.",
		"The team scored 12 goals: seven in the first half, three in the second and two in extra time.",
		"The crew of 15, ten men and five women, is safe.",
		"Twelve people, seven cars and six boats were lost.",
		"Police arrested 12 people, charged seven and released six.",
		"The visitors won 12 of its 20 games, losing seven.",
		"The storm killed 12 people and injured 30. Seven were children.",
		"He has two sons, three daughters and six grandchildren.",
		"Twelve people were hurt, five seriously.",
		"The bank has 300 branches, 120 in France and 80 in Spain, and employs 4,000 people.",
		"Nine soldiers and five civilians were killed, 14 people altogether.",
		"The bill passed with 320 voting for and 310 against, a majority of 10.",
		"Five more bodies were found, bringing the death toll to 52 from 47.",
		"He won five medals: two golds, a silver and two bronzes.",
		"Car sales in May dropped by more than a quarter, to 7,000 from 10,000 in April.",
	} {
		if d := pagetest.Read(t, pagetest.Story(said)); wrongSum(d) {
			t.Errorf("something wrong with: %s", said)
		}
	}
}
