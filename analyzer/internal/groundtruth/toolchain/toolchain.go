package toolchain

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A Toolchain compiles, runs and type-checks programs. It calls the compiler and
// the linker itself: the go command would look at every import again, and keep
// each program in its cache.
type Toolchain struct {
	dir     string
	config  string            // importcfg lines of all that programs can import
	exports map[string]string // import path → export data
	n       int               // programs compiled
}

// New prepares one that works in dir, for programs that import some packages. It
// must be called inside the module.
func New(dir string, imports ...string) (*Toolchain, error) {
	t := &Toolchain{dir: dir, exports: make(map[string]string)}
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Export"}, imports...)
	out, err := Output(exec.Command("go", args...))
	if err != nil {
		return nil, err
	}
	var config strings.Builder
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Export string }
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Export != "" {
			t.exports[p.ImportPath] = p.Export
			fmt.Fprintf(&config, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	t.config = config.String()
	return t, nil
}

// importer returns an importer for what programs import, except their own
// packages.
func (t *Toolchain) importer(fset *token.FileSet) types.Importer {
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := t.exports[path]
		if !ok {
			return nil, fmt.Errorf("%s is not among the packages that programs import", path)
		}
		return os.Open(file)
	})
}

// Run compiles and links the packages, of which the last is the main package,
// and returns what the program prints.
func (t *Toolchain) Run(packages []Package) ([]byte, error) {
	exe, err := t.compile(packages)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(filepath.Dir(exe))
	return Output(exec.Command(exe))
}

// compile returns the executable's name.
func (t *Toolchain) compile(packages []Package) (string, error) {
	t.n++
	dir := filepath.Join(t.dir, fmt.Sprint(t.n))
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	config := t.config
	write := func(name, text string) (string, error) {
		name = filepath.Join(dir, name)
		return name, os.WriteFile(name, []byte(text), 0o666)
	}
	var archive string
	for i, p := range packages {
		cfg, err := write("importcfg", config)
		if err != nil {
			return "", err
		}
		src, err := write(fmt.Sprintf("%d.go", i), p.Text)
		if err != nil {
			return "", err
		}
		archive = filepath.Join(dir, fmt.Sprintf("%d.a", i))
		cmd := exec.Command("go", "tool", "compile", "-N", "-l", "-c=2", "-pack", "-p", p.Path, "-importcfg", cfg, "-o", archive, src)
		if _, err := Output(cmd); err != nil {
			return "", err
		}
		config += fmt.Sprintf("packagefile %s=%s\n", p.Path, archive)
	}
	cfg, err := write("importcfg", config)
	if err != nil {
		return "", err
	}
	exe := filepath.Join(dir, "program")
	_, err = Output(exec.Command("go", "tool", "link", "-s", "-w", "-importcfg", cfg, "-o", exe, archive))
	return exe, err
}

// Output runs a command. Its error has what the command said.
func Output(cmd *exec.Cmd) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	defer time.AfterFunc(5*time.Minute, func() { // nothing takes that long
		if cmd.Process != nil {
			cmd.Process.Kill()
		}
	}).Stop()
	if err := cmd.Run(); err != nil {
		said := strings.TrimSpace(stderr.String() + stdout.String())
		if len(said) > 4000 {
			said = said[:4000] + "…"
		}
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args[:min(3, len(cmd.Args))], " "), err, said)
	}
	return stdout.Bytes(), nil
}
