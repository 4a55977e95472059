package baddirective

import (
	"fmt"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
)

// idle returns the directives that want every code named where nothing is known to be a code.
func idle(pass *analysis.Pass, directives *directive.Result) []directive.Problem {
	if !directives.AnyExhaustive() || len(pass.TypeErrors) > 0 {
		return nil // of what does not compile nobody knows what it is
	}
	bindings := pass.ResultOf[binding.Analyzer].(*binding.Result)
	var problems []directive.Problem
	for _, d := range directives.All {
		if d.Verb != directive.Exhaustive {
			continue
		}
		what, do := "", ""
		switch n := d.Node.(type) {
		case *ast.SwitchStmt:
			if !switchesOnCode(bindings, n) {
				what, do = "this switch is about no code", "say which domain its value is of by //errcodelint:domain, or remove it"
			}
		case *ast.CompositeLit:
			if !mapsCodes(bindings, n) {
				what, do = "no key of this map is a code", "name the codes as keys, or remove it"
			}
		}
		if what != "" {
			problems = append(problems, directive.Problem{
				Comment: d.Comment, Category: directive.Misplaced,
				Message: fmt.Sprintf("//errcodelint:exhaustive says nothing here: %s, as far as errcodelint knows; %s", what, do),
			})
		}
	}
	return problems
}

// switchesOnCode reports whether a code is in a switch's tag or one of its cases.
func switchesOnCode(bindings *binding.Result, s *ast.SwitchStmt) bool {
	if s.Tag != nil && hasCode(bindings, s.Tag) {
		return true
	}
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			if hasCode(bindings, e) {
				return true
			}
		}
	}
	return false
}

func hasCode(bindings *binding.Result, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			_, found = bindings.Of(x)
		}
		return !found
	})
	return found
}

// mapsCodes reports whether a map literal's keys are codes, or written with codes.
func mapsCodes(bindings *binding.Result, lit *ast.CompositeLit) bool {
	if _, ok := bindings.KeysOf(lit); ok {
		return true
	}
	return slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
		kv, ok := e.(*ast.KeyValueExpr)
		return ok && hasCode(bindings, kv.Key)
	})
}
