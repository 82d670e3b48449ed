// Package tellings compares what a page tells with the times it is told of: the
// order of events, one event told twice, the weekday of the lead.
package tellings
