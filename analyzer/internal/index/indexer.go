package index

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An indexer fills an index.
type indexer struct {
	*Index
	called   map[*ast.Ident]bool
	passedTo map[*ast.FuncLit]*ast.CallExpr

	oneForAll bool // a loop's variable is the same in all of its rounds
}

func (w *indexer) visit(n ast.Node, stack []ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := w.info.Defs[n.Name].(*types.Func); ok {
			w.Decls[fn] = n
		}
	case *ast.FuncLit:
		w.Outer[n] = syntax.EnclosingFunc(stack)
		w.Usage[n] = w.usageOf(n, stack)
	case *ast.CallExpr:
		w.call(n, syntax.EnclosingFunc(stack))
		if syntax.Calls(w.info, n, "recover") {
			w.noteRecover(stack)
		}
		w.noteAppend(n, stack)
		w.noteGiven(n)
	case *ast.CompositeLit:
		if named, ok := types.Unalias(w.info.TypeOf(n)).(*types.Named); ok {
			for _, elt := range n.Elts {
				w.givesOut(named.Obj().Pkg(), elt)
			}
		}
		w.fields(n)
	case *ast.StructType:
		if spec, ok := syntax.StackTop(stack).(*ast.TypeSpec); !ok || spec.Assign.IsValid() {
			w.likeOther(w.info.TypeOf(n))
		}
	case *ast.SelectorExpr:
		w.method(n, stack)
	case *ast.Ident:
		w.name(n, stack)
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			var rhs ast.Expr
			if len(n.Lhs) == len(n.Rhs) {
				rhs = n.Rhs[i]
				if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok {
					if v, ok := w.info.ObjectOf(sel.Sel).(*types.Var); ok {
						w.givesOut(v.Pkg(), rhs)
					}
				}
			}
			if n.Tok == token.ASSIGN {
				w.keepsFunc(syntax.Field(w.info, lhs), rhs)
			}
			w.assign(lhs, rhs, n.End(), stack)
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			switch len(n.Values) {
			case 0:
			case len(n.Names):
				w.assign(name, n.Values[i], n.End(), stack)
			default:
				w.assign(name, nil, n.End(), stack) // of a call
			}
		}
	case *ast.IncDecStmt:
		w.assign(n.X, nil, n.End(), stack)
	case *ast.RangeStmt:
		if syntax.IsFunc(w.info.TypeOf(n.X)) {
			w.OverFuncs = append(w.OverFuncs, n)
		}
		for _, e := range []ast.Expr{n.Key, n.Value} {
			if e == nil {
				continue
			}
			w.assign(e, nil, n.X.End(), stack)
			if v := w.StoredVar(e); v != nil && w.oneForAll && n.Tok == token.DEFINE {
				i := w.Variable(v)
				i.Stores++ // in every round
				i.changed(n.Body.End(), stack)
			}
		}
	case *ast.ReturnStmt:
		w.returns(n, stack)
	case *ast.GoStmt:
		w.GoCalls = append(w.GoCalls, n.Call)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			w.address(n, stack)
			w.keepsFunc(syntax.Field(w.info, n.X), nil)
		}
	}
	return true
}

// noteRecover notes the functions around a call of recover.
func (w *indexer) noteRecover(stack []ast.Node) {
	for _, n := range stack {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			w.Recovering[n] = true
		}
	}
}

// name notes what a name is used for.
func (w *indexer) name(id *ast.Ident, stack []ast.Node) {
	switch obj := w.info.Uses[id].(type) {
	case nil:
		if v, ok := w.info.Defs[id].(*types.Var); ok && !v.IsField() {
			w.Variable(v).Owner = syntax.EnclosingFunc(stack)
		}
	case *types.Func:
		if !w.called[id] {
			w.Valued[obj.Origin()] = true
		}
		if recv := obj.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			w.Dynamic[obj.Name()] = true // also of a struct that has the interface in it
		}
	case *types.Var:
		if lit := w.FuncVars[obj]; lit != nil && !w.called[id] {
			w.Usage[lit] = HandedOn
		}
		if call, ok := syntax.StackTop(stack).(*ast.CallExpr); ok && !obj.IsField() && syntax.IsPointer(obj.Type()) {
			w.pointerArgument(id, obj, call, stack)
		}
		w.noteList(id, obj, stack)
		switch {
		case obj.IsField():
		case syntax.IsContainer(obj.Type()) && !w.onlyReads(id, stack), syntax.IsPointer(obj.Type()) && copiesPointer(syntax.StackTop(stack)):
			w.Variable(obj).leaks = true
		}
	}
}

// pointerArgument notes a call that gets a pointer which is another name for a variable.
func (w *indexer) pointerArgument(id *ast.Ident, p *types.Var, call *ast.CallExpr, stack []ast.Node) {
	i := w.Vars[p]
	at := argumentIndex(call, id)
	if i == nil || i.Aliased == nil || at < 0 {
		return
	}
	if tv := w.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		i.leaks = true
		return
	}
	w.handedTo(&ast.StarExpr{X: id}, at, stack)
}

// copiesPointer reports whether a pointer that stands right below n gets another
// name.
func copiesPointer(n ast.Node) bool {
	switch n.(type) {
	case *ast.StarExpr, *ast.SelectorExpr, *ast.CallExpr, *ast.BinaryExpr, *ast.ParenExpr:
		return false
	}
	return true
}

func (w *indexer) usageOf(lit *ast.FuncLit, stack []ast.Node) Usage {
	for i := len(stack) - 1; i >= 0; i-- {
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
			continue
		case *ast.CallExpr:
			if ast.Unparen(p.Fun) != ast.Expr(lit) {
				w.passedTo[lit] = p
				return Passed
			}
			if i > 0 {
				switch stack[i-1].(type) {
				case *ast.GoStmt:
					return started
				case *ast.DeferStmt:
					w.inPlace[lit] = true
					return Deferred
				}
			}
			w.inPlace[lit] = true
			return CalledHere
		case *ast.AssignStmt:
			for j, rhs := range p.Rhs {
				if ast.Unparen(rhs) == ast.Expr(lit) && len(p.Lhs) == len(p.Rhs) {
					return w.holds(p.Lhs[j], lit, stack)
				}
			}
		case *ast.ValueSpec:
			for j, rhs := range p.Values {
				if ast.Unparen(rhs) == ast.Expr(lit) && len(p.Names) == len(p.Values) {
					return w.holds(p.Names[j], lit, stack)
				}
			}
		}
		break
	}
	return HandedOn
}

// holds notes that a variable holds a literal.
func (w *indexer) holds(lhs ast.Expr, lit *ast.FuncLit, stack []ast.Node) Usage {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return HandedOn
	}
	v, ok := w.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Exported() {
		return HandedOn
	}
	if _, again := w.FuncVars[v]; again || outlives(v, stack) {
		w.FuncVars[v] = nil
		return HandedOn
	}
	w.FuncVars[v] = lit
	return CalledHere
}

// outlives reports whether a variable may hold a literal that was made with other variables than those
// which have their names now: in an earlier round, or call.
func outlives(v *types.Var, stack []ast.Node) bool {
	inside := func(n ast.Node) bool { return n.Pos() <= v.Pos() && v.Pos() < n.End() }
	for i := len(stack) - 1; i >= 0; i-- {
		var body *ast.BlockStmt
		switch n := stack[i].(type) {
		case *ast.ForStmt:
			body = n.Body
		case *ast.RangeStmt:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		case *ast.FuncDecl:
			return !inside(n) || isAssigned(v, stack) && jumps(n.Body)
		default:
			continue
		}
		if !inside(body) {
			return true
		}
	}
	return false
}

// isAssigned reports whether a variable is not declared by the statement on top of a stack.
func isAssigned(v *types.Var, stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		if s, ok := stack[i].(ast.Stmt); ok {
			return v.Pos() < s.Pos() || v.Pos() >= s.End()
		}
	}
	return true
}

// jumps reports whether there is a goto in a body.
func jumps(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		b, ok := n.(*ast.BranchStmt)
		found = found || ok && b.Tok == token.GOTO
		return !found
	})
	return found
}

func (w *indexer) call(call *ast.CallExpr, in ast.Node) {
	if id := syntax.CalledName(call.Fun); id != nil {
		w.called[id] = true
	}
	fn, ok := typeutil.Callee(w.info, call).(*types.Func)
	if !ok || fn.Pkg() != w.Pkg {
		w.pointers(call)
	}
	if tv := w.info.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		if to, ok := syntax.Underlying(tv.Type).(*types.Pointer); ok {
			if from, ok := syntax.Underlying(w.info.TypeOf(call.Args[0])).(*types.Pointer); ok && syntax.Underlying(from.Elem()) != syntax.Underlying(to.Elem()) {
				w.likeOther(from.Elem())
				w.likeOther(to.Elem())
			}
		}
	}
	if !ok {
		return
	}
	w.noteMade(call, fn)
	if foreign.Launches(fn) && fn.Pkg() != w.Pkg {
		w.GoCalls = append(w.GoCalls, call)
	}
	if syntax.IsMethodExpr(w.info, call) {
		w.Valued[fn.Origin()] = true // called as a function that it is not declared as
		return
	}
	w.Calls[fn.Origin()] = append(w.Calls[fn.Origin()], Site{call, in})
}

// likeOther notes the fields of a struct that can be a struct of another type with the same fields.
func (w *indexer) likeOther(t types.Type) {
	if s, ok := syntax.Underlying(t).(*types.Struct); ok {
		for field := range s.Fields() {
			w.LikeOthers[field.Origin()] = true
		}
	}
}

// pointers notes what the pointers lead to that a call gives.
func (w *indexer) pointers(call *ast.CallExpr) {
	w.eachResult(call, func(t types.Type) {
		if p, ok := syntax.Underlying(t).(*types.Pointer); ok {
			if _, isStruct := p.Elem().Underlying().(*types.Struct); !isStruct {
				w.PointedBy.add(p.Elem())
			}
		}
	})
}

// eachResult visits the types of what a call gives.
func (w *indexer) eachResult(call *ast.CallExpr, note func(types.Type)) {
	switch t := w.info.TypeOf(call).(type) {
	case *types.Tuple:
		for v := range t.Variables() {
			note(v.Type())
		}
	default:
		note(t)
	}
}

// method notes a method that gets the address of the variable that it is
// selected of.
func (w *indexer) method(sel *ast.SelectorExpr, stack []ast.Node) {
	s := w.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal {
		return
	}
	fn, ok := s.Obj().(*types.Func)
	if ok && !w.called[sel.Sel] {
		w.noteMethodValue(sel, fn)
	}
	if types.IsInterface(s.Recv()) {
		return
	}
	place := sel.X
	if syntax.IsPointer(s.Recv()) {
		place = &ast.StarExpr{X: place}
	}
	if !ok || fn.Signature().Recv() == nil || !syntax.IsPointer(fn.Signature().Recv().Type()) {
		return
	}
	if call, ok := syntax.StackTop(stack).(*ast.CallExpr); ok && ast.Unparen(call.Fun) == ast.Expr(sel) {
		w.handedTo(place, Receiver, stack)
	} else if v := w.PlaceOf(place); v != nil {
		w.Variable(v).Pointed = true
	}
}
