package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"factcheck/internal/lexicon"
	"factcheck/internal/syntax/tag"
)

// readLists returns, by ID, what our lists say of a word: the lexicon in one
// folder, the lists of open classes in the other.
func readLists(lexiconData, lists string) (map[uint32]tag.Facts, error) {
	g := &gatherer{facts: map[uint32]tag.Facts{}}
	for name, add := range map[string]func(string){
		"verbs.txt": g.verb, "nouns.txt": g.noun, "adjectives.txt": g.as(tag.Adjective), "adverbs.txt": g.as(tag.Adverb), "names.txt": g.as(tag.Name),
	} {
		g.words(filepath.Join(lists, name), add)
	}
	row := func(name string, add func(fields []string)) { g.rows(filepath.Join(lexiconData, name), add) }
	row("irregular.tsv", g.irregular)
	row("plurals.tsv", func(f []string) {
		g.add(f[1], tag.Noun)
		if f[1] != "-" && f[1] != f[0] {
			g.add(f[0], tag.Plural)
		}
	})
	row("clausewords.tsv", g.clauseWord)
	row("happenings.tsv", func(f []string) {
		if !strings.Contains(f[2], "noun") {
			g.verb(f[0])
		}
		for noun := range strings.SplitSeq(f[1], "|") {
			g.noun(noun)
		}
	})
	row("sayings.tsv", func(f []string) { g.verb(f[0]) })
	row("personwords.txt", func(f []string) { g.noun(f[0]) })
	row("roles.tsv", func(f []string) { g.last(f[0], g.noun) })
	row("units.tsv", func(f []string) { g.last(f[0], g.as(tag.Noun)) })
	row("numberwords.tsv", func(f []string) { g.add(f[0], tag.Number) })
	row("closedwords.txt", func(f []string) { g.add(f[0], tag.Closed) })
	row("functionwords.txt", func(f []string) { g.add(f[0], tag.Closed) })
	row("orgwords.txt", func(f []string) { g.add(f[0], tag.Organisation) })
	row("officeholders.tsv", func(f []string) { g.parts(f[1], tag.Name) })
	row("places.tsv", g.place)
	return g.facts, g.err
}

// A gatherer collects facts.
type gatherer struct {
	facts map[uint32]tag.Facts
	err   error
}

func (g *gatherer) add(word string, f tag.Facts) {
	if word != "" && word != "-" && !strings.Contains(word, " ") {
		g.facts[tag.IDOf(word)] |= f
	}
}

func (g *gatherer) as(f tag.Facts) func(string) { return func(word string) { g.add(word, f) } }

// parts adds a tag.Facts of every capitalised word of a name.
func (g *gatherer) parts(name string, f tag.Facts) {
	for word := range strings.FieldsSeq(name) {
		if unicode.IsUpper([]rune(word)[0]) {
			g.add(word, f)
		}
	}
}

// last gives the last word of a phrase to add.
func (g *gatherer) last(phrase string, add func(string)) {
	words := strings.Fields(phrase)
	if len(words) > 0 {
		add(words[len(words)-1])
	}
}

// verb adds a regular verb with its forms, as far as the lexicon leads them
// back to it.
func (g *gatherer) verb(base string) {
	if base == "-" || base == "" {
		return
	}
	g.add(base, tag.Base)
	stems := []string{base, strings.TrimSuffix(base, "e"), base + base[len(base)-1:]}
	for _, stem := range stems {
		g.form(base, stem+"ed", tag.Past)
		g.form(base, stem+"ing", tag.Ing)
	}
	g.form(base, strings.TrimSuffix(base, "y")+"ied", tag.Past)
	for _, third := range []string{base + "s", base + "es", strings.TrimSuffix(base, "y") + "ies"} {
		g.form(base, third, tag.Third)
	}
}

func (g *gatherer) form(base, form string, f tag.Facts) {
	if form != base && lexicon.Lemma(form) == base {
		g.add(form, f)
	}
}

func (g *gatherer) noun(singular string) {
	if singular == "-" || singular == "" {
		return
	}
	g.add(singular, tag.Noun)
	for _, plural := range []string{singular + "s", singular + "es", strings.TrimSuffix(singular, "y") + "ies"} {
		if got, ok := lexicon.Singular(plural); ok && got == singular {
			g.add(plural, tag.Plural)
		}
	}
}

func (g *gatherer) irregular(f []string) {
	if f[1] == "-" {
		return
	}
	g.verb(f[0])
	for form := range strings.SplitSeq(f[1], "|") {
		switch class := lexicon.ClauseWord(form); {
		case strings.HasSuffix(form, "ing"):
			g.add(form, tag.Ing)
		case class.Is(lexicon.WordIs | lexicon.WordHas | lexicon.WordDoes):
			g.add(form, tag.Third) // are, am
		case class.Is(lexicon.WordWas):
			g.add(form, tag.Preterite)
		case strings.HasSuffix(form, "s"):
			g.add(form, tag.Third)
		case class.Is(lexicon.WordParticiple):
			g.add(form, tag.Participle)
		case class.Is(lexicon.WordPreterite):
			g.add(form, tag.Preterite)
		default:
			g.add(form, tag.Past)
		}
	}
}

func (g *gatherer) clauseWord(f []string) {
	switch class := lexicon.ClauseWord(f[0]); {
	case class.Is(lexicon.WordPast):
		g.add(f[0], tag.Past|tag.Base)
	case class.Is(lexicon.WordAhead):
		g.verb(f[0])
	case class.Is(lexicon.WordParticiple):
		g.add(f[0], tag.Participle)
	case class.Is(lexicon.WordPreterite):
		g.add(f[0], tag.Preterite)
	case class.Is(lexicon.WordAdverb):
		g.add(f[0], tag.Adverb)
	}
}

func (g *gatherer) place(f []string) {
	g.parts(f[0], tag.Place)
	for _, field := range f[1:] {
		for word := range strings.SplitSeq(field, "|") {
			if _, ok := lexicon.Places().Demonym(word); ok {
				g.add(word, tag.Demonym)
			}
		}
	}
}

// words reads a list of words between blanks, with lines of #.
func (g *gatherer) words(path string, add func(string)) {
	for line := range strings.Lines(g.read(path)) {
		if !strings.HasPrefix(line, "#") {
			for word := range strings.FieldsSeq(line) {
				add(word)
			}
		}
	}
}

// rows reads a file of the lexicon, with its header.
func (g *gatherer) rows(path string, add func(fields []string)) {
	columns := 0
	for line := range strings.Lines(g.read(path)) {
		line = strings.TrimRight(line, "\r\n")
		fields := strings.Split(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case columns == 0:
			columns = len(fields)
		case len(fields) != columns:
			g.err = fmt.Errorf("%s: row %q has %d columns, want %d", path, line, len(fields), columns)
		default:
			add(fields)
		}
	}
}

func (g *gatherer) read(path string) string {
	data, err := os.ReadFile(path)
	if err != nil && g.err == nil {
		g.err = err
	}
	return string(data)
}
