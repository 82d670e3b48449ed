package consumers

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"factcheck/internal/report"
)

// The objects of SARIF 2.1.0 (OASIS, 27 March 2020) that are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		ColumnKind  string            `json:"columnKind"`
		Invocations []sarifInvocation `json:"invocations"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		Version  string      `json:"version,omitempty"`
		Semantic string      `json:"semanticVersion,omitempty"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string           `json:"id"`
		Short         sarifMessage     `json:"shortDescription"`
		Full          sarifMessage     `json:"fullDescription"`
		Help          sarifMessage     `json:"help"`
		Configuration sarifLevel       `json:"defaultConfiguration"`
		Properties    *sarifProperties `json:"properties,omitempty"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifProperties struct {
		Tags []string `json:"tags,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
		Properties   map[string]any    `json:"properties"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int           `json:"startLine"`
		StartColumn int           `json:"startColumn,omitempty"`
		EndLine     int           `json:"endLine"`
		EndColumn   int           `json:"endColumn,omitempty"`
		Snippet     *sarifMessage `json:"snippet,omitempty"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifMessage `json:"insertedContent"`
	}
)

// The most that GitHub's code scanning takes of one run.
const maxResults = 25_000

// semantic returns a version of Go's form without its “v”, as SARIF has semantic
// versions; empty for one of another form.
func semantic(version string) string {
	rest, ok := strings.CutPrefix(version, "v")
	if !ok || rest == "" || rest[0] < '0' || rest[0] > '9' {
		return ""
	}
	return rest
}

// sarif writes SARIF 2.1.0. Columns count code points. A suggestion that gives
// words in the place of the passage is a fix.
func sarif(w io.Writer, r *Run) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "factcheck", Version: r.Version, Semantic: semantic(r.Version), Rules: []sarifRule{}}
	index := map[string]int{}
	for i, rule := range r.Rules {
		index[rule.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for i := range r.Check.Findings {
		if i == maxResults {
			break
		}
		f := &r.Check.Findings[i]
		at, known := index[f.Rule]
		if !known {
			at = -1
		}
		run.Results = append(run.Results, r.sarifResult(f, at))
	}
	run.Invocations = []sarifInvocation{{Successful: true, Notifications: notifications(r.Check.NotChecked)}}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifRuleOf(r Rule) sarifRule {
	first, _, _ := strings.Cut(r.Help, ". ")
	if first == "" {
		first = r.ID
	}
	out := sarifRule{
		ID: r.ID, Short: sarifMessage{strings.TrimSuffix(first, ".") + "."}, Full: sarifMessage{or(r.Help, r.ID)}, Help: sarifMessage{or(r.Help, r.ID)},
		Configuration: sarifLevel{r.Severity},
	}
	if len(r.Tags) > 0 {
		out.Properties = &sarifProperties{Tags: r.Tags}
	}
	return out
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// notifications are what was not checked.
func notifications(list []report.NotChecked) []sarifNotification {
	var out []sarifNotification
	for _, n := range list {
		out = append(out, sarifNotification{Level: "note", Message: sarifMessage{n.Rule + " in " + n.Doc + ": " + n.Reason}})
	}
	return out
}

func (r *Run) sarifResult(f *report.Finding, index int) sarifResult {
	at := r.of(f)
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: index, Level: f.Severity, Message: sarifMessage{f.Message}, Locations: []sarifLocation{{Physical: at.sarif(f.Quote)}},
		Fingerprints: map[string]string{"factcheck/v1": f.ID},
		Properties:   map[string]any{"confidence": f.Confidence, "document": f.Doc},
	}
	if len(f.Assumptions) > 0 {
		out.Properties["assumptions"] = f.Assumptions
	}
	for i := range f.Related {
		x := &f.Related[i]
		out.Related = append(out.Related, sarifLocation{ID: i + 1, Physical: r.ofRelated(x).sarif(x.Quote), Message: &sarifMessage{x.Message}})
	}
	if at.record {
		return out
	}
	for _, s := range f.Suggestions {
		if s.Replacement == "" {
			continue
		}
		physical := at.sarif("")
		out.Fixes = append(out.Fixes, sarifFix{Description: sarifMessage{s.Message}, Changes: []sarifChange{{
			Artifact: physical.Artifact, Replacements: []sarifReplacement{{Deleted: physical.Region, Inserted: sarifMessage{s.Replacement}}},
		}}})
	}
	return out
}

func (g region) sarif(quote string) sarifPhysical {
	out := sarifPhysical{Artifact: sarifArtifact{uri(g.file)}, Region: sarifRegion{StartLine: g.startLine, StartColumn: g.startRune, EndLine: g.endLine, EndColumn: g.endRune}}
	if quote != "" {
		out.Region.Snippet = &sarifMessage{quote}
	}
	return out
}

// uri returns the path of a file as a relative reference, or a file URI of an
// absolute one.
func uri(file string) string {
	u := url.URL{Path: filepath.ToSlash(file)}
	if strings.HasPrefix(u.Path, "/") {
		u.Scheme = "file"
	}
	return u.String()
}
