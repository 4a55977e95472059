package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what fields of an error say beside its code (errorparts.go) to a function that searches for the error in
// what it gets:
//
//	return errors.As(err, &e) && e.Temporary
//	return errors.As(err, &e) && e.Kind == transient
//
// There is a symbol for each yes or no, and for each constant of a kind.

// An answer is what a field of an error that is searched for says: yes or no, or whether it is a constant.
type answer struct {
	field string
	is    constant.Value // nil for a boolean
	sym   *symbol        // of the choice
}

const (
	saysIn    = "(says " // before an answer's name, see searched.go
	nameAfter = " of "   // between that and its type's

	mostKinds = 12 // of an error
)

// answersOf returns what the fields of an error's type may say, without their symbols.
func (e *engine) answersOf(t types.Type) []answer {
	all, ok := e.answers[t]
	if !ok {
		all = e.answersIn(t)
		e.answers[t] = all
	}
	return all
}

func (e *engine) answersIn(t types.Type) (all []answer) {
	if face, ok := t.Underlying().(*types.Interface); ok && !syntax.IsTypeParam(t) {
		return questionsOf(face)
	}
	st, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for field := range st.Fields() {
		if !saysBeside(field) || e.setsField(t, field.Name()) || e.bindings.OfType(field.Type()) != nil {
			continue
		}
		if syntax.IsBoolean(field.Type()) {
			all = append(all, answer{field: field.Name()})
			continue
		}
		for _, k := range kindsOf(field.Type()) {
			all = append(all, answer{field: field.Name(), is: k})
		}
	}
	return all
}

// kindsOf returns the constants of a type that its package declares, none if they are too many.
func kindsOf(t types.Type) (all []constant.Value) {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !types.Identical(c.Type(), t) || strings.ContainsAny(c.Val().ExactString(), " ()[") ||
			slices.ContainsFunc(all, func(v constant.Value) bool { return v.ExactString() == c.Val().ExactString() }) {
			continue
		}
		all = append(all, c.Val())
	}
	if len(all) > mostKinds {
		return nil
	}
	return all
}

// isVerdict reports whether values of a type say yes or no of an error, or of which of several kinds it is.
func isVerdict(t types.Type) bool {
	return syntax.IsBoolean(t) || !syntax.IsTime(t) && len(kindsOf(t)) > 0
}

// name returns what tells an answer from others of its type.
func (a answer) name() string {
	if a.is == nil {
		return a.field
	}
	return a.field + "=" + a.is.ExactString()
}

// value returns whether an answer is yes.
func (a answer) value() value { return append(a.yes(isTrue), a.no(isFalse)...) }

func (a answer) yes(v value) value { return v.conditioned(cond{{a.sym, single(succeeded)}}) }
func (a answer) no(v value) value  { return v.conditioned(cond{{a.sym, single(failed)}}) }

// in returns an answer of what a field holds.
func (a answer) in(v value) value {
	if a.is == nil {
		return v
	}
	return v.replace(func(o outcome, add func(outcome)) {
		switch {
		case o.kind != isConst || o.val.Kind() != a.is.Kind():
			o.out = out{}
		case o.val.ExactString() == a.is.ExactString():
			o.out = isTrue[0].out
		default:
			o.out = isFalse[0].out
		}
		add(o)
	})
}

// said returns what the fields say of the error that a search finds.
func (s *search) said() (parts []part) {
	for i, a := range s.answers {
		if i == 0 || s.answers[i-1].field != a.field {
			parts = append(parts, part{a.field, said(s.answers, a.field).conditioned(s.some())})
		}
	}
	return parts
}

// said returns what a field holds, by its answers.
func said(answers []answer, field string) (v value) {
	other := cond(nil) // it is none of the constants
	for _, a := range answers {
		switch {
		case a.field != field:
		case a.is == nil:
			return a.value()
		default:
			v = append(v, a.yes(known(out{kind: isConst, val: a.is}))...)
			other = append(other, constraint{a.sym, single(failed)})
		}
	}
	return append(v, outcome{cond: other})
}

// waysCompared is waysOf for a comparison with what a field of an error says: it is one of several things.
func (f *flow) waysCompared(st *state, e *ast.BinaryExpr, want bool) []*state {
	v := f.value(st.clone(), e.X)
	if !slices.ContainsFunc(v, func(o outcome) bool { return o.cond.hasAnswer() }) {
		way := st.clone()
		f.assume(way, e, want)
		return []*state{way}
	}
	var all []*state
	for _, o := range v {
		way := st.clone()
		way.keep([]outcome{o})
		if way.dead {
			continue
		}
		yes, no := f.compare(way, e.X, known(o.out), e.Op, e.Y)
		if !want {
			yes = no
		}
		all = append(all, yes)
	}
	return all
}

// answerNamed returns the answer of a type that a path is about.
func (e *engine) answerNamed(t types.Type, path string) (answer, bool) {
	return findAnswer(e.answersOf(t), path)
}

func findAnswer(all []answer, path string) (answer, bool) {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, saysIn), nameAfter)
	for _, a := range all {
		if a.name() == name {
			return a, true
		}
	}
	return answer{}, false
}

// hasAnswer reports whether a condition is about what a field of an error says.
func (c cond) hasAnswer() bool {
	return slices.ContainsFunc(c, func(x constraint) bool { return x.sym.isAnswer() })
}

// isAnswer reports whether a symbol stands for what a field of an error says that is searched for.
func (s *symbol) isAnswer() bool {
	if s.site != nil || s.loc == nil || s.universe != choice {
		return false
	}
	_, how := cutSearch(s.loc.path)
	return strings.HasPrefix(how, saysIn)
}
