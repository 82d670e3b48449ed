package checker

import (
	"strings"
)

// phrased reads who is said to have spoken in phrases that no verb of saying
// heads: in the words of Smith; Smith was quoted as saying; the statement quotes
// Smith as saying; as Smith put it.
func (r *quoteReader) phrased(p passage) attribution {
	if p.sentence < 0 || p.from >= p.to {
		return attribution{}
	}
	s := &r.d.sentences[p.sentence]
	for k := p.from; k < p.to; k++ {
		a := attribution{verb: s.words[k].Text}
		switch s.words[k].Text {
		case "words":
			if k+2 < p.to && s.words[k+1].Text == "of" && k > 0 && s.words[k-1].Text == "the" {
				a.speaker = r.nameAfter(p.sentence, k+2, p.to)
			}
		case "saying":
			a.speaker = r.quotedAs(p, k)
		case "put", "puts":
			if k+1 < p.to && s.words[k+1].Text == "it" {
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
func (r *quoteReader) quotedAs(p passage, k int) string {
	s := &r.d.sentences[p.sentence]
	if k < p.from+2 || s.words[k-1].Text != "as" {
		return ""
	}
	if n := endingAt(r.d.namesOf(p.sentence), k-1); n != nil && n.words[0] > p.from && speakerName(n) {
		switch s.words[n.words[0]-1].Text {
		case "quotes", "quoted", "quote", "quoting", "cites", "cited", "citing":
			return n.canonical
		}
		return ""
	}
	if v := k - 3; v >= p.from && (s.words[k-2].Text == "quoted" || s.words[k-2].Text == "cited") {
		switch s.words[v].Text {
		case "was", "is", "been":
			return r.subjectOf(p, v)
		}
	}
	return ""
}

// sameSpeech reports whether quotation b goes on in the sentence of a behind the
// words that say who spoke: “We came,” she said, “and we saw.”
func (d *document) sameSpeech(a, b *quotedWords) bool {
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
