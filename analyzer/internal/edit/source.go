package edit

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// source returns the text of the file, empty if it cannot be read.
func (n *Namer) source() []byte {
	if n.text == nil {
		n.text, _ = n.pass.ReadFile(n.pass.Fset.File(n.file.FileStart).Name())
		if n.text == nil {
			n.text = []byte{}
		}
	}
	return n.text
}

// isFormatted reports whether gofmt leaves the file as it is.
func (n *Namer) isFormatted() bool {
	if n.gofmted == nil {
		formatted, err := format.Source(n.source())
		same := err == nil && bytes.Equal(formatted, n.source())
		n.gofmted = &same
	}
	return *n.gofmted
}

// before returns the byte before pos, 0 if that is not known.
func (n *Namer) before(pos token.Pos) byte {
	if at := n.offset(pos) - 1; at >= 0 && at < len(n.source()) {
		return n.source()[at]
	}
	return 0
}

// offset returns where in its file a position is. In broken code a node's end can
// be after the file's.
func (n *Namer) offset(pos token.Pos) int {
	file := n.pass.Fset.File(n.file.FileStart)
	return min(max(int(pos)-file.Base(), 0), file.Size())
}

// lineEnd returns pos, or the end of the comments that follow it on its line
// with nothing but blanks between.
func (n *Namer) lineEnd(pos token.Pos) token.Pos {
	offset := n.offset(pos)
	if offset >= len(n.source()) {
		return pos
	}
	rest := n.source()[offset:]
	if i := bytes.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	end := 0
	for {
		comment := bytes.TrimLeft(rest[end:], " \t")
		start := len(rest) - len(comment)
		switch {
		case bytes.HasPrefix(comment, []byte("//")):
			return pos + token.Pos(len(rest))
		case bytes.HasPrefix(comment, []byte("/*")) && bytes.Contains(comment, []byte("*/")):
			end = start + bytes.Index(comment, []byte("*/")) + len("*/")
		default:
			return pos + token.Pos(end)
		}
	}
}

// everywhere reports whether a constant is there whenever the file is built:
// it is declared in the same file, in one without build constraints, or in
// another package.
func (n *Namer) everywhere(c *types.Const) bool {
	if c.Pkg() != n.pass.Pkg {
		return true
	}
	for _, file := range n.pass.Files {
		if file.FileStart <= c.Pos() && c.Pos() < file.FileEnd {
			name := n.pass.Fset.File(file.FileStart).Name()
			return file == n.file || !Constrained(name, file) && (!syntax.IsTest(n.pass.Fset, c.Pos()) || syntax.IsTest(n.pass.Fset, n.file.FileStart))
		}
	}
	return false
}

// Constrained reports whether a file is built only on some systems or with some
// tags.
func Constrained(name string, file *ast.File) bool {
	for _, group := range file.Comments {
		if group.Pos() > file.Package {
			break
		}
		for _, c := range group.List {
			if constraint.IsGoBuild(c.Text) || constraint.IsPlusBuild(c.Text) {
				return true
			}
		}
	}
	words := strings.Split(strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".go"), "_test"), "_")
	return len(words) > 1 && systems[words[len(words)-1]]
}

// systems are the operating systems and architectures that a file's name can
// end in, as go tool dist list has them.
var systems = func() map[string]bool {
	all := make(map[string]bool)
	for _, name := range strings.Fields(`
		aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris wasip1 windows
		386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm`) {
		all[name] = true
	}
	return all
}()

// ignoredNames returns what the package's files that this build leaves out
// declare at package level: in another build an import must not have that name.
func (n *Namer) ignoredNames() []string {
	var names []string
	for _, name := range n.pass.IgnoredFiles {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		text, err := n.pass.ReadFile(name)
		if err != nil {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
		if file == nil || err != nil || file.Name.Name != n.file.Name.Name {
			continue
		}
		for declared := range file.Scope.Objects {
			names = append(names, declared)
		}
	}
	return names
}
