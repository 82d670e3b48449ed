// Package conversions reads amounts that are given in two units or currencies.
package conversions
