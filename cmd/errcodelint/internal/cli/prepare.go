package cli

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
)

// oldestGo is the oldest go command that the vet tool is tested with: that of our go.mod.
const oldestGo = "go1.25"

// prepare finds out where the command runs, and whether it can.
func (c *command) prepare(ctx context.Context) error {
	wd, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	c.here = render.NewDir(wd)
	c.gocmd = govet.Go{Dir: wd}
	if c.chdir != "" {
		if !filepath.IsAbs(c.chdir) {
			c.chdir = filepath.Join(wd, c.chdir)
		}
		if info, err := os.Stat(c.chdir); err == nil && !info.IsDir() {
			return fmt.Errorf("-C %s is a file: name a folder", c.here.Rel(c.chdir))
		} else if err != nil {
			return fmt.Errorf("-C %s: no such folder", c.here.Rel(c.chdir))
		}
		c.gocmd.Dir = c.chdir
	}
	if c.tool, err = os.Executable(); err != nil {
		return fmt.Errorf("finding the program's own file, which go vet needs: %w", err)
	}
	if _, err := exec.LookPath("go"); err != nil {
		return errors.New("the go command is not in PATH: install Go, or add the folder of the go command to PATH")
	}
	if c.env, err = c.gocmd.Env(ctx, "GOVERSION", "GOFLAGS", "GOWORK", "GOMOD"); err != nil {
		return err
	}
	if v := c.env["GOVERSION"]; version.IsValid(v) && version.Compare(v, oldestGo) < 0 {
		return fmt.Errorf("the go command is %s, and %s is the oldest that works: install a newer Go", v, oldestGo)
	}
	if on, _ := strconv.ParseBool(c.buildFlag("n")); on {
		return errors.New("-n makes the go command check nothing, so there would be nothing to report: leave it out, and out of GOFLAGS")
	}
	if c.watched() {
		c.progress.W = c.stderr
	}
	if trimpath, _ := strconv.ParseBool(c.buildFlag("trimpath")); trimpath {
		c.cacheKey = append(c.cacheKey, fmt.Sprintf("dir:%x", sha256.Sum256([]byte(c.env["GOMOD"]+c.env["GOWORK"]))))
	}
	c.cacheKey = append(c.cacheKey, c.packagesKey())
	return c.prepareOverlay()
}

// packagesKey tells runs about some packages from runs about others, see toolFlags.
func (c *command) packagesKey() string {
	dir := c.gocmd.Dir
	if rel, err := filepath.Rel(filepath.Dir(c.env["GOMOD"]), dir); err == nil {
		dir = filepath.ToSlash(rel) // the same on every machine
	}
	return fmt.Sprintf("packages:%x", sha256.Sum256(fmt.Appendf(nil, "%q %q", dir, c.packages)))
}

// prepareOverlay looks at the user's overlay, if there is one.
func (c *command) prepareOverlay() error {
	name := c.buildFlag("overlay")
	if name == "" {
		return nil
	}
	if c.fix || c.diff {
		return fmt.Errorf("-fix and -diff change the files on disk, and -overlay=%s hides them: leave one of the two out", name)
	}
	name = c.absolute(name)
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("-overlay: %w", err)
	}
	var overlay struct{ Replace map[string]string }
	if err := json.Unmarshal(data, &overlay); err != nil {
		return fmt.Errorf("-overlay=%s: %w", name, err)
	}
	names := make(map[string]string)
	h := sha256.New()
	for _, file := range slices.Sorted(maps.Keys(overlay.Replace)) {
		if backing := overlay.Replace[file]; backing != "" { // else the file is deleted
			names[c.absolute(backing)] = c.absolute(file)
			fmt.Fprintf(h, "%q %q\n", c.absolute(backing), c.absolute(file))
		}
	}
	c.original = func(file string) string { return cmp.Or(names[file], file) }
	c.cacheKey = append(c.cacheKey, fmt.Sprintf("overlay:%x", h.Sum(nil)))
	return nil
}

// buildFlag returns the value of a build flag of the go command: the command line's or that of GOFLAGS.
func (c *command) buildFlag(name string) string {
	value := ""
	for _, f := range append(splitQuoted(c.env["GOFLAGS"]), c.build...) {
		f = strings.TrimLeft(f, "-")
		if f == name {
			value = "true"
		} else if v, ok := strings.CutPrefix(f, name+"="); ok {
			value = v
		}
	}
	return value
}

// splitQuoted splits a list as the go command does: at white space, but not within an element that
// is quoted as a whole.
func splitQuoted(list string) []string {
	var out []string
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		end := strings.IndexAny(list, " \t\r\n")
		if quote := list[0]; quote == '"' || quote == '\'' {
			list = list[1:]
			end = strings.IndexByte(list, quote)
		}
		if end < 0 {
			return append(out, list)
		}
		out = append(out, list[:end])
		list = list[end+1:]
	}
	return out
}

func (c *command) absolute(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(c.gocmd.Dir, name)
}
