package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about sentinels, and which error an error is: err == context.Canceled.

// sameError compares two errors that are not nil.
func (c comparison) sameError(x, y out) (yes, no []way) {
	a, b := x.err.itself(), y.err.itself()
	switch {
	case x.err.isTyped() && y.err.isTyped():
		return c.sameTyped(x, y)
	case x.err.cannotBe(b, c.ours), y.err.cannotBe(a, c.ours), x.err.isPlain() && y.err.isTyped(), x.err.isTyped() && y.err.isPlain():
		return truth(false, x, y)
	case a == nil || b == nil:
		return both(x, y)
	case a == b:
		return truth(true, x, y)
	case c.mayBeOne(x.err, y.err):
		return both(x, y)
	}
	return truth(false, x, y)
}

// sameTyped compares two errors of which it is known what types they have: err == codes.ResponseInvalidIP.
func (c comparison) sameTyped(x, y out) (yes, no []way) {
	l, m := x.err.typed(), y.err.typed()
	if !types.Identical(l.typ, m.typ) {
		return truth(false, x, y)
	}
	if l.field != "" || m.field != "" || len(l.code) == 0 || len(m.code) == 0 {
		return both(x, y)
	}
	codes := comparison{st: c.st, op: token.EQL, text: syntax.IsText(l.typ), ours: c.ours}
	for _, p := range l.code {
		for _, q := range m.code {
			same, others := codes.equal(p.out, q.out)
			held := p.cond.all(q.cond)
			for _, w := range same {
				yes = append(yes, way{x, y, held.all(w.cond)})
			}
			for _, w := range others {
				no = append(no, way{x, y, held.all(w.cond)})
			}
		}
	}
	return yes, no
}

// mayBeOne reports whether two variables of other packages, of which it is not known what they hold, may
// hold the same: os.ErrNotExist is one of package fs.
func (c comparison) mayBeOne(x, y *failure) bool {
	return x.open && y.open && x.itself().Pkg() != c.ours && y.itself().Pkg() != c.ours
}

// cannotBe reports whether an error is not what a package's variable holds: it was made here, or is of
// a type of the program, and the variable is one of the standard library.
func (f *failure) cannotBe(object types.Object, ours *types.Package) bool {
	if object == nil || f.fresh {
		return object != nil
	}
	l := f.typed()
	if l == nil || !hasSentinels[object.Pkg().Path()] {
		return false
	}
	name := typeName(l.typ)
	return name != nil && isProgram(name.Pkg(), ours)
}

// hasSentinels are the packages of the standard library with errors that programs ask for.
var hasSentinels = map[string]bool{
	"bufio": true, "context": true, "database/sql": true, "errors": true, "io": true, "io/fs": true, "net": true, "net/http": true,
	"os": true, "os/exec": true, "syscall": true,
}

// isProgram reports whether a package is certainly none of the standard library: its path begins with
// a domain, or as that of the package under analysis.
func isProgram(p, ours *types.Package) bool {
	first, _, _ := strings.Cut(p.Path(), "/")
	own, _, _ := strings.Cut(ours.Path(), "/")
	return first == own || strings.Contains(first, ".")
}

// identity returns whether an error that a function gets, and that its caller knows, is the sentinel
// that it is compared with; nil if it is no such comparison.
func (f *flow) identity(st *state, x ast.Expr, vx value, y ast.Expr) value {
	s := f.sentinel(y)
	if s == nil {
		if s = f.sentinel(x); s == nil {
			return nil
		}
		if !f.isGiven(f.locate(y)) {
			return nil
		}
		x, vx = y, f.eval(st, y)
	}
	if !vx.onlyFails() || !f.e.isSentinel(s) {
		return nil
	}
	if sym := f.searchForObject(f.untouched(x), s, identicalTo); sym != nil {
		return append(isTrue.conditioned(cond{{sym, single(succeeded)}}), isFalse.conditioned(cond{{sym, single(failed)}})...)
	}
	return nil
}

// isSentinel reports whether a package's variable holds one error for good, which is no code.
func (e *engine) isSentinel(v *types.Var) bool {
	known := e.packageVariable(v)
	return len(known) == 1 && known[0].kind == isError && !known[0].err.isTyped() && known[0].err.itself() == types.Object(v)
}

// isObject returns whether an error is what a package's variable holds.
func (f *flow) isObject(err *failure, v *types.Var) value {
	itself := err.itself()
	switch {
	case !f.e.isSentinel(v):
		return value{{}}
	case itself == types.Object(v):
		return isTrue
	case itself != nil && comparison{ours: f.e.pass.Pkg}.mayBeOne(err, f.e.packageVariable(v)[0].err):
		return value{{}}
	case itself != nil, err.cannotBe(v, f.e.pass.Pkg), err.isTyped() && f.e.packageVariable(v)[0].err.isPlain():
		return isFalse
	}
	return value{{}}
}

// isPlain reports whether an error is a variable that errors.New made, or its like.
func (f *failure) isPlain() bool {
	return !f.open && len(f.links) == 1 && f.links[0].direct && f.links[0].object != nil
}

// isTyped reports whether an error is of a type that the program knows.
func (f *failure) isTyped() bool { return f.typed() != nil }

// typed returns the link that is the error itself, if the program knows its type.
func (f *failure) typed() *link {
	if i := slices.IndexFunc(f.links, func(l link) bool { return l.direct && l.typ != nil && !types.IsInterface(l.typ) }); i >= 0 {
		return &f.links[i]
	}
	return nil
}

// itself returns the package's variable that an error is, or nil.
func (f *failure) itself() types.Object {
	for _, l := range f.links {
		if l.direct && l.object != nil {
			return l.object
		}
	}
	return nil
}

// comparesSentinel reports whether a comparison asks if an error is one of a package.
func (f *flow) comparesSentinel(x *ast.BinaryExpr) bool {
	return (x.Op == token.EQL || x.Op == token.NEQ) && (f.isSentinel(x.X) || f.isSentinel(x.Y))
}

func (f *flow) isSentinel(e ast.Expr) bool {
	v := f.sentinel(e)
	return v != nil && f.e.isSentinel(v)
}

// searchForObject returns the symbol of the choice whether an error that the function got holds a sentinel, or is it.
func (f *flow) searchForObject(err *location, object *types.Var, how string) *symbol {
	if err == nil || object == nil {
		return nil
	}
	key := searchKey{err, how + object.Pkg().Path() + "." + object.Name()}
	if s, ok := f.searches[key]; ok {
		return s.found
	}
	s := &search{found: f.symbol(symbolKey{loc: below(err, key.path+")", object.Type())}, choice), object: object}
	if f.searches == nil {
		f.searches = make(map[searchKey]*search)
	}
	f.searches[key] = s
	return s.found
}
