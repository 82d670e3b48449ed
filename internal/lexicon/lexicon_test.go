package lexicon

import (
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// loads has the loaders of all tables, each returning its problems.
var loads = []struct {
	file string
	data string
	load func(file, data string) error
}{
	{"places.tsv", placesData, func(f, d string) error { _, err := parsePlaces(f, d); return err }},
	{"roles.tsv", rolesData, func(f, d string) error { _, err := parseRoles(f, d); return err }},
	{"orgwords.txt", orgWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"functionwords.txt", functionWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"notnames.txt", notNamesData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"abbreviations.txt", abbreviationsData, func(f, d string) error { _, err := parseAbbreviations(f, d); return err }},
	{"factors.tsv", factorsData, func(f, d string) error { _, err := parseFactors(f, d); return err }},
	{"personwords.txt", personWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"bounds.tsv", boundsData, func(f, d string) error { _, err := parseBounds(f, d); return err }},
	{"changewords.txt", changeWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"closedwords.txt", closedWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"currencies.tsv", currenciesData, func(f, d string) error { _, err := parseCurrencies(f, d); return err }},
	{"labels.txt", labelsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"numberwords.tsv", numberWordsData, func(f, d string) error { _, err := parseNumerals(f, d); return err }},
	{"zones.tsv", zonesData, func(f, d string) error { _, err := parseZones(f, d); return err }},
	{"sametime.tsv", sameTimeData, func(f, d string) error { _, err := parseSameTimes(f, d); return err }},
	{"plurals.tsv", pluralsData, func(f, d string) error { _, err := parsePlurals(f, d); return err }},
	{"sayings.tsv", sayingsData, func(f, d string) error { _, err := parseSayings(f, d); return err }},
	{"scorewords.txt", scoreWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"sexes.tsv", sexesData, func(f, d string) error { _, err := parseSexes(f, d); return err }},
	{"sportsnouns.txt", sportsNounsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"spanwords.tsv", spanWordsData, func(f, d string) error { _, err := parseSpanWords(f, d); return err }},
	{"streetwords.txt", streetWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"unitfactors.tsv", unitFactorsData, func(f, d string) error { _, err := parseMeasures(f, d); return err }},
	{"rates.tsv", ratesData, func(f, d string) error { _, err := parseRates(f, d); return err }},
	{"equalwords.txt", equalWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"amountverbs.tsv", amountVerbsData, func(f, d string) error { _, err := parseAmountVerbs(f, d); return err }},
	{"concepts.tsv", conceptsData, func(f, d string) error { _, err := parseConcepts(f, d); return err }},
	{"partwords.txt", partWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"updatewords.txt", updateWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"kindnouns.txt", kindNounsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"countrycurrencies.tsv", countryCurrenciesData, func(f, d string) error { _, err := parseCountryCurrencies(f, d); return err }},
	{"sharedcurrencies.tsv", sharedCurrenciesData, func(f, d string) error { _, err := parseSharedCurrencies(f, d); return err }},
	{"units.tsv", unitsData, func(f, d string) error { _, err := parseUnits(f, d); return err }},
	{"posts.tsv", postsData, func(f, d string) error { _, err := parsePosts(f, d); return err }},
	{"tenurewords.txt", tenureWordsData, func(f, d string) error { _, err := parseSet(f, d); return err }},
	{"officeholders.tsv", officeHoldersData, func(f, d string) error { _, err := parseTerms(f, d); return err }},
	{"officewords.tsv", officeWordsData, func(f, d string) error { _, err := parseOfficeWords(f, d); return err }},
	{"clausewords.tsv", clauseWordsData, func(f, d string) error { _, err := parseClauseWords(f, d); return err }},
	{"happenings.tsv", happeningsData, func(f, d string) error { _, err := parseHappenings(f, d); return err }},
	{"stages.tsv", stagesData, func(f, d string) error { _, err := parseStages(f, d); return err }},
	{"courses.tsv", coursesData, func(f, d string) error { _, err := parseCourses(f, d); return err }},
	{"precedences.tsv", precedencesData, func(f, d string) error { _, err := parsePrecedences(f, d); return err }},
	{"irregular.tsv", irregularData, func(f, d string) error { _, err := parseVerbs(f, d); return err }},
}

func TestShippedDataHasNoProblems(t *testing.T) {
	for _, l := range loads {
		if err := l.load(l.file, l.data); err != nil {
			t.Errorf("%v", err)
		}
		if !strings.HasPrefix(l.data, "# Source: ") {
			t.Errorf("%s: first line does not state the source", l.file)
		}
		if !utf8.ValidString(l.data) {
			t.Errorf("%s: not UTF-8", l.file)
		}
	}
}

func TestEveryDataFileIsLoaded(t *testing.T) {
	var want []string
	for _, l := range loads {
		want = append(want, l.file)
	}
	want = append(want, "events.tsv") // a form of its own, that users write too
	entries, err := fs.ReadDir(os.DirFS("data"), ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("folder data has %d files, %d are loaded", len(entries), len(want))
	}
	for _, name := range want {
		if _, err := os.Stat("data/" + name); err != nil {
			t.Errorf("%v", err)
		}
	}
}

func TestReaderReportsEveryProblemWithItsPlace(t *testing.T) {
	data := strings.Join([]string{
		"# Source: a test",
		"abbreviation\tkind",
		"b.\tnever",
		"a.\tnever",         // 4: not sorted
		"c.\tsometimes",     // 5: unknown kind
		"d.",                // 6: too few columns
		"é.\tnever\tnever",  // 7: too many columns
		"éé.\t never",       // 8: blank at the start
		"éé.\tmay-end",      // 9: sound
		"éé.\tmay-end",      // 10: double
		"\tnever",           // 11: no key
		"éé€.\tsometimes\r", // 12: unknown kind, DOS line end
	}, "\n")
	table, err := parseAbbreviations("x.txt", data)
	if diff := cmp.Diff(map[string]AbbreviationKind{"b.": NeverEnds, "éé.": MayEnd}, maps.Collect(table.All())); diff != "" {
		t.Errorf("sound rows (-want +got):\n%s", diff)
	}
	want := `x.txt:4:1: "a." does not come after "b.", sort the rows and drop doubles
x.txt:5:4: unknown kind "sometimes", write never, may-end or before-number
x.txt:6:1: row has 1 columns, give it 2
x.txt:7:1: row has 3 columns, give it 2
x.txt:8:5: field " never" is empty or has blanks at an end, write "-" for nothing
x.txt:10:1: "éé." does not come after "éé.", sort the rows and drop doubles
x.txt:11:1: field "" is empty or has blanks at an end, write "-" for nothing
x.txt:12:6: unknown kind "sometimes", write never, may-end or before-number`
	if err == nil {
		t.Fatal("no problem reported")
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestReaderWantsItsHeader(t *testing.T) {
	for _, data := range []string{"", "# only a comment\n", "nouns\na\n"} {
		set, err := parseSet("x.txt", data)
		if err == nil || set.Len() != 0 {
			t.Errorf("parseSet(%q) = %v, %v; want no words and a problem", data, set, err)
		}
	}
}

func TestParsersReportWrongValues(t *testing.T) {
	places := "name\tkind\tcanonical\tstands_for\tcountry\talso\tdemonyms\n"
	tests := []struct {
		name string
		err  func() error
		want string
	}{
		{
			"place kind", func() error {
				_, err := parsePlaces("p", places+"Oz\tdream\tOz\t-\t-\t-\t-\n")
				return err
			},
			`p:2:4: unknown kind "dream", write country, capital, city, region, state, area or institution`,
		},
		{
			"demonym of two", func() error {
				_, err := parsePlaces("p", places+"Oz\tcountry\tOz\t-\tOz\t-\tOzian\nPz\tcountry\tPz\t-\tPz\t-\tOzian\n")
				return err
			},
			`p:3:22: demonym "Ozian" is empty or belongs to "Oz" already, keep one`,
		},
		{
			"role kind", func() error {
				_, err := parseRoles("r", "role\tkind\tcanonical\tperson\nking\tjob\tking\tyes\n")
				return err
			},
			`r:2:6: unknown kind "job", write office, rank, honorific or speaker`,
		},
		{
			"role person", func() error {
				_, err := parseRoles("r", "role\tkind\tcanonical\tperson\nking\toffice\tking\tmaybe\n")
				return err
			},
			`r:2:18: unknown value "maybe", write yes, capital or -`,
		},
		{
			"form of two verbs", func() error {
				_, err := parseVerbs("v", "lemma\tforms\nfall\tfell\nfell\t-\n")
				return err
			},
			`v:3:1: form "fell" is empty or belongs to "fall" already, keep one`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.err()
			if err == nil {
				t.Fatal("no problem reported")
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestOrgWord(t *testing.T) {
	for _, word := range []string{"Ministry", "University", "Observatory", "Times", "Corps", "Inc.", "Directorate"} {
		if !OrgWord(word) {
			t.Errorf("OrgWord(%q) = false", word)
		}
	}
	for _, word := range []string{"ministry", "Netanyahu", "Syria", ""} {
		if OrgWord(word) {
			t.Errorf("OrgWord(%q) = true", word)
		}
	}
}

func TestNotName(t *testing.T) {
	for _, word := range []string{"Friday", "The", "On", "Meanwhile", "May", "Sept.", "Comments", "Christmas"} {
		if !NotName(word) {
			t.Errorf("NotName(%q) = false", word)
		}
	}
	for _, word := range []string{"friday", "Putin", "Jordan", ""} {
		if NotName(word) {
			t.Errorf("NotName(%q) = true", word)
		}
	}
}

// A place of one word that is also listed as no name would never be found.
func TestListsDoNotContradict(t *testing.T) {
	set, _ := loadNotNames()
	for word := range set.All() {
		if p, ok := Places().Lookup(word); ok {
			t.Errorf("%s is a %s and no name", word, p.Kind)
		}
	}
	for word := range set.All() {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			t.Errorf("%s in notnames.txt has no capital", word)
		}
	}
}

func TestAbbreviation(t *testing.T) {
	tests := []struct {
		word string
		want AbbreviationKind // 0: none
	}{
		{"Mr.", NeverEnds}, {"Maj.-Gen.", NeverEnds}, {"e.g.", NeverEnds}, {"Gov.", NeverEnds},
		{"a.m.", MayEnd}, {"U.S.", MayEnd}, {"Inc.", MayEnd}, {"Sept.", MayEnd}, {"Mass.", MayEnd},
		{"No.", BeforeNumber}, {"p.", BeforeNumber},
		{"Mr", 0}, {"mr.", 0}, {"Syria.", 0}, {"", 0},
	}
	for _, tt := range tests {
		if got, ok := Abbreviation(tt.word); got != tt.want || ok != (tt.want != 0) {
			t.Errorf("Abbreviation(%q) = %v, %t; want %v", tt.word, got, ok, tt.want)
		}
	}
	table, _ := loadAbbreviations()
	for word := range table.All() {
		if !strings.HasSuffix(word, ".") {
			t.Errorf("%q in abbreviations.txt has no full stop", word)
		}
	}
}

// Whatever the bytes, a parser must not panic, and the place of a problem
// must lie in the data.
func FuzzParse(f *testing.F) {
	for _, l := range loads {
		f.Add(l.data[:min(len(l.data), 1000)])
	}
	f.Add("word\nb\na\n\xff\n")
	f.Add("lemma\tforms\nbe\tam||is\n")
	f.Add("word\r\n\r\n")
	f.Fuzz(func(t *testing.T, data string) {
		for _, l := range loads {
			if err := l.load("f", data); err != nil && !strings.HasPrefix(err.Error(), "f:") {
				t.Errorf("%s: problem without a place: %v", l.file, err)
			}
		}
	})
}

func BenchmarkLoadAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range loads {
			if err := l.load(l.file, l.data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
