package timeline

import "testing"

func TestPartsOfTheDay(t *testing.T) {
	const p = "2018-06-17 Sun"
	check(t, defaults(), []row{
		{p, "It fell in mid-afternoon.", "mid-afternoon", "TIME MID", "2018-06-17TAF", "2018-06-17T12:00", "2018-06-17T18:00"},
		{p, "It fell at mid morning.", "mid morning", "TIME MID", "2018-06-17TMO", "2018-06-17T05:00", "2018-06-17T12:00"},
		{p, "It fell at mid-afternoon yesterday.", "mid-afternoon yesterday", "TIME MID", "2018-06-16TAF", "2018-06-16T12:00", "2018-06-16T18:00"},
		{p, "It fell on Friday mid-afternoon.", "Friday mid-afternoon", "TIME MID", "2018-06-15TAF", "2018-06-15T12:00", "2018-06-15T18:00"},
		{p, "It fell in the late afternoon.", "the late afternoon", "TIME END", "2018-06-17TAF", "2018-06-17T12:00", "2018-06-17T18:00"},
		{p, "They play later this afternoon.", "later this afternoon", "TIME END", "2018-06-17TAF", "2018-06-17T12:00", "2018-06-17T18:00"},
		{p, "It fell early this morning.", "early this morning", "TIME START", "2018-06-17TMO", "2018-06-17T05:00", "2018-06-17T12:00"},
		{p, "It fell on the evening of June 3.", "the evening of June 3", "TIME", "2018-06-03TEV", "2018-06-03T18:00", "2018-06-04"},
		{p, "It fell in the afternoon on Friday.", "the afternoon on Friday", "TIME", "2018-06-15TAF", "2018-06-15T12:00", "2018-06-15T18:00"},
		{p, "It fell on Friday in the afternoon.", "Friday in the afternoon", "TIME", "2018-06-15TAF", "2018-06-15T12:00", "2018-06-15T18:00"},
		// counted from a day in the text
		{p, "On June 4 they met. The next morning they left.", "The next morning", "TIME", "2018-06-05TMO", "2018-06-05T05:00", "2018-06-05T12:00"},
		{p, "On June 4 they met. The following evening they left.", "The following evening", "TIME", "2018-06-05TEV", "2018-06-05T18:00", "2018-06-06"},
		{p, "On June 4 they met. That night they left.", "That night", "TIME", "2018-06-04TNI", "2018-06-04T18:00", "2018-06-05T06:00"},
		{p, "On June 4 they met. That same evening they left.", "That same evening", "TIME", "2018-06-04TEV", "2018-06-04T18:00", "2018-06-05"},
		{p, "On June 4 they met. The previous night it rained.", "The previous night", "TIME", "2018-06-03TNI", "2018-06-03T18:00", "2018-06-04T06:00"},
		{p, "On June 4 they met. It had rained the night before.", "the night before", "TIME", "2018-06-03TNI", "2018-06-03T18:00", "2018-06-04T06:00"},
		{p, "On June 4 they met. The morning after, it rained.", "The morning after", "TIME", "2018-06-05TMO", "2018-06-05T05:00", "2018-06-05T12:00"},
		{p, "On June 4 they met. They left early the next morning.", "early the next morning", "TIME START", "2018-06-05TMO", "2018-06-05T05:00", "2018-06-05T12:00"},
		{p, "On June 4 they met. At 6 a.m. the next day they left.", "6 a.m. the next day", "TIME", "2018-06-05T06:00", "2018-06-05T06:00", "2018-06-05T06:01"},
		{p, "On Friday night they met. The next morning they left.", "The next morning", "TIME", "2018-06-16TMO", "2018-06-16T05:00", "2018-06-16T12:00"},
		{p, "On Friday night they met. The following day they left.", "The following day", "DATE", "2018-06-16", "2018-06-16", "2018-06-17"},
		{p, "On June 4, after a year in office, they met. That night they left.", "That night", "TIME", "2018-06-04TNI", "2018-06-04T18:00", "2018-06-05T06:00"},
		// the day is left to the text
		{p, "On Friday they met. In the morning they walked.", "the morning", "TIME", "2018-06-15TMO", "2018-06-15T05:00", "2018-06-15T12:00"},
		{p, "In the evening they walked.", "the evening", "TIME", "2018-06-17TEV", "2018-06-17T18:00", "2018-06-18"},
		// the night that ends in the morning of the day
		{p, "Snow fell overnight.", "overnight", "TIME", "2018-06-16TNI", "2018-06-16T18:00", "2018-06-17T06:00"},
		{p, "After overnight losses, shares rose.", "overnight", "TIME", "2018-06-16TNI", "2018-06-16T18:00", "2018-06-17T06:00"},
		{p, "Snow fell overnight and the roads were shut on Friday.", "overnight", "TIME", "2018-06-14TNI", "2018-06-14T18:00", "2018-06-15T06:00"},
		{p, "They will stay overnight.", "overnight", "TIME", "2018-06-17TNI", "2018-06-17T18:00", "2018-06-18T06:00"},
		// adverbs that belong to the day
		{p, "Earlier Friday, they met.", "Friday", "DATE", "2018-06-15", "2018-06-15", "2018-06-16"},
		{p, "They met later Tuesday.", "Tuesday", "DATE", "2018-06-12", "2018-06-12", "2018-06-13"},
		{p, "They met earlier today.", "earlier today", "DATE START", "2018-06-17", "2018-06-17", "2018-06-18"},
		{p, "Later yesterday they met.", "Later yesterday", "DATE END", "2018-06-16", "2018-06-16", "2018-06-17"},
		{p, "Earlier, Friday prayers had ended.", "Friday", "DATE", "2018-06-15", "2018-06-15", "2018-06-16"},
	})
}

// TestNoPart lists parts of the day that say no time.
func TestNoPart(t *testing.T) {
	for _, src := range []string{
		"He said that night shifts were long.",
		"The morning papers were full of it.",
		"In the morning session he spoke.",
		"It was an overnight success.",
		"It gets cold at night.",
	} {
		for _, x := range readBody(t, "2018-06-17 Sun", src, defaults()).Times {
			t.Errorf("%q: read %q as %s", src, x.Text, x.Value)
		}
	}
}
