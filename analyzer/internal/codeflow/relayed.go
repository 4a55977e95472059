package codeflow

import (
	"go/ast"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
)

// This file is about functions that hand on what a function returns which they get: see package relays. They may fail by
// themselves, or not call it at all, so it is known for executions without other trouble only.

// relayed returns the results of a call of a relay by what it is given to call, nil if it is none, or if nothing is
// known of that.
func (f *flow) relayed(st *state, c *call) []map[string]value {
	if !f.e.isCalm {
		return nil
	}
	r := f.p.relays.Of(c.CallExpr)
	if r == nil {
		return nil
	}
	s := f.summaryOfGiven(st, c.Args[r.Param])
	if s == nil || s.never {
		return nil
	}
	brought := f.broughtBy(st, s, c)
	results := make([]map[string]value, len(r.Results))
	for i, of := range r.Results {
		switch {
		case of < 0 || of >= len(brought):
		case of == len(brought)-1:
			results[i] = map[string]value{"": brought[of][""].relayedAs(r.Error)}
		default:
			results[i] = brought[of]
		}
	}
	return results
}

// FailsBy returns the state where a function that a call gets, and calls, has returned an error. It fails if it is not
// known when it does.
func (s State) FailsBy(call *ast.CallExpr, fun ast.Expr) (State, bool) {
	known := false
	failed := s.step(func(f *flow, st *state) {
		sum := f.e.summaryOfCall(&ast.CallExpr{Fun: fun})
		if sum == nil || len(sum.results) == 0 {
			return
		}
		brought := f.instantiate(st, sum, newRelayed(call))
		err := brought[len(brought)-1][""]
		var left []outcome
		for _, o := range err {
			if o.kind != isNil {
				left = append(left, o)
			}
		}
		known = len(err) > 0
		st.keep(left)
	})
	return failed, known
}

// summaryOfGiven returns the summary of a function that a call gets, and calls, with what it leaves in variables around it; nil
// if that is not known.
func (f *flow) summaryOfGiven(st *state, fun ast.Expr) *summary {
	if s := f.leavingSummary(st, fun); s != nil {
		return s
	}
	return f.e.summaryOfCall(&ast.CallExpr{Fun: fun})
}

// broughtBy returns what a function returns that a call gets, and calls, and notes what it leaves.
func (f *flow) broughtBy(st *state, s *summary, c *call) []map[string]value {
	by := newRelayed(c.CallExpr)
	brought := f.instantiate(st, s, by)
	c.left = by.left
	return brought
}

// ran notes what a literal leaves in variables around it that a call gets, and calls, whatever the call returns.
func (f *flow) ran(st *state, c *call) {
	if !f.e.isCalm || c.left != nil || f.e.launchedBy(f.node, c.CallExpr) != nil {
		return
	}
	fun := f.p.relays.Runs(c.CallExpr)
	if fun == nil {
		return
	}
	if s := f.leavingSummary(st, fun); s != nil {
		f.broughtBy(st, s, c)
	}
}

// newRelayed returns the call of a function that another call gets.
func newRelayed(by *ast.CallExpr) *call { return &call{CallExpr: by, relays: true} }

// relayedAs returns the error that a relay returns for one.
func (v value) relayedAs(how relays.Error) value {
	if how == relays.Itself {
		return v
	}
	return v.replace(func(o outcome, add func(outcome)) {
		if o.kind == isError {
			if o.err = o.err.inside(); how == relays.Another {
				o.err.links, o.err.open, o.err.given = nil, true, nil
			}
		}
		add(o)
	})
}

// relaysAny reports whether the package calls a relay.
func (p *program) relaysAny() bool {
	for fn, sites := range p.index.Calls {
		if relays.TakesOperation(fn.Signature()) && slices.ContainsFunc(sites, func(s index.Site) bool { return p.relays.Of(s.Call) != nil }) {
			return true
		}
	}
	return false
}
