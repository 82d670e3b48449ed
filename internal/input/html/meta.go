package html

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what a page says of itself for programs.
type facts struct {
	titles  []string // the best first
	outlet  string
	address string // canonical
	dates   []date // in order of precedence
}

// A date is one statement of when the page was published.
type date struct {
	text string
	from string // where it stands, in a few words
}

// A field is the name of a meta element or an itemprop, by what it gives.
//
//go:embed fields.tsv
var fieldsFile string

// fieldTables are the names of fields.tsv, kind by kind, in order of precedence.
var fieldTables = sync.OnceValue(func() map[string][]string { return readFields(fieldsFile) })

func readFields(file string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(file) {
		kind, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(kind, "#") {
			out[kind] = append(out[kind], name)
		}
	}
	return out
}

// A gatherer collects what the page says, in the order of the page.
type gatherer struct {
	meta  map[string]string // by name in small letters; the first of each
	props map[string]string // itemprop of elements that are not of another article
	times []date            // time elements marked as the publication
	ld    []*newsArticle
	facts facts
	title string // of the title element
}

func (p *page) readFacts() facts {
	g := gatherer{meta: map[string]string{}, props: map[string]string{}}
	g.walk(p.root)
	return g.finish()
}

func (g *gatherer) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			g.element(c)
			g.walk(c)
		}
	}
}

func (g *gatherer) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		g.metaElement(n)
	case atom.Link:
		if attribute(n, "rel") == "canonical" && g.facts.address == "" {
			g.facts.address = attribute(n, "href")
		}
	case atom.Title:
		if g.title == "" && n.FirstChild != nil {
			g.title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") && n.FirstChild != nil {
			g.ld = append(g.ld, newsArticles(n.FirstChild.Data)...)
		}
	case atom.Time:
		g.timeElement(n)
	default:
		if prop := strings.ToLower(attribute(n, "itemprop")); prop != "" {
			g.keep(g.props, prop, itemValue(n))
		}
	}
}

func (g *gatherer) keep(into map[string]string, name, value string) {
	if value = strings.TrimSpace(value); value != "" && into[name] == "" {
		into[name] = value
	}
}

func (g *gatherer) metaElement(n *html.Node) {
	content := attribute(n, "content")
	for _, key := range []string{"property", "name", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(attribute(n, key))); name != "" {
			g.keep(g.meta, name, content)
		}
	}
	if prop := strings.ToLower(attribute(n, "itemprop")); prop != "" {
		g.keep(g.props, prop, content)
	}
}

func (g *gatherer) timeElement(n *html.Node) {
	value := attribute(n, "datetime")
	prop := strings.ToLower(attribute(n, "itemprop"))
	_, pubdate := attributeOk(n, "pubdate")
	words := strings.ToLower(attribute(n, "class") + " " + prop)
	switch {
	case value == "":
	case strings.Contains(words, "modif") || strings.Contains(words, "updat"):
	case pubdate || strings.Contains(words, "publish"):
		g.times = append(g.times, date{value, "time element"})
	}
}

func attributeOk(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func itemValue(n *html.Node) string {
	for _, key := range []string{"content", "datetime"} {
		if v := attribute(n, key); v != "" {
			return v
		}
	}
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode && n.FirstChild.NextSibling == nil {
		return n.FirstChild.Data
	}
	return ""
}

// finish puts what was found in order.
func (g *gatherer) finish() facts {
	f := g.facts
	if own := g.ownArticle(); own != nil {
		f.title(own.headline)
		f.outlet = own.outlet
		f.date(own.published, "JSON-LD datePublished")
	}
	for _, name := range fieldTables()["title"] {
		f.title(g.meta[name])
	}
	f.title(g.title)
	for _, name := range fieldTables()["published"] {
		f.date(g.meta[name], "meta "+name)
	}
	for _, name := range fieldTables()["itemprop"] {
		f.date(g.props[name], "itemprop "+name)
	}
	for _, t := range g.times {
		f.date(t.text, t.from)
	}
	for _, name := range fieldTables()["outlet"] {
		if f.outlet == "" {
			f.outlet = g.meta[name]
		}
	}
	if f.address == "" {
		f.address = g.meta["og:url"]
	}
	return f
}

func (f *facts) title(s string) {
	if s = strings.Join(strings.Fields(html.UnescapeString(s)), " "); s != "" {
		f.titles = append(f.titles, s)
	}
}

func (f *facts) date(text, from string) {
	if text = strings.TrimSpace(text); text != "" {
		f.dates = append(f.dates, date{text, from})
	}
}

// ownArticle returns the node of JSON-LD that is the page's story: the one whose
// headline is a title of the page, else the one with most fields, if their
// days agree; the page is of none where others are told apart by nothing.
func (g *gatherer) ownArticle() *newsArticle {
	var titles []string
	for _, name := range fieldTables()["title"] {
		titles = append(titles, g.meta[name])
	}
	titles = append(titles, g.title)
	var first *newsArticle
	for _, a := range g.ld {
		if a.published == "" {
			continue
		}
		for _, t := range titles {
			if t != "" && a.headline != "" && alike(t, a.headline) {
				return a
			}
		}
		if first == nil {
			first = a
		}
	}
	for _, a := range g.ld {
		if first != nil && a.published != "" && dayOf(a.published) != dayOf(first.published) {
			return nil
		}
	}
	return first
}

// dayOf is the part of an ISO date that names the day.
func dayOf(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// alike reports whether one title holds the other, apart from case and marks.
func alike(a, b string) bool {
	a, b = letters(a), letters(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a) && len(b) >= 20)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0xc0 || r >= 0x2000 && r < 0x2100 {
			return -1
		}
		return r
	}, strings.ToLower(html.UnescapeString(s)))
}
