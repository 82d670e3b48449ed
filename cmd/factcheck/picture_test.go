package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"unicode/utf8"

	"factcheck"
	"factcheck/internal/render"
	"factcheck/internal/report"
)

// The picture of the README shows what a terminal shows of these findings.
const (
	pictured     = "testdata/one-article/draft.md"
	pictureFile  = "docs/finding.svg"
	pictureWidth = 100 // columns
)

var picturedRules = []string{"date/weekday-mismatch", "number/sum"}

// TestPicture holds the picture against the program. -update draws it anew.
func TestPicture(t *testing.T) {
	t.Chdir("../..")
	got := drawn(t, terminal(t))
	wantKept(t, pictureFile, got)
}

// terminal returns what a colour terminal shows of the pictured findings.
func terminal(t *testing.T) string {
	src, err := os.ReadFile(pictured)
	if err != nil {
		t.Fatal(err)
	}
	articles, err := factcheck.Parse(pictured, src)
	if err != nil {
		t.Fatal(err)
	}
	run, err := factcheck.Open(articles)
	if err != nil {
		t.Fatal(err)
	}
	found, err := run.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found.Findings = slices.DeleteFunc(found.Findings, func(f report.Finding) bool { return !slices.Contains(picturedRules, f.Rule) })
	if len(found.Findings) != len(picturedRules) {
		t.Fatalf("%d findings of %s in %s", len(found.Findings), picturedRules, pictured)
	}
	var b bytes.Buffer
	err = render.NewText(&b, true).SetWidth(pictureWidth).Check(found, func(doc string) string {
		text, _ := run.Source(doc)
		return text
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A span is text of one style; Class is of the style sheet of the picture.
type span struct{ Class, Text string }

// styles are the codes of package render with their classes.
var styles = map[string]string{"1": "bold", "2": "faint", "31;1": "error", "33;1": "warning", "36": "note"}

var code = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// spans cuts a line at its codes.
func spans(t *testing.T, line string) []span {
	var out []span
	class := ""
	for {
		at := code.FindStringSubmatchIndex(line)
		if at == nil {
			return append(out, span{class, line})
		}
		if at[0] > 0 {
			out = append(out, span{class, line[:at[0]]})
		}
		c := line[at[2]:at[3]]
		var known bool
		if class, known = styles[c]; !known && c != "0" && !strings.HasPrefix(c, "22") && !strings.HasPrefix(c, "0;") {
			t.Fatalf("no class for the code %q", c)
		}
		line = line[at[1]:]
	}
}

var picture = template.Must(template.New("picture").Funcs(template.FuncMap{"y": func(i int) int { return 52 + 20*i }}).Parse(
	`<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{{.Width}}" height="{{.Height}}" viewBox="0 0 {{.Width}} {{.Height}}">
<title>Two findings of factcheck in a terminal</title>
<style>
rect { fill: #1d1f21; }
text { font: 13.5px ui-monospace, "SFMono-Regular", Consolas, "DejaVu Sans Mono", monospace; fill: #e4e3df; white-space: pre; }
.bold { font-weight: 700; } .faint { fill: #a8a59e; }
.error { fill: #ff8a84; font-weight: 700; } .warning { fill: #f4bd6b; font-weight: 700; } .note { fill: #8fc4f0; }
</style>
<rect width="{{.Width}}" height="{{.Height}}" rx="8"/>
<text x="20" y="30" class="faint">$ factcheck check {{.File}}</text>
{{range $i, $line := .Lines}}<text x="20" y="{{y $i}}" xml:space="preserve">{{range $line}}<tspan{{with .Class}} class="{{.}}"{{end}}>{{html .Text}}</tspan>{{end}}</text>
{{end}}</svg>
`))

// drawn returns the picture of what a terminal shows.
func drawn(t *testing.T, shown string) []byte {
	var lines [][]span
	widest := 0
	for line := range strings.Lines(strings.TrimRight(shown, "\n")) {
		line = strings.TrimSuffix(line, "\n")
		widest = max(widest, utf8.RuneCountInString(code.ReplaceAllString(line, "")))
		lines = append(lines, spans(t, line))
	}
	var b bytes.Buffer
	err := picture.Execute(&b, map[string]any{"Lines": lines, "File": pictured, "Width": 40 + widest*82/10, "Height": 52 + 20*len(lines)})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
