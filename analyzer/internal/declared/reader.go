package declared

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A reader reads one package's directives.
type reader struct {
	*View
	all       []constantDecl
	blocks    map[*ast.GenDecl][]constantDecl
	topLevel  map[*ast.GenDecl]bool
	entry     map[*ast.KeyValueExpr]*directive.Directive // retry classes of a map's entries
	classOf   map[*types.Const]*directive.Directive      // retry classes of constants
	usedClass map[*directive.Directive]bool
	clash     map[*directive.Directive]bool
}

// A constantDecl is a constant of the package, and what is written beside it.
type constantDecl struct {
	obj   *types.Const
	spec  *ast.ValueSpec
	blank bool
}

func newReader(v *View, directives *directive.Result) *reader {
	r := &reader{
		View:      v,
		blocks:    make(map[*ast.GenDecl][]constantDecl),
		topLevel:  make(map[*ast.GenDecl]bool),
		entry:     make(map[*ast.KeyValueExpr]*directive.Directive),
		classOf:   make(map[*types.Const]*directive.Directive),
		usedClass: make(map[*directive.Directive]bool),
		clash:     make(map[*directive.Directive]bool),
	}
	for _, file := range v.pass.Files {
		if syntax.IsTest(v.pass.Fset, file.FileStart) {
			continue
		}
		for _, decl := range file.Decls {
			if block, ok := decl.(*ast.GenDecl); ok {
				r.topLevel[block] = true
				if block.Tok == token.CONST {
					r.readBlock(block)
				}
			}
		}
	}
	for _, d := range directives.All {
		if d.Verb == directive.Retry && !d.Test {
			r.readClass(d)
		}
	}
	return r
}

func (r *reader) readBlock(block *ast.GenDecl) {
	for _, s := range block.Specs {
		spec, ok := s.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for _, name := range spec.Names {
			if c, ok := r.pass.TypesInfo.Defs[name].(*types.Const); ok {
				r.blocks[block] = append(r.blocks[block], constantDecl{c, spec, name.Name == "_"})
			}
		}
	}
	r.all = append(r.all, r.blocks[block]...)
}

// readClass notes the retry class of what a directive stands on.
func (r *reader) readClass(d *directive.Directive) {
	switch n := d.Node.(type) {
	case *ast.KeyValueExpr:
		if r.entry[n] != nil {
			r.twice(d)
			return
		}
		r.entry[n] = d
	case *ast.ValueSpec:
		for _, name := range n.Names {
			c, ok := r.pass.TypesInfo.Defs[name].(*types.Const)
			switch {
			case !ok:
			case r.classOf[c] != nil:
				r.twice(d)
				return
			default:
				r.classOf[c] = d
			}
		}
	}
}

func (r *reader) twice(d *directive.Directive) {
	r.clash[d] = true
	r.problem(d, directive.Contradictory, "this code has a retry class already; a code has one")
}
