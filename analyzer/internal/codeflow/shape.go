package codeflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A shape is what a walk over a function's body tells before anything is
// followed: its control flow graph, and the locations that it mentions.
type shape struct {
	p    *program
	node ast.Node // *ast.FuncDecl or *ast.FuncLit
	obj  *types.Func
	sig  *types.Signature
	body *ast.BlockStmt

	graph      *cfg.CFG
	blocks     []*cfg.Block                 // in reverse postorder
	rank       []int                        // block index → position in blocks, -1 if it is not reachable
	ordered    []nodeAt                     // all nodes of the graph, by position
	cases      map[ast.Expr]*ast.SwitchStmt // by the expressions of their cases
	tags       map[ast.Expr]*ast.SwitchStmt
	switched   map[*ast.CaseClause]*ast.TypeSwitchStmt // the type switches by their clauses
	askedAgain map[ast.Expr]bool                       // what type switches switch on
	clauses    map[*ast.CommClause]*ast.SelectStmt     // by their clauses
	rangeParts map[ast.Expr]bool                       // keys and values of range statements
	overFuncs  []*ast.RangeStmt                        // loops over functions
	byHand     map[ast.Expr]*handSearch                // loops that search a list, by what they ask of each element
	iterations map[*ast.RangeStmt]*effects.Writes      // see iterate
	outermost  []ast.Node                              // loops that no other loop is around
	lastUse    map[types.Object]token.Pos              // where variables are used last
	lastRound  map[types.Object]token.Pos              // where the last round ends in which those are used that loops declare
	past       []token.Pos                             // by block: the furthest place on the ways to it
	jumps      bool                                    // by goto
	recovers   bool                                    // it may go on after a panic
	defers     []*ast.DeferStmt
	afterwards *effects.Writes // see deferredWrites
	ending     *cfg.Block      // where the deferred calls have been made; nil if they are not in the graph, see deferred.go
	inlined    []*ast.FuncLit  // the deferred literals that are

	locs        map[locKey]*location
	order       []*location
	byRoot      map[types.Object][]*location
	located     map[ast.Expr]*location
	copies      int                   // how many of them only copies have led to, see maxCopies
	sharedLocs  []*location           // those that are shared
	indices     map[types.Object]bool // variables by which elements are selected
	replaced    map[types.Object]bool // variables that are assigned again, or something below them
	elsewhere   []*types.Var          // variables that other functions than this one set, or may
	resultLocs  []*location           // where return statements store
	leftLocs    []*location           // variables around it of which its caller wants to know what they hold then, see left.go
	callEffects map[*ast.CallExpr]*callEffect
	joins       int // how many there have been
}

// A nodeAt is a node of the control flow graph.
type nodeAt struct {
	node  ast.Node
	block int
	index int
}

// shape returns the shape of a function, nil for one without a body.
func (p *program) shape(node ast.Node) *shape {
	s, ok := p.shapes[node]
	if !ok {
		s = p.newShape(node, false)
		p.shapes[node] = s
	}
	return s
}

// isStandIn reports whether a function is what cgo writes in the place of one in C. What that
// returns is not in its body: it is written to where the arguments are.
func isStandIn(decl *ast.FuncDecl) bool {
	return decl.Doc != nil && slices.ContainsFunc(decl.Doc.List, func(c *ast.Comment) bool {
		return c.Text == "//go:cgo_unsafe_args"
	})
}

// newShape makes the shape of a function; if ending, with what it defers in its graph in any case.
func (p *program) newShape(node ast.Node, ending bool) *shape {
	s := &shape{p: p, node: node}
	switch n := node.(type) {
	case *ast.FuncDecl:
		if !isStandIn(n) {
			s.body = n.Body
		}
		s.obj, _ = p.info.Defs[n.Name].(*types.Func)
		if s.obj != nil {
			s.sig = s.obj.Signature()
		}
	case *ast.FuncLit:
		s.body = n.Body
		s.sig, _ = p.info.TypeOf(n).(*types.Signature)
	}
	if s.body == nil || s.sig == nil {
		return nil
	}
	s.graph = cfg.New(s.body, p.effects.MayReturn)
	s.sortBlocks()
	s.walk()
	for _, b := range s.graph.Blocks {
		for i, n := range b.Nodes {
			s.ordered = append(s.ordered, nodeAt{n, int(b.Index), i})
		}
	}
	slices.SortStableFunc(s.ordered, func(a, b nodeAt) int {
		return cmp.Or(cmp.Compare(a.node.Pos(), b.node.Pos()), cmp.Compare(b.node.End(), a.node.End()))
	})
	if ending || s.othersSetResults() {
		s.appendDeferred() // else see deferredWrites
	}
	s.findPast()
	s.declareResults()
	s.mention()
	s.byHand = s.handSearches()
	return s
}

// walk collects what statements of the body need that a graph of its nodes does
// not tell.
func (s *shape) walk() {
	s.cases = make(map[ast.Expr]*ast.SwitchStmt)
	s.tags = make(map[ast.Expr]*ast.SwitchStmt)
	s.switched = make(map[*ast.CaseClause]*ast.TypeSwitchStmt)
	s.askedAgain = make(map[ast.Expr]bool)
	s.clauses = make(map[*ast.CommClause]*ast.SelectStmt)
	s.rangeParts = make(map[ast.Expr]bool)
	s.lastRound = make(map[types.Object]token.Pos)
	s.lastUse = make(map[types.Object]token.Pos)
	s.locs = make(map[locKey]*location)
	s.byRoot = make(map[types.Object][]*location)
	s.indices = make(map[types.Object]bool)
	s.replaced = make(map[types.Object]bool)
	s.located = make(map[ast.Expr]*location, int(s.body.End()-s.body.Pos())/16) // about as many as there are names
	s.callEffects = make(map[*ast.CallExpr]*callEffect)
	s.iterations = make(map[*ast.RangeStmt]*effects.Writes)
	ast.PreorderStack(s.body, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.SwitchStmt:
			if isInline(stack) {
				for _, clause := range n.Body.List {
					for _, e := range clause.(*ast.CaseClause).List {
						s.cases[e] = n
					}
				}
				if n.Tag != nil {
					s.tags[n.Tag] = n
				}
			}
		case *ast.TypeSwitchStmt:
			if isInline(stack) {
				for _, clause := range n.Body.List {
					s.switched[clause.(*ast.CaseClause)] = n
				}
				s.askedAgain[switchedOn(n)] = true
			}
		case *ast.SelectStmt:
			for _, clause := range n.Body.List {
				s.clauses[clause.(*ast.CommClause)] = n
			}
		case *ast.ForStmt, *ast.RangeStmt:
			if r, ok := n.(*ast.RangeStmt); ok {
				s.rangeParts[r.Key], s.rangeParts[r.Value] = true, true
				delete(s.rangeParts, nil)
				if isInline(stack) && syntax.IsFunc(s.typeOf(r.X)) {
					s.overFuncs = append(s.overFuncs, r)
				}
			}
			if isInline(stack) && !slices.ContainsFunc(s.outermost, func(l ast.Node) bool { return l.End() >= n.End() }) {
				s.outermost = append(s.outermost, n)
			}
		case *ast.BranchStmt:
			s.jumps = s.jumps || n.Tok == token.GOTO
		case *ast.DeferStmt:
			if syntax.EnclosingFunc(stack) == nil {
				s.defers = append(s.defers, n)
				s.recovers = s.recovers || s.p.effects.DefersRecover(n)
			}
		case *ast.Ident:
			s.noteUse(n, stack)
		}
		return true
	})
	for v := range s.sig.Results().Variables() {
		s.lastUse[v] = s.body.End() // a return statement need not name it
	}
	for v, last := range s.lastUse {
		s.noteLast(v, last)
	}
}

// sortBlocks lists the blocks that can be reached in reverse postorder.
func (s *shape) sortBlocks() {
	s.blocks, s.rank = nil, make([]int, len(s.graph.Blocks))
	for i := range s.rank {
		s.rank[i] = -1
	}
	type frame struct {
		b    *cfg.Block
		next int
	}
	seen := make([]bool, len(s.graph.Blocks))
	stack := []frame{{s.graph.Blocks[0], 0}}
	seen[0] = true
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next < len(top.b.Succs) {
			s := top.b.Succs[len(top.b.Succs)-1-top.next]
			top.next++
			if !seen[s.Index] {
				seen[s.Index] = true
				stack = append(stack, frame{s, 0})
			}
			continue
		}
		s.blocks = append(s.blocks, top.b)
		stack = stack[:len(stack)-1]
	}
	slices.Reverse(s.blocks)
	for i, b := range s.blocks {
		s.rank[b.Index] = i
	}
}

// declareResults makes a location for each of the function's results.
func (s *shape) declareResults() {
	for i := range s.sig.Results().Len() {
		v := s.sig.Results().At(i)
		root := types.NewVar(token.NoPos, nil, "result", v.Type())
		s.resultLocs = append(s.resultLocs, s.variable(root))
	}
}

// mention makes the locations known that the body mentions, so that a variable
// that is set as a whole sets them; and of what it returns the codes, which callers look at.
func (s *shape) mention() {
	ast.Inspect(s.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case ast.Expr:
			s.locate(n)
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				if l := s.locate(e); l != nil && n.Tok == token.ASSIGN {
					s.replaced[l.root] = true
				}
			}
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if l := s.locate(ast.Unparen(e)); l != nil && l.parent == nil {
					s.mentionCodes(l)
				}
			}
		}
		return true
	})
	for v := range s.sig.Results().Variables() {
		if v.Name() != "" {
			s.mentionCodes(s.variable(v))
		}
	}
}

// mentionCodes makes the locations of the codes known that a variable has, or what it leads to.
func (s *shape) mentionCodes(reply *location) {
	for _, field := range s.p.bindings.CodeFields(reply.typ) {
		s.partOf(reply, errorField{path: fieldPath(field), code: s.p.universe(field.Value.Domain)})
	}
}
