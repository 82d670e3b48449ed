// Package pagetest reads pages for tests.
package pagetest
