package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A code that is read is odd where package codeflow may not understand what is asked of it: what
// the flow of codes then says about the way behind it is no ground to report anything.

// read is a step that notes a read of the code, which is odd unless it is understood.
func (m *mention) read(understood bool) (more bool) {
	m.add(Use{Kind: Read, Ident: m.id, Odd: !understood})
	return false
}

// understood reports whether the expression around a code is one that package codeflow
// follows: a comparison with a constant, a switch.
func (m *mention) understood() bool {
	r := m.b.r
	switch p := m.b.parents[m.expr].(type) {
	case *ast.BinaryExpr:
		other := p.X
		if other == m.expr {
			other = p.Y
		}
		_, constant := r.bindings.ConstantText(other)
		return constant || r.info.Types[other].Value != nil || r.isNil(other)
	case *ast.SwitchStmt:
		return true
	}
	return false
}

// codeArgument notes a code that is given to a function.
func (m *mention) codeArgument(call *ast.CallExpr) {
	r := m.b.r
	use := Use{Kind: Read, Ident: m.id, Call: call, Odd: true}
	fn := r.callee(call)
	switch {
	case fn == nil:
	case syntax.Shows(fn):
		use.Odd = false
	case r.decls[fn] != nil:
		use.Odd = !r.flow.Summarizes(fn) || r.oddly(fn, indexOf(call, m.expr))
	case syntax.IsFunction(fn, "strings", "EqualFold"), syntax.IsFunction(fn, "slices", "Contains"):
		use.Odd = false
	}
	m.add(use)
}

// oddly reports whether a function of the package does something with a code that it gets
// that package codeflow may not understand.
func (r *Result) oddly(fn *types.Func, at int) bool {
	v := parameter(fn, at)
	if v == nil {
		return true
	}
	for _, u := range r.Body(r.decls[fn]).trace(v, value).Uses {
		if u.Odd || u.Kind == Gone || u.Kind == Returned {
			return true
		}
	}
	return false
}

// codeMethod reports whether a code's method is one that package codeflow understands:
// package codes', and the program's own.
func (r *Result) codeMethod(sel *types.Selection) bool {
	fn, ok := sel.Obj().(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	if decl := r.decls[fn.Origin()]; decl != nil {
		return !r.oddly(fn.Origin(), receiver)
	}
	return fn.Pkg().Path() == domain.CodesPath
}

// takesAddress reports whether a method of a code can store another one in its receiver.
func takesAddress(sel *types.Selection) bool {
	fn, ok := sel.Obj().(*types.Func)
	if !ok || syntax.IsPointer(sel.Recv()) {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && syntax.IsPointer(recv.Type())
}

// isCode reports whether a selected field is a code.
func (r *Result) isCode(e *ast.SelectorExpr, sel *types.Selection) bool {
	if _, ok := r.bindings.Of(e); ok {
		return true
	}
	if field, ok := sel.Obj().(*types.Var); ok && r.bindings.Undecided(field) {
		return true
	}
	for _, f := range r.bindings.CodeFields(sel.Recv()) {
		if f.Path[len(f.Path)-1] == sel.Obj() {
			return true
		}
	}
	return false
}

func (r *Result) isNil(e ast.Expr) bool { return r.info.Types[e].IsNil() }
