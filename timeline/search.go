package timeline

import (
	"slices"

	"factcheck/internal/article"
)

// The days on which an article can have been published: see
// [article.FirstYear]. What lies outside is not searched.
var (
	firstBelievable = Date(article.FirstYear, 1, 1)
	endBelievable   = Date(article.LastYear+1, 1, 1)
)

func believable(d Day) bool { return d >= firstBelievable && d < endBelievable }

// A search is a set of clues and the days that satisfy them all, which are
// found when asked for. It holds where these days begin and end, so that its
// size does not depend on how many there are.
type search struct {
	clues    []Clue
	from, to Day // the first of the days, and the day after the last
}

// newSearch starts with every day that the clues could be about.
func newSearch(from, to Day) *search { return &search{from: from, to: to} }

func (s *search) empty() bool { return s.from >= s.to }

// lead returns the days that the lead event can be on if day is that of the
// publication; ok is false if day does not satisfy all clues.
func (s *search) lead(day Day) (lead Interval, ok bool) {
	lead = Interval{Past, (day + 1).Start()}
	for i := range s.clues {
		if lead, ok = s.clues[i].narrow(day, lead); !ok {
			return lead, false
		}
	}
	return lead, true
}

// narrow returns what c leaves of the lead's days on a day inside c.on.
func (c *Clue) narrow(day Day, lead Interval) (Interval, bool) {
	if c.allow != nil && !c.allow(day) {
		return lead, false
	}
	if c.lead == nil {
		return lead, true
	}
	lead = lead.Intersect(c.lead(day))
	return lead, !lead.Empty()
}

// with returns the search narrowed by c; it is empty when c cannot hold beside
// the others.
func (s *search) with(c Clue) *search {
	n := &search{from: s.from, to: s.to}
	if !c.on.Empty() {
		n.from, n.to = max(n.from, c.on.From.Day()), min(n.to, c.on.To.Day())
	}
	c.told = c.told || c.Kind == ClueLink || n.from > s.from || n.to < s.to
	first := n.to
	for day := n.from; day < n.to && (first == n.to || !c.told); day++ {
		before, ok := s.lead(day)
		if !ok {
			continue
		}
		after, ok := c.narrow(day, before)
		c.told = c.told || !ok || after != before
		if ok && first == n.to {
			first = day
		}
		if ok && c.allow == nil && c.lead == nil {
			break // so it is on all days
		}
	}
	n.from = first
	n.clues = append(slices.Clone(s.clues), c)
	for ; n.from < n.to; n.to-- {
		if _, ok := n.lead(n.to - 1); ok {
			break
		}
	}
	return n
}

func (s *search) all(clues []Clue) *search {
	for _, c := range clues {
		s = s.with(c)
	}
	return s
}

// few returns the days, nil if there are more than limit.
func (s *search) few(limit int) []Day {
	var days []Day
	for day := s.from; day < s.to; day++ {
		if _, ok := s.lead(day); !ok {
			continue
		}
		if len(days) == limit {
			return nil
		}
		days = append(days, day)
	}
	return days
}

// leads returns the days that the lead event can be on, whichever day is that
// of the publication; empty if nothing says since when.
func (s *search) leads() Interval {
	var all Interval
	for day := s.from; day < s.to; day++ {
		lead, ok := s.lead(day)
		if !ok {
			continue
		}
		if lead.From == Past {
			return Interval{}
		}
		all = all.Hull(lead)
	}
	return all
}
