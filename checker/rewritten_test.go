package checker_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"factcheck/internal/report"
)

// A rewrittenCase is a case of testdata/drafts/rewritten.txt, which says how it is written.
type rewrittenCase struct {
	name    string
	sources []string
	day     string
	text    string // of the draft, with its slips in brackets
}

func rewrittenCases(t *testing.T) []*rewrittenCase {
	t.Helper()
	src, err := os.ReadFile("testdata/drafts/rewritten.txt")
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
	all := rewrittenCases(t)
	for _, half := range []struct {
		name               string
		cases              []*rewrittenCase
		slips, found, said int
	}{
		{"first", all[:len(all)/2], 46, 31, 0},
		{"second", all[len(all)/2:], 58, 28, 0},
	} {
		found, of, said := 0, 0, 0
		for _, c := range half.cases {
			honest, slips := c.pairs()
			for _, f := range honest.findings(t) {
				if f.Severity != "note" {
					said++
					t.Logf("%s: %s: %s", c.name, f.Rule, f.Message)
				}
			}
			of += len(slips)
			f := slips[0].findings(t)
			for _, p := range slips {
				p.want = "any"
				if p.touched(f) {
					found++
				}
			}
		}
		t.Logf("%s half: %d of %d slips found, %d said of honest drafts", half.name, found, of, said)
		if of != half.slips || found < half.found || said > half.said {
			t.Errorf("%s half: %d of %d slips found, want %d of %d; %d said of honest drafts, want at most %d", half.name, found, of, half.found, half.slips, said, half.said)
		}
	}
}

// touched reports whether a finding above a note stands where the slip does.
func (p *draftPair) touched(found []report.Finding) bool {
	for _, f := range found {
		if f.Severity != "note" && f.Doc == "draft" && f.Start.Offset < p.to && p.from < f.End.Offset {
			return true
		}
		for _, r := range f.Related {
			if f.Severity != "note" && r.Doc == "draft" && r.Start.Offset < p.to && p.from < r.End.Offset {
				return true
			}
		}
	}
	return false
}
