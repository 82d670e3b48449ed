package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

var shippedSource = Source{Name: "rules.cel", Text: shippedText}

func TestFormIsThatOfRules(t *testing.T) {
	form, err := Encode(shippedSource)
	if err != nil {
		t.Fatal(err)
	}
	if string(form) != shippedForm {
		t.Error("rules/data/rules.bin is not the form of rules.cel and of what rules can name: run go generate ./rules")
	}
	if decodeForm(string(form), shippedSource) == nil {
		t.Error("the form is not read")
	}
}

// shippedTwice returns the rules that ship as decoded and as parsed.
func shippedTwice(t *testing.T) (decoded *shippedFile, parsed *loader) {
	t.Helper()
	form, err := Encode(shippedSource)
	if err != nil {
		t.Fatal(err)
	}
	if decoded = decodeForm(string(form), shippedSource); decoded == nil {
		t.Fatal("the form is not read")
	}
	return decoded, parseShipped(shippedSource)
}

func TestDecodedIsParsed(t *testing.T) {
	decoded, parsed := shippedTwice(t)
	if len(decoded.rules) != len(parsed.set.rules) {
		t.Fatalf("%d rules decoded, %d parsed", len(decoded.rules), len(parsed.set.rules))
	}
	for i, r := range decoded.rules {
		if diff := cmp.Diff(facts(parsed.set.rules[i]), facts(r)); diff != "" {
			t.Errorf("%s: -parsed +decoded:\n%s", r.ID, diff)
		}
		if r.message.unit.tokens != nil {
			t.Errorf("%s was parsed to be decoded", r.ID)
		}
	}
	want, err := encodeBody(len(shippedText), inOrder(parsed.defines), parsed.set.rules)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := encodeBody(len(shippedText), decoded.defines, decoded.rules); err != nil || string(got) != string(want) {
		t.Errorf("the decoded rules have another form than the parsed ones (%v)", err)
	}
}

// facts returns what a rule says beside its expressions, and how they are run.
func facts(r *Rule) any {
	var order []string
	programs := []*program{r.when.whole}
	if r.when.quick != nil {
		programs = append(programs, r.when.quick)
	}
	for _, c := range r.when.conjuncts {
		programs = append(programs, c.program)
	}
	programs = append(programs, r.when.pairs.sides()...)
	for _, p := range r.others() {
		if *p != nil {
			programs = append(programs, *p)
		}
	}
	for _, l := range r.lets {
		order = append(order, l.name)
		programs = append(programs, l.value)
	}
	type run struct {
		Start       int
		Loops, Slow bool
		Reads       variables
		Result      string
	}
	var runs []run
	for _, p := range programs {
		x := run{p.start, p.loops, p.slow, p.reads, p.result.String()}
		if p == r.when.quick {
			x.Start = 0 // never shown
		}
		runs = append(runs, x)
	}
	var plan pairPlan
	if r.when.pairs != nil {
		plan = *r.when.pairs
	}
	return struct {
		ID, Help, Since, When, Message, File, Confidence string
		Severity                                         Severity
		Scope                                            fact.Scope
		Enabled                                          bool
		Tags, Yields, Lets                               []string
		Pos                                              any
		Order, Rest                                      []int
		Pairs                                            [][]int
		Runs                                             []run
	}{r.ID, r.Help, r.Since, r.When, r.Message, r.File, r.confidence,
		r.Severity, r.Scope, r.Enabled, r.Tags, r.Yields, order, r.Pos,
		r.when.order, r.when.rest, [][]int{plan.shared, plan.a, plan.b, plan.keyed, plan.both}, runs}
}

func TestDecodedShowsItsText(t *testing.T) {
	decoded, parsed := shippedTwice(t)
	for i, r := range decoded.rules {
		want := parsed.set.rules[i]
		if diff := cmp.Diff(want.Cases(), r.Cases()); diff != "" {
			t.Errorf("%s: cases: -parsed +decoded:\n%s", r.ID, diff)
		}
		if diff := cmp.Diff(want.Conjuncts(), r.Conjuncts()); diff != "" {
			t.Errorf("%s: conjuncts: -parsed +decoded:\n%s", r.ID, diff)
		}
		if diff := cmp.Diff(want.Named(), r.Named()); diff != "" || want.WhenPos() != r.WhenPos() {
			t.Errorf("%s: names: -parsed +decoded:\n%s", r.ID, diff)
		}
		for _, e := range []string{"when", "message"} {
			p, q := want.message, r.message
			if e == "when" {
				p, q = want.when.whole, r.when.whole
			}
			for id := range p.unit.ranges {
				a, okA := p.unit.nodeOffset(id)
				b, okB := q.unit.nodeOffset(id)
				if a != b || okA != okB || p.unit.nameOffset(a) != q.unit.nameOffset(b) {
					t.Errorf("%s: node %d is at %d, want %d", r.ID, id, b, a)
				}
			}
		}
	}
}

func TestStaleFormIsNotUsed(t *testing.T) {
	other := shippedSource
	other.Text = strings.Replace(other.Text, "severity: error", "severity:  note", 1)
	if len(other.Text) != len(shippedSource.Text) || other.Text == shippedSource.Text {
		t.Fatal("the text is not another one of the same length")
	}
	if decode(other) != nil {
		t.Error("the form is used for another text")
	}
	damaged := []byte(shippedForm)
	damaged[formHead-1] ^= 1
	if decodeForm(string(damaged), shippedSource) != nil {
		t.Error("the form is used with another vocabulary")
	}
	for n := range len(shippedForm) {
		if n > formHead && n%1999 != 0 {
			continue
		}
		if decodeForm(shippedForm[:n], shippedSource) != nil {
			t.Errorf("the first %d bytes of the form are used", n)
		}
	}
	want, err := Load(shippedSource)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Load(other)
	if err != nil || len(got.rules) != len(want.rules) {
		t.Fatalf("%d rules of another text, want %d (%v)", len(got.rules), len(want.rules), err)
	}
	changed := 0
	for i, r := range got.rules {
		if r.Severity != want.rules[i].Severity {
			changed++
		}
	}
	if changed != 1 {
		t.Errorf("%d rules have another severity, want 1", changed)
	}
}

func TestShippedIDsAreTaken(t *testing.T) {
	first := shippedSource
	mine := Source{Name: "mine.cel", Text: strings.Replace(`[ Rule{ id: "ID", severity: note, over: article, when: true, message: "x" } ]`, "ID", decode(first).rules[0].ID, 1)}
	for _, sources := range [][]Source{{first, mine}, {mine, first}} {
		_, err := Load(sources...)
		if err == nil || !strings.Contains(err.Error(), "is taken (first at "+sources[0].Name) {
			t.Errorf("%s and then %s: %v", sources[0].Name, sources[1].Name, err)
		}
	}
}

// BenchmarkParseShipped reads the text of the rules that ship, as that of any
// other rule file is read; BenchmarkLoad has their checked form.
func BenchmarkParseShipped(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(shippedText)))
	for b.Loop() {
		if len(parseShipped(shippedSource).set.rules) == 0 {
			b.Fatal("no rules")
		}
	}
}
