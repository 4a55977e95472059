package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
)

//go:embed hook.go.txt
var hook string

const goplsPackage = "golang.org/x/tools/gopls"

// buildGopls builds gopls, with these flags for the checks, into the file output, which it replaces only
// when all went well.
func buildGopls(ctx context.Context, output string, flags checkFlags) (err error) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return errors.New("this program was built without module support, and does not know where the checks come from")
	}
	src, err := ownSource(info)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "errcodelint-gopls")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if dir, err = filepath.EvalSymlinks(dir); err != nil { // as the go command calls it
		return err
	}
	version, err := goCommand(ctx, dir, "env", "GOVERSION")
	if err != nil {
		return err
	}
	if err := checkGo(strings.TrimSpace(version)); err != nil {
		return err
	}
	if err := writeModule(dir, src, flags); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "errcodelint-gopls: building gopls %s with the checks of errcodelint %s\n", goplsVersion, src.name())
	program := filepath.Join(dir, "gopls-errcodelint")
	for _, args := range [][]string{
		{"mod", "tidy"},
		{"mod", "vendor"},
		{"build", "-trimpath", "-mod=vendor", "-overlay=overlay.json", "-o", program,
			"-ldflags=-s -w -X main.version=" + goplsVersion + "-errcodelint." + src.version, goplsPackage},
	} {
		if _, err := goCommand(ctx, dir, args...); err != nil {
			return err
		}
	}
	// It starts, which it would not if gopls could not take the checks.
	if out, err := exec.CommandContext(ctx, program, "version").CombinedOutput(); err != nil {
		return fmt.Errorf("the gopls that was built does not start: %w\n%s", err, out)
	}
	return install(program, output)
}

func (s source) name() string {
	if s.dir != "" {
		return "in " + s.dir
	}
	return s.version
}

// writeModule writes the module that gopls is built in. The file that is added to gopls is an overlay:
// its place is in the vendor folder, since the module cache takes none.
func writeModule(dir string, src source, flags checkFlags) error {
	hook, err := hookWith(flags)
	if err != nil {
		return err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(dir, "vendor", filepath.FromSlash(goplsPackage), "internal", "settings", "errcodelint.go"): filepath.Join(dir, "hook.go.txt"),
	}})
	if err != nil {
		return err
	}
	for name, text := range map[string]string{
		"go.mod": "module errcodelint.invalid/gopls\n\ngo 1.26.0\n\nrequire " + goplsPackage + " " + goplsVersion + "\n" +
			src.requirement() + "\ntool " + goplsPackage + "\n",
		"deps.go":      "package deps\n\nimport _ \"" + ownModule + "/analyzer\"\n",
		"hook.go.txt":  hook,
		"overlay.json": string(overlay),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// goCommand runs the go command, whatever the user's own modules are set up like.
func goCommand(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GO111MODULE=on")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("the go command is not in PATH: install Go, or add the folder of the go command to PATH")
	case ctx.Err() != nil:
		return "", errors.New("interrupted; nothing was written")
	case err != nil:
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, strings.TrimSpace(stderr.String()))
	}
	return string(out), nil
}

// install moves the program to where the user wants it: by a rename in the same folder, so that an editor
// that runs the old one does not see half of the new one.
func install(program, output string) error {
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(output), filepath.Base(output)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close(), os.Chmod(f.Name(), 0o755))
	if err == nil {
		err = os.Rename(f.Name(), output)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
