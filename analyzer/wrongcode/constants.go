package wrongcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
)

// undocumented reports a constant that no table has.
func (c *checker) undocumented(m binding.Meeting, says binding.Saying) {
	d := m.Value.Domain
	advice := "write a code that is, or add it to the domain"
	if d.Path == domain.CodesPath {
		advice = "write a code that the API sends, or declare it with //errcodelint:extend " + d.Name
	}
	meant := c.meant(d, says)
	if meant != "" {
		meant = ": " + meant
	}
	c.report(m.Const, "undocumented", fmt.Sprintf("%s is no documented %s code%s; %s",
		c.written(m.Const, says), d.Name, meant, advice))
}

// httpStatus reports one of net/http's constants.
func (c *checker) httpStatus(m binding.Meeting, says binding.Saying) {
	d := m.Value.Domain
	there := "which have no " + says.Text
	if member, ok := d.Lookup(says.Text); ok {
		there = fmt.Sprintf("where %s is %s", says.Text, member.Name)
	}
	advice := "write the code that is meant"
	if success, ok := d.Success(); ok && says.Text == "200" && success.Const != "" {
		advice = "write " + constName(success) + " for success"
	}
	if d.Path == domain.CodesPath {
		there += ": most failures of the API come with status 200"
	}
	c.report(m.Const, "httpstatus", fmt.Sprintf("%s is an HTTP status, beside one of the %s codes, %s; %s",
		c.written(m.Const, says), d.Name, there, advice))
}

// otherDomain reports a constant of another domain. The fix writes the constant
// that the value has in the right one: what the program does now, in words that
// say so.
func (c *checker) otherDomain(m binding.Meeting, says binding.Saying, namer *edit.Namer) {
	d := m.Value.Domain
	name := c.constant(says)
	meant := ""
	if other, ok := says.Domain.Lookup(says.Text); ok {
		if same, ok := sameMeaning(d, other.Name); ok {
			meant = fmt.Sprintf("; %s is the nearest in meaning", named(same))
		}
	}
	member, ok := d.Lookup(says.Text)
	if !ok {
		c.report(m.Const, "domain", fmt.Sprintf("%s is a %s code, beside one of the %s codes, where no code %s is documented%s; write the %s code that is meant",
			name, says.Domain.Name, d.Name, says.Text, meant, d.Name))
		return
	}
	advice := "write the " + d.Name + " code that is meant"
	var fixes []analysis.SuggestedFix
	if fix, ok := namer.Name(d, member, m.Const, nil); ok && c.onlyConverted(m.Const) {
		advice = fmt.Sprintf("write %s if that is meant", fix.Text)
		fixes = []analysis.SuggestedFix{{Message: "Write " + fix.Text, TextEdits: fix.Edits}}
	}
	c.report(m.Const, "domain", fmt.Sprintf("%s is a %s code, beside one of the %s codes, where %s is %s (%s)%s; %s",
		name, says.Domain.Name, d.Name, says.Text, member.Name, member.Description, meant, advice), fixes...)
}

// onlyConverted reports whether a constant stands by itself, apart from
// conversions and methods: to write something else for strconv.Itoa(…) could
// leave an import that nothing needs.
func (c *checker) onlyConverted(e ast.Expr) bool {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		switch {
		case !ok:
			return true
		case len(call.Args) == 0:
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return false
			}
			e = sel.X
		case c.pass.TypesInfo.Types[call.Fun].IsType():
			e = call.Args[0]
		default:
			return false
		}
	}
}

// neverMeets reports a comparison of two types that never meet.
func (c *checker) neverMeets(m binding.Meeting) {
	test, outcome := "case "+types.ExprString(m.Const), "never holds"
	at := ast.Node(m.Const)
	if m.Test != nil {
		test, at = types.ExprString(m.Test), m.Test
		if m.Test.Op == token.NEQ {
			outcome = "always holds"
		}
	}
	text := strconv.Quote("0")
	if says, ok := c.bindings.Says(m.Const); ok {
		text = strconv.Quote(says.Text)
	}
	name := func(t types.Type) string {
		return types.TypeString(t, func(p *types.Package) string { return p.Name() })
	}
	t := name(c.pass.TypesInfo.TypeOf(m.Const))
	if held := c.judge.HeldType(m.With); held != nil {
		c.report(at, "types", fmt.Sprintf("%s %s: %s holds a value of type %s, and %s is of type %s; write a constant of that type",
			test, outcome, types.ExprString(m.With), name(held), types.ExprString(m.Const), t))
		return
	}
	advice := ""
	if to := c.typeName(m.Value.Domain); to != "" {
		advice = "decode into a struct with a field of type " + to + ", or "
	}
	c.report(at, "types", fmt.Sprintf("%s %s: encoding/json makes a float64 or a string of the code, and %s is of type %s; %scompare fmt.Sprint(%s) with %s",
		test, outcome, types.ExprString(m.Const), t, advice, types.ExprString(m.With), text))
}

// typeName returns the name of a domain's type as the package writes it, or "" if the domain has none.
func (c *checker) typeName(d *domain.Domain) string {
	if d.Type == "" || d.Path == c.pass.Pkg.Path() {
		return d.Type
	}
	for _, imported := range c.pass.Pkg.Imports() {
		if imported.Path() == d.Path {
			return imported.Name() + "." + d.Type
		}
	}
	return path.Base(d.Path) + "." + d.Type
}

// vacuous reports a test that comes out one way only.
func (c *checker) vacuous(m binding.Meeting) {
	v, ok := c.judge.Vacuous(m)
	if !ok {
		return
	}
	at, test := ast.Node(m.Const), "case "+types.ExprString(m.Const)
	if m.Test != nil {
		at, test = m.Test, types.ExprString(m.Test)
	} else if m.Kind == binding.Comparison {
		test = "the comparison with " + types.ExprString(m.Const)
	}
	why := "can no longer be " + named(v.Code)
	if v.Only {
		why = "can only be " + named(v.Code)
	}
	category, outcome, advice := "never", "never holds", "remove it, or test for the code before that"
	if v.Always {
		category, outcome, advice = "always", "always holds", "remove the test"
	} else if v.Only {
		advice = "remove it"
	}
	after := fmt.Sprintf("after line %d", c.line(v.Guard))
	if c.line(v.Guard) == c.line(at.Pos()) {
		after = "after the test before it"
	}
	c.report(at, category, fmt.Sprintf("%s %s: %s the code %s; %s", test, outcome, after, why, advice))
}

// written returns a constant as the program has it, with its value where it
// has a name.
func (c *checker) written(e ast.Expr, says binding.Saying) string {
	if says.Const == nil {
		return c.quoted(e, says.Text)
	}
	return fmt.Sprintf("%s (%s)", c.constant(says), c.quoted(e, says.Text))
}

// quoted returns a code's text as a literal of an expression's type.
func (c *checker) quoted(e ast.Expr, text string) string {
	t := c.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return text
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		return strconv.Quote(text)
	}
	return text
}

// constant returns a constant's name.
func (c *checker) constant(says binding.Saying) string {
	if pkg := says.Const.Pkg(); pkg != nil && pkg != c.pass.Pkg {
		return pkg.Name() + "." + says.Const.Name()
	}
	return says.Const.Name()
}

func constName(m domain.Member) string {
	if m.Path == domain.CodesPath {
		return "codes." + m.Const
	}
	return m.Const
}
