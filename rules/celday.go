package rules

import (
	"fmt"
	"reflect"
	"time"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
	"factcheck/timeline"
)

// maxDays bounds day arithmetic, so that no sum of days leaves the years that
// time.Time can count.
const maxDays = 4_000_000

// dayType is how CEL knows a Day.
var dayType = types.NewObjectType(container+".Day",
	traits.AdderType|traits.SubtractorType|traits.ComparerType|traits.FieldTesterType|traits.IndexerType)

// countedDay returns d as the timeline has it.
func countedDay(d fact.Day) timeline.Day { return timeline.Date(d.Year, d.Month, d.Day) }

// civilDay returns a day of the timeline.
func civilDay(d timeline.Day) fact.Day { return fact.NewDay(d.Civil()) }

// dayFields are the fields that rules see, in the order of the documentation.
var dayFields = []struct {
	name string
	typ  *types.Type
	doc  string
	get  func(fact.Day) ref.Val
}{
	{"year", types.IntType, "the year", func(d fact.Day) ref.Val { return types.Int(d.Year) }},
	{"month", types.IntType, "the month, 1 for January to 12 for December", func(d fact.Day) ref.Val { return types.Int(d.Month) }},
	{"month_name", types.StringType, `the month in English: "June"`, func(d fact.Day) ref.Val { return types.String(d.Month.String()) }},
	{"day", types.IntType, "the day of the month, from 1", func(d fact.Day) ref.Val { return types.Int(d.Day) }},
	{"weekday", types.IntType, "the day of the week, 1 for Monday to 7 for Sunday", func(d fact.Day) ref.Val { return types.Int(d.Weekday()) }},
	{"weekday_name", types.StringType, `the day of the week in English: "Sunday"`, func(d fact.Day) ref.Val { return types.String(time.Weekday(d.Weekday() % 7).String()) }},
	{"iso", types.StringType, `the day as 2018-06-17`, func(d fact.Day) ref.Val { return types.String(d.String()) }},
	{"label", types.StringType, `the day in words: "17 June 2018"`, func(d fact.Day) ref.Val { return types.String(countedDay(d).Short()) }},
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

func asDay(v any) (fact.Day, bool) {
	switch d := v.(type) {
	case fact.Day:
		return d, true
	case *fact.Day:
		if d != nil {
			return *d, true
		}
	}
	return fact.Day{}, false
}

// A dayDescriptor describes days to CEL.
type dayDescriptor struct{ *types.Type }

// ReflectType implements types.StructTypeDescriptor; likewise below.
func (dayDescriptor) ReflectType() reflect.Type { return reflect.TypeFor[fact.Day]() }

// FieldNames returns the names in the order of the documentation.
func (dayDescriptor) FieldNames() []string { return dayFieldNames() }

// FindFieldType returns how CEL reads a field.
func (dayDescriptor) FindFieldType(name string) (*types.FieldType, bool) { return dayField(name) }

// NewValue returns an error: rules do not write Day{…}.
func (dayDescriptor) NewValue(types.Adapter, map[string]ref.Val) ref.Val {
	return types.NewErr(`a day is written date("2018-06-17")`)
}

// Adapt makes a CEL value of a day or a pointer to one.
func (dayDescriptor) Adapt(_ types.Adapter, v any) ref.Val {
	if d, ok := asDay(v); ok {
		return celDay{d}
	}
	return types.NullValue
}

// A celDay is a day as CEL has it.
type celDay struct{ fact.Day }

// ConvertToNative implements ref.Val.
func (d celDay) ConvertToNative(t reflect.Type) (any, error) {
	switch t {
	case reflect.TypeFor[fact.Day]():
		return d.Day, nil
	case reflect.TypeFor[*fact.Day]():
		return &d.Day, nil
	}
	return nil, fmt.Errorf("a day cannot be made into %v", t)
}

// ConvertToType implements ref.Val.
func (d celDay) ConvertToType(t ref.Type) ref.Val {
	switch t.TypeName() {
	case dayType.TypeName():
		return d
	case types.TypeType.TypeName():
		return dayType
	}
	return types.NewErr("a day cannot be made into %s", t.TypeName())
}

// Equal implements ref.Val.
func (d celDay) Equal(o ref.Val) ref.Val {
	return types.Bool(d == o)
}

// Type implements ref.Val.
func (d celDay) Type() ref.Type { return dayType }

// Value implements ref.Val.
func (d celDay) Value() any { return d.Day }

// Compare implements traits.Comparer.
func (d celDay) Compare(o ref.Val) ref.Val {
	e, ok := o.(celDay)
	if !ok {
		return types.MaybeNoSuchOverloadErr(o)
	}
	return types.Int(max(-1, min(1, d.Sub(e.Day))))
}

// Add implements traits.Adder: a day and a number of days, or Months.
func (d celDay) Add(o ref.Val) ref.Val {
	if n, ok := o.(Months); ok {
		return celDay{d.AddMonths(int(n))}
	}
	n, ok := o.(types.Int)
	if !ok {
		return types.MaybeNoSuchOverloadErr(o)
	}
	if n < -maxDays || n > maxDays {
		return types.NewErr("%d days is too far", int64(n))
	}
	return celDay{d.AddDays(int(n))}
}

// Subtract implements traits.Subtractor: a number of days or Months from a day,
// or the days between two.
func (d celDay) Subtract(o ref.Val) ref.Val {
	if e, ok := o.(celDay); ok {
		return types.Int(d.Sub(e.Day))
	}
	switch n := o.(type) {
	case types.Int:
		return d.Add(-n)
	case Months:
		return celDay{d.AddMonths(int(-n))}
	}
	return types.MaybeNoSuchOverloadErr(o)
}

// Get implements traits.Indexer.
func (d celDay) Get(field ref.Val) ref.Val {
	name, _ := field.(types.String)
	for _, f := range dayFields {
		if f.name == string(name) {
			return f.get(d.Day)
		}
	}
	return types.NewErr("Day has no field %q", string(name))
}

// IsSet implements traits.FieldTester: a day has all of its fields.
func (d celDay) IsSet(field ref.Val) ref.Val {
	name, _ := field.(types.String)
	_, ok := dayField(string(name))
	return types.Bool(ok)
}
