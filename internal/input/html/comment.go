package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"factcheck/internal/input"
)

// instruction begins the comments that are meant for this program.
const instruction = "factcheck-"

// A comment is an instruction to this program: bytes of the page from start on.
type comment struct {
	start int
	raw   string
	leaf  int // of its block, before which it stands
}

// note returns what the tree is to be made from in place of the comment raw, which
// stands at byte at: of an instruction its place, else raw.
func (p *page) note(at int, raw string) string {
	body, opened := strings.CutPrefix(raw, "<!--")
	if !opened || !strings.HasSuffix(body, "-->") || !strings.HasPrefix(strings.TrimLeft(body, " \t\r\n\f"), instruction) {
		return raw
	}
	if p.notes == nil {
		p.notes = map[string]comment{}
	}
	key := startAttribute + " " + strconv.Itoa(at)
	p.notes[key] = comment{start: at, raw: strings.ReplaceAll(raw, "\x00", " ")}
	return "<!--" + key + "-->"
}

// comment gives an instruction to the paragraph that it stands in, or stands behind at
// the end of a line, else to the next one.
func (c *cutter) comment(n *html.Node) {
	note, ok := c.notes[n.Data]
	if !ok {
		return
	}
	into := c.open
	if into == nil {
		into = c.behind(note)
	}
	if into == nil {
		c.above = append(c.above, note)
		return
	}
	note.leaf = len(into.leaves)
	into.inside = append(into.inside, note)
}

// behind returns the last block if a comment stands behind it on one line of the file,
// and ends that line; else nil.
func (c *cutter) behind(note comment) *block {
	rest, _, _ := strings.Cut(c.src[note.start+len(note.raw):], "\n")
	if len(c.blocks) == 0 || len(c.above) > 0 || strings.TrimSpace(rest) != "" {
		return nil
	}
	last := c.blocks[len(c.blocks)-1]
	tokens := last.leaves[len(last.leaves)-1].tokens
	if len(tokens) == 0 {
		return nil
	}
	end := tokens[len(tokens)-1].end
	if end > note.start || strings.Contains(c.src[end:note.start], "\n") {
		return nil
	}
	return last
}

// writeNotes adds comments to b.
func (p *page) writeNotes(b *input.Builder, list []comment) {
	for _, note := range list {
		b.Comment(note.raw, within(p.base, note.start))
	}
}
