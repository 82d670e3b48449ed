package news

import (
	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

// ReadNITF reads an article in NITF 3. Headlines, byline and dateline are of its
// body.head; what body.end has is left out. It is published on the day of its
// release, else of its issue, else of the story.
func ReadNITF(src []byte) (*input.Item, *input.Problem) {
	tree, problem := xmltree.Parse(src)
	if problem != nil {
		return nil, problem
	}
	item := &input.Item{}
	var b input.Builder
	readNITF(tree, tree.Root, item, &b)
	b.Finish(item, tree.File)
	return item, nil
}

func readNITF(tree *xmltree.Tree, nitf *xmltree.Node, item *input.Item, b *input.Builder) {
	head, body := nitf.Child("head"), nitf.Child("body")
	data := head.Child("docdata")
	item.ID = data.Child("doc-id").Attribute("id-string")
	item.Title = body.Child("body.head", "hedline", "hl1").Words()
	if item.Title == "" {
		item.Title = head.Child("title").Words()
	}
	item.Date([2]string{"NITF date.release", data.Child("date.release").Attribute("norm")},
		[2]string{"NITF date.issue", data.Child("date.issue").Attribute("norm")},
		[2]string{"NITF story.date", body.Child("body.head", "dateline", "story.date").Attribute("norm")},
		[2]string{"NITF pubdata", head.Child("pubdata").Attribute("date.publication")})
	r := &bodyReader{Builder: b, tree: tree}
	r.read(body.Child("body.head"), setting{input.Head, "the head of the story"})
	r.end()
	r.read(body.Child("body.content"), story)
	r.end()
	r.read(body.Child("body.end"), settings["out"])
	r.end()
}
