package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// folded wraps each line of s to width columns, the first line of a paragraph
// behind indent, and writes gap after each.
func folded(s string, width int, indent, gap string) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		column := 0
		for i, w := range strings.Fields(line) {
			n := utf8.RuneCountInString(w)
			switch {
			case i == 0:
				w = indent + w
				n += len(indent)
			case column+1+n > width:
				out.WriteString("\n")
				column = 0
			default:
				w = " " + w
				n++
			}
			out.WriteString(w)
			column += n
		}
		out.WriteString("\n")
		if column > 0 {
			out.WriteString(gap)
		}
	}
	return out.String()
}

// wordKinds lists the words of a with the kinds of their zones, each run of
// words of one kind in a line.
func wordKinds(a *Article) []string {
	var out []string
	last := Kind(0)
	for _, z := range a.Zones {
		words := strings.Join(strings.Fields(z.Span.In(a.Text)), " ")
		if z.Kind == last {
			out[len(out)-1] += " " + words
			continue
		}
		out = append(out, z.Kind.String()+": "+words)
		last = z.Kind
	}
	return out
}

func parsed(t *testing.T, src string) *Article {
	t.Helper()
	articles, err := Parse("page.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	checkZones(t, articles[0])
	return articles[0]
}

// TestFolded compares pages with the same pages hard-wrapped: every word must
// stay in a zone of its kind.
func TestFolded(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "..", "testdata", "two-calls", "*.txt"))
	if err != nil || len(pages) != 5 {
		t.Fatal(pages, err)
	}
	for _, page := range pages {
		src, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		want := wordKinds(parsed(t, string(src)))
		for _, tt := range []struct{ name, src string }{
			{"as it stands", folded(string(src), 72, "", "")},
			{"a blank line after each paragraph", folded(string(src), 72, "", "\n")},
			{"indented", folded(string(src), 72, "   ", "")},
			{"carriage returns", strings.ReplaceAll(folded(string(src), 72, "", ""), "\n", "\r\n")},
		} {
			a := parsed(t, tt.src)
			if diff := cmp.Diff(want, wordKinds(a)); diff != "" {
				t.Errorf("%s, %s (-unfolded +folded):\n%s", filepath.Base(page), tt.name, diff)
			}
			if strings.HasPrefix(tt.name, "a blank line") { // else a full last line hides the end
				checkFlow(t, a, string(src))
			}
		}
	}
}

// checkFlow tests that Flow is Text but for line ends, and has the words of
// each line of unfolded in one line.
func checkFlow(t *testing.T, a *Article, unfolded string) {
	t.Helper()
	blank := strings.NewReplacer("\n", " ", "\r", " ")
	if blank.Replace(a.Flow()) != blank.Replace(a.Text) {
		t.Error("Flow differs from Text in more than line ends")
	}
	paragraphs := func(s string) []string {
		var out []string
		for line := range strings.Lines(s) {
			if words := strings.Join(strings.Fields(line), " "); words != "" {
				out = append(out, words)
			}
		}
		return out
	}
	if diff := cmp.Diff(paragraphs(unfolded), paragraphs(a.Flow())); diff != "" {
		t.Errorf("paragraphs (-unfolded +folded):\n%s", diff)
	}
}

func TestWrapped(t *testing.T) {
	const (
		first = "The river Severn burst its banks on Tuesday night and forced\ntwo hundred people out of their homes, the council said on\nthe next morning in a statement to the press."
		next  = "Crews worked through the night to fill sandbags along the\nquay at Upton, but three of the farms lost their harvest."
	)
	tests := []struct {
		name string
		text string
		want []string
	}{
		{"a headline right above", "Floods leave hundreds homeless\n" + first + "\n\n" + next,
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, first, next)}},
		{"a full headline in title case right above", "Severn Floods Leave Hundreds Homeless in the County Upton\n" + first + "\n\n" + next,
			[]string{zone(Headline, "Severn Floods Leave Hundreds Homeless in the County Upton"), zone(Body, first, next)}},
		{"a full headline in capitals right above", "SEVERN FLOODS LEAVE HUNDREDS HOMELESS ALONG THE OLD QUAY\n" + first + "\n\n" + next,
			[]string{zone(Headline, "SEVERN FLOODS LEAVE HUNDREDS HOMELESS ALONG THE OLD QUAY"), zone(Body, first, next)}},
		{"a headline of two lines", "Severn floods leave hundreds homeless along the river from\nWorcester to Gloucester\n\n" + first + "\n\n" + next,
			[]string{zone(Headline, "Severn floods leave hundreds homeless along the river from Worcester to Gloucester"), zone(Body, first, next)}},
		{"a heading mark", "# Severn floods leave hundreds homeless along the old river\nquay\n\n" + first + "\n" + next,
			[]string{zone(Headline, "# Severn floods leave hundreds homeless along the old river quay"), zone(Body, first, next)}},
		{"byline, stamp and dateline below a full headline", "Severn floods leave hundreds homeless along the old quay now\nBy Jane Roe\nPublished: 5 June 2012\nUPTON, England (AP) -- " + first + "\n\n" + next,
			[]string{zone(Headline, "Severn floods leave hundreds homeless along the old quay now"), zone(Byline, "By Jane Roe"), zone(Stamp, "Published: 5 June 2012"),
				zone(Dateline, "UPTON, England (AP) --"), zone(Body, first, next)}},
		{"a wrapped caption", "Floods leave hundreds homeless\n\nMayor Jane Roe looks at the quay of Upton with the engineers\nof the county on Wednesday morning. (John Doe/Severn Pictures)\n" + first + "\n\n" + next,
			[]string{zone(Headline, "Floods leave hundreds homeless"),
				zone(Caption, "Mayor Jane Roe looks at the quay of Upton with the engineers of the county on Wednesday morning. (John Doe/Severn Pictures)"), zone(Body, first, next)}},
		{"a line that looks like a byline", "Floods leave hundreds homeless\n\nThe river Severn burst its banks in the night, it was stated\nby Jane Roe. " + first,
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, "The river Severn burst its banks in the night, it was stated by Jane Roe.", first)}},
		{"a dash at the start of a line", "Floods leave hundreds homeless\n\nThe council says that the three schools are there for us all\n– until the river falls – and that the town needs more beds.\n" + first,
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, "The council says that the three schools are there for us all – until the river falls – and that the town needs more beds.", first)}},
		{"furniture of single lines", "Floods leave hundreds homeless\n\n" + first + "\n" + next + "\nLeave a comment",
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, first, next), zone(Furniture, "Leave a comment")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, src := range []string{tt.text, strings.ReplaceAll(tt.text, "\n", "\r\n")} {
				if diff := cmp.Diff(tt.want, outline(parsed(t, src))); diff != "" {
					t.Errorf("zones (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// TestNotWrapped holds texts in which no line end is of a wrapping.
func TestNotWrapped(t *testing.T) {
	for name, src := range map[string]string{
		"a paragraph a line":   lead + "\n" + second + "\n" + wire,
		"one torn sentence":    "In early June the minister for rivers and his engineer\nwent to Upton at the invitation of the council.\n\n" + lead,
		"links":                lead + "\nMayor Promises New Bridge for the City After Years of Delay\nFerry Service to Chepstow to End in the Autumn",
		"short lines":          "the river rose\nand the people ran\nto the hills above\nthe drowned town",
		"a letter in an essay": lead + " " + second + "\n\nThe river Severn burst its banks on Tuesday night and\nforced two hundred people out of their homes and off\nthe quay for good.\n\n" + wire,
	} {
		if a := parsed(t, src); a.Flow() != a.Text {
			t.Errorf("%s: Flow joins lines:\n%s", name, a.Flow())
		}
	}
	if got := (&Article{Text: "a\nb"}).Flow(); got != "a\nb" {
		t.Errorf("Flow of a bare article = %q", got)
	}
}
