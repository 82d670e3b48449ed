package counts

import (
	"strings"
	"testing"

	"factcheck/internal/page/pagetest"
)

// TestRecounts reads articles with a slip, and their right twins, which stay
// silent.
func TestRecounts(t *testing.T) {
	tests := []struct{ wrong, right, kind string }{
		{"# Five killed in bus crash\n\nA bus plunged off a bridge in southern Peru, killing six people and injuring dozens, police said.\n\nOfficials gave no further details on the cause.\n",
			"# Six killed in bus crash\n\nA bus plunged off a bridge in southern Peru, killing six people and injuring dozens, police said.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# 12 hurt as tram jumps rails\n\nAt least 21 people were injured when a tram left the rails in Lisbon.\n\nOfficials gave no further details on the cause.\n",
			"# 21 hurt as tram jumps rails\n\nAt least 21 people were injured when a tram left the rails in Lisbon.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Police arrest 40 after football riot\n\nPolice in Turin detained 60 fans after fighting broke out outside the stadium.\n\nOfficials gave no further details on the cause.\n",
			"# Police arrest 60 after football riot\n\nPolice in Turin detained 60 fans after fighting broke out outside the stadium.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Carmaker to cut 3,000 jobs\n\nThe carmaker said it would axe 5,000 jobs at three plants by next summer.\n\nOfficials gave no further details on the cause.\n",
			"# Carmaker to cut 5,000 jobs\n\nThe carmaker said it would axe 5,000 jobs at three plants by next summer.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Profit up 12 percent at brewer\n\nThe brewer said profit rose 21 percent last year on strong sales in Asia.\n\nOfficials gave no further details on the cause.\n",
			"# Profit up 21 percent at brewer\n\nThe brewer said profit rose 21 percent last year on strong sales in Asia.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Bank fined $5 million over fees\n\nThe bank was fined $50 million for overcharging customers, the regulator said.\n\nOfficials gave no further details on the cause.\n",
			"# Bank fined $50 million over fees\n\nThe bank was fined $50 million for overcharging customers, the regulator said.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Quake kills 17 in Turkey\n\nA strong earthquake left 71 people dead in eastern Turkey, the governor said.\n\nOfficials gave no further details on the cause.\n",
			"# Quake kills 71 in Turkey\n\nA strong earthquake left 71 people dead in eastern Turkey, the governor said.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Eight miners trapped underground\n\nNine miners were trapped after a tunnel collapsed in a coal mine.\n\nOfficials gave no further details on the cause.\n",
			"# Nine miners trapped underground\n\nNine miners were trapped after a tunnel collapsed in a coal mine.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Two soldiers die in Basra blast\n\nA roadside bomb killed three soldiers in Basra, the army said.\n\nOfficials gave no further details on the cause.\n",
			"# Three soldiers die in Basra blast\n\nA roadside bomb killed three soldiers in Basra, the army said.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Nearly 50 hurt in train collision\n\nSome 94 people were injured when two trains collided near Lyon.\n\nOfficials gave no further details on the cause.\n",
			"# Nearly 50 hurt in train collision\n\nSome 49 people were injured when two trains collided near Lyon.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Death toll in floods hits 30\n\nThe death toll from floods in Kerala rose to 43 on Tuesday.\n\nOfficials gave no further details on the cause.\n",
			"# Death toll in floods hits 43\n\nThe death toll from floods in Kerala rose to 43 on Tuesday.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Company buys rival for $1.2 billion\n\nThe company agreed to buy its smaller rival for $2.1 billion in cash.\n\nOfficials gave no further details on the cause.\n",
			"# Company buys rival for $2.1 billion\n\nThe company agreed to buy its smaller rival for $2.14 billion in cash.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Oil falls 4 percent\n\nOil prices fell 6 percent to their lowest level in a year.\n\nOfficials gave no further details on the cause.\n",
			"# Oil falls 6 percent\n\nOil prices fell 6 percent to their lowest level in a year.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Hijackers free 15 hostages\n\nHijackers released 25 hostages from the airliner at Larnaca.\n\nOfficials gave no further details on the cause.\n",
			"# Hijackers free 25 hostages\n\nHijackers released 25 hostages from the airliner at Larnaca.\n\nOfficials gave no further details on the cause.\n", tieHeadline},
		{"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nThe 14 people killed included a baker and his son.\n",
			"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nThe 12 people killed included a baker and his son.\n", tieRepeat},
		{"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nRelatives buried the 15 dead in a common grave.\n",
			"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nRelatives buried the 12 dead in a common grave.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe 200-member parliament voted to dissolve itself.\n\nA new election for the 250-member parliament will be called.\n",
			"# Council meets on river plans\n\nThe 200-member parliament voted to dissolve itself.\n\nA new election for the 200-member parliament will be called.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe builder won a $5 million contract to mend the bridge.\n\nWork under the $6 million contract begins in spring.\n",
			"# Council meets on river plans\n\nThe builder won a $5 million contract to mend the bridge.\n\nWork under the $5 million contract begins in spring.\n", tieRepeat},
		{"# Council meets on river plans\n\nA 300-page report blamed the captain for the wreck.\n\nThe 310-page report will go to the minister.\n",
			"# Council meets on river plans\n\nA 300-page report blamed the captain for the wreck.\n\nThe 300-page report will go to the minister.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe fund bought a 30 percent stake in the brewery.\n\nThe 35 percent stake gives it two seats on the board.\n",
			"# Council meets on river plans\n\nThe fund bought a 30 percent stake in the brewery.\n\nThe 30 percent stake gives it two seats on the board.\n", tieRepeat},
		{"# Council meets on river plans\n\nA ferry with 120 passengers ran aground off Samos.\n\nThe 130 passengers were taken ashore by fishermen.\n",
			"# Council meets on river plans\n\nA ferry with 120 passengers ran aground off Samos.\n\nThe 120 passengers were taken ashore by fishermen.\n", tieRepeat},
		{"# Council meets on river plans\n\nJudges freed seven sailors held since May.\n\nThe nine sailors flew home.\n",
			"# Council meets on river plans\n\nJudges freed seven sailors held since May.\n\nThe seven sailors flew home.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe town signed a contract worth 40 million euros for new trams.\n\nOpponents say the 45 million euro contract is too dear.\n",
			"# Council meets on river plans\n\nThe town signed a contract worth 40 million euros for new trams.\n\nOpponents say the 40 million euro contract is too dear.\n", tieRepeat},
		{"# Council meets on river plans\n\nEngineers opened a 12-mile tunnel under the strait.\n\nThe 14-mile tunnel took six years to dig.\n",
			"# Council meets on river plans\n\nEngineers opened a 12-mile tunnel under the strait.\n\nThe 12-mile tunnel took six years to dig.\n", tieRepeat},
		{"# Council meets on river plans\n\nRebels released 18 hostages near the border.\n\nThe 16 hostages were in good health, the Red Cross said.\n",
			"# Council meets on river plans\n\nRebels released 18 hostages near the border.\n\nThe 18 hostages were in good health, the Red Cross said.\n", tieRepeat},
		{"# Council meets on river plans\n\nCustoms officers seized 45 rifles in a lorry at Dover.\n\nThe 54 rifles were hidden under onions.\n",
			"# Council meets on river plans\n\nCustoms officers seized 45 rifles in a lorry at Dover.\n\nThe 45 rifles were hidden under onions.\n", tieRepeat},
		{"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nIn all, 14 people were killed in the attack, the worst this year.\n",
			"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nIn all, 12 people were killed in the attack, the worst this year.\n", tieRepeat},
		{"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nA total of 16 people died in the blast, a doctor said.\n",
			"# Council meets on river plans\n\nA bomb tore through a market in Basra, killing 12 people and wounding 30, police said.\n\nA total of 12 people died in the blast, a doctor said.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe 15-nation bloc will vote on the treaty.\n\nLeaders of the 17-nation bloc meet again in June.\n",
			"# Council meets on river plans\n\nThe 15-nation bloc will vote on the treaty.\n\nLeaders of the 15-nation bloc meet again in June.\n", tieRepeat},
		{"# Council meets on river plans\n\nVoters elected 40 women to the chamber.\n\nAll 44 women took their seats on Monday.\n",
			"# Council meets on river plans\n\nVoters elected 40 women to the chamber.\n\nAll 40 women took their seats on Monday.\n", tieRepeat},
		{"# Council meets on river plans\n\nThe museum bought the painting for $2.5 million.\n\nThe painting, which cost $3.5 million, will hang in the hall.\n",
			"# Council meets on river plans\n\nThe museum bought the painting for $2.5 million.\n\nThe painting, which cost $2.5 million, will hang in the hall.\n", tieRepeat},
	}
	for _, tt := range tests {
		got := Read(pagetest.Read(t, tt.wrong))
		if len(got) != 1 || got[0].Kind != tt.kind {
			t.Errorf("%s: %d found", tt.wrong, len(got))
		}
		for _, f := range Read(pagetest.Read(t, tt.right)) {
			t.Errorf("%s: “%s” and “%s”", tt.right, f.First.Text, f.Second.Text)
		}
	}
}

// TestRecountsLeftAlone reads numbers that differ for a reason.
func TestRecountsLeftAlone(t *testing.T) {
	for _, s := range []string{
		"A bomb killed 12 people in Basra. Another 14 people died in a second blast.",
		"A bomb killed 12 people in Basra. The toll later rose to 14.",
		"A bomb killed five soldiers and seven civilians. The 12 people killed were buried at once.",
		"Some 300 workers struck. The 320 Polish workers at the mill did not.",
		"About 50 guests came. The 48 guests danced.",
		"At least 12 people died. The 14 people who died were sailors.",
		"The 100-share index fell. The 30-share index rose.",
		"The builder won a $5 million supply contract. The $6 million repair contract went to a rival.",
		"Police held 24 students. Four of them were freed. The 20 students still in jail wrote home.",
		"She has a 30 percent stake in the brewery. The 35 percent stake in Harbour Bank was sold.",
	} {
		for _, f := range Read(pagetest.Read(t, pagetest.Story(s))) {
			t.Errorf("%s: “%s” and “%s”", s, f.First.Text, f.Second.Text)
		}
	}
}

func TestRecountsOfHostileText(t *testing.T) {
	for _, s := range []string{"12 people died. The 14 people. ", "$4.5 million oil fund ", "The 6 million contract worth 5 of 3 ", "9 and 9 or 9 to 9 "} {
		Read(pagetest.Read(t, pagetest.Story(strings.Repeat(s, 3000))))
	}
}
