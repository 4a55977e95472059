package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the program's own functions that look a number up by a key, and give 0 where there is none:
//
//	func number(m map[string]any, key string) int {
//		f, _ := m[key].(float64)
//		return int(f)
//	}

// helped reports a call of such a function that looks a code up, if 0 then passes for a success.
func (c *checker) helped(decl *ast.FuncDecl, call *ast.CallExpr) {
	key := c.keyOf(call)
	if key == nil || !syntax.IsNumber(c.info.TypeOf(call)) {
		return
	}
	value, ok := c.bindings.Of(call)
	if !ok || !c.settings.Speaks(value) {
		return
	}
	m, ok := value.Domain.Lookup("0")
	if !ok || !m.IsSuccess() || !c.givesZero(call, c.isText, 3) {
		return
	}
	b := c.replies.Body(decl)
	if !c.callMeetsSuccess(b, call) || c.mentionsTwice(decl, key) {
		return
	}
	c.report(call, "unfilled", fmt.Sprintf("%s gives 0, which is %s, if %s is missing, or came as text; take text, too, and say what a reply without a code is",
		types.ExprString(call.Fun), m.Name, types.ExprString(key)))
}

// keyOf returns the only constant text that a call of a function of the package is given, nil for none.
func (c *checker) keyOf(call *ast.CallExpr) (key ast.Expr) {
	for _, arg := range call.Args {
		if c.isText(arg) {
			if key != nil {
				return nil
			}
			key = arg
		}
	}
	return key
}

// isText reports whether an expression is a constant text.
func (c *checker) isText(e ast.Expr) bool {
	v := c.info.Types[e].Value
	return v != nil && v.Kind() == constant.String
}

// callMeetsSuccess reports whether what a call gives, or the variable that it is given to, is compared with a success code.
func (c *checker) callMeetsSuccess(b *replies.Body, call *ast.CallExpr) bool {
	e := c.passedOn(b, call)
	if c.meets(b, e) {
		return true
	}
	stmt, ok := b.Parent(e).(*ast.AssignStmt)
	if !ok || len(stmt.Lhs) != 1 {
		return false
	}
	v, ok := c.local(stmt.Lhs[0])
	return ok && c.meetsSuccess(b, v)
}

// isReturned reports whether a variable is returned, by itself, to somebody in the package for whom it meets a success code.
func (c *checker) isReturned(b *replies.Body, v *types.Var) bool {
	fn, ok := c.info.Defs[b.Decl.Name].(*types.Func)
	if !ok || fn.Signature().Results().Len() != 1 {
		return false
	}
	for _, id := range b.Uses(v) {
		_, returned := b.Parent(c.passedOn(b, id)).(*ast.ReturnStmt)
		if !returned || b.Function(id) != ast.Node(b.Decl) {
			continue
		}
		for _, call := range c.flow.Calls(fn) {
			in, ok := syntax.DeclIn(c.pass.Files, call.Pos()).(*ast.FuncDecl)
			if ok && in.Body != nil && c.callMeetsSuccess(c.replies.Body(in), call) {
				return true
			}
		}
	}
	return false
}

// givesZero reports whether a call of a function of the package, which gets a map and a key, gives 0 if the map has text under
// the key. It fails where that is not plain, and where the function takes text.
func (c *checker) givesZero(call *ast.CallExpr, isKey func(ast.Expr) bool, depth int) bool {
	fn := c.replies.Callee(call)
	if fn == nil || fn.Pkg() != c.pass.Pkg || depth == 0 {
		return false
	}
	decl, ok := syntax.DeclIn(c.pass.Files, fn.Pos()).(*ast.FuncDecl)
	if !ok || decl.Body == nil || c.info.Defs[decl.Name] != types.Object(fn) {
		return false
	}
	t := trial{c: c, sig: fn.Signature(), depth: depth, known: make(map[types.Object]content)}
	for result := range fn.Signature().Results().Variables() {
		t.known[result] = isZero
	}
	at := 0
	for _, arg := range call.Args {
		param := syntax.Parameter(fn.Signature(), at)
		if at++; param == nil {
			return false
		}
		if isKey(arg) {
			t.key = param
		} else if text, ok := c.bindings.ConstantText(arg); ok && text == "0" {
			t.known[param] = isZero
		}
	}
	return t.key != nil && t.list(decl.Body.List) == givesZero
}

// A trial follows a function that is to look a number up, where there is text.
type trial struct {
	c     *checker
	sig   *types.Signature
	key   *types.Var
	depth int
	known map[types.Object]content
}

// A content is what is known of a variable.
type content int

const (
	isAnything content = iota
	isZero             // 0, or nothing
	isNo               // false
	isYes              // true
	isText             // what was looked up
)

// An outcome is where statements lead.
type outcome int

const (
	goesOn outcome = iota
	givesZero
	isUnclear // or gives something else
)

func (t *trial) list(stmts []ast.Stmt) outcome {
	for _, s := range stmts {
		if end := t.stmt(s); end != goesOn {
			return end
		}
	}
	return goesOn
}

func (t *trial) stmt(s ast.Stmt) outcome {
	switch s := s.(type) {
	case nil, *ast.EmptyStmt, *ast.ExprStmt:
		return goesOn
	case *ast.BlockStmt:
		return t.list(s.List)
	case *ast.DeclStmt:
		return t.declare(s)
	case *ast.AssignStmt:
		return t.assign(s)
	case *ast.IfStmt:
		if t.stmt(s.Init) != goesOn {
			return isUnclear
		}
		switch t.value(s.Cond) {
		case isYes:
			return t.list(s.Body.List)
		case isNo:
			return t.stmt(s.Else)
		}
	case *ast.TypeSwitchStmt:
		return t.typeSwitch(s)
	case *ast.ReturnStmt:
		switch {
		case t.sig.Results().Len() != 1:
		case len(s.Results) == 0 && t.known[t.sig.Results().At(0)] == isZero:
			return givesZero
		case len(s.Results) == 1 && t.value(s.Results[0]) == isZero:
			return givesZero
		}
	}
	return isUnclear
}

// declare notes a variable that starts as 0.
func (t *trial) declare(s *ast.DeclStmt) outcome {
	decl, ok := s.Decl.(*ast.GenDecl)
	if !ok || decl.Tok != token.VAR {
		return isUnclear
	}
	for _, spec := range decl.Specs {
		spec := spec.(*ast.ValueSpec)
		for i, name := range spec.Names {
			now := isZero
			if len(spec.Values) == len(spec.Names) {
				now = t.value(spec.Values[i])
			} else if len(spec.Values) > 0 {
				now = isAnything
			}
			t.known[t.c.info.Defs[name]] = now
		}
	}
	return goesOn
}

func (t *trial) assign(s *ast.AssignStmt) outcome {
	var values []content
	switch {
	case s.Tok != token.DEFINE && s.Tok != token.ASSIGN:
		return isUnclear
	case len(s.Lhs) == len(s.Rhs):
		for _, x := range s.Rhs {
			if assert, ok := ast.Unparen(x).(*ast.TypeAssertExpr); ok && t.value(assert.X) == isText {
				return isUnclear // it panics, or takes text
			}
			values = append(values, t.value(x))
		}
	case len(s.Lhs) == 2:
		switch x := ast.Unparen(s.Rhs[0]).(type) {
		case *ast.TypeAssertExpr:
			if t.value(x.X) != isText || x.Type == nil {
				return isUnclear
			}
			if t.takesText(x.Type) {
				values = []content{isAnything, isYes}
			} else {
				values = []content{isZero, isNo}
			}
		case *ast.IndexExpr:
			if t.value(x) != isText {
				return isUnclear
			}
			values = []content{isText, isYes}
		default:
			return isUnclear
		}
	default:
		return isUnclear
	}
	for i, lhs := range s.Lhs {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok {
			return isUnclear
		}
		if obj := t.c.info.ObjectOf(id); obj != nil {
			t.known[obj] = values[i]
		}
	}
	return goesOn
}

// typeSwitch follows the clause for text, or the default.
func (t *trial) typeSwitch(s *ast.TypeSwitchStmt) outcome {
	var x ast.Expr
	switch a := s.Assign.(type) {
	case *ast.ExprStmt:
		x = a.X
	case *ast.AssignStmt:
		x = a.Rhs[0]
	}
	assert, ok := ast.Unparen(x).(*ast.TypeAssertExpr)
	if !ok || s.Init != nil || t.value(assert.X) != isText {
		return isUnclear
	}
	var otherwise *ast.CaseClause
	for _, clause := range s.Body.List {
		clause := clause.(*ast.CaseClause)
		if clause.List == nil {
			otherwise = clause
		}
		for _, e := range clause.List {
			if !t.c.info.Types[e].IsNil() && t.takesText(e) {
				return isUnclear
			}
		}
	}
	if otherwise == nil {
		return goesOn
	}
	return t.list(otherwise.Body)
}

// takesText reports whether a value of type string may be of a type, as it stands for one here.
func (t *trial) takesText(typ ast.Expr) bool {
	of := types.Unalias(t.c.info.TypeOf(typ))
	if _, ok := of.(*types.TypeParam); ok { // as[float64](m, "responseCode"), which gives one
		return !types.Identical(t.sig.Results().At(0).Type(), of)
	}
	if i, ok := of.Underlying().(*types.Interface); ok {
		return i.NumMethods() == 0
	}
	return types.Identical(of, types.Typ[types.String])
}

// value returns what is known of an expression.
func (t *trial) value(e ast.Expr) content {
	e = ast.Unparen(e)
	if text, ok := t.c.bindings.ConstantText(e); ok {
		if text == "0" {
			return isZero
		}
		return isAnything
	}
	switch x := e.(type) {
	case *ast.Ident:
		return t.known[t.c.info.ObjectOf(x)]
	case *ast.IndexExpr:
		m, ok := syntax.Underlying(t.c.info.TypeOf(x.X)).(*types.Map)
		if ok && t.isKey(x.Index) && types.IsInterface(m.Elem()) {
			return isText
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return opposite(t.value(x.X))
		}
	case *ast.BinaryExpr:
		return t.combine(x)
	case *ast.CallExpr:
		if t.c.info.Types[x.Fun].IsType() && len(x.Args) == 1 {
			return t.value(x.Args[0])
		}
		if t.c.givesZero(x, t.isKey, t.depth-1) { // number(m, key)
			return isZero
		}
	}
	return isAnything
}

func (t *trial) isKey(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && t.c.info.Uses[id] == types.Object(t.key)
}

// combine returns what is known of a condition that has two sides.
func (t *trial) combine(x *ast.BinaryExpr) content {
	switch a, b := t.value(x.X), t.value(x.Y); {
	case x.Op == token.LAND && (a == isNo || b == isNo), x.Op == token.LOR && a == isNo && b == isNo:
		return isNo
	case x.Op == token.LOR && (a == isYes || b == isYes), x.Op == token.LAND && a == isYes && b == isYes:
		return isYes
	case t.c.info.Types[x.Y].IsNil() && a == isText && x.Op == token.EQL:
		return isNo
	case t.c.info.Types[x.Y].IsNil() && a == isText && x.Op == token.NEQ:
		return isYes
	}
	return isAnything
}

func opposite(c content) content {
	switch c {
	case isYes:
		return isNo
	case isNo:
		return isYes
	}
	return isAnything
}
