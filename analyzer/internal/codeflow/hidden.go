package codeflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about methods of the package that functions of other packages call though nothing that they take
// says so: fmt.Sprint(reply) calls its String, errors.Is(err, target) the Is and Unwrap of what is in err. Hardly any
// of them changes something.

// formatting are the methods that are called by what prints, logs or encodes.
var formatting = []string{
	"String", "Error", "Format", "GoString", "MarshalJSON", "MarshalText", "MarshalBinary",
	"LogValue", "MarshalLogObject", "MarshalZerologObject",
}

// searching are the methods that are called by what looks into errors, by its name in package errors.
var searching = map[string][]string{
	"Is": {"Is", "Unwrap"}, "As": {"As", "Unwrap"}, "AsType": {"As", "Unwrap"}, "Unwrap": {"Unwrap"},
}

// hidden returns what a call may change by such methods, nil for nothing.
func (p *program) hidden(call *ast.CallExpr) *writes {
	g := p.hiddenMethods(call)
	if g == nil {
		return nil
	}
	w, ok := p.hiddenWrites[g]
	if !ok {
		w = p.newWrites()
		p.tally().any(w, g)
		if w.open, w.waits = false, false; w.nothing() {
			w = nil
		}
		p.hiddenWrites[g] = w
	}
	return w
}

// hiddenMethods returns such methods that a call may call, nil for none.
func (p *program) hiddenMethods(call *ast.CallExpr) *group {
	fn, ok := typeutil.Callee(p.info, call).(*types.Func)
	if !ok || p.bindings.Empty() || p.index.decls[fn.Origin()] != nil {
		return nil
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		if g := p.methodsOf(fn.Name()); len(g.members) > 0 {
			return g
		}
		return nil
	}
	if names, ok := searching[syntax.ErrorsFunction(fn)]; ok {
		return p.methodsNamed(names)
	}
	for _, arg := range call.Args {
		if t := p.info.TypeOf(arg); t != nil && !isPlain(t) {
			return p.methodsNamed(formatting)
		}
	}
	return nil
}

// isPlain reports whether a type has no methods, nor anything in it that could have some.
func isPlain(t types.Type) bool {
	_, basic := t.(*types.Basic)
	return basic
}

// methodsNamed returns the package's methods of the names of one of the lists above, nil for none.
func (p *program) methodsNamed(names []string) *group {
	g, ok := p.hiddenGroups[names[0]]
	if !ok {
		g = new(group)
		for _, name := range names {
			g.members = append(g.members, p.methodsOf(name).members...)
		}
		if len(g.members) == 0 {
			g = nil
		}
		p.hiddenGroups[names[0]] = g
	}
	return g
}
