package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a function of the package leaves in fields of what it gets a pointer to:
//
//	func (j *job) note(code codes.ResponseCode) { j.done = code == codes.ResponseSuccess }
//
// They are results of the call as those are which it returns. Of functions of other packages nobody knows.

// maxFieldsSet bounds the number of fields that a function is followed for.
const maxFieldsSet = 8

// fieldsSetBy returns the fields that a function sets by its own assignments, and that say what came of something: yes or no, a
// number, a name, an error, a code.
func (e *engine) fieldsSetBy(node ast.Node) []handedBack {
	decl, ok := node.(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return nil
	}
	if all, ok := e.setters[decl]; ok {
		return all
	}
	var all []handedBack
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		if s, ok := n.(*ast.AssignStmt); ok && s.Tok == token.ASSIGN {
			for _, lhs := range s.Lhs {
				if part, ok := e.fieldOfGiven(decl, lhs); ok && !slices.Contains(all, part) {
					all = append(all, part)
				}
			}
		}
	})
	if len(all) > maxFieldsSet {
		all = nil
	}
	e.setters[decl] = all
	return all
}

// fieldOfGiven returns which field an expression is of what a parameter, or the receiver, of a function points to.
func (e *engine) fieldOfGiven(decl *ast.FuncDecl, x ast.Expr) (handedBack, bool) {
	sel, ok := x.(*ast.SelectorExpr)
	if !ok {
		return handedBack{}, false
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	field := syntax.Field(e.info, sel)
	if !ok || field == nil || len(e.info.Selections[sel].Index()) != 1 || !syntax.IsPointer(e.info.TypeOf(id)) {
		return handedBack{}, false
	}
	if t := field.Type(); !syntax.IsBasic(t) && !syntax.IsErrorInterface(t) {
		return handedBack{}, false
	}
	fn, ok := e.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return handedBack{}, false
	}
	v, ok := e.info.Uses[id].(*types.Var)
	if i := e.index.Vars[v]; !ok || i != nil && (i.Stores > 0 || i.Pointed) {
		return handedBack{}, false // it points to something else, perhaps
	}
	sig := fn.Signature()
	part := handedBack{Param: index.Receiver, Path: "*." + field.Name()}
	if v == sig.Recv() {
		return part, true
	}
	for i := range sig.Params().Len() {
		if v == sig.Params().At(i) {
			part.Param = i
			return part, true
		}
	}
	return handedBack{}, false
}

// keepFieldsSet has the flow of a function keep, until it returns, what it sets in what it gets.
func (f *flow) keepFieldsSet() {
	for _, part := range f.e.fieldsSetBy(f.node) {
		v := f.parameterAt(part.Param)
		l := f.follow(f.variable(v), part.Path, nil)
		if l == nil {
			continue
		}
		f.noteLast(v, f.body.End()) // its caller looks at it
		f.setLocs = append(f.setLocs, setIn{part, l})
	}
}

// parameterAt returns a parameter, or the receiver.
func (f *flow) parameterAt(at int) *types.Var {
	if at == index.Receiver {
		return f.sig.Recv()
	}
	return f.sig.Params().At(at)
}

// A setIn is a field that a function sets in what it gets.
type setIn struct {
	handedBack
	at *location
}

// A fieldValue is what a function leaves in a field of what it gets.
type fieldValue struct {
	handedBack
	value
}

// fieldsLeft returns what a function leaves in fields of what it gets, when it returns.
func (f *flow) fieldsLeft(exit *state) (all []fieldValue) {
	for _, set := range f.setLocs {
		v := f.peek(exit, set.at)
		if f.ending == nil && changes(f.deferredWrites(), set.at) {
			continue
		}
		if sym := v.symbol(); !v.isUnknown() && (sym == nil || sym.site != nil || sym.loc != set.at) {
			all = append(all, fieldValue{set.handedBack, v})
		}
	}
	return all
}

// setFields stores what a call has left in fields of what it got.
func (f *flow) setFields(st *state, c *call) {
	if st.dead || len(c.args) > len(c.Args) { // f(g())
		return
	}
	for _, set := range c.set {
		if argument(c.CallExpr, set.Param) == nil {
			continue
		}
		if to := f.handedLocation(c.CallExpr, set.Param, set.Path, set.universe()); to != nil {
			f.set(st, to, set.value) // what other names there are for it, the call has made unknown
		}
	}
}
