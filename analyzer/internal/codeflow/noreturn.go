package codeflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// noReturn are the functions of other modules that never return, by
// (*types.Func).FullName without major versions. x/tools' ctrlflow would need
// facts of the standard library, and fails on packages with type errors.
var noReturn = map[string]bool{
	"os.Exit":        true,
	"runtime.Goexit": true,

	"log.Fatal": true, "log.Fatalf": true, "log.Fatalln": true,
	"log.Panic": true, "log.Panicf": true, "log.Panicln": true,
	"(*log.Logger).Fatal": true, "(*log.Logger).Fatalf": true, "(*log.Logger).Fatalln": true,
	"(*log.Logger).Panic": true, "(*log.Logger).Panicf": true, "(*log.Logger).Panicln": true,

	"(*testing.common).Fatal": true, "(*testing.common).Fatalf": true, "(*testing.common).FailNow": true,
	"(*testing.common).Skip": true, "(*testing.common).Skipf": true, "(*testing.common).SkipNow": true,

	"(*go.uber.org/zap.Logger).Fatal": true, "(*go.uber.org/zap.Logger).Panic": true,
	"(*go.uber.org/zap.SugaredLogger).Fatal": true, "(*go.uber.org/zap.SugaredLogger).Fatalf": true,
	"(*go.uber.org/zap.SugaredLogger).Fatalw": true, "(*go.uber.org/zap.SugaredLogger).Fatalln": true,
	"(*go.uber.org/zap.SugaredLogger).Panic": true, "(*go.uber.org/zap.SugaredLogger).Panicf": true,
	"(*go.uber.org/zap.SugaredLogger).Panicw": true, "(*go.uber.org/zap.SugaredLogger).Panicln": true,
	"github.com/sirupsen/logrus.Fatal": true, "github.com/sirupsen/logrus.Fatalf": true, "github.com/sirupsen/logrus.Fatalln": true,
	"github.com/sirupsen/logrus.Panic": true, "github.com/sirupsen/logrus.Panicf": true, "github.com/sirupsen/logrus.Panicln": true,
	"(*github.com/sirupsen/logrus.Logger).Fatal": true, "(*github.com/sirupsen/logrus.Logger).Fatalf": true,
	"(*github.com/sirupsen/logrus.Entry).Fatal": true, "(*github.com/sirupsen/logrus.Entry).Fatalf": true,
	"(*github.com/sirupsen/logrus.Logger).Panic": true, "(*github.com/sirupsen/logrus.Logger).Panicf": true,
	"(*github.com/sirupsen/logrus.Entry).Panic": true, "(*github.com/sirupsen/logrus.Entry).Panicf": true,
	// zerolog's Fatal and Panic return an event, on which Msg or Send is called.
	"(*github.com/rs/zerolog.Event).Msg": false,
}

// mayReturn reports whether a call may return.
func (p *program) mayReturn(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic"
	case *types.Func:
		if p.never(fn) {
			return false
		}
		return !isZerologFatal(p.info, call)
	}
	return true
}

// never reports whether a function never returns: the table's, and those of the
// package whose every way ends in such a call.
func (p *program) never(fn *types.Func) bool {
	fn = fn.Origin()
	if n, ok := p.nevers[fn]; ok {
		return n
	}
	p.nevers[fn] = false // in a recursion
	n := false
	if decl := p.index.decls[fn]; decl != nil {
		n = decl.Body != nil && p.neverReturns(decl.Body)
	} else if fn.Pkg() != nil && fn.Pkg() != p.pass.Pkg {
		name := fn.FullName()
		n = noReturn[name] || noReturn[syntax.Unversioned(name)] || p.pass.ImportObjectFact(fn, new(neverFact))
	}
	p.nevers[fn] = n
	return n
}

// neverReturns reports whether a body ends in a call that never returns. It
// looks at straight bodies only: helpers like fatalf, which is what there is.
func (p *program) neverReturns(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && !p.mayReturn(call) {
				return true
			}
		case *ast.AssignStmt, *ast.DeclStmt:
		default:
			return false
		}
	}
	return false
}

// mayEnd is a quick look: whether a function can end the program, or panic, instead of
// returning. Then it matters for what it returns.
func (p *program) mayEnd(fn ast.Node) bool {
	if end, ok := p.ends[fn]; ok {
		return end
	}
	p.ends[fn] = false // in a recursion
	end := false
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == fn
		case *ast.DeferStmt, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			end = end || !p.mayReturn(n) || p.calleeMayEnd(n)
		}
		return !end
	})
	p.ends[fn] = end
	return end
}

func (p *program) calleeMayEnd(call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(p.info, call)
	if !ok {
		return false
	}
	decl := p.index.decls[fn.Origin()]
	return decl != nil && decl.Body != nil && p.mayEnd(decl)
}

// isZerologFatal recognises log.Fatal().Msg("…").
func isZerologFatal(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "github.com/rs/zerolog" {
		return false
	}
	switch fn.Name() {
	case "Msg", "Msgf", "Send", "MsgFunc":
	default:
		return false
	}
	for e := ast.Expr(call); ; {
		c, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if sel.Sel.Name == "Fatal" || sel.Sel.Name == "Panic" {
			return true
		}
		e = sel.X
	}
}

// MayReturn reports whether a call may return.
func (r *Result) MayReturn(call *ast.CallExpr) bool {
	if r.engine == nil {
		return true
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return r.engine.mayReturn(call)
}
