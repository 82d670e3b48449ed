package rules

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
)

// container is the CEL container, and so the prefix of our type names. Rules may
// write a type with it or without, as rules.Note{…} or Note{…}; where the Go types
// live makes no difference.
const container = "rules"

// celType returns how CEL knows a struct, or a pointer to one.
func celType(t reflect.Type) *cel.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return cel.ObjectType(container + "." + t.Name())
}

// celFieldType returns the CEL type of a field of a fact, for a link that of what
// it leads to.
func celFieldType(t reflect.Type) *cel.Type {
	if to := linkType(t); to != nil {
		t = to
	}
	switch t.Kind() {
	case reflect.Bool:
		return cel.BoolType
	case reflect.Int64:
		return cel.IntType
	case reflect.Float64:
		return cel.DoubleType
	case reflect.String:
		return cel.StringType
	case reflect.Slice:
		return cel.ListType(celFieldType(t.Elem()))
	case reflect.Pointer:
		return celFieldType(t.Elem())
	case reflect.Struct:
		if t == reflect.TypeFor[fact.Day]() {
			return dayType
		}
		return celType(t)
	}
	panic("rules: CEL has no type for a field of type " + t.String())
}

// linkType returns the type of what a field leads to that is a link, nil if it is
// none.
func linkType(t reflect.Type) reflect.Type {
	if l, ok := reflect.Zero(t).Interface().(interface{ LinkType() reflect.Type }); ok {
		return l.LinkType()
	}
	return nil
}

// mayLack reports whether a fact can be without a field of a type.
func mayLack(t reflect.Type) bool {
	if to := linkType(t); to != nil {
		t = to
	}
	return t.Kind() == reflect.Pointer
}

// valueOf returns a field of a fact, for a link what it leads to. The error is the
// panic of what looked for that.
func valueOf(fact reflect.Value, i int) (v reflect.Value, err error) {
	f := fact.Type().Field(i)
	if linkType(f.Type) == nil {
		return fact.Field(i), nil
	}
	follow := func() { v = reflect.ValueOf(linkingOf(fact).Linked(f.Name)) }
	if d := isolate.Do(isolate.Work{Stage: isolate.StageRule}, follow); d != nil {
		return reflect.Zero(linkType(f.Type)), d
	}
	return v, nil
}

func linkingOf(v reflect.Value) fact.Linking { return v.Interface().(fact.Linking) }

// A factType describes a struct to CEL: its fields have the names of their cel
// tags, and one that is a pointer may be absent.
type factType struct {
	*types.Type
	goType reflect.Type
	fields map[string]*factField
}

// A factField is a field of a fact.
type factField struct {
	types.FieldType
	index int
}

func newFactType(t reflect.Type) *factType {
	typ := &factType{cel.ObjectType(container+"."+t.Name(), traits.FieldTesterType|traits.IndexerType), t, map[string]*factField{}}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("cel"); name != "-" {
			typ.fields[name] = typ.field(i, name)
		}
	}
	return typ
}

// field returns how CEL reads the field with an index. To read one that is absent
// is an error.
func (t *factType) field(i int, name string) *factField {
	f := &factField{index: i}
	typ := t.goType.Field(i).Type
	f.Type = celFieldType(typ)
	lacks := mayLack(typ)
	f.IsSet = func(fact any) bool {
		v := reflect.Indirect(reflect.ValueOf(fact))
		if !v.IsValid() {
			return false
		}
		v, err := valueOf(v, i)
		return err == nil && !v.IsZero()
	}
	f.GetFrom = func(fact any) (any, error) {
		v := reflect.Indirect(reflect.ValueOf(fact))
		if v.IsValid() {
			var err error
			if v, err = valueOf(v, i); err != nil {
				return nil, err
			}
		}
		if lacks && (!v.IsValid() || v.IsZero()) {
			return nil, absentError{typ: t.goType.Name(), field: name}
		}
		return v.Interface(), nil
	}
	return f
}

// ReflectType implements types.StructTypeDescriptor; likewise below.
func (t *factType) ReflectType() reflect.Type { return t.goType }

// FieldNames returns the names sorted.
func (t *factType) FieldNames() []string { return slices.Sorted(maps.Keys(t.fields)) }

// FindFieldType returns how CEL reads a field.
func (t *factType) FindFieldType(name string) (*types.FieldType, bool) {
	f, ok := t.fields[name]
	if !ok {
		return nil, false
	}
	return &f.FieldType, true
}

// NewValue makes the fact that a rule writes as Note{…}.
func (t *factType) NewValue(adapter types.Adapter, fields map[string]ref.Val) ref.Val {
	fact := reflect.New(t.goType)
	for name, v := range fields {
		f, ok := t.fields[name]
		if !ok {
			return types.NewErr("no such field: %s", name)
		}
		field := fact.Elem().Field(f.index)
		native, err := v.ConvertToNative(field.Type())
		if err != nil {
			return types.NewErrFromString(err.Error())
		}
		field.Set(reflect.ValueOf(native))
	}
	return adapter.NativeToValue(fact.Interface())
}

// Adapt makes a CEL value of a fact or a pointer to one.
func (t *factType) Adapt(adapter types.Adapter, fact any) ref.Val {
	v := reflect.ValueOf(fact)
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return types.NullValue
		}
		v = v.Elem()
	}
	return &factValue{adapter, t, fact, v}
}

// A factValue is a fact as CEL has it.
type factValue struct {
	types.Adapter
	typ    *factType
	fact   any // the struct, or a pointer to it
	fields reflect.Value
}

// ConvertToNative implements ref.Val.
func (v *factValue) ConvertToNative(t reflect.Type) (any, error) {
	switch {
	case reflect.TypeOf(v.fact) == t:
		return v.fact, nil
	case v.fields.Type() == t:
		return v.fields.Interface(), nil
	case reflect.PointerTo(v.fields.Type()) == t:
		ptr := reflect.New(v.fields.Type())
		ptr.Elem().Set(v.fields)
		return ptr.Interface(), nil
	}
	return nil, fmt.Errorf("type conversion error from '%v' to '%v'", v.typ, t)
}

// ConvertToType implements ref.Val.
func (v *factValue) ConvertToType(t ref.Type) ref.Val {
	switch t.TypeName() {
	case types.TypeType.TypeName():
		return v.typ.Type
	case v.typ.TypeName():
		return v
	}
	return types.NewErr("type conversion error from '%s' to '%s'", v.typ, t)
}

// Equal implements ref.Val: facts are equal if all of their fields are.
func (v *factValue) Equal(other ref.Val) ref.Val {
	o, ok := other.(*factValue)
	if !ok || o.typ != v.typ {
		return types.False
	}
	if reflect.TypeOf(v.fact) == reflect.TypeOf(o.fact) {
		return types.Bool(reflect.DeepEqual(v.fact, o.fact))
	}
	return types.Bool(reflect.DeepEqual(v.fields.Interface(), o.fields.Interface()))
}

// Type implements ref.Val.
func (v *factValue) Type() ref.Type { return v.typ.Type }

// Value implements ref.Val.
func (v *factValue) Value() any { return v.fact }

// IsZeroValue implements traits.Zeroer.
func (v *factValue) IsZeroValue() bool { return v.fields.IsZero() }

// IsSet implements traits.FieldTester.
func (v *factValue) IsSet(field ref.Val) ref.Val {
	f, err := v.field(field)
	if err != nil {
		return err
	}
	return types.Bool(!f.IsZero())
}

// Get implements traits.Indexer. What is absent is empty, as CEL knows the type of
// v only as the rule runs.
func (v *factValue) Get(field ref.Val) ref.Val {
	f, err := v.field(field)
	if err != nil {
		return err
	}
	if f.Kind() == reflect.Pointer && f.IsNil() {
		f = reflect.New(f.Type().Elem())
	}
	return v.NativeToValue(f.Interface())
}

func (v *factValue) field(name ref.Val) (reflect.Value, ref.Val) {
	s, ok := name.(types.String)
	if !ok {
		return reflect.Value{}, types.MaybeNoSuchOverloadErr(name)
	}
	f, ok := v.typ.fields[string(s)]
	if !ok {
		return reflect.Value{}, types.NewErr("no such field: %s", string(s))
	}
	value, err := valueOf(v.fields, f.index)
	if err != nil {
		return reflect.Value{}, types.WrapErr(err)
	}
	return value, nil
}

// absentError says that a rule read a fact that is not there.
type absentError struct{ typ, field string }

func (e absentError) Error() string {
	return fmt.Sprintf("this %s has no %s: ask with has(….%s) first", e.typ, e.field, e.field)
}

// celTypes are the descriptions of all types that rules can name.
func celTypes() []any {
	out := []any{dayDescriptor{dayType}}
	for _, t := range factTypes {
		out = append(out, newFactType(t))
	}
	return out
}

// fieldNamed returns the field of a fact that rules know under a name.
func fieldNamed(fact reflect.Type, name string) (reflect.StructField, bool) {
	for i := range fact.NumField() {
		if f := fact.Field(i); f.Tag.Get("cel") == name {
			return f, true
		}
	}
	return reflect.StructField{}, false
}
