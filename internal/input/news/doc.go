// Package news reads what agencies send: NITF, NewsML-G2 and ninjs, of the
// International Press Telecommunications Council.
package news
