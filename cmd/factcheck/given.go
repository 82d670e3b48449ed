package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"factcheck/internal/config"
	"factcheck/internal/files"
	"factcheck/internal/text"
)

// environment begins the names of the variables that stand for flags:
// FACTCHECK_FAIL_ON for --fail-on. An empty one stands for nothing.
const environment = "FACTCHECK_"

// variable returns the environment variable that stands for a flag.
func variable(flag string) string {
	return environment + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// fillIn sets the flags that the command line does not give: from the environment,
// else from the configuration. Problems are printed.
func (s *streams) fillIn(c *cobra.Command, args []string) {
	var missing []*pflag.Flag
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Changed && f.Name != "help" && f.Name != "version" {
			missing = append(missing, f)
		}
	})
	for _, f := range missing {
		if value := os.Getenv(variable(f.Name)); value != "" {
			s.early += s.problems(setFromEnvironment(c, f, value))
		}
	}
	s.fromConfiguration(c, args)
}

// setFromEnvironment sets a flag to the value of its variable; that of a flag that
// may be repeated is a list parted by commas.
func setFromEnvironment(c *cobra.Command, f *pflag.Flag, value string) error {
	values := []string{value}
	if _, many := f.Value.(pflag.SliceValue); many {
		values = strings.Split(value, ",")
	}
	for _, v := range values {
		if err := c.Flags().Set(f.Name, v); err != nil {
			return fmt.Errorf("%s: %q is no value of --%s", variable(f.Name), v, f.Name)
		}
	}
	return nil
}

// fromConfiguration sets the flags that are still missing to what the
// configuration of the first article says of them. What is wrong with the file
// itself is told when the articles are read.
func (s *streams) fromConfiguration(c *cobra.Command, args []string) {
	file := configurationOf(c, args)
	if file == "" {
		return
	}
	conf, _ := s.configurations.load(file, files.Pipes(isSet(c, "stdin") && c.Flags().Lookup("config").Value.String() != ""))
	command := strings.ReplaceAll(strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" "), " ", "-")
	given := map[string]config.Flag{}
	var order []string
	for _, f := range conf.Flags(command) {
		if _, twice := given[f.Name.Text]; !twice {
			order = append(order, f.Name.Text)
		}
		given[f.Name.Text] = f // of one that extends another, the last counts
	}
	common := map[string]bool{}
	for _, f := range conf.Flags("") {
		common[f.Name.Text] = true
	}
	for _, name := range order {
		s.early += s.problems(setFromConfiguration(c, command, given[name], common[name]))
	}
}

// setFromConfiguration sets one flag, unless it has been given. One that is common to
// several commands need not be one of this.
func setFromConfiguration(c *cobra.Command, command string, given config.Flag, common bool) error {
	f := c.Flags().Lookup(given.Name.Text)
	switch {
	case f == nil && common || f != nil && f.Changed:
		return nil
	case f == nil:
		return given.Name.At.Error(fmt.Sprintf("factcheck %s has no flag %q", strings.ReplaceAll(command, "-", " "), given.Name.Text), nearestFlag(c, given.Name.Text))
	}
	if _, many := f.Value.(pflag.SliceValue); !many && len(given.Values) > 1 {
		return given.Values[1].At.Error(given.Name.Text+" has one value", "")
	}
	for _, v := range given.Values {
		value := v.Text
		if f.Name == "new-from" {
			value = besideFile(v)
		}
		if err := c.Flags().Set(f.Name, value); err != nil {
			return v.At.Error(fmt.Sprintf("%q is no value of %s", v.Text, f.Name), "'factcheck "+strings.ReplaceAll(command, "-", " ")+" --help' says what it takes")
		}
	}
	return nil
}

// besideFile returns the file of that name in the folder of the configuration, if
// there is one, else the name.
func besideFile(v config.Value) string {
	file := filepath.Join(filepath.Dir(v.At.File), v.Text)
	if _, err := os.Stat(file); err == nil {
		return file
	}
	return v.Text
}

func nearestFlag(c *cobra.Command, name string) string {
	var names []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := text.Nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// configurationOf returns the configuration that gives flags to a command: that of
// --config, else the one of the first article, else the nearest one from the working
// directory; "" for none, and for commands that read none.
func configurationOf(c *cobra.Command, args []string) string {
	named := c.Flags().Lookup("config")
	switch {
	case named == nil || isSet(c, "no-config"):
		return ""
	case named.Value.String() != "":
		return named.Value.String()
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err != nil:
		case info.IsDir():
			return config.Find(arg)
		default:
			return config.Find(filepath.Dir(arg))
		}
	}
	return config.Find(".")
}

// isSet reports whether a command has a switch that is on.
func isSet(c *cobra.Command, flag string) bool {
	f := c.Flags().Lookup(flag)
	return f != nil && f.Value.String() == "true"
}
