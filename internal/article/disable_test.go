package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDisabledInFrontMatter(t *testing.T) {
	tests := []struct {
		name, yaml string
		want       [][2]string
	}{
		{"a mapping", "factcheck-disable:\n  date/conflict: the almanac is wrong\n  date/*: a poem", [][2]string{{"date/conflict", "the almanac is wrong"}, {"date/*", "a poem"}}},
		{"in braces", "factcheck-disable: {date/conflict: the almanac is wrong}", [][2]string{{"date/conflict", "the almanac is wrong"}}},
		{"a list of pairs", "factcheck-disable:\n- date/conflict: the almanac is wrong\n- page/furniture: a scan", [][2]string{{"date/conflict", "the almanac is wrong"}, {"page/furniture", "a scan"}}},
		{"a list of strings", "factcheck-disable:\n- \"date/conflict, page/furniture: é: a scan\"", [][2]string{{"date/conflict, page/furniture", "é: a scan"}}},
		{"without a reason", "factcheck-disable:\n- date/conflict", [][2]string{{"date/conflict", ""}}},
		{"an empty reason", "factcheck-disable:\n  date/conflict:", [][2]string{{"date/conflict", ""}}},
		{"nothing", "factcheck-disable:", nil},
	}
	for _, tt := range tests {
		list, err := Parse("a.md", []byte("---\n"+tt.yaml+"\n---\nThe river rose.\n"))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var got [][2]string
		for _, d := range list[0].Meta.Disabled {
			got = append(got, [2]string{d.Rules, d.Reason})
			if s := d.Span.In(list[0].Text); s != d.Rules {
				t.Errorf("%s: span of %q, want %q", tt.name, s, d.Rules)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	for yaml, want := range map[string]string{
		"factcheck-disable: {date/conflict: [a]}": "a.md:2:36: date/conflict must be one value (write date/conflict: value)",
		"factcheck-disable: [[a: b]]":             "a.md:2:21: factcheck-disable holds a list in a list (write one RULE: reason a line)",
	} {
		_, err := Parse("a.md", []byte("---\n"+yaml+"\n---\nThe river rose.\n"))
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", yaml, err, want)
		}
	}
}
