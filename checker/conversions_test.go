package checker

import (
	"fmt"
	"testing"

	"factcheck/rules"
)

// describeConversion writes a conversion as first|second|expected±tolerance.
func describeConversion(f *rules.Conversion) string {
	s := f.Kind + "|" + f.First.Text + "|" + f.Second.Text
	if f.Expected != nil {
		s += fmt.Sprintf("|%.4g±%.2g", *f.Expected, f.Tolerance)
	} else {
		s += fmt.Sprintf("|rate %.4g", f.Rate)
	}
	return s
}

func testDump(t *testing.T) {
	for _, s := range []string{
		"It lies 12 miles (29 km) away.", "They ran 10 kilometres (six miles) home.", "He is 5-foot-10 (1.9 m) tall.",
		"It weighs 100 pounds (54 kg).", "It hit 30 degrees Celsius (96 Fahrenheit) today.", "It was 86 F (20 C) at noon.",
		"The fire burned about 500 acres (20 hectares).", "He is 6ft 2in (1.98m) tall.", "Winds of 100 mph (190 kph) blew.",
		"A tank of 20 gallons (90 litres) leaked.", "It is 2,000 square miles (5,200 sq km).", "A 10-mile-long (16-km) wall.",
		"A mile (1.6 km) off.", "Half a mile (800 metres) on.", "5 to 10 miles (8 to 20 km) on.", "2.4 million ringgit (981,000 US) was paid.",
		"She weighs 11 stone 4 pounds (72 kg).", "At 5'10\" (178 cm) he is tall.", "They sold 120 million shares worth 1.2 billion dollars.",
		"It cost 175 million to 180 million Canadian dollars (US$148.9 million to $153.3 million).", "It is 12 miles, or 19 km, away.",
		"A 12-mile (19-km) run, 2½ miles (4 km), 2 1/2 miles (4 km).", "It is 20 miles -- about 32 kilometers -- away.", "It weighs 12 tonnes, equivalent to 26,000 pounds.",
		"The 1.8-billion-peso (69-million-dollar) plan.", "minus 10 degrees Celsius (14 F)", "-40 C (-40 F)", "It cost 24,000 pounds ($39,000).",
		"It is 20 sq. km (7.7 sq. miles). 30 degrees (86 Fahrenheit). 10 in. (25 cm).",
	} {
		for _, f := range readOne(t, story(s)).conversions() {
			t.Log(s, "→", describeConversion(f), f.Correct, f.Fixes)
		}
	}
}
