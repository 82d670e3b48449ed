// Package sums reads amounts beside what they are made of: totals and their
// parts, shares, margins, counts of what is then named, changes with both ends.
package sums
