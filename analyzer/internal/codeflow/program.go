package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
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
	effects  *effects.Effects
	tables   tables

	universes  map[*domain.Domain]*universe
	bound      map[ast.Expr]*universe
	shapes     map[ast.Node]*shape
	rules      map[*types.Func]rule
	globals    map[types.Object]value
	standIns   map[string]types.Object // see unseen
	errorTypes map[types.Type]*errorStruct

	concerned map[ast.Node]bool // see relevant

	implementing map[*types.Func][]*types.Func // see implementations
}

// newProgram returns the program of a package, which is coded if it has to do with codes.
func newProgram(pass *analysis.Pass, bindings *binding.Result, coded bool) *program {
	p := &program{
		pass: pass, info: pass.TypesInfo, bindings: bindings,
		relays:    pass.ResultOf[relays.Analyzer].(*relays.Result),
		index:     index.New(pass.Pkg, pass.TypesInfo, pass.Files, coded),
		universes: make(map[*domain.Domain]*universe),
		bound:     make(map[ast.Expr]*universe),
		shapes:    make(map[ast.Node]*shape),
		rules:     make(map[*types.Func]rule),

		globals:    make(map[types.Object]value),
		concerned:  make(map[ast.Node]bool),
		standIns:   make(map[string]types.Object),
		errorTypes: make(map[types.Type]*errorStruct),

		implementing: make(map[*types.Func][]*types.Func),
	}
	p.effects = effects.Of(pass, p.index, coded)
	p.tables = tables{p: p, known: make(map[ast.Expr]*table), imported: make(map[*types.Var]*table)}
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
		switch {
		case syntax.MakesPlainError(fn):
			return sentinel(false)
		case syntax.IsFunction(fn, "fmt", "Errorf"):
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
