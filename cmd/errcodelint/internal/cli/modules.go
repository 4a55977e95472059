package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/patch"
)

const (
	ownModule    = "github.com/errcodelint/errcodelint"
	codesPackage = ownModule + "/codes"
	ownCommand   = ownModule + "/cmd/errcodelint"
)

// modules are the folders of the main modules: one, or those of a workspace.
type modules []string

func (c *command) mainModules(ctx context.Context) (modules, error) {
	args := append([]string{"list", "-m", "-f={{.Dir}}"}, c.listFlags()...)
	out, err := c.gocmd.Output(ctx, args...)
	if err != nil {
		return nil, err
	}
	var m modules
	for _, dir := range strings.Split(strings.TrimSpace(out), "\n") {
		m = append(m, filepath.Clean(strings.TrimSpace(dir)))
	}
	return m, nil
}

// of returns the folder of the main module that a file belongs to, or "". A module within the
// folder of another is not part of it, and what is vendored is not the module's own.
func (m modules) of(file string) string {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if slices.Contains(m, dir) {
			return dir
		}
		if filepath.Base(dir) == "vendor" || dir == filepath.Dir(dir) {
			return ""
		}
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return ""
		}
	}
}

func (m modules) mayEdit(file string) bool { return m.of(file) != "" }

// listFlags are the user's build flags as far as they say what belongs to the build.
func (c *command) listFlags() []string {
	var out []string
	for _, f := range c.build {
		switch flagName(f) {
		case "-a", "-n", "-v", "-work", "-x", "-p", "-toolexec":
		default:
			out = append(out, f)
		}
	}
	return out
}

// provided makes sure that the modules whose files a plan changes provide what the changed files
// import from us.
func (c *command) provided(ctx context.Context, mods modules, plan *patch.Plan) error {
	files := plan.Importing(codesPackage)
	if len(files) == 0 {
		return nil
	}
	_, listErr := c.gocmd.Output(ctx, append(append([]string{"list", "-find"}, c.listFlags()...), codesPackage)...)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	vendored := listErr != nil && strings.Contains(listErr.Error(), "-mod=vendor")
	var dirs, names, todo []string
	for _, file := range files {
		dir := mods.of(file)
		if slices.Contains(dirs, dir) {
			continue
		}
		dirs = append(dirs, dir)
		mod := c.readModFile(ctx, dir)
		// In a workspace the package is there for all modules as soon as one requires it. But
		// each is used without the workspace too.
		// What is only required is not vendored; what a tool needs is.
		if listErr != nil && !vendored || !mod.requires(ownModule) || vendored && !mod.hasTool(ownCommand) {
			todo = append(todo, c.getTool(dir))
			names = append(names, mod.Module.Path)
		} else if vendored {
			names = append(names, mod.Module.Path)
		}
	}
	if vendored {
		todo = append(todo, c.goVendor(dirs[0]))
	}
	if todo == nil {
		return nil
	}
	return fmt.Errorf("the fixes import %s, which module %s does not provide, so nothing was changed. Run this, and errcodelint again:\n\t%s",
		codesPackage, strings.Join(names, " and module "), strings.Join(todo, "\n\t"))
}

// A modFile is what we need of a go.mod.
type modFile struct {
	Module  struct{ Path string }
	Require []struct{ Path string }
	Tool    []struct{ Path string }
}

func (m *modFile) hasTool(path string) bool {
	return slices.ContainsFunc(m.Tool, func(t struct{ Path string }) bool { return t.Path == path })
}

// requires reports whether the module is the given one or requires it.
func (m *modFile) requires(path string) bool {
	if m.Module.Path == path {
		return true
	}
	return slices.ContainsFunc(m.Require, func(r struct{ Path string }) bool { return r.Path == path })
}

// readModFile reads the go.mod of the module in dir, or what the user has put in its place. go list
// has read it before, so that an error here would be news; it makes for an empty answer.
func (c *command) readModFile(ctx context.Context, dir string) *modFile {
	name := filepath.Join(dir, "go.mod")
	if other := c.buildFlag("modfile"); other != "" {
		name = c.absolute(other)
	}
	mod := new(modFile)
	if out, err := c.gocmd.Output(ctx, "mod", "edit", "-json", name); err == nil {
		_ = json.Unmarshal([]byte(out), mod)
	}
	return mod
}

// getTool is the go command that adds errcodelint, and with it the codes, to the module in dir.
func (c *command) getTool(dir string) string {
	args := "-tool "
	if name := c.buildFlag("modfile"); name != "" {
		args = "-modfile=" + name + " " + args
	}
	command := ownCommand
	if v := moduleVersion(); strings.HasPrefix(v, "v") && !strings.Contains(v, "-") && !strings.Contains(v, "+") {
		command += "@" + v // so that the codes are those that this program knows
	}
	return "go get " + c.inDir(dir) + args + command
}

func (c *command) goVendor(dir string) string {
	if work := c.env["GOWORK"]; work != "" && work != "off" {
		return "go work " + c.inDir(filepath.Dir(work)) + "vendor"
	}
	return "go mod " + c.inDir(dir) + "vendor"
}

// inDir is the -C flag for a go command that is to run in dir, if the user is not in there already.
func (c *command) inDir(dir string) string {
	if c.here.In(dir) {
		return ""
	}
	return "-C " + c.here.Rel(dir) + " "
}
