package align

// near is how many words away a term counts half.
const near = 6.0

// proximity is how much a term at a word counts for what stands at words
// [from, to): 1 beside it, less further away; 0 inside.
func proximity(word, from, to int) float64 {
	d := 0
	switch {
	case word < from:
		d = from - word
	case word >= to:
		d = word - to + 1
	default:
		return 0
	}
	return near / (near + float64(d-1))
}

// A Spot is words [From, To) of a passage.
type Spot struct {
	*Passage
	From, To int
}

// Context is how alike the surroundings of two spots are, 0 to 1: the Dice of
// their terms, weighed by rarity and by nearness to the spot.
func (x *Index) Context(a, b Spot) float64 {
	all, shared := 0.0, 0.0
	for _, k := range a.once {
		if pa := proximity(a.Terms[k].Word, a.From, a.To); pa > 0 {
			w := x.rarityOf(a.ids[k])
			all += w * pa
			if pb := b.nearest(a.ids[k]); pb > 0 {
				shared += w * (pa + pb)
			}
		}
	}
	for _, k := range b.once {
		all += x.rarityOf(b.ids[k]) * proximity(b.Terms[k].Word, b.From, b.To)
	}
	if all == 0 {
		return 0
	}
	return shared / all
}

// nearest is the greatest proximity of a term to the spot.
func (s Spot) nearest(id int32) float64 {
	best := 0.0
	for k, o := range s.ids {
		if o == id {
			best = max(best, proximity(s.Terms[k].Word, s.From, s.To))
		}
	}
	return best
}

// Within is how much of the terms of spot a, by weight, spot b holds inside, 0 to 1.
func (x *Index) Within(a, b Spot) float64 {
	all, held := 0.0, 0.0
	for k, t := range a.Terms {
		if t.Word < a.From || t.Word >= a.To {
			continue
		}
		w := x.rarityOf(a.ids[k])
		all += w
		if b.inside(a.ids[k]) {
			held += w
		}
	}
	if all == 0 {
		return 0
	}
	return held / all
}

// inside reports whether a term stands in the words of the spot.
func (s Spot) inside(id int32) bool {
	for k, o := range s.ids {
		if o == id && s.From <= s.Terms[k].Word && s.Terms[k].Word < s.To {
			return true
		}
	}
	return false
}
