package codeflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// This file is about what a function literal leaves in variables around it:
//
//	var reply *Reply
//	var err error
//	func() {
//		mu.Lock()
//		defer mu.Unlock()
//		reply, err = client.Send(ctx, m)
//	}()
//
// They are results of the call as those are which it returns: where the literal returns it is known what they hold, in terms
// of what they held before.

// A leaving is a literal that leaves something in variables around it.
type leaving struct {
	*flow
	vars []*types.Var
	sums map[string]*summary // by what the variables hold before that is no code
}

// maxBefores bounds the number of things that the variables may hold before a literal, for each of which it is followed anew.
const maxBefores = 4

// leaving returns what is known of a literal that leaves something in variables around it, nil for any other.
func (e *engine) leaving(lit *ast.FuncLit) *leaving {
	if l, ok := e.leavings[lit]; ok {
		return l
	}
	e.leavings[lit] = nil // while it is looked at itself
	vars := e.setBy(lit)
	if len(vars) == 0 || !e.relevant(lit) {
		return nil
	}
	sh := e.newShape(lit, true)
	if sh == nil || sh.recovers && !e.isCalm {
		return nil
	}
	l := &leaving{flow: e.newFlow(sh), vars: vars, sums: make(map[string]*summary)}
	for _, v := range vars {
		sh.lastUse[v] = sh.body.End() // its caller looks at it
		at := l.variable(v)
		sh.mentionCodes(at)
		l.leftLocs = append(l.leftLocs, at)
	}
	e.leavings[lit] = l
	return l
}

// setBy returns the variables around a literal that it sets, or what is called within it does, and nobody else while it is
// executed.
func (e *engine) setBy(lit *ast.FuncLit) []*types.Var {
	if e.writtenIn == nil {
		e.writtenIn = make(map[*ast.FuncLit][]*types.Var)
		for v, i := range e.index.Vars {
			if i.Pointed || i.Owner == nil && v.Kind() == types.PackageVar {
				continue
			}
			for _, by := range i.Writers {
				for outer := by; outer != nil && !slices.Contains(e.writtenIn[outer], v) && (v.Pos() < outer.Pos() || v.Pos() >= outer.End()); {
					e.writtenIn[outer] = append(e.writtenIn[outer], v)
					outer, _ = e.index.Outer[outer].(*ast.FuncLit)
				}
			}
		}
		for _, vars := range e.writtenIn {
			slices.SortFunc(vars, func(v, w *types.Var) int { return cmp.Compare(v.Pos(), w.Pos()) })
		}
	}
	return slices.DeleteFunc(slices.Clone(e.writtenIn[lit]), func(v *types.Var) bool {
		return e.goes(v) || e.effects.Launched().Has(v) && e.awaited(v) == nil
	})
}

// goes reports whether a goroutine may set a variable at any moment.
func (e *engine) goes(v *types.Var) bool {
	i := e.index.Vars[v]
	return i != nil && i.Goes && e.awaited(v) == nil
}

// leavingSummary returns the summary of a function that a call calls, with what it leaves in variables around it; nil if it leaves
// nothing there, or it is not known what.
func (f *flow) leavingSummary(st *state, fun ast.Expr) *summary {
	lit := f.p.index.LiteralOf(&ast.CallExpr{Fun: fun})
	if lit == nil || ast.Node(lit) == f.node {
		return nil
	}
	l := f.e.leaving(lit)
	if l == nil {
		return nil
	}
	return l.after(l.before(f, st))
}

// before returns the state in which a literal begins, of what is no code, by what is known where it is called.
func (l *leaving) before(by *flow, st *state) *state {
	entry := newState()
	for _, at := range l.leftLocs {
		there := by.variable(at.root)
		for _, p := range by.parts(there) {
			if p != there && p.code != nil {
				l.follow(at, p.path, anyCode(p.code)) // a part that only the function around looks at
			}
		}
		for _, p := range l.parts(at) {
			if p.code != nil || p.through != nil {
				continue
			}
			same := by.from(there, at, p)
			if same == nil {
				continue
			}
			v := by.peek(st, same)
			one := len(v) > 0 && !slices.ContainsFunc(v, func(o outcome) bool { return !o.same(v[0].out) })
			if one && (v[0].kind == isNil || v[0].kind == isConst) {
				entry.put(p, known(v[0].out))
			}
		}
	}
	return entry
}

// after returns the summary of a literal that begins in a state.
func (l *leaving) after(entry *state) *summary {
	key := beforeKey(entry)
	if s, ok := l.sums[key]; ok {
		return s
	}
	if len(l.sums) > maxBefores {
		entry, key = newState(), ""
		if s, ok := l.sums[key]; ok {
			return s
		}
	}
	l.sums[key] = nil // in a recursion
	l.sums[key] = l.summarize(l.solve(entry))
	return l.sums[key]
}

// beforeKey tells states apart that hold constants.
func beforeKey(st *state) string {
	var held []string
	for l, v := range st.vals {
		text := l.root.Name() + l.path + "=nil"
		if v[0].kind == isConst {
			text = l.root.Name() + l.path + "=" + v[0].val.ExactString()
		}
		held = append(held, text)
	}
	slices.Sort(held)
	return strings.Join(held, "\n")
}

// leave stores what a call has left in variables of the function.
func (f *flow) leave(st *state, c *call) {
	if st.dead {
		return
	}
	for _, v := range slices.SortedFunc(maps.Keys(c.left), func(v, w *types.Var) int { return cmp.Compare(v.Pos(), w.Pos()) }) {
		parts := c.left[v]
		whole := parts[""]
		delete(parts, "")
		if len(whole)+len(parts) > 0 { // else it is forgotten already
			f.assign(st, f.variable(v), whole, parts, c.CallExpr)
		}
	}
}
