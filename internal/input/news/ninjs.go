package news

import (
	"encoding/json"
	"sort"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/html"
)

// A ninjs item, of versions 1 to 3.
type ninjs struct {
	URI            string          `json:"uri"`
	Type           string          `json:"type"`
	VersionCreated string          `json:"versioncreated"`
	FirstCreated   string          `json:"firstcreated"`
	ContentCreated string          `json:"contentcreated"`
	Title          string          `json:"title"`
	Headline       string          `json:"headline"`
	Headlines      []ninjsText     `json:"headlines"`
	Subheadlines   []ninjsText     `json:"subheadlines"`
	Byline         string          `json:"byline"`
	Bylines        []ninjsText     `json:"bylines"`
	Located        string          `json:"located"`
	BodyText       string          `json:"body_text"`
	BodyHTML       string          `json:"body_html"`
	BodyXHTML      string          `json:"body_xhtml"`
	Bodies         []ninjsText     `json:"bodies"`
	Descriptions   []ninjsText     `json:"descriptions"`
	Description    string          `json:"description_text"`
	Associations   json.RawMessage `json:"associations"` // an object in versions 1 and 2.0, a list since
}

// A ninjsText is a text of some role. Its type is a media type, or in version 1
// unknown.
type ninjsText struct {
	Role        string `json:"role"`
	ContentType string `json:"contenttype"`
	Value       string `json:"value"`
	Byline      string `json:"byline"`
}

// ReadNinjs reads an item of ninjs, or a list of them. Of bodies that repeat each
// other, one is read: HTML before plain text. An item is published when its version
// was made.
func ReadNinjs(src []byte) ([]*input.Item, []*input.Problem) {
	return input.ReadJSON(src, func(o *input.JSONItem) ([]*input.Item, *input.Problem) {
		var n ninjs
		if problem := o.Decode(&n); problem != nil {
			return nil, problem
		}
		if item := n.item(); item != nil {
			return []*input.Item{item}, nil
		}
		return nil, nil
	})
}

// item returns nil where there is no body.
func (n *ninjs) item() *input.Item {
	body := n.body()
	if body.Value == "" {
		return nil
	}
	item := &input.Item{ID: n.URI, Title: n.headline()}
	item.Date([2]string{"ninjs versioncreated", n.VersionCreated}, [2]string{"ninjs firstcreated", n.FirstCreated},
		[2]string{"ninjs contentcreated", n.ContentCreated})
	var b input.Builder
	if !begins(body.Value, item.Title) {
		b.Paragraph(input.Headline, "the headline of the item", item.Title)
	}
	for _, s := range n.Subheadlines {
		b.Paragraph(input.Deck, "the subheadline of the item", s.Value)
	}
	b.Paragraph(input.Byline, "the byline of the item", n.byline())
	if strings.Contains(body.ContentType, "html") {
		html.Fragment(&b, body.Value, -1)
	} else {
		b.Plain(input.Story, "the body", body.Value)
	}
	for _, caption := range n.captions() {
		b.Paragraph(input.Caption, "the caption of a picture", caption)
	}
	b.Finish(item, "")
	return item
}

func (n *ninjs) headline() string {
	for _, h := range n.Headlines {
		if h.Role == "main" || h.Role == "" {
			return plain(h)
		}
	}
	if len(n.Headlines) > 0 {
		return plain(n.Headlines[0])
	}
	if n.Headline != "" {
		return n.Headline
	}
	return n.Title
}

func (n *ninjs) byline() string {
	if n.Byline == "" && len(n.Bylines) > 0 {
		return n.Bylines[0].Value + n.Bylines[0].Byline
	}
	return n.Byline
}

// plain returns a text without tags.
func plain(t ninjsText) string {
	if !strings.Contains(t.ContentType, "html") {
		return t.Value
	}
	var b input.Builder
	html.Fragment(&b, t.Value, -1)
	var item input.Item
	b.Finish(&item, "")
	return item.Text
}

// body returns the best of the bodies, of several as good the longest.
func (n *ninjs) body() ninjsText {
	all := append([]ninjsText{{ContentType: "text/html", Value: n.BodyHTML}, {ContentType: "text/html", Value: n.BodyXHTML}}, n.Bodies...)
	all = append(all, ninjsText{ContentType: "text/plain", Value: n.BodyText})
	best, rank := ninjsText{}, 0
	for _, b := range all {
		if r := b.rank(); r > rank || r == rank && len(b.Value) > len(best.Value) {
			best, rank = b, r
		}
	}
	return best
}

// rank orders bodies: the main one before others, HTML before plain text.
func (t ninjsText) rank() int {
	if strings.TrimSpace(t.Value) == "" {
		return 0
	}
	rank := 1
	if t.Role == "main" || t.Role == "" {
		rank += 2
	}
	if strings.Contains(t.ContentType, "html") {
		rank++
	}
	return rank
}

// captions returns the words of the pictures that go with the item.
func (n *ninjs) captions() []string {
	var list []ninjs
	if json.Unmarshal(n.Associations, &list) != nil {
		var named map[string]ninjs
		if json.Unmarshal(n.Associations, &named) != nil {
			return nil
		}
		names := make([]string, 0, len(named))
		for name := range named {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			list = append(list, named[name])
		}
	}
	var out []string
	for _, a := range list {
		if a.Type == "picture" || a.Type == "graphic" || a.Type == "video" {
			out = append(out, a.caption())
		}
	}
	return out
}

func (n *ninjs) caption() string {
	for _, d := range n.Descriptions {
		if d.Role == "caption" || len(n.Descriptions) == 1 {
			return plain(d)
		}
	}
	return n.Description
}

// begins reports whether the first words of a body are its title.
func begins(body, title string) bool {
	var b input.Builder
	html.Fragment(&b, body[:min(len(body), 4*len(title)+400)], -1)
	var item input.Item
	b.Finish(&item, "")
	return title != "" && strings.HasPrefix(item.Text, strings.Join(strings.Fields(title), " "))
}
