package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factcheck/internal/text"
)

// Sixty sentences with the verb that a time hangs on may stand beside the
// repository. They are not ours to ship.
var tenseFile = filepath.Join("..", "..", "..", "shared", "gold", "tense.txt")

// kindOf names a group in the words of the reference.
func kindOf(g *VerbGroup) string {
	switch {
	case g.Modality == IsTo && g.Tense == Past:
		return "past"
	case g.Tense == Future:
		return "future"
	case g.Perfect && g.Tense == Past:
		return "pluperf"
	case g.Form == Finite && g.Modality != Plain && g.Modality != UsedTo && g.Modality != GoingTo:
		return "modal"
	case g.Perfect:
		return "perfect"
	case g.Tense == Past:
		return "past"
	case g.Tense == Present:
		return "present"
	case g.Form == Infinitive:
		return "inf"
	}
	return "part"
}

// cutBrackets returns the sentence without the brackets around its time, and
// where the time stands.
func cutBrackets(s string) (string, text.Span) {
	before, rest, _ := strings.Cut(s, "[")
	time, after, _ := strings.Cut(rest, "]")
	return before + time + after, text.Span{Start: len(before), End: len(before) + len(time)}
}

func TestGovernorOfReference(t *testing.T) {
	data, err := os.ReadFile(tenseFile)
	if os.IsNotExist(err) {
		t.Skip("no reference beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	var s Sentence
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		if len(fields) != 3 {
			continue
		}
		all++
		src, time := cutBrackets(fields[0])
		s.Reset(src, text.Span{End: len(src)})
		g, ok := s.Governor(time)
		if ok && kindOf(&g) == fields[1] && s.Text(g.Head) == fields[2] {
			right++
			continue
		}
		got := "none"
		if ok {
			got = kindOf(&g) + " " + s.Text(g.Head)
		}
		t.Logf("%s: %s, want %s %s", fields[0], got, fields[1], fields[2])
	}
	t.Logf("%d of %d right", right, all)
	if right < 55 {
		t.Errorf("%d of %d right, want at least 55", right, all)
	}
}
