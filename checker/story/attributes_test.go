package story

import (
	"slices"
	"testing"

	"factcheck/internal/page/pagetest"
)

// padding makes a report long enough to be told apart; it holds no typed value.
const padding = " People who stood by said that it had been a long day, and that they would remember it. Nobody wished to add anything to what had been said, and so everybody went home in the rain."

// Each row is two leads without a date, and what one attribute says of them.
func TestAttributes(t *testing.T) {
	for _, tt := range []struct {
		attribute, a, b string
		sign            int
	}{
		{"sequence", "Envoys ended the third round of talks.", "Envoys opened the fourth round of talks.", -1},
		{"sequence", "Envoys ended the third round of talks.", "The talks went into a third round.", 0},
		{"sequence", "Profit rose in the second quarter.", "Third-quarter profit fell.", -1},
		{"sequence", "The Hawks won game three.", "The Hawks lost the fourth game.", -1},
		{"sequence", "The jury met for a second day.", "The jury met for a third day.", 0},
		{"score", "Harwich beat Alderton 3-0.", "Harwich beat Alderton 2-1.", -1},
		{"score", "Harwich beat Alderton 3-0.", "It ended 3-0 for Harwich.", 1},
		{"score", "The bill failed by a vote of 14 to 16.", "The senate passed the bill by 17 votes to 13.", -1},
		{"score", "The bill passed by a vote of 8 to 5.", "It was passed 8 to 5, after a plan was beaten 9 to 4.", 1},
		{"score", "The bill passed 17-13.", "Three weeks after it was beaten 16 to 14, the senate passed the bill, 17 votes to 13.", 1},
		{"score", "The bill was beaten 16 to 14.", "Three weeks after it was beaten 16 to 14, the senate passed the bill, 17 votes to 13.", -1},
		{"magnitude", "A quake of magnitude 7.1 hit Qaren.", "A quake of magnitude 5.6 hit Qaren.", -1},
		{"magnitude", "A quake of magnitude 6.4 hit Qaren.", "A quake of magnitude 6.2 hit Qaren.", 0},
		{"outcome", "A jury convicted Walter Pascoe of murder.", "A court quashed the conviction of Walter Pascoe.", -1},
		{"outcome", "The senate passed the bill.", "Senators approved the bill.", 0},
		{"outcome", "Profit rose at the bank.", "Profit fell at the bank.", -1},
		{"outcome", "Profit rose at the bank.", "Costs fell at the bank.", 0},
		{"roles", "Harwich beat Alderton.", "Alderton beat Harwich.", -1},
		{"roles", "Harwich beat Alderton.", "Harwich defeated Alderton.", 0},
		{"age", "Sara Yelin, 46, was arrested.", "Police seized Sara Yelin, 48.", -1},
		{"age", "Sara Yelin, 46, was arrested.", "Police seized Sara Yelin, 47.", 0},
		{"earlier", "Twenty-one passengers were hurt when the ferry rammed the quay.", "The ferry ran aground. The captain saw a buoy. Two years ago it rammed the quay and injured 21 passengers.", -1},
		{"earlier", "Twenty-one passengers were hurt when the ferry rammed the quay.", "The ferry rammed the quay. It was built two years ago. Its owner hurt 21 passengers.", 0},
		{"earlier", "Police fired tear gas at the crowd.", "The march was calm. A band played. It was a contrast to the rally a month before, when tear gas was fired.", -1},
		{"earlier", "Police fired tear gas at the crowd.", "The crowd threw stones. A band played. Tear gas was fired. The road opened a month before.", 0},
		{"earlier", "The firm showed a small car, the Glider 3.", "The firm showed a lorry. It is blue. It brought out the Glider 3, a small car, earlier in the year.", -1},
		{"counterpart", "President Anna Abelson telephoned Prime Minister Boris Brandt about lorries.", "President Anna Abelson telephoned Prime Minister Carla Conti about lorries.", -1},
		{"counterpart", "President Anna Abelson telephoned Prime Minister Boris Brandt about lorries.", "Boris Brandt had a call from Anna Abelson about lorries.", 0},
		{"undergoer", "Police arrested Dan Unwin at the port.", "Police arrested Ewan Vane at the port.", -1},
		{"undergoer", "Police arrested Dan Unwin at the port.", "Ewan Vane was arrested. Dan Unwin was with him.", 0},
		{"undergoer", "Norcom is to buy Trilane Systems.", "Norcom will not buy Halden Systems.", 0},
		{"month", "The river flooded the town in April.", "The river flooded the town in August.", -1},
		{"month", "The river flooded the town in April.", "In May the town was still wet.", 0},
		{"month", "The river flooded the town in April.", "In August the river rose. The last flood was in April.", 0},
		{"weekday", "The ferry rammed the quay on Tuesday.", "The ferry rammed the quay on Friday.", -1},
		{"weekday", "The ferry rammed the quay on Tuesday.", "The ferry rammed the quay late on Monday.", 0},
		{"weekday", "The ferry rammed the quay on Tuesday.", "On Friday the captain was charged.", 0},
		{"money", "Norcom bought the firm for $5.4 billion.", "Norcom bought the firm for $334 million.", -1},
		{"money", "Norcom bought the firm for $334 million.", "Norcom paid about $330 million.", 0},
		{"outcome", "A jury found Walter Pascoe guilty of murder.", "A jury found Walter Pascoe not guilty of murder.", -1},
		{"outcome", "Walter Pascoe had pleaded not guilty.", "A jury found Walter Pascoe guilty of murder.", 0},
		{"earlier", "A family of four died in a fire in Millbrook.", "A fire drove nine people out of a house. A band played. In the spring a family of four had died in a fire nearby.", -1},
		{"earlier", "A family of four died in a fire in Millbrook.", "A family of four died in a fire. A band played. In the spring they had a new roof.", 0},
		{"earlier", "The firm recalled vans because of their brakes.", "A recall of seats began. A band played. The firm, which had to recall vans before because of brakes, was sorry.", -1},
		{"earlier", "The firm earned 71 million euros on tiles.", "The firm is glad. A band played. It earned a third more than last year on tiles, 71 million euros.", 0},
		{"earlier", "A coach with pilgrims crashed on a pass.", "The driver was charged with manslaughter on Monday. A band played. The coach with pilgrims had crashed on a pass in winter.", 0},
		{"sequence", "Pump makers earned more in the second quarter.", "Pump makers earned more. In the first quarter earnings had fallen.", 0},
		{"place", "The talks opened in Muscat.", "The talks opened in Vienna.", -1},
		{"place", "Lake states ended their summit in Bukora.", "The summit in Selwyn ended without a statement.", -1},
		{"place", "Farmers and Wellington agreed on lamb.", "The minister spoke to London about lamb.", 0},
		{"place", "The talks opened in Muscat.", "The talks opened in Vienna. The last were held in Muscat.", 0},
		{"number", "The bridge cost 48 million euros.", "The bridge cost almost 50 million euros.", 1},
		{"number", "The bridge cost 48 million euros.", "The bridge cost 92 million euros.", -1},
	} {
		a, b := sheetOf(t, "News\n\n"+tt.a+padding+"\n"), sheetOf(t, "News\n\n"+tt.b+padding+"\n")
		i := slices.IndexFunc(attributes[:], func(x attribute) bool { return x.name == tt.attribute })
		if i < 0 {
			t.Errorf("no attribute %s", tt.attribute)
			continue
		}
		if got := attributes[i].compare(a, b).weight; sign(got) != tt.sign {
			t.Errorf("%s: “%s” and “%s”: %v, want sign %d", tt.attribute, tt.a, tt.b, got, tt.sign)
		}
	}
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// A number may be another rounded, of the same thing only.
func TestFigureMeets(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		meet bool
	}{
		{"48 million euros", "almost 50 million euros", true},
		{"17 people", "23 people", false},
		{"more than 40 bodies", "43 bodies", true},
		{"1,100 drivers", "some eleven hundred drivers", true},
		{"53.2 percent", "52.9 percent", false},
		{"50 million euros", "50 million dollars", false},
	} {
		one := func(s string) *figure {
			d := pagetest.Read(t, "News\n\nThere were "+s+".\n")
			all := figuresOf(d, len(d.Parsed))
			if len(all) != 1 {
				t.Fatalf("%s: %d figures", s, len(all))
			}
			return &all[0]
		}
		if got := one(tt.a).meets(one(tt.b)); got != tt.meet {
			t.Errorf("%s and %s: %v, want %v", tt.a, tt.b, got, tt.meet)
		}
	}
}
