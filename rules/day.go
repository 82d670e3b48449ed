package rules

import (
	"fmt"
	"reflect"
	"time"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/timeline"
)

// A Day is a day of the proleptic Gregorian calendar. The zero Day is no day.
//
// Rules see the fields of the documentation; they compare days with <, <=, ==
// and the like, add a number of days or [Months], and subtract two days to get
// one. The methods of [ref.Val] and of the traits make a Day a CEL value; Go
// code needs the others.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// maxDays bounds day arithmetic, so that no sum of days leaves the years that
// time.Time can count.
const maxDays = 4_000_000

// NewDay returns the given day. Values outside their range are carried, as by
// [time.Date].
func NewDay(year int, month time.Month, day int) Day {
	y, m, d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Date()
	return Day{y, m, d}
}

// ParseDay reads a day written as 2018-06-17. A day that does not exist is an
// error.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is not a day, write it as 2018-06-17", s)
	}
	return NewDay(t.Date()), nil
}

// String returns the day as 2018-06-17.
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Weekday returns the day of the week, 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int64 { return int64(d.time().Weekday()+6)%7 + 1 }

// AddDays returns the day n days later, or earlier if n is negative.
func (d Day) AddDays(n int) Day { return NewDay(d.time().AddDate(0, 0, n).Date()) }

// Sub returns how many days d lies after o.
func (d Day) Sub(o Day) int64 { return (d.time().Unix() - o.time().Unix()) / (24 * 60 * 60) }

func (d Day) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// dayType is how CEL knows a Day.
var dayType = types.NewObjectType("rules.Day",
	traits.AdderType|traits.SubtractorType|traits.ComparerType|traits.FieldTesterType|traits.IndexerType)

// AddMonths returns the day n calendar months later, in the month that it
// lands in: 31 October and one month is 30 November.
func (d Day) AddMonths(n Months) Day { return dayOf(d.count().AddMonths(int(n))) }

// count returns d as the timeline has it.
func (d Day) count() timeline.Day { return timeline.Date(d.Year, d.Month, d.Day) }

// dayOf returns a day of the timeline.
func dayOf(d timeline.Day) Day { return NewDay(d.Civil()) }

// dayFields are the fields that rules see, in the order of the documentation.
var dayFields = []struct {
	name string
	typ  *types.Type
	doc  string
	get  func(Day) ref.Val
}{
	{"year", types.IntType, "the year", func(d Day) ref.Val { return types.Int(d.Year) }},
	{"month", types.IntType, "the month, 1 for January to 12 for December", func(d Day) ref.Val { return types.Int(d.Month) }},
	{"month_name", types.StringType, `the month in English: "June"`, func(d Day) ref.Val { return types.String(d.Month.String()) }},
	{"day", types.IntType, "the day of the month, from 1", func(d Day) ref.Val { return types.Int(d.Day) }},
	{"weekday", types.IntType, "the day of the week, 1 for Monday to 7 for Sunday", func(d Day) ref.Val { return types.Int(d.Weekday()) }},
	{"weekday_name", types.StringType, `the day of the week in English: "Sunday"`, func(d Day) ref.Val { return types.String(d.time().Weekday().String()) }},
	{"iso", types.StringType, `the day as 2018-06-17`, func(d Day) ref.Val { return types.String(d.String()) }},
	{"label", types.StringType, `the day in words: "17 June 2018"`, func(d Day) ref.Val { return types.String(d.count().Short()) }},
}

// dayFieldNames lists the fields that rules see.
func dayFieldNames() []string {
	names := make([]string, len(dayFields))
	for i, f := range dayFields {
		names[i] = f.name
	}
	return names
}

// dayField returns how CEL reads the named field of a Day.
func dayField(name string) (*types.FieldType, bool) {
	for _, f := range dayFields {
		if f.name != name {
			continue
		}
		return &types.FieldType{
			Type:  f.typ,
			IsSet: func(any) bool { return true },
			GetFrom: func(v any) (any, error) {
				d, ok := asDay(v)
				if !ok {
					return nil, fmt.Errorf("%T is not a day", v)
				}
				return f.get(d), nil
			},
		}, true
	}
	return nil, false
}

func asDay(v any) (Day, bool) {
	switch d := v.(type) {
	case Day:
		return d, true
	case *Day:
		if d != nil {
			return *d, true
		}
	}
	return Day{}, false
}

// ConvertToNative implements ref.Val.
func (d Day) ConvertToNative(t reflect.Type) (any, error) {
	switch t {
	case reflect.TypeFor[Day]():
		return d, nil
	case reflect.TypeFor[*Day]():
		return &d, nil
	}
	return nil, fmt.Errorf("a day cannot be made into %v", t)
}

// ConvertToType implements ref.Val.
func (d Day) ConvertToType(t ref.Type) ref.Val {
	switch t.TypeName() {
	case dayType.TypeName():
		return d
	case types.TypeType.TypeName():
		return dayType
	}
	return types.NewErr("a day cannot be made into %s", t.TypeName())
}

// Equal implements ref.Val.
func (d Day) Equal(o ref.Val) ref.Val {
	e, ok := asDay(o)
	return types.Bool(ok && d == e)
}

// Type implements ref.Val.
func (d Day) Type() ref.Type { return dayType }

// Value implements ref.Val.
func (d Day) Value() any { return d }

// Compare implements traits.Comparer.
func (d Day) Compare(o ref.Val) ref.Val {
	e, ok := asDay(o)
	if !ok {
		return types.MaybeNoSuchOverloadErr(o)
	}
	return types.Int(max(-1, min(1, d.Sub(e))))
}

// Add implements traits.Adder: a day and a number of days, or Months.
func (d Day) Add(o ref.Val) ref.Val {
	if n, ok := o.(Months); ok {
		return d.AddMonths(n)
	}
	n, ok := o.(types.Int)
	if !ok {
		return types.MaybeNoSuchOverloadErr(o)
	}
	if n < -maxDays || n > maxDays {
		return types.NewErr("%d days is too far", int64(n))
	}
	return d.AddDays(int(n))
}

// Subtract implements traits.Subtractor: a number of days or Months from a day,
// or the days between two.
func (d Day) Subtract(o ref.Val) ref.Val {
	if e, ok := asDay(o); ok {
		return types.Int(d.Sub(e))
	}
	switch n := o.(type) {
	case types.Int:
		return d.Add(-n)
	case Months:
		return d.AddMonths(-n)
	}
	return types.MaybeNoSuchOverloadErr(o)
}

// Get implements traits.Indexer.
func (d Day) Get(field ref.Val) ref.Val {
	name, _ := field.(types.String)
	for _, f := range dayFields {
		if f.name == string(name) {
			return f.get(d)
		}
	}
	return types.NewErr("Day has no field %q", string(name))
}

// IsSet implements traits.FieldTester: a day has all of its fields.
func (d Day) IsSet(field ref.Val) ref.Val {
	name, _ := field.(types.String)
	_, ok := dayField(string(name))
	return types.Bool(ok)
}

// Months is a number of calendar months, to add to a day. Rules make one with
// months(n) or years(n); at most 120,000 either way.
type Months int64

// maxMonths bounds what rules can add, in months or years.
const maxMonths = 10_000

// monthsType is how CEL knows Months.
var monthsType = types.NewObjectType(container + ".Months")

// ConvertToNative implements ref.Val.
func (m Months) ConvertToNative(t reflect.Type) (any, error) {
	if t == reflect.TypeFor[Months]() {
		return m, nil
	}
	return nil, fmt.Errorf("months cannot be made into %v", t)
}

// ConvertToType implements ref.Val.
func (m Months) ConvertToType(t ref.Type) ref.Val {
	switch t.TypeName() {
	case monthsType.TypeName():
		return m
	case types.TypeType.TypeName():
		return monthsType
	}
	return types.NewErr("months cannot be made into %s", t.TypeName())
}

// Equal implements ref.Val.
func (m Months) Equal(o ref.Val) ref.Val { return types.Bool(m == o) }

// Type implements ref.Val.
func (m Months) Type() ref.Type { return monthsType }

// Value implements ref.Val.
func (m Months) Value() any { return m }
