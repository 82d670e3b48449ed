package rules

import (
	"fmt"
	"reflect"
	"strings"

	"factcheck/internal/fact"
)

// A Field is one field of a fact, as rules read it.
type Field struct {
	Name string // as rule files write it
	// Value is a string, bool, int64, float64, [Day], a [Place], another fact, or
	// a []any of these; nil if the fact lacks the field.
	Value any
}

// Fields returns the fields of a fact, by value or pointer, in the order of the
// documentation; nil for what is no fact. Links are left out: they may lead in
// circles.
func Fields(fact any) []Field {
	x := reflect.Indirect(reflect.ValueOf(fact))
	if !isFact(x) {
		return nil
	}
	var out []Field
	for i := range x.NumField() {
		if name := x.Type().Field(i).Tag.Get("cel"); name != "" && name != "-" && linkType(x.Type().Field(i).Type) == nil {
			out = append(out, Field{name, fieldValue(x.Field(i))})
		}
	}
	return out
}

// isFact reports whether x is a struct of which rules see the fields. A Day is
// a value of its own.
func isFact(x reflect.Value) bool {
	return x.Kind() == reflect.Struct && x.Type().PkgPath() == reflect.TypeFor[fact.Time]().PkgPath() && x.Type() != reflect.TypeFor[fact.Day]()
}

func fieldValue(x reflect.Value) any {
	switch x.Kind() {
	case reflect.Pointer:
		if x.IsNil() {
			return nil
		}
		return fieldValue(x.Elem())
	case reflect.Slice:
		list := make([]any, x.Len())
		for i := range list {
			list[i] = fieldValue(x.Index(i))
		}
		return list
	}
	return x.Interface()
}

// Describe writes a fact or a value of a [Field] in people's words: a fact by
// what says most of it, a day by its date, a text in quotation marks. What is
// long is cut.
func Describe(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return quoted(v)
	case []any:
		return describeAll(v)
	}
	return describeFact(v)
}

func describeAll(list []any) string {
	var parts []string
	for i, v := range list {
		if i == maxShownElements {
			parts = append(parts, fmt.Sprintf("… %d in all", len(list)))
			break
		}
		parts = append(parts, Describe(v))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
