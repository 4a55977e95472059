package binding

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A getterFact is on a method that hands out a keyed field of its receiver, as those of generated
// clients do: for importers a call is that field, of which they decide where the package has not, and
// where they embed the receiver.
type getterFact struct{ Results []getterResult }

type getterResult struct {
	Index int
	Path  string // from the receiver's type to the field: "Header.ResponseCode"
}

func (*getterFact) AFact() {}

func (f *getterFact) String() string {
	var parts []string
	for _, r := range f.Results {
		parts = append(parts, "gets "+r.Path)
	}
	return strings.Join(parts, ", ")
}

// exportGetters tells importers which methods hand out what is theirs to decide.
func (g *graph) exportGetters() {
	getters := make(map[*types.Func]*getterFact)
	for r, n := range g.results {
		fn, ok := r.fn.(*types.Func)
		if !ok || fn.Pkg() != g.pass.Pkg || fn.Signature().Recv() == nil {
			continue
		}
		path := g.handsOut(n, syntax.Pointee(fn.Signature().Recv().Type()))
		if path == "" {
			continue
		}
		if getters[fn] == nil {
			getters[fn] = new(getterFact)
		}
		getters[fn].Results = append(getters[fn].Results, getterResult{r.index, path})
	}
	for fn, f := range getters {
		slices.SortFunc(f.Results, func(a, b getterResult) int { return a.Index - b.Index })
		g.pass.ExportObjectFact(fn, f)
	}
}

// handsOut returns the path to the keyed field of a type that is all that a node can hold, "" if there is none.
func (g *graph) handsOut(n *node, t types.Type) string {
	named, ok := t.(*types.Named)
	if !ok || n.opaque || n.literal || len(n.origins) != 1 {
		return ""
	}
	for origin := range n.origins {
		if s := origin.seed; s == nil || s.grade != Keyed || s.against != "" {
			return ""
		}
		for class, field := range g.fields {
			if field == origin && class.owner == named.Origin().Obj() {
				return class.path
			}
		}
	}
	return ""
}

// isPromoted reports whether a call is of a method that a type has from one which it embeds.
func (g *graph) isPromoted(call *ast.CallExpr) bool {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	sel := g.info.Selections[fun]
	return ok && sel != nil && len(sel.Index()) > 1
}

// getterNode returns the node of the field that a call of another package's method hands out, nil if it is no such call.
func (g *graph) getterNode(call *ast.CallExpr, method *types.Func, i int, fn *function) *node {
	var f getterFact
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || method.Signature().Recv() == nil || !g.pass.ImportObjectFact(method, &f) {
		return nil
	}
	sel := g.info.Selections[fun]
	at := slices.IndexFunc(f.Results, func(r getterResult) bool { return r.Index == i })
	if at < 0 || sel == nil || sel.Kind() != types.MethodVal {
		return nil
	}
	owners, names := g.pathTo(fun.X)
	o, n := selectionPath(sel.Recv(), sel.Index()[:len(sel.Index())-1]) // what embeds the receiver
	owners, names = append(owners, o...), append(names, n...)

	t := method.Signature().Recv().Type()
	var field *types.Var
	var holder *types.Struct
	for name := range strings.SplitSeq(f.Results[at].Path, ".") {
		if holder, ok = syntax.Pointee(t).Underlying().(*types.Struct); !ok {
			return nil
		}
		index := slices.IndexFunc(slices.Collect(holder.Fields()), func(v *types.Var) bool { return v.Name() == name })
		if index < 0 {
			return nil
		}
		o, n := selectionPath(t, []int{index})
		owners, names = append(owners, o...), append(names, n...)
		field = holder.Field(index).Origin()
		t = field.Type()
	}
	return g.classNode(classesAt(field, owners, names), holder, fn)
}
