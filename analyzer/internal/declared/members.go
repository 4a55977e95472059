package declared

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// membersOf returns the codes that a declare directive means, and the type that
// holds nothing but them.
func (r *reader) membersOf(d *directive.Directive) (members []domain.Member, typ *types.TypeName, ok bool) {
	switch n := d.Node.(type) {
	case *ast.TypeSpec:
		return r.membersOfType(d, n)
	case *ast.GenDecl:
		if !r.topLevel[n] {
			r.problem(d, directive.Misplaced, "a domain has constants of the package, not of a function")
			return nil, nil, false
		}
		constants := r.blocks[n]
		if d.Prefix != "" {
			constants = r.all
		}
		members, objs := r.membersNamed(constants, func(c constantDecl) bool { return strings.HasPrefix(c.obj.Name(), d.Prefix) })
		if len(members) == 0 {
			return r.noCodes(d, "no constant here", d.Prefix)
		}
		return members, r.typeFor(objs), true
	case *ast.ValueSpec:
		return r.membersOfMap(d, n)
	}
	r.problem(d, directive.Misplaced, "a domain is declared on a type, a const block, or a variable of the package whose value is a map literal")
	return nil, nil, false
}

func (r *reader) noCodes(d *directive.Directive, where, prefix string) ([]domain.Member, *types.TypeName, bool) {
	if prefix != "" {
		where += " whose name begins with " + prefix
	}
	r.problem(d, directive.Misplaced, "%s is a code (an integer, or a text that is not empty), so the domain %s would be empty", where, d.Domain)
	return nil, nil, false
}

// membersNamed returns the codes among constants.
func (r *reader) membersNamed(constants []constantDecl, keep func(constantDecl) bool) (members []domain.Member, objs []*types.Const) {
	for _, c := range constants {
		if c.blank || !keep(c) {
			continue
		}
		if m, ok := r.member(c); ok {
			members, objs = append(members, m), append(objs, c.obj)
		}
	}
	return members, objs
}

// member returns the code that a constant stands for.
func (r *reader) member(c constantDecl) (domain.Member, bool) {
	text, ok := domain.Text(c.obj.Val())
	if !ok || text == "" {
		return domain.Member{}, false
	}
	m := domain.Member{Text: text, Name: c.obj.Name(), Const: c.obj.Name(), Path: r.path}
	if c.blank {
		m = domain.Member{Text: text}
	}
	if c.spec != nil {
		m.Description = describe(c.obj.Name(), c.spec)
	} else {
		m.Path = plainPath(c.obj.Pkg())
	}
	if d := r.classOf[c.obj]; d != nil {
		m.Retry = d.Class
		r.usedClass[d] = true
	}
	return m, true
}

// membersOfType returns the constants of a type, which may be another package's.
func (r *reader) membersOfType(d *directive.Directive, spec *ast.TypeSpec) ([]domain.Member, *types.TypeName, bool) {
	named, ok := types.Unalias(r.pass.TypesInfo.TypeOf(spec.Name)).(*types.Named)
	if !ok && spec.Assign.IsValid() { // type _ = vendor.Status
		named, ok = types.Unalias(r.pass.TypesInfo.TypeOf(spec.Type)).(*types.Named)
	}
	if !ok || !isCodeType(named) || named.Obj().Pkg() == nil || named.TypeParams().Len() > 0 {
		r.problem(d, directive.Misplaced, "the type of a code is a named integer or string type, which %s is not", types.ExprString(spec.Type))
		return nil, nil, false
	}
	obj := named.Obj()
	constants := r.all
	if obj.Pkg() != r.pass.Pkg {
		constants = nil
		scope := obj.Pkg().Scope()
		for _, name := range scope.Names() {
			if c, ok := scope.Lookup(name).(*types.Const); ok && c.Exported() {
				constants = append(constants, constantDecl{obj: c})
			}
		}
	}
	members, _ := r.membersNamed(constants, func(c constantDecl) bool {
		if d.Prefix != "" {
			return strings.HasPrefix(c.obj.Name(), d.Prefix)
		}
		return types.Identical(c.obj.Type(), named)
	})
	if len(members) == 0 {
		return r.noCodes(d, "no constant of the type "+obj.Name()+" in package "+obj.Pkg().Name(), d.Prefix)
	}
	return members, obj, true
}

func isCodeType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsString) != 0
}

// membersOfMap returns the keys of a map literal. Their values describe them,
// where they are texts.
func (r *reader) membersOfMap(d *directive.Directive, spec *ast.ValueSpec) (members []domain.Member, typ *types.TypeName, ok bool) {
	var lit *ast.CompositeLit
	if len(spec.Values) == 1 {
		lit, _ = ast.Unparen(spec.Values[0]).(*ast.CompositeLit)
	}
	v, _ := r.pass.TypesInfo.Defs[spec.Names[0]].(*types.Var)
	if lit == nil || v == nil || v.Parent() != r.pass.Pkg.Scope() && v.Name() != "_" || !syntax.IsMap(r.pass.TypesInfo.TypeOf(lit)) {
		r.problem(d, directive.Misplaced, "%s is no variable of the package whose value is a map literal, so no codes can be read from it", spec.Names[0].Name)
		return nil, nil, false
	}
	var objs []*types.Const
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		value := r.pass.TypesInfo.Types[kv.Key].Value
		if value == nil {
			continue
		}
		text, ok := domain.Text(value)
		if !ok || text == "" {
			continue
		}
		m := domain.Member{Text: text, Name: text}
		if c := r.constantOf(kv.Key); c != nil {
			m.Name, m.Const, m.Path = c.Name(), c.Name(), plainPath(c.Pkg())
			objs = append(objs, c)
			if class := r.classOf[c]; class != nil {
				m.Retry = class.Class
				r.usedClass[class] = true
			}
		}
		if words := r.pass.TypesInfo.Types[kv.Value].Value; words != nil && words.Kind() == constant.String {
			m.Description = constant.StringVal(words)
		}
		if class := r.entry[kv]; class != nil {
			m.Retry = class.Class
			r.usedClass[class] = true
		}
		members = append(members, m)
	}
	if len(members) == 0 {
		return r.noCodes(d, "no key of the map", "")
	}
	return members, r.typeFor(objs), true
}

// constantOf returns the package-level constant that an expression names.
func (r *reader) constantOf(e ast.Expr) *types.Const {
	c, ok := r.pass.TypesInfo.Uses[syntax.Name(e)].(*types.Const)
	if !ok || c.Pkg() == nil || c.Parent() != c.Pkg().Scope() {
		return nil
	}
	return c
}

// typeFor returns the type of this package that all the constants have, and no
// other constant of the package: its values are the domain's codes.
func (r *reader) typeFor(objs []*types.Const) *types.TypeName {
	if len(objs) == 0 {
		return nil
	}
	named, ok := types.Unalias(objs[0].Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != r.pass.Pkg || !isCodeType(named) {
		return nil
	}
	members := make(map[*types.Const]bool)
	for _, c := range objs {
		if !types.Identical(c.Type(), named) {
			return nil
		}
		members[c] = true
	}
	for _, c := range r.all {
		if text, ok := domain.Text(c.obj.Val()); ok && text != "" && !c.blank && types.Identical(c.obj.Type(), named) && !members[c.obj] {
			return nil
		}
	}
	return named.Obj()
}

var quoted = lazyregexp.New(`, "(.+)"$`)

// describe returns the vendor's words for a constant, as far as the comment above
// or behind it has them: its first sentence, without the constant's name. What
// errcodelint gen writes quotes them.
func describe(name string, spec *ast.ValueSpec) string {
	text := spec.Comment.Text()
	if doc := strings.TrimSpace(spec.Doc.Text()); doc != "" {
		text = doc
	}
	text, _, _ = strings.Cut(text, "\n\n")
	text = strings.Join(strings.Fields(text), " ")
	if at := strings.Index(text, ". "); at >= 0 {
		text = text[:at]
	}
	text = strings.TrimSuffix(text, ".")
	if m := quoted().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	for _, lead := range []string{name + " is ", name + " means ", name + ": ", name + " "} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			return rest
		}
	}
	return text
}
