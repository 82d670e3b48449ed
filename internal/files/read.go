// Package files reads and writes what lies on disk: it reads regular files up
// to a limit, replaces files as a whole or not at all, and locks lists that are
// read, changed and written.
package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
)

// A Refusal says why something is not read although it is there.
type Refusal struct {
	Message, Hint string // Hint says what to do; it may be empty
}

// Error returns "message (hint)".
func (r *Refusal) Error() string {
	if r.Hint == "" {
		return r.Message
	}
	return r.Message + " (" + r.Hint + ")"
}

// ErrPipe is the refusal of a named pipe by a [Pipes] of false.
var ErrPipe = &Refusal{Message: "this is a pipe, not a regular file"}

// Pipes says whether named pipes may be read.
type Pipes bool

// Read returns the bytes of a regular file of at most limit bytes. A pipe is
// read where pipes is true, and the null device is empty; nothing else is opened.
// The limit counts the bytes that are read, whatever the file says of its size.
// The error is an *fs.PathError, around a *Refusal where the file is there and
// not read.
func Read(path string, limit int, pipes Pipes) ([]byte, error) {
	data, err := read(path, limit, pipes)
	if observe := observer.Load(); observe != nil {
		(*observe)(path, data, err)
	}
	return data, err
}

// observer is told of every file that is read.
var observer atomic.Pointer[func(path string, data []byte, err error)]

// Observe has f told what [Read] reads from now on, and what it cannot read; from
// several goroutines. It returns how to end that.
func Observe(f func(path string, data []byte, err error)) (stop func()) {
	observer.Store(&f)
	return func() { observer.Store(nil) }
}

func read(path string, limit int, pipes Pipes) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() && isNull(info) {
		return nil, nil
	}
	if err := refuse(info, limit, pipes); err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// Between the two calls the name may have come to mean another file.
	if info, err = f.Stat(); err != nil {
		return nil, err
	}
	if err := refuse(info, limit, pipes); err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	data, err := ReadAll(f, limit, int(info.Size()))
	if err == nil {
		return data, nil
	}
	return nil, pathError("read", path, err)
}

// refuse says why a file is not read, nil if nothing speaks against it.
func refuse(info fs.FileInfo, limit int, pipes Pipes) error {
	switch mode := info.Mode(); {
	case mode.IsRegular() && info.Size() > int64(limit):
		return TooLarge(limit)
	case mode.IsRegular() || mode&fs.ModeNamedPipe != 0 && bool(pipes):
		return nil
	case mode&fs.ModeNamedPipe != 0:
		return ErrPipe
	case mode.IsDir():
		return &Refusal{Message: "this is a folder"}
	case mode&fs.ModeDevice != 0:
		return &Refusal{Message: "this is a device, not a regular file"}
	}
	return &Refusal{Message: "this is not a regular file"}
}

// isNull reports whether info is that of the null device.
func isNull(info fs.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}

// TooLarge returns the refusal of what holds more than limit bytes.
func TooLarge(limit int) *Refusal {
	size := fmt.Sprintf("%d KiB", limit>>10)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%d MiB", limit>>20)
	}
	return &Refusal{Message: "the file is larger than " + size, Hint: "split it"}
}

// The pieces in which a stream of unknown length is read, in bytes.
const (
	firstPiece = 8 << 10
	maxPiece   = 1 << 20
)

// ReadAll reads src to its end, at most limit bytes; more is a *Refusal. size
// is how much is expected, 0 if that is not known; it decides on speed only. A
// stream that never ends costs limit bytes of memory, and little more.
func ReadAll(src io.Reader, limit, size int) ([]byte, error) {
	src = io.LimitReader(src, int64(limit)+1)
	piece := firstPiece
	if 0 < size && size <= limit {
		piece = size + 1 // the end is seen without a second piece
	}
	var full [][]byte
	total := 0
	for {
		next := make([]byte, piece)
		n, err := io.ReadFull(src, next)
		total += n
		switch {
		case total > limit:
			return nil, TooLarge(limit)
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			return joined(full, next[:n], total), nil
		case err != nil:
			return nil, err
		}
		full = append(full, next)
		piece = min(2*max(piece, firstPiece), maxPiece)
	}
}

func joined(full [][]byte, last []byte, total int) []byte {
	if len(full) == 0 {
		return last
	}
	out := make([]byte, 0, total)
	for _, piece := range full {
		out = append(out, piece...)
	}
	return append(out, last...)
}

// pathError returns err as an error of path, without the path that it names
// itself.
func pathError(op, path string, err error) *fs.PathError {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		err = inner.Err
	}
	if inner, ok := errors.AsType[*os.LinkError](err); ok {
		err = inner.Err
	}
	return &fs.PathError{Op: op, Path: path, Err: err}
}
