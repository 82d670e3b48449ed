package quotes

import (
	"strings"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// phrased reads who is said to have spoken in phrases that no verb of saying
// heads: in the words of Smith; Smith was quoted as saying; the statement quotes
// Smith as saying; as Smith put it.
func (r *quoteReader) phrased(p page.Passage) attribution {
	if p.Sentence < 0 || p.From >= p.To {
		return attribution{}
	}
	s := &r.d.Parsed[p.Sentence]
	for k := p.From; k < p.To; k++ {
		a := attribution{verb: s.Words[k].Text}
		switch {
		case page.IsWord(s.Words, k, en.WordsNoun):
			if k+2 < p.To && page.IsWord(s.Words, k+1, en.Of) && page.IsWord(s.Words, k-1, en.The) {
				a.speaker = r.nameAfter(p.Sentence, k+2, p.To)
			}
		case page.IsWord(s.Words, k, en.Saying):
			a.speaker = r.quotedAs(p, k)
		case page.IsWord(s.Words, k, en.Puts):
			if k+1 < p.To && page.IsWord(s.Words, k+1, en.It) {
				a.speaker = r.subjectOf(p, k)
			}
		}
		if a.speaker != "" {
			return r.attributed(p, a, k)
		}
	}
	return attribution{}
}

// quotedAs returns who is quoted as "saying", the word at k.
func (r *quoteReader) quotedAs(p page.Passage, k int) string {
	s := &r.d.Parsed[p.Sentence]
	if k < p.From+2 || !page.IsWord(s.Words, k-1, en.As) {
		return ""
	}
	if n := page.EndingAt(r.d.NamesOf(p.Sentence), k-1); n != nil && n.Words[0] > p.From && speakerName(n) {
		if page.IsWord(s.Words, n.Words[0]-1, en.Quotes) {
			return n.Canonical
		}
		return ""
	}
	if v := k - 3; v >= p.From && page.IsWord(s.Words, k-2, en.Quoted) && page.IsWord(s.Words, v, en.IsOrWas, en.Been) {
		return r.subjectOf(p, v)
	}
	return ""
}

// sameSpeech reports whether quotation b goes on in the sentence of a behind the
// words that say who spoke: “We came,” she said, “and we saw.”
func sameSpeech(d *page.Page, a, b *quotedWords) bool {
	if a.fact.Zone != b.fact.Zone || len(a.keys) == 0 || len(b.keys) == 0 || b.words[0].Capital && b.words[0].Text != "I" {
		return false
	}
	if !strings.HasSuffix(strings.TrimRight(a.fact.Text, " "), ",") {
		return false
	}
	from, to := a.fact.At.Span.End, b.fact.At.Span.Start
	return 0 < to-from && to-from <= maxInterruption && d.SentenceAt(from-1) == d.SentenceAt(to)
}

// maxInterruption is how many bytes long the words are that interrupt a quotation.
const maxInterruption = 120

// joined puts two halves of a quotation together.
func (a *quotedWords) joined(b *quotedWords) quotedWords {
	f := *a.fact
	f.Text = strings.TrimRight(a.fact.Text, ", ") + " " + b.fact.Text
	f.Key, f.Words = folded(f.Text)
	if f.Speaker == nil {
		f.Speaker = b.fact.Speaker
	}
	q := readQuoted(&f)
	q.halves, q.gaps = true, q.gaps || a.gaps || b.gaps
	return q
}
