package story

import (
	"testing"

	"factcheck/internal/page/pagetest"
)

const floodMarch = "---\npublished: 2019-03-12\n---\nHomes under water in Tarnvale\n\nForty homes were flooded in Tarnvale on Monday when the river Sorn burst its banks after two days of rain," +
	" the council said. Firefighters used boats to bring out seventeen people, among them a couple in their nineties, and the parish hall was opened as a shelter.\n"

// Each row is a report beside that of the flood of Monday 11 March 2019.
func TestJudge(t *testing.T) {
	first := sheetOf(t, floodMarch)
	for _, tt := range []struct {
		name, src string
		two       bool
	}{
		{"the same day in other words", "---\npublished: 2019-03-13\n---\nClean-up begins\n\nPeople in Tarnvale were shovelling silt out of their kitchens after the Sorn rose on 11 March" +
			" faster than anybody could remember. The fire service took residents out by boat, and many more were helped by neighbours with tractors, a councillor said.\n", false},
		{"another flood, weeks later", "---\npublished: 2019-04-23\n---\nTarnvale flooded\n\nTwelve houses were flooded in Tarnvale on Monday when the lake beside the village rose over the road," +
			" the council said. Civil defence moved nine people to a hotel, and most families had time to carry their furniture upstairs before the water came in.\n", true},
		{"another, with the first as background", "---\npublished: 2019-04-23\n---\nTarnvale flooded\n\nTwelve houses were flooded in Tarnvale on Monday when the lake beside the village rose over the road," +
			" the council said. Forty homes had been swamped there on 11 March when the river burst its banks, and the ground was still full, engineers said.\n", true},
		{"what came of it, weeks later", "---\npublished: 2019-04-23\n---\nInquiry opens\n\nAn inquiry into the flood that swamped forty homes in Tarnvale on 11 March opened on Monday, and the judge heard" +
			" two residents. Their houses had stood under water for three days, and nobody had come to tell them whether they could ever go back there.\n", false},
		{"a brief", "---\npublished: 2019-04-23\n---\nFlood\n\nHouses were flooded in Tarnvale on Monday.\n", false},
	} {
		score, why := judge(first, sheetOf(t, tt.src))
		if two := score < coreBound; two != tt.two || two != (why != nil) {
			t.Errorf("%s: %v, %v", tt.name, score, why)
		}
	}
}

func sheetOf(t *testing.T, src string) *sheet {
	d := pagetest.Read(t, src)
	return &sheet{d, coreOf(d), likeSheetOf(d)}
}
