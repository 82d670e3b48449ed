package factcheck

import (
	"io"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/files"
	"factcheck/internal/format"
)

// A ReadOption changes what [Parse] and [ReadFiles] read.
type ReadOption func(*reading)

type reading struct {
	anyLanguage bool
	pipes       bool
	input       string
}

// AnyLanguage takes everything for English. Without it, articles that are not
// are errors, and parts of an article that are not are left out.
func AnyLanguage() ReadOption { return func(r *reading) { r.anyLanguage = true } }

// Pipes allows paths that are pipes, which may never end.
func Pipes() ReadOption { return func(r *reading) { r.pipes = true } }

// InputFormat names the format of all files by an id of [InputFormats]; of an archive, that of
// the files in it. Without it their content and names tell it.
func InputFormat(id string) ReadOption { return func(r *reading) { r.input = id } }

// InputFormats returns the ids of the formats that are read: text, markdown, html
// and so on.
func InputFormats() []string { return format.IDs() }

// Parse reads the articles in src, at most 64 MiB. Its content and the extension
// of name tell the format, if [InputFormat] does not: a text or Markdown file, which may
// begin with front matter, is one article, .jsonl holds a record a line, a feed an
// article an item. Name is what places and
// errors show, and without its extension the id of an article that gives none;
// nothing is opened. Parse returns the articles that could be read, and an error that
// lists every problem, mostly as [*Error].
func Parse(name string, src []byte, options ...ReadOption) ([]*Article, error) {
	o := readingOf(options)
	articles, err := article.ParseAs(name, src, o.input)
	return o.english(articles, err)
}

// ReadFiles reads files, folders, and stdin for "-", as the command does: of
// folders those in formats that are read, in the order of their names. It
// returns what could be read, and an error that lists every problem.
func ReadFiles(paths []string, stdin io.Reader, options ...ReadOption) (*Reading, error) {
	o := readingOf(options)
	out, err := article.ReadAll(paths, stdin, article.Pipes(files.Pipes(o.pipes)), article.Input(o.input))
	out.Articles, err = o.english(out.Articles, err)
	return out, err
}

// ParseDate reads a date as front matter gives it: 2018-06-17, 2018-06-17T09:43Z,
// 17 June 2018.
func ParseDate(s string) (*Date, error) { return article.ParseDate(s) }

func readingOf(options []ReadOption) *reading {
	var r reading
	for _, o := range options {
		o(&r)
	}
	return &r
}

// english leaves out what is not English, and adds that to err.
func (r *reading) english(articles []*Article, err error) ([]*Article, error) {
	if r.anyLanguage {
		return articles, err
	}
	articles, foreign := article.English(articles)
	return articles, join(err, foreign)
}

// join returns errors as one flat list; nil if there is none.
func join(errs ...error) error {
	var all *multierror.Error
	for _, err := range errs {
		if err != nil {
			all = multierror.Append(all, err)
		}
	}
	if all != nil {
		all.ErrorFormat = onePerLine
	}
	return all.ErrorOrNil()
}

func onePerLine(errs []error) string {
	lines := make([]string, len(errs))
	for i, err := range errs {
		lines[i] = strings.TrimRight(err.Error(), "\n")
	}
	return strings.Join(lines, "\n")
}
