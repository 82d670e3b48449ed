package results

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// A cell is one cell of a table that is written with bars, as Markdown has them.
type cell struct {
	span text.Span
	text string
	fact *fact.Number // nil where it is no number, or a percentage
}

// maxCells bounds the rows and the columns of a table that are looked at.
const maxCells = 200

// tables returns the totals of the page's tables that the rows or the columns do not
// come to.
func tables(d *page.Page) []*fact.Total {
	var out []*fact.Total
	flow := d.Article.Flow()
	var rows [][]cell
	at := 0
	for line := range strings.Lines(flow) {
		end := at + len(strings.TrimSuffix(line, "\n"))
		switch trimmed := strings.TrimSpace(line); {
		case !strings.HasPrefix(trimmed, "|"):
			out = append(out, tableTotals(rows)...)
			rows = nil
		case strings.Trim(trimmed, "|-: ") != "" && len(rows) < maxCells:
			rows = append(rows, cells(d, text.Span{Start: at, End: end}))
		}
		at += len(line)
	}
	return append(out, tableTotals(rows)...)
}

// cells returns what stands between the bars of a line.
func cells(d *page.Page, line text.Span) []cell {
	var out []cell
	at := line.Start + strings.IndexByte(line.In(d.Article.Flow()), '|') + 1
	for part := range strings.SplitSeq(d.Article.Flow()[at:line.End], "|") {
		if t := strings.TrimSpace(part); len(out) < maxCells && (t != "" || at+len(part) < line.End) {
			start := at + strings.Index(part, t)
			c := cell{span: text.Span{Start: start, End: start + len(t)}, text: t}
			c.fact = number(d, c)
			out = append(out, c)
		}
		at += len(part) + 1
	}
	return out
}

// number reads a cell that is nothing but a number, with a sign of a currency perhaps.
func number(d *page.Page, c cell) *fact.Number {
	figure := strings.Trim(c.text, "*_ $£€¥")
	digits := strings.ReplaceAll(figure, ",", "")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || strings.ContainsAny(digits, "xXpPnNeE_") {
		return nil
	}
	n := &fact.Number{Text: c.text, At: d.PlaceOf(c.span), Zone: "body", Value: v, Kind: numbers.KindCount, Step: 1, Sentence: c.text}
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		n.Step = math.Pow10(-len(decimals))
	}
	return n
}

// tableTotals returns the totals of a table, the first row of which is its head, that do
// not fit: those of its last row, and those of a column.
func tableTotals(rows [][]cell) []*fact.Total {
	if len(rows) < 3 {
		return nil
	}
	out := unfit(columnTotals(rows))
	return append(out, unfit(rowTotals(rows))...)
}

// unfit returns the totals that do not fit, if most of the table shows that they are
// totals: others fit, or the only one is not far off.
func unfit(all []*fact.Total) []*fact.Total {
	var out []*fact.Total
	for _, f := range all {
		if math.Abs(f.Computed-f.Whole.Value) > f.Tolerance {
			out = append(out, f)
		}
	}
	fit := len(all) - len(out)
	if fit < len(out) && !(len(all) == 1 && math.Abs(out[0].Computed-out[0].Whole.Value) <= out[0].Computed/maxOff) {
		return nil
	}
	return out
}

// maxOff is the part of the sum by which the only total of a table may be off for it to
// be one. Chosen.
const maxOff = 3

// columnTotals returns the numbers of the row of totals with those above them.
func columnTotals(rows [][]cell) []*fact.Total {
	last := rows[len(rows)-1]
	if len(last) == 0 || !totalWord(last[0].text) {
		return nil
	}
	var out []*fact.Total
	for j := 1; j < len(last); j++ {
		var parts []fact.Number
		for _, row := range rows[1 : len(rows)-1] {
			if j < len(row) && row[j].fact != nil {
				parts = append(parts, *row[j].fact)
			}
		}
		if last[j].fact != nil && len(parts) == len(rows)-2 && len(parts) > 1 {
			out = append(out, sum(last[j].fact, parts))
		}
	}
	return out
}

// rowTotals returns the numbers of a column of totals with those of their rows. A first
// column of numbers counts the rows, and is no part.
func rowTotals(rows [][]cell) []*fact.Total {
	at := -1
	for j, c := range rows[0] {
		if j > 1 && totalWord(c.text) {
			at = j
		}
	}
	var out []*fact.Total
	for _, row := range rows[1:] {
		if at < 0 || at >= len(row) || row[at].fact == nil {
			continue
		}
		var parts []fact.Number
		for j := 1; j < at; j++ {
			if row[j].fact != nil {
				parts = append(parts, *row[j].fact)
			}
		}
		if len(parts) > 1 {
			out = append(out, sum(row[at].fact, parts))
		}
	}
	return out
}

// totalWord reports whether the head of a row or a column says that it has totals.
func totalWord(head string) bool {
	return en.Is(strings.ToLower(strings.Trim(head, "*_: ")), en.TotalHead)
}

// sum makes the fact that whole is the sum of parts.
func sum(whole *fact.Number, parts []fact.Number) *fact.Total {
	f := &fact.Total{At: whole.At, Text: whole.Text, Zone: whole.Zone, Form: "sum", Whole: *whole, Parts: parts, Named: []string{}, Complete: true, Fixes: []fact.Fix{}}
	slack := whole.Step
	for _, p := range parts {
		f.Computed += p.Value
		if p.Step < 1 {
			slack += p.Step
		}
	}
	f.Computed = numbers.Round(f.Computed)
	if slack > whole.Step || whole.Step < 1 {
		f.Tolerance = slack / 2
	}
	f.Makes = strconv.FormatFloat(f.Computed, 'f', -1, 64)
	f.Fixes = append(f.Fixes, fact.Fix{Message: "write " + f.Makes, Replacement: f.Makes})
	return f
}
