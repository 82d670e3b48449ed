// Package article turns files into articles: the text as it stands on disk,
// what its front matter or record says about it, and its zones (headline,
// caption, body, furniture and so on). It decides by form and position alone
// and knows nothing of what an article says.
package article

import (
	"fmt"
	"time"

	"factcheck/internal/input"
	"factcheck/internal/text"
)

// An Article is one document as it stands on disk, with its zones.
type Article struct {
	// ID is the record's or front matter's id, else the file name without its
	// extension (for a record without id, that name, a colon and its line).
	// Read never returns two articles of one ID.
	ID string
	// File is the path as given, "-" for standard input.
	File string
	// Line is the 1-based line of a JSONL record, 0 for any other document.
	Line int
	// ItemLine is the 1-based line of the file on which an item of another format
	// begins, such as one of a feed; 0 where the file is the item or has no lines.
	ItemLine int
	// Text holds the file's bytes as they stand (byte order mark, carriage
	// returns and front matter included), the record's text field, or what was
	// read from a file of another format. It is valid UTF-8. Every span of the
	// article is a range of byte offsets into it.
	Text string
	// Format is the id of the file's format, as in internal/format: "text", "html".
	Format string
	// Told says that the format tells what is no part of the story, as a saved page
	// does.
	Told bool
	// Origin says where Text stands in a file whose text is not its bytes; nil
	// for text, for records, and for formats without lines.
	Origin *input.Origin
	// Zones are ordered and do not overlap. Every byte of Text that is not
	// blank lies in exactly one of them.
	Zones []Zone
	// Written is when the words behind a stamp were written, as a file of another
	// format says it to programs: of the entries of a live blog. In order.
	Written []Written
	// Comments are the HTML comments behind the front matter, in order.
	Comments []Comment
	// Foreign are the parts that are not English, in order; see [English].
	Foreign []Foreign
	Meta    Meta

	flow string // Flow, where it is not Text
}

// Flow returns Text for reading: with a blank for each byte of a comment, and
// of a line end that only the hard wrapping of a paragraph made, or of a part that
// is not English. Offsets into it are offsets into Text. It is Text itself where the text has none of these.
func (a *Article) Flow() string {
	if a.flow == "" {
		return a.Text
	}
	return a.flow
}

// Source returns the text in which people look for a place: that of the file,
// where Text was read from it, else Text.
func (a *Article) Source() string {
	if a.Origin != nil {
		return a.Origin.File
	}
	return a.Text
}

// Meta is what front matter or a record says about an article.
type Meta struct {
	Title, Story, Outlet string
	Published, Updated   *Date // nil: not given
	// PublishedFrom says where in a file of another format Published stands:
	// "JSON-LD datePublished". Empty for front matter and records.
	PublishedFrom string
	// NoDate are the keys whose value is the first day of the calendar, 0001-01-01,
	// and so no date.
	NoDate   []NoDate
	Disabled []Disabled
}

// A NoDate is a key of front matter or of a record, and where its value stands in
// the file, 1-based, columns in code points.
type NoDate struct {
	Key          string
	Line, Column int
}

// A Disabled is one entry of factcheck-disable in front matter: rules that are
// not to report on the article, and why. Nothing in it has been checked.
type Disabled struct {
	Rules, Reason string    // as written; Reason may be empty
	Span          text.Span // of the rules, in Article.Text; empty where they are spelled with escapes
}

// A Date is a civil date, perhaps with a clock time and a zone, as front
// matter, a record or a flag gives it.
type Date struct {
	Text     string    // as written
	Time     time.Time // civil fields in its own zone; UTC where none was given
	HasClock bool      // an hour and minute were written
	HasZone  bool      // "Z" or an offset was written
	Span     text.Span // where in Article.Text; zero for a record or a flag
}

// A Written is a stamp with the moment that it stands for.
type Written struct {
	Span text.Span // of the stamp
	Date *Date
}

// A Zone is a part of the text with one purpose.
type Zone struct {
	Kind Kind
	Span text.Span
	Why  string // the reason in a few words, for people
}

// A Kind says what a zone is for. The zero Kind is invalid.
type Kind uint8

// The kinds of zones.
const (
	FrontMatter Kind = iota + 1 // the YAML block at the top
	Headline                    // a headline, or a heading inside the story
	Deck                        // the standfirst between headline and story
	Byline                      // who wrote it
	Dateline                    // place, day and agency before the first words
	Caption                     // the words under a picture, its credit included
	Body                        // the story
	Correction                  // a note on what was wrong: it repeats the wrong value on purpose
	Stamp                       // when the page was published, updated or printed
	Furniture                   // what the page says and the story does not: links, adverts, comments, footers
)

var kindNames = [...]string{
	FrontMatter: "frontmatter",
	Headline:    "headline",
	Deck:        "deck",
	Byline:      "byline",
	Dateline:    "dateline",
	Caption:     "caption",
	Body:        "body",
	Correction:  "correction",
	Stamp:       "stamp",
	Furniture:   "furniture",
}

// String returns the lower-case name of k, as output shows it.
func (k Kind) String() string {
	if k == 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind(%d)", uint8(k))
	}
	return kindNames[k]
}

// MarshalText returns the name of k, and an error for an invalid kind.
func (k Kind) MarshalText() ([]byte, error) {
	if k == 0 || int(k) >= len(kindNames) {
		return nil, fmt.Errorf("zone kind %d is invalid", uint8(k))
	}
	return []byte(kindNames[k]), nil
}
