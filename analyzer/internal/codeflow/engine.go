package codeflow

import (
	"go/ast"
	"go/types"
)

// An engine follows the functions of a program in one kind of executions: in all
// of them, or in those without other trouble; see untroubled.
type engine struct {
	*program
	isCalm   bool
	isAlone  bool // see alone
	isInside bool // see Inside

	flows     map[ast.Node]*flow
	whole     map[ast.Node]*run // from a start at which nothing is known
	actual    map[ast.Node]*run // from what the callers can hand over
	under     map[ast.Node]bool // whose whole run is under way
	asking    map[ast.Node]bool // whose actual run is under way
	summaries map[ast.Node]*summary
	endings   map[ast.Node]ended
	imported  map[*types.Func]*summary

	calm   *engine // see untroubled
	lonely *engine // see alone
	inside *engine // see Inside

	dynamic *dynamicCalls            // see dynamicCalls
	behind  map[*types.Func]*summary // see dispatched

	leavings  map[*ast.FuncLit]*leaving // see leaving
	setters   map[*ast.FuncDecl]*setter
	writtenIn map[*ast.FuncLit][]*types.Var // see setBy

	sendings map[*types.Var]*sending        // see sentTo
	promises map[*ast.FuncDecl]*summary     // see promised
	launches map[*types.Var][]*ast.CallExpr // see launchesIn

	goroutines map[ast.Node][]*launch      // see awaitedIn
	awaiting   map[*types.Var]*ast.FuncLit // see awaited

	fieldsSet map[*types.Var]bool // see setsField

	answers map[types.Type][]answer // see answersOf
	passing map[isKey]*summary      // see isOf

	sieves map[*types.Func]*sieveFact
	sieved map[sieveKey]*summary
}

func newEngine(p *program) *engine {
	return &engine{
		program:   p,
		flows:     make(map[ast.Node]*flow),
		whole:     make(map[ast.Node]*run),
		actual:    make(map[ast.Node]*run),
		under:     make(map[ast.Node]bool),
		asking:    make(map[ast.Node]bool),
		summaries: make(map[ast.Node]*summary),
		endings:   make(map[ast.Node]ended),
		imported:  make(map[*types.Func]*summary),
		leavings:  make(map[*ast.FuncLit]*leaving),
		setters:   make(map[*ast.FuncDecl]*setter),

		answers:    make(map[types.Type][]answer),
		promises:   make(map[*ast.FuncDecl]*summary),
		goroutines: make(map[ast.Node][]*launch),
		awaiting:   make(map[*types.Var]*ast.FuncLit),
		sieves:     make(map[*types.Func]*sieveFact),
		sieved:     make(map[sieveKey]*summary),
	}
}

// flow returns the analysis of a function's body, nil for one without.
func (e *engine) flow(node ast.Node) *flow {
	if f, ok := e.flows[node]; ok {
		return f
	}
	var f *flow
	if sh := e.shape(node); sh != nil {
		f = e.newFlow(sh)
	}
	e.flows[node] = f
	return f
}

func (e *engine) newFlow(sh *shape) *flow {
	f := &flow{
		shape: sh, e: e,
		symbols: make(map[symbolKey]*symbol),
		results: make(map[ast.Expr][]map[string]value),
		loops:   sh.outermost, last: sh.lastUse,
	}
	if e.isCalm {
		f.loops, f.last = []ast.Node{sh.body}, sh.lastRound // the function itself can be what is repeated
	}
	if sh.jumps {
		f.loops, f.last = []ast.Node{sh.body}, nil
	}
	f.keepFieldsSet()
	return f
}

// wholeRun analyses a function whatever it is called with. It fails in a
// recursion.
func (e *engine) wholeRun(f *flow) *run {
	if r, ok := e.whole[f.node]; ok {
		return r
	}
	if e.under[f.node] {
		return nil
	}
	e.under[f.node] = true
	r := f.solve(newState())
	delete(e.under, f.node)
	e.whole[f.node] = r
	return r
}

// actualRun analyses a function for what it is really called with: of a function
// that nobody else can call, what its callers hand over.
func (e *engine) actualRun(f *flow) *run {
	if r, ok := e.actual[f.node]; ok {
		return r
	}
	if e.asking[f.node] {
		return e.wholeRun(f)
	}
	e.asking[f.node] = true
	entry := f.actualEntry()
	var r *run
	if entry == nil {
		r = e.wholeRun(f)
		if r == nil { // asked for while it is under way itself
			r = f.solve(newState())
		}
	} else {
		r = f.solve(entry)
	}
	delete(e.asking, f.node)
	e.actual[f.node] = r
	return r
}
