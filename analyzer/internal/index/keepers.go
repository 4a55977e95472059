package index

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says which calls keep the address that they get: from then on others may store
// there at any time.

// keepers finds out about the functions of a package.
type keepers struct {
	*Index
	known map[*types.Var]bool // parameters, and whether they are kept
	under []*types.Var        // the parameters that are looked at

	passedTo map[*ast.FuncLit]*ast.CallExpr
}

// find notes the variables whose address somebody keeps.
func (k *keepers) find() {
	for _, a := range k.addresses {
		kept, lent := k.keeps(a.call, a.at)
		if kept || k.reaches(a) {
			k.Variable(a.v).Pointed = true
		}
		if len(lent) > 0 {
			k.Variable(a.v).Pointed = true
			k.LentOut[a.v] = append(k.LentOut[a.v], lent...)
		}
	}
}

// reaches reports whether a literal that is called, or handed over beside the address, has another name for what it is of:
// the variable itself.
func (k *keepers) reaches(a handedAddress) bool {
	named := func(lit *ast.FuncLit) (found bool) {
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && k.info.Uses[id] == a.v
			return !found
		})
		return found
	}
	if lit := k.LiteralOf(a.call); lit != nil && named(lit) {
		return true
	}
	return slices.ContainsFunc(a.call.Args, func(arg ast.Expr) bool {
		lit := k.LiteralOf(&ast.CallExpr{Fun: arg})
		return lit != nil && named(lit)
	})
}

// suppose takes every address that a call gets for one that is kept. That is enough for a package
// without codes, of which only the functions that check errors are followed.
func (k *keepers) suppose() {
	for _, a := range k.addresses {
		k.Variable(a.v).Pointed = true
	}
}

// keeps reports whether a call keeps an argument, or its receiver, that is an address. A
// function of another module may keep it in what it returns: lent are the types of that.
func (k *keepers) keeps(call *ast.CallExpr, at int) (kept bool, lent []types.Type) {
	switch fn := typeutil.Callee(k.info, call).(type) {
	case *types.Builtin:
		return handsOn[fn.Name()], nil
	case *types.Func:
		if syntax.IsMethodExpr(k.info, call) {
			at-- // the first is the receiver
		}
		if decl := k.Decls[fn.Origin()]; decl != nil {
			return k.keepsParameter(fn.Origin().Signature(), at, decl.Body), nil
		}
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			for other, decl := range k.Decls {
				if other.Name() == fn.Name() && other.Signature().Recv() != nil && k.keepsParameter(other.Signature(), at, decl.Body) {
					return true, nil
				}
			}
		}
		return false, append(k.mayHold(fn.Signature()), k.holders(fn, call, at)...)
	}
	if lit := k.LiteralOf(call); lit != nil {
		sig, ok := k.info.TypeOf(lit).(*types.Signature)
		return ok && k.keepsParameter(sig, at, lit.Body), nil
	}
	return at != Receiver && k.anyKeeps(at), nil
}

// handsOn are the built-in functions that hand on what they get.
var handsOn = map[string]bool{"append": true, "new": true, "panic": true}

// anyKeeps reports whether a function of the package that is a value somewhere keeps a parameter.
func (k *keepers) anyKeeps(at int) bool {
	for fn := range k.Valued {
		decl := k.Decls[fn]
		if decl == nil {
			continue
		}
		sig := fn.Signature()
		if k.keepsParameter(sig, at, decl.Body) || sig.Recv() != nil && k.keepsParameter(sig, at-1, decl.Body) {
			return true
		}
	}
	for lit := range k.Outer {
		if u := k.Usage[lit]; u != HandedOn && u != Passed {
			continue
		}
		if sig, ok := k.info.TypeOf(lit).(*types.Signature); ok && k.keepsParameter(sig, at, lit.Body) {
			return true
		}
	}
	return false
}

// holders returns the types of what a function of another package keeps an address in that it gets, and gives
// it back from: m.Store(key, &reply), pool.Put(&reply), heap.Push(h, &reply).
func (k *keepers) holders(fn *types.Func, call *ast.CallExpr, at int) []types.Type {
	if at == Receiver || !foreign.Keeps(fn) {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && k.info.Selections[sel] != nil {
		return []types.Type{k.info.TypeOf(sel.X)}
	}
	if at > 0 {
		return []types.Type{k.info.TypeOf(call.Args[0])}
	}
	return nil
}

// mayHold returns the types of a function's results that can hold an address.
func (k *keepers) mayHold(sig *types.Signature) []types.Type {
	var held []types.Type
	for v := range sig.Results().Variables() {
		if _, basic := v.Type().Underlying().(*types.Basic); !basic && !syntax.IsErrorInterface(v.Type()) {
			held = append(held, v.Type())
		}
	}
	return held
}

// keepsParameter reports whether a function's body gives a parameter, or its receiver, another
// name that outlives the call.
func (k *keepers) keepsParameter(sig *types.Signature, at int, body *ast.BlockStmt) bool {
	v := sig.Recv()
	if at != Receiver {
		if sig.Params().Len() == 0 {
			return false
		}
		at = min(at, sig.Params().Len()-1)
		v = sig.Params().At(at)
		if _, ok := v.Type().(*types.Slice); ok && sig.Variadic() && at == sig.Params().Len()-1 {
			return true // in a list
		}
	}
	return v != nil && body != nil && k.keptIn(v, body)
}

// keptIn reports whether a body keeps what a variable of it leads to.
func (k *keepers) keptIn(v *types.Var, body *ast.BlockStmt) bool {
	if kept, ok := k.known[v]; ok {
		return kept
	}
	if i := slices.Index(k.under, v); i >= 0 {
		return i < len(k.under)-1 // in a recursion of several functions nobody knows
	}
	k.under = append(k.under, v)
	defer func() { k.under = k.under[:len(k.under)-1] }()
	kept := false
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && k.info.Uses[id] == v {
			kept = kept || k.keptAt(id, stack, body)
		}
		return !kept
	})
	k.known[v] = kept
	return kept
}

// keptAt reports whether a mention of a pointer gives it another name.
func (k *keepers) keptAt(id *ast.Ident, stack []ast.Node, body *ast.BlockStmt) bool {
	for _, n := range stack {
		if lit, ok := n.(*ast.FuncLit); ok && k.outlivesCall(lit) {
			return true
		}
	}
	leads := true // e is an address of the memory, rather than a value in it
	var e ast.Expr = id
	for i := len(stack) - 1; i >= 0; i-- {
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
			e = p
		case *ast.StarExpr:
			e, leads = p, false
		case *ast.IndexExpr:
			if p.X != e {
				return false
			}
			e, leads = p, false
		case *ast.SliceExpr:
			return true
		case *ast.SelectorExpr:
			sel := k.info.Selections[p]
			if sel != nil && sel.Kind() == types.MethodVal {
				call, ok := parentOf(stack, i).(*ast.CallExpr)
				if !ok || ast.Unparen(call.Fun) != ast.Expr(p) {
					return true
				}
				kept, lent := k.keeps(call, Receiver)
				return kept || len(lent) > 0 || isLaunched(call, stack)
			}
			e, leads = p, false
		case *ast.UnaryExpr:
			if p.Op != token.AND {
				return false
			}
			e, leads = p, true
		case *ast.TypeAssertExpr:
			if p.Type == nil {
				return leads && k.keptByClauses(stack, i, body)
			}
			e = p
		case *ast.BinaryExpr, *ast.ExprStmt, *ast.IncDecStmt, *ast.IfStmt, *ast.SwitchStmt, *ast.ForStmt, *ast.CaseClause:
			return false
		case *ast.CallExpr:
			if !leads {
				return false
			}
			if tv := k.info.Types[p.Fun]; tv.IsType() {
				e = p
				continue
			}
			at := argumentIndex(p, ast.Unparen(e))
			if at < 0 {
				return false
			}
			kept, lent := k.keeps(p, at)
			return kept || len(lent) > 0 || isLaunched(p, stack)
		case *ast.AssignStmt:
			return leads && k.keptByStore(p, e, body)
		default:
			return leads
		}
	}
	return leads
}

// isLaunched reports whether a call is a goroutine's, which goes on when the function has returned.
func isLaunched(call *ast.CallExpr, stack []ast.Node) bool {
	return slices.ContainsFunc(stack, func(n ast.Node) bool {
		g, ok := n.(*ast.GoStmt)
		return ok && g.Call == call
	})
}

// outlivesCall reports whether somebody may call a literal after the function around it has returned.
func (k *keepers) outlivesCall(lit *ast.FuncLit) bool {
	switch k.Usage[lit] {
	case HandedOn, started:
		return true
	case Passed:
		call := k.passedTo[lit]
		if call == nil {
			return true
		}
		kept, lent := k.keeps(call, argumentIndex(call, lit))
		if fn, ok := typeutil.Callee(k.info, call).(*types.Func); ok && k.Decls[fn.Origin()] == nil && !foreign.IsHarmless(fn) {
			return true
		}
		return kept || len(lent) > 0
	}
	return false
}

// keptByStore reports whether an assignment gives a pointer a name that is kept: one of the
// function's own is followed.
func (k *keepers) keptByStore(s *ast.AssignStmt, e ast.Expr, body *ast.BlockStmt) bool {
	for i, rhs := range s.Rhs {
		if rhs != e || i >= len(s.Lhs) {
			continue
		}
		id, ok := s.Lhs[i].(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := k.info.ObjectOf(id).(*types.Var)
		if !ok {
			return id.Name != "_"
		}
		if v.Pos() < body.Pos() || v.Pos() >= body.End() {
			return true
		}
		return k.keptIn(v, body)
	}
	return false // on the left
}

// keptByClauses reports whether the variables of a type switch are kept.
func (k *keepers) keptByClauses(stack []ast.Node, i int, body *ast.BlockStmt) bool {
	for ; i >= 0; i-- {
		s, ok := stack[i].(*ast.TypeSwitchStmt)
		if !ok {
			continue
		}
		for _, clause := range s.Body.List {
			if v, ok := k.info.Implicits[clause].(*types.Var); ok && k.keptIn(v, body) {
				return true
			}
		}
		return false
	}
	return true
}

func parentOf(stack []ast.Node, i int) ast.Node {
	for i--; i >= 0; i-- {
		if _, paren := stack[i].(*ast.ParenExpr); !paren {
			return stack[i]
		}
	}
	return nil
}
