package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"factcheck/internal/config"
	"factcheck/internal/files"
)

//go:embed init.yaml
var initial []byte

func initCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a factcheck.yaml to begin with",
		Long:  "Init writes a commented factcheck.yaml to DIR, or to the working directory. It never\noverwrites one.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return done(s.problems(writeInitial(s, filepath.Join(dir, config.Name))))
		},
	}
}

func writeInitial(s *streams, name string) error {
	err := files.Create(name, initial)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: there is one already; it is left as it is", name)
	}
	if err != nil {
		return fileProblem(name, err)
	}
	fmt.Fprintf(s.out, "wrote %s\n", name)
	return nil
}
