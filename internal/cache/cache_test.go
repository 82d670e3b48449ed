package cache_test

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/cache"
	"factcheck/internal/files"
)

// stored returns a cache with one entry, which depends on a file, a folder and the
// absence of another file, and the file of the entry.
func stored(t *testing.T) (c *cache.Cache, root, entry string) {
	t.Helper()
	root = t.TempDir()
	put(t, filepath.Join(root, "in", "a.md"), "one")
	c, err := cache.Open(filepath.Join(root, "cache"))
	if err != nil {
		t.Fatal(err)
	}
	log := cache.StartLog()
	defer log.Stop()
	log.Path(filepath.Join(root, "in"))
	log.Path(filepath.Join(root, "none.yaml"))
	if _, err := files.Read(filepath.Join(root, "in", "a.md"), 1<<20, false); err != nil {
		t.Fatal(err)
	}
	if err := c.Put([]string{"key"}, log, want); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(root, "cache", "*.entry"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%q, %v", found, err)
	}
	return c, root, found[0]
}

var want = &cache.Output{Out: []byte("out\n"), Err: []byte("err\n"), Code: 1, Files: []cache.File{{Path: "r.json", Data: []byte("{}")}}}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestGet(t *testing.T) {
	c, _, _ := stored(t)
	got, ok := c.Get([]string{"key"})
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("found %v (-want +got):\n%s", ok, diff)
	}
	if _, ok := c.Get([]string{"other"}); ok {
		t.Error("another command line has the entry")
	}
}

// What a run looked at, changed in any way, makes it run again.
func TestChanged(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, root string){
		"a byte":   func(t *testing.T, root string) { put(t, filepath.Join(root, "in", "a.md"), "two") },
		"one more": func(t *testing.T, root string) { put(t, filepath.Join(root, "in", "deep", "b.md"), "new") },
		"one less": func(t *testing.T, root string) { _ = os.Remove(filepath.Join(root, "in", "a.md")) },
		"now there": func(t *testing.T, root string) {
			put(t, filepath.Join(root, "none.yaml"), "")
		},
	} {
		c, root, _ := stored(t)
		change(t, root)
		if _, ok := c.Get([]string{"key"}); ok {
			t.Errorf("%s: the entry still counts", name)
		}
	}
}

// An entry that was cut off or changed anywhere is discarded.
func TestCorrupt(t *testing.T) {
	c, _, entry := stored(t)
	whole, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		broken := bytes.Clone(whole)
		broken[i] ^= 1
		for _, data := range [][]byte{broken, whole[:i]} {
			put(t, entry, string(data))
			if _, ok := c.Get([]string{"key"}); ok {
				t.Fatalf("an entry of %d bytes, broken at %d, counts", len(data), i)
			}
		}
	}
}

// Runs that store at one time leave one whole entry.
func TestConcurrent(t *testing.T) {
	c, root, _ := stored(t)
	log := cache.StartLog()
	log.Stop()
	log.Path(filepath.Join(root, "in"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 10 {
				if err := c.Put([]string{"key"}, log, want); err != nil {
					t.Error(err)
				}
				if _, ok := c.Get([]string{"key"}); !ok {
					t.Error("no entry while others store theirs")
				}
			}
		})
	}
	wg.Wait()
}
