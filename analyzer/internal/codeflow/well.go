package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about domains without a success. A reply has a code of such a domain where something went wrong, and something
// else where all went well:
//
//	if r.ID == "" {
//		return fmt.Errorf("code %v", r.Code)
//	}
//
// Where nothing else than a code tells of trouble, there is none beside that.

// asksBeside notes for both ways in which a comparison of x with y comes out whether that says that all went well.
func (f *flow) asksBeside(yes, no *state, x ast.Expr, op token.Token, y ast.Expr) {
	if !f.e.isCalm {
		return
	}
	if _, isConstant := f.nothingOf(x, y); !isConstant {
		x, y, op = y, x, syntax.Mirrored(op)
	}
	zero, ok := f.nothingOf(x, y)
	if !ok {
		return
	}
	word := f.e.info.Types[y].Value
	empty := op == token.EQL // what a comparison of nothing with nil comes to
	if word != nil {
		empty = constant.Compare(zero, op, word)
	}
	if word != nil && word.Kind() == constant.String && names.SayTrouble(constant.StringVal(word)) {
		return
	}
	if empty {
		f.allWell(no, x)
	} else {
		f.allWell(yes, x)
	}
}

// nothingOf returns what an expression is of which nothing came, if it is compared with a constant of its kind or with nil.
func (f *flow) nothingOf(x, y ast.Expr) (constant.Value, bool) {
	tv := f.e.info.Types[y]
	if f.e.info.Types[x].Value != nil || f.e.info.Types[x].IsNil() {
		return nil, false
	}
	if tv.IsNil() {
		return nil, true
	}
	switch {
	case tv.Value == nil:
	case tv.Value.Kind() == constant.String:
		return constant.MakeString(""), true
	case tv.Value.Kind() == constant.Int:
		return constant.MakeInt64(0), true
	}
	return nil, false
}

// allWell notes that what an expression tells of is there: if that is a part of a reply beside a code of a domain without a
// success, there is no code.
func (f *flow) allWell(st *state, e ast.Expr) {
	if length, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsBuiltin(f.e.info, length, "len") {
		e = length.Args[0]
	}
	l := f.locate(e)
	if st.dead || l == nil || l.code != nil || l.field == nil || f.unsteady(l) || names.SayTrouble(l.field.Name()) || isStatusNumber(l.field) {
		return
	}
	for _, p := range f.byRoot[l.root] {
		if p.code == nil || p.code.domain == nil || p.through != nil || f.unsteady(p) || !f.isBeside(l, p) {
			continue
		}
		if sym := f.readValue(st, p).symbol(); sym != nil {
			if left := st.possible(sym).intersect(single(p.code.undocumented())); !left.empty() {
				st.allow(sym, left)
			}
		}
	}
}

// isStatusNumber reports whether a field is a number that the API may say of any reply: an HTTP status.
func isStatusNumber(field *types.Var) bool {
	basic, ok := field.Type().Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsNumeric != 0 && strings.Contains(strings.ToLower(field.Name()), "status")
}

// isBeside reports whether a location is a part of the same reply as a code of a domain without a success, and comes with it.
func (f *flow) isBeside(l, code *location) bool {
	if slices.ContainsFunc(code.code.domain.Members(), domain.Member.IsSuccess) {
		return false
	}
	for code.parent != nil && code.step() == "*" {
		code = code.parent
	}
	if code.field == nil {
		return false
	}
	tag, key := tagOf(code), code.code.domain.Key
	if key != "" && !strings.Contains(tag, `"`+key) && (tag != "" || !binding.IsWireName(code.field.Name())) || key == "" && tag == "" {
		return false // not a reply, but what the program keeps of one
	}
	top := code.parent
	for top != nil && l != top && !l.isWithin(top) {
		top = top.parent
	}
	return top != nil && f.comesIn(l, top) && f.comesIn(code, top)
}

// comesIn reports whether all that leads from a location to another are fields that are decoded, and that the program does not set.
func (f *flow) comesIn(l, top *location) bool {
	for ; l != top; l = l.parent {
		switch l.step()[0] {
		case '*':
		case '.':
			if tag := tagOf(l); strings.Contains(tag, `:"-"`) || !l.field.Exported() && !l.field.Embedded() || f.e.setsField(l.parent.typ, l.field.Name()) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// tagOf returns the tag of the field that a location is.
func tagOf(l *location) string {
	st, ok := syntax.Pointee(l.parent.typ).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for i := range st.NumFields() {
		if st.Field(i).Origin() == l.field {
			return st.Tag(i)
		}
	}
	return ""
}
