package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has the replies that are in something else, beside the HTTP response or the text that they
// were decoded from, as generated clients return them: response.JSON200 = &reply.

// holder returns the variable in which a field is, or in what it leads to; nil where a pointer that
// may have another name leads further.
func (b *Body) holder(field *ast.SelectorExpr) *types.Var {
	for {
		sel := b.r.info.Selections[field]
		if sel == nil || sel.Kind() != types.FieldVal {
			return nil
		}
		switch x := ast.Unparen(field.X).(type) {
		case *ast.Ident:
			v, _ := b.r.info.ObjectOf(x).(*types.Var)
			return v
		case *ast.SelectorExpr:
			if syntax.IsPointer(b.r.info.TypeOf(x)) {
				return nil
			}
			field = x
		default:
			return nil
		}
	}
}

// wraps reports whether a literal is of a struct, other than an error, that has a reply in it.
func (m *mention) wraps(lit *ast.CompositeLit) bool {
	t := m.b.r.info.TypeOf(lit)
	if t == nil || m.code || m.inError(lit) {
		return false
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok && m.b.r.Holds(t)
}

// isContent reports whether a field is of a type parameter, beside a code: what it holds is not that reply.
func (r *Result) isContent(sel *types.Selection) bool {
	_, generic := syntax.Pointee(sel.Type()).(*types.TypeParam)
	return generic && r.hasCode(sel.Recv())
}

// hasCode reports whether a struct, or what a pointer leads to, has a field that is a code, or may be one.
func (r *Result) hasCode(t types.Type) bool {
	t = syntax.Pointee(t)
	st, ok := t.Underlying().(*types.Struct)
	return ok && (len(r.bindings.CodeFields(t)) > 0 || slices.ContainsFunc(slices.Collect(st.Fields()), r.bindings.Undecided))
}

// besideReply reports whether a field can hold the text that the reply beside it was decoded from.
func (m *mention) besideReply(sel *types.Selection) bool {
	n := namedOf(sel.Type())
	return isText(sel.Type()) && !isBasic(sel.Type()) && (n == nil || n.Name() != "RawMessage")
}

// onlyDecoded reports whether nobody can read a code in a text, but in the variables that it is
// decoded into, whose uses follow.
func (m *mention) onlyDecoded(text ast.Expr) bool {
	t := newTracer(m.b, data)
	t.follow(m.id, text)
	t.followHeld()
	for _, u := range t.trace.Uses {
		switch u.Kind {
		case Read, Returned, Gone:
			return false
		case From:
			targets := m.b.r.Targets(u.Call)
			for _, e := range targets {
				v := m.b.Variable(e)
				if v == nil || !m.b.isOwn(v) {
					return false
				}
				m.alias(v)
			}
			if len(targets) == 0 {
				return false
			}
		}
	}
	return true
}

// ledTo reports whether it is known what else leads to what is stored in a field: nothing, or a
// variable, whose uses follow.
func (m *mention) ledTo(p *ast.AssignStmt) bool {
	for i, x := range p.Lhs {
		if x != m.expr {
			continue
		}
		d, ok := valueAt(p.Rhs, i)
		if !ok {
			return false
		}
		if call, ok := ast.Unparen(d.value).(*ast.CallExpr); ok && !m.b.makes(call) {
			return m.b.r.originOfCall(m.b, call, d.at).IsReply()
		}
		if lit, ok := literal(d.value); ok {
			return len(lit.Elts) == 0
		}
		if v := m.b.Variable(d.value); v != nil && m.b.isOwn(v) {
			m.alias(v)
			return true
		}
		return m.b.makes(d.value)
	}
	return false
}

// storedInField follows a value into what it becomes a field of.
func (m *mention) storedInField(field *ast.SelectorExpr) {
	switch v := m.b.holder(field); {
	case v != nil && m.mode == data && m.b.Local(v) && sourceOf(v.Type()) == response:
		m.becomes(Harmless, nil) // resp.Body = io.NopCloser(bytes.NewReader(text))
		m.alias(v)
	case v == nil || !m.b.isOwn(v):
		m.becomes(Gone, nil) // somebody else's
	case m.b.isResult(v) && (m.mode == reply || !m.b.r.Holds(v.Type())):
		m.becomes(Returned, nil)
	default:
		m.becomes(Harmless, nil)
		m.alias(v)
	}
}
