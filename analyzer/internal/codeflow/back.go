package codeflow

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/cfg"
)

// Again returns the state on the way back: at the end of a round of a loop that
// another one follows, or where a goto, or a continue, jumps back.
func (r *Result) Again(back ast.Stmt) State { return r.wayBack(back, true) }

// Asked returns the state at the end of a loop's round, before its condition is asked
// whether another one follows.
func (r *Result) Asked(loop ast.Stmt) State { return r.wayBack(loop, false) }

// Exits returns the states in which a function, a declaration or a literal, returns.
func (r *Result) Exits(fn ast.Node) []State {
	if r.engine == nil {
		return nil
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flow(fn)
	if f == nil {
		return nil
	}
	actual := r.engine.actualRun(f)
	outer := f.running
	f.running = &run{lits: make(map[*ast.FuncLit]*state)}
	defer func() { f.running = outer }()
	var all []State
	for _, b := range f.blocks {
		in := actual.in[b.Index]
		if in == nil || in.dead || len(b.Succs) > 0 || !f.returns(b) {
			continue
		}
		if st, _ := f.upToBranch(b, in); !st.dead {
			all = append(all, State{r, f, st})
		}
	}
	return all
}

func (r *Result) wayBack(back ast.Stmt, goesOn bool) State {
	if r.engine == nil {
		return State{r: r}
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flowAt(back.Pos())
	if f == nil {
		return State{r: r}
	}
	st := f.again(r.engine.actualRun(f), back, goesOn)
	if st == nil {
		st = &state{dead: true}
	}
	return State{r, f, st}
}

func (f *flow) again(r *run, back ast.Stmt, goesOn bool) *state {
	if jump, ok := back.(*ast.BranchStmt); ok {
		return f.jump(r, jump)
	}
	head, _ := f.heads(back)
	if head == nil {
		return nil
	}
	var in []*state
	for _, b := range f.blocks {
		for i, s := range b.Succs {
			if s == head && f.rank[b.Index] >= f.rank[head.Index] && r.out[b.Index] != nil {
				in = append(in, r.out[b.Index][i].clone())
			}
		}
	}
	st := f.join(blockSite{head}, in)
	loop, ok := back.(*ast.ForStmt)
	if st.dead || !ok || loop.Cond == nil || !goesOn {
		return st
	}
	st = st.clone()
	outer := f.running
	f.running = &run{lits: make(map[*ast.FuncLit]*state)}
	defer func() { f.running = outer }()
	switch rest, holds, known := f.e.later(loop, loop.Cond); {
	case !known:
		f.assume(st, rest, true)
	case !holds:
		st.dead = true
	}
	return st
}

// jump returns the state at a goto or continue that jumps back: of the block that
// ends with it.
func (f *flow) jump(r *run, jump *ast.BranchStmt) *state {
	var loop ast.Stmt
	if jump.Tok == token.CONTINUE {
		loop = f.continued(jump)
	}
	leads := func(to *cfg.Block) bool {
		switch to.Kind {
		case cfg.KindLabel:
			l, ok := to.Stmt.(*ast.LabeledStmt)
			return ok && loop == nil && l.Label.Name == jump.Label.Name
		case cfg.KindForPost, cfg.KindForLoop, cfg.KindForBody, cfg.KindRangeLoop:
			return loop != nil && to.Stmt == loop
		}
		return false
	}
	var st *state
	var best token.Pos
	for _, b := range f.blocks {
		for i, s := range b.Succs {
			if r.out[b.Index] == nil || !leads(s) {
				continue
			}
			if at := endOf(b); at <= jump.Pos() && at > best {
				best, st = at, r.out[b.Index][i]
			}
		}
	}
	return st
}

// continued returns the loop that a continue goes on with: the one that its label
// is put to, or the innermost around it.
func (f *flow) continued(jump *ast.BranchStmt) ast.Stmt {
	var loop ast.Stmt
	for _, b := range f.blocks {
		s := b.Stmt
		if l, ok := s.(*ast.LabeledStmt); ok && jump.Label != nil {
			if l.Label.Name == jump.Label.Name {
				return l.Stmt
			}
			continue
		}
		switch s.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if jump.Label == nil && s.Pos() < jump.Pos() && jump.End() <= s.End() && (loop == nil || s.Pos() > loop.Pos()) {
				loop = s
			}
		}
	}
	return loop
}

// endOf returns a position at the end of a block.
func endOf(b *cfg.Block) token.Pos {
	if n := len(b.Nodes); n > 0 {
		return b.Nodes[n-1].End()
	}
	switch s := b.Stmt.(type) {
	case *ast.IfStmt:
		switch b.Kind {
		case cfg.KindIfThen:
			return s.Body.Pos()
		case cfg.KindIfElse:
			return s.Else.Pos()
		}
		return s.End()
	case *ast.CaseClause:
		return s.Colon
	case *ast.CommClause:
		return s.Colon
	}
	return blockSite{b}.Pos()
}
