package tag_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// tagged returns a sentence as word/tag pairs.
func tagged(s string) string {
	tokens := tag.Split(nil, s, text.Span{End: len(s)})
	var out []string
	for i, t := range tag.English().Tags(nil, s, tokens) {
		out = append(out, tokens[i].In(s)+"/"+t.String())
	}
	return strings.Join(out, " ")
}

// Expected tags are those of the Penn guidelines (B. Santorini, 1990).
func TestTags(t *testing.T) {
	for _, want := range []string{
		"The/DT mayor/NN resigned/VBD on/IN Friday/NNP ./.",
		"She/PRP has/VBZ n't/RB paid/VBN the/DT bill/NN ./.",
		"They/PRP will/MD open/VB two/CD schools/NNS in/IN September/NNP ./.",
		"He/PRP was/VBD arrested/VBN by/IN the/DT police/NN ./.",
		"Who/WP is/VBZ he/PRP ?/.",
		"The/DT minister/NN 's/POS plan/NN failed/VBD ./.",
	} {
		var words []string
		for pair := range strings.FieldsSeq(want) {
			word, _, _ := strings.Cut(pair, "/")
			words = append(words, word)
		}
		s := strings.NewReplacer(" 's", "'s", " n't", "n't", " .", ".", " ?", "?").Replace(strings.Join(words, " "))
		if diff := cmp.Diff(want, tagged(s)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestTagsAppend(t *testing.T) {
	const s = "It rained."
	tokens := tag.Split(nil, s, text.Span{End: len(s)})
	got := tag.English().Tags([]tag.Tag{tag.FW}, s, tokens)
	if len(got) != len(tokens)+1 || got[0] != tag.FW {
		t.Errorf("got %v for %d tokens behind FW", got, len(tokens))
	}
	if got := tag.English().Tags(nil, "", nil); len(got) != 0 {
		t.Errorf("no tokens have tags %v", got)
	}
}

// pooled is false where pools do not keep what they are given.
var pooled = true

func TestNoAllocations(t *testing.T) {
	if !pooled {
		t.Skip("pools drop things under the race detector")
	}
	var (
		tokens = make([]tag.Token, 0, 64)
		tags   = make([]tag.Tag, 0, 64)
		m      = tag.English()
	)
	for _, s := range copyText {
		n := testing.AllocsPerRun(10, func() {
			tokens = tag.Split(tokens[:0], s, text.Span{End: len(s)})
			tags = m.Tags(tags[:0], s, tokens)
		})
		if n != 0 {
			t.Errorf("%v allocations for %q", n, s)
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	var want []string
	for _, s := range copyText {
		want = append(want, tagged(s))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, s := range copyText {
				if got := tagged(s); got != want[i] {
					t.Errorf("got %s, want %s", got, want[i])
				}
			}
		})
	}
	wg.Wait()
}

// The model that ships says where it comes from and is no larger than agreed.
func TestModelThatShips(t *testing.T) {
	data := tag.EnglishData()
	if len(data) >= 1_000_000 {
		t.Errorf("model has %d bytes, keep it under a million", len(data))
	}
	m, err := tag.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"GUM", "Zeldes", "CC BY 4.0", "CC BY 2.5", "tokens F1", "tags"} {
		if !strings.Contains(m.Head, want) {
			t.Errorf("head of the model lacks %q", want)
		}
	}
}

func TestFacts(t *testing.T) {
	for word, want := range map[string]tag.Facts{
		"took": tag.Preterite, "taken": tag.Participle, "takes": tag.Third, "houses": tag.Plural,
		"Paris": tag.Place, "French": tag.Demonym, "seven": tag.Number, "announced": tag.Past,
	} {
		if got := tag.English().Facts(tag.IDOf(word)); !got.Has(want) {
			t.Errorf("%s: facts %b lack %b", word, got, want)
		}
	}
	if got := tag.English().Facts(tag.IDOf("zzyzzx")); got != 0 {
		t.Errorf("facts %b of no word", got)
	}
}

// What is written is read again: words, and weights that decide.
func TestWriteAndRead(t *testing.T) {
	const s = "blick"
	tokens := tag.Split(nil, s, text.Span{End: len(s)})
	words := []tag.Word{{ID: tag.IDOf(s), Class: 3, Facts: tag.Noun | tag.Organisation}}
	m := mustRead(t, tag.Write("head", words, nil))
	if got := m.Facts(tag.IDOf("Blick")); got != tag.Noun|tag.Organisation {
		t.Errorf("facts %b", got)
	}
	var w tag.Walk
	w.Start(m, s, tokens)
	w.Next()
	features := []tag.Feature{{Hash: w.Features()[1], Weights: []tag.Weight{{Tag: tag.JJ, Root: -5}, {Tag: tag.UH, Root: 9}}}}
	if got := mustRead(t, tag.Write("head", words, features)).Tags(nil, s, tokens); !slices.Equal(got, []tag.Tag{tag.UH}) {
		t.Errorf("tags %v, want UH", got)
	}
	words[0].Tag = tag.FW
	if got := mustRead(t, tag.Write("head", words, features)).Tags(nil, s, tokens); !slices.Equal(got, []tag.Tag{tag.FW}) {
		t.Errorf("tags %v, want that of the dictionary", got)
	}
}

func mustRead(t *testing.T, data []byte) *tag.Model {
	t.Helper()
	m, err := tag.Read(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Head != "head\n" {
		t.Errorf("head %q", m.Head)
	}
	return m
}

func TestReadReportsDamage(t *testing.T) {
	data := string(tag.Write("head", []tag.Word{{ID: 1}}, nil))
	for n := range len(data) {
		if _, err := tag.Read(data[:n]); err == nil {
			t.Errorf("no error for the first %d of %d bytes", n, len(data))
		}
	}
	if _, err := tag.Read(strings.Replace(data, "NNPS", "XXXX", 1)); err == nil || !strings.Contains(err.Error(), "tags") {
		t.Errorf("other tags: error %v", err)
	}
}

func TestParse(t *testing.T) {
	for i := tag.CC; int(i) < tag.Count; i++ {
		if got, ok := tag.Parse(i.String()); !ok || got != i {
			t.Errorf("%v is read as %v", i, got)
		}
	}
	for _, name := range []string{"", "NOUN"} {
		if got, ok := tag.Parse(name); ok || got != tag.Other {
			t.Errorf("Parse(%q) is %v, %v", name, got, ok)
		}
	}
	if s := tag.SetOf(tag.VB, tag.MD); !s.Has(tag.MD) || s.Has(tag.NN) {
		t.Errorf("set %b", s)
	}
}

func FuzzTags(f *testing.F) {
	for _, s := range copyText {
		f.Add(s)
	}
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		tokens := tag.Split(nil, s, text.Span{End: len(s)})
		tags := tag.English().Tags(nil, s, tokens)
		if len(tags) != len(tokens) || slices.Contains(tags, tag.None) {
			t.Fatalf("%d tokens have the tags %v", len(tokens), tags)
		}
	})
}
