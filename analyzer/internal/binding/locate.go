package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// locate returns the node whose value e is, or nil where e is no place that a
// code can be in. fn is the function in which e stands.
func (g *graph) locate(e ast.Expr, fn *function) *node {
	e = ast.Unparen(e)
	if n, ok := g.located[e]; ok {
		return n
	}
	t := g.info.TypeOf(e)
	if t == nil {
		return nil
	}
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return nil
		}
		t = tuple.At(0).Type()
	}
	if g.reckons(e) {
		if g.isOfWire(e) {
			return g.status
		}
		return nil
	}
	if d := g.statedDomain(t); d != nil {
		return g.statedNode(d)
	}
	if !carries(t) {
		return nil
	}
	if l, ok := g.lookupOf(e); ok {
		n := g.lookupNode(l, fn)
		g.located[e] = n
		return n
	}
	if n := g.lookupByParam(e); n != nil {
		return n
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := g.info.ObjectOf(e).(*types.Var); ok {
			return g.varNode(v)
		}
	case *ast.SelectorExpr:
		if sel := g.info.Selections[e]; sel != nil {
			switch {
			case sel.Kind() != types.FieldVal:
				return nil
			case isBox(g.info.TypeOf(e.X)):
				if !g.unboxes(e) {
					return nil
				}
				return g.locate(e.X, fn)
			}
			return g.fieldNode(e, sel, fn)
		}
		if v, ok := g.info.ObjectOf(e.Sel).(*types.Var); ok {
			return g.varNode(v) // of another package
		}
	case *ast.CompositeLit:
		if isCell(t) {
			return g.cellLit(e, fn)
		}
	case *ast.StarExpr:
		return g.locate(e.X, fn)
	case *ast.UnaryExpr:
		switch e.Op {
		case token.AND:
			return g.locate(e.X, fn)
		case token.ARROW:
			return g.elementNode(e.X, fn)
		}
	case *ast.IndexExpr:
		if g.isRecord(g.info.TypeOf(e.X), e.Index) {
			return nil
		}
		return g.elementNode(e.X, fn)
	case *ast.TypeAssertExpr:
		return g.locate(e.X, fn)
	case *ast.CallExpr:
		if x := g.passedThrough(e); x != nil {
			return g.locate(x, fn)
		}
		if x := g.pointedTo(e); x != nil {
			return g.locate(x, fn)
		}
		if n := g.pointeeNode(e, fn); n != nil {
			return n
		}
		if cell, method := g.inCell(e); method == "Swap" {
			return g.locate(cell, fn) // what was there before
		}
		if isStatusSource(e, g) || g.isWireByte(e) {
			return g.status
		}
		if n := g.unquoted(e, fn); n != nil {
			return n
		}
		return g.resultNode(e, 0, fn)
	}
	return nil
}

// reckons reports whether an expression makes another number of a code, whatever its type says: c / 100.
func (g *graph) reckons(e ast.Expr) bool {
	x, ok := e.(*ast.BinaryExpr)
	if !ok || g.info.Types[e].Value != nil {
		return false
	}
	switch x.Op {
	case token.ADD:
		return isKind(g.info.TypeOf(x), types.IsInteger)
	case token.SUB, token.MUL, token.QUO, token.REM, token.AND, token.OR, token.XOR, token.SHL, token.SHR, token.AND_NOT:
		return true
	}
	return false
}

// locateResult returns the node of a call's i'th result.
func (g *graph) locateResult(call *ast.CallExpr, i int, fn *function) *node {
	if i == 0 {
		return g.locate(call, fn)
	}
	tuple, ok := g.info.TypeOf(call).(*types.Tuple)
	if !ok || i >= tuple.Len() {
		return nil
	}
	if d := g.statedDomain(tuple.At(i).Type()); d != nil {
		return g.statedNode(d)
	}
	return g.resultNode(call, i, fn)
}

func (g *graph) statedNode(d *domain.Domain) *node {
	n, ok := g.stated[d]
	if !ok {
		n = g.add(&node{seed: &seed{
			grade: Stated, decided: true,
			decision: Decision{Domain: d.ID, Def: g.view.Definition(d), Grade: Stated, Why: "its type"},
		}})
		g.stated[d] = n
	}
	return n
}

func (g *graph) varNode(v *types.Var) *node {
	v = v.Origin()
	if (keyOfName[v.Name()] == "" || v.IsField()) && !g.isBound(v) {
		if n := g.typeNode(v.Type()); n != nil {
			return n
		}
	}
	if n, ok := g.vars[v]; ok {
		return n
	}
	n := g.add(&node{obj: v})
	g.vars[v] = n
	_, n.part = g.paramOf[v]
	n.part = n.part || v.IsField()
	switch {
	case v.Pkg() != g.pass.Pkg:
		// Another package's variable: what that package decided, or nothing.
		n.opaque = true
		n.seed = g.importedSeed(v)
	case g.isBound(v) && carries(v.Type()):
		t, _ := g.view.Bound(v)
		n.seed = g.directed(t)
	case keyOfName[v.Name()] != "" && !v.IsField() && g.seedable(v.Type(), keyOfName[v.Name()]):
		n.seed = &seed{grade: Named, key: keyOfName[v.Name()], variable: true}
	}
	return n
}

// fieldNode returns the node of a selected field: of its class where the field
// is keyed or named, else one for all its uses.
func (g *graph) fieldNode(e *ast.SelectorExpr, sel *types.Selection, fn *function) *node {
	field := sel.Obj().(*types.Var).Origin()
	holder := structOf(sel)
	if g.declaration(field, holder) == nil { // most fields have no classes
		if isStatusField(field) {
			return g.status
		}
		return g.varNode(field)
	}
	return g.classNode(g.classesOf(e, field), holder, fn)
}

// classNode returns the node of a field's occurrence class, the first of those
// that the field belongs to. holder is the struct type that declares the field.
func (g *graph) classNode(classes []fieldClass, holder *types.Struct, fn *function) *node {
	class := classes[0]
	decl := g.declaration(class.field, holder)
	if decl == nil {
		return g.varNode(class.field)
	}
	n, ok := g.fields[class]
	if !ok {
		s := &seed{grade: decl.grade, key: decl.key, parent: decl, inner: classes[1:], container: class.field}
		g.takeImported(s, classes, holder)
		g.decideClass(s, classes)
		if class.owner != nil {
			s.addName(class.owner.Name())
			decl.addName(class.owner.Name())
		}
		decl.classes++
		n = g.add(&node{obj: class.field, seed: s})
		g.fields[class] = n
		g.edge(n, g.typeNode(class.field.Type()))
	}
	if fn != nil {
		n.seed.addPlace(g.nameOf(fn))
	}
	return n
}

// declaration returns the seed of a field's declaration, or nil when the field
// has no evidence of its own.
func (g *graph) declaration(field *types.Var, holder *types.Struct) *seed {
	if s, ok := g.decls[field]; ok {
		return s
	}
	var s *seed
	if key, grade := g.keyOfField(field, holder); key != "" && g.seedable(field.Type(), key) {
		s = &seed{grade: grade, key: key, container: field, doubtful: g.importsDoubt(field)}
	}
	if field.Pkg() != g.pass.Pkg {
		if imported := g.importedSeed(field); imported != nil {
			s = imported
		}
	}
	if t, ok := g.view.Bound(field); ok && carries(field.Type()) {
		s = g.directed(t)
	}
	g.decls[field] = s
	return s
}

// keyOfField returns the key under which a field is keyed or named.
func (g *graph) keyOfField(field *types.Var, holder *types.Struct) (string, Grade) {
	if holder == nil {
		return "", 0
	}
	for i := range holder.NumFields() {
		if holder.Field(i).Origin() != field {
			continue
		}
		key, tagged := g.keyOfTag(holder.Tag(i))
		if tagged && key == "" {
			g.notForCodes(field, holder.Tag(i))
		}
		switch {
		case key != "":
			return key, Keyed
		case !tagged && g.inModule(field.Pkg()) && !field.Embedded():
			return keyOfName[field.Name()], Named
		}
	}
	return "", 0
}

// classesOf returns the classes of a selected field, outermost first: a class for
// each named type that holds the field by value. Embedded fields and nested
// structs belong to the reply that they are in; a pointer is a reply of its own.
func (g *graph) classesOf(e *ast.SelectorExpr, field *types.Var) []fieldClass {
	owners, names := g.pathTo(e.X)
	if sel := g.info.Selections[e]; sel != nil {
		o, n := selectionPath(sel.Recv(), sel.Index())
		owners, names = append(owners, o...), append(names, n...)
	}
	return classesAt(field, owners, names)
}

// classesAt returns the classes of a field at the end of a path: names of fields, and of the types that have them.
func classesAt(field *types.Var, owners []*types.TypeName, names []string) []fieldClass {
	var classes []fieldClass
	for i, owner := range owners {
		if owner != nil {
			classes = append(classes, fieldClass{field, owner, strings.Join(names[i:], ".")})
		}
	}
	if classes == nil {
		classes = []fieldClass{{field: field}}
	}
	return classes
}

// pathTo returns the fields through which x is selected out of a struct that holds it by value, and the name of the
// type that has each, nil where a type has no name.
func (g *graph) pathTo(x ast.Expr) (owners []*types.TypeName, names []string) {
	for {
		x = ast.Unparen(x)
		if t := g.info.TypeOf(x); t == nil || syntax.IsPointer(t) {
			return owners, names
		}
		e, ok := x.(*ast.SelectorExpr)
		if !ok {
			return owners, names
		}
		sel := g.info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return owners, names
		}
		o, n := selectionPath(sel.Recv(), sel.Index())
		owners, names = append(o, owners...), append(n, names...)
		x = e.X
	}
}

// selectionPath returns the fields that the indices of a selection from t go through, and the name
// of the type that has each, nil for a type without one.
func selectionPath(t types.Type, indices []int) (owners []*types.TypeName, names []string) {
	for _, index := range indices {
		var owner *types.TypeName
		if named, ok := syntax.Pointee(t).(*types.Named); ok {
			owner = named.Origin().Obj()
		}
		st, ok := syntax.Pointee(t).Underlying().(*types.Struct)
		if !ok {
			return nil, nil // ill-typed
		}
		f := st.Field(index)
		owners, names = append(owners, owner), append(names, f.Name())
		t = f.Type()
	}
	return owners, names
}

// structOf returns the struct type that declares the field a selection ends at.
func structOf(sel *types.Selection) *types.Struct {
	t := sel.Recv()
	var st *types.Struct
	for _, index := range sel.Index() {
		var ok bool
		if st, ok = syntax.Pointee(t).Underlying().(*types.Struct); !ok {
			return nil
		}
		t = st.Field(index).Type()
	}
	return st
}

func (g *graph) inTestFile(pos token.Pos) bool {
	return syntax.IsTest(g.pass.Fset, pos)
}
