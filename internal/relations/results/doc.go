// Package results reads how votes and games ended, beside the words that tell who
// won, and tables beside their totals.
package results
