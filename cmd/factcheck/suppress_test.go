package main

import (
	"os"
	"path/filepath"
	"testing"
)

// What is suppressed is in the JSON, in the form of its schema.
func TestSuppressedOutputMatchesSchema(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	src := "---\npublished: 2018-07-02\nfactcheck-disable: {date/weekday-mismatch: so}\n---\n<!-- factcheck-disable date/impossible: so -->\nIt ran out on 30 February 2018 or Thursday, 12 June 2018.\n\n<!-- factcheck-disable page/furniture: so -->\nIt rained.\n"
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	doc := decode(t, printed(t, exitClean, "check", "--format", "json", file))
	schema := compileSchema(t, "check")
	if err := schema.Validate(doc); err != nil {
		t.Errorf("%#v", err)
	}
	at(t, doc, "findings", 0)
	at(t, doc, "suppressed", 1)
	first := at(t, doc, "suppressed", 0).(map[string]any)
	for key, value := range map[string]any{"by": "magic", "reason": "", "id": "x", "more": "x"} {
		old, had := first[key]
		first[key] = value
		if schema.Validate(doc) == nil {
			t.Errorf("%s: %v is valid", key, value)
		}
		if first[key] = old; !had {
			delete(first, key)
		}
	}
}
