// Package numbers reads numbers with their units and what they count.
package numbers
