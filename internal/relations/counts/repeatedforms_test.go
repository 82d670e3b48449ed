package counts

import (
	"strings"
	"testing"

	"factcheck/internal/page/pagetest"
)

// TestRecountForms reads texts in which one number is written twice, in braces
// with the slip first and the right value behind the bar. A headline stands
// behind an H, and two strokes part paragraphs.
func TestRecountForms(t *testing.T) {
	for _, s := range []string{
		"A judge sentenced the banker to 14 years in prison for theft. // He has already served two years of the {16|14}-year term.",
		"Dockers began a five-day strike on Monday. // Employers said the {seven|five}-day strike would cost them dear.",
		"The ferry carried 340 passengers. // Most of the {430|340} passengers were tourists.",
		"Some 2,500 nurses are on strike. // The {3,500|2,500} striking nurses want shorter hours.",
		"The fleet has 45 trawlers. // All {54|45} trawlers will be scrapped.",
		"Rescuers found 16 survivors on the ice. // The {18|16} survivors were flown to hospital.",
		"The army said it had lost 23 men in the fighting. // The {32|23} men were buried on Friday.",
		"He was fined 400,000 euros for tax fraud. // He said he could not pay the {600,000|400,000} euro fine.",
		"Parliament has 350 members. // A majority of the {450|350} members voted for the bill.",
		"The bank will lend Kenya 250 million dollars. // The {350|250} million dollar loan is for roads.",
		"The 27-member council voted on Monday. // The mayor has a majority on the {29|27}-member council.",
		"The plane had 112 people on board. // None of the {121|112} people on board survived.",
		"Farmers lost 1,200 cattle in the flood. // The government will pay for the {1,400|1,200} cattle.",
		"The library holds 64,000 books. // It took a year to count the {46,000|64,000} books.",
		"Vietnam has 64 players at the games. // Its {46|64} players arrived on Friday.",
		"The party won 43 seats in the assembly. // With its {34|43} seats it will be the third force in the assembly.",
		"The bridge cost 80 million pounds. // The {90|80}-million-pound bridge was opened in May.",
		"The convoy of 18 lorries reached the town at dawn. // The {28|18} lorries were carrying flour and tents.",
		"Three gunmen burst into a bank on Monday. // The {four|three} gunmen fled in a stolen car.",
		"Investigators questioned 26 witnesses. // Two of the {36|26} witnesses changed their story.",
		"The group will pay 1.3 billion dollars for the airline. // At 1.3 {million|billion} dollars the price is fair, it said.",
		"The fund holds 34.5 billion kroner. // Critics say the 34.5 {million|billion} kroner should be spent on schools.",
		"The state owes 56 billion francs. // Interest on the debt of 56 {million|billion} francs eats up its taxes.",
		"H 12 killed in mine blast // At least {14|12} miners died when gas exploded in a pit near Donetsk.",
		"H Two dead in avalanche // {Four|Two} skiers were killed by an avalanche in the Alps on Sunday.",
		"H 40 held after riot // Police detained {60|40} youths after a night of rioting in the suburbs.",
		"H Nine rebels killed in ambush // The army said it had killed {seven|nine} rebels in an ambush.",
		"H Airline to buy 30 jets // The airline said it would buy {40|30} jets from Airbus.",
		"H Thousands protest as government cuts 4,000 posts // The government is to cut {5,000|4,000} posts in the civil service.",
		"H Retailer's profit falls 8 percent // The retailer's annual profit fell {18|8} percent, it said on Monday.",
		"H City to spend $40 million on stadium // The city council voted to spend ${50|40} million on a new stadium.",
		"H Gunman wounds six at station // A gunman shot and wounded {five|six} people at a railway station.",
		"H Boat sinks with 80 aboard // A boat carrying {90|80} people sank off the coast on Monday.",
		"H Court sentences 11 to death // A court sentenced {14|11} men to death for the bombing.",
		"H Train derails, injuring 25 // {Thirty-five|Twenty-five} passengers were injured when a train came off the rails.",
		"H Teen gets 12 years for murder // A teenager was jailed for {15|12} years for murdering a shopkeeper.",
		"H Retailer to open 15 stores // The retailer plans to open {50|15} stores next year.",
		"H Six miners rescued // Rescuers have pulled {eight|six} miners from a flooded pit alive.",
		"H Quake toll passes 300 // The death toll from the earthquake has passed {400|300}, officials said.",
		"H Rivals agree 5-billion-dollar merger // The two banks have agreed to merge in a deal worth {6|5} billion dollars.",
		"H Jobless rate hits 9 percent // The jobless rate reached {8|9} percent in June, the labour office said.",
		"The treaty was signed by 25 countries. // Some 40 countries stayed away. // The {28|25} countries that signed the treaty meet in May.",
		"The avalanche killed 56 people. // About 300 people joined the search. // Relatives of the {62|56} people killed in the avalanche want an inquiry.",
		"The bank will lend Kenya 250 million dollars. // The {350|250} million dollar loan is for roads.",
		"A consortium bought the mine for 640 million dollars. // The purchase price of {460|640} million dollars will be paid in cash.",
		"The company lost 18 million pounds last year. // The {28|18}-million-pound loss was its first in a decade.",
		"Kidnappers demanded 2 million dollars. // The family could not pay the ransom of {3|2} million dollars.",
		"The team won a prize of 50,000 euros. // They will spend the {60,000|50,000} euros on a new boat.",
		"Turnout was 62 percent. // The turnout of {52|62} percent was the lowest ever.",
		"The ship carried 7,500 tonnes of fuel oil. // Most of the {5,700|7,500} tonnes of oil has been pumped out.",
		"The tunnel is 14 kilometres long. // The {16|14}-kilometre tunnel was opened in March.",
		"A 45-storey tower burned on Sunday. // Firemen searched the {54|45}-storey tower for victims.",
		"Police seized 340 kilos of cocaine in a van. // The {430|340} kilos of cocaine had been hidden under fruit.",
		"The committee has 12 members. // Its {14|12} members will report in June.",
		"Britain sent 1,400 soldiers to Bosnia. // The {1,600|1,400} British soldiers will stay until spring.",
		"The blast destroyed 30 houses. // Owners of the {40|30} houses have asked for help.",
		"Two brothers were given 9-year sentences. // Their {seven|nine}-year sentences will be reviewed.",
		"Rebels hold 22 hostages in the school. // Negotiators asked for the release of the {23|22} hostages.",
		"H Factory fire kills 15 // {Sixteen|Fifteen} workers were killed when fire swept a shoe factory.",
		"H Storm leaves 20 missing // {Thirty|Twenty} fishermen are missing after a storm in the bay.",
		"H Bank to shut 200 branches // The bank will close {300|200} branches over the next two years.",
		"H 300 held in raids on gangs // More than {400|300} people were arrested in raids on drug gangs.",
		"H US jobless claims rise 5 percent // Claims for unemployment benefit rose by {6|5} percent last week.",
		"H Seven soldiers killed in Kashmir // Militants killed {nine|seven} soldiers in an ambush in Kashmir.",
		"H 50 feared dead in ferry sinking // Some {80|50} people are feared dead after a ferry sank.",
		"H Police find 20 bodies in mass grave // Police found {30|20} bodies in a mass grave near the border.",
		"H Drug firm to invest $300 million in plant // The drug maker said it would invest ${400|300} million in a plant in Ireland.",
		"H Fire destroys 40 homes // A bush fire destroyed {60|40} homes near Perth.",
		"H Parliament approves 3 percent tax rise // Parliament voted to raise the tax by {4|3} percent.",
		"H Ministers of 12 nations meet // Ministers from {14|12} nations met in Lisbon on Monday.",
		"Boeing won a contract worth 3 billion dollars from India. // The {4|3} billion dollar contract covers 20 aircraft.",
		"The 200-seat parliament meets on Tuesday. // The opposition holds 80 of the {250|200} seats in parliament.",
		"The ministry will buy 60 helicopters over five years. // Critics asked why the army needed {80|60} helicopters.",
		"The court jailed him for 12 years for fraud. // His lawyer said he would appeal against the {15|12}-year sentence.",
		"Unemployment stood at 8.2 percent in April. // The unemployment rate of {9.2|8.2} percent is the highest for ten years.",
		"The theatre sold 650,000 tickets at 22 dollars each and took 14.3 {billion|million} dollars.",
		"The widow owned 12 million shares, worth 480 {billion|million} dollars at 40 dollars a share.",
	} {
		wrong, right := twins(s)
		if got := Read(pagetest.Read(t, recountStory(wrong))); len(got) == 0 {
			t.Errorf("%s: nothing found", wrong)
		}
		for _, f := range Read(pagetest.Read(t, recountStory(right))) {
			t.Errorf("%s: “%s” and “%s”", right, f.First.Text, f.Second.Text)
		}
	}
}

// TestRecountFormsLeftAlone reads numbers that differ for a reason in the forms
// in which others repeat one.
func TestRecountFormsLeftAlone(t *testing.T) {
	for _, s := range []string{
		"The poll of 1,129 voters was taken in May. // The Gallup poll was carried out on 1,004 voters.",
		"The cabinet approved a budget worth 1,008 billion baht. // The figure was up on this year's budget of 925 billion baht.",
		"The firm will take a charge of 5.3 million dollars for the sale of its mill division. // It sold the division for 15 million dollars.",
		"A lawyer was charged with three counts of perjury arising from the trial. // A clerk, Tom Hill, was charged with one count of perjury arising from the trial.",
		"The firm sold 45 million shares at 26 dollars each, raising 1.17 billion dollars.",
		"She was sentenced to 12 years in prison. // The maximum is a 20-year sentence.",
		"Some 8,030 people live there. // The 8,050 people have no doctor.",
		"The 20 miners waited. // The 15 miners trapped in the lower pit wrote home.",
		"About 60 percent of voters came. // The mill made 130 percent of its target.",
	} {
		for _, f := range Read(pagetest.Read(t, recountStory(s))) {
			t.Errorf("%s: “%s” and “%s”", s, f.First.Text, f.Second.Text)
		}
	}
}

// twins returns a text with the first and with the second of the values in
// braces.
func twins(s string) (wrong, right string) {
	before, rest, _ := strings.Cut(s, "{")
	values, after, _ := strings.Cut(rest, "}")
	a, b, _ := strings.Cut(values, "|")
	return before + a + after, before + b + after
}

func recountStory(s string) string {
	head, rest, _ := strings.Cut(s, " // ")
	if title, ok := strings.CutPrefix(head, "H "); ok {
		return "# " + title + "\n\n" + rest + "\n"
	}
	return pagetest.Story(strings.ReplaceAll(s, " // ", "\n\n"))
}
