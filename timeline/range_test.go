package timeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// joined writes the times of a text as "words=value", with "-" before the end
// of a range and "," before a further member of a list.
func joined(d *Document) string {
	var b strings.Builder
	for i := range d.Times {
		t := &d.Times[i]
		if i > 0 {
			b.WriteString(" ")
		}
		switch t.Joins {
		case RangeEnd:
			b.WriteString("-")
		case Listed:
			b.WriteString(",")
		}
		b.WriteString(t.Text + "=" + t.Value)
		if t.Problem != "" {
			b.WriteString("!")
		}
	}
	return b.String()
}

type joinedRow struct{ published, text, want string }

func checkJoined(t *testing.T, rows []joinedRow) {
	t.Helper()
	for _, r := range rows {
		if diff := cmp.Diff(r.want, joined(readBody(t, r.published, r.text, defaults()))); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", r.published, r.text, diff)
		}
	}
}

func TestRangesOfDays(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "The fair runs June 12-15.", "June 12=2018-06-12 -15=2018-06-15"},
		{"2018-06-17 Sun", "The fair, June 12–15, 2018, was wet.", "June 12=2018-06-12 -15, 2018=2018-06-15"},
		{"2019-02-01 Fri", "The fair, June 12–15, 2018, was wet.", "June 12=2018-06-12 -15, 2018=2018-06-15"},
		{"2018-06-17 Sun", "The June 12-15 talks failed.", "June 12=2018-06-12 -15=2018-06-15"},
		{"2018-06-17 Sun", "Open from June 12 to 15.", "June 12=2018-06-12 -15=2018-06-15"},
		{"2018-06-17 Sun", "Open June 12 through 15 last year.", "June 12=2017-06-12 -15 last year=2017-06-15"},
		{"2018-06-17 Sun", "Open from the 12 to 15 June 2017.", "12=2017-06-12 -15 June 2017=2017-06-15"},
		{"2018-06-17 Sun", "It ran 12-15 June.", "12=2018-06-12 -15 June=2018-06-15"},
		{"2018-06-17 Sun", "It ran between 12 and 15 June.", "12=2018-06-12 -15 June=2018-06-15"},
		{"2018-06-17 Sun", "It ran between June 12 and 15.", "June 12=2018-06-12 -15=2018-06-15"},
		{"2018-06-17 Sun", "It ran from the 12th to the 15th of June.", "12th=2018-06-12 -the 15th of June=2018-06-15"},
		{"2018-06-17 Sun", "A cruise, June 28-July 3.", "June 28=2018-06-28 -July 3=2018-07-03"},
		{"2018-06-17 Sun", "A cruise, June 28 to July 3, 2016.", "June 28=2016-06-28 -July 3, 2016=2016-07-03"},
		{"2018-06-17 Sun", "A cruise from Dec. 28 to Jan. 3, 2016.", "Dec. 28=2015-12-28 -Jan. 3, 2016=2016-01-03"},
		{"2018-06-17 Sun", "A cruise from June 28, 2016, to July 3.", "June 28, 2016=2016-06-28 -July 3=2016-07-03"},
		{"2018-08-10 Fri", "Talks ran from Monday 6 to Wednesday 8 August.", "Monday 6=2018-08-06 -Wednesday 8 August=2018-08-08"},
		// as the words say it
		{"2018-06-17 Sun", "The fair runs June 15-12.", "June 15=2018-06-15 -12=2018-06-12"},
		{"2018-06-17 Sun", "The fair runs June 28-31.", "June 28=2018-06-28 -31=XXXX-06-31!"},
		{"2018-06-17 Sun", "A cruise from July 3 to June 28, 2016.", "July 3=2016-07-03 -June 28, 2016=2016-06-28"},
		// no range
		{"2018-06-17 Sun", "The talks were moved from June 12 to June 15.", "June 12=2018-06-12 June 15=2018-06-15"},
		{"2018-06-17 Sun", "On June 12 to 15 percent of them it was clear.", "June 12=2018-06-12"},
		{"2018-06-17 Sun", "He got June 12 to 15 years in prison.", "June 12=2018-06-12 15 years=P15Y"},
		{"2018-06-17 Sun", "They won 12-15 June 2018.", "15 June 2018=2018-06-15"},
		{"2018-06-17 Sun", "They lost 15-12 in June.", "June=2018-06"},
		{"2018-06-17 Sun", "Ages 12 to 15 may enter.", ""},
		{"2018-06-17 Sun", "They drew 2-1 June 3 at home.", "June 3=2018-06-03"},
		{"2018-06-17 Sun", "He worked 9 to 5 June 3.", "June 3=2018-06-03"},
	})
}

func TestListsOfDays(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-05-06 Sun", "They met on April 24 and 25.", "April 24=2018-04-24 ,25=2018-04-25"},
		{"2018-11-06 Tue", "They met on Nov. 3, 4 and 5.", "Nov. 3=2018-11-03 ,4=2018-11-04 ,5=2018-11-05"},
		{"2018-11-06 Tue", "They met on Nov. 3, 4, and 5, 2016.", "Nov. 3=2016-11-03 ,4=2016-11-04 ,5, 2016=2016-11-05"},
		{"2018-11-06 Tue", "They met on 3, 4 and 5 November.", "3=2018-11-03 ,4=2018-11-04 ,5 November=2018-11-05"},
		{"2018-11-06 Tue", "They met on the 3rd and 5th of November.", "3rd=2018-11-03 ,5th of November=2018-11-05"},
		{"2018-06-17 Sun", "On June 12 and 15 people died.", "June 12=2018-06-12"},
		{"2018-06-17 Sun", "On June 12, 15 people died.", "June 12=2018-06-12"},
		{"2018-06-17 Sun", "On June 12 and 15-year-old girls.", "June 12=2018-06-12"},
		{"2018-06-17 Sun", "They scored 12 and 15 June was dry.", "15 June=2018-06-15"},
	})
}

func TestRangesOfMonthsAndWeekdays(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2001-06-17 Sun", "It rained in May and June 1998.", "May=1998-05 ,June 1998=1998-06"},
		{"2001-06-17 Sun", "It rained in May, June and July 1998.", "May=1998-05 ,June=1998-06 ,July 1998=1998-07"},
		{"2001-06-17 Sun", "It rained in April and June last year.", "April=2000-04 ,June last year=2000-06"},
		{"2018-06-17 Sun", "It snows from November to February.", "November=2018-11 -February=2019-02"},
		{"2018-06-17 Sun", "It snowed from November to February.", "November=2017-11 -February=2018-02"},
		{"2018-06-13 Wed", "Open from Monday to Friday.", "Monday=2018-06-11 -Friday=2018-06-15"},
		{"2018-06-16 Sat", "It ran from Friday to Sunday.", "Friday=2018-06-15 -Sunday=2018-06-17"},
		{"2018-06-13 Wed", "It rained on Monday and Tuesday.", "Monday=2018-06-11 ,Tuesday=2018-06-12"},
	})
}

func TestRangesOfYears(t *testing.T) {
	checkJoined(t, []joinedRow{
		{"2018-06-17 Sun", "The war of 1999-2001 was long.", "1999=1999 -2001=2001"},
		{"2018-06-17 Sun", "The war (1999–2001) was long.", "1999=1999 -2001=2001"},
		{"2018-06-17 Sun", "He served in 1999-01 abroad.", "1999=1999 -01=2001"},
		{"2018-06-17 Sun", "He served in 2001/02 abroad.", "2001=2001 -02=2002"},
		{"2018-06-17 Sun", "He played the 2017-18 season.", "2017=2017 -18=2018"},
		{"2018-06-17 Sun", "Filed under 2018-06 with us.", "2018-06=2018-06"},
		{"2018-06-17 Sun", "He ruled between 1914 and 1918.", "1914=1914 -1918=1918"},
		{"2018-06-17 Sun", "He ruled from 1999 to 2001.", "1999=1999 -2001=2001"},
		{"2018-06-17 Sun", "He ruled from 2001 to 1999.", "2001=2001 -1999=1999"},
		{"2018-06-17 Sun", "It began in 2001 or 2002.", "2001=2001 ,2002=2002"},
		{"2018-06-17 Sun", "Music of the 1970s and '80s.", "the 1970s=197 ,'80s=198"},
		{"2018-06-17 Sun", "Between 2000 and 3000 people came.", ""},
		{"2018-06-17 Sun", "Between 1900 and 2000 people came.", ""},
		{"2018-06-17 Sun", "See pages 1999-2001.", ""},
		{"2018-06-17 Sun", "The airline cut flights 1999-2001.", ""},
		{"2018-06-17 Sun", "Costs rose from 2000 to 12,000 dollars.", ""},
	})
}
