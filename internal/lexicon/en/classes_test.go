package en

import (
	"go/format"
	"os"
	"testing"

	"factcheck/internal/lexicon/en/internal/table"
)

func TestConstantsAreThoseOfTheTable(t *testing.T) {
	entries, err := table.Read(source)
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Check(entries); err != nil {
		t.Error(err)
	}
	want, err := format.Source([]byte(table.Go(entries)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("classes_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("classes_gen.go is not that of classes/*.txt: run go generate ./internal/lexicon/en")
	}
}

func TestClasses(t *testing.T) {
	tests := []struct {
		word  string
		class Class
		want  bool
	}{
		{"the", Article, true},
		{"the", IndefiniteArticle, false},
		{"an", IndefiniteArticle, true},
		{"her", Possessive, true},
		{"her", ThirdPerson, false},
		{"boat", Article, false},
		{"", Article, false},
	}
	for _, tt := range tests {
		if got := Is(tt.word, tt.class); got != tt.want {
			t.Errorf("Is(%q, %d) = %v", tt.word, tt.class, got)
		}
	}
}

func BenchmarkClasses(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Classes("the")
		Classes("harbour")
	}
}
