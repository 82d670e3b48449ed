package timeline

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// page is a file and what is to be found out about its date.
type page struct{ name, src string }

func (p page) read(t testing.TB, flag *article.Date, opt *Options) *Document {
	t.Helper()
	articles, err := article.Parse(p.name, []byte(p.src))
	if err != nil || len(articles) != 1 {
		t.Fatalf("%s: %d articles, %v", p.name, len(articles), err)
	}
	return Read(articles[0], flag, nil, opt)
}

func read(t testing.TB, opt *Options, pages ...page) []*Document {
	t.Helper()
	var docs []*Document
	for _, p := range pages {
		docs = append(docs, p.read(t, nil, opt))
	}
	DatePublications(docs)
	return docs
}

// events is an almanac of real events for the pages below.
func events(t testing.TB) *Options {
	t.Helper()
	own, err := ParseAlmanac("events.yaml", []byte(`
- {key: il20, label: Russian Il-20 shot down off Syria, kind: event, from: 2018-09-17, to: 2018-09-18, words: ["Il-20|plane", "shot|downed"], source: "Russian defence ministry, 18 September 2018"}
- {key: world-cup-2018, label: World Cup opens in Russia, kind: event, from: 2018-06-14, to: 2018-06-15, words: ["World", "Cup", "opening|opened"], source: "FIFA match schedule 2018"}
- {key: notre-dame, label: fire of Notre-Dame in Paris, kind: event, from: 2019-04-15, to: 2019-04-16, words: ["fire|burned", "Notre", "Dame"], source: "Paris fire brigade"}
`))
	if err != nil {
		t.Fatal(err)
	}
	return &Options{Almanac: Join(BuiltinAlmanac(), own)}
}

const (
	harbourHead = "Harbour towns agree to share one tug after a stormy winter\n\n"
	harbourBody = "The mayors of two harbour towns on the northern coast spoke by phone on Friday and agreed to share a tug, the town hall of Whitby said.\n\n" +
		"The tug is to stand by in whichever of the two harbours expects the heavier sea, and the crews will be paid from one purse.\n"
)

func TestPublication(t *testing.T) {
	const greeting = "The mayor of Whitby sent greetings for Russia Day to his colleague in Pskov when they spoke by phone on Friday, the town hall said.\n"
	tests := []struct {
		name, src string
		when      string
		source    Source
		lead      string // the day of the first bare weekday
	}{
		{
			"front matter", "---\npublished: 2018-06-17\n---\n\n" + harbourHead + harbourBody,
			"[2018-06-17, 2018-06-18)", SourceFrontMatter, "Friday 15 June 2018",
		},
		{
			"a stamp below the story", harbourHead + harbourBody + "\nPublished on Sun, 17 Jun 2018 09:43:34 +0000.\n",
			"[2018-06-17, 2018-06-18)", SourceStamp, "Friday 15 June 2018",
		},
		{
			"a stamp of an update gives way", harbourHead + "Published: 17 June 2018, 09:43\n\nLast updated: 20 June 2018, 08:00\n\n" + harbourBody,
			"[2018-06-17, 2018-06-18)", SourceStamp, "Friday 15 June 2018",
		},
		{
			"an update alone", harbourHead + "Last updated: 20 June 2018, 08:00\n\n" + harbourBody,
			"[2018-06-20, 2018-06-21)", SourceStamp, "Friday 15 June 2018",
		},
		{
			"a dateline with a date", harbourHead + "WEXLEY, 17 June 2018 — " + harbourBody,
			"[2018-06-17, 2018-06-18)", SourceDateline, "Friday 15 June 2018",
		},
		{
			"a dateline without a year dates nothing", harbourHead + "WEXLEY, 17 June — " + harbourBody,
			"[1970-01-01, 1970-01-01)", SourceNone, "unknown",
		},
		{
			"a caption is a lower bound, and rarely over a year old", harbourHead + "The tug Petrel in dock, May 9, 2018. (Photo: Jane Roe)\n\n" + strings.ReplaceAll(harbourBody, " on Friday", ""),
			"[2018-05-09, 2019-05-10)", SourceInferred, "unknown",
		},
		{
			"greetings for a named day, a weekday and a caption of the year", harbourHead + "The tug Petrel in dock, May 9, 2018. (Photo: Jane Roe)\n\n" + greeting,
			"[2018-06-15, 2018-06-22)", SourceInferred, "Friday 15 June 2018",
		},
		{
			"greetings without a year date nothing", harbourHead + greeting,
			"[1970-01-01, 1970-01-01)", SourceNone, "unknown",
		},
		{
			"an event of the almanac is a lower bound", harbourHead + "Since a Russian plane was shot down off the coast, both towns have kept watch from their towers by night.\n",
			"[2018-09-17, )", SourceInferred, "unknown",
		},
		{
			"an event to come is none", harbourHead + "If a plane is shot down off the coast, both towns will keep watch from their towers by night.\n",
			"[1970-01-01, 1970-01-01)", SourceNone, "unknown",
		},
		{
			"a relative time dates the event", harbourHead + "Both towns have kept watch from their towers since a Russian plane was shot down off the coast last month.\n",
			"[2018-10-01, 2018-11-01)", SourceInferred, "unknown",
		},
		{
			"a full date in the story is not that of the page", harbourHead + "The first tug of the two towns was launched on 12 September 1958, and it served them well until the great storm.\n",
			"[1970-01-01, 1970-01-01)", SourceNone, "unknown",
		},
		{
			"nothing to go by", harbourHead + harbourBody,
			"[1970-01-01, 1970-01-01)", SourceNone, "unknown",
		},
	}
	for _, tt := range tests {
		d := read(t, events(t), page{"a.txt", tt.src})[0]
		p := &d.Published
		if p.When.String() != tt.when || p.Source != tt.source || p.Lead.Label() != tt.lead {
			t.Errorf("%s: %v from %s, lead %s; want %s from %s, lead %s (%s)", tt.name, p.When, p.Source, p.Lead.Label(), tt.when, tt.source, tt.lead, p.Explanation)
		}
		if (p.Source == SourceNone) != (p.Explanation == "") {
			t.Errorf("%s: explanation %q of source %s", tt.name, p.Explanation, p.Source)
		}
		if len(p.Conflicts) > 0 {
			t.Errorf("%s: conflict %v", tt.name, explanations(p.Conflicts[0]))
		}
		for _, x := range d.Times {
			if p.Source == SourceNone && x.Relative && !x.When.Empty() {
				t.Errorf("%s: %q is %v although the page is undated", tt.name, x.Text, x.When)
			}
		}
	}
}

func explanations(clues []Clue) []string {
	var out []string
	for _, c := range clues {
		out = append(out, c.Explanation)
	}
	return out
}

// TestExplanation names what the date rests on, and only that.
func TestExplanation(t *testing.T) {
	src := harbourHead + "The tug Petrel in dock, May 9, 2018. (Photo: Jane Roe)\n\nThe mayor sent greetings for Russia Day when the two spoke by phone on Friday, the town hall said.\n"
	d := read(t, defaults(), page{"a.txt", src})[0]
	want := "a caption is dated May 9, 2018, so not earlier; " +
		"greetings for Russia Day (12 June), given from 3 days before to 9 after it; " +
		"the lead’s “Friday” is the latest one up to publication; " +
		"taken to be within a year of its newest picture"
	if d.Published.Explanation != want {
		t.Errorf("Explanation = %q, want %q", d.Published.Explanation, want)
	}
	if diff := cmp.Diff([]string{"May 9, 2018", "Russia Day", "Friday"}, d.Published.Grounds()); diff != "" {
		t.Errorf("Grounds (-want +got):\n%s", diff)
	}
	x := d.Times[len(d.Times)-1]
	if want := "the latest Friday up to publication, inferred as 15 to 21 June 2018; the other reading is 22 June 2018."; x.Explain() != want {
		t.Errorf("%q: Explain = %q, want %q", x.Text, x.Explain(), want)
	}
	if x.Direction() != Inferred {
		t.Errorf("%q: direction %s, want inferred", x.Text, x.Direction())
	}
}

// TestFlag checks that the flag outranks front matter, which is kept as
// evidence.
func TestFlag(t *testing.T) {
	p := page{"a.txt", "---\npublished: 2018-06-17\n---\n\n" + harbourHead + harbourBody}
	d := p.read(t, published(t, "2018-06-24 Sun"), defaults())
	DatePublications([]*Document{d})
	if d.Published.Source != SourceFlag || d.Published.When != OneDay(Date(2018, time.June, 24)) {
		t.Errorf("published %v from %s, want what the flag says", d.Published.When, d.Published.Source)
	}
	if diff := cmp.Diff([]string{"--published says 2018-06-24", "front matter says published: 2018-06-17"}, explanations(d.Published.Evidence)); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

// TestConflicts checks what cannot all hold: the sets are as expected, and
// minimal.
func TestConflicts(t *testing.T) {
	tests := []struct {
		name, src string
		want      []ClueKind // of the first set, in order
	}{
		{
			"a greeting long before the latest Friday",
			"---\npublished: 2018-07-04\n---\n\n" + harbourHead + "The mayor sent greetings for Russia Day when the two spoke by phone on Friday, the town hall said.\n",
			[]ClueKind{CluePublished, ClueOccasion, ClueWeekday},
		},
		{
			"a greeting half a year from the declared date",
			"---\npublished: 2019-01-07\n---\n\n" + harbourHead + "The mayor sent greetings for Russia Day when the two spoke by phone on Friday, the town hall said.\n",
			[]ClueKind{CluePublished, ClueOccasion},
		},
		{
			"an event after the declared date",
			"---\npublished: 2018-06-17\n---\n\n" + harbourHead + "Since a Russian plane was shot down off the coast, both towns have kept watch by night.\n",
			[]ClueKind{CluePublished, ClueAlmanac},
		},
		{
			"a caption after the declared date",
			"---\npublished: 2018-05-01\n---\n\n" + harbourHead + "The tug Petrel in dock, May 9, 2018. (Photo: Jane Roe)\n\n" + harbourBody,
			[]ClueKind{CluePublished, ClueCaption},
		},
		{
			"greetings of two seasons in one call",
			harbourHead + "The tug Petrel in dock, May 9, 2018. (Photo: Jane Roe)\n\nThe mayor sent greetings for Russia Day and wished all a happy New Year when the two spoke by phone on Friday.\n",
			[]ClueKind{ClueOccasion, ClueOccasion},
		},
		{
			"a relative time that the declared date does not bear out",
			"---\npublished: 2018-12-21\n---\n\n" + harbourHead + "Both towns have kept watch from their towers since a Russian plane was shot down off the coast last month.\n",
			[]ClueKind{CluePublished, ClueTime},
		},
	}
	for _, tt := range tests {
		d := read(t, events(t), page{"a.txt", tt.src})[0]
		p := &d.Published
		if len(p.Conflicts) == 0 {
			t.Errorf("%s: no conflict (%v, %s)", tt.name, p.When, p.Explanation)
			continue
		}
		var got []ClueKind
		for _, c := range p.Conflicts[0] {
			got = append(got, c.Kind)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.name, explanations(p.Conflicts[0]), diff)
		}
		for _, set := range p.Conflicts {
			minimal(t, tt.name, set)
		}
	}
}

// minimal checks that a set of clues cannot hold, and that it can once any one
// is left out.
func minimal(t *testing.T, name string, set []Clue) {
	t.Helper()
	holds := func(clues []Clue) bool {
		return !newSearch(Date(2010, 1, 1), Date(2030, 1, 1)).all(clues).empty()
	}
	if holds(set) {
		t.Errorf("%s: %q can all hold", name, explanations(set))
	}
	for i := range set {
		if rest := slices.Delete(slices.Clone(set), i, i+1); !holds(rest) {
			t.Errorf("%s: without %q the rest of %q still cannot hold", name, set[i].Explanation, explanations(set))
		}
	}
}

// TestMinimalConflict runs QuickXplain on made-up bounds of the publication
// day, where the minimal sets are known.
func TestMinimalConflict(t *testing.T) {
	base := Date(2018, time.June, 1)
	between := func(name string, from, to Day) Clue {
		return Clue{Kind: ClueTime, Explanation: name, Hard: true, allow: func(d Day) bool { return d >= base+from && d < base+to }}
	}
	weekday := func(name string, w time.Weekday) Clue {
		return Clue{Kind: ClueTime, Explanation: name, Hard: true, allow: func(d Day) bool { return d.Weekday() == w }}
	}
	for _, tt := range []struct {
		clues []Clue
		last  Clue
		want  []string
	}{
		{[]Clue{between("a", 0, 20), between("b", 5, 20), between("c", 0, 30)}, between("x", 40, 50), []string{"a", "x"}},
		{[]Clue{between("a", 0, 10), between("b", 0, 30)}, between("x", 15, 50), []string{"a", "x"}},
		// 1 June 2018 is a Friday: no Monday lies in days 0 to 2, nor in 4 to 6
		{[]Clue{between("a", 0, 40), weekday("monday", time.Monday), between("b", 0, 30)}, between("x", 4, 7), []string{"monday", "x"}},
		{[]Clue{between("from 4", 4, 90), between("wide", 0, 90), between("to 7", 0, 7)}, weekday("monday", time.Monday), []string{"from 4", "to 7", "monday"}},
	} {
		set := minimalConflict(tt.clues, tt.last, base-100, base+100)
		if diff := cmp.Diff(tt.want, explanations(set)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		minimal(t, "made-up", set)
	}
}

// The story of three pages: the first is printed with a date, the second
// shares sentences with it, the third with the second only.
const (
	shared12 = "The tug is to stand by in whichever of the two harbours expects the heavier sea tonight or tomorrow."
	shared23 = "Fishermen along the coast had asked for such a tug ever since the great storm tore nine boats from their moorings."
)

func chain() (first, second, third page) {
	first = page{"first.txt", harbourHead + "The mayors of two harbour towns spoke by phone on Friday and agreed on a tug, the town hall of Whitby said.\n\n" + shared12 + "\n\nPublished on Sun, 17 Jun 2018 09:43:34 +0000.\n"}
	second = page{"second.txt", "One tug for two towns as mayors make peace\n\nTwo mayors who had quarrelled for years made peace on Friday in a call about a tug, a clerk said.\n\n" + shared12 + "\n\n" + shared23 + "\n"}
	third = page{"third.txt", "Fishermen cheer as the coast gets a tug at last\n\nThere was dancing in the fish hall on Friday after word of the new tug came over the wireless, guests said.\n\n" + shared23 + "\n"}
	return first, second, third
}

func TestLinks(t *testing.T) {
	first, second, third := chain()
	docs := read(t, defaults(), first, second, third)
	var pairs [][2]int
	for _, l := range Links(docs) {
		pairs = append(pairs, [2]int{l.A, l.B})
		if l.Shared < minShared {
			t.Errorf("%v", l)
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	if diff := cmp.Diff([][2]int{{0, 1}, {1, 2}}, pairs); diff != "" {
		t.Errorf("linked pairs (-want +got):\n%s", diff)
	}
	if got := docs[0].Published.Source; got != SourceStamp {
		t.Errorf("the first page is dated by %s", got)
	}
	for _, d := range docs[1:] {
		p := &d.Published
		if p.Source != SourceLinked || p.Lead.Label() != "Friday 15 June 2018" || !p.When.Contains(OneDay(Date(2018, time.June, 17))) {
			t.Errorf("%s: %v from %s, lead %s (%s)", d.Article.ID, p.When, p.Source, p.Lead.Label(), p.Explanation)
		}
		if !strings.Contains(p.Explanation, "eight-word sequences") {
			t.Errorf("%s: %q does not name the link", d.Article.ID, p.Explanation)
		}
	}
	// The order of the documents does not matter.
	for i, d := range read(t, defaults(), third, second, first) {
		if want := docs[2-i].Published; d.Published.When != want.When || d.Published.Source != want.Source {
			t.Errorf("%s: %v from %s in another order, %v from %s before", d.Article.ID, d.Published.When, d.Published.Source, want.When, want.Source)
		}
	}
	// Without the page in the middle nothing links the third.
	if p := read(t, defaults(), first, third)[1].Published; p.Source != SourceNone {
		t.Errorf("the third page is dated %v by %s without a link", p.When, p.Source)
	}
}

func TestSharedSequences(t *testing.T) {
	words := strings.Fields("Nobody in the harbour could say how the old lamp had come to be burning again when the boats came home")
	for _, tt := range []struct {
		words, shared int
	}{{7, 0}, {8, 0}, {10, 0}, {11, 4}, {12, 5}} { // n words in a row make n-7 sequences; four are asked for
		same := strings.Join(words[:tt.words], " ")
		links := Links(read(t, defaults(),
			page{"a.txt", harbourHead + same + ".\n\nThe crews were glad of it and went to sleep early that night, all but one.\n"},
			page{"b.txt", "A lamp that nobody lit\n\n" + same + ".\n\nOld women crossed themselves and young men laughed at them for doing so.\n"}))
		got := 0
		if len(links) > 0 {
			got = links[0].Shared
		}
		if got != tt.shared {
			t.Errorf("%d words in common: %d shared sequences, want %d", tt.words, got, tt.shared)
		}
	}
}

// TestLinkContradicted checks that a document whose own words exclude the date of a
// linked one keeps what they say, and the contradiction beside it.
func TestLinkContradicted(t *testing.T) {
	first, second, _ := chain()
	second.src = strings.Replace(second.src, "a clerk said", "President Joe Biden said", 1) // in office from 20 January 2021
	docs := read(t, defaults(), first, second)
	p := &docs[1].Published
	if p.Source != SourceInferred || p.When.From.Day() < Date(2021, time.January, 20) {
		t.Errorf("published %v from %s", p.When, p.Source)
	}
	for _, set := range p.Conflicts {
		if slices.ContainsFunc(set, func(c Clue) bool { return c.Kind == ClueLink }) && slices.ContainsFunc(set, func(c Clue) bool { return c.Kind == ClueAlmanac }) {
			return
		}
	}
	t.Errorf("conflicts %v: none of a link and the almanac", p.Conflicts)
}

// TestDeclaredStands checks that no stamp, link or clue overwrites a declared
// date.
func TestDeclaredStands(t *testing.T) {
	first, second, third := chain()
	second.src = "---\npublished: 2018-06-20\n---\n\n" + second.src + "\nPublished on Sun, 24 Jun 2018 09:43:34 +0000.\n"
	docs := read(t, defaults(), first, second, third)
	for i, want := range []string{"[2018-06-17, 2018-06-18)", "[2018-06-20, 2018-06-21)"} {
		if got := docs[i].Published.When.String(); got != want {
			t.Errorf("%s: published %s, want %s", docs[i].Article.ID, got, want)
		}
	}
	if docs[1].Published.Source != SourceFrontMatter || docs[2].Published.Source != SourceLinked {
		t.Errorf("sources %s and %s", docs[1].Published.Source, docs[2].Published.Source)
	}
}

// TestUndated keeps undated pages undated, however many there are.
func TestUndated(t *testing.T) {
	_, second, third := chain()
	for _, d := range read(t, defaults(), second, third) {
		if p := &d.Published; p.Source != SourceNone || !p.When.Empty() || p.Days() != nil || p.Explanation != "" {
			t.Errorf("%s: %v from %s (%s)", d.Article.ID, p.When, p.Source, p.Explanation)
		}
	}
	DatePublications(nil)
}

// TestPublishedAgain checks that dating twice changes nothing.
func TestPublishedAgain(t *testing.T) {
	first, second, third := chain()
	docs := read(t, events(t), first, second, third)
	before := said(docs[0]) + said(docs[1]) + said(docs[2])
	again := read(t, events(t), first, second, third)
	if after := said(again[0]) + said(again[1]) + said(again[2]); after != before {
		t.Errorf("(-first +second):\n%s", cmp.Diff(before, after))
	}
}

func TestOccasionsMeet(t *testing.T) {
	byKey := map[string]*Entry{}
	for _, e := range BuiltinAlmanac().Entries {
		byKey[e.Key] = e
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"christmas-day", "new-years-day", true},
		{"russia-day", "new-years-day", false},
		{"easter-sunday", "orthodox-easter", true}, // the same day in 2017
		{"passover", "russia-day", true},           // not computed: cannot be ruled out
	} {
		if got := OccasionsMeet(byKey[tt.a], byKey[tt.b]); got != tt.want || OccasionsMeet(byKey[tt.b], byKey[tt.a]) != got {
			t.Errorf("OccasionsMeet(%s, %s) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestPublicationClock: the clock time of publication is kept as it is written.
func TestPublicationClock(t *testing.T) {
	at := func(hour, minute int, clock bool) *article.Date {
		return &article.Date{Text: "x", Time: time.Date(2019, 4, 17, hour, minute, 0, 0, time.FixedZone("", 7200)), HasClock: clock}
	}
	stamp := "Published on Wed, 17 Apr 2019 00:40:00 +0000"
	for _, tt := range []struct {
		what string
		date *article.Date
		zone article.Kind
		src  string
		want int
	}{
		{"a flag with a clock", at(0, 40, true), article.Body, "It rained.", 40},
		{"a flag without one", at(0, 0, false), article.Body, "It rained.", -1},
		{"a stamp", nil, article.Stamp, stamp, 40},
		{"nothing", nil, article.Body, "It rained.", -1},
	} {
		a := &article.Article{ID: "a", Text: tt.src, Zones: []article.Zone{{Kind: tt.zone, Span: text.Span{End: len(tt.src)}}}}
		d := Read(a, tt.date, nil, defaults())
		DatePublications([]*Document{d})
		if d.Published.Clock != tt.want {
			t.Errorf("%s: clock %d, want %d", tt.what, d.Published.Clock, tt.want)
		}
	}
}
