package html

import "factcheck/internal/input"

// Read reads a saved page. It does not say when the page was changed, which programs
// note for changes that no reader sees. Its item has the paragraphs of the whole page, of
// which those that are no part of the story are marked as left out; Origin is
// set, and File is the page in UTF-8. A page without text is a problem.
func Read(src []byte) (*input.Item, *input.Problem) {
	decoded, problem := decode(src)
	if problem != nil {
		return nil, problem
	}
	p, problem := parsePage(decoded, 0)
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
		p.write(&b, block, role, why)
	}
	b.Finish(item, decoded)
	return item, nil
}

// write adds a block as a paragraph, with runs of blanks as one blank, and the
// comments about it.
func (p *page) write(b *input.Builder, block *block, role input.Role, why string) {
	p.writeNotes(b, block.above)
	b.Begin(role, why)
	if role == input.Stamp {
		b.Written(block.moment)
	}
	notes := block.inside
	for i, f := range block.leaves {
		for ; len(notes) > 0 && notes[0].leaf == i; notes = notes[1:] {
			p.writeNotes(b, notes[:1])
		}
		if block.breaks[i] {
			b.LineEnd()
		}
		if len(f.tokens) == 0 {
			b.Words(f.node.Data, -1)
			continue
		}
		for _, t := range f.tokens {
			b.Markup(p.src, t.start, t.end, p.base)
		}
	}
	p.writeNotes(b, notes)
	b.End()
	p.writeNotes(b, block.below)
}
