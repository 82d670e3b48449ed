package article

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"factcheck/internal/config"
	"factcheck/internal/format"
)

// A Reading is what came of the paths that were read.
type Reading struct {
	Articles   []*Article
	PassedOver []PassedOver // folder by folder as they were named, the most frequent extension first
}

// A PassedOver counts the files of one extension that a folder has, in its
// subfolders too, and that were not read because of it. Hidden files and those
// of factcheck itself are not counted.
type PassedOver struct {
	Folder    string // as given
	Extension string // in lower case with its dot; empty for none
	Files     int    // at least 1
	Reason    string // "image", or that the extension is that of no format that is read
}

// passed counts the files that walking folders passes over.
type passed struct {
	order  []string // folders
	counts map[string]map[string]int
	seen   map[string]bool
}

// ownFiles are the files of factcheck that lie among articles.
var ownFiles = map[string]bool{config.Name: true, config.DismissalsName: true}

// begin notes a folder before its files are met.
func (p *passed) begin(root string) {
	if p.counts == nil {
		p.counts, p.seen = map[string]map[string]int{}, map[string]bool{}
	}
	if p.counts[root] == nil {
		p.order = append(p.order, root)
		p.counts[root] = map[string]int{}
	}
}

// join adds what another counted.
func (p *passed) join(other *passed) {
	for _, root := range other.order {
		p.begin(root)
		for ext, n := range other.counts[root] {
			p.counts[root][ext] += n
		}
	}
}

// add counts one file of the folder root. Links to folders, pipes and devices
// are no files.
func (p *passed) add(root, path string, entry fs.DirEntry) {
	p.begin(root)
	key := filepath.Clean(path)
	if ownFiles[entry.Name()] || p.seen[key] || !isFile(path, entry) {
		return
	}
	p.seen[key] = true
	p.counts[root][extension(path)]++
}

func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func (p *passed) list() []PassedOver {
	var out []PassedOver
	for _, root := range p.order {
		start := len(out)
		for ext, n := range p.counts[root] {
			out = append(out, PassedOver{Folder: root, Extension: ext, Files: n, Reason: passedReason(ext)})
		}
		slices.SortFunc(out[start:], func(a, b PassedOver) int {
			return cmp.Or(b.Files-a.Files, last(a.Extension)-last(b.Extension), strings.Compare(a.Extension, b.Extension))
		})
	}
	return out
}

// last puts files without extension behind the others.
func last(ext string) int {
	if ext == "" {
		return 1
	}
	return 0
}

func passedReason(ext string) string {
	if f := format.ByName(ext); f != nil {
		return f.Kind()
	}
	return "not the extension of a format that is read"
}
