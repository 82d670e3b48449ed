// Package input holds what the readers of file formats hand over: the text of
// an article with what the format itself says of its parts, its dates, and where
// it stands in the file. A format is a package below it.
package input

import (
	"strings"

	"factcheck/internal/text"
)

// An Item is one article as a file holds it.
type Item struct {
	ID     string // empty: the name of the file stands for it
	Title  string
	Story  string
	Outlet string
	// Published and Updated are dates as the file writes them, in a form that
	// article.ParseDate reads; empty: not given.
	Published, Updated string
	// PublishedFrom says in a few words where Published stands: "JSON-LD
	// datePublished".
	PublishedFrom string
	// Text has a blank line between paragraphs.
	Text string
	// Marks are what the format says of paragraphs, in order and apart from each
	// other. What no mark covers is told by its form.
	Marks []Mark
	// Comments are where comments to this program stand in Text, in order: "<!--
	// factcheck-disable … -->". They are no words of the article.
	Comments []text.Span
	// Origin says where Text stands in the file; nil: places are those in Text.
	Origin *Origin
	// Line and Column are where the item begins in the file, from 1; 0: the file
	// holds one item, or has no lines.
	Line, Column int
}

// A Problem is why a file, or one item of it, cannot be read. Line and Column
// are 0 where there is no place.
type Problem struct {
	Line, Column  int
	Message, Hint string
}

// A Role is what a format says that a paragraph is.
type Role uint8

// The roles.
const (
	Story    Role = iota // of the story; its form may still make it a caption or furniture
	Headline             // the headline, or a heading inside the story
	Deck
	Byline
	Dateline
	Stamp
	Caption
	Correction // a note on what was wrong
	// Head stands beside the headline and is what its form says that it is, or
	// no part of the story.
	Head
	// LeftOut is no part of the story: navigation, adverts, links, comments.
	LeftOut
)

// A Mark gives bytes [Start, End) of Item.Text a role.
type Mark struct {
	Role       Role
	Start, End int
	Why        string // in a few words, for people
	// Written is, of a Stamp, when the words behind it were written, as the file says
	// it to programs, in the form of Item.Published; empty: not said.
	Written string
}

// A Builder makes the text of an item paragraph by paragraph. The zero Builder
// is empty.
type Builder struct {
	text     strings.Builder
	origin   Origin
	marks    []Mark
	comments []text.Span
	open     bool
	blank    bool // one stands before what comes; see Words
}

// Begin begins a paragraph. One that nothing was added to is no paragraph.
func (b *Builder) Begin(role Role, why string) {
	b.End()
	b.marks = append(b.marks, Mark{Role: role, Start: -1, Why: why})
	b.open, b.blank = true, false
}

// Paragraph adds a paragraph of words that have no place in the file.
func (b *Builder) Paragraph(role Role, why, words string) {
	b.Begin(role, why)
	b.Words(words, -1)
	b.End()
}

// Written says when the words behind the open paragraph, a Stamp, were written, in the
// form of Item.Published.
func (b *Builder) Written(date string) {
	if b.open {
		b.marks[len(b.marks)-1].Written = date
	}
}

// Add adds s, which stands at byte file of the file: size bytes of it, which are
// those of s if they are as many. A negative file is no place.
func (b *Builder) Add(s string, file, size int) {
	if s == "" || !b.open {
		return
	}
	m := &b.marks[len(b.marks)-1]
	if m.Start < 0 {
		b.part()
		m.Start = b.text.Len()
	}
	b.put(s, file, size)
	m.End = b.text.Len()
}

// Comment adds a comment to this program as it stands in the file: to the paragraph
// where one is open and not empty, else as a line between paragraphs. A negative file is
// no place.
func (b *Builder) Comment(raw string, file int) {
	if b.Empty() {
		b.End()
		b.part()
	}
	b.pending(file)
	start := b.text.Len()
	b.put(raw, file, len(raw))
	b.comments = append(b.comments, text.Span{Start: start, End: b.text.Len()})
	if !b.Empty() {
		b.marks[len(b.marks)-1].End = b.text.Len()
	}
}

// part parts what comes from the text so far.
func (b *Builder) part() {
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
}

func (b *Builder) put(s string, file, size int) {
	if file >= 0 {
		b.origin.add(piece{text: b.text.Len(), file: file, same: size == len(s), size: size})
	}
	b.text.WriteString(s)
}

// Empty reports whether nothing has been added to the paragraph.
func (b *Builder) Empty() bool { return !b.open || b.marks[len(b.marks)-1].Start < 0 }

// End ends a paragraph.
func (b *Builder) End() {
	if b.open && b.marks[len(b.marks)-1].Start < 0 {
		b.marks = b.marks[:len(b.marks)-1]
	}
	b.open = false
}

// Finish puts text, marks and origin into item. file is the text of the file
// that the places given to Add are in.
func (b *Builder) Finish(item *Item, file string) {
	b.End()
	item.Text, item.Marks, item.Comments = b.text.String(), b.marks, b.comments
	if len(b.origin.pieces) > 0 {
		b.origin.File = file
		item.Origin = &b.origin
	}
}

// Len returns the length of the text so far, in bytes.
func (b *Builder) Len() int { return b.text.Len() }
