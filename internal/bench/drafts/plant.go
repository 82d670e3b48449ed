package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A draft is one text beside its sources, with a slip or without.
type draft struct {
	story      string
	level      level
	kind       string // of the slip, "" for none
	text       string
	from, to   int // the sentence of the slip, in text
	sources    []string
	word, lost string // what stands there, and what should
}

// A filling is the names and numbers of one seed.
type filling struct {
	*rand.Rand
	names map[string]string
}

var (
	firstNames = strings.Fields("Anneke Tobias Miriam Ruben Sigrid Casper Leonie Anton Paula Henrik Judith Marek Odile Konrad Esther Livia")
	surnames   = strings.Fields("Verhagen Lindqvist Okonjo Castellan Drummond Brezina Halloran Fontaine Ashworth Krasniqi Mellor Pemberton Salvesen Thorburn Wexford Zielinska")
	towns      = strings.Fields("Aldermoor Brackwater Corvenna Dunholt Eastwick Fellgate Grimsund Hollaby Istrane Kettlewick Lowmarket Millbrae")
)

func newFilling(seed uint64) *filling {
	f := &filling{rand.New(rand.NewPCG(seed, 1)), map[string]string{}}
	first, last, town := f.Perm(len(firstNames)), f.Perm(len(surnames)), f.Perm(len(towns))
	for i, key := range strings.Split("ABCDEF", "") {
		name, second := firstNames[first[i]], surnames[last[i]]
		f.names["<"+key+">"] = name + " " + second
		f.names["<"+key+"~>"] = name + " " + f.slip(second, surnames[last[i+6]])
	}
	for i, key := range strings.Split("TUVW", "") {
		f.names["<"+key+">"] = towns[town[i]]
	}
	return f
}

// slip is a name with two letters swapped, one left out, or another name.
func (f *filling) slip(name, other string) string {
	k := 2 + f.IntN(len(name)-4)
	switch f.IntN(3) {
	case 0:
		if name[k] != name[k+1] {
			return name[:k] + name[k+1:k+2] + name[k:k+1] + name[k+2:]
		}
		fallthrough
	case 1:
		return name[:k] + name[k+1:]
	}
	return other
}

func (f *filling) fill(s string) string {
	for key, name := range f.names {
		s = strings.ReplaceAll(s, key, name)
	}
	return s
}

// wrong draws a number for one in figures or in words that it cannot round.
func (f *filling) wrong(right string) string {
	digits := strings.ReplaceAll(right, ",", "")
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return []string{"seven", "nine", "eleven"}[f.IntN(3)]
	}
	for {
		m := n * (.5 + 1.4*f.Float64())
		out := strconv.FormatFloat(m, 'f', decimals(digits), 64)
		if d := m/n - 1; (d > .12 || d < -.12) && out != digits {
			return grouped(out)
		}
	}
}

func decimals(s string) int {
	if k := strings.IndexByte(s, '.'); k >= 0 {
		return len(s) - k - 1
	}
	return 0
}

func grouped(s string) string {
	if decimals(s) == 0 && len(s) > 3 {
		return s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

// write fills a template, with the slip of a kind if it has one.
func (f *filling) write(t template, kind string) (out, word, lost string) {
	var b strings.Builder
	for _, p := range t {
		if p.kind == "" || p.kind != kind || word != "" {
			b.WriteString(p.right)
			continue
		}
		word, lost = p.wrong, p.right
		if word == "*" {
			word = f.wrong(p.right)
		}
		b.WriteString(word)
	}
	return f.fill(b.String()), f.fill(word), f.fill(lost)
}

// drafts makes a draft for every slip that a story can have at a level, and one
// without a slip.
func (s *story) drafts(l level, seed uint64) []*draft {
	out := []*draft{s.write(l, seed, -1, "")}
	for i := range s.facts {
		for _, kind := range s.facts[i].reworks[l].kinds() {
			out = append(out, s.write(l, seed, i, kind))
		}
	}
	return out
}

func (s *story) write(l level, seed uint64, at int, kind string) *draft {
	f := newFilling(seed)
	d := &draft{story: s.name, level: l, kind: kind, sources: make([]string, len(s.sources))}
	for k, day := range s.sources {
		d.sources[k] = head("source "+strconv.Itoa(k+1), day)
	}
	d.text = head("draft", s.draft)
	for i := range s.facts {
		fact := &s.facts[i]
		for _, x := range fact.said {
			d.say(x.source, f, x.text)
		}
		slip := ""
		if i == at {
			slip = kind
			for _, p := range fact.planted {
				if p.kind == kind {
					d.say(p.source, f, p.text)
				}
			}
		}
		text, word, lost := f.write(fact.rework(l, slip), slip)
		if i == at {
			d.from, d.to, d.word, d.lost = len(d.text), len(d.text)+len(text), word, lost
		}
		d.text += text + "\n\n"
	}
	return d
}

// rework returns the wording of a level. A relative time that is copied honestly is
// put right, as light rewording does.
func (f *fact) rework(l level, slip string) template {
	if l == copied && slip != stale && slices.Contains(f.reworks[l].kinds(), stale) {
		l = light
	}
	return f.reworks[l]
}

// stale is the kind of slip that is made by copying.
const stale = "stale"

// say gives a sentence to a source.
func (d *draft) say(source int, f *filling, t template) {
	text, _, _ := f.write(t, "")
	d.sources[source] += text + "\n\n"
}

func head(name string, day time.Time) string {
	return fmt.Sprintf("---\nid: %s\npublished: %s\n---\n", name, day.Format(time.DateOnly))
}
