package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// maxSingle is how many bytes a quotation between single marks has at most.
const maxSingle = 400

// singleMarked adds the quotations between single marks to those between double
// ones, in the order of the text. Their speakers are not read.
func singleMarked(d *page.Page, quotes []*fact.Quote) []*fact.Quote {
	out := quotes
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if !page.InArticle(s.Zone) || s.Zone == article.Correction || page.TitleCase(s) { // headlines in capitals give no full wording
			continue
		}
		for _, span := range singleSpans(d.Article.Flow(), s.Span, s.Zone == article.Headline || s.Zone == article.Deck) {
			if d.InQuotation(span.Start) {
				continue
			}
			if len(out) == len(quotes) {
				out = slices.Clone(quotes)
			}
			f := &fact.Quote{At: d.PlaceOf(span), Zone: s.Zone.String(), Sentence: s.Span.In(d.Article.Flow())}
			f.Text = f.At.Text
			f.Key, f.Words = folded(f.Text)
			out = append(out, f)
		}
	}
	if len(out) > len(quotes) {
		slices.SortStableFunc(out, func(a, b *fact.Quote) int { return a.At.Span.Start - b.At.Span.Start })
	}
	return out
}

// singleSpans returns the words between single marks in a sentence. Below the
// headline the words end in a sign, since an apostrophe looks like the mark.
func singleSpans(src string, in text.Span, heading bool) []text.Span {
	var out []text.Span
	open := -1
	for at := in.Start; at < in.End; {
		r, size := utf8.DecodeRuneInString(src[at:in.End])
		if r != '\'' && r != '‘' && r != '’' {
			at += size
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(src[in.Start:at])
		after, _ := utf8.DecodeRuneInString(src[at+size : in.End])
		word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
		switch {
		case r != '’' && word(after) && !word(before):
			open = at + size
		case open >= 0 && r != '‘' && !word(after) && at-open <= maxSingle && (heading && word(before) || strings.ContainsRune(",.!?…", before)):
			out = append(out, text.Span{Start: open, End: at})
			open = -1
		}
		at += size
	}
	return out
}
