package html

import (
	"strings"

	"golang.org/x/net/html"

	"factcheck/internal/input"
)

// Read reads a saved page. It does not say when the page was changed, which programs
// note for changes that no reader sees. Its item has the paragraphs of the whole page, of
// which those that are no part of the story are marked as left out; Origin is
// set, and File is the page in UTF-8. A page without text is a problem.
func Read(src []byte) (*input.Item, *input.Problem) {
	decoded, problem := decode(src)
	if problem != nil {
		return nil, problem
	}
	p, problem := parsePage(decoded)
	if problem != nil {
		return nil, problem
	}
	f := p.readFacts()
	anyMain := p.findMain()
	blocks := p.cutBlocks()
	if len(blocks) == 0 {
		return nil, &input.Problem{Line: 1, Column: 1, Message: "the page has no text", Hint: "save the page again when it is loaded"}
	}
	item := &input.Item{Outlet: f.outlet}
	sorter := sorter{blocks: blocks, titles: f.titles, anyMain: anyMain}
	headline := sorter.headline()
	item.Published, item.PublishedFrom = f.published(sorter.printedDays(headline))
	if headline >= 0 {
		item.Title = blocks[headline].text()
	} else if len(f.titles) > 0 {
		item.Title = f.titles[0]
	}
	var b input.Builder
	for i, block := range blocks {
		role, why := sorter.role(i, headline)
		b.Begin(role, why)
		p.write(&b, block)
	}
	b.Finish(item, decoded)
	return item, nil
}

// write adds the text of a block with runs of blanks as one blank.
func (p *page) write(b *input.Builder, block *block) {
	blank := false // one stands before what comes
	for i, f := range block.leaves {
		if block.breaks[i] && !b.Empty() {
			b.Add("\n", -1, 1)
			blank = false
		}
		if len(f.tokens) == 0 {
			blank = p.writeWords(b, f.node.Data, -1, blank)
			continue
		}
		for _, t := range f.tokens {
			blank = p.writeToken(b, t, blank)
		}
	}
}

// writeToken adds a token, character references in their place.
func (p *page) writeToken(b *input.Builder, t textToken, blank bool) bool {
	for at := t.start; at < t.end; {
		n := strings.IndexByte(p.src[at:t.end], '&')
		if n < 0 {
			n = t.end - at
		}
		blank = p.writeWords(b, p.src[at:at+n], at, blank)
		if at += n; at == t.end {
			break
		}
		end := at + reference(p.src[at:t.end])
		blank = p.writeReference(b, at, end, blank)
		at = end
	}
	return blank
}

// reference returns the length of the character reference that s begins with,
// or of the ampersand alone.
func reference(s string) int {
	n := 1
	for n < len(s) && (s[n] == '#' || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

func (p *page) writeReference(b *input.Builder, at, end int, blank bool) bool {
	s := html.UnescapeString(p.src[at:end])
	if strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " ")) == "" {
		return true
	}
	if blank && !b.Empty() {
		b.Add(" ", at, 0)
	}
	b.Add(s, at, end-at)
	return false
}

// writeWords adds the words of s, which stands at byte at. It reports whether a
// blank stands behind the last.
func (p *page) writeWords(b *input.Builder, s string, at int, blank bool) bool {
	for i := 0; i < len(s); {
		if isBlank(s[i]) {
			blank = true
			i++
			continue
		}
		end := i
		for end < len(s) && (!isBlank(s[end]) || s[end] == ' ' && end+1 < len(s) && !isBlank(s[end+1])) {
			end++
		}
		if blank && !b.Empty() {
			b.Add(" ", place(at, i-1), 1)
		}
		blank = false
		b.Add(s[i:end], place(at, i), end-i)
		i = end
	}
	return blank
}

func place(at, i int) int {
	if at < 0 {
		return -1
	}
	return at + max(i, 0)
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
