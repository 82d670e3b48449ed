// Package roles reads titles and trades with who bears them, and compares them
// with terms of office.
package roles
