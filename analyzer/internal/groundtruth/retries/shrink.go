package retries

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Shrink makes the function of a finding as small as it gets while it is still
// wrong in the same way. One by one it leaves out what can be left out: all that
// is tried in one round is compiled as one program.
func (t *Toolchain) Shrink(found Finding, split bool, a *analysis.Analyzer) (Finding, error) {
	for {
		next, err := t.smaller(found, split, a)
		if err != nil || next == nil {
			return found, err
		}
		found = *next
	}
}

// smaller returns the finding in the smallest function that still has it.
func (t *Toolchain) smaller(found Finding, split bool, a *analysis.Analyzer) (*Finding, error) {
	candidates := t.valid(shorter(found.Function), split)
	if len(candidates) == 0 {
		return nil, nil
	}
	p := &Program{Split: split}
	for i, f := range candidates {
		p.Functions = append(p.Functions, f.renamed(i))
	}
	o, err := t.Observe(p)
	if err != nil {
		return nil, err
	}
	claims, err := t.Claims(p, a)
	if err != nil {
		return nil, err
	}
	c := Compare(p, o, claims)
	for i, f := range p.Functions {
		for _, now := range slices.Concat(c.Findings, c.Free) {
			if now.Function == f && now.Kind == found.Kind && slices.Equal(now.categories(), found.categories()) {
				now.Function = candidates[i]
				return &now, nil
			}
		}
	}
	return nil, nil
}

// categories returns those of what is reported.
func (f Finding) categories() []string {
	all := make(map[string]bool)
	for _, c := range f.Claims {
		all[c.Category] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// shorter returns the function with one thing less, most omitted first.
func shorter(f *Function) []*Function {
	var all []*Function
	for _, s := range f.Shorter(ends) {
		c := *f
		c.Source = s
		all = append(all, &c)
	}
	return all
}

// ends reports whether all loops, and what goes back otherwise, ask the client,
// who ends them at last.
func ends(text string) bool {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+text, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	ok := true
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt:
			ok = ok && asks(n)
		case *ast.FuncDecl:
			if n.Body != nil && strings.Contains(text, "goto ") {
				ok = ok && asks(n)
			}
		}
		return ok
	})
	return ok
}

// asks reports whether something in a statement is handed a message, or is what
// a helper calls.
func asks(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if id, ok := call.Fun.(*ast.Ident); ok && (id.Name == "f" || id.Name == "ask" || id.Name == "send" || id.Name == "deliver") {
			found = true
		}
		for _, arg := range call.Args {
			if id, ok := arg.(*ast.Ident); ok && id.Name == "ctx" {
				found = true
			}
		}
		return !found
	})
	return found
}

// valid leaves out what doesn't compile.
func (t *Toolchain) valid(all []*Function, split bool) []*Function {
	s := t.Session()
	return slices.DeleteFunc(all, func(f *Function) bool {
		p := &Program{Split: split, Functions: []*Function{f}}
		for _, pkg := range p.run() {
			if _, err := s.Check(pkg); err != nil {
				return true
			}
		}
		return false
	})
}

// renamed returns the function with another number.
func (f *Function) renamed(id int) *Function {
	c := *f
	c.ID = id
	own := regexp.MustCompile(fmt.Sprintf(`\b([A-Za-z]+)_%d((?:_\d+)?)\b`, f.ID))
	rename := func(text string) string { return own.ReplaceAllString(text, fmt.Sprintf("${1}_%d$2", id)) }
	c.Name, c.Text, c.Own, c.Helpers, c.Drive = rename(f.Name), rename(f.Text), rename(f.Own), rename(f.Helpers), rename(f.Drive)
	c.Predicates = nil
	for _, p := range f.Predicates {
		c.Predicates = append(c.Predicates, rename(p))
	}
	return &c
}
