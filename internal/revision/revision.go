// Package revision reads files as they stood in a revision of their git
// repository. It asks the git program, which has to be there where a
// repository is worked in, and knows all its forms (packs, worktrees, partial
// clones, object formats to come); a library would have to follow them.
package revision

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// ErrOutside is the error for a file that lies in no git repository.
var ErrOutside = errors.New("the file lies in no git repository")

// A Revision gives the files of one revision, which may be that of several
// repositories. It must be closed. One goroutine at a time may use it.
type Revision struct {
	name  string
	repos map[string]*repository // by root; nil where the revision is not known
	errs  map[string]error       // likewise
}

// Named returns the revision that git knows by a name: a branch, a tag, a commit,
// "origin/main", "HEAD~3". Nothing is read yet.
func Named(name string) *Revision {
	return &Revision{name: name, repos: map[string]*repository{}, errs: map[string]error{}}
}

// File returns the bytes of a file as the revision has it, at most limit. The
// error is [fs.ErrNotExist] where the revision has no such file, and [ErrOutside]
// where there is no repository.
func (r *Revision) File(path string, limit int) ([]byte, error) {
	repo, inside, err := r.repository(path)
	if err != nil {
		return nil, err
	}
	return repo.file(inside, limit)
}

// Commit returns the root of the repository of a file, and the id of the commit that
// the revision is there. Its errors are those of [Revision.File].
func (r *Revision) Commit(path string) (root, commit string, err error) {
	repo, _, err := r.repository(path)
	if err != nil {
		return "", "", err
	}
	return repo.root, repo.commit, nil
}

// repository returns the repository of a file, and the file's path in it.
func (r *Revision) repository(path string) (repo *repository, inside string, err error) {
	root, inside, err := locate(path)
	if err != nil {
		return nil, "", err
	}
	if r.repos[root] == nil && r.errs[root] == nil {
		r.repos[root], r.errs[root] = open(root, r.name)
	}
	return r.repos[root], inside, r.errs[root]
}

// Close ends what was begun.
func (r *Revision) Close() {
	for _, repo := range r.repos {
		if repo != nil {
			repo.close()
		}
	}
}

// locate returns the root of the repository of a file, and the file's path in it,
// with slashes.
func locate(path string) (root, inside string, err error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", "", err
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return "", "", err
	}
	abs = filepath.Join(folder, filepath.Base(abs))
	for root = folder; ; root = filepath.Dir(root) {
		if _, err := os.Lstat(filepath.Join(root, ".git")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			return "", "", ErrOutside
		}
	}
	inside, err = filepath.Rel(root, abs)
	return root, filepath.ToSlash(inside), err
}

// A repository is a git process that is asked for one file after the other.
type repository struct {
	root   string
	commit string
	git    *exec.Cmd
	ask    io.WriteCloser
	answer *bufio.Reader
}

// open resolves a revision in the repository at root.
func open(root, name string) (*repository, error) {
	out, err := git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}").Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("the git program is not installed")
	}
	if err != nil {
		return nil, fmt.Errorf("git knows no revision %q in %s (see its spelling; a shallow clone has to be fetched in full)", name, root)
	}
	r := &repository{root: root, commit: strings.TrimSpace(string(out)), git: git(root, "cat-file", "--batch")}
	answer, err := r.git.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if r.ask, err = r.git.StdinPipe(); err != nil {
		return nil, err
	}
	r.answer = bufio.NewReader(answer)
	return r, r.git.Start()
}

// git returns a command in the repository at root, without the variables by which
// git tells its hooks of another.
func git(root string, args ...string) *exec.Cmd {
	c := exec.Command("git", append([]string{"-C", root}, args...)...)
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); !strings.HasPrefix(name, "GIT_") {
			c.Env = append(c.Env, v)
		}
	}
	return c
}

// file asks for one file. Git answers with a line "ID blob SIZE", the bytes and a
// line end, or with a line that says what is wrong.
func (r *repository) file(path string, limit int) ([]byte, error) {
	if strings.ContainsAny(path, "\n\r") {
		return nil, fs.ErrNotExist // the line would end there
	}
	if _, err := fmt.Fprintf(r.ask, "%s:%s\n", r.commit, path); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	head, err := r.answer.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	fields := strings.Fields(head)
	size := -1
	if len(fields) == 3 && fields[1] != "missing" {
		size, err = strconv.Atoi(fields[2])
	}
	if size < 0 || err != nil {
		return nil, fs.ErrNotExist
	}
	data, err := r.body(size, limit)
	if err == nil && fields[1] != "blob" {
		return nil, fs.ErrNotExist // a folder, or another repository
	}
	return data, err
}

// body reads size bytes and the line end behind them.
func (r *repository) body(size, limit int) ([]byte, error) {
	if size > limit {
		_, err := io.CopyN(io.Discard, r.answer, int64(size)+1)
		return nil, errors.Join(fmt.Errorf("the file is larger than %d MiB", limit>>20), err)
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(r.answer, data); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return data[:size], nil
}

func (r *repository) close() {
	_ = r.ask.Close()
	_ = r.git.Wait() // it ends with its input
}
