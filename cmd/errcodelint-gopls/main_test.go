package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

func TestCheckGo(t *testing.T) {
	for v, want := range map[string]string{
		"go1.26": "", "go1.26.8": "", "go1.26rc1": "", "devel go1.28-abcdef": "",
		"go1.25.9": "needs go1.26", "go1.27.0": "install a newer errcodelint", "go1.27rc1": "GOTOOLCHAIN=go1.26.0",
	} {
		err := checkGo(v)
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), v)) {
			t.Errorf("%s: %v, want %q", v, err, want)
		}
	}
}

func TestOwnSource(t *testing.T) {
	released := debug.Module{Path: ownModule, Version: "v1.2.3", Sum: "h1:x"}
	for name, test := range map[string]struct {
		info debug.BuildInfo
		want string // version; "": the checkout
	}{
		"go install":       {debug.BuildInfo{Main: released}, "v1.2.3"},
		"go tool":          {debug.BuildInfo{Main: debug.Module{Path: "example.com/m"}, Deps: []*debug.Module{{Path: "x"}, &released}}, "v1.2.3"},
		"go build":         {debug.BuildInfo{Main: debug.Module{Path: ownModule, Version: "(devel)"}}, ""},
		"go build, by git": {debug.BuildInfo{Main: debug.Module{Path: ownModule, Version: "v0.0.0-2026-abc+dirty"}}, ""},
		"replaced":         {debug.BuildInfo{Deps: []*debug.Module{{Path: ownModule, Version: "v1.2.3", Sum: "h1:x", Replace: &debug.Module{Path: "../.."}}}}, ""},
	} {
		src, err := ownSource(&test.info)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		root, _ := filepath.Abs("../..")
		if test.want != "" && (src.version != test.want || src.dir != "") || test.want == "" && src.dir != root {
			t.Errorf("%s: %+v", name, src)
		}
	}
	// The module that gopls is built in names it so that the go command takes it.
	if got := (source{version: "v0.0.0", dir: "/a b/c"}).requirement(); !strings.Contains(got, `=> "/a b/c"`) {
		t.Error(got)
	}
}

func TestArguments(t *testing.T) {
	for want, args := range map[string][]string{
		"see errcodelint-gopls -h": {"-x"},
		"nothing to name but":      {"./..."},
		"is a folder":              {"-o", t.TempDir()},
		"there is no folder":       {"-o", filepath.Join(t.TempDir(), "nosuch", "gopls")},
		"want smart, always":       {"-missedcode.default=maybe"},
	} {
		if err := run(context.Background(), args); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", args, err)
		}
	}
}

// The advice names the program as each editor's file quotes it.
func TestAdvice(t *testing.T) {
	text := advice(`C:\Go\gopls.exe`)
	if strings.Contains(text, "{{") || strings.Count(text, `"C:\\Go\\gopls.exe"`) != 6 {
		t.Error(text)
	}
	for _, editor := range []string{"VS Code", "Neovim", "Helix", "Emacs", "Zed"} {
		if !strings.Contains(text, editor) {
			t.Errorf("nothing about %s", editor)
		}
	}
}

// An older program stays until the new one is there, and nothing else is left behind.
func TestInstall(t *testing.T) {
	dir := t.TempDir()
	built, output := filepath.Join(dir, "built"), filepath.Join(dir, "bin", "gopls")
	if err := os.Mkdir(filepath.Dir(output), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"one", "two"} {
		if err := os.WriteFile(built, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := install(built, output); err != nil {
			t.Fatal(err)
		}
		got, _ := os.ReadFile(output)
		list, _ := os.ReadDir(filepath.Dir(output))
		if info, err := os.Stat(output); string(got) != text || len(list) != 1 || err != nil || info.Mode()&0o111 == 0 {
			t.Errorf("%q, %d files, %v", got, len(list), err)
		}
	}
	if err := install(filepath.Join(dir, "nosuch"), output); err == nil {
		t.Error("no error for no program")
	}
}
