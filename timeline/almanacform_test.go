package timeline

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAlmanacFormIsThatOfTheText(t *testing.T) {
	form, err := NewAlmanacForm("almanac.yaml", builtinAlmanac)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.MarshalIndent(form, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(append(b, '\n'), builtinForm) {
		t.Error("timeline/data/almanac.json is not the form of almanac.yaml: run go generate ./timeline")
	}
	want, err := ParseAlmanac("almanac.yaml", builtinAlmanac)
	if err != nil {
		t.Fatal(err)
	}
	got := almanacOf("almanac.yaml", append(b, '\n'), builtinAlmanac)
	if got == nil {
		t.Fatal("the form is not read")
	}
	if len(got.Entries) != len(want.Entries) {
		t.Fatalf("%d entries, want %d", len(got.Entries), len(want.Entries))
	}
	for i, e := range got.Entries {
		w := want.Entries[i]
		if diff := cmp.Diff([]any{w.Key, w.Label, w.Kind, w.Rule, w.Also, w.From, w.To, w.Aliases, w.Words, w.Source, w.Parties, w.Days, w.Note, w.Origin(), w.When().Label()},
			[]any{e.Key, e.Label, e.Kind, e.Rule, e.Also, e.From, e.To, e.Aliases, e.Words, e.Source, e.Parties, e.Days, e.Note, e.Origin(), e.When().Label()}); diff != "" {
			t.Errorf("%s: -text +form:\n%s", w.Key, diff)
		}
	}
}

func TestStaleAlmanacFormIsNotUsed(t *testing.T) {
	if almanacOf("a.yaml", builtinForm, append([]byte("# more\n"), builtinAlmanac...)) != nil {
		t.Error("the form is used for another text")
	}
	if almanacOf("a.yaml", builtinForm[:len(builtinForm)/2], builtinAlmanac) != nil {
		t.Error("half a form is used")
	}
}
