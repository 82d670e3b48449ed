//go:build race

package tag_test

// Under the race detector a pool drops what it is given now and then.
func init() { pooled = false }
