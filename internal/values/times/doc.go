// Package times makes the time expressions of a page what rules see of them.
package times
