package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// measured is main, and then writes the most memory that it had, in KiB, to the
// file that PEAK names.
func measured() {
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if peak, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			_ = os.WriteFile(os.Getenv("PEAK"), []byte(strings.TrimSuffix(strings.TrimSpace(peak), " kB")), 0o644)
		}
	}
	os.Exit(code)
}

// peak runs the command and returns its exit code, the most memory it had, in
// MiB, and what it said.
func peak(t *testing.T, args ...string) (code, mib int, said string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "peak")
	c := exec.Command("factcheck-measured", args...)
	c.Env = append(os.Environ(), "PEAK="+file)
	out, _ := c.CombinedOutput()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	kib, err := strconv.Atoi(string(src))
	if err != nil {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), kib >> 10, string(out)
}

// Sixty thousand levels of anything, in any file, cost at most 64 MiB beside
// what the same command costs without.
func TestHostileMemory(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("needs /proc")
	}
	const n = 60_000
	rule := func(when string) string {
		return `[ Rule{ id: "a/b", severity: note, over: time, message: "m", when: ` + when + ` } ]`
	}
	article := filepath.Join(t.TempDir(), "calm.md")
	if err := os.WriteFile(article, []byte("The harbour was calm.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	flow, block := strings.Repeat("[", n), strings.Repeat("- ", n)
	tests := []struct {
		name, file, content string
		args                []string
	}{
		{"rules, parentheses", "r.cel", rule(strings.Repeat("(", n) + "true" + strings.Repeat(")", n)), []string{"rules", "lint"}},
		{"rules, lists", "r.cel", rule(strings.Repeat("[", n)), []string{"rules", "lint"}},
		{"rules, not", "r.cel", rule(strings.Repeat("!", n+1) + "tme.valid"), []string{"rules", "lint"}},
		{"rules, sum", "r.cel", rule(strings.Repeat("1 + ", n) + "1 == 1"), []string{"rules", "lint"}},
		{"rules, in", "r.cel", rule(strings.Repeat("1 in ", n) + "[1]"), []string{"rules", "lint"}},
		{"rules, and", "r.cel", rule(strings.Repeat("true && ", n) + "true"), []string{"rules", "lint"}},
		{"almanac, flow", "a.yaml", flow, []string{"dates", "--almanac"}},
		{"almanac, block", "a.yaml", block, []string{"dates", "--almanac"}},
		{"config, flow", "c.yaml", flow, []string{"dates", "--config"}},
		{"config, block", "c.yaml", block[:64<<10], []string{"dates", "--config"}},
		{"baseline", "b.json", flow, []string{"check", "--baseline"}},
		{"dismissals", "d.yaml", block, []string{"check", "--dismissals"}},
		{"front matter", "f.md", "---\nx: " + flow[:15<<10] + "\n---\nThe harbour was calm.\n", []string{"dates"}},
		{"record", "r.jsonl", `{"text": "The harbour was calm.", "x": ` + flow + "}\n", []string{"dates"}},
	}
	harmless := map[string]int{}
	for _, command := range []string{"dates", "check", "rules"} {
		args := []string{command, article}
		if command == "rules" {
			args = []string{"rules", "lint", "--rules", os.DevNull}
		}
		_, harmless[command], _ = peak(t, args...)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), tt.file)
			if err := os.WriteFile(file, []byte(tt.content), 0o644); err != nil {
				t.Fatal(err)
			}
			args := append(tt.args, file)
			if len(tt.args) == 2 && tt.args[0] != "rules" {
				args = append(args, article)
			}
			code, mib, said := peak(t, args...)
			if code != 2 || !strings.Contains(said, tt.file+":") {
				t.Errorf("exit %d, %.300s", code, said)
			}
			if more := mib - harmless[tt.args[0]]; more > 64 {
				t.Errorf("takes %d MiB more than without", more)
			}
		})
	}
}

// Four that dismiss at once keep four entries.
func TestDismissAtOnce(t *testing.T) {
	dir := t.TempDir()
	ids := map[string]string{}
	for _, day := range []string{"31 June", "31 April", "31 September", "31 November"} {
		file := filepath.Join(dir, strings.Fields(day)[1]+".md")
		if err := os.WriteFile(file, []byte("---\npublished: 2018-07-02\n---\nThe lease ran out on "+day+" 2018, the landlord wrote.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command("factcheck", "check", "--no-config", "--format", "json", file).Output()
		_, rest, _ := strings.Cut(string(out), `"findings"`)
		_, rest, _ = strings.Cut(rest, `"id": "`)
		ids[file], _, _ = strings.Cut(rest, `"`)
	}
	list := filepath.Join(dir, "factcheck.dismissals")
	var all sync.WaitGroup
	for file, id := range ids {
		all.Go(func() {
			if out, err := exec.Command("factcheck", "dismiss", id, "--no-config", "--dismissals", list, "--reason", "it may stand", "--who", "desk", file).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	got, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	for file, id := range ids {
		if !strings.Contains(string(got), fmt.Sprintf("id: %q", id)) {
			t.Errorf("the dismissal of %s in %s is lost", id, filepath.Base(file))
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v is left behind (%v)", left, err)
	}
}
