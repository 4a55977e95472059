package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes this test program errcodelint itself, with the toy suite, when it is called by
// that name: that is how the scripts, and the go command that they run, call it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"errcodelint": func() { os.Exit(Main(toySuite(), os.Args[1:])) },
	})
}

// TestScripts runs testdata/script/*.txtar. They call the go command, which takes half a second
// each time, so under -short only those whose names start with quick run.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if testing.Short() {
		t.Log("-short: only the quick scripts")
		files, _ = filepath.Glob("testdata/script/quick*.txtar")
	}
	env := goEnv(t)
	testscript.Run(t, testscript.Params{
		Files: files,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, env...)
			bin, err := exec.LookPath("errcodelint") // put into PATH by testscript
			e.Vars = append(e.Vars, "BIN="+bin)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"crlf":  crlf,
			"lines": lines,
			"umode": umode,
		},
		Condition: func(name string) (bool, error) {
			if name == "cgo" {
				out, err := exec.Command("go", "env", "CGO_ENABLED", "CC").Output()
				enabled, cc, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
				_, missing := exec.LookPath(cc)
				return enabled == "1" && missing == nil, err
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// goEnv is the environment for go commands in scripts: the machine's caches and toolchain, no
// network, and none of the developer's settings.
func goEnv(t *testing.T) []string {
	out, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	dirs := strings.Split(strings.TrimSpace(string(out)), "\n")
	return []string{
		"GOCACHE=" + dirs[0], "GOMODCACHE=" + dirs[1],
		"GOPROXY=off", "GOFLAGS=", "GOTOOLCHAIN=local", "GOENV=off", "GOWORK=",
		"GORACE=atexit_sleep_ms=0", // under -race, each of many processes would take a second to end
	}
}

// exits CODE PROGRAM ARG... runs a program and asserts its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program [args]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if err != nil {
		var ok bool
		if exit, ok = err.(*exec.ExitError); !ok {
			ts.Fatalf("%s: %v", args[1], err)
		}
		code = exit.ExitCode()
	}
	if got := string('0' + rune(code)); got != args[0] {
		ts.Fatalf("%s ends with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// crlf FILE... gives files a byte order mark and Windows' line ends.
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		text := strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte("\uFEFF"+text), 0o666))
	}
}

// lines N: the last program wrote N lines to stderr.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if got := bytes.Count([]byte(ts.ReadFile("stderr")), []byte("\n")); args[0] != string('0'+rune(got)) {
		ts.Fatalf("%d lines on stderr, want %s", got, args[0])
	}
}

// umode FILE MODE asserts a file's permissions, in octal.
func umode(ts *testscript.TestScript, neg bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := info.Mode().Perm().String(); got != args[1] {
		ts.Fatalf("%s: %s, want %s", args[0], got, args[1])
	}
}
