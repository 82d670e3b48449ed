// Package elapsed reads lengths of time beside the times that they lie between:
// ranges, spans, anniversaries, and the ages and births of persons.
package elapsed
