package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/codes"
)

// A branch is a fix to write: where it goes, and what is known there.
type branch struct {
	c    *checker
	f    function
	file *ast.File
	o    source          // the reply
	out  []domain.Member // the codes that are to leave
	body ast.Node        // in which the code has to have a name
	at   token.Pos       // behind a statement, or before one
	next ast.Stmt        // the statement that at is before; nil if it is behind one
	here point           // what is known there

	imports []analysis.TextEdit
}

// leaveFix returns the fix that leaves a function for the codes that should not
// go round, if it is plain how.
func (c *checker) leaveFix(f function, r round, o source, out []domain.Member) []analysis.SuggestedFix {
	if len(out) == 0 {
		return nil
	}
	file, path := c.pathTo(r.node)
	if file == nil || inLoop(path) {
		return nil
	}
	b := &branch{c: c, f: f, file: file, o: o, out: out, body: r.region.node}
	switch r.category {
	case "loop":
		if !b.behindFetch(r.node) {
			return nil
		}
	default:
		if !b.before(r.node, path) {
			return nil
		}
	}
	code, ok := b.code()
	if !ok {
		return nil
	}
	ret, ok := b.leaving(code)
	if !ok {
		return nil
	}
	return b.fix("Leave for the codes that cannot succeed", code, ret)
}

// inLoop reports whether a function goes on with other things when it leaves what
// is in that path: the next recipient.
func inLoop(path []ast.Node) bool {
	for _, n := range path {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
	}
	return false
}

// behindFetch puts the branch into a loop's body, where every way back passes that
// these codes take: behind all that is done about the reply, but before a pause.
func (b *branch) behindFetch(loop ast.Node) bool {
	var list []ast.Stmt
	switch l := loop.(type) {
	case *ast.ForStmt:
		list = l.Body.List
	case *ast.RangeStmt:
		list = l.Body.List
	}
	fetched := slices.IndexFunc(list, func(s ast.Stmt) bool { return s.Pos() <= b.o.call.Pos() && b.o.call.End() <= s.End() })
	if fetched < 0 || !runsOnce(list[fetched], b.o.call) {
		return false
	}
	for _, at := range b.c.before(list[0]).origins() {
		if at.domain == b.o.domain && at.call != b.o.call && b.mayHold(at) {
			return false // it was asked before, too: for code != 0 { …; code = send(m) }
		}
	}
	k := len(list)
	for i := fetched; i < len(list); i++ {
		if b.goesRound(list[i]) {
			k = i
			break
		}
	}
	for k-1 > fetched && pauses(list[k-1]) {
		k--
	}
	if k <= fetched || k < len(list) && !b.c.before(list[k]).Reachable() {
		return false
	}
	switch list[k-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return false
	}
	b.at = b.c.namer(b.file).LineEnd(list[k-1].End())
	if k < len(list) {
		b.here = b.c.before(list[k])
	} else {
		b.here = b.c.back(loop.(ast.Stmt))
	}
	return true
}

// runsOnce reports whether a call in a statement is executed whenever the statement
// is: it is in no branch, loop or literal there.
func runsOnce(s ast.Stmt, call *ast.CallExpr) bool {
	in := func(n ast.Node) bool { return n != nil && n.Pos() <= call.Pos() && call.End() <= n.End() }
	switch s := s.(type) {
	case *ast.AssignStmt, *ast.DeclStmt, *ast.ExprStmt:
		return true
	case *ast.IfStmt:
		return s.Init != nil && in(s.Init) || in(s.Cond)
	}
	return false
}

// goesRound reports whether a statement has a way back of its own that one of the
// codes may take.
func (b *branch) goesRound(s ast.Stmt) bool {
	found := false
	ast.PreorderStack(s, nil, func(n ast.Node, stack []ast.Node) bool {
		if _, lit := n.(*ast.FuncLit); lit {
			return false
		}
		if jump, ok := n.(*ast.BranchStmt); ok && (jump.Tok == token.CONTINUE || jump.Tok == token.GOTO) {
			found = found || b.mayGet(jump, stack)
		}
		return true
	})
	return found
}

// mayGet reports whether one of the codes may get to a jump.
func (b *branch) mayGet(jump *ast.BranchStmt, stack []ast.Node) bool {
	if len(stack) == 0 {
		return true
	}
	var here point
	block, ok := stack[len(stack)-1].(*ast.BlockStmt)
	switch {
	case ok && block.List[0] != ast.Stmt(jump):
		here = b.c.before(block.List[0])
	case ok && len(stack) > 1:
		branch, ok := stack[len(stack)-2].(*ast.IfStmt)
		if !ok || branch.Body != block {
			return true
		}
		here = b.c.before(branch.Cond).assume(branch.Cond, true)
	default:
		return true
	}
	return slices.ContainsFunc(here.origins(), func(at source) bool { return at.call == b.o.call && b.mayHold(at) })
}

// mayHold reports whether one of the codes is among those of a reply.
func (b *branch) mayHold(at source) bool {
	return slices.ContainsFunc(b.out, func(m domain.Member) bool { return at.codes.Has(m.Text) })
}

// pauses reports whether all that a statement does is to wait, or to count.
func pauses(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && pauseName().MatchString(calleeName(call))
	case *ast.SelectStmt, *ast.IncDecStmt:
		return true
	case *ast.AssignStmt:
		return s.Tok != token.ASSIGN && s.Tok != token.DEFINE
	}
	return false
}

var pauseName = startsWith("Sleep", "sleep", "Pause", "pause", "Wait", "wait")

// before puts the branch before the statement that a node is in.
func (b *branch) before(n ast.Node, path []ast.Node) bool {
	inner := n
	for _, outer := range path {
		if s, ok := inner.(ast.Stmt); ok && inList(outer, s) {
			if _, labelled := s.(*ast.LabeledStmt); labelled || b.c.commentAbove(b.file, s.Pos()) {
				return false
			}
			b.at, b.next, b.here = s.Pos(), s, b.c.before(s)
			return true
		}
		if _, lit := outer.(*ast.FuncLit); lit {
			return false
		}
		inner = outer
	}
	return false
}

func inList(n ast.Node, s ast.Stmt) bool {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return slices.Contains(n.List, s)
	case *ast.CaseClause:
		return slices.Contains(n.Body, s)
	case *ast.CommClause:
		return slices.Contains(n.Body, s)
	}
	return false
}

// code returns an expression that holds the reply's code where the branch goes:
// one that the program has used itself, typed if there is a choice.
func (b *branch) code() (ast.Expr, bool) {
	c := b.c
	var best ast.Expr
	rank := 0
	end := b.at
	if b.next != nil {
		end = b.next.End()
	}
	inspectFunc(b.body, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || rank == 3 || e.End() > end || e.Pos() < b.f.body.Pos() {
			return
		}
		switch e.(type) {
		case *ast.Ident, *ast.SelectorExpr:
		default:
			return
		}
		if tv, ok := c.pass.TypesInfo.Types[e]; ok && (tv.Value != nil || !tv.IsValue()) {
			return
		}
		v, ok := c.bindings.Of(e)
		if !ok || v.Domain != b.o.domain {
			return
		}
		if id, ok := e.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == nil {
			return
		}
		if !c.namer(b.file).Plain(e, b.at) || b.here.From(e) != b.o.call {
			return
		}
		if r := rankOf(c.pass.TypesInfo.TypeOf(e)); r > rank {
			best, rank = e, r
		}
	})
	return best, best != nil
}

// rankOf says how well a code of that type can be asked: its own methods, those that
// a conversion gives, none.
func rankOf(t types.Type) int {
	switch {
	case isCode(t):
		return 3
	case isNumber(t):
		return 2
	}
	return 1
}

// isCode reports whether a type is one of package codes'.
func isCode(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == domain.CodesPath
}

// leaving returns the statement that leaves: a return that the function has for
// this code already, or one of the code's own error with zero values.
func (b *branch) leaving(code ast.Expr) (string, bool) {
	results := b.f.typ.Results
	if results == nil {
		return "", false
	}
	var zeros []string
	var last types.Type
	for _, field := range results.List {
		t := b.c.pass.TypesInfo.TypeOf(field.Type)
		for range max(1, len(field.Names)) {
			if last != nil {
				z, ok := zeroOf(last, b.c.pass.Pkg)
				if !ok {
					return "", false
				}
				zeros = append(zeros, z)
			}
			last = t
		}
	}
	if last == nil || !types.Identical(last, types.Universe.Lookup("error").Type()) {
		return "", false
	}
	if text, ok := b.ownReturn(code); ok {
		return text, true
	}
	err, ok := b.errorOf(code)
	return "return " + strings.Join(append(zeros, err), ", "), ok
}

// ownReturn returns a return of the function that makes an error of this code, and
// of nothing that is not there where the branch goes.
func (b *branch) ownReturn(code ast.Expr) (string, bool) {
	n := b.c.namer(b.file)
	text := n.Source(code.Pos(), code.End())
	found := ""
	inspectFunc(b.body, func(m ast.Node) {
		ret, ok := m.(*ast.ReturnStmt)
		if !ok || ret.Pos() > b.at || len(ret.Results) != b.f.typ.Results.NumFields() || n.HasComment(ret) {
			return
		}
		err := ret.Results[len(ret.Results)-1]
		call, ok := ast.Unparen(err).(*ast.CallExpr)
		if !ok {
			return
		}
		if fn, ok := callee(b.c.pass.TypesInfo, call).(*types.Func); !ok || fn.FullName() != "fmt.Errorf" {
			return
		}
		source := n.Source(ret.Pos(), ret.End())
		if b.tellsOther(call) || !strings.Contains(n.Source(err.Pos(), err.End()), text) || strings.Contains(source, "\n") || !b.meansTheSame(ret) {
			return
		}
		found = source
	})
	return found, found != ""
}

// tellsOther reports whether a call is given an error that is not the code: where
// the branch goes, it is another one, or none.
func (b *branch) tellsOther(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if t := b.c.pass.TypesInfo.TypeOf(arg); t != nil && isError(t) && !isCode(t) {
			return true
		}
	}
	return false
}

// meansTheSame reports whether all names in a node mean where the branch goes what
// they mean in the node.
func (b *branch) meansTheSame(n ast.Node) bool {
	ok := true
	selected := make(map[*ast.Ident]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			selected[n.Sel] = true
		case *ast.FuncLit, *ast.CompositeLit:
			ok = false
		case *ast.Ident:
			if obj := b.c.pass.TypesInfo.Uses[n]; !selected[n] {
				ok = ok && obj != nil && b.c.namer(b.file).Means(obj, b.at)
			}
		}
		return ok
	})
	return ok
}

// errorOf returns the code's own error.
func (b *branch) errorOf(code ast.Expr) (string, bool) {
	text := b.c.namer(b.file).Source(code.Pos(), code.End())
	t := b.c.pass.TypesInfo.TypeOf(code)
	if isCode(t) {
		return text + ".Err()", true
	}
	if isNumber(t) {
		name, ok := b.codesName(b.o.domain.Type)
		return name + "(" + text + ").Err()", ok
	}
	return "", false
}

// codesName returns a name of package codes, and imports that.
func (b *branch) codesName(name string) (string, bool) {
	if b.out[0].Path != domain.CodesPath || b.out[0].Const == "" {
		return "", false
	}
	text, imports := b.c.namer(b.file).Codes(name, b.at)
	if imports != nil {
		b.imports = imports
	}
	return text, true
}

// fix returns the fix that writes a branch with that statement in it.
func (b *branch) fix(message string, code ast.Expr, stmt string) []analysis.SuggestedFix {
	text, ok := b.text(code, stmt)
	if !ok {
		return nil
	}
	e, ok := b.c.namer(b.file).Insert(b.at, text)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: append([]analysis.TextEdit{e}, b.imports...)}}
}

// text returns the branch as text, with the line's end behind the statement before
// it, or before the one after it.
func (b *branch) text(code ast.Expr, stmt string) (string, bool) {
	indent := b.c.namer(b.file).Indent(b.at)
	head, ok := b.head(code, indent)
	if !ok {
		return "", false
	}
	head = strings.Replace(head, "{\ncase", "{\n"+indent+"case", 1)
	text := head + "\n" + indent + "\t" + stmt + "\n" + indent + "}"
	if b.next == nil {
		return "\n" + indent + text, true
	}
	return text + "\n" + indent, true
}

// head returns the condition for the codes that are to leave: by their names, or
// by their classes where these are many.
func (b *branch) head(code ast.Expr, indent string) (string, bool) {
	c := b.c
	n := c.namer(b.file)
	text := n.Source(code.Pos(), code.End())
	t := c.pass.TypesInfo.TypeOf(code)
	if classes, ok := b.classes(); ok && len(b.out) > 3 && rankOf(t) > 1 {
		if !isCode(t) {
			name, ok := b.codesName(b.o.domain.Type)
			if !ok {
				return "", false
			}
			text = name + "(" + text + ")"
		}
		for i, class := range classes {
			if classes[i], ok = b.codesName(class); !ok {
				return "", false
			}
		}
		if len(classes) == 1 {
			return "if " + text + ".Retry() == " + classes[0] + " {", true
		}
		return "switch " + text + ".Retry() {\ncase " + strings.Join(classes, ", ") + ":", true
	}
	var names []string
	for _, m := range b.out {
		name, ok := n.NameAs(b.o.domain, m, b.at, t, false)
		if !ok {
			return "", false
		}
		if name.Edits != nil {
			b.imports = name.Edits
		}
		names = append(names, name.Text)
	}
	if len(names) > 3 {
		return "switch " + text + " {\ncase " + edit.Wrap(names, ", ", indent+"\t") + ":", true
	}
	for i := range names {
		names[i] = text + " == " + names[i]
	}
	return "if " + strings.Join(names, " || ") + " {", true
}

// classes returns the constants of the classes of the codes that are to leave, if
// all codes of these classes are that can be here.
func (b *branch) classes() ([]string, bool) {
	var names []string
	for _, class := range []struct {
		retry codes.Retry
		name  string
	}{{codes.RetryNever, "RetryNever"}, {codes.RetryAfterFix, "RetryAfterFix"}} {
		some, all := false, true
		for _, m := range b.o.domain.Members() {
			if m.Retry != class.retry || !b.o.codes.Has(m.Text) {
				continue
			}
			if m.Path != domain.CodesPath {
				return nil, false
			}
			leaves := slices.Contains(b.out, m)
			some, all = some || leaves, all && leaves
		}
		switch {
		case some && !all:
			return nil, false
		case some:
			names = append(names, class.name)
		}
	}
	return names, len(names) > 0
}

// zeroOf returns the zero value of a type, as a return of this package would
// write it.
func zeroOf(t types.Type, pkg *types.Package) (string, bool) {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return "nil", true
	case *types.Interface:
		if _, param := types.Unalias(t).(*types.TypeParam); !param {
			return "nil", true
		}
	case *types.Struct:
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() == pkg && named.Obj().Parent() == pkg.Scope() && named.TypeArgs().Len() == 0 {
			return named.Obj().Name() + "{}", true
		}
	}
	return "", false
}
