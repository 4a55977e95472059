package index

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"slices"
)

// An Index is what one walk over a package tells about its functions and
// variables, whatever the flow of control.
type Index struct {
	Pkg  *types.Package
	info *types.Info

	Decls      map[*types.Func]*ast.FuncDecl
	Calls      map[*types.Func][]Site // where a function of the package is called
	Valued     map[*types.Func]bool   // used other than by calling it
	Dynamic    map[string]bool        // names of interfaces' methods that are called, or used as values
	Bodies     []ast.Node             // functions and literals, by position
	Outer      map[*ast.FuncLit]ast.Node
	Usage      map[*ast.FuncLit]Usage
	Recovering map[ast.Node]bool // functions and literals that call recover, themselves or in a literal
	Vars       map[*types.Var]*Variable
	FuncVars   map[*types.Var]*ast.FuncLit // variables that hold just that literal
	OverFuncs  []*ast.RangeStmt            // loops over functions
	GoCalls    []*ast.CallExpr             // of go statements, and of functions that launch what they get

	PointedFields map[*types.Var]bool // whose address is taken somewhere
	PointedInto   TypeSet             // types of elements whose address is taken somewhere
	PointedBy     TypeSet             // types that pointers lead to which others give, perhaps to a field or an element
	LikeOthers    map[*types.Var]bool // fields of structs that others can be: they have no name, or their pointers are converted

	PassedOut map[*types.Package][]*ast.FuncLit     // to functions of other packages
	GivenOut  map[*types.Package][]*types.Signature // types of functions that other packages' functions, fields and variables get
	Given     []GivenFunction                       // by other packages' functions
	LentOut   map[*types.Var][]types.Type           // the types of what other packages may keep a variable's address in

	inPlace   map[*ast.FuncLit]bool // see InPlace
	addresses []handedAddress
	appends   map[*ast.CallExpr]appending

	fieldFuncs map[*types.Var]ast.Expr // see HeldInField
}

// A handedAddress is the address of a variable, or of a part of it, that a call gets.
type handedAddress struct {
	v    *types.Var
	call *ast.CallExpr
	at   int // of the argument, or Receiver
}

// A Site is a call, and the function around it: nil for a package's variable.
type Site struct {
	Call *ast.CallExpr
	In   ast.Node // *ast.FuncDecl or *ast.FuncLit
}

// A Usage is what a function literal is used for.
type Usage int

const (
	HandedOn Usage = iota // somebody may call it at any time after
	CalledHere
	Deferred
	started // by a go statement
	Passed  // as an argument
)

// New makes the index of a package, which carries codes or does not.
func New(pkg *types.Package, info *types.Info, files []*ast.File, carries bool) *Index {
	x := &Index{
		Pkg:        pkg,
		info:       info,
		Decls:      make(map[*types.Func]*ast.FuncDecl),
		Calls:      make(map[*types.Func][]Site),
		Valued:     make(map[*types.Func]bool),
		Dynamic:    make(map[string]bool),
		Outer:      make(map[*ast.FuncLit]ast.Node),
		Usage:      make(map[*ast.FuncLit]Usage),
		Recovering: make(map[ast.Node]bool),
		Vars:       make(map[*types.Var]*Variable, len(info.Defs)/2),
		FuncVars:   make(map[*types.Var]*ast.FuncLit),

		PointedFields: make(map[*types.Var]bool),
		LikeOthers:    make(map[*types.Var]bool),
		inPlace:       make(map[*ast.FuncLit]bool),
		appends:       make(map[*ast.CallExpr]appending),
		PassedOut:     make(map[*types.Package][]*ast.FuncLit),
		GivenOut:      make(map[*types.Package][]*types.Signature),
		LentOut:       make(map[*types.Var][]types.Type),
		fieldFuncs:    make(map[*types.Var]ast.Expr),
	}
	w := &indexer{Index: x, called: make(map[*ast.Ident]bool), passedTo: make(map[*ast.FuncLit]*ast.CallExpr)}
	for _, file := range files {
		w.oneForAll = isBefore(versionOf(pkg, info, file), "go1.22")
		ast.PreorderStack(file, nil, w.visit)
		w.noteLinked(file)
	}
	x.settleLiterals()
	w.settlePassedOut()
	x.listBodies()
	k := &keepers{Index: x, known: make(map[*types.Var]bool), passedTo: w.passedTo}
	if carries {
		k.find()
	} else {
		k.suppose()
	}
	x.finish()
	return x
}

func (x *Index) listBodies() {
	for _, decl := range x.Decls {
		x.Bodies = append(x.Bodies, decl)
	}
	for lit := range x.Outer {
		x.Bodies = append(x.Bodies, lit)
	}
	slices.SortFunc(x.Bodies, func(a, b ast.Node) int { return cmp.Compare(a.Pos(), b.Pos()) })
}

// Around returns the innermost function or literal around a position, nil for none.
func (x *Index) Around(pos token.Pos) ast.Node {
	i, _ := slices.BinarySearchFunc(x.Bodies, pos+1, func(n ast.Node, pos token.Pos) int { return cmp.Compare(n.Pos(), pos) })
	for i--; i >= 0; i-- {
		if n := x.Bodies[i]; pos < n.End() {
			return n
		}
		if _, decl := x.Bodies[i].(*ast.FuncDecl); decl {
			return nil
		}
	}
	return nil
}

// versionOf returns the version of Go in which a file is written, "" if nobody says.
func versionOf(pkg *types.Package, info *types.Info, file *ast.File) string {
	if v := info.FileVersions[file]; v != "" {
		return v
	}
	return pkg.GoVersion()
}

func isBefore(v, other string) bool { return version.IsValid(v) && version.Compare(v, other) < 0 }

// settleLiterals forgets the variables that hold more than one literal, or something else before.
func (x *Index) settleLiterals() {
	for v, lit := range x.FuncVars {
		i := x.Variable(v)
		other := i.given && (i.Init == nil || ast.Unparen(i.Init) != ast.Expr(lit))
		if lit == nil || i.Stores > 0 || i.Pointed || other || !isPlainVariable(v, i) {
			delete(x.FuncVars, v)
			if lit != nil {
				x.Usage[lit] = HandedOn
			}
		}
	}
}

// LiteralOf returns the literal that a call calls, or nil.
func (x *Index) LiteralOf(call *ast.CallExpr) *ast.FuncLit {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.FuncLit:
		return fun
	case *ast.Ident:
		if v, ok := x.info.ObjectOf(fun).(*types.Var); ok {
			return x.FuncVars[v]
		}
	}
	return nil
}

// InPlace reports whether a literal, and those that it is in, are called where they stand, or where the function ends that they
// are in: while it is executed a function around them waits. It returns the outermost of them.
func (x *Index) InPlace(lit *ast.FuncLit, in ast.Node) (outermost *ast.FuncLit, ok bool) {
	ok = true
	for lit != nil && ast.Node(lit) != in {
		outermost, ok = lit, ok && x.inPlace[lit]
		lit, _ = x.Outer[lit].(*ast.FuncLit)
	}
	return outermost, ok
}

// finish draws the conclusions that need the whole walk.
func (x *Index) finish() {
	for _, a := range x.addresses {
		x.Variable(a.v).lends = true
	}
	for _, i := range x.Vars {
		if i.Aliased != nil && (i.leaks || i.Stores > 0 || i.Pointed) {
			x.Variable(i.Aliased).Pointed = true
		}
	}
	for _, i := range x.Vars {
		if i.Stores > 0 || i.Pointed {
			i.Alias = nil
		}
		for _, lit := range i.Writers {
			for fn := ast.Node(lit); fn != nil && fn != i.Owner; {
				l, ok := fn.(*ast.FuncLit)
				if !ok {
					break
				}
				i.Goes = i.Goes || x.Usage[l] == started
				fn = x.Outer[l]
			}
		}
	}
}

// Receiver is where a method gets what it is called on, beside its parameters.
const Receiver = -1
