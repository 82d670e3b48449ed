package format

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed data/kinds.tsv
var kindsFile string

// A rootKind tells a format of XML by its root element.
type rootKind struct{ root, holds, id string }

// A memberKind tells a format of JSON by members of its object.
type memberKind struct {
	members []string
	id      string
}

// kinds are the lines of data/kinds.tsv, in their order.
var kinds = sync.OnceValues(func() (roots []rootKind, members []memberKind) {
	for line := range strings.Lines(kindsFile) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case f[0] == "root" && len(f) == 4:
			roots = append(roots, rootKind{f[1], strings.Trim(f[2], "-"), f[3]})
		case f[0] == "members" && len(f) == 3:
			members = append(members, memberKind{strings.Fields(f[1]), f[2]})
		}
	}
	return roots, members
})

// headSearched is how much of XML is searched for what its root declares, in
// bytes.
const headSearched = 4096

// kindOfXML returns the id of the format of XML whose root is tag; "xml" for one
// that is not known. Body begins with the root.
func kindOfXML(tag string, body []byte) string {
	_, name, prefixed := strings.Cut(tag, ":")
	if !prefixed {
		name = tag
	}
	roots, _ := kinds()
	for _, k := range roots {
		if k.root == name && bytes.Contains(body[:min(len(body), headSearched)], []byte(k.holds)) {
			return k.id
		}
	}
	return "xml"
}

// kindOfJSON returns the id of the format of src, which is valid JSON; "json" for
// one that is not known.
func kindOfJSON(src []byte) string {
	object := firstObject(src)
	var members map[string]json.RawMessage
	if object == nil || json.Unmarshal(object, &members) != nil {
		return "json"
	}
	_, known := kinds()
	for _, k := range known {
		if hasAll(members, k.members) {
			return k.id
		}
	}
	return "json"
}

// firstObject returns src if it is an object, else the first element of the list
// that it is; nil for none.
func firstObject(src []byte) []byte {
	if src[0] == '{' {
		return src
	}
	decoder := json.NewDecoder(bytes.NewReader(src))
	if _, err := decoder.Token(); err != nil || !decoder.More() {
		return nil
	}
	var first json.RawMessage
	if decoder.Decode(&first) != nil || first[0] != '{' {
		return nil
	}
	return first
}

func hasAll(members map[string]json.RawMessage, names []string) bool {
	for _, name := range names {
		if _, ok := members[name]; !ok {
			return false
		}
	}
	return true
}
