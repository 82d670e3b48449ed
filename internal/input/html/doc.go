// Package html reads saved web pages: which text is the story, by the
// readability algorithm, where each byte of it stands in the file, and what the
// page's own data say of title, outlet and dates.
package html
