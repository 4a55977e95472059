package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Draws reports whether a function of the package takes the next of something that lives longer than a call of it.
func (c *Comparer) Draws(decl *ast.FuncDecl) bool { return c.drawsDeep(decl, 0) }

// drawsDeep reports whether a function takes the next of something that lives longer
// than a call of it: from a channel, a queue, a cursor.
func (c *Comparer) drawsDeep(decl *ast.FuncDecl, depth int) bool {
	if decl == nil || decl.Body == nil || depth > deepest {
		return false
	}
	key := syntax.AtDepth{Decl: decl, Depth: depth}
	draws, known := c.drawn[key]
	if !known {
		draws = c.drawsBody(decl.Body, depth)
		c.drawn[key] = draws
	}
	return draws
}

// drawsIn reports whether a call of a function of the package draws. What that function reads
// of a reply which is new in every round is no draw.
func (c *Comparer) drawsIn(call *ast.CallExpr, decl *ast.FuncDecl, outside func(types.Object) bool, depth int) bool {
	if !c.drawsDeep(decl, depth) {
		return false
	}
	fresh := c.freshReplies(call, decl, outside)
	return len(fresh) == 0 || c.drawsBut(decl.Body, fresh, depth)
}

// freshReplies returns the parameters of a function that a call hands an HTTP reply to, or a part of
// one, that is not from outside.
func (c *Comparer) freshReplies(call *ast.CallExpr, decl *ast.FuncDecl, outside func(types.Object) bool) map[types.Object]bool {
	info := c.pass.TypesInfo
	fresh := make(map[types.Object]bool)
	i := 0
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			if i < len(call.Args) {
				p, ok := PlaceOf(info, call.Args[i])
				if ok && p.Root != nil && IsReply(p.Root.Type()) && !outside(p.Root) {
					fresh[info.Defs[name]] = true
				}
			}
			i++
		}
		i += max(0, 1-len(field.Names))
	}
	return fresh
}

// IsReply reports whether a type is that of an HTTP library's replies.
func IsReply(t types.Type) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && named.Obj().Name() == "Response" && named.Obj().Pkg() != nil && replying[syntax.UnversionedPath(named.Obj().Pkg().Path())]
}

var replying = map[string]bool{
	"net/http": true, "github.com/go-resty/resty": true, "resty.dev": true, "github.com/valyala/fasthttp": true, "github.com/imroc/req": true,
}

func (c *Comparer) drawsBody(body *ast.BlockStmt, depth int) bool {
	return c.drawsBut(body, nil, depth)
}

// drawsBut is drawsBody where what some parameters are is new in every call.
func (c *Comparer) drawsBut(body *ast.BlockStmt, fresh map[types.Object]bool, depth int) bool {
	info := c.pass.TypesInfo
	outside := func(root types.Object) bool {
		return (root.Pos() < body.Pos() || root.Pos() >= body.End()) && !fresh[root]
	}
	moved := c.moved(body, outside)
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.UnaryExpr:
			found = n.Op == token.ARROW && !syntax.IsClock(info.TypeOf(n.X)) && !c.isOwnChannel(n.X, outside)
		case *ast.RangeStmt:
			if t := info.TypeOf(n.X); t != nil {
				_, isChan := t.Underlying().(*types.Chan)
				found = isChan && !syntax.IsClock(t) && !c.isOwnChannel(n.X, outside)
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if i < len(n.Rhs) && n.Tok == token.ASSIGN && movesOn(info, lhs, n.Rhs[i], outside) {
					found = true
				}
			}
		case *ast.IndexExpr:
			found = Mentions(info, n.Index, moved) || countsOn(info, n.Index, outside) || c.isAtRandom(n)
		case *ast.CallExpr:
			if lit := c.literalOf(n.Fun); lit != nil && body.Pos() <= lit.Pos() && lit.End() <= body.End() {
				break // what it draws from outside the body is seen where it stands: defer func() { resp.Body.Close() }()
			}
			found = c.drawsCall(n, outside, depth)
		}
		return !found
	})
	return found
}

// isOwnChannel reports whether a channel is new in every call: what comes through it, the call has sent there, or had sent.
func (c *Comparer) isOwnChannel(e ast.Expr, outside func(types.Object) bool) bool {
	id, _ := ast.Unparen(e).(*ast.Ident)
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || outside(v) {
		return false
	}
	made, ok := ast.Unparen(c.once(v)).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(c.pass.TypesInfo, made, "make")
}

func (c *Comparer) drawsCall(call *ast.CallExpr, outside func(types.Object) bool, depth int) bool {
	info := c.pass.TypesInfo
	if syntax.IsBuiltin(info, call, "delete") && len(call.Args) == 2 {
		p, ok := PlaceOf(info, call.Args[0])
		return ok && outside(p.Root)
	}
	fn := c.callee(call)
	if fn == nil {
		if lit := c.literalOf(call.Fun); lit != nil && depth < deepest && c.drawsBody(lit.Body, depth+1) {
			return true
		}
		p, ok := PlaceOf(info, call.Fun)
		return ok && outside(p.Root) && c.givesWork(call)
	}
	switch MannerOf(fn) {
	case AsksAgain:
		return false
	case TakesNext:
		return takesFrom(info, call, outside)
	}
	if decl := c.declOfFunc(fn); decl != nil {
		return c.drawsIn(call, decl, outside, depth+1)
	}
	recv := syntax.Receiver(info, call)
	if recv == nil {
		return c.draws(fn)
	}
	if !drawMethod().MatchString(fn.Name()) && !c.givesWork(call) && !c.draws(fn) {
		return false
	}
	p, ok := PlaceOf(info, recv)
	return !ok || outside(p.Root)
}

// givesWork reports whether a function of which nobody knows what it does gives what is to be
// done: it is asked for nothing but, perhaps, how many, and returns a list, or something and whether
// there was anything.
func (c *Comparer) givesWork(call *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	for _, arg := range call.Args {
		if t := info.TypeOf(arg); t == nil || !Exempt(t) && !syntax.IsInteger(t) {
			return false
		}
	}
	sig, ok := info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 {
		return false
	}
	first := sig.Results().At(0).Type()
	if s, ok := first.Underlying().(*types.Slice); ok {
		b, ok := s.Elem().Underlying().(*types.Basic)
		return !ok || b.Kind() != types.Byte
	}
	return sig.Results().Len() == 2 && syntax.IsBoolean(sig.Results().At(1).Type())
}

// moved returns the places outside a body that it counts on: what they are an
// index of is another element each time.
func (c *Comparer) moved(body *ast.BlockStmt, outside func(types.Object) bool) []Place {
	info := c.pass.TypesInfo
	var all []Place
	add := func(e ast.Expr) {
		if p, ok := PlaceOf(info, e); ok && outside(p.Root) && syntax.IsInteger(info.TypeOf(e)) {
			all = append(all, p)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IncDecStmt:
			add(n.X)
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					add(lhs)
				}
			}
		}
		return true
	})
	return all
}

// countsOn reports whether an expression counts on an atomic number that is outside: the next
// of all hosts is hosts[n.Add(1) % len(hosts)].
func countsOn(info *types.Info, e ast.Expr, outside func(types.Object) bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			of, manner := atomicOf(info, call)
			if p, ok := PlaceOf(info, of); ok && manner == atomicStore {
				found = p.Root != nil && outside(p.Root)
			}
		}
		return !found
	})
	return found
}

// What a call does with an atomic value.
const (
	atomicLoad  = "Load"
	atomicStore = "Store"
)

// atomicOf returns the atomic value that a call of a function or method of sync/atomic is about,
// and what it does with it; nil for other calls.
func atomicOf(info *types.Info, call *ast.CallExpr) (of ast.Expr, manner string) {
	fn, ok := syntax.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "sync/atomic" {
		return nil, ""
	}
	if of = syntax.Receiver(info, call); of == nil && len(call.Args) > 0 {
		if u, ok := ast.Unparen(call.Args[0]).(*ast.UnaryExpr); ok {
			of = u.X
		}
	}
	if strings.HasPrefix(fn.Name(), atomicLoad) {
		return of, atomicLoad
	}
	return of, atomicStore
}

// Mentions reports whether an expression depends on one of some places.
func Mentions(info *types.Info, e ast.Expr, places []Place) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			if p, ok := PlaceOf(info, x); ok {
				for _, q := range places {
					found = found || p == q
				}
			}
		}
		return !found
	})
	return found
}

// movesOn reports whether an assignment makes a place outside hold what comes
// after what it held: q.jobs = q.jobs[1:], l.head = l.head.next.
func movesOn(info *types.Info, lhs, rhs ast.Expr, outside func(types.Object) bool) bool {
	to, ok := PlaceOf(info, lhs)
	if !ok || !outside(to.Root) {
		return false
	}
	switch x := ast.Unparen(rhs).(type) {
	case *ast.SliceExpr:
		return true
	case *ast.SelectorExpr:
		from, ok := PlaceOf(info, x)
		return ok && from.Root == to.Root && from != to && from.Overlaps(to)
	}
	return false
}
