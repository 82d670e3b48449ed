package checker_test

import (
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

// oneLifeCases are texts of the day before them, in which {wrong|right} makes a slip or not;
// // parts paragraphs.
var oneLifeCases = []struct{ day, text string }{
	{"2019-06-20", "The painter, who was born in 1950, is {59|69}."},
	{"2019-06-20", "The painter, {59|69}, was born in Leeds in 1950."},
	{"2019-06-20", "The glass-maker, {59|69}, who was born in 1950, has two sons."},
	{"2019-06-20", "The painter - born in 1950 - is {59|69}."},
	{"2019-06-20", "The {59|69}-year-old painter was born in Leeds in 1950."},
	{"2019-06-20", "The {59|69}-year-old was born in 1950 in Leeds, said Tom Hill, a nephew."},
	{"2019-06-20", "Born in 1950, he died on Monday at the age of {59|69}."},
	{"2019-06-20", "Born in Leeds in 1950, the {59|69}-year-old plays the organ."},
	{"2019-06-20", "The dancer (1950-2019) died on Monday, aged {59|69}."},
	{"2019-06-20", "The dancer (1930-1999) died at {59|69} after a fall."},
	{"2019-06-20", "He was {40|30} when he joined the council in 1980; he was born in 1950."},
	{"2019-06-20", "In 1980, when she was {40|30}, the chemist, born in 1950, left the firm."},
	{"2019-06-20", "Only {40|30} when he joined the council in 1980, the mayor was born in 1950."},
	{"2019-06-20", "He died in 1994 at {64|44}, having been born in 1950."},
	{"2019-06-20", "The mayor was {64|44} when he died in 1994; he was born in 1950."},
	{"2019-06-20", "She turned {80|69} in March; she was born in 1950."},
	{"2019-06-20", "Okafor (born 1970) won his first medal at the age of {28|18} in 1988."},
	{"2019-06-20", "Okafor was born in 1970 and made his league debut at {28|18} in 1988."},
	{"2019-06-20", "Okafor (born 12 March 1970) is {59|49}."},
	{"2019-06-20", "Okafor, b. 1970, is {59|49}."},
	{"2019-06-20", "Born on June 2, 1970, Okafor is now {59|49} years old."},
	{"2019-06-20", "He was born in 1970, which makes him {59|49}."},
	{"2019-06-20", "The poet died in 1999 at the age of {39|49}. She was born in 1950."},
	{"2019-06-20", "The poet was born in 1950. She is {59|69} and lives in Leeds."},
	{"2019-06-20", "Jane Roe was born in Leeds in 1980. // Now {29|39}, Roe lives in York."},
	{"2019-06-20", "At {29|39}, Jane Roe, who was born in 1980, still rows."},
	{"2019-06-20", "Born in 1964, Jane Roe was {31|42} when she died in 2006."},
	{"2019-06-20", "Jane Roe, now aged {29|39}, was born in 1980."},

	{"2019-06-20", "Jane Roe, 39, runs the bakery. // The {49|39}-year-old baker, Jane Roe, said it was full."},
	{"2019-06-20", "Jane Roe, 39, runs the bakery. // “I am {49|39} and tired,” Roe said."},
	{"2019-06-20", "Jane Roe, 39, runs the bakery. // “I’m {49|39},” Roe said."},
	{"2019-06-20", "Jane Roe, 39, runs the bakery. // “At {49|39}, I feel young,” Roe said."},
	{"2019-06-20", "Jane Roe, born in Leeds in 1980, is a {49|39}-year-old baker."},
	{"2019-06-20", "The baker - 39-year-old Jane Roe - was up at four. // Roe is {49|39}."},
	{"2019-06-20", "The composer, born in 1911, lived to be {95|85} and died in 1996."},
	{"2019-06-20", "Jane Roe, 39, runs the bakery. // The {49|39}-year-old wants to retire."},
	{"2019-06-20", "Jane Roe, 39 years old, runs the bakery. // At {49|39}, Roe wants to retire."},
	{"2019-06-20", "Jane Roe, 39, runs the bakery. // Ms Roe, aged {49|39}, was up at four."},
	{"2019-06-20", "Thirty-nine-year-old Jane Roe runs the bakery. // Roe, who is {49|39}, was up at four."},
	{"2019-06-20", "A woman aged 39, Jane Roe, was held. // Jane Roe, {49|39}, denies it."},
	{"2019-06-20", "Jane Roe turned 39 this week. // Roe, {49|39}, was up at four."},
	{"2019-06-20", "Jane Roe, a {49|39}-year-old mother of two, was up at four. // Jane Roe is 39."},

	{"2019-06-20", "The lease runs out in {five|nine} years, in 2028."},
	{"2019-06-20", "{Five|Nine} years from now, in 2028, the mill will be pulled down."},
	{"2019-06-20", "The firm wants to close the mill in 2028, {five|nine} years from now."},
	{"2019-06-20", "The fair will be held in {five|nine} years' time, in 2028."},
	{"2019-06-20", "The fair opens in {six|15} days, on July 5."},
	{"2019-06-20", "The vote is {25|15} days away, on July 5."},
	{"2019-06-20", "On Sunday they laid wreaths {45|50} years after the fire of May 1969."},
	{"2019-06-20", "In August, {five|ten} months ago, the council promised a bridge."},
	{"2019-06-20", "Jane Roe has lived there since 2009, a total of {15|ten} years."},
	{"2019-06-20", "From 5 p.m. to 10 p.m., {nine|five} hours in all, the road was closed."},
	{"2019-06-20", "The town is preparing for the centenary, in {2025|2020}, of the 1920 strike."},
	{"2019-06-20", "It is the {40th|25th} anniversary this year of the 1994 fire."},
	{"2019-06-20", "The mill, which dates from 1969, turns {60|50} this year."},
	{"2019-06-20", "Exports fell between {2012 and 2009|2009 and 2012}, the bureau said."},
	{"2019-06-20", "Rainfall between the years {2012 and 2009|2009 and 2012} was low."},
}

func TestOneLife(t *testing.T) {
	opt := options(t, false)
	for _, c := range oneLifeCases {
		wrong, right := wordings(c.text)
		if got := oneLifeFindings(t, opt, c.day, wrong); len(got) != 1 {
			t.Errorf("%s: %v, want one finding", wrong, got)
		}
		if got := oneLifeFindings(t, opt, c.day, right); len(got) > 0 {
			t.Errorf("%s: %v, want nothing", right, got)
		}
	}
}

// oneLifeSilent are texts of Thursday 20 June 2019 in which an age and a birth
// are not of one person, or a length and a date not of one thing.
var oneLifeSilent = []string{
	"He was 25 when he shot a man born in 1950.",
	"The driver, 34, struck a woman who was born in 1950.",
	"Jane Roe, who is 45, met a man born in 1950.",
	"He is 45; his wife was born in 1950.",
	"He is 45 and she was born in 1950.",
	"His coach, born in 1950, said he is 25.",
	"He was born in 1950 and taught a 12-year-old to read.",
	"Jane Roe and Tom Hill, born in 1950, are friends; she is 45.",
	"A 45-year-old was held. A man born in 1950 was freed.",
	"The poet was born in 1950. Tom Hill, 45, reads her.",
	"The firm, born in 1950, has 45 shops.",
	"The party's share stood at 25 in 1980.",
	"“They are 45 and 50,” Jane Roe, 70, said.",
	"“I am 45 minutes late,” said Jane Roe, 70.",
	"The 36-year-old sales chief of the firm left. Jane Roe, 45, stays.",
	"Jane Roe, 45, runs the firm. The 36-year-old sales chief left.",
	"The work was done in five years, in 2012 and 2017.",
	"He died 20 years after the 1980 fire.",
	"The mill was built in 1965. The town marked the first anniversary on Friday of his death.",
	"Exports fell from 2010 to 1998 tonnes.",
}

func TestOneLifeStaysSilent(t *testing.T) {
	opt := options(t, false)
	for _, text := range oneLifeSilent {
		if got := oneLifeFindings(t, opt, "2019-06-20", text); len(got) > 0 {
			t.Errorf("%s: %v, want nothing", text, got)
		}
	}
}

func oneLifeFindings(t *testing.T, opt checker.Options, day, text string) []string {
	t.Helper()
	src := published(day, strings.ReplaceAll(text, " // ", "\n\n")+"\n")
	c := check(t, checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", src)}}, opt))
	var out []string
	for _, f := range c.Findings {
		out = append(out, f.Rule+": "+f.Message)
	}
	return out
}
