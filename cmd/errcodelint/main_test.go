package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestMain makes this test program errcodelint itself when it is called by that name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"errcodelint": main})
}

// TestScripts drives the real checks through the front end, once from end to end; what the front end
// does in every case is tested in internal/cli, with checks that are made for it.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: these scripts compile")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	cache, modcache, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			bin, err := exec.LookPath("errcodelint") // put into PATH by testscript
			e.Vars = append(e.Vars, "BIN="+bin, "GOCACHE="+cache, "GOMODCACHE="+modcache,
				"GOPROXY=off", "GOFLAGS=", "GOTOOLCHAIN=local", "GOENV=off", "GOWORK=",
				"GORACE=atexit_sleep_ms=0") // under -race, each of many processes would take a second to end
			if err != nil {
				return err
			}
			// The module under test takes the codes from this very tree.
			const replace = "\nreplace github.com/errcodelint/errcodelint => "
			mod := filepath.Join(e.WorkDir, "go.mod")
			text, err := os.ReadFile(mod)
			if err != nil {
				return err
			}
			return os.WriteFile(mod, []byte(string(text)+replace+root+"\n"), 0o666)
		},
	})
}

// TestReadme holds the findings that README.md shows against those that there are.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: compiles")
	}
	dir := testprograms.Dir(t)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("errcodelint", "-C", dir, "./notify/...")
	cmd.Dir = "../.."
	out, _ := cmd.Output() // which ends with 1
	shown := 0
	for line := range strings.Lines(string(readme)) {
		if strings.HasPrefix(line, "testdata/notify/") {
			shown++
			if !strings.Contains(string(out), line) {
				t.Errorf("README.md shows what is no finding: %s", line)
			}
		}
	}
	if shown < 5 {
		t.Errorf("README.md shows %d findings", shown)
	}
}
