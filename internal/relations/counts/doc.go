// Package counts finds numbers and lengths of time that give one quantity twice.
package counts
