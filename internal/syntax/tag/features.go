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

// features writes the hashes of the features of the token in the middle to
// out, with the tags of the two before it, and returns their number. All of
// them are computed, whether the model knows them or not.
func features(out *[maxFeatures]uint32, w *window, t1, t2 Tag, kind uint32) int {
	p2, p1, c, n1, n2 := w[0], w[1], w[2], w[3], w[4]
	a, b := uint32(t1), uint32(t2)
	tt := a<<8 | b
	class := uint32(c.class)<<16 | uint32(c.facts)
	next := uint32(n1.class)<<16 | uint32(n1.facts)
	n := 0
	add := func(x, y uint32) {
		out[n] = mix(uint32(n), x, y)
		n++
	}
	add(0, 0)
	add(c.id, 0)
	add(c.s1, 0)
	add(c.s2, 0)
	add(c.s3, 0)
	add(c.s4, 0)
	add(c.pre, 0)
	add(c.shape, 0)
	add(a, 0)
	add(tt, 0)
	add(a, c.id)
	add(tt, class)
	add(a, class)
	add(p1.id, 0)
	add(p2.id, a)
	add(n1.id, 0)
	add(n2.id, 0)
	add(p1.id, c.id)
	add(c.id, n1.id)
	add(a, n1.id)
	add(class, next)
	add(a<<24|class, next)
	add(tt, next)
	add(n1.s3, a)
	add(n1.s2, class)
	add(p1.s3, c.s2)
	add(c.s3, a)
	add(c.s2, next)
	add(c.s3, next)
	add(class, mix(0, next, uint32(n2.class)<<16|uint32(n2.facts)))
	add(c.shape, n1.shape)
	add(c.shape, p1.shape<<8|a)
	add(c.shape, c.s2)
	add(c.shape, class)
	add(uint32(c.facts), a)
	add(p1.id, class)
	add(n1.id, class)
	add(c.shape, kind)
	add(c.shape<<16|uint32(c.facts), kind)
	add(c.s2, kind)
	add(p1.id, n1.id)
	add(c.id, next)
	return n
}

// mix hashes a feature's number and its two values.
func mix(kind, x, y uint32) uint32 {
	h := (x ^ kind*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 15
	h = (h ^ y) * 0xc2b2ae35
	h ^= h >> 13
	h *= 0x27d4eb2f
	return h ^ h>>16
}
