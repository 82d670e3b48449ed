package checker_test

import (
	"os"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// apposedRules are the rules over two expressions for one time.
var apposedRules = []string{
	"date/relative-mismatch", "date/weekday-mismatch", "date/weekday-mismatch-inferred", "date/feast-mismatch", "time/zones-mismatch",
	"time/zones-impossible", "time/zones-place", "time/zones-differ", "time/part-of-day",
}

// apposedFindings checks one sentence published on a day and returns what the
// rules over two expressions for one time find.
func apposedFindings(t *testing.T, opt checker.Options, published, text string) []report.Finding {
	t.Helper()
	src := "---\npublished: " + published + "\n---\n" + text + "\n"
	all := check(t, checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", src)}}, opt))
	var out []report.Finding
	for _, id := range apposedRules {
		out = append(out, of(all, id)...)
	}
	return out
}

// TestAppositions: each sentence has a twin that is right.
func TestAppositions(t *testing.T) {
	opt := options(t, false)
	for _, tt := range []struct{ published, wrong, right string }{
		// 2018-06-20 is a Wednesday.
		{"2018-06-20", "Exports fell last year (1996), the ministry said.", "Exports fell last year (2017), the ministry said."},
		{"2018-06-20", "In 2015, last year, the harvest failed.", "In 2017, last year, the harvest failed."},
		{"2018-06-20", "The bridge opens next month, January, after repairs.", "The bridge opens next month, July, after repairs."},
		{"2018-06-20", "The mill closed last month – in February – for good.", "The mill closed last month – in May – for good."},
		{"2018-06-20", "The mill closed in March, last month, for good.", "The mill closed in May, last month, for good."},
		{"2018-06-20", "They met yesterday (Monday) in Oslo.", "They met yesterday (Tuesday) in Oslo."},
		{"2018-06-20", "They met on Monday (yesterday) in Oslo.", "They met on Tuesday (yesterday) in Oslo."},
		{"2018-06-20", "They met yesterday, 14 May, in Oslo.", "They met yesterday, 19 June, in Oslo."},
		{"2018-06-20", "She flies to Rome tomorrow, June 22.", "She flies to Rome tomorrow, June 21."},
		{"2018-06-20", "The fair opens today, June 12, at noon.", "The fair opens today, June 20, at noon."},
		{"2018-06-20", "The fair opens today (21 June) at noon.", "The fair opens today (20 June) at noon."},
		{"2018-06-20", "Today, Thursday, the fair opens.", "Today, Wednesday, the fair opens."},
		{"2018-06-20", "They met last Friday, 8 June, in Oslo.", "They met last Friday, 15 June, in Oslo."},
		{"2018-06-20", "They will meet next Sunday, 8 July, in Oslo.", "They will meet next Sunday, 24 June, in Oslo."},
		{"2018-06-20", "They met last Friday (1 June) in Oslo.", "They met last Friday (15 June) in Oslo."},
		{"2018-06-20", "The show runs next week (12-16 June).", "The show runs next week (26-30 June)."},
		{"2018-06-20", "The show ran last week, on 4 June, in Oslo.", "The show ran last week, on 14 June, in Oslo."},
		{"2018-06-20", "He left earlier this month, on 28 May, for Oslo.", "He left earlier this month, on 8 June, for Oslo."},
		{"2018-06-20", "Yesterday was Monday.", "Yesterday was Tuesday."},
		{"2018-06-20", "Tomorrow is June 25.", "Tomorrow is June 21."},
		{"2018-06-20", "They arrived on 5 March. The next day, 8 March, they left.", "They arrived on 5 March. The next day, 6 March, they left."},
		{"2018-06-20", "They arrived on 5 March. The following day, a Thursday, they left.", "They arrived on 5 March. The following day, a Tuesday, they left."},
		{"2018-06-20", "She won in 2012. The previous year, 2010, she was third.", "She won in 2012. The previous year, 2011, she was third."},
		{"2018-06-20", "The mill burned last century, in 1850, and again in 1990.", "The mill burned last century, in 1950, and again in 1990."},
		{"2018-06-20", "The court sat on Wednesday (28 May).", "The court sat on Monday (28 May)."},
		{"2018-06-20", "The court sat on 28 May (Tuesday) to hear her.", "The court sat on 28 May (Monday) to hear her."},
		{"2018-06-20", "The harbour froze on 3 February 2018, a Sunday.", "The harbour froze on 3 February 2018, a Saturday."},
		{"2018-06-20", "The harbour froze on 3 February 2018, which was a Sunday.", "The harbour froze on 3 February 2018, which was a Saturday."},
		{"2018-06-20", "The tenth anniversary falls on Friday, which is June 21.", "The tenth anniversary falls on Friday, which is June 22."},
		// Named days. Easter was on 27 March 2016 (Orthodox 1 May), 16 April 2017, 1 April 2018.
		{"2016-03-10", "The bells ring on Easter Sunday, April 3, in every parish.", "The bells ring on Easter Sunday, March 27, in every parish."},
		{"2016-03-10", "The bells ring on April 3, Easter Sunday, in every parish.", "The bells ring on March 27, Easter Sunday, in every parish."},
		{"2016-03-10", "It was Good Friday, which falls on 2 April.", "It was Good Friday, which falls on 25 March."},
		{"2016-03-10", "Easter, which this year falls on April 3, is early.", "Easter, which this year falls on March 27, is early."},
		{"2016-03-10", "Easter Sunday this year is on March 20.", "Easter Sunday this year is on March 27."},
		{"2016-03-10", "Easter Monday (March 29) is free.", "Easter Monday (March 28) is free."},
		{"2016-12-10", "Shops shut on Christmas Day, 26 December.", "Shops shut on Christmas Day, 25 December."},
		{"2016-12-10", "Christmas Day falls on a Saturday this year.", "Christmas Day falls on a Sunday this year."},
		{"2016-12-10", "Shops shut on Saturday, Christmas Day, for once.", "Shops shut on Sunday, Christmas Day, for once."},
		{"2016-11-10", "Families gather for Thanksgiving (Nov. 22).", "Families gather for Thanksgiving (Nov. 24)."},
		{"2016-11-10", "The parade is on Thanksgiving Day, Thursday, Nov. 17.", "The parade is on Thanksgiving Day, Thursday, Nov. 24."},
		{"2017-01-20", "The couple will wed on Valentine's Day on Feb 15.", "The couple will wed on Valentine's Day on Feb 14."},
		{"2016-12-10", "It ends on New Year's Eve, 30 December, at midnight.", "It ends on New Year's Eve, 31 December, at midnight."},
		{"2016-12-10", "It ended on Boxing Day – Dec. 27 – at midnight.", "It ended on Boxing Day – Dec. 26 – at midnight."},
		{"2017-05-02", "The pool opens on Memorial Day, May 22.", "The pool opens on Memorial Day, May 29."},
		{"2016-12-23", "Tomorrow is Christmas Day.", "Tomorrow is Christmas Eve."},
		{"2017-03-01", "St. Patrick's Day is celebrated on March 18.", "St. Patrick's Day is celebrated on March 17."},
		// Zones.
		{"2018-01-10", "It lifts off at 14:30 CET (12:30 GMT).", "It lifts off at 14:30 CET (13:30 GMT)."},
		{"2018-01-10", "It begins at noon EST, 1800 GMT, on Friday.", "It begins at noon EST, 1700 GMT, on Friday."},
		{"2018-01-10", "It begins at 3 p.m. Eastern (9 p.m. British time).", "It begins at 3 p.m. Eastern (8 p.m. British time)."},
		{"2018-01-10", "It begins at 8:30 p.m. ET (0030 GMT).", "It begins at 8:30 p.m. ET (0130 GMT)."},
		{"2018-01-10", "It begins at 6 p.m. Moscow time (1600 GMT).", "It begins at 6 p.m. Moscow time (1500 GMT)."},
		{"2018-01-10", "It begins at 2 p.m. in Paris (1200 GMT).", "It begins at 2 p.m. in Paris (1300 GMT)."},
		{"2018-01-10", "It begins at 0900 GMT (11 a.m. Paris time).", "It begins at 0900 GMT (10 a.m. Paris time)."},
		{"2018-01-10", "It struck at 1:40 a.m. (1045 GMT).", "It struck at 1:40 a.m. (1040 GMT)."},
		{"2018-01-10", "It struck at 9 p.m. local time on Monday (0200 GMT Monday).", "It struck at 9 p.m. local time on Monday (0200 GMT Tuesday)."},
		{"2018-01-10", "TOKYO (AP) — It struck at 1:24 a.m. local time (0424 GMT).", "TOKYO (AP) — It struck at 1:24 p.m. local time (0424 GMT)."},
		{"2018-01-10", "TOKYO (AP) — It struck at 0424 GMT (2:24 p.m. local time).", "TOKYO (AP) — It struck at 0424 GMT (1:24 p.m. local time)."},
		{"2018-01-10", "TOKYO (AP) — It struck at 0424 GMT, or 2:24 p.m. local time.", "TOKYO (AP) — It struck at 0424 GMT, or 1:24 p.m. local time."},
		{"2018-01-10", "NEW DELHI (AP) — It struck at 5:30 p.m. Tuesday (1100 GMT).", "NEW DELHI (AP) — It struck at 5:30 p.m. Tuesday (1200 GMT)."},
		{"2018-01-10", "ROME (AP) — It struck at 04:15 (0215 GMT), the institute said.", "ROME (AP) — It struck at 04:15 (0315 GMT), the institute said."},
		{"2018-01-10", "The quake shook Santiago at 3:30 p.m. (1630 GMT), the institute said.", "The quake shook Santiago at 3:30 p.m. (1830 GMT), the institute said."},
		{"2018-06-20", "The debate is at 9 p.m. (20:00 hours).", "The debate is at 9 p.m. (21:00 hours)."},
		// Parts of the day.
		{"2018-06-20", "He woke at 4 a.m. Tuesday evening.", "He woke at 4 a.m. Tuesday morning."},
		{"2018-06-20", "They met at 10 a.m. on Friday night.", "They met at 10 p.m. on Friday night."},
		{"2018-06-20", "He called at 3 p.m. in the morning.", "He called at 3 a.m. in the morning."},
		{"2018-06-20", "On the morning of June 3 at 7 p.m. he fell.", "On the morning of June 3 at 7 a.m. he fell."},
		{"2018-06-20", "It began on Friday morning at 8 p.m. sharp.", "It began on Friday morning at 8 a.m. sharp."},
		{"2018-06-20", "It struck just after midnight, at 12:20 p.m., he said.", "It struck just after midnight, at 12:20 a.m., he said."},
		{"2018-06-20", "It struck this morning at 9:30 p.m., he said.", "It struck this morning at 9:30 a.m., he said."},
		{"2018-06-20", "It struck last night at 11 a.m., he said.", "It struck last night at 11 p.m., he said."},
		{"2018-06-20", "It struck at 8 p.m. yesterday morning, he said.", "It struck at 8 a.m. yesterday morning, he said."},
		{"2018-06-20", "She rose at 1:15 p.m. in the night.", "She rose at 1:15 a.m. in the night."},
		{"2018-06-20", "It rained at 5 a.m. on the afternoon of the race.", "It rained at 2 p.m. on the afternoon of the race."},
		{"2018-06-20", "They heard it at 6:20 a.m., on Friday evening.", "They heard it at 6:20 p.m., on Friday evening."},
		{"2018-06-20", "Every morning at 14:45 a horn sounds.", "Every morning at 4:45 a.m. a horn sounds."},
		{"2018-06-20", "It ended on Monday afternoon, shortly after 4:20 a.m.", "It ended on Monday afternoon, shortly after 4:20 p.m."},
		{"2018-01-10", "The tram in Vienna stopped at 1740 local time (1540 GMT).", "The tram in Vienna stopped at 1740 local time (1640 GMT)."},
		{"2018-01-10", "The tram in Vienna stopped at 17.40 local time (15.40 GMT).", "The tram in Vienna stopped at 17.40 local time (16.40 GMT)."},
		{"2018-02-10", "The race is always held on Palm Sunday, this year March 18.", "The race is always held on Palm Sunday, this year March 25."},
		{"2018-02-10", "For Halloween on November 2, the shop hires staff.", "For Halloween on October 31, the shop hires staff."},
		{"2018-06-20", "The bells ring at 14:00 in the morning.", "The bells ring at 4:00 in the morning."},
	} {
		if found := apposedFindings(t, opt, tt.published, tt.wrong); len(found) != 1 {
			t.Errorf("%d findings, want 1: %s", len(found), tt.wrong)
			for _, f := range found {
				t.Logf("  %s: %s", f.Rule, f.Message)
			}
		}
		for _, f := range apposedFindings(t, opt, tt.published, tt.right) {
			t.Errorf("%s: %s: %s", tt.right, f.Rule, f.Message)
		}
	}
}

// TestAppositionForms: more sentences and their twins, in the wording of news
// copy.
func TestAppositionForms(t *testing.T) {
	opt := options(t, false)
	src, err := os.ReadFile("testdata/apposed.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if found := apposedFindings(t, opt, f[0], f[1]); len(found) != 1 {
			t.Errorf("%d findings, want 1: %s", len(found), f[1])
		}
		for _, found := range apposedFindings(t, opt, f[0], f[2]) {
			t.Errorf("%s: %s: %s", f[2], found.Rule, found.Message)
		}
	}
}

// TestApposedSilence: sentences whose times are two, or open, or not the
// article's own words.
func TestApposedSilence(t *testing.T) {
	opt := options(t, false)
	for _, text := range []string{
		"Sales rose last year, 1996 and 1995 were bad.",
		"They met yesterday, Monday and Sunday.",
		"Last month, June sales rose 3 percent.",
		"He said last year, in a speech in 1996, that he would go.",
		"In 1998, the following year, it rained.",
		"“The fair opens today, June 12,” the old poster said.",
		"If Christmas falls on a Monday, the shops shut.",
		"When Easter Sunday is April 5, spring is late.",
		"The shops sold cards for Christmas on 5 December.",
		"They closed on Thanksgiving, Dec. 24 and Dec. 31.",
		"Banks were closed on Monday for the Fourth of July holiday, observed July 3.",
		"In the last fiscal year (2016) it lost money.",
		"Two years ago, in 2009, it lost money.",
		"He spoke on Friday, yesterday's papers said.",
		"From 9 a.m. to 5 p.m. (0800 to 1600 GMT) it was shut.",
		"It opens at 10 a.m. (9 a.m. on Saturdays).",
		"It was 2 a.m. Friday night.",
		"He rose at seven in the evening and left at seven.",
		"It struck at 7:30 (1730 GMT) in Paris.",
		"Orthodox Easter, April 8, was warm.",
		"Many keep Good Friday, April 6, by the old calendar.",
		"They arrived on June 3, 1989, and left the next day, June 4.",
		"Next Friday (29 June) or this Friday (22 June), she did not know.",
		"It ran last week (Sunday to Friday).",
		"The curfew runs from 10 p.m. on Friday night to 6 a.m.",
		"He was born on 4 May 1950, Friday prayers at noon.",
		"The series began last October, in the second week, and in the summer, July, ended.",
	} {
		for _, f := range apposedFindings(t, opt, "2018-06-20", text) {
			t.Errorf("%s: %s: %s", text, f.Rule, f.Message)
		}
	}
}
