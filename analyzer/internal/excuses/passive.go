package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// passivePackages only write, count, format, compare or wait.
var passivePackages = []string{
	"log", "fmt", "time", "errors", "strings", "strconv", "context", "math", "sync/atomic", "sort", "slices", "maps",
	"expvar", "runtime", "unicode", "bytes", "encoding", "os/signal", "math/rand",
	"go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-kit/log",
	"github.com/go-logr/logr", "k8s.io/klog", "github.com/golang/glog", "go.uber.org/atomic",
	"github.com/prometheus/client_golang", "go.opentelemetry.io/otel", "github.com/DataDog/datadog-go",
	"github.com/pkg/errors", "github.com/errcodelint/errcodelint/codes",
	"github.com/cenkalti/backoff", "github.com/jpillora/backoff", "github.com/lestrrat-go/backoff",
	"golang.org/x/time/rate",
}

// passiveWord is what the names of functions begin with that do no more, LogAttempt, but not
// Login, where nothing else is left to go by: those of interfaces and variables, and of packages
// that are not in the table.
var passiveWord = lazyregexp.New(`^((sleep|wait|pause)(ing|for)?|delay|backoff|log(s|f|ln|ging)?|print(f|ln)?|(debug|info|warn|warning|error|trace)s?(f|w|ln)?|record|counts?|inc|observe|metrics?|format|string|duration|after|is|has|should|must|can|retry|measure|report)$`)

// Passive reports whether a function does nothing about a failure. One of the package is looked
// into.
func (ex *Excuses) Passive(obj types.Object) bool {
	if obj == nil {
		return false
	}
	if fn, ok := obj.(*types.Func); ok {
		if decl := ex.DeclOfFunc(fn); decl != nil && decl.Body != nil {
			return ex.passiveBody(decl)
		}
	}
	if fn, ok := obj.(*types.Func); ok && syntax.IsFunction(fn, "time", "AfterFunc") {
		return false // something else does it later
	}
	if w := syntax.Words(obj.Name()); obj.Pkg() == nil || len(w) > 0 && passiveWord().MatchString(w[0]) || obj.Name() == "Add" {
		return true
	}
	path := obj.Pkg().Path()
	for _, p := range passivePackages {
		if path == p || strings.HasPrefix(path, p+"/") {
			return true
		}
	}
	return false
}

// passiveBody reports whether a function of the package does no more than what passive ones do:
// it stores nothing that outlives it but counts, errors and times, and tells nobody.
func (ex *Excuses) passiveBody(decl *ast.FuncDecl) bool {
	return ex.passives.Of(decl, func() bool {
		info := ex.pass.TypesInfo
		is := true
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SendStmt, *ast.GoStmt:
				is = false
			case *ast.UnaryExpr:
				is = is && (!ex.IsWord(n) || ex.mayPassByTime(decl.Body, n))
			case *ast.CallExpr:
				tv := info.Types[n.Fun]
				if _, lit := ast.Unparen(n.Fun).(*ast.FuncLit); !tv.IsType() && !tv.IsBuiltin() && !lit {
					is = is && ex.Passive(syntax.Callee(info, n))
				}
				is = is && !ex.takesFromOthers(n, decl)
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN {
					for _, lhs := range n.Lhs {
						is = is && !ex.outlasts(lhs, decl)
					}
				}
			}
			return is
		})
		return is
	})
}

// takesFromOthers reports whether a call takes something out of a map that is there for others after a function has returned.
func (ex *Excuses) takesFromOthers(call *ast.CallExpr, decl *ast.FuncDecl) bool {
	if !syntax.IsBuiltin(ex.pass.TypesInfo, call, "delete") && !syntax.IsBuiltin(ex.pass.TypesInfo, call, "clear") || len(call.Args) == 0 {
		return false
	}
	p, ok := requests.PlaceOf(ex.pass.TypesInfo, call.Args[0])
	return !ok || p.Root.Pos() < decl.Body.Pos() || p.Root.Pos() >= decl.End()
}

// mayPassByTime reports whether a function that waits for something goes on after a while even if that never comes.
func (ex *Excuses) mayPassByTime(body *ast.BlockStmt, wait *ast.UnaryExpr) bool {
	by := false
	ast.Inspect(body, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectStmt)
		if ok && wait.Pos() >= s.Pos() && s.End() > wait.Pos() {
			by = by || slices.ContainsFunc(s.Body.List, ex.comesByTime)
		}
		return true
	})
	return by
}

// comesByTime reports whether a clause of a select is come to at once, or after a while.
func (ex *Excuses) comesByTime(clause ast.Stmt) bool {
	comm := clause.(*ast.CommClause).Comm
	if comm == nil {
		return true
	}
	by := false
	ast.Inspect(comm, func(n ast.Node) bool {
		if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
			ch, ok := syntax.OrInvalid(ex.pass.TypesInfo.TypeOf(u.X)).Underlying().(*types.Chan)
			by = by || ok && syntax.IsTime(ch.Elem())
		}
		return true
	})
	return by
}

// outlasts reports whether what is stored in a place is there for others after a function has
// returned, and is more than a count, an error or a time.
func (ex *Excuses) outlasts(lhs ast.Expr, decl *ast.FuncDecl) bool {
	t := ex.pass.TypesInfo.TypeOf(lhs)
	if t == nil || requests.Exempt(t) || syntax.ImplementsError(t) {
		return false
	}
	if _, code := ex.bindings.Of(lhs); code {
		return false
	}
	p, ok := requests.PlaceOf(ex.pass.TypesInfo, lhs)
	if !ok {
		return true
	}
	if p.Root.Pos() < decl.Pos() || p.Root.Pos() >= decl.End() {
		return true
	}
	// A part of what the function was given.
	return p.Path != "" && p.Root.Pos() < decl.Body.Pos()
}
