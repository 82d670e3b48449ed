package main

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// An alteration is a carrier with one value changed.
type alteration struct {
	carrier *carrier
	changed []string // the passages, as they stand in the changed carrier
}

// A twin is an article with a planted passage, right or wrong.
type twin struct {
	src     string
	planted []text.Span
}

// A plant is one planted error with its right twin.
type plant struct {
	class        *class
	line         int // of the wording; 0: the carrier was altered
	carrier      *carrier
	right, wrong twin
}

// generate returns n planted errors of a class. They depend on nothing but the
// arguments.
func generate(c *class, carriers []*carrier, seed uint64, n int) ([]*plant, error) {
	var out []*plant
	for i := range n {
		h := fnv.New64a()
		fmt.Fprintf(h, "%s/%d", c.id, i)
		g := &gen{Rand: rand.New(rand.NewPCG(seed, h.Sum64())), used: map[string]map[int]bool{}}
		g.carrier = one(g, carriers...)
		if p := altered(c, g, i); p != nil {
			out = append(out, p)
			continue
		}
		p, err := inserted(c, g, c.wordings[i%len(c.wordings)])
		if err != nil {
			return nil, fmt.Errorf("templates/%s.txt:%d: %w", c.id, c.wordings[i%len(c.wordings)].line, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// altered changes the carrier itself in every fourth case of a class that can.
func altered(c *class, g *gen, i int) *plant {
	if c.alter == nil || i%4 != 3 {
		return nil
	}
	a := c.alter(g)
	if a.carrier == nil {
		return nil
	}
	p := &plant{class: c, carrier: g.carrier, right: assemble(g.carrier, "", nil), wrong: assemble(a.carrier, "", nil)}
	for _, s := range a.changed {
		if i := strings.Index(p.wrong.src, s); i >= 0 {
			p.wrong.planted = append(p.wrong.planted, text.Span{Start: i, End: i + len(s)})
		}
	}
	return p
}

// inserted puts the pieces of a wording into the carrier, twice.
func inserted(c *class, g *gen, w wording) (*plant, error) {
	made := c.make(g, w.section)
	if made == nil {
		return nil, fmt.Errorf("no values for section %q", w.section)
	}
	right, wrong := make([]placed, len(w.pieces)), make([]placed, len(w.pieces))
	for i, p := range w.pieces {
		a, b, err := g.fill(p, made)
		if err != nil {
			return nil, err
		}
		right[i], wrong[i] = placed{p.where, a, 0, false}, placed{p.where, b, 0, false}
	}
	for i, at := range g.positions(w.pieces) {
		own := g.IntN(2) == 0 // a paragraph of its own
		right[i].after, wrong[i].after = at, at
		right[i].own, wrong[i].own = own, own
	}
	front := same("")
	if c.front != nil {
		front = c.front(g, made)
	}
	return &plant{class: c, line: w.line, carrier: g.carrier,
		right: assemble(g.carrier, front.right.(string), right),
		wrong: assemble(g.carrier, front.wrong.(string), wrong)}, nil
}

// positions chooses the blocks behind which the pieces stand, in their order.
func (g *gen) positions(pieces []piece) []int {
	var places []int
	for i, b := range g.carrier.blocks {
		if b.body {
			places = append(places, i)
		}
	}
	out := make([]int, len(pieces))
	for i := range out {
		out[i] = one(g, places...)
	}
	slices.Sort(out)
	return out
}

// A placed piece is a text with its place in a carrier.
type placed struct {
	where where
	text  string
	after int  // the block behind which it stands, of body pieces
	own   bool // as a paragraph of its own, else at the end of that block
}

// fill writes a piece for both twins.
func (g *gen) fill(p piece, made slots) (right, wrong string, err error) {
	for i := len(p.parts) - 1; i >= 0; i-- { // "a" and "an" look at what follows
		x := p.parts[i]
		switch x.name {
		case "":
			right, wrong = x.literal+right, x.literal+wrong
			continue
		case "an":
			a, b := indefinite(strings.TrimLeft(right, " “\"")), indefinite(strings.TrimLeft(wrong, " “\""))
			if x.format == "^" {
				a, b = "A"+a[1:], "A"+b[1:]
			}
			right, wrong = a+right, b+wrong
			continue
		}
		v, err := g.value(x.name, made)
		if err != nil {
			return "", "", err
		}
		a, err := write(v.right, x.format)
		if err != nil {
			return "", "", fmt.Errorf("{%s}: %w", x.name, err)
		}
		b, err := write(v.wrong, x.format)
		if err != nil {
			return "", "", fmt.Errorf("{%s}: %w", x.name, err)
		}
		right, wrong = a+right, b+wrong
	}
	return right, wrong, nil
}

// value returns what a slot holds: what the class made, a person for p, q, p2 …,
// or a row of the word list of that name; a digit behind it asks for another.
func (g *gen) value(name string, made slots) (pair, error) {
	v, ok := made[name]
	if ok {
		return v, nil
	}
	list := strings.TrimRight(name, "0123456789")
	switch {
	case list == "p" || list == "q":
		v = same(g.person())
	case lists[list] != nil:
		v = same(g.pick(list))
	default:
		return v, fmt.Errorf("nothing fills {%s}", name)
	}
	made[name] = v
	return v, nil
}

// assemble writes an article with front matter and says where the pieces stand.
func assemble(c *carrier, front string, pieces []placed) twin {
	var b strings.Builder
	var t twin
	plant := func(s string) {
		t.planted = append(t.planted, text.Span{Start: b.Len(), End: b.Len() + len(s)})
		b.WriteString(s)
	}
	fmt.Fprintf(&b, "---\npublished: %s\n%s---\n", c.published.Format("2006-01-02"), front)
	headline := slices.IndexFunc(pieces, func(p placed) bool { return p.where == inHeadline })
	switch {
	case headline >= 0:
		b.WriteString("# ")
		plant(pieces[headline].text)
		b.WriteString("\n\n")
	case c.headline != "":
		b.WriteString("# " + c.headline + "\n\n")
	}
	for _, p := range pieces {
		if p.where == inLead {
			plant(p.text)
			b.WriteString("\n\n")
		}
	}
	for i, block := range c.blocks {
		b.WriteString(block.text)
		for _, p := range pieces {
			if p.where != inBody || p.after != i {
				continue
			}
			if p.own {
				b.WriteString("\n\n")
			} else {
				b.WriteString(" ")
			}
			plant(p.text)
		}
		b.WriteString("\n\n")
	}
	t.src = b.String()
	return t
}

// parse reads a twin as the command would.
func (t *twin) parse(name string) (*article.Article, error) {
	all, err := article.Parse(name, []byte(t.src))
	if err != nil {
		return nil, err
	}
	return all[0], nil
}
