package page

import (
	"sync"

	"factcheck/internal/text"
)

// A Scratch lends slices to readers that fill them anew for each sentence, so
// that a document does not pay for their growth.
type Scratch[T any] struct{ pool sync.Pool }

// Lend sets an empty slice into place and returns what takes it back.
func (s *Scratch[T]) Lend(place *[]T) (takeBack func()) {
	kept, _ := s.pool.Get().(*[]T)
	if kept == nil {
		kept = new([]T)
	}
	*place = (*kept)[:0]
	return func() {
		if cap(*place) <= maxScratch {
			*kept = (*place)[:0]
			s.pool.Put(kept)
		}
		*place = nil
	}
}

// maxScratch is the most elements of a slice that is kept: more than a sentence
// of prose has.
const maxScratch = 4096

var (
	TokenScratch Scratch[Token]
	WordScratch  Scratch[text.Word]
)
