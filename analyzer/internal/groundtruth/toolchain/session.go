package toolchain

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// A Session is one run of analyzers over a program's packages. It is a driver in
// small: packages are checked in memory, facts go from one to the next.
type Session struct {
	fset     *token.FileSet
	imports  types.Importer
	packages map[string]*types.Package
	texts    map[string]string // by file
	facts    map[factKey]analysis.Fact
	module   string // that the packages are of
}

type factKey struct {
	obj types.Object // nil for a package's fact
	pkg *types.Package
	typ reflect.Type
}

// Session begins one.
func (t *Toolchain) Session() *Session {
	fset := token.NewFileSet()
	return newSession(fset, t.importer(fset))
}

// NewSession begins one of packages that import what others have loaded.
func NewSession(imports types.Importer) *Session { return newSession(token.NewFileSet(), imports) }

func newSession(fset *token.FileSet, imports types.Importer) *Session {
	return &Session{fset, imports, make(map[string]*types.Package), make(map[string]string), make(map[factKey]analysis.Fact), "example.test"}
}

// InModule has the session's packages be of a module.
func (s *Session) InModule(path string) *Session {
	s.module = path
	return s
}

// Fork returns a session that knows of packages which this one has been through, with their facts, and keeps what it
// learns to itself.
func (s *Session) Fork(of func(*types.Package) bool) *Session {
	facts := make(map[factKey]analysis.Fact)
	for k, fact := range s.facts {
		if pkg := k.pkg; pkg != nil && of(pkg) || k.obj != nil && of(k.obj.Pkg()) {
			facts[k] = fact
		}
	}
	return &Session{s.fset, s.imports, maps.Clone(s.packages), make(map[string]string), facts, s.module}
}

// Import implements [types.Importer].
func (s *Session) Import(path string) (*types.Package, error) {
	if p := s.packages[path]; p != nil {
		return p, nil
	}
	return s.imports.Import(path)
}

// A Unit is one package under analysis.
type Unit struct {
	s       *Session
	Fset    *token.FileSet
	File    *ast.File // the first of Files
	Files   []*ast.File
	Pkg     *types.Package
	Info    *types.Info
	results map[*analysis.Analyzer]any

	Diagnostics []Diagnostic // in the order in which they were reported
}

// Check type-checks a package, whose imports have been before.
func (s *Session) Check(p Package) (*Unit, error) { return s.CheckFiles(p.Path, p.file()) }

// CheckFiles is Check for a package of several files.
func (s *Session) CheckFiles(path string, files []NamedText) (*Unit, error) {
	u, errs := s.check(path, files)
	if len(errs) > 0 {
		return nil, errors.Join(errs[:min(len(errs), 20)]...)
	}
	return u, nil
}

// CheckBroken is Check for a package that need not compile: editors run analyzers over such ones, too.
func (s *Session) CheckBroken(p Package) (*Unit, error) {
	u, errs := s.check(p.Path, p.file())
	if u == nil {
		return nil, errors.Join(errs...)
	}
	return u, nil
}

// check returns no unit for a package that cannot be parsed.
func (s *Session) check(path string, files []NamedText) (*Unit, []error) {
	u := &Unit{s: s, Fset: s.fset, results: make(map[*analysis.Analyzer]any), Info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}}
	for _, f := range files {
		s.texts[f.Name] = f.Text
		file, err := parser.ParseFile(s.fset, f.Name, f.Text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, []error{err}
		}
		u.Files = append(u.Files, file)
	}
	u.File = u.Files[0]
	var errs []error
	config := types.Config{Importer: s, GoVersion: "go1.26", Error: func(err error) { errs = append(errs, err) }}
	u.Pkg, _ = config.Check(path, s.fset, u.Files, u.Info)
	s.packages[path] = u.Pkg
	return u, errs
}

// A Diagnostic is what an analyzer reported.
type Diagnostic struct {
	Analyzer *analysis.Analyzer
	analysis.Diagnostic
}

// Run runs an analyzer and what it requires.
func (u *Unit) Run(a *analysis.Analyzer) (any, error) {
	if r, ok := u.results[a]; ok {
		return r, nil
	}
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		r, err := u.Run(req)
		if err != nil {
			return nil, err
		}
		inputs[req] = r
	}
	s := u.s
	pass := &analysis.Pass{
		Analyzer: a, Fset: s.fset, Files: u.Files, Pkg: u.Pkg, TypesInfo: u.Info,
		TypesSizes: types.SizesFor("gc", "amd64"), ResultOf: inputs,
		Module: &analysis.Module{Path: s.module, GoVersion: "1.26"},
		Report: func(d analysis.Diagnostic) { u.Diagnostics = append(u.Diagnostics, Diagnostic{a, d}) },
		ReadFile: func(name string) ([]byte, error) {
			if text, ok := s.texts[name]; ok {
				return []byte(text), nil
			}
			return nil, fmt.Errorf("%s is not among the files that were checked", name)
		},
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
			s.facts[factKey{nil, u.Pkg, reflect.TypeOf(fact)}] = fact
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
func (s *Session) load(k factKey, into analysis.Fact) bool {
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
