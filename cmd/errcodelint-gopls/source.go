package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

const ownModule = "github.com/errcodelint/errcodelint"

// A source says where the checks come from: a released version, or a folder.
type source struct {
	version string // for the require line
	dir     string // for a replace line; empty: none
}

// ownSource finds the code of this very program's checks.
func ownSource(info *debug.BuildInfo) (source, error) {
	mod := info.Main
	if mod.Path != ownModule {
		for _, dep := range info.Deps {
			if dep.Path == ownModule {
				mod = *dep
			}
		}
	}
	if mod.Replace != nil {
		mod = *mod.Replace
	}
	// A checkout that git knows has a version too, which no proxy has.
	if v := mod.Version; v != "" && v != "(devel)" && mod.Sum != "" {
		return source{version: v}, nil
	}
	dir, err := checkout()
	return source{version: "v0.0.0", dir: dir}, err
}

// checkout finds the folder that this program was built from: by what the compiler noted down, or, under
// -trimpath, by the current folder.
func checkout() (string, error) {
	_, file, _, _ := runtime.Caller(0)
	start := filepath.Dir(file)
	if !filepath.IsAbs(file) {
		wd, err := os.Getwd()
		if err != nil {
			return "", err
		}
		start = wd
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(text), "module "+ownModule+"\n") {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("the folder that errcodelint-gopls was built from is not there any more: run it in a checkout of errcodelint, or install a released version: " +
				fmt.Sprintf("go install %s/cmd/errcodelint-gopls@latest", ownModule))
		}
	}
}

// requirement returns the lines of go.mod.
func (s source) requirement() string {
	text := fmt.Sprintf("require %s %s\n", ownModule, s.version)
	if s.dir != "" {
		text += fmt.Sprintf("\nreplace %s => %q\n", ownModule, s.dir)
	}
	return text
}
