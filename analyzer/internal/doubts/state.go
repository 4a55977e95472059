package doubts

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// KeptState reports whether a code is a field in which a type of the program's own keeps what happened
// before, and a condition above asks another field of the same value: `if j.failed { return j.code }`, also where variables
// have got the two. When which code is kept there, the program knows. So it does where the type keeps the whole reply: `if
// !j.sent { return j.reply.Code }`.
// A reply is no such type: its fields have tags, or the wire's names.
func (d *Doubts) KeptState(root ast.Node, code ast.Expr) bool {
	sel := d.selected(root, code)
	if sel == nil {
		return false
	}
	info := d.pass.TypesInfo
	k := kept{d, root, code}
	reply, ok := binding.IsWireName(sel.Sel.Name), true
	for ok && info.Selections[sel] != nil && info.Selections[sel].Kind() == types.FieldVal {
		if !reply && !hasTags(info.TypeOf(sel.X)) && k.asked(sel) {
			return true
		}
		reply = false
		sel, ok = ast.Unparen(sel.X).(*ast.SelectorExpr)
	}
	return false
}

// kept is one question to [Doubts.KeptState].
type kept struct {
	d    *Doubts
	root ast.Node
	code ast.Expr
}

// asked reports whether a condition above the code asks another field of the value that a field is selected from. Of what
// the function itself has stored there, code flow knows more; of what another one has returned, only a boolean says
// whether there is a failure: an error may be one of another kind.
func (k kept) asked(sel *ast.SelectorExpr) bool {
	info, bindings := k.d.pass.TypesInfo, k.d.bindings
	of := Root(info, bindings, sel.X)
	if of == nil {
		return false
	}
	owner := types.ExprString(sel.X)
	isOther := func(n ast.Node) bool {
		other, ok := n.(*ast.SelectorExpr)
		return ok && other.Sel.Name != sel.Sel.Name && types.ExprString(other.X) == owner && Root(info, bindings, other.X) == of
	}
	copies := k.copies(of, isOther)
	asked, boolean, stored, returned := false, false, false, false
	ask := func(cond ast.Expr) {
		if cond == nil || cond.End() > k.code.Pos() {
			return
		}
		ast.Inspect(cond, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if ok && slices.Contains(copies, info.ObjectOf(id)) || isOther(n) {
				asked, boolean = true, boolean || answersYes(info.TypeOf(n.(ast.Expr)))
			}
			return true
		})
	}
	k.d.mentions.Inspect(k.root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			ask(n.Cond)
		case *ast.CaseClause:
			for _, e := range n.List {
				ask(e)
			}
		case *ast.SwitchStmt:
			ask(n.Tag)
		case *ast.AssignStmt:
			for _, x := range n.Rhs {
				if syntax.IsBoolean(info.TypeOf(x)) {
					ask(x)
				}
			}
			for _, lhs := range n.Lhs {
				text := types.ExprString(lhs)
				if n.Pos() >= k.code.Pos() || text != types.ExprString(sel) && text != owner {
					continue
				}
				call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
				if ok && text == owner && !info.Types[call.Fun].IsType() {
					returned = true
				} else {
					stored = true
				}
			}
		}
		return true
	}, append(copies, of)...)
	return asked && !stored && (boolean || !returned)
}

// copies returns the variables that are given one of some selections from a variable, and nothing else.
func (k kept) copies(of types.Object, is func(ast.Node) bool) (all []types.Object) {
	f := failure{k.d.pass.TypesInfo, k.d.bindings, k.d.mentions, k.root}
	k.d.mentions.Inspect(k.root, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != len(assign.Rhs) {
			return true
		}
		for i, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && is(ast.Unparen(assign.Rhs[i])) && f.definition(id) != nil {
				all = append(all, f.info.ObjectOf(id))
			}
		}
		return true
	}, of)
	return all
}

// answersYes reports whether a type is a boolean, or that of a method that gives nothing but one.
func answersYes(t types.Type) bool {
	if t == nil {
		return false
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return sig.Results().Len() == 1 && syntax.IsBoolean(sig.Results().At(0).Type())
	}
	return syntax.IsBoolean(t)
}
