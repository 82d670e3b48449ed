package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/report"
)

// mostUnwanted is how many unwanted findings at warning and above a thousand
// words of clean copy may have.
const mostUnwanted = 0.05

// A corpus is clean copy under the name that verdicts know it by.
type corpus struct {
	name     string
	articles []*article.Article
}

// A found is a finding in a corpus with its verdict.
type found struct {
	key     key
	finding report.Finding
	passage string
	verdict string // real, unwanted, undecidable; empty: not judged
}

func cleanCommand(args []string, out, problems io.Writer) (int, error) {
	flags := flag.NewFlagSet("clean", flag.ContinueOnError)
	flags.SetOutput(problems)
	file := flags.String("verdicts", "verdicts.tsv", "`FILE` of verdicts")
	show := flags.Bool("show", false, "print message and passage beside findings that are not judged")
	all := flags.Bool("all", false, "with -show: also of findings that are judged")
	if err := flags.Parse(args); err != nil {
		return 2, err
	}
	if flags.NArg() == 0 {
		return 2, fmt.Errorf("name the corpora: [NAME=]FILE.jsonl …")
	}
	known, err := readVerdicts(*file)
	if err != nil {
		return 2, err
	}
	r := cleanReport{most: mostUnwanted}
	for _, arg := range flags.Args() {
		c, err := readCorpus(arg)
		if err != nil {
			return 2, err
		}
		if err := r.look(c, known); err != nil {
			return 2, err
		}
	}
	r.print(out, known, *show, *all)
	misses := r.misses()
	for _, m := range misses {
		fmt.Fprintln(out, m)
	}
	if r.unwanted() > r.most || len(r.unjudged())+len(misses) > 0 {
		return 1, nil
	}
	return 0, nil
}

// readCorpus reads FILE or NAME=FILE; without a name the file gives it.
func readCorpus(arg string) (*corpus, error) {
	name, path, ok := strings.Cut(arg, "=")
	if !ok {
		path = arg
		name = strings.TrimSuffix(filepath.Base(arg), filepath.Ext(arg))
	}
	articles, err := article.Read([]string{path}, nil)
	return &corpus{name, articles}, err
}

// A cleanReport is what was found in clean copy.
type cleanReport struct {
	words, documents int
	findings         []found // warnings and errors by corpus, document and place
	notes            map[string]int
	corpora          []string
	used             map[key]bool
	most             float64 // how many unwanted ones a thousand words may have
}

// begin makes room for the findings in a corpus.
func (r *cleanReport) begin(corpus string) {
	if r.used == nil {
		r.used, r.notes = map[key]bool{}, map[string]int{}
	}
	if !slices.Contains(r.corpora, corpus) {
		r.corpora = append(r.corpora, corpus)
	}
}

// look checks a corpus document by document.
func (r *cleanReport) look(c *corpus, known map[key]verdict) error {
	opt, err := shipped()
	if err != nil {
		return err
	}
	results := make([][]report.Finding, len(c.articles))
	err = each(len(c.articles), func(i int) error {
		results[i], err = check(c.articles[i], opt)
		return err
	})
	r.begin(c.name)
	for i, a := range c.articles {
		r.documents++
		r.words += len(strings.Fields(a.Text))
		for _, f := range results[i] {
			if !loud(f) {
				r.notes[f.Rule]++
				continue
			}
			k := key{c.name, f.Doc, f.Start.Offset, f.Rule}
			r.used[k] = true
			r.findings = append(r.findings, found{k, f, passage(a.Text, f), known[k].verdict})
		}
	}
	return err
}

// passage returns the text of a finding with what stands around it.
func passage(src string, f report.Finding) string {
	from, to := max(f.Start.Offset-80, 0), min(f.End.Offset+80, len(src))
	s := src[from:f.Start.Offset] + "[[" + src[f.Start.Offset:f.End.Offset] + "]]" + src[f.End.Offset:to]
	return strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
}

// count returns how many findings have a verdict.
func (r *cleanReport) count(verdict string) int {
	n := 0
	for _, f := range r.findings {
		if f.verdict == verdict {
			n++
		}
	}
	return n
}

// unwanted returns the unwanted findings in a thousand words.
func (r *cleanReport) unwanted() float64 {
	if r.words == 0 {
		return 0
	}
	return 1000 * float64(r.count(unwanted)) / float64(r.words)
}

func (r *cleanReport) unjudged() []found {
	return slices.DeleteFunc(slices.Clone(r.findings), func(f found) bool { return f.verdict != "" })
}

func (r *cleanReport) print(out io.Writer, known map[key]verdict, show, all bool) {
	fmt.Fprintf(out, "%d documents, %d words\n\n", r.documents, r.words)
	fmt.Fprintf(out, "%-36s %-8s %8s %5s %8s %11s %8s %9s\n", "rule", "severity", "findings", "real", "unwanted", "undecidable", "unjudged", "precision")
	for _, line := range r.byRule() {
		fmt.Fprintln(out, line)
	}
	fmt.Fprintln(out)
	for _, line := range r.byLevel() {
		fmt.Fprintln(out, line)
	}
	fmt.Fprintf(out, "\nunwanted in 1,000 words at warning and above: %.3f (may be %.2f)\n", r.unwanted(), r.most)
	r.list(out, "not judged", show, func(f found) bool { return f.verdict == "" })
	if show && all {
		r.list(out, "judged", true, func(f found) bool { return f.verdict != "" })
	}
	if gone := r.gone(known); len(gone) > 0 {
		fmt.Fprintln(out, "\nverdicts on what is no longer found:")
		for _, k := range gone {
			fmt.Fprintln(out, k)
		}
	}
}

// list prints the findings that keep says as rows of the verdict file.
func (r *cleanReport) list(out io.Writer, title string, show bool, keep func(found) bool) {
	listed := false
	for _, f := range r.findings {
		if !keep(f) {
			continue
		}
		if !listed {
			fmt.Fprintf(out, "\n%s:\n", title)
		}
		listed = true
		fmt.Fprintf(out, "%s\t%s\t\n", f.key, f.verdict)
		if show {
			fmt.Fprintf(out, "\t%s: %s\n\t%s\n", f.finding.Severity, f.finding.Message, f.passage)
		}
	}
}

// byRule counts by rule and severity, then the notes, which need no verdict.
func (r *cleanReport) byRule() []string {
	type kind struct{ rule, severity string }
	counts := map[kind]map[string]int{}
	var kinds []kind
	for _, f := range r.findings {
		k := kind{f.key.rule, f.finding.Severity}
		if counts[k] == nil {
			counts[k] = map[string]int{}
			kinds = append(kinds, k)
		}
		counts[k][f.verdict]++
	}
	slices.SortFunc(kinds, func(a, b kind) int { return strings.Compare(a.rule+" "+a.severity, b.rule+" "+b.severity) })
	var out []string
	for _, k := range kinds {
		n := counts[k]
		out = append(out, fmt.Sprintf("%-36s %-8s %8d %5d %8d %11d %8d %9s", k.rule, k.severity,
			n[isReal]+n[unwanted]+n[undecidable]+n[""], n[isReal], n[unwanted], n[undecidable], n[""], precision(n[isReal], n[unwanted])))
	}
	rules := make([]string, 0, len(r.notes))
	for rule := range r.notes {
		rules = append(rules, rule)
	}
	sort.Strings(rules)
	for _, rule := range rules {
		out = append(out, fmt.Sprintf("%-36s %-8s %8d", rule, "note", r.notes[rule]))
	}
	return append(out, fmt.Sprintf("%-36s %-8s %8d %5d %8d %11d %8d %9s", "all", "", len(r.findings),
		r.count(isReal), r.count(unwanted), r.count(undecidable), r.count(""), precision(r.count(isReal), r.count(unwanted))))
}

// precision is the share of real findings among those that were decided.
func precision(n, other int) string {
	if n+other == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f%%", ratio(n, n+other))
}

// gone returns the verdicts on these corpora that no finding has, in the order
// of the file.
func (r *cleanReport) gone(known map[key]verdict) []key {
	var out []key
	for k := range known {
		if slices.Contains(r.corpora, k.corpus) && !r.used[k] {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b key) int { return known[a].line - known[b].line })
	return out
}

// A key says which finding a verdict is on: of a rule, that begins at a byte of
// the text of a record.
type key struct {
	corpus, doc string
	start       int
	rule        string
}

// String returns the first columns of the verdict file.
func (k key) String() string {
	return strings.Join([]string{k.corpus, k.doc, strconv.Itoa(k.start), k.rule}, "\t")
}

// The verdicts.
const (
	isReal      = "real"        // the text has a slip there
	unwanted    = "unwanted"    // it has none
	undecidable = "undecidable" // the text alone does not tell
)

// A verdict is what a reader thought of a finding.
type verdict struct {
	line            int
	verdict, reason string
}

// readVerdicts reads lines of corpus, document, start or start-end, rule, verdict and
// reason, divided by tabs; "#" begins a comment.
func readVerdicts(path string) (map[key]verdict, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[key]verdict{}
	for i, line := range strings.Split(string(src), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 6 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 6", path, i+1, len(cells))
		}
		from, _, _ := strings.Cut(cells[2], "-")
		start, err := strconv.Atoi(from)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: place %q is no byte of the text", path, i+1, cells[2])
		}
		k := key{cells[0], cells[1], start, cells[3]}
		if !slices.Contains([]string{isReal, unwanted, undecidable}, cells[4]) {
			return nil, fmt.Errorf("%s:%d: verdict %q is none of %s, %s, %s", path, i+1, cells[4], isReal, unwanted, undecidable)
		}
		if old, ok := out[k]; ok {
			return nil, fmt.Errorf("%s:%d: judged in line %d already", path, i+1, old.line)
		}
		out[k] = verdict{i + 1, cells[4], cells[5]}
	}
	return out, nil
}
