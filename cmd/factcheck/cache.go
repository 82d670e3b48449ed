package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"factcheck/internal/cache"
	"factcheck/internal/files"
)

// cacheFlags say whether a run may be repeated from what it printed last time. There
// is no cache unless a folder is named: drafts are nobody's business, and an entry
// holds passages of them.
type cacheFlags struct {
	folder string
	none   bool
}

func (f *cacheFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.folder, "cache", "", "`DIR` in which to keep what is printed, for as long as nothing changes that it was made of")
	c.Flags().BoolVar(&f.none, "no-cache", false, "keep nothing, and take nothing from the cache")
}

// A recording is a run whose output is kept. A nil recording keeps nothing.
type recording struct {
	cache    *cache.Cache
	key      []string
	log      *cache.Log
	out, err bytes.Buffer
	files    []cache.File
}

// repeated prints what the run printed before, and returns true, if nothing has
// changed; else it begins a recording.
func (f *checkFlags) repeated(s *streams, c *cobra.Command, paths []string) (code int, done bool) {
	if f.cache.folder == "" || f.cache.none || !f.repeatable(paths) {
		return 0, false
	}
	store, err := cache.Open(f.cache.folder)
	if err != nil {
		s.early += s.problems(fmt.Errorf("--cache: %w", fileProblem(f.cache.folder, err)))
		return 0, false
	}
	r := &recording{cache: store, key: runKey(s, c, paths)}
	if last, ok := store.Get(r.key); ok {
		return s.repeat(last), true
	}
	r.log = cache.StartLog()
	for _, path := range slices.Concat(paths, f.sources, f.rules) {
		r.log.Path(path)
	}
	r.log.Path(f.newFrom)
	s.recording = r
	return 0, false
}

// repeatable reports whether the flags allow a run to be kept: one that reads
// streams, explains a finding or writes a baseline is not.
func (f *checkFlags) repeatable(paths []string) bool {
	return !f.asked() && !f.stdin && f.writeBaseline == "" && !slices.Contains(slices.Concat(paths, f.sources), "-")
}

// runKey is all that decides on the output beside the files: the program, where it
// runs, its flags and arguments, and the terminal.
func runKey(s *streams, c *cobra.Command, paths []string) []string {
	key := append([]string{program(), fmt.Sprint(columns(s.out), coloured(s.out)), c.CommandPath()}, paths...)
	if here, err := os.Getwd(); err == nil {
		key = append(key, here)
	}
	c.Flags().VisitAll(func(f *pflag.Flag) { key = append(key, f.Name+"="+f.Value.String()+fmt.Sprint(f.Changed)) })
	return key
}

// program names this program: its version and, since one that is being worked on
// has always the same, the size and time of its file.
func program() string {
	name := version() + rulesHash()
	file, err := os.Executable()
	if err != nil {
		return name
	}
	if info, err := os.Stat(file); err == nil {
		name += fmt.Sprint(info.Size(), info.ModTime().UnixNano())
	}
	return name
}

// repeat writes an output again, and returns its exit code.
func (s *streams) repeat(o *cache.Output) int {
	problems := 0
	for _, f := range o.Files {
		if err := files.WriteBytes(f.Path, f.Data); err != nil {
			problems += s.problems(fmt.Errorf("%s: cannot write: %w", f.Path, err))
		}
	}
	_, _ = s.out.Write(o.Out) // the outlet keeps the error
	_, _ = s.err.Write(o.Err)
	if problems > 0 {
		return exitProblem
	}
	return o.Code
}

// finish stores what was recorded. A run with problems is not repeated: they may be
// gone by then.
func (s *streams) finish(code int) {
	r := s.recording
	if r == nil {
		return
	}
	r.log.Stop()
	if code != exitClean && code != exitFindings {
		return
	}
	if err := r.cache.Put(r.key, r.log, &cache.Output{Out: r.out.Bytes(), Err: r.err.Bytes(), Code: code, Files: r.files}); err != nil {
		s.problems(fmt.Errorf("--cache: %w", err)) // the next run is only slower
	}
}

// reads is the log of what a recorded run looks at, nil for another.
func (s *streams) reads() *cache.Log {
	if s == nil || s.recording == nil {
		return nil
	}
	return s.recording.log
}

// A copying writer keeps what is written. It is made from the start, for what comes
// before a recording counts.
type copying struct {
	io.Writer
	s  *streams
	to func(*recording) *bytes.Buffer
}

func (c *copying) Write(p []byte) (int, error) {
	if r := c.s.recording; r != nil {
		c.to(r).Write(p)
	}
	return c.Writer.Write(p)
}

func outOf(r *recording) *bytes.Buffer { return &r.out }
func errOf(r *recording) *bytes.Buffer { return &r.err }
