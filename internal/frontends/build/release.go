package build

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/module"
	modzip "golang.org/x/mod/zip"
)

// Module is the path of our module.
const Module = "github.com/errcodelint/errcodelint"

// A Proxy is a folder that the go command takes for a module proxy, with releases of our module in it.
type Proxy struct {
	t     testing.TB
	dir   string // with the releases
	cache string // the machine's module cache
	env   []string
}

// NewProxy makes a proxy without releases. Other modules come from the machine's module cache, or from
// where the machine gets them.
func NewProxy(t testing.TB) *Proxy {
	t.Helper()
	p := &Proxy{t: t, dir: t.TempDir()}
	var machine struct{ GOMODCACHE, GOPROXY string }
	if err := json.Unmarshal([]byte(Run(t, p.dir, "go", "env", "-json", "GOMODCACHE", "GOPROXY")), &machine); err != nil {
		t.Fatal(err)
	}
	p.cache = machine.GOMODCACHE
	p.env = []string{
		"GOPROXY=file://" + filepath.ToSlash(p.dir) + ",file://" + filepath.ToSlash(p.cache) + "/cache/download," + machine.GOPROXY,
		"GONOSUMDB=*", // nobody knows the sums of these releases
		"GONOPROXY=none", "GOPRIVATE=",
	}
	return p
}

// Environ is what is to be in the environment so that go commands ask the proxy.
func (p *Proxy) Environ() []string { return p.env }

// Release makes a release of the module in folder root, this one or a [Copy] of it, and returns its version:
// the given one as a pre-release that there has never been, since module caches keep for ever what
// they have once seen. It is taken out of the machine's when the test ends.
func (p *Proxy) Release(root, version string) string {
	p.t.Helper()
	now := time.Now()
	version += fmt.Sprintf("-%d", now.UnixNano())
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		p.t.Fatal(err)
	}
	info, err := json.Marshal(map[string]string{"Version": version, "Time": now.UTC().Format(time.RFC3339)})
	if err != nil {
		p.t.Fatal(err)
	}
	at := filepath.Join(p.dir, filepath.FromSlash(Module), "@v")
	list, _ := os.ReadFile(filepath.Join(at, "list")) // the first release makes it
	Write(p.t, at, map[string]string{
		version + ".mod":  string(mod),
		version + ".info": string(info),
		"list":            string(list) + version + "\n",
	})
	zip, err := os.Create(filepath.Join(at, version+".zip"))
	if err != nil {
		p.t.Fatal(err)
	}
	defer zip.Close()
	if err := modzip.Create(zip, module.Version{Path: Module, Version: version}, files(p.t, root)); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { p.forget(version) })
	return version
}

// forget takes a release out of the machine's module cache.
func (p *Proxy) forget(version string) {
	module := filepath.FromSlash(Module)
	extracted := filepath.Join(p.cache, module+"@"+version)
	_ = filepath.WalkDir(extracted, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = os.Chmod(path, 0o777) // they are read-only
		}
		return err
	})
	if err := os.RemoveAll(extracted); err != nil {
		p.t.Error(err)
	}
	downloaded := filepath.Join(p.cache, "cache", "download", module, "@v")
	names, _ := filepath.Glob(filepath.Join(downloaded, version+".*"))
	for _, name := range names {
		if err := os.Remove(name); err != nil {
			p.t.Error(err)
		}
	}
	list := filepath.Join(downloaded, "list")
	if text, err := os.ReadFile(list); err == nil {
		left := slices.DeleteFunc(strings.SplitAfter(string(text), "\n"), func(line string) bool { return strings.TrimSpace(line) == version })
		if err := os.WriteFile(list, []byte(strings.Join(left, "")), 0o666); err != nil {
			p.t.Error(err)
		}
	}
}

// files are those that a release of the module in a folder has.
func files(t testing.TB, root string) []modzip.File {
	t.Helper()
	var out []modzip.File
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil || d.Name() == ".git" {
				return filepath.SkipDir // another module
			}
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if d.Type().IsRegular() && d.Name() != ".git" {
			out = append(out, file{path, filepath.ToSlash(rel)})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A file of a release.
type file struct{ path, rel string }

func (f file) Path() string                 { return f.rel }
func (f file) Lstat() (os.FileInfo, error)  { return os.Lstat(f.path) }
func (f file) Open() (io.ReadCloser, error) { return os.Open(f.path) }
