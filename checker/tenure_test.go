package checker

import "testing"

// The office and the time at which the text gives it, in ordinary wordings: the
// first of each pair held the office at another time.
func TestOfficeDateForms(t *testing.T) {
	testTwins(t, "role/office-date", "2011-05-18", []string{
		"Rain fell.\n\nRoads were empty.\n\nU.S. President {George W. Bush|Barack Obama} said on Tuesday that he would sign the bill.",
		"Rain fell.\n\nRoads were empty.\n\nThe wall fell in November 1989, when {Gerhard Schroeder|Helmut Kohl} was German chancellor.",
		"Rain fell.\n\nRoads were empty.\n\nIn 1985, when {Jimmy Carter|Ronald Reagan} was president, the base was closed.",
		"Rain fell.\n\nRoads were empty.\n\nThe base was closed in 1985, when {Bill Clinton|Ronald Reagan} was the U.S. president.",
		"Rain fell.\n\nRoads were empty.\n\n{Tony Blair|Margaret Thatcher}, who was prime minister in 1985, opened the bridge.",
		"Rain fell.\n\nRoads were empty.\n\n{John Major|Margaret Thatcher} was Britain’s prime minister in 1985.",
		"Rain fell.\n\nRoads were empty.\n\nThe treaty was signed in 1975 by then-President {Jimmy Carter|Gerald Ford}.",
		"Rain fell.\n\nRoads were empty.\n\nThe law was passed in 1995 under President {Ronald Reagan|Bill Clinton}.",
		"Rain fell.\n\nRoads were empty.\n\nUnder President {Nixon|Carter}, in 1978, the canal changed hands.",
		"Rain fell.\n\nRoads were empty.\n\nIn 1962, President {Nixon|Kennedy} sent the ships home.",
		"Rain fell.\n\nRoads were empty.\n\nPrime Minister {Tony Blair|Margaret Thatcher} visited the islands in January 1983.",
		"Rain fell.\n\nRoads were empty.\n\nPrime Minister {Thatcher|Callaghan} closed the mine in 1978.",
		"Rain fell.\n\nRoads were empty.\n\nChancellor {Schroeder|Kohl} opened the canal in September 1992.",
		"Rain fell.\n\nRoads were empty.\n\nThe French president, {François Mitterrand|Jacques Chirac}, visited the town in 1998.",
		"Rain fell.\n\nRoads were empty.\n\nShe met President {Boris Yeltsin|Vladimir Putin} in Moscow in March 2003.",
		"Rain fell.\n\nRoads were empty.\n\nThe order of President {Carter|Reagan} dates from 1983.",
		"Rain fell.\n\nRoads were empty.\n\nPresident {Carter|Reagan}’s visit in 1983 was short.",
		"Rain fell.\n\nRoads were empty.\n\nA speech of May 3, 1983, by President {Carter|Reagan} was read aloud.",
		"Rain fell.\n\nRoads were empty.\n\nFrench President {Jacques Chirac|Nicolas Sarkozy} said the plan was dead.",
		"Rain fell.\n\nRoads were empty.\n\nGerman Chancellor {Helmut Kohl|Angela Merkel} has said she will not pay.",
		"Rain fell.\n\nRoads were empty.\n\nThe Russian president, {Boris Yeltsin|Dmitry Medvedev}, told reporters on Monday that he would go.",
		"Rain fell.\n\nRoads were empty.\n\n“We agree,” said British Prime Minister {Tony Blair|David Cameron}.",
		"Rain fell.\n\nRoads were empty.\n\n“We agree,” British Prime Minister {Gordon Brown|David Cameron} said.",
		"Rain fell.\n\nRoads were empty.\n\n{Silvio Berlusconi|Romano Prodi}, prime minister of Italy, signed the pact in April 2007.",
		"Rain fell.\n\nRoads were empty.\n\nThen-Prime Minister {Tony Blair|John Major} closed the yard in 1993.",
		"Rain fell.\n\nRoads were empty.\n\nThe then French president, {Jacques Chirac|François Mitterrand}, opened the tunnel in May 1994.",
		"Rain fell.\n\nRoads were empty.\n\nIn May 1994 the tunnel was opened by French President {Jacques Chirac|François Mitterrand}.",
		"Rain fell.\n\nRoads were empty.\n\nIn 1971 the government of Prime Minister {Harold Wilson|Edward Heath} changed the coins.",
		"Rain fell.\n\nRoads were empty.\n\nThe coins were changed in 1971 by the {Wilson|Heath} government under Prime Minister {Harold Wilson|Edward Heath}.",
		"Rain fell.\n\nRoads were empty.\n\nIt was 1994 and {John Kennedy|Bill Clinton} was president.",
		"Rain fell.\n\nRoads were empty.\n\nPrime Minister {Manmohan Singh|Atal Behari Vajpayee} of India took the bus to Lahore in February 1999.",
		"Rain fell.\n\nRoads were empty.\n\nIsraeli Prime Minister {Ariel Sharon|Yitzhak Rabin} was thanked in Oslo in December 1994.",
	})
}

// What is true of people who hold an office no longer, or not yet.
func TestOfficeDateSilent(t *testing.T) {
	set := shippedRules(t)
	for _, src := range []string{
		"President Obama was born in 1961.",
		"President Bush graduated in 1968.",
		"President Nixon died in 1994.",
		"A statue of President Kennedy was put up in 1973.",
		"The school was named for President Kennedy in 1965.",
		"In 2004, President Ronald Reagan's funeral closed the city.",
		"Joe Clark, president of the college, spoke in 1999.",
		"University President Carter spoke in 1999.",
		"Harbour Bank President Nixon spoke in 1999.",
		"Former President Bill Clinton spoke in 2009.",
		"Gordon Brown was the finance minister in 1999.",
		"Tony Blair was prime minister until 2007.",
		"Tony Blair was elected prime minister in 1997.",
		"In 2009, scholars ranked President Truman fifth.",
		"Asked in 2009 about President Reagan, she smiled.",
		"President Barack Obama attended the school in 1979.",
		"In 2009, when Tony Blair was no longer prime minister, the law was changed.",
		"In 1999 Prime Minister Clark of New Zealand spoke.",
		"Prime Minister Helen Clark spoke in 2001. Prime Minister Clark left in 2002.",
		"Helmut Kohl was the longest-serving chancellor, and in 2009 he was ill.",
	} {
		if n := countFindings(t, set, "role/office-date", "2011-05-18", "Rain fell.\n\nRoads were empty.\n\n"+src); n != 0 {
			t.Errorf("%d findings: %s", n, src)
		}
	}
}
