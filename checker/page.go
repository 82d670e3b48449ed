package checker

import (
	"sort"
	"sync"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
	"factcheck/internal/lexicon"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A document is an article that is read once: its sentences with their words,
// names and times, and what is read from these when it is first asked for.
type document struct {
	*timeline.Document
	index     int               // position among the inputs
	triggers  *lexicon.Triggers // event words
	sentences []sentence
	times     [][]*timeline.Time // per sentence
	every     [][]name           // per sentence, see namesOf

	lost      *isolate.Defect // in reading: it is left out of the run
	broken    *isolate.Defect // in extract: there are no names and events
	complete  bool            // it has been read in full once
	extracted bool            // what stands above has been read

	layers  layers
	indexed sync.Once
	lines   *text.Lines // see position
}

// newDocument returns the page of a dated article; extract reads it.
func newDocument(dated *timeline.Document, index int, triggers *lexicon.Triggers) *document {
	return &document{Document: dated, index: index, triggers: triggers}
}

// extract reads sentences, names and which times stand in which sentence.
func (d *document) extract() {
	d.sentences = readSentences(d.Document)
	d.times = make([][]*timeline.Time, len(d.sentences))
	for i := range d.Times {
		if t := &d.Times[i]; t.Sentence >= 0 {
			d.times[t.Sentence] = append(d.times[t.Sentence], t)
		}
	}
}

var quotationLayer = layered(func(d *document) []timeline.Quotation { return d.Quotations() })

// quotations returns what stands between quotation marks, in order.
func (d *document) quotations() []timeline.Quotation { return quotationLayer.of(d) }

// inQuotation reports whether the byte at stands between quotation marks.
func (d *document) inQuotation(at int) bool {
	quotes := d.quotations()
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].Span.End > at })
	return i < len(quotes) && quotes[i].Span.Start <= at
}

// release lets go of all but the text and the publication date.
func (d *document) release() {
	d.Release()
	*d = document{Document: d.Document, index: d.index, triggers: d.triggers, lost: d.lost, broken: d.broken, complete: d.complete}
}

// readTimes reads a document up to its times. The defect of one that has never
// been read in full is kept; later it is that of whoever needs it once more.
func (d *document) readTimes() *isolate.Defect {
	if d.lost != nil {
		return d.lost
	}
	defect := d.Load()
	if !d.complete {
		d.lost = defect
	}
	return defect
}

// readAll reads a document up to its times and names, and then what more reads.
// Of a defect see readTimes.
func (d *document) readAll(more func()) *isolate.Defect {
	if d.extracted || d.broken != nil {
		return d.broken
	}
	if defect := d.readTimes(); defect != nil {
		return defect
	}
	defect := isolate.Do(d.work(isolate.StageEvents), func() {
		d.extract()
		more()
	})
	if defect == nil {
		d.complete, d.extracted = true, true
		return nil
	}
	if !d.complete {
		d.broken = defect
	}
	d.release()
	return defect
}

// position returns the line and column of an offset.
func (d *document) position(offset int) report.Position {
	d.indexed.Do(func() { d.lines = text.NewLines(d.Article.Text) })
	return report.At(d.lines.Position(offset))
}

// name is how the document is called for people: its file, and the id of a
// record.
func (d *document) name() string { return displayName(d.Article) }

func displayName(a *article.Article) string {
	if a.Line > 0 {
		return a.File + "#" + a.ID
	}
	return a.File
}
