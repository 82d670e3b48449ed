package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"factcheck/internal/config"
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
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if os.IsExist(err) {
		return fmt.Errorf("%s: there is one already; it is left as it is", name)
	}
	if err != nil {
		return fileProblem(name, err)
	}
	_, err = file.Write(initial)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fileProblem(name, err)
	}
	fmt.Fprintf(s.out, "wrote %s\n", name)
	return nil
}
