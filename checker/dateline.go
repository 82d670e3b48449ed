package checker

import (
	"slices"
	"strings"
	"unicode"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// dateline returns the dateline of a document as rules see it, nil if it has none.
func dateline(d *page.Page) *fact.Dateline {
	i := slices.IndexFunc(d.Article.Zones, func(z article.Zone) bool { return z.Kind == article.Dateline })
	if i < 0 {
		return nil
	}
	span := trimmed(d, d.Article.Zones[i].Span)
	f := &fact.Dateline{At: d.PlaceOf(span)}
	f.Text = f.At.Text
	where := f.Text
	if open := strings.IndexByte(where, '('); open >= 0 {
		f.Agency = strings.TrimSpace(strings.TrimSuffix(where[open+1:], ")"))
		where = where[:open]
	}
	for i := range d.Times {
		if t := &d.Times[i]; span.Contains(t.Span) {
			f.When = page.Interval(t.When, t.Grain.String())
			where = where[:min(len(where), t.Span.Start-span.Start)]
			break
		}
	}
	f.Place, f.Country = placeNamed(strings.FieldsFunc(where, func(r rune) bool { return r == ',' }))
	return f
}

// trimmed returns a span without blanks, dashes and colons around it.
func trimmed(d *page.Page, s text.Span) text.Span {
	in := s.In(d.Article.Flow())
	right := strings.TrimRightFunc(in, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ')' && r != '.' })
	left := strings.TrimLeftFunc(right, unicode.IsSpace)
	return text.Span{Start: s.Start + len(right) - len(left), End: s.Start + len(right)}
}

// placeNamed returns the place that the parts of a dateline name, the smallest
// first, by its usual name where it is known, and its country.
func placeNamed(parts []string) (name, country string) {
	for i, part := range parts {
		part = strings.TrimSpace(part)
		p, known := lexicon.Places().Lookup(part)
		if !known {
			p, known = lexicon.Places().Lookup(text.Titled(part))
		}
		switch {
		case i == 0 && known:
			name, country = p.Canonical, p.Country
		case i == 0:
			name = part
		case known && p.Country != "":
			return name, p.Country
		}
	}
	return name, country
}
