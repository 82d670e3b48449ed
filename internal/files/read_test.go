package files

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	for _, n := range []int{0, 1, 99, 100, 101, 5000} {
		if err := os.WriteFile(path, bytes.Repeat([]byte{'x'}, n), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := Read(path, 100, false)
		var refusal *Refusal
		switch {
		case n <= 100 && (err != nil || len(got) != n):
			t.Errorf("%d bytes, %v; want %d", len(got), err, n)
		case n > 100 && !errors.As(err, &refusal):
			t.Errorf("%d bytes over the limit are read: %v", n, err)
		}
	}
	for name, want := range map[string]string{
		dir:                       "this is a folder",
		"/dev/zero":               "this is a device, not a regular file",
		filepath.Join(dir, "no"):  "no such file or directory",
		os.DevNull:                "",
		filepath.Join(dir, "big"): "the file is larger than 0 KiB (split it)",
	} {
		if name == filepath.Join(dir, "big") {
			f, err := os.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			err = f.Truncate(4 << 30)
			f.Close()
			if err != nil {
				t.Logf("no sparse files here: %v", err)
				continue
			}
		}
		_, err := Read(name, 100, false)
		if err == nil && want != "" || err != nil && (want == "" || !strings.HasSuffix(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// endless has no end, and counts what is taken from it.
type endless struct{ taken int }

func (e *endless) Read(p []byte) (int, error) { e.taken += len(p); return len(p), nil }

func TestReadAll(t *testing.T) {
	for _, n := range []int{0, 1, firstPiece - 1, firstPiece, firstPiece + 1, 3 * maxPiece, 3*maxPiece + 5} {
		want := make([]byte, n)
		for i := range want {
			want[i] = byte(i * 7 >> 3)
		}
		for _, size := range []int{0, 1, n, n + 1, 10 * n} {
			got, err := ReadAll(iotest.HalfReader(bytes.NewReader(want)), n, size)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes with a guess of %d: %d bytes, %v", n, size, len(got), err)
			}
			if n > 0 {
				if _, err := ReadAll(bytes.NewReader(want), n-1, size); err == nil {
					t.Errorf("%d bytes pass a limit of one less", n)
				}
			}
		}
	}
	src := &endless{}
	if _, err := ReadAll(src, 5<<20, 0); err == nil || src.taken > 5<<20+1 {
		t.Errorf("%d bytes of an endless stream are taken, %v", src.taken, err)
	}
	broken := iotest.ErrReader(io.ErrClosedPipe)
	if _, err := ReadAll(broken, 100, 0); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v, want the error of the stream", err)
	}
}
