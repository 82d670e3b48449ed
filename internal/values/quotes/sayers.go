package quotes

import (
	"strings"

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
		switch s.Words[k].Text {
		case "words":
			if k+2 < p.To && s.Words[k+1].Text == "of" && k > 0 && s.Words[k-1].Text == "the" {
				a.speaker = r.nameAfter(p.Sentence, k+2, p.To)
			}
		case "saying":
			a.speaker = r.quotedAs(p, k)
		case "put", "puts":
			if k+1 < p.To && s.Words[k+1].Text == "it" {
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
	if k < p.From+2 || s.Words[k-1].Text != "as" {
		return ""
	}
	if n := page.EndingAt(r.d.NamesOf(p.Sentence), k-1); n != nil && n.Words[0] > p.From && speakerName(n) {
		switch s.Words[n.Words[0]-1].Text {
		case "quotes", "quoted", "quote", "quoting", "cites", "cited", "citing":
			return n.Canonical
		}
		return ""
	}
	if v := k - 3; v >= p.From && (s.Words[k-2].Text == "quoted" || s.Words[k-2].Text == "cited") {
		switch s.Words[v].Text {
		case "was", "is", "been":
			return r.subjectOf(p, v)
		}
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
