package rules

import (
	"fmt"
	"reflect"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
)

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
