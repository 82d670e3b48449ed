// Package sametime reads two time expressions side by side that name one time.
package sametime
