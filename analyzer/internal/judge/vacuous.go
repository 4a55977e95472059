package judge

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A Vacuous test comes out one way only: the guards before it have decided it.
type Vacuous struct {
	Always bool          // it always holds; else it never does
	Only   bool          // the code that it names is the only one left; else that code is out
	Code   domain.Member // the code that it names
	Guard  token.Pos     // the guard that decided it
}

// Vacuous reports whether the test that a constant is part of comes out one way
// only because of the guards before it. A value that the program itself has just
// stored, what a function's callers pass, and what an error was made of, are no guards: to look
// again is then a precaution, or left over from trying something out.
func (j *Judge) Vacuous(m binding.Meeting) (Vacuous, bool) {
	if m.With == nil || m.Kind != binding.Comparison && m.Kind != binding.Case {
		return Vacuous{}, false
	}
	if misfit, _ := j.Misfit(m); misfit != Fits {
		return Vacuous{}, false
	}
	says, ok := j.bindings.Says(m.Const)
	if !ok || j.buildDependent(says.Const, m.Const.Pos()) || !says.Stated && j.pass.TypesInfo.Types[m.Const].Value == nil {
		return Vacuous{}, false // or a number of another kind, spelled as text: strconv.Itoa(maxTries)
	}
	code, ok := m.Value.Domain.Lookup(says.Text)
	if !ok {
		return Vacuous{}, false
	}
	at := ast.Node(m.Const)
	if m.Kind == binding.Comparison {
		at = m.With
	}
	q := question{code: m.With, text: says.Text}
	var left codeflow.Codes
	if m.Kind == binding.Case {
		left, ok = j.flow.Before(at).Codes(m.With)
	} else {
		left, ok = j.flow.At(m.With)
	}
	if !ok {
		return Vacuous{}, false // not a code that is followed
	}
	if left.Empty() { // nobody gets here
		guard, usedUp := j.usedUp(m.With, says.Text, at)
		return Vacuous{Code: code, Guard: guard}, usedUp
	}
	switch {
	case !left.Has(says.Text):
	case only(left, says.Text):
		q.only = true
	default:
		return Vacuous{}, false
	}
	v := Vacuous{Only: q.only, Always: q.only, Code: code}
	if m.Test != nil && m.Test.Op == token.NEQ {
		v.Always = !q.only
	}
	path := j.pathTo(at)
	if code.IsSuccess() && !q.only && j.foundInError(m.With, path) {
		return Vacuous{}, false
	}
	g := j.guard(&q, path, at)
	if !g.found || v.Always && g.sameDispatch {
		return Vacuous{}, false
	}
	if j.shared(m.With, path) && j.letsOthersIn(functionOf(path), g.pos, at.Pos()) {
		return Vacuous{}, false
	}
	v.Guard = g.pos
	return v, true
}

func only(left codeflow.Codes, text string) bool {
	return !left.Undocumented() && len(left.Members()) == 1 && left.Has(text)
}

// A question is what a guard is to answer: where has a code gone out, or become
// the only one left?
type question struct {
	code ast.Expr
	text string
	only bool
}

// settled reports whether the question is answered in a state already. Where
// nobody gets, nothing is.
func (q *question) settled(s codeflow.State) bool {
	left, ok := s.Codes(q.code)
	switch {
	case !ok || left.Empty():
		return false
	case q.only:
		return only(left, q.text)
	}
	return !left.Has(q.text)
}
