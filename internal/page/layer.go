package page

import (
	"sync"
)

// A layer is something that is read from a document at most once, when it is
// first asked for, and kept with the document. A layer may ask for others, but
// not, by way of them, for itself. Several goroutines may ask at once.
type layer[T any] struct{ read func(*Page) T }

// NewLayer returns the layer that read reads.
func NewLayer[T any](read func(*Page) T) *layer[T] { return &layer[T]{read} }

// Of returns the layer of a document.
func (l *layer[T]) Of(d *Page) T {
	return d.Layers.reader(l, func() any { return l.read(d) })().(T)
}

// Layers are what has been read of a document.
type layers struct {
	mu   sync.Mutex
	Kept map[any]func() any
}

// reader returns what reads a layer the first time that it is called. What a panic
// has ended panics again.
func (l *layers) reader(key any, read func() any) func() any {
	l.mu.Lock()
	defer l.mu.Unlock()
	once := l.Kept[key]
	if once == nil {
		if l.Kept == nil {
			l.Kept = map[any]func() any{}
		}
		once = sync.OnceValue(read)
		l.Kept[key] = once
	}
	return once
}
