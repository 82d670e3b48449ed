package timeline

import "testing"

func TestDaysInWords(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They meet March eighth.", "March eighth=2018-03-08"},
		{"2018-06-17 Sun", "They met on the eighth of March.", "the eighth of March=2018-03-08"},
		{"2018-06-17 Sun", "They met on July the twelfth.", "July the twelfth=2017-07-12"},
		{"2018-06-17 Sun", "They met on the twenty-first of June.", "the twenty-first of June=2018-06-21"},
		{"2018-06-17 Sun", "They met on June thirtieth, 2016.", "June thirtieth, 2016=2016-06-30"},
		{"2018-06-17 Sun", "They met on the thirty-first of June.", "the thirty-first of June=XXXX-06-31!"},
		{"2018-06-17 Sun", "In June third-quarter profit fell.", "June=2018-06 third-quarter=2017-Q3"},
		{"2018-06-17 Sun", "It rained in June first and snowed.", "June=2018-06"},
		{"2018-06-17 Sun", "The second of June’s meetings was short.", "The second of June=2018-06-02"},
	})
}

func TestWeekdayAndDay(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They wed on Friday the 13th.", "Friday the 13th=2018-07-13"},
		{"2018-05-17 Thu", "They wed on Friday the 13th.", "Friday the 13th=2018-04-13"},
		{"2018-06-17 Sun", "They wed on Friday the 13th of July.", "Friday the 13th of July=2018-07-13"},
		{"2018-08-17 Fri", "They met on Monday 6 August.", "Monday 6 August=2018-08-06"},
		{"2018-08-17 Fri", "They met on Mon., Aug. 6.", "Mon., Aug. 6=2018-08-06"},
		{"2018-06-17 Sun", "They meet this coming Friday, June 22.", "this coming Friday, June 22=2018-06-22"},
		{"2018-06-17 Sun", "They met last Friday, June 15.", "last Friday, June 15=2018-06-15"},
		{"2018-06-17 Sun", "They met last Friday on the 13th floor.", "last Friday=2018-06-15"},
	})
}

func TestModifiedMonthAndDay(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They met last Oct. 23.", "last Oct. 23=2017-10-23"},
		{"2018-06-17 Sun", "They met last June 3.", "last June 3=2018-06-03"},
		{"2018-06-17 Sun", "They met last June 17.", "last June 17=2017-06-17"},
		{"2018-06-17 Sun", "They meet next June 3.", "next June 3=2019-06-03"},
		{"2018-06-17 Sun", "They met last February 29.", "last February 29=2016-02-29"},
		{"2018-06-17 Sun", "Last May 12 people died.", "Last May=2018-05"},
		{"2018-06-17 Sun", "Last May 12 ships sank.", "Last May=2018-05"},
	})
}

func TestMonthsAsAttributes(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They won the May elections.", "May=2018-05"},
		{"2018-06-17 Sun", "They signed the March accession.", "March=2018-03"},
		{"2018-06-17 Sun", "They set a June meeting.", "June=2018-06"},
		{"2018-06-17 Sun", "They lost this March’s vote.", "this March=2018-03"},
		{"2018-06-17 Sun", "He joined the March on the capital.", ""},
		{"2018-06-17 Sun", "He joined the March for life.", ""},
		{"2018-06-17 Sun", "The March was long.", ""},
		// a person
		{"2018-06-17 Sun", "Theresa May spoke. Critics of May left. It rained in May.", "May=2018-05"},
		{"2018-06-17 Sun", "Mrs. May spoke. A vote by May failed.", ""},
		{"2018-06-17 Sun", "Results are due by May.", "May=2019-05"},
		{"2018-06-17 Sun", "May said no.", ""},
	})
}

func TestTitlesAndNames(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "Bloody Sunday is a film.", ""},
		{"2018-06-17 Sun", "He won on Super Tuesday.", ""},
		{"2018-06-17 Sun", "He told USA Today that all was well.", ""},
		{"2018-06-17 Sun", "USA Today reported it.", ""},
		{"2018-06-17 Sun", "He spoke on ABC’s “This Week,” a talk show.", ""},
		{"2018-06-17 Sun", "“This week was long,” he said.", "This week=2018-W24"},
		{"2018-06-17 Sun", "Kim Meets Trump Today in Singapore", "Today=2018-06-17"},
		{"2018-06-17 Sun", "This Week in Singapore", "This Week=2018-W24"},
		{"2018-06-17 Sun", "They flew in a capsule called Apex 1980 then.", ""},
		{"2018-06-17 Sun", "They flew in summer 1980 with Apex.", "summer 1980=1980-SU"},
		{"2018-06-17 Sun", "They flew with Apex in 1980.", "1980=1980"},
	})
}

func TestQuartersAndHalves(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "Sales fell in Q3 2016.", "Q3 2016=2016-Q3"},
		{"2018-06-17 Sun", "Sales fell in 2016 Q3.", "2016 Q3=2016-Q3"},
		{"2018-06-17 Sun", "Sales fell in Q3 of 2016.", "Q3 of 2016=2016-Q3"},
		{"2018-06-17 Sun", "Sales fell in Q3.", "Q3=2017-Q3"},
		{"2018-06-17 Sun", "Sales fell in 1Q.", "1Q=2018-Q1"},
		{"2018-06-17 Sun", "Sales fell in H1 2019.", "H1 2019=2019-H1"},
		{"2018-06-17 Sun", "He holds an H1-B visa and has H1N1.", ""},
		{"2018-06-17 Sun", "Sales fell in the last half of 1989.", "the last half of 1989=1989-H2"},
		{"2018-06-17 Sun", "Sales fell in the final quarter of last year.", "the final quarter of last year=2017-Q4"},
		{"2018-06-17 Sun", "Sales fell in the first two quarters of 1990.", "the first two quarters of 1990=1990-H1"},
		{"2018-06-17 Sun", "Sales fell in the quarter ended July 31, 2016.", "the quarter=2016-Q2 July 31, 2016=2016-07-31"},
		{"2018-06-17 Sun", "Sales fell in the quarter ended Sept. 30.", "the quarter=2017-Q3 Sept. 30=2017-09-30"},
		{"2018-06-17 Sun", "Sales fell in the week ended June 15.", "the week=2018-W24 June 15=2018-06-15"},
		{"2018-06-17 Sun", "He left his quarters.", ""},
		{"2018-06-17 Sun", "About three-quarters of them left.", ""},
		{"2018-06-17 Sun", "It sold a quarter of the firm.", ""},
		{"2018-06-17 Sun", "It lost money for several quarters.", "several quarters=PXQ"},
	})
}

func TestHalvesOfDecades(t *testing.T) {
	check(t, defaults(), []row{
		{"2018-06-17 Sun", "It rose in the first half of the 1990s.", "the first half of the 1990s", "DATE START", "199", "1990-01-01", "1995-01-01"},
		{"2018-06-17 Sun", "It rose in the last half of the ’80s.", "the last half of the ’80s", "DATE END", "198", "1985-01-01", "1990-01-01"},
		{"2018-06-17 Sun", "It rose in the second half of the 19th century.", "the second half of the 19th century", "DATE END", "18", "1850-01-01", "1900-01-01"},
		{"2018-06-17 Sun", "He was famous in the fifties.", "the fifties", "DATE", "195", "1950-01-01", "1960-01-01"},
		{"2018-06-17 Sun", "Athens fell in 404 B.C. to Sparta.", "404 B.C.", "DATE", "BC0404", "", ""},
		{"2018-06-17 Sun", "It fell in the quarter ended July 31, 2016.", "the quarter", "DATE", "2016-Q2", "2016-05-01", "2016-08-01"},
		{"2018-06-17 Sun", "It fell in the week ended June 15.", "the week", "DATE", "2018-W24", "2018-06-09", "2018-06-16"},
		{"2018-06-17 Sun", "It fell in the first week of June.", "the first week of June", "DATE", "2018-W23", "2018-06-01", "2018-06-11"},
	})
}

func TestWeeksOfMonths(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They met in the last week of May 2018.", "the last week of May 2018=2018-W22"},
		{"2018-06-17 Sun", "They meet in the third week in July.", "the third week in July=2018-W29"},
		{"2018-06-17 Sun", "They met in the week of March 6.", "the week of March 6=2018-W10"},
		{"2018-06-17 Sun", "They met in the last week.", "the last week=2018-W23"},
	})
}

func TestDecadesInWords(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "It boomed in the roaring twenties.", "the roaring twenties=192"},
		{"2018-06-17 Sun", "It boomed in the early nineties.", "the early nineties=199"},
		{"2018-06-17 Sun", "He is in his early fifties.", ""},
		{"2018-06-17 Sun", "They are in their fifties.", ""},
		{"2018-06-17 Sun", "Temperatures were in the fifties.", ""},
	})
}

func TestNamedYearsAndEras(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They feared the year 2000.", "the year 2000=2000"},
		{"2018-06-17 Sun", "They feared the year two thousand.", "the year two thousand=2000"},
		{"2018-06-17 Sun", "They met in the year two thousand and twelve.", "the year two thousand and twelve=2012"},
		{"2018-06-17 Sun", "Sales fell in FY2018.", "FY2018=2018"},
		{"2018-06-17 Sun", "Sales fell in FY18.", "FY18=2018"},
		{"2018-06-17 Sun", "Sales fell in fiscal year 2018.", "fiscal year 2018=2018"},
		{"2018-06-17 Sun", "Sales fell in the 2016 fiscal year.", "the 2016 fiscal year=2016"},
		{"2018-06-17 Sun", "Caesar died in 44 BC, aged 55.", "44 BC=BC0044"},
		{"2018-06-17 Sun", "Vesuvius erupted in A.D. 79.", "A.D. 79=0079"},
		{"2018-06-17 Sun", "Vesuvius erupted in AD 79.", "AD 79=0079"},
		{"2018-06-17 Sun", "Vesuvius erupted in 79 AD.", "79 AD=0079"},
		{"2018-06-17 Sun", "It was built in the 5th century BC.", "the 5th century BC=BC04"},
		{"2018-06-17 Sun", "They live in Vancouver, B.C.", ""},
		{"2018-06-17 Sun", "He changed at the turn of the century.", ""},
	})
}

func TestNumbersThatAreNoYears(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They live at 2018 Elm Street.", ""},
		{"2018-06-17 Sun", "He led 1800 young soldiers.", ""},
		{"2018-06-17 Sun", "In 1800 young soldiers marched.", "1800=1800"},
		{"2018-06-17 Sun", "They won the 1988 elections.", "1988=1988"},
		{"2018-06-17 Sun", "The 2000 troops left.", ""},
		{"2018-06-17 Sun", "He slept in room 2001.", ""},
		{"2018-06-17 Sun", "It cost 1,800 francs.", ""},
	})
}
