package drift

import "strings"

// Slips find names that differ from another in letters, or in the surname behind
// one first name, without looking at all of them.
type slips struct {
	names []*value // each once
	byKey map[string][]int
}

// newSlips files the names by what they keep when a letter goes: each word with
// each of its letters left out, and how it begins.
func newSlips(values []*value) *slips {
	s := &slips{byKey: map[string][]int{}}
	seen := map[string]bool{}
	for _, v := range values {
		name := joined(v.name)
		if seen[name] {
			continue
		}
		seen[name] = true
		for _, key := range slipKeys(v.name) {
			if list := s.byKey[key]; len(list) == 0 || list[len(list)-1] != len(s.names) {
				s.byKey[key] = append(list, len(s.names))
			}
		}
		s.names = append(s.names, v)
	}
	return s
}

func joined(name []string) string { return strings.Join(name, " ") }

// of returns the first name that v may be a slip of, nil for none.
func (s *slips) of(v *value) *value {
	best := -1
	for _, key := range slipKeys(v.name) {
		list := s.byKey[key]
		for _, n := range list[:min(len(list), maxTried)] {
			if best >= 0 && n >= best {
				break
			}
			if o := s.names[n]; v.relate(o) == differs && akin(v.name, o.name) {
				best = n
			}
		}
	}
	if best < 0 {
		return nil
	}
	return s.names[best]
}

// maxSlip is how long a word is at most that keys without one of its letters are made of.
const maxSlip = 24

// slipKeys returns keys of which two words that are a slip of each other share one.
func slipKeys(name []string) []string {
	var out []string
	for _, w := range name {
		out = append(out, w, w[:min(len(w), prefixLength)]+"*")
		if len(w) > maxSlip {
			continue
		}
		for k := range len(w) {
			out = append(out, w[:k]+w[k+1:])
		}
	}
	return out
}
