package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"factcheck/internal/config"
)

// Every key that factcheck init shows can be used as it stands there.
func TestInitialConfiguration(t *testing.T) {
	setting := regexp.MustCompile(`(?m)^# ((?:[a-z-]+:| ) ?.*)$`)
	src := setting.ReplaceAllString(string(initial), "$1")
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{config.Name: string(initial), "desk/" + config.Name: src, "newsroom/" + config.Name: ""} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if c, err := config.Load(config.Name, false); err != nil || len(c.Changes) > 0 || c.FailOn.Text != "" {
		t.Errorf("as written: %+v, %v", c, err)
	}
	c, err := config.Load("desk/"+config.Name, false)
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	if len(c.Changes) != 3 || len(c.Rules) != 1 || len(c.Almanac) != 1 || len(c.Lexicon) != 1 || c.WeekStart.Text == "" || c.DateOrder.Text == "" || c.FailOn.Text == "" || !strings.HasSuffix(c.Dismiss.Text, config.DismissalsName) {
		t.Errorf("uncommented: %+v", c)
	}
}
