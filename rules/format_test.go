package rules

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// The rules that ship are laid out, and no line is longer than 120 characters.
func TestFormatShipped(t *testing.T) {
	got, err := Format(Source{"rules.cel", shippedText})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(shippedText, got); diff != "" {
		t.Errorf("rules.cel is not laid out: run factcheck rules fmt rules.cel (-is +wanted)\n%s", diff)
	}
	for i, line := range strings.Split(shippedText, "\n") {
		if n := utf8.RuneCountInString(line); n > lineWidth {
			t.Errorf("rules.cel:%d: %d characters: %s", i+1, n, line)
		}
	}
}

// long is a text of words of one letter, n characters long.
func long(n int) string { return strings.Repeat("a ", n/2-1) + "aa" }

func TestFormat(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"blanks and indents", `[ Rule{id:"a/b",
severity :note,over: time,  when: time.valid&&!( time.text=="x" ) , message : time.text
  }
  ]`, `[
  Rule{ id: "a/b",
    severity: note, over: time, when: time.valid && !(time.text == "x"), message: time.text
  }
]
`},
		{"signs, optional parts, maps and lists", `[Rule{ let: { "x" : -1 , "y":[ 1,- 2 ] }, when: x-y[ 0 ] > -3 && a.?b.orValue( 1 ) in [1] ? !c : d( e )[ 0 ] }]`,
			`[
  Rule{ let: { "x": -1, "y": [1, -2] }, when: x - y[0] > -3 && a.?b.orValue(1) in [1] ? !c : d(e)[0] }]
`},
		{"comments and blank lines", `// head


[ // why
  // of its own


  Rule{ id: "a/b", // behind
    // inside
    when: a
  // before an operator
  && b },

]
// end`, `// head

[ // why
  // of its own

  Rule{ id: "a/b", // behind
    // inside
    when: a
      // before an operator
      && b },

]
// end
`},
		{"broken at the outermost place", `[
Rule{ when: (` + strings.Repeat("a", 50) + ` || b) && ` + strings.Repeat("c", 60) + ` },
]`, `[
  Rule{ when: (` + strings.Repeat("a", 50) + ` || b)
      && ` + strings.Repeat("c", 60) + ` },
]
`},
		{"a text cut in parts", `[
Case{ fires: 1, text: "` + long(80) + `. ` + long(60) + `" },
]`, `[
  Case{ fires: 1,
    text: "` + long(80) + `."
      + " ` + long(60) + `" },
]
`},
		{"a text with a function stays whole", `[
Rule{ message: "` + long(130) + `".format([a]) },
]`, `[
  Rule{
    message: "` + long(130) + `".format([
      a]) },
]
`},
		{"marks of a case stay whole", `[
Case{ text: "` + long(90) + ` [[` + long(40) + `]]." },
]`, `[
  Case{
    text: "` + long(90) + `"
      + " [[` + long(40) + `]]." },
]
`},
		{"help is folded", `[
Rule{
    help: """` + long(130) + `
      next line""" },
]`, `[
  Rule{
    help: """` + strings.TrimSpace(strings.Repeat("a ", 54)) + `
      ` + strings.Repeat("a ", 10) + `aa next line""" },
]
`},
		{"sections are listed", `// Rules.
//
// Contents:
//   Old: a/x
[
// ---- One ----
Rule{ id: "a/b" },
Rule{ id: "a/c" },
// ---- Two ----
Rule{ id: "a/d" },
]`, `// Rules.
//
// Contents:
//   One: a/b, a/c
//   Two: a/d
[
  // ---- One ----
  Rule{ id: "a/b" },
  Rule{ id: "a/c" },
  // ---- Two ----
  Rule{ id: "a/d" },
]
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Format(Source{"house.cel", tt.text})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if again, err := Format(Source{"house.cel", got}); err != nil || again != got {
				t.Errorf("laid out twice: %v\n%s", err, cmp.Diff(got, again))
			}
		})
	}
}

// What cannot be parsed is left as it is.
func TestFormatBroken(t *testing.T) {
	const text = "[\nRule{ id: \"a/b\", when: a ==, message: },\n]"
	got, err := Format(Source{"house.cel", text})
	if got != text || err == nil || !strings.HasPrefix(err.Error(), "house.cel:2:") {
		t.Errorf("Format = %q, %v", got, err)
	}
}

// Texts that parse say the same when they are laid out, and are laid out for good.
func FuzzFormat(f *testing.F) {
	f.Add(shippedText[:strings.Index(shippedText, "  Define{ name: \"date_drifts\"")] + "]")
	f.Add(strings.Join(strings.Fields(`[ Rule{ id: "a/b", when: a ? b : c, let: { "x": [1, 2][0] }, message: """x""" }, ]`), "\n"))
	f.Add("[Rule{a:-1-(-x),b:r'\\',c:b\"x\",d:[?e],f:{?\"a\":b},g:a.?b[0]?c:d,h:!(!a)}]//x")
	f.Fuzz(func(t *testing.T, text string) {
		was, _, err := meaning(Source{"x.cel", text})
		if err != nil {
			return
		}
		out, err := Format(Source{"x.cel", text})
		if err != nil {
			t.Fatal(err)
		}
		if is, _, err := meaning(Source{"x.cel", out}); err != nil || is != was {
			t.Fatalf("it says something else (%v):\n%s", err, out)
		}
		if again, err := Format(Source{"x.cel", out}); err != nil || again != out {
			t.Fatalf("laid out twice (%v):\n%s", err, cmp.Diff(out, again))
		}
	})
}
