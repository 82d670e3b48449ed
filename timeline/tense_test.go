package timeline

import "testing"

// TestDirection lists what puts a weekday or month ahead or behind, each with
// the day or month that a reader of 17 April 2019, a Wednesday, would take.
func TestDirection(t *testing.T) {
	const published = "2019-04-17 Wed"
	for _, want := range []struct{ text, words, value string }{
		{"The troops were to arrive on Friday.", "Friday", "2019-04-19"},
		{"The troops arrived on Friday.", "Friday", "2019-04-12"},
		{"The report is to be published on Friday.", "Friday", "2019-04-19"},
		{"The report is due to be announced on Friday.", "Friday", "2019-04-19"},
		{"The report had been due to be published on Friday.", "Friday", "2019-04-12"},
		{"The report, originally planned for Friday, was short.", "Friday", "2019-04-12"},
		{"The team hopes to land on Friday.", "Friday", "2019-04-19"},
		{"The team vowed to land on Friday.", "Friday", "2019-04-19"},
		{"The hearing was postponed until Friday.", "Friday", "2019-04-19"},
		{"The hearing was postponed on Friday.", "Friday", "2019-04-12"},
		{"The court adjourned until Friday.", "Friday", "2019-04-19"},
		{"The court sat until Friday.", "Friday", "2019-04-12"},
		{"They called a strike for Friday.", "Friday", "2019-04-19"},
		{"The march is set for Friday.", "Friday", "2019-04-19"},
		{"The minister discussed the planned sale of the port with his guests on Friday.", "Friday", "2019-04-12"},
		{"He fears a defeat Thursday.", "Thursday", "2019-04-18"}, // tomorrow
		{"He was beaten Thursday.", "Thursday", "2019-04-11"},
		{"He said Thursday that it rained.", "Thursday", "2019-04-11"},
		{"The party gave the cabinet until Friday to quit.", "Friday", "2019-04-19"},
		{"The king on Friday will fly home.", "Friday", "2019-04-19"},
		{"The bank, which in September said it would close, has merged.", "September", "2018-09"},
		{"The cuts had been widely expected in March.", "March", "2019-03"},
		{"He spoke of the elections in June.", "June", "2019-06"},
		{"It has been shut since June.", "June", "2018-06"},
		{"The talks may end, possibly on Friday.", "Friday", "2019-04-19"},
		{"The new fares apply starting Friday.", "Friday", "2019-04-19"},
		{"On Friday, the minister will fly home.", "Friday", "2019-04-19"},
		{"On Friday, the minister flew home.", "Friday", "2019-04-12"},
		{"Friday will see another march.", "Friday", "2019-04-19"},
		{"The minister will resign, a friend who met him on Friday said.", "Friday", "2019-04-12"},
		{"“We will win.” On Friday they lost again.", "Friday", "2019-04-12"},
		{"The court meets on Friday.", "Friday", "2019-04-19"},
		{"They will take until 9 a.m. Friday.", "9 a.m. Friday", "2019-04-19T09:00"},
		{"The elections are to be held in May.", "May", "2019-05"},
		{"The law can be passed in May.", "May", "2019-05"},
		{"They pledged to march by May.", "May", "2019-05"},
		{"It was closed in October.", "October", "2018-10"},
		{"It will close in March.", "March", "2020-03"},
		{"He was shot on Sept. 3.", "Sept. 3", "2018-09-03"},
		{"He will leave on Sept. 3.", "Sept. 3", "2019-09-03"},
		{"He took office on May 3.", "May 3", "2019-05-03"}, // two weeks off, a year else
	} {
		d := readBody(t, published, want.text, defaults())
		got := ""
		for i := range d.Times {
			if d.Times[i].Text == want.words {
				got = d.Times[i].Value
			}
		}
		if got != want.value {
			t.Errorf("%s: got %s, want %s", want.text, got, want.value)
		}
	}
}
