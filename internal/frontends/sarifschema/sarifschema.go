// Package sarifschema validates SARIF logs, as they were written, against the schema of SARIF 2.1.0.
package sarifschema

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
)

// Validate fails the test for each thing that is wrong with a log.
func Validate(t testing.TB, log string) {
	t.Helper()
	result, err := gojsonschema.Validate(gojsonschema.NewStringLoader(schema(t)), gojsonschema.NewStringLoader(log))
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range result.Errors() {
		t.Errorf("the log does not fit the schema: %s", wrong)
	}
}

// schema returns the schema. The SARIF library has it, but validates only logs that it has read itself, when
// what it does not know is gone and what is missing has been filled in.
func schema(t testing.TB) string {
	t.Helper()
	dir := strings.TrimSpace(build.Run(t, build.Root(), "go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"))
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	object := file.Scope.Lookup("schema")
	if object == nil {
		t.Fatal("the library keeps its schema elsewhere now")
	}
	text, err := constant(object.Decl.(*ast.ValueSpec).Values[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text, "/sarif/v2.1.0/") {
		t.Fatal("the schema is another version's")
	}
	return text
}

// constant evaluates a text that is put together of literals.
func constant(e ast.Expr) (string, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.Unquote(e.Value)
	case *ast.BinaryExpr:
		x, err := constant(e.X)
		if err != nil {
			return "", err
		}
		y, err := constant(e.Y)
		return x + y, err
	}
	return "", fmt.Errorf("%T is no text", e)
}
