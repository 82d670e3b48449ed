package claims

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/timeline"
)

// findLikely gives claims without a time the day that they most likely have.
func (r *claimReader) findLikely() {
	r.again()
	r.scenes()
	r.now()
}

// now dates what the writer tells in the present tense by the day of publication,
// where that is known.
func (r *claimReader) now() {
	w := r.Published.When
	if _, ok := oneDay(w); !ok {
		return
	}
	for _, c := range r.out {
		if c.Present && !c.open && c.Main && c.Class == Event && c.Time == nil && c.Modality == Actual && c.Source == nil && r.Parsed[c.Sentence].Zone == article.Body {
			c.Likely = Likely{When: w, Why: Now}
		}
	}
}

// again dates event nouns by the one day that the document gives for their act.
func (r *claimReader) again() {
	type dated struct {
		claim *Claim
		apart bool // told of several days
	}
	of := map[string]*dated{}
	for _, c := range r.out {
		w := c.When()
		if c.Class != Event || w.Empty() || !w.Closed() {
			continue
		}
		switch d := of[c.Act]; {
		case d == nil:
			of[c.Act] = &dated{claim: c}
		case !d.claim.When().Overlaps(w):
			d.apart = true
		case Finer(w, d.claim.When()):
			d.claim = c
		}
	}
	for _, c := range r.out {
		d := of[c.Act]
		if c.Class != Event || d == nil || d.apart || c.Time != nil || c.open || c.Negated || c.Modality != d.claim.Modality || !c.Noun && !sameDeed(c, d.claim) {
			continue
		}
		c.Likely = Likely{When: d.claim.When(), Why: Again, Of: d.claim}
	}
}

// sameDeed reports whether the two claims of one act have a subject or object in
// common that is no pronoun, and no other one: directed two films.
func sameDeed(a, b *Claim) bool {
	common := false
	for _, role := range [...]Role{Subject, Object} {
		known, same := false, false
		for _, p := range a.By(role) {
			for _, q := range b.By(role) {
				known = known || !p.Pronoun && !q.Pronoun
				same = same || !p.Pronoun && !q.Pronoun && p.Lemma == q.Lemma
			}
		}
		if known && !same {
			return false
		}
		common = common || same
	}
	return common
}

// scenes dates what a main clause tells in the past tense by the day of the
// clause before it, where that is told of a day.
func (r *claimReader) scenes() {
	var scene *Claim
	for _, c := range r.out {
		if c.Noun || !c.Main || !c.Past || r.Parsed[c.Sentence].Zone != article.Body {
			continue
		}
		if w := c.When(); !w.Empty() {
			if c.Class == Event && w.Closed() && w.To-w.From <= maxScenery {
				scene = c
			} else {
				scene = nil
			}
			continue
		}
		if scene == nil || c.Time != nil || c.open || c.Likely.Why != 0 || c.Perfect || c.Class != Event || c.Quoted || c.Source != nil || c.Sentence-scene.Sentence > maxScene {
			continue
		}
		if _, ok := oneDay(scene.When()); !ok && !r.sameParagraph(scene, c) {
			continue
		}
		c.Likely = Likely{When: scene.When(), Why: Scene, Of: scene}
	}
}

// sameParagraph reports whether no line ends a paragraph between two claims.
func (r *claimReader) sameParagraph(a, b *Claim) bool {
	return a.Sentence == b.Sentence || b.Sentence == a.Sentence+1 && !strings.Contains(r.Article.Flow()[a.Trigger.End:b.Trigger.Start], "\n\n")
}

// maxScenery is how long a time may be, in minutes, that the next sentence of its
// paragraph is told of: a quarter.
const maxScenery = 93 * 24 * 60

// maxScene is how many sentences a day that was told holds for.
const maxScene = 3

// oneDay returns the day of an interval of at most a day.
func oneDay(w timeline.Interval) (timeline.Day, bool) {
	if !w.Closed() || w.To-w.From > timeline.OneDay(0).To {
		return 0, false
	}
	return w.From.Day(), true
}
