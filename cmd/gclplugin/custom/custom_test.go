package custom

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/golangci"
)

// golangciVersion is the golangci-lint that the plugin is tested with.
const golangciVersion = "v2.15.0"

// TestCustom has the genuine `golangci-lint custom` build a golangci-lint: by the example configuration as it
// is, out of the latest release; out of the next one, with the same configuration; and out of a folder,
// before and after a change there. None says what the one before it found, though golangci-lint takes
// the first two for the same version of itself, as well as the others.
func TestCustom(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	plain := build.GolangciLint(t)
	text, err := os.ReadFile(filepath.Join(build.Root(), ".custom-gcl.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	example := string(text)
	if !strings.Contains(example, "version: "+golangciVersion+"\n") || !strings.Contains(example, "version: latest\n") {
		t.Fatalf("the example names other versions:\n%s", example)
	}
	proxy, dir := build.NewProxy(t), t.TempDir()
	env := append(proxy.Environ(), append(repository(t), "GOWORK=off", "GOFLAGS=-trimpath")...)
	l := golangci.New(t, filepath.Join(dir, "custom-gcl"))
	custom := func(config string) (version string) {
		t.Helper()
		build.Write(t, dir, map[string]string{".custom-gcl.yml": config})
		done := build.Alone(t)
		_, code := build.Exit(t, dir, env, plain, "custom", "-v")
		done()
		if code != 0 {
			t.Fatalf("golangci-lint custom ends with %d", code)
		}
		version = build.Run(t, dir, l.Program, "version", "--short")
		if !strings.Contains(version, strings.TrimPrefix(golangciVersion, "v")) {
			t.Errorf("version: %s", version)
		}
		return version
	}

	proxy.Release(build.Root(), "v0.1.0")
	first := custom(example)
	if _, code := l.Run(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	l.WantWording("written as a bare")

	next := build.Copy(t)
	golangci.Reword(t, next, "bare as")
	proxy.Release(next, "v0.2.0")
	if second := custom(example); second != first {
		t.Errorf("versions %s and %s: golangci-lint knows by itself that they differ", first, second)
	}
	l.WantWording("bare as")

	folder := strings.Replace(example, "version: latest\n", "path: "+next+"\n", 1)
	third := custom(folder)
	l.WantWording("bare as")
	build.Replace(t, filepath.Join(next, "analyzer", "magiccode", "magiccode.go"), "bare as", "only as")
	if fourth := custom(folder); fourth != third {
		t.Errorf("versions %s and %s: golangci-lint knows by itself that they differ", third, fourth)
	}
	l.WantWording("only as")
}

// repository makes a git repository of golangci-lint's source, and returns the environment in which git
// takes it for the one at GitHub.
func repository(t *testing.T) []string {
	t.Helper()
	var mod struct{ Dir string }
	text := build.Run(t, filepath.Join(build.Root(), "cmd", "gclplugin", "golangci-lint"), "go", "mod", "download", "-json", "github.com/golangci/golangci-lint/v2@"+golangciVersion)
	if err := json.Unmarshal([]byte(text), &mod); err != nil {
		t.Fatal(err)
	}
	hub := t.TempDir()
	dir := filepath.Join(hub, "golangci-lint.git")
	if err := os.CopyFS(dir, os.DirFS(mod.Dir)); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "-Af", "."},
		{"-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-qm", golangciVersion},
		{"tag", golangciVersion},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	return []string{"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + hub + "/.insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/golangci/"}
}
