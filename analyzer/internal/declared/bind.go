package declared

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

// A Target is what a domain directive says of something.
type Target struct {
	Domain *domain.Domain // nil: its values are no codes
	keys   []string       // of a package clause or a struct: the wire keys that it is for
}

// Takes reports whether the target of a package clause or a struct is for the
// values under a wire key.
func (t Target) Takes(key string) bool { return t.Domain == nil || slices.Contains(t.keys, key) }

// Bound returns what a directive says of a variable, field or parameter.
func (v *View) Bound(obj types.Object) (Target, bool) {
	t, ok := v.bound[obj]
	return t, ok
}

// BoundObjects returns all that directives say of variables, fields and
// parameters.
func (v *View) BoundObjects() map[types.Object]Target { return v.bound }

// OfStruct returns what a directive says of the codes in a struct type.
func (v *View) OfStruct(name *types.TypeName) (Target, bool) {
	t, ok := v.scopes[name]
	return t, ok
}

// OfPackage returns what a directive on the package clause says.
func (v *View) OfPackage() (Target, bool) {
	if v.clause == nil {
		return Target{}, false
	}
	return *v.clause, true
}

// bind reads a domain directive.
func (r *reader) bind(d *directive.Directive) {
	var t Target
	if d.Domain != directive.None {
		to, ok := r.resolve(d)
		if !ok {
			return
		}
		t.Domain = to
		switch to.ID {
		case domain.Response.ID, domain.Template.ID:
			t.keys = []string{"responseCode"}
		default:
			t.keys = []string{"reasonCode", to.Key}
		}
	}
	switch n := d.Node.(type) {
	case *ast.File:
		if r.clause != nil && !same(*r.clause, t) {
			r.problem(d, directive.Contradictory, "the package clause of another file, or of this one, names another domain")
			return
		}
		r.clause = &t
	case *ast.TypeSpec:
		r.bindType(d, n, t)
	case *ast.ValueSpec:
		r.bindNames(d, n.Names, t)
	case *ast.AssignStmt:
		var names []*ast.Ident
		for _, lhs := range n.Lhs {
			if id, ok := lhs.(*ast.Ident); ok {
				names = append(names, id)
			}
		}
		r.bindNames(d, names, t)
	case *ast.Field:
		if d.Params != nil {
			r.bindParams(d, n.Type, t)
		} else if len(n.Names) == 0 {
			r.problem(d, directive.Misplaced, "an embedded field has no code of its own: put the directive on the struct type that embeds it, or on the field that is a code")
		} else {
			r.bindNames(d, n.Names, t)
		}
	case *ast.FuncDecl:
		r.bindParams(d, n.Type, t)
	case *ast.FuncLit:
		r.bindParams(d, n.Type, t)
	}
}

func same(a, b Target) bool { return a.Domain == b.Domain }

// bindType binds all values of a type, or the codes in a struct.
func (r *reader) bindType(d *directive.Directive, spec *ast.TypeSpec, t Target) {
	typ := types.Unalias(r.pass.TypesInfo.TypeOf(spec.Name))
	if spec.Assign.IsValid() {
		typ = types.Unalias(r.pass.TypesInfo.TypeOf(spec.Type))
	}
	named, ok := typ.(*types.Named)
	if !ok {
		r.problem(d, directive.Misplaced, "%s is no type that can be told from others", types.ExprString(spec.Type))
		return
	}
	name := named.Origin().Obj()
	if _, ok := named.Underlying().(*types.Struct); ok {
		if other, ok := r.scopes[name]; ok && !same(other, t) {
			r.problem(d, directive.Contradictory, "another directive says something else of the type %s", name.Name())
			return
		}
		r.scopes[name] = t
		return
	}
	switch other := r.OfType(named); {
	case !isCodeType(named):
		r.problem(d, directive.Misplaced, "the type of a code is an integer or string type, or a struct that has codes, which %s is not", spec.Name.Name)
	case other != nil && other != t.Domain, r.free[name] && t.Domain != nil:
		r.problem(d, directive.Contradictory, "the type %s belongs to another domain already", name.Name())
	case t.Domain == nil:
		r.free[name] = true
	default:
		r.types[name] = t.Domain
		if name.Pkg() == r.pass.Pkg {
			def := t.Domain.Definition()
			if base := r.Definition(t.Domain); base != nil {
				def = *base
			} else {
				def.Members = nil // it is built in
			}
			r.ownTypes[name] = def
		}
	}
}

// bindNames binds what names define.
func (r *reader) bindNames(d *directive.Directive, names []*ast.Ident, t Target) {
	for _, id := range names {
		obj, ok := r.pass.TypesInfo.Defs[id].(*types.Var)
		if ok && id.Name != "_" && !r.bindObject(d, obj, t, len(names) > 1) {
			return
		}
	}
}

// bindParams binds the named parameters, or results, of a function.
func (r *reader) bindParams(d *directive.Directive, typ ast.Expr, t Target) {
	fn, ok := typ.(*ast.FuncType)
	if !ok {
		return
	}
	params := make(map[string]*types.Var)
	var all []string
	for _, list := range []*ast.FieldList{fn.Params, fn.Results} {
		if list == nil {
			continue
		}
		for _, field := range list.List {
			for _, id := range field.Names {
				if v, ok := r.pass.TypesInfo.Defs[id].(*types.Var); ok {
					params[id.Name] = v
					all = append(all, id.Name)
				}
			}
		}
	}
	for _, name := range d.Params {
		v, ok := params[name]
		if !ok {
			hint := "it has none with a name"
			if near := nearest.To(name, all); near != "" {
				hint = "did you mean " + near + "?"
			} else if len(all) > 0 {
				slices.Sort(all)
				hint = "it has " + all[0]
				for _, other := range all[1:] {
					hint += ", " + other
				}
			}
			r.problem(d, directive.Unknown, "the function has no parameter %s; %s", name, hint)
			return
		}
		if !r.bindObject(d, v, t, false) {
			return
		}
	}
}

// bindObject binds a variable. One of several that a directive stands on may be
// of another kind, as the error beside a code is.
func (r *reader) bindObject(d *directive.Directive, v *types.Var, t Target, several bool) bool {
	typ := v.Type()
	if !holdsCodes(typ) {
		if !several {
			r.problem(d, directive.Misplaced, "%s cannot hold a code: it is a %s", v.Name(), types.TypeString(typ, types.RelativeTo(r.pass.Pkg)))
		}
		return several
	}
	if other := r.OfType(syntax.Pointee(typ)); other != nil && other != t.Domain {
		r.problem(d, directive.Contradictory, "the type of %s says that it is of the domain %s", v.Name(), other.Name)
		return false
	}
	if other, ok := r.bound[v]; ok && !same(other, t) {
		r.problem(d, directive.Contradictory, "another directive says something else of %s", v.Name())
		return false
	}
	r.bound[v] = t
	return true
}

// holdsCodes reports whether a variable of a type can be a code, or a list, set
// or table of them.
func holdsCodes(t types.Type) bool {
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsInteger|types.IsString|types.IsFloat) != 0
	case *types.Interface:
		return u.Empty() || u.NumMethods() == 0
	case *types.Map:
		return holdsCodes(u.Key())
	case *types.Slice:
		return holdsCodes(u.Elem())
	case *types.Array:
		return holdsCodes(u.Elem())
	case *types.Chan:
		return holdsCodes(u.Elem())
	}
	return false
}
