package effects

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about methods of the package that functions of other packages call though nothing that they take
// says so: fmt.Sprint(reply) calls its String, errors.Is(err, target) the Is and Unwrap of what is in err. Hardly any
// of them changes something.

// Hidden returns what a call may change by such methods, nil for nothing.
func (e *Effects) Hidden(call *ast.CallExpr) *Writes {
	g := e.hiddenMethods(call)
	if g == nil {
		return nil
	}
	w, ok := e.hiddenWrites[g]
	if !ok {
		w = e.New()
		e.tally().any(w, g)
		if w.Open, w.Letting = false, (foreign.Letting{}); w.Nothing() {
			w = nil
		}
		e.hiddenWrites[g] = w
	}
	return w
}

// hiddenMethods returns such methods that a call may call, nil for none.
func (e *Effects) hiddenMethods(call *ast.CallExpr) *group {
	fn, ok := typeutil.Callee(e.info, call).(*types.Func)
	if !ok || !e.carries || e.index.Decls[fn.Origin()] != nil {
		return nil
	}
	isMethod := fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type())
	if fn.Pkg() != nil {
		if k, ok := foreign.CallbacksOf(fn.Pkg()); ok {
			key := fn.Pkg().Path()
			if isMethod {
				key += "." + fn.Name()
			}
			return e.hiddenGroup(key, func(g *group) {
				g.named(e, foreign.Formatting)
				e.kept(g, fn.Pkg(), k)
				if isMethod {
					g.named(e, []string{fn.Name()})
				}
			})
		}
	}
	if isMethod {
		if g := e.methodsOf(fn.Name()); len(g.members) > 0 {
			return g
		}
		return nil
	}
	if names := foreign.Searching(fn); names != nil {
		return e.hiddenGroup(names[0], func(g *group) { g.named(e, names) })
	}
	for _, arg := range call.Args {
		if t := e.info.TypeOf(arg); t != nil && !syntax.IsPlain(t) {
			return e.hiddenGroup("", func(g *group) { g.named(e, foreign.Formatting) })
		}
	}
	return nil
}

// hiddenGroup returns the group of a name, filled when it is asked for first; nil for an empty one.
func (e *Effects) hiddenGroup(name string, fill func(g *group)) *group {
	g, ok := e.hiddenGroups[name]
	if !ok {
		g = new(group)
		if fill(g); len(g.members) == 0 {
			g = nil
		}
		e.hiddenGroups[name] = g
	}
	return g
}

// named adds the package's methods of some names.
func (g *group) named(e *Effects, names []string) {
	for _, name := range names {
		g.members = append(g.members, e.methodsOf(name).members...)
	}
}

// kept adds what the functions of a package may call of what others there have been handed: methods that mention its
// types, and those beside them, and functions of the types that it takes.
func (e *Effects) kept(g *group, of *types.Package, k foreign.Callbacks) {
	methods := new(group)
	methods.named(e, k.Methods)
	kept := make(map[*types.TypeName]bool)
	for _, m := range methods.members {
		if fn := e.method(m); fn != nil && (k.MentionedBy(fn.Signature()) || isWrite(fn)) {
			kept[receiverName(fn)] = true
		}
	}
	for _, m := range methods.members {
		if fn := e.method(m); fn == nil || kept[receiverName(fn)] {
			g.members = append(g.members, m)
		}
	}
	for _, sig := range e.index.GivenOut[of] {
		g.members = append(g.members, e.functionsOf(sig).members...)
	}
}

func (e *Effects) method(m functionValue) *types.Func {
	decl, ok := m.node.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := e.info.Defs[decl.Name].(*types.Func)
	return fn
}

// receiverName returns the name of the type that a method is of, nil if that is ill-typed.
func receiverName(fn *types.Func) *types.TypeName {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	if named, ok := syntax.Pointee(recv.Type()).(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// isWrite reports whether a method is io.Writer's.
func isWrite(fn *types.Func) bool {
	params := fn.Signature().Params()
	return fn.Name() == "Write" && params.Len() == 1 && syntax.IsBytes(params.At(0).Type())
}

// fillers adds the methods that are called by what fills a value of a type, which leads to some types: any of the
// package's, if it does not tell.
func (g *group) fillers(e *Effects, t types.Type, leadsTo map[types.Type]bool) {
	any := syntax.IsEmptyInterface(t)
	own := make(map[*types.TypeName]bool)
	for r := range leadsTo {
		if named, ok := r.(*types.Named); ok && named.Obj().Pkg() == e.index.Pkg {
			own[named.Obj()] = true
		}
	}
	if !any && len(own) == 0 {
		return
	}
	for _, name := range foreign.Filling {
		for _, m := range e.methodsOf(name).members {
			if fn := e.method(m); fn == nil || any || own[receiverName(fn)] {
				g.members = append(g.members, m)
			}
		}
	}
}
