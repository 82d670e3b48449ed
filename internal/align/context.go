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
	for k, t := range a.Terms {
		if pa := proximity(t.Word, a.From, a.To); pa > 0 && first(a.Terms, k) {
			w := x.Rarity(t.Key)
			all += w * pa
			if pb := b.nearest(t.Key); pb > 0 {
				shared += w * (pa + pb)
			}
		}
	}
	for k, t := range b.Terms {
		if first(b.Terms, k) {
			all += x.Rarity(t.Key) * proximity(t.Word, b.From, b.To)
		}
	}
	if all == 0 {
		return 0
	}
	return shared / all
}

// nearest is the greatest proximity of a term to the spot.
func (s Spot) nearest(key string) float64 {
	best := 0.0
	for _, t := range s.Terms {
		if t.Key == key {
			best = max(best, proximity(t.Word, s.From, s.To))
		}
	}
	return best
}
