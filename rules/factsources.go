package rules

import "embed"

// factSources are the Go files whose doc comments are the documentation of facts.
//
//go:embed facts*.go interval.go
var factSources embed.FS
