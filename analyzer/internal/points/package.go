package points

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
)

// A Package is one that is checked.
type Package struct {
	Files []*ast.File // that are checked
	Decls map[*types.Func]*ast.FuncDecl
	Flow  *codeflow.Result // that without other trouble, or one of it

	pass    *analysis.Pass
	indexes map[ast.Decl]*index // of what declarations assign to their variables; of nil: of the package
}

// Of returns the package of a pass, whose code flow is that without other trouble.
func Of(pass *analysis.Pass, flow *codeflow.Result) *Package {
	p := &Package{
		Decls:   make(map[*types.Func]*ast.FuncDecl),
		pass:    pass,
		Flow:    flow,
		indexes: make(map[ast.Decl]*index),
	}
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok {
				if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					p.Decls[fn] = decl
				}
			}
		}
	}
	return p
}

// Following returns the package as another code flow sees it.
func (p *Package) Following(flow *codeflow.Result) *Package {
	other := *p
	other.Flow = flow
	return &other
}
