package lexicon

import (
	"strings"
	"testing"
)

func TestLookupRole(t *testing.T) {
	tests := []struct {
		name      string
		kind      RoleKind
		canonical string
	}{
		{"prime minister", Office, "prime minister"},
		{"pm", Office, "prime minister"},
		{"secretary of state", Office, "secretary of state"},
		{"defence minister", Office, "defense minister"},
		{"maj.-gen.", Rank, "major general"},
		{"lt. col.", Rank, "lieutenant colonel"},
		{"mr.", Honorific, "mr."},
		{"spokeswoman", Speaker, "spokesman"},
		{"state department spokeswoman", Speaker, "spokesman"},
		{"head", Office, "head"},
	}
	for _, tt := range tests {
		got, ok := Roles().Lookup(tt.name)
		if !ok || got.Name != tt.name || got.Kind != tt.kind || got.Canonical != tt.canonical {
			t.Errorf("Lookup(%q) = %+v, %t", tt.name, got, ok)
		}
	}
	for _, name := range []string{"", "Prime Minister", "prime", "Mr."} {
		if r, ok := Roles().Lookup(name); ok {
			t.Errorf("Lookup(%q) = %+v; want nothing", name, r)
		}
	}
}

func TestNamesPerson(t *testing.T) {
	tests := []struct {
		role        string
		lower, caps bool // Lower Smith, Capitalised Smith
	}{
		{"prime minister", true, true},
		{"spokeswoman", true, true},
		{"major", false, true},
		{"general", false, true},
		{"sgt.", false, true},
		{"head of state", false, false},
		{"official", false, false},
	}
	for _, tt := range tests {
		r, ok := Roles().Lookup(tt.role)
		if !ok || r.NamesPerson(false) != tt.lower || r.NamesPerson(true) != tt.caps {
			t.Errorf("%s: NamesPerson = %t, %t; want %t, %t",
				tt.role, r.NamesPerson(false), r.NamesPerson(true), tt.lower, tt.caps)
		}
	}
	if (Role{}).NamesPerson(true) {
		t.Error("no role names a person")
	}
}

func TestRolesPointToRoles(t *testing.T) {
	for name, r := range Roles().byName.All() {
		if main, ok := Roles().Lookup(r.Canonical); !ok || main.Canonical != r.Canonical {
			t.Errorf("%s points to %s, which is no main spelling", name, r.Canonical)
		}
		if name != strings.ToLower(name) || name != strings.Join(strings.Fields(name), " ") {
			t.Errorf("%q is not in lower-case, one blank apart", name)
		}
	}
}

func TestLongestRole(t *testing.T) {
	tests := []struct {
		words string
		want  string
		n     int
	}{
		{"deputy prime minister yair", "deputy prime minister", 3},
		{"prime minister benjamin", "prime minister", 2},
		{"lt. gen. smith", "lt. gen.", 2},
		{"secretary of state mike", "secretary of state", 3},
		{"secretary of his", "secretary", 1},
		{"benjamin netanyahu", "", 0},
		{"", "", 0},
	}
	for _, tt := range tests {
		r, n := Roles().Longest(strings.Fields(tt.words))
		if r.Name != tt.want || n != tt.n {
			t.Errorf("Longest(%q) = %q, %d; want %q, %d", tt.words, r.Name, n, tt.want, tt.n)
		}
	}
	if got := Roles().MaxWords(); got != 4 {
		t.Errorf("MaxWords() = %d, want 4", got)
	}
}

// A name begins a role if and only if the table has one that begins so, with or
// without the full stop of an abbreviation.
func TestBegins(t *testing.T) {
	for word, want := range map[string]bool{"prime": true, "vice": true, "lt.": true, "lt": true, "minister": true, "anna": false, "prim": false, "": false} {
		if got := Roles().Begins([]byte(word)); got != want {
			t.Errorf("Begins(%q) = %v, want %v", word, got, want)
		}
	}
}
