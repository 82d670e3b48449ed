package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factcheck/internal/syntax/tag"
)

// The corpus may stand beside the repository.
var corpusFolder = filepath.Join("..", "..", "..", "..", "shared", "corpora", "tags-dev")

// small is a corpus of our own: few words in many sentences of one pattern.
func small(t *testing.T) []document {
	t.Helper()
	docs, err := readCorpus(filepath.Join("testdata", "small.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func modelOf(t *testing.T, docs []document, lists map[uint32]tag.Facts) (*learner, []byte) {
	t.Helper()
	words, l, err := train(sentencesOf(docs), lists)
	if err != nil {
		t.Fatal(err)
	}
	return l, tag.Write("a test", words, l.features(smallestRoot))
}

func accuracies(t *testing.T, l *learner, data []byte, docs []document) (float, quantised float64) {
	t.Helper()
	m, err := tag.Read(string(data))
	if err != nil {
		t.Fatal(err)
	}
	f := scoreTags(docs, l.tags)
	q := scoreTags(docs, func(buf []tag.Tag, s *sentence) []tag.Tag { return m.Tags(buf, s.src, s.tokens) })
	return f.percent(), q.percent()
}

func TestTrainingLearns(t *testing.T) {
	docs := small(t)
	l, data := modelOf(t, docs, nil)
	float, quantised := accuracies(t, l, data, docs)
	if float < 99 || math.Abs(float-quantised) > .2 {
		t.Errorf("float %.2f, as bytes %.2f on what was learned", float, quantised)
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	docs := small(t)
	_, a := modelOf(t, docs, nil)
	_, b := modelOf(t, docs, nil)
	if !bytes.Equal(a, b) {
		t.Error("two trainings give different bytes")
	}
}

// Weights as bytes must tag as well as those that were learned, on text that
// was not learned from.
func TestBytesLoseNothing(t *testing.T) {
	if _, err := os.Stat(corpusFolder); err != nil {
		t.Skip("no corpus beside the repository")
	}
	tr := trainer{}
	if err := tr.read(corpusFolder, filepath.Join("..", "..", "lexicon", "data"), "lists"); err != nil {
		t.Fatal(err)
	}
	l, data := modelOf(t, tr.docs, tr.lists)
	float, quantised := accuracies(t, l, data, tr.test)
	if math.Abs(float-quantised) > .2 {
		t.Errorf("float %.2f, as bytes %.2f", float, quantised)
	}
	if quantised < 93.5 {
		t.Errorf("%.2f right, want 93.5", quantised)
	}
	if score := scoreTokens(tr.test); score.f1() < 99 {
		t.Errorf("tokens F1 %.2f, want 99", score.f1())
	}
}

func TestReadCorpus(t *testing.T) {
	docs := small(t)
	if len(docs) != 2 || docs[0].genre() != "news" {
		t.Fatalf("%d documents, the first of genre %q", len(docs), docs[0].genre())
	}
	if got, want := docs[0].sentences[0].src, "The mayor's aide didn't speak."; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	path := filepath.Join(t.TempDir(), "bad.tsv")
	if err := os.WriteFile(path, []byte("# a_b\nword\tNN\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readCorpus(path); err == nil || !strings.Contains(err.Error(), "bad.tsv:2:1") {
		t.Errorf("error %v names no place", err)
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	data, err := os.ReadFile(filepath.Join("testdata", "small.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"train.tsv", "test.tsv"} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	model := filepath.Join(dir, "out.model")
	var out, problems bytes.Buffer
	if code := run([]string{"-corpus", dir, "-errors", "-o", model}, &out, &problems); code != 0 {
		t.Fatalf("exit %d: %s", code, &problems)
	}
	for _, want := range []string{"tokens F1", "weights as bytes", "news"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("output lacks %q:\n%s", want, &out)
		}
	}
	written, err := os.ReadFile(model)
	if err != nil {
		t.Fatal(err)
	}
	if m, err := tag.Read(string(written)); err != nil || !strings.Contains(m.Head, "CC BY 4.0") {
		t.Errorf("model is not read again: %v", err)
	}
	if code := run([]string{"-corpus", dir, "-folds", "2"}, &out, &problems); code != 0 {
		t.Errorf("exit %d: %s", code, &problems)
	}
	for _, args := range [][]string{nil, {"-corpus", filepath.Join(dir, "none")}, {"-corpus", dir, "more"}} {
		if code := run(args, &out, &problems); code != 2 {
			t.Errorf("%v: exit %d, want 2", args, code)
		}
	}
}

func TestLists(t *testing.T) {
	facts, err := readLists(filepath.Join("..", "..", "lexicon", "data"), "lists")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]tag.Facts{
		"stopping": tag.Ing, "denied": tag.Past, "tries": tag.Third, "gone": tag.Participle, "went": tag.Preterite,
		"armies": tag.Plural, "minister": tag.Noun, "large": tag.Adjective, "soon": tag.Adverb,
	} {
		if got := facts[tag.IDOf(word)]; !got.Has(want) {
			t.Errorf("%s has facts %b, want %b", word, got, want)
		}
	}
	if got := facts[tag.IDOf("went")]; got.Has(tag.Past | tag.Participle) {
		t.Errorf("went has facts %b", got)
	}
}

func TestShared(t *testing.T) {
	docs := small(t)
	tokens := docs[0].sentences[0].tokens
	if got := shared(tokens, tokens); got != len(tokens) {
		t.Errorf("%d of %d tokens are their own", got, len(tokens))
	}
	if got := shared(tokens, slices.Delete(slices.Clone(tokens), 1, 3)); got != len(tokens)-2 {
		t.Errorf("%d tokens in both, want %d", got, len(tokens)-2)
	}
}
