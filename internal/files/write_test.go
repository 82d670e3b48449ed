package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// TestMain is also the program that the tests kill and starve.
func TestMain(m *testing.M) {
	switch os.Getenv("FILES_TEST_CHILD") {
	case "":
		os.Exit(m.Run())
	case "write":
		exit(WriteBytes(os.Args[1], content('n')))
	case "rewrite":
		for i := 0; ; i++ {
			if err := WriteBytes(os.Args[1], content('a'+byte(i%26))); err != nil {
				exit(err)
			}
			fmt.Println(i)
		}
	case "create":
		exit(Create(os.Args[1], content('n')))
	case "append":
		exit(appendLine(os.Args[1], os.Args[2]))
	}
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(0)
}

// content is 256 KiB of one letter.
func content(letter byte) []byte { return bytes.Repeat([]byte{letter}, 256<<10) }

func appendLine(path, line string) error {
	unlock, err := Lock(path)
	if err != nil {
		return err
	}
	defer unlock()
	old, err := Read(path, 1<<20, false)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return WriteBytes(path, append(old, line+"\n"...))
}

// child returns this test as a program; under sh where limit says how much it
// may write, in blocks.
func child(mode, limit string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	if limit != "" {
		c = exec.Command("sh", append([]string{"-c", "ulimit -f " + limit + "; exec \"$0\" \"$@\"", os.Args[0]}, args...)...)
	}
	c.Env = append(os.Environ(), "FILES_TEST_CHILD="+mode)
	return c
}

func unixOnly(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no sh, no ulimit")
	}
}

// only fails the test unless the folder holds just these names.
func only(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

func TestWriteReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	for _, text := range []string{"one", "two", ""} {
		if err := WriteBytes(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("%q, %v; want %q", got, err, text)
		}
	}
	only(t, dir, "a.json")
}

func TestWriteKeepsPermissions(t *testing.T) {
	unixOnly(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := WriteBytes(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v; want 0640", info.Mode(), err)
	}
	// A new file is as os.Create makes one.
	f, err := os.Create(filepath.Join(dir, "plain"))
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := WriteBytes(filepath.Join(dir, "new"), nil); err != nil {
		t.Fatal(err)
	}
	plain, _ := os.Stat(filepath.Join(dir, "plain"))
	if made, err := os.Stat(filepath.Join(dir, "new")); err != nil || made.Mode() != plain.Mode() {
		t.Errorf("a new file is %v, want %v (%v)", made.Mode(), plain.Mode(), err)
	}
}

func TestWriteFollowsLinks(t *testing.T) {
	unixOnly(t)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, step := range [][2]string{{"real/a", "middle"}, {"middle", "link"}, {"real/none", "dangling"}} {
		if err := os.Symlink(step[0], filepath.Join(dir, step[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "real", "a"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, real := range map[string]string{"link": "a", "dangling": "none"} {
		if err := WriteBytes(filepath.Join(dir, link), []byte(link)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "real", real)); err != nil || string(got) != link {
			t.Errorf("real/%s holds %q, %v; want %q", real, got, err, link)
		}
		if info, err := os.Lstat(filepath.Join(dir, link)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is a link no more", link)
		}
	}
	only(t, dir, "dangling", "link", "middle", "real")
	only(t, filepath.Join(dir, "real"), "a", "none")
}

func TestWriteDevice(t *testing.T) {
	unixOnly(t)
	if err := WriteBytes(os.DevNull, content('x')); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	err := WriteBytes("/dev/full", content('x'))
	if err == nil || !strings.Contains(err.Error(), "/dev/full") {
		t.Errorf("%v does not name /dev/full", err)
	}
}

// An error of whoever writes, or of the disk, leaves the old file.
func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	broken := errors.New("broken")
	failing := func(w io.Writer) error {
		_, _ = w.Write(content('x'))
		return broken
	}
	if err := Write(path, failing); !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
	only(t, dir)
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, failing); !errors.Is(err, broken) || !strings.Contains(err.Error(), "left as it was") {
		t.Errorf("%v, want %v (the file is left as it was)", err, broken)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("%q, want the old content", got)
	}
	only(t, dir, "a.json")
	if err := WriteBytes(dir, nil); err == nil {
		t.Error("a folder was written to")
	}
}

// A full disk, here a limit of the size of a file, leaves the old file and
// nothing else.
func TestFullDisk(t *testing.T) {
	unixOnly(t)
	for _, limit := range []string{"0", "1", "100"} {
		for _, mode := range []string{"write", "create"} {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.json")
			var want []string
			if mode == "write" {
				if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
					t.Fatal(err)
				}
				want = []string{"a.json"}
			}
			out, err := child(mode, limit, path).CombinedOutput()
			var failed *exec.ExitError
			if !errors.As(err, &failed) || failed.ExitCode() != 2 || !bytes.Contains(out, []byte(path)) {
				t.Errorf("%s under ulimit -f %s: %v, %s", mode, limit, err, out)
			}
			only(t, dir, want...)
			if got, _ := os.ReadFile(path); mode == "write" && string(got) != "old" {
				t.Errorf("ulimit -f %s leaves %d bytes, want the old content", limit, len(got))
			}
		}
	}
}

// A process that is killed while it writes leaves one whole content.
func TestKilled(t *testing.T) {
	unixOnly(t)
	path := filepath.Join(t.TempDir(), "a.json")
	if err := os.WriteFile(path, content('a'), 0o644); err != nil {
		t.Fatal(err)
	}
	for round := range 20 {
		c := child("rewrite", "", path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// The pipe tells when it has written a few times; where in the next
		// one it is by then is up to chance.
		if _, err := io.ReadFull(out, make([]byte, 2+round%7)); err != nil {
			t.Fatal(err)
		}
		for range round * 20_000 {
			runtime.NumGoroutine()
		}
		_ = c.Process.Kill()
		_ = c.Wait()
		got, err := os.ReadFile(path)
		if err != nil || len(got) != 256<<10 || !bytes.Equal(got, content(got[0])) {
			t.Fatalf("round %d leaves %d bytes that are no whole content (%v)", round, len(got), err)
		}
	}
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.yaml")
	if err := Create(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := Create(path, []byte("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, want that there is one", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one" {
		t.Errorf("%q, want one", got)
	}
	if err := linkNew(path, path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v: a file that came meanwhile is overwritten", err)
	}
	only(t, dir, "a.yaml")
}

// Sixteen processes that each add a line to one list add sixteen lines, and
// the locks leave nothing behind.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list")
	const n = 16
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			if out, err := child("append", "", path, fmt.Sprint("line ", i)).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if !strings.Contains("\n"+string(got), fmt.Sprintf("\nline %d\n", i)) {
			t.Errorf("line %d is lost", i)
		}
	}
	only(t, dir, "list")
}
