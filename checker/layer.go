package checker

import "sync"

// A layer is something that is read from a document at most once, when it is
// first asked for, and kept with the document. A layer may ask for others, but
// not, by way of them, for itself. Several goroutines may ask at once.
type layer[T any] struct{ read func(*document) T }

// layered returns the layer that read reads.
func layered[T any](read func(*document) T) *layer[T] { return &layer[T]{read} }

// of returns the layer of a document.
func (l *layer[T]) of(d *document) T {
	e := d.layers.entry(l)
	e.once.Do(func() { e.value = l.read(d) })
	return e.value.(T)
}

// Layers are what has been read of a document.
type layers struct {
	mu   sync.Mutex
	kept map[any]*layerEntry
}

type layerEntry struct {
	once  sync.Once
	value any
}

// entry returns the place of a layer.
func (l *layers) entry(key any) *layerEntry {
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.kept[key]
	if e == nil {
		if l.kept == nil {
			l.kept = map[any]*layerEntry{}
		}
		e = &layerEntry{}
		l.kept[key] = e
	}
	return e
}
