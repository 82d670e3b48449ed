// Package office reads the text of word processors: Word's .docx and OpenDocument's
// .odt. Changes that are tracked are read as accepted, comments are not read. The
// dates of a file say when it was saved, never when it was published.
package office
