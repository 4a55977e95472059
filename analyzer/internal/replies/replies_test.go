package replies_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// A question is an analyzer that reports what package replies says of each function of a
// package.
func question(name string, ask func(*asked)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      "report what package replies knows",
		Requires: []*analysis.Analyzer{replies.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			result := pass.ResultOf[replies.Analyzer].(*replies.Result)
			for _, file := range pass.Files {
				for _, d := range file.Decls {
					decl, ok := d.(*ast.FuncDecl)
					if !ok || decl.Body == nil {
						continue
					}
					fn := pass.TypesInfo.Defs[decl.Name].(*types.Func)
					result.Do(func() { ask(&asked{pass, result, decl, fn}) })
				}
			}
			return nil, nil
		},
	}
}

type asked struct {
	*analysis.Pass
	*replies.Result
	decl *ast.FuncDecl
	fn   *types.Func
}

func (a *asked) say(at ast.Node, what []string) {
	if len(what) > 0 {
		a.Reportf(at.Pos(), "%s", strings.Join(what, "; "))
	}
}

// TestEffects: what functions do with what they are given.
func TestEffects(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), question("effects", func(a *asked) {
		var all []string
		sig := a.fn.Signature()
		if recv := sig.Recv(); recv != nil {
			if e := effect(a.Effect(a.fn, -1)); e != "" {
				all = append(all, recv.Name()+" "+e)
			}
		}
		for i := range sig.Params().Len() {
			if e := effect(a.Effect(a.fn, i)); e != "" && sig.Params().At(i).Type() != types.Typ[types.Int] {
				all = append(all, sig.Params().At(i).Name()+" "+e)
			}
		}
		a.say(a.decl.Name, all)
	}), "./replies/effects")
}

func effect(e replies.Effect) string {
	return listed("is filled", e.Fills, "is read", e.Reads, "is gone", e.Gone, "is returned decoded", e.Gives, "is returned", e.Hands,
		"is gone if it has "+e.Asks, e.Asks != "")
}

// TestResults: where what functions return is from, also by what other packages tell, and whether
// the error beside it tells of every failure.
func TestResults(t *testing.T) {
	tells := map[codeflow.Settlement]string{codeflow.Settled: ", the error tells", codeflow.Passes: ", failures pass", codeflow.Silent: ", the error is silent"}
	analysistest.Run(t, testprograms.Dir(t), question("results", func(a *asked) {
		var all []string
		results := a.fn.Signature().Results()
		for i := range results.Len() {
			o := a.Origin(a.fn, i)
			if o.Fresh {
				all = append(all, fmt.Sprintf("%s: %s%s", results.At(i).Type(), listed("fresh", o.Fresh, "or not", o.Other, "read", o.Reads, "gone", o.Gone), tells[o.Tells]))
			}
		}
		a.say(a.decl.Name, all)
	}), "./replies/results/...")
}

// TestBodies: which calls fill what, and where the text is from.
func TestBodies(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), question("bodies", func(a *asked) {
		b := a.Body(a.decl)
		ast.Inspect(a.decl.Body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			for _, target := range a.Targets(call) {
				v := b.Variable(target)
				text := a.Text(b, call, v)
				said := types.ExprString(target) + " is filled"
				if from := listed("from a request", text.Request, "from what was kept", text.Stored, "read elsewhere", text.Read); from != "" {
					said += " " + from
				}
				a.Reportf(call.Pos(), "%s", said)
			}
			return true
		})
	}), "./replies/bodies")
}

// TestTraces: what becomes of variables.
func TestTraces(t *testing.T) {
	kinds := map[replies.Kind]string{
		replies.Harmless: "harmless", replies.Filled: "filled", replies.Written: "written", replies.Blank: "blank",
		replies.Read: "read", replies.Returned: "returned", replies.Gone: "gone",
	}
	analysistest.Run(t, testprograms.Dir(t), question("traces", func(a *asked) {
		b := a.Body(a.decl)
		for v := range b.Declared {
			if !a.Holds(v.Type()) {
				continue
			}
			said := make(map[ast.Node][]string)
			for _, u := range b.Trace(v).Uses {
				said[u.Ident] = append(said[u.Ident], kinds[u.Kind])
			}
			for id, what := range said {
				a.Reportf(id.Pos(), "%s %s", id.(*ast.Ident).Name, strings.Join(what, ", "))
			}
		}
	}), "./replies/traces")
}

// TestOrder: what can be executed after a call of step, until the next one.
func TestOrder(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), question("order", func(a *asked) {
		b := a.Body(a.decl)
		steps := make(map[replies.Place]string)
		ast.Inspect(a.decl.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if fun, ok := call.Fun.(*ast.Ident); ok && fun.Name == "step" {
					if p, ok := b.Order(call).Find(call); ok {
						steps[p] = types.ExprString(call.Args[0])
					}
				}
			}
			return true
		})
		for from := range steps {
			var after []string
			b.Order(from.Node()).Reachable(from, func(p replies.Place) bool {
				name, ok := steps[p]
				if ok && !slices.Contains(after, name) {
					after = append(after, name)
				}
				return !ok
			})
			slices.Sort(after)
			a.Reportf(from.Node().Pos(), "then %s", strings.Join(after, " or "))
		}
	}), "./replies/order")
}

// listed joins the names whose value is true.
func listed(pairs ...any) string {
	var all []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1].(bool) {
			all = append(all, pairs[i].(string))
		}
	}
	return strings.Join(all, ", ")
}
