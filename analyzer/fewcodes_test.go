package analyzer_test

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// This file makes programs of which at most one function in ten has to do with
// codes, as it is where the API is one of many things: of the standard library's
// packages, which stand for somebody's own, and of the notification service's.

// fewCodes makes three packages that each have a client of the API in them.
func fewCodes(b *testing.B) string {
	m := newModule(b)
	for _, pkg := range []string{"go/ast", "database/sql", "image"} {
		m.add(pkg, path.Join(runtime.GOROOT(), "src", pkg))
		m.add(pkg, filepath.Join(m.programs, "notify", "geniq"))
	}
	return m.dir
}

// oneClient makes a program that has its client in a package of its own.
func oneClient(b *testing.B) string {
	m := newModule(b)
	for _, pkg := range []string{
		"compress/flate", "database/sql", "encoding/csv", "encoding/xml", "go/ast", "go/constant", "go/printer", "html",
		"image", "image/png", "net/mail", "net/textproto", "regexp", "regexp/syntax", "text/template/parse",
	} {
		m.add(pkg, path.Join(runtime.GOROOT(), "src", pkg))
	}
	for _, pkg := range []string{"notify/geniq", "notify/campaign"} {
		m.add(pkg, filepath.Join(m.programs, pkg))
	}
	return m.dir
}

// A module is a copy of packages, in a module like the test programs'.
type module struct {
	b             *testing.B
	dir, programs string
}

func newModule(b *testing.B) *module {
	m := &module{b, b.TempDir(), testprograms.Dir(b)}
	root, err := filepath.Abs("..")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text := m.read(filepath.Join(m.programs, name))
		m.write(name, strings.ReplaceAll(text, "=> ../", "=> "+filepath.ToSlash(root)))
	}
	return m
}

var packageClause = regexp.MustCompile(`(?m)^package \w+$`)

// add adds the files of a folder, but for tests, to a package of the module.
func (m *module) add(pkg, dir string) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		m.b.Fatal(dir, err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			text := packageClause.ReplaceAllString(m.read(file), "package "+path.Base(pkg))
			m.write(filepath.Join(pkg, filepath.Base(file)), text)
		}
	}
}

func (m *module) read(name string) string {
	text, err := os.ReadFile(name)
	if err != nil {
		m.b.Fatal(err)
	}
	return string(text)
}

func (m *module) write(name, text string) {
	name = filepath.Join(m.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		m.b.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		m.b.Fatal(err)
	}
}
