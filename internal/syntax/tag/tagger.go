package tag

// Tags appends the tags of the tokens of one sentence to buf, one each, and
// returns it. src is the text that the tokens were cut from. It allocates only
// where buf is too small.
func (m *Model) Tags(buf []Tag, src string, tokens []Token) []Tag {
	kept := m.memo()
	defer m.memos.Put(kept)
	var w Walk
	w.Start(m, src, tokens)
	for w.Next() {
		best := w.Known()
		if best == None {
			best = w.best(kept)
		}
		buf = append(buf, best)
		w.Set(best)
	}
	return buf
}

// best returns the tag that most speaks for among those that the token may have.
func (w *Walk) best(kept *memo) Tag {
	views := w.window()
	word, around := wordKey{*views[2], w.kind}, shapesOf(&views, w.t1, w.t2)
	scores := *kept.ofWord(w.m, &word)
	scores.add(kept.ofShapes(w.m, &around))
	w.list.n = 0
	w.list.ofNeighbours(&views, w.t1, w.t2)
	scores.weigh(w.m, w.list.all())
	return scores.best(w.Allowed())
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
	list   featureList
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
	views := w.window()
	around := shapesOf(&views, w.t1, w.t2)
	w.list.n = 0
	w.list.ofWord(views[2], w.kind)
	w.list.ofShapes(&around)
	w.list.ofNeighbours(&views, w.t1, w.t2)
	return w.list.all()
}

// window returns the views around the token.
func (w *Walk) window() (views window) {
	for k := range views {
		views[k] = w.view(w.at + k - 2)
	}
	return views
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
