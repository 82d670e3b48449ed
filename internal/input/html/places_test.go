package html

import (
	stdhtml "html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/input"
)

// landed returns how many characters of an item that are not blank stand in the file
// where its origin says, and how many there are. A character stands at its own bytes, or
// at a reference that the library of Go, which the reader's tokenizer is not, takes for it.
func landed(item *input.Item) (right, all int) {
	for i, r := range item.Text {
		if unicode.IsSpace(r) {
			continue
		}
		all++
		if item.Origin == nil {
			continue
		}
		from, to := item.Origin.Place(i), item.Origin.End(i+utf8.RuneLen(r))
		if from >= to || to > len(item.Origin.File) {
			continue
		}
		raw := item.Origin.File[from:to]
		if raw == string(r) || raw[0] == '&' && strings.ContainsRune(stdhtml.UnescapeString(raw), r) {
			right++
		}
	}
	return right, all
}

// A pageMaker writes pages of what moves text away from its bytes: references, tables
// with text between their cells, elements that are not closed, NUL bytes, drawings
// with a page's tags and scripts in them.
type pageMaker struct {
	*rand.Rand
	out strings.Builder
}

func (m *pageMaker) pick(list ...string) string { return list[m.IntN(len(list))] }

// words writes some words, parted as writers of pages part them.
func (m *pageMaker) words() {
	for range 3 + m.IntN(12) {
		m.out.WriteString(m.pick("ferry", "harbour", "M&uuml;ller", "Köln", "&#8220;yes&#x201d;", "AT&T", "&lt;b&gt;", "3&nbsp;km", "&notanentity;", "&copy", "日本", "&#128674;", "&NotEqualTilde;", "a\x00b", "&#150;"))
		m.out.WriteString(m.pick(" ", " ", " ", "\n", "\r\n\t", "  ", "&nbsp;", "<br>", "<wbr>", "<!-- x > y -->", "<script>var a = '<p>ferry';</script>", "<img alt='ferry > harbour' src=x>"))
	}
}

// piece writes an element with what stands in it.
func (m *pageMaker) piece(depth int) {
	switch tag := m.pick("p", "p", "div", "b", "a", "span", "table", "ul", "blockquote", "h2", "", "select", "svg", "math", "svg"); {
	case tag == "" || depth == 0:
		m.words()
	case tag == "table":
		m.out.WriteString("<table>" + m.pick("", "stray", "<tr>") + "<tr><td>")
		m.piece(depth - 1)
		m.out.WriteString("</td>" + m.pick("", "stray ferry") + "</tr></table>")
	default:
		m.out.WriteString("<" + tag + m.pick("", " class='x'", " hidden", " title=\"a>b\"") + ">")
		for range 1 + m.IntN(3) {
			m.piece(depth - 1)
		}
		m.out.WriteString(m.pick("</"+tag+">", "</"+tag+">", "</"+tag+">", "", "</i>"))
	}
}

func randomPage(seed uint64) string {
	m := &pageMaker{Rand: rand.New(rand.NewPCG(seed, 1))}
	m.out.WriteString(m.pick("", "\ufeff") + m.pick("", "<!DOCTYPE html>") + "<body><article><h1>The ferry stays</h1>")
	for range 12 {
		m.piece(4)
	}
	m.out.WriteString(story())
	return m.out.String()
}

// At least 99.9 % of the characters that are read from pages land on their bytes.
func TestCharactersLand(t *testing.T) {
	const pages = 300
	right, all := 0, 0
	for seed := range uint64(pages) {
		page := randomPage(seed)
		item, problem := Read([]byte(page))
		if problem != nil {
			t.Fatalf("page %d: %s", seed, problem.Message)
		}
		r, n := landed(item)
		right, all = right+r, all+n
		if float64(r) < 0.98*float64(n) {
			t.Errorf("page %d: %d of %d characters land on their bytes", seed, r, n)
		}
	}
	expectLanding(t, right, all)
}

// FACTCHECK_PAGES names a folder of saved pages to measure, too.
func TestCharactersOfFilesLand(t *testing.T) {
	names, err := filepath.Glob("../../../testdata/*/*.html")
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	if dir := os.Getenv("FACTCHECK_PAGES"); dir != "" {
		more, err := filepath.Glob(filepath.Join(dir, "*.html"))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, more...)
	}
	right, all := 0, 0
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		item, problem := Read(src)
		if problem != nil {
			t.Fatalf("%s: %s", name, problem.Message)
		}
		r, n := landed(item)
		if r < n {
			t.Logf("%s: %d of %d", filepath.Base(name), r, n)
		}
		right, all = right+r, all+n
	}
	expectLanding(t, right, all)
}

func expectLanding(t *testing.T, right, all int) {
	t.Helper()
	t.Logf("%d of %d characters land on their bytes, %.3f %%", right, all, 100*float64(right)/float64(all))
	if all < 500 || right*1000 < all*999 {
		t.Errorf("%d of %d characters land on their bytes", right, all)
	}
}
