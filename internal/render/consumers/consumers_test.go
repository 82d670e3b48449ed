package consumers

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	goast "go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // carries the schema
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"factcheck/internal/report"
	"factcheck/internal/text"
)

// The passage “été 🎉 Friday” stands on line 2 behind “Zoë: “”, which has six
// code points and nine bytes.
const article = "The café opened.\nZoë: “été 🎉 Friday” it said.\n"

func at(src, passage string) (start, end report.Position) {
	l := text.NewLines(src)
	from := strings.Index(src, passage)
	return report.At(l.Position(from)), report.At(l.Position(from + len(passage)))
}

func sampleRun() *Run {
	start, end := at(article, "été 🎉 Friday")
	other, otherEnd := at(article, "café")
	f := report.Finding{
		ID: "0123456789ab", Rule: "date/weekday-mismatch", Severity: "error", Confidence: "high", Message: "says Friday, 100 % <wrong>\nhere",
		Doc: "a", File: "news/a b.md", Start: start, End: end, Quote: "été 🎉 Friday",
		Related:     []report.Related{{Doc: "a", File: "news/a b.md", Start: other, End: otherEnd, Message: "the other side", Quote: "café"}},
		Assumptions: []string{"one"}, Suggestions: []report.Suggestion{{Message: "write", Replacement: "Sunday"}, {Message: "or correct the date"}},
	}
	record := f
	record.ID, record.Doc, record.File, record.Severity, record.Related = "ba9876543210", "r", "wire.jsonl", "note", nil
	return &Run{
		Check: &report.Check{
			Documents: []report.Document{{Doc: "a", File: "news/a b.md"}, {Doc: "b", File: "b.md"}, {Doc: "r", File: "wire.jsonl"}},
			Findings:  []report.Finding{f, record}, NotChecked: []report.NotChecked{{Doc: "b", Rule: "x/y", Reason: "no date"}},
			Summary: report.Summary{Error: 1, Note: 1},
		},
		Version: "1.2.3",
		Rules:   []Rule{{ID: "date/weekday-mismatch", Severity: "error", Help: "A weekday and a date disagree. One is wrong.", Tags: []string{"dates"}}},
		Source: func(doc string) Source {
			if doc == "r" {
				return Source{Text: article, Record: 7}
			}
			return Source{Text: article}
		},
	}
}

func written(t *testing.T, format string, r *Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if known, err := Write(&b, format, r); !known || err != nil {
		t.Fatalf("%s: known %v, %v", format, known, err)
	}
	return b.Bytes()
}

func TestUnknownFormat(t *testing.T) {
	if known, err := Write(&bytes.Buffer{}, "yaml", sampleRun()); known || err != nil {
		t.Errorf("yaml: known %v, %v", known, err)
	}
}

// oasisSchema returns the schema of SARIF 2.1.0 as OASIS publishes it, from the
// source of a module that keeps it in a constant.
func oasisSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	raw := file.Decls[0].(*goast.GenDecl).Specs[0].(*goast.ValueSpec).Values[0].(*goast.BasicLit).Value
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Trim(raw, "`")))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

func TestSARIFSchema(t *testing.T) {
	empty := sampleRun()
	empty.Check, empty.Rules = &report.Check{}, nil
	schema := oasisSchema(t)
	for name, r := range map[string]*Run{"findings": sampleRun(), "nothing": empty} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, "sarif", r)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSARIFPlaces(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal(written(t, "sarif", sampleRun()), &log); err != nil {
		t.Fatal(err)
	}
	got := log.Runs[0].Results[0].Locations[0].Physical
	if g := got.Region; got.Artifact.URI != "news/a%20b.md" || g.StartLine != 2 || g.StartColumn != 7 || g.EndLine != 2 || g.EndColumn != 19 {
		t.Errorf("the passage is at %+v", got)
	}
	if g := log.Runs[0].Results[1].Locations[0].Physical.Region; g.StartLine != 7 || g.StartColumn != 0 {
		t.Errorf("the record is at %+v, want line 7", g)
	}
	if fixes := log.Runs[0].Results[0].Fixes; len(fixes) != 1 || fixes[0].Changes[0].Replacements[0].Inserted.Text != "Sunday" {
		t.Errorf("fixes %+v, want the one with words", fixes)
	}
	if log.Runs[0].Results[1].Fixes != nil {
		t.Error("a record has fixes, which would change its line of JSON")
	}
}

// reviewdog counts bytes: “Zoë: “ are nine, and “été 🎉 Friday” seventeen.
func TestRDJSON(t *testing.T) {
	var out rdResult
	if err := json.Unmarshal(written(t, "rdjson", sampleRun()), &out); err != nil {
		t.Fatal(err)
	}
	d := out.Diagnostics[0]
	want := rdRange{Start: rdPosition{2, 10}, End: &rdPosition{2, 27}}
	if got := d.Location.Range; got.Start != want.Start || *got.End != *want.End || d.Severity != "ERROR" || len(d.Suggestions) != 1 {
		t.Errorf("%+v to %+v, severity %s, %d suggestions", got.Start, *got.End, d.Severity, len(d.Suggestions))
	}
	if got := out.Diagnostics[1].Location.Range; got.Start != (rdPosition{Line: 7}) || got.End != nil {
		t.Errorf("the record is at %+v", got)
	}
}

// The escapes are those of GitHub's toolkit (command.ts).
func TestGitHub(t *testing.T) {
	line, _, _ := strings.Cut(string(written(t, "github", sampleRun())), "\n")
	const want = "::error file=news/a b.md,line=2,endLine=2,col=7,endColumn=19,title=date/weekday-mismatch::says Friday, 100 %25 <wrong>%0Ahere%0A"
	if !strings.HasPrefix(line, want) {
		t.Errorf("got  %s\nwant %s", line, want)
	}
}

// GitHub shows ten annotations of each level.
func TestGitHubLimit(t *testing.T) {
	r := sampleRun()
	f := r.Check.Findings[0]
	r.Check.Findings, r.Check.Summary = nil, report.Summary{Error: 12, Warning: 1}
	for range 12 {
		r.Check.Findings = append(r.Check.Findings, f)
	}
	f.Severity = "warning"
	r.Check.Findings = append(r.Check.Findings, f)
	out := string(written(t, "github", r))
	if errors, warnings := strings.Count(out, "::error "), strings.Count(out, "::warning "); errors != 10 || warnings != 1 {
		t.Errorf("%d errors, %d warnings", errors, warnings)
	}
	if !strings.Contains(out, "::notice title=factcheck::12 errors, 1 warning, 0 notes in all; 2 are not shown here\n") {
		t.Errorf("nothing says what is not shown:\n%s", out)
	}
}

func TestGitLab(t *testing.T) {
	var out []map[string]any
	if err := json.Unmarshal(written(t, "gitlab", sampleRun()), &out); err != nil {
		t.Fatal(err)
	}
	if out[0]["fingerprint"] != "0123456789ab" || out[0]["severity"] != "major" || out[1]["severity"] != "info" {
		t.Errorf("%v", out)
	}
}

func TestXML(t *testing.T) {
	r := sampleRun()
	r.Check.Findings[0].Message += "\x00\x08"
	for _, format := range []string{"junit", "checkstyle"} {
		d := xml.NewDecoder(bytes.NewReader(written(t, format, r)))
		for {
			_, err := d.Token()
			if err != nil {
				if err.Error() != "EOF" {
					t.Errorf("%s: %v", format, err)
				}
				break
			}
		}
	}
	var suites junitSuites
	if err := xml.Unmarshal(written(t, "junit", r), &suites); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(suites.Tests, suites.Failures, len(suites.Suites)); got != "3 1 3" {
		t.Errorf("tests, failures, suites: %s; want an error, a document without findings, a note", got)
	}
}

func TestMarkdown(t *testing.T) {
	r := sampleRun()
	r.Check.Findings[0].Message = "*<b>@all* [x](y) `z`"
	out := string(written(t, "markdown", r))
	for _, bad := range []string{"<b>", "@all", "[x](", "*<"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is not escaped:\n%s", bad, out)
		}
	}
	if !strings.HasPrefix(out, "### factcheck: 1 error, 0 warnings, 1 note\n") {
		t.Errorf("begins %.60q", out)
	}
}

// Programs that were built from a commit tell their version as SARIF compares them.
func TestSARIFVersion(t *testing.T) {
	for version, want := range map[string]string{"v1.4.0": "1.4.0", "v0.0.0-20261130130429-d3c374d8a2b4": "0.0.0-20261130130429-d3c374d8a2b4", "(devel)": "", "": ""} {
		r := sampleRun()
		r.Version = version
		var log struct {
			Runs []struct {
				Tool struct {
					Driver struct{ Version, SemanticVersion string }
				}
			}
		}
		if err := json.Unmarshal(written(t, "sarif", r), &log); err != nil {
			t.Fatal(err)
		}
		if d := log.Runs[0].Tool.Driver; d.SemanticVersion != want || d.Version != version {
			t.Errorf("%q: %+v, want %q", version, d, want)
		}
	}
}

// What was compared stands by itself, neither in the last item of the list nor in the
// fold below.
func TestMarkdownCompared(t *testing.T) {
	r := sampleRun()
	r.Check.NotChecked = []report.NotChecked{
		{Doc: "a", Rule: "source/number-drift", Reason: "sources: 3 sentences compared", Whole: true},
		{Doc: "a", Rule: "story/merged-events", Reason: "no other report"},
	}
	src := written(t, "markdown", r)
	var paragraphs []string
	root := goldmark.DefaultParser().Parse(gmtext.NewReader(src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if p, ok := n.(*ast.Paragraph); ok {
			paragraphs = append(paragraphs, string(p.Lines().Value(src)))
		}
	}
	if want := "sources: 3 sentences compared"; !slices.Contains(paragraphs, want) {
		t.Errorf("paragraphs %q, want one that is %q:\n%s", paragraphs, want, src)
	}
}

func TestJSONLines(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(written(t, "jsonl", sampleRun()))), "\n")
	var f report.Finding
	if len(lines) != 2 || json.Unmarshal([]byte(lines[1]), &f) != nil || f.ID != "ba9876543210" {
		t.Errorf("%d lines, the second of %s", len(lines), f.ID)
	}
}
