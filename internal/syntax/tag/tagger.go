package tag

// Tags appends the tags of the tokens of one sentence to buf, one each, and
// returns it. src is the text that the tokens were cut from. It allocates only
// where buf is too small.
func (m *Model) Tags(buf []Tag, src string, tokens []Token) []Tag {
	var w Walk
	w.Start(m, src, tokens)
	for w.Next() {
		best := w.Known()
		if best == None {
			best = m.best(w.Features(), w.Allowed())
		}
		buf = append(buf, best)
		w.Set(best)
	}
	return buf
}

// best returns the tag with the highest sum of weights of those allowed, the
// first of equals.
func (m *Model) best(hashes []uint32, allowed Set) Tag {
	var scores [64]int32 // a power of two, so that no index is out of it
	for _, h := range hashes {
		for w := m.features.find(h); len(w) >= 2; w = w[2:] {
			scores[w[0]&63] += squares[w[1]]
		}
	}
	best := NN
	for t := CC; int(t) < Count; t++ {
		if scores[t] > scores[best] && allowed.Has(t) {
			best = t
		}
	}
	return best
}

// reach is how many tokens ahead a walk looks, ringSize how many it holds.
const (
	reach    = 2
	ringSize = 8
)

// A Walk goes over the tokens of one sentence from left to right and says what
// speaks for the tag of each. [Model.Tags] and the trainer share it.
type Walk struct {
	m      *Model
	src    string
	tokens []Token
	at     int
	ring   [ringSize]view // of the tokens around at
	kind   uint32         // of the sentence
	t1, t2 Tag            // the tags of the two before
	hashes [maxFeatures]uint32
}

// Start puts w before the first token.
func (w *Walk) Start(m *Model, src string, tokens []Token) {
	w.m, w.src, w.tokens = m, src, tokens
	w.at, w.t1, w.t2, w.kind = -1, None, None, kindOf(src, tokens)
	for i := range min(reach, len(tokens)) {
		m.look(&w.ring[i], src, tokens, i)
	}
}

// Next moves to the next token and reports whether there is one.
func (w *Walk) Next() bool {
	if w.at++; w.at >= len(w.tokens) {
		return false
	}
	if next := w.at + reach; next < len(w.tokens) {
		w.m.look(&w.ring[next%ringSize], w.src, w.tokens, next)
	}
	return true
}

// Known returns the tag of a word that has one only, else None.
func (w *Walk) Known() Tag { return w.ring[w.at%ringSize].dict }

// Features returns the hashes of the features of the token. They are valid
// until the next call.
func (w *Walk) Features() []uint32 {
	var views window
	for k := range views {
		views[k] = w.view(w.at + k - 2)
	}
	return w.hashes[:features(&w.hashes, &views, w.t1, w.t2, w.kind)]
}

// everything has all tags, open those that a word may have which the training
// text has not shown often: no pronoun, article, conjunction or modal.
const everything = ^Set(0)

var open = everything &^ SetOf(CC, DT, EX, MD, PDT, POS, PRP, PRPS, TO, WDT, WP, WPS, WRB)

// Allowed returns the tags that the token may have.
func (w *Walk) Allowed() Set {
	v := &w.ring[w.at%ringSize]
	if v.class != 0 || v.facts.Has(Closed) || w.tokens[w.at].Shape.Has(Mark|Clitic) {
		return everything
	}
	return open
}

func (w *Walk) view(i int) *view {
	if i < 0 || i >= len(w.tokens) {
		return &outside
	}
	return &w.ring[i%ringSize]
}

// Set says what the tag of the token is.
func (w *Walk) Set(t Tag) {
	w.t1, w.t2 = t, w.t1
}

// kindOf tells headings from sentences: whether most longer words have
// capitals, and whether a full stop ends them.
func kindOf(src string, tokens []Token) uint32 {
	long, capital, small := 0, 0, 0
	for i := range tokens {
		t := &tokens[i]
		if t.Shape.Has(Letters) && t.Len() > 3 {
			long++
			if t.Shape.Has(Capital) {
				capital++
			}
		}
		if t.Shape.Has(Small) {
			small++
		}
	}
	kind := uint32(1)
	if 3*capital > 2*long && long > 1 {
		kind |= 2
	}
	if small == 0 {
		kind |= 4
	}
	if n := len(tokens); n > 0 && !stops(src[tokens[n-1].Start]) && !(n > 1 && stops(src[tokens[n-2].Start])) {
		kind |= 8
	}
	return kind
}

func stops(c byte) bool { return c == '.' || c == '?' || c == '!' || c == ':' || c == ';' }
