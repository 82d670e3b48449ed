package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/input"
)

// A word is set at a place of a page, in points from its left foot.
type word struct {
	x, y, size int
	text       string
}

// written returns a PDF file of one page a list, its letters half as wide as high.
func written(pages ...[]word) []byte {
	objects := []string{"", "", "<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[" + strings.Repeat("500 ", 95) + "]>>"}
	var kids strings.Builder
	for _, words := range pages {
		var content strings.Builder
		for _, w := range words {
			fmt.Fprintf(&content, "BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", w.size, w.x, w.y, w.text)
		}
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", n+1),
			stream("", content.String()))
	}
	objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pages))
	return file(objects)
}

func stream(keys, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", keys, len(content), content)
}

func file(objects []string) []byte {
	var out, table strings.Builder
	out.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, out.Len())
	return []byte(out.String())
}

// rows sets lines of columns row by row, the first at height y.
func rows(y int, columns ...[]string) []word {
	var out []word
	for i := range columns[0] {
		for c, lines := range columns {
			if i < len(lines) && lines[i] != "" {
				out = append(out, word{40 + c*540/len(columns), y - i*12, 10, lines[i]})
			}
		}
	}
	return out
}

// byColumn sets each column to its end before the next.
func byColumn(y int, columns ...[]string) []word {
	var out []word
	for c, lines := range columns {
		for i, l := range lines {
			out = append(out, word{40 + c*540/len(columns), y - i*12, 10, l})
		}
	}
	return out
}

var (
	ferry = []string{"The ferry lay in the harbour on Friday,", "and nobody came to it. It will sail", "again on Monday, the harbour master", "said, once the water has gone down."}
	mill  = []string{"The mill at the weir burned on Sunday.", "Its wheel was built in 1871 and had", "turned ever since, its owner told", "the council on Tuesday evening."}
	third = []string{"The fair opens next week.", "It has 40 stalls, two more", "than last year, the town", "has let the paper know."}
)

// Columns are read one after the other, however the file has them, and rows of tables
// across.
func TestColumns(t *testing.T) {
	headline := word{40, 760, 20, "A week on the river"}
	over := word{40, 680, 10, "The council sat until midnight on Wednesday, and it will sit again in the week that follows it, the mayor said."}
	join := func(lines []string) string { return strings.Join(lines, " ") }
	for name, tt := range map[string]struct {
		page []word
		want []string
	}{
		"row by row":       {append([]word{headline}, rows(730, ferry, mill)...), []string{"A week on the river", join(ferry), join(mill)}},
		"column by column": {append([]word{headline}, byColumn(730, ferry, mill)...), []string{"A week on the river", join(ferry), join(mill)}},
		"three columns":    {rows(730, third, third, third), []string{join(third), join(third), join(third)}},
		"a line over both columns parts the page": {
			append(append(rows(730, ferry, mill), over), rows(660, mill, ferry)...),
			[]string{join(ferry), join(mill), over.text, join(mill), join(ferry)},
		},
		"a column that ends sooner": {rows(730, ferry, mill[:3]), []string{join(ferry), join(mill[:3])}},
		"a sentence goes on in the next column": {
			rows(730, append(ferry[:3:3], "said. The mill, which burned in the night of"), []string{"Sunday, stood at the weir since 1871.", mill[1], mill[2], mill[3]}),
			[]string{join(ferry[:3]) + " said. The mill, which burned in the night of Sunday, stood at the weir since 1871. " + join(mill[1:])},
		},
		"a table": {
			rows(730, []string{"Ferry", "Mill", "Fair", "Bridge"}, []string{"Friday", "Sunday", "Monday", "Tuesday"}, []string{"12", "14", "15", "16"}),
			[]string{"Ferry Friday 12 Mill Sunday 14 Fair Monday 15 Bridge Tuesday 16"},
		},
		"words spread over the line": {
			[]word{{40, 730, 10, "It"}, {62, 730, 10, "rained"}, {104, 730, 10, "on"}, {126, 730, 10, "Friday."}},
			[]string{"It rained on Friday."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			item, problem := Read(written(tt.page))
			if problem != nil {
				t.Fatal(problem.Message)
			}
			if diff := cmp.Diff(tt.want, strings.Split(item.Text, "\n\n")); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

// What a browser prints round a page is left out: when it was printed is not when it was
// published.
func TestBrowserLines(t *testing.T) {
	body := append([]word{{40, 760, 20, "A week on the river"}}, byColumn(730, ferry)...)
	for name, added := range map[string][]word{
		"Chromium": {{20, 820, 8, "11/30/26, 1:36 PM"}, {280, 820, 8, "A week on the river"}, {20, 15, 8, "https://quay.example/river"}, {570, 15, 8, "1/1"}},
		"Firefox":  {{20, 820, 8, "A week on the river"}, {400, 820, 8, "https://quay.example/river"}, {20, 15, 8, "1 of 1"}, {500, 15, 8, "30.11.2026, 13:36"}},
	} {
		item, problem := Read(written(append(body[:len(body):len(body)], added...)))
		if problem != nil {
			t.Fatal(problem.Message)
		}
		for _, m := range item.Marks {
			if words := item.Text[m.Start:m.End]; (m.Role == input.LeftOut) != (strings.Contains(words, "2026") || strings.Contains(words, "1/1") || strings.Contains(words, "https") || strings.Contains(words, "1:36")) {
				t.Errorf("%s: %q has role %d", name, words, m.Role)
			}
		}
	}
}

// Text of fonts of two bytes a glyph, as browsers write it, and of pieces that a page
// paints.
func TestFonts(t *testing.T) {
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0003> <005f> <0020> endbfrange 1 beginbfchar <0060> <FB01> endbfchar endcmap end end"
	code := func(s string) string {
		var out strings.Builder
		for _, c := range []byte(s) {
			fmt.Fprintf(&out, "%04x", c-' '+3)
		}
		return out.String()
	}
	content := "BT /F1 10 Tf 1 0 0 1 40 730 Tm [<" + code("It r") + ">] TJ 1 0 0 1 60 730 Tm [<" + code("ain") + "> 20 <" + code("ed on the ") + "0060" + code("rst Friday,") + ">] TJ 1 0 0 1 190 730 Tm <" + code("he said.") + "> Tj ET /P1 Do"
	piece := "BT /F1 10 Tf 40 700 Td <" + code("It snowed.") + "> Tj ET"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>",
		// the last range is longer than a font can be
		"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 0/W[3 [500] 4 95 500 96 [500] -9000000000000 9000000000000 500]>>]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</P1 7 0 R>>>>>>",
		stream("", content), stream("", cmap), stream("/Type/XObject/Subtype/Form/BBox[0 0 600 840]/Resources<</Font<</F1 3 0 R>>/XObject<</P1 7 0 R>>>>", piece+" /P1 Do"),
	}
	item, problem := Read(file(objects))
	if problem != nil {
		t.Fatal(problem.Message)
	}
	// The piece paints itself, which ends at a bound.
	if want := "It rained on the first Friday, he said. It snowed."; !strings.HasPrefix(item.Text, want) {
		t.Errorf("read %q, want %q", item.Text, want)
	}
}

// Whatever the bytes, there is an item or a problem.
func FuzzRead(f *testing.F) {
	f.Add(written(rows(730, ferry, mill)))
	f.Add(written(byColumn(730, ferry, mill), rows(730, third, third, third)))
	f.Add([]byte("%PDF-1.4\n%%EOF"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		if item, problem := Read(src); (item == nil) == (problem == nil) {
			t.Errorf("item %v, problem %v", item, problem)
		}
	})
}
