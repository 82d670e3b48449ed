package claims_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// read returns the page of a text that was published on Sunday, 17 June 2018.
func read(t testing.TB, src string) *page.Page {
	t.Helper()
	articles, err := article.Parse("a.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	published, err := article.ParseDate("2018-06-17")
	if err != nil {
		t.Fatal(err)
	}
	opt := &timeline.Options{Almanac: timeline.BuiltinAlmanac()}
	d := timeline.New(articles[0], published, page.GoesOn, opt)
	timeline.InferPublications([]*timeline.Document{d}, 1)
	p := page.New(d, 0, lexicon.EventTriggers())
	if defect := p.Read(func() {}); defect != nil {
		t.Fatal(defect)
	}
	return p
}

// describe writes what a claim says: lemma, participants by role, time, place,
// modality where it is not actual, source.
func describe(c *claims.Claim) string {
	src := c.Page.Article.Flow()
	var b strings.Builder
	if c.Class != claims.Event {
		b.WriteString(c.Class.String() + " ")
	}
	if c.Negated {
		b.WriteString("not ")
	}
	b.WriteString(c.Lemma)
	for _, p := range c.Participants {
		fmt.Fprintf(&b, " | %s", [...]string{"", "S", "O", ""}[p.Role])
		if p.Role == claims.Other {
			b.WriteString(p.Preposition)
		}
		b.WriteString(" " + p.Span.In(src))
	}
	if c.Time != nil {
		b.WriteString(" | @")
		if c.Bound != "" {
			b.WriteString(c.Bound + " ")
		}
		b.WriteString(c.Time.Text)
	}
	if c.Place != nil {
		b.WriteString(" | at " + c.Place.Name)
	}
	if c.Modality != claims.Actual {
		b.WriteString(" | " + string(c.Modality))
	}
	if s := c.Source; s != nil {
		b.WriteString(" | by")
		for _, p := range s.Speaker {
			b.WriteString(" " + p.Span.In(src))
		}
	}
	return b.String()
}

func TestOf(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"The mayor opened the bridge in Leeds on Friday.", []string{"open | S The mayor | O the bridge | in Leeds | @Friday | at Leeds"}},
		{"The bridge was opened by the mayor.", []string{"open | O The bridge | S the mayor"}},
		{"The mayor, a former teacher, resigned on Friday.", []string{"resign | S The mayor | @Friday"}},
		{"The man who fled on Tuesday was caught on Friday.", []string{"flee | S The man | @Tuesday", "catch | O The man | @Friday"}},
		{"The envoy met farmers and visited a dam on Friday.", []string{
			"meet | S The envoy | O farmers | @Friday", "visit | S The envoy | O a dam | @Friday",
		}},
		{"The firm plans to sell its plant.", []string{"plan | S The firm", "sell | S The firm | O its plant | planned"}},
		{"The court failed to act.", []string{"fail | S The court", "not act | S The court"}},
		{"The minister denied stealing the money.", []string{"deny | S The minister", "steal | S The minister | O the money | denied | by The minister"}},
		{"The bank did not pay the debt.", []string{"not pay | S The bank | O the debt"}},
		{"The king may visit Ghana.", []string{"visit | S The king | O Ghana | possible"}},
		{"If the minister resigns, the town will be flooded.", []string{"resign | S the minister | conditional", "flood | O the town | planned"}},
		{"Ms. Gray said on Tuesday that the roof had collapsed in May.", []string{
			"saying say | S Ms. Gray | @Tuesday", "collapse | S the roof | @May | by Ms. Gray",
		}},
		{"The roof collapsed on Friday, police said.", []string{"collapse | S The roof | @Friday | by police", "saying say | S police"}},
		{"The roof collapsed, according to police.", []string{"collapse | S The roof | by police"}},
		{"“We sold the plant,” said Ms. Gray.", []string{"sell | S We | O the plant | by Ms. Gray", "saying say | S Ms. Gray"}},
		{"A blast in Leeds on Friday killed three people.", []string{"blast | in Leeds | @Friday | at Leeds", "kill | S A blast | O three people | @Friday"}},
		{"Friday’s explosion shocked the village.", []string{"explosion | @Friday", "shock | S Friday’s explosion | O the village"}},
		{"They have lived here since May.", []string{"state live | S They | @since May"}},
		{"The owner was wounded when a shell hit the house on Friday.", []string{
			"wound | O The owner | @Friday", "hit | S a shell | O the house | @Friday",
		}},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range claims.Of(read(t, tt.text)) {
			got = append(got, describe(c))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.text, diff)
		}
	}
}

func TestPassage(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The mayor, a former teacher, opened the bridge on Friday, police said.", "The mayor … opened the bridge on Friday"},
		{"On Friday the mayor of Leeds met farmers, who cheered.", "the mayor of Leeds met farmers"},
		{"The ferry sank off the cape but the head of fishing at the ministry says the crew were warned.", "The ferry sank off the cape"},
		{"Growers sold large stocks even as rain fell on the northern valleys.", "Growers sold large stocks"},
		{"Two were left hurt after nearly 300 fans came through the gates.", "Two were left hurt after nearly 300 fans came through the gates"},
		{"Customs seized 5.4 kilograms (12 pounds) of tea on Monday.", "Customs seized 5.4 kilograms (12 pounds) of tea on Monday"},
		{"Masts on the 12-kilometre (seven-mile) bridge, the longest here, fell on Monday.", "Masts on the 12-kilometre (seven-mile) bridge … fell on Monday"},
		{"The council repealed in May a levy voters backed by a wide margin in 2016.", "The council repealed in May a levy voters backed by a wide margin in 2016"},
	}
	for _, tt := range tests {
		p := read(t, tt.text)
		var parts []string
		for _, s := range claims.Of(p)[0].Passage() {
			parts = append(parts, s.In(tt.text))
		}
		if got := strings.Join(parts, " … "); got != tt.want {
			t.Errorf("%s: passage %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestPassageOf asks for the passage and the time of what one verb of a sentence tells.
func TestPassageOf(t *testing.T) {
	for _, tt := range []struct{ text, verb, passage, time string }{
		// a relative clause without a pronoun belongs to its noun, and is a claim of its own
		{"He won in a state the party lost in 2016.", "won", "He won in a state the party lost in 2016", ""},
		{"He won in a state the party lost in 2016.", "lost", "a state the party lost in 2016", "2016"},
		// adjectives in a row, a gerund that says which noun, a participle inside a noun
		{"Police blocked narrow and dark, old streets.", "blocked", "Police blocked narrow and dark, old streets", ""},
		{"The bank closed and rising prices hit buyers in May.", "hit", "rising prices hit buyers in May", "May"},
		{"A court heard a firm owned hotel burned in May.", "burned", "a firm owned hotel burned in May", "May"},
		// a rate belongs to what has it, and a subject goes on behind an insertion
		{"A truck going 80 kilometres an hour hit the gate on Monday.", "hit", "A truck going 80 kilometres an hour hit the gate on Monday", "Monday"},
		{"Prices, or what is paid at the gate, showed a rise in May.", "showed", "Prices … showed a rise in May", "May"},
		// a time that only says which noun dates no verb
		{"The Golden Reed Award of 2004 went to a farmer.", "went", "The Golden Reed Award of 2004 went to a farmer", ""},
		{"Turnover fell from the figure for May.", "fell", "Turnover fell from the figure for May", ""},
		{"She was named player of the year.", "named", "She was named player of the year", ""},
	} {
		found := false
		for _, c := range claims.Of(read(t, tt.text)) {
			if c.Trigger.In(tt.text) != tt.verb {
				continue
			}
			found = true
			var parts []string
			for _, s := range c.Passage() {
				parts = append(parts, s.In(tt.text))
			}
			time := ""
			if c.Time != nil {
				time = c.Time.Text
			}
			if got := strings.Join(parts, " … "); got != tt.passage || time != tt.time {
				t.Errorf("%s: “%s” tells %q at %q, want %q at %q", tt.text, tt.verb, got, time, tt.passage, tt.time)
			}
		}
		if !found {
			t.Errorf("%s: “%s” tells nothing", tt.text, tt.verb)
		}
	}
}

// A sentence without an end costs its length, not the square of it, and nothing
// panics on what is no prose.
func TestOfOddText(t *testing.T) {
	for _, unit := range []string{
		"he said that she said on Friday that ", "the attack of ", "A, B and ", "met and ", "to go ", "on Friday, ", "who left ", "“", "in Rome in ",
	} {
		p := read(t, strings.Repeat(unit, 3000))
		for _, c := range claims.Of(p) {
			for _, s := range c.Passage() {
				if s.Start >= s.End || s.End > len(p.Article.Flow()) {
					t.Fatalf("%q: passage %v", unit, s)
				}
			}
		}
	}
}
