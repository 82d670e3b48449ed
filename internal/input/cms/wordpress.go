package cms

import (
	"cmp"
	"encoding/json"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/html"
	"factcheck/internal/input/xmltree"
)

// A post is a post of the REST API.
type post struct {
	ID      json.Number `json:"id"`
	GUID    rendered    `json:"guid"`
	Link    string      `json:"link"`
	Date    string      `json:"date"` // in the zone of the site
	Status  string      `json:"status"`
	Title   rendered    `json:"title"`
	Content rendered    `json:"content"`
	Excerpt rendered    `json:"excerpt"`
}

// A rendered is text as HTML.
type rendered struct {
	Rendered string `json:"rendered"`
}

func (r *rendered) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &r.Rendered)
	}
	type plain rendered
	return json.Unmarshal(data, (*plain)(r))
}

// published reports whether posts of a status have a date of publication: that of a
// draft is when it was last touched.
func published(status string) bool {
	return status == "" || status == "publish" || status == "future" || status == "private"
}

// ReadPosts reads a post, or a list of posts, of WordPress' REST API. The excerpt
// is read only where there is no content.
func ReadPosts(src []byte) ([]*input.Item, []*input.Problem) {
	return input.ReadJSON(src, func(o *input.JSONItem) ([]*input.Item, *input.Problem) {
		var p post
		if problem := o.Decode(&p); problem != nil {
			return nil, problem
		}
		content := p.Content.Rendered
		if strings.TrimSpace(content) == "" {
			content = p.Excerpt.Rendered
		}
		item := &input.Item{ID: cmp.Or(p.GUID.Rendered, p.Link, p.ID.String()), Title: html.Words(p.Title.Rendered)}
		if published(p.Status) {
			item.Date([2]string{"WordPress date", p.Date})
		}
		var b input.Builder
		b.Paragraph(input.Headline, "the title of the post", item.Title)
		html.Post(&b, content, -1)
		b.Finish(item, "")
		if item.Text == "" {
			return nil, nil
		}
		return []*input.Item{item}, nil
	})
}

// The names of WXR, whose namespace ends in a version.
const (
	wxrSpace     = "http://wordpress.org/export/"
	contentSpace = "http://purl.org/rss/1.0/modules/content/"
)

// ReadWXR reads the posts and pages of a WordPress export. Attachments, menus,
// revisions and what lies in the bin are left out.
func ReadWXR(src []byte) ([]*input.Item, []*input.Problem) {
	tree, problem := xmltree.Parse(src)
	if problem != nil {
		return nil, []*input.Problem{problem}
	}
	channel := tree.Root.Child("channel")
	outlet := channel.Child("title").Words()
	var items []*input.Item
	for _, n := range channel.All("item") {
		if item := readWXRItem(tree, n); item != nil {
			item.Outlet = outlet
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil, []*input.Problem{{Line: 1, Column: 1, Message: "the export has no post with text", Hint: "leave it out"}}
	}
	return items, nil
}

func readWXRItem(tree *xmltree.Tree, n *xmltree.Node) *input.Item {
	wp := func(name string) string {
		for _, c := range n.Children {
			if c.Name == name && strings.HasPrefix(c.Space, wxrSpace) {
				return c.Words()
			}
		}
		return ""
	}
	kind, status := wp("post_type"), wp("status")
	if kind != "" && kind != "post" && kind != "page" || status == "trash" || status == "auto-draft" {
		return nil
	}
	item := &input.Item{ID: cmp.Or(n.Child("guid").Words(), wp("post_id")), Title: html.Words(n.Child("title").Words())}
	item.Line, item.Column = tree.Position(n.Start)
	if published(status) {
		item.Date([2]string{"WordPress post_date", wp("post_date")}, [2]string{"RSS pubDate", n.Child("pubDate").Words()})
	}
	var b input.Builder
	tree.Paragraph(&b, input.Headline, "the title of the post", n.Child("title"))
	titled := b.Len()
	for _, c := range n.Children {
		if c.Name == "encoded" && c.Space == contentSpace {
			addPost(&b, c)
		}
	}
	if b.Len() == titled {
		return nil
	}
	b.Finish(item, tree.File)
	return item
}

// addPost adds the content of a post, with its places where it is literal.
func addPost(b *input.Builder, content *xmltree.Node) {
	for _, c := range content.Children {
		switch {
		case c.Literal:
			html.Post(b, c.Text, c.Start)
		case strings.TrimSpace(c.Text) != "":
			html.Post(b, c.Text, -1)
		}
	}
}
