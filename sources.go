package factcheck

import (
	"fmt"
	"path/filepath"
)

// SourcesBeside returns the sources that are none of the articles, which is told by
// their files, each with an id that no article has. Those that need another id are
// copies. [WithSources] and [Session.SetSources] do it by themselves.
func SourcesBeside(sources, articles []*Article) []*Article {
	return new(renaming).beside(sources, articles)
}

// A renaming gives sources other ids, the same copy each time.
type renaming struct{ copies map[*Article]*Article }

func (r *renaming) beside(sources, articles []*Article) []*Article {
	ids := map[string]bool{}
	files := map[string]bool{}
	for _, a := range articles {
		ids[a.ID] = true
		file := filepath.Clean(a.File)
		files[file] = files[file] || a.Line == 0
	}
	copies := map[*Article]*Article{}
	var out []*Article
	for _, a := range sources {
		switch {
		case files[filepath.Clean(a.File)] && a.Line == 0:
			continue
		case ids[a.ID]:
			copies[a] = r.renamed(a)
			a = copies[a]
		}
		out = append(out, a)
	}
	r.copies = copies
	return out
}

// renamed returns a copy of a that is named by its file, and by its line if it is
// a record.
func (r *renaming) renamed(a *Article) *Article {
	if c := r.copies[a]; c != nil {
		return c
	}
	c := *a
	c.ID = a.File
	if a.Line > 0 {
		c.ID = fmt.Sprintf("%s:%d", a.File, a.Line)
	}
	return &c
}
