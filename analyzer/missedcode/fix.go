package missedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// fix returns the fix that adds the missing cases. What happens to their codes
// stays what it is, and the cases say that somebody has to look at them.
func (c *checker) fix(d *dispatch, f finding) []analysis.SuggestedFix {
	if f.reason == mixedDefault || len(f.missed) == 0 {
		return nil
	}
	var edits []analysis.TextEdit
	ok := false
	switch d.kind {
	case aSwitch:
		edits, ok = c.fixSwitch(d, f)
	case aChain:
		edits, ok = c.fixChain(d, f)
	case aLadder:
		edits, ok = c.fixLadder(d, f)
	}
	if !ok {
		return nil
	}
	what := "Add the missing cases"
	if d.kind != aSwitch {
		what = "Add the missing branches"
	}
	return []analysis.SuggestedFix{{Message: what, TextEdits: edits}}
}

// fixSwitch adds cases above the default, or at the end. A code that went to a
// default goes there still.
func (c *checker) fixSwitch(d *dispatch, f finding) ([]analysis.TextEdit, bool) {
	s := d.node.(*ast.SwitchStmt)
	body := ""
	at := s.Body.Rbrace
	if d.otherwise != nil {
		at = d.otherwise.clause.Pos()
		if !doesNothing(d.otherwise.body) {
			body = "fallthrough"
		}
		if d.tag == nil && s.Body.List[len(s.Body.List)-1] != ast.Stmt(d.otherwise.clause) {
			return nil, false // conditions below have to be evaluated first
		}
		at = c.aboveComment(at)
	}
	w, ok := c.writer(d, s.Body.Lbrace) // where what the switch declares is known
	if !ok {
		return nil, false
	}
	indent := c.namer().Indent(s.Pos())
	var text strings.Builder
	for _, group := range c.grouped(d, f.missed) {
		tests, ok := w.tests(group)
		if !ok {
			return nil, false
		}
		text.WriteString("case " + edit.Wrap(tests, w.separator, indent+"\t") + ":\n")
		fmt.Fprintf(&text, "%s\t// %s\n", indent, todo(group[0]))
		if body != "" {
			fmt.Fprintf(&text, "%s\t%s\n", indent, body)
		}
		text.WriteString(indent)
	}
	return w.insert(at, text.String())
}

// aboveComment returns the start of the comment that stands right above pos, in
// the same column.
func (c *checker) aboveComment(pos token.Pos) token.Pos {
	where := func(pos token.Pos) token.Position { return c.pass.Fset.PositionFor(pos, false) }
	for _, group := range c.file.Comments {
		if where(group.End()).Line == where(pos).Line-1 && where(group.Pos()).Column == where(pos).Column {
			return group.Pos()
		}
	}
	return pos
}

// fixChain adds branches behind the last one that has a condition.
func (c *checker) fixChain(d *dispatch, f finding) ([]analysis.TextEdit, bool) {
	if d.otherwise != nil && !doesNothing(d.otherwise.body) {
		return nil, false // there is no falling through to an else
	}
	last := d.branches[len(d.branches)-1]
	w, ok := c.writer(d, last.tests[0].Pos())
	if !ok {
		return nil, false
	}
	w.separator = " || "
	indent := c.namer().Indent(d.node.Pos())
	var text strings.Builder
	for _, group := range byClass(f.missed) {
		tests, ok := w.tests(group)
		if !ok {
			return nil, false
		}
		fmt.Fprintf(&text, " else if %s {\n%s\t// %s\n%s}", edit.Wrap(tests, w.separator, indent+"\t"), indent, todo(group[0]), indent)
	}
	return w.insert(last.block.End(), text.String())
}

// fixLadder adds a rung, if it is plain where that has to lead: to the zero
// values that are returned right behind.
func (c *checker) fixLadder(d *dispatch, f finding) ([]analysis.TextEdit, bool) {
	if f.reason != zeroFollows || d.otherwise != nil {
		return nil, false
	}
	next := following(d.path[len(d.path)-1], d.last)
	if len(next) == 0 || next[0] != ast.Stmt(f.follow) {
		return nil, false
	}
	w, ok := c.writer(d, d.last.Pos())
	if !ok {
		return nil, false
	}
	w.separator = " || "
	indent := c.namer().Indent(d.node.Pos())
	ret := c.namer().Source(f.follow.Pos(), f.follow.End())
	var text strings.Builder
	for _, group := range byClass(f.missed) {
		tests, ok := w.tests(group)
		if !ok {
			return nil, false
		}
		fmt.Fprintf(&text, "\n%sif %s {\n%s\t// %s\n%s\t%s\n%s}", indent, edit.Wrap(tests, w.separator, indent+"\t"), indent, todo(group[0]), indent, ret, indent)
	}
	return w.insert(c.namer().LineEnd(d.last.End()), text.String())
}

// todo is the comment in a case that nobody has filled in.
func todo(m domain.Member) string { return todos[m.Retry] }

var todos = map[codes.Retry]string{
	codes.RetryNotNeeded:   "TODO: success.",
	codes.RetryWithBackoff: "TODO: may pass later.",
	codes.RetryAfterFix:    "TODO: passes only after a fix.",
	codes.RetryNever:       "TODO: never passes.",
	codes.RetryUnknown:     "TODO: may or may not pass.",
}

// manyCases are more than anybody wants to read of one code each.
const manyCases = 7

// grouped returns the codes as a switch would have them: one to a case if all its
// cases have one, unless there are many, else those of a class together.
func (c *checker) grouped(d *dispatch, missed []domain.Member) [][]domain.Member {
	single := len(d.branches) > 1 && len(missed) < manyCases
	for _, b := range d.branches {
		n := 0
		for _, test := range b.tests {
			atoms(test, false, func(ast.Expr, bool) { n++ })
		}
		single = single && n == 1
	}
	if !single {
		return byClass(missed)
	}
	var groups [][]domain.Member
	for _, m := range missed {
		groups = append(groups, []domain.Member{m})
	}
	return groups
}

// byClass groups codes by retry class.
func byClass(all []domain.Member) [][]domain.Member {
	var groups [][]domain.Member
	for _, r := range retries {
		var group []domain.Member
		for _, m := range all {
			if m.Retry == r {
				group = append(group, m)
			}
		}
		if group != nil {
			groups = append(groups, group)
		}
	}
	return groups
}

// A writer writes tests for codes in the style of a dispatch.
type writer struct {
	c         *checker
	d         *dispatch
	at        token.Pos // where names have to mean what they do
	typ       types.Type
	dynamic   bool
	prefix    string // before the name of a code: "r.Code == "
	suffix    string
	separator string
	imports   []analysis.TextEdit
}

// writer returns the writer of a dispatch. It fails where it would have to write
// an expression that may do more than to look at a variable.
func (c *checker) writer(d *dispatch, at token.Pos) (*writer, bool) {
	w := &writer{c: c, d: d, at: at, separator: ", "}
	if d.tag != nil {
		w.typ = c.pass.TypesInfo.TypeOf(d.tag)
		if w.dynamic = w.typ != nil && types.IsInterface(w.typ); w.dynamic {
			w.typ = nil
		}
		for _, b := range d.branches {
			for _, e := range b.tests {
				if text, ok := c.caseText(e); ok && w.typ == nil && d.value.Domain.Has(text) {
					w.typ = c.pass.TypesInfo.TypeOf(e)
				}
			}
		}
		return w, w.typ != nil
	}
	sure, commas := false, false
	for _, b := range d.branches {
		commas = commas || len(b.tests) > 1
		for _, test := range b.tests {
			evaluated(test, func(atom ast.Expr) {
				if eq, ok := c.equality(atom); ok && c.keyOf(eq.code) == d.key {
					sure = true
				}
			})
		}
	}
	_, variable := c.bindings.Core(d.code).(*ast.Ident)
	if !c.namer().Plain(d.code, at) || !sure && !variable { // a pointer may be nil
		return nil, false
	}
	test := c.firstTest(d)
	if !commas && c.usesOr(d) {
		w.separator = " || "
	}
	if d.named {
		call, ok := ast.Unparen(test).(*ast.CallExpr)
		if !ok {
			return nil, false
		}
		w.prefix = c.source(call.Fun) + "(" + c.source(d.code) + ", "
		w.suffix = ")"
		w.typ = c.pass.TypesInfo.TypeOf(call.Args[1])
		return w, w.typ != nil
	}
	w.prefix = c.source(d.code) + " == "
	for _, side := range operands(test) {
		if side != d.code {
			w.typ = c.pass.TypesInfo.TypeOf(side)
		}
	}
	t := c.pass.TypesInfo.TypeOf(d.code)
	w.dynamic = t != nil && types.IsInterface(t)
	return w, w.typ != nil
}

// firstTest returns the condition that the dispatch's code is taken from.
func (c *checker) firstTest(d *dispatch) ast.Expr {
	var first ast.Expr
	for _, test := range d.tests() {
		atoms(test, false, func(atom ast.Expr, _ bool) {
			if eq, ok := c.equality(atom); ok && eq.code == d.code {
				first = atom
			}
		})
	}
	return first
}

func operands(test ast.Expr) []ast.Expr {
	switch test := ast.Unparen(test).(type) {
	case *ast.BinaryExpr:
		return []ast.Expr{test.X, test.Y}
	case *ast.CallExpr:
		return test.Args
	}
	return nil
}

// usesOr reports whether some condition of a dispatch names several codes by ||.
func (c *checker) usesOr(d *dispatch) bool {
	for _, test := range d.tests() {
		if b, ok := ast.Unparen(test).(*ast.BinaryExpr); ok && b.Op == token.LOR {
			return true
		}
	}
	return false
}

// evaluated yields conditions in e that have been evaluated if e is false.
func evaluated(e ast.Expr, yield func(ast.Expr)) {
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LOR:
			evaluated(x.X, yield)
			evaluated(x.Y, yield)
			return
		case token.LAND:
			yield(syntax.FirstTest(x.X))
			return
		}
	case *ast.UnaryExpr:
		yield(syntax.FirstTest(x.X))
		return
	}
	yield(e)
}

func (c *checker) source(e ast.Expr) string { return c.namer().Source(e.Pos(), e.End()) }

// tests returns a test for each of some codes.
func (w *writer) tests(group []domain.Member) ([]string, bool) {
	var all []string
	for _, m := range group {
		name, ok := w.c.namer().NameAs(w.d.value.Domain, m, w.at, w.typ, w.dynamic)
		if !ok {
			return nil, false
		}
		if name.Edits != nil {
			w.imports = name.Edits
		}
		all = append(all, w.prefix+name.Text+w.suffix)
	}
	return all, true
}

// insert returns the edits that insert text and import what it needs.
func (w *writer) insert(at token.Pos, text string) ([]analysis.TextEdit, bool) {
	e, ok := w.c.namer().Insert(at, text)
	if !ok {
		return nil, false
	}
	return append([]analysis.TextEdit{e}, w.imports...), true
}
