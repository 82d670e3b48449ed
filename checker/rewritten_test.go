package checker_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"factcheck/internal/report"
)

// A rewrittenCase is a case of a file of testdata/drafts, which says how it is written.
type rewrittenCase struct {
	name    string
	sources []string
	day     string
	text    string // of the draft, with its slips in brackets
}

func rewrittenCases(t *testing.T, file string) []*rewrittenCase {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata/drafts", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []*rewrittenCase
	var text *string
	for line := range strings.Lines(string(src)) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "===":
			out = append(out, &rewrittenCase{name: rest})
		case "---":
			c := out[len(out)-1]
			c.sources = append(c.sources, fmt.Sprintf("---\nid: s%d\npublished: %s\n---\n", len(c.sources)+1, rest))
			text = &c.sources[len(c.sources)-1]
		case "+++":
			c := out[len(out)-1]
			c.day, text = rest, &c.text
		default:
			if text != nil {
				*text += line
			}
		}
	}
	return out
}

var slipBrackets = regexp.MustCompile(`\{\{([^|}]*)\|([^|}]*)\|([^|}]*)\|([^|}]*)\}\}`)

// pairs returns the honest draft, and one pair of the draft with all slips for each slip.
func (c *rewrittenCase) pairs() (honest *draftPair, slips []*draftPair) {
	head := fmt.Sprintf("---\nid: draft\npublished: %s\n---\n", c.day)
	honest = &draftPair{name: c.name, want: "silent", sources: c.sources, draft: head + slipBrackets.ReplaceAllString(c.text, "$3")}
	whole, at := head, 0
	for _, m := range slipBrackets.FindAllStringSubmatchIndex(c.text, -1) {
		whole += c.text[at:m[0]]
		p := &draftPair{name: c.name + " " + c.text[m[2]:m[3]], sources: c.sources, from: len(whole)}
		whole += c.text[m[4]:m[5]]
		p.to, at = len(whole), m[1]
		slips = append(slips, p)
	}
	whole += c.text[at:]
	for _, p := range slips {
		p.draft = whole
	}
	return honest, slips
}

// Of the slips at least so many are touched by a finding that also names a source, in the
// half that rules were set on and in the other; of the honest drafts at most so much is said.
func TestRewrittenDrafts(t *testing.T) {
	for _, tt := range []struct {
		file, half         string
		slips, found, said int
	}{
		{"rewritten.txt", "first", 46, 31, 0},
		{"rewritten.txt", "second", 58, 28, 0},
		{"desks.txt", "first", 35, 20, 0},
		{"desks.txt", "second", 42, 18, 0},
	} {
		t.Run(tt.file+"/"+tt.half, func(t *testing.T) {
			cases := rewrittenCases(t, tt.file)
			if cut := len(cases) / 2; tt.half == "first" {
				cases = cases[:cut]
			} else {
				cases = cases[cut:]
			}
			found, of, said := 0, 0, 0
			for _, c := range cases {
				honest, slips := c.pairs()
				said += len(above(t, honest))
				of += len(slips)
				f := slips[0].findings(t)
				for _, p := range slips {
					if p.want = "any"; p.touched(f) {
						found++
					} else if tt.half == "first" {
						t.Logf("missed %s: %s", p.name, p.draft[p.from:p.to])
					}
				}
			}
			t.Logf("%d of %d slips found, %d said of honest drafts", found, of, said)
			if of != tt.slips || found < tt.found || said > tt.said {
				t.Errorf("%d of %d slips found, want %d of %d; %d said of honest drafts, want at most %d", found, of, tt.found, tt.slips, said, tt.said)
			}
		})
	}
}

// above returns the findings of an honest draft that are no notes.
func above(t *testing.T, p *draftPair) (out []report.Finding) {
	for _, f := range p.findings(t) {
		if f.Severity != "note" {
			out = append(out, f)
			t.Logf("%s: %s: %s", p.name, f.Rule, f.Message)
		}
	}
	return out
}

// touched reports whether a finding above a note stands where the slip does.
func (p *draftPair) touched(found []report.Finding) bool {
	for _, f := range found {
		if f.Severity != "note" && f.Doc == "draft" && (f.Start.Offset < p.to && p.from < f.End.Offset || strings.Contains(f.Message, "“"+p.draft[p.from:p.to]+"”")) {
			return true // a finding names all that differs in a sentence
		}
		for _, r := range f.Related {
			if f.Severity != "note" && r.Doc == "draft" && r.Start.Offset < p.to && p.from < r.End.Offset {
				return true
			}
		}
	}
	return false
}
