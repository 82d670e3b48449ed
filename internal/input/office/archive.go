package office

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

// maxPart is how large a part of a file is at most, in bytes, unpacked.
const maxPart = 64 << 20

// maxRatio is how many bytes a byte of a part that is larger than a mebibyte may
// stand for; the XML of word processors shrinks to a thirtieth.
const maxRatio = 300

// A parts is the archive that a file is.
type parts struct {
	kind  string // for people: "Word file"
	files map[string]*zip.File
}

func openParts(src []byte, kind string) (*parts, *input.Problem) {
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, &input.Problem{Message: "the " + kind + " is damaged: " + strings.TrimPrefix(err.Error(), "zip: "), Hint: "save it again"}
	}
	p := &parts{kind: kind, files: map[string]*zip.File{}}
	for _, f := range r.File {
		if p.files[f.Name] == nil {
			p.files[f.Name] = f
		}
	}
	return p, nil
}

// tree returns a part, nil for one that the file does not have.
func (p *parts) tree(name string) (*xmltree.Tree, *input.Problem) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	fail := func(message string) (*xmltree.Tree, *input.Problem) {
		return nil, &input.Problem{Message: fmt.Sprintf("%s in the %s %s", name, p.kind, message), Hint: "save it again, or save it as text"}
	}
	switch {
	case f.Flags&1 != 0:
		return fail("is locked by a password")
	case f.UncompressedSize64 > maxPart:
		return fail(fmt.Sprintf("is larger than %d MiB", maxPart>>20))
	case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return fail(fmt.Sprintf("is packed to less than a %dth, as no text is", maxRatio))
	}
	r, err := f.Open()
	if err != nil {
		return fail("cannot be unpacked: " + err.Error())
	}
	defer r.Close()
	src, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err != nil || uint64(len(src)) > f.UncompressedSize64 {
		return fail("cannot be unpacked")
	}
	tree, problem := xmltree.Parse(src)
	if problem != nil {
		return fail("cannot be read: " + problem.Message)
	}
	return tree, nil
}

//go:embed styles.tsv
var stylesFile string

// styleRoles are the lines of styles.tsv.
var styleRoles = func() map[string]input.Role {
	roles := map[string]input.Role{"headline": input.Headline, "deck": input.Deck, "caption": input.Caption, "byline": input.Byline}
	out := map[string]input.Role{}
	for line := range strings.Lines(stylesFile) {
		if name, role, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && name[0] != '#' {
			out[name] = roles[role]
		}
	}
	return out
}()

// roleOfStyle returns what a paragraph of a style is, and how that was told.
func roleOfStyle(name string) (input.Role, string) {
	name = strings.ToLower(strings.TrimSpace(name))
	role, ok := styleRoles[name]
	if !ok && strings.HasPrefix(name, "heading ") {
		role, ok = input.Headline, true
	}
	if !ok {
		return input.Story, "the text"
	}
	return role, "its style is " + name
}
