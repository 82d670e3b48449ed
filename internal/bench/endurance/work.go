package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"factcheck/internal/article"
	"factcheck/internal/phrases"
)

// A text is one document to read.
type text struct {
	name    string
	article *article.Article
	phrases int
	depth   phrases.Depth
}

// maxShown bounds the bytes of a text that are shown with a fault.
const maxShown = 4000

func (x *text) source() string {
	if x.article == nil {
		return ""
	}
	return fmt.Sprintf("%.*q\n", maxShown, x.article.Text)
}

// totals count what became of the texts.
type totals struct {
	texts, phrases, panics, timeouts, errors, untrue atomic.Int64

	mu    sync.Mutex
	shown int
}

func (t *totals) faults() int {
	return int(t.panics.Load() + t.timeouts.Load() + t.errors.Load() + t.untrue.Load())
}

func (t *totals) String() string {
	return fmt.Sprintf("%d texts, %d phrases: %d panics, %d time-outs, %d errors, %d results untrue or out of place",
		t.texts.Load(), t.phrases.Load(), t.panics.Load(), t.timeouts.Load(), t.errors.Load(), t.untrue.Load())
}

// fault prints one fault, if not too many have been.
func (t *totals) fault(out io.Writer, limit int, x text, what string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.shown++; t.shown <= limit {
		fmt.Fprintf(out, "%s: %s\n", x.name, what)
	}
}

// readAll reads the texts that arrive, several at a time. after, if not nil, is
// called with each that was read and the time it took.
func (s *settings) readAll(texts <-chan text, out io.Writer, after func(text, time.Duration)) *totals {
	t := &totals{}
	var workers sync.WaitGroup
	for range s.workers {
		workers.Go(func() {
			for x := range texts {
				took := s.readOne(t, x, out)
				if after != nil {
					after(x, took)
				}
			}
		})
	}
	workers.Wait()
	return t
}

// readOne reads one text. One that takes longer than the limit is counted at once
// and left to itself.
func (s *settings) readOne(t *totals, x text, out io.Writer) time.Duration {
	begin := time.Now()
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.judge(t, x, out)
	}()
	timer := time.NewTimer(s.limit)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		t.timeouts.Add(1)
		t.fault(out, s.show, x, fmt.Sprintf("takes longer than %v", s.limit))
	}
	t.texts.Add(1)
	t.phrases.Add(int64(x.phrases))
	return time.Since(begin)
}

func (s *settings) judge(t *totals, x text, out io.Writer) {
	defer func() {
		if what := recover(); what != nil {
			t.panics.Add(1)
			t.fault(out, s.show, x, fmt.Sprintf("panic: %v\n%s%s", what, origin(debug.Stack()), x.source()))
		}
	}()
	wrong, err := phrases.Judge(x.article, s.opt, x.depth)
	if err != nil {
		t.errors.Add(1)
		t.fault(out, s.show, x, fmt.Sprintf("%v\n%s", err, x.source()))
	}
	for _, w := range wrong {
		t.untrue.Add(1)
		t.fault(out, s.show, x, w)
	}
}

// origin returns the lines of a stack below the panic that are ours.
func origin(stack []byte) string {
	var ours []string
	for line := range strings.Lines(string(stack)) {
		if strings.Contains(line, ".go:") && strings.Contains(line, "/timeline/") || strings.Contains(line, "/checker/") || strings.Contains(line, "/internal/") && !strings.Contains(line, "/bench/") {
			ours = append(ours, line)
		}
	}
	return strings.Join(ours[:min(len(ours), 8)], "")
}
