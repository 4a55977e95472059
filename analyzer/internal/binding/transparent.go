package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is the table of what leaves a code what it is: the code is in the
// expression's operand, and the expression is the same code.

// A passThrough says which operand of a call is the code that comes out of it.
type passThrough struct {
	arg     int                              // index of the argument; receiver for a method's receiver
	when    func(*graph, *ast.CallExpr) bool // nil: always
	instead Instead
}

// Instead is the number that a call gives of what is none.
type Instead int

const (
	Zero      Instead = iota
	ZeroOrOne         // 1 of true
	AnyNumber         // the digits that a text begins with, how much there is of a list
	AnyText           // of a verb that may not fit: %!d(string=5)
)

const receiver = -1

// passThroughs is keyed by (*types.Func).FullName, without major versions in
// import paths. The code is always the call's first result.
var passThroughs = map[string]passThrough{
	"strconv.Atoi":                    {arg: 0},
	"strconv.ParseInt":                {arg: 0, when: decimalBase},
	"strconv.ParseUint":               {arg: 0, when: decimalBase},
	"strconv.ParseFloat":              {arg: 0},
	"strconv.Itoa":                    {arg: 0},
	"strconv.FormatInt":               {arg: 0, when: decimalBase},
	"strconv.FormatUint":              {arg: 0, when: decimalBase},
	"strings.TrimSpace":               {arg: 0},
	"strconv.FormatFloat":             {arg: 0, when: wholeNumber},
	"strings.Clone":                   {arg: 0},
	"strings.ToLower":                 {arg: 0, when: withoutCase},
	"strings.ToUpper":                 {arg: 0, when: withoutCase},
	"fmt.Sprint":                      {arg: 0, when: printsPlainly},
	"fmt.Sprintf":                     {arg: 1, when: formatsPlainly},
	"github.com/spf13/cast.ToInt":     {arg: 0, instead: ZeroOrOne},
	"github.com/spf13/cast.ToInt64":   {arg: 0, instead: ZeroOrOne},
	"github.com/spf13/cast.ToString":  {arg: 0},
	"github.com/spf13/cast.ToIntE":    {arg: 0, instead: ZeroOrOne},
	"github.com/spf13/cast.ToStringE": {arg: 0},

	"net/url.QueryUnescape": {arg: 0},

	"(encoding/json.Number).String":  {arg: receiver},
	"(encoding/json.Number).Int64":   {arg: receiver},
	"(encoding/json.Number).Float64": {arg: receiver},
}

// boxes are types that stand for the one value that they were made from.
var boxes = map[qualified]box{
	{"github.com/tidwall/gjson", "Result"}:     {[]string{"Index", "Indexes", "Type"}, ZeroOrOne},
	{"github.com/bytedance/sonic/ast", "Node"}: {[]string{"Cap", "Len", "Type", "TypeSafe"}, ZeroOrOne},
	{"github.com/json-iterator/go", "Any"}:     {[]string{"LastError", "Size", "ValueType"}, AnyNumber},
}

// A box gives its value in all its methods and fields but those that say something about it.
type box struct {
	beside  []string
	instead Instead // of the methods that give a number
}

// A qualified is a package's path and a name in it: a key that needs no string
// of its own.
type qualified struct{ path, name string }

func isBox(t types.Type) bool {
	_, ok := boxOf(t)
	return ok
}

// boxOf returns the names of what a box has beside its value.
func boxOf(t types.Type) (beside []string, ok bool) {
	if t == nil {
		return nil, false
	}
	named, ok := syntax.Pointee(types.Unalias(t)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil, false
	}
	name := qualified{named.Obj().Pkg().Path(), named.Obj().Name()}
	b, ok := boxes[name]
	if !ok && isCell(named) {
		if beside, ok := cells[name]; ok {
			return beside, true
		}
		return optionalBeside(named), true
	}
	return b.beside, ok
}

// instead returns what a call that passes a code through gives of what is no number.
func (g *graph) instead(call *ast.CallExpr) Instead {
	fn := g.callee(call)
	if fn == nil {
		return Zero
	}
	if p, ok := passThroughs[g.fullName(fn)]; ok {
		if p.instead == Zero && fn.Name() == "Sprintf" && !g.fitsVerb(call) {
			return AnyText
		}
		return p.instead
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if named, ok := syntax.Pointee(g.info.TypeOf(sel.X)).(*types.Named); ok && named.Obj().Pkg() != nil {
			return boxes[qualified{named.Obj().Pkg().Path(), named.Obj().Name()}].instead
		}
	}
	return Zero
}

// unboxes reports whether a selector means the value that a box stands for.
func (g *graph) unboxes(sel *ast.SelectorExpr) bool {
	beside, ok := boxOf(g.info.TypeOf(sel.X))
	return ok && !slices.Contains(beside, sel.Sel.Name)
}

// passedThrough returns the operand of a call that the call passes through, or
// nil.
func (g *graph) passedThrough(call *ast.CallExpr) ast.Expr {
	if len(call.Args) == 1 {
		if tv, ok := g.info.Types[call.Fun]; ok && tv.IsType() {
			if g.convertsPlainly(tv.Type, g.info.TypeOf(call.Args[0])) {
				return call.Args[0]
			}
			return nil
		}
	}
	fn := g.callee(call)
	if fn == nil {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && len(call.Args) == 0 && g.unboxes(sel) {
		return sel.X
	}
	if cell, ok := g.optionalGives(call); ok {
		return cell
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Name() == "Wire" && len(call.Args) == 0 && g.info.Selections[sel] != nil && g.statedDomain(g.info.TypeOf(sel.X)) != nil && g.writesItself(fn) {
		return sel.X // as the types of package codes have it, and what errcodelint gen writes
	}
	p, ok := passThroughs[g.fullName(fn)]
	if !ok || p.when != nil && !p.when(g, call) {
		return nil
	}
	if p.arg == receiver {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return sel.X
		}
		return nil
	}
	if p.arg >= len(call.Args) {
		return nil
	}
	return call.Args[p.arg]
}

// writesItself reports whether a method Wire gives its receiver as text, as far as the package can see: one that is written
// by hand returns that, and nothing else.
func (g *graph) writesItself(fn *types.Func) bool {
	decl := g.wires[fn.Origin()]
	if decl == nil {
		return true
	}
	name := syntax.ReceiverName(decl)
	if decl.Body == nil || len(decl.Body.List) != 1 || name == nil {
		return false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	for e := ret.Results[0]; e != nil; {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return object(g.info, x) == g.info.Defs[name]
		case *ast.CallExpr:
			e = g.passedThrough(x)
		default:
			return false
		}
	}
	return false
}

// convertsPlainly reports whether a conversion keeps the code: not an integer
// to a string, which makes a rune of it, and not into a type too small.
func (g *graph) convertsPlainly(to, from types.Type) bool {
	if from == nil || !g.canHold(to) || !g.canHold(from) {
		return false
	}
	text := func(t types.Type) bool { return isKind(t, types.IsString) }
	number := func(t types.Type) bool { return isKind(t, types.IsInteger|types.IsFloat) }
	return !(text(to) && number(from))
}

func isKind(t types.Type, info types.BasicInfo) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

func decimalBase(g *graph, call *ast.CallExpr) bool {
	if len(call.Args) < 2 {
		return false
	}
	tv := g.info.Types[call.Args[1]]
	if tv.Value == nil {
		return false
	}
	base, ok := constant.Int64Val(constant.ToInt(tv.Value))
	return ok && (base == 10 || base == 0)
}

// withoutCase: no code that the package knows has letters, of which others could be made.
func withoutCase(g *graph, _ *ast.CallExpr) bool { return !g.view.HasLetters() }

// wholeNumber: a float formatted without exponent, and without decimals that a
// code does not have.
func wholeNumber(g *graph, call *ast.CallExpr) bool {
	if len(call.Args) != 4 {
		return false
	}
	format, precision := g.info.Types[call.Args[1]].Value, g.info.Types[call.Args[2]].Value
	if format == nil || precision == nil {
		return false
	}
	f, _ := constant.Int64Val(constant.ToInt(format))
	p, _ := constant.Int64Val(constant.ToInt(precision))
	return f == 'f' && p <= 0
}

func isJSONNumberType(t types.Type) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && isJSONNumber(named.Obj())
}

// tabled are the bare names of the functions in the tables: no other function's
// full name is worth writing out.
var tabled = func() map[string]bool {
	names := make(map[string]bool)
	add := func(full string) { names[full[strings.LastIndex(full, ".")+1:]] = true }
	for full := range passThroughs {
		add(full)
	}
	for _, table := range []map[string]bool{listFunctions, sameElements} {
		for full := range table {
			add(full)
		}
	}
	for full := range gatherers {
		add(full)
	}
	for full := range jsonDecoders {
		add(full)
	}
	for full := range keyMethods {
		add(full)
	}
	for _, table := range []map[string]int{encoders, statusSinks} {
		for full := range table {
			add(full)
		}
	}
	add("strings.EqualFold")
	return names
}()

// fullName is (*types.Func).FullName without the major version of the import
// path, so that one row of a table serves them all; "" for a function that no
// table has.
func (g *graph) fullName(fn *types.Func) string {
	if !tabled[fn.Name()] {
		return ""
	}
	if name, ok := g.fullNames[fn]; ok {
		return name
	}
	name := syntax.Unversioned(fn.Origin().FullName())
	g.fullNames[fn] = name
	return name
}
