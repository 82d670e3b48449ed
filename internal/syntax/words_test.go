package syntax

import (
	"strings"
	"testing"
)

func TestWordsHaveNoProblems(t *testing.T) {
	table, err := parseWords(wordsData)
	if err != nil {
		t.Error(err)
	}
	if len(table) < 60 || !strings.HasPrefix(wordsData, "# Source: ") {
		t.Errorf("%d words", len(table))
	}
	if len(classNames) != len(classNamesSeen(table)) {
		t.Errorf("classes without a word: %d of %d are used", len(classNamesSeen(table)), len(classNames))
	}
}

func classNamesSeen(table map[uint32]class) map[int]bool {
	seen := map[int]bool{}
	for _, c := range table {
		for i := range classNames {
			if c.has(1 << i) {
				seen[i] = true
			}
		}
	}
	return seen
}

func TestWordsReportMistakes(t *testing.T) {
	for data, want := range map[string]string{
		"word\tclasses\nbe\tbe\nam\tbe\n": "words.tsv:3:1: row",
		"word\tclasses\nbe\n":             "words.tsv:2:1: row",
		"word\tclasses\nbe\tbee\n":        `words.tsv:2:1: unknown class "bee"`,
	} {
		if _, err := parseWords(data); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
