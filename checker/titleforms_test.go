package checker

import "testing"

// Titles in more wordings: the first of each pair excludes the title told above.
func TestTwoTitlesForms(t *testing.T) {
	testTwins(t, "role/two-titles", "2019-04-10", []string{
		"Rain fell.\n\nThe bishop, Monsignor Luis Ortega, celebrated mass. {Cardinal|Bishop} Ortega asked the faithful to pray.",
		"Rain fell.\n\nIngrid Roe, who is finance minister, spoke. {Foreign|Finance} Minister Roe left.",
		"Rain fell.\n\nForeign Minister Ingrid Roe spoke. Roe, Norway’s {finance|foreign} minister, left.",
		"Rain fell.\n\nMayor Ingrid Roe spoke. Roe, {governor|mayor} of Bergen, left.",
		"Rain fell.\n\nMayor Ingrid Roe spoke. The {governor|mayor} of Bergen, Ingrid Roe, left.",
		"Rain fell.\n\nU.S. Treasury Secretary Ingrid Roe spoke. U.S. {Energy|Treasury} Secretary Roe left.",
		"Rain fell.\n\nU.S. Sen. Ingrid Roe spoke. U.S. {Rep.|Sen.} Ingrid Roe left.",
		"Rain fell.\n\nPolice Sgt. Ingrid Roe spoke. {Lt.|Sgt.} Roe left.",
		"Rain fell.\n\nInspector Ingrid Roe spoke. {Superintendent|Inspector} Roe left.",
		"Rain fell.\n\nSheriff Ingrid Roe spoke. {Police Chief|Sheriff} Roe left.",
		"Rain fell.\n\nPremier Ingrid Roe spoke. {President|Premier} Roe left.",
		"Rain fell.\n\nThe president, Ingrid Roe, spoke. {Prime Minister|President} Roe left.",
		"Rain fell.\n\nMr Tom Lane, the defence secretary, spoke. {Health|Defence} Secretary Lane left.",
		"Rain fell.\n\nHome Secretary Ingrid Roe spoke. {Foreign|Home} Secretary Roe left.",
		"Rain fell.\n\nIngrid Roe is Norway’s finance minister. {Foreign|Finance} Minister Roe left.",
		"Rain fell.\n\nJudge Ingrid Roe spoke. {Senator|Judge} Roe left.",
		"Rain fell.\n\nThe judge, Ingrid Roe, spoke. {Prosecutor|Judge} Roe left.",
		"Rain fell.\n\nMaj. Gen. Tom Lane spoke. {Lt. Gen.|Gen.} Lane left.",
		"Rain fell.\n\nVice Adm. Tom Lane spoke. {Rear Adm.|Adm.} Lane left.",
		"Rain fell.\n\nThe talks were led by Foreign Minister Tom Lane and Ingrid Roe. Roe and {Finance|Foreign} Minister Lane left.",
		"Rain fell.\n\nTom Lane, chief financial officer of the bank, spoke. Lane, the {chief executive|chief financial officer}, left.",
		"Rain fell.\n\nTom Lane, the goalkeeper, was hurt. {Striker|Goalkeeper} Lane left.",
		"Rain fell.\n\nTom Lane, the tourism minister, spoke. {Transport|Tourism} Minister Lane left.",
		"Rain fell.\n\nAttorney General Tom Lane spoke. {Governor|Attorney General} Lane left.",
		"Rain fell.\n\nFinance Minister Tom Lane said so. The {defence|finance} minister, Tom Lane, left.",
		"Rain fell.\n\nProf. Tom Lane spoke. {Sgt.|Prof.} Lane left.",
		"Rain fell.\n\nState Rep. Tom Lane spoke. State {Sen.|Rep.} Lane left.",
		"Rain fell.\n\nRev. Tom Lane, the archbishop, spoke. {Bishop|Archbishop} Lane left.",
	})
}

// Quotations in more wordings.
func TestQuoteForms(t *testing.T) {
	testTwins(t, "quote/two-speakers", "2019-04-10", []string{
		"Rain fell.\n\n“We came at dawn and left at dusk,” Tom Lane said. It was cold. Rain fell.\n\nIn the words of {Ingrid Roe|Lane}, “We came at dawn and left at dusk.”",
		"Rain fell.\n\n“We came at dawn and left at dusk,” Tom Lane said. It was cold. Rain fell.\n\n“We came at dawn and left at dusk,” {Ingrid Roe|Tom Lane} was quoted as saying.",
		"Rain fell.\n\n“We came at dawn,” Tom Lane said, “and left at dusk.” It was cold. Rain fell.\n\n“We came at dawn and left at dusk,” {Ingrid Roe|Tom Lane} said.",
		"Rain fell.\n\nTom Lane put it like this: “We came at dawn and left at dusk.” It was cold. Rain fell.\n\n“We came at dawn and left at dusk,” {Ingrid Roe|Tom Lane} said.",
	})
	testTwins(t, "quote/two-wordings", "2019-04-10", []string{
		"# ‘We have lost {nothing|everything},’ farmer says\n\nThe flood took the barn. “We have lost everything,” said Tom Lane.",
		"Rain fell.\n\n“We came at {dusk|dawn},” Tom Lane said, “and left at night.” It was cold. Rain fell.\n\n“We came at dawn and left at night,” he said.",
		"Rain fell.\n\n‘We came at {dusk|dawn} and left at night,’ Tom Lane said. It was cold. Rain fell.\n\n‘We came at dawn and left at night,’ he said.",
	})
}
