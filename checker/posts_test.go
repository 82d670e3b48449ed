package checker

import (
	"context"
	"testing"

	"factcheck/internal/article"
	"factcheck/rules"
)

// countFindings counts what one rule finds in a text.
func countFindings(t *testing.T, set *rules.Set, rule, published, src string) int {
	t.Helper()
	list, err := article.Parse("a.md", []byte("---\npublished: "+published+"\n---\n"+src+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	check, err := Read(Input{Articles: list}, Options{Rules: set}).Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range check.Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

// testTwins reads each text twice: with what stands before the stroke, which the
// rule must find once, and with what stands behind it.
func testTwins(t *testing.T, rule, published string, texts []string) {
	t.Helper()
	set := shippedRules(t)
	for _, tt := range texts {
		for k, want := range []int{1, 0} {
			if src := chosen(tt, k); countFindings(t, set, rule, published, src) != want {
				t.Errorf("%s: want %d: %s", rule, want, src)
			}
		}
	}
}

func TestTwoTitles(t *testing.T) {
	testTwins(t, "role/two-titles", "2019-04-10", []string{
		// ministers
		"Rain fell.\n\nForeign Minister Anna Smith spoke. Later in the day {Finance|Foreign} Minister Smith ate.",
		"Rain fell.\n\nThe foreign minister, Anna Smith, spoke. At noon {defence|foreign} minister Anna Smith ate.",
		"Rain fell.\n\nAnna Smith, the finance minister, spoke. It rained, {Interior|Finance} Minister Smith said.",
		"Rain fell.\n\nAnna Smith, Norway's {health|justice} minister, spoke. Justice Minister Smith left.",
		"Rain fell.\n\nNorwegian Foreign Minister Anna Smith spoke. Norwegian {Trade|Foreign} Minister Anna Smith left.",
		"Rain fell.\n\nPrime Minister Anna Smith spoke. “No,” {President|Prime Minister} Smith said.",
		"Rain fell.\n\nPresident Anna Smith spoke. {Vice President|President} Smith left.",
		"Rain fell.\n\nTourism Minister Anna Smith spoke. {Fisheries|Tourism} Minister Smith left.",
		"Rain fell.\n\nTourism Minister Anna Smith spoke. {Health|Tourism} Minister Smith left.",
		"Rain fell.\n\nTreasury Secretary Tom Lane spoke. {Energy|Treasury} Secretary Lane left.",
		"Rain fell.\n\nSecretary of State Tom Lane spoke. {Defense Secretary|Secretary of State} Lane left.",
		"# {Finance|Foreign} Minister Smith quits talks\n\nForeign Minister Anna Smith left. Smith flew home.",
		"Rain fell.\n\nForeign Minister Anna Smith met Defence Minister Bob Lane. {Foreign|Defence} Minister Lane left.",
		// seats
		"Rain fell.\n\nSen. Tom Lane spoke. {Rep.|Sen.} Lane left.",
		"Rain fell.\n\nGov. Tom Lane spoke. {Mayor|Gov.} Lane left.",
		"Rain fell.\n\nSenator Tom Lane spoke. {Congressman|Senator} Lane left.",
		// ranks
		"Rain fell.\n\nGen. Tom Lane spoke. {Col.|Gen.} Lane left.",
		"Rain fell.\n\nLt. Col. Tom Lane spoke. {Maj.|Col.} Lane left.",
		"Rain fell.\n\nSgt. Tom Lane spoke. {Lt.|Sgt.} Lane left.",
		"Rain fell.\n\nCapt. Tom Lane spoke. {Major|Captain} Lane left.",
		"Rain fell.\n\nVice Admiral Tom Lane spoke. {General|Admiral} Lane left.",
		"Rain fell.\n\nColonel Tom Lane spoke. {Corporal|Colonel} Lane left.",
		// trades
		"Rain fell.\n\nSpokesman Tom Lane spoke. {Chairman|Spokesman} Tom Lane left.",
		"Rain fell.\n\nSpokeswoman Anna Smith spoke. Anna Smith, {an analyst|a spokeswoman}, left.",
		"Rain fell.\n\nGoalkeeper Tom Lane dived. {Striker|Goalkeeper} Tom Lane left.",
		"Rain fell.\n\nJudge Tom Lane spoke. {Prosecutor|Judge} Lane left.",
		"Rain fell.\n\nArchbishop Tom Lane spoke. {Bishop|Archbishop} Lane left.",
		// several mentions
		"Rain fell.\n\nForeign Minister Anna Smith spoke. Foreign Minister Smith ate. {Health|Foreign} Minister Smith left. Foreign Minister Smith slept.",
		"Rain fell.\n\nPrime Minister Sir Tom Lane spoke. {Finance|Prime} Minister Lane left.",
		"Rain fell.\n\nMajor-General Tom Lane spoke. {Colonel|General} Lane left.",
	})
}

// TestOneTitle reads titles that one person may have.
func TestOneTitle(t *testing.T) {
	set := shippedRules(t)
	for _, src := range []string{
		"Chairman Tom Lane spoke. Tom Lane, the chief executive, left.",
		"President and chief executive Tom Lane spoke. Chairman Lane left.",
		"Tom Lane, then finance minister, spoke. Prime Minister Lane left.",
		"Former Foreign Minister Anna Smith spoke. President Smith left.",
		"Foreign Minister Anna Smith was named prime minister. Prime Minister Smith left.",
		"Deputy Prime Minister Anna Smith spoke. Foreign Minister Smith left.",
		"Acting President Anna Smith spoke. Prime Minister Smith left.",
		"Gen. Tom Lane spoke. Defence Minister Lane left.",
		"Brig. Gen. Tom Lane spoke. Gen. Lane left.",
		"Prime Minister Anna Smith spoke. Premier Smith left.",
		"Treasury Secretary Tom Lane spoke. Finance Minister Lane left.",
		"Dr. Anna Smith spoke. Prof. Smith left.",
		"The mayor, Anna Smith, the governor, Tom Lane, and the judge, Bob Roe, spoke.",
		"The mayor, Anna Smith, and the governor, Tom Lane, spoke. Governor Lane left.",
		"President Anna Smith and First Lady Eva Smith spoke. Minister Smith left.",
		"In 2004, Defence Minister Anna Smith spoke. President Smith left.",
		"President Anna Smith spoke. “Ask Senator Smith,” Lane said.",
		"Smith, echoing the president, spoke. Foreign Minister Anna Smith left.",
	} {
		if n := countFindings(t, set, "role/two-titles", "2019-04-10", "Rain fell.\n\n"+src); n != 0 {
			t.Errorf("%d findings: %s", n, src)
		}
	}
}

func TestOfficeDates(t *testing.T) {
	testTwins(t, "role/office-date", "2015-09-07", []string{
		"Rain fell.\n\nThe talks began. {French President Nicolas Sarkozy|French President François Hollande} said on Monday he would come.",
		"Rain fell.\n\nThe talks began. {Gerhard Schroeder|Angela Merkel}, Germany's chancellor, said on Monday she would come.",
		"Rain fell.\n\nThe talks began. The German chancellor, {Helmut Kohl|Angela Merkel}, spoke on Monday.",
		"{US President Bill Clinton|US President Barack Obama} flew to Paris on Monday.\n\nRain fell.",
		"Rain fell.\n\nIn 1985, President {Bill Clinton|Ronald Reagan} flew to Geneva.",
		"Rain fell.\n\nThe law was signed by President {George W. Bush|Bill Clinton} in 1996.",
		"Rain fell.\n\nOn May 3, 1982, British Prime Minister {John Major|Margaret Thatcher} spoke in the House.",
		"Rain fell.\n\nUN Secretary-General {Kofi Annan|Ban Ki-moon} said on Monday that aid was near.",
		"Rain fell.\n\nThe day was long. President {Donald Trump|Barack Obama} will not go, aides said.",
		"Rain fell.\n\nPope {John Paul II|Francis} prayed on Sunday for peace.",
		"Rain fell.\n\nRussian President {Dmitry Medvedev|Vladimir Putin} said on Monday that he would go.",
		"Rain fell.\n\nThe day was long. Federal Reserve Chairman {Jerome Powell|Janet Yellen} spoke on Monday.",
	})
}

func TestTwoWordings(t *testing.T) {
	const gap = "\n\nShops were shut. Few were out.\n\n"
	testTwins(t, "quote/two-wordings", "2019-04-10", []string{
		"“We found no sign of fire in the hold,” Captain Tom Lane said." + gap + "“We found no sign of {smoke|fire} in the hold,” Lane said.",
		"“We found no sign of fire in the hold,” Captain Tom Lane said." + gap + "Lane said he had “found {a|no} sign of fire in the hold”.",
		"\"Prices will rise by 5 percent this year,\" Lane said." + gap + "\"Prices will rise by {6|5} percent this year,\" Lane said.",
		"“It was the worst night of my life,” said Anna Smith." + gap + "Smith called it “the {longest|worst} night of my life”.",
		"“It was the worst night of my life,” said Anna Smith." + gap + "“It {is|was} the worst night of my life,” Smith said again.",
		"“I did not take the money from the safe,” Lane told the court." + gap + "“I did {|not }take the money from the safe,” Lane told the court.",
		"“We will never leave this island again,” Smith said." + gap + "“We will {always|never} leave this island again.”",
		"# “We will never leave this {town|island} again”\n\nRain fell.\n\n“We will never leave this island again,” Smith said.",
		"Rain fell.\n\n“The bridge was safe when we opened it,” Lane said." + gap + "In a letter Lane wrote: “The bridge was {sound|safe} when we opened it.”",
	})
	testTwins(t, "quote/two-speakers", "2019-04-10", []string{
		"“We found no sign of fire in the hold,” Captain Tom Lane said." + gap + "“We found no sign of fire in the hold,” {Mayor Bob Roe|Lane} said.",
		"“It was the worst night of my life,” said Anna Smith." + gap + "“It was the worst night of my life,” according to {Bob Roe|Anna Smith}.",
	})
}

// TestOneWording reads quotations that are alike and right.
func TestOneWording(t *testing.T) {
	set := shippedRules(t)
	for _, src := range []string{
		"“We found no sign of fire in the hold,” Tom Lane said.\n\nShops were shut. Few were out.\n\nLane “found no sign of fire”, he said.",
		"“We found no sign of fire in the hold,” Tom Lane said.\n\nShops were shut. Few were out.\n\n“We found no sign … in the hold,” Lane said.",
		"“He found no sign of fire in the hold,” Tom Lane said.\n\nShops were shut. Few were out.\n\n“[The captain] found no sign of fire in the hold,” Lane said.",
		"“No justice, no peace,” they sang.\n\nShops were shut. Few were out.\n\n“No justice, no sleep,” they sang.",
		"“We want bread and we want work,” Smith said. “We want bread and we want peace,” she said.",
	} {
		for _, rule := range []string{"quote/two-wordings", "quote/two-speakers"} {
			if n := countFindings(t, set, rule, "2019-04-10", "Rain fell.\n\n"+src); n != 0 {
				t.Errorf("%s: %d findings: %s", rule, n, src)
			}
		}
	}
}
