package conversions

import (
	"math"
	"strings"
	"testing"

	"factcheck/internal/fact"
	"factcheck/internal/page/pagetest"
)

// TestConversions reads amounts with a wrong conversion, and their right twins.
func TestConversions(t *testing.T) {
	tests := []struct{ wrong, right string }{
		{"It lies 12 miles (29 km) away.", "It lies 12 miles (19 km) away."},
		{"They ran 10 kilometres (eight miles).", "They ran 10 kilometres (six miles)."},
		{"He is 5-foot-10 (1.9 m) tall.", "He is 5-foot-10 (1.78 m) tall."},
		{"It weighs 100 pounds (54 kg).", "It weighs 100 pounds (45 kg)."},
		{"It hit 30 degrees Celsius (96 Fahrenheit).", "It hit 30 degrees Celsius (86 Fahrenheit)."},
		{"It was 86 F (20 C) at noon.", "It was 86 F (30 C) at noon."},
		{"The fire burned about 500 acres (20 hectares).", "The fire burned about 500 acres (200 hectares)."},
		{"It covers 2,000 square miles (520 sq km).", "It covers 2,000 square miles (5,200 sq km)."},
		{"Winds of 100 mph (190 kph) blew.", "Winds of 100 mph (160 kph) blew."},
		{"It holds 20 gallons (120 litres).", "It holds 20 gallons (90 litres)."},
		{"He is 6ft 2in (1.98m) tall.", "He is 6ft 2in (1.88m) tall."},
		{"They spilt 40 barrels (640 litres).", "They spilt 40 barrels (6,400 litres)."},
		{"It weighs 10 ounces (380 grams).", "It weighs 10 ounces (280 grams)."},
		{"It carries 100 tons (190 tonnes) of coal.", "It carries 100 tons (90 tonnes) of coal."},
		{"She sails at 20 knots (57 km/h).", "She sails at 20 knots (37 km/h)."},
		{"It sank 30 nautical miles (75 km) off.", "It sank 30 nautical miles (55 km) off."},
		{"It is 10 inches (35 cm) deep.", "It is 10 inches (25 cm) deep."},
		{"It rose 300 feet (190 metres).", "It rose 300 feet (90 metres)."},
		{"It is 50 yards (65 metres) long.", "It is 50 yards (45 metres) long."},
		{"He weighs 13 stone (93 kg).", "He weighs 13 stone (83 kg)."},
		{"It is 12 miles, or 29 km, away.", "It is 12 miles, or 19 km, away."},
		{"It is 12 miles, about 29 km, away.", "It is 12 miles, about 19 km, away."},
		{"It is 12 miles -- about 29 kilometers -- away.", "It is 12 miles -- about 19 kilometers -- away."},
		{"It is 12 miles – 29 km – away.", "It is 12 miles – 19 km – away."},
		{"It weighs 12 tonnes, equivalent to 36,000 pounds.", "It weighs 12 tonnes, equivalent to 26,000 pounds."},
		{"It weighs 12 tonnes, which is 36,000 pounds.", "It weighs 12 tonnes, which is 26,000 pounds."},
		{"It is 29km/12 miles off.", "It is 19km/12 miles off."},
		{"A 12-mile (29-km) run.", "A 12-mile (19-km) run."},
		{"A 100-square-mile (560-square-kilometre) park.", "A 100-square-mile (260-square-kilometre) park."},
		{"A wall 10 miles long (26 km).", "A wall 10 miles long (16 km)."},
		{"A mile (2.6 km) off.", "A mile (1.6 km) off."},
		{"Half a mile (1,400 metres) on.", "Half a mile (800 metres) on."},
		{"It is 2½ miles (8 km) on.", "It is 2½ miles (4 km) on."},
		{"Five to 10 miles (eight to 26 km) on.", "Five to 10 miles (eight to 16 km) on."},
		{"Between 5 and 10 miles (8 and 26 km) on.", "Between 5 and 10 miles (8 and 16 km) on."},
		{"It is 100 miles (160 km, 187 nautical miles) off.", "It is 100 miles (160 km, 87 nautical miles) off."},
		{"It was minus 10 Celsius (24 Fahrenheit).", "It was minus 10 Celsius (14 Fahrenheit)."},
		{"It is 20 sq. km (17.7 sq. miles).", "It is 20 sq. km (7.7 sq. miles)."},
		{"A pipe 10 in. (35 cm) wide.", "A pipe 10 in. (25 cm) wide."},
		{"She weighs 11 stone 4 pounds (82 kg).", "She weighs 11 stone 4 pounds (72 kg)."},
		{"At 5'10\" (158 cm) he is small.", "At 5'10\" (178 cm) he is small."},
		{"It makes 300 horsepower (324 kW).", "It makes 300 horsepower (224 kW)."},
		{"They own 3,000 mu (400 hectares) of land.", "They own 3,000 mu (200 hectares) of land."},
		{"Twenty miles (52 kilometers) away.", "Twenty miles (32 kilometers) away."},
		{"A quarter of a mile (700 metres) on.", "A quarter of a mile (400 metres) on."},
		{"It is 1.2 million square miles (5.1 million square km).", "It is 1.2 million square miles (3.1 million square km)."},
		{"It is 80 kilometers (roughly 70 miles) off.", "It is 80 kilometers (roughly 50 miles) off."},
		{"It is 80 kilometers (that is, 70 miles) off.", "It is 80 kilometers (that is, 50 miles) off."},
	}
	for _, tt := range tests {
		if n := wrongMeasures(Read(pagetest.Read(t, pagetest.Story(tt.wrong)))); n != 1 {
			t.Errorf("%s: %d found", tt.wrong, n)
		}
		right := Read(pagetest.Read(t, pagetest.Story(tt.right)))
		if n := wrongMeasures(right); n != 0 || len(right) == 0 {
			t.Errorf("%s: %d of %d found", tt.right, n, len(right))
		}
	}
}

// wrongMeasures counts the conversions that rounding does not explain.
func wrongMeasures(all []*fact.Conversion) int {
	n := 0
	for _, f := range all {
		if f.Expected != nil && math.Abs(*f.Expected-f.Second.Value) > f.Tolerance {
			n++
		}
	}
	return n
}

// TestConversionsOfMoney reads the two amounts of each sentence.
func TestConversionsOfMoney(t *testing.T) {
	tests := []struct{ said, first, second string }{
		{"It cost 10 million euros ($11 million).", "10 million euros", "$11 million"},
		{"It cost $11 million (about 10 million euros).", "$11 million", "10 million euros"},
		{"It cost 10 million euros, or about $11 million, in all.", "10 million euros", "$11 million"},
		{"It cost 10 million euros -- worth $11 million -- in all.", "10 million euros", "$11 million"},
		{"It cost 10 million euros, equivalent to $11 million.", "10 million euros", "$11 million"},
		{"He declared 2.4 million ringgit (981,000 US).", "2.4 million ringgit", "981,000 US"},
		{"The 1.8-billion-peso (69-million-dollar) plan failed.", "1.8-billion-peso", "69-million-dollar"},
		{"It cost 24,000 pounds ($39,000).", "24,000 pounds", "$39,000"},
		{"It rose 50 cents (40 euro cents) a share.", "50 cents", "40 euro cents"},
		{"It sold 120 million shares worth 1.2 billion dollars.", "120 million", "1.2 billion dollars"},
	}
	for _, tt := range tests {
		all := Read(pagetest.Read(t, pagetest.Story(tt.said)))
		if len(all) != 1 || all[0].First.Text != tt.first || all[0].Second.Text != tt.second {
			t.Errorf("%s: %d found", tt.said, len(all))
		}
	}
}

func TestConversionsLeftAlone(t *testing.T) {
	for _, s := range []string{
		"They ran 10 miles (5 km of it uphill).", "The races are over 5 km, 10 miles and 20 miles.", "It costs $5 and 4 euros.",
		"Sales rose to 20 million euros (from 18 million euros).", "He is 30 (and 5 feet tall).", "It began at 5 p.m. (1600 GMT).",
		"It grew from 5 miles to 20 km.", "She won 3-1 (12 points).",
	} {
		for _, f := range Read(pagetest.Read(t, pagetest.Story(s))) {
			t.Errorf("%s: “%s”", s, f.Text)
		}
	}
}

func TestConversionsOfHostileText(t *testing.T) {
	for _, s := range []string{"5 miles (", "5 km or ", "5 to ", "1 1/2 ", "$5 (€4, ", "a half of a half ", "5 shares worth "} {
		Read(pagetest.Read(t, pagetest.Story(strings.Repeat(s, 10000))))
	}
}
