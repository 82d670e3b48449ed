package html

import (
	"slices"
	"strings"

	"factcheck/internal/input"
)

// Fragment adds the paragraphs of a piece of a page, such as the content of a feed's
// item. It is all of the story but for navigation, forms and offers. Src stands at
// byte base of the file; a negative base is no place.
func Fragment(b *input.Builder, src string, base int) {
	p, problem := parsePage(src, base)
	if problem != nil {
		b.Plain(input.Story, "the text", src)
		return
	}
	blocks := p.cutBlocks()
	s := sorter{blocks: blocks}
	for i, block := range blocks {
		role, why := s.roleInPiece(i)
		p.write(b, block, role, why)
	}
}

func (s *sorter) roleInPiece(i int) (input.Role, string) {
	b := s.blocks[i]
	switch {
	case b.aside || hintedAny(b.hints, fieldTables()["apart"]):
		return input.LeftOut, "a link, or an offer of the page"
	case b.caption:
		return input.Caption, "in a figcaption"
	case b.heading > 0:
		return input.Headline, "a heading"
	}
	return input.Story, "the content"
}

var (
	paragraphTag = newPattern(`(?i)<p[\s>]`)
	blankLines   = newPattern(`\n[ \t\r]*\n\s*`)
)

// Post adds the content of a WordPress post as its editor keeps it: HTML, in which
// blank lines part paragraphs where no tag does, and captions stand between
// shortcodes.
func Post(b *input.Builder, src string, base int) {
	src = plainCaptions(src)
	if paragraphTag().MatchString(src) {
		Fragment(b, src, base)
		return
	}
	start := 0
	for _, gap := range append(blankLines().FindAllStringIndex(src, -1), []int{len(src), len(src)}) {
		if piece := src[start:gap[0]]; strings.TrimSpace(piece) != "" {
			Fragment(b, piece, within(base, start))
		}
		start = gap[1]
	}
}

func within(base, at int) int {
	if base < 0 {
		return base
	}
	return base + at
}

// shortcode is one of those that WordPress itself has for media.
var shortcode = newPattern(`\[/?(?:caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\]\n]*\]`)

// plainCaptions makes blanks of the shortcodes for media. Blank lines round the words
// of a caption keep these apart.
func plainCaptions(src string) string {
	return shortcode().ReplaceAllStringFunc(src, func(s string) string {
		return "\n\n" + strings.Repeat(" ", len(s)-4) + "\n\n"
	})
}

// Words returns the text of a piece of a page on one line.
func Words(src string) string {
	if !strings.ContainsAny(src, "<&") {
		return strings.Join(strings.Fields(src), " ")
	}
	var b input.Builder
	Fragment(&b, src, -1)
	var item input.Item
	b.Finish(&item, "")
	for _, c := range slices.Backward(item.Comments) {
		item.Text = item.Text[:c.Start] + item.Text[c.End:]
	}
	return strings.Join(strings.Fields(item.Text), " ")
}
