package replies

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Kind is what becomes of a variable where it is mentioned.
type Kind int

const (
	Harmless Kind = iota // nothing that has to do with the code
	Filled               // a decode fills it
	From                 // of data: something is decoded from it
	Written              // something else is stored in it
	Blank                // _ = r.ResponseCode, without a word why
	Read                 // its code is read
	Returned             // the function returns it
	Gone                 // it goes where nobody follows it
)

// A Use is one mention of a variable, or of another that holds the same.
type Use struct {
	Kind  Kind
	Ident *ast.Ident
	Call  *ast.CallExpr // that it is given to, if it is
	Whole bool          // Written: all of it
	Odd   bool          // Read: for something that package codeflow may not understand
	Kept  bool          // Read: to be kept in a variable, whose uses follow
	Leads bool          // Gone, or Read later on: what goes leads to the variable, whatever is stored in it by then
}

// A Trace is all that becomes of a variable.
type Trace struct {
	Uses    []Use
	Aliases bool // other variables hold the same, or a part of it
}

// Any reports whether there is a use of one of the kinds.
func (t *Trace) Any(kinds ...Kind) bool {
	for _, u := range t.Uses {
		for _, k := range kinds {
			if u.Kind == k {
				return true
			}
		}
	}
	return false
}

// A mode says what is followed: the code in a reply, or all of a text.
type mode int

const (
	reply mode = iota
	data
	value // the variable is a code itself
)

// Trace returns what becomes of a reply.
func (b *Body) Trace(v *types.Var) *Trace { return b.trace(v, reply) }

func (b *Body) trace(v *types.Var, m mode) *Trace {
	key := traced{v, m}
	if t, ok := b.traces[key]; ok {
		return t
	}
	t := new(Trace)
	b.traces[key] = t
	tr := tracer{b: b, mode: m, trace: t, done: map[*types.Var]bool{v: true}, work: []*types.Var{v}, codes: make(map[*types.Var]bool)}
	for len(tr.work) > 0 {
		v := tr.work[len(tr.work)-1]
		tr.work = tr.work[:len(tr.work)-1]
		for _, id := range b.uses[v] {
			tr.follow(id, id)
		}
	}
	return t
}

type tracer struct {
	b     *Body
	mode  mode
	trace *Trace
	done  map[*types.Var]bool
	work  []*types.Var
	codes map[*types.Var]bool // the variables that hold the code itself
	leads bool                // what is followed leads to the variable: a pointer
}

func (t *tracer) add(id *ast.Ident, kind Kind, call *ast.CallExpr) {
	t.trace.Uses = append(t.trace.Uses, Use{Kind: kind, Ident: id, Call: call, Leads: kind == Gone && t.leads})
}

// follow finds out what becomes of a mention, from the inside out.
func (t *tracer) follow(id *ast.Ident, e ast.Expr) {
	r := t.b.r
	code := t.mode == value // e is the code itself
	t.leads = id != nil && syntax.IsPointer(r.info.TypeOf(id))
	if id != nil {
		if v, ok := r.info.ObjectOf(id).(*types.Var); ok && t.codes[v] {
			code = true
		}
	}
	for {
		switch p := t.b.parents[e].(type) {
		case *ast.ParenExpr:
			e = p
		case *ast.StarExpr:
			t.leads = false
			e = p
		case *ast.SliceExpr:
			if t.mode == reply || p.X != e {
				t.add(id, Gone, nil)
				return
			}
			e = p
		case *ast.SelectorExpr:
			sel := r.info.Selections[p]
			switch {
			case sel == nil:
				t.add(id, Gone, nil)
				return
			case sel.Kind() != types.FieldVal:
				if code && takesAddress(sel) {
					t.add(id, Written, nil) // r.ResponseCode.UnmarshalText(b)
					return
				}
				if code {
					t.readBy(id, r.codeMethod(sel))
					return
				}
				next, done := t.method(id, p, sel)
				if done {
					return
				}
				e = next
				continue
			case t.mode == data:
				if p.Sel.Name != "Body" {
					t.add(id, Harmless, nil)
					return
				}
			case code:
				t.readBy(id, false)
				return
			case r.isCode(p, sel):
				code = true
			case !r.Holds(sel.Type()):
				t.add(id, Harmless, nil)
				return
			}
			e = p
		case *ast.UnaryExpr:
			t.leads = t.leads || p.Op == token.AND
			if code && p.Op == token.AND {
				t.add(id, Gone, nil) // row.Scan(&r.ResponseCode)
				return
			}
			if p.Op != token.AND {
				t.end(id, e, code)
				return
			}
			e = p
		case *ast.CallExpr:
			if e == p.Fun {
				t.add(id, Gone, p)
				return
			}
			if code {
				if x := r.bindings.PassedThrough(p); x == e || ast.Unparen(p.Fun) != nil && r.info.Types[p.Fun].IsType() {
					e = p
					continue
				}
				t.codeArgument(id, p, e)
				return
			}
			next, done := t.argument(id, p, e)
			if done {
				return
			}
			e = next
		case *ast.AssignStmt:
			t.assign(id, e, p, code)
			return
		case *ast.ValueSpec:
			for i, x := range p.Values {
				if x == e && i < len(p.Names) {
					t.stored(id, p.Names[i], code)
					return
				}
			}
			t.add(id, Gone, nil)
			return
		case *ast.IndexExpr:
			if p.X != e || t.mode != reply || code || !isMap(r.info.TypeOf(e)) {
				t.end(id, e, code)
				return
			}
			next, isCode, done := t.lookup(id, p)
			if done {
				return
			}
			e, code = next, isCode
		case *ast.TypeAssertExpr:
			switch asserted := r.info.TypeOf(p); {
			case code, isMap(asserted):
				e = p
			case t.mode == reply && isBasic(asserted):
				t.add(id, Harmless, nil) // another of its values
				return
			default:
				t.end(id, e, code)
				return
			}
		default:
			t.end(id, e, code)
			return
		}
	}
}

// takesAddress reports whether a method of a code can store another one in its receiver.
func takesAddress(sel *types.Selection) bool {
	fn, ok := sel.Obj().(*types.Func)
	if !ok || syntax.IsPointer(sel.Recv()) {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && syntax.IsPointer(recv.Type())
}

// end says what a mention comes to in a statement, or an expression that makes
// another value of it.
func (t *tracer) end(id *ast.Ident, e ast.Expr, code bool) {
	switch p := t.b.parents[e].(type) {
	case *ast.ReturnStmt:
		if !code && t.b.Function(p) == ast.Node(t.b.Decl) {
			t.add(id, Returned, nil)
			return
		}
	case *ast.BinaryExpr:
		if !code && (t.mode == data || t.b.r.isNil(p.X) || t.b.r.isNil(p.Y)) {
			t.add(id, Harmless, nil)
			return
		}
	case *ast.IndexExpr:
		if t.mode == data && p.X == e {
			t.add(id, Harmless, nil)
			return
		}
	case *ast.KeyValueExpr, *ast.CompositeLit:
		if t.mode == data && t.inError(p) {
			t.add(id, Harmless, nil) // to be shown
			return
		}
	case *ast.ExprStmt:
		t.add(id, Harmless, nil)
		return
	case *ast.IncDecStmt:
		t.add(id, Written, nil)
	case *ast.RangeStmt:
		if e == p.Key || e == p.Value {
			t.trace.Uses = append(t.trace.Uses, Use{Kind: Written, Ident: id, Whole: true})
			return
		}
	}
	if code {
		t.readBy(id, t.understood(e))
		return
	}
	t.add(id, Gone, nil)
}

// inError reports whether a value becomes a part of an error.
func (t *tracer) inError(n ast.Node) bool {
	if kv, ok := n.(*ast.KeyValueExpr); ok {
		n = t.b.parents[kv]
	}
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return false
	}
	typ := t.b.r.info.TypeOf(lit)
	return typ != nil && (types.Implements(typ, errorInterface) || types.Implements(types.NewPointer(typ), errorInterface))
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// readBy notes a read of the code, which is odd unless it is understood.
func (t *tracer) readBy(id *ast.Ident, understood bool) {
	t.trace.Uses = append(t.trace.Uses, Use{Kind: Read, Ident: id, Odd: !understood})
}

// understood reports whether the expression around a code is one that package codeflow
// follows: a comparison with a constant, a switch.
func (t *tracer) understood(e ast.Expr) bool {
	switch p := t.b.parents[e].(type) {
	case *ast.BinaryExpr:
		other := p.X
		if other == e {
			other = p.Y
		}
		_, constant := t.b.r.bindings.ConstantText(other)
		return constant || t.b.r.info.Types[other].Value != nil || t.b.r.isNil(other)
	case *ast.SwitchStmt:
		return true
	}
	return false
}

// codeArgument notes a code that is given to a function.
func (t *tracer) codeArgument(id *ast.Ident, call *ast.CallExpr, arg ast.Expr) {
	r := t.b.r
	use := Use{Kind: Read, Ident: id, Call: call, Odd: true}
	fn := r.callee(call)
	switch {
	case fn == nil:
	case Shows(fn):
		use.Odd = false
	case r.decls[fn] != nil:
		use.Odd = !r.flow.Summarizes(fn) || r.oddly(fn, indexOf(call, arg))
	case fn.FullName() == "strings.EqualFold", fn.FullName() == "slices.Contains":
		use.Odd = false
	}
	t.trace.Uses = append(t.trace.Uses, use)
}

// oddly reports whether a function of the package does something with a code that it gets
// that package codeflow may not understand.
func (r *Result) oddly(fn *types.Func, at int) bool {
	v := parameter(fn, at)
	if v == nil {
		return true
	}
	for _, u := range r.Body(r.decls[fn]).trace(v, value).Uses {
		if u.Odd || u.Kind == Gone || u.Kind == Returned {
			return true
		}
	}
	return false
}

// codeMethod reports whether a code's method is one that package codeflow understands:
// package codes', and the program's own.
func (r *Result) codeMethod(sel *types.Selection) bool {
	fn, ok := sel.Obj().(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	if decl := r.decls[fn.Origin()]; decl != nil {
		return !r.oddly(fn.Origin(), receiver)
	}
	return fn.Pkg().Path() == domain.CodesPath
}

func (t *tracer) assign(id *ast.Ident, e ast.Expr, p *ast.AssignStmt, code bool) {
	for _, x := range p.Lhs {
		if x == e {
			_, whole := ast.Unparen(e).(*ast.Ident)
			if !whole && !code && t.mode == reply && syntax.IsPointer(t.b.r.info.TypeOf(e)) {
				t.leads = true
				t.add(id, Gone, nil) // envelope.Result = &r: what it leads to has another name
				return
			}
			kind := Written
			if p.Tok != token.ASSIGN && p.Tok != token.DEFINE {
				t.add(id, Read, nil) // +=
			}
			t.trace.Uses = append(t.trace.Uses, Use{Kind: kind, Ident: id, Whole: whole})
			return
		}
	}
	for i, x := range p.Rhs {
		if x != e {
			continue
		}
		if len(p.Rhs) == 1 && len(p.Lhs) > 1 {
			// The results of a call that hands on what it was given.
			t.stored(id, p.Lhs[0], code)
			return
		}
		if i < len(p.Lhs) {
			t.stored(id, p.Lhs[i], code)
			return
		}
	}
	t.add(id, Gone, nil)
}

// stored follows a value into what it is stored in.
func (t *tracer) stored(id *ast.Ident, lhs ast.Expr, code bool) {
	x, ok := ast.Unparen(lhs).(*ast.Ident)
	switch {
	case ok && x.Name == "_":
		switch {
		case code && t.b.r.explained(x):
			t.add(id, Read, nil)
		case code:
			t.add(id, Blank, nil)
		default:
			t.add(id, Harmless, nil)
		}
		return
	case code:
		v, isVar := (*types.Var)(nil), false
		if ok {
			v, isVar = t.b.r.info.ObjectOf(x).(*types.Var)
		}
		if !isVar || !t.b.Local(v) {
			t.readBy(id, false)
			return
		}
		t.trace.Uses = append(t.trace.Uses, Use{Kind: Read, Ident: id, Kept: true})
		if !t.done[v] {
			t.done[v] = true
			t.codes[v] = true
			t.work = append(t.work, v)
		}
		return
	case !ok:
		t.add(id, Gone, nil)
		return
	}
	v, ok := t.b.r.info.ObjectOf(x).(*types.Var)
	switch {
	case ok && t.b.Local(v):
		t.add(id, Harmless, nil)
		if !t.done[v] {
			t.done[v] = true
			t.trace.Aliases = true
			t.work = append(t.work, v)
		}
	case ok && t.b.given[v]:
		t.add(id, Returned, nil)
	default:
		t.add(id, Gone, nil)
	}
}

// isCode reports whether a selected field is a code.
func (r *Result) isCode(e *ast.SelectorExpr, sel *types.Selection) bool {
	if _, ok := r.bindings.Of(e); ok {
		return true
	}
	for _, f := range r.bindings.CodeFields(sel.Recv()) {
		if f.Path[len(f.Path)-1] == sel.Obj() {
			return true
		}
	}
	return false
}

func (r *Result) isNil(e ast.Expr) bool { return r.info.Types[e].IsNil() }

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
