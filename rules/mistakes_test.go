package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// caret stands before the place that a problem must name. It is no part of the
// file.
const caret = "‸"

// ruleFields are the fields of a rule that is right, in an order that leaves
// text which is not ASCII, several lines and loops around each.
var ruleFields = []struct{ name, source string }{
	{"tags", `tags: ["„ß“", "é"]`},
	{"yields", `yields: ["a/b"]`},
	{"id", `id: "a/b"`},
	{"help", "help: \"\"\"Größe —\n      «дата»: x\"\"\""},
	{"severity", `severity: warning`},
	{"over", `over: time`},
	{"let", "let: {\"near\": time.fixes.filter(f, f.message != \"“é”\"),\n      \"n\": near.size()}"},
	{"when", "when: n > 0 // “ß”\n      && near.all(f, \"ж\" != f.replacement)"},
	{"confidence", `confidence: n > 1 ? "high" : "low"`},
	{"note_when", `note_when: n == 1 && near[0].message == "é"`},
	{"message", "message: \"„%s“\".format([\n      time.text])"},
	{"at", `at: time.at`},
	{"related", `related: near.map(f, Note{at: time.at, message: "è" + f.message})`},
	{"suggest", `suggest: near`},
	{"assume", `assume: ["à"]`},
	{"since", `since: "0.1"`},
	{"unless", ""}, // a rule over time can have none
	{"enabled", `enabled: true`},
	{"tests", "tests: [\n      Case{ name: \"ü\", fires: 1, text: \"\"\"É\n[[Freitag]]\"\"\" }]"},
}

// withField returns a rule file in which one field of a rule is replaced, with
// rules that have mistakes of their own before and behind it.
func withField(name, source string) string {
	var fields []string
	for _, f := range ruleFields {
		if f.name == name {
			f.source = source
		}
		if f.source != "" {
			fields = append(fields, "    "+f.source)
		}
	}
	return "[ // règles\n  Rule{ id: \"z/a\", severity: note, over: time, when: \"é\" == ‸tme, message: \"x\" },\n" +
		"  Rule{\n" + strings.Join(fields, ",\n") + ",\n  },\n" +
		"  Rule{ id: \"z/b\", severity: note, over: time, when: \"é\" == \"é\" ‸message: \"x\" },\n]\n"
}

// withElement returns a rule file that has source beside a broken rule.
func withElement(source string) string {
	return "[ // règles\n  Rule{ id: \"z/a\", severity: note, over: time, when: \"é\" == ‸tme, message: \"x\" },\n  " +
		source + ",\n" +
		"  Rule{ id: \"z/b\", severity: note, over: time, when: \"é\" == \"é\" ‸message: \"x\" },\n]\n"
}

// expected takes the carets out of a file and returns it with the problems that
// it must have: one message a caret, in order.
func expected(t *testing.T, source string, messages []string) (string, []string) {
	t.Helper()
	var want []string
	line, column := 1, 1
	var out strings.Builder
	for _, r := range source {
		switch string(r) {
		case caret:
			if len(want) < len(messages) {
				want = append(want, fmt.Sprintf("r.cel:%d:%d: %s", line, column, messages[len(want)]))
			} else {
				want = append(want, "no message")
			}
			continue
		case "\n":
			line, column = line+1, 0
		}
		column++
		out.WriteRune(r)
	}
	if len(want) != len(messages) {
		t.Fatalf("%d carets for %d messages", len(want), len(messages))
	}
	return out.String(), want
}

// A mistake is one field of a rule as people get it wrong.
type mistake struct {
	field, source string
	want          []string
}

var mistakes = []mistake{
	{"id", `id: ‸a/b`, []string{`id must be a text in quotation marks (write id: "a/b")`}},
	{"id", `id: ‸""`, []string{`id is empty`}},
	{"id", `id: ‸"Weekday"`, []string{`"Weekday" is not an id of the form area/name (lower case, with hyphens between words)`}},
	{"id", `id: ‸"Dates/Week Day"`, []string{`"Dates/Week Day" is not an id of the form area/name (lower case, with hyphens between words: "dates/week-day")`}},
	{"id", `id: ‸7`, []string{`id must be a text in quotation marks (write id: "7")`}},
	{"id", `id ‸= "a/b"`, []string{`single "=" (write id: and then the value)`}},

	{"severity", `severity: ‸warn`, []string{`unknown severity "warn" (did you mean "warning"?)`}},
	{"severity", `severity: ‸"error"`, []string{`severity must be one of error, warning, note (write severity: error, without quotation marks)`}},
	{"severity", `severity: ‸Critical`, []string{`unknown severity "Critical" (did you mean "error"?)`}},
	{"severity", `severity: ‸1`, []string{`severity must be one of error, warning, note (without quotation marks)`}},
	{"severity", `severity: ‸time.explicit ? error : note`, []string{`severity must be one of error, warning, note (without quotation marks)`}},

	{"over", `over: ‸times`, []string{`unknown scope "times" (did you mean "time"?)`}},
	{"over", `over: ‸"time"`, []string{`over must be the name of a scope (one scope, without quotation marks: write over: time)`}},
	{"over", `over: ‸[time, event]`, []string{`over must be the name of a scope (one scope, without quotation marks: write over: time)`}},
	{"over", `over: ‸pair(time, time)`, []string{`over must be the name of a scope (one scope, without quotation marks: write over: pair(time))`}},
	{"over", `over: ‸pair(events)`, []string{`unknown scope "pair(events)" (did you mean "pair(event)"?)`}},
	{"over", `over: ‸pair(article)`, []string{`unknown scope "pair(article)" (one of pair(event), pair(claim), pair(quote), pair(name), pair(number), pair(time), pair(role), pair(age), pair(document))`}},

	{"let", `let: {‸near: time.fixes, "n": 3}`, []string{`the names of let must be texts in quotation marks (write "near")`}},
	{"let", `let: {"n": ‸near.size(), "near": time.fixes}`, []string{`unknown name "near" (a let can use only the names before it)`}},
	{"let", `let: {"near" ‸= time.fixes, "n": 3}`, []string{`single "=" (write "near": and then the value)`}},
	{"let", "let: {\"near\": time.fixes,\n  \"n\": near.‸sise()}", []string{`unknown function "sise" (did you mean "size"?)`}},
	{"let", `let: {"near": time.fixes, "n": 1, ‸"the rest": 2}`, []string{`"the rest" cannot be a name (letters, digits and underscores)`}},
	{"let", `let: {"near": time.fixes, "n": 1, ‸"in": 2}`, []string{`"in" cannot be a name (it is a reserved word)`}},
	{"let", `let: {"near": time.fixes, "n": 1, ‸"article": 2}`, []string{`the name "article" is taken (it is a variable of the scope)`}},
	{"let", `let: {"near": time.fixes, "n": 1, ‸"é": 2}`, []string{`"é" cannot be a name (letters, digits and underscores)`}},

	{"note_when", `note_when: ‸time.text`, []string{`note_when must be true or false, not text`}},
	{"note_when", "note_when: \"é\" != time.text\n      ‸and n > 0", []string{`unexpected "and" (write "&&" instead of "and")`}},
	{"note_when", `‸note_wen: true`, []string{`Rule has no field "note_wen" (did you mean "note_when"?)`}},
	{"note_when", `note_when: "é" == ‸tim.text`, []string{`unknown name "tim" (did you mean "time"?)`}},
	{"note_when", `note_when: time.text ==‸= "é"`, []string{`unexpected "===" (write "==")`}},

	{"unless", `‸unless: near.exists(f, "é" == f.message)`, []string{`unless is of rules over pairs (write over: pair(time), and b for what must not be there)`}},
	{"unless", "unless: \"é\" != time.text\n      ‸and n > 0", []string{`unexpected "and" (write "&&" instead of "and")`}},
	{"unless", `‸unless: time.text != "é"`, []string{`unless is of rules over pairs (write over: pair(time), and b for what must not be there)`}},
	{"unless", `‸unles: "é" == time.text`, []string{`Rule has no field "unles" (did you mean "unless"?)`}},
	{"unless", `unless: time.text ==‸= "é"`, []string{`unexpected "===" (write "==")`}},

	{"when", "when: \"é\" != time.text\n      ‸and n > 0", []string{`unexpected "and" (write "&&" instead of "and")`}},
	{"when", `when: time.text ‸= "é"`, []string{`single "=" (compare with "==")`}},
	{"when", `when: time.text ==‸= "é"`, []string{`unexpected "===" (write "==")`}},
	{"when", `when: time.text ‸is "é"`, []string{`unexpected "is" (write "==" instead of "is")`}},
	{"when", `when: time.text == ‸“é”`, []string{`unexpected “ (quote with straight quotation marks)`}},
	{"when", `when: time.zone == ‸body`, []string{`unknown name "body" (if it is text, put it in quotation marks)`}},
	{"when", `when: near.exists(f, "é" == f.‸mesage)`, []string{`Fix has no field "mesage" (did you mean "message"?)`}},
	{"when", `when: near.‸any(f, "é" == f.message)`, []string{`unknown function "any" (did you mean "exists"?)`}},
	{"when", `when: near.‸exists("é" == time.text)`, []string{`exists needs a name and an expression (as in list.exists(x, condition))`}},
	{"when", `when: near.exists(f, "é" == f.message) ‸&&`, []string{`something is missing after "&&"`}},
	{"when", `when: near.exists(f, "é" == f.message ‸f.replacement == "")`, []string{`missing "," or operator before "f"`}},
	{"when", `when: time.weekday ‸== "Friday"`, []string{`cannot compare whole number and text with "==" (weekdays are counted from 1 for Monday; weekday_name is their name)`}},
	{"when", `when: time.weekday == ‸0`, []string{`no weekday is 0 (weekdays are counted from 1 for Monday to 7 for Sunday)`}},
	{"when", `when: time.date.month in [‸0, 11]`, []string{`no month is 0 (months are counted from 1 for January to 12 for December)`}},
	{"when", `when: time.date.‸getMonth() == 5`, []string{`unknown function "getMonth" (a Day has the field .month)`}},
	{"when", `when: time.weekday ‸!= null`, []string{`cannot compare whole number and null with "!=" (ask with has(time.weekday))`}},
	{"when", `when: has(‸time)`, []string{`has() asks for a field (as in has(time.date))`}},
	{"when", `when: time.date ‸> "2018-06-17"`, []string{`cannot compare Day and text with ">" (write date("2018-06-17"))`}},
	{"when", `when: time.date > date(‸"17 June 2018")`, []string{`"17 June 2018" is not a day, write it as 2018-06-17`}},
	{"when", `when: time.date > date(‸"2018-02-29")`, []string{`"2018-02-29" is not a day, write it as 2018-06-17`}},
	{"when", `when: time.date == named_day(‸"Chrismas", 2018)`, []string{`no named day "Chrismas" (did you mean "Christmas"?)`}},
	{"when", `when: time.when.allen(article.published) == ‸"startedby"`, []string{`no relation is called "startedby" (did you mean "started_by"?)`}},
	{"when", `when: time.date > article.published.from + ‸month(1)`, []string{`unknown function "month" (did you mean "months"?)`}},
	{"when", `when: time.date > article.published.from ‸+ "1"`, []string{`"+" cannot be applied to Day and text`}},
	{"when", `when: percent_change(n, 3) ‸== 50`, []string{`cannot compare number and whole number with "==" (write 50.0)`}},
	{"when", `when: ‸near(n, "3", 1)`, []string{`near cannot be called with (whole number, text, whole number) (it is called as near(number, number, number))`}},
	{"when", `when: time.when ‸< article.published`, []string{`cannot compare Interval and Interval with "<" (compare intervals with before, after, overlaps, within and the like, or their from and to)`}},
	{"when", `when: ‸time.text`, []string{`when must be true or false, not text`}},
	{"when", `when: ‸!time.text`, []string{`"!" needs true or false, not text`}},
	{"when", `when: time.zone in ‸("body", "headline")`, []string{`unexpected "(" (a list is in square brackets, as in ["a", "b"])`}},
	{"when", `when: time.zone ‸not in ["body"]`, []string{`unexpected "not" (write !(x in list))`}},
	{"when", `when: time.text.‸length > 3`, []string{`text has no fields (did you mean .size()?)`}},
	{"when", `when: time.text.‸contains "é"`, []string{`missing "(" after "contains" (write .contains("é"))`}},
	{"when", `when: ‸contains(time.text, "é")`, []string{`contains cannot be called with (text, text) (write x.contains(…) instead of contains(x, …))`}},
	{"when", `when: ‸event.dated`, []string{`unknown name "event" (it is known over event, not over time)`}},
	{"when", `when: ‸if time.valid then true`, []string{`"if" is a reserved word (write condition ? value : otherwise)`}},
	{"when", `when: n > 0 ‸? true`, []string{`"?" has no ":" (write condition ? value : otherwise)`}},
	{"when", `‸when:`, []string{`"when" has no value`}},
	{"when", `when: ‸(n > 0 && near.all(f, "é" == f.message)`, []string{`"(" is not closed`}},
	{"when", `when: time.text.matches(‸"[é-")`, []string{`this is not a valid regular expression`}},

	{"message", `message: ‸time`, []string{`message must be text, not Time`}},
	{"message", `message: ‸"„%s“ é"`, []string{`nothing fills "%s" in this text (as in "… %s …".format([time.text]))`}},
	{"message", `message: ‸"é {time.text}"`, []string{`nothing fills "{time.text}" in this text (as in "… %s …".format([time.text]))`}},
	{"message", `message: "é %s".‸format(time.text)`, []string{`text.format cannot be called with (text) (the values stand in a list, as in .format([time.text]))`}},
	{"message", `message: "é %d".format([time.‸text])`, []string{`"%d" needs a number, not text (write "%s")`}},
	{"message", `message: "é" ‸+ n`, []string{`"+" cannot be applied to text and whole number (write "… %s …".format([…]), or string(…) around the other side)`}},
	{"message", `message: "he said "‸no""`, []string{`unexpected "no" after "he said " (a quotation mark inside a text needs a \ before it)`}},
	{"message", `message: 'it's wrong‸'`, []string{`the string is not closed (write the text that begins with 'it' in "…")`}},
	{"message", `message: ‸""`, []string{`message is empty`}},
	{"message", `message: "é %s %s".‸format([time.text])`, []string{`the format has more placeholders than there are values`}},

	{"at", `at: ‸"é"`, []string{`at must be a fact with a place, not text (as in at: time, or at: time.at)`}},
	{"at", `at: ‸0`, []string{`at must be a fact with a place, not whole number (as in at: time, or at: time.at)`}},
	{"at", `at: ‸near`, []string{`at must be a fact with a place, not list of Fix (as in at: time, or at: time.at)`}},
	{"at", `at: ‸time.when`, []string{`at must be a fact with a place, not Interval (an interval has no place; point at the time, as in at: time)`}},
	{"at", `at: time.‸place`, []string{`Time has no field "place"`}},
	{"at", `at: ‸tiem`, []string{`unknown name "tiem" (did you mean "time"?)`}},

	{"related", `related: ‸time`, []string{`related must be a list of Note, not Time (as in [Note{at: time.at, message: "…"}])`}},
	{"related", `related: ‸Note{at: time.at, message: "é"}`, []string{`related must be a list of Note, not Note (put it in square brackets: related: [ … ])`}},
	{"related", `related: [Note{‸time.at, "é"}]`, []string{`the fields of Note need names (as in Note{at: time.at, message: "…"})`}},
	{"related", `related: [‸Note{at: time.at}]`, []string{`Note has no "message"`}},
	{"related", `related: near.map(f, Note{‸at: time, message: f.message})`, []string{`"at" must be Place, not Time (write time.at)`}},
	{"related", `related: near.map(f, Note{at: time.at, ‸text: "é"})`, []string{`Note has no field "text" (did you mean "message"?)`}},
	{"related", `related: near.map(f, ‸Notes{at: time.at, message: "é"})`, []string{`unknown type "Notes" (did you mean "Note"?)`}},
	{"related", `related: [{‸at: time.at, ‸message: "é"}]`, []string{`unknown name "at" (write Note before "{")`, `unknown name "message" (write Note before "{")`}},

	{"suggest", `suggest: ‸"é"`, []string{`suggest must be a list of texts or Fix, not text (put it in square brackets: suggest: [ … ])`}},
	{"suggest", `suggest: ‸Fix{message: "é"}`, []string{`suggest must be a list of texts or Fix, not Fix (put it in square brackets: suggest: [ … ])`}},
	{"suggest", `suggest: [Fix{message: "é", ‸replace: "x"}]`, []string{`Fix has no field "replace" (did you mean "replacement"?)`}},
	{"suggest", `suggest: [‸Fix{replacement: "é"}]`, []string{`Fix has no "message"`}},
	{"suggest", `suggest: ["é" ‸"x"]`, []string{`missing "," or operator before "x"`}},
	{"suggest", `suggest: ‸near.map(f, n)`, []string{`suggest must be a list of texts or Fix, not list of whole numbers`}},

	{"assume", `assume: ‸"é"`, []string{`assume must be a list of texts, not text (put it in square brackets: assume: [ … ])`}},
	{"assume", `assume: ‸true`, []string{`assume must be a list of texts, not true or false`}},
	{"assume", `assume: ‸[n]`, []string{`assume must be a list of texts, not list of whole numbers`}},
	{"assume", `assume: ["é", time.‸explanaton]`, []string{`Time has no field "explanaton" (did you mean "explanation"?)`}},
	{"assume", `assume: ‸{"é"}`, []string{`unexpected "{" (a list is in square brackets, as in ["a", "b"])`}},

	{"confidence", `confidence: ‸0.9`, []string{`confidence must be high, medium or low, not number`}},
	{"confidence", `confidence: ‸hihg`, []string{`unknown confidence "hihg" (did you mean "high"?)`}},
	{"confidence", `confidence: ‸"certain"`, []string{`unknown confidence "certain" (did you mean "high"?)`}},
	{"confidence", `confidence: n > 1 ? ‸high : ‸low`, []string{`unknown name "high" (in an expression write "high", in quotation marks)`, `unknown name "low" (in an expression write "low", in quotation marks)`}},
	{"confidence", `confidence: ‸time.valid`, []string{`confidence must be high, medium or low, not true or false`}},

	{"help", `help: ‸[ "é" ]`, []string{`help must be a text in quotation marks`}},
	{"help", `help: ‸" "`, []string{`help is empty`}},
	{"help", `help: ‸time.text`, []string{`help must be a text in quotation marks`}},
	{"help", "help: ‸\"é\n      x\"", []string{`the string is not closed (end it on its line; a text of several lines stands between """ and """)`}},
	{"help", `help: ‸"%s".format([time.text])`, []string{`help must be a text in quotation marks`}},
	{"help", `help: ‸‘é’`, []string{`unexpected ‘ (quote with straight quotation marks)`}},

	{"tags", `tags: ‸dates`, []string{`tags must be a list of texts (write tags: ["dates"])`}},
	{"tags", `tags: ["é", ‸dates]`, []string{`tags must be a list of texts (write "dates", in quotation marks)`}},
	{"tags", `tags: ‸"é, dates"`, []string{`tags must be a list of texts (write tags: ["é, dates"])`}},
	{"tags", `tags: ["é", ‸""]`, []string{`an element of tags is empty`}},
	{"tags", `tags: ‸{"é"}`, []string{`unexpected "{" (a list is in square brackets, as in ["a", "b"])`}},
	{"tags", `tags: ["é" ‸"x"]`, []string{`missing "," or operator before "x"`}},

	{"yields", `yields: ‸"x/y"`, []string{`yields must be a list of texts (write yields: ["x/y"])`}},
	{"yields", `yields: ["a/b", ‸dates]`, []string{`yields must be a list of texts (write "dates", in quotation marks)`}},
	{"yields", `yields: ‸{"a/b"}`, []string{`unexpected "{" (a list is in square brackets, as in ["a", "b"])`}},
	{"yields", `yields: ["a/b" ‸"x"]`, []string{`missing "," or operator before "x"`}},
	{"yields", `yields: ["a/b", ‸""]`, []string{`an element of yields is empty`}},

	{"since", `since: ‸0.1`, []string{`since must be a text in quotation marks (write since: "0.1")`}},
	{"since", `since: 1.2‸.3`, []string{`unexpected "." after "2" (text needs quotation marks)`}},
	{"since", `since: ‸""`, []string{`since is empty`}},
	{"since", `since: ‸["0.1"]`, []string{`since must be a text in quotation marks`}},
	{"since", `since: ‸v1`, []string{`since must be a text in quotation marks (write since: "v1")`}},

	{"enabled", `enabled: ‸no`, []string{`enabled must be true or false (write enabled: false)`}},
	{"enabled", `enabled: ‸"true"`, []string{`enabled must be true or false (write enabled: true)`}},
	{"enabled", `enabled: ‸1`, []string{`enabled must be true or false (write enabled: true)`}},
	{"enabled", `enabled: ‸False`, []string{`enabled must be true or false (write enabled: false)`}},
	{"enabled", `enabled: ‸time.valid`, []string{`enabled must be true or false`}},
	{"enabled", `‸disabled: true`, []string{`Rule has no field "disabled" (did you mean "enabled"?)`}},

	{"tests", `tests: ‸Case{ fires: 0, text: "é" }`, []string{`tests must be a list of Case{…} (write tests: [Case{…}])`}},
	{"tests", `tests: [ ‸{ fires: 0, text: "é" } ]`, []string{`expected Case{…} (write Case before "{")`}},
	{"tests", `tests: [ ‸Test{ fires: 0, text: "é" } ]`, []string{`unknown element "Test", expected Case{…}`}},
	{"tests", `tests: [ Case{ fires: 0, text: "é" } ‸Case{ fires: 0, text: "x" } ]`, []string{`missing "," or operator before "Case"`}},
	{"tests", `‸cases: [ Case{ fires: 0, text: "é" } ]`, []string{`Rule has no field "cases" (did you mean "tests"?)`}},

	{"Case.name", `tests: [ Case{ name: ‸[ "é" ], fires: 0, text: "x" } ]`, []string{`name must be a text in quotation marks`}},
	{"Case.name", `tests: [ Case{ name: ‸7, fires: 0, text: "é" } ]`, []string{`name must be a text in quotation marks (write name: "7")`}},
	{"Case.name", `tests: [ Case{ name: ‸"", fires: 0, text: "é" } ]`, []string{`name is empty`}},
	{"Case.name", `tests: [ Case{ ‸nmae: "é", fires: 0, text: "é" } ]`, []string{`Case has no field "nmae" (did you mean "name"?)`}},
	{"Case.name", `tests: [ Case{ name: "é", fires: 0, ‸name: "x", text: "é" } ]`, []string{`"name" is given twice`}},

	{"Case.text", `tests: [ Case{ fires: 1, text: ‸"é [[x" } ]`, []string{`"[[" without "]]"`}},
	{"Case.text", `tests: [ Case{ fires: 1, text: ‸"é x]]" } ]`, []string{`"]]" without "[["`}},
	{"Case.text", `tests: [ Case{ fires: 1, text: ‸["é"] } ]`, []string{`text must be a text in quotation marks`}},
	{"Case.text", `tests: [ ‸Case{ fires: 1, name: "é" } ]`, []string{`Case has neither text nor story nor file`}},
	{"Case.text", `tests: [ Case{ fires: 1, text: "é", ‸story: ["é"] } ]`, []string{`a case has text or story, not both`}},
	{"Case.text", `tests: [ Case{ fires: 1, text: ‸"" } ]`, []string{`text is empty`}},

	{"Case.story", `tests: [ Case{ fires: 1, story: ‸"é" } ]`, []string{`story must be a list of texts (write story: ["é"])`}},
	{"Case.story", `tests: [ Case{ fires: 1, story: ["é", ‸"é [[x"] } ]`, []string{`"[[" without "]]"`}},
	{"Case.story", `tests: [ Case{ fires: 1, story: ["é", ‸3] } ]`, []string{`story must be a list of texts`}},
	{"Case.story", `tests: [ Case{ fires: 1, story: ["é", ‸""] } ]`, []string{`an element of story is empty`}},
	{"Case.story", `tests: [ Case{ fires: 1, story: ["é"], ‸file: "a.md" } ]`, []string{`a case has story or file, not both`}},

	{"Case.file", `tests: [ Case{ fires: 1, file: ‸"/é/a.md" } ]`, []string{`"/é/a.md" is not a path below the rule file's folder (with "/" between folders, without "..", as in cases/two-calls.md)`}},
	{"Case.file", `tests: [ Case{ fires: 1, file: ‸"../a.md" } ]`, []string{`"../a.md" is not a path below the rule file's folder (with "/" between folders, without "..", as in cases/two-calls.md)`}},
	{"Case.file", `tests: [ Case{ fires: 1, file: ‸r"cases\a.md" } ]`, []string{`"cases\\a.md" is not a path below the rule file's folder (with "/" between folders, without "..", as in cases/two-calls.md)`}},
	{"Case.file", `tests: [ Case{ fires: 1, file: ‸cases/a.md } ]`, []string{`file must be a text in quotation marks (write file: "cases/a.md")`}},
	{"Case.file", `tests: [ Case{ fires: 1, ‸path: "a.md", text: "é" } ]`, []string{`Case has no field "path" (did you mean "file"?)`}},

	{"Case.published", `tests: [ Case{ fires: 0, text: "é", published: ‸2018-06-17 } ]`, []string{`published must be a text in quotation marks (write published: "2018-06-17")`}},
	{"Case.published", `tests: [ Case{ fires: 0, text: "é", published: ‸"17 June 2018" } ]`, []string{`"17 June 2018" is not a date (write it as 2018-06-17)`}},
	{"Case.published", `tests: [ Case{ fires: 0, text: "é", published: ‸"2018-06-31" } ]`, []string{`"2018-06-31" is not a date (write it as 2018-06-17)`}},
	{"Case.published", `tests: [ Case{ fires: 0, text: "é", published: ‸date("2018-06-17") } ]`, []string{`published must be a text in quotation marks`}},
	{"Case.published", `tests: [ Case{ fires: 0, text: "é", ‸date: "2018-06-17" } ]`, []string{`Case has no field "date" (did you mean "published"?)`}},

	{"Case.sources", `tests: [ Case{ fires: 0, text: "é", sources: ‸"x" } ]`, []string{`sources must be a list of texts (write sources: ["x"])`}},
	{"Case.sources", `tests: [ Case{ fires: 0, text: "é", sources: [‸"[[x]]"] } ]`, []string{`a source has no findings, so no [[…]]`}},
	{"Case.sources", `tests: [ Case{ fires: 0, text: "é", sources: [‸x] } ]`, []string{`sources must be a list of texts (write "x", in quotation marks)`}},
	{"Case.sources", `tests: [ Case{ fires: 0, text: "é", ‸source: ["x"] } ]`, []string{`Case has no field "source" (did you mean "sources"?)`}},
	{"Case.sources", `tests: [ Case{ fires: 0, text: "é" ‸sources: ["x"] } ]`, []string{`missing "," before "sources"`}},

	{"Case.almanac", `tests: [ Case{ fires: 0, text: "é", almanac: ‸["x"] } ]`, []string{`almanac must be a text in quotation marks`}},
	{"Case.almanac", `tests: [ Case{ fires: 0, text: "é", almanac: ‸{"key": "x"} } ]`, []string{`almanac must be a text in quotation marks`}},
	{"Case.almanac", `tests: [ Case{ fires: 0, text: "é", almanac: ‸"" } ]`, []string{`almanac is empty`}},
	{"Case.almanac", `tests: [ Case{ fires: 0, text: "é", almanac: ‸days } ]`, []string{`almanac must be a text in quotation marks (write almanac: "days")`}},
	{"Case.almanac", `tests: [ Case{ fires: 0, text: "é", ‸almanack: "x" } ]`, []string{`Case has no field "almanack" (did you mean "almanac"?)`}},

	{"Case.fires", `tests: [ Case{ fires: ‸true, text: "é" } ]`, []string{`fires must be a whole number from 0 to 1000 (how many findings the rule must have, as in fires: 1)`}},
	{"Case.fires", `tests: [ Case{ fires: ‸-1, text: "é" } ]`, []string{`fires must be a whole number from 0 to 1000 (how many findings the rule must have, as in fires: 1)`}},
	{"Case.fires", `tests: [ Case{ fires: ‸"1", text: "é" } ]`, []string{`fires must be a whole number from 0 to 1000 (how many findings the rule must have, as in fires: 1)`}},
	{"Case.fires", `tests: [ ‸Case{ text: "é" } ]`, []string{`Case has no "fires"`}},
	{"Case.fires", `tests: [ ‸Case{ fires: 0, text: "é [[x]]" } ]`, []string{`the case marks a finding with [[…]] but says fires: 0`}},

	{"Case.todo", `tests: [ Case{ fires: 0, text: "é", todo: ‸true } ]`, []string{`todo must be a text in quotation marks (write todo: "true")`}},
	{"Case.todo", `tests: [ Case{ fires: 0, text: "é", todo: ‸"" } ]`, []string{`todo is empty`}},
	{"Case.todo", `tests: [ Case{ fires: 0, text: "é", ‸todos: "x" } ]`, []string{`Case has no field "todos" (did you mean "todo"?)`}},
	{"Case.todo", `tests: [ Case{ fires: 0, text: "é", ‸reason: "x" } ]`, []string{`Case has no field "reason" (did you mean "todo"?)`}},
	{"Case.todo", `tests: [ Case{ fires: 0, text: "é", ‸todo: } ]`, []string{`"todo" has no value`}},
}

// defineMistakes are definitions as people get them wrong.
var defineMistakes = []mistake{
	{"name", `Define{ doc: "é", name: ‸late, over: time, as: true }`, []string{`name must be a text in quotation marks (write name: "late")`}},
	{"name", `Define{ doc: "é", name: ‸"is-late", over: time, as: true }`, []string{`"is-late" cannot be a name (letters, digits and underscores)`}},
	{"name", `Define{ doc: "é", name: ‸"time", over: time, as: true }`, []string{`the name "time" is taken (it is a variable of the scope)`}},
	{"name", `Define{ doc: "é", name: ‸"if", over: time, as: true }`, []string{`"if" cannot be a name (it is a reserved word)`}},
	{"name", `‸Define{ doc: "é", over: time, as: true }`, []string{`Define has no "name"`}},
	{"over", `Define{ doc: "é", name: "x", over: ‸tiem, as: true }`, []string{`unknown scope "tiem" (did you mean "time"?)`}},
	{"over", `Define{ doc: "é", name: "x", over: ‸"event", as: true }`, []string{`over must be the name of a scope (one scope, without quotation marks: write over: event)`}},
	{"over", `‸Define{ doc: "é", name: "x", as: true }`, []string{`Define has no "over"`}},
	{"over", `‸Define{ doc: "é", name: "x", ‸scope: time, as: true }`, []string{`Define has no "over"`, `Define has no field "scope" (did you mean "over"?)`}},
	{"over", `Define{ doc: "é", name: "x", over: ‸pair("event"), as: true }`, []string{`over must be the name of a scope (one scope, without quotation marks: write over: pair(event))`}},
	{"with", `Define{ doc: "é", name: "x", with: ‸"y", as: y }`, []string{`with must be a list of texts (write with: ["y"])`}},
	{"with", `Define{ doc: "é", name: "x", with: [‸y], as: y }`, []string{`with must be a list of texts (write "y", in quotation marks)`}},
	{"with", `Define{ doc: "é", name: "x", with: ‸[], as: true }`, []string{`with gives no parameter (leave it out, or write with: ["x"])`}},
	{"with", `Define{ doc: "é", name: "x", over: time, with: [‸"time"], as: time }`, []string{`the name "time" is taken (it is a variable of the scope)`}},
	{"with", `Define{ doc: "é", name: "x", with: ["y", ‸"z"], as: y }`, []string{`"z" is a parameter but not used`}},
	{"with", `Define{ doc: "é", name: "x", over: time, ‸params: ["y"], as: time.valid }`, []string{`Define has no field "params" (did you mean "with"?)`}},
	{"as", `‸Define{ doc: "é", name: "x", over: time, ‸when: true }`, []string{`Define has no "as"`, `Define has no field "when" (did you mean "as"?)`}},
	{"as", `Define{ doc: "é", name: "x", over: time, ‸as: }`, []string{`"as" has no value`}},
	{"as", `Define{ doc: "é", name: "x", over: time, as: ‸x || true }`, []string{`"x" is defined by itself`}},
	{"as", "Define{ doc: \"é\", name: \"x\", over: time, as: time.fixes.exists(f,\n  f.‸mesage == \"é\") }", []string{`Fix has no field "mesage" (did you mean "message"?)`}},
	{"as", `Define{ doc: "é", name: "x", over: time, as: time.text ‸== 3 }`, []string{`cannot compare text and whole number with "==" (in quotation marks: "3")`}},
	{"doc", `Define{ name: "x", over: time, as: true, doc: ‸3 }`, []string{`doc must be a text in quotation marks (write doc: "3")`}},
	{"doc", `Define{ name: "x", over: time, as: true, doc: ‸"" }`, []string{`doc is empty`}},
	{"doc", `Define{ name: "x", over: time, as: true, doc: "é" ‸"x" }`, []string{`missing "," or operator before "x"`}},
	{"doc", `Define{ name: "x", over: time, as: true, ‸description: "é" }`, []string{`Define has no field "description" (did you mean "doc"?)`}},
	{"doc", `Define{ name: "x", over: time, as: true, doc: "é", ‸doc: "x" }`, []string{`"doc" is given twice`}},
}

// around are the messages of the rules before and behind.
var around = []string{`unknown name "tme" (did you mean "time"?)`, `missing "," before "message"`}

func TestMistakes(t *testing.T) {
	seen := map[string]int{}
	check := func(m mistake, file string) {
		t.Helper()
		source, want := expected(t, file, slices.Concat(around[:1], m.want, around[1:]))
		_, err := Load(Source{"r.cel", source})
		var got []string
		for _, p := range problems(t, err) {
			if !strings.Contains(p, "is defined but not used") {
				got = append(got, p)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n-want +got:\n%s", m.source, diff)
		}
	}
	for _, m := range mistakes {
		seen[m.field]++
		field, _, _ := strings.Cut(m.field, ".")
		if field == "Case" {
			field = "tests"
		}
		check(m, withField(field, m.source))
	}
	for _, m := range defineMistakes {
		seen["Define."+m.field]++
		check(m, withElement(m.source))
	}
	for _, e := range elementTable {
		for _, f := range e.Fields {
			name := e.Name + "." + f.Name
			if n := seen[strings.TrimPrefix(name, "Rule.")]; n < 5 {
				t.Errorf("%d mistakes for %s, want 5", n, name)
			}
		}
	}
}
