package files

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// How long to wait for a lock, and how often to look.
const (
	lockWait  = 30 * time.Second
	lockRetry = 5 * time.Millisecond
)

// Lock keeps other processes that call it from the file until unlock is
// called; it waits for them up to half a minute. The lock is one on a hidden
// file beside it, which unlock removes. What a killed process leaves of it
// locks nothing.
func Lock(path string) (unlock func(), err error) {
	path = behindLinks(path)
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	for {
		l := flock.New(name, flock.SetPermissions(0o666))
		_, err := l.TryLockContext(ctx, lockRetry)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return nil, &fs.PathError{Op: "lock", Path: path, Err: fmt.Errorf("another process has held %s for %v", name, lockWait)}
		case err != nil:
			return nil, pathError("lock", path, err)
		case current(l, name):
			return func() { release(l, name) }, nil
		}
		_ = l.Unlock() // the file was removed by the process that held it
	}
}

// current reports whether name is still that of the file that l locks.
func current(l *flock.Flock, name string) bool {
	locked, err := l.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(name)
	return err == nil && os.SameFile(locked, now)
}

// release removes the lock's file while it is locked, so that nobody comes to
// lock another one in its place. Windows removes no file that is open: there it
// goes afterwards, unless somebody has opened it.
func release(l *flock.Flock, name string) {
	_ = os.Remove(name)
	_ = l.Unlock()
	if runtime.GOOS == "windows" {
		_ = os.Remove(name)
	}
}
