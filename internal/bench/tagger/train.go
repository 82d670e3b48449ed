package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"factcheck/internal/syntax/tag"
)

// Settings of the training. They were chosen on documents of the training
// part that were kept apart (-dev).
const (
	epochs       = 8
	runs         = 3 // their weights are added, which evens out the order of the sentences
	seed         = 12
	minFeature   = 3    // a feature that is seen less often is no feature
	dictMin      = 12   // a word is tagged from the dictionary if it is seen this often
	dictShare    = .995 // and this share of it has one tag
	classMin     = 4    // a word has a class if it is seen this often
	classShare   = .03  // its class has the tags of this share of it
	smallestRoot = 16   // a weight whose root is less is left out; more, where the model would grow too large
)

// A learner is an averaged perceptron (M. Collins, EMNLP 2002) at work.
type learner struct {
	model   *tag.Model       // its words, without features
	index   map[uint32]int32 // of a hash, into the slices
	hashes  []uint32
	weights [][tag.Count]float32
	totals  [][tag.Count]float64
	stamps  [][tag.Count]int32
	steps   int32
	buf     []int32
}

// words counts the tags of every word and returns what the model will know of
// each, in the order of their first appearance.
func words(sentences []sentence, lists map[uint32]tag.Facts) []tag.Word {
	counts := map[uint32]*[tag.Count]int{}
	var order []uint32
	for _, s := range sentences {
		for i, t := range s.tokens {
			c := counts[t.ID]
			if c == nil {
				c = new([tag.Count]int)
				counts[t.ID] = c
				order = append(order, t.ID)
			}
			c[s.tags[i]]++
		}
	}
	for id := range lists {
		if counts[id] == nil {
			order = append(order, id)
			counts[id] = new([tag.Count]int)
		}
	}
	slices.Sort(order)
	classes := map[tag.Set]uint8{}
	var out []tag.Word
	for _, id := range order {
		w := wordOf(id, counts[id], classes)
		w.Facts = lists[id]
		if w.Tag != tag.None || w.Class != 0 || w.Facts != 0 {
			out = append(out, w)
		}
	}
	return out
}

// wordOf judges a word by the counts of its tags.
func wordOf(id uint32, counts *[tag.Count]int, classes map[tag.Set]uint8) tag.Word {
	total, best := 0, tag.None
	for t, n := range counts {
		total += n
		if n > counts[best] {
			best = tag.Tag(t)
		}
	}
	w := tag.Word{ID: id}
	if total >= dictMin && float64(counts[best]) >= dictShare*float64(total) {
		w.Tag = best
	}
	if total < classMin {
		return w
	}
	var set tag.Set
	for t, n := range counts {
		if n > 0 && float64(n) >= classShare*float64(total) {
			set |= tag.SetOf(tag.Tag(t))
		}
	}
	if classes[set] == 0 && len(classes) < math.MaxUint8 {
		classes[set] = uint8(len(classes) + 1)
	}
	w.Class = classes[set]
	return w
}

// train returns the words and the learner for sentences.
func train(sentences []sentence, lists map[uint32]tag.Facts) ([]tag.Word, *learner, error) {
	known := words(sentences, lists)
	m, err := tag.Read(string(tag.Write("words only", known, nil)))
	if err != nil {
		return nil, nil, err
	}
	l := &learner{model: m, index: map[uint32]int32{}}
	l.count(sentences)
	random := rand.New(rand.NewPCG(seed, seed))
	sum := make([][tag.Count]float32, len(l.hashes))
	for range runs {
		l.run(random, sentences)
		for row := range sum {
			for t, w := range &l.weights[row] {
				sum[row][t] += w
			}
		}
	}
	l.weights = sum
	return known, l, nil
}

// run learns from nothing, in an order of its own.
func (l *learner) run(random *rand.Rand, sentences []sentence) {
	l.weights = make([][tag.Count]float32, len(l.hashes))
	l.totals = make([][tag.Count]float64, len(l.hashes))
	l.stamps = make([][tag.Count]int32, len(l.hashes))
	l.steps = 0
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(&sentences[i])
		}
	}
	l.average()
}

// count finds the features that are seen often enough under the right tags.
func (l *learner) count(sentences []sentence) {
	counts := map[uint32]int{}
	var w tag.Walk
	for i := range sentences {
		s := &sentences[i]
		w.Start(l.model, s.src, s.tokens)
		for k := 0; w.Next(); k++ {
			if w.Known() == tag.None {
				l.see(counts, w.Features())
			}
			w.Set(s.tags[k])
		}
	}
}

func (l *learner) see(counts map[uint32]int, hashes []uint32) {
	for _, h := range hashes {
		if counts[h]++; counts[h] == minFeature {
			l.index[h] = int32(len(l.hashes))
			l.hashes = append(l.hashes, h)
		}
	}
}

// learn goes over one sentence with its own guesses and corrects itself.
func (l *learner) learn(s *sentence) {
	var w tag.Walk
	w.Start(l.model, s.src, s.tokens)
	for k := 0; w.Next(); k++ {
		guess := w.Known()
		if guess == tag.None {
			rows := l.rows(w.Features())
			guess = l.best(rows, w.Allowed())
			l.correct(rows, guess, s.tags[k])
		}
		w.Set(guess)
	}
}

// correct moves the weights from a wrong guess to what is right.
func (l *learner) correct(rows []int32, guess, right tag.Tag) {
	l.steps++
	if guess == right {
		return
	}
	for _, row := range rows {
		l.change(row, right, 1)
		l.change(row, guess, -1)
	}
}

// rows returns where the features are that the learner knows.
func (l *learner) rows(hashes []uint32) []int32 {
	l.buf = l.buf[:0]
	for _, h := range hashes {
		if row, ok := l.index[h]; ok {
			l.buf = append(l.buf, row)
		}
	}
	return l.buf
}

func (l *learner) best(rows []int32, allowed tag.Set) tag.Tag {
	var scores [tag.Count]float32
	for _, row := range rows {
		for t, w := range &l.weights[row] {
			scores[t] += w
		}
	}
	best := tag.NN
	for t := tag.CC; int(t) < tag.Count; t++ {
		if scores[t] > scores[best] && allowed.Has(t) {
			best = t
		}
	}
	return best
}

func (l *learner) change(row int32, t tag.Tag, by float32) {
	l.totals[row][t] += float64(l.steps-l.stamps[row][t]) * float64(l.weights[row][t])
	l.stamps[row][t] = l.steps
	l.weights[row][t] += by
}

// average replaces the weights by their means over all steps.
func (l *learner) average() {
	for row := range l.weights {
		for t := range l.weights[row] {
			l.change(int32(row), tag.Tag(t), 0)
			l.weights[row][t] = float32(l.totals[row][t] / float64(l.steps))
		}
	}
}

// features returns the weights with their roots in a byte each (companded),
// which keeps small weights apart where a linear scale would lose them. Those
// whose root is less than least are left out.
func (l *learner) features(least int8) []tag.Feature {
	largest := float32(0)
	for row := range l.weights {
		for _, w := range l.weights[row] {
			largest = max(largest, w, -w)
		}
	}
	scale := math.MaxInt8 / math.Sqrt(float64(largest))
	var out []tag.Feature
	for row, h := range l.hashes {
		f := tag.Feature{Hash: h}
		for t, w := range l.weights[row] {
			root := int8(math.Round(math.Copysign(math.Sqrt(math.Abs(float64(w)))*scale, float64(w))))
			if root >= least || root <= -least {
				f.Weights = append(f.Weights, tag.Weight{Tag: tag.Tag(t), Root: root})
			}
		}
		if len(f.Weights) > 0 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b tag.Feature) int { return cmp.Compare(a.Hash, b.Hash) })
	return out
}

// tags tags a sentence with the weights as they were learned.
func (l *learner) tags(buf []tag.Tag, s *sentence) []tag.Tag {
	var w tag.Walk
	w.Start(l.model, s.src, s.tokens)
	for w.Next() {
		best := w.Known()
		if best == tag.None {
			best = l.best(l.rows(w.Features()), w.Allowed())
		}
		buf = append(buf, best)
		w.Set(best)
	}
	return buf
}
