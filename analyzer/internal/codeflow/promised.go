package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that return a channel through which what they do in a goroutine comes later:
//
//	func begin(ctx context.Context, m message) <-chan error {
//		done := make(chan error, 1)
//		go func() { done <- send(ctx, m) }()
//		return done
//	}
//
// What is received is what came of the call, as if the function returned it.

// promised returns what comes through the channel that a call of a function of the package returns, nil if that is not known.
func (e *engine) promised(call *ast.CallExpr) *sending {
	fn, ok := syntax.StaticCallee(e.info, call)
	if !ok {
		return nil
	}
	decl := e.index.Decls[fn.Origin()]
	if decl == nil || decl.Body == nil {
		return nil
	}
	sent, ok := e.promises[decl]
	if !ok {
		e.promises[decl] = nil // while it is asked for itself
		sent = e.promise(decl)
		e.promises[decl] = sent
	}
	if sent == nil {
		return nil
	}
	return &sending{call, sent}
}

// promise returns what comes through the channel that a function returns, as the summary of a function that returns that.
func (e *engine) promise(decl *ast.FuncDecl) *summary {
	channel, returns := e.channelOf(decl)
	s := e.sentTo(channel)
	if s == nil {
		return nil
	}
	sh := e.newShape(decl, false)
	if sh == nil || sh.ending != nil {
		return nil
	}
	f := e.newFlow(sh)
	sent := f.variable(types.NewVar(token.NoPos, nil, "sent", channel.Type().Underlying().(*types.Chan).Elem()))
	f.mentionCodes(sent)
	r := f.solve(newState())
	f.resultLocs = []*location{sent}
	return summaryAt(f, r, returns, func(st *state, _ *ast.ReturnStmt) {
		parts := f.instantiate(st, s.sent, newRelayed(s.call))[0]
		for _, path := range slices.Sorted(maps.Keys(parts)) {
			f.follow(sent, path, parts[path])
		}
		f.assign(st, sent, parts[""], parts, nil)
	})
}

// channelOf returns the variable with the one channel that a function returns, and where it does; nil for any other function.
func (e *engine) channelOf(decl *ast.FuncDecl) (channel *types.Var, returns []*ast.ReturnStmt) {
	if t := e.info.TypeOf(decl.Name); t == nil || t.(*types.Signature).Results().Len() != 1 || !syntax.IsChan(t.(*types.Signature).Results().At(0).Type()) {
		return nil, nil
	}
	one := true
	syntax.InspectFunc(decl, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		var v *types.Var
		if len(ret.Results) == 1 {
			v = e.localVariable(ret.Results[0])
		}
		one = one && v != nil && (channel == nil || channel == v)
		channel, returns = v, append(returns, ret)
	})
	if !one {
		return nil, nil
	}
	return channel, returns
}
