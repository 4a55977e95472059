package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// looks reports whether a function reads any code, itself or by functions that it
// calls: what it returns may have been looked at.
func (r *Result) looks(fn *types.Func) bool {
	fn = fn.Origin()
	if r.decls[fn] == nil {
		f := r.importedFunction(fn)
		return f != nil && f.Looks
	}
	if r.looking == nil {
		r.findLooking()
	}
	return r.looking[fn]
}

// findLooking finds out which functions of the package look: those that read a code, and then
// all that call one of them.
func (r *Result) findLooking() {
	r.looking = make(map[*types.Func]bool)
	callers := make(map[*types.Func][]*types.Func)
	var work []*types.Func
	elsewhere := r.someLookElsewhere()
	for fn, decl := range r.decls {
		if !elsewhere && !r.flow.Concerns(decl) {
			continue // neither it nor what it calls reads a code
		}
		if r.readsCode(fn, decl, callers) {
			r.looking[fn] = true
			work = append(work, fn)
		}
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range callers[fn] {
			if !r.looking[caller] {
				r.looking[caller] = true
				work = append(work, caller)
			}
		}
	}
}

// someLookElsewhere reports whether another package's function looks.
func (r *Result) someLookElsewhere() bool {
	return slices.ContainsFunc(r.pass.AllObjectFacts(), func(f analysis.ObjectFact) bool {
		fact, ok := f.Fact.(*functionFact)
		return ok && fact.Looks && f.Object.Pkg() != r.pass.Pkg
	})
}

// readsCode reports whether a function reads a code itself, or by another package's function, and
// notes which of this package it calls.
func (r *Result) readsCode(fn *types.Func, decl *ast.FuncDecl, callers map[*types.Func][]*types.Func) bool {
	found := false
	concerned := r.flow.Concerns(decl) // else there is no code in it
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		bound := false
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if !concerned {
				break
			}
			if sel := r.info.Selections[n]; sel != nil && sel.Kind() == types.FieldVal {
				_, bound = r.bindings.Of(n)
				bound = bound || r.bindings.IsRaw(n)
			}
		case *ast.CallExpr:
			bound = concerned && r.bindings.IsLookup(n)
			callee := r.callee(n)
			switch {
			case bound || callee == nil:
			case r.decls[callee] != nil:
				callers[callee] = append(callers[callee], fn)
			case callee.Pkg() != r.pass.Pkg:
				f := r.importedFunction(callee)
				bound = f != nil && f.Looks
			}
		case *ast.IndexExpr:
			if !concerned {
				break
			}
			if t := r.info.TypeOf(n.X); t != nil {
				if _, ok := t.Underlying().(*types.Map); ok {
					_, bound = r.bindings.Of(n)
					bound = bound || r.bindings.IsRaw(n)
				}
			}
		}
		found = found || bound
		return true
	})
	return found
}
