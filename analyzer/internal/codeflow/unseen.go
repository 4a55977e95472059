package codeflow

import (
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about errors in which others are that the package at hand has no names for: it imports who sends, and not the
// package of the codes, or the error's type begins with a small letter. Nobody in the package can look for these but by what
// methods they have, and so there are stand-ins for them, which are no other type or variable.

// unseenName is the name of the packages of stand-ins.
const unseenName = "(unseen)"

// unseenType returns the stand-in for a type of errors that has some of the methods [syntax.LookedIntoBy].
func (p *program) unseenType(path, name string, methods []string) *types.TypeName {
	obj := p.unseen(path, name, func(pkg *types.Package) types.Object {
		t := types.NewTypeName(token.NoPos, pkg, name, nil)
		named := types.NewNamed(t, types.NewStruct(nil, nil), nil)
		add := func(method string, params, results *types.Tuple) {
			recv := types.NewVar(token.NoPos, pkg, "", named)
			named.AddMethod(types.NewFunc(token.NoPos, pkg, method, types.NewSignatureType(recv, nil, nil, params, results, false)))
		}
		add("Error", nil, tupleOf(pkg, types.Typ[types.String]))
		for _, method := range methods {
			switch method {
			case "Is":
				add(method, tupleOf(pkg, syntax.ErrorType), tupleOf(pkg, types.Typ[types.Bool]))
			case "As":
				add(method, tupleOf(pkg, types.NewInterfaceType(nil, nil)), tupleOf(pkg, types.Typ[types.Bool]))
			case "Unwrap":
				add(method, nil, tupleOf(pkg, syntax.ErrorType))
			}
		}
		return t
	})
	t, _ := obj.(*types.TypeName)
	return t
}

// unseenVariable returns the stand-in for a variable that holds an error.
func (p *program) unseenVariable(path, name string) types.Object {
	return p.unseen(path, name, func(pkg *types.Package) types.Object {
		return types.NewVar(token.NoPos, pkg, name, syntax.ErrorType)
	})
}

// unseen returns what stands for something of a package, and makes it when it is first asked for.
func (p *program) unseen(path, name string, make func(*types.Package) types.Object) types.Object {
	key := path + "." + name
	obj, ok := p.standIns[key]
	if !ok {
		obj = make(types.NewPackage(path, unseenName))
		p.standIns[key] = obj
	}
	return obj
}

func tupleOf(pkg *types.Package, t types.Type) *types.Tuple {
	return types.NewTuple(types.NewVar(token.NoPos, pkg, "", t))
}

// isUnseen reports whether a type is a stand-in, or a pointer to one: it may have more methods than that.
func isUnseen(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Name() == unseenName
}

// mayAnswer reports whether a part of an error may have the methods of an interface, which nobody knows.
func (l *link) mayAnswer(t types.Type) bool {
	return t != nil && types.IsInterface(t) && isUnseen(l.typ)
}
