// The files; package replies says where replies are from, and what becomes of them:
//
//   - unread.go, unkept.go: replies whose code nobody reads; maps.go: the same of decoded maps, letpass.go: where no code passes for success, helpers.go: in functions that look up
//   - unfilled.go: the decode's error is dropped; forsuccess.go: where that is a failure anyway; passed.go: it is told
//     and then forgotten; swallows.go: by a helper; skipped.go: the decode is not always executed; never.go: nothing is ever decoded into what is read
//   - barecode.go: codes that are returned by themselves, and thrown away
//   - coded.go: how a reply holds its code
//   - elsewhere.go: conditions in variables, and in functions
//   - afterwalk.go, decide.go: what a function does after a decode that failed; order.go: what can come after what
//   - fails.go, makers.go, status.go: what tells of a failure anyway: an error in any case, or the HTTP status
//   - others.go: other questions that show whether a reply was filled
//   - message.go: what is said

package uncheckedcode

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

//go:embed doc.go
var docFile string

// Settings configure the check. The zero value is the default.
type Settings = check.Options

// Analyzer is the check with default settings.
var Analyzer = New(Settings{})

// New returns the check with the given settings, which its flags can change.
func New(settings Settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "uncheckedcode",
		Doc:              doc.MustExtract(docFile, "uncheckedcode"),
		URL:              doc.URL("uncheckedcode"),
		Requires:         append([]*analysis.Analyzer{codeflow.Analyzer, replies.Analyzer}, check.Requires...),
		RunDespiteErrors: true,
		ResultType:       check.ResultType,
	}
	settings.Register(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	reporter := check.NewReporter(pass)
	found := pass.ResultOf[replies.Analyzer].(*replies.Result)
	if found.Empty() {
		return reporter.Result(), nil
	}
	c := &checker{
		pass:     pass,
		info:     pass.TypesInfo,
		reporter: reporter,
		settings: settings,
		bindings: check.Bindings(pass),
		flow:     pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
		replies:  found,
		reported: make(map[*types.Var]bool),

		validated: make(map[*ast.FuncDecl]token.Pos),
		making:    make(map[*types.Func]bool),
		asking:    make(map[*types.Func]bool),
		given:     make(map[*types.Var]ast.Expr),
		results:   make(map[ast.Node]errorResult),
		successes: make(map[*ast.FuncDecl]int),
	}
	found.Do(func() {
		for file := range settings.Files(pass) {
			for _, d := range file.Decls {
				if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil && !unmarshals(decl) {
					c.function(decl)
				}
			}
		}
	})
	return reporter.Result(), nil
}

// unmarshals reports whether a declaration is the method by which a type fills
// itself: who decodes it looks at its code.
func unmarshals(decl *ast.FuncDecl) bool {
	return decl.Recv != nil && slices.Contains(syntax.Unmarshalers, decl.Name.Name)
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	info     *types.Info
	reporter *check.Reporter
	settings *Settings
	bindings *binding.Result
	flow     *codeflow.Result
	replies  *replies.Result
	reported map[*types.Var]bool // maps of which something was said

	validated map[*ast.FuncDecl]token.Pos // see valid
	making    map[*types.Func]bool        // see makesError
	asking    map[*types.Func]bool        // the functions that are looked into, which may call themselves
	given     map[*types.Var]ast.Expr     // what their parameters are, see asked
	results   map[ast.Node]errorResult    // by function
	successes map[*ast.FuncDecl]int       // see successes
}

// function checks the calls of a function that have to do with replies. Few functions have any, so
// what is known of a body is looked up where one is met.
func (c *checker) function(decl *ast.FuncDecl) {
	if c.flow.Concerns(decl) {
		c.never(c.replies.Body(decl))
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeAssertExpr:
			if x, ok := ast.Unparen(n.X).(*ast.IndexExpr); ok && n.Type != nil {
				c.unasked(decl, n, x)
			}
		case *ast.CallExpr:
			c.helped(decl, n)
			if c.mayFill(n) {
				for _, target := range c.replies.Targets(n) {
					c.decode(c.replies.Body(decl), n, target)
				}
			}
			if at, ok := c.replyResult(n); ok {
				c.received(c.replies.Body(decl), n, at)
			} else if at := c.mapResult(n); at >= 0 {
				c.receivedMap(decl, n, at)
			} else {
				c.bareCode(decl, n)
			}
		}
		return true
	})
}

// mayFill is a quick look: there is something to fill that has a code.
func (c *checker) mayFill(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if c.fillable(arg) {
			return true
		}
	}
	if sel, ok := c.replies.Fun(call).(*ast.SelectorExpr); ok && c.info.Selections[sel] != nil {
		return c.replies.Holds(c.info.TypeOf(sel.X))
	}
	return false
}

func (c *checker) fillable(arg ast.Expr) bool {
	t := c.info.TypeOf(arg)
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return replies.IsMap(u.Elem()) || c.replies.Holds(t)
	case *types.Interface:
		_, name := ast.Unparen(arg).(*ast.Ident)
		return name
	}
	return false
}

// replyResult returns the index of the first result of a call that is a reply.
func (c *checker) replyResult(call *ast.CallExpr) (int, bool) {
	if tv := c.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return 0, false
	}
	switch t := c.info.TypeOf(call).(type) {
	case nil:
	case *types.Tuple:
		for i := range t.Len() {
			if _, ok := c.codeIn(t.At(i).Type()); ok {
				return i, true
			}
		}
	default:
		_, ok := c.codeIn(t)
		return 0, ok
	}
	return 0, false
}

func (c *checker) report(at ast.Expr, category, message string) {
	c.reporter.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Category: category, Message: message})
}

// at returns the statement that takes a call's results, and the place that it
// stores the i'th in: nil for none.
func (c *checker) at(b *replies.Body, call *ast.CallExpr, i int) (ast.Node, ast.Expr) {
	if i < 0 {
		return nil, nil // of a call without results, in broken code
	}
	switch p := b.Parent(call).(type) {
	case *ast.AssignStmt:
		if p.Tok != token.ASSIGN && p.Tok != token.DEFINE {
			return nil, nil
		}
		if len(p.Rhs) == 1 && i < len(p.Lhs) {
			return p, p.Lhs[i]
		}
		for j, x := range p.Rhs {
			if syntax.Plain(x) == ast.Expr(call) && i == 0 && j < len(p.Lhs) {
				return p, p.Lhs[j]
			}
		}
	case *ast.ValueSpec:
		if len(p.Values) == 1 && i < len(p.Names) {
			return p, p.Names[i]
		}
		for j, x := range p.Values {
			if syntax.Plain(x) == ast.Expr(call) && i == 0 && j < len(p.Names) {
				return p, p.Names[j]
			}
		}
	case *ast.ExprStmt, *ast.GoStmt, *ast.DeferStmt:
		return p, nil
	}
	return nil, nil
}
