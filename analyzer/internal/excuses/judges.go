package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// This file is about functions that say by an error what is not to be sent again:
//
//	if err := c.onReply(r); err != nil {
//		return err
//	}

// recordingWord is what the names of functions begin with that keep or hand on what they are told: their errors are about
// trouble of their own.
var recordingWord = lazyregexp.New(`^(save|store|insert|update|upsert|write|put|set|add|append|push|publish|emit|notify|send|mark|create|delete|remove|` +
	`exec|execute|query|commit|flush|ack|nack|finish|complete|close|enqueue|schedule|audit|track|persist|touch|release|reply|respond|encode|marshal|post)$`)

// asksJudge reports whether an expression asks whether there is an error of a function that is told of an outcome, and
// cannot be looked into: the function may have been made to say for which codes it is over.
func (ex *Excuses) asksJudge(e ast.Expr, fetch *ast.CallExpr) bool {
	x, ok := e.(*ast.BinaryExpr)
	if !ok || x.Op != token.EQL && x.Op != token.NEQ {
		return false
	}
	asked := ex.comparedWithNil(x)
	if asked == nil {
		return false
	}
	call, _ := ast.Unparen(asked).(*ast.CallExpr)
	if v := ex.Variable(asked); v != nil {
		call = ex.Computed(v)
	}
	return call != nil && (call != fetch || ex.isBrought(call.Args)) && (ex.judges(call, 0) || ex.parsesBeside(call, fetch))
}

// parsesBeside reports whether a call reads what else a reply says, as the seconds of a header: if it says nothing that may be the
// end.
func (ex *Excuses) parsesBeside(call, fetch *ast.CallExpr) bool {
	fn, ok := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "strconv" && fn.Pkg().Path() != "time" {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		_, code := ex.bindings.Of(arg)
		return !code && ex.isSaidBeside(arg, fetch)
	})
}

// asksForJudge reports whether an expression asks whether a variable or field holds a function that is told of an outcome in a
// region, and says something: if it holds none, nobody has been asked.
func (ex *Excuses) asksForJudge(e ast.Expr, reg requests.Region) bool {
	info := ex.pass.TypesInfo
	x, ok := e.(*ast.BinaryExpr)
	if !ok || x.Op != token.EQL && x.Op != token.NEQ || !info.Types[x.Y].IsNil() {
		return false
	}
	sig, ok := syntax.OrInvalid(info.TypeOf(x.X)).Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 {
		return false
	}
	if last := sig.Results().At(sig.Results().Len() - 1).Type(); !syntax.IsError(last) && !syntax.IsBoolean(last) {
		return false
	}
	held := info.Uses[syntax.Name(x.X)]
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && held != nil && info.Uses[syntax.Name(call.Fun)] == held &&
			slices.ContainsFunc(call.Args, ex.tellsOf) && !ex.isRecorder(call)
	})
	return found
}

// onlyAfterSuccess reports whether a round comes to an expression only after a call has brought a success.
func (ex *Excuses) onlyAfterSuccess(e ast.Expr, fetch *ast.CallExpr) bool {
	before := ex.Before(e)
	return !before.Reachable() || len(failing(before, fetch)) == 0 && slices.ContainsFunc(before.Origins(), func(o points.Source) bool { return o.Call == fetch })
}

// isBrought reports whether one of some arguments is what another call has returned beside an error: who gets that asks for no
// reply, but may have changed it.
func (ex *Excuses) isBrought(args []ast.Expr) bool {
	return slices.ContainsFunc(args, func(arg ast.Expr) bool {
		v := ex.Variable(syntax.WithoutAddress(arg))
		if v == nil || ex.Computed(v) == nil {
			return false
		}
		tuple, ok := ex.pass.TypesInfo.TypeOf(ex.Computed(v)).(*types.Tuple)
		return ok && tuple.Len() > 0 && syntax.IsError(tuple.At(tuple.Len()-1).Type())
	})
}

// judges reports whether a call tells of an outcome what may fail for some codes, and cannot be looked into: by itself, or
// in a function of the package.
func (ex *Excuses) judges(call *ast.CallExpr, depth int) bool {
	info := ex.pass.TypesInfo
	sig, ok := syntax.OrInvalid(info.TypeOf(call.Fun)).Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 || !syntax.IsError(sig.Results().At(sig.Results().Len()-1).Type()) || depth > points.Deepest {
		return false
	}
	if !slices.ContainsFunc(call.Args, ex.isOutcome) && !slices.ContainsFunc(call.Args, ex.MadeOfCode) {
		return false
	}
	body := ex.bodyOf(call)
	if body == nil {
		return !ex.isRecorder(call)
	}
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		inner, ok := n.(*ast.CallExpr)
		found = found || ok && ex.judges(inner, depth+1)
	})
	return found
}

// bodyOf returns what a call runs, nil if that cannot be looked into.
func (ex *Excuses) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	lit, _ := ex.Flow.FunctionIn(call.Fun)
	if lit == nil && syntax.Field(ex.pass.TypesInfo, call.Fun) == nil { // a field may hold nothing yet
		lit = ex.LiteralOf(call.Fun)
	}
	if lit != nil {
		return lit.Body
	}
	decl := ex.DeclOf(call)
	if decl == nil {
		decl = ex.DeclOfFunc(ex.FunctionHeld(call.Fun))
	}
	if decl == nil {
		return nil
	}
	return decl.Body
}

// isRecorder reports whether what cannot be looked into keeps or hands on what it is told, or makes an error of it.
func (ex *Excuses) isRecorder(call *ast.CallExpr) bool {
	obj := syntax.Callee(ex.pass.TypesInfo, call)
	if obj == nil { // one of several, in a list or map
		return false
	}
	if w := syntax.Words(obj.Name()); len(w) > 0 && recordingWord().MatchString(w[0]) || ex.Passive(obj) {
		return true
	}
	fn, ok := obj.(*types.Func)
	return ok && (requests.Knows(fn) || !slices.ContainsFunc(call.Args, ex.tellsCode) && !types.IsInterface(syntax.OrInvalid(ex.pass.TypesInfo.TypeOf(syntax.Receiver(ex.pass.TypesInfo, call)))))
}

// tellsCode reports whether an expression is a code, a reply, or made of a code, and not only an error.
func (ex *Excuses) tellsCode(e ast.Expr) bool {
	return ex.isOutcome(e) && !syntax.IsError(ex.pass.TypesInfo.TypeOf(e)) || ex.MadeOfCode(e)
}
