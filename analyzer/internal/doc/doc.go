// Package doc takes an analyzer's documentation out of its doc.go, so that
// what pkg.go.dev shows and what the tools print is one text.
package doc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// URL returns the address of a check's page, on which its Categories are
// headings.
func URL(check string) string {
	return "https://github.com/errcodelint/errcodelint/blob/main/docs/" + check + ".md"
}

// MustExtract returns the documentation of the named analyzer from the text of
// a doc.go: what follows the line "name: summary" under the heading
// "# Analyzer name". It panics if there is none, which a test would see.
func MustExtract(file, name string) string {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", file, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		panic(fmt.Sprintf("doc of %s: %v", name, err))
	}
	return extract(f, name)
}

func extract(f *ast.File, name string) string {
	_, rest, ok := strings.Cut(f.Doc.Text(), "# Analyzer "+name+"\n")
	if !ok {
		panic(fmt.Sprintf("doc of %s: no heading %q", name, "# Analyzer "+name))
	}
	text, ok := strings.CutPrefix(strings.TrimSpace(rest), name+": ")
	if !ok {
		panic(fmt.Sprintf("doc of %s: no line %q after the heading", name, name+": summary"))
	}
	return text
}
