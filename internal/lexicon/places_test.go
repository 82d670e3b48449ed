package lexicon

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookupPlace(t *testing.T) {
	const us = "United States"
	tests := []Place{
		{Name: "Israel", Kind: Country, Canonical: "Israel", Country: "Israel"},
		{Name: "U.S.", Kind: Country, Canonical: us, Country: us},
		{Name: "Britain", Kind: Country, Canonical: "United Kingdom", Country: "United Kingdom"},
		{Name: "Jerusalem", Kind: Capital, Canonical: "Jerusalem", StandsFor: "Israel", Country: "Israel"},
		{Name: "Washington", Kind: Capital, Canonical: "Washington", StandsFor: us, Country: us},
		{Name: "Kiev", Kind: Capital, Canonical: "Kyiv", StandsFor: "Ukraine", Country: "Ukraine"},
		{Name: "Brussels", Kind: Capital, Canonical: "Brussels", StandsFor: "European Union", Country: "Belgium"},
		{Name: "Kremlin", Kind: Institution, Canonical: "Kremlin", StandsFor: "Russia", Country: "Russia"},
		{Name: "Elysee", Kind: Institution, Canonical: "Élysée", StandsFor: "France", Country: "France"},
		{Name: "Mass.", Kind: State, Canonical: "Massachusetts", Country: us},
		{Name: "Georgia", Kind: Country, Canonical: "Georgia", Country: "Georgia", Also: us},
		{Name: "Golan", Kind: Region, Canonical: "Golan Heights"},
		{Name: "Tel Aviv", Kind: City, Canonical: "Tel Aviv", Country: "Israel"},
		{Name: "Middle East", Kind: Area, Canonical: "Middle East"},
	}
	for _, want := range tests {
		got, ok := Places().Lookup(want.Name)
		if !ok {
			t.Errorf("%s is not found", want.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Name, diff)
		}
	}
	for _, name := range []string{"", "israel", "ISRAEL", "Atlantis", "Tel  Aviv"} {
		if p, ok := Places().Lookup(name); ok {
			t.Errorf("Lookup(%q) = %v; want nothing", name, p)
		}
	}
}

// unMembers are the 193 member states of the United Nations and, last, its two
// observers, in the short names of the press.
const unMembers = `Afghanistan Albania Algeria Andorra Angola Antigua_and_Barbuda Argentina Armenia Australia
Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia
Bosnia_and_Herzegovina Botswana Brazil Brunei Bulgaria Burkina_Faso Burundi Cambodia Cameroon Canada Cape_Verde
Central_African_Republic Chad Chile China Colombia Comoros Congo Republic_of_Congo Costa_Rica Croatia Cuba Cyprus
Czech_Republic Denmark Djibouti Dominica Dominican_Republic East_Timor Ecuador Egypt El_Salvador Equatorial_Guinea
Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece Grenada Guatemala
Guinea Guinea-Bissau Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy
Ivory_Coast Jamaica Japan Jordan Kazakhstan Kenya Kiribati Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia
Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Marshall_Islands
Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru
Nepal Netherlands New_Zealand Nicaragua Niger Nigeria North_Korea North_Macedonia Norway Oman Pakistan Palau
Panama Papua_New_Guinea Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda
Saint_Kitts_and_Nevis Saint_Lucia Saint_Vincent_and_the_Grenadines Samoa San_Marino Sao_Tome_and_Principe
Saudi_Arabia Senegal Serbia Seychelles Sierra_Leone Singapore Slovakia Slovenia Solomon_Islands Somalia
South_Africa South_Korea South_Sudan Spain Sri_Lanka Sudan Suriname Sweden Switzerland Syria Tajikistan Tanzania
Thailand Togo Tonga Trinidad_and_Tobago Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine United_Arab_Emirates
United_Kingdom United_States Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe
Palestine Vatican_City`

func TestEveryUNMemberIsThere(t *testing.T) {
	names := strings.Fields(unMembers)
	if len(names) != 193+2 {
		t.Fatalf("list has %d names", len(names))
	}
	for _, name := range names {
		name = strings.ReplaceAll(name, "_", " ")
		if p, ok := Places().Lookup(name); !ok || p.Kind != Country || p.Canonical != name {
			t.Errorf("%s: got %+v", name, p)
		}
	}
}

func TestFiftyStates(t *testing.T) {
	states := map[string]bool{}
	for _, p := range Places().byName.All() {
		if p.Kind == State {
			states[p.Canonical] = true
		}
	}
	// Georgia, New York and Washington without more mean another place.
	for _, name := range []string{"Georgia state", "New York state", "Washington state"} {
		if !states[name] {
			t.Errorf("no %s", name)
		}
	}
	if len(states) != 50 {
		t.Errorf("%d states, want 50", len(states))
	}
}

// Every name that a row points to must be a row, and the main one of its
// place, so that following it once is enough.
func TestPlacesPointToPlaces(t *testing.T) {
	places := Places()
	for name, p := range places.byName.All() {
		for _, target := range []string{p.Canonical, p.StandsFor, p.Country, p.Also} {
			if target == "" {
				continue
			}
			if main, ok := places.Lookup(target); !ok || main.Canonical != target {
				t.Errorf("%s points to %s, which is no main name", name, target)
			}
		}
		if main, _ := places.Lookup(p.Canonical); main.Country != p.Country {
			t.Errorf("%s lies in %q, %s in %q", name, p.Country, main.Name, main.Country)
		}
		if p.Kind == Institution && p.StandsFor == "" {
			t.Errorf("%s stands for nothing", name)
		}
	}
}

func TestDemonym(t *testing.T) {
	tests := []struct{ word, want string }{
		{"Syrian", "Syria"}, {"Syrians", "Syria"}, {"Israeli", "Israel"}, {"Israelis", "Israel"},
		{"American", "United States"}, {"British", "United Kingdom"}, {"Swiss", "Switzerland"},
		{"Dutch", "Netherlands"}, {"Poles", "Poland"}, {"Turks", "Turkey"}, {"Scottish", "United Kingdom"},
		{"South Korean", "South Korea"}, {"Korean", "Korea"}, {"Kurdish", "Kurdistan"}, {"European", "Europe"},
		{"Texan", "United States"}, {"Gazans", "Palestine"}, {"Nigerien", "Niger"}, {"Nigerian", "Nigeria"},
		{"Burmese", "Myanmar"}, {"Emirati", "United Arab Emirates"}, {"Soviet", "Soviet Union"},
		{"Dominicans", "Dominican Republic"}, {"Congolese", "Congo"},
	}
	for _, tt := range tests {
		if got, ok := Places().Demonym(tt.word); !ok || got != tt.want {
			t.Errorf("Demonym(%q) = %q, %t; want %q", tt.word, got, ok, tt.want)
		}
	}
	for _, word := range []string{"", "s", "syrian", "Syria", "Syrianss", "Netanyahu"} {
		if got, ok := Places().Demonym(word); ok {
			t.Errorf("Demonym(%q) = %q; want none", word, got)
		}
	}
}

func TestLongestPlace(t *testing.T) {
	tests := []struct {
		words string
		want  string
		n     int
	}{
		{"New York City officials", "New York City", 3},
		{"New York officials", "New York", 2},
		{"Israel and Syria", "Israel", 1},
		{"Democratic Republic of the Congo", "Democratic Republic of the Congo", 5},
		{"North Korea", "North Korea", 2},
		{"New ideas", "", 0},
		{"", "", 0},
	}
	for _, tt := range tests {
		p, n := Places().Longest(strings.Fields(tt.words))
		if p.Name != tt.want || n != tt.n {
			t.Errorf("Longest(%q) = %q, %d; want %q, %d", tt.words, p.Name, n, tt.want, tt.n)
		}
	}
	if got := Places().MaxWords(); got != 5 {
		t.Errorf("MaxWords() = %d, want 5", got)
	}
}

func FuzzLongestPlace(f *testing.F) {
	f.Add("New York City officials")
	f.Add("Democratic People’s Republic of Korea \xff")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		p, n := Places().Longest(words)
		if n > len(words) || n > Places().MaxWords() {
			t.Fatalf("%d words of %d", n, len(words))
		}
		if name := strings.Join(words[:n], " "); name != p.Name {
			t.Errorf("got %q for %q", p.Name, name)
		}
	})
}
