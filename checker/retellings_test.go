package checker

import "testing"

func TestRetellingSlips(t *testing.T) {
	const on = "2015-06-20" // a Saturday
	checkSlips(t, "date/two-dates", []slip{
		{on, "Peter Nowak was arrested in Lyon on Tuesday. A judge said that Nowak was arrested on Wednesday.", "Peter Nowak was arrested in Lyon on Tuesday. A judge said that Nowak was arrested on Tuesday."},
		{on, "Peter Nowak, a banker, was arrested on 12 May. The arrest on 14 May surprised his colleagues.", "Peter Nowak, a banker, was arrested on 12 May. The arrest on 12 May surprised his colleagues."},
		{on, "Peter Nowak was arrested at his home on 12 May. Nowak’s arrest on 14 May surprised his colleagues.", "Peter Nowak was arrested at his home on 12 May. Nowak’s arrest on 12 May surprised his colleagues."},
		{on, "A train crashed near Lyon on Tuesday, killing three people. Investigators said the crash on Wednesday was caused by ice.", "A train crashed near Lyon on Tuesday, killing three people. Investigators said the crash on Tuesday was caused by ice."},
		{on, "A train crashed near Lyon on Tuesday. Wednesday’s crash was the worst in years, officials said.", "A train crashed near Lyon on Tuesday. Tuesday’s crash was the worst in years, officials said."},
		{on, "Anna Smith was elected mayor in 1998. Since her election in 1999, rents have doubled.", "Anna Smith was elected mayor in 1998. Since her election in 1998, rents have doubled."},
		{on, "Anna Smith took office in 1998. Since taking office in 1997 she has cut taxes.", "Anna Smith took office in 1998. Since taking office in 1998 she has cut taxes."},
		{on, "The actor Jean Roux died on Friday at his home in Nice. Roux died on Thursday after a long illness, his family said.", "The actor Jean Roux died on Friday at his home in Nice. Roux died on Friday after a long illness, his family said."},
		{on, "The actor Jean Roux died on Friday. His death on Thursday was announced by his agent.", "The actor Jean Roux died on Friday. His death on Friday was announced by his agent."},
		{on, "Gunmen killed a judge in Bogota on 3 June. The killing on 5 June shocked the country.", "Gunmen killed a judge in Bogota on 3 June. The killing on 3 June shocked the country."},
		{on, "France and Spain signed a fishing treaty in Madrid on 2 June. France and Spain signed the treaty on 4 June after talks.", "France and Spain signed a fishing treaty in Madrid on 2 June. France and Spain signed the treaty on 2 June after talks."},
		{on, "A bomb exploded outside the bank in Oslo on Monday. The explosion on Tuesday broke windows.", "A bomb exploded outside the bank in Oslo on Monday. The explosion on Monday broke windows."},
		{on, "The museum of modern art opened in Oslo in 1994. The museum, which opened in Oslo in 1996, draws crowds.", "The museum of modern art opened in Oslo in 1994. The museum, which opened in Oslo in 1994, draws crowds."},
		{on, "Rebels attacked a police post near Mosul on Thursday. Thursday brought rain. The attack on Wednesday left four dead.", "Rebels attacked a police post near Mosul on Thursday. The attack on Thursday left four dead."},
		{on, "The company was founded in 1901 by two brothers. The company, founded in 1903, makes boats.", "The company was founded in 1901 by two brothers. The company, founded in 1901, makes boats."},
		{on, "Parliament voted on the budget on 9 June. The vote on 11 June was close.", "Parliament voted on the budget on 9 June. The vote on 9 June was close."},
		{on, "An earthquake struck northern Chile on 1 April. The earthquake on 3 April killed six.", "An earthquake struck northern Chile on 1 April. The earthquake on 1 April killed six."},
		{on, "The ferry sank off Crete on Sunday. It sank on Monday in a storm, the coast guard said.", "The ferry sank off Crete on Sunday. It sank on Sunday in a storm, the coast guard said."},
		{on, "Maria Lopez was killed in a shooting on 8 June. Police said Lopez was killed on 6 June.", "Maria Lopez was killed in a shooting on 8 June. Police said Lopez was killed on 8 June."},
		{on, "The minister resigned on Thursday over the leak. Her resignation on Friday came after a long debate.", "The minister resigned on Thursday over the leak. Her resignation on Thursday came after a long debate."},
		{on, "Chancellor Anna Weber and President Luc Martin met in Bonn on 3 June. Weber and Martin met in Bonn on 5 June for two hours.", "Chancellor Anna Weber and President Luc Martin met in Bonn on 3 June. Weber and Martin met in Bonn on 3 June for two hours."},
		{on, "Weber and Martin met in Bonn on 3 June. At the meeting on 5 June, Weber asked Martin for help.", "Weber and Martin met in Bonn on 3 June. At the meeting on 3 June, Weber asked Martin for help."},
		{on, "# Minister resigns on Thursday\n\nThe minister for fisheries, Anna Roe, resigned on Wednesday in Oslo.", "# Minister resigns on Wednesday\n\nThe minister for fisheries, Anna Roe, resigned on Wednesday in Oslo."},
		{on, "Two hikers disappeared in the Alps on 1 June. Since their disappearance on 3 June, rain has fallen.", "Two hikers disappeared in the Alps on 1 June. Since their disappearance on 1 June, rain has fallen."},
		{on, "Police raided the club on Monday. The raid on Tuesday netted guns.", "Police raided the club on Monday. The raid on Monday netted guns."},
		{on, "The bridge collapsed in 1989. It was rebuilt after the collapse in 1987.", "The bridge collapsed in 1989. It was rebuilt after the collapse in 1989."},
		{on, "Judge Carla Moreno was appointed in 2003. Moreno’s appointment in 2005 was contested.", "Judge Carla Moreno was appointed in 2003. Moreno’s appointment in 2003 was contested."},
		{on, "The parliament will vote on the bill on 30 June. The vote on 28 June will be public.", "The parliament will vote on the bill on 30 June. The vote on 30 June will be public."},
		{on, "The company launched its first phone in 2007. The launch in 2009 was a success.", "The company launched its first phone in 2007. The launch in 2007 was a success."},
		{on, "The couple married in June 1999. Their wedding in July 1999 was small.", "The couple married in June 1999. Their wedding in June 1999 was small."},
		{on, "On 12 May, police arrested Peter Nowak. Nowak, who was arrested on 14 May, denies it.", "On 12 May, police arrested Peter Nowak. Nowak, who was arrested on 12 May, denies it."},
		{on, "Police arrested Peter Nowak in Lyon on 12 May. Police arrested Nowak on 14 May after a tip.", "Police arrested Peter Nowak in Lyon on 12 May. Police arrested Nowak on 12 May after a tip."},
		{on, "The king was born in 1935. He was born in 1937 in Cairo.", "The king was born in 1935. He was born in 1935 in Cairo."},
		{on, "The accident on Monday killed two. The bus overturned in Monday’s accident. Police blamed the accident on Tuesday on ice.", "The accident on Monday killed two. Police blamed the accident on Monday on ice."},
		{on, "Fire destroyed the market on 4 June. The fire on 6 June began in a kitchen.", "Fire destroyed the market on 4 June. The fire on 4 June began in a kitchen."},
		{on, "The hijacking of the plane on 2 June ended without bloodshed. The hijacking on 3 June was the first since 1990.", "The hijacking of the plane on 2 June ended without bloodshed. The hijacking on 2 June was the first since 1990."},
		{on, "The court sentenced Jan Maly to ten years on 10 June. Maly was sentenced on 12 June.", "The court sentenced Jan Maly to ten years on 10 June. Maly was sentenced on 10 June."},
		{on, "The airline published its results on 5 June. The results, published by the airline on 7 June, were poor.", "The airline published its results on 5 June. The results, published by the airline on 5 June, were poor."},
		{on, "NATO forces invaded the island in 1983. After the invasion in 1985, elections were held.", "NATO forces invaded the island in 1983. After the invasion in 1983, elections were held."},
		{on, "He graduated from Yale in 1970. After his graduation in 1972 he taught.", "He graduated from Yale in 1970. After his graduation in 1970 he taught."},
	})
}

func TestRetellingLeftAlone(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"A man died on Tuesday in Lyon. Another man died on Wednesday in Lyon.",
		"A soldier was killed on Monday. A soldier was killed on Tuesday.",
		"The army attacked the town on Monday. It attacked the town again on Wednesday.",
		"Weber met Martin on 3 June. Weber met the king on 5 June.",
		"The index closed at 2,000 points on Monday. The index closed at 2,100 points on Tuesday.",
		"The attack on Monday killed two. A second attack on Tuesday killed three.",
		"The train crashed on Monday. The plane crashed on Tuesday.",
		"Smith was elected in 1998. Smith was re-elected in 2002.",
		"She visited Paris on Monday. She visited Rome on Tuesday.",
		"The meeting on Monday was short. The meeting on Thursday will be longer.",
		"Police arrested Nowak on 12 May. Police arrested Kowalski on 14 May.",
		"He died in May 2001. The funeral was held in June 2001.",
		"The court was to rule on 3 June. The court ruled on 5 June.",
		"The summit was held in Rome in 1999. The summit was held in Lima in 2001.",
		"The vote was planned for 3 June. The vote on 5 June was close.",
		"Correction: Nowak was arrested on Tuesday, not on Wednesday.",
		"Nowak was arrested on Tuesday. He was released on Wednesday.",
		"The fair opens at 9 on Monday. The fair opens at 10 on Sunday.",
		"Peter Nowak was arrested on 12 May. His brother was arrested on 14 May.",
		"An earthquake struck Chile on 1 April. The earthquake in 1960 was stronger.",
	} {
		if got := foundBy(t, set, "date/two-dates", "2015-06-20", said); len(got) > 0 {
			t.Errorf("%s: %v", said, got)
		}
	}
}

func TestRetellingWordings(t *testing.T) {
	set := shippedRules(t)
	for _, said := range []string{
		"The pilot Erik Lund was killed when his plane crashed near Bergen on Monday. Lund’s family said he had called them before the crash on Sunday.",
		"A 6.1-magnitude quake hit eastern Turkey on Tuesday, killing five people. Tuesday was a holiday. The quake, which hit on Wednesday, damaged a school.",
		"Officers detained the journalist Leyla Kaya in Ankara on 3 April. Her detention on 5 April drew protests.",
		"The opposition won the election on 1 April. Since the election on 2 April, its leaders have met daily.",
		"Former president Tomas Vega died on Saturday. Vega, who died on Friday, ruled for ten years.",
		"The rebels released 12 hostages on 30 March. The hostages were released on 28 March at the border.",
		"The theatre reopened in 2011. The theatre, which reopened in 2013 after repairs, seats 900.",
		"Gunmen attacked a convoy near Gao on Monday. No group has claimed Tuesday’s attack.",
		"Google acquired the startup in 2014. Since the acquisition in 2012, it has doubled its staff.",
		"The ministers signed the accord in Vienna on 14 July 2015. The accord, signed in Vienna on 16 July 2015, limits enrichment.",
		"The trial of Karl Brandt opened in Munich on Monday. Brandt’s trial opened on Wednesday under tight security.",
		"A ferry capsized off Tanzania on 20 March, drowning 40 people. Divers have found 30 bodies since the ferry capsized on 22 March.",
		"A bomb killed three soldiers in Kabul on Sunday. The soldiers were killed on Saturday, the ministry said.",
		"Maria Santos was born in Porto on 3 May 1950. Santos, born in Porto on 5 May 1950, never married.",
		"Chen Wei was appointed finance minister in March. Since his appointment in February, Chen has met bankers.",
		"The parliament approved the pension reform on 27 March. Thousands have marched since parliament approved the reform on 29 March.",
		"# Blast on Sunday kills six in Karachi\n\nA blast killed six people in Karachi on Monday, police said.",
		"The volcano erupted on 1 April. The eruption on 3 April forced thousands to flee.",
		"The king abdicated in 2014. After his abdication in 2016 he moved abroad.",
		"Rossi resigned as mayor on 9 April. His resignation on 10 April followed a raid.",
	} {
		if len(foundBy(t, set, "date/two-dates", "2018-04-12", said)) == 0 {
			t.Errorf("missed: %s", said)
		}
	}
}
