package files

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// tempForm is the name of a temporary file. It is short, so that it fits
// wherever the name of the target does, and hidden, so that no folder of
// articles or rules is taken to hold it.
const tempForm = ".factcheck-%016x.tmp"

// Write gives path the bytes that write writes, or leaves it as it was: they
// go to a temporary file beside it, which takes its place when they are on
// disk. A link is followed, an existing file keeps its permissions. A device, a
// pipe and this program's own output are written to directly, and then write
// gets the *os.File.
//
// The error is an *fs.PathError of path that says what became of the file.
func Write(path string, write func(io.Writer) error) error {
	t, err := targetOf(path)
	if err != nil {
		return pathError("write", path, err)
	}
	if t.direct != nil {
		err := write(t.direct)
		if closed := t.close(); err == nil {
			err = closed
		}
		if err != nil {
			return pathError("write", path, err)
		}
		return nil
	}
	if err := t.replace(write, os.Rename); err != nil {
		return t.failed(path, err)
	}
	return nil
}

// WriteBytes is [Write] of data.
func WriteBytes(path string, data []byte) error {
	return Write(path, func(w io.Writer) error { _, err := w.Write(data); return err })
}

// Create makes a new file of data, whole or not at all. Where there is one
// already, it stays as it is, and the error is [fs.ErrExist].
func Create(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	t := &target{path: path}
	err := t.replace(func(w io.Writer) error { _, err := w.Write(data); return err }, linkNew)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	case err != nil:
		return t.failed(path, err)
	}
	return nil
}

// linkNew renames a file unless the new name is taken.
func linkNew(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		return os.Remove(from)
	}
	if _, taken := os.Lstat(to); errors.Is(err, fs.ErrExist) || taken == nil {
		return fs.ErrExist
	}
	return os.Rename(from, to) // a file system without links
}

// A target is a file to be written.
type target struct {
	path   string      // behind all links
	old    fs.FileInfo // nil if it is new
	direct *os.File    // to be written to as it is; nil for a file that is replaced
	owned  bool        // direct is to be closed
}

func (t *target) close() error {
	if !t.owned {
		return nil
	}
	return t.direct.Close()
}

// targetOf finds out what path means.
func targetOf(path string) (*target, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &target{path: behindLinks(path)}, nil
	}
	if err != nil {
		return nil, err
	}
	for _, own := range []*os.File{os.Stdout, os.Stderr} {
		if at, err := own.Stat(); err == nil && os.SameFile(at, info) {
			return &target{direct: own}, nil
		}
	}
	flags := os.O_WRONLY
	if info.Mode().IsRegular() {
		real := behindLinks(path)
		if at, err := os.Lstat(real); err == nil && os.SameFile(at, info) {
			return &target{path: real, old: info}, writable(real)
		}
		flags |= os.O_TRUNC // a file without a name
	}
	f, err := os.OpenFile(path, flags, 0)
	return &target{direct: f, owned: true}, err
}

// writable returns why a file cannot be written to. Replacing it would only
// need the right to its folder.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// behindLinks follows the links of path to a name that is none, there or not.
func behindLinks(path string) string {
	const most = 40 // as many as Linux follows
	for range most {
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

// replace writes a temporary file and gives it the target's name by rename. It
// leaves no temporary file behind.
func (t *target) replace(write func(io.Writer) error, rename func(from, to string) error) error {
	f, err := createTemp(filepath.Dir(t.path))
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	buffered := bufio.NewWriterSize(f, 64<<10)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if t.old != nil {
		if err := f.Chmod(t.old.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := rename(f.Name(), t.path); err != nil {
		return err
	}
	done = true
	return nil
}

// createTemp makes a new file with the permissions of any new file, which
// os.CreateTemp would not give it.
func createTemp(dir string) (*os.File, error) {
	const tries = 1000
	var err error
	for range tries {
		var f *os.File
		f, err = os.OpenFile(filepath.Join(dir, fmt.Sprintf(tempForm, rand.Uint64())), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, err
}

// failed returns err as an error of path that says what became of it.
func (t *target) failed(path string, err error) error {
	p := pathError("write", path, err)
	if t.old != nil {
		p.Err = fmt.Errorf("%w (the file is left as it was)", p.Err)
	} else if !errors.Is(p.Err, fs.ErrNotExist) {
		p.Err = fmt.Errorf("%w (nothing is written)", p.Err)
	}
	return p
}
