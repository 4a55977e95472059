package binding

import (
	"go/ast"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/declared"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

const codesPath = domain.CodesPath

// A graph holds the places of a package in which a code can be, and the stores
// between them.
type graph struct {
	pass *analysis.Pass
	info *types.Info
	view *declared.View // what domains there are

	// The nodes, by what they stand for.
	vars     map[*types.Var]*node      // variables, parameters, fields without evidence of their own
	fields   map[fieldClass]*node      // keyed and named fields, per occurrence class
	decls    map[*types.Var]*seed      // their declarations
	lookups  map[lookupClass]*node     // keys of decoded values
	results  map[resultOf]*node        // functions' results
	elements map[any]*node             // elements of a container, see container
	keys     map[any]*node             // its keys or indices
	written  map[any]*node             // a map's keys that are no constants, under which something is stored
	stated   map[*domain.Domain]*node  // every value of a stated type
	status   *node                     // what an HTTP status flows out of
	listed   map[any]*node             // both
	sets     map[any]*node             // what is in a set, see setOf
	types    map[*types.TypeName]*node // every value of a type that the module made for codes
	located  map[ast.Expr]*node        // lookups by expression: their class depends on where they stand
	nodes    []*node                   // all of the above, in the order of discovery

	listedOrder []any // the keys of listed

	denied    map[*ast.ReturnStmt]bool   // whose last result is false, see [graph.branch]
	missing   map[*ast.ReturnStmt]bool   // for which a pointer is nil, see [graph.noteMissing]
	blank     map[*ast.CompositeLit]bool // returned where there is nothing to return
	meetings  []meeting                  // constants that meet a node
	resolved  []Meeting                  // see met
	pairs     []pair                     // values that are compared with each other
	keyWrites []keyWrite                 // what the program stores under in maps
	converted map[*node][]*node          // what is converted to the types that may be made for codes; nil: something unknown

	functions // who calls what
	evidence  // for and against

	narrowed map[*types.Var]bool // see [graph.findNarrowed]

	labels map[ast.Expr]string // see [graph.labelElements]

	constants map[*types.Const]*domain.Domain // of this package, that it compares with codes

	mu     sync.Mutex // guards what queries add to the maps above, and these caches
	values map[*node]*Value
	names  map[codeName][]*types.Const

	codeFields map[types.Type][]CodeField // of structs, see [Result.CodeFields]

	instances map[*types.TypeParam][]types.Type // see [graph.typeArgs]
}

// A node is one place that holds values.
type node struct {
	id         int          // order of discovery
	obj        types.Object // nil for lookups and containers
	seed       *seed
	out        []*node // where its value is stored
	in         []*node
	constant   bool // a constant is stored in it
	literal    bool // one that is written as a number, and not 0
	negative   bool // a negative constant is stored in it
	altered    bool // it is counted up or down
	opaque     bool // something that is neither a code nor a constant is stored in it
	test       bool // declared in a test file, so that a test may add to it
	keyed      bool // the keys of a map, or of an array literal that spells them
	lookup     bool // a key of a decoded value
	typed      bool // every value of a type: what is stored in it has the type itself
	elements   bool // the elements or keys of a container
	listed     bool // the indices of a list that more than codes index
	row        bool // elements of which one at a fixed place is compared with something
	documented bool // the constants in it are all documented
	abstract   bool // a result of an interface's method
	part       bool // an element, a key or a parameter: it has no name that says what its constants are

	uses    []use  // constants compared with it
	stored  []use  // constants stored in it
	against string // a use that only an HTTP status has

	origins  map[*node]bool // the seeds whose values it can hold
	expected *Value         // what it is compared with, for a node that holds only constants
	clash    bool           // it is compared with codes of several domains, or with other things
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

// A pair is two values that are compared with each other. If one is a code,
// the constants that the other holds are compared with it.
type pair struct{ a, b *node }

// A keyWrite is a store in a map: of the key, which is nil if it can be no code, among all keys.
type keyWrite struct{ key, keys *node }

func newGraph(pass *analysis.Pass, view *declared.View) *graph {
	g := &graph{
		pass:      pass,
		info:      pass.TypesInfo,
		view:      view,
		vars:      make(map[*types.Var]*node),
		fields:    make(map[fieldClass]*node),
		decls:     make(map[*types.Var]*seed),
		lookups:   make(map[lookupClass]*node),
		results:   make(map[resultOf]*node),
		elements:  make(map[any]*node),
		keys:      make(map[any]*node),
		written:   make(map[any]*node),
		listed:    make(map[any]*node),
		sets:      make(map[any]*node),
		stated:    make(map[*domain.Domain]*node),
		types:     make(map[*types.TypeName]*node),
		located:   make(map[ast.Expr]*node),
		denied:    make(map[*ast.ReturnStmt]bool),
		blank:     make(map[*ast.CompositeLit]bool),
		missing:   make(map[*ast.ReturnStmt]bool),
		converted: make(map[*node][]*node),
		functions: newFunctions(),
		evidence:  newEvidence(),
		constants: make(map[*types.Const]*domain.Domain),
		values:    make(map[*node]*Value),
	}
	g.status = g.add(&node{})
	return g
}

func (g *graph) add(n *node) *node {
	n.id = len(g.nodes)
	if n.obj != nil && n.obj.Pkg() == g.pass.Pkg {
		n.test = g.inTestFile(n.obj.Pos())
	}
	g.nodes = append(g.nodes, n)
	return n
}

// edge notes that what is in src is stored in dst too.
func (g *graph) edge(src, dst *node) {
	if src != nil && dst != nil && src != dst {
		src.out = append(src.out, dst)
		dst.in = append(dst.in, src)
	}
}
