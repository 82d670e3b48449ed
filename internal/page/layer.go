package page

import (
	"sync"
)

// A layer is something that is read from a document at most once, when it is
// first asked for, and kept with the document. A layer may ask for others, but
// not, by way of them, for itself. Several goroutines may ask at once.
type layer[T any] struct {
	number int // of the place where it is kept
	read   func(*Page) T
}

// kinds counts the layers that there are; all are made before the program begins.
var kinds int

// NewLayer returns the layer that read reads. It is for variables of packages.
func NewLayer[T any](read func(*Page) T) *layer[T] {
	kinds++
	return &layer[T]{kinds - 1, read}
}

// Of returns the layer of a document. What a panic has ended panics again.
func (l *layer[T]) Of(d *Page) T {
	k := d.layers.place(l.number)
	k.once.Do(func() {
		k.panicked = true
		defer func() {
			if k.panicked {
				k.value = recover()
				panic(k.value)
			}
		}()
		k.value = l.read(d)
		k.panicked = false
	})
	if k.panicked {
		panic(k.value)
	}
	return k.value.(T)
}

// Layers are what has been read of a document.
type layers struct {
	made   sync.Once
	places []kept
}

// A kept is one layer of a document, or the panic that ended its reading.
type kept struct {
	once     sync.Once
	panicked bool
	value    any
}

func (l *layers) place(number int) *kept {
	l.made.Do(func() { l.places = make([]kept, kinds) })
	return &l.places[number]
}
