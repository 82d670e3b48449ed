package main

import (
	"io"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// A progress shows how many articles of a long run have been checked, on a
// terminal only: with the count, the rate and the time that is left.
type progress struct {
	mu      sync.Mutex
	err     io.Writer
	started time.Time
	bar     *progressbar.ProgressBar // nil until the run is known to be long
}

// longRun is how long a run takes before its progress is worth showing.
const longRun = time.Second

// progressOn returns a progress on the terminal err, nil if it is none.
func progressOn(err io.Writer) *progress {
	f, ok := fileOf(err)
	if !ok || os.Getenv("TERM") == "dumb" || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return &progress{err: f, started: time.Now()}
}

// checked notes that so many of all articles have been checked.
func (p *progress) checked(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == nil {
		if time.Since(p.started) < longRun || done == total {
			return
		}
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.err), progressbar.OptionSetDescription("checking"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
			progressbar.OptionSetWidth(20), progressbar.OptionThrottle(time.Second/10), progressbar.OptionClearOnFinish())
	}
	if int64(done) > p.bar.State().CurrentNum {
		_ = p.bar.Set(done)
	}
}

// end takes the bar away.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
