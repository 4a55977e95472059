package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

const codesPath = domain.CodesPath

// A graph holds the places of a package in which a code can be, and the stores
// between them.
type graph struct {
	pass *analysis.Pass
	info *types.Info

	vars    map[*types.Var]*node     // variables, parameters, fields without evidence of their own
	fields  map[fieldClass]*node     // keyed and named fields, per occurrence class
	decls   map[*types.Var]*seed     // their declarations
	lookups map[lookupClass]*node    // keys of decoded values
	results map[resultOf]*node       // functions' results
	stated  map[*domain.Domain]*node // every value of a stated type
	located map[ast.Expr]*node       // lookups by expression: their class depends on where they stand
	nodes   []*node                  // all of the above, in the order of discovery

	httpStatus *node // what an HTTP status flows out of

	escaped       map[*types.Func]bool // exported or used as values: anybody may call them
	dynamic       map[string]bool      // names of methods called through an interface
	called        map[*ast.Ident]bool  // names in call position
	paramOf       map[*types.Var]*types.Func
	lists         map[*types.Var]*ast.CompositeLit
	stores        map[*types.Var]int // how often a variable is assigned
	typeConstants map[*types.TypeName][]string
	membership    []membership          // tests against a list, resolved after the walk
	marshalled    map[*types.Var]bool   // fields of structs given to an encoder
	decoded       map[*types.Var]bool   // fields of structs that something fills
	fromDecoder   map[types.Object]bool // variables and fields that encoding/json fills

	vendor      bool            // the package shows that it uses the vendor's API
	evidentKeys map[string]bool // keys whose constants show more than small numbers
	holdsCodes  bool            // a stated or keyed value is bound

	constants map[*types.Const]*domain.Domain // of this package, that it compares with codes

	mu     sync.Mutex // guards what queries add to the maps above, and these caches
	values map[*node]*Value
	names  map[codeName][]*types.Const
}

// A node is one place that holds values.
type node struct {
	id     int          // order of discovery
	obj    types.Object // nil for lookups
	seed   *seed
	out    []*node // where its value is stored
	in     []*node
	opaque bool // something that is neither a code nor a constant is stored in it

	uses    []use  // constants compared with it
	against string // a use that only an HTTP status has

	origins map[*node]bool // the seeds whose values it can hold
}

// A fieldClass is a field as selected through its outermost named type.
type fieldClass struct {
	field *types.Var
	owner *types.TypeName // nil: the struct type has no name
	path  string          // from the owner to the field: "Header.ResponseCode"
}

// A lookupClass is a key of one decoded value.
type lookupClass struct {
	key       string
	container types.Object // the variable or field that holds the decoded value, else the function
	path      string       // from the container: "data.sms"
}

// A resultOf is one result of a function.
type resultOf struct {
	fn    *types.Func
	index int
}

func newGraph(pass *analysis.Pass) *graph {
	return &graph{
		pass:          pass,
		info:          pass.TypesInfo,
		vars:          make(map[*types.Var]*node),
		fields:        make(map[fieldClass]*node),
		decls:         make(map[*types.Var]*seed),
		lookups:       make(map[lookupClass]*node),
		results:       make(map[resultOf]*node),
		stated:        make(map[*domain.Domain]*node),
		located:       make(map[ast.Expr]*node),
		httpStatus:    new(node),
		escaped:       make(map[*types.Func]bool),
		dynamic:       make(map[string]bool),
		called:        make(map[*ast.Ident]bool),
		paramOf:       make(map[*types.Var]*types.Func),
		lists:         make(map[*types.Var]*ast.CompositeLit),
		stores:        make(map[*types.Var]int),
		typeConstants: make(map[*types.TypeName][]string),
		marshalled:    make(map[*types.Var]bool),
		decoded:       make(map[*types.Var]bool),
		fromDecoder:   make(map[types.Object]bool),
		constants:     make(map[*types.Const]*domain.Domain),
		values:        make(map[*node]*Value),
	}
}

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
	if d := statedDomain(t); d != nil {
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
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := g.info.ObjectOf(e).(*types.Var); ok {
			return g.varNode(v)
		}
	case *ast.SelectorExpr:
		if sel := g.info.Selections[e]; sel != nil {
			if sel.Kind() == types.FieldVal {
				return g.fieldNode(e, sel, fn)
			}
			return nil
		}
		if v, ok := g.info.ObjectOf(e.Sel).(*types.Var); ok {
			return g.varNode(v) // of another package
		}
	case *ast.StarExpr:
		return g.locate(e.X, fn)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return g.locate(e.X, fn)
		}
	case *ast.TypeAssertExpr:
		return g.locate(e.X, fn)
	case *ast.CallExpr:
		if x := g.passedThrough(e); x != nil {
			return g.locate(x, fn)
		}
		if isStatusSource(e, g) {
			return g.httpStatus
		}
		return g.resultNode(e, 0)
	}
	return nil
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
	if d := statedDomain(tuple.At(i).Type()); d != nil {
		return g.statedNode(d)
	}
	return g.resultNode(call, i)
}

func (g *graph) add(n *node) *node {
	n.id = len(g.nodes)
	g.nodes = append(g.nodes, n)
	return n
}

func (g *graph) statedNode(d *domain.Domain) *node {
	n, ok := g.stated[d]
	if !ok {
		n = g.add(&node{seed: &seed{
			grade: Stated, decided: true,
			decision: Decision{Domain: d.Name, Grade: Stated, Vendor: true, Why: "its type"},
		}})
		g.stated[d] = n
	}
	return n
}

func (g *graph) varNode(v *types.Var) *node {
	v = v.Origin()
	if n, ok := g.vars[v]; ok {
		return n
	}
	n := g.add(&node{obj: v})
	g.vars[v] = n
	switch {
	case v.Pkg() != g.pass.Pkg:
		// Another package's variable: what that package decided, or nothing.
		n.opaque = true
		n.seed = g.importedSeed(v)
	case keyOfName[v.Name()] != "" && !v.IsField() && g.seedable(v.Type(), keyOfName[v.Name()]):
		n.seed = &seed{grade: Named, key: keyOfName[v.Name()]}
	}
	return n
}

// fieldNode returns the node of a selected field: of its class where the field
// is keyed or named, else one for all its uses.
func (g *graph) fieldNode(e *ast.SelectorExpr, sel *types.Selection, fn *function) *node {
	field := sel.Obj().(*types.Var).Origin()
	if isStatusField(field) && g.declaration(field, structOf(sel)) == nil {
		return g.httpStatus
	}
	class := g.classOf(e, field)
	return g.classNode(class, structOf(sel), fn)
}

// classNode returns the node of a field's occurrence class. holder is the
// struct type that declares the field.
func (g *graph) classNode(class fieldClass, holder *types.Struct, fn *function) *node {
	decl := g.declaration(class.field, holder)
	if decl == nil {
		n := g.varNode(class.field)
		return n
	}
	n, ok := g.fields[class]
	if !ok {
		s := &seed{grade: decl.grade, key: decl.key, parent: decl, container: class.field}
		if d, ok := g.importedClass(class); ok {
			s.decided, s.decision = true, d
		}
		if class.owner != nil {
			s.addName(class.owner.Name())
			decl.addName(class.owner.Name())
		}
		decl.classes++
		n = g.add(&node{obj: class.field, seed: s})
		g.fields[class] = n
	}
	if class.owner == nil && fn != nil {
		n.seed.addName(fn.name)
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
		s = &seed{grade: grade, key: key}
	}
	if field.Pkg() != g.pass.Pkg {
		if imported := g.importedSeed(field); imported != nil {
			s = imported
		}
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
		key, tagged := keyOfTag(holder.Tag(i))
		switch {
		case key != "":
			return key, Keyed
		case !tagged && g.inModule(field.Pkg()) && !field.Embedded():
			return keyOfName[field.Name()], Named
		}
	}
	return "", 0
}

// classOf finds the outermost named type that holds the selected field by
// value: embedded fields and nested structs belong to the reply they are in, a
// pointer is a reply of its own.
func (g *graph) classOf(e *ast.SelectorExpr, field *types.Var) fieldClass {
	class := fieldClass{field: field}
	var path []string
	for {
		sel := g.info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			break
		}
		names, owner, at := selectionPath(sel)
		path = append(names, path...)
		if owner != nil {
			class.owner, class.path = owner, strings.Join(path[at:], ".")
		}
		x := ast.Unparen(e.X)
		if t := g.info.TypeOf(x); t == nil || isPointer(t) {
			break
		}
		outer, ok := x.(*ast.SelectorExpr)
		if !ok {
			break
		}
		e = outer
	}
	return class
}

// selectionPath returns the names of the fields that a selection goes through,
// the outermost named type on the way, and the index of the first field in it.
func selectionPath(sel *types.Selection) (names []string, owner *types.TypeName, at int) {
	t := sel.Recv()
	for i, index := range sel.Index() {
		if named, ok := deref(t).(*types.Named); ok && owner == nil {
			owner, at = named.Origin().Obj(), i
		}
		st, ok := deref(t).Underlying().(*types.Struct)
		if !ok {
			return nil, nil, 0 // ill-typed
		}
		f := st.Field(index)
		names = append(names, f.Name())
		t = f.Type()
	}
	return names, owner, at
}

// structOf returns the struct type that declares the field a selection ends at.
func structOf(sel *types.Selection) *types.Struct {
	t := sel.Recv()
	var st *types.Struct
	for _, index := range sel.Index() {
		var ok bool
		if st, ok = deref(t).Underlying().(*types.Struct); !ok {
			return nil
		}
		t = st.Field(index).Type()
	}
	return st
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// lookupNode returns the node of a key: one per decoded value, or per function
// where the value has no name.
func (g *graph) lookupNode(l lookup, fn *function) *node {
	class := lookupClass{key: l.key}
	class.container, class.path = g.container(l.from)
	if class.container == nil && fn != nil {
		class.container = fn.obj
	}
	n, ok := g.lookups[class]
	if !ok {
		n = g.add(&node{seed: &seed{grade: Keyed, key: l.key, container: class.container}})
		g.lookups[class] = n
	}
	if fn != nil {
		n.seed.addName(fn.name)
	}
	return n
}

// container returns the variable or field that holds the value a lookup reads
// from, and the constant path from it.
func (g *graph) container(e ast.Expr) (types.Object, string) {
	var path []string
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			if v, ok := object(g.info, x).(*types.Var); ok {
				return v, strings.Join(path, ".")
			}
			return nil, ""
		case *ast.StarExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.IndexExpr:
			if tv := g.info.Types[x.Index]; tv.Value != nil {
				path = append(path, tv.Value.ExactString())
			}
			e = x.X
		case *ast.CallExpr:
			// r.URL.Query(): the request holds it.
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok || len(x.Args) > 0 {
				return nil, ""
			}
			e = sel.X
		default:
			return nil, ""
		}
	}
}

// resultNode returns the node of a statically known function's result.
func (g *graph) resultNode(call *ast.CallExpr, i int) *node {
	fn := g.callee(call)
	if fn == nil {
		return nil
	}
	fn = fn.Origin()
	sig := fn.Signature()
	if i >= sig.Results().Len() || !carries(sig.Results().At(i).Type()) {
		return nil
	}
	return g.resultOfFunc(fn, i)
}

func (g *graph) resultOfFunc(fn *types.Func, i int) *node {
	key := resultOf{fn, i}
	n, ok := g.results[key]
	if !ok {
		n = g.add(&node{obj: fn})
		if fn.Pkg() != g.pass.Pkg {
			n.opaque = true
			n.seed = g.importedResult(fn, i)
		}
		g.results[key] = n
	}
	return n
}

// callee returns the function or method that a call surely calls, or the
// interface's method; nil for function values and conversions.
func (g *graph) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(g.info, call).(*types.Func)
	return fn
}

func (g *graph) inTestFile(pos token.Pos) bool {
	return strings.HasSuffix(g.pass.Fset.Position(pos).Filename, "_test.go")
}
