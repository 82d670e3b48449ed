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

	{"date/range-reversed", "The museum will be closed for repairs from Sept. {28 to Sept. 14|14 to Sept. 28}."},
	{"date/range-reversed", "The survey, carried out between {June 12 and June 4|June 4 and June 12}, covered 900 homes."},
	{"date/range-reversed", "Counting hours are {6 p.m. - 4 p.m.|4 p.m. - 6 p.m.} at the town hall."},
	{"date/range-reversed", "A curfew was in force from {March 2013 to November 2012|November 2012 to March 2013}."},
	{"date/range-reversed", "His term ran from January 20, {2009, to January 20, 2005|2005, to January 20, 2009}."},
	{"date/range-reversed", "He held the seat from {2008 till 2003|2003 till 2008}."},
	{"date/range-reversed", "The second phase ({2017–14|2014–17}) cost more."},
	{"date/range-reversed", "She was in office from {mid-2012 to early 2010|early 2010 to mid-2012}."},
	{"date/range-reversed", "The inquiry opened on 4 May {2018|2017} and concluded on 2 February 2018."},
	{"date/range-reversed", "The tram line, which opened in {1963|1936} and closed in 1951, is missed."},
	{"date/range-reversed", "The talks will run Tuesday, July {16, to Friday, July 12|9, to Friday, July 12}."},
	{"date/range-reversed", "From {2015-2011|2011-2015} he lived abroad."},
	{"time/ago-mismatch", "Ten years have passed since the {1999|2009} quake."},
	{"time/ago-mismatch", "It is {30|50} years since men first walked on the moon in 1969."},
	{"time/ago-mismatch", "Since it opened in 1989, {20|30} years ago, the hall has held concerts."},
	{"time/ago-mismatch", "The couple, who wed {40|50} years ago in June 1969, have four sons."},
	{"time/ago-mismatch", "He died in April 2017, {four|two} years ago."},
	{"time/ago-mismatch", "Back in {1999|2009}, ten years ago, nobody had heard of it."},
	{"time/ago-mismatch", "The coup of 1973, {36|46} years ago, still divides the country."},
	{"time/ago-mismatch", "She had fled in 1990. Twelve years later, in {2005|2002}, she returned."},
	{"time/ago-mismatch", "The war ended in 1945, and {five|ten} years later, in 1955, the treaty was signed."},
	{"time/ago-mismatch", "A first trial in 2007 was followed {two|four} years later by another in 2011."},
	{"time/ago-mismatch", "They filed the suit on May 2, and {10|20} days later, on May 22, it was thrown out."},
	{"time/ago-mismatch", "The bank failed in 2008, {five|two} years after it was sold in 2006."},
	{"time/ago-mismatch", "The body was found on June 14, {eight|four} days after he vanished on June 10."},
	{"time/ago-mismatch", "He quit on June 1, {three|five} weeks before the July 6, 2019 vote."},
	{"time/ago-mismatch", "The school, which is {90|110} years old, was built in 1909."},
	{"time/ago-mismatch", "The firm was bought in 2015 - {six|four} years ago - by a rival."},
	{"time/ago-mismatch", "He has coached the team for the past {nine|six} years, since 2013."},
	{"time/ago-mismatch", "In the three years since {2011|2016}, wages have stood still."},
	{"time/duration-mismatch", "The {18-day|12-day} strike, from May 20 to May 31, ended with a deal."},
	{"time/duration-mismatch", "A {four|two}-day conference will be held on July 3-4 in Oslo."},
	{"time/duration-mismatch", "The Olympics last {24|17} days, from July 24 to August 9, 2020."},
	{"time/duration-mismatch", "The team spent {three|six} weeks in camp, from May 1 to June 11."},
	{"time/duration-mismatch", "During his {nine|four}-year presidency (2001-2005) little changed."},
	{"time/duration-mismatch", "She served two years in prison from {2009 to 2016|2009 to 2011}."},
	{"time/duration-mismatch", "The drought, from 2010 to 2013, lasted {six|three} years."},
	{"time/duration-mismatch", "The shop was shut for {eight|three} days (June 10-12)."},
	{"time/duration-mismatch", "The {five|two}-hour ceremony, from 3 p.m. to 5 p.m., was on television."},
	{"time/duration-mismatch", "The {45-day|31-day} campaign starts on July 1 and ends on July 31."},
	{"time/duration-mismatch", "He reigned {25|12} years, from 1810 to 1822."},
	{"time/duration-mismatch", "The hearing lasted {six|three} hours, from 9 a.m. until noon."},
	{"time/duration-mismatch", "Between 1996 and 2001, a {nine|five}-year period, the price doubled."},
	{"time/anniversary-mismatch", "This year marks the {50th|100th} anniversary of the Treaty of Versailles, signed in 1919."},
	{"time/anniversary-mismatch", "The ceremony came on the {fifth|third} anniversary of the vote on June 20, 2016."},
	{"time/anniversary-mismatch", "On Thursday, the {25th|75th} anniversary of the June 1944 landings was recalled."},
	{"time/anniversary-mismatch", "To mark the {30th|40th} anniversary of its opening in 1979, the zoo is free this week."},
	{"time/anniversary-mismatch", "The newspaper turns {150|200} this year; it was founded in 1819."},
	{"time/anniversary-mismatch", "The bank, which was founded in 1919, celebrated its {75th|100th} birthday on Monday."},
	{"time/anniversary-mismatch", "Ceremonies were held for the {35th|30th} anniversary of the 1989 crackdown."},
	{"time/anniversary-mismatch", "In 2009, on the {30th|20th} anniversary of the fall of the wall in 1989, he spoke."},
	{"time/anniversary-mismatch", "The village recalls the 1944 massacre on its {70th|75th} anniversary this month."},
	{"time/anniversary-mismatch", "Independence came in 1960, and the country celebrates its {50th|59th} anniversary this year."},
	{"time/anniversary-mismatch", "It is the {two-year|five-year} anniversary of the 2014 annexation."},
	{"time/anniversary-mismatch", "The {bicentenary|quincentenary} of the 1519 voyage is marked this year."},
	{"person/age-birth-year", "Anna Berg was born in 1950. In 1975, aged {35|25}, she moved to Leeds."},
	{"person/age-birth-year", "Anna Berg, who was born in March 1950, became a judge in 1985 at the age of {45|35}."},
	{"person/age-birth-year", "Anna Berg, born on July 4, 1950, died on June 17, 2019, aged {69|68}."},
	{"person/age-birth-year", "The novelist Anna Berg died on Monday. She was {77|67}. Berg was born in Leeds in 1951."},
	{"person/age-birth-year", "Tom Hill, a {49-year-old|59-year-old} farmer born in 1960, was elected."},
	{"person/age-birth-year", "Tom Hill, {49|59}, born in 1960, was elected."},
	{"person/age-birth-year", "Tom Hill (b. 1960), {49|59}, was elected."},
	{"person/age-birth-year", "Hill turned {50|60} on Monday. Tom Hill was born on June 17, 1959."},
	{"person/age-birth-year", "President Tom Hill, {83|73}, took office in May. Hill was born on 12 April 1946 to a farmer."},
	{"person/age-birth-year", "Tom Hill was born in 1946 and was {32|22} when he joined the party in 1968."},
	{"person/age-birth-year", "Tom Hill was {17|27} years old when he won in 1990; he was born in 1963."},
	{"person/two-ages", "Tom Hill, {37|73}, was released on Monday. His wife, Anna Berg, 70, met him. Hill, 73, smiled."},
	{"person/two-ages", "The victim was named as Anna Berg, {91|19}. The 19-year-old was a student."},
	{"person/two-ages", "Anna Berg, the {43-year-old|34-year-old} mayor, won. Berg, 34, thanked voters."},
	{"person/two-ages", "“I won,” said Anna Berg, {43|34}. At 34, Berg is the youngest mayor."},

	{"date/range-reversed", "The law was in force only {from 1988 until 1979|from 1979 until 1988}, a lawyer said."},
	{"date/range-reversed", "Pupils aged 7 took the test between March {23 and 9|9 and 23}."},
	{"date/range-reversed", "The station, open {from 2009 to 2001|from 2001 to 2009}, was torn down."},
	{"date/range-reversed", "Work started on April {30|3} and finished on April 12, the firm said."},
	{"date/range-reversed", "Talks resume on Monday and will last {from 4:30 p.m. to 2:15 p.m.|from 2:15 p.m. to 4:30 p.m.}, she said."},
	{"date/range-reversed", "Jane Roe, prime minister from {2011 to 2007|2007 to 2011}, spoke first."},
	{"date/range-reversed", "A hearing is set for Sept. {9-5|5-9} in Leeds."},
	{"date/range-reversed", "In the 2018-{16|20} plan the port gets a new pier."},
	{"date/range-reversed", "The tournament takes place between 21 {July and 4 July|June and 4 July}."},
	{"date/range-reversed", "He lived in Rome from {December 1993 to March 1992|March 1992 to December 1993}."},
	{"time/ago-mismatch", "Residents recall the flood of {2003|1999}, which struck 20 years ago."},
	{"time/ago-mismatch", "The museum was last renovated in {2001|2009}, a decade ago."},
	{"time/ago-mismatch", "In 2014 – {eight|five} years ago – the plant was sold."},
	{"time/ago-mismatch", "The measure was introduced about {ten|30} years ago (in 1989)."},
	{"time/ago-mismatch", "The two companies merged {six|four} years ago, in March 2015, creating a giant."},
	{"time/ago-mismatch", "The actress moved here {15|nine} years ago, after her divorce in 2010."},
	{"time/ago-mismatch", "It has been {seven|11} years since the crash of 2008."},
	{"time/ago-mismatch", "Not since 1969, {40|50} years ago, has it rained so much."},
	{"time/ago-mismatch", "The treaty was signed in 1999 and came into force {six|two} years later in 2001."},
	{"time/ago-mismatch", "She joined in 2010, {five|two} years after leaving school in 2008."},
	{"time/ago-mismatch", "The rule dates from 1919, {90|100} years ago."},
	{"time/ago-mismatch", "He was arrested on May 28 and charged {nine|two} days later, on May 30."},
	{"time/ago-mismatch", "The shop opened in 2001. A year later, in {2004|2002}, it closed."},
	{"time/ago-mismatch", "The first stone was laid in 1900; the church was finished {20|30} years later, in 1930."},
	{"time/ago-mismatch", "His last visit was {four|two} months ago, in April."},
	{"time/ago-mismatch", "The last election was in May 2017, {three|two} years ago."},
	{"time/duration-mismatch", "The pope begins a {six|three}-day visit on Friday, ending on Sunday."},
	{"time/duration-mismatch", "The inquiry took {five|two} years, from 2015 to 2017, to complete."},
	{"time/duration-mismatch", "During the {11|six}-year conflict (1939-45) the bridge was bombed."},
	{"time/duration-mismatch", "A {10|four}-day heatwave lasted from Monday to Thursday."},
	{"time/duration-mismatch", "The festival lasts {ten|four} days, from Thursday to Sunday."},
	{"time/duration-mismatch", "The {12|eight}-month season runs from October to May."},
	{"time/duration-mismatch", "He was held hostage for {three|eight} years from 1984 to 1992."},
	{"time/duration-mismatch", "Roe governed the state between 2003 and 2011, serving {12|eight} years."},
	{"time/duration-mismatch", "The {three|two}-week holiday starts on July 1 and ends on July 14."},
	{"time/duration-mismatch", "From June 1 to June 10, a period of {20|10} days, no rain fell."},
	{"time/duration-mismatch", "The match, which began at 3 p.m. and ended at 5 p.m., lasted {four|two} hours."},
	{"time/duration-mismatch", "The meeting lasted {five hours|90 minutes}, from 10:00 a.m. to 11:30 a.m."},
	{"time/duration-mismatch", "The {24|72}-hour strike runs from July 1 to July 3."},
	{"time/ago-mismatch", "Fans mark {20|10} years since the 2009 death of the singer this week."},
	{"time/anniversary-mismatch", "The {50th|60th} anniversary of the 1959 revolution was celebrated in January."},
	{"time/anniversary-mismatch", "The church, consecrated in 1769, marks its {200th|250th} anniversary on Sunday."},
	{"time/anniversary-mismatch", "In 2014 the country marked the {90th|100th} anniversary of the 1914 war."},
	{"time/anniversary-mismatch", "The company will celebrate its {40th|50th} anniversary next year; it was founded in 1970."},
	{"time/anniversary-mismatch", "Wreaths were laid to mark the {15th|10th} anniversary of the June 2009 air crash."},
	{"time/anniversary-mismatch", "Today's ceremony on the {20th|30th} anniversary of the 1989 disaster drew thousands."},
	{"time/anniversary-mismatch", "The couple, married in 1959, are celebrating their {50th|60th} wedding anniversary."},
	{"time/anniversary-mismatch", "The {175th|200th} anniversary of the composer's birth in 1819 is being observed this year."},
	{"time/anniversary-mismatch", "Saturday is the {third|second} anniversary of the fire, which broke out on June 22, 2017."},
	{"time/ago-mismatch", "It has been {40|50} years since the 1969 moon landing, whose anniversary falls in July."},
	{"time/anniversary-mismatch", "This month the museum, which opened its doors in 1994, celebrates its {30th|25th} birthday."},
	{"person/age-birth-year", "Anna Berg (1940–2019) died on Monday at {89|79}."},
	{"person/age-birth-year", "Born in Leeds in 1940, Berg was {28|18} in 1958. Anna Berg moved to Rome."},
	{"person/age-birth-year", "Anna Berg, {29|39}, was born in Lyon on Jan. 4, 1980, to a baker."},
	{"person/age-birth-year", "Anna Berg was born in 1980. The {29-year-old|39-year-old} said she would run."},
	{"person/age-birth-year", "Anna Berg was born on 1 May 1980. In 2000, at age {30|20}, she won gold."},
	{"person/age-birth-year", "Anna Berg, a native of Leeds born in 1980, is {29|39}."},
	{"person/age-birth-year", "Berg, {29|39}, spoke first. Anna Berg, who was born in 1980, is a judge."},
	{"person/age-birth-year", "Anna Berg died in 1999, aged {69|59}; she was born in 1940."},
	{"person/age-birth-year", "The {49-year-old|39-year-old} Berg was born in 1980. Anna Berg is a judge."},
	{"person/two-ages", "Anna Berg, {39|93}, sings. Berg, who is 93, lives in Leeds."},
	{"person/two-ages", "Anna Berg, {52|25}, was hurt. Doctors said the 25-year-old would live."},

	{"date/range-reversed", "The bypass, built between {2004 and 1998|1998 and 2004}, is full again."},
	{"date/range-reversed", "Applications are taken from November {21 through November 7|7 through November 21}."},
	{"date/range-reversed", "The president's {2010-2006|2006-2010} term was stormy."},
	{"date/range-reversed", "The factory began making cars in {1998|1968} and stopped in 1987."},
	{"date/range-reversed", "The lockout ran from Jan. 5, {2012, until Dec. 8, 2011|2011, until Dec. 8, 2011}."},
	{"date/range-reversed", "The show runs {Aug. 30-Aug. 12|Aug. 12-Aug. 30} at the Rialto."},
	{"time/ago-mismatch", "The club last won the cup in 1999, {16|20} years ago this month."},
	{"time/ago-mismatch", "The pope, elected in 2013 {eight|six} years ago, spoke on Sunday."},
	{"time/ago-mismatch", "{Four|Three} years ago, in June 2016, Britons voted to leave."},
	{"time/ago-mismatch", "He has not been seen since March 2014, more than {seven|five} years ago."},
	{"time/ago-mismatch", "Hill, who took over in 2011 — {five|eight} years ago — is leaving."},
	{"time/ago-mismatch", "Just {two|four} days after the vote of June 9, on June 13, he quit."},
	{"time/ago-mismatch", "He won gold in 2004 and silver {six|four} years later in 2008."},
	{"time/ago-mismatch", "On May 3 the mayor resigned; {nine|six} days later, on May 9, he was charged."},
	{"time/ago-mismatch", "The plan was unveiled in 2009, {six|four} years before work began in 2013."},
	{"time/ago-mismatch", "In 1975, {five|two} years after it was elected in 1973, the government fell."},
	{"time/duration-mismatch", "The retrial, a {nine|three}-week affair that ran from May 6 to May 24, cost millions."},
	{"time/duration-mismatch", "The {30|14}-day truce, which begins on July 1 and ends on July 14, is holding."},
	{"time/duration-mismatch", "He was in jail for {20|27} years, from 1963 to 1990."},
	{"time/duration-mismatch", "Leaders meet for a {four|two}-day summit on June 28-29 in Osaka."},
	{"time/duration-mismatch", "A {seven|three}-day state visit (June 3-5) has ended."},
	{"time/duration-mismatch", "She was editor from 1988 to 1995, a {12|seven}-year stint."},
	{"time/anniversary-mismatch", "The {100th|200th} anniversary of the birth of the poet, born in 1819, fell in May."},
	{"time/anniversary-mismatch", "Wednesday was the {75th|10th} anniversary of the day in 2009 when the bridge fell."},
	{"time/anniversary-mismatch", "The club, founded in 1894, is celebrating its {75th|125th} anniversary season."},
	{"time/anniversary-mismatch", "This year is the {centenary|bicentenary} of the 1819 massacre."},
	{"time/anniversary-mismatch", "Commemorations began on Monday for the {15th|25th} anniversary of the 1994 genocide."},
	{"time/anniversary-mismatch", "She spoke a day before the {20th|30th} anniversary of the June 21, 1989 verdict."},
	{"person/age-birth-year", "Anna Berg, who will be {60|40} in July, was born in 1979."},
	{"person/age-birth-year", "Anna Berg was born July 4, 1979. She is {45|39}."},
	{"person/age-birth-year", "Anna Berg, {45|39} (born July 4, 1979), won."},
	{"person/age-birth-year", "Actress Anna Berg has died at the age of {91|81}. She was born in Riga in 1938."},
	{"person/age-birth-year", "Anna Berg died in 2001 at {81|71}. Born in 1930, she grew up in Riga."},
	{"person/age-birth-year", "Anna Berg, born in Riga in 1938, celebrated her {71st|81st} birthday in March."},
	{"person/age-birth-year", "Anna Berg was {21|19} when she fled Riga in 1957. She was born there in 1938."},
	{"person/two-ages", "Anna Berg, {83|38}, sings in Riga. At a news conference, Berg, 38, said so."},
	{"person/two-ages", "Anna Berg, {83|38}, sings in Riga. She was a star at 12. The 38-year-old now writes."},
	{"person/two-ages", "The mayor, Anna Berg, {83|38}, won. The 38-year-old mayor thanked voters."},
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

// elapsedSilent are sentences published on Thursday 20 June 2019 that only look
// like slips.
var elapsedSilent = []string{
	"The council brought the vote forward from 2012 to 2009.",
	"The deadline was moved from 15 July to 1 July.",
	"The bar is open from 11 a.m. to 2 a.m. and the pool from 10 p.m. to 6 a.m.",
	"The pass is closed from October to May, the inn from Sunday to Thursday.",
	"It rained from December 20 to January 5.",
	"Exports fell from 2010 to 1998 tonnes.",
	"The 1999-2000 season, and that of 2018/19, were dry.",
	"He got a four-year sentence for fraud from 2001 to 2011.",
	"She paid $2 million a year from 2001 to 2011.",
	"He trained every two years from 2001 to 2011.",
	"About 20 years ago, in 1998, the mill closed.",
	"More than seven years ago, in 2009, the bridge fell.",
	"A decade ago, in 2010, the bridge fell.",
	"The mill had been closed for five years since 1990 when it burned.",
	"Two years later, the mill closed.",
	"The town is preparing for the 20th anniversary of the war of 2000.",
	"It was founded in 1960 and has won ten prizes.",
	"Jane Roe, 45, met her brother Tom Roe, 54. His son, 12, was there.",
	"Jane Roe, 45, won in 1999. Aged 12, she had lost.",
	"A 15-year-old and a 16-year-old were held, said Jane Roe, 45. The 15-year-old was freed.",
	"Then-15-year-old Jane Roe fled. Jane Roe, 45, lives in Leeds.",
	"Jane Roe, one of the judges, was born in 1950.",
	"Jane Roe was born in 1950. Tom Hill, 45, said so.",
	"Jane Roe is about 70. She was born in 1950.",
}

func TestElapsedStaysSilent(t *testing.T) {
	opt := options(t, false)
	for _, text := range elapsedSilent {
		if got := elapsedFindings(t, opt, text); len(got) > 0 {
			t.Errorf("%s: %v, want nothing", text, got)
		}
	}
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
