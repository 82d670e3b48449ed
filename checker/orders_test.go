package checker

import "testing"

func TestOrderSlips(t *testing.T) {
	checkSlips(t, "date/order", []slip{
		{"2015-06-10", "After the crash on 12 March, the company grounded its fleet on 10 March.", "After the crash on 12 March, the company grounded its fleet on 14 March."},
		{"2015-06-10", "He was arrested on 3 May after the murder on 6 May.", "He was arrested on 6 May after the murder on 3 May."},
		{"2015-06-10", "He was arrested on 3 May before the murder on 1 May.", "He was arrested on 3 May after the murder on 1 May."},
		{"2015-06-10", "Two days before the vote on 4 June 2014, on 5 June 2014, he withdrew.", "Two days before the vote on 4 June 2014, on 2 June 2014, he withdrew."},
		{"2015-06-10", "The firm was founded in 1950 and expanded in 1940.", "The firm was founded in 1940 and expanded in 1950."},
		{"2015-06-10", "She was born in 1950 and graduated in 1940.", "She was born in 1940 and graduated in 1960."},
		{"2015-06-10", "They married in 1990 after they met in 1995.", "They married in 1995 after they met in 1990."},
		{"2015-06-10", "Following the election in 2010, he took office in 2008.", "Following the election in 2010, he took office in 2011."},
		{"2015-06-10", "Since winning the title in 2012 he has lost once, in 2009.", "Since winning the title in 2012 he has lost once, in 2014."},
		{"2015-06-10", "He died in 1980, three years before he published the memoir in 1975.", "He died in 1980, five years after he published the memoir in 1975."},
		{"2015-06-10", "The bank was set up in 1985 and closed in 1979.", "The bank was set up in 1979 and closed in 1985."},
		{"2015-06-10", "He joined the army in 1970 before moving to Canada in 1965.", "He joined the army in 1965 before moving to Canada in 1970."},
		{"2015-06-10", "He joined the firm in 1990. He later became its head in 1985.", "He joined the firm in 1985. He later became its head in 1990."},
		{"2015-06-10", "After graduating in 1990, she worked in Rome in 1985.", "After graduating in 1985, she worked in Rome in 1990."},
		{"2015-06-10", "The treaty was signed on 5 May 2014 after talks ended on 9 May 2014.", "The treaty was signed on 9 May 2014 after talks ended on 5 May 2014."},
		{"2015-06-10", "The strike began on 3 March and ended on 1 March.", "The strike began on 1 March and ended on 3 March."},
		{"2015-06-10", "The man was charged on 4 May and convicted on 2 May.", "The man was charged on 2 May and convicted on 4 May."},
		{"2015-06-10", "The two wed in 2004 and divorced in 2001.", "The two wed in 2001 and divorced in 2004."},
		{"2015-06-10", "Troops invaded the island in 1974 and withdrew in 1971.", "Troops invaded the island in 1971 and withdrew in 1974."},
		{"2015-06-10", "Before his death in 1998, he served as mayor in 2001.", "Before his death in 2001, he served as mayor in 1998."},
		{"2015-06-10", "Prior to the merger in 2007, the bank cut 300 jobs in 2009.", "Prior to the merger in 2009, the bank cut 300 jobs in 2007."},
		{"2015-06-10", "The bridge was closed on 8 May, a day after the flood on 10 May.", "The bridge was closed on 11 May, a day after the flood on 10 May."},
		{"2015-06-10", "He resigned in March 2012, shortly after his election in May 2012.", "He resigned in May 2012, shortly after his election in March 2012."},
		{"2015-06-10", "Born in 1950, she graduated in 1940.", "Born in 1940, she graduated in 1960."},
		{"2015-06-10", "The club, founded in 1960, moved to a new stadium in 1950 and closed in 1990.", "The club, founded in 1950, moved to a new stadium in 1960 and closed in 1990."},
		{"2015-06-10", "She was elected in 2008 and resigned in 2005.", "She was elected in 2005 and resigned in 2008."},
		{"2015-06-10", "In 1999, two years after the war in 2003, he returned.", "In 2005, two years after the war in 2003, he returned."},
		{"2015-06-10", "The suspect was released on 2 April, days before he was arrested on 30 March.", "The suspect was released on 2 April, days after he was arrested on 30 March."},
		{"2015-06-10", "Construction started in 2009 and was completed in 2007.", "Construction started in 2007 and was completed in 2009."},
		{"2015-06-10", "He moved to Spain in 2001, where he then married in 1998.", "He moved to Spain in 1998, where he then married in 2001."},
		{"2015-06-10", "The ban was introduced in 1995 and abolished in 1991.", "The ban was introduced in 1991 and abolished in 1995."},
		{"2015-06-10", "Ahead of the summit on 3 May 2015, the ministers met on 5 May 2015.", "Ahead of the summit on 5 May 2015, the ministers met on 3 May 2015."},
		{"2015-06-10", "He was jailed in 2006 following his arrest in 2008.", "He was jailed in 2008 following his arrest in 2006."},
		{"2015-06-10", "The ship sank on 7 May, five days after it left port on 9 May.", "The ship sank on 14 May, five days after it left port on 9 May."},
		{"2015-06-10", "The paper was launched in 1901 and subsequently merged with a rival in 1899.", "The paper was launched in 1899 and subsequently merged with a rival in 1901."},
		{"2015-06-10", "On 14 May, a week after the 16 May attack, the station reopened.", "On 23 May, a week after the 16 May attack, the station reopened."},
		{"2015-06-10", "The factory, which opened in 1984, closed in 1980.", "The factory, which opened in 1980, closed in 1984."},
		{"2015-06-10", "The law was passed in 1994 and repealed in 1990.", "The law was passed in 1990 and repealed in 1994."},
	})
}

func TestOrderLeftAlone(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"He won in 2008 and lost in 2004.",
		"The album was released in 1990 after 1989 had been a lean year.",
		"He was sentenced in 2005 before a ruling on a law passed in 1980.",
		"The city built the hall in 2008 after it won the right to host the games in 2012.",
		"The firm was founded in 1950 by a man who closed his first shop in 1940.",
		"Since 2010 the firm has sold the land it bought in 2005.",
		"He served from 2000 until the election in 2004 and wrote a book on the war in 1990.",
		"They met on Monday before a summit on Friday.",
		"The bank, founded in 1950, bought a rival established in 1920.",
		"He was killed in 2003 after threats over a trial planned for 2004.",
		"She was elected in 2008; her father resigned in 2005.",
		"The fair began on 3 December and ended on 5 January.",
		"He died in 1980. He was born in 1901.",
		"The bridge was closed on 4 March 2015. It opened again on 6 March 2015.",
		"He resigned in 2008 and was elected in 2012.",
		"She was elected in 2012. She had resigned in 2008.",
		"He joined the party in 2008. He left another one in 2005.",
		"Before the 20th anniversary of the attack in 1990, the square was rebuilt in 2009.",
		"After the company said it would close the plant in 2017, workers struck in May 2015.",
	} {
		if got := foundBy(t, set, "date/order", "2015-06-10", said); len(got) > 0 {
			t.Errorf("%s: %v", said, got)
		}
	}
}

func TestOrderWordings(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"Three days after the explosion on 8 March, on 5 March, the mine reopened.",
		"The ship left Oslo on 4 May and arrived in Leith on 1 May.",
		"Peace talks began in 2004, after the ceasefire of 2006.",
		"She became a judge in 1988, then moved to the high court in 1984.",
		"Following his release in 2011, Ivanov fled to Spain in 2008.",
		"Before the war began in 1914, the family emigrated in 1919.",
		"The suspect was charged on 10 April after he was arrested on 12 April.",
		"The euro was launched in 1999. It was subsequently adopted by Greece in 1997.",
		"The singer, born in 1971, released her first album in 1965.",
		"The bank collapsed on 15 September 2008, a week after regulators seized it on 20 September 2008.",
		"Ahead of the election on 7 May 2015, the party chose a leader on 9 May 2015.",
		"The factory opened in 1990 and closed in 1986.",
		"The company was established in 1978 and acquired by a rival in 1970.",
		"After leaving office in 2001, she wrote her memoirs in 1998.",
		"He was convicted in March 2012 and jailed in January 2012.",
	} {
		if len(foundBy(t, set, "date/order", "2018-04-12", said)) == 0 {
			t.Errorf("missed: %s", said)
		}
	}
}
