package tag

// A view is what the features ask of one token, computed once.
type view struct {
	id         uint32 // of the word, figures made equal
	s1, s2, s3 uint32 // the last one to four characters
	s4, pre    uint32
	shape      uint32
	dict       Tag   // of words that have one tag only
	class      uint8 // the tags that the word had in the training text
	facts      Facts // what the lists know of it
}

// views at the edges of a sentence.
var outside = view{id: 1, s1: 1, s2: 1, s3: 1, s4: 1, pre: 1, shape: 1 << 15}

// look fills v for token i.
func (m *Model) look(v *view, src string, tokens []Token, i int) {
	t := &tokens[i]
	word := t.Span.In(src)
	id := t.ID
	if t.Shape.Has(Digits) {
		id = patternOf(word)
	}
	w := m.words.find(t.ID)
	*v = view{id: id, dict: w.dict, class: w.class, facts: w.facts, shape: uint32(t.Shape &^ Clitic)}
	if t.Shape.Has(Clitic) || t.Shape.Has(Mark) {
		v.shape |= 1 << 14
	}
	if i == 0 || opens(tokens, i, src) {
		v.shape |= 1 << 13
	}
	n := len(word)
	h := uint32(idSeed)
	for k := 1; k <= 4 && k <= n; k++ {
		h = (h ^ uint32(lower[word[n-k]])) * idPrime
		switch k {
		case 1:
			v.s1 = h
		case 2:
			v.s2 = h
		case 3:
			v.s3 = h
		case 4:
			v.s4 = h
		}
	}
	h = uint32(idSeed)
	for k := 0; k < 3 && k < n; k++ {
		h = (h ^ uint32(lower[word[k]])) * idPrime
	}
	v.pre = h
}

// opens reports whether token i opens a sentence behind a quotation mark or
// bracket, so that its capital says nothing.
func opens(tokens []Token, i int, src string) bool {
	return i == 1 && tokens[0].Shape.Has(Mark)
}

// patternOf is the ID of a word whose figures are all taken for 0, and runs of
// more than four for four.
func patternOf(word string) uint32 {
	h := uint32(idSeed)
	run := 0
	for i := 0; i < len(word); i++ {
		c := word[i]
		if kinds[c] == kDigit {
			if run++; run > 4 {
				continue
			}
			c = '0'
		} else {
			run = 0
			c = lower[c]
		}
		h = (h ^ uint32(c)) * idPrime
	}
	return h
}

// A window has five neighbouring views, the one to be tagged in the middle.
type window [5]*view

// maxFeatures bounds the features of one token.
const maxFeatures = 48

// A featureList has the hashes of features. All of a kind are computed, whether
// the model knows them or not.
type featureList struct {
	hashes [maxFeatures]uint32
	n      uint8
}

// add adds the feature of a number, which never changes: it is in the model's
// hashes.
func (l *featureList) add(number, x, y uint32) {
	l.hashes[l.n%maxFeatures] = mix(number, x, y)
	l.n++
}

// all returns the hashes.
func (l *featureList) all() []uint32 { return l.hashes[:l.n] }

// ofWord adds what a word by itself speaks for in a kind of sentence.
func (l *featureList) ofWord(c *view, kind uint32) {
	class := c.known()
	l.add(0, 0, 0)
	l.add(1, c.id, 0)
	l.add(2, c.s1, 0)
	l.add(3, c.s2, 0)
	l.add(4, c.s3, 0)
	l.add(5, c.s4, 0)
	l.add(6, c.pre, 0)
	l.add(7, c.shape, 0)
	l.add(32, c.shape, c.s2)
	l.add(33, c.shape, class)
	l.add(37, c.shape, kind)
	l.add(38, c.shape<<16|uint32(c.facts), kind)
	l.add(39, c.s2, kind)
}

// ofShapes adds what the two tags before and the shapes of three words speak for.
func (l *featureList) ofShapes(s *shapes) {
	a := s.tags >> 8
	l.add(8, a, 0)
	l.add(9, s.tags, 0)
	l.add(30, s.word, s.next)
	l.add(31, s.word, s.last<<8|a)
}

// ofNeighbours adds what words and tags speak for together.
func (l *featureList) ofNeighbours(w *window, t1, t2 Tag) {
	p2, p1, c, n1, n2 := w[0], w[1], w[2], w[3], w[4]
	a, tt := uint32(t1), pairOf(t1, t2)
	class, next := c.known(), n1.known()
	l.add(10, a, c.id)
	l.add(11, tt, class)
	l.add(12, a, class)
	l.add(13, p1.id, 0)
	l.add(14, p2.id, a)
	l.add(15, n1.id, 0)
	l.add(16, n2.id, 0)
	l.add(17, p1.id, c.id)
	l.add(18, c.id, n1.id)
	l.add(19, a, n1.id)
	l.add(20, class, next)
	l.add(21, a<<24|class, next)
	l.add(22, tt, next)
	l.add(23, n1.s3, a)
	l.add(24, n1.s2, class)
	l.add(25, p1.s3, c.s2)
	l.add(26, c.s3, a)
	l.add(27, c.s2, next)
	l.add(28, c.s3, next)
	l.add(29, class, mix(0, next, n2.known()))
	l.add(34, uint32(c.facts), a)
	l.add(35, p1.id, class)
	l.add(36, n1.id, class)
	l.add(40, p1.id, n1.id)
	l.add(41, c.id, next)
}

// known is what training and the lists know of a word, in one value.
func (v *view) known() uint32 { return uint32(v.class)<<16 | uint32(v.facts) }

// pairOf is the two tags before a token in one value.
func pairOf(t1, t2 Tag) uint32 { return uint32(t1)<<8 | uint32(t2) }

// mix hashes a feature's number and its two values.
func mix(kind, x, y uint32) uint32 {
	h := (x ^ kind*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 15
	h = (h ^ y) * 0xc2b2ae35
	h ^= h >> 13
	h *= 0x27d4eb2f
	return h ^ h>>16
}
