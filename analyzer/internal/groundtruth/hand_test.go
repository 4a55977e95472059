package groundtruth

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

func TestHand(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("HAND"))
	standard = append(standard, "sync/atomic", "iter", "sort", "bytes", "time", "unsafe", "reflect", "cmp", "math", "strings")
	imports = append(imports, "sync/atomic", "iter", "sort", "bytes", "time", "unsafe", "reflect", "cmp", "math")
	undocumented = append(undocumented, 256, 261, 267, 275, 65536+5, -2, 120)
	_ = toolchain.File
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { hand(t, tc, file) })
	}
}

var probe = regexp.MustCompile(`seen\(_,`)

func hand(t *testing.T, tc *Toolchain, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	text := string(data)
	parsed, err := parser.ParseFile(fset, file, data, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	p := &Program{}
	n := 0
	var other strings.Builder
	for i, decl := range parsed.Decls {
		if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			continue
		}
		body := text[decl.Pos()-1 : decl.End()-1]
		first := n
		body = probe.ReplaceAllStringFunc(body, func(string) string { n++; return fmt.Sprintf("seen(%d,", n-1) })
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || !regexp.MustCompile(`^F[A-Z0-9]`).MatchString(fn.Name.Name) || fn.Recv != nil {
			if n != first {
				// probes in helpers: belong to a function of their own
				p.Functions = append(p.Functions, &Function{ID: i, Domain: domains[0], Name: "helper", Text: body + "\n\n", First: first, End: n, Reasons: []string{"helper"}, Drive: "_ = in"})
				continue
			}
			other.WriteString(body + "\n\n")
			continue
		}
		f := &Function{ID: i, Domain: domains[0], Name: fn.Name.Name, Text: body + "\n\n", First: first, End: n}
		if !strings.HasSuffix(fn.Name.Name, "Exact") {
			f.Reasons = []string{"hand"}
		}
		var args []string
		for _, field := range fn.Type.Params.List {
			typ := text[field.Type.Pos()-1 : field.Type.End()-1]
			for _, name := range field.Names {
				at := len(f.Takes)
				switch {
				case typ == "bool":
					args = append(args, fmt.Sprintf("in.Bool(%d)", f.Bools))
					f.Bools++
				case typ == "int" && strings.HasPrefix(name.Name, "n"):
					args = append(args, fmt.Sprintf("in.Count(%d)", f.Counts))
					f.Counts++
				case typ == "int":
					args = append(args, fmt.Sprintf("in.Int(%d)", at))
					f.Takes = append(f.Takes, "number")
				case typ == "string":
					args = append(args, fmt.Sprintf("in.Text(%d)", at))
					f.Takes = append(f.Takes, "text")
				case typ == "any":
					args = append(args, fmt.Sprintf("in.Any(%d)", at))
					f.Takes = append(f.Takes, "dynamic")
				default:
					args = append(args, fmt.Sprintf("%s(in.Int(%d))", typ, at))
					f.Takes = append(f.Takes, "number")
				}
			}
		}
		f.Drive = fmt.Sprintf("notify.%s(%s)", fn.Name.Name, strings.Join(args, ", "))
		p.Functions = append(p.Functions, f)
	}
	if len(p.Functions) == 0 {
		t.Fatal("none")
	}
	p.Functions[0].Own = other.String()
	p.Probes = n
	seen, err := tc.Observe(p)
	if err != nil {
		t.Fatal(err)
	}
	claims, err := tc.Claims(p)
	if err != nil {
		t.Fatal(err)
	}
	c := Compare(p, seen, claims)
	for _, f := range c.Findings {
		t.Errorf("%s\n%s", f, f.Function.Source())
	}
	for _, f := range p.Functions {
		for k := f.First; k < f.End; k++ {
			switch {
			case !claims[k].Bound:
				t.Logf("%s probe %d unbound", f.Name, k)
			case claims[k].Set&^seen.Seen[k] != 0:
				t.Logf("%s probe %d (no. %d) too many: %s", f.Name, k, k-f.First, f.Domain.format(claims[k].Set&^seen.Seen[k]))
			}
		}
	}
	t.Log(c.Stats.Probes, "probes,", c.Stats.Unbound, "unbound,", c.Stats.FreeInexact, "inexact,", seen.Runs, "runs")
}
