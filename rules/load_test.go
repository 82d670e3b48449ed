package rules

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"
)

// problems returns the errors of Load as they are printed.
func problems(t *testing.T, err error) []string {
	t.Helper()
	var all *multierror.Error
	if err == nil {
		return nil
	}
	if !errors.As(err, &all) {
		t.Fatalf("Load returned %T, want *multierror.Error", err)
	}
	var out []string
	for _, e := range all.Errors {
		var located *Error
		if !errors.As(e, &located) {
			t.Fatalf("Load reported %T, want *Error", e)
		}
		out = append(out, e.Error())
	}
	return out
}

// in puts fields into a rule that is otherwise right, on line 3 from column 5
// on, below lines that are not ASCII.
func in(fields string) string {
	return "[ // règles — «дата»\n  Rule{ id: \"a/b\", severity: error, over: time, message: \"„" + "é”\",\n    " + fields + "\n  },\n]\n"
}

func TestLoadProblems(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string
	}{
		// The list.
		{"empty file", "", []string{`1:1: a rule file is a list (begin it with "[" and end it with "]")`}},
		{"no rules", "[]", nil},
		{"only a comment", "// é\n", []string{`2:1: a rule file is a list (begin it with "[" and end it with "]")`}},
		{"no list", "\n  Rule{}",
			[]string{`2:3: a rule file is a list (begin it with "[" and end it with "]")`, `2:3: Rule has no "id"`, `2:3: Rule has no "severity"`, `2:3: Rule has no "over"`, `2:3: Rule has no "when"`, `2:3: Rule has no "message"`}},
		{"unclosed list", "[\n",
			[]string{`1:2: the list of rules is not closed (end it with "]")`}},
		{"text after the list", "[] + []",
			[]string{`1:4: unexpected "+" after the list of rules`}},
		{"something else in it", "[\n  \"é\", when, Rule{",
			[]string{`2:3: expected Rule{…} or Define{…}, found "é"`, `2:18: Rule{ is not closed`, `2:19: the list of rules is not closed (end it with "]")`}},
		{"rules without a comma", strings.Replace(in("when: true"), "  },\n", "  }\n  Define{}\n", 1),
			[]string{`5:3: missing "," before Define`, `5:3: Define has no "name"`, `5:3: Define has no "over"`, `5:3: Define has no "as"`}},
		{"rule not closed", strings.Replace(in("when: true"), "  },\n", "  Define{}\n", 1),
			[]string{`2:7: Rule{ is not closed`, `4:3: Define has no "name"`, `4:3: Define has no "over"`, `4:3: Define has no "as"`}},
		{"unknown element", "[\n  Ruel{ id: \"a/b\" },\n]",
			[]string{`2:3: unknown element "Ruel", expected Rule{…} or Define{…} (did you mean "Rule"?)`}},
		{"not UTF-8", "[\n  // \xff\n]",
			[]string{`2:6: the file is not UTF-8 (save it as UTF-8)`}},
		// Fields.
		{"unknown field", in(`when: true, mesage: "x"`),
			[]string{`3:17: Rule has no field "mesage" (did you mean "message"?)`}},
		{"field twice", in("when: true,\n    when: false"),
			[]string{`4:5: "when" is given twice`}},
		{"all fields missing", "[\n\n  Rule{ },\n]",
			[]string{`3:3: Rule has no "id"`, `3:3: Rule has no "severity"`, `3:3: Rule has no "over"`, `3:3: Rule has no "when"`, `3:3: Rule has no "message"`}},
		{"optional field", in(`?when: true`),
			[]string{`3:6: "when" cannot be optional (leave out the "?")`}},
		{"tags not a list", in(`when: true, tags: "x"`),
			[]string{`3:23: tags must be a list of texts (write tags: ["x"])`}},
		{"a tag not a string", in(`when: true, tags: ["é", 3]`),
			[]string{`3:29: tags must be a list of texts`}},
		{"enabled not a bool", in(`when: true, enabled: 1`),
			[]string{`3:26: enabled must be true or false (write enabled: true)`}},
		{"empty help", in(`when: true, help: " "`),
			[]string{`3:23: help is empty`}},
		{"help not a string", in(`when: true, help: time.text`),
			[]string{`3:23: help must be a text in quotation marks`}},
		{"unknown confidence", in(`when: true, confidence: hihg`),
			[]string{`3:29: unknown confidence "hihg" (did you mean "high"?)`}},
		{"confidence of another type", in(`when: true, confidence: 1 + 1`),
			[]string{`3:29: confidence must be high, medium or low, not whole number`}},
		// Expressions.
		{"undeclared", in("when: time.valid &&\n\n      \"“é”\" == tme.text"),
			[]string{`5:16: unknown name "tme" (did you mean "time"?)`}},
		{"variable of another scope", in(`when: conflict.hard`),
			[]string{`3:11: unknown name "conflict" (it is known over conflict, not over time)`}},
		{"unknown function", in(`when: time.text.lowerAsci() == "é"`),
			[]string{`3:21: unknown function "lowerAsci" (did you mean "lowerAscii"?)`}},
		{"unknown function of a library", in(`when: maths.abs(3) > 2`),
			[]string{`3:11: unknown name "maths" (did you mean "math"?)`}},
		{"unknown field of a fact", in(`when: "é" == time.wekday_name`),
			[]string{`3:23: Time has no field "wekday_name" (did you mean "weekday_name"?)`}},
		{"unknown field in a macro", in(`when: time.fixes.exists(f, "é" == f.mesage)`),
			[]string{`3:41: Fix has no field "mesage" (did you mean "message"?)`}},
		{"unknown field of a day", in(`when: time.date.yaer == 2018`),
			[]string{`3:21: Day has no field "yaer" (did you mean "year"?)`}},
		{"unknown field after ?", in(`when: time.?dat.hasValue()`),
			[]string{`3:17: Time has no field "dat" (did you mean "at"?)`}},
		{"comparison of types", in(`when: time.weekday > "é"`),
			[]string{`3:24: cannot compare whole number and text with ">" (weekdays are counted from 1 for Monday; weekday_name is their name)`}},
		{"day and string", in(`when: time.date < "2018-06-01"`),
			[]string{`3:21: cannot compare Day and text with "<" (write date("2018-06-01"))`}},
		{"sum of types", in(`when: time.text + 1 == ""`),
			[]string{`3:21: "+" cannot be applied to text and whole number (write "… %s …".format([…]), or string(…) around the other side)`}},
		{"and of no bool", in(`when: time.valid && time.text`),
			[]string{`3:30: expected true or false, found text`}},
		{"not of no bool", in(`when: !time.text`),
			[]string{`3:11: "!" needs true or false, not text`}},
		{"condition of a loop", in(`when: time.fixes.all(f, f.message)`),
			[]string{`3:31: expected true or false, found text`}},
		{"condition of a filter", in(`when: time.fixes.filter(f, 1).size() > 0`),
			[]string{`3:22: the condition of filter must be true or false, not whole number`}},
		{"conditional", in(`when: time.text ? true : false`),
			[]string{`3:21: the condition before "?" must be true or false, not text`}},
		{"loop over no list", in(`when: time.text.exists(c, c == "é")`),
			[]string{`3:16: cannot loop over text (only over a list or a map)`}},
		{"argument of a function", in(`when: time.when.overlaps(time.text)`),
			[]string{`3:21: Interval.overlaps cannot be called with (text) (it is called as Interval.overlaps(Interval))`}},
		{"has of no field", in(`when: has(time)`),
			[]string{`3:15: has() asks for a field (as in has(time.date))`}},
		{"in of no list", in(`when: time.text in "é"`),
			[]string{`3:21: cannot look for text in text (write text.contains(part))`}},
		{"index", in(`when: time.fixes["é"].message == ""`),
			[]string{`3:21: cannot take element text of list of Fix`}},
		{"field of no struct", in(`when: time.text.size.x`),
			[]string{`3:21: text has no fields (size is a function: write .size())`}},
		{"no such day", in(`when: time.date == date("2018-06-31")`),
			[]string{`3:29: "2018-06-31" is not a day, write it as 2018-06-17`}},
		{"bad regular expression", in(`when: time.text.matches("(é")`),
			[]string{`3:29: this is not a valid regular expression`}},
		{"format with too little", in(`when: "%s %s".format(["é"]) == ""`),
			[]string{`3:19: the format has more placeholders than there are values`}},
		{"when is no bool", in(`when: time.text`),
			[]string{`3:11: when must be true or false, not text`}},
		{"at is no place", in(`when: true, at: time.text`),
			[]string{`3:21: at must be a fact with a place, not text (as in at: time, or at: time.at)`}},
		{"related is no list of notes", in(`when: true, related: [time.text]`),
			[]string{`3:26: related must be a list of Note, not list of texts (as in [Note{at: time.at, message: "…"}])`}},
		{"note without a place", in(`when: true, related: [Note{at: time, message: "é"}]`),
			[]string{`3:32: "at" must be Place, not Time (write time.at)`}},
		{"note with a wrong field", in(`when: true, related: [Note{at: time.at, mesage: "é"}]`),
			[]string{`3:45: Note has no field "mesage" (did you mean "message"?)`}},
		{"unknown type", in(`when: true, related: [Notes{at: time.at}]`),
			[]string{`3:27: unknown type "Notes" (did you mean "Note"?)`}},
		{"suggest is no list", in(`when: true, suggest: "é"`),
			[]string{`3:26: suggest must be a list of texts or Fix, not text (put it in square brackets: suggest: [ … ])`}},
		{"assume is no list", in(`when: true, assume: [3]`),
			[]string{`3:25: assume must be a list of texts, not list of whole numbers`}},
		// Names.
		{"unused let", in(`when: true, let: {"é": 1, "x": 2}`),
			[]string{`3:23: "é" cannot be a name (letters, digits and underscores)`, `3:31: "x" is named but not used`}},
		{"let is no map", in(`when: true, let: [1]`),
			[]string{`3:22: let must be a map of names to expressions (as in let: {"name": expression})`}},
		{"let shadows a variable", in(`when: true, let: {"time": 1}`),
			[]string{`3:23: the name "time" is taken (it is a variable of the scope)`}},
		{"let twice", in(`when: x > 0, let: {"x": 1, "x": 2}`),
			[]string{`3:32: the name "x" is taken`}},
		{"error in a let", in(`when: x, let: {"x": tim.valid}`),
			[]string{`3:25: unknown name "tim" (did you mean "time"?)`}},
		// Syntax.
		{"comma missing between fields", in("when: true\n    help: \"é\""),
			[]string{`4:5: missing "," before "help"`}},
		{"comma missing in a list", in(`when: true, tags: ["é" "è"]`),
			[]string{`3:28: missing "," or operator before "è"`}},
		{"single equals", in(`when: time.text = "é"`),
			[]string{`3:21: single "=" (compare with "==")`}},
		{"single ampersand", in(`when: time.valid & true`),
			[]string{`3:22: single "&" (write "&&")`}},
		{"word operator", in(`when: time.valid and true`),
			[]string{`3:22: unexpected "and" (write "&&" instead of "and")`}},
		{"word not", in(`when: not time.valid`),
			[]string{`3:11: unexpected "not" (write "!" instead of "not")`}},
		{"quoted field name", in(`"when": true`),
			[]string{`3:5: unexpected "when" (the name of a field has no quotation marks)`}},
		{"curly quotes", in(`when: time.text == “é”`),
			[]string{`3:24: unexpected “ (quote with straight quotation marks)`}},
		{"unclosed string", in(`when: time.text == "é`),
			[]string{`3:24: the string is not closed (end it on its line; a text of several lines stands between """ and """)`}},
		{"unclosed parenthesis", in(`when: (time.valid && true, help: "é"`),
			[]string{`3:11: "(" is not closed`}},
		{"surplus parenthesis", in(`when: time.valid) && true`),
			[]string{`3:21: unexpected ")"`}},
		{"operand missing", in(`when: "é" == time.text && , help: "x"`),
			[]string{`3:28: something is missing after "&&"`}},
		{"reserved word", in(`when: for == 1`),
			[]string{`3:11: "for" is a reserved word (choose another name)`}},
		{"unknown escape", in(`when: time.text == "é\d"`),
			[]string{`3:24: the string "é\d" has an escape that CEL does not know (write \\ for a backslash)`}},
		{"hash comment", in("when: true, # é"),
			[]string{`3:17: unexpected "#" (a comment begins with "//")`}},
		{"semicolon", in("when: true;"),
			[]string{`3:15: unexpected ";" (separate with ",")`}},
		{"too deep", in("when: " + strings.Repeat("(", 100) + "true" + strings.Repeat(")", 100)),
			[]string{`3:70: nested more than 60 deep (name parts of it with let)`}},
		{"too long a chain", in("when: time" + strings.Repeat(".a", 400)),
			[]string{`2:3: the expression is nested too deeply (name parts of it with let)`}},
		// Cases.
		{"tests is no list", in(`when: true, tests: Case{fires: 1, text: "é"}`),
			[]string{`3:24: tests must be a list of Case{…} (write tests: [Case{…}])`}},
		{"a test is no case", in(`when: true, tests: ["é"]`),
			[]string{`3:25: expected Case{…}`}},
		{"empty case", in(`when: true, tests: [Case{}]`),
			[]string{`3:25: Case has no "fires"`, `3:25: Case has neither text nor story nor file`}},
		{"fires is no number", in(`when: true, tests: [Case{fires: "é", text: "é"}]`),
			[]string{`3:37: fires must be a whole number from 0 to 1000 (how many findings the rule must have, as in fires: 1)`}},
		{"fires is negative", in(`when: true, tests: [Case{fires: -1, text: "é"}]`),
			[]string{`3:37: fires must be a whole number from 0 to 1000 (how many findings the rule must have, as in fires: 1)`}},
		{"published is no date", in(`when: true, tests: [Case{fires: 1, text: "é", published: "2018-13-01"}]`),
			[]string{`3:62: "2018-13-01" is not a date (write it as 2018-06-17)`}},
		{"text and story", in(`when: true, tests: [Case{fires: 1, text: "é", story: ["é"]}]`),
			[]string{`3:51: a case has text or story, not both`}},
		{"marks do not pair", in(`when: true, tests: [Case{fires: 1, text: "é [[x"}]`),
			[]string{`3:46: "[[" without "]]"`}},
		{"marks in a quiet case", in(`when: true, tests: [Case{fires: 0, text: "é [[x]]"}]`),
			[]string{`3:25: the case marks a finding with [[…]] but says fires: 0`}},
		{"marks in a source", in(`when: true, tests: [Case{fires: 1, text: "é", sources: ["[[x]]"]}]`),
			[]string{`3:61: a source has no findings, so no [[…]]`}},
		{"unknown field of a case", in(`when: true, tests: [Case{fires: 1, txt: "é"}]`),
			[]string{`3:25: Case has neither text nor story nor file`, `3:40: Case has no field "txt" (did you mean "text"?)`}},
		// Identity.
		{"id form", strings.Replace(in("when: true"), "a/b", "Weekday", 1),
			[]string{`2:13: "Weekday" is not an id of the form area/name (lower case, with hyphens between words)`}},
		{"unknown severity", strings.Replace(in("when: true"), "error", "eror", 1),
			[]string{`2:30: unknown severity "eror" (did you mean "error"?)`}},
		{"quoted severity", strings.Replace(in("when: true"), "error", `"error"`, 1),
			[]string{`2:30: severity must be one of error, warning, note (write severity: error, without quotation marks)`}},
		{"unknown scope", strings.Replace(in("when: true"), "over: time", "over: tiem", 1),
			[]string{`2:43: unknown scope "tiem" (did you mean "time"?)`}},
		{"unknown pair", strings.Replace(in("when: true"), "over: time", "over: pair(furniture)", 1),
			[]string{`2:43: unknown scope "pair(furniture)" (one of pair(event), pair(claim), pair(quote), pair(name), pair(number), pair(time), pair(role), pair(age), pair(document))`}},
		{"quoted scope", strings.Replace(in("when: true"), "over: time", `over: "time"`, 1),
			[]string{`2:43: over must be the name of a scope (one scope, without quotation marks: write over: time)`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(Source{"r.cel", tt.source})
			var want []string
			for _, w := range tt.want {
				want = append(want, "r.cel:"+w)
			}
			if diff := cmp.Diff(want, problems(t, err)); diff != "" {
				t.Errorf("-want +got:\n%s\nin\n%s", diff, tt.source)
			}
		})
	}
}
