package main

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

func nameClasses() []*class {
	return []*class{
		{id: "name-variant", doc: "one mention of a name is misspelled", make: nameVariant, alter: nameAltered},
		{id: "two-titles", doc: "one surname with two titles that one person does not hold", make: twoTitles, alter: titleAltered},
		{id: "office-holder", doc: "a president of the United States before or after the term", make: officeHolder},
		{id: "introduced-twice", doc: "a person is introduced again as if for the first time", make: introducedTwice, noted: true},
		{id: "quote-wording", doc: "one quotation in two wordings", make: quoteWording, alter: quoteAltered},
		{id: "quote-speaker", doc: "one quotation with two speakers", make: quoteSpeaker},
	}
}

// nameVariant gives a person p and, for the later mention, v; in section place a
// place x and y.
func nameVariant(g *gen, section string) slots {
	switch section {
	case "person":
		p := g.person()
		wrong := p
		wrong.family = misspell(g, p.family)
		return slots{"p": same(p), "v": {p, wrong}}
	case "given":
		p := g.person()
		for len(p.given) < 6 {
			p = g.person()
		}
		wrong := p
		wrong.given = misspell(g, p.given)
		return slots{"p": same(p), "v": {p, wrong}}
	case "place":
		c := g.pick("city")
		for len(c.first()) < 6 {
			c = g.pick("city")
		}
		return slots{"x": same(c.first()), "y": {c.first(), misspell(g, c.first())}}
	}
	return nil
}

// misspell swaps, drops, doubles or replaces one letter inside a name, neither
// the first nor the last two.
func misspell(g *gen, name string) string {
	for {
		i := g.between(1, len(name)-4)
		wrong := name
		switch g.IntN(4) {
		case 0:
			wrong = name[:i] + name[i+1:i+2] + name[i:i+1] + name[i+2:]
		case 1:
			wrong = name[:i] + name[i+1:]
		case 2:
			wrong = name[:i] + name[i:i+1] + name[i:]
		case 3:
			wrong = name[:i] + swapLetter(g, name[i]) + name[i+1:]
		}
		if wrong != name {
			return wrong
		}
	}
}

// swapLetter returns another letter of the same sort.
func swapLetter(g *gen, c byte) string {
	letters := "bcdfghklmnprstvwz"
	if strings.IndexByte("aeiouy", c) >= 0 {
		letters = "aeiou"
	}
	for {
		if x := letters[g.IntN(len(letters))]; x != c {
			return string(x)
		}
	}
}

var fullName = regexp.MustCompile(`\b[A-Z][a-z]+ ([A-Z][a-z]{5,})\b`)

// nameAltered misspells one later mention of the family name of somebody whom
// the carrier names at least twice.
func nameAltered(g *gen) alteration {
	c := *g.carrier
	c.blocks = append([]block(nil), c.blocks...)
	var all strings.Builder
	for _, b := range c.blocks {
		if b.body {
			all.WriteString(b.text + "\n")
		}
	}
	for _, m := range fullName.FindAllStringSubmatch(all.String(), -1) {
		name := m[1]
		later := regexp.MustCompile(`\b(?:` + name + `) (?:said|told|added|was|had|has)\b`)
		if strings.Count(all.String(), name) < 3 || strings.Contains(all.String(), name+"s") {
			continue
		}
		for i, b := range c.blocks {
			at := later.FindStringIndex(b.text)
			if !b.body || at == nil || strings.HasSuffix(b.text[:at[0]], " ") && fullName.MatchString(lastWord(b.text[:at[0]])+" "+name) {
				continue
			}
			changed := b.text[:at[0]] + misspell(g, name) + b.text[at[0]+len(name):]
			c.blocks[i].text = changed
			return alteration{&c, []string{changed}}
		}
	}
	return alteration{}
}

// lastWord returns the word before the blank that s ends in.
func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	return s[strings.LastIndexAny(s, " \n")+1:]
}

// twoTitles gives a person p, the title a in two forms, and for the later
// mention b and its long form blong.
func twoTitles(g *gen, _ string) slots {
	post := g.pick("post")
	a, b := [2]string{post.get("post"), post.get("long")}, [2]string{post.get("other"), post.get("otherlong")}
	if g.IntN(2) == 0 {
		a, b = b, a
	}
	return slots{"p": same(g.person()), "a": same(a[0]), "along": same(a[1]), "b": {a[0], b[0]}, "blong": {a[1], b[1]}}
}

var titled = regexp.MustCompile(`\b((?:Prime|Foreign|Finance|Defen[cs]e|Interior|Justice|Health) Minister) ((?:[A-Z][a-z]+ )?)([A-Z][a-z]+)\b`)

// titleAltered changes a title that the carrier gives one surname for the second
// time.
func titleAltered(g *gen) alteration {
	c := *g.carrier
	c.blocks = slices.Clone(c.blocks)
	seen := map[string]bool{}
	for i, b := range c.blocks {
		if !b.body {
			continue
		}
		for _, m := range titled.FindAllStringSubmatchIndex(b.text, -1) {
			title, family := b.text[m[2]:m[3]], b.text[m[6]:m[7]]
			if !seen[title+family] {
				seen[title+family] = true
				continue
			}
			other := one(g, "Transport Minister", "Education Minister", "Agriculture Minister")
			c.blocks[i].text = b.text[:m[2]] + other + b.text[m[3]:]
			return alteration{&c, []string{c.blocks[i].text}}
		}
	}
	return alteration{}
}

// officeHolder gives the president's name and a year y, a day d of it in words;
// the wrong year is at least two outside the term.
func officeHolder(g *gen, _ string) slots {
	for {
		x := g.pick("president")
		from, to := mustDay(x.get("from")), mustDay(x.get("to"))
		last := min(to.Year()-1, g.published().Year()-1)
		if last <= from.Year() {
			g.used["president"] = nil
			continue
		}
		right := time.Date(g.between(from.Year()+1, last), time.Month(g.between(1, 12)), g.between(1, 28), 0, 0, 0, 0, time.UTC)
		years := []int{from.Year() - g.between(2, 9)}
		if to.Year()+2 < g.published().Year() {
			years = append(years, min(to.Year()+g.between(2, 9), g.published().Year()-1))
		}
		wrong := time.Date(one(g, years...), right.Month(), right.Day(), 0, 0, 0, 0, time.UTC)
		return slots{"pres": same(x), "d": {right, wrong}}
	}
}

func mustDay(s string) time.Time {
	d, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return d
}

// introducedTwice gives a person p with a trade and an age n; the later mention
// "again" is the family name, or name and introduction once more.
func introducedTwice(g *gen, section string) slots {
	p, trade, city := g.person(), g.pick("trade").first(), g.pick("city").first()
	n := g.between(23, 78)
	full := p.given + " " + p.family
	intro := full + ", " + trade + " from " + city + ","
	if section == "age" {
		intro = full + ", " + grouped(inDigits(n)) + ", " + trade + ","
	}
	return slots{"p": same(p), "trade": same(trade), "city": same(city), "n": same(n), "again": {p.family, intro}}
}

func inDigits(n int) string { s, _ := writeInt(n, "d"); return s }

// quoteWording gives a quotation: whole for the first report, again for the
// second; head and tail are its two clauses, tailagain and headagain those of the
// second report.
func quoteWording(g *gen, _ string) slots {
	right, wrong := quotation(g.pick("quote").first())
	return slots{"whole": same(right.whole()), "again": {right.whole(), wrong.whole()},
		"head": same(right.head), "tail": same(right.tail), "headagain": {right.head, wrong.head}, "p": same(g.person())}
}

// A said is a quotation in two clauses.
type said struct{ head, tail string }

func (s said) whole() string { return s.head + " " + s.tail }

// quotation reads a line of words/quote.tsv.
func quotation(line string) (right, wrong said) {
	choose := func(side int) said {
		s := alternatives.ReplaceAllStringFunc(line, func(m string) string {
			return strings.Split(strings.Trim(m, "[]"), "|")[side]
		})
		head, tail, _ := strings.Cut(s, "^")
		return said{strings.TrimSpace(head), tail}
	}
	return choose(0), choose(1)
}

var alternatives = regexp.MustCompile(`\[[^\]]*\]`)

var longQuote = regexp.MustCompile(`“([^”]{30,})”`)

// quoteAltered leaves a word out of a quotation that the carrier gives for the
// second time.
func quoteAltered(g *gen) alteration {
	c := *g.carrier
	c.blocks = append([]block(nil), c.blocks...)
	seen := map[string]bool{}
	for i, b := range c.blocks {
		for _, m := range longQuote.FindAllStringSubmatchIndex(b.text, -1) {
			q := b.text[m[2]:m[3]]
			key := strings.TrimRight(strings.ToLower(q), ".,")
			if !seen[key] {
				seen[key] = true
				continue
			}
			words := strings.Fields(q)
			n := g.between(1, len(words)-2)
			for len(words[n]) < 4 {
				n = g.between(1, len(words)-2)
			}
			changed := b.text[:m[2]] + strings.Join(slices.Delete(words, n, n+1), " ") + b.text[m[3]:]
			c.blocks[i].text = changed
			return alteration{&c, []string{changed}}
		}
	}
	return alteration{}
}

// quoteSpeaker is quoteWording with a speaker s of the second report.
func quoteSpeaker(g *gen, _ string) slots {
	q, _ := quotation(g.pick("quote").first())
	p, other := g.person(), g.person()
	return slots{"whole": same(q.whole()), "head": same(q.head), "tail": same(q.tail), "p": same(p), "s": {p, other}, "q": same(other)}
}
