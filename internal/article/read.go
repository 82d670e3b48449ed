package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"factcheck/internal/files"
	"factcheck/internal/format"
	"factcheck/internal/parallel"
	"factcheck/internal/text"
)

// MaxSize is the most a file may hold, in bytes. A book has about one
// mebibyte; the limit keeps a wrong path from filling the memory.
const MaxSize = 64 << 20

// Read reads files, folders, and standard input for "-". Folders are walked in
// name order for files with the extension of a format that is read, and for .json
// and .xml files that are in one; hidden ones are
// skipped, and a path that comes up twice is read once. Read returns every
// article that could be read and a *multierror.Error that lists every problem,
// mostly as *Error. Files are read and parsed side by side; the result is that of
// one after the other.
func Read(paths []string, stdin io.Reader, options ...Option) ([]*Article, error) {
	r, err := ReadAll(paths, stdin, options...)
	return r.Articles, err
}

// ReadAll reads as Read does, and says which files of the folders it passed
// over.
func ReadAll(paths []string, stdin io.Reader, options ...Option) (*Reading, error) {
	r := reader{stdin: stdin, seen: map[string]bool{}}
	for _, o := range options {
		o(&r)
	}
	for _, path := range paths {
		r.path(path)
	}
	return r.finish()
}

// An Option changes what [Read] and [ReadAll] read.
type Option func(*reader)

// Pipes says whether a path may be a pipe, which it may not by itself; a file
// in a folder never is.
func Pipes(allowed files.Pipes) Option { return func(r *reader) { r.pipes = allowed } }

// Input names the format of all files, by an id of internal/format that is read;
// of an archive, that of its members. Empty: their content and names tell it.
func Input(id string) Option { return func(r *reader) { r.forced = id } }

// A reader finds files. Each is read by a reader of its own, a part, which keeps
// what it finds until all have been read.
type reader struct {
	stdin    io.Reader
	pipes    files.Pipes
	forced   string // format
	seen     map[string]bool
	parts    []*reader
	read     func(part *reader)
	docs     []document
	problems problems
	passed   passed
}

// later puts off the reading of a file.
func (r *reader) later(read func(part *reader)) {
	r.parts = append(r.parts, &reader{problems: r.problems}, &reader{stdin: r.stdin, forced: r.forced, read: read})
	r.problems = problems{}
}

// finish reads what was put off and gathers it in the order in which it came up.
func (r *reader) finish() (*Reading, error) {
	parallel.Each(len(r.parts), func(i int) {
		if p := r.parts[i]; p.read != nil {
			p.read(p)
		}
	})
	var ids uniqueIDs
	var all problems
	for _, p := range append(r.parts, r) {
		all.add(p.problems.list()...)
		all.add(ids.add(p.docs)...)
		if p != r {
			r.passed.join(&p.passed)
		}
		p.docs = nil
	}
	return &Reading{Articles: ids.articles, PassedOver: r.passed.list()}, all.err()
}

func (r *reader) path(path string) {
	if path == "-" {
		if r.first(path) {
			r.later(func(p *reader) { p.stream(path, p.stdin) })
		}
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		r.failed(path, err)
	case info.IsDir():
		r.folder(path)
	case r.first(filepath.Clean(path)):
		r.later(func(p *reader) { p.file(path, r.pipes) })
	}
}

func (r *reader) first(key string) bool {
	if r.seen[key] {
		return false
	}
	r.seen[key] = true
	return true
}

func (r *reader) folder(root string) {
	r.passed.begin(root)
	found := false
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil:
			r.failed(path, err)
			found = true // the folder is unreadable, not empty
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
		case !r.mayRead(path):
			r.passed.add(root, path, entry)
		default:
			found = true
			if r.first(filepath.Clean(path)) {
				r.later(func(p *reader) { p.member(root, path, entry) })
			}
		}
		return nil
	})
	if err != nil {
		r.failed(root, err)
	}
	if !found {
		r.problems.add(&Error{File: root, Message: "the folder has no articles", Hint: "name a folder with articles, such as .txt, .md, .html or .docx files"})
	}
}

// member reads a file that was met while walking a folder.
func (r *reader) member(root, path string, entry fs.DirEntry) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir(): // a link to a folder
	case err == nil && info.Mode()&fs.ModeNamedPipe != 0:
		r.problems.add(&Error{File: path, Message: files.ErrPipe.Message, Hint: "move it out of the folder"})
	case r.forced == "" && byContent(path):
		r.fileOfForm(root, path, entry)
	default:
		r.file(path, false)
	}
}

// fileOfForm reads a file of a folder if its content is in a format that is read,
// and passes over it if not: JSON and XML is written for many ends.
func (r *reader) fileOfForm(root, path string, entry fs.DirEntry) {
	data, err := files.Read(path, MaxSize, false)
	switch {
	case err != nil:
		r.failed(path, err)
	case !format.Of(path, data).Read():
		r.passed.add(root, path, entry)
	default:
		r.parse(path, data)
	}
}

func (r *reader) file(path string, pipes files.Pipes) {
	data, err := files.Read(path, MaxSize, pipes)
	if err != nil {
		r.failed(path, err)
		return
	}
	r.parse(path, data)
}

// stream parses all of src, which may never end.
func (r *reader) stream(name string, src io.Reader) {
	if src == nil {
		r.problems.add(&Error{File: name, Message: "there is no standard input"})
		return
	}
	data, err := files.ReadAll(src, MaxSize, 0)
	if err != nil {
		r.failed(name, err)
		return
	}
	r.parse(name, data)
}

func (r *reader) parse(name string, data []byte) {
	docs, errs := parse(name, data, r.forced)
	r.problems.add(errs...)
	r.docs = docs
}

// failed adds an error of the operating system, without the path that it
// repeats.
func (r *reader) failed(path string, err error) {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	message, hint := err.Error(), ""
	if refusal, ok := errors.AsType[*files.Refusal](err); ok {
		message, hint = refusal.Message, refusal.Hint
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint = "check the spelling of the path"
	case errors.Is(err, files.ErrPipe):
		hint = "add --stdin to have it read"
	}
	r.problems.add(&Error{File: path, Message: message, Hint: hint})
}

// A document is an article and the place that an error about its id names.
type document struct {
	article *Article
	idAt    text.Position // a zero Line where the file name gives the id
}

// uniqueIDs keeps the first article of each id, in order.
type uniqueIDs struct {
	articles []*Article
	owners   map[string]*Article
}

func (u *uniqueIDs) add(docs []document) []error {
	var errs []error
	for _, doc := range docs {
		a := doc.article
		if owner, taken := u.owners[a.ID]; taken {
			errs = append(errs, repeatedID(doc, owner))
			continue
		}
		if u.owners == nil {
			u.owners = map[string]*Article{}
		}
		u.owners[a.ID] = a
		u.articles = append(u.articles, a)
	}
	return errs
}

// Distinct returns the first article of each id, in order, and a
// *multierror.Error of *Error that names the others.
func Distinct(articles []*Article) ([]*Article, error) {
	docs := make([]document, len(articles))
	for i, a := range articles {
		docs[i].article = a
	}
	var ids uniqueIDs
	var p problems
	p.add(ids.add(docs)...)
	return ids.articles, p.err()
}

func repeatedID(doc document, owner *Article) *Error {
	first := owner.File
	if owner.Line > 0 {
		first = fmt.Sprintf("%s:%d", owner.File, owner.Line)
	}
	e := &Error{
		File:    doc.article.File,
		Line:    max(doc.idAt.Line, doc.article.Line, 1),
		Column:  doc.idAt.Column,
		Message: fmt.Sprintf("the id %q is taken by %s", shorten(doc.article.ID, 60), first),
		Hint:    "give each document its own id",
	}
	return e
}
