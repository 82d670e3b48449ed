// Package format tells by content and name how a file is written: as text, as
// records, in another format that is read, or in one that is not, of which it knows
// the name and what to do with it. Readers go by the id of a format.
package format

import (
	_ "embed"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// The formats that are read.
const (
	Text     = "text"     // an article, perhaps with front matter
	Markdown = "markdown" // likewise, in Markdown
	Records  = "records"  // one JSON object a line
	Zip      = "zip"      // an archive of files in any other of them

	// Told apart, with an answer of their own.
	Record  = "record"  // one record over several lines
	Archive = "archive" // a compressed file of another kind than zip
	XML     = "xml"
	JSON    = "json"
	NUL     = "nul" // with a zero byte in it
)

// A Format is a way in which files are written.
type Format struct {
	ID         string   // as in data/formats.tsv: "text", "word", "html"
	Extensions []string // lower case, with their dot; the usual one first; may be empty
	Name       string   // with its article: "a Word file"
	Advice     string   // what to do with a file that is not read; empty for formats that are
	media      []string // media types, or "type/" for all of a type
}

// Read reports whether articles are read from f.
func (f *Format) Read() bool { return f.Advice == "" }

// Kind returns the name of f without its article: "Word file".
func (f *Format) Kind() string {
	if first, rest, ok := strings.Cut(f.Name, " "); ok && (first == "a" || first == "an") {
		return rest
	}
	return f.Name
}

//go:embed data/formats.tsv
var formatsFile string

// A table holds the formats by what they are found by.
type table struct {
	byID, byExtension, byMedia map[string]*Format
	readable                   []string // ids, in the order of the table
}

var formats = sync.OnceValue(func() *table {
	t := &table{byID: map[string]*Format{}, byExtension: map[string]*Format{}, byMedia: map[string]*Format{}}
	for line := range strings.Lines(formatsFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := append(strings.Split(line, "\t"), "")
		if len(fields) < 5 {
			panic("format: data/formats.tsv: too few columns: " + line)
		}
		f := &Format{ID: fields[0], Extensions: list(fields[1]), media: list(fields[2]), Name: fields[3], Advice: fields[4]}
		t.byID[f.ID] = f
		if f.Read() {
			t.readable = append(t.readable, f.ID)
		}
		for _, ext := range f.Extensions {
			t.byExtension[ext] = f
		}
		for _, media := range f.media {
			t.byMedia[media] = f
		}
	}
	return t
})

func list(field string) []string {
	if field == "-" {
		return nil
	}
	return strings.Fields(field)
}

// ByName returns the format that the extension of name stands for, nil for one
// that is not known.
func ByName(name string) *Format {
	return formats().byExtension[strings.ToLower(filepath.Ext(name))]
}

// A Guess is what a file seems to be.
type Guess struct {
	*Format
	Extension string // that files of this kind have; empty if there is none
	Named     bool   // the name alone says so: the file holds plain text
}

// Of tells the format of a file by its content and its name. What its bytes say
// goes before its name; a name that is not known is that of a text.
func Of(name string, src []byte) Guess {
	byName := ByName(name)
	if g := unreadable(src, byName); g.Format != nil {
		return g
	}
	if byName != nil && byName.ID == Records {
		return guess(byName)
	}
	f := written(src)
	switch {
	case f != nil && byName != nil && (byName == f || f.ID == "xml" && !byName.Read()): // a picture in SVG
		return Guess{byName, strings.ToLower(filepath.Ext(name)), false}
	case f != nil:
		return guess(f)
	case byName == nil, byName.Read() && !byName.plain(): // named .html, and no tag in it
		return guess(formats().byID[Text])
	}
	return Guess{byName, strings.ToLower(filepath.Ext(name)), !byName.Read()}
}

// plain reports whether a text in f is told by its name only.
func (f *Format) plain() bool { return f.ID == Text || f.ID == Markdown }

// ByID returns a format by its id, nil for one that is not known.
func ByID(id string) *Format { return formats().byID[id] }

// IDs returns the ids of the formats that are read, in the order of the table.
func IDs() []string { return slices.Clone(formats().readable) }

// guess returns f with its usual extension.
func guess(f *Format) Guess {
	if f == nil || len(f.Extensions) == 0 {
		return Guess{Format: f}
	}
	return Guess{Format: f, Extension: f.Extensions[0]}
}
