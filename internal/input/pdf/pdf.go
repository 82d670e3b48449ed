// Package pdf reads the text of PDF files. A PDF has characters and places and no
// paragraphs, so where a line, a paragraph or a column ends is a guess, and what is
// read of it says so.
package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"factcheck/internal/input"
	"factcheck/internal/isolate"
)

// Bounds of a file.
const (
	maxPages = 2_000
	maxText  = 16 << 20 // bytes
)

// Read reads a PDF file page by page. Lines that stand at the head or foot of most
// pages are left out. The file's dates are those of its making, and not read. A file
// of pictures, a locked one and a damaged one are problems.
func Read(src []byte) (item *input.Item, problem *input.Problem) {
	if caught := isolate.Catch(func() { item, problem = read(src) }); caught != nil {
		return nil, &input.Problem{Message: fmt.Sprintf("the PDF file is damaged: %.80v", caught.Value), Hint: "save its text as text or Markdown, for instance with pdftotext"}
	}
	return item, problem
}

func read(src []byte) (*input.Item, *input.Problem) {
	fail := func(message string) (*input.Item, *input.Problem) {
		return nil, &input.Problem{Message: message, Hint: "save its text as text or Markdown, for instance with pdftotext"}
	}
	r, err := pdf.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return fail("the PDF file cannot be read: " + err.Error())
	}
	n := r.NumPage()
	if n > maxPages {
		return fail(fmt.Sprintf("the PDF file has more than %d pages", maxPages))
	}
	var pages [][]line
	size := 0
	for i := 1; i <= n; i++ {
		p := r.Page(i)
		if p.V.IsNull() {
			continue
		}
		lines := inOrder(linesOf(glyphsOf(p)), maxSplits)
		for _, l := range lines {
			size += len(l.text)
		}
		if size > maxText {
			return fail(fmt.Sprintf("the PDF file has more than %d MiB of text", maxText>>20))
		}
		pages = append(pages, lines)
	}
	item := &input.Item{}
	var b input.Builder
	write(&b, pages)
	b.Finish(item, "")
	if item.Text == "" {
		return fail("the PDF file has no text, perhaps only pictures of it")
	}
	return item, nil
}

// A line is a run of characters at one height.
type line struct {
	text        string
	x, right, y float64 // in points; y counts from the foot of the page
	size        float64 // of its first character
	beside      bool    // it stands behind the line before, on its row
}

// linesOf joins characters to lines, in the order of the file. A wide gap ends a line,
// and the next stands beside it.
func linesOf(chars []glyph) []line {
	var out []line
	var words strings.Builder
	end := math.Inf(-1) // of the last character
	for _, c := range chars {
		if c.text == "" || !utf8.ValidString(c.text) {
			continue
		}
		size := math.Max(math.Abs(c.size), 1)
		last := len(out) - 1
		moved := last < 0 || math.Abs(out[last].y-c.y) > size*.5 || c.x < end-size*2
		beside := !moved && c.x > end+size*gapOfRow
		if moved || beside {
			if last >= 0 {
				out[last].text = words.String()
			}
			words.Reset()
			out = append(out, line{x: c.x, y: c.y, size: size, beside: beside})
			last++
		} else if c.x > end+size*.2 {
			words.WriteByte(' ')
		}
		words.WriteString(c.text)
		end = c.x + c.width
		if strings.TrimSpace(c.text) != "" {
			out[last].right = end
		}
	}
	if len(out) > 0 {
		out[len(out)-1].text = words.String()
	}
	return trimmed(out)
}

// write adds the paragraphs of pages.
func write(b *input.Builder, pages [][]line) {
	running := runningLines(pages)
	var before *line
	for _, lines := range pages {
		gap, browser := usualGap(lines), ofBrowser(lines)
		for i := range lines {
			l := &lines[i]
			if browser[i] {
				b.Paragraph(input.LeftOut, "added by the browser that printed the page", l.text)
				continue
			}
			if (i == 0 || i == len(lines)-1) && running[mould(l.text)] {
				b.Paragraph(input.LeftOut, "a line at the head or foot of the pages", l.text)
				continue
			}
			if before == nil || begins(before, l, gap, i == 0) {
				b.End()
				b.Begin(input.Story, "read from PDF")
			}
			join(b, before, l)
			before = l
		}
	}
	b.End()
}

// join adds a line to the paragraph. A word that is parted at the end of the line
// before is joined.
func join(b *input.Builder, before, l *line) {
	if b.Empty() {
		b.Words(l.text, -1)
		return
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	if !strings.HasSuffix(before.text, "-") || !unicode.IsLower(first) {
		b.Words(" ", -1)
	}
	b.Words(l.text, -1)
}

// begins reports whether a paragraph begins with l, behind before: with another size of
// letters, a wider gap, an indent, further left than an indent is wide, or behind a line that is short and ends a
// sentence. Over the end of a page or column the sentence decides.
func begins(before, l *line, gap float64, page bool) bool {
	ends := strings.ContainsRune(".!?”\"’", lastRune(before.text))
	fall := before.y - l.y
	switch {
	case math.Abs(before.size-l.size) > .5:
		return true
	case page || fall < 0:
		return ends
	case fall > gap*1.35:
		return true
	}
	return ends && (l.x > before.x+l.size*.8 || l.x < before.x-l.size*4)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// usualGap returns the least fall between lines that at least a quarter of those of a
// page have, in points.
func usualGap(lines []line) float64 {
	counts := map[int]int{}
	n := 0
	for i := 1; i < len(lines); i++ {
		if fall := lines[i-1].y - lines[i].y; fall > 1 && fall < 100 {
			counts[int(math.Round(fall))]++
			n++
		}
	}
	for fall := 1; fall < 100; fall++ {
		if counts[fall]+counts[fall+1] > 0 && (counts[fall]+counts[fall+1])*4 >= n {
			return float64(fall) + .5
		}
	}
	return 14
}

// leastPages is on how many pages a running line stands at least.
const leastPages = 3

// runningLines returns the moulds of lines that head or foot at least half of the
// pages.
func runningLines(pages [][]line) map[string]bool {
	counts := map[string]int{}
	for _, lines := range pages {
		if len(lines) > 1 {
			counts[mould(lines[0].text)]++
			counts[mould(lines[len(lines)-1].text)]++
		}
	}
	out := map[string]bool{}
	for m, n := range counts {
		out[m] = n >= leastPages && n*2 >= len(pages)
	}
	return out
}

// mould is a line without its digits.
func mould(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}
