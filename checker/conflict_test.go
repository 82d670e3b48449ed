package checker_test

import (
	"slices"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

func TestConflictIsMinimal(t *testing.T) {
	minimal(t, "withdrawal.txt", page(t, "withdrawal.txt"))
}

// minimal checks that src has one date/conflict with the sample almanac whose
// statements suffice for it and are all needed: an article of their sentences
// alone has a conflict, and none without any one of them. (In src itself
// others may contradict the same words, so that there only the sentence that
// the finding stands at must go.)
func minimal(t *testing.T, name, src string) {
	t.Helper()
	opt := options(t, true)
	conflicts := func(src string) []report.Finding {
		return of(check(t, checker.Read(checker.Input{Articles: []*article.Article{parse(t, name, src)}}, opt)), "date/conflict")
	}
	found := conflicts(src)
	if len(found) != 1 || len(found[0].Related) < 1 {
		t.Fatalf("conflicts %v, want one of two statements or more", found)
	}
	f := found[0]
	sentences := []text.Span{sentenceAt(t, src, f.Start, f.End)}
	if rest := conflicts(src[:sentences[0].Start] + src[sentences[0].End:]); len(rest) != 0 {
		t.Errorf("without the sentence it stands in: %s", rest[0].Message)
	}
	for _, r := range f.Related {
		sentences = append(sentences, sentenceAt(t, src, r.Start, r.End))
	}
	slices.SortFunc(sentences, func(a, b text.Span) int { return a.Start - b.Start })
	if len(conflicts(paragraphs(src, sentences))) != 1 {
		t.Errorf("the statements alone do not conflict:\n%s", paragraphs(src, sentences))
	}
	for i := range sentences {
		some := paragraphs(src, slices.Delete(slices.Clone(sentences), i, i+1))
		if rest := conflicts(some); len(rest) != 0 {
			t.Errorf("without “%s”: %s", sentences[i].In(src), rest[0].Message)
		}
	}
}

// sentenceAt returns the sentence from start to end.
func sentenceAt(t *testing.T, src string, start, end report.Position) text.Span {
	t.Helper()
	s := text.Span{Start: start.Offset, End: end.Offset}
	for _, sentence := range text.Sentences(src, text.Span{End: len(src)}, nil) {
		if sentence.Contains(s) {
			return sentence
		}
	}
	t.Fatalf("no sentence holds %v", s)
	return text.Span{}
}

func paragraphs(src string, sentences []text.Span) string {
	var b strings.Builder
	for _, s := range sentences {
		b.WriteString(s.In(src) + "\n\n")
	}
	return b.String()
}
