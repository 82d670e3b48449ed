package story

import (
	"fmt"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/parallel"
)

// The bounds from which on two stories are looked at as one event, means over the
// pairs of their documents: of cores, and of the names in common. Rules can only be
// stricter.
const (
	splitBound = .3
	namesBound = .05
)

// maxStories is between how many declared stories every two are compared.
const maxStories = 600

// StorySplits compares stories that are declared as several. Two report one event
// where their cores say so and they name the same; what only fails to exclude each
// other, as most news does, is no event in common.
func StorySplits(stories [][]*page.Page) []*fact.Split {
	if len(stories) > maxStories {
		stories = stories[:maxStories]
	}
	voices := make([][]*sheet, len(stories))
	parallel.Each(len(stories), func(i int) {
		for _, d := range stories[i][:min(len(stories[i]), maxVoices)] {
			voices[i] = append(voices[i], &sheet{d, coreOf(d), likeSheetOf(d)})
		}
	})
	found := make([][]*fact.Split, len(stories))
	parallel.Each(len(stories), func(i int) {
		for j := range i {
			if core, names := closeness(voices[i], voices[j]); core >= splitBound && names >= namesBound {
				x := newStorySplit(stories[i], stories[j], voices[i][0], voices[j][0])
				x.Score, x.Likeness = core, names
				found[i] = append(found[i], x)
				break // one finding for each story that is told already
			}
		}
	})
	var out []*fact.Split
	for _, list := range found {
		out = append(out, list...)
	}
	return out
}

// closeness returns what the cores of two stories say of each other, and how far they
// name the same.
func closeness(a, b []*sheet) (core, names float64) {
	for _, x := range a {
		for _, y := range b {
			score, _ := judge(x, y)
			core, names = core+score, names+x.like.like(y.like).names
		}
	}
	n := float64(len(a) * len(b))
	return core / n, names / n
}

// newStorySplit tells that the story of here reports the event of there; a and b are
// their first documents.
func newStorySplit(here, there []*page.Page, a, b *sheet) *fact.Split {
	x := &fact.Split{Form: "stories", Ties: a.like.ties(b.like), Here: ids(here), There: ids(there), At: a.page.TopPlace()}
	x.Text = x.At.Text
	x.Notes = []fact.Note{{At: b.page.TopPlace(), Message: fmt.Sprintf("the first report of story %q", storyOf(b.page))}}
	x.Summary = fmt.Sprintf("the stories %q and %q report one event", storyOf(b.page), storyOf(a.page))
	if len(x.Ties) > 0 {
		x.Summary += "; both name " + list(x.Ties)
	}
	if a.ownDay() && b.ownDay() && gap(a, b) <= slack {
		x.Summary += fmt.Sprintf("; the news of both is of %s", a.day.When.Label())
		x.Notes = append(x.Notes, dayNote(a), dayNote(b))
		x.Assumptions = []string{"the day of the news is that of the event"}
	}
	return x
}

func dayNote(s *sheet) fact.Note {
	t := timeStatement(s.page, s.day, "time")
	return fact.Note{At: t.At, Message: labelled(t)}
}

func storyOf(d *page.Page) string { return d.Article.Meta.Story }

func ids(docs []*page.Page) []string {
	var out []string
	for _, d := range docs {
		out = append(out, d.Article.ID)
	}
	return out
}
