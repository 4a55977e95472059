package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about predicates that tell some errors from all others, which they answer alike:
//
//	func worthwhile(err error) bool {
//		return !errors.Is(err, context.Canceled) && !errors.Is(err, ErrClosed)
//	}

// An excepts is such a function, as far as it has been read.
type excepts struct {
	r     *Result
	param *types.Var
	stops []types.Object // what it tells from others: sentinels, and types that errors.As looks for
	ok    bool
}

// excepted returns what some questions tell from all other errors, for which a helper goes on. It fails if they ask
// anything else.
func (r *Result) excepted(asks []Question) ([]types.Object, bool) {
	var stops []types.Object
	for _, q := range asks {
		fn, _ := typeutil.Callee(r.pass.TypesInfo, &ast.CallExpr{Fun: q.Fun}).(*types.Func)
		if fn == nil || r.all[fn] == nil || fn.Signature().Recv() != nil || fn.Signature().Params().Len() != 1 {
			return nil, false
		}
		s := &excepts{r: r, param: fn.Signature().Params().At(0), ok: true}
		says, answered := s.body(r.all[fn].Body.List)
		if !s.ok || !answered || says != q.Again {
			return nil, false
		}
		stops = append(stops, s.stops...)
	}
	return stops, true
}

// body returns what statements answer for an error that is none of those that are told apart.
func (s *excepts) body(list []ast.Stmt) (says, answered bool) {
	for _, stmt := range list {
		switch x := stmt.(type) {
		case *ast.DeclStmt: // var refused *Refused
		case *ast.ReturnStmt:
			if len(x.Results) != 1 {
				s.ok = false
				return false, false
			}
			return s.cond(x.Results[0]), true
		case *ast.IfStmt:
			if x.Init != nil {
				s.ok = false
				return false, false
			}
			if s.cond(x.Cond) {
				if says, answered = s.body(x.Body.List); answered {
					return says, true
				}
			} else if x.Else != nil {
				if says, answered = s.body([]ast.Stmt{x.Else}); answered {
					return says, true
				}
			}
		case *ast.BlockStmt:
			if says, answered = s.body(x.List); answered {
				return says, true
			}
		case *ast.SwitchStmt:
			if says, answered = s.clauses(x); answered {
				return says, true
			}
		default:
			s.ok = false
		}
		if !s.ok {
			return false, false
		}
	}
	return false, false
}

// clauses is body for a switch without a tag.
func (s *excepts) clauses(x *ast.SwitchStmt) (says, answered bool) {
	s.ok = s.ok && x.Init == nil && x.Tag == nil
	var otherwise []ast.Stmt
	for _, c := range x.Body.List {
		clause := c.(*ast.CaseClause)
		if clause.List == nil {
			otherwise = clause.Body
		}
		for _, e := range clause.List {
			if s.cond(e) {
				return s.body(clause.Body)
			}
		}
	}
	return s.body(otherwise)
}

// cond returns what a condition is for an error that is none of those that are told apart.
func (s *excepts) cond(e ast.Expr) bool {
	info := s.r.pass.TypesInfo
	if v := info.Types[e].Value; v != nil {
		return v.ExactString() == "true"
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return !s.cond(x.X)
		}
	case *ast.BinaryExpr:
		switch {
		case x.Op == token.LAND:
			left, right := s.cond(x.X), s.cond(x.Y)
			return left && right
		case x.Op == token.LOR:
			left, right := s.cond(x.X), s.cond(x.Y)
			return left || right
		case x.Op != token.EQL && x.Op != token.NEQ || !s.isParam(x.X):
		case info.Types[x.Y].IsNil() || s.tells(syntax.PackageVariable(info, x.Y)):
			return x.Op == token.NEQ
		}
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(info, x).(*types.Func)
		if fn == nil || len(x.Args) != 2 || !s.isParam(x.Args[0]) {
			break
		}
		switch syntax.ErrorsFunction(fn) {
		case "Is":
			if s.tells(syntax.PackageVariable(info, x.Args[1])) {
				return false
			}
		case "As":
			if named := soughtType(info.TypeOf(x.Args[1])); named != nil {
				s.stops = append(s.stops, named.Obj())
				return false
			}
		}
	}
	s.ok = false
	return false
}

// tells notes a sentinel.
func (s *excepts) tells(sentinel *types.Var) bool {
	if sentinel == nil {
		return false
	}
	s.stops = append(s.stops, sentinel)
	return true
}

func (s *excepts) isParam(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && s.r.pass.TypesInfo.Uses[id] == types.Object(s.param)
}

// soughtType returns the type that errors.As looks for, nil for an interface.
func soughtType(target types.Type) *types.Named {
	p, ok := target.(*types.Pointer)
	if !ok {
		return nil
	}
	named, ok := types.Unalias(syntax.Pointee(p.Elem())).(*types.Named)
	if !ok || types.IsInterface(named) {
		return nil
	}
	return named
}
