package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/internal/render"
	"factcheck/internal/report"
)

// A build says what a program was made of: what a report of a fault needs.
type build struct {
	Schema   int    `json:"schema"`
	Version  string `json:"version"`
	Commit   string `json:"commit"`   // empty: not known
	Time     string `json:"time"`     // of the commit; empty: not known
	Modified bool   `json:"modified"` // files differed from the commit
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Rules    string `json:"rules"` // of the rules that ship, see rulesHash
}

// hashBytes is how much of a hash of the rules is shown.
const hashBytes = 6

// rulesHash returns the first 12 hexadecimal digits of the SHA-256 of the rules
// that ship.
func rulesHash() string {
	sum := sha256.Sum256([]byte(factcheck.Rules))
	return hex.EncodeToString(sum[:hashBytes])
}

func thisBuild() *build {
	b := &build{Schema: report.Schema, Version: version(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH, Rules: rulesHash()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

func (b *build) print(w io.Writer) error {
	commit := b.Commit
	switch {
	case commit == "":
		commit = "not known"
	case b.Modified:
		commit += ", with changes"
	}
	if b.Time != "" {
		commit += ", " + b.Time
	}
	_, err := fmt.Fprintf(w, "factcheck %s\ncommit    %s\ngo        %s\nplatform  %s\nrules     %s\n", b.Version, commit, b.Go, b.Platform, b.Rules)
	return err
}

func versionCommand(s *streams) *cobra.Command {
	formats := []string{"text"}
	c := &cobra.Command{
		Use:   "version",
		Short: "Say which factcheck this is",
		Long:  "Version prints the version, the commit and the Go version that factcheck was built from, and a\nhash of the rules that ship: what to give in a report of a fault.",
		Args:  cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			outs, err := outputs(formats, "text", "json")
			problems := s.problems(err)
			for _, o := range outs {
				problems += s.problems(s.write(o, func(w io.Writer, format string) error {
					if format == "json" {
						return render.JSON(w, thisBuild())
					}
					return thisBuild().print(w)
				}))
			}
			return done(problems)
		},
	}
	c.Flags().StringArrayVar(&formats, "format", formats, "`F[:PATH]`: text or json, to standard output or a file; repeatable")
	return c
}
