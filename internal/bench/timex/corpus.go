package main

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// A timex is a time expression: its bytes in the document's text and its
// TIMEX3 type and value, either of which may be empty.
type timex struct {
	text.Span
	Type, Value string
}

// A document is one TimeML file of the corpus.
type document struct {
	id      string // file name without extension
	part    string // name of the folder it lies in, empty for the corpus itself
	created string // value of the document creation time, as written
	date    *article.Date
	text    string  // character data of TEXT, white space kept
	gold    []timex // in order
}

// readCorpus reads every .tml file below root, sorted by id. The error lists
// every file that cannot be scored.
func readCorpus(root string) ([]*document, error) {
	var docs []*document
	var all *multierror.Error
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || filepath.Ext(path) != ".tml" {
			return nil
		}
		d, err := readFile(root, path)
		if err != nil {
			all = multierror.Append(all, fmt.Errorf("%s: %w", path, err))
			return nil
		}
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		all = multierror.Append(all, err)
	}
	slices.SortStableFunc(docs, func(a, b *document) int { return cmp.Compare(a.id, b.id) })
	for i := 1; i < len(docs); i++ {
		if docs[i].id == docs[i-1].id {
			all = multierror.Append(all, fmt.Errorf("%s: two files are called %s.tml, keep one", root, docs[i].id))
		}
	}
	if len(docs) == 0 && all == nil {
		all = multierror.Append(all, fmt.Errorf("%s: no .tml files, name a folder that holds a TimeML corpus", root))
	}
	if all != nil {
		all.ErrorFormat = onePerLine
	}
	return docs, all.ErrorOrNil()
}

func onePerLine(errs []error) string {
	lines := make([]string, len(errs))
	for i, err := range errs {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n")
}

func readFile(root, path string) (*document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, err := readTimeML(f)
	if err != nil {
		return nil, err
	}
	d.id = strings.TrimSuffix(filepath.Base(path), ".tml")
	if dir := filepath.Dir(path); filepath.Clean(dir) != filepath.Clean(root) {
		d.part = filepath.Base(dir)
	}
	return d, nil
}

// readTimeML reads one file and checks that its creation time is a day.
func readTimeML(src io.Reader) (*document, error) {
	r := timeML{decoder: xml.NewDecoder(src), byID: map[string]int{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	if !r.hasText || !r.hasCreated {
		return nil, errors.New("no TEXT or no DCT with a TIMEX3, leave the file out")
	}
	date, err := article.ParseDate(r.created)
	if err != nil {
		return nil, fmt.Errorf("creation time: %w", err)
	}
	slices.SortStableFunc(r.gold, func(a, b timex) int { return cmp.Compare(a.Start, b.Start) })
	return &document{created: r.created, date: date, text: r.text.String(), gold: r.gold}, nil
}

// A timeML reads one file. The first TEXT below the root element counts, and
// the first TIMEX3 in a DCT that stands right below the root.
type timeML struct {
	decoder *xml.Decoder
	open    []element
	inText  int // depth of the open TEXT, 0 outside it

	hasText, hasCreated bool
	created             string
	text                strings.Builder
	gold                []timex
	byID                map[string]int // tid → index into gold
}

// An element is one that is still open.
type element struct {
	name, tid, kind, value string
	start                  int  // offset of its content in the text
	nests                  bool // holds another element
}

func (r *timeML) read() error {
	for {
		token, err := r.decoder.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.begin(t)
		case xml.EndElement:
			r.end()
		case xml.CharData:
			if r.inText > 0 {
				r.text.Write(t)
			}
		}
	}
}

func (r *timeML) begin(t xml.StartElement) {
	e := element{name: t.Name.Local, start: r.text.Len()}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "tid":
			e.tid = a.Value
		case "type":
			e.kind = a.Value
		case "value":
			e.value = a.Value
		}
	}
	depth := len(r.open)
	if depth > 0 {
		r.open[depth-1].nests = true
	}
	switch {
	case e.name == "TEXT" && depth > 0 && !r.hasText:
		r.hasText, r.inText = true, depth+1
	case e.name == "TIMEX3" && depth > 1 && r.open[1].name == "DCT" && !r.hasCreated:
		r.hasCreated, r.created = true, e.value
	}
	r.open = append(r.open, e)
}

// end takes a TIMEX3 of the text as the official evaluate_entities.py does:
// not t0, with text, without a nested tag, and of two with one tid the later.
func (r *timeML) end() {
	depth := len(r.open)
	e := r.open[depth-1]
	r.open = r.open[:depth-1]
	if r.inText == 0 {
		return
	}
	if r.inText == depth {
		r.inText = 0
	}
	span := text.Span{Start: e.start, End: r.text.Len()}
	if e.name != "TIMEX3" || e.tid == "t0" || e.nests || span.Len() == 0 {
		return
	}
	g := timex{span, e.kind, e.value}
	if i, ok := r.byID[e.tid]; ok {
		r.gold[i] = g
		return
	}
	r.byID[e.tid] = len(r.gold)
	r.gold = append(r.gold, g)
}
