package syntax_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// read returns a sentence of its own.
func read(src string) *syntax.Sentence {
	s := new(syntax.Sentence)
	s.Reset(src, text.Span{End: len(src)})
	return s
}

// group returns the text of tokens [first, end).
func group(s *syntax.Sentence, src string, first, end int) string {
	tokens := s.Tokens()
	return src[tokens[first].Start:tokens[end-1].End]
}

// describe writes what a verb group tells.
func describe(s *syntax.Sentence, src string, g *syntax.VerbGroup) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", group(s, src, g.First, g.End), s.Lemma(g.Head))
	fmt.Fprintf(&b, " %s", [...]string{"", "finite", "infinitive", "participle", "gerund"}[g.Form])
	if g.Tense != syntax.NoTense {
		fmt.Fprintf(&b, " %s", [...]string{"", "past", "present", "future"}[g.Tense])
	}
	if g.Modality != syntax.Plain {
		fmt.Fprintf(&b, " %s", [...]string{
			"", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "need",
			"is-to", "going-to", "scheduled", "used-to",
		}[g.Modality])
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{g.Perfect, "perfect"}, {g.Progressive, "progressive"}, {g.Passive, "passive"}, {g.Negated, "negated"}, {g.Shared, "shared"}} {
		if f.on {
			b.WriteString(" " + f.name)
		}
	}
	return b.String()
}

// "That" behind a day opens what was said; it takes up no day.
func TestReportingThat(t *testing.T) {
	s := read("She told the court on Monday that her brother had fled.")
	if got := s.Tags()[6]; got != tag.IN {
		t.Errorf("that behind Monday is %v, want IN", got)
	}
}

func TestVerbGroups(t *testing.T) {
	tests := []struct {
		sentence string
		want     []string
	}{
		{"Dow Jones shares also rose 50 cents.", []string{"rose: rise finite past"}},
		{"Profit from coal fell to $41 million.", []string{"fell: fall finite past"}},
		{"Profit rose 5 percent to 20 million euros.", []string{"rose: rise finite past"}},
		{"The airline, a unit of a Swiss group, cut 300 jobs.", []string{"cut: cut finite past"}},
		{"The deal, which both governments signed in May, collapsed on Friday.", []string{"signed: sign finite past", "collapsed: collapse finite past"}},
		{"Anna Smith, mayor of Leeds, resigns", []string{"resigns: resign finite present"}},
		{"The mayor resigned.", []string{"resigned: resign finite past"}},
		{"The mayor resigns today.", []string{"resigns: resign finite present"}},
		{"The mayor will resign.", []string{"will resign: resign finite future will"}},
		{"She'll not have left.", []string{"'ll not have left: leave finite future will perfect negated"}},
		{"He has been questioned.", []string{"has been questioned: question finite present perfect passive"}},
		{"The firm had been losing money.", []string{"had been losing: lose finite past perfect progressive"}},
		{"The river is rising.", []string{"is rising: rise finite present progressive"}},
		{"The road was being repaired.", []string{"was being repaired: repair finite past progressive passive"}},
		{"They didn’t pay.", []string{"didn’t pay: pay finite past negated"}},
		{"He never paid.", []string{"paid: pay finite past negated"}},
		{"The court may not agree.", []string{"may not agree: agree finite may negated"}},
		{"It must have rained.", []string{"must have rained: rain finite must perfect"}},
		{"The firm is going to sell the plant.", []string{"is going to sell: sell finite future going-to"}},
		{"The king was to visit the port.", []string{"was to visit: visit finite past is-to"}},
		{"The treaty is to be signed.", []string{"is to be signed: sign finite future is-to passive"}},
		{"The bank has to pay.", []string{"has to pay: pay finite present must"}},
		{"He used to live here.", []string{"used to live: live finite past used-to"}},
		{"The choir is scheduled to sing.", []string{"is scheduled: schedule finite present passive", "to sing: sing infinitive scheduled"}},
		{"They hope to win.", []string{"hope: hope finite present", "to win: win infinitive scheduled"}},
		{"They agreed to stay.", []string{"agreed: agree finite past", "to stay: stay infinitive"}},
		{"The envoy will meet farmers and visit a dam.", []string{"will meet: meet finite future will", "visit: visit finite future will shared"}},
		{"He was tried and acquitted.", []string{"was tried: try finite past passive", "acquitted: acquit finite past passive shared"}},
		{"The fee will be raised to 6p and paid in May.", []string{"will be raised: raise finite future will passive", "paid: pay finite future will passive shared"}},
		{"The fee will be raised and fell in May.", []string{"will be raised: raise finite future will passive", "fell: fall finite past"}},
		{"The group returned to profit in May.", []string{"returned: return finite past"}},
		{"The choir went back to work on Monday.", []string{"went: go finite past"}},
		{"He returned to help his son.", []string{"returned: return finite past", "to help: help infinitive"}},
		{"The bridge, built in 1931, closed.", []string{"built: build participle passive", "closed: close finite past"}},
		{"Having lost, he left.", []string{"Having lost: lose gerund perfect", "left: leave finite past"}},
		{"Did the judge resign?", []string{"Did the judge resign: resign finite past"}},
		{"He'd gone and I'd stay.", []string{"'d gone: go finite past perfect", "'d stay: stay finite would"}},
		{"The injured driver slept.", []string{"slept: sleep finite past"}},
		{"Sales firmed in spring.", []string{"firmed: firm finite past"}},
		{"The storm hit Graz on Monday.", []string{"hit: hit finite past"}},
		{"Harwich beat Alderton 2-1.", []string{"beat: beat finite past"}},
		{"Leeds United beat York City 3-0 at Elland Road.", []string{"beat: beat finite past"}},
		{"According to the clerk, it rained.", []string{"rained: rain finite past"}},
		{"Mayor opens library", []string{"opens: open finite present"}},
	}
	for _, tt := range tests {
		s := read(tt.sentence)
		var got []string
		for _, g := range s.VerbGroups() {
			got = append(got, describe(s, tt.sentence, &g))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.sentence, diff)
		}
	}
}

// A time in brackets, the main verb that it hangs on.
func TestGovernor(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		// it stands behind its verb
		{"The clerk told a hearing in [April] that he would appeal.", "told"},
		{"The clerk told a hearing that he would appeal in [April].", "appeal"},
		{"The owner said tenants had moved out in [June].", "moved"},
		{"Tenants had moved out, the owner said on [Friday].", "said"},
		{"The library will be closed next [week], the council said.", "closed"},
		{"The dam was finished in [1962] and blown up in 1970.", "finished"},
		{"The dam was finished in 1962 and blown up in [1970].", "blown"},
		{"The closing date is midnight [Sunday].", "is"},
		{"The choir hopes to return in [2031].", "return"},
		{"The choir is to sing from [May 3] to May 9.", "sing"},
		// between subject and verb
		{"A storm on [7 March] flooded the cellar.", "flooded"},
		{"Voters in [June] rejected the plan.", "rejected"},
		{"The clerk said the storm on [Friday] flooded the cellar.", "flooded"},
		// before its clause
		{"In [May], the firm, which has 40 workers, said it may move.", "said"},
		{"By [Sunday] the water had gone.", "gone"},
		{"Snow fell, and on [Monday] the pass was shut.", "shut"},
		{"He said that in [2003] the shop moved.", "moved"},
		// clauses inside others
		{"The shop, opened in [1950], sells hats.", "opened"},
		{"The shop, opened in 1950, sells hats until [Monday].", "sells"},
		{"The party, which was founded in 1990, on [Tuesday] chose a leader.", "chose"},
		{"The party, which was founded in [1990], chose a leader.", "founded"},
		{"A woman seen on [Friday] near the dam was found.", "seen"},
		{"The talks that began on [Monday] ended.", "began"},
		{"The fair, due in [March], was never held.", "held"},
		{"The fair, planned for next [Friday], has been put off.", "planned"},
	} {
		before, rest, _ := strings.Cut(tt.sentence, "[")
		time, after, _ := strings.Cut(rest, "]")
		src := before + time + after
		s := read(src)
		g, ok := s.Governor(text.Span{Start: len(before), End: len(before) + len(time)})
		if !ok || s.Text(g.Head) != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.sentence, s.Text(g.Head), ok, tt.want)
		}
	}
}

func TestGovernorOfNothing(t *testing.T) {
	for _, src := range []string{"", "On Monday.", "May 3"} {
		if g, ok := read(src).Governor(text.Span{End: len(src)}); ok {
			t.Errorf("%q: %+v", src, g)
		}
	}
	if g, ok := read("He left.").Governor(text.Span{Start: 90, End: 99}); ok {
		t.Errorf("a span behind the sentence: %+v", g)
	}
}

func TestNounGroups(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"The two injured drivers thanked a nurse.", "The two injured drivers|a nurse"},
		{"The mayor's old car hit it.", "The mayor's old car|it"},
		{"About 40 people from Leeds left.", "About 40 people|Leeds"},
		{"All the long-term loans were sold to Mr. Ode.", "All the long-term loans|Mr. Ode"},
		{"Who paid $40 million on June 3?", "Who|$40 million|June 3"},
	} {
		s := read(tt.sentence)
		var got []string
		for _, g := range s.NounGroups() {
			got = append(got, group(s, tt.sentence, g.First, g.End))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.sentence, diff)
		}
	}
	s := read("The mayor's new deputies met Ms. Ode.")
	groups := s.NounGroups()
	if len(groups) != 2 || s.Text(groups[0].Head) != "deputies" || groups[0].Proper || !groups[1].Proper {
		t.Errorf("groups %+v", groups)
	}
}

func TestLemma(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"Armies fought.", "army fight ."},
		{"She's been to meetings.", "she have be to meeting ."},
		{"He's tall.", "he be tall ."},
		{"We won't sell; they’d sold.", "we will n't sell ; they have sell ."},
		{"I'd go.", "i would go ."},
		{"Paris spoke.", "Paris speak ."},
	} {
		s := read(tt.sentence)
		var got []string
		for i := range s.Tokens() {
			got = append(got, s.Lemma(i))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.sentence, diff)
		}
	}
}

// Tags that depend on more than the neighbours.
func TestRepairs(t *testing.T) {
	for _, tt := range []struct{ sentence, word, want string }{
		{"Sales firmed in spring.", "firmed", "VBD"},
		{"The count of the missing rose by two.", "rose", "VBD"},
		{"A man held on Friday was freed.", "held", "VBN"},
		{"They moved in May 2011.", "May", "NNP"},
		{"Snow may fall.", "may", "MD"},
		{"She has been rowing in Wales.", "rowing", "VBG"},
		{"Mayor opens library", "opens", "VBZ"},
	} {
		s := read(tt.sentence)
		for i, got := range s.Tags() {
			if s.Text(i) == tt.word && got.String() != tt.want {
				t.Errorf("%s: %s is %v, want %s", tt.sentence, tt.word, got, tt.want)
			}
		}
	}
}

// One Sentence used again and again allocates nothing and remembers nothing.
func TestReset(t *testing.T) {
	const a, b = "The council will vote on Monday in the town hall, its leader said.", "It fell."
	src := a + " " + b
	var s syntax.Sentence
	first, second := text.Span{End: len(a)}, text.Span{Start: len(a) + 1, End: len(src)}
	use := func() {
		for _, span := range []text.Span{first, second} {
			s.Reset(src, span)
			s.VerbGroups()
			s.NounGroups()
			s.Governor(text.Span{Start: span.End - 2, End: span.End})
		}
	}
	if n := testing.AllocsPerRun(10, use); n != 0 && !raced {
		t.Errorf("%v allocations", n)
	}
	if got := s.Text(0); got != "It" || len(s.Tokens()) != 3 || s.Span() != second {
		t.Errorf("first token %q of %d in %v", got, len(s.Tokens()), s.Span())
	}
}

func TestManyGoroutines(t *testing.T) {
	const src = "The council will vote on Monday, its leader said."
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s := read(src)
			if g, _ := s.Governor(text.Span{Start: 25, End: 31}); s.Text(g.Head) != "vote" {
				t.Errorf("governor %q", s.Text(g.Head))
			}
		})
	}
	wg.Wait()
}

// Groups are ordered, inside, with their head in them.
func FuzzSentence(f *testing.F) {
	f.Add("The council will on Monday vote, its leader said in May.", 20, 26)
	f.Add("Did the “man” , who 'd gone to be not", 0, 3)
	f.Add("to be to is going to have been n't", 5, 9)
	f.Fuzz(func(t *testing.T, src string, start, end int) {
		if !utf8.ValidString(src) {
			return
		}
		s := read(src)
		n, last := len(s.Tokens()), 0
		for _, g := range s.VerbGroups() {
			if g.First < last || g.Head < g.First || g.Head >= g.End || g.End > n || g.Form == 0 {
				t.Fatalf("verb group %+v behind %d of %d tokens", g, last, n)
			}
			last = g.End
		}
		last = 0
		for _, g := range s.NounGroups() {
			if g.First < last || g.Head < g.First || g.Head >= g.End || g.End > n {
				t.Fatalf("noun group %+v behind %d of %d tokens", g, last, n)
			}
			last = g.End
		}
		for i := range s.Tokens() {
			s.Lemma(i)
		}
		if g, ok := s.Governor(text.Span{Start: start, End: end}); ok && !tag.Verbs.Has(s.Tags()[g.Head]) && s.Tags()[g.Head] != tag.TO {
			t.Fatalf("%v governs", s.Tags()[g.Head])
		}
	})
}

// Everything of a sentence, its tokens only, and nothing.
func BenchmarkSentence(b *testing.B) {
	const src = "The finance minister told reporters on Tuesday that the government would cut fuel taxes by 4.5 percent from July 1, two weeks earlier than planned."
	for _, bb := range []struct {
		name string
		ask  func(*syntax.Sentence)
	}{
		{"ask=tokens", func(s *syntax.Sentence) { s.Tokens() }},
		{"ask=tags", func(s *syntax.Sentence) { s.Tags() }},
		{"ask=governor", func(s *syntax.Sentence) { s.Governor(text.Span{Start: 39, End: 46}) }},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var s syntax.Sentence
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				s.Reset(src, text.Span{End: len(src)})
				bb.ask(&s)
			}
		})
	}
}
