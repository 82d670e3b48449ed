package page

import (
	"sort"
	"sync"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/lexicon"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Dated returns the documents without what the checks need of them.
func Dated(docs []*Page) []*timeline.Document {
	out := make([]*timeline.Document, len(docs))
	for i, d := range docs {
		out[i] = d.Document
	}
	return out
}

// A Page is an article that is read once: its sentences with their words,
// names and times, and what is read from these when it is first asked for.
type Page struct {
	*timeline.Document
	Index    int               // position among the inputs
	Triggers *lexicon.Triggers // event words
	Around   fact.Surroundings // what the links of its places lead to; nil for nothing
	Parsed   []Sentence
	TimesIn  [][]*timeline.Time // per sentence
	every    [][]Name           // per sentence, see NamesOf

	Lost      *isolate.Defect // in reading: it is left out of the run
	Broken    *isolate.Defect // in extract: there are no names and events
	complete  bool            // it has been read in full once
	extracted bool            // what stands above has been read

	layers  layers
	indexed sync.Once
	lines   *text.Lines // see position
}

// New returns the page of a dated article; extract reads it.
func New(dated *timeline.Document, index int, triggers *lexicon.Triggers) *Page {
	return &Page{Document: dated, Index: index, Triggers: triggers}
}

// Extract reads sentences, names and which times stand in which sentence.
func (d *Page) Extract() {
	d.Parsed = readSentences(d.Document)
	d.TimesIn = make([][]*timeline.Time, len(d.Parsed))
	for i := range d.Times {
		if t := &d.Times[i]; t.Sentence >= 0 {
			d.TimesIn[t.Sentence] = append(d.TimesIn[t.Sentence], t)
		}
	}
}

var quotationLayer = NewLayer(func(d *Page) []timeline.Quotation { return d.Quotations() })

// QuotedParts returns what stands between quotation marks, in order.
func (d *Page) QuotedParts() []timeline.Quotation { return quotationLayer.Of(d) }

// InQuotation reports whether the byte at stands between quotation marks.
func (d *Page) InQuotation(at int) bool {
	quotes := d.QuotedParts()
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].Span.End > at })
	return i < len(quotes) && quotes[i].Span.Start <= at
}

// Forget lets go of all but the text and the publication date.
func (d *Page) Forget() {
	d.Release()
	*d = Page{Document: d.Document, Index: d.Index, Triggers: d.Triggers, Around: d.Around, Lost: d.Lost, Broken: d.Broken, complete: d.complete}
}

// ReadTimes reads a document up to its times. The defect of one that has never
// been read in full is kept; later it is that of whoever needs it once more.
func (d *Page) ReadTimes() *isolate.Defect {
	if d.Lost != nil {
		return d.Lost
	}
	defect := d.Load()
	if !d.complete {
		d.Lost = defect
	}
	return defect
}

// Read reads a document up to its times and names, and then what more reads.
// Of a defect see ReadTimes.
func (d *Page) Read(more func()) *isolate.Defect {
	if d.extracted || d.Broken != nil {
		return d.Broken
	}
	if defect := d.ReadTimes(); defect != nil {
		return defect
	}
	defect := isolate.Do(d.Work(isolate.StageEvents), func() {
		d.Extract()
		more()
	})
	if defect == nil {
		d.complete, d.extracted = true, true
		return nil
	}
	if !d.complete {
		d.Broken = defect
	}
	d.Forget()
	return defect
}

// Position returns the line and column in the file of the byte at an offset of
// the text.
func (d *Page) Position(offset int) report.Position {
	if o := d.Article.Origin; o != nil {
		offset = o.Place(offset)
	}
	return d.positionInFile(offset)
}

// EndPosition returns the line and column behind the byte before an offset.
func (d *Page) EndPosition(offset int) report.Position {
	if o := d.Article.Origin; o != nil {
		offset = o.End(offset)
	}
	return d.positionInFile(offset)
}

func (d *Page) positionInFile(offset int) report.Position {
	d.indexed.Do(func() { d.lines = text.NewLines(d.Article.Source()) })
	return report.At(d.lines.Position(offset))
}

// DisplayName is how the document is called for people: its file, and the id of a
// record.
func (d *Page) DisplayName() string { return NameOf(d.Article) }

func NameOf(a *article.Article) string {
	if a.Line > 0 {
		return a.File + "#" + a.ID
	}
	return a.File
}
