package checker_test

import (
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

// elapsedCases are sentences published on Thursday 20 June 2019 in which
// {wrong|right} makes a slip or not; what is found is told by the rule.
var elapsedCases = []struct{ rule, text string }{
	{"date/range-reversed", "The old bridge was rebuilt from {2012|2007} to 2009, an engineer said."},
	{"date/range-reversed", "She was mayor between {2012|2005} and 2009, when the council changed."},
	{"date/range-reversed", "Peter Novak, the mayor ({2012|2004}-2009), opened the hall."},
	{"date/range-reversed", "He served as minister {2004–1999|1999–2004} and then taught."},
	{"date/range-reversed", "The works ran from 1 {August|January} 2016 to 31 March 2016."},
	{"date/range-reversed", "The census was taken between 1 {August|February} 2016 and 31 March 2016."},
	{"date/range-reversed", "The fair will be held on July {15-12|12-15} in the harbour."},
	{"date/range-reversed", "The fair will be held from {18|15} to 17 July in the harbour."},
	{"date/range-reversed", "The exhibition is open from July {19|2} until July 14."},
	{"date/range-reversed", "Voters went to the polls from May {22|12} through May 17."},
	{"date/range-reversed", "The ferry did not run in the winter of {1998-95|1995-98}."},
	{"date/range-reversed", "Rain is likely from {5 p.m. to 3 p.m.|3 p.m. to 5 p.m.} on the coast."},
	{"date/range-reversed", "The shop opens from {11 a.m. to 9 a.m.|9 a.m. to 11 a.m.} at weekends."},
	{"date/range-reversed", "The road is closed between {4pm and 2pm|2pm and 4pm} for repairs."},
	{"date/range-reversed", "The trial began in May {2016|2013} and ended in March 2014."},
	{"date/range-reversed", "The painter was born in {1950|1870} and died in 1941."},
	{"date/range-reversed", "The mill was built in {1950|1850} and demolished in 1941."},
	{"date/range-reversed", "She joined the company in {2009|2001} and left it in 2004."},
	{"date/range-reversed", "The regatta opens on July {20|10} and closes on July 14."},
	{"date/range-reversed", "The course, from September {2017|2015} until June 2016, was free."},

	{"time/ago-mismatch", "The bridge fell {eight|ten} years ago, in 2009, the report says."},
	{"time/ago-mismatch", "The club was founded in 1901, {128|118} years ago, by miners."},
	{"time/ago-mismatch", "In 1989, {20|30} years ago, the wall fell."},
	{"time/ago-mismatch", "He left the band a decade ago ({1999|2009})."},
	{"time/ago-mismatch", "The last wolf was shot {two decades|a century} ago, in 1919."},
	{"time/ago-mismatch", "The law was passed {three|five} months ago, in January."},
	{"time/ago-mismatch", "The ship sank {six|three} days ago, on June 17, off the coast."},
	{"time/ago-mismatch", "The ship sank on June 6, {five|two} weeks ago, off the coast."},
	{"time/ago-mismatch", "Since {1989|1999}, 20 years, the line has lost money."},
	{"time/ago-mismatch", "The party has governed since 2004, for {12|15} years."},
	{"time/ago-mismatch", "The party has governed for {12|15} years, since 2004."},
	{"time/ago-mismatch", "It has been {15|20} years since the 1999 flood."},
	{"time/ago-mismatch", "{Fifteen|Twenty} years after the 1999 flood, the village is still empty."},
	{"time/ago-mismatch", "{Fifteen|Twenty} years on from the 1999 flood, the village is still empty."},
	{"time/ago-mismatch", "In 1996, {two|six} years after the 1990 fire, the mill reopened."},
	{"time/ago-mismatch", "{Two|Six} years after the 1990 fire, in 1996, the mill reopened."},
	{"time/ago-mismatch", "The council was called on June 3. {Two|Six} days later, on June 9, it met."},
	{"time/ago-mismatch", "He left in 1994; {five|ten} years later, in 2004, he was back."},
	{"time/ago-mismatch", "The mill opened in 1994 and closed {five|ten} years later, in 2004."},
	{"time/ago-mismatch", "The mill closed in 2004. {Five|Ten} years earlier, in 1994, it had burned."},
	{"time/ago-mismatch", "In 1986, {two|four} years before the 1990 vote, he left the party."},
	{"time/ago-mismatch", "It was {25|30} years ago this month that the first train ran, on June 9, 1989."},
	{"time/ago-mismatch", "The 120-year-old theatre, built in {1950|1899}, needs a roof."},

	{"time/duration-mismatch", "They held {three|five}-day talks from Monday to Friday."},
	{"time/duration-mismatch", "The {five|nine}-day visit (June 4-12) cost a fortune."},
	{"time/duration-mismatch", "A {two|17}-week trial that began on 3 March and ended on 30 June drew crowds."},
	{"time/duration-mismatch", "He spent {four|ten} years in prison, from 2001 to 2011."},
	{"time/duration-mismatch", "The {10|eight}-year war (1980-1988) cost many lives."},
	{"time/duration-mismatch", "She ruled for {15|11} years, from 1979 until 1990."},
	{"time/duration-mismatch", "It rained for {four|eight} months between January and September."},
	{"time/duration-mismatch", "A {90-minute|three-hour} meeting from 2 p.m. to 5 p.m. settled it."},
	{"time/duration-mismatch", "The {seven|four}-year term, 2009-2012, was his last."},
	{"time/duration-mismatch", "The 1980-88 war lasted {12|eight} years."},
	{"time/duration-mismatch", "From 2001 to 2011, a total of {14|10} years, the shop was shut."},
	{"time/duration-mismatch", "The siege, which lasted {six|three} months from May to July 1995, ended in hunger."},
	{"time/duration-mismatch", "The week-long festival runs from July 1 to July {24|7}."},
	{"time/duration-mismatch", "His {three|five}-day trip to Japan will last from June 24 to June 28."},

	{"time/anniversary-mismatch", "The town marked the {10th|20th} anniversary of the 1999 fire on Wednesday."},
	{"time/anniversary-mismatch", "Founded in {1960|1969}, the club marks its 50th anniversary this year."},
	{"time/anniversary-mismatch", "The club marks its {60th|50th} anniversary this year, having been founded in 1969."},
	{"time/anniversary-mismatch", "They mourned the victims of the crash of 1999, whose {15th|20th} anniversary was marked on Sunday."},
	{"time/anniversary-mismatch", "The museum celebrates the {150th|200th} birthday of the painter, born in 1819."},
	{"time/anniversary-mismatch", "The library celebrates its centenary this year; it opened in {1909|1919}."},
	{"time/anniversary-mismatch", "Today is the {30th|50th} anniversary of the 1969 moon landing."},
	{"time/anniversary-mismatch", "The bicentennial of the treaty, signed in {1800|1819}, is being marked this week."},
	{"time/anniversary-mismatch", "The school was founded in {1949|1969}. It celebrates its 50th anniversary this month."},
	{"time/anniversary-mismatch", "The 10th anniversary of the war, which began in {2004|2009}, falls this year."},

	{"person/age-birth-year", "Jane Roe, {45|69}, was born on 3 May 1950."},
	{"person/age-birth-year", "Born in 1937, Jane Roe, {71|81}, still swims."},
	{"person/age-birth-year", "Jane Roe (1920-1985) died aged {75|65}."},
	{"person/age-birth-year", "Jane Roe was born on Nov. 3, 1936. She died on Tuesday at the age of {89|82}."},
	{"person/age-birth-year", "Jane Roe, who turned {60|78} last year, was born in 1940."},
	{"person/age-birth-year", "Jane Roe was born in 1962. She was {33|23} when the mill burned in 1985."},
	{"person/age-birth-year", "Jane Roe, born in 1950, is {78|68} years old."},
	{"person/age-birth-year", "The {58|68}-year-old Jane Roe was born in 1950."},
	{"person/age-birth-year", "Jane Roe (born 1950) is {78|68}."},
	{"person/age-birth-year", "Jane Roe, who was born in 1920 and died in 1985 at the age of {75|65}, painted."},

	{"person/two-ages", "Jane Roe, {54|45}, runs the bakery. Roe, 45, is a mother of two."},
	{"person/two-ages", "Jane Roe, {54|45}, runs the bakery. “We are full,” the 45-year-old said."},
	{"person/two-ages", "The {54|45}-year-old nurse Jane Roe was free. Jane Roe, 45, lives in Leeds."},
	{"person/two-ages", "Jane Roe (45) runs the bakery. Roe, who is {54|45}, said so."},
	{"person/two-ages", "Jane Roe, aged {54|45}, runs the bakery. Jane Roe, a 45-year-old baker, said so."},
}

// wordings returns both forms of a sentence with {wrong|right}.
func wordings(s string) (wrong, right string) {
	head, rest, _ := strings.Cut(s, "{")
	both, tail, _ := strings.Cut(rest, "}")
	a, b, _ := strings.Cut(both, "|")
	return head + a + tail, head + b + tail
}

func elapsedFindings(t *testing.T, opt checker.Options, text string) []string {
	t.Helper()
	src := published("2019-06-20", text+"\n")
	c := check(t, checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", src)}}, opt))
	var out []string
	for _, f := range c.Findings {
		out = append(out, f.Rule)
	}
	return out
}

func TestElapsed(t *testing.T) {
	opt := options(t, false)
	for _, c := range elapsedCases {
		wrong, right := wordings(c.text)
		if got := elapsedFindings(t, opt, wrong); len(got) != 1 || got[0] != c.rule {
			t.Errorf("%s: %v, want %s", wrong, got, c.rule)
		}
		if got := elapsedFindings(t, opt, right); len(got) > 0 {
			t.Errorf("%s: %v, want nothing", right, got)
		}
	}
}
