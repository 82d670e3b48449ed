package numbers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
	"factcheck/internal/page/pagetest"
)

// describeNumber writes a number as text|kind|value|unit|noun and what else is
// set.
func describeNumber(n *fact.Number) string {
	value := fmt.Sprintf("%g", n.Value)
	if n.Upper != nil {
		value += fmt.Sprintf("..%g", *n.Upper)
	}
	s := strings.Join([]string{n.Text, n.Kind, value, n.Unit, n.Noun}, "|")
	for _, x := range []struct{ name, value string }{{"of", n.Of}, {"bound", n.Bound}, {"restates", n.Restates}} {
		if x.value != "" {
			s += " " + x.name + "=" + x.value
		}
	}
	if n.Approx {
		s += " approx"
	}
	return s
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		said string
		want []string
	}{
		// counts
		{"The army sent 2,000 troops to the coast.", []string{"2,000 troops|count|2000||troop"}},
		{"The army sent 2,000 additional Turkish troops.", []string{"2,000 additional Turkish troops|count|2000||troop"}},
		{"Some 2,600 U.S. troops left.", []string{"2,600 U.S. troops|count|2600||troop approx"}},
		{"The storm killed three people.", []string{"three people|count|3||person"}},
		{"A dozen ships waited.", []string{"A dozen ships|count|12||ship"}},
		{"They bought half a million tickets.", []string{"half a million tickets|count|500000||ticket"}},
		{"They bought two and a half million tickets.", []string{"two and a half million tickets|count|2.5e+06||ticket"}},
		{"One hundred and five women signed.", []string{"One hundred and five women|count|105||woman"}},
		{"Twenty-one boats sank.", []string{"Twenty-one boats|count|21||boat"}},
		{"The town has 1.2 million inhabitants.", []string{"1.2 million inhabitants|count|1.2e+06||inhabitant"}},
		{"It left 12 dead and 30 injured.", []string{"12 dead|count|12||dead", "30 injured|count|30||injured"}},
		{"One soldier died.", []string{"One soldier|count|1||soldier"}},
		{"The 12-member council met.", []string{"12-member|count|12||member"}},
		{"Five arms dealers fled.", []string{"Five arms dealers|count|5||dealer"}},
		{"Three US servicemen were there.", []string{"Three US servicemen|count|3||serviceman"}},
		{"Twelve of the 20 passengers were saved.", []string{"Twelve|count|12|| of=passenger", "20 passengers|count|20||passenger"}},
		{"Of the 20 passengers, 3 drowned.", []string{"20 passengers|count|20||passenger", "3|count|3|| of=passenger"}},
		// bounds
		{"More than 40 sailors and at least 7 pilots came.", []string{"40 sailors|count|40||sailor bound=more", "7 pilots|count|7||pilot bound=least"}},
		{"Up to 300 or fewer than 90 guests.", []string{"300|count|300|| bound=most", "90 guests|count|90||guest bound=less"}},
		{"They spoke about two plans.", []string{"two plans|count|2||plan"}},
		{"About 90 plans failed.", []string{"90 plans|count|90||plan approx"}},
		{"20 or more people came.", []string{"20 or more people|count|20||person bound=least"}},
		// money
		{"It cost $1.2 billion.", []string{"$1.2 billion|money|1.2e+09|USD|"}},
		{"It cost US$ 5m in all.", []string{"US$ 5m|money|5e+06|USD|"}},
		{"It cost £30bn, or €4.5 million.", []string{"£30bn|money|3e+10|GBP|", "€4.5 million|money|4.5e+06|EUR| restates=£30bn"}},
		{"It cost 12 million dollars and 50 cents.", []string{"12 million dollars|money|1.2e+07|USD|", "50 cents|money|0.5|USD|"}},
		{"It cost A$5 or HK$40 there.", []string{"A$5|money|5|AUD|", "HK$40|money|40|HKD| restates=A$5"}},
		{"The bank lent 20 million pounds for 30 pounds of gold.", []string{"20 million pounds|money|2e+07|GBP|", "30 pounds of gold|measure|30|pound|gold"}},
		{"A loan of $10 to $12 million.", []string{"$10 to $12 million|money|1e+07..1.2e+07|USD|"}},
		{"Prices rose 3 dollars to 14 dollars.", []string{"3 dollars|money|3|USD|", "14 dollars|money|14|USD|"}},
		// percent, points, shares
		{"It fell 5 percent, then 3.5 percentage points, then 25 basis points.", []string{"5 percent|percent|5|percent|", "3.5 percentage points|points|3.5|percentage point|", "25 basis points|points|25|basis point|"}},
		{"Some 5% of voters and 6 per cent of the clergy.", []string{"5%|percent|5|percent| of=voter approx", "6 per cent|percent|6|percent| of=clergy"}},
		{"Two thirds of the seats and a third of its members.", []string{"Two thirds of the seats|share|0.666667|| of=seat", "a third of its members|share|0.333333|| of=member"}},
		{"One in five children reads.", []string{"One in five children|share|0.2|| of=child"}},
		{"The rate went from 3 to 4.5 percent.", []string{"3|percent|3|percent|", "4.5 percent|percent|4.5|percent|"}},
		// measures
		{"The road is 20 km long.", []string{"20 km|measure|20|kilometre|"}},
		{"It lies 12 miles (19 km) away.", []string{"12 miles|measure|12|mile|", "19 km|measure|19|kilometre| restates=12 miles"}},
		{"It was minus 5 degrees Celsius.", []string{"minus 5 degrees Celsius|measure|-5|degree Celsius|"}},
		{"They drove 90 km/h.", []string{"90 km/h|measure|90|kilometre per hour|"}},
		{"A 6.5-magnitude quake.", []string{"6.5-magnitude|measure|6.5|magnitude|"}},
		// ages
		{"A 34-year-old woman fell.", []string{"34-year-old woman|age|34|year|woman of=woman"}},
		{"President Anna Smith, 34, left.", []string{"34|age|34|year| of=Anna Smith"}},
		{"President Anna Smith, aged 34, left.", []string{"34|age|34|year| of=Anna Smith"}},
		// scores and ranges
		{"Ajax won 3-1 at home.", []string{"3-1|score|3..1||"}},
		{"A 21-17 victory.", []string{"21-17|score|21..17||"}},
		{"They lost 1-3 again.", []string{"1-3|score|1..3||"}},
		{"It takes 10 to 12 people.", []string{"10 to 12 people|count|10..12||person"}},
		{"It takes 10-12 people.", []string{"10-12 people|count|10..12||person"}},
		{"It takes between 10 and 12 people.", []string{"10 and 12 people|count|10..12||person"}},
		{"The two discussed ferries.", []string{"two|count|2||"}},
		{"It fell within 25 miles of the border.", []string{"25 miles|measure|25|mile|"}},
		// none
		{"On 5 May 2009 the second ship came at 5 p.m., in its third year.", nil},
		{"He lives at 10 Downing Street and flew a Boeing 747 on Flight 93.", nil},
		{"Call 555-123-4567 or 020 7946 0000, see No. 3 and Section 5.", nil},
		{"Version 2.0.1 of the F-16 came on 9/11.", nil},
		{"No one spoke to one another.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, n := range Read(pagetest.Read(t, pagetest.Story(tt.said))) {
			if n.Zone == "body" {
				got = append(got, describeNumber(n))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.said, diff)
		}
	}
}

// What one in the last digit is worth, also of the two figures of a range or score.
func TestStep(t *testing.T) {
	tests := []struct {
		said string
		want float64
	}{
		{"The committee voted by 31 to 24.", 1},
		{"Ajax won 3-1 at home.", 1},
		{"It takes 10 to 12 people.", 1},
		{"It takes 1.5 to 2.5 kilometres.", 0.1},
		{"It cost 5 million euros.", 1e6},
		{"It cost 1.2 million euros.", 1e5},
	}
	for _, tt := range tests {
		all := Read(pagetest.Read(t, pagetest.Story(tt.said)))
		if n := all[len(all)-1]; n.Step != tt.want {
			t.Errorf("%s %q has step %g, want %g", tt.said, n.Text, n.Step, tt.want)
		}
	}
}
