package checker

import (
	"testing"

	"factcheck/internal/page/pagetest"
)

// TestPartings has sums, differences and changes in the words of reports, each
// slip beside its right twin.
func TestPartings(t *testing.T) {
	for _, tt := range []struct{ wrong, right string }{
		{"The crash killed 14 people: eight passengers, four crew and a mechanic.", "The crash killed 13 people: eight passengers, four crew and a mechanic."},
		{"Of the 36 victims, 21 were adults and 13 were children.", "Of the 34 victims, 21 were adults and 13 were children."},
		{"Fighting left 21 dead - 12 rebels and eight soldiers.", "Fighting left 20 dead - 12 rebels and eight soldiers."},
		{"Nineteen people died in the two attacks, 11 in the first and seven in the second.", "Nineteen people died in the two attacks, 12 in the first and seven in the second."},
		{"The airline ordered 50 planes, 25 from Boeing and 15 from Airbus.", "The airline ordered 40 planes, 25 from Boeing and 15 from Airbus."},
		{"The airline ordered 25 planes from Boeing and 15 from Airbus, 50 in all.", "The airline ordered 25 planes from Boeing and 15 from Airbus, 40 in all."},
		{"A total of 31 schools, 16 in the north and 12 in the south, will close.", "A total of 28 schools, 16 in the north and 12 in the south, will close."},
		{"The loan of $80 million comprises $45 million for water and $30 million for power.", "The loan of $75 million comprises $45 million for water and $30 million for power."},
		{"Police seized 18 weapons, nine pistols and eight rifles.", "Police seized 17 weapons, nine pistols and eight rifles."},
		{"The team finished with 14 medals: four gold, three silver and five bronze.", "The team finished with 12 medals: four gold, three silver and five bronze."},
		{"The team won four gold, three silver and five bronze medals, 14 in total.", "The team won four gold, three silver and five bronze medals, 12 in total."},
		{"The two sides exchanged 41 prisoners, 24 Azeris and 15 Armenians.", "The two sides exchanged 39 prisoners, 24 Azeris and 15 Armenians."},
		{"Of the 120 seats, the Socialists won 65, the Liberals 30 and the Greens 35.", "Of the 120 seats, the Socialists won 65, the Liberals 30 and the Greens 25."},
		{"The Socialists won 65 of the 120 seats, the Liberals 30 and the Greens 35.", "The Socialists won 65 of the 120 seats, the Liberals 30 and the Greens 25."},
		{"There were 46 people aboard, 42 passengers and six crew members.", "There were 46 people aboard, 40 passengers and six crew members."},
		{"The family sold 300 hectares, 180 of them to the state and the other 130 to farmers.", "The family sold 300 hectares, 180 of them to the state and the other 120 to farmers."},
		{"Only 15 of the 40 rooms are heated; the other 24 stay cold.", "Only 16 of the 40 rooms are heated; the other 24 stay cold."},
		{"Three were killed in Baghdad, six in Mosul and two in Basra, for a total of 12.", "Three were killed in Baghdad, six in Mosul and two in Basra, for a total of 11."},
		{"Seven women and four men make up the 12-member panel.", "Seven women and four men make up the 11-member panel."},
		{"The 12-member panel has seven women and four men.", "The 11-member panel has seven women and four men."},
		{"The bus was carrying 33 tourists, 20 of them German, eight Dutch and three Belgian.", "The bus was carrying 31 tourists, 20 of them German, eight Dutch and three Belgian."},
		{"Aid reached 8,000 families, 4,500 in the city and 3,000 in the villages.", "Aid reached 7,500 families, 4,500 in the city and 3,000 in the villages."},
		{"Britain sent 330 troops, France 200 and Germany 100, for a total of 620.", "Britain sent 320 troops, France 200 and Germany 100, for a total of 620."},
		{"The vote was 212-201, a margin of 12.", "The vote was 212-201, a margin of 11."},
		{"The resolution was adopted by 98 votes to 44, a majority of 64.", "The resolution was adopted by 98 votes to 44, a majority of 54."},
		{"Labour took 45 percent and the Tories 33 percent, giving Labour a lead of 15 points.", "Labour took 45 percent and the Tories 33 percent, giving Labour a lead of 12 points."},
		{"Smith leads Jones by nine points, 48 percent to 41 percent.", "Smith leads Jones by seven points, 48 percent to 41 percent."},
		{"With a nine-point lead over Jones, 48 percent to 41 percent, Smith looked safe.", "With a seven-point lead over Jones, 48 percent to 41 percent, Smith looked safe."},
		{"Smith beat Jones by 240 votes, 1,520 to 1,380.", "Smith beat Jones by 140 votes, 1,520 to 1,380."},
		{"Smith finished with 1,520 votes, 240 ahead of Jones on 1,380.", "Smith finished with 1,520 votes, 140 ahead of Jones on 1,380."},
		{"The film took 31 million dollars, 6 million more than the 27 million dollars its rival took.", "The film took 31 million dollars, 4 million more than the 27 million dollars its rival took."},
		{"Turnout was 61 percent, eight points below the 67 percent of the last election.", "Turnout was 61 percent, six points below the 67 percent of the last election."},
		{"The company had revenues of 240 million euros and expenses of 210 million, leaving a surplus of 20 million euros.", "The company had revenues of 240 million euros and expenses of 210 million, leaving a surplus of 30 million euros."},
		{"The bridge is 420 metres long, 40 metres longer than the old one, which measured 400 metres.", "The bridge is 420 metres long, 20 metres longer than the old one, which measured 400 metres."},
		{"The tower is 310 metres tall, 30 metres higher than its neighbour at 300 metres.", "The tower is 310 metres tall, 10 metres higher than its neighbour at 300 metres."},
		{"Sales climbed 15 percent, from 40 million dollars to 50 million dollars.", "Sales climbed 25 percent, from 40 million dollars to 50 million dollars."},
		{"Sales, which were 40 million dollars in 1998, climbed 15 percent to 50 million.", "Sales, which were 40 million dollars in 1998, climbed 25 percent to 50 million."},
		{"From 40 million dollars in 1998, sales climbed 15 percent to 50 million last year.", "From 40 million dollars in 1998, sales climbed 25 percent to 50 million last year."},
		{"Net profit was 50 million dollars, against 40 million a year earlier, an increase of 15 percent.", "Net profit was 50 million dollars, against 40 million a year earlier, an increase of 25 percent."},
		{"Net profit was 50 million dollars, 15 percent more than the 40 million of a year earlier.", "Net profit was 50 million dollars, 25 percent more than the 40 million of a year earlier."},
		{"Net profit came to 50 million dollars compared to 40 million a year earlier, up 15 percent.", "Net profit came to 50 million dollars compared to 40 million a year earlier, up 25 percent."},
		{"The number of tourists went down 30 percent, from 5,000 to 4,000.", "The number of tourists went down 20 percent, from 5,000 to 4,000."},
		{"Ticket prices will go up by 30 percent, to 60 dollars from 50 dollars.", "Ticket prices will go up by 20 percent, to 60 dollars from 50 dollars."},
		{"The price of a ticket goes up from 50 dollars to 60 dollars, a 30 percent increase.", "The price of a ticket goes up from 50 dollars to 60 dollars, a 20 percent increase."},
		{"A 30 percent increase took the price of a ticket from 50 dollars to 60 dollars.", "A 20 percent increase took the price of a ticket from 50 dollars to 60 dollars."},
		{"Traffic deaths dropped to 80 last year from 100 in 1999, a decline of 25 percent.", "Traffic deaths dropped to 80 last year from 100 in 1999, a decline of 20 percent."},
		{"The number of traffic deaths dropped by 25 percent last year - from 100 to 80.", "The number of traffic deaths dropped by 20 percent last year - from 100 to 80."},
		{"The staff has been cut by a half, from 900 to 600.", "The staff has been cut by a third, from 900 to 600."},
		{"Production was 660 tonnes, 15 percent up on the 600 tonnes of 1999.", "Production was 660 tonnes, 10 percent up on the 600 tonnes of 1999."},
		{"The jobless rate edged up 0.4 percentage points to 5.6 percent in May from 5.4 percent in April.", "The jobless rate edged up 0.2 percentage points to 5.6 percent in May from 5.4 percent in April."},
		{"The jobless rate stood at 5.6 percent in May, 0.4 percentage points higher than April's 5.4 percent.", "The jobless rate stood at 5.6 percent in May, 0.2 percentage points higher than April's 5.4 percent."},
		{"The central bank cut its key rate 50 basis points to 4.75 percent from 5.00 percent.", "The central bank cut its key rate 25 basis points to 4.75 percent from 5.00 percent."},
		{"The key rate was cut from 5.00 percent to 4.75 percent, a reduction of 50 basis points.", "The key rate was cut from 5.00 percent to 4.75 percent, a reduction of 25 basis points."},
		{"The Nikkei shed 150.25 points to end at 15,899.75, compared with Thursday's close of 16,000.00.", "The Nikkei shed 100.25 points to end at 15,899.75, compared with Thursday's close of 16,000.00."},
		{"The euro rose three cents to 1.1300 dollars from 1.1200 dollars.", "The euro rose one cent to 1.1300 dollars from 1.1200 dollars."},
		{"Oil was 1.50 dollars higher at 25.50 dollars a barrel, from 25.00 dollars.", "Oil was 0.50 dollars higher at 25.50 dollars a barrel, from 25.00 dollars."},
		{"The party has 40 seats in the new assembly, 12 fewer than the 50 it won in 1998.", "The party has 40 seats in the new assembly, 10 fewer than the 50 it won in 1998."},
		{"The party holds 40 seats, down 12 from 50 in the last assembly.", "The party holds 40 seats, down 10 from 50 in the last assembly."},
		{"The school has 450 pupils, 70 more than the 400 it had last year.", "The school has 450 pupils, 50 more than the 400 it had last year."},
		{"Membership has grown by 800 to 3,000, from 2,400 in 1995.", "Membership has grown by 600 to 3,000, from 2,400 in 1995."},
		{"Attendance doubled, from 2,000 to 5,000.", "Attendance doubled, from 2,000 to 4,000."},
		{"Twelve miners died: eight at the old pit and five at the new one.", "Twelve miners died: seven at the old pit and five at the new one."},
		{"Eighteen people - 12 men, five women and two children - were rescued.", "Eighteen people - 11 men, five women and two children - were rescued."},
		{"The blaze killed 11 people, among them four children, and eight adults.", "The blaze killed 11 people, among them four children, and seven adults."},
		{"Nine of the 15 hostages are women and the other five are men.", "Nine of the 14 hostages are women and the other five are men."},
		{"Rescuers found 13 bodies, nine inside the building and three in the yard.", "Rescuers found 12 bodies, nine inside the building and three in the yard."},
		{"In all 73 people were arrested, 40 on Friday and 31 on Saturday.", "In all 71 people were arrested, 40 on Friday and 31 on Saturday."},
		{"The plan would create 650 jobs: 300 in the first year and 250 in the second.", "The plan would create 550 jobs: 300 in the first year and 250 in the second."},
		{"The plan would create 300 jobs in the first year and 250 in the second, or 650 altogether.", "The plan would create 300 jobs in the first year and 250 in the second, or 550 altogether."},
		{"The theatre sold 1,200 tickets, 700 of them in advance and the remaining 600 at the door.", "The theatre sold 1,200 tickets, 700 of them in advance and the remaining 500 at the door."},
		{"The club scored 32 goals, 18 at home and 12 away.", "The club scored 30 goals, 18 at home and 12 away."},
		{"He received 4,300 dollars: 2,500 dollars in wages and 1,700 dollars in tips.", "He received 4,200 dollars: 2,500 dollars in wages and 1,700 dollars in tips."},
		{"The garrison of 900 is made up of 500 Americans, 200 Britons and 100 Canadians.", "The garrison of 800 is made up of 500 Americans, 200 Britons and 100 Canadians."},
		{"The parliament's 150 members include 90 men and 70 women.", "The parliament's 150 members include 90 men and 60 women."},
		{"Russia won five golds, Norway four and Italy three, 14 in all.", "Russia won five golds, Norway four and Italy three, 12 in all."},
		{"The donors pledged $95 million: $50 million from Japan, $20 million from Canada and $15 million from Norway.", "The donors pledged $85 million: $50 million from Japan, $20 million from Canada and $15 million from Norway."},
		{"Japan pledged $50 million, Canada $20 million and Norway $15 million, for a total of $95 million.", "Japan pledged $50 million, Canada $20 million and Norway $15 million, for a total of $85 million."},
		{"Police said 26 people were killed on the spot and six died in hospital, bringing the total to 30.", "Police said 24 people were killed on the spot and six died in hospital, bringing the total to 30."},
		{"The museum's 600 works - 300 drawings and 200 prints - will be sold.", "The museum's 500 works - 300 drawings and 200 prints - will be sold."},
		{"Fifty-one percent said yes, 37 percent said no and 22 percent had no opinion.", "Fifty-one percent said yes, 37 percent said no and 12 percent had no opinion."},
		{"The measure won 60 percent of the vote, with 50 percent opposed.", "The measure won 60 percent of the vote, with 40 percent opposed."},
		{"The deputies voted 301 to 251, giving the government a majority of 40.", "The deputies voted 301 to 251, giving the government a majority of 50."},
		{"The court ruled by six to three, a margin of four.", "The court ruled by six to three, a margin of three."},
		{"The amendment failed by 13 votes, 204-216.", "The amendment failed by 12 votes, 204-216."},
		{"The motion was defeated by 13, with 204 votes in favour and 216 against.", "The motion was defeated by 12, with 204 votes in favour and 216 against."},
		{"The mayor was re-elected with 5,400 votes to 4,900 for her rival, a majority of 700.", "The mayor was re-elected with 5,400 votes to 4,900 for her rival, a majority of 500."},
		{"The mayor won 5,400 votes, 700 more than the 4,900 cast for her rival.", "The mayor won 5,400 votes, 500 more than the 4,900 cast for her rival."},
		{"Her rival got 4,900 votes, 700 fewer than the mayor's 5,400.", "Her rival got 4,900 votes, 500 fewer than the mayor's 5,400."},
		{"The gap between them was 12 points, 49 percent to 40 percent.", "The gap between them was nine points, 49 percent to 40 percent."},
		{"The Democrat had 49 percent and the Republican 40 percent, putting him 12 points ahead.", "The Democrat had 49 percent and the Republican 40 percent, putting him nine points ahead."},
		{"The party has 49 percent support, 12 points ahead of its rival, which has 40 percent.", "The party has 49 percent support, nine points ahead of its rival, which has 40 percent."},
		{"The plane carried 180 passengers, 40 more than the 150 it was built for.", "The plane carried 180 passengers, 30 more than the 150 it was built for."},
		{"The city spent 12 million dollars and took in 9 million, a shortfall of 5 million.", "The city spent 12 million dollars and took in 9 million, a shortfall of 3 million."},
		{"The price of bread jumped 80 percent overnight, to 3 pesos from 2 pesos.", "The price of bread jumped 50 percent overnight, to 3 pesos from 2 pesos."},
		{"The budget will rise to 66 million dollars next year from this year's 60 million, a 20 percent increase.", "The budget will rise to 66 million dollars next year from this year's 60 million, a 10 percent increase."},
		{"Under the plan the budget would rise by 20 percent, from the current 60 million dollars to 66 million.", "Under the plan the budget would rise by 10 percent, from the current 60 million dollars to 66 million."},
		{"The firm cut its work force by 30 percent, to 4,000 employees from 5,000.", "The firm cut its work force by 20 percent, to 4,000 employees from 5,000."},
		{"The number of members has shrunk by 30 percent since 1990, from 5,000 to 4,000.", "The number of members has shrunk by 20 percent since 1990, from 5,000 to 4,000."},
		{"Inflation slowed to 3.1 percent in May from 3.5 percent in April, down 0.6 points.", "Inflation slowed to 3.1 percent in May from 3.5 percent in April, down 0.4 points."},
		{"Unemployment is now 7.2 percent, up from 6.9 percent in March, an increase of 0.5 percentage points.", "Unemployment is now 7.2 percent, up from 6.9 percent in March, an increase of 0.3 percentage points."},
		{"The Dow Jones closed 45.50 points higher at 9,035.50, against Monday's 9,000.00.", "The Dow Jones closed 35.50 points higher at 9,035.50, against Monday's 9,000.00."},
		{"The Hang Seng Index fell 250 points, from 12,150 to 12,000.", "The Hang Seng Index fell 150 points, from 12,150 to 12,000."},
		{"The DAX was at 4,950 points by midday, 75 points below its opening level of 5,000.", "The DAX was at 4,950 points by midday, 50 points below its opening level of 5,000."},
		{"The toll rose by seven to 45 from 40.", "The toll rose by five to 45 from 40."},
		{"The toll rose from 40 to 45 after seven more bodies were found.", "The toll rose from 40 to 45 after five more bodies were found."},
		{"Another seven bodies were found, raising the death toll to 45 from 40.", "Another five bodies were found, raising the death toll to 45 from 40."},
		{"The company added 300 workers last year, raising its payroll to 2,200 from 2,000.", "The company added 200 workers last year, raising its payroll to 2,200 from 2,000."},
		{"The deal doubles the number of stores to 300 from 120.", "The deal doubles the number of stores to 240 from 120."},
		{"Output has quadrupled since 1990, from 50,000 tonnes to 250,000 tonnes.", "Output has quadrupled since 1990, from 50,000 tonnes to 200,000 tonnes."},
		{"Losses widened to 15 million dollars from 12 million, an increase of 35 percent.", "Losses widened to 15 million dollars from 12 million, an increase of 25 percent."},
		{"The fare is to rise 30 cents, to $1.20 from $1.", "The fare is to rise 20 cents, to $1.20 from $1."},
	} {
		if !wrongSum(pagetest.Read(t, pagetest.Story(tt.wrong))) {
			t.Errorf("nothing wrong with: %s", tt.wrong)
		}
		if wrongSum(pagetest.Read(t, pagetest.Story(tt.right))) {
			t.Errorf("something wrong with: %s", tt.right)
		}
	}
}

// TestPartingsLeftAlone has amounts that stand side by side without being the
// parts, the ends or the difference of one another.
func TestPartingsLeftAlone(t *testing.T) {
	for _, said := range []string{
		"The firm, which lost 5 million dollars in 1990, has cut its debt by 30 percent to 4 million.",
		"Sales rose 10 percent, taking profit to 130 million dollars from 100 million.",
		"Delays fell 10 percent, with 500 flights a day against 450.",
		"Twelve people died and 30 were hurt, bringing the number of victims to 60.",
		"Police arrested two men in Perth and six in Hobart, bringing the total to 30.",
		"The army lost 12 tanks, seven planes and six ships.",
		"Three brothers, Tom (12), Dick (10) and Harry (8), were lost.",
		"He employs 500 people, 50 more than in 1995, and 300 in France.",
		"Smith has 28 points, 12 more than Jones, who has played 10 games.",
		"Exports fell to 20 billion dollars in May, and the surplus was 3 billion dollars after imports of 19 billion in April.",
		"The company earned a net profit of 20 million dollars on revenue of 100 million and costs of 70 million.",
		"Of the 2,000 sailors, 1,200 were Filipinos and 500 Indians.",
		"Some voted: 3,000 for and 1,000 against, of 4,500 votes cast.",
		"The state paid 5 million dollars and the city 8 million of the 20 million dollar bill.",
		"Of those asked, 60 percent want a new bridge and 50 percent do not trust the mayor.",
		"The population is expected to double from the current 1.1 billion to 2.4 billion.",
		"The rate rose 5.6 percent from 5.1 percent a year ago.",
		"The index closed at 1,010, up 10, after a 3 percent rise on Monday.",
	} {
		if wrongSum(pagetest.Read(t, pagetest.Story(said))) {
			t.Errorf("something wrong with: %s", said)
		}
	}
}
