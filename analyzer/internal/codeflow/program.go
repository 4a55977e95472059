package codeflow

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A program is what the package's code tells of itself, however its executions
// go. Both kinds of engines share it.
type program struct {
	mu       sync.Mutex // guards the program and its engines: checks ask side by side
	pass     *analysis.Pass
	info     *types.Info
	bindings *binding.Result
	relays   *relays.Result
	index    *index.Index
	tables   tables
	calling  map[ast.Expr]bool // see calls

	bodies     []ast.Node // functions and literals, by position
	universes  map[*domain.Domain]*universe
	bound      map[ast.Expr]*universe
	shapes     map[ast.Node]*shape
	rules      map[*types.Func]rule
	nevers     map[*types.Func]bool
	ends       map[ast.Node]bool // see mayEnd
	quiets     map[*types.Func]bool
	lettings   map[*types.Func]foreign.Letting
	loud       map[*ast.FuncDecl]bool // see isLoud
	effects    map[ast.Node]*bodyEffect
	writes     map[ast.Node]*writes // with all that is called; not of functions in the middle of a recursion
	launched   *writes              // see launchedWrites
	globals    map[types.Object]value
	errorTypes map[types.Type]*errorStruct

	passedGroups map[*types.Package]*group // see passedOut
	concerned    map[ast.Node]bool         // see relevant

	implementing map[*types.Func][]*types.Func // see implementations

	functionValues []functionValue       // see values
	functionGroups *typeutil.Map         // by signature
	methodGroups   map[string]*group     // by name
	callbackGroups map[types.Type]*group // see callbacks
	hiddenGroups   map[string]*group     // see methodsNamed
	hiddenWrites   map[*group]*writes    // see hidden

	numbers    numbers
	reachables map[types.Type]reachable
}

func newProgram(pass *analysis.Pass, bindings *binding.Result) *program {
	p := &program{
		pass: pass, info: pass.TypesInfo, bindings: bindings,
		relays:    pass.ResultOf[relays.Analyzer].(*relays.Result),
		index:     index.New(pass.Pkg, pass.TypesInfo, pass.Files, !bindings.Empty()),
		universes: make(map[*domain.Domain]*universe),
		bound:     make(map[ast.Expr]*universe),
		shapes:    make(map[ast.Node]*shape),
		rules:     make(map[*types.Func]rule),
		nevers:    make(map[*types.Func]bool),
		ends:      make(map[ast.Node]bool),
		quiets:    make(map[*types.Func]bool),
		lettings:  make(map[*types.Func]foreign.Letting),
		calling:   make(map[ast.Expr]bool),

		functionGroups: new(typeutil.Map),
		methodGroups:   make(map[string]*group),
		callbackGroups: make(map[types.Type]*group),
		hiddenGroups:   make(map[string]*group),
		passedGroups:   make(map[*types.Package]*group),
		hiddenWrites:   make(map[*group]*writes),
		loud:           make(map[*ast.FuncDecl]bool),
		effects:        make(map[ast.Node]*bodyEffect),
		writes:         make(map[ast.Node]*writes),
		globals:        make(map[types.Object]value),
		concerned:      make(map[ast.Node]bool),
		errorTypes:     make(map[types.Type]*errorStruct),

		reachables: make(map[types.Type]reachable),

		implementing: make(map[*types.Func][]*types.Func),
	}
	p.tables = tables{p: p, known: make(map[ast.Expr]*table), imported: make(map[*types.Var]*table)}
	for _, decl := range p.index.Decls {
		p.bodies = append(p.bodies, decl)
	}
	for lit := range p.index.Outer {
		p.bodies = append(p.bodies, lit)
	}
	slices.SortFunc(p.bodies, func(a, b ast.Node) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return p
}

// declared returns the functions of the package in the order of its files: what is found of functions that call each
// other hangs on which is asked for first.
func (p *program) declared() iter.Seq2[*types.Func, *ast.FuncDecl] {
	return func(yield func(*types.Func, *ast.FuncDecl) bool) {
		for _, file := range p.pass.Files {
			for _, d := range file.Decls {
				if decl, ok := d.(*ast.FuncDecl); ok {
					if fn, ok := p.info.Defs[decl.Name].(*types.Func); ok && !yield(fn, decl) {
						return
					}
				}
			}
		}
	}
}

// universeOf returns the universe of a code value, nil for anything else.
func (p *program) universeOf(x ast.Expr) *universe {
	if u, ok := p.bound[x]; ok {
		return u
	}
	var u *universe
	if tv, ok := p.info.Types[x]; !ok || tv.IsValue() || tv.Assignable() {
		if v, ok := p.bindings.Of(x); ok {
			u = p.universe(v.Domain)
		}
	}
	p.bound[x] = u
	return u
}

func (p *program) universe(d *domain.Domain) *universe {
	u, ok := p.universes[d]
	if !ok {
		u = newUniverse(d)
		p.universes[d] = u
	}
	return u
}

// universeOfType returns the universe of all values of a type, nil if it is not
// made for codes.
func (p *program) universeOfType(t types.Type) *universe {
	if d := p.bindings.OfType(t); d != nil {
		return p.universe(d)
	}
	return nil
}

// body returns the innermost function or literal around a position.
func (p *program) body(pos token.Pos) ast.Node {
	i, _ := slices.BinarySearchFunc(p.bodies, pos+1, func(n ast.Node, pos token.Pos) int { return cmp.Compare(n.Pos(), pos) })
	for i--; i >= 0; i-- {
		if n := p.bodies[i]; pos < n.End() {
			return n
		}
		if _, decl := p.bodies[i].(*ast.FuncDecl); decl {
			return nil
		}
	}
	return nil
}

// packageVariable returns what a package's variable is for good: an error.
func (p *program) packageVariable(obj types.Object) value {
	if v, ok := p.globals[obj]; ok {
		return v
	}
	p.globals[obj] = nil
	v := p.findPackageVariable(obj)
	p.globals[obj] = v
	return v
}

func (p *program) findPackageVariable(obj types.Object) value {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || !syntax.ImplementsError(v.Type()) {
		return nil
	}
	sentinel := func(open bool) value {
		return known(out{kind: isError, err: &failure{links: []link{{object: v, direct: true}}, open: open}})
	}
	if v.Pkg() != p.pass.Pkg {
		fact := new(sentinelFact)
		told := p.pass.ImportObjectFact(v, fact)
		if told && !fact.Plain {
			return nil
		}
		return sentinel(!told)
	}
	i := p.index.Vars[v]
	if i == nil || i.Init == nil || i.Stores > 0 || i.Pointed {
		return nil
	}
	switch x := ast.Unparen(i.Init).(type) {
	case *ast.CallExpr:
		fn, _ := syntax.StaticCallee(p.info, x)
		if fn == nil {
			return nil
		}
		switch fn.FullName() {
		case "errors.New":
			return sentinel(false)
		case "fmt.Errorf":
			if format := p.info.Types[x.Args[0]].Value; format != nil && format.Kind() == constant.String {
				wraps, ok := syntax.WrappedBy(constant.StringVal(format))
				return sentinel(!ok || len(wraps) > 0)
			}
		}
	case *ast.UnaryExpr: // of which each is another; a literal can be equal to others
		if lit, ok := ast.Unparen(x.X).(*ast.CompositeLit); ok && x.Op == token.AND && !p.isEmpty(lit) {
			return sentinel(true)
		}
	case *ast.Ident:
		return p.packageVariable(p.info.ObjectOf(x))
	}
	if c := p.info.Types[i.Init]; c.Value != nil {
		if u := p.universeOf(i.Init); u != nil && syntax.ImplementsError(c.Type) {
			return known(out{kind: isError, err: &failure{links: []link{
				{object: v, direct: true}, {typ: c.Type, code: constantValue(c.Value), direct: true},
			}, open: isOpen(c.Type)}})
		}
	}
	return nil
}

// isEmpty reports whether a literal is of no size: the addresses of two such may be one.
func (p *program) isEmpty(lit *ast.CompositeLit) bool {
	t := p.info.TypeOf(lit)
	return t == nil || syntax.IsMadeOfTypeParams(t) || p.pass.TypesSizes == nil || p.pass.TypesSizes.Sizeof(t) == 0
}
