package rules

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
)

// A function is one that rules can call beside those of CEL. Its doc and
// examples are what people read; every example is an expression and, after
// "//", what it is equal to.
type function struct {
	name     string
	doc      string
	examples []string
	forms    []form
}

// A form is one way to call a function. Its call is nil for an operator, which
// cel-go hands to the methods of the value on its left.
type form struct {
	member bool
	args   []*cel.Type
	result *cel.Type
	call   func(args ...ref.Val) ref.Val
}

// id names a form for cel-go.
func (f form) id(name string) string {
	parts := []string{"rules", name}
	for _, a := range f.args {
		parts = append(parts, plainName.Replace(a.String()))
	}
	return strings.Join(parts, "_")
}

var plainName = strings.NewReplacer("(", "_", ")", "", ".", "_")

// option declares the function.
func (fn function) option() cel.EnvOption {
	opts := []cel.FunctionOpt{cel.FunctionDocs(fn.doc)}
	for _, f := range fn.forms {
		var binding []cel.OverloadOpt
		if f.call != nil {
			call := guarded(f.call)
			binding = append(binding, cel.FunctionBinding(call))
			switch len(f.args) {
			case 1:
				binding = []cel.OverloadOpt{cel.UnaryBinding(func(a ref.Val) ref.Val { return call(a) })}
			case 2:
				binding = []cel.OverloadOpt{cel.BinaryBinding(func(a, b ref.Val) ref.Val { return call(a, b) })}
			}
		}
		if f.member {
			opts = append(opts, cel.MemberOverload(f.id(fn.name), f.args, f.result, binding...))
		} else {
			opts = append(opts, cel.Overload(f.id(fn.name), f.args, f.result, binding...))
		}
	}
	return cel.Function(fn.name, opts...)
}

// A functionGroup is functions that are documented together.
type functionGroup struct {
	title     string
	functions []function
}

// ourFunctions returns all functions that are not CEL's own. The groups are
// shared.
var ourFunctions = sync.OnceValue(func() []functionGroup {
	return []functionGroup{
		{"Days", dayFunctions()},
		{"Intervals", append(relationFunctions(), intervalFunctions()...)},
		{"Named days", namedDayFunctions()},
		{"Numbers", numberFunctions()},
		{"Text", textFunctions()},
	}
})

// failed returns an error as a CEL value.
func failed(format string, args ...any) ref.Val {
	return types.WrapErr(fmt.Errorf(format, args...))
}

// global returns a form that is called as f(a, b).
func global(result *cel.Type, call func(args ...ref.Val) ref.Val, args ...*cel.Type) form {
	return form{args: args, result: result, call: call}
}

// method returns a form that is called as a.f(b).
func method(result *cel.Type, call func(args ...ref.Val) ref.Val, args ...*cel.Type) form {
	return form{member: true, args: args, result: result, call: call}
}

func dayFunctions() []function {
	day, number, text := dayType, cel.IntType, cel.StringType
	fns := []function{
		{"date", "the day that is written so", []string{`date("2018-06-17").weekday_name // "Sunday"`, `date("2018-06-17") < date("2018-07-01") // true`},
			[]form{global(day, func(a ...ref.Val) ref.Val {
				s, _ := a[0].(types.String)
				d, err := fact.ParseDay(string(s))
				if err != nil {
					return types.WrapErr(err)
				}
				return celDay{d}
			}, text)}},
		{"days", "a number of days, to add to a day or to compare with one; behind an interval, how many days it has",
			[]string{`date("2018-06-17") + days(14) // date("2018-07-01")`, `date("2018-07-01") - date("2018-06-17") == days(14) // true`,
				`interval(date("2018-02-01"), date("2018-02-28")).days() // 28`},
			[]form{global(number, scale(1), number), method(number, lengthOf, intervalType)}},
		{"weeks", "a number of weeks, in days", []string{`weeks(2) // 14`, `date("2018-06-17") - weeks(1) // date("2018-06-10")`},
			[]form{global(number, scale(7), number)}},
		{"months", "a number of calendar months, to add to a day; a month that is too short for the day of the month gives its last day",
			[]string{`date("2018-10-31") + months(1) // date("2018-11-30")`, `date("2018-03-31") - months(1) // date("2018-02-28")`},
			[]form{global(monthsType, calendarMonths(1), number)}},
		{"years", "a number of calendar years, to add to a day; of 29 February, the 28th where there is no 29th",
			[]string{`date("2016-02-29") + years(1) // date("2017-02-28")`, `date("2018-06-17") - years(40) // date("1978-06-17")`},
			[]form{global(monthsType, calendarMonths(12), number)}},
		{operators.Add, "the day so much later", []string{`date("2018-06-17") + 3 // date("2018-06-20")`, `date("2018-06-17") + months(2) // date("2018-08-17")`},
			[]form{global(day, nil, day, number), global(day, nil, day, monthsType)}},
		{operators.Subtract, "the day so much earlier, or the days from one day to another",
			[]string{`date("2018-06-17") - 17 // date("2018-05-31")`, `date("2018-06-17") - date("2018-06-10") // 7`},
			[]form{global(day, nil, day, number), global(day, nil, day, monthsType), global(number, nil, day, day)}},
	}
	for _, op := range []string{operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals} {
		fns = append(fns, function{op, "whether one day lies before or after the other", []string{`date("2018-06-17") <= date("2018-06-17") // true`}, []form{global(cel.BoolType, nil, day, day)}})
	}
	return fns
}

// scale returns a call that multiplies its argument by a number of days.
func scale(unit types.Int) func(...ref.Val) ref.Val {
	return func(a ...ref.Val) ref.Val {
		n, ok := a[0].(types.Int)
		if !ok {
			return types.MaybeNoSuchOverloadErr(a[0])
		}
		if n < -maxDays || n > maxDays {
			return failed("%d is too many", int64(n))
		}
		return n * unit
	}
}

// calendarMonths returns a call that makes Months of its argument.
func calendarMonths(unit types.Int) func(...ref.Val) ref.Val {
	return func(a ...ref.Val) ref.Val {
		n, ok := a[0].(types.Int)
		if !ok {
			return types.MaybeNoSuchOverloadErr(a[0])
		}
		if n < -maxMonths || n > maxMonths {
			return failed("%d is too many", int64(n))
		}
		return Months(n * unit)
	}
}

// onSpans turns a function of intervals into one that takes days too, each as
// the interval of that day.
func onSpans(f func(a, b fact.Interval) ref.Val) func(...ref.Val) ref.Val {
	return func(args ...ref.Val) ref.Val {
		x, okX := asSpan(args[0])
		y, okY := asSpan(args[1])
		if !okX || !okY {
			return types.MaybeNoSuchOverloadErr(args[1])
		}
		return f(x, y)
	}
}

// asSpan returns the interval that a value is, or the one day.
func asSpan(v ref.Val) (fact.Interval, bool) {
	if d, ok := asDay(v.Value()); ok {
		return between(d, d), true
	}
	return asInterval(v.Value())
}

// spanForms are the ways to call a method of two intervals or days.
func spanForms(result *cel.Type, f func(a, b fact.Interval) ref.Val) []form {
	var forms []form
	for _, a := range []*cel.Type{intervalType, dayType} {
		for _, b := range []*cel.Type{intervalType, dayType} {
			forms = append(forms, method(result, onSpans(f), a, b))
		}
	}
	return forms
}

func relationFunctions() []function {
	relation := func(name, doc string, holds func(a, b fact.Interval) bool, examples ...string) function {
		return function{name, doc, examples, spanForms(cel.BoolType, func(a, b fact.Interval) ref.Val { return types.Bool(holds(a, b)) })}
	}
	oneOf := func(name, doc, want string, examples ...string) function {
		return relation(name, doc, func(a, b fact.Interval) bool { return allen(a, b) == want }, examples...)
	}
	const june, week = `interval(date("2018-06-01"), date("2018-06-30"))`, `interval(date("2018-06-11"), date("2018-06-17"))`
	return []function{
		relation("before", "ends before the other begins, perhaps on the day before", fact.Interval.Before,
			`date("2018-06-15").before(date("2018-06-16")) // true`, week+`.before(date("2018-06-17")) // false`),
		relation("after", "begins after the other ends, perhaps on the day after", fact.Interval.After, `date("2018-07-01").after(`+june+`) // true`),
		relation("overlaps", "has a day in common with the other, in whatever way", fact.Interval.Overlaps,
			week+`.overlaps(`+june+`) // true`, week+`.overlaps(date("2018-06-18")) // false`),
		relation("within", "has no day outside the other", fact.Interval.Within, week+`.within(`+june+`) // true`, `date("2018-07-01").within(`+june+`) // false`),
		relation("contains", "has every day of the other", fact.Interval.Contains, june+`.contains(date("2018-06-30")) // true`),
		relation("equals", "is the same days as the other, whatever their labels", fact.Interval.Equals, week+`.equals(`+week+`) // true`),
		relation("meets", "ends on the day before the other begins", fact.Interval.Meets, week+`.meets(date("2018-06-18")) // true`),
		oneOf("met_by", "begins on the day after the other ends", "met_by", `date("2018-07-01").met_by(`+june+`) // true`),
		oneOf("starts", "begins with the other and ends before it does", "starts", `date("2018-06-01").starts(`+june+`) // true`),
		oneOf("started_by", "begins with the other and ends after it", "started_by", june+`.started_by(date("2018-06-01")) // true`),
		oneOf("finishes", "begins after the other and ends with it", "finishes", `date("2018-06-30").finishes(`+june+`) // true`),
		oneOf("finished_by", "begins before the other and ends with it", "finished_by", june+`.finished_by(date("2018-06-30")) // true`),
		oneOf("during", "begins after the other and ends before it does", "during", week+`.during(`+june+`) // true`, `date("2018-06-01").during(`+june+`) // false`),
		oneOf("includes", "begins before the other and ends after it", "includes", june+`.includes(`+week+`) // true`),
		{"allen", "which of Allen's thirteen relations holds, and only one ever does: before (with a day between), meets, overlaps (begins first, ends inside the other), starts, during, finishes, equals, " +
			"and their inverses after, met_by, overlapped_by, started_by, includes, finished_by",
			[]string{week + `.allen(` + june + `) // "during"`, week + `.allen(date("2018-06-18")) // "meets"`, week + `.allen(date("2018-06-19")) // "before"`,
				`interval(date("2018-05-20"), date("2018-06-12")).allen(` + june + `) // "overlaps"`},
			spanForms(cel.StringType, func(a, b fact.Interval) ref.Val { return types.String(allen(a, b)) })},
	}
}

func intervalFunctions() []function {
	return []function{
		{"interval", "the days from the first to the last, both of them in it; or one day",
			[]string{`interval(date("2018-06-01"), date("2018-06-15")).days() // 15`, `interval(date("2018-06-01"), date("2018-06-15")).to // date("2018-06-16")`,
				`interval(date("2018-06-01"), date("2018-06-30")).label // "June 2018"`},
			[]form{
				global(intervalType, func(a ...ref.Val) ref.Val { return makeInterval(a[0], a[0]) }, dayType),
				global(intervalType, func(a ...ref.Val) ref.Val { return makeInterval(a[0], a[1]) }, dayType, dayType),
			}},
		{"gap", "how many days lie between the two, 0 if they touch or overlap",
			[]string{`date("2018-06-15").gap(date("2018-06-18")) // 2`, `date("2018-06-15").gap(date("2018-06-16")) // 0`},
			spanForms(cel.IntType, func(a, b fact.Interval) ref.Val { return types.Int(a.Gap(b)) })},
	}
}

func makeInterval(first, last ref.Val) ref.Val {
	a, okA := asDay(first.Value())
	b, okB := asDay(last.Value())
	if !okA || !okB {
		return types.MaybeNoSuchOverloadErr(last)
	}
	if b.Sub(a) < 0 {
		return failed("the interval ends on %s, before it begins on %s", b, a)
	}
	adapter, err := factAdapter()
	if err != nil {
		return types.WrapErr(err)
	}
	i := between(a, b)
	return adapter.NativeToValue(&i)
}

// factAdapter makes CEL values of the facts that functions return.
var factAdapter = sync.OnceValues(func() (types.Adapter, error) {
	return types.NewRegistry(celTypes()...)
})

// lengthOf counts the days of an interval.
func lengthOf(args ...ref.Val) ref.Val {
	i, ok := asInterval(args[0].Value())
	if !ok {
		return types.MaybeNoSuchOverloadErr(args[0])
	}
	n, ok := i.Days()
	if !ok {
		return failed("%s has no end to count to: ask with has(….from) and has(….to) first", i.Label)
	}
	return types.Int(n)
}

func namedDayFunctions() []function {
	return []function{
		{"named", "the named days that fall on the day, by the almanac that ships; it knows no almanac of your own",
			[]string{`date("2018-12-25").named() // ["Christmas"]`, `date("2018-06-18").named() // []`},
			[]form{method(cel.ListType(cel.StringType), func(a ...ref.Val) ref.Val {
				d, ok := asDay(a[0].Value())
				if !ok {
					return types.MaybeNoSuchOverloadErr(a[0])
				}
				return types.DefaultTypeAdapter.NativeToValue(namedOn(d))
			}, dayType)}},
		{"named_day", "a named day of a year, by the almanac that ships",
			[]string{`named_day("Easter", 2018) // date("2018-04-01")`, `named_day("Thanksgiving", 2018).weekday_name // "Thursday"`},
			[]form{global(dayType, func(a ...ref.Val) ref.Val {
				name, _ := a[0].(types.String)
				year, _ := a[1].(types.Int)
				d, err := NamedDay(string(name), int(year))
				if err != nil {
					return types.WrapErr(err)
				}
				return celDay{d}
			}, cel.StringType, cel.IntType)}},
	}
}

// float returns the number that a value is.
func float(v ref.Val) float64 {
	switch n := v.(type) {
	case types.Int:
		return float64(n)
	case types.Uint:
		return float64(n)
	case types.Double:
		return float64(n)
	}
	return math.NaN()
}

// numeric returns the forms of a function of n numbers, whole or not.
func numeric(n int, result *cel.Type, call func(x []float64) ref.Val) []form {
	var forms []form
	for mask := range 1 << n {
		args := make([]*cel.Type, n)
		for i := range args {
			if args[i] = cel.DoubleType; mask>>i&1 == 1 {
				args[i] = cel.IntType
			}
		}
		forms = append(forms, global(result, func(a ...ref.Val) ref.Val {
			x := make([]float64, len(a))
			for i := range a {
				x[i] = float(a[i])
			}
			return call(x)
		}, args...))
	}
	return forms
}

func numberFunctions() []function {
	return []function{
		{"abs", "the number without its sign", []string{`abs(-3) // 3`, `abs(-2.5) // 2.5`}, []form{
			global(cel.IntType, func(a ...ref.Val) ref.Val {
				n, ok := a[0].(types.Int)
				if !ok || n == math.MinInt64 {
					return failed("this number has no counterpart above zero")
				}
				return max(n, -n)
			}, cel.IntType),
			global(cel.DoubleType, func(a ...ref.Val) ref.Val { return types.Double(math.Abs(float(a[0]))) }, cel.DoubleType),
		}},
		{"round", "the nearest whole number, half away from zero", []string{`round(2.5) // 3`, `round(-2.4) // -2`}, numeric(1, cel.IntType, func(x []float64) ref.Val {
			if r := math.Round(x[0]); math.Abs(r) < 1<<53 {
				return types.Int(r)
			}
			return failed("%v cannot be rounded to a whole number", x[0])
		})},
		{"percent_change", "by how many percent the second number is above the first, negative if below; an error if the first is 0",
			[]string{`percent_change(200, 250) // 25.0`, `round(percent_change(80, 60)) // -25`}, numeric(2, cel.DoubleType, func(x []float64) ref.Val {
				if x[0] == 0 {
					return failed("nothing is a percentage of 0")
				}
				return types.Double((x[1] - x[0]) / math.Abs(x[0]) * 100)
			})},
		{"near", "whether two numbers differ by no more than the third", []string{`near(98, 100, 2) // true`, `near(2.5, 2.7, 0.1) // false`},
			numeric(3, cel.BoolType, func(x []float64) ref.Val { return types.Bool(math.Abs(x[0]-x[1]) <= x[2]) })},
	}
}

func textFunctions() []function {
	texts := cel.ListType(cel.StringType)
	return []function{
		abridgedFunction(),
		{"fold", "the words alone, for comparison: lower case, one blank between, no punctuation, no possessive 's; as in the key of a sentence or quotation",
			[]string{`"“We’ll act,”  she SAID.".fold() // "we'll act she said"`, `"Monday's vote".fold() // "monday vote"`},
			[]form{method(cel.StringType, func(a ...ref.Val) ref.Val {
				s, _ := a[0].(types.String)
				return types.String(Fold(string(s)))
			}, cel.StringType)}},
		{"words", "the words as written, without punctuation and possessive 's", []string{`"The mid-June vote, of 2018".words() // ["The", "mid-June", "vote", "of", "2018"]`},
			[]form{method(texts, func(a ...ref.Val) ref.Val {
				s, _ := a[0].(types.String)
				return types.DefaultTypeAdapter.NativeToValue(splitWords(string(s)))
			}, cel.StringType)}},
		{"has_word", "whether the word, or the words in a row, stand in the text, whatever their case, with a hyphen or a blank between; of a list, whether any of them does",
			[]string{`"Today's vote".has_word("today") // true`, `"the yesteryears".has_word("yesteryear") // false`, `"in mid-June".has_word("June") // true`,
				`"a so-called truce".has_word("so called") // true`, `"by Friday".has_word(["today", "friday"]) // true`},
			[]form{
				method(cel.BoolType, func(a ...ref.Val) ref.Val {
					s, _ := a[0].(types.String)
					word, _ := a[1].(types.String)
					return types.Bool(hasWords(foldedParts(string(s)), foldedParts(string(word))))
				}, cel.StringType, cel.StringType),
				method(cel.BoolType, hasAnyWord, cel.StringType, texts),
			}},
	}
}

func hasAnyWord(a ...ref.Val) ref.Val {
	s, _ := a[0].(types.String)
	list, ok := a[1].(traits.Lister)
	if !ok {
		return types.MaybeNoSuchOverloadErr(a[1])
	}
	text := foldedParts(string(s))
	for it := list.Iterator(); it.HasNext() == types.True; {
		word, ok := it.Next().(types.String)
		if !ok {
			return failed("has_word needs a list of texts")
		}
		if hasWords(text, foldedParts(string(word))) {
			return types.True
		}
	}
	return types.False
}

// allenNames are the values of allen().
var allenNames = []string{"before", "after", "meets", "met_by", "overlaps", "overlapped_by", "starts", "started_by",
	"during", "includes", "finishes", "finished_by", "equals"}

// functionOptions declares our functions.
func functionOptions() []cel.EnvOption {
	var opts []cel.EnvOption
	for _, g := range ourFunctions() {
		for _, fn := range g.functions {
			opts = append(opts, fn.option())
		}
	}
	return slices.Clip(opts)
}
