package language

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/foreign.txt
var foreignFile string

// guess tallies text line by line and returns what it looks like, "" for
// English and for what cannot be told.
func guess(text string) (string, int) {
	var sum, t Tally
	for line := range strings.Lines(text) {
		t.Reset(line)
		sum.Add(&t)
	}
	g, _ := sum.Foreign(func() string { return text })
	return g.Language, g.Percent
}

// samples returns the texts of testdata/foreign.txt by language.
func samples(t testing.TB) map[string]string {
	t.Helper()
	out, name := map[string]string{}, ""
	for line := range strings.Lines(foreignFile) {
		switch {
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]\n")
		case name != "":
			out[name] += line
		}
	}
	return out
}

func TestForeign(t *testing.T) {
	all := samples(t)
	for _, name := range load().names[1:] {
		if all[name] == "" {
			t.Errorf("testdata/foreign.txt has nothing in %s", name)
		}
	}
	for want, text := range all {
		got, percent := guess(text)
		if got != want {
			t.Errorf("%s looks %q: %s", want, got, text)
		}
		if got != "" && (percent < minPercent || percent > 100) {
			t.Errorf("%s: %d %%", want, percent)
		}
	}
}

// English, and what cannot be told, is nothing else. The texts are our own.
func TestNotForeign(t *testing.T) {
	tests := []struct{ what, text string }{
		{"English", "The town council decided on Tuesday that the old bridge over the river will be renewed next year. The costs are not known yet, but the mayor expects about two million euros."},
		{"short German", "Der alte Mann und das Meer sind in der Stadt."},
		{"short Russian", "Мост закрыт."},
		{"names with particles", "Anna van der Berg, Luis de la Torre, Jean de La Fontaine, Maria del Carmen, Otto von der Heide, Pier di Lago, José dos Santos, Carla da Silva, Ugo del Monte, Ana de los Ríos"},
		{"schools", "Universidad Nacional de La Plata, Universidad de la República, Escuela Superior de Música de Reina, Instituto de Estudios del Mar, Facultad de Artes de Cuenca, Colegio de San Juan de la Cruz"},
		{"scores", "Real Betis 2 Las Palmas 1, Den Haag 0 De Graafschap 0, Le Mans 3 Le Havre 2, La Louvière 1 Union 1, Os Belenenses 2 A Coruña 0, El Nacional 1 Los Andes 2"},
		{"a table", strings.Repeat("| 12 | 14.5 | die | 3 | n/a |\n", 20)},
		{"capitals", "DER STADTRAT HAT AM DIENSTAG BESCHLOSSEN, DASS DIE ALTE BRÜCKE ÜBER DEN FLUSS IM NÄCHSTEN JAHR ERNEUERT WERDEN SOLL UND DASS SIE DANN FÜR ALLE OFFEN IST"},
		{"one word over and over", strings.Repeat("und ", 100)},
		{"English with a foreign title", "The film “Der Himmel über der Stadt und die Menschen, die in ihr sind” opens on Friday, and those who have seen it say that it is the best of the year and that they would see it again."},
		{"Greek letters", "The angle α is twice β, and γ is the rest, so that the sum of α, β and γ is what it was before the change."},
		{"numbers", strings.Repeat("1,204.50 ", 100)},
		{"nothing", ""},
	}
	for _, tt := range tests {
		if got, percent := guess(tt.text); got != "" {
			t.Errorf("%s looks %s (%d %%): %s", tt.what, got, percent, tt.text)
		}
	}
}

// The tallies of halves add up to that of the whole, as far as it is read.
func TestTallyAdds(t *testing.T) {
	var whole, sum, half Tally
	for _, text := range samples(t) {
		whole.Reset(text)
		sum.Reset("")
		at := strings.Index(text, " ")
		at = max(at, 0)
		for _, s := range []string{text[:at], text[at:]} {
			half.Reset(s)
			sum.Add(&half)
		}
		if sum.words != whole.words || sum.other != whole.other || sum.latin != whole.latin {
			t.Errorf("%q: %d words in two parts, %d in one", text, sum.words, whole.words)
		}
	}
}

func FuzzTally(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if name, percent := guess(text); name != "" && (percent < minPercent || percent > 100) {
			t.Errorf("%s, %d %%", name, percent)
		}
	})
}
