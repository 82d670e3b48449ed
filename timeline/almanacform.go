package timeline

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"slices"
)

//go:generate go run ./internal/gen data/almanac.yaml data/almanac.json
//go:embed data/almanac.json
var builtinForm []byte

// An AlmanacForm is an almanac as data/almanac.json holds it. The almanac that
// ships is read by every run, and YAML is slow to read. It stands for a text
// only while the hash is that of the text; otherwise the text is read.
type AlmanacForm struct {
	SHA256  string      `json:"sha256"` // of the YAML text, in hexadecimal
	Entries []FormEntry `json:"entries"`
}

// A FormEntry is one entry of an AlmanacForm.
type FormEntry struct {
	Line int `json:"line"` // of the YAML text, from 1
	*Entry
}

// NewAlmanacForm returns the form of a YAML text. The error is that of
// [ParseAlmanac].
func NewAlmanacForm(name string, src []byte) (*AlmanacForm, error) {
	a, err := ParseAlmanac(name, src)
	if err != nil {
		return nil, err
	}
	f := &AlmanacForm{SHA256: hashOf(src)}
	for _, e := range a.Entries {
		f.Entries = append(f.Entries, FormEntry{e.line, e})
	}
	return f, nil
}

func hashOf(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// almanacOf returns the almanac of a YAML text from its form, nil if the form is
// not of that text.
func almanacOf(name string, form, src []byte) *Almanac {
	var f AlmanacForm
	if json.Unmarshal(form, &f) != nil || f.SHA256 != hashOf(src) {
		return nil
	}
	var entries []*Entry
	for _, x := range f.Entries {
		if x.Entry == nil {
			return nil
		}
		x.file, x.line = name, x.Line
		if x.prepare() != nil {
			return nil
		}
		entries = append(entries, x.Entry)
	}
	return newAlmanac(slices.Clip(entries))
}
