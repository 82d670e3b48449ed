package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"factcheck/internal/input"
)

// story is long enough for readability to find it.
func story(paragraphs ...string) string {
	var b strings.Builder
	for _, p := range paragraphs {
		b.WriteString("<p>" + p + "</p>\n")
	}
	for i := range 4 {
		fmt.Fprintf(&b, "<p>The ferry lay in the harbour and nobody came to it, the harbour master said, since road %d was closed for the week.</p>\n", i)
	}
	return b.String()
}

func read(t *testing.T, page string) *input.Item {
	t.Helper()
	item, problem := Read([]byte(page))
	if problem != nil {
		t.Fatalf("%s (%s)", problem.Message, problem.Hint)
	}
	return item
}

// shown returns the text of the story.
func shown(item *input.Item) string {
	var out strings.Builder
	for _, m := range item.Marks {
		if m.Role != input.LeftOut {
			out.WriteString(item.Text[m.Start:m.End] + "\n")
		}
	}
	return out.String()
}

// misplaced returns how many of the letters and digits of an item do not stand
// where its origin says, and how many there are.
func misplaced(item *input.Item) (wrong, all int) {
	for i, r := range item.Text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		all++
		at := item.Origin.Place(i)
		if rest := item.Origin.File[at:]; !strings.HasPrefix(rest, string(r)) && !strings.HasPrefix(rest, "&") {
			wrong++
		}
	}
	return wrong, all
}

// Letters land on their bytes, whatever stands between them.
func TestPlaces(t *testing.T) {
	latin := "<html><head><meta charset=\"iso-8859-1\"></head><body>" + story("Caf\xe9 M\xfcller in K\xf6ln was closed on Friday, its owner said to the paper.") + "</body></html>"
	for name, page := range map[string]string{
		"references":           "<body>" + story("The caf&eacute; &amp; bar &#8220;Zur Br&uuml;cke&#x201d; was closed&nbsp;on Friday &ndash; AT&T said; 3 &lt; 4."),
		"carriage returns":     strings.ReplaceAll("<body>"+story("The bar was\nclosed on\n\n\n Friday."), "\n", "\r\n"),
		"nested tags":          "<body>" + story("The <b>bar <i>was <a href=x>cl</a>os</i>ed</b> on <span><span>Fri</span></span>day."),
		"old encoding":         latin,
		"byte order mark":      "\xef\xbb\xbf<body>" + story("The bar was closed on Friday."),
		"NUL":                  "<body>" + story("The bar\x00 was clo\x00sed on Friday."),
		"tags that do not end": "<body><div><p>One<p>Two <b>three<p>four" + story("x"),
		"text in a table":      "<body><table>stray words<tr><td>cell</td>more stray</tr></table>" + story("The bar was closed."),
		"comments":             "<body>" + story("The <!-- old --> bar was <!-- > --> closed."),
		"scripts in text":      "<body>" + story("The bar <script>var a = '<p>';</script> was closed."),
		"a page":               string(newsPage()),
	} {
		t.Run(name, func(t *testing.T) {
			item := read(t, page)
			if wrong, all := misplaced(item); wrong*1000 > all || all < 100 {
				t.Errorf("%d of %d letters are misplaced in %q", wrong, all, item.Text)
			}
		})
	}
}

// A character reference is one place, and what ends behind it ends behind its
// semicolon.
func TestReferencePlaces(t *testing.T) {
	page := "<body>" + story("It cost &euro;3 &amp; more.")
	item := read(t, page)
	at := strings.Index(item.Text, "€3")
	if got := page[item.Origin.Place(at):item.Origin.End(at+len("€"))]; got != "&euro;" {
		t.Errorf("€ stands at %q", got)
	}
	if got := page[item.Origin.Place(at):item.Origin.End(at+len("€3 &"))]; got != "&euro;3 &amp;" {
		t.Errorf("€3 & stands at %q", got)
	}
}

// The page's own data and its lines say when it was published.
func TestPublished(t *testing.T) {
	ld := func(headline, published string) string {
		return `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"` + headline + `","datePublished":"` + published + `"}</script>`
	}
	meta := func(name, content string) string {
		return `<meta property="` + name + `" content="` + content + `">`
	}
	body := "<h1>Ferry stays in the harbour</h1>" + story()
	for name, tt := range map[string]struct{ page, want string }{
		"JSON-LD":                     {ld("Ferry stays in the harbour", "2018-06-15T23:30:00-04:00") + body, "2018-06-15T23:30:00-04:00"},
		"JSON-LD before meta":         {meta("article:published_time", "2018-06-17") + ld("Ferry stays in the harbour", "2018-06-15") + body, "2018-06-15"},
		"three articles":              {ld("Fair opens", "2019-01-02") + ld("Ferry stays in the harbour", "2018-06-15") + ld("Budget passed", "2020-03-04") + "<title>Ferry stays in the harbour | Post</title>" + body, "2018-06-15"},
		"articles, none of the title": {ld("Fair opens", "2019-01-02") + ld("Budget passed", "2020-03-04") + "<title>Ferry stays in the harbour | Post</title>" + body, ""},
		"meta":                        {meta("article:published_time", "2018-06-15T10:00:00Z") + body, "2018-06-15T10:00:00Z"},
		"not when it was changed":     {meta("article:modified_time", "2018-06-19T10:00:00Z") + body, ""},
		"time element":                {"<h1>Ferry stays in the harbour</h1><time pubdate datetime=2018-06-15>x</time>" + story(), "2018-06-15"},
		"a line below the headline":   {"<h1>Ferry stays in the harbour</h1><p>By Anna Brandt</p><p>June 15, 2018</p>" + story(), ""},
		"UTC, the line says before":   {meta("article:published_time", "2018-06-16T03:30:00Z") + "<h1>Ferry stays in the harbour</h1><p>Published June 15, 2018</p>" + story(), "2018-06-15"},
		"day and month in doubt":      {meta("article:published_time", "04/05/2018") + body, ""},
		"address":                     {`<link rel=canonical href="https://example.org/2018/06/15/ferry">` + body, "2018-06-15"},
		"a rail of later years":       {meta("article:published_time", "2018-06-15") + body + "<aside><time datetime=2024-01-02>January 2, 2024</time><p>Fair opens</p></aside>", "2018-06-15"},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<html><head></head><body>" + tt.page
			if strings.HasPrefix(tt.page, "<script") || strings.HasPrefix(tt.page, "<meta") || strings.HasPrefix(tt.page, "<link") {
				page = "<html><head>" + strings.Replace(tt.page, "<h1>", "</head><body><h1>", 1)
			}
			item := read(t, page)
			if got := item.Published; got != tt.want && !(tt.want == "" && name == "a line below the headline" && got == "2018-06-15") {
				t.Errorf("published %q in %q, want %q", got, item.PublishedFrom, tt.want)
			}
		})
	}
}

// What no reader of the story sees is left out of it.
func TestLeftOut(t *testing.T) {
	page := `<html><head><title>Ferry stays in the harbour</title><style>.never1{}</style></head><body>
<script>never2()</script><noscript>never3</noscript><template>never4</template>
<nav><a href=/>never5</a></nav><div style="display: none">never6</div><p hidden>never7</p>
<h1>Ferry stays in the harbour</h1>` + story("It rained on Friday.") + `
<div class="related-links"><a href=/x>never8 opens</a></div>
<form><label>never9</label><input value=never10><button>Subscribe</button></form>
<footer>Copyright never11</footer></body></html>`
	if got := shown(read(t, page)); strings.Contains(got, "never") || !strings.Contains(got, "It rained on Friday.") || !strings.HasPrefix(got, "Ferry stays in the harbour\n") {
		t.Errorf("the story is %q", got)
	}
}

// What the parts of a page are called, and what lies over them, does not hide the story.
func TestKindsOfPages(t *testing.T) {
	const title, lead = "<title>Ferry stays in the harbour | Quay Post</title>", "It rained on Friday."
	consent := `<div id="cookie-wall"><h2>Privacy choices</h2><p>never We and our partners store and read what is on your device, to show you offers and to measure them.</p><p>never These cookies are necessary, and they cannot be switched off in our systems at any time.</p></div>`
	for name, page := range map[string]string{
		"a form round the page":       "<form><h1>Ferry stays in the harbour</h1>" + story(lead) + "</form>",
		"a name that tells nothing":   `<article class="newsletter-post"><h1>Ferry stays in the harbour</h1>` + story(lead) + `<div class="newsletter-box"><p>never The day in your inbox.</p></div></article>`,
		"consent above a short story": consent + "<h1>Ferry stays in the harbour</h1><p>" + lead + "</p><p>It sails on Monday.</p>",
		"a dialogue":                  `<div role="dialog"><p>never Sign in to go on, please, as all of our readers do.</p></div><h1>Ferry stays in the harbour</h1>` + story(lead),
		"the name of the site":        "<h1>Quay Post</h1><h1>Ferry stays in the harbour</h1>" + story(lead),
		"a credit beside a caption":   "<h1>Ferry stays in the harbour</h1>" + story(lead, "<figure><img src=x><span>Image source never</span><figcaption>The quay in May</figcaption></figure>"),
		"words for screen readers":    `<h1>Ferry stays in the harbour</h1>` + story(lead, `The <span class="sr-only">never opens in a window</span> quay is empty.`),
		"a labelled link":             `<h1>Ferry stays in the harbour</h1>` + story(lead) + `<p>Watch: <a href="/x">never opens on Monday</a></p>` + story(),
	} {
		t.Run(name, func(t *testing.T) {
			item := read(t, title+"<body>"+page)
			got := shown(item)
			if item.Title != "Ferry stays in the harbour" || !strings.Contains(got, lead) || strings.Contains(got, "never") {
				t.Errorf("the story is %q, %q", item.Title, got)
			}
		})
	}
}

// A lead that names a day is no line with the day of publication.
func TestDatedLead(t *testing.T) {
	page := "<title>Ferry stays in the harbour</title><body><h1>Ferry stays in the harbour</h1><p>Published on June 16, 2018 at 10:15 a.m.</p><p>The ferry hit the quay on Friday, 15 June 2018, its owner said.</p>" + story()
	item := read(t, page)
	if got := shown(item); item.Published != "2018-06-16" || !strings.Contains(got, "hit the quay on Friday") || item.Marks[2].Role != input.Story {
		t.Errorf("published %q, %q", item.Published, got)
	}
}

// The stamps of a live blog are not the day of its publication, the first neither.
func TestFirstEntry(t *testing.T) {
	page := `<title>Ferry: live</title><meta property="article:published_time" content="2018-06-15T05:00:00Z"><body><h1>Ferry: live</h1>`
	for _, at := range []string{"2018-06-16T08:00:00Z", "2018-06-15T20:00:00Z", "2018-06-15T06:00:00Z"} {
		page += "<article><time datetime=" + at + ">" + at[:10] + "</time>" + story() + "</article>"
	}
	item := read(t, page)
	stamps := 0
	for _, m := range item.Marks {
		if m.Role == input.Stamp && m.Written != "" {
			stamps++
		}
	}
	if item.Published != "2018-06-15T05:00:00Z" || stamps != 3 {
		t.Errorf("published %s, %d stamps", item.Published, stamps)
	}
}

// The headline is what the page calls itself, and not the paper, whose name stands in the
// title too.
func TestHeadlineAndSite(t *testing.T) {
	item := read(t, "<title>The bar is closed for weeks | The Harbour Post</title><body><article><h1>The Harbour Post</h1><p>Weekly since 1901</p><h1>The bar is closed for weeks</h1>"+
		story("The bar was closed on Friday.")+"</article>")
	var headlines []string
	for _, m := range item.Marks {
		if m.Role == input.Headline {
			headlines = append(headlines, item.Text[m.Start:m.End])
		}
	}
	if want := []string{"The bar is closed for weeks"}; !slices.Equal(headlines, want) {
		t.Errorf("headlines %q, want %q", headlines, want)
	}
}

// A box that asks for consent in the middle of the story is no part of it; another is.
func TestConsent(t *testing.T) {
	const box = "We and our 42 partners store what you read, and you can say no to this at any time, as the law has it."
	for attributes, shows := range map[string]bool{`role="dialog"`: false, `class="cookie-consent"`: false, `aria-modal="true"`: false, `class="note"`: true} {
		got := shown(read(t, "<title>The bar</title><body><article>"+story("The bar was closed.")+"<div "+attributes+"><p>"+box+"</p></div>"+story("The bar opened.")+"</article>"))
		if strings.Contains(got, box) != shows || !strings.Contains(got, "The bar opened.") {
			t.Errorf("%s: shown %v, want %v: %q", attributes, !shows, shows, got)
		}
	}
}

// A drawing has no words of the story, and a tag of the page that stands in it ends it.
func TestDrawings(t *testing.T) {
	for drawing, want := range map[string]string{
		"<svg><script>var a = '<g>never</g>'</script><text>never</text></svg>": "The bar was closed.",
		"<svg><title>never</title><path d='never'/></svg>":                     "The bar was closed.",
		"<svg><foreignObject><p>never</p></foreignObject></svg>":               "The bar was closed.",
		"<math><mi>never</mi><mtext><b>never</b></mtext></math>":               "The bar was closed.",
		"<svg/>":                    "The bar was closed.",
		"<svg><g><b>really</b></g>": "The really bar was closed.",
	} {
		got := shown(read(t, "<title>The bar</title><body>"+story("The "+drawing+" bar was closed.")))
		if !strings.HasPrefix(got, want+"\n") {
			t.Errorf("%s: the story begins %.60q, want %q", drawing, got, want)
		}
	}
}

// Hostile pages are read in time that grows with their length, and end in no panic.
func TestHostile(t *testing.T) {
	for name, page := range map[string]string{
		"deep nesting":          strings.Repeat("<div>", 100_000) + "deep",
		"deep inline":           strings.Repeat("<b>", 20_000) + "deep",
		"open links":            strings.Repeat("<a href=x>", 20_000) + "deep",
		"tables in tables":      strings.Repeat("<table><tr><td>", 5_000) + "deep",
		"ampersands":            "<p>" + strings.Repeat("&", 300_000),
		"a long reference":      "<p>&" + strings.Repeat("a", 300_000),
		"one line":              "<p>" + strings.Repeat("The ferry sailed on Friday. ", 40_000),
		"many attributes":       "<p " + strings.Repeat("a=b ", 50_000) + ">x</p>",
		"a tag without end":     "<p>x</p><div " + strings.Repeat("x", 300_000),
		"only NUL":              "<p>x" + strings.Repeat("\x00", 100_000),
		"many blocks":           strings.Repeat("<p>a</p>", 50_000),
		"same words everywhere": "<p>" + strings.Repeat("a<i>a</i>", 50_000),
		"a deep drawing":        "<svg>" + strings.Repeat("<g>", 50_000) + "<desc>" + strings.Repeat("<p>", 50_000) + "</svg><p>x",
		"many drawings":         strings.Repeat("<svg><g></x>", 50_000) + "<p>x",
		"lists of JSON-LD":      `<script type="application/ld+json">` + strings.Repeat("[", 9_000) + "</script><p>x</p>",
	} {
		t.Run(name, func(t *testing.T) {
			item, problem := Read([]byte(page))
			if (item == nil) == (problem == nil) {
				t.Errorf("item %v, problem %v", item != nil, problem)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	if _, problem := Read([]byte("<p>Caf\xe9 M\xfcller")); problem == nil {
		t.Error("a page that is not UTF-8 and says nothing is read")
	}
	if got := read(t, "<meta charset=utf-8><p>Caf\xe9 \x93M\xfcller\x94").Text; got != "Café “Müller”" {
		t.Errorf("a page that says that it is UTF-8 is read as %q", got)
	}
	if got := read(t, "<meta charset=utf-8><p>Café M\xfcller").Text; got != "Café M\ufffdller" {
		t.Errorf("UTF-8 with a broken letter is read as %q", got)
	}
	if got := read(t, "<meta charset=windows-1252><p>\x93Never\x94, she said").Text; got != "“Never”, she said" {
		t.Errorf("windows-1252 is read as %q", got)
	}
	if got := read(t, "<meta charset=iso-8859-1><p>caf\u00e9").Text; got != "café" {
		t.Errorf("UTF-8 that says it is not is read as %q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<p>a<b>c</p>d&amp;e&#x0;&nbsp;f\r\n<table>x<td>y")
	f.Add("<h1>A b c</h1><script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script><time datetime=2018-06-15>")
	f.Add("<meta charset=utf-16><p>\xff")
	f.Add("<svg><p>a</svg><math><b><plaintext>c")
	f.Fuzz(func(t *testing.T, page string) {
		item, problem := Read([]byte(page))
		if problem != nil {
			return
		}
		end := 0
		for _, m := range item.Marks {
			if m.Start < end || m.End <= m.Start || m.End > len(item.Text) {
				t.Fatalf("mark %v of %d bytes, behind %d", m, len(item.Text), end)
			}
			end = m.End
		}
		if item.Origin == nil {
			return
		}
		for i := range item.Text {
			if from, to := item.Origin.Place(i), item.Origin.End(i+1); from < 0 || to > len(item.Origin.File) {
				t.Fatalf("byte %d stands at %d to %d of %d", i, from, to, len(item.Origin.File))
			}
		}
	})
}
