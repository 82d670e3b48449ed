package main

import (
	"fmt"
	"strconv"
	"time"
	_ "time/tzdata" // zones do not depend on the machine
)

func clockClasses() []*class {
	return []*class{
		{id: "impossible-time", doc: "an hour or minute that no clock shows", make: impossibleTime},
		{id: "utc", doc: "local time and GMT in brackets that do not fit", make: utc},
		{id: "daypart-clock", doc: "a clock time that its part of the day does not have", make: daypartClock},
	}
}

// impossibleTime gives the written time t: section 24 as 19:40, 12 as 7:40 with
// p.m. in the wording, gmt as 1940.
func impossibleTime(g *gen, section string) slots {
	h, m := g.between(13, 22), g.between(10, 55)
	late, over := g.between(25, 29), g.between(61, 89)
	hour := g.IntN(2) == 0
	switch section {
	case "24":
		wrong := fmt.Sprintf("%d:%d", h, over)
		if hour {
			wrong = fmt.Sprintf("%d:%d", late, m)
		}
		return slots{"t": {fmt.Sprintf("%d:%d", h, m), wrong}}
	case "12":
		wrong := fmt.Sprintf("%d:%d", h-12, over)
		if hour {
			wrong = fmt.Sprintf("%d:%d", g.between(25, 29), m)
		}
		return slots{"t": {fmt.Sprintf("%d:%d", h-12, m), wrong}}
	case "hour":
		return slots{"t": {strconv.Itoa(h - 12), strconv.Itoa(g.between(25, 39))}}
	case "gmt":
		wrong := fmt.Sprintf("%d%d", h, over)
		if hour {
			wrong = fmt.Sprintf("%d%d", late, m)
		}
		return slots{"t": {fmt.Sprintf("%d%d", h, m), wrong}}
	}
	return nil
}

// utc gives a local time t and the GMT time u: in section city that of a city on
// the day of publication, in two beside another pair of times s and v, in odd at
// a distance that no zone has.
func utc(g *gen, section string) slots {
	p := g.published()
	city := g.pick("zonecity")
	zone, err := time.LoadLocation(city.get("zone"))
	if err != nil {
		panic(err)
	}
	local := func() time.Time {
		return time.Date(p.Year(), p.Month(), p.Day(), g.between(0, 23), 5*g.IntN(12), 0, 0, zone)
	}
	t := local()
	right := t.UTC()
	shift := time.Duration(g.off(2, 7)) * time.Hour
	if g.IntN(2) == 0 {
		shift = 12 * time.Hour
	}
	switch section {
	case "city":
		return slots{"city": same(city.first()), "t": same(t), "u": {right, right.Add(shift)}}
	case "two":
		s := local()
		shift = time.Duration(g.off(2, 6)) * time.Hour
		return slots{"city": same(city.first()), "t": same(t), "u": same(right), "s": same(s), "v": {s.UTC(), s.UTC().Add(shift)}}
	case "odd":
		return slots{"t": same(t), "u": {right, right.Add(time.Duration(one(g, 7, 8, 20, 22, 37, 38, 50, 52)) * time.Minute)}}
	}
	return nil
}

// daypartClock gives a part of the day and a time t.
func daypartClock(g *gen, section string) slots {
	part := g.pick("daypart")
	for section != "" && part.first() != section {
		part = g.pick("daypart")
	}
	hour := func(from, to string) time.Time {
		lo, err := strconv.Atoi(part.get(from))
		if err != nil {
			panic(err)
		}
		hi, err := strconv.Atoi(part.get(to))
		if err != nil {
			panic(err)
		}
		p := g.published()
		return time.Date(p.Year(), p.Month(), p.Day(), g.between(lo, hi), 0, 0, 0, time.UTC)
	}
	half := time.Duration(30*g.IntN(2)) * time.Minute
	wd := g.day(-6, -1)
	return slots{"part": same(part.first()), "t": {hour("from", "to").Add(half), hour("wrongfrom", "wrongto").Add(half)}, "wd": same(wd)}
}
