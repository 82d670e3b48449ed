package fact

import (
	"embed"
)

// Sources are the Go files whose doc comments are the documentation of facts.
//
//go:embed facts.go alignment.go apposed.go claim.go conversion.go lapse.go lead.go name.go told.go total.go interval.go
var Sources embed.FS
