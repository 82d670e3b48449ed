package lexicon

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPosts(t *testing.T) {
	table, err := parsePosts("posts.tsv", postsData)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{"cabinet", "ballot", "rank", "court", "firm", "desk", "church", "academy", "law", "seat", "field"}
	names := map[string]bool{}
	for _, p := range table {
		names[p.Name] = true
	}
	for title, p := range table {
		if r, ok := Roles().Lookup(title); ok && r.Canonical != title {
			t.Errorf("%s is %s in roles.tsv", title, r.Canonical)
		}
		for _, l := range append(slices.Clone(p.Lines), p.Against...) {
			if !slices.Contains(lines, l) {
				t.Errorf("%s: no line %q", title, l)
			}
		}
		if p.Broad != "" && !names[p.Broad] {
			t.Errorf("%s: no post %q", title, p.Broad)
		}
	}
	if _, err := parseSet("tenurewords.txt", tenureWordsData); err != nil {
		t.Error(err)
	}
}

// longestHandover is how many days two holders of one office have it at a time, at
// most: an acting one beside one who was suspended or ill.
const longestHandover = 120

func TestOfficeHoldersFollow(t *testing.T) {
	r := newReader("officeholders.tsv", officeHoldersData, "term", "until", "names", "short", "kept", "alone")
	var office, until string
	for r.next() { // rows of one office stand in the order of their first days
		at := strings.LastIndex(r.fields[0], ", ")
		since, err := time.Parse(time.DateOnly, r.fields[0][at+2:])
		if err != nil {
			t.Error(err)
		}
		if r.fields[0][:at] == office {
			end, err := time.Parse(time.DateOnly, until)
			if err != nil || since.AddDate(0, 0, longestHandover).Before(end) {
				t.Errorf("%s: the one before has it until %q", r.fields[0], until)
			}
		}
		office, until = r.fields[0][:at], r.value(1)
	}
	if err := r.err(); err != nil {
		t.Error(err)
	}
}

func TestOfficeHolders(t *testing.T) {
	table, err := parseTerms("officeholders.tsv", officeHoldersData)
	if err != nil {
		t.Fatal(err)
	}
	for key, terms := range table {
		for _, x := range terms {
			since, err := time.Parse(time.DateOnly, x.Since)
			if err != nil {
				t.Errorf("%s: %v", key, err)
			}
			if x.Until == "" {
				continue
			}
			if until, err := time.Parse(time.DateOnly, x.Until); err != nil || !since.Before(until) {
				t.Errorf("%s: until %s: %v", key, x.Until, err)
			}
			if r, ok := Roles().Lookup(x.Title); !ok || r.Canonical != x.Title {
				t.Errorf("%s: %q is no canonical title", key, x.Title)
			}
		}
	}
	tests := []struct{ title, name, place, since, until string }{
		{"president", "Gerald Ford", "United States", "1974-08-09", "1977-01-20"},
		{"prime minister", "Tony Blair", "United Kingdom", "1997-05-02", "2007-06-27"},
		{"chancellor", "Kohl", "Germany", "1982-10-01", "1998-10-27"},
	}
	for _, tt := range tests {
		terms := TermsOf(tt.title, tt.name)
		if len(terms) != 1 || terms[0].Place != tt.place || terms[0].Since != tt.since || terms[0].Until != tt.until {
			t.Errorf("%s %s: %+v", tt.title, tt.name, terms)
		}
	}
	if n := len(TermsOf("president", "Bush")); n != 2 {
		t.Errorf("%d presidents Bush", n)
	}
}
