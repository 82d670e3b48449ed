package article

import (
	"sort"
	"strings"

	"factcheck/internal/text"
)

// A Comment is an HTML comment in the text. A reader of the page does not see
// it, and [Article.Flow] has blanks in its place.
type Comment struct {
	Span text.Span // with its marks
	// About is the paragraph that the comment stands in, or stands behind on
	// one line, else the next one, from the comment on. It is empty where none
	// follows.
	About text.Span
}

// whyComment is the reason of a zone that holds nothing but comments.
const whyComment = "an HTML comment"

// blankComments returns src with a blank for each byte of a comment from start
// on, and where the comments stand. A comment that does not end is text.
func blankComments(src string, start int) (string, []text.Span) {
	var spans []text.Span
	for at := start; ; {
		i := strings.Index(src[at:], "<!--")
		if i < 0 {
			break
		}
		open := at + i
		n := strings.Index(src[open+len("<!--"):], "-->")
		if n < 0 {
			break
		}
		at = open + len("<!--") + n + len("-->")
		spans = append(spans, text.Span{Start: open, End: at})
	}
	if spans == nil {
		return src, nil
	}
	flow := []byte(src)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			flow[i] = ' '
		}
	}
	return string(flow), spans
}

// place says what each comment is about. src has blanks for the comments;
// paragraphs are in order.
func place(src string, spans []text.Span, paragraphs []block) []Comment {
	var out []Comment
	lineStart, seen := 0, 0 // of the line on which the next comment begins; read so far
	for _, s := range spans {
		if i := strings.LastIndexByte(src[seen:s.Start], '\n'); i >= 0 {
			lineStart = seen + i + 1
		}
		seen = s.End
		c := Comment{Span: s}
		next := sort.Search(len(paragraphs), func(i int) bool { return paragraphs[i].span.End > s.Start })
		switch {
		case next > 0 && paragraphs[next-1].span.End > lineStart && !(next < len(paragraphs) && paragraphs[next].span.Start < s.Start):
			c.About = text.Span{Start: paragraphs[next-1].span.Start, End: s.End}
		case next < len(paragraphs):
			c.About = text.Span{Start: min(s.Start, paragraphs[next].span.Start), End: paragraphs[next].span.End}
		}
		out = append(out, c)
	}
	return out
}

// withComments adds a zone for each run of comments that stands between zones.
func withComments(zones []Zone, comments []Comment) []Zone {
	if len(comments) == 0 {
		return zones
	}
	out := make([]Zone, 0, len(zones)+len(comments))
	for i := 0; i < len(zones) || len(comments) > 0; {
		switch {
		case len(comments) == 0 || i < len(zones) && zones[i].Span.Start < comments[0].Span.Start:
			out = append(out, zones[i])
			i++
		case len(out) > 0 && comments[0].Span.End <= out[len(out)-1].Span.End:
			comments = comments[1:]
		case len(out) > 0 && out[len(out)-1].Why == whyComment:
			out[len(out)-1].Span.End = comments[0].Span.End
			comments = comments[1:]
		default:
			out = append(out, Zone{Furniture, comments[0].Span, whyComment})
			comments = comments[1:]
		}
	}
	return out
}
