package main

import (
	"io"
)

func cleanCommand(args []string, out, problems io.Writer) (int, error) { return 0, nil }
