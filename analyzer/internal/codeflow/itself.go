package codeflow

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about methods by which an error says yes or no of what it knows beside its code, and about interfaces by which
// such methods are asked:
//
//	func (e *Error) Temporary() bool { return e.Kind == transient }
//
//	var t interface{ Temporary() bool }
//	return errors.As(err, &t) && t.Temporary()
//
// What the error knows its caller knows, and so there are symbols for it, as for what a function searches for.

// called follows the name of a method, where a field's would stand.
const called = "()"

// ofItself returns what is in a field of the error that a method is called on: the caller knows.
func (f *flow) ofItself(l *location, v value) value {
	recv := f.sig.Recv()
	if !v.isUnknown() || recv == nil || l.field == nil || l.root != types.Object(recv) || f.obj == nil || !asksItself(f.sig) {
		return v
	}
	t, name := recv.Type(), strings.TrimLeft(l.path, "*.")
	if known, ok := f.itself[name]; ok {
		return known
	}
	var all []answer
	if key := keyOfType(t); key != "" && f.isKept(l) {
		for _, a := range f.e.answersOf(t) {
			if a.field == name {
				at := below(f.variable(recv), saysIn+a.name()+nameAfter+key+")", t)
				a.sym = f.symbol(symbolKey{loc: at}, choice)
				all = append(all, a)
			}
		}
	}
	held := v
	if len(all) > 0 {
		held = said(all, name)
	}
	if f.itself == nil {
		f.itself = make(map[string]value)
	}
	f.itself[name] = held
	return held
}

// asksItself reports whether a signature is that of a method of an error that says yes or no, and is told nothing.
func asksItself(sig *types.Signature) bool {
	if sig.Recv() == nil || sig.Params().Len() > 0 || sig.Results().Len() != 1 || !syntax.IsBoolean(sig.Results().At(0).Type()) {
		return false
	}
	t := sig.Recv().Type()
	return syntax.ImplementsError(t) || syntax.ImplementsError(types.NewPointer(t))
}

// toldByItself returns what a method asks of the error that it is called on, in the place of a call.
func (f *flow) toldByItself(st *state, c *call, g given, how string) value {
	a, ok := f.e.answerNamed(g.typ, how)
	if !ok {
		return nil
	}
	path := "." + a.field
	if syntax.IsPointer(g.typ) {
		path = "*" + path
	}
	at := f.handedLocation(c.CallExpr, index.Receiver, path, nil)
	if at == nil {
		return nil
	}
	if v := f.readValue(st, at); len(v) > 0 {
		return a.in(st.held(v))
	}
	return nil
}

// saidBySelf returns what a method asks of the error that it is called on, if that is a part of an error.
func (e *engine) saidBySelf(l *link, g given) value {
	_, how := cutSearch(g.path)
	if a, ok := e.answerNamed(g.typ, how); ok {
		return orUnknown(a.in(l.said(a.field)))
	}
	return value{{}}
}

// questionsOf returns the methods of an interface by which an error is asked for a yes or no, without their symbols.
func questionsOf(face *types.Interface) (all []answer) {
	for m := range face.Methods() {
		if isQuestion(m) {
			all = append(all, answer{field: m.Name() + called})
		}
	}
	return all
}

// isQuestion reports whether a method says yes or no, and is told nothing.
func isQuestion(m *types.Func) bool {
	sig := m.Signature()
	return sig.Params().Len() == 0 && sig.Results().Len() == 1 && syntax.IsBoolean(sig.Results().At(0).Type())
}

// questionIn returns the method of an interface that an answer is of, nil for anything else.
func questionIn(t types.Type, a answer) *types.Func {
	face, ok := t.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for m := range face.Methods() {
		if m.Name()+called == a.field {
			return m
		}
	}
	return nil
}

// unnamed is what an interface without a name is called by, before the names of its methods.
const unnamed = "interface."

// keyOfType returns what tells a type from others that are searched for; "" for one that is not.
func keyOfType(t types.Type) string {
	if name := typeName(t); name != nil {
		key := name.Pkg().Path() + "." + name.Name()
		if syntax.IsPointer(t) {
			key = pointerTo + key
		}
		return key
	}
	face, ok := types.Unalias(t).(*types.Interface)
	if !ok || !asksMore(face) {
		return ""
	}
	var names []string
	for m := range face.Methods() {
		if !isQuestion(m) && m.Name() != "Error" {
			return ""
		}
		names = append(names, m.Name())
	}
	return unnamed + strings.Join(names, ",")
}

// askedBy returns an interface with these methods, see keyOfType.
func askedBy(names []string) types.Type {
	yes := types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.Bool]))
	var methods []*types.Func
	for _, name := range names {
		results := yes
		if name == "Error" {
			results = types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.String]))
		}
		methods = append(methods, types.NewFunc(0, nil, name, types.NewSignatureType(nil, nil, nil, nil, results, false)))
	}
	return types.NewInterfaceType(methods, nil).Complete()
}
