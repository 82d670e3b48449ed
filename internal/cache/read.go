package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"factcheck/internal/config"
	"factcheck/internal/files"
	"factcheck/internal/revision"
)

// A kind of things that a run depends on.
type kind string

const (
	fileKind     kind = "file"     // the bytes of a file
	folderKind   kind = "folder"   // the names in a folder and below, hidden ones left out
	configKind   kind = "config"   // which configuration is the nearest to a folder
	revisionKind kind = "revision" // which commit a revision is, of a repository
)

// A read is something that a run looked at, and what it was.
type read struct {
	kind kind
	name string // a path; of a revision, its name, NUL and the root of the repository
	was  string
}

// nothing is what a file or folder is that cannot be read.
const nothing = "-"

// holds reports whether the read would come out again as it did.
func (r *read) holds() bool {
	switch r.kind {
	case fileKind:
		data, err := files.Read(r.name, math.MaxInt32, false)
		return sumOf(data, err) == r.was
	case folderKind:
		return namesIn(r.name) == r.was
	case configKind:
		return config.Find(r.name) == r.was
	case revisionKind:
		name, root, _ := strings.Cut(r.name, "\x00")
		return commitOf(name, root) == r.was
	}
	return false
}

func sumOf(data []byte, err error) string {
	if err != nil {
		return nothing
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// namesIn returns a sum of the names in a folder and below.
func namesIn(root string) string {
	sum := sha256.New()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != root && strings.HasPrefix(filepath.Base(path), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		_, err = sum.Write([]byte(entry.Type().String() + path + "\x00"))
		return err
	})
	if err != nil {
		return nothing
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func commitOf(name, root string) string {
	r := revision.Named(name)
	defer r.Close()
	_, commit, err := r.Commit(filepath.Join(root, ".git"))
	if err != nil {
		return nothing
	}
	return commit
}

// A Log gathers what a run looks at. Its methods may be called at once.
type Log struct {
	mu   sync.Mutex
	all  map[read]bool
	stop func()
}

// StartLog begins to log the files that are read.
func StartLog() *Log {
	l := &Log{all: map[read]bool{}}
	l.stop = files.Observe(func(path string, data []byte, err error) { l.add(fileKind, path, sumOf(data, err)) })
	return l
}

// Stop ends it.
func (l *Log) Stop() { l.stop() }

func (l *Log) add(kind kind, name, was string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all[read{kind, name, was}] = true
}

// Path logs the names in a folder, or that a file is there or is not. A nil Log
// logs nothing, here and below.
func (l *Log) Path(path string) {
	if l == nil {
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		l.add(fileKind, path, nothing)
	case info.IsDir():
		l.add(folderKind, path, namesIn(path))
	}
}

// Config logs which configuration is the nearest to a folder.
func (l *Log) Config(folder, found string) {
	if l != nil {
		l.add(configKind, folder, found)
	}
}

// Revision logs which commit a revision is in the repository at root.
func (l *Log) Revision(name, root, commit string) {
	if l != nil {
		l.add(revisionKind, name+"\x00"+root, commit)
	}
}
