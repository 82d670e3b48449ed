package article

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The words of the tests are our own.
const (
	inEnglish = "The old bridge over the river will be rebuilt next year, the council said on Thursday, and the mayor told reporters that it would cost about two million euros."
	inGerman  = "Der Stadtrat hat am Donnerstag beschlossen, dass die alte Brücke über den Fluss im nächsten Jahr erneuert werden soll; die Kosten trägt nach den Worten des Bürgermeisters die Stadt."
	inRussian = "Городской совет решил во вторник, что старый мост через реку будет обновлён."
	names     = "Anna van der Berg, Luis de la Torre, Jean de La Fontaine, Maria del Carmen, Otto von der Heide, Pier di Lago, José dos Santos, Carla da Silva, Ugo del Monte"
	scores    = "Real Madrid 2 Barcelona 1; Bayern 3 Dortmund 0; Ajax 1 PSV 1; Lyon 2 Nantes 2; Porto 4 Braga 0; Lazio 1 Roma 3; Celtic 2 Hearts 0"
)

func parseOne(t testing.TB, src string) *Article {
	t.Helper()
	list, err := Parse("a.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return list[0]
}

// A document that is not English is a problem; nothing short, and no names or
// scores, are taken for another language.
func TestEnglish(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"English", inEnglish, ""},
		{"German", inGerman, "a.md: looks German (100 %): not checked (--language en reads it as English)"},
		{"German, wrapped hard", strings.ReplaceAll(inGerman, ", ", ",\n"), "a.md: looks German (100 %): not checked (--language en reads it as English)"},
		{"German under an English headline", "# How it came that bridges are rebuilt\n\n" + inGerman + "\n\n" + inGerman, "a.md: looks German (89 %): not checked (--language en reads it as English)"},
		{"Russian", inRussian, "a.md: looks Cyrillic script (100 %): not checked (--language en reads it as English)"},
		{"half and half", inEnglish + "\n\n" + inGerman, ""},
		{"short", "Der Rat hat am Donnerstag beschlossen, dass die Brücke bleibt.", ""},
		{"names", names, ""},
		{"scores", scores, ""},
		{"a table", "| Ort | am | 2018 | die | Summe |\n|---|---|---|---|---|\n| Bonn | 1 | 2 | 3 | 4 |\n| Köln | 5 | 6 | 7 | 8 |", ""},
		{"a German quotation in an English paragraph", inEnglish + " “Wir haben lange auf die Brücke gewartet und sie wird nicht nur für uns sein,” he said in German.", ""},
		{"capitals", strings.ToUpper(inGerman), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kept, err := English([]*Article{parseOne(t, tt.src)})
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != tt.want || (len(kept) == 0) != (tt.want != "") {
				t.Errorf("%d kept, %q, want %q", len(kept), got, tt.want)
			}
		})
	}
}

// A part in another language is furniture, and nothing is left of it to read.
func TestForeignParts(t *testing.T) {
	src := strings.Join([]string{"# Bridge to be rebuilt", inEnglish, inGerman, "Ja!", inGerman, inEnglish, inRussian, inEnglish}, "\n\n") + "\n"
	list, err := English([]*Article{parseOne(t, src)})
	if err != nil {
		t.Fatal(err)
	}
	a := list[0]
	var got []string
	for _, f := range a.Foreign {
		got = append(got, f.String()+": "+f.Span.In(src))
	}
	want := []string{
		"looks German (100 %): " + inGerman + "\n\nJa!\n\n" + inGerman,
		"looks Cyrillic script (100 %): " + inRussian,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("parts (-want +got):\n%s", diff)
	}
	if len(a.Flow()) != len(src) || strings.Contains(a.Flow(), "Stadtrat") || strings.Contains(a.Flow(), "Городской") {
		t.Errorf("flow: %q", a.Flow())
	}
	var zones []string
	end := 0
	for _, z := range a.Zones {
		if strings.TrimSpace(src[end:z.Span.Start]) != "" {
			t.Errorf("no zone has %q", src[end:z.Span.Start])
		}
		end = z.Span.End
		if z.Kind == Furniture {
			zones = append(zones, z.Span.In(src))
		}
	}
	if diff := cmp.Diff([]string{a.Foreign[0].Span.In(src), a.Foreign[1].Span.In(src)}, zones); diff != "" {
		t.Errorf("furniture (-want +got):\n%s", diff)
	}
}

func BenchmarkEnglish(b *testing.B) {
	src := strings.Repeat(inEnglish+"\n\n", 20)
	if file := os.Getenv("FACTCHECK_BENCH_TEXT"); file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		src = string(data)
	}
	articles, err := Parse("bench.md", []byte(src))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := English(articles); err != nil {
			b.Fatal(err)
		}
	}
}
