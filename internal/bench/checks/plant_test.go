package main

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"factcheck/internal/article"
)

func classesAndCarriers(t testing.TB) ([]*class, []*carrier) {
	t.Helper()
	classes, err := loadClasses()
	if err != nil {
		t.Fatal(err)
	}
	carriers, err := ownCarriers()
	if err != nil {
		t.Fatal(err)
	}
	return classes, carriers
}

// Every class has at least 25 wordings, none of them twice.
func TestWordings(t *testing.T) {
	classes, _ := classesAndCarriers(t)
	for _, c := range classes {
		if len(c.wordings) < 25 {
			t.Errorf("%s: %d wordings", c.id, len(c.wordings))
		}
		src, err := data.ReadFile("templates/" + c.id + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		section := ""
		for line := range strings.Lines(string(src)) {
			if strings.HasPrefix(line, "[") {
				section = line
			}
			if seen[section+line] {
				t.Errorf("%s: twice: %s", c.id, line)
			}
			seen[section+line] = true
		}
	}
}

// What is generated depends on the seed and on nothing else.
func TestDeterministic(t *testing.T) {
	classes, carriers := classesAndCarriers(t)
	for _, c := range classes {
		write := func(seed uint64) string {
			plants, err := generate(c, carriers, seed, 30)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, p := range plants {
				b.WriteString(p.right.src + p.wrong.src)
			}
			return b.String()
		}
		first, again := write(7), write(7)
		if first != again {
			t.Errorf("%s: two runs with one seed differ", c.id)
		}
		if first == write(8) {
			t.Errorf("%s: two seeds give the same", c.id)
		}
	}
}

// Twins differ, and only inside the planted passages and, where the class says
// so, in the front matter.
func TestTwins(t *testing.T) {
	classes, carriers := classesAndCarriers(t)
	for _, c := range classes {
		plants, err := generate(c, carriers, 1, 3*len(c.wordings))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plants {
			if p.right.src == p.wrong.src {
				t.Errorf("%s:%d: the twins are equal: %s", c.id, p.line, p.right.passage())
			}
			if strings.ContainsAny(p.right.passage(), "{}\x01\x02\x03") {
				t.Errorf("%s:%d: an open slot: %s", c.id, p.line, p.right.passage())
			}
			if p.line > 0 && c.front == nil && p.right.rest() != p.wrong.rest() {
				t.Errorf("%s:%d: the twins differ outside the passages", c.id, p.line)
			}
			if len(p.wrong.planted) == 0 {
				t.Errorf("%s:%d: nothing is planted", c.id, p.line)
			}
		}
	}
}

// rest is the article without the planted passages.
func (t *twin) rest() string {
	s := t.src
	for i := len(t.planted) - 1; i >= 0; i-- {
		s = s[:t.planted[i].Start] + s[t.planted[i].End:]
	}
	return s
}

// Classes that can alter a carrier do so in our own.
func TestAltered(t *testing.T) {
	classes, carriers := classesAndCarriers(t)
	for _, c := range classes {
		if c.alter == nil || c.id == "two-titles" { // no carrier of ours names a title twice
			continue
		}
		n := 0
		for i, carrier := range carriers {
			g := &gen{Rand: rand.New(rand.NewPCG(1, uint64(i))), carrier: carrier, used: map[string]map[int]bool{}}
			if a := c.alter(g); a.carrier != nil {
				n++
				if assemble(a.carrier, "", nil).src == assemble(carrier, "", nil).src {
					t.Errorf("%s in %s: nothing is changed", c.id, carrier.id)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s alters no carrier", c.id)
		}
	}
}

// The carriers' leads name the weekday of publication, and no rule that ships
// finds anything in them.
func TestCarriers(t *testing.T) {
	_, carriers := classesAndCarriers(t)
	if len(carriers) < 12 {
		t.Errorf("%d carriers", len(carriers))
	}
	m, err := newMeasure(carriers)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range carriers {
		if w := c.published.Weekday().String(); !strings.Contains(c.blocks[0].text+c.blocks[1].text, w) {
			t.Errorf("%s: the lead does not name %s", c.id, w)
		}
		for what := range m.bare[c] {
			t.Errorf("%s: %s", c.id, strings.ReplaceAll(what, "\x00", ": "))
		}
	}
}

// A carrier keeps its paragraphs; only those of the body are planted behind.
func TestNewCarrier(t *testing.T) {
	src := "---\npublished: 2013-01-15\n---\n# A headline\n\nThe council met on Tuesday and talked for a long time about roads.\n\nIt will meet again in spring, when the snow has gone from the roads.\n\nRelated: roads\n"
	all, err := article.Parse("a.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	c := newCarrier(all[0])
	if c == nil || c.headline != "A headline" || len(c.blocks) != 3 || !c.blocks[0].body || c.blocks[2].body {
		t.Fatalf("carrier %+v", c)
	}
	if !c.published.Equal(time.Date(2013, 1, 15, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("published %s", c.published)
	}
	if got := assemble(c, "", nil).src; got != strings.TrimSuffix(src, "\n")+"\n\n" {
		t.Errorf("assembled anew:\n%s", got)
	}
}

func TestParsePiece(t *testing.T) {
	for _, s := range []string{"{n", "H>The {thing"} {
		if _, err := parsePiece(s); err == nil {
			t.Errorf("%q: no error", s)
		}
	}
}
