package lexicon

import (
	"strings"
	"sync"

	"factcheck/internal/wordtable"
)

// A PlaceKind says what sort of place a name is.
type PlaceKind string

// The kinds of places. The zero PlaceKind is invalid.
const (
	Country     PlaceKind = "country"
	Capital     PlaceKind = "capital"     // a seat of government; The Hague is one
	City        PlaceKind = "city"        // any other town or part of one
	Region      PlaceKind = "region"      // a part of a country, or land in dispute
	State       PlaceKind = "state"       // one of the fifty of the United States
	Area        PlaceKind = "area"        // larger than a country, a sea, a union
	Institution PlaceKind = "institution" // a building or body that stands for a government
)

func (k PlaceKind) valid() bool {
	switch k {
	case Country, Capital, City, Region, State, Area, Institution:
		return true
	}
	return false
}

// A Place is what the lexicon knows about one spelling of a place name.
type Place struct {
	Name string // as looked up
	Kind PlaceKind
	// Canonical is the name that all spellings of this place share: "United
	// States" for U.S. and America. Looking it up finds the place again, but
	// for the empty string.
	Canonical string
	// StandsFor is the canonical name of what the place means when it acts, as
	// in "Moscow said"; "" if it stands for itself only.
	StandsFor string
	// Country is the canonical name of the country the place lies in, for a
	// country itself; "" for areas and for land that reports put in different
	// countries.
	Country string
	// Also is the canonical name of another country that has a well-known
	// place of this name (Georgia, Birmingham), "" if there is none. Where it
	// is set, the rest of the Place is the likelier reading only.
	Also string
}

// A PlaceTable finds places by name.
type PlaceTable struct {
	byName   *wordtable.Table[Place]
	demonyms *wordtable.Table[string]
	maxWords int
}

// Lookup finds a place by its name, spelled with the usual capitals and with
// one blank between words.
func (t *PlaceTable) Lookup(name string) (Place, bool) {
	p, ok := t.byName.Find(name)
	return p, ok
}

// Longest finds the longest place name at the start of words and returns it
// with its number of words, 0 if none starts there.
//
//go:noinline // inlined elsewhere, the words would go to the heap
func (t *PlaceTable) Longest(words []string) (Place, int) {
	return longest(t.byName, t.maxWords, words)
}

// Demonym returns the canonical name of the country that a word such as
// Syrian, Syrians or "South Korean" belongs to. Where there is no such country
// it is the region or area (Kurdish, European, Korean). Scottish gives United
// Kingdom, as the place's Country says.
//
// A word that two countries share has the one more often in the news:
// Dominican is the Dominican Republic's, Congolese the Congo's of Kinshasa.
func (t *PlaceTable) Demonym(word string) (country string, ok bool) {
	if country, ok = t.demonyms.Find(word); ok {
		return country, true
	}
	singular, plural := strings.CutSuffix(word, "s")
	if !plural {
		return "", false
	}
	country, ok = t.demonyms.Find(singular)
	return country, ok
}

// MaxWords is the number of words in the longest name, so that a reader knows
// how far to look ahead.
func (t *PlaceTable) MaxWords() int { return t.maxWords }

// Places returns the places that come with the program.
func Places() *PlaceTable {
	// Tests hold the data free of problems; should one slip through, its row is
	// missing and the rest serves.
	t, _ := loadPlaces()
	return t
}

var loadPlaces = sync.OnceValues(func() (*PlaceTable, error) {
	return parsePlaces("places.tsv", placesData)
})

func parsePlaces(file, data string) (*PlaceTable, error) {
	t := &PlaceTable{
		byName:   wordtable.New[Place](rowsIn(data)),
		demonyms: wordtable.New[string](rowsIn(data) / 2),
	}
	r := newReader(file, data, "name", "kind", "canonical", "stands_for", "country", "also", "demonyms")
	for r.next() {
		p := Place{
			Name: r.fields[0], Kind: PlaceKind(r.fields[1]), Canonical: r.fields[2],
			StandsFor: r.value(3), Country: r.value(4), Also: r.value(5),
		}
		if !p.Kind.valid() {
			r.fail(1, "unknown kind %q, write country, capital, city, region, state, area or institution", r.fields[1])
			continue
		}
		t.byName.Put(p.Name, p)
		t.maxWords = max(t.maxWords, countWords(p.Name))
		t.addDemonyms(r, p)
	}
	return t, r.err()
}

// addDemonyms enters the demonyms of the current row, which is p's.
func (t *PlaceTable) addDemonyms(r *reader, p Place) {
	owner := p.Country
	if owner == "" {
		owner = p.Canonical
	}
	for list := r.value(6); list != ""; {
		var word string
		word, list, _ = strings.Cut(list, "|")
		if other, taken := t.demonyms.Find(word); taken || word == "" {
			r.fail(6, "demonym %q is empty or belongs to %q already, keep one", word, other)
			continue
		}
		t.demonyms.Put(word, owner)
	}
}
