package tag

// Scores are the sums of weights by tag, for as many tags as a power of two, so
// that no index is out of it.
type scores [64]int32

// weigh adds the weights of features. It looks first where all of them stand: that
// waits for no branch.
func (s *scores) weigh(m *Model, hashes []uint32) {
	var found [64]stretch
	n := 0
	for _, h := range hashes {
		found[n%64] = m.features.stretch(h)
		n += int(found[n%64].some)
	}
	for i := range found[:n%64] {
		w := m.features.in(&found[i])
		for k := 0; k+1 < len(w); k += 2 {
			s[w[k]%64] += squares[w[k+1]]
		}
	}
}

func (s *scores) add(more *scores) {
	for t := range Count {
		s[t] += more[t]
	}
}

// best returns the tag with the highest score of those allowed, the first of
// equals.
func (s *scores) best(allowed Set) Tag {
	best := NN
	for t := CC; int(t) < Count; t++ {
		if s[t] > s[best] && allowed.Has(t) {
			best = t
		}
	}
	return best
}

// A memo keeps the scores of words by themselves, and of tags and shapes by
// themselves: six in ten of all weights of a token are theirs, and they come again
// and again. What it gives is what the features give. It has a place for each of
// its keys by their hash; the last one stays.
type memo struct {
	words [memoSize]struct {
		key    wordKey
		scores scores
	}
	shapes [memoSize]struct {
		key    shapes
		scores scores
	}
}

// memoSize is how many keys of each sort are kept. More help little: see
// BenchmarkTags.
const memoSize = 2048

// A wordKey is all that the scores of a word by itself depend on.
type wordKey struct {
	view view
	kind uint32
}

// Shapes are all that the scores of tags and shapes depend on.
type shapes struct {
	tags             uint32 // the two before, see pairOf
	last, word, next uint32 // of the word before, the word and the next one
}

func shapesOf(w *window, t1, t2 Tag) shapes {
	return shapes{pairOf(t1, t2), w[1].shape, w[2].shape, w[3].shape}
}

// memo returns one that nobody else uses.
func (m *Model) memo() *memo {
	if kept, ok := m.memos.Get().(*memo); ok {
		return kept
	}
	return new(memo)
}

// ofWord returns the scores of a word.
func (k *memo) ofWord(m *Model, key *wordKey) *scores {
	kept := &k.words[mix(key.kind, key.view.id, key.view.shape)%memoSize]
	if kept.key != *key {
		var list featureList
		list.ofWord(&key.view, key.kind)
		kept.key, kept.scores = *key, scores{}
		kept.scores.weigh(m, list.all())
	}
	return &kept.scores
}

// ofShapes returns the scores of tags and shapes.
func (k *memo) ofShapes(m *Model, key *shapes) *scores {
	kept := &k.shapes[mix(key.tags, key.word, key.last<<16^key.next)%memoSize]
	if kept.key != *key {
		var list featureList
		list.ofShapes(key)
		kept.key, kept.scores = *key, scores{}
		kept.scores.weigh(m, list.all())
	}
	return &kept.scores
}
