package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An ending is how a library is told that an error is final.
type ending struct {
	mark string // a function that marks an error
	with string // an error that is wrapped beside it
	bare bool   // by an error without a mark
}

// stopFix returns the fix that ends what a library does for some codes, at the
// returns that let them out of a function.
func (c *checker) stopFix(f function, o source, rets []*ast.ReturnStmt, out []domain.Member, end ending, pkg *types.Package) []analysis.SuggestedFix {
	if len(rets) == 0 || len(out) == 0 {
		return nil
	}
	file, _ := c.pathTo(rets[0])
	if file == nil {
		return nil
	}
	var edits, imports []analysis.TextEdit
	for _, ret := range rets {
		_, path := c.pathTo(ret)
		b := &branch{c: c, f: f, file: file, o: o, out: out, body: f.body}
		if len(ret.Results) == 0 || !b.before(ret, path) {
			return nil
		}
		for _, at := range b.here.origins() {
			if at.call == o.call {
				b.out = slices.DeleteFunc(slices.Clone(out), func(m domain.Member) bool { return !at.codes.Has(m.Text) })
				b.o = at
			}
		}
		if len(b.out) == 0 {
			return nil
		}
		stmt, whole, ok := b.finalReturn(ret, end, pkg)
		if !ok {
			return nil
		}
		if b.only() {
			edits = append(edits, whole)
			continue
		}
		code, ok := b.code()
		if !ok {
			return nil
		}
		text, ok := b.text(code, stmt)
		if !ok {
			return nil
		}
		edits = append(edits, analysis.TextEdit{Pos: b.at, End: b.at, NewText: []byte(text)})
		if b.imports != nil {
			imports = b.imports
		}
	}
	e, ok := c.namer(file).Rewrite(edits...)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "End it for the codes that cannot succeed", TextEdits: append([]analysis.TextEdit{e}, imports...)}}
}

// only reports whether no other codes can be there than those that are to leave.
func (b *branch) only() bool {
	if b.o.codes.Undocumented() {
		return false
	}
	for _, m := range b.o.domain.Members() {
		if b.o.codes.Has(m.Text) && !slices.Contains(b.out, m) {
			return false
		}
	}
	return true
}

// finalReturn returns a return statement with an error that is final, as text to write
// before it and as an edit of the statement itself.
func (b *branch) finalReturn(ret *ast.ReturnStmt, end ending, pkg *types.Package) (string, analysis.TextEdit, bool) {
	n := b.c.namer(b.file)
	err := ret.Results[len(ret.Results)-1]
	if n.HasComment(ret) || !end.bare && !b.c.isOneError(err) {
		return "", analysis.TextEdit{}, false
	}
	if call, ok := ast.Unparen(err).(*ast.CallExpr); ok && !end.bare {
		if obj := syntax.Callee(b.c.pass.TypesInfo, call); obj != nil && obj.Pkg() == pkg {
			return "", analysis.TextEdit{}, false // backoff.RetryAfter
		}
	}
	source := n.Source(err.Pos(), err.End())
	switch {
	case end.bare:
		call, ok := ast.Unparen(err).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return "", analysis.TextEdit{}, false
		}
		source = n.Source(call.Args[0].Pos(), call.Args[0].End())
		if end.mark != "" {
			name, ok := b.object(pkg, end.mark)
			if !ok {
				return "", analysis.TextEdit{}, false
			}
			source = name + "(" + source + ")"
		}
	case end.mark != "":
		name, ok := b.object(pkg, end.mark)
		if !ok {
			return "", analysis.TextEdit{}, false
		}
		source = name + "(" + source + ")"
	case end.with != "":
		name, ok := b.object(pkg, end.with)
		wrap, imported := b.errorf()
		if !ok || !imported {
			return "", analysis.TextEdit{}, false
		}
		source = b.beside(err, wrap, source, name)
	default:
		return "", analysis.TextEdit{}, false
	}
	var parts []string
	for _, r := range ret.Results[:len(ret.Results)-1] {
		parts = append(parts, n.Source(r.Pos(), r.End()))
	}
	return "return " + strings.Join(append(parts, source), ", "),
		analysis.TextEdit{Pos: err.Pos(), End: err.End(), NewText: []byte(source)}, true
}

// beside returns an error that wraps another one beside err: in the same call, if
// that formats err.
func (b *branch) beside(err ast.Expr, wrap, source, other string) string {
	if call, ok := ast.Unparen(err).(*ast.CallExpr); ok && len(call.Args) > 0 && !call.Ellipsis.IsValid() {
		fn, _ := syntax.Callee(b.c.pass.TypesInfo, call).(*types.Func)
		format, ok := call.Args[0].(*ast.BasicLit)
		if ok && fn != nil && syntax.IsFunction(fn, "fmt", "Errorf") && strings.HasSuffix(format.Value, `"`) {
			n := b.c.namer(b.file)
			return n.Source(call.Pos(), format.End()-1) + `: %w"` + n.Source(format.End(), call.Rparen) + ", " + other + ")"
		}
	}
	return wrap + `("%w: %w", ` + source + ", " + other + ")"
}

// isOneError reports whether an expression is an error, and nothing besides.
func (c *checker) isOneError(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	_, several := t.(*types.Tuple)
	return t != nil && !several && !c.pass.TypesInfo.Types[e].IsNil() && syntax.ImplementsError(t)
}

// object returns the name of something that a package declares, where the branch
// goes.
func (b *branch) object(pkg *types.Package, name string) (string, bool) {
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return "", false
	}
	return b.c.namer(b.file).Object(obj, b.at)
}

// errorf returns the name of fmt.Errorf, if the file imports it.
func (b *branch) errorf() (string, bool) {
	for _, imp := range b.c.pass.Pkg.Imports() {
		if imp.Path() == "fmt" {
			return b.object(imp, "Errorf")
		}
	}
	return "", false
}
