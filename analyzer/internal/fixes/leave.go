package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// A branch is a fix to write: where it goes, and what is known there.
type branch struct {
	w    *Writer
	f    points.Function
	file *ast.File
	o    points.Source   // the reply
	out  []domain.Member // the codes that are to leave
	body ast.Node        // in which the code has to have a name
	at   token.Pos       // behind a statement, or before one
	next ast.Stmt        // the statement that at is before; nil if it is behind one
	here points.Point    // what is known there

	imports []analysis.TextEdit
}

// Leave returns the fix that leaves a function for the codes that should not
// go round, if it is plain how.
func (w *Writer) Leave(f points.Function, r points.Round, o points.Source, out []domain.Member) []analysis.SuggestedFix {
	if len(out) == 0 {
		return nil
	}
	file, path := w.PathTo(r.Node)
	if file == nil || inLoop(path) {
		return nil
	}
	b := &branch{w: w, f: f, file: file, o: o, out: out, body: r.Region.Node}
	switch r.Category {
	case "loop":
		if !b.behindFetch(r.Node) {
			return nil
		}
	default:
		if !b.before(r.Node, path) {
			return nil
		}
	}
	if b.leavesNone() {
		return nil
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

// leavesNone reports whether no other code comes to where the branch goes, so that what sends again would never be done any
// more: what is meant there is for somebody to say.
func (b *branch) leavesNone() bool {
	return !slices.ContainsFunc(b.here.Origins(), func(at points.Source) bool {
		return at.Is(b.o) && (at.Codes.Undocumented() || slices.ContainsFunc(b.o.Domain.Members(), func(m domain.Member) bool {
			return at.Codes.Has(m.Text) && !slices.Contains(b.out, m)
		}))
	})
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

// code returns an expression that holds the reply's code where the branch goes:
// one that the program has used itself, typed if there is a choice.
func (b *branch) code() (ast.Expr, bool) {
	c := b.w
	var best ast.Expr
	rank := 0
	end := b.at
	if b.next != nil {
		end = b.next.End()
	}
	syntax.InspectFunc(b.body, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || rank == 3 || e.End() > end || e.Pos() < b.f.Body.Pos() {
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
		if !ok || v.Domain != b.o.Domain {
			return
		}
		if id, ok := e.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == nil {
			return
		}
		if !c.Namer(b.file).Plain(e, b.at) || b.here.From(e) != b.o.Call || !b.isFollowed(e) {
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
	case syntax.IsInteger(t):
		return 2
	}
	return 1
}

// isCode reports whether a type is one of package codes'.
func isCode(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == domain.CodesPath
}

// codesName returns a name of package codes, and imports that.
func (b *branch) codesName(name string) (string, bool) {
	if b.out[0].Path != domain.CodesPath || b.out[0].Const == "" {
		return "", false
	}
	text, imports := b.w.Namer(b.file).Codes(name, b.at)
	if imports != nil {
		b.imports = imports
	}
	return text, true
}

// fix returns the fix that writes a branch with that statement in it.
func (b *branch) fix(message string, code ast.Expr, stmt string) []analysis.SuggestedFix {
	q, ok := b.question(code)
	if !ok {
		return nil
	}
	return b.insert(message, b.head(q), stmt)
}

// insert is fix for a head that is there.
func (b *branch) insert(message, head, stmt string) []analysis.SuggestedFix {
	e, ok := b.w.Namer(b.file).Insert(b.at, b.text(head, stmt))
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: append([]analysis.TextEdit{e}, b.imports...)}}
}

// text returns the branch as text, with the line's end behind the statement before
// it, or before the one after it.
func (b *branch) text(head, stmt string) string {
	indent := b.w.Namer(b.file).Indent(b.at)
	text := head + "\n" + indent + "\t" + stmt + "\n" + indent + "}"
	if b.next == nil {
		return "\n" + indent + text
	}
	return text + "\n" + indent
}

// A question is what a branch asks.
type question struct {
	of     string   // the code, or its class
	values []string // one of which it is
	class  bool
}

// any returns the condition that is true if something is one of the values.
func (q question) any(of string) string {
	tests := make([]string, len(q.values))
	for i, v := range q.values {
		tests[i] = of + " == " + v
	}
	return strings.Join(tests, " || ")
}

// head returns how the branch begins.
func (b *branch) head(q question) string {
	if len(q.values) == 1 || !q.class && len(q.values) <= 3 {
		return "if " + q.any(q.of) + " {"
	}
	indent := b.w.Namer(b.file).Indent(b.at)
	return "switch " + q.of + " {\n" + indent + "case " + edit.Wrap(q.values, ", ", indent+"\t") + ":"
}

// question returns what the codes that are to leave have in common: their names, or
// their classes where these are many.
func (b *branch) question(code ast.Expr) (question, bool) {
	c := b.w
	n := c.Namer(b.file)
	text := n.Source(code.Pos(), code.End())
	t := c.pass.TypesInfo.TypeOf(code)
	if classes, ok := b.classes(); ok && len(b.out) > 3 && rankOf(t) > 1 {
		if !isCode(t) {
			name, ok := b.codesName(b.o.Domain.Type)
			if !ok {
				return question{}, false
			}
			text = name + "(" + text + ")"
		}
		for i, class := range classes {
			if classes[i], ok = b.codesName(class); !ok {
				return question{}, false
			}
		}
		return question{of: text + ".Retry()", values: classes, class: true}, true
	}
	var names []string
	for _, m := range b.out {
		name, ok := n.NameAs(b.o.Domain, m, b.at, t, false)
		if !ok {
			return question{}, false
		}
		if name.Edits != nil {
			b.imports = name.Edits
		}
		names = append(names, name.Text)
	}
	return question{of: text, values: names}, true
}

// hasAt reports whether the reply's code can be m at a point.
func (b *branch) hasAt(p points.Point, m domain.Member) bool {
	return slices.ContainsFunc(p.Origins(), func(s points.Source) bool { return s.Is(b.o) && s.Codes.Has(m.Text) })
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
		for _, m := range b.o.Domain.Members() {
			if m.Retry != class.retry || !b.o.Codes.Has(m.Text) && !b.hasAt(b.here, m) {
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
