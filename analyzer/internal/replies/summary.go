package replies

import (
	"go/types"
	"slices"
	"strings"
)

// An Effect is what a function does with what it is given.
type Effect struct {
	Fills bool   // a decode fills it
	Store bool   // something else is stored in it
	Reads bool   // the code in it is read; of a text: a code is read out of it
	Odd   bool   // it is read for something that package codeflow may not understand
	Gone  bool   // it goes where nobody follows it
	Gives bool   // of a text: the function returns what it decodes from it
	Hands bool   // its first result is what it is given, or a part of it
	Only  bool   // it is nothing else, but nil
	Sends bool   // of a text: it is handed to another package, as the body of a request, and to nobody else
	Asks  string // it goes where nobody follows it if it has one of these methods, separated by spaces

	// Handed says that the text that fills it is returned, too.
	Handed bool
}

// Effect returns what a function does with a parameter, or its receiver.
func (r *Result) Effect(fn *types.Func, at int) Effect {
	fn = fn.Origin()
	if at >= 0 {
		params := fn.Signature().Params()
		if fn.Signature().Variadic() {
			at = min(at, params.Len()-1)
		}
		if at >= params.Len() {
			return Effect{Gone: true}
		}
	}
	key := param{fn, at}
	if e, ok := r.effects[key]; ok {
		return e
	}
	e := r.effect(fn, at)
	if !r.under[key] {
		r.effects[key] = e
	}
	return e
}

func (r *Result) effect(fn *types.Func, at int) Effect {
	decl := r.decls[fn]
	if at == 0 && fillsItself(fn) {
		return Effect{Gives: true} // see testsItself for what it does more
	}
	if decl == nil {
		if f := r.importedFunction(fn); f != nil {
			if e, ok := f.effect(at); ok {
				return e
			}
		}
		switch {
		case at >= 0 && at == r.decodesInto(fn), isChained(fn) && at == fn.Signature().Params().Len()-1, at == receiver && fillsItself(fn):
			return Effect{Fills: true}
		}
		return Effect{Gone: true}
	}
	key := param{fn, at}
	if r.under[key] {
		// What a function does by calling itself it does anyway. Where several call each other, nobody
		// knows yet.
		return Effect{Gone: r.asking[len(r.asking)-1] != key}
	}
	r.under[key] = true
	r.asking = append(r.asking, key)
	defer func() {
		delete(r.under, key)
		r.asking = r.asking[:len(r.asking)-1]
	}()
	v := parameter(fn, at)
	if v == nil || v.Name() == "_" || v.Name() == "" {
		return Effect{}
	}
	b := r.Body(decl)
	if types.IsInterface(v.Type()) && !isText(v.Type()) && !holdsReplies(v.Type()) {
		if _, generic := v.Type().(*types.TypeParam); !generic {
			return r.interfaceEffect(b, v)
		}
	}
	if isText(v.Type()) {
		if r.readsBeside(b, v) {
			return Effect{Reads: true}
		}
		hands := slices.ContainsFunc(b.trace(v, data).Uses, func(u Use) bool { return u.Kind == Returned && u.At == 0 })
		return Effect{Gives: r.givesText(b, v), Hands: hands}
	}
	e := r.traceEffect(b, b.Trace(v))
	if at == receiver && fillsItself(fn) {
		e.Fills, e.Store = e.Fills || e.Store, false // what it stores is what it has read
	}
	e.Only = e.Hands && b.returnsOnly(v)
	if _, copied := v.Type().Underlying().(*types.Struct); copied {
		e.Fills, e.Store = false, false // the caller's stays as it is
	}
	return e
}

// traceEffect sums a parameter's trace up.
func (r *Result) traceEffect(b *Body, t *Trace) Effect {
	var e Effect
	for _, u := range t.Uses {
		switch u.Kind {
		case Filled:
			e.Fills = true
			// Who looks at the code in the same text looks for the caller, too.
			text := r.text(b, u.Call, nil, false)
			e.Reads = e.Reads || text.Read
			e.Handed = e.Handed || text.Handed
		case Written:
			e.Store = e.Store || !u.Whole // r = nil is no store to what the caller has
		case Read:
			e.Reads = true
			e.Odd = e.Odd || u.Odd
		case Returned:
			e.Hands = e.Hands || u.At == 0
			e.Gone = e.Gone || u.At != 0
		case Gone:
			if u.Asks == "" {
				e.Gone = true
			} else if !strings.Contains(e.Asks, u.Asks) {
				e.Asks = strings.TrimSpace(e.Asks + " " + u.Asks)
			}
		}
	}
	return e
}

// interfaceEffect: who calls a method of it may read the code by that.
func (r *Result) interfaceEffect(b *Body, v *types.Var) Effect {
	if len(b.uses[v]) == 0 {
		return Effect{}
	}
	return Effect{Gone: true}
}

// holdsReplies reports whether an interface is for whatever can be decoded: any, json.Unmarshaler.
func holdsReplies(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range i.Methods() {
		if fillsItself(m) {
			return true
		}
	}
	return i.Empty()
}

func isEmptyInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

func parameter(fn *types.Func, at int) *types.Var {
	sig := fn.Signature()
	if at == receiver {
		return sig.Recv()
	}
	if at >= sig.Params().Len() {
		return nil
	}
	return sig.Params().At(at)
}
