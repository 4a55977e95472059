package fixes

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// leaving returns the statement that leaves: a return that the function has for
// this code already, or one of the code's own error with zero values.
func (b *branch) leaving(code ast.Expr) (string, bool) {
	results := b.f.Type.Results
	if results == nil {
		return "", false
	}
	var zeros []string
	var last types.Type
	for _, field := range results.List {
		t := b.w.pass.TypesInfo.TypeOf(field.Type)
		for range max(1, len(field.Names)) {
			if requests.IsReply(t) {
				return "", false // a transport, say, hands on what came back: who called it reads the code
			}
			if last != nil {
				z, ok := zeroOf(last, b.w.pass.Pkg)
				if !ok {
					z = ""
				}
				zeros = append(zeros, z)
			}
			last = t
		}
	}
	if !syntax.IsError(last) {
		return "", false
	}
	if others, ok := b.besideErrors(); ok {
		zeros = others
	} else if slices.Contains(zeros, "") {
		return "", false
	}
	if text, ok := b.ownReturn(code); ok {
		return text, true
	}
	if b.handsOn(code) {
		return "", false
	}
	err, ok := b.errorOf(code)
	return "return " + strings.Join(append(zeros, err), ", "), ok
}

// besideErrors returns what the function returns beside an error, if that is the same in each return: the names of its results, or
// variables.
func (b *branch) besideErrors() ([]string, bool) {
	info := b.w.pass.TypesInfo
	var beside []string
	if last := b.f.Type.Results.List[len(b.f.Type.Results.List)-1]; len(last.Names) > 0 {
		for _, field := range b.f.Type.Results.List {
			for _, name := range field.Names {
				if obj := info.Defs[name]; obj == nil || name.Name == "_" || name != last.Names[len(last.Names)-1] && !b.w.Namer(b.file).Means(obj, b.at) {
					return nil, false
				}
				beside = append(beside, name.Name)
			}
		}
		return beside[:len(beside)-1], true
	}
	same := true
	syntax.InspectFunc(b.f.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || !same || len(ret.Results) != b.f.Type.Results.NumFields() || info.Types[ret.Results[len(ret.Results)-1]].IsNil() {
			return // of(r) may return anything
		}
		var these []string
		for _, e := range ret.Results[:len(ret.Results)-1] {
			_, isName := ast.Unparen(e).(*ast.Ident)
			same = same && (isName || info.Types[e].Value != nil) && b.meansTheSame(e)
			if isName || info.Types[e].Value != nil {
				these = append(these, b.w.Namer(b.file).Source(e.Pos(), e.End()))
			}
		}
		same = same && (beside == nil || slices.Equal(beside, these))
		beside = these
	})
	return beside, same && len(beside) > 0
}

// handsOn reports whether the function returns the code, or the reply that holds it, beside the
// error: who called it asks that, and may take an error for the transport's.
func (b *branch) handsOn(code ast.Expr) bool {
	info := b.w.pass.TypesInfo
	held := []types.Type{info.TypeOf(code)}
	if p, ok := requests.PlaceOf(info, code); ok && p.Root != nil {
		held = append(held, p.Root.Type())
	}
	results := b.f.Type.Results.List
	for i, field := range results {
		if i == len(results)-1 && len(field.Names) < 2 {
			break // the error
		}
		t := syntax.Pointee(info.TypeOf(field.Type))
		for _, h := range held {
			if types.Identical(t, syntax.Pointee(h)) {
				return true
			}
		}
	}
	return false
}

// ownReturn returns a return of the function that makes an error of this code, and
// of nothing that is not there where the branch goes. Where only codes come that the program
// names, its words may be about those: account trouble.
func (b *branch) ownReturn(code ast.Expr) (string, bool) {
	n := b.w.Namer(b.file)
	text := n.Source(code.Pos(), code.End())
	found := ""
	syntax.InspectFunc(b.body, func(m ast.Node) {
		ret, ok := m.(*ast.ReturnStmt)
		if !ok || ret.Pos() > b.at || len(ret.Results) != b.f.Type.Results.NumFields() || n.HasComment(ret) {
			return
		}
		err := ret.Results[len(ret.Results)-1]
		call, ok := ast.Unparen(err).(*ast.CallExpr)
		if !ok {
			return
		}
		if fn, ok := syntax.Callee(b.w.pass.TypesInfo, call).(*types.Func); !ok || !syntax.IsFunction(fn, "fmt", "Errorf") {
			return
		}
		source := n.Source(ret.Pos(), ret.End())
		if b.isForNamed(ret) && !b.saysNoMore(call) || b.tellsOther(call) || !strings.Contains(n.Source(err.Pos(), err.End()), text) || strings.Contains(source, "\n") || !b.meansTheSame(ret) {
			return
		}
		found = source
	})
	return found, found != ""
}

// isForNamed reports whether none but codes that the program names get to a return: no undocumented one does.
func (b *branch) isForNamed(ret *ast.ReturnStmt) bool {
	return slices.ContainsFunc(b.w.Before(ret).Origins(), func(s points.Source) bool { return s.Is(b.o) && !s.Codes.Undocumented() })
}

// saysNoMore reports whether the words of an error that fmt.Errorf makes are good for any code.
func (b *branch) saysNoMore(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false // broken code
	}
	format := b.w.pass.TypesInfo.Types[call.Args[0]].Value
	return format != nil && format.Kind() == constant.String && names.SayNoMore(constant.StringVal(format))
}

// tellsOther reports whether a call is given an error that is not the code: where
// the branch goes, it is another one, or none.
func (b *branch) tellsOther(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if t := b.w.pass.TypesInfo.TypeOf(arg); syntax.ImplementsError(t) && !isCode(t) {
			return true
		}
	}
	return false
}

// meansTheSame reports whether all names in a node mean where the branch goes what
// they mean in the node.
func (b *branch) meansTheSame(n ast.Node) bool {
	ok := true
	selected := make(map[*ast.Ident]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			selected[n.Sel] = true
		case *ast.FuncLit, *ast.CompositeLit:
			ok = false
		case *ast.Ident:
			if obj := b.w.pass.TypesInfo.Uses[n]; !selected[n] {
				ok = ok && obj != nil && b.w.Namer(b.file).Means(obj, b.at)
			}
		}
		return ok
	})
	return ok
}

// errorOf returns the code's own error.
func (b *branch) errorOf(code ast.Expr) (string, bool) {
	text := b.w.Namer(b.file).Source(code.Pos(), code.End())
	t := b.w.pass.TypesInfo.TypeOf(code)
	if isCode(t) {
		return text + ".Err()", true
	}
	if syntax.IsInteger(t) {
		name, ok := b.codesName(b.o.Domain.Type)
		return name + "(" + text + ").Err()", ok
	}
	return "", false
}

// zeroOf returns the zero value of a type, as a return of this package would
// write it.
func zeroOf(t types.Type, pkg *types.Package) (string, bool) {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return "nil", true
	case *types.Interface:
		if _, param := types.Unalias(t).(*types.TypeParam); !param {
			return "nil", true
		}
	case *types.Struct:
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() == pkg && named.Obj().Parent() == pkg.Scope() && named.TypeArgs().Len() == 0 {
			return named.Obj().Name() + "{}", true
		}
	}
	return "", false
}
