package uncheckedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// alwaysFails reports whether the function fails whatever it decoded: the code
// is lost, but not that there is an error.
func (d *decoded) alwaysFails() bool {
	o := d.b.Order(d.call)
	from, ok := o.Find(d.call)
	if !ok {
		return false
	}
	w := d.c.errorWalk(d.b, d.b.Function(d.call))
	w.from = from
	return w.allFail(from.Block, from.At)
}

// An errorWalk follows a function to its ends, and knows which variables hold an error on the way.
type errorWalk struct {
	c    *checker
	b    *replies.Body
	info *types.Info
	from replies.Place
	errorResult

	seen    map[known]bool
	fatal   bool // the program ends somewhere
	returns bool // an error is returned somewhere
	round   bool // the decode is executed again
	passes  bool // there is a way that does not fail
}

// A known is a block that the walk has come to, and what it knew there: one bit for each variable
// that holds an error, and the last one if an answer tells of a failure.
type known struct {
	block *cfg.Block
	bits  uint64
}

const answered = 1 << 63

// An errorResult is a function's last result, if that is an error.
type errorResult struct {
	at   int          // its index, -1 for none
	own  *types.Var   // the result, if it has a name
	vars []*types.Var // what the function returns as it, the name first
}

func (c *checker) errorWalk(b *replies.Body, function ast.Node) *errorWalk {
	r, ok := c.results[function]
	if !ok {
		r = c.errorResult(b, function)
		c.results[function] = r
	}
	return &errorWalk{c: c, b: b, info: c.info, errorResult: r, seen: make(map[known]bool)}
}

func (c *checker) errorResult(b *replies.Body, function ast.Node) errorResult {
	r := errorResult{at: -1}
	var typ *ast.FuncType
	var body *ast.BlockStmt
	switch f := function.(type) {
	case *ast.FuncDecl:
		typ, body = f.Type, f.Body
	case *ast.FuncLit:
		typ, body = f.Type, f.Body
	}
	if typ.Results.NumFields() == 0 {
		return r
	}
	last := typ.Results.List[len(typ.Results.List)-1]
	if !syntax.ImplementsError(c.info.TypeOf(last.Type)) {
		return r
	}
	r.at = typ.Results.NumFields() - 1
	if len(last.Names) > 0 {
		r.own, _ = c.info.Defs[last.Names[len(last.Names)-1]].(*types.Var)
		r.add(r.own)
	}
	syntax.InspectFunc(body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok && r.at < len(ret.Results) {
			if id, ok := ast.Unparen(ret.Results[r.at]).(*ast.Ident); ok {
				if v, ok := c.info.ObjectOf(id).(*types.Var); ok && b.Local(v) {
					r.add(v)
				}
			}
		}
	})
	return r
}

func (r *errorResult) add(v *types.Var) {
	if v != nil && len(r.vars) < 60 && !slices.Contains(r.vars, v) {
		r.vars = append(r.vars, v)
	}
}

// bit returns a variable's bit, 0 for one that is not followed.
func (w *errorWalk) bit(v types.Object) uint64 {
	for i, x := range w.vars {
		if types.Object(x) == v {
			return 1 << i
		}
	}
	return 0
}

// allFail reports whether all ways from a node on fail.
func (w *errorWalk) allFail(b *cfg.Block, at int) bool {
	w.block(b, at, w.neverNil())
	return !w.passes && (w.returns || w.fatal && !w.round)
}

// neverNil returns the bits of the variables in which nothing but errors is ever stored.
func (w *errorWalk) neverNil() uint64 {
	var bits uint64
	for i, v := range w.vars {
		values := w.b.Values(v)
		if decl, empty := w.b.Empty(v); empty {
			if spec, ok := decl.(*ast.ValueSpec); ok && len(spec.Values) == 0 {
				continue
			}
		}
		fails := func(e ast.Expr) bool { return w.fails(e, 0) }
		if w.b.Local(v) && len(values) > 0 && len(values) == w.b.Stores(v) && !slices.ContainsFunc(values, func(e ast.Expr) bool { return !fails(e) }) {
			bits |= 1 << i
		}
	}
	return bits
}

func (w *errorWalk) block(b *cfg.Block, at int, bits uint64) {
	for i := at; i < len(b.Nodes) && !w.passes; i++ {
		p := replies.Place{Block: b, At: i}
		n := p.Node()
		if syntax.AnswersFailure(w.info, n) {
			bits |= answered
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			bits = w.assigned(n, bits)
		case *ast.DeclStmt:
			bits = w.declared(n, bits)
		case *ast.ReturnStmt:
			w.returned(n, bits)
			return
		}
		if yes, no, branches := p.Branch(); branches {
			ifSo, ifNot := w.refined(n.(ast.Expr), bits)
			w.next(yes, ifSo)
			w.next(no, ifNot)
			return
		}
		if p.Last() {
			w.left(n, bits)
			return
		}
	}
	if len(b.Nodes) == 0 && len(b.Succs) == 0 && b.Live {
		w.fallsOff(bits)
		return
	}
	for _, s := range b.Succs {
		w.next(s, bits)
	}
}

func (w *errorWalk) next(b *cfg.Block, bits uint64) {
	k := known{b, bits}
	if w.passes || w.seen[k] {
		return
	}
	w.seen[k] = true
	if b == w.from.Block {
		w.round = true
		return
	}
	w.block(b, 0, bits)
}

// left notes the last statement of a function that does not return: the program ends there, or the
// function has no results.
func (w *errorWalk) left(n ast.Node, bits uint64) {
	if ends(n, w.c) {
		w.fatal = true
		return
	}
	w.fallsOff(bits)
}

// fallsOff notes that a function without results ends.
func (w *errorWalk) fallsOff(bits uint64) {
	if bits&answered == 0 {
		w.passes = true
		return
	}
	w.returns = true
}

func (w *errorWalk) returned(ret *ast.ReturnStmt, bits uint64) {
	fails := bits&answered != 0
	switch {
	case fails || w.at < 0:
	case len(ret.Results) == 0:
		fails = bits&w.bit(w.own) != 0
	case w.at < len(ret.Results):
		fails = w.fails(ret.Results[w.at], bits)
	}
	if fails {
		w.returns = true
	} else {
		w.passes = true
	}
}

func (w *errorWalk) assigned(s *ast.AssignStmt, bits uint64) uint64 {
	before := bits
	for i, lhs := range s.Lhs {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok {
			continue
		}
		bit := w.bit(w.info.ObjectOf(id))
		bits &^= bit
		if bit != 0 && len(s.Lhs) == len(s.Rhs) && w.fails(s.Rhs[i], before) {
			bits |= bit
		}
	}
	return bits
}

func (w *errorWalk) declared(s *ast.DeclStmt, bits uint64) uint64 {
	decl, ok := s.Decl.(*ast.GenDecl)
	if !ok {
		return bits
	}
	for _, spec := range decl.Specs {
		if spec, ok := spec.(*ast.ValueSpec); ok {
			for i, name := range spec.Names {
				bit := w.bit(w.info.ObjectOf(name))
				bits &^= bit
				if bit != 0 && len(spec.Names) == len(spec.Values) && w.fails(spec.Values[i], bits) {
					bits |= bit
				}
			}
		}
	}
	return bits
}

// refined returns what is known where a condition holds, and where it does not.
func (w *errorWalk) refined(cond ast.Expr, bits uint64) (ifSo, ifNot uint64) {
	ifSo, ifNot = bits, bits
	var cmp *ast.BinaryExpr
	switch x := w.c.argument(cond).(type) {
	case *ast.Ident:
		if kept := w.c.kept(w.b, x); kept != nil {
			return w.refined(kept, bits)
		}
		return ifSo, ifNot
	case *ast.CallExpr:
		w.c.asked(x, func(cond ast.Expr) { ifSo, ifNot = w.refined(cond, bits) })
		return ifSo, ifNot
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			ifNot, ifSo = w.refined(x.X, bits)
		}
		return ifSo, ifNot
	case *ast.BinaryExpr:
		cmp = x
	}
	switch {
	case cmp == nil:
		return ifSo, ifNot
	case cmp.Op == token.LAND:
		first, neither := w.refined(cmp.X, bits)
		ifSo, ifNot = w.refined(cmp.Y, first)
		return ifSo, ifNot & neither
	case cmp.Op == token.LOR:
		either, second := w.refined(cmp.X, bits)
		ifSo, ifNot = w.refined(cmp.Y, second)
		return ifSo & either, ifNot
	case cmp.Op != token.NEQ && cmp.Op != token.EQL:
		return ifSo, ifNot
	}
	x, y := w.c.argument(cmp.X), w.c.argument(cmp.Y)
	if w.info.Types[x].IsNil() {
		x, y = y, x
	}
	id, ok := x.(*ast.Ident)
	if !ok || !w.info.Types[y].IsNil() {
		return ifSo, ifNot
	}
	bit := w.bit(w.info.ObjectOf(id))
	if cmp.Op == token.NEQ {
		return ifSo | bit, ifNot &^ bit
	}
	return ifSo &^ bit, ifNot | bit
}

// fails reports whether an expression is an error for certain: made on the spot, a package's own, or one that is
// known to be none of nil.
func (w *errorWalk) fails(e ast.Expr, bits uint64) bool {
	t := w.info.TypeOf(e)
	if !syntax.ImplementsError(t) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		return true
	case *ast.Ident:
		v, ok := w.info.ObjectOf(x).(*types.Var)
		return ok && (bits&w.bit(v) != 0 || v.Pkg() != nil && v.Parent() == v.Pkg().Scope())
	case *ast.SelectorExpr:
		v, ok := w.info.ObjectOf(x.Sel).(*types.Var)
		return ok && !v.IsField()
	case *ast.CallExpr:
		if w.info.Types[x.Fun].IsType() {
			return !types.IsInterface(t) && !syntax.IsPointer(t) // statusError(resp.StatusCode)
		}
		return w.c.makesError(w.c.replies.Callee(x))
	}
	return false
}

// ends reports whether a statement never returns.
func ends(n ast.Node, c *checker) bool {
	s, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(s.X).(*ast.CallExpr)
	return ok && !c.flow.MayReturn(call)
}
