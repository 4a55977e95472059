package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"go/version"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An index is what one walk over a package tells about its functions and
// variables, whatever the flow of control.
type index struct {
	pkg        *types.Package
	decls      map[*types.Func]*ast.FuncDecl
	calls      map[*types.Func][]site // where a function of the package is called
	valued     map[*types.Func]bool   // used other than by calling it
	dynamic    map[string]bool        // names of interfaces' methods that are called, or used as values
	outer      map[*ast.FuncLit]ast.Node
	usage      map[*ast.FuncLit]usage
	recovering map[ast.Node]bool // functions and literals that call recover, themselves or in a literal
	vars       map[*types.Var]*variable
	funcVars   map[*types.Var]*ast.FuncLit // variables that hold just that literal

	pointedFields map[*types.Var]bool // whose address is taken somewhere
	likeOthers    map[*types.Var]bool // fields of structs without a name, or whose pointers are converted: see changesField
	pointedInto   typeSet             // types of elements whose address is taken somewhere
	pointedBy     typeSet             // types that pointers lead to which others give, perhaps to a field or an element

	appends   map[*ast.CallExpr]appending
	itemsOf   typeutil.Map                          // see item
	anyItem   types.Object                          // the same for what is generic
	passedOut map[*types.Package][]*ast.FuncLit     // to functions of other packages
	givenOut  map[*types.Package][]*types.Signature // types of functions that other packages' functions, fields and variables get
	given     []givenFunction                       // by other packages' functions
	overFuncs []*ast.RangeStmt                      // loops over functions
	goCalls   []*ast.CallExpr                       // of go statements, and of functions that launch what they get
	addresses []handedAddress
	lentOut   map[*types.Var][]types.Type // see keepers.go
}

// A handedAddress is the address of a variable, or of a part of it, that a call gets.
type handedAddress struct {
	v    *types.Var
	call *ast.CallExpr
	at   int // of the argument, or receiver
}

// A site is a call, and the function around it: nil for a package's variable.
type site struct {
	call *ast.CallExpr
	in   ast.Node // *ast.FuncDecl or *ast.FuncLit
}

// usage is what a function literal is used for.
type usage int

const (
	handedOn usage = iota // somebody may call it at any time after
	calledHere
	deferred
	started // by a go statement, or by somebody who gets it, see settleLaunched
	passed  // as an argument
)

// A variable is what the index knows of a variable.
type variable struct {
	owner   ast.Node       // the function that declares it; nil for a package's
	stores  int            // assignments after its declaration
	last    token.Pos      // the last of them
	writers []*ast.FuncLit // literals that assign it but do not declare it
	pointed bool           // somebody may hold its address
	init    ast.Expr       // what it is declared with
	given   bool           // it is declared with something, of a range or a call perhaps
	leaks   bool           // of a map, list or pointer: it is copied, or changed
	alias   ast.Expr       // of a pointer that is &x and nothing else ever: x
	aliased *types.Var     // the variable that x is, or is a part of
	named   bool           // a pointer is another name for it, or for a part
	goes    bool           // a goroutine may assign it
	later   bool           // a deferred call gets its address
	lends   bool           // of a list: somebody else may have it, too, and the room behind its end
}

// A typeSet is a set of types. Those that are made of type parameters can be any.
type typeSet struct {
	types   typeutil.Map
	generic bool
}

func (s *typeSet) add(t types.Type) {
	s.generic = s.generic || syntax.IsMadeOfTypeParams(t)
	s.types.Set(t, true)
}

func (s *typeSet) has(t types.Type) bool { return s.generic || s.types.At(t) != nil }

// newIndex makes the index of a package, which carries codes or does not.
func newIndex(pkg *types.Package, info *types.Info, files []*ast.File, carries bool) *index {
	x := &index{
		pkg:        pkg,
		decls:      make(map[*types.Func]*ast.FuncDecl),
		calls:      make(map[*types.Func][]site),
		valued:     make(map[*types.Func]bool),
		dynamic:    make(map[string]bool),
		outer:      make(map[*ast.FuncLit]ast.Node),
		usage:      make(map[*ast.FuncLit]usage),
		recovering: make(map[ast.Node]bool),
		vars:       make(map[*types.Var]*variable, len(info.Defs)/2),
		funcVars:   make(map[*types.Var]*ast.FuncLit),

		pointedFields: make(map[*types.Var]bool),
		likeOthers:    make(map[*types.Var]bool),
		appends:       make(map[*ast.CallExpr]appending),
		anyItem:       types.NewLabel(0, pkg, "items"),
		passedOut:     make(map[*types.Package][]*ast.FuncLit),
		givenOut:      make(map[*types.Package][]*types.Signature),
		lentOut:       make(map[*types.Var][]types.Type),
	}
	w := &indexer{index: x, info: info, called: make(map[*ast.Ident]bool), passedTo: make(map[*ast.FuncLit]*ast.CallExpr)}
	for _, file := range files {
		w.oneForAll = isBefore(versionOf(pkg, info, file), "go1.22")
		ast.PreorderStack(file, nil, w.visit)
	}
	x.settleLiterals()
	w.settleLaunched()
	k := &keepers{index: x, info: info, known: make(map[*types.Var]bool), passedTo: w.passedTo}
	if carries {
		k.find()
	} else {
		k.suppose()
	}
	x.finish()
	return x
}

// versionOf returns the version of Go in which a file is written, "" if nobody says.
func versionOf(pkg *types.Package, info *types.Info, file *ast.File) string {
	if v := info.FileVersions[file]; v != "" {
		return v
	}
	return pkg.GoVersion()
}

func isBefore(v, other string) bool { return version.IsValid(v) && version.Compare(v, other) < 0 }

func (x *index) variable(v *types.Var) *variable {
	i, ok := x.vars[v]
	if !ok {
		i = &variable{}
		x.vars[v] = i
	}
	return i
}

// settleLiterals forgets the variables that hold more than one literal, or something else before.
func (x *index) settleLiterals() {
	for v, lit := range x.funcVars {
		i := x.variable(v)
		other := i.given && (i.init == nil || ast.Unparen(i.init) != ast.Expr(lit))
		if lit == nil || i.stores > 0 || i.pointed || other || !isPlainVariable(v, i) {
			delete(x.funcVars, v)
			if lit != nil {
				x.usage[lit] = handedOn
			}
		}
	}
}

// isPlainVariable reports whether nothing sets a variable but what can be seen to do so: it is no parameter,
// result or type switch's variable.
func isPlainVariable(v *types.Var, i *variable) bool {
	switch v.Kind() {
	case types.PackageVar:
		return true
	case types.LocalVar:
		return i.owner != nil
	}
	return false
}

// functionHeldBy returns the function, not a method, that an expression names if it is a variable which
// holds just that, from its declaration on; else nil.
func (x *index) functionHeldBy(info *types.Info, e ast.Expr) *types.Func {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := info.Uses[id].(*types.Var)
	if !ok || v.Exported() {
		return nil
	}
	i := x.vars[v]
	if i == nil || i.init == nil || i.last.IsValid() || i.pointed || !isPlainVariable(v, i) {
		return nil
	}
	name := syntax.Name(i.init)
	if name == nil {
		return nil
	}
	fn, ok := info.Uses[name].(*types.Func)
	if !ok || fn.Signature().Recv() != nil {
		return nil
	}
	return fn
}

// finish draws the conclusions that need the whole walk.
func (x *index) finish() {
	for _, a := range x.addresses {
		x.variable(a.v).lends = true
	}
	for _, i := range x.vars {
		if i.aliased != nil && (i.leaks || i.stores > 0 || i.pointed) {
			x.variable(i.aliased).pointed = true
		}
	}
	for _, i := range x.vars {
		if i.stores > 0 || i.pointed {
			i.alias = nil
		}
		for _, lit := range i.writers {
			for fn := ast.Node(lit); fn != nil && fn != i.owner; {
				l, ok := fn.(*ast.FuncLit)
				if !ok {
					break
				}
				i.goes = i.goes || x.usage[l] == started
				fn = x.outer[l]
			}
		}
	}
}
