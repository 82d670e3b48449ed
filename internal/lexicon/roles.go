package lexicon

import (
	"strings"
	"sync"

	"factcheck/internal/wordtable"
)

// A RoleKind says what sort of role a word names.
type RoleKind string

// The kinds of roles. The zero RoleKind is invalid.
const (
	Office    RoleKind = "office"    // one holder, or few, at a time: prime minister, coach
	Rank      RoleKind = "rank"      // of an army or the police
	Honorific RoleKind = "honorific" // Mr., Sir, Rev.
	Speaker   RoleKind = "speaker"   // who is quoted for others or for a trade: spokeswoman, analyst
)

func (k RoleKind) valid() bool {
	switch k {
	case Office, Rank, Honorific, Speaker:
		return true
	}
	return false
}

// A Role is a title or function, in one of its spellings.
type Role struct {
	Name string // as looked up: lower-case
	Kind RoleKind
	// Canonical is the spelling that all variants share: "prime minister" for
	// pm, "spokesman" for spokeswoman. Looking it up finds the same kind.
	Canonical string

	person personCue
}

// personCue says when a capitalised name behind a role is a person's.
type personCue string

const (
	always    personCue = "yes"
	ifCapital personCue = "capital"
	never     personCue = nothing
)

// NamesPerson reports whether a capitalised name right behind the role is a
// person's. Some words are a title only with a capital of their own: Major
// Smith is a person, "a major Syrian offensive" is not. What follows may still
// be a demonym or a weekday, which the caller must rule out.
func (r Role) NamesPerson(capitalised bool) bool {
	return r.person == always || r.person == ifCapital && capitalised
}

// A RoleTable finds roles by name.
type RoleTable struct {
	byName   *wordtable.Table[Role]
	first    *wordtable.Table[bool] // the first words, of abbreviations without their full stop too
	maxWords int
}

// Lookup finds a role by its words in lower-case, one blank apart, with the
// full stops of abbreviations: "prime minister", "lt. col.".
func (t *RoleTable) Lookup(name string) (Role, bool) {
	r, ok := t.byName.Find(name)
	return r, ok
}

// Begins reports whether a role begins with a word in lower case, which may lack the
// full stop of an abbreviation.
func (t *RoleTable) Begins(word []byte) bool { return t.first.GetBytes(word) }

// Longest finds the longest role at the start of words, which are lower-case,
// and returns it with its number of words, 0 if none starts there.
//
//go:noinline // inlined elsewhere, the words would go to the heap
func (t *RoleTable) Longest(words []string) (Role, int) {
	return longest(t.byName, t.maxWords, words)
}

// MaxWords is the number of words in the longest role.
func (t *RoleTable) MaxWords() int { return t.maxWords }

// Roles returns the roles that come with the program.
func Roles() *RoleTable {
	t, _ := loadRoles()
	return t
}

var loadRoles = sync.OnceValues(func() (*RoleTable, error) {
	return parseRoles("roles.tsv", rolesData)
})

func parseRoles(file, data string) (*RoleTable, error) {
	t := &RoleTable{byName: wordtable.New[Role](rowsIn(data)), first: wordtable.New[bool](rowsIn(data))}
	r := newReader(file, data, "role", "kind", "canonical", "person")
	for r.next() {
		role := Role{
			Name: r.fields[0], Kind: RoleKind(r.fields[1]),
			Canonical: r.fields[2], person: personCue(r.fields[3]),
		}
		if !role.Kind.valid() {
			r.fail(1, "unknown kind %q, write office, rank, honorific or speaker", role.Kind)
			continue
		}
		if role.person != always && role.person != ifCapital && role.person != never {
			r.fail(3, "unknown value %q, write yes, capital or -", role.person)
			continue
		}
		t.byName.Put(role.Name, role)
		first, _, _ := strings.Cut(role.Name, " ")
		t.first.Put(first, true)
		t.first.Put(strings.TrimSuffix(first, "."), true)
		t.maxWords = max(t.maxWords, countWords(role.Name))
	}
	return t, r.err()
}
