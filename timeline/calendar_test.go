package timeline

import "testing"

func TestDaysInWords(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "They meet March eighth.", "March eighth=2018-03-08"},
		{"2018-06-17 Sun", "They met on the eighth of March.", "the eighth of March=2018-03-08"},
		{"2018-06-17 Sun", "They met on July the twelfth.", "July the twelfth=2018-07-12"},
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
