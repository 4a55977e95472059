package syntax

import (
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Implementations returns the methods of the module by which an interface's method is
// implemented, as far as a package sees them: its own and those of its imports. Those of tests are
// left out.
func Implementations(pass *analysis.Pass, method *types.Func) []*types.Func {
	recv := method.Signature().Recv()
	if recv == nil {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var impls []*types.Func
	for _, pkg := range append([]*types.Package{pass.Pkg}, pass.Pkg.Imports()...) {
		if !InModule(pass, pkg) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || pkg == pass.Pkg && IsTest(pass.Fset, tn.Pos()) {
				continue
			}
			if named, ok := tn.Type().(*types.Named); ok && named.TypeParams().Len() > 0 {
				continue
			}
			ptr := types.NewPointer(tn.Type())
			if !types.Implements(ptr, iface) {
				continue
			}
			obj, _, _ := types.LookupFieldOrMethod(ptr, true, method.Pkg(), method.Name())
			if fn, ok := obj.(*types.Func); ok {
				impls = append(impls, fn.Origin())
			}
		}
	}
	return impls
}

// InModule reports whether a package is part of the module under analysis.
func InModule(pass *analysis.Pass, pkg *types.Package) bool {
	switch {
	case pkg == nil:
		return false
	case pkg == pass.Pkg:
		return true
	case pass.Module == nil || pass.Module.Path == "":
		return false
	}
	return pkg.Path() == pass.Module.Path || strings.HasPrefix(pkg.Path(), pass.Module.Path+"/")
}

// InMainModule reports whether the package at hand is of the module that is worked on, which has no version.
func InMainModule(pass *analysis.Pass) bool {
	return pass.Module != nil && pass.Module.Path != "" && pass.Module.Version == ""
}

// IsStandard reports whether a package is of the standard library, as far as its path tells.
func IsStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// OfStandardLibrary reports whether the package at hand is of the standard library: by its path, and by where its files are, since
// a driver that knows no modules has others with such paths. Of those that know nothing of codes nobody is told anything, for the
// vet tool does not look at them, and what it says should be what the others say.
func OfStandardLibrary(pass *analysis.Pass) bool {
	path := pass.Pkg.Path()
	if pass.Module != nil && pass.Module.Path != "" || !IsStandard(path) || len(pass.Files) == 0 {
		return false
	}
	dir, _ := filepath.Split(pass.Fset.File(pass.Files[0].FileStart).Name())
	return strings.HasSuffix(filepath.ToSlash(dir), "/src/"+path+"/")
}

// IsTest reports whether a position is in a test's file, whatever a //line directive says.
func IsTest(fset *token.FileSet, pos token.Pos) bool {
	file := fset.File(pos)
	return file != nil && strings.HasSuffix(file.Name(), "_test.go")
}
