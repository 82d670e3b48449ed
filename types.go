package factcheck

import (
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/rules"
	"factcheck/timeline"
)

// An Article is one document: its text as it stands, its zones and what it says
// of itself. [Parse] makes it, and nothing changes it afterwards. Its ID names it in
// reports; spans are half-open ranges of bytes of its Text.
type Article = article.Article

// A Date is a civil date, perhaps with a clock time and a zone. [ParseDate] reads
// it.
type Date = article.Date

// A Reading is what [ReadFiles] read: articles, and how many files it passed over.
type Reading = article.Reading

// A Report is what a check found, what was suppressed by the text, and what could
// not be checked. Its JSON is that of factcheck check --format json.
type Report = report.Check

// A Finding says what disagrees with what: a rule, a message, a place from Start
// to End in the article Doc, and the other places. Its ID stays the same under edits
// elsewhere in the article.
type Finding = report.Finding

// A Place is another side of a finding, from Start to End in the article Doc, with
// what is said of it.
type Place = report.Related

// A Position is a point of a text: offset in bytes from 0, line and column from 1,
// columns in code points.
type Position = report.Position

// A Suggestion is one way out of a finding. An empty Replacement makes it advice.
type Suggestion = report.Suggestion

// A Suppressed is a finding that a comment or front matter of its article hides.
type Suppressed = report.Suppressed

// A NotChecked says which rule could not look at an article, and why.
type NotChecked = report.NotChecked

// A RuleFile is a rule file, by the name that its errors give and its text.
type RuleFile = rules.Source

// A RuleSet holds checked rules. [LoadRules] makes it; it may be shared.
type RuleSet = rules.Set

// TimeOptions say how expressions of time are read: the almanac of named days,
// the first day of a week, the order of day and month.
type TimeOptions = timeline.Options

// A Run is articles that were dated together, with more to ask of it than [Check]
// does: dates, timeline, what the rules saw. [Open] makes it.
type Run = checker.Run

// An Error is what is wrong with an input, and where.
type Error = article.Error

// A RuleError is what is wrong with a rule, and where.
type RuleError = rules.Error

// A Defect is a panic in the work on one document.
type Defect = checker.Defect
