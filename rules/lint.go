package rules

import (
	"maps"
	"slices"
)

// lintFrame returns what the condition of r can name.
func (r *Rule) lintFrame(v *vocabulary) (frame, error) {
	fr := frame{env: v.checkers[r.Scope], scope: scopeInfo(r.Scope), defines: r.defines}
	var err error
	for _, name := range slices.Sorted(maps.Keys(r.defines)) {
		if d := r.defines[name]; d.value != nil {
			if fr, err = fr.with(v, name, d.value.result); err != nil {
				return fr, err
			}
		}
	}
	for _, x := range r.lets {
		if fr, err = fr.with(v, x.name, x.value.result); err != nil {
			return fr, err
		}
		fr.lets = append(fr.lets, x.name)
	}
	return fr, nil
}
