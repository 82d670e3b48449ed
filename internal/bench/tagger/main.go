// Command tagger trains the tagger of internal/syntax/tag on a corpus of words
// with their tags, and prints how good it is.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"factcheck/internal/syntax/tag"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns 0 when what was asked for is done, else 2.
func run(args []string, out, problems io.Writer) int {
	flags := flag.NewFlagSet("tagger", flag.ContinueOnError)
	flags.SetOutput(problems)
	var (
		corpus  = flags.String("corpus", "", "folder with train.tsv and test.tsv, `DIR`")
		lexicon = flags.String("lexicon", filepath.Join("..", "..", "lexicon", "data"), "folder with the lists of the lexicon, `DIR`")
		lists   = flags.String("lists", "lists", "folder with the lists of open classes, `DIR`")
		folds   = flags.Int("folds", 0, "leave test.tsv alone: train on all documents of train.tsv but each `N`th, score those, N times")
		errs    = flags.Bool("errors", false, "count the errors by right and wrong tag")
		model   = flags.String("o", "", "write the model, trained on both parts, to `FILE`")
	)
	if flags.Parse(args) != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintf(problems, "tagger: %v\n", err)
		return 2
	}
	if *corpus == "" || flags.NArg() > 0 {
		return fail(errors.New("say where the corpus is: -corpus DIR"))
	}
	trainer := trainer{out: out, errors: *errs}
	if err := trainer.read(*corpus, *lexicon, *lists); err != nil {
		return fail(err)
	}
	if *folds > 0 {
		return code(trainer.cross(*folds), fail)
	}
	return code(trainer.train(*model), fail)
}

func code(err error, fail func(error) int) int {
	if err != nil {
		return fail(err)
	}
	return 0
}

// maxBytes bounds the model that is written.
const maxBytes = 980_000

// A trainer has what a run needs.
type trainer struct {
	out    io.Writer
	errors bool
	docs   []document // of train.tsv
	test   []document
	lists  map[uint32]tag.Facts
}

func (t *trainer) read(corpus, lexicon, lists string) error {
	var err error
	if t.docs, err = readCorpus(filepath.Join(corpus, "train.tsv")); err != nil {
		return err
	}
	if t.test, err = readCorpus(filepath.Join(corpus, "test.tsv")); err != nil {
		return err
	}
	t.lists, err = readLists(lexicon, lists)
	return err
}

// cross scores the training part by itself.
func (t *trainer) cross(folds int) error {
	sum := scores{tokens: scoreTokens(t.docs), wrong: map[[2]tag.Tag]int{}, byGenre: map[string]*count{}}
	for fold := range folds {
		var rest, held []document
		for i, d := range t.docs {
			if i%folds == fold {
				held = append(held, d)
			} else {
				rest = append(rest, d)
			}
		}
		if _, err := sum.measure(rest, held, t.lists); err != nil {
			return err
		}
	}
	sum.print(t.out, t.errors)
	return nil
}

// train scores a model that was trained on the one part against the other,
// then writes one that was trained on both, unless path is empty.
func (t *trainer) train(path string) error {
	sum := scores{tokens: scoreTokens(t.test), wrong: map[[2]tag.Tag]int{}, byGenre: map[string]*count{}}
	if _, err := sum.measure(t.docs, t.test, t.lists); err != nil {
		return err
	}
	var figures strings.Builder
	sum.print(&figures, false)
	sum.print(t.out, t.errors)
	if path == "" {
		return nil
	}
	head := fmt.Sprintf(modelHead, strings.TrimSpace(figures.String()))
	data, err := build(head, append(sentencesOf(t.docs), sentencesOf(t.test)...), t.lists)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%s: %d bytes\n", path, len(data))
	return os.WriteFile(path, data, 0o644)
}

// modelHead begins the model file; the figures come in the middle.
const modelHead = `Model of an English part-of-speech tagger (Penn tags, averaged perceptron).

Trained by internal/bench/tagger on documents of the GUM corpus, genres news, interview, academic,
court, textbook and speech: A. Zeldes, "The GUM Corpus: Creating Multilayer Resources in the
Classroom", Language Resources and Evaluation 51(3), 2017, 581-612, https://gucorpling.org/gum.
Annotation CC BY 4.0; texts CC BY 2.5 (Wikinews: news, interview), CC BY 4.0 (academic, court,
textbook) and public domain (speeches of the government of the United States).
https://creativecommons.org/licenses/by/4.0/  https://creativecommons.org/licenses/by/2.5/
The corpus was changed: only words and tags were read, and turned into weights.

This model is trained on the corpus's training, development and test documents. Its figures are
those of one that was trained by the same program on the training documents only, over the others:

%s
`

// build trains on sentences and returns the bytes of a model that is not
// larger than maxBytes.
func build(head string, sentences []sentence, lists map[uint32]tag.Facts) ([]byte, error) {
	words, l, err := train(sentences, lists)
	if err != nil {
		return nil, err
	}
	for least := int8(smallestRoot); ; least++ {
		data := tag.Write(head, words, l.features(least))
		if len(data) <= maxBytes || least > 60 {
			return data, nil
		}
	}
}

func sentencesOf(docs []document) []sentence {
	var out []sentence
	for _, d := range docs {
		out = append(out, d.sentences...)
	}
	return out
}
