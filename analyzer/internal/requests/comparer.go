package requests

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Comparer compares what a package sends.
type Comparer struct {
	pass       *analysis.Pass
	declOfFunc func(*types.Func) *ast.FuncDecl
	literalOf  func(ast.Expr) *ast.FuncLit
	once       func(*types.Var) ast.Expr
	asks       func(*types.Func) bool
	held       func(ast.Expr) *types.Func
	draws      func(*types.Func) bool

	drawn   map[syntax.AtDepth]bool // see drawsDeep
	looking map[syntax.AtDepth]bool // see looksOutside
	touches map[*ast.FuncDecl]*touches
	own     map[*ast.FuncDecl]*ownTouches
	partly  syntax.Assumption[*types.Var]  // see usesWhole
	setters map[*types.Var][]*ast.FuncDecl // see isSetByOthers
}

// New returns the comparer of a package, of whose declarations the functions tell: where a function is declared,
// which literal an expression is, what a variable holds that is assigned once, which function one or a field holds, all nil for none. Of a function of
// another package asks tells whether it sends a request by itself, and draws whether it takes the next of something.
func New(pass *analysis.Pass, declOf func(*types.Func) *ast.FuncDecl, literalOf func(ast.Expr) *ast.FuncLit, once func(*types.Var) ast.Expr, held func(ast.Expr) *types.Func, asks, draws func(*types.Func) bool) *Comparer {
	return &Comparer{
		pass:       pass,
		declOfFunc: declOf,
		literalOf:  literalOf,
		once:       once,
		held:       held,
		asks:       asks,
		draws:      draws,
		drawn:      make(map[syntax.AtDepth]bool),
		looking:    make(map[syntax.AtDepth]bool),
		touches:    make(map[*ast.FuncDecl]*touches),
		own:        make(map[*ast.FuncDecl]*ownTouches),
	}
}

// declOf returns where the function is declared that a call calls, nil if that is not in the package.
func (c *Comparer) declOf(call *ast.CallExpr) *ast.FuncDecl {
	return c.declOfFunc(c.callee(call))
}

// callee returns the function that a call calls, also by a variable or field that holds it; nil if that is not known.
func (c *Comparer) callee(call *ast.CallExpr) *types.Func {
	if fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); ok {
		return fn
	}
	return c.held(call.Fun)
}

const deepest = 4 // how many calls deep functions are looked at
