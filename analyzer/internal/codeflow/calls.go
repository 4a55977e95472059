package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A call is a call under evaluation.
type call struct {
	*ast.CallExpr
	callee *types.Func // nil for a function value
	recv   ast.Expr    // of a method call
	args   []value
}

// evalMulti evaluates an expression that gives n values.
func (f *flow) evalMulti(st *state, e ast.Expr, n int) []value {
	var vals []value
	x := ast.Unparen(e)
	if _, ok := x.(*ast.UnaryExpr); !ok && f.stop != nil {
		f.stop(x, st)
	}
	switch x := x.(type) {
	case *ast.CallExpr:
		vals = f.evalCall(st, x)
	case *ast.TypeAssertExpr:
		vals = f.assertionOK(st, x)
	case *ast.IndexExpr:
		vals = f.evalIndexOK(st, x)
	case *ast.UnaryExpr:
		f.eval(st, x)
	}
	for len(vals) < n {
		vals = append(vals, nil)
	}
	return vals
}

// perhaps returns the values of a comma-ok form: v and true, or the zero value
// and false.
func (f *flow) perhaps(st *state, e ast.Expr, v value, t types.Type) []value {
	if len(v) == 0 {
		if u := f.e.universeOf(e); u != nil {
			v = f.unknownCode(st, e, u)
		}
	}
	if f.e.isCalm && v.isAnyCode() {
		return []value{v, isTrue} // the reply is as it should be
	}
	ok := f.renew(st, symbolKey{site: e, n: -1}, choice)
	yes, no := cond{{ok, single(succeeded)}}, cond{{ok, single(failed)}}
	first := orUnknown(v).conditioned(yes)
	if z, known := zeroOf(t); known {
		for _, o := range z.conditioned(no) {
			first = first.add(o)
		}
	} else {
		first = nil
	}
	return []value{first, append(isTrue.conditioned(yes), isFalse.conditioned(no)...)}
}

func (f *flow) evalIndexOK(st *state, e *ast.IndexExpr) []value {
	t := f.typeOf(e.X)
	if t == nil {
		return nil
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return nil
	}
	if table := f.e.tableOf(e.X); table != nil {
		index := st.held(f.eval(st, e.Index))
		has, _ := bySplit(index, func(u *universe) (split, bool) { return table.keySplit(u), true })
		if has == nil {
			return nil
		}
		return []value{table.lookup(st, index), has[0]}
	}
	return f.perhaps(st, e, f.eval(st, e), m.Elem())
}

// evalCall evaluates a call, and does what it does.
func (f *flow) evalCall(st *state, e *ast.CallExpr) []value {
	info := f.e.info
	if tv := info.Types[e.Fun]; tv.IsType() {
		if len(e.Args) != 1 {
			return nil
		}
		return []value{f.conversion(e, f.eval(st, e.Args[0]), tv.Type)}
	}
	c := &call{CallExpr: e}
	c.callee, _ = calleeOf(info, e)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
		c.recv = sel.X
		f.operands(st, sel.X)
	} else if lit, ok := ast.Unparen(e.Fun).(*ast.FuncLit); ok {
		f.made(st, lit)
	} else if c.callee == nil {
		f.eval(st, e.Fun)
	}
	if n := f.resultsOf(e.Args); n > 1 {
		c.args = f.evalMulti(st, e.Args[0], n) // f(g())
	} else {
		c.args = f.evalAll(st, e.Args)
	}
	sig, _ := f.typeOf(e.Fun).(*types.Signature)
	for i, v := range c.args {
		if sig != nil && i < sig.Params().Len() && len(c.args) == len(e.Args) && types.IsInterface(sig.Params().At(i).Type()) {
			if t := f.typeOf(e.Args[i]); t != nil && !types.IsInterface(t) {
				v = v.boxed(t)
			}
		}
		c.args[i] = st.held(v) // which the other arguments may tell
	}
	if st.dead {
		return nil
	}
	if f.entered != nil {
		f.entered(c, st)
	}
	if b, ok := typeutil.Callee(info, e).(*types.Builtin); ok {
		f.builtin(st, c, b.Name())
		return nil
	}
	if l := f.locate(e); l != nil { // a lookup
		return []value{f.readValue(st, l)}
	}
	if c.callee != nil {
		if w := f.p.hidden(e); w != nil {
			f.forgetWritten(st, w, e, nil)
		}
		if rule, ok := f.e.rule(c.callee); ok {
			if vals, ok := rule(f, st, c); ok {
				return vals
			}
		}
		if x := f.e.bindings.PassedThrough(e); x != nil {
			return []value{f.lossy(x, e, f.valueOfOperand(st, c, x))}
		}
	}
	sum := f.e.summaryOfCall(e)
	sieve := f.sieveOf(c, sum)
	if sieve != nil {
		sum = sieve
	}
	var parts []map[string]value
	if sum != nil {
		parts = f.instantiate(st, sum, c)
	}
	said, quiet := f.saidByError(st, c)
	if !quiet {
		f.effects(st, e)
	}
	f.results[e] = parts
	vals := make([]value, len(parts))
	for i, p := range parts {
		vals[i] = p[""]
	}
	if len(said) > 0 {
		vals = []value{said}
	}
	if sum != nil && sum.never {
		st.dead = true
	}
	if f.e.isCalm && sieve == nil {
		vals = f.calmResults(e, c.callee, vals)
	}
	return vals
}

// resultsOf returns how many values a call's only argument has, which is a call.
func (f *flow) resultsOf(args []ast.Expr) int {
	if len(args) != 1 {
		return 0
	}
	tuple, ok := f.typeOf(args[0]).(*types.Tuple)
	if !ok {
		return 0
	}
	return tuple.Len()
}

// valueOfOperand returns the value of the operand that a call passes through.
func (f *flow) valueOfOperand(st *state, c *call, x ast.Expr) value {
	for i, arg := range c.Args {
		if arg == x {
			return c.args[i]
		}
	}
	return f.value(st, x)
}

// lossy returns the value of a conversion from x to e: where it makes a number of
// text, text that is none becomes 0.
func (f *flow) lossy(x, e ast.Expr, v value) value {
	text := isText(f.typeOf(e))
	fails := isText(f.typeOf(x)) && !text
	return v.replace(func(o outcome, add func(outcome)) {
		if o.kind == isConst {
			o.val = asCarried(o.val, text)
		}
		if fails && o.kind == isOneOf && o.set.has(o.universe.undocumented()) {
			o.set = o.set.union(single(o.universe.of(constant.MakeInt64(0))))
		}
		add(o)
		if fails && o.kind == isSymbol {
			zero := out{kind: isConst, val: constant.MakeInt64(0)}
			add(outcome{zero, o.cond.and(o.sym, single(o.codes().undocumented()))})
		}
	})
}

// asCarried returns a constant code as text, or as a number: 0 if it is none.
func asCarried(v constant.Value, text bool) constant.Value {
	written, ok := domain.Text(v)
	switch {
	case !ok || text == (v.Kind() == constant.String):
		return v
	case text:
		return constant.MakeString(written)
	}
	if n, ok := domain.Number(written); ok {
		return constant.MakeInt64(n)
	}
	return constant.MakeInt64(0)
}

// constantOf returns the constant that an expression always is: also that of a
// call that only carries one, as codes.ResponseSuccess.Wire() does.
func (p *program) constantOf(x ast.Expr) constant.Value {
	if v := p.info.Types[x].Value; v != nil {
		return v
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if from := p.bindings.PassedThrough(call); from != nil {
		if v := p.constantOf(from); v != nil {
			return asCarried(v, isText(p.info.TypeOf(x)))
		}
	}
	return nil
}

// conversion returns the value of a conversion.
func (f *flow) conversion(e *ast.CallExpr, v value, t types.Type) value {
	if u := f.e.universeOf(e); u != nil {
		return f.lossy(e.Args[0], e, v)
	}
	switch {
	case types.IsInterface(t):
		return f.converted(v, e.Args[0], t)
	case syntax.IsBoolean(t), isText(t) && isText(f.typeOf(e.Args[0])) && !v.isAnyCode():
		return v
	case !isText(t) && !isText(f.typeOf(e.Args[0])) && !v.isAnyCode():
		return v.as(t)
	}
	return nil
}

// as returns the value v converted to the type t, which is no text's. A number that does not fit there is
// another one then.
func (v value) as(t types.Type) value {
	for _, o := range v {
		if o.kind == isConst && isNumeric(o.val) && !fits(o.val, t) {
			return nil
		}
	}
	return v
}

// fits reports whether a number stays what it is as one of a type.
func fits(n constant.Value, t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return false
	}
	switch {
	case b.Info()&types.IsFloat != 0:
		f, exact := constant.Float64Val(n)
		return exact && (b.Kind() == types.Float64 || f == float64(float32(f)))
	case b.Info()&types.IsInteger == 0:
		return false
	}
	i, exact := constant.Int64Val(constant.ToInt(n))
	if !exact || i < 0 && b.Info()&types.IsUnsigned != 0 {
		return false
	}
	bits, ok := bitsOf[b.Kind()]
	switch {
	case !ok:
		bits = 31 // at least, on all machines
	case b.Info()&types.IsUnsigned == 0:
		bits--
	}
	return bits >= 63 || i >= -1<<bits && i < 1<<bits
}

// bitsOf are the sizes of the types of integers that have one on all machines.
var bitsOf = map[types.BasicKind]int{
	types.Int8: 8, types.Int16: 16, types.Int32: 32, types.Int64: 64,
	types.Uint8: 8, types.Uint16: 16, types.Uint32: 32, types.Uint64: 64,
}

func (v value) isAnyCode() bool {
	for _, o := range v {
		if o.isCode() || o.kind == isElement {
			return true
		}
	}
	return false
}

// universe returns the universe of the codes that a value can be, nil if it is none.
func (v value) universe() *universe {
	for _, o := range v {
		if o.isCode() {
			return o.codes()
		}
	}
	return nil
}

func (f *flow) builtin(st *state, c *call, name string) {
	switch name {
	case "panic":
		st.dead = true
	case "append":
		w := f.p.newWrites()
		if f.p.appends(w, c.CallExpr); !w.nothing() {
			f.forgetWritten(st, w, c.CallExpr, nil)
		}
	case "delete", "clear", "copy":
		f.storeElsewhere(st, &ast.IndexExpr{X: c.Args[0]}, c.CallExpr)
	}
}

// partsOfResults returns the parts that are known of what a call or a type assertion gives,
// by result and path.
func (f *flow) partsOfResults(st *state, e ast.Expr, n int) []map[string]value {
	parts := make([]map[string]value, n)
	for i, p := range f.results[ast.Unparen(e)] {
		if i < n {
			parts[i] = p
		}
	}
	return parts
}

// storeResults stores what a return statement returns.
func (f *flow) storeResults(st *state, n *ast.ReturnStmt) {
	if n == nil || len(n.Results) == 0 {
		for i, l := range f.resultLocs { // named results, or none
			if v := f.sig.Results().At(i); v.Name() != "" {
				f.copyParts(st, l, f.variable(v))
			}
		}
		return
	}
	vals := make([]value, len(f.resultLocs))
	parts := make([]map[string]value, len(f.resultLocs))
	if len(n.Results) == 1 && len(f.resultLocs) > 1 {
		copy(vals, f.evalMulti(st, n.Results[0], len(vals)))
		parts = f.partsOfResults(st, n.Results[0], len(vals))
	} else {
		for i, v := range f.evalAll(st, n.Results) {
			if i >= len(vals) {
				break
			}
			vals[i] = f.converted(v, n.Results[i], f.resultLocs[i].typ)
		}
		for i, e := range n.Results {
			if i < len(parts) {
				parts[i] = f.returned(st, f.resultLocs[i], e)
			}
		}
	}
	for i, l := range f.resultLocs {
		for path, v := range parts[i] {
			f.follow(l, path, v)
		}
		f.assign(st, l, vals[i], parts[i], nil)
	}
}

// returned returns the parts that are known of an expression that is returned.
func (f *flow) returned(st *state, to *location, e ast.Expr) map[string]value {
	x, pointer := e, ""
	if addr, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && addr.Op == token.AND {
		x, pointer = addr.X, "*"
	}
	parts := make(map[string]value)
	if l := f.locate(x); l != nil {
		base := l
		if pointer == "" && syntax.IsPointer(l.typ) {
			base, pointer = f.pointee(l), "*"
		}
		for _, p := range f.parts(base) {
			if p != base && p.code != nil {
				parts[pointer+p.path[len(base.path):]] = f.readValue(st, p)
			}
		}
		return parts
	}
	if lit, ok := ast.Unparen(x).(*ast.CompositeLit); ok {
		f.literalParts(st, lit, pointer, parts)
		return parts
	}
	if c, ok := ast.Unparen(x).(*ast.CallExpr); ok {
		return f.partsOfResults(st, c, 1)[0]
	}
	return parts
}

// literalParts collects the codes in a struct literal by their paths.
func (f *flow) literalParts(st *state, lit *ast.CompositeLit, path string, parts map[string]value) {
	t := f.typeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		name := ""
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				name = id.Name
			}
			elt = kv.Value
		} else if i < s.NumFields() {
			name = s.Field(i).Name()
		}
		if inner, ok := ast.Unparen(elt).(*ast.CompositeLit); ok {
			f.literalParts(st, inner, path+"."+name, parts)
		} else if f.e.universeOf(elt) != nil {
			parts[path+"."+name] = f.value(st, elt)
		}
	}
}

// copyParts makes one location hold what another does.
func (f *flow) copyParts(st *state, to, from *location) {
	for _, p := range f.parts(from) {
		l := f.from(to, from, p)
		if l == nil {
			continue
		}
		if l.code == nil {
			l.code = p.code
		}
		if v := f.readValue(st, p); len(v) > 0 {
			f.set(st, l, v)
		} else {
			f.clear(st, l, nil)
		}
	}
}

// follow returns the location at a path below l, nil if there is none, or none that copies lead
// to. A path that holds the code v is one of a code.
func (f *flow) follow(l *location, path string, v value) *location {
	for _, step := range splitPath(path) {
		if l == nil || l.typ == nil {
			return nil
		}
		switch {
		case step == "*":
			if !syntax.IsPointer(l.typ) {
				return nil
			}
			l = f.pointee(l)
		case step[0] == '.':
			field := fieldNamed(l.typ, step[1:])
			if field == nil {
				return nil
			}
			l = f.copied(l, step, field.Type(), field.Origin())
		default:
			return nil
		}
	}
	if l != nil && l.code == nil {
		for _, o := range v {
			if o.isCode() {
				l.code = o.codes()
			}
		}
	}
	return l
}

// fieldNamed returns the field of a struct that has a name; nil if there is none.
func fieldNamed(t types.Type, name string) *types.Var {
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			if field.Name() == name {
				return field
			}
		}
	}
	return nil
}

// splitPath splits a path of fields and pointers into its steps.
func splitPath(path string) []string {
	var steps []string
	start := 0
	for i := 1; i <= len(path); i++ {
		if i == len(path) || path[i] == '.' || path[i] == '*' || path[i] == '[' || path[i] == '(' {
			steps = append(steps, path[start:i])
			start = i
		}
	}
	return steps
}
