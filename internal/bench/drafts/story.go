package main

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed stories/*.txt
var storyFiles embed.FS

// A story is what sources and drafts are made of; README.md says how it is written.
type story struct {
	name    string
	sources []time.Time // days of publication
	draft   time.Time
	facts   []fact
}

// A fact is one thing that sources tell, with its rewordings.
type fact struct {
	said    []sentence // of the sources
	reworks [levels]template
	planted []planted // sentences that sources have only for a slip
}

type sentence struct {
	source int // from 0
	text   template
}

type planted struct {
	kind string
	sentence
}

// A level is how far a draft is from its sources.
type level int

const (
	copied level = iota
	light
	heavy
	levels
)

func (l level) String() string { return [...]string{"copy", "light", "heavy"}[l] }

// A template is text with holes.
type template []piece

// A piece is text, or a hole if it has a kind.
type piece struct{ right, wrong, kind string }

func parseTemplate(s string) (template, error) {
	var out template
	for {
		before, rest, open := strings.Cut(s, "{")
		out = append(out, piece{right: before})
		if !open {
			return out, nil
		}
		hole, after, closed := strings.Cut(rest, "}")
		k := strings.LastIndexByte(hole, ':')
		right, wrong, ok := strings.Cut(hole[:max(k, 0)], "|")
		if !closed || k < 0 || !ok {
			return nil, fmt.Errorf("a hole is {right|wrong:kind}, not {%s}", hole)
		}
		out = append(out, piece{right, wrong, hole[k+1:]})
		s = after
	}
}

// kinds returns the kinds of slips that a template can have.
func (t template) kinds() []string {
	var out []string
	for _, p := range t {
		if p.kind != "" && !slices.Contains(out, p.kind) {
			out = append(out, p.kind)
		}
	}
	return out
}

func loadStories() ([]*story, error) {
	files, err := storyFiles.ReadDir("stories")
	if err != nil {
		return nil, err
	}
	var out []*story
	for _, f := range files {
		src, err := storyFiles.ReadFile("stories/" + f.Name())
		if err != nil {
			return nil, err
		}
		s := &story{name: strings.TrimSuffix(path.Base(f.Name()), ".txt")}
		for n, line := range strings.Split(string(src), "\n") {
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("stories/%s:%d: %w", f.Name(), n+1, err)
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// add reads a line.
func (s *story) add(line string) error {
	key, rest, _ := strings.Cut(line, " ")
	switch {
	case key == "":
		s.facts = append(s.facts, fact{})
		return nil
	case key == "source" || key == "draft":
		day, err := time.Parse(time.DateOnly, rest[strings.LastIndexByte(rest, ' ')+1:])
		if key == "draft" {
			s.draft = day
		} else {
			s.sources = append(s.sources, day)
		}
		return err
	}
	f := &s.facts[len(s.facts)-1]
	if key == "plant" {
		kind, said, _ := strings.Cut(rest, " ")
		at, words, _ := strings.Cut(said, " ")
		x, err := said1(at, words)
		f.planted = append(f.planted, planted{kind, x})
		return err
	}
	for l := light; l < levels; l++ {
		if key == l.String() {
			t, err := parseTemplate(rest)
			f.reworks[l] = t
			return err
		}
	}
	x, err := said1(key, rest)
	if f.said = append(f.said, x); f.reworks[copied] == nil {
		f.reworks[copied] = x.text
	}
	return err
}

func said1(at, words string) (sentence, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(at, "s"))
	if err != nil {
		return sentence{}, fmt.Errorf("unknown line %q", at)
	}
	t, err := parseTemplate(words)
	return sentence{n - 1, t}, err
}
