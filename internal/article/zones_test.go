package article

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/text"
)

// outline lists the zones of a text with single blanks between the words.
func outline(a *Article) []string {
	var out []string
	for _, z := range a.Zones {
		out = append(out, zone(z.Kind, z.Span.In(a.Text)))
	}
	return out
}

func zone(k Kind, parts ...string) string {
	return k.String() + ": " + strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

const (
	lead   = "The river Severn burst its banks on Tuesday night and forced two hundred people out of their homes, the council said."
	second = "Crews worked through the night to fill sandbags along the quay. Nobody was hurt, but three farms lost their harvest."
	wire   = "The bridge between the two towns stayed open to lorries while engineers looked for cracks below the waterline."
)

func TestZones(t *testing.T) {
	tests := []struct {
		name string
		text []string // lines; "" is a blank one
		want []string
	}{
		{
			"headline, body, closing line, without blank lines",
			[]string{"Severn floods leave hundreds homeless", lead, wire, "12 Comments"},
			[]string{zone(Headline, "Severn floods leave hundreds homeless"), zone(Body, lead, wire), zone(Furniture, "12 Comments")},
		},
		{
			"masthead, headline, deck, byline",
			[]string{"The Severn Herald", "", "Floods leave hundreds homeless along the river", "", "Council opens schools as shelters", "", "- • By MARY ANN EVANS", "", lead, "", second},
			[]string{
				zone(Furniture, "The Severn Herald"), zone(Headline, "Floods leave hundreds homeless along the river"),
				zone(Deck, "Council opens schools as shelters"), zone(Byline, "- • By MARY ANN EVANS"), zone(Body, lead, second),
			},
		},
		{
			"a deck of one sentence above the byline",
			[]string{"Floods leave hundreds homeless along the river", "", wire, "", "By Mary Ann Evans", "", lead, "", second},
			[]string{zone(Headline, "Floods leave hundreds homeless along the river"), zone(Deck, wire), zone(Byline, "By Mary Ann Evans"), zone(Body, lead, second)},
		},
		{
			"first line with headline and deck run together",
			[]string{"Severn floods drive hundreds from homes in Upton As rain goes on, the council opens three schools and asks for help.", "Upton from the air, June 3, 2012. (Jane Roe/Severn Pictures)", lead, second},
			[]string{
				zone(Headline, "Severn floods drive hundreds from homes in Upton"), zone(Deck, "As rain goes on, the council opens three schools and asks for help."),
				zone(Caption, "Upton from the air, June 3, 2012. (Jane Roe/Severn Pictures)"), zone(Body, lead, second),
			},
		},
		{
			"the title of a film in the first paragraph is no seam",
			[]string{"A crowd of nine hundred came to the old cinema to see Gone With The Wind on Tuesday before the flood closed it.", second},
			[]string{zone(Body, "A crowd of nine hundred came to the old cinema to see Gone With The Wind on Tuesday before the flood closed it.", second)},
		},
		{
			"headline again and a deck above the dateline",
			[]string{"Site icon Upton Online", "", "Flood barrier to open in spring", "", "Tower Bridge at dawn. (Jane Roe/AFP)", "", "Flood barrier to open in spring", "", "The minister says that the barrier, “late but sound,” will protect nine towns along the river.", "", "(Severn News via PA) " + lead, "", second},
			[]string{
				zone(Furniture, "Site icon Upton Online"), zone(Headline, "Flood barrier to open in spring"), zone(Caption, "Tower Bridge at dawn. (Jane Roe/AFP)"),
				zone(Headline, "Flood barrier to open in spring"), zone(Deck, "The minister says that the barrier, “late but sound,” will protect nine towns along the river."),
				zone(Dateline, "(Severn News via PA)"), zone(Body, lead, second),
			},
		},
		{
			"a dateline on its own line",
			[]string{"GROSETO, Italy (AP) --", "", lead, "", second},
			[]string{zone(Dateline, "GROSETO, Italy (AP) --"), zone(Body, lead, second)},
		},
		{
			"a rail behind the paywall",
			[]string{
				lead, "", ">> The barrier that nobody wanted <<", "", second, "", wire, "", "", "",
				"Automatic renewal of subscriber accounts.", "", "$2 for the first month", "", "Already a reader? SIGN IN", "",
				"The mayor of Gloucester at a meeting on Wednesday, in Bristol, this spring.", "", "Mayor Promises New Bridge for the City After Years of Delay", "",
				"A ferry crosses the water near Chepstow with tourists on board, on Monday.", "", "Ferry Service to Chepstow to End in the Autumn",
			},
			[]string{
				zone(Body, lead), zone(Furniture, ">> The barrier that nobody wanted <<"), zone(Body, second, wire),
				zone(Furniture, "Automatic renewal of subscriber accounts. $2 for the first month Already a reader? SIGN IN",
					"The mayor of Gloucester at a meeting on Wednesday, in Bristol, this spring. Mayor Promises New Bridge for the City After Years of Delay",
					"A ferry crosses the water near Chepstow with tourists on board, on Monday. Ferry Service to Chepstow to End in the Autumn"),
			},
		},
		{
			"a run of links without any stock string",
			[]string{lead, second, "Mayor Promises New Bridge for the City After Years of Delay", "Ferry Service to Chepstow to End in the Autumn", "Three Farms on the Severn Sold to a Water Company"},
			[]string{
				zone(Body, lead, second),
				zone(Furniture, "Mayor Promises New Bridge for the City After Years of Delay Ferry Service to Chepstow to End in the Autumn Three Farms on the Severn Sold to a Water Company"),
			},
		},
		{
			"an inline link takes nothing along",
			[]string{"Floods leave hundreds homeless", "", lead, "", "Related: Farms count their losses", "", wire, "", wire, "", "The council meets on Friday."},
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, lead), zone(Furniture, "Related: Farms count their losses"), zone(Body, wire, wire, "The council meets on Friday.")},
		},
		{
			"a list heading takes its links along",
			[]string{lead, "", "Related stories", "", "Barrier to open in spring", "", "Farms count their losses", "", second},
			[]string{zone(Body, lead), zone(Furniture, "Related stories"), zone(Furniture, "Barrier to open in spring Farms count their losses"), zone(Body, second)},
		},
		{
			"copyright, then one more paragraph",
			[]string{lead, "", "Copyright 2012 Severn Media. All rights reserved.", "", second},
			[]string{zone(Body, lead), zone(Furniture, "Copyright 2012 Severn Media. All rights reserved."), zone(Body, second)},
		},
		{
			"share buttons inside, a word like one in the story",
			[]string{lead, "", "Share this: Facebook", "", "Email", "", "More", "", second, "", "Email", "", second},
			[]string{zone(Body, lead), zone(Furniture, "Share this: Facebook"), zone(Furniture, "Email More"), zone(Body, second, "Email", second)},
		},
		{
			"stamp at the foot, and the AMP line",
			[]string{lead, second, "Published on Mon, 4 Jun 2012 09:43:34 +0000.", "Exit mobile version"},
			[]string{zone(Body, lead, second), zone(Stamp, "Published on Mon, 4 Jun 2012 09:43:34 +0000."), zone(Furniture, "Exit mobile version")},
		},
		{
			"stamp at the end of the headline's line",
			[]string{"Severn floods leave hundreds homeless Posted: Monday, June 4, 2012 1:16 PM BST", lead, second},
			[]string{zone(Headline, "Severn floods leave hundreds homeless"), zone(Stamp, "Posted: Monday, June 4, 2012 1:16 PM BST"), zone(Body, lead, second)},
		},
		{
			"a sentence that ends in a date keeps it",
			[]string{"The flood maps of the river were first published on June 4, 2012.", "", lead, "", second},
			[]string{zone(Body, "The flood maps of the river were first published on June 4, 2012.", lead, second)},
		},
		{
			"a stamp inside the story that says how long ago",
			[]string{lead, "", "3 hours ago", "", second},
			[]string{zone(Body, lead), zone(Stamp, "3 hours ago"), zone(Body, second)},
		},
		{
			"a headline that ends in a date keeps it",
			[]string{"The flood of June 4, 2012", lead, second},
			[]string{zone(Headline, "The flood of June 4, 2012"), zone(Body, lead, second)},
		},
		{
			"a byline and its stamp",
			[]string{"Floods leave hundreds homeless", "By Jane Roe | June 4, 2012, 3:00 p.m.", lead, second},
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Byline, "By Jane Roe"), zone(Stamp, "| June 4, 2012, 3:00 p.m."), zone(Body, lead, second)},
		},
		{
			"days of a chronology are the story's",
			[]string{"Floods leave hundreds homeless", "", lead, "", "June 3, 2012", "", second, "", "June 4, 2012", "", second},
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, lead, "June 3, 2012", second, "June 4, 2012", second)},
		},
		{
			"a sentence broken by a blank line",
			[]string{"Floods leave hundreds homeless", "", "In early June the minister for rivers and his chief engineer Sir Thomas", "", "went to Upton at the invitation of the council, where they looked at the quay."},
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, "In early June the minister for rivers and his chief engineer Sir Thomas went to Upton at the invitation of the council, where they looked at the quay.")},
		},
		{
			"Markdown",
			[]string{"# Floods leave hundreds homeless", "", "<!-- check the", "number -->", "", lead, "", "![Upton](upton.jpg)", "", "## What the council did", "", "> We opened the schools, said the mayor.", "", "- two hundred people", "- three farms"},
			[]string{
				zone(Headline, "# Floods leave hundreds homeless"), zone(Furniture, "<!-- check the number -->"), zone(Body, lead), zone(Caption, "![Upton](upton.jpg)"),
				zone(Headline, "## What the council did"), zone(Body, "> We opened the schools, said the mayor. - two hundred people - three farms"),
			},
		},
		{
			"correction notes, not correction officers",
			[]string{lead, "", "Correction officers carried sandbags to the prison by the river, the governor said.", "", "Correction: an earlier report gave the number of farms as four.", "", "This article was amended on 5 June 2012 to say that three farms were hit.", "", "An earlier version of this story misspelled Tewkesbury."},
			[]string{
				zone(Body, lead, "Correction officers carried sandbags to the prison by the river, the governor said."), zone(Correction, "Correction: an earlier report gave the number of farms as four."),
				zone(Correction, "This article was amended on 5 June 2012 to say that three farms were hit."), zone(Correction, "An earlier version of this story misspelled Tewkesbury."),
			},
		},
		{
			"hard-wrapped lines",
			[]string{"Floods leave hundreds homeless", "", "The river Severn burst its banks on Tuesday night and", "forced two hundred people out of their homes. Crews of", "Gloucester and Worcester worked until dawn to save the", "bridge at Upton."},
			[]string{zone(Headline, "Floods leave hundreds homeless"), zone(Body, "The river Severn burst its banks on Tuesday night and forced two hundred people out of their homes. Crews of Gloucester and Worcester worked until dawn to save the bridge at Upton.")},
		},
		{
			"a table at the end stays",
			[]string{lead, second, "Upton 12.5 13.1", "Worcester 11.0 11.9", "Gloucester 9.8 10.2"},
			[]string{zone(Body, lead, second, "Upton 12.5 13.1 Worcester 11.0 11.9 Gloucester 9.8 10.2")},
		},
		{
			"one sentence, no headline",
			[]string{"The talks were held on Friday."},
			[]string{zone(Body, "The talks were held on Friday.")},
		},
		{
			"a few words and nothing else",
			[]string{"talks on Friday"},
			[]string{zone(Body, "talks on Friday")},
		},
		{
			"blog strings in other languages",
			[]string{lead, "Keine Kommentare:", "Kommentar veröffentlichen"},
			[]string{zone(Body, lead), zone(Furniture, "Keine Kommentare:"), zone(Furniture, "Kommentar veröffentlichen")},
		},
		{
			"who stands where, and who was left alone",
			[]string{"Floods leave hundreds homeless", "", "Mayor Jane Roe, left, and engineer John Doe look at the quay in Upton, on June 3, 2012", "", lead, "", "Roe, left to fend for herself, said on June 3, 2012, that she was tired of it all."},
			[]string{
				zone(Headline, "Floods leave hundreds homeless"), zone(Caption, "Mayor Jane Roe, left, and engineer John Doe look at the quay in Upton, on June 3, 2012"),
				zone(Body, lead, "Roe, left to fend for herself, said on June 3, 2012, that she was tired of it all."),
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := Parse("page.md", []byte(strings.Join(tt.text, "\n")))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, outline(articles[0])); diff != "" {
				t.Errorf("zones (-want +got):\n%s", diff)
			}
			checkZones(t, articles[0])
		})
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ line, want string }{
		{"LONDON, 17 June (Reuters) - The bank cut its rate.", "LONDON, 17 June (Reuters) -"},
		{"NAIROBI, Oct. 16, 2005 (Xinhua) -- The president flew.", "NAIROBI, Oct. 16, 2005 (Xinhua) --"},
		{"GROSETO, Italy (AP) -- A train stopped.", "GROSETO, Italy (AP) --"},
		{"MOSCOW (AP)_ Two men spoke.", "MOSCOW (AP)_"},
		{"NEW YORK _ A woman said so.", "NEW YORK _"},
		{"LONDON (Reuters) Shares rose.", "LONDON (Reuters)"},
		{"(CNN) The sheriff said so.", "(CNN)"},
		{"WASHINGTON—The Senate voted.", "WASHINGTON—"},
		{"ST. LOUIS (AP) — The Cardinals won.", "ST. LOUIS (AP) —"},
		{"PARIS: The dollar fell.", "PARIS:"},
		{"Leeds — The council met.", "Leeds —"},
		{"Leeds, October 14, 1996 — The council met.", "Leeds, October 14, 1996 —"},
		{"October 14, 1996 — The council met.", "October 14, 1996 —"},
		{"Leeds, October 14, the council said — Again.", ""},
		{"HAVANA (AP) --", "HAVANA (AP) --"},
		{"TARROW (Zeta), 10 March 2026. The fire is out.", "TARROW (Zeta), 10 March 2026."},
		{"TARROW (Zeta) — 10 March 2026", "TARROW (Zeta) — 10 March 2026"},
		{"BRAYFIELD, Zetland, March 10, 2026 /Wire/ -- The fire is out.", "BRAYFIELD, Zetland, March 10, 2026 /Wire/ --"},
		{"BRAYFIELD, Zetland (March 10, 2026) - The fire is out.", "BRAYFIELD, Zetland (March 10, 2026) -"},
		{"(BRAYFIELD, March 10, 2026) The fire is out.", "(BRAYFIELD, March 10, 2026)"},
		{"BRAYFIELD, March 10, 2026. The fire is out.", "BRAYFIELD, March 10, 2026."},
		{"BRAYFIELD | March 10, 2026 | The fire is out.", "BRAYFIELD | March 10, 2026 |"},
		{"Brayfield, March 10, 2026: The fire is out.", "Brayfield, March 10, 2026:"},
		{"Brayfield, 13 March 2012, was a quiet town.", ""},
		{"Brayfield, 13 March 2012. The town is quiet.", ""},
		{"The museum opened on 13 March 2012. It closed.", ""},
		{"March 13, 2012 was a day of mourning.", ""},
		{"In March 2012, 10 people died. The town wept.", ""},
		{"The council met - again.", ""},
		{"Smith (Labour) said no.", ""},
		{"UPDATE: Three dead in Leeds.", ""},
		{"On the Bombay Stock Exchange (BSE) Shares rose.", ""},
		{"IBM said its profit rose.", ""},
		{"(Sunday) was a holiday.", ""},
		{"U.S. troops left - at last.", ""},
		{"", ""},
		{"(", ""},
	}
	for _, tt := range tests {
		if got := strings.TrimSpace(tt.line[:datelineOf(tt.line).end]); got != tt.want {
			t.Errorf("datelineOf(%q) = %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestForm(t *testing.T) {
	tests := []struct {
		line string
		want Kind // 0: plain
	}{
		{"Tower Bridge at dawn. (Jane Roe/AFP)", Caption},
		{"Tower Bridge at dawn. Credit: Jane Roe", Caption},
		{"A view of the Thames (Photo: Jane Roe, The Evening Paper", Caption},
		{"Image via Wikimedia", Caption},
		{"The mayor at her desk. Getty Images", Caption},
		{"File photo of the bridge", Caption},
		{"The bridge in this file photo from last year.", Caption},
		{"The clinic treats people with the virus (HIV/AIDS).", 0},
		{"He drove at the limit (50 km/h).", 0},
		{"By Jane Roe", Byline},
		{"By JANE ROE, Staff Writer", Byline},
		{"Jane Roe, Staff Writer", Byline},
		{"Words: Jane Roe", Byline},
		{"Reporting by Jane Roe; editing by John Doe", Byline},
		{"By Friday", 0},
		{"By then the river had fallen", 0},
		{"By Monday the river had fallen.", 0},
		{"Posted: June 4, 2012 5:29 PM EDT", Stamp},
		{"Last updated 3 hours ago", Stamp},
		{"2012-06-04", Stamp},
		{"2012-06-04T09:43:34+02:00", Stamp},
		{"Monday 4 June 2012 10.30am", Stamp},
		{"UPDATED AT 3:05PM", Stamp},
		{"1945", 0},
		{"2 1", 0},
		{"May", 0},
		{"Updated figures are due in June.", 0},
		{"Editor's note: the names are changed.", Correction},
		{"Correction (June 5): it was three.", Correction},
		{"Clarification", Correction},
		{"Corrections officer shot", 0},
		{"An earlier version of this law failed.", 0},
		{"This story was first told in 1901.", 0},
		{"Leave a Reply", Furniture},
		{"3 comments:", Furniture},
		{"Advertisement", Furniture},
		{"►Related: Two bridges", Furniture},
		{"Page 3 of 7", Furniture},
		{"* * *", Furniture},
		{"© 2012 Severn Media", Furniture},
		{"More people came than before.", 0},
		{"Related deaths rose to nine.", 0},
		{"Subscribers to the paper fell by half.", 0},
		{"\x00\x01", Furniture},
		{"🎉", 0},
	}
	for _, tt := range tests {
		blocks, _ := splitBlocks(tt.line, 0, nil)
		if len(blocks) != 1 || blocks[0].form.kind != tt.want {
			t.Errorf("form of %q = %+v, want kind %d", tt.line, blocks[0].form, tt.want)
		}
	}
}

// TestSeeds compares the zones of the reference pages, where they are at hand,
// with hand-made ones, line by line.
func TestSeeds(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared")
	gold, err := os.ReadFile(filepath.Join(root, "gold", "times.jsonl"))
	if err != nil {
		t.Skip("no reference pages here")
	}
	kinds := map[string]Kind{"headline": Headline, "deck": Headline, "byline": Byline, "caption": Caption, "body": Body, "stamp": Stamp,
		"promo": Furniture, "rail": Furniture, "footer": Furniture, "site": Furniture}
	for line := range strings.Lines(string(gold)) {
		var page struct {
			File     string
			Segments []struct {
				Start, End int
				Kind       string
			}
		}
		if err := json.Unmarshal([]byte(line), &page); err != nil {
			t.Fatal(err)
		}
		articles, err := Read([]string{filepath.Join(root, "seeds", page.File)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		a := articles[0]
		checkZones(t, a)
		lines := text.NewLines(a.Text)
		for _, s := range page.Segments {
			for _, z := range a.Zones {
				got := z.Kind
				if got == Deck {
					got = Headline
				}
				if got == Dateline {
					got = Body
				}
				if z.Span.Overlaps(text.Span{Start: s.Start, End: s.End}) && got != kinds[s.Kind] {
					t.Errorf("%s:%d: %v, want %s", page.File, lines.Position(max(z.Span.Start, s.Start)).Line, z.Kind, s.Kind)
				}
			}
		}
	}
}

// checkZones tests what holds for every article: zones are ordered, apart, on
// rune boundaries, and cover all that is not blank.
func checkZones(t *testing.T, a *Article) {
	t.Helper()
	at := 0
	blankTo := func(end int) {
		if gap := strings.TrimFunc(a.Text[at:end], isBlank); gap != "" {
			t.Errorf("%s: no zone holds %q at %d", a.ID, shorten(gap, 40), at)
		}
	}
	for _, z := range a.Zones {
		if z.Span.Start < at || z.Span.End <= z.Span.Start || z.Span.End > len(a.Text) {
			t.Fatalf("%s: zone %v at %v is out of order", a.ID, z.Kind, z.Span)
		}
		if !utf8.ValidString(z.Span.In(a.Text)) {
			t.Errorf("%s: zone %v at %v cuts a rune", a.ID, z.Kind, z.Span)
		}
		if _, err := z.Kind.MarshalText(); err != nil || z.Why == "" {
			t.Errorf("%s: zone %+v is not complete", a.ID, z)
		}
		blankTo(z.Span.Start)
		at = z.Span.End
	}
	blankTo(len(a.Text))
}

// Texts that make careless code quadratic.
func TestLongTexts(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"one line":        strings.Repeat("word ", 10*n),
		"one word a line": strings.Repeat("word\n", n),
		"unclosed":        strings.Repeat("<!--\n", n),
		"openers":         strings.Repeat("Related stories\nTwo Men and a Boat on the River\n", n/2),
		"closers":         strings.Repeat("Leave a comment\n\n", n/2),
		"bars":            "x " + strings.Repeat("| ", 5*n),
		"brackets":        strings.Repeat("(", 10*n),
		"dashes":          "LONDON" + strings.Repeat(" -", 5*n),
		"verbs":           strings.Repeat("posted ", n),
		"wrapped":         strings.Repeat("the river rose in the night and the people of the town ran to\n", n/4),
	} {
		articles, err := Parse("long.txt", []byte(src))
		if err != nil {
			t.Fatal(name, err)
		}
		checkZones(t, articles[0])
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a.md", []byte("---\nid: a\npublished: 2018-06-17\n---\n# Title\n\nLONDON (AP) -- It rained.\n\nLeave a comment"))
	f.Add("a.md", []byte("\ufeff---\r\ntitle: \"x\"\r\ndate: 17 June 2018\r\n---\r\nIt\u00a0rained “hard”.\r\n"))
	f.Add("a.jsonl", []byte(`{"id":"1","text":"It rained.","published":"2018-06-17"}`+"\n{bad"))
	f.Add("a.txt", []byte("x Posted: 2018-06-17 | By Jane Roe\n(Photo: \n?? (A B/AP) ?? C\n<!-- x"))
	f.Add("a.txt", []byte("a\xff"))
	f.Add("a.md", []byte("---\n? [a: b, *x\n- &\n---\nx"))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		articles, err := Parse(name, src)
		if len(articles) == 0 && err == nil {
			t.Fatal("neither an article nor an error")
		}
		for _, a := range articles {
			checkZones(t, a)
			for _, d := range []*Date{a.Meta.Published, a.Meta.Updated} {
				if d != nil && (d.Span.Start > d.Span.End || d.Span.End > len(a.Text)) {
					t.Fatalf("date at %v of %d", d.Span, len(a.Text))
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	var src strings.Builder
	src.WriteString("---\nid: severn\npublished: 2012-06-05\n---\n# Floods leave hundreds homeless\n\nBy Jane Roe\n\n")
	for i := 0; src.Len() < 5000; i++ {
		fmt.Fprintf(&src, "%s\n\n%s\n\n%s\n\n", lead, second, wire)
		if i == 3 {
			src.WriteString("Related: Farms count their losses\n\n")
		}
	}
	src.WriteString("Leave a comment\n")
	text := []byte(src.String())
	b.Run("doc=5kB", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := Parse("a.md", text); err != nil {
				b.Fatal(err)
			}
		}
	})
}
