package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

func readYAML(t *testing.T, file string, into any) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", file))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(src, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// The script of the action, run as a runner would, checks the paths, appends to the
// summary of the step and exits as the check does.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	var action struct {
		Runs struct {
			Steps []struct{ Run string }
		}
	}
	readYAML(t, "action.yml", &action)
	script := action.Runs.Steps[len(action.Runs.Steps)-1].Run
	self, err := os.Executable() // TestMain makes it factcheck by its name
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	program := filepath.Join(temp, "factcheck")
	if err := os.Symlink(self, program); err != nil {
		t.Skip(err)
	}
	summary, draft := filepath.Join(temp, "summary.md"), filepath.Join(temp, "draft.md")
	if err := os.WriteFile(draft, []byte("---\npublished: 2018-07-02\n---\nIt ran out on 31 June 2018.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for failOn, want := range map[string]int{"": 1, "never": 0} {
		c := exec.Command(bash, "-euo", "pipefail", "-c", script)
		c.Env = append(os.Environ(), "FACTCHECK="+program, "PATHS="+draft, "SARIF="+filepath.Join(temp, "out.sarif"), "FACTCHECK_FAIL_ON="+failOn, "FACTCHECK_SOURCES=", "RUNNER_TEMP="+temp, "GITHUB_STEP_SUMMARY="+summary)
		out, _ := c.CombinedOutput()
		if code := c.ProcessState.ExitCode(); code != want || !strings.Contains(string(out), "::error file=") {
			t.Errorf("fail-on %q: exit %d, want %d\n%s", failOn, code, want, out)
		}
	}
	for _, file := range []string{summary, filepath.Join(temp, "out.sarif")} {
		if got, err := os.ReadFile(file); err != nil || !strings.Contains(string(got), "date/impossible") {
			t.Errorf("%s: %v, %s", file, err, got)
		}
	}
}

// The check of the GitLab example, run in a folder as a runner's, writes the reports that
// the example has as artifacts, and fails as the check does.
func TestGitLabExample(t *testing.T) {
	docs, err := os.ReadFile(filepath.Join("..", "..", "docs", "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(docs), "```yaml\nfactcheck:")
	block, _, found := strings.Cut("factcheck:"+block, "```")
	var pipeline map[string]struct {
		Script    []string
		Artifacts struct {
			Reports map[string]string
		}
	}
	if err := yaml.Unmarshal([]byte(block), &pipeline); err != nil || !found {
		t.Fatalf("%v in %s", err, block)
	}
	job := pipeline["factcheck"]
	check := strings.Fields(job.Script[len(job.Script)-1])
	t.Chdir(t.TempDir())
	if err := os.MkdirAll("drafts", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("drafts/a.md", []byte("---\npublished: 2018-07-02\n---\nIt ran out on 31 June 2018.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	if code := run(check[1:], strings.NewReader(""), &out, &problems); check[0] != "factcheck" || code != exitFindings {
		t.Errorf("%q: exit %d\n%s%s", check, code, &out, &problems)
	}
	if len(job.Artifacts.Reports) != 2 {
		t.Errorf("reports %v", job.Artifacts.Reports)
	}
	for kind, file := range job.Artifacts.Reports {
		if got, err := os.ReadFile(file); err != nil || !strings.Contains(string(got), "date/impossible") {
			t.Errorf("%s: %v, %s", kind, err, got)
		}
	}
}

// The hooks run commands that there are, over the files that these read.
func TestHooks(t *testing.T) {
	var hooks []struct{ ID, Entry, Files string }
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	for _, h := range hooks {
		args := strings.Fields(h.Entry)[1:]
		if c, rest, err := rootCommand(&streams{}).Find(args); err != nil || len(rest) > 0 || c.Name() != args[len(args)-1] {
			t.Errorf("%s runs %q, which is no command", h.ID, h.Entry)
		}
		files := regexp.MustCompile(h.Files)
		if files.MatchString("a.go") || !files.MatchString("desk/a.md") && !files.MatchString("desk/a.cel") {
			t.Errorf("%s looks at %s", h.ID, h.Files)
		}
	}
}
