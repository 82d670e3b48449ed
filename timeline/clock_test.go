package timeline

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestClockInWords(t *testing.T) {
	const p = "2018-06-17 Sun"
	check(t, defaults(), []row{
		// the half of the day is open: the value as said, the interval holds both
		{p, "It began at seven o’clock.", "seven o’clock", "TIME", "2018-06-17T07:00", "2018-06-17T07:00", "2018-06-17T19:01"},
		{p, "It began at half past nine.", "half past nine", "TIME", "2018-06-17T09:30", "2018-06-17T09:30", "2018-06-17T21:31"},
		{p, "It began at quarter to five.", "quarter to five", "TIME", "2018-06-17T04:45", "2018-06-17T04:45", "2018-06-17T16:46"},
		{p, "It began at a quarter past six.", "a quarter past six", "TIME", "2018-06-17T06:15", "2018-06-17T06:15", "2018-06-17T18:16"},
		{p, "It began at ten to eight.", "ten to eight", "TIME", "2018-06-17T07:50", "2018-06-17T07:50", "2018-06-17T19:51"},
		{p, "It began at twenty minutes past three.", "twenty minutes past three", "TIME", "2018-06-17T03:20", "2018-06-17T03:20", "2018-06-17T15:21"},
		{p, "It began at 10 minutes past 7.", "10 minutes past 7", "TIME", "2018-06-17T07:10", "2018-06-17T07:10", "2018-06-17T19:11"},
		{p, "It began at quarter to one.", "quarter to one", "TIME", "2018-06-17T12:45", "2018-06-17T12:45", "2018-06-18"},
		{p, "It began at twelve o’clock.", "twelve o’clock", "TIME", "2018-06-17T12:00", "2018-06-17T12:00", "2018-06-18"},
		{p, "It began at nine forty-five.", "nine forty-five", "TIME", "2018-06-17T09:45", "2018-06-17T09:45", "2018-06-17T21:46"},
		{p, "It began on Friday at nine.", "Friday at nine", "TIME", "2018-06-15T09:00", "2018-06-15T09:00", "2018-06-15T21:01"},
		// said by a.m., p.m. or a part of the day
		{p, "It began at nine thirty p.m. on Friday.", "nine thirty p.m. on Friday", "TIME", "2018-06-15T21:30", "2018-06-15T21:30", "2018-06-15T21:31"},
		{p, "It began at one-thirty p.m. today.", "one-thirty p.m. today", "TIME", "2018-06-17T13:30", "2018-06-17T13:30", "2018-06-17T13:31"},
		{p, "It began at quarter to one p.m. today.", "quarter to one p.m. today", "TIME", "2018-06-17T12:45", "2018-06-17T12:45", "2018-06-17T12:46"},
		{p, "It began at nine in the morning.", "nine in the morning", "TIME", "2018-06-17T09:00", "2018-06-17T09:00", "2018-06-17T09:01"},
		{p, "It began at 5 in the afternoon.", "5 in the afternoon", "TIME", "2018-06-17T17:00", "2018-06-17T17:00", "2018-06-17T17:01"},
		{p, "It began at 7:30 in the evening.", "7:30 in the evening", "TIME", "2018-06-17T19:30", "2018-06-17T19:30", "2018-06-17T19:31"},
		{p, "It began at ten o’clock at night.", "ten o’clock at night", "TIME", "2018-06-17T22:00", "2018-06-17T22:00", "2018-06-17T22:01"},
		{p, "It began at half past seven on Friday evening.", "half past seven on Friday evening", "TIME", "2018-06-15T19:30", "2018-06-15T19:30", "2018-06-15T19:31"},
		{p, "It began at 8 Friday night.", "8 Friday night", "TIME", "2018-06-15T20:00", "2018-06-15T20:00", "2018-06-15T20:01"},
		{p, "It began on Friday evening at 7:30.", "Friday evening at 7:30", "TIME", "2018-06-15T19:30", "2018-06-15T19:30", "2018-06-15T19:31"},
		{p, "It began at nine this morning.", "nine this morning", "TIME", "2018-06-17T09:00", "2018-06-17T09:00", "2018-06-17T09:01"},
		{p, "It began at 1 a.m. last night.", "1 a.m. last night", "TIME", "2018-06-17T01:00", "2018-06-17T01:00", "2018-06-17T01:01"},
		{p, "It began at 11 p.m. last night.", "11 p.m. last night", "TIME", "2018-06-16T23:00", "2018-06-16T23:00", "2018-06-16T23:01"},
		// noon, and the midnight that ends a day
		{p, "It began at midday.", "midday", "TIME", "2018-06-17T12:00", "2018-06-17T12:00", "2018-06-17T12:01"},
		{p, "It began on Friday at midday.", "Friday at midday", "TIME", "2018-06-15T12:00", "2018-06-15T12:00", "2018-06-15T12:01"},
		{p, "It began at 12 noon.", "12 noon", "TIME", "2018-06-17T12:00", "2018-06-17T12:00", "2018-06-17T12:01"},
		{p, "It began at twelve noon on Tuesday.", "twelve noon on Tuesday", "TIME", "2018-06-12T12:00", "2018-06-12T12:00", "2018-06-12T12:01"},
		{p, "It ran out at midnight Friday.", "midnight Friday", "TIME", "2018-06-15T24:00", "2018-06-15T23:59", "2018-06-16"},
		{p, "It ran out on Friday at midnight.", "Friday at midnight", "TIME", "2018-06-15T24:00", "2018-06-15T23:59", "2018-06-16"},
		{p, "It ran out at ten minutes to midnight on Friday.", "ten minutes to midnight on Friday", "TIME", "2018-06-15T23:50", "2018-06-15T23:50", "2018-06-15T23:51"},
		// hours of the military
		{p, "They marched at 1500 hours.", "1500 hours", "TIME", "2018-06-17T15:00", "2018-06-17T15:00", "2018-06-17T15:01"},
		{p, "They marched out on Friday at 0600 hours.", "Friday at 0600 hours", "TIME", "2018-06-15T06:00", "2018-06-15T06:00", "2018-06-15T06:01"},
		{p, "The work took 1500 hours.", "1500 hours", "DURATION", "PT1500H", "", ""},
		// zones
		{p, "It airs at 9 a.m. ET on Friday.", "9 a.m. ET on Friday", "TIME", "2018-06-22T09:00", "2018-06-22T09:00", "2018-06-22T09:01"},
		{p, "It sank at 0130 JST on Friday.", "0130 JST on Friday", "TIME", "2018-06-15T01:30", "2018-06-15T01:30", "2018-06-15T01:31"},
	})
}

func TestNoClock(t *testing.T) {
	for _, src := range []string{
		"They held a 7:30 lead.",
		"A ratio of 2:30 was enough.",
		"A score of 12:10 was enough.",
		"She won the race in 2:05:33.",
		"They had a 9-11 record.",
		"Rates stood at 3.30 percent.",
		"High Noon is a film.",
		"They read The Midnight Gardener.",
		"The council voted ten to eight.",
		"He gave from ten to eight points.",
		"They ate at ten tables.",
		"It holds 5 in the box.",
	} {
		for _, x := range readBody(t, "2018-06-17 Sun", src, defaults()).Times {
			if x.Type == TIME {
				t.Errorf("%q: read %q as %s", src, x.Text, x.Value)
			}
		}
	}
}

// TestClockDay gives a clock time the day that its sentence or the one before
// names.
func TestClockDay(t *testing.T) {
	for _, tt := range []struct{ text, words, value, why string }{
		{"They met Friday, and the bus left at 5 p.m. sharp.", "5 p.m.", "2018-06-15T17:00", "the day is that of “Friday” in the same sentence."},
		{"At 5 p.m. the bus left, the driver said Friday.", "5 p.m.", "2018-06-15T17:00", "the day is that of “Friday” in the same sentence."},
		{"On Monday he said on Friday that noon was early.", "noon", "2018-06-15T12:00", "the day is that of “Friday” in the same sentence."},
		{"It opened at 7:30 a.m. on July 4, 1998, and shut at 5 p.m.", "5 p.m.", "1998-07-04T17:00", "the day is that of “7:30 a.m. on July 4, 1998” in the same sentence."},
		{"On June 4 they met. At 5 p.m. they left.", "5 p.m.", "2018-06-04T17:00", "the day is that of “June 4” in the sentence before."},
		{"On June 4 they met. At 5 p.m. they left. At 6 p.m. they slept.", "6 p.m.", "2018-06-04T18:00", "the day is that of “5 p.m.” in the sentence before."},
		{"On June 4 they met. It was hot. At 5 p.m. they left.", "5 p.m.", "2018-06-17T17:00", "counted from publication, Sunday 17 June 2018."},
		{"On June 12 they met. On June 4 they had argued. At 5 p.m. they left.", "5 p.m.", "2018-06-17T17:00", "counted from publication, Sunday 17 June 2018."},
		{"They left at 5 p.m. sharp.", "5 p.m.", "2018-06-17T17:00", "counted from publication, Sunday 17 June 2018."},
		{"They left at seven o'clock.", "seven o'clock", "2018-06-17T07:00", "counted from publication, Sunday 17 June 2018; which half of the day is not said."},
		{"In May they met. At 5 p.m. they left.", "5 p.m.", "2018-06-17T17:00", "counted from publication, Sunday 17 June 2018."},
	} {
		d := readBody(t, "2018-06-17 Sun", tt.text, defaults())
		got := "not found"
		for i := range d.Times {
			if x := &d.Times[i]; x.Text == tt.words {
				got = x.Value + ": " + x.Explain()
			}
		}
		if diff := cmp.Diff(tt.value+": "+tt.why, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestRestated reads a second clock in brackets as the same moment: on the day
// that both share, or where the zones need it the day beside.
func TestRestated(t *testing.T) {
	for _, tt := range []struct{ text, first, second string }{
		{"It sank at 1:40 a.m. (1040 GMT) on Friday.", "2018-06-15T01:40", "2018-06-15T10:40Z"},
		{"It sank at 10:35 a.m. local time (0735 GMT) Friday.", "2018-06-15T10:35", "2018-06-15T07:35Z"},
		{"The guards had left on Thursday; it sank at 10:35 a.m. local time (0735 GMT) Friday.", "2018-06-15T10:35", "2018-06-15T07:35Z"},
		{"It sank on Friday at 1:40 a.m. (1040 GMT).", "2018-06-15T01:40", "2018-06-15T10:40Z"},
		{"It sank at 8 p.m. EST (5 p.m. PST) Tuesday.", "2018-06-12T20:00", "2018-06-12T17:00"},
		{"It sank on Friday at 8 p.m. EST (0100 GMT).", "2018-06-15T20:00", "2018-06-16T01:00Z"},
		{"It sank on Friday at 8 p.m. local time (0100 GMT).", "2018-06-15T20:00", "2018-06-16T01:00Z"},
		{"It sank on Friday at 0200 JST (1700 GMT).", "2018-06-15T02:00", "2018-06-14T17:00Z"},
		{"It sank on Friday at 2 a.m. local time (1700 GMT).", "2018-06-15T02:00", "2018-06-14T17:00Z"},
		{"It sank at noon EST (1700 GMT).", "2018-06-17T12:00", "2018-06-17T17:00Z"},
	} {
		d := readBody(t, "2018-06-17 Sun", tt.text, defaults())
		var got []string
		for i := range d.Times {
			x := &d.Times[i]
			if x.Type == TIME {
				got = append(got, fmt.Sprint(x.Value, " ", x.Restates))
			}
		}
		if diff := cmp.Diff([]string{tt.first + " false", tt.second + " true"}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	for _, src := range []string{
		"He left at 5 p.m. and (10 p.m. being too late) slept.",
		"He left on Friday (5 p.m. at home).",
		"She woke at 5 p.m. and left, too late for all of them (10 p.m.).",
	} {
		for _, x := range readBody(t, "2018-06-17 Sun", src, defaults()).Times {
			if x.Restates {
				t.Errorf("%q: %q restates", src, x.Text)
			}
		}
	}
}

func TestClockAndUTCOffset(t *testing.T) {
	for _, tt := range []struct {
		text   string
		minute int
		zone   string
	}{
		{"It sank at 9 a.m. ET.", 9 * 60, "none"},
		{"It sank at 9 a.m. EST.", 9 * 60, "-300"},
		{"It sank at 0130 JST.", 90, "540"},
		{"It sank at 9 a.m. HKT.", 9 * 60, "480"},
		{"It sank at 2100 GMT.", 21 * 60, "0"},
		{"It sank at 9 p.m. London time.", 21 * 60, "none"},
		{"It sank at midnight.", 24 * 60, "none"},
	} {
		d := readBody(t, "2018-06-17 Sun", tt.text, defaults())
		if len(d.Times) != 1 {
			t.Errorf("%q: %d times, want 1", tt.text, len(d.Times))
			continue
		}
		zone := "none"
		if z, ok := d.Times[0].UTCOffset(); ok {
			zone = fmt.Sprint(z)
		}
		if m, ok := d.Times[0].Clock(); !ok || m != tt.minute || zone != tt.zone {
			t.Errorf("%q: minute %d (%v), zone %s, want minute %d, zone %s", tt.text, m, ok, zone, tt.minute, tt.zone)
		}
	}
}

// hostileClocks are texts whose clock times have no day, or no end.
var hostileClocks = []struct{ name, src string }{
	{"lone", "at 5 p.m. "},
	{"to", "ten to "},
	{"halves", "half past "},
	{"parts", "in the early morning "},
	{"brackets", "1:40 a.m. (1040 GMT) "},
	{"nights", "that same night before the "},
}

func BenchmarkHostileClocks(b *testing.B) {
	for _, h := range hostileClocks {
		for _, mb := range []int{1, 2, 4} {
			b.Run(fmt.Sprintf("doc=%s/MB=%d", h.name, mb), func(b *testing.B) { benchmarkRead(b, repeated(h.src, mb<<20)) })
		}
	}
}

// FuzzClock reads words of clock times in any order.
func FuzzClock(f *testing.F) {
	for _, h := range hostileClocks {
		f.Add(strings.Repeat(h.src, 3))
	}
	f.Add("at quarter to midnight (1700 GMT) on Friday, 12 noon, 24:00, overnight")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4<<10 || strings.TrimSpace(src) == "" || !utf8.ValidString(src) {
			return
		}
		wellFormed(t, readBody(t, "2018-06-17 Sun", src, defaults()))
	})
}
