package cms

import (
	"encoding/json"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/html"
)

// A story is a document of ANS 0.10, or an element of one.
type story struct {
	ID               string           `json:"_id"`
	Type             string           `json:"type"`
	FirstPublished   string           `json:"first_publish_date"`
	Published        string           `json:"publish_date"`
	Displayed        string           `json:"display_date"` // of a later display, too
	Headlines        map[string]any   `json:"headlines"`
	Subheadlines     map[string]any   `json:"subheadlines"`
	Description      map[string]any   `json:"description"`
	Credits          map[string][]who `json:"credits"`
	Distributor      who              `json:"distributor"`
	CanonicalWebsite string           `json:"canonical_website"`
	Content          string           `json:"content"` // HTML
	Text             string           `json:"text"`    // of a correction
	Caption          string           `json:"caption"`
	Elements         []story          `json:"content_elements"`
	Items            []story          `json:"items"` // of a list
	Header           json.RawMessage  `json:"header"`
	Rows             [][]story        `json:"rows"`
}

type who struct {
	Name   string `json:"name"`
	Byline string `json:"byline"`
}

// maxDepth is how deep elements of ANS stand inside each other at most.
const maxDepth = 64

// ReadANS reads a story of Arc XP, or a collection of stories. It is published when it was
// first published; the date of its display may be later.
func ReadANS(src []byte) ([]*input.Item, []*input.Problem) {
	return input.ReadJSON(src, func(o *input.JSONItem) ([]*input.Item, *input.Problem) {
		var s story
		if problem := o.Decode(&s); problem != nil {
			return nil, problem
		}
		return s.items(), nil
	})
}

// items returns a story, or those of a collection.
func (s *story) items() []*input.Item {
	if s.Type != "story" && s.ID == "" && len(s.Headlines) == 0 || s.Type == "collection" || s.Type == "results" {
		var out []*input.Item
		for i := range s.Elements {
			if e := &s.Elements[i]; e.Type == "story" {
				out = append(out, e.items()...)
			}
		}
		return out
	}
	item := &input.Item{ID: s.ID, Title: basic(s.Headlines), Outlet: s.Distributor.Name}
	if item.Outlet == "" {
		item.Outlet = s.CanonicalWebsite
	}
	item.Date([2]string{"ANS first_publish_date", s.FirstPublished}, [2]string{"ANS publish_date", s.Published},
		[2]string{"ANS display_date", s.Displayed})
	var b input.Builder
	b.Paragraph(input.Headline, "the headline of the story", item.Title)
	b.Paragraph(input.Deck, "the subheadline of the story", basic(s.Subheadlines))
	b.Paragraph(input.Byline, "the credits of the story", s.byline())
	head := b.Len()
	addElements(&b, s.Elements, 0)
	if b.Len() == head {
		return nil
	}
	b.Finish(item, "")
	return []*input.Item{item}
}

func basic(texts map[string]any) string {
	s, _ := texts["basic"].(string)
	return html.Words(s)
}

func (s *story) byline() string {
	var names []string
	for _, w := range s.Credits["by"] {
		if w.Byline != "" {
			w.Name = w.Byline
		}
		if w.Name != "" {
			names = append(names, w.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "By " + strings.Join(names, ", ")
}

func addElements(b *input.Builder, elements []story, depth int) {
	if depth > maxDepth {
		return
	}
	for i := range elements {
		elements[i].add(b, depth)
	}
}

// add adds an element. Links to other stories, embedded posts and raw HTML, which
// holds widgets, are no text of the story.
func (s *story) add(b *input.Builder, depth int) {
	switch s.Type {
	case "text":
		html.Fragment(b, s.Content, -1)
	case "header":
		b.Paragraph(input.Headline, "a heading", html.Words(s.Content))
	case "correction":
		b.Paragraph(input.Correction, "a correction", html.Words(s.Text))
	case "image", "gallery", "video":
		b.Paragraph(input.Caption, "the caption of a picture", html.Words(s.Caption))
		addElements(b, s.Elements, depth+1)
	case "interstitial_link":
		b.Paragraph(input.LeftOut, "a link to another story", html.Words(s.Content))
	case "list":
		addElements(b, s.Items, depth+1)
	case "table":
		for _, row := range s.Rows {
			addElements(b, row, depth+1)
		}
	case "quote", "list_element", "element_group":
		addElements(b, s.Elements, depth+1)
	}
}
