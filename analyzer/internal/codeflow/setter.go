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
// They are results of the call as those are which it returns. Where it sets a field for some codes alone, the field keeps for the
// others what it held before the call. Of functions of other packages nobody knows.

// maxFieldsSet bounds the number of fields that a function is followed for, maxHanded that of functions which hand one another what
// they get.
const maxFieldsSet, maxHanded = 8, 3

// A setter is what the text of a function tells of that.
type setter struct {
	sets  []handedBack
	hands []handing // what it hands on
}

// A handing is what a function gives to another one, by parameter.
type handing struct {
	to   *ast.FuncDecl
	args map[int]int
}

// fieldsSetBy returns the fields that a function sets by its own assignments, or by functions of the package to which it hands
// what it gets, and that say what came of something: yes or no, a number, a name, an error, a code.
func (e *engine) fieldsSetBy(node ast.Node) []handedBack {
	decl, ok := node.(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return nil
	}
	all := e.fieldsSetWithin(decl, maxHanded)
	if len(all) > maxFieldsSet {
		return nil
	}
	return all
}

func (e *engine) fieldsSetWithin(decl *ast.FuncDecl, depth int) []handedBack {
	s := e.setter(decl)
	if depth == 0 || len(s.hands) == 0 {
		return s.sets
	}
	all := slices.Clone(s.sets)
	for _, h := range s.hands {
		for _, part := range e.fieldsSetWithin(h.to, depth-1) {
			at, ok := h.args[part.Param]
			if part.Param = at; ok && !slices.Contains(all, part) {
				all = append(all, part)
			}
		}
	}
	return all
}

func (e *engine) setter(decl *ast.FuncDecl) *setter {
	if s, ok := e.setters[decl]; ok {
		return s
	}
	s := new(setter)
	e.setters[decl] = s
	if decl.Body == nil {
		return s
	}
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if part, ok := e.fieldOfGiven(decl, lhs); ok && n.Tok == token.ASSIGN && !slices.Contains(s.sets, part) {
					s.sets = append(s.sets, part)
				}
			}
		case *ast.CallExpr:
			callee, ok := syntax.StaticCallee(e.info, n)
			if !ok || e.index.Decls[callee.Origin()] == nil {
				return
			}
			if h := (handing{e.index.Decls[callee.Origin()], e.handedOn(decl, n)}); len(h.args) > 0 {
				s.hands = append(s.hands, h)
			}
		}
	})
	return s
}

// handedOn returns which parameters of a call get what the function around it gets, each with the parameter of that.
func (e *engine) handedOn(decl *ast.FuncDecl, call *ast.CallExpr) map[int]int {
	args := make(map[int]int)
	for i := index.Receiver; i < len(call.Args); i++ {
		if at, ok := e.given(decl, argument(call, i)); ok {
			args[i] = at
		}
	}
	return args
}

// fieldOfGiven returns which field an expression is of what a parameter, or the receiver, of a function points to.
func (e *engine) fieldOfGiven(decl *ast.FuncDecl, x ast.Expr) (handedBack, bool) {
	sel, ok := x.(*ast.SelectorExpr)
	if !ok {
		return handedBack{}, false
	}
	field := syntax.Field(e.info, sel)
	if field == nil || len(e.info.Selections[sel].Index()) != 1 || !syntax.IsBasic(field.Type()) && !syntax.IsErrorInterface(field.Type()) {
		return handedBack{}, false
	}
	at, ok := e.given(decl, sel.X)
	return handedBack{Param: at, Path: "*." + field.Name()}, ok
}

// given returns which parameter of a function, or its receiver, an expression is, if that is a pointer and stays the one that it got.
func (e *engine) given(decl *ast.FuncDecl, x ast.Expr) (int, bool) {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok || !syntax.IsPointer(e.info.TypeOf(id)) {
		return 0, false
	}
	v, ok := e.info.Uses[id].(*types.Var)
	if i := e.index.Vars[v]; !ok || i != nil && (i.Stores > 0 || i.Pointed) {
		return 0, false // it points to something else, perhaps
	}
	fn, ok := e.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return 0, false
	}
	return parameterOf(fn.Signature(), v)
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

// beginFieldsSet has those fields hold, at a function's start, what they held before.
func (f *flow) beginFieldsSet(start *state) {
	for _, set := range f.setLocs {
		if l := set.at; l.code == nil && !f.unsteady(l) { // a code has its entry symbol
			start.put(l, known(out{was: l}))
		}
	}
}

// A fieldValue is what a function leaves in a field of what it gets: what it sets it to, and under which conditions the field
// keeps what it held.
type fieldValue struct {
	handedBack
	value
	kept value
}

// fieldsLeft returns what a function leaves in fields of what it gets, when it returns.
func (f *flow) fieldsLeft(exit *state) (all []fieldValue) {
	for _, set := range f.setLocs {
		v := f.peek(exit, set.at)
		if f.ending == nil && changes(f.deferredWrites(), set.at) {
			continue
		}
		if sym := v.symbol(); v.isUnknown() || sym != nil && sym.site == nil && sym.loc == set.at {
			continue
		}
		left := fieldValue{handedBack: set.handedBack}
		for _, o := range v {
			if o.was == set.at {
				left.kept = append(left.kept, o)
			} else {
				left.value = append(left.value, o)
			}
		}
		all = append(all, left)
	}
	return all
}

// fieldsSet returns what a call leaves in fields of what it gets, before that has made unknown what they held.
func (in *instance) fieldsSet(c *call) (all []fieldValue) {
	for _, set := range in.s.set {
		v := in.value(set.value)
		if len(set.kept) > 0 {
			held := value{{}}
			if argument(c.CallExpr, set.Param) != nil {
				if l := in.f.handedLocation(c.CallExpr, set.Param, set.Path, nil); l != nil {
					held = in.st.held(in.f.readValue(in.st, l))
				}
			}
			for _, kept := range in.value(set.kept) {
				for _, o := range orUnknown(held).conditioned(kept.cond) {
					v = v.add(o)
				}
			}
		}
		if len(v) > 0 && len(v) <= maxOutcomes {
			all = append(all, fieldValue{handedBack: set.handedBack, value: v})
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
