// Package story compares documents: events across documents, reports told as
// one story, a draft against its sources.
package story
