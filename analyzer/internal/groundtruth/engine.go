package groundtruth

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
)

// Claims says what is claimed of the code that a probe is called with: the
// documented codes, by text, and whether it can be undocumented. The domain is
// empty where nothing is claimed, since the argument is no code.
type Claims func(probe *ast.CallExpr) (domain string, texts []string, undocumented bool)

// A Claim is what is claimed about a probe.
type Claim struct {
	Set   Set
	Bound bool // the argument is known to be a code, and of the function's domain
	Gone  bool // the generator dropped the probe again
}

// Claims returns the engine's claims about every probe of a program.
func (t *Toolchain) Claims(p *Program) ([]Claim, error) {
	return t.ClaimsBy(p, codeflow.Analyzer, func(result any) Claims {
		flow := result.(*codeflow.Result)
		return func(probe *ast.CallExpr) (domain string, texts []string, undocumented bool) {
			codes, ok := flow.At(probe.Args[1])
			if !ok {
				return "", nil, false
			}
			for _, m := range codes.Members() {
				if codes.Has(m.Text) {
					texts = append(texts, m.Text)
				}
			}
			return codes.Domain.Name, texts, codes.Undocumented()
		}
	})
}

// ClaimsBy returns the claims of any analyzer.
func (t *Toolchain) ClaimsBy(p *Program, a *analysis.Analyzer, claims func(result any) Claims) ([]Claim, error) {
	all := slices.Repeat([]Claim{{Gone: true}}, p.Probes)
	domainOf := make([]*Domain, p.Probes)
	for _, f := range p.Functions {
		for probe := f.First; probe < f.End; probe++ {
			domainOf[probe] = f.Domain
		}
	}
	s := newSession(t)
	for _, pkg := range p.Packages() {
		unit, err := s.check(pkg)
		if err != nil {
			return nil, err
		}
		result, err := unit.run(a)
		if err != nil {
			return nil, err
		}
		claim := claims(result)
		ast.Inspect(unit.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "seen" {
				return true
			}
			probe, err := strconv.Atoi(call.Args[0].(*ast.BasicLit).Value)
			if err != nil {
				panic(err)
			}
			domain, texts, undocumented := claim(call)
			d := domainOf[probe]
			all[probe] = Claim{Set: d.set(texts, undocumented), Bound: domain == d.Name}
			return true
		})
	}
	return all, nil
}

// A session is one run of analyzers over a program's packages. It is a driver in
// small: packages are checked in memory, facts go from one to the next.
type session struct {
	fset     *token.FileSet
	imports  types.Importer
	packages map[string]*types.Package
	facts    map[factKey]analysis.Fact
}

type factKey struct {
	obj types.Object // nil for a package's fact
	pkg *types.Package
	typ reflect.Type
}

func newSession(t *Toolchain) *session {
	fset := token.NewFileSet()
	return &session{fset, t.importer(fset), make(map[string]*types.Package), make(map[factKey]analysis.Fact)}
}

// Import implements [types.Importer].
func (s *session) Import(path string) (*types.Package, error) {
	if p := s.packages[path]; p != nil {
		return p, nil
	}
	return s.imports.Import(path)
}

// A unit is one package under analysis.
type unit struct {
	s       *session
	file    *ast.File
	pkg     *types.Package
	info    *types.Info
	results map[*analysis.Analyzer]any
}

func (s *session) check(p Package) (*unit, error) {
	file, err := parser.ParseFile(s.fset, p.Path+".go", p.Text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	u := &unit{s: s, file: file, results: make(map[*analysis.Analyzer]any), info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}}
	var errs []error
	config := types.Config{Importer: s, GoVersion: "go1.26", Error: func(err error) { errs = append(errs, err) }}
	u.pkg, _ = config.Check(p.Path, s.fset, []*ast.File{file}, u.info)
	if len(errs) > 0 {
		return nil, errors.Join(errs[:min(len(errs), 20)]...)
	}
	s.packages[p.Path] = u.pkg
	return u, nil
}

// run runs an analyzer and what it requires.
func (u *unit) run(a *analysis.Analyzer) (any, error) {
	if r, ok := u.results[a]; ok {
		return r, nil
	}
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		r, err := u.run(req)
		if err != nil {
			return nil, err
		}
		inputs[req] = r
	}
	s := u.s
	pass := &analysis.Pass{
		Analyzer: a, Fset: s.fset, Files: []*ast.File{u.file}, Pkg: u.pkg, TypesInfo: u.info,
		TypesSizes: types.SizesFor("gc", "amd64"), ResultOf: inputs,
		Module:   &analysis.Module{Path: "example.test", GoVersion: "1.26"},
		Report:   func(analysis.Diagnostic) {},
		ReadFile: func(name string) ([]byte, error) { return nil, fmt.Errorf("%s is in memory only", name) },
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			return s.load(factKey{obj, nil, reflect.TypeOf(fact)}, fact)
		},
		ImportPackageFact: func(pkg *types.Package, fact analysis.Fact) bool {
			return s.load(factKey{nil, pkg, reflect.TypeOf(fact)}, fact)
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			s.facts[factKey{obj, nil, reflect.TypeOf(fact)}] = fact
		},
		ExportPackageFact: func(fact analysis.Fact) {
			s.facts[factKey{nil, u.pkg, reflect.TypeOf(fact)}] = fact
		},
		AllObjectFacts: func() []analysis.ObjectFact {
			var all []analysis.ObjectFact
			for k, f := range s.facts {
				if k.obj != nil {
					all = append(all, analysis.ObjectFact{Object: k.obj, Fact: f})
				}
			}
			return all
		},
		AllPackageFacts: func() []analysis.PackageFact {
			var all []analysis.PackageFact
			for k, f := range s.facts {
				if k.pkg != nil {
					all = append(all, analysis.PackageFact{Package: k.pkg, Fact: f})
				}
			}
			return all
		},
	}
	r, err := a.Run(pass)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name, err)
	}
	u.results[a] = r
	return r, nil
}

// load copies a fact by way of its encoded form, as other drivers do between
// packages: what doesn't survive that is lost.
func (s *session) load(k factKey, into analysis.Fact) bool {
	fact, ok := s.facts[k]
	if !ok {
		return false
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(fact); err != nil {
		panic(err)
	}
	if err := gob.NewDecoder(&b).Decode(into); err != nil {
		panic(err)
	}
	return true
}
