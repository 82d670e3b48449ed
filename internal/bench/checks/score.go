package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"factcheck/checker"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

// A judged plant has been checked.
type judged struct {
	*plant
	caught []report.Finding // loud findings that touch the planted passage
	false  []report.Finding // loud findings in the right twin that the carrier does not have
}

func plantCommand(args []string, out, problems io.Writer) error {
	flags := flag.NewFlagSet("plant", flag.ContinueOnError)
	flags.SetOutput(problems)
	seed := flags.Uint64("seed", 1, "seed of the generator")
	n := flags.Int("per-class", 100, "errors planted of each class")
	paths := flags.String("carriers", "", "folders, .md or .jsonl files to plant into, divided by commas; default: testdata")
	only := flags.String("class", "", "only these classes, divided by commas")
	show := flags.String("show", "", "list passages: missed, false, caught or all")
	if err := flags.Parse(args); err != nil {
		return err
	}
	classes, err := chosen(*only)
	if err != nil {
		return err
	}
	carriers, err := carriersOf(*paths)
	if err != nil {
		return err
	}
	m, err := newMeasure(carriers)
	if err != nil {
		return err
	}
	var all []figures
	for _, c := range classes {
		plants, err := generate(c, carriers, *seed, *n)
		if err != nil {
			return err
		}
		results, err := m.judge(plants)
		if err != nil {
			return err
		}
		list(out, results, *show)
		all = append(all, count(c.id, results))
	}
	printFigures(out, all)
	return nil
}

func carriersOf(paths string) ([]*carrier, error) {
	if paths == "" {
		return ownCarriers()
	}
	return readCarriers(strings.Split(paths, ","))
}

// chosen returns the classes of a list, all for "".
func chosen(ids string) ([]*class, error) {
	all, err := loadClasses()
	if err != nil || ids == "" {
		return all, err
	}
	var out []*class
	for _, id := range strings.Split(ids, ",") {
		i := slices.IndexFunc(all, func(c *class) bool { return c.id == id })
		if i < 0 {
			return nil, fmt.Errorf("no class %q; see checks classes", id)
		}
		out = append(out, all[i])
	}
	return out, nil
}

// A measure checks plants.
type measure struct {
	opt  checker.Options
	bare map[*carrier]map[string]int // the carriers' own findings by what they say
}

func newMeasure(carriers []*carrier) (*measure, error) {
	opt, err := shipped()
	if err != nil {
		return nil, err
	}
	m := &measure{opt, map[*carrier]map[string]int{}}
	found := make([][]report.Finding, len(carriers))
	err = each(len(carriers), func(i int) error {
		t := assemble(carriers[i], "", nil)
		var err error
		found[i], err = m.find(&t, fmt.Sprintf("c%d.md", i), false)
		return err
	})
	for i, c := range carriers {
		m.bare[c] = map[string]int{}
		for _, f := range found[i] {
			m.bare[c][saying(f)]++
		}
	}
	return m, err
}

// find returns the loud findings in a twin, and the notes where they count.
func (m *measure) find(t *twin, name string, notes bool) ([]report.Finding, error) {
	a, err := t.parse(name)
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, t.src)
	}
	all, err := check(a, m.opt)
	return slices.DeleteFunc(all, func(f report.Finding) bool { return !notes && !loud(f) }), err
}

// saying tells two findings of one document apart by what they say, not where.
func saying(f report.Finding) string { return f.Rule + "\x00" + f.Message }

func (m *measure) judge(plants []*plant) ([]judged, error) {
	out := make([]judged, len(plants))
	err := each(len(plants), func(i int) error {
		p := plants[i]
		out[i].plant = p
		name := fmt.Sprintf("%s-%d.md", p.class.id, i)
		wrong, err := m.find(&p.wrong, name, p.class.noted)
		if err != nil {
			return err
		}
		right, err := m.find(&p.right, name, p.class.noted)
		if err != nil {
			return err
		}
		out[i].false = m.beyond(p.carrier, right)
		for _, f := range m.beyond(p.carrier, wrong) {
			if p.class.anywhere || touches(f, p.wrong.planted) {
				out[i].caught = append(out[i].caught, f)
			}
		}
		return nil
	})
	return out, err
}

// beyond leaves out what is found in the bare carrier too.
func (m *measure) beyond(c *carrier, found []report.Finding) []report.Finding {
	seen := map[string]int{}
	var out []report.Finding
	for _, f := range found {
		seen[saying(f)]++
		if seen[saying(f)] > m.bare[c][saying(f)] {
			out = append(out, f)
		}
	}
	return out
}

// touches reports whether the place of f or one related to it overlaps a span.
func touches(f report.Finding, spans []text.Span) bool {
	over := func(start, end int) bool {
		return slices.ContainsFunc(spans, func(s text.Span) bool { return start < s.End && s.Start < max(end, start+1) })
	}
	if over(f.Start.Offset, f.End.Offset) {
		return true
	}
	return slices.ContainsFunc(f.Related, func(r report.Related) bool { return over(r.Start.Offset, r.End.Offset) })
}

// each calls f for 0 … n-1 on all processors and returns the error of the lowest.
func each(n int, f func(int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				errs[i] = f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// figures of one class.
type figures struct {
	class                  string
	planted, caught, false int
	byRule                 map[string]int // plants that a rule caught
	falseBy                map[string]int // right twins in which a rule spoke
}

func count(id string, results []judged) figures {
	f := figures{class: id, byRule: map[string]int{}, falseBy: map[string]int{}}
	for _, r := range results {
		f.planted++
		if len(r.caught) > 0 {
			f.caught++
		}
		f.false += len(r.false)
		tally(f.byRule, r.caught)
		tally(f.falseBy, r.false)
	}
	return f
}

// tally counts each rule once.
func tally(by map[string]int, found []report.Finding) {
	seen := map[string]bool{}
	for _, x := range found {
		if !seen[x.Rule] {
			by[x.Rule]++
		}
		seen[x.Rule] = true
	}
}

// add adds the counts of o.
func (f *figures) add(o figures) {
	f.planted += o.planted
	f.caught += o.caught
	f.false += o.false
}

func (f *figures) recall() float64    { return ratio(f.caught, f.planted) }
func (f *figures) precision() float64 { return ratio(f.caught, f.caught+f.false) }

// ratio in percent; of nothing 0.
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

func printFigures(out io.Writer, all []figures) {
	fmt.Fprintf(out, "%-18s %7s %6s %6s %5s %9s  %s\n", "class", "planted", "caught", "recall", "false", "precision", "caught by; speaking in right twins")
	total := figures{class: "all"}
	for _, f := range all {
		total.add(f)
		by := ranked(f.byRule)
		if len(f.falseBy) > 0 {
			by += "; " + ranked(f.falseBy)
		}
		printLine(out, f, by)
	}
	if len(all) > 1 {
		printLine(out, total, "")
	}
}

func printLine(out io.Writer, f figures, by string) {
	line := fmt.Sprintf("%-18s %7d %6d %5.1f%% %5d %8.1f%%  %s", f.class, f.planted, f.caught, f.recall(), f.false, f.precision(), by)
	fmt.Fprintln(out, strings.TrimRight(line, " "))
}

// ranked lists rules, the most frequent first.
func ranked(by map[string]int) string {
	ids := make([]string, 0, len(by))
	for id := range by {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if by[ids[i]] != by[ids[j]] {
			return by[ids[i]] > by[ids[j]]
		}
		return ids[i] < ids[j]
	})
	for i, id := range ids {
		ids[i] = fmt.Sprintf("%s %d", id, by[id])
	}
	return strings.Join(ids, ", ")
}

// list prints the passages that show asks for, one a line.
func list(out io.Writer, results []judged, show string) {
	for _, r := range results {
		head := fmt.Sprintf("%s:%d %s %s", r.class.id, r.line, r.carrier.id, r.carrier.published.Format("2006-01-02 Mon"))
		if len(r.caught) == 0 && (show == "missed" || show == "all") {
			fmt.Fprintf(out, "missed %s\n\t%s\n", head, r.wrong.passage())
		}
		if len(r.caught) > 0 && (show == "caught" || show == "all") {
			fmt.Fprintf(out, "caught %s\n\t%s\n", head, r.wrong.passage())
			for _, f := range r.caught {
				fmt.Fprintf(out, "\t[%s] %s\n", f.Rule, f.Message)
			}
		}
		if len(r.false) > 0 && (show == "false" || show == "all") {
			fmt.Fprintf(out, "false  %s\n\t%s\n", head, r.right.passage())
			for _, f := range r.false {
				fmt.Fprintf(out, "\t[%s] %q: %s\n", f.Rule, r.right.src[f.Start.Offset:f.End.Offset], f.Message)
			}
		}
	}
}

// passage returns the planted pieces.
func (t *twin) passage() string {
	var out []string
	for _, s := range t.planted {
		out = append(out, t.src[s.Start:s.End])
	}
	return strings.Join(out, " | ")
}
