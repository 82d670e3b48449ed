package checker

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"factcheck/internal/config"
	"factcheck/internal/report"
)

// A Baseline is the findings of an earlier run, which a later one does not
// report again: one fingerprint each, no counts, so that a new finding is seen
// even where an old one has gone.
type Baseline struct {
	File    string
	entries []baselined
}

type baselined struct {
	ID      string `json:"id"`
	Rule    string `json:"rule"`
	Doc     string `json:"doc"`
	Message string `json:"message"` // for people
}

// has reports whether the baseline holds the finding with this id.
func (b *Baseline) has(id string) bool {
	_, ok := slices.BinarySearchFunc(b.entries, id, func(e baselined, id string) int { return cmp.Compare(e.ID, id) })
	return ok
}

// NewBaseline returns the findings of c as a baseline.
func NewBaseline(file string, c *report.Check) *Baseline {
	b := &Baseline{File: file}
	for _, f := range c.Findings {
		b.entries = append(b.entries, baselined{f.ID, f.Rule, f.Doc, f.Message})
	}
	b.sort()
	return b
}

func (b *Baseline) sort() {
	slices.SortStableFunc(b.entries, func(x, y baselined) int { return cmp.Compare(x.ID, y.ID) })
}

// Write writes the baseline as a JSON array, an entry a line, in the order of
// documents, rules and ids.
func (b *Baseline) Write(w io.Writer) error {
	list := slices.Clone(b.entries)
	slices.SortFunc(list, func(x, y baselined) int {
		return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.ID, y.ID))
	})
	var out bytes.Buffer
	out.WriteString("[")
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for i, e := range list {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n  ")
		if err := enc.Encode(e); err != nil {
			return err
		}
		out.Truncate(out.Len() - 1) // the line end of Encode
	}
	if len(list) > 0 {
		out.WriteString("\n")
	}
	out.WriteString("]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// ParseBaseline reads what [Baseline.Write] wrote, or the same as YAML. It
// returns every problem at its place, and no baseline if there is any: a
// broken one must not pass for an empty one.
func ParseBaseline(file string, src []byte) (*Baseline, error) {
	records, err := config.Records(file, src, config.Form{Required: []string{"id", "rule", "doc", "message"}, Check: checkID})
	if err != nil {
		return nil, err
	}
	b := &Baseline{File: file}
	for i := range records {
		rec := &records[i]
		b.entries = append(b.entries, baselined{rec.Get("id").Text, rec.Get("rule").Text, rec.Get("doc").Text, rec.Get("message").Text})
	}
	b.sort()
	return b, nil
}

// Hide takes the findings that the baseline holds out of c and lists them as
// suppressed. It returns how many entries are gone: their document was looked
// at by their rule, and the finding is no more.
func (r *Run) Hide(c *report.Check, b *Baseline) (gone int) {
	there := hide(c, b.has, byBaseline, "in "+b.File)
	for _, e := range b.entries {
		if !there[e.ID] && r.Ran(e.Doc, e.Rule) {
			gone++
		}
	}
	return gone
}

// HideKnown takes the findings whose ids known holds out of c and lists them as
// suppressed, since an older version of the articles has them; which says which
// one.
func HideKnown(c *report.Check, known map[string]bool, which string) {
	hide(c, func(id string) bool { return known[id] }, byOlder, "in "+which)
}

// hide takes the findings that known holds out of c and lists them as suppressed.
// It returns the ids of all that is suppressed now.
func hide(c *report.Check, known func(id string) bool, by, reason string) map[string]bool {
	there := map[string]bool{}
	var kept []report.Finding
	for _, f := range c.Findings {
		if !known(f.ID) {
			kept = append(kept, f)
			continue
		}
		c.Suppressed = append(c.Suppressed, report.Suppressed{ID: f.ID, Rule: f.Rule, Doc: f.Doc, By: by, Reason: reason})
	}
	for _, s := range c.Suppressed {
		there[s.ID] = true
	}
	setFindings(c, kept)
	return there
}
