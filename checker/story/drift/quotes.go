package drift

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/quotes"
)

// A wording is all words of the sources, to find quoted ones in.
type wording struct {
	docs  []*docWords
	grams map[[2]string][]gramAt

	speakers map[string]bool // the last names of all who are quoted, folded
}

type docWords struct {
	page   *page.Page
	words  []text.Word
	keys   []string
	quotes []*fact.Quote
}

type gramAt struct{ doc, word int32 }

// maxGram is in how many places of the sources two words in a row are looked up.
const maxGram = 64

func newWording(docs []*page.Page) *wording {
	w := &wording{grams: map[[2]string][]gramAt{}, speakers: map[string]bool{}}
	for _, d := range docs {
		x := &docWords{page: d, quotes: quotes.Read(d)}
		for _, q := range x.quotes {
			if q.Speaker != nil {
				w.speakers[lastWord(align.Fold(*q.Speaker))] = true
			}
		}
		for i := range d.Parsed {
			for _, word := range d.Parsed[i].Words {
				x.words = append(x.words, word)
				x.keys = append(x.keys, quoteKey(word.Text))
			}
		}
		for k := 0; k+1 < len(x.keys); k++ {
			g := [2]string{x.keys[k], x.keys[k+1]}
			if len(w.grams[g]) < maxGram {
				w.grams[g] = append(w.grams[g], gramAt{int32(len(w.docs)), int32(k)})
			}
		}
		w.docs = append(w.docs, x)
	}
	return w
}

// houseMarks are what papers write inside words or do not: isn’t, cease-fire.
var houseMarks = strings.NewReplacer("’", "", "'", "", "-", "", "‑", "")

// quoteKey folds a word as quotations are compared: case, accents, apostrophes,
// hyphens, British and American endings, numerals.
func quoteKey(w string) string {
	return american(houseMarks.Replace(align.Fold(w)))
}

// american writes a word with the endings of American papers: organization, labor.
func american(k string) string {
	for _, e := range [...][2]string{{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ise", "ize"}, {"our", "or"}, {"ours", "ors"}} {
		if len(k) > len(e[0])+2 && strings.HasSuffix(k, e[0]) {
			return strings.TrimSuffix(k, e[0]) + e[1]
		}
	}
	return k
}

// A part is a run of quoted words with nothing left out or put in by the writer.
type part struct {
	words []text.Word
	keys  []string
}

// partsOf cuts a quotation at its ellipses and brackets; words in brackets are the
// writer's own.
func partsOf(d *page.Page, span text.Span) []part {
	flow := d.Article.Flow()
	var out []part
	cur := part{}
	flush := func() {
		if len(cur.words) > 0 {
			out = append(out, cur)
		}
		cur = part{}
	}
	depth, at := 0, span.Start
	for _, w := range text.Words(nil, flow, span) {
		gap := flow[at:w.Span.Start]
		at = w.Span.End
		if strings.ContainsAny(gap, "[]…") || strings.Contains(gap, "...") || strings.Contains(gap, ". . .") {
			flush()
		}
		depth += strings.Count(gap, "[") - strings.Count(gap, "]")
		if depth > 0 {
			continue
		}
		cur.words = append(cur.words, w)
		cur.keys = append(cur.keys, quoteKey(w.Text))
	}
	flush()
	return out
}

// minQuoted is the fewest words of a part that are looked for.
const minQuoted = 4

// A quotedAt is where the sources have the words of a part.
type quotedAt struct {
	doc      *docWords
	from, to int
	equal    int // words of the part found in their order
	put      []change
}

// A change is words of the draft in place of words of the source.
type change struct{ here, there [2]int }

// find returns the place in the sources that has most words of the part.
func (w *wording) find(p *part) (best quotedAt, ok bool) {
	votes := map[gramAt]int{}
	var order []gramAt
	for k := 0; k+1 < len(p.keys); k++ {
		for _, g := range w.grams[[2]string{p.keys[k], p.keys[k+1]}] {
			at := gramAt{g.doc, (g.word - int32(k)) >> 2}
			if votes[at] == 0 {
				order = append(order, at)
			}
			votes[at]++
		}
	}
	tried := 0
	for _, at := range order {
		if votes[at] < 1 || tried > 64 {
			continue
		}
		tried++
		doc := w.docs[at.doc]
		from := max(0, int(at.word)<<2-4)
		to := min(len(doc.keys), int(at.word)<<2+len(p.keys)+8)
		q := lay(p.keys, doc.keys[from:to])
		q.doc, q.from, q.to = doc, q.from+from, q.to+from
		for i := range q.put {
			q.put[i].there[0] += from
			q.put[i].there[1] += from
		}
		if !ok || q.equal > best.equal || q.equal == best.equal && len(q.put) < len(best.put) {
			best, ok = q, true
		}
	}
	return best, ok
}

// maxQuoted is how many words of a part are looked at.
const maxQuoted = 150

// lay finds the longest sequence of words that a and b share.
func lay(a, b []string) quotedAt {
	a, b = a[:min(len(a), maxQuoted)], b[:min(len(b), maxQuoted+16)]
	w := len(b) + 1
	best := make([]int16, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i*w+j] = max(best[(i+1)*w+j], best[i*w+j+1])
			if a[i] == b[j] {
				best[i*w+j] = max(best[i*w+j], best[(i+1)*w+j+1]+1)
			}
		}
	}
	out := quotedAt{from: -1}
	la, lb := -1, -1
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j] && best[i*w+j] == best[(i+1)*w+j+1]+1:
			if out.from < 0 {
				out.from = j
				lb = j - 1 - i // what the part begins with may stand before
			}
			if i-la > 1 || j-lb > 1 {
				out.put = append(out.put, change{[2]int{la + 1, i}, [2]int{max(lb+1, 0), j}})
			}
			la, lb = i, j
			out.equal++
			i, j = i+1, j+1
		case best[(i+1)*w+j] >= best[i*w+j+1]:
			i++
		default:
			j++
		}
	}
	if rest := len(a) - 1 - la; rest > 0 && out.equal > 0 {
		out.put = append(out.put, change{[2]int{la + 1, len(a)}, [2]int{lb + 1, min(lb+1+rest, len(b))}})
		lb = min(lb+rest, len(b)-1)
	}
	out.from, out.to = max(out.from, 0), lb+1
	return out
}

// nearlyWhole is how much of a part must stand in the source if half of its content words do
// not.
const nearlyWhole = .75

// told reports whether most content words of a part stand in the source too, or nearly all
// of it: many quotations begin with "this is a lot of".
func (p *part) told(put []change, share float64) bool {
	kept, other := 0, 0
	for k, w := range p.words {
		switch {
		case align.Key(w.Text) == "":
		case slices.ContainsFunc(put, func(ch change) bool { return ch.here[0] <= k && k < ch.here[1] }):
			other++
		default:
			kept++
		}
	}
	return kept > other || kept > 0 && share > nearlyWhole
}

// compareQuotes lays each quotation of the draft beside the words of the sources.
func (c *comparison) compareQuotes() {
	for _, q := range quotes.Read(c.draft) {
		i := c.draft.SentenceAt(q.At.Span.Start)
		if i < 0 || q.Words < minQuoted {
			continue
		}
		for _, p := range partsOf(c.draft, q.At.Span) {
			if len(p.keys) >= minQuoted {
				c.compareQuote(i, q, &p)
			}
		}
	}
}

func (c *comparison) compareQuote(sentence int, q *fact.Quote, p *part) {
	at, ok := c.words.find(p)
	share := float64(at.equal) / float64(len(p.keys))
	if !ok || share < .5 || !p.told(at.put, share) {
		c.unstated[sentence] = append(c.unstated[sentence], place(c.draft, q.At.Span))
		c.support.add(false)
		return
	}
	c.support.add(true)
	src := at.doc.page
	slot := fact.Slot{Kind: "quote", Context: share, Published: publishedOf(src), Stated: true,
		At:     place(c.draft, page.SpanOf(p.words, 0, len(p.words))),
		Source: place(src, page.SpanOf(at.doc.words, at.from, max(at.to, at.from+1)))}
	slot.Text, slot.SourceText = slot.At.Text, slot.Source.Text
	var said []string
	for _, ch := range at.put {
		here, there := passage(c.draft, p.words, ch.here), passage(src, at.doc.words, ch.there)
		if here == "" {
			continue // left out
		}
		said = append(said, fmt.Sprintf("“%s” here, “%s” in the source", here, there))
	}
	slot.Same = len(said) == 0
	slot.Summary = strings.Join(said, "; ")
	c.slots[sentence] = append(c.slots[sentence], slot)
	if there, who := c.speaker(&at), c.speakerOf(sentence, q); there != "" && who != "" && share >= .8 {
		c.compareSpeakers(sentence, who, there, slot)
	}
}

func passage(d *page.Page, words []text.Word, r [2]int) string {
	if r[0] >= r[1] || r[1] > len(words) {
		return ""
	}
	return page.SpanOf(words, r[0], r[1]).In(d.Article.Flow())
}

// speaker returns who says the words in the source: whom the attribution names, else the
// one person who is named beside the quotation in its sentence; empty if it is not said.
func (c *comparison) speaker(q *quotedAt) string {
	from := q.doc.words[q.from].Span.Start
	for _, f := range q.doc.quotes {
		if f.At.Span.Start > from || from >= f.At.Span.End {
			continue
		}
		if f.Speaker != nil {
			return *f.Speaker
		}
		return c.words.named(c.valuesIn(q.doc.page, q.doc.page.SentenceAt(from)), q.doc.page)
	}
	return ""
}

// valuesIn returns the values of a sentence of the sources.
func (c *comparison) valuesIn(d *page.Page, sentence int) []*value {
	for _, p := range c.index.Passages {
		if p.Page == d && p.Sentence == sentence {
			return c.Sources.values[p]
		}
	}
	return nil
}

// speakerOf returns who is quoted: whom the attribution names, else the one person of
// the sources who is named beside the quotation in its sentence.
func (c *comparison) speakerOf(sentence int, q *fact.Quote) string {
	if q.Speaker != nil {
		return *q.Speaker
	}
	if _, ok := c.passageOf[sentence]; !ok {
		return ""
	}
	return c.words.named(c.values[c.passageOf[sentence]], c.draft)
}

// named returns the one name of a sentence outside of quotations that is that of a
// speaker; empty if there are more or none.
func (w *wording) named(values []*value, d *page.Page) string {
	who := ""
	for _, v := range values {
		if v.kind != kindName || v.locative || d.InQuotation(v.span.Start) || !w.speakers[last(v.name)] {
			continue
		}
		if who != "" {
			return ""
		}
		who = joined(v.name)
	}
	return who
}

func (c *comparison) compareSpeakers(sentence int, who, there string, of fact.Slot) {
	slot := of
	slot.Kind, slot.Text, slot.SourceText = "speaker", who, there
	slot.Same = sharesName(who, there)
	slot.Summary = fmt.Sprintf("said by %s here, by %s in the source", who, there)
	c.slots[sentence] = append(c.slots[sentence], slot)
}

func sharesName(a, b string) bool {
	for x := range strings.FieldsSeq(align.Fold(a)) {
		for y := range strings.FieldsSeq(align.Fold(b)) {
			if x == y {
				return true
			}
		}
	}
	return false
}
