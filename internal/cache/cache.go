// Package cache keeps what a command printed, so that it need not run again while
// nothing that it looked at has changed: as the go command does with tests. An entry
// holds the sums of all files that were read (articles, sources, rules,
// configurations and the rest), the names in the folders, and the output. It is
// looked up by the program and its command line, of which only the last run is kept,
// so that a cache does not grow with the runs.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"factcheck/internal/files"
	"factcheck/internal/parallel"
)

// A Cache is a folder of entries.
type Cache struct{ folder string }

// An Output is what a command wrote, and its exit code.
type Output struct {
	Out, Err []byte
	Code     int
	Files    []File
}

// A File is a file that a command wrote.
type File struct {
	Path string
	Data []byte
}

// An entry is what is stored.
type entry struct {
	Kinds, Names, Was []string // of the reads
	Output            Output
}

// head begins the file of an entry. The sum of what follows comes behind it.
const head = "factcheck cache 1\n"

// maxEntry is the most that an entry may hold, in bytes; a longer output is not
// kept.
const maxEntry = 64 << 20

// Open returns the cache in a folder, which is made if it is not there, for the user
// alone: it holds passages of articles.
func Open(folder string) (*Cache, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	ignore := filepath.Join(folder, ".gitignore")
	if _, err := os.Lstat(ignore); err != nil {
		if err := os.WriteFile(ignore, []byte("*\n"), 0o600); err != nil {
			return nil, err
		}
	}
	return &Cache{folder}, nil
}

// file returns the file for the entry of a key.
func (c *Cache) file(key []string) string {
	sum := sha256.Sum256([]byte(strings.Join(key, "\x00")))
	return filepath.Join(c.folder, hex.EncodeToString(sum[:16])+".entry")
}

// Get returns what was printed by the run of a key, if all that it looked at is as
// it was. An entry that is not whole is none.
func (c *Cache) Get(key []string) (*Output, bool) {
	data, err := files.Read(c.file(key), maxEntry, false)
	if err != nil {
		return nil, false
	}
	e, ok := decode(data)
	if !ok {
		return nil, false
	}
	var changed atomic.Bool
	parallel.Each(len(e.Kinds), func(i int) {
		r := read{kind(e.Kinds[i]), e.Names[i], e.Was[i]}
		if !changed.Load() && !r.holds() {
			changed.Store(true)
		}
	})
	return &e.Output, !changed.Load()
}

// Put stores what was printed by the run of a key, and what it looked at. A run that
// met a file in two states is not stored.
func (c *Cache) Put(key []string, log *Log, out *Output) error {
	log.mu.Lock()
	defer log.mu.Unlock()
	e := entry{Output: *out}
	was := map[read]bool{}
	for r := range log.all {
		thing := read{kind: r.kind, name: r.name}
		if was[thing] {
			return nil
		}
		was[thing] = true
	}
	reads := make([]read, 0, len(log.all))
	for r := range log.all {
		reads = append(reads, r)
	}
	slices.SortFunc(reads, func(a, b read) int { return strings.Compare(string(a.kind)+a.name, string(b.kind)+b.name) })
	for _, r := range reads {
		e.Kinds, e.Names, e.Was = append(e.Kinds, string(r.kind)), append(e.Names, r.name), append(e.Was, r.was)
	}
	data, err := encode(&e)
	if err != nil || len(data) > maxEntry {
		return err
	}
	return files.WriteBytes(c.file(key), data)
}

func encode(e *entry) ([]byte, error) {
	var body bytes.Buffer
	if err := gob.NewEncoder(&body).Encode(e); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body.Bytes())
	return slices.Concat([]byte(head), sum[:], body.Bytes()), nil
}

func decode(data []byte) (e entry, ok bool) {
	body, ok := bytes.CutPrefix(data, []byte(head))
	if !ok || len(body) < sha256.Size {
		return e, false
	}
	sum, body := body[:sha256.Size], body[sha256.Size:]
	if is := sha256.Sum256(body); !bytes.Equal(is[:], sum) {
		return e, false
	}
	err := gob.NewDecoder(bytes.NewReader(body)).Decode(&e)
	return e, err == nil && len(e.Kinds) == len(e.Names) && len(e.Kinds) == len(e.Was)
}
