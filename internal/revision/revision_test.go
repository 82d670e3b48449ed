package revision_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"factcheck/internal/revision"
)

// repository makes a repository with one commit, which has a.md and b/é c.md, and
// then changes a.md on disk.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	root := t.TempDir()
	put := func(name, text string) {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("a.md", "one\n")
	put("b/é c.md", "no line end")
	for _, args := range [][]string{
		{"init", "--quiet"}, {"add", "."},
		{"-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--no-verify", "-m", "first"},
	} {
		c := exec.Command("git", append([]string{"-C", root}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	put("a.md", "two\n")
	put("new.md", "new\n")
	return root
}

func TestFile(t *testing.T) {
	root := repository(t)
	r := revision.Named("HEAD")
	defer r.Close()
	for _, tt := range []struct {
		path, want string
		err        error
	}{
		{"a.md", "one\n", nil},
		{"b/é c.md", "no line end", nil},
		{"new.md", "", fs.ErrNotExist},
		{"b", "", fs.ErrNotExist},
		{"x\ny.md", "", fs.ErrNotExist},
		{"a.md", "one\n", nil},
	} {
		got, err := r.File(filepath.Join(root, tt.path), 1<<20)
		if string(got) != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%q: %q, %v; want %q, %v", tt.path, got, err, tt.want, tt.err)
		}
	}
	if _, err := r.File(filepath.Join(root, "a.md"), 3); err == nil {
		t.Error("a file over the limit is read")
	}
	if got, err := r.File(filepath.Join(root, "b/é c.md"), 1<<20); string(got) != "no line end" || err != nil {
		t.Errorf("behind a file over the limit: %q, %v", got, err)
	}
}

// A repository that a hook of git names in the environment is not asked.
func TestHook(t *testing.T) {
	root := repository(t)
	t.Setenv("GIT_DIR", t.TempDir())
	r := revision.Named("HEAD")
	defer r.Close()
	if got, err := r.File(filepath.Join(root, "a.md"), 1<<20); string(got) != "one\n" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestUnknown(t *testing.T) {
	root := repository(t)
	for _, name := range []string{"none", "--help", "HEAD:a.md", ""} {
		r := revision.Named(name)
		if _, err := r.File(filepath.Join(root, "a.md"), 1<<20); err == nil {
			t.Errorf("%q is a revision", name)
		}
		r.Close()
	}
	r := revision.Named("HEAD")
	defer r.Close()
	if _, err := r.File(filepath.Join(t.TempDir(), "a.md"), 1<<20); !errors.Is(err, revision.ErrOutside) {
		t.Errorf("outside of a repository: %v", err)
	}
}
