package timeline

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/text"
)

// dayEntry returns a list item with one rule.
func dayEntry(key, rule string) string {
	return fmt.Sprintf("- {key: %s, kind: named-day, rule: %q, aliases: [Some Day], source: calendar}\n", key, rule)
}

func TestRules(t *testing.T) {
	tests := []struct {
		rule string
		year int
		want string // empty: no such day that year
	}{
		{"--06-12", 2018, "2018-06-12"},
		{"--02-29", 2016, "2016-02-29"},
		{"--02-29", 2018, ""},
		{"easter", 2018, "2018-04-01"},
		{"easter", 2024, "2024-03-31"},
		{"easter", 2000, "2000-04-23"},
		{"easter", 1961, "1961-04-02"},
		{"easter-2", 2019, "2019-04-19"},
		{"easter+49", 2018, "2018-05-20"},
		{"orthodox-easter", 2018, "2018-04-08"},
		{"orthodox-easter", 2024, "2024-05-05"},
		{"orthodox-easter-7", 2018, "2018-04-01"},
		{"orthodox-easter+1", 2018, "2018-04-09"},
		{"4 thursday november", 2018, "2018-11-22"},
		{"4 thursday november +1", 2018, "2018-11-23"},
		{"1 monday november +1", 2016, "2016-11-08"},
		{"1 monday november +1", 2022, "2022-11-08"},
		{"3 monday january", 2019, "2019-01-21"},
		{"5 thursday may", 2018, "2018-05-31"},
		{"5 friday may", 2018, ""},
		{"last monday may", 2024, "2024-05-27"},
		{"last sunday october -1", 2018, "2018-10-27"},
		{"Last Monday May", 2018, "2018-05-28"},
		{"unknown", 2018, ""},
	}
	for _, tt := range tests {
		a, err := ParseAlmanac("a.yaml", []byte(dayEntry("k", tt.rule)))
		if err != nil {
			t.Errorf("%s: %v", tt.rule, err)
			continue
		}
		got := ""
		if d, ok := a.Entries[0].In(tt.year); ok {
			got = d.String()
		}
		if got != tt.want {
			t.Errorf("%s in %d = %q, want %q", tt.rule, tt.year, got, tt.want)
		}
	}
}

func TestRulesRefused(t *testing.T) {
	for _, rule := range []string{"06-12", "--13-01", "--02-30", "--6-12", "easter-", "easter+x", "paska", "6 friday may", "0 friday may", "-2 friday may", "4 may", "4 thursday", "thursday november", "4 thursday november x", "4 november thursday", "easter+400", "1 monday may +400", "first monday may"} {
		_, err := ParseAlmanac("a.yaml", []byte(dayEntry("k", rule)))
		if err == nil || !strings.HasPrefix(err.(*multierror.Error).Errors[0].Error(), "a.yaml:1:") {
			t.Errorf("rule %q: err = %v, want a located one", rule, err)
		}
	}
}

// TestAlmanacErrors checks that every problem is reported at once, each where
// it stands.
func TestAlmanacErrors(t *testing.T) {
	src := `- {key: one, kind: event, from: 2018-06-12, aliases: [One], source: here}
- {kind: event, from: 2018-06-12, aliases: [Two], source: here}
- {key: three, kind: event, from: 2018-06-12, aliases: [Three]}
- key: four
  kind: feast
  from: 2018-06-12
  aliases: [Four]
  source: here
- {key: five, kind: event, from: 2018-06-12, source: here}
- {key: six, kind: named-day, aliases: [Six], source: here}
- {key: seven, kind: event, from: 12 June 2018, aliases: [Seven], source: here}
- {key: eight, kind: event, from: 2018-06-12, to: 2018-06-12, aliases: [Eight], source: here}
- {key: nine, kind: event, aliases: [Nine], source: here}
- {key: ten, kind: event, from: 2018-06-12, rule: easter, aliases: [Ten], source: here}
- {key: eleven, kind: event, from: 2018-06-12, aliases: [" "], source: here}
- {key: twelve, kind: event, from: 2018-06-12, words: ["two words"], source: here}
- {key: thirteen, kind: event, from: 2018-06-12, words: ["*"], source: here}
- {key: one, kind: event, from: 2018-06-12, aliases: [Again], source: here}
- {key: fifteen, kind: event, from: 2018-06-12, aliases: ["a b c d e f g h i j k l m"], source: here}
- {key: sixteen, kind: event, from: 2018-06-12, aliasses: [Sixteen], source: here}
`
	a, err := ParseAlmanac("a.yaml", []byte(src))
	var all *multierror.Error
	if !errors.As(err, &all) {
		t.Fatalf("err = %v, want all problems", err)
	}
	var got []string
	for _, e := range all.Errors {
		var at *AlmanacError
		if !errors.As(e, &at) {
			t.Fatalf("%v has no place", e)
		}
		got = append(got, fmt.Sprintf("%d:%s", at.Line, at.Message))
	}
	want := []string{
		"2:an entry has no key",
		`3:entry "three" has no source: say where its date comes from`,
		`4:entry "four": kind "feast" is none of named-day, event, office, series`,
		`9:entry "five" can never be found: give it aliases or words`,
		`10:entry "six": a named day needs a rule such as "--06-12", "easter-2" or "4 thursday november"`,
		`11:entry "seven": "12 June 2018" is no day of the form 2018-06-17`,
		`12:entry "eight": from 2018-06-12 is not before to 2018-06-12 (to is the day after the last one)`,
		`13:entry "nine": an event needs from`,
		`14:entry "ten": only a named day has a rule; give from and to`,
		`15:entry "eleven": alias " " has no word`,
		`16:entry "twelve": word group "two words": alternatives are single words, * only at the end`,
		`17:entry "thirteen": word group "*": alternatives are single words, * only at the end`,
		`18:key "one" stands twice, first in line 1`,
		`19:entry "fifteen": alias "a b c d e f g h i j k l m" has more than 12 words and signs: take a shorter part of it`,
		`20:unknown field "aliasses"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if len(a.Entries) != 1 || a.Entries[0].Origin() != "a.yaml:1" {
		t.Errorf("what can be read is kept: got %d entries", len(a.Entries))
	}
}

func TestAlmanacColumn(t *testing.T) {
	_, err := ParseAlmanac("a.yaml", []byte("# a comment\n\n  - kind: event\n    source: here\n"))
	if err == nil || !strings.Contains(err.Error(), "a.yaml:3:") {
		t.Errorf("err = %v, want line 3", err)
	}
	var at *AlmanacError
	if errors.As(err, &at) && at.Column < 3 {
		t.Errorf("column %d, want that of the entry", at.Column)
	}
}

// TestHostileAlmanac reads what is no almanac: an error or an empty almanac,
// never a panic.
func TestHostileAlmanac(t *testing.T) {
	for _, src := range []string{
		"key: value", "just words", "- just words", "- [a, b]", "- 3", "- null", "-", "[", "{", "- {", "- &a [*a]", "\t- x", "- key: [1, 2]",
		"- {key: a, kind: named-day, rule: easter+99999999999999999999, aliases: [A], source: s}",
		"- {key: a, kind: named-day, rule: easter+9999999, aliases: [A], source: s}",
		"- {key: a, kind: named-day, rule: \"1 friday may -9999999\", aliases: [A], source: s}",
		"- {key: a, kind: named-day, rule: \"999999999999 friday may\", aliases: [A], source: s}",
		"- {key: a, kind: event, from: 9999-99-99, aliases: [A], source: s}",
		"- {key: a, key: b, kind: event}", "\x00", "\xff\xfe", "--- \n...\n---\n- x",
	} {
		a, err := ParseAlmanac("a.yaml", []byte(src))
		if err == nil && a != nil && len(a.Entries) > 0 {
			t.Errorf("%q is read as %d entries", src, len(a.Entries))
		}
	}
	for _, src := range []string{"", "# nothing\n", "[]", "---\n"} {
		if a, err := ParseAlmanac("a.yaml", []byte(src)); err != nil || len(a.Entries) != 0 {
			t.Errorf("%q: %v, want an empty almanac", src, err)
		}
	}
	if _, err := ParseAlmanac("a.yaml", make([]byte, MaxAlmanac+1)); err == nil {
		t.Error("an almanac over the limit is read")
	}
}

func TestJoin(t *testing.T) {
	own, err := ParseAlmanac("own.yaml", []byte(`
- {key: russia-day, label: Russia Day by our desk, kind: named-day, rule: "--06-13", aliases: [Russia Day], source: desk}
- {key: our-day, kind: named-day, rule: "--06-11", aliases: [Harbour Day], source: desk}
- {key: rope-day, kind: named-day, rule: "--06-10", aliases: ["Day of Rope & Oar!"], source: desk}
`))
	if err != nil {
		t.Fatal(err)
	}
	all := Join(BuiltinAlmanac(), own)
	if got, want := len(all.Entries), len(BuiltinAlmanac().Entries)+2; got != want {
		t.Errorf("%d entries, want %d: one is replaced, two are new", got, want)
	}
	check(t, &Options{Almanac: all}, []row{
		{"2018-06-17 Sun", "They spoke on the Day of Rope & Oar!", "the Day of Rope & Oar!", "DATE", "2018-06-10", "2018-06-10", "2018-06-11"},
		{"2018-06-17 Sun", "They spoke on Russia Day.", "Russia Day", "DATE", "2018-06-13", "2018-06-13", "2018-06-14"},
		{"2018-06-17 Sun", "They spoke on Harbour Day.", "Harbour Day", "DATE", "2018-06-11", "2018-06-11", "2018-06-12"},
		{"2018-06-17 Sun", "They spoke on May Day.", "May Day", "DATE", "2018-05-01", "2018-05-01", "2018-05-02"},
	})
	check(t, defaults(), []row{
		{"2018-06-17 Sun", "They spoke on Russia Day.", "Russia Day", "DATE", "2018-06-12", "2018-06-12", "2018-06-13"},
	})
}

func TestBuiltinAlmanac(t *testing.T) {
	for _, e := range BuiltinAlmanac().Entries {
		if e.Source == "" || e.Label == "" {
			t.Errorf("%s: no source or label", e.Key)
		}
		if e.Yearly() == e.When().Known() {
			t.Errorf("%s: want either a rule or days", e.Key)
		}
	}
}

func TestNearest(t *testing.T) {
	a := BuiltinAlmanac()
	find := func(key string) *Entry {
		for _, e := range a.Entries {
			if e.Key == key {
				return e
			}
		}
		t.Fatalf("no entry %s", key)
		return nil
	}
	for _, tt := range []struct{ key, from, want string }{
		{"new-years-day", "2018-12-28", "2019-01-01"},
		{"new-years-day", "2019-01-04", "2019-01-01"},
		{"christmas-day", "2019-01-04", "2018-12-25"},
		{"russia-day", "2018-06-17", "2018-06-12"},
		{"russia-day", "2018-12-05", "2018-06-12"}, // half a year off: the past one
		{"easter-sunday", "2018-03-28", "2018-04-01"},
		{"passover", "2018-03-28", ""},
	} {
		d, err := ParseDay(tt.from)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if near, ok := find(tt.key).Nearest(d); ok {
			got = near.String()
		}
		if got != tt.want {
			t.Errorf("%s nearest to %s = %q, want %q", tt.key, tt.from, got, tt.want)
		}
	}
}

func TestMentions(t *testing.T) {
	a, err := ParseAlmanac("a.yaml", []byte(`
- {key: mill-fire, kind: event, from: 2018-05-02, to: 2018-05-03, words: ["mill|mills", "fire|burn*", "Whitby"], source: own}
- {key: mutiny, kind: event, from: 2017-03-01, to: 2017-03-02, aliases: ["Petrel mutiny", "mutiny on the Petrel"], source: own}
- {key: rains, kind: series, words: ["rain*", "flood*"], source: own}
- {key: mayor-roe, kind: office, from: 2016-01-01, words: ["Mayor", "Roe"], source: own}
- {key: mill-day, kind: named-day, rule: "--05-02", aliases: ["Mill Day"], source: own}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Two mills burned down in Whitby.", []string{"mill-fire: mills burned down in Whitby"}},
		{"In Whitby the fire took a mill.", []string{"mill-fire: Whitby the fire took a mill"}},
		{"Two mills burned down in wexley.", nil}, // a name keeps its capital
		{"Two mills stood in Whitby.", nil},
		{"Fires burned, milliners wept, Whitby slept.", nil}, // mill has no *
		{"The Petrel mutiny is long past.", []string{"mutiny: Petrel mutiny"}},
		{"MUTINY ON THE PETREL", []string{"mutiny: MUTINY ON THE PETREL"}},
		{"The petrel mutiny is long past.", nil},
		{"A mutiny on the Petrel is long past.", []string{"mutiny: mutiny on the Petrel"}},
		{"Rainy days brought flooding.", []string{"rains: Rainy days brought flooding"}},
		{"Mayor Jane Roe spoke on Mill Day.", []string{"mayor-roe: Mayor Jane Roe"}},
		{"", nil},
	} {
		var got []string
		for _, m := range a.Mentions(tt.text, text.Span{End: len(tt.text)}) {
			got = append(got, m.Entry.Key+": "+m.Span.In(tt.text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func FuzzParseAlmanac(f *testing.F) {
	f.Add([]byte(dayEntry("a", "easter-2") + dayEntry("b", "4 thursday november +1") + dayEntry("c", "--02-29")))
	f.Add([]byte("- {key: a, kind: event, from: 2018-06-12, to: 2018-06-14, words: [\"a|b*\", \"C\"], source: s}\n"))
	f.Add([]byte("- key: a\n  kind: office\n  from: 2018-06-12\n  aliases:\n  - Mayor Roe\n  source: s\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 4<<10 {
			return
		}
		a, err := ParseAlmanac("a.yaml", src)
		if err != nil {
			for _, e := range multierror.Append(nil, err).Errors {
				var at *AlmanacError
				if !errors.As(e, &at) || at.Line < 1 || at.Column < 1 {
					t.Fatalf("%v has no place", e)
				}
			}
		}
		if a == nil {
			return
		}
		sentence := "On Easter the Mayor of some day spoke of a C and b."
		for _, e := range a.Entries {
			for _, year := range []int{-1, 0, 1583, 2018, 4000, 99999} {
				if d, ok := e.In(year); ok {
					if y, _, _ := d.Civil(); y < year-1 || y > year+1 {
						t.Fatalf("%s in %d = %s", e.Rule, year, d)
					}
				}
			}
			e.Nearest(Date(2018, 6, 17))
			if len(e.Aliases) > 0 {
				sentence += " " + e.Aliases[0]
			}
			if e.When().Empty() && !e.Yearly() {
				t.Fatalf("%s has neither rule nor days", e.Key)
			}
		}
		for _, m := range a.Mentions(sentence, text.Span{End: len(sentence)}) {
			if m.Span.Start < 0 || m.Span.End > len(sentence) || m.Span.Len() <= 0 {
				t.Fatalf("mention %v outside %q", m.Span, sentence)
			}
		}
		readBody(t, "2018-06-17 Sun", sentence, &Options{Almanac: Join(BuiltinAlmanac(), a)})
	})
}
