package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A mention is one of a variable, on its way through the expressions around it. Each step goes to
// the next one, as long as that still is, or leads to, what is followed; where it is no longer, the
// step notes what has become of it, and is the last one.
type mention struct {
	*tracer
	id    *ast.Ident
	expr  ast.Expr
	code  bool // expr is the code itself
	leads bool // expr leads to the variable: it is a pointer
	items bool // expr is beside the reply's own code: it has others, see items.go
}

// becomes notes what a mention comes to.
func (m *mention) becomes(kind Kind, call *ast.CallExpr) {
	m.add(Use{Kind: kind, Ident: m.id, Call: call, Leads: kind == Gone && m.leads})
}

// alias has the uses of a variable followed that holds the same, or in which it is.
func (m *mention) alias(v *types.Var) {
	switch {
	case m.hold(v):
		m.trace.Aliases = true
		m.beside[v] = m.items
	case m.beside[v] && !m.items:
		m.becomes(Gone, nil) // it is now one, now the other
	}
}

// last is a step that notes what a mention comes to.
func (m *mention) last(kind Kind, call *ast.CallExpr) (more bool) {
	m.becomes(kind, call)
	return false
}

// to is a step to the expression around.
func (m *mention) to(e ast.Expr) (more bool) {
	m.expr = e
	return true
}

func (m *mention) step() (more bool) {
	switch p := m.b.parents[m.expr].(type) {
	case *ast.ParenExpr:
		return m.to(p)
	case *ast.StarExpr:
		m.leads = false
		return m.to(p)
	case *ast.SliceExpr:
		if m.mode == reply && !m.items || p.X != m.expr {
			return m.last(Gone, nil)
		}
		return m.to(p)
	case *ast.SelectorExpr:
		return m.selected(p)
	case *ast.UnaryExpr:
		return m.operand(p)
	case *ast.CallExpr:
		return m.called(p)
	case *ast.IndexExpr:
		if m.items && p.X == m.expr && !m.code {
			return m.to(p)
		}
		if p.X != m.expr || m.mode != reply || m.code || !isMap(m.b.r.info.TypeOf(m.expr)) {
			break
		}
		return m.lookup(p)
	case *ast.TypeAssertExpr:
		return m.asserted(p)
	case *ast.ReturnStmt:
		if call := m.b.inPlace[p]; call != nil {
			return m.to(call)
		}
	case *ast.AssignStmt:
		m.assigned(p)
		return false
	case *ast.ValueSpec:
		m.declared(p)
		return false
	case *ast.KeyValueExpr:
		if lit, ok := m.b.parents[p].(*ast.CompositeLit); ok && p.Value == m.expr && m.wraps(lit) {
			return m.to(lit)
		}
	case *ast.CompositeLit:
		if m.wraps(p) {
			return m.to(p)
		}
	}
	m.end()
	return false
}

// selected is a step to a field or a method.
func (m *mention) selected(p *ast.SelectorExpr) (more bool) {
	r := m.b.r
	sel := r.info.Selections[p]
	switch {
	case sel == nil:
		return m.last(Gone, nil)
	case sel.Kind() != types.FieldVal && m.code:
		if takesAddress(sel) {
			return m.last(Written, nil) // r.ResponseCode.UnmarshalText(b)
		}
		return m.read(r.codeMethod(sel))
	case sel.Kind() != types.FieldVal:
		return m.method(p, sel)
	case m.mode == data:
		if p.Sel.Name != "Body" && (isResponse(sel.Recv()) || !isText(sel.Type())) {
			return m.last(Harmless, nil)
		}
	case m.code:
		return m.read(false)
	case r.isCode(p, sel):
		m.code = true
	case r.Holds(sel.Type()) && !r.isContent(sel):
		m.items = m.items || r.isBesideCode(sel)
	case m.besideReply(sel) && !m.onlyDecoded(p):
		return m.last(Gone, nil)
	default:
		return m.last(Harmless, nil)
	}
	return m.to(p)
}

// operand is a step to an operator's result.
func (m *mention) operand(p *ast.UnaryExpr) (more bool) {
	if p.Op != token.AND {
		m.end()
		return false
	}
	m.leads = true
	if m.code {
		return m.last(Gone, nil) // row.Scan(&r.ResponseCode)
	}
	return m.to(p)
}

// called is a step to a call's result.
func (m *mention) called(p *ast.CallExpr) (more bool) {
	switch {
	case m.expr == p.Fun:
		return m.last(Gone, p)
	case !m.code:
		return m.argument(p)
	case m.b.r.bindings.PassedThrough(p) == m.expr, m.b.r.info.Types[p.Fun].IsType():
		return m.to(p)
	case m.tidies(p):
		return m.last(Harmless, p)
	}
	m.codeArgument(p)
	return false
}

// tidies reports whether a call only writes a code's text another way, back where it was:
// r.ResponseCode = strings.TrimLeft(r.ResponseCode, "0").
func (m *mention) tidies(call *ast.CallExpr) bool {
	s, ok := m.b.Parent(call).(*ast.AssignStmt)
	if !ok || s.Tok != token.ASSIGN || len(s.Lhs) != 1 || types.ExprString(s.Lhs[0]) != types.ExprString(m.expr) {
		return false
	}
	fn := m.b.r.callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "strings"
}

// end notes what a mention comes to in a statement, or in an expression that makes
// another value of it.
func (m *mention) end() {
	switch p := m.b.parents[m.expr].(type) {
	case *ast.ReturnStmt:
		switch {
		case m.mode == data && m.b.r.Holds(m.b.r.info.TypeOf(m.expr)):
			m.becomes(Harmless, nil) // who follows the reply in it sees to the text beside it
			return
		case m.items && !m.code && m.root != nil && m.b.Local(m.root):
			m.becomes(Harmless, nil)
			return
		case !m.code && m.b.Function(p) == ast.Node(m.b.Decl):
			m.add(Use{Kind: Returned, Ident: m.id, At: slices.Index(p.Results, m.expr)})
			return
		}
	case *ast.BinaryExpr:
		if !m.code && (m.mode == data || m.b.r.isNil(p.X) || m.b.r.isNil(p.Y)) {
			m.becomes(Harmless, nil)
			return
		}
	case *ast.IndexExpr:
		if m.mode == data && p.X == m.expr {
			m.becomes(Harmless, nil)
			return
		}
	case *ast.KeyValueExpr, *ast.CompositeLit:
		if m.mode == data && m.inError(p) {
			m.becomes(Harmless, nil) // to be shown
			return
		}
	case *ast.ExprStmt:
		m.becomes(Harmless, nil)
		return
	case *ast.IncDecStmt:
		m.becomes(Written, nil)
	case *ast.SendStmt:
		if m.items && !m.code {
			m.becomes(Harmless, nil)
			return
		}
	case *ast.RangeStmt:
		if m.items && m.expr == p.X {
			m.eachItem(p)
			return
		}
		if m.expr == p.Key || m.expr == p.Value {
			m.add(Use{Kind: Written, Ident: m.id, Whole: true})
			return
		}
	}
	if m.code {
		m.read(m.understood())
		return
	}
	m.becomes(Gone, nil)
}

// inError reports whether a value becomes a part of an error.
func (m *mention) inError(n ast.Node) bool {
	if kv, ok := n.(*ast.KeyValueExpr); ok {
		n = m.b.parents[kv]
	}
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return false
	}
	typ := m.b.r.info.TypeOf(lit)
	return typ != nil && (syntax.ImplementsError(typ) || syntax.ImplementsError(types.NewPointer(typ)))
}

func (m *mention) assigned(p *ast.AssignStmt) {
	for _, x := range p.Lhs {
		if x == m.expr {
			m.written(p)
			return
		}
	}
	for i, x := range p.Rhs {
		switch {
		case x != m.expr:
			continue
		case len(p.Rhs) == 1 && len(p.Lhs) > 1:
			m.stored(p.Lhs[0]) // the results of a call that hands on what it was given
			return
		case i < len(p.Lhs):
			m.stored(p.Lhs[i])
			return
		}
	}
	m.becomes(Gone, nil)
}

// written notes that something is stored in what is mentioned.
func (m *mention) written(p *ast.AssignStmt) {
	_, whole := ast.Unparen(m.expr).(*ast.Ident)
	if !whole && !m.code && m.mode == reply && syntax.IsPointer(m.b.r.info.TypeOf(m.expr)) && !m.ledTo(p) {
		m.leads = true
		m.becomes(Gone, nil) // envelope.Result = shared: what it leads to has another name
		return
	}
	if p.Tok != token.ASSIGN && p.Tok != token.DEFINE {
		m.becomes(Read, nil) // +=
	}
	m.add(Use{Kind: Written, Ident: m.id, Whole: whole})
}

func (m *mention) declared(p *ast.ValueSpec) {
	for i, x := range p.Values {
		if x == m.expr && i < len(p.Names) {
			m.stored(p.Names[i])
			return
		}
	}
	m.becomes(Gone, nil)
}

// stored follows a value into what it is stored in.
func (m *mention) stored(lhs ast.Expr) {
	x, isIdent := ast.Unparen(lhs).(*ast.Ident)
	if isIdent && x.Name == "_" {
		m.toBlank(x)
		return
	}
	if field, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok && !m.code {
		m.storedInField(field)
		return
	}
	var v *types.Var
	if isIdent {
		v, _ = m.b.r.info.ObjectOf(x).(*types.Var)
	}
	switch local := v != nil && m.b.Local(v); {
	case m.code && local:
		m.add(Use{Kind: Read, Ident: m.id, Kept: true})
		if m.hold(v) {
			m.codes[v] = true
		}
	case m.code:
		m.read(false)
	case local:
		m.becomes(Harmless, nil)
		m.alias(v)
	case v != nil && m.b.given[v]:
		m.add(Use{Kind: Returned, Ident: m.id, At: m.b.resultIndex(v)})
	default:
		m.becomes(Gone, nil)
	}
}

// toBlank notes what is assigned to the blank identifier.
func (m *mention) toBlank(blank *ast.Ident) {
	switch {
	case !m.code:
		m.becomes(Harmless, nil)
	case m.b.r.explained(blank):
		m.add(Use{Kind: Read, Ident: m.id, Waived: true})
	default:
		m.becomes(Blank, nil)
	}
}

// explained reports whether somebody says why a code is thrown away: there is a
// comment on the line, or on the one above it.
func (r *Result) explained(blank *ast.Ident) bool {
	line := r.pass.Fset.Position(blank.Pos()).Line
	for _, file := range r.pass.Files {
		if blank.Pos() < file.FileStart || blank.Pos() >= file.FileEnd {
			continue
		}
		for _, group := range file.Comments {
			first, last := r.pass.Fset.Position(group.Pos()).Line, r.pass.Fset.Position(group.End()).Line
			if first == line || last == line-1 {
				return true
			}
		}
	}
	return false
}
