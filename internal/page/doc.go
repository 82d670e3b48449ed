// Package page reads an article once: a [Page] holds its sentences with their
// words, names and times, and in layers what others read from these when it is
// first asked for.
package page
