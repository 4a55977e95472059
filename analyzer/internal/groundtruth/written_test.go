package groundtruth

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// TestWritten does with programs that people wrote what TestGroundTruth does with generated ones:
// they have in them what the grammar lacks. Each exported function is driven with every code. What it
// takes tells how: codes.ResponseCode, int, string and any are codes, a map holds one, a bool and an int called n are what
// they are in generated functions. Probes have no numbers yet: seen(_, code).
// Of functions that are called Exactly… the claims have to be exact.
func TestWritten(t *testing.T) {
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range writtenFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			p := written(t, file)
			o, err := tc.Observe(p)
			if err != nil {
				t.Fatal(err)
			}
			claims, err := tc.Claims(p)
			if err != nil {
				t.Fatal(err)
			}
			c := Compare(p, o, claims)
			for _, f := range c.Findings {
				t.Errorf("%v\n%s", f, f.Function.Formatted())
			}
			if checked := c.Stats.Probes - c.Stats.Unbound; checked == 0 {
				t.Error("no probe was compared")
			}
		})
	}
}

// beyond are undocumented codes of which a narrower type makes documented ones.
var beyond = []int{256, 256 + 5, 256 + 11, 1<<16 + 5, -2, 120}

var unnumbered = regexp.MustCompile(`\bseen\(_,`)

func writtenFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "written", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// written reads a program. Its types, variables and helpers stand with the first function.
func written(t *testing.T, file string) *Program {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse(string(text), imported(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// parse reads a program from its text, and that of its other package.
func parse(text, gateway string) (*Program, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), "written.go", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	p := &Program{Undocumented: beyond}
	number := func(text string) string {
		return unnumbered.ReplaceAllStringFunc(text, func(string) string {
			p.Probes++
			return fmt.Sprintf("seen(%d,", p.Probes-1)
		})
	}
	var helpers strings.Builder
	add := func(f *Function, first int) {
		f.ID, f.Domain, f.First, f.End = len(p.Functions), domains[0], first, p.Probes
		if !strings.HasPrefix(f.Name, "Exactly") {
			f.Reasons = []string{"written by hand"}
		}
		p.Functions = append(p.Functions, f)
	}
	for _, decl := range parsed.Decls {
		first := p.Probes
		source := number(text[decl.Pos()-1:decl.End()-1]) + "\n\n"
		fn, ok := decl.(*ast.FuncDecl)
		switch {
		case ok && fn.Recv == nil && fn.Name.IsExported():
			f := &Function{Name: fn.Name.Name, Source: toolchain.Source{Text: source}}
			f.drive(fn, func(e ast.Expr) string { return text[e.Pos()-1 : e.End()-1] })
			add(f, first)
		case p.Probes > first:
			add(&Function{Name: fn.Name.Name, Source: toolchain.Source{Text: source}, Drive: "_ = in"}, first)
		default:
			helpers.WriteString(source)
		}
	}
	p.Functions[0].Own = helpers.String()
	p.Functions[0].Helpers = gateway
	p.Split = gateway != ""
	return p, nil
}

// imported reads the declarations that a program has in another package, gateway: those of the file of its name
// in the folder gateway, if there is one.
func imported(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(filepath.Dir(file), "gateway", filepath.Base(file)))
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	_, declarations, ok := strings.Cut(string(text), "package gateway\n")
	if !ok {
		t.Fatalf("%s: want package gateway", file)
	}
	return declarations
}

// drive writes how a function is called.
func (f *Function) drive(fn *ast.FuncDecl, text func(ast.Expr) string) {
	var args []string
	for _, field := range fn.Type.Params.List {
		for _, name := range field.Names {
			i := len(f.Takes)
			switch typ := text(field.Type); {
			case typ == "bool":
				args = append(args, fmt.Sprintf("in.Bool(%d)", f.Bools))
				f.Bools++
			case typ == "int" && name.Name == "n":
				args = append(args, fmt.Sprintf("in.Count(%d)", f.Counts))
				f.Counts++
			case typ == "string":
				args = append(args, fmt.Sprintf("in.Text(%d)", i))
				f.Takes = append(f.Takes, "text")
			case typ == "any":
				args = append(args, fmt.Sprintf("in.Any(%d)", i))
				f.Takes = append(f.Takes, "dynamic")
			case typ == "map[string]any":
				args = append(args, fmt.Sprintf("in.Map(%q, %d)", domains[0].Key, i))
				f.Takes = append(f.Takes, "dynamic")
			default:
				args = append(args, fmt.Sprintf("%s(in.Int(%d))", typ, i))
				f.Takes = append(f.Takes, "number")
			}
		}
	}
	f.Drive = fmt.Sprintf("notify.%s(%s)", f.Name, strings.Join(args, ", "))
}
