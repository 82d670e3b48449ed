//go:build race

package syntax_test

// raced tells that the race detector runs, under which a sync.Pool forgets at random.
const raced = true
