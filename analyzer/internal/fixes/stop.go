package fixes

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Stop returns the fix that ends what a library does for some codes, at the
// returns that let them out of a function.
func (w *Writer) Stop(f points.Function, o points.Source, rets []*ast.ReturnStmt, out []domain.Member, end libraries.Ending, pkg *types.Package) []analysis.SuggestedFix {
	if len(rets) == 0 || len(out) == 0 {
		return nil
	}
	file, _ := w.PathTo(rets[0])
	if file == nil {
		return nil
	}
	var edits, imports []analysis.TextEdit
	for _, ret := range rets {
		_, path := w.PathTo(ret)
		b := &branch{w: w, f: f, file: file, o: o, out: out, body: f.Body}
		if len(ret.Results) == 0 || !b.before(ret, path) {
			return nil
		}
		for _, at := range b.here.Origins() {
			if at.Call == o.Call {
				b.out = slices.DeleteFunc(slices.Clone(out), func(m domain.Member) bool { return !at.Codes.Has(m.Text) })
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
		q, ok := b.question(code)
		if !ok {
			return nil
		}
		edits = append(edits, analysis.TextEdit{Pos: b.at, End: b.at, NewText: []byte(b.text(b.head(q), stmt))})
		if b.imports != nil {
			imports = b.imports
		}
	}
	e, ok := w.Namer(file).Rewrite(edits...)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "End it for the codes that cannot succeed", TextEdits: append([]analysis.TextEdit{e}, imports...)}}
}

// only reports whether no other codes can be there than those that are to leave.
func (b *branch) only() bool {
	if b.o.Codes.Undocumented() {
		return false
	}
	for _, m := range b.o.Domain.Members() {
		if b.o.Codes.Has(m.Text) && !slices.Contains(b.out, m) {
			return false
		}
	}
	return true
}

// finalReturn returns a return statement with an error that is final, as text to write
// before it and as an edit of the statement itself.
func (b *branch) finalReturn(ret *ast.ReturnStmt, end libraries.Ending, pkg *types.Package) (string, analysis.TextEdit, bool) {
	n := b.w.Namer(b.file)
	err := ret.Results[len(ret.Results)-1]
	if n.HasComment(ret) || !end.Bare && !b.w.isOneError(err) {
		return "", analysis.TextEdit{}, false
	}
	if call, ok := ast.Unparen(err).(*ast.CallExpr); ok && !end.Bare {
		if obj := syntax.Callee(b.w.pass.TypesInfo, call); obj != nil && obj.Pkg() == pkg {
			return "", analysis.TextEdit{}, false // backoff.RetryAfter
		}
	}
	source := n.Source(err.Pos(), err.End())
	switch {
	case end.Bare:
		call, ok := ast.Unparen(err).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return "", analysis.TextEdit{}, false
		}
		source = n.Source(call.Args[0].Pos(), call.Args[0].End())
		if end.Mark != "" {
			name, ok := b.object(pkg, end.Mark)
			if !ok {
				return "", analysis.TextEdit{}, false
			}
			source = name + "(" + source + ")"
		}
	case end.Mark != "":
		name, ok := b.object(pkg, end.Mark)
		if !ok {
			return "", analysis.TextEdit{}, false
		}
		source = name + "(" + source + ")"
	case end.With != "":
		name, ok := b.object(pkg, end.With)
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
		fn, _ := syntax.Callee(b.w.pass.TypesInfo, call).(*types.Func)
		format, ok := call.Args[0].(*ast.BasicLit)
		if ok && fn != nil && syntax.IsFunction(fn, "fmt", "Errorf") && strings.HasSuffix(format.Value, `"`) {
			n := b.w.Namer(b.file)
			return n.Source(call.Pos(), format.End()-1) + `: %w"` + n.Source(format.End(), call.Rparen) + ", " + other + ")"
		}
	}
	return wrap + `("%w: %w", ` + source + ", " + other + ")"
}

// isOneError reports whether an expression is an error, and nothing besides.
func (w *Writer) isOneError(e ast.Expr) bool {
	t := w.pass.TypesInfo.TypeOf(e)
	_, several := t.(*types.Tuple)
	return t != nil && !several && !w.pass.TypesInfo.Types[e].IsNil() && syntax.ImplementsError(t)
}

// object returns the name of something that a package declares, where the branch
// goes.
func (b *branch) object(pkg *types.Package, name string) (string, bool) {
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return "", false
	}
	return b.w.Namer(b.file).Object(obj, b.at)
}

// errorf returns the name of fmt.Errorf, if the file imports it.
func (b *branch) errorf() (string, bool) {
	for _, imp := range b.w.pass.Pkg.Imports() {
		if imp.Path() == "fmt" {
			return b.object(imp, "Errorf")
		}
	}
	return "", false
}
