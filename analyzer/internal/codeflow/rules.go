package codeflow

import (
	"go/constant"
	"go/types"
	"math"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is the table of the functions whose results say something of the
// codes that they get. None of them changes anything else.

// A rule returns the results of a call. It fails where it knows nothing of this
// one.
type rule func(f *flow, st *state, c *call) ([]value, bool)

// rules is keyed by [syntax.FullName], without major versions in import
// paths. It is filled by init, since the rules evaluate arguments.
var rules map[string]rule

func init() {
	rules = map[string]rule{
		"strings.EqualFold": equalFold,
		"strings.HasPrefix": textTest(strings.HasPrefix),
		"strings.HasSuffix": textTest(strings.HasSuffix),
		"strings.Contains":  textTest(strings.Contains),
		"slices.Contains":   contains,

		"strconv.Atoi":                   parse(zeroAndMore),
		"strconv.ParseInt":               inDecimals(signed),
		"strconv.ParseUint":              inDecimals(unsigned),
		"strconv.ParseFloat":             parse(zeroAndMore),
		"(encoding/json.Number).Int64":   parse(zeroAndMore),
		"(encoding/json.Number).Float64": parse(zeroAndMore),

		"errors.New":    newError,
		"fmt.Errorf":    errorf,
		"errors.Join":   joinErrors,
		"errors.Is":     errorsIs,
		"errors.As":     errorsAs,
		"errors.AsType": errorsAsType,

		// They come back for no error only, or if two things are equal.
		"github.com/spf13/cobra.CheckErr":                            nilOnly(0),
		"github.com/samber/lo.Must":                                  nilOnly(1),
		"github.com/stretchr/testify/require.NoError":                nilOnly(1),
		"github.com/stretchr/testify/require.NoErrorf":               nilOnly(1),
		"(*github.com/stretchr/testify/require.Assertions).NoError":  nilOnly(0),
		"(*github.com/stretchr/testify/require.Assertions).NoErrorf": nilOnly(0),
		"github.com/stretchr/testify/require.Equal":                  equalOnly(1),
		"(*github.com/stretchr/testify/require.Assertions).Equal":    equalOnly(0),
		"gotest.tools/assert.NilError":                               nilOnly(1),

		domain.CodesPath + ".ParseResponse": parse(undocumentedOnly),
		domain.CodesPath + ".ParseReason":   parse(undocumentedOnly),
		domain.CodesPath + ".ParseTemplate": parse(undocumentedOnly),
	}
}

// methods are those of the types of package codes, by name. They know the codes
// of the built-in table, whatever a program adds to a domain.
var methods = map[string]func(table *domain.Domain) func(domain.Member) value{
	"Known":     knows(func(domain.Member) value { return isTrue }, isFalse),
	"Retryable": knows(func(m domain.Member) value { return truthOf(m.Retry == codes.RetryWithBackoff) }, isFalse),
	"Retry": knows(func(m domain.Member) value { return constantValue(constant.MakeInt64(int64(m.Retry))) },
		constantValue(constant.MakeInt64(int64(codes.RetryUnknown)))),
	"String": knows(func(m domain.Member) value { return constantValue(constant.MakeString(m.Name)) },
		constantValue(noName)),
	"Description": knows(func(m domain.Member) value { return constantValue(constant.MakeString(m.Description)) }, constantValue(constant.MakeString(""))),
}

// noName stands for what String gives of a code that package codes does not know: "ResponseCode(256)".
var noName = constant.MakeString("ResponseCode(…)")

// isUnsure reports whether two texts may be equal or not, since one is what noName stands for.
func isUnsure(x, y constant.Value) bool {
	mayBe := func(v constant.Value) bool {
		return v.Kind() == constant.String && strings.HasSuffix(constant.StringVal(v), ")")
	}
	return (sameConstant(x, noName) || sameConstant(y, noName)) && mayBe(x) && mayBe(y)
}

// knows makes a method out of what it gives for a documented code, and for
// every other.
func knows(of func(domain.Member) value, other value) func(*domain.Domain) func(domain.Member) value {
	return func(table *domain.Domain) func(domain.Member) value {
		return func(m domain.Member) value {
			if known, ok := table.Lookup(m.Text); ok {
				return of(known)
			}
			return other
		}
	}
}

func truthOf(b bool) value {
	if b {
		return isTrue
	}
	return isFalse
}

// rule returns the rule for a function.
func (p *program) rule(fn *types.Func) (rule, bool) {
	r, ok := p.rules[fn]
	if !ok {
		r = p.findRule(fn)
		p.rules[fn] = r
	}
	return r, r != nil
}

func (p *program) findRule(fn *types.Func) rule {
	if fn.Pkg() == nil {
		return nil
	}
	if recv := fn.Signature().Recv(); recv != nil && fn.Pkg().Path() == domain.CodesPath {
		named, ok := types.Unalias(recv.Type()).(*types.Named)
		if !ok {
			return nil
		}
		table := domain.ByType(named.Obj().Name())
		if table == nil {
			return nil
		}
		if fn.Name() == "Err" {
			return codeErr
		}
		if m, ok := methods[fn.Name()]; ok {
			return perCode(m(table))
		}
		return nil
	}
	return rules[syntax.Unversioned(syntax.FullName(fn.Origin()))]
}

// perCode is the rule of a method that gives for each code what of says; the
// zero Member stands for undocumented ones.
func perCode(of func(domain.Member) value) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if c.recv == nil {
			return nil, false
		}
		var v value
		for _, o := range st.held(f.value(st, c.recv)) {
			if !o.isCode() && o.kind != isConst {
				return nil, false
			}
			u := f.e.universeOf(c.recv)
			if u == nil || o.isCode() && o.codes() != u {
				return nil, false
			}
			add := func(i int, m domain.Member) {
				for _, r := range of(m) {
					switch {
					case o.kind == isSymbol:
						v = v.add(outcome{r.out, o.cond.and(o.sym, single(i))})
					case o.kind == isOneOf && o.set.has(i), o.kind == isConst && u.of(o.val) == i:
						v = v.add(outcome{r.out, o.cond})
					}
				}
			}
			for i, m := range u.domain.Members() {
				add(i, m)
			}
			add(u.undocumented(), domain.Member{Text: "undocumented"})
		}
		if len(v) > maxOutcomes {
			return nil, true
		}
		return []value{v}, true
	}
}

// codeErr: nil for success, and the code itself for every other.
func codeErr(f *flow, st *state, c *call) ([]value, bool) {
	if c.recv == nil {
		return nil, false
	}
	u := f.e.universeOf(c.recv)
	recv := st.held(f.value(st, c.recv))
	if u == nil || len(recv) == 0 {
		return nil, false
	}
	t := syntax.Pointee(f.typeOf(c.recv))
	success := u.class(codes.RetryNotNeeded)
	var v value
	for _, o := range recv {
		yes, no := inSet(o, success, u)
		for _, p := range yes {
			v = v.add(outcome{out{kind: isNil}, p.cond})
		}
		for _, p := range no {
			v = v.add(outcome{out{kind: isError, err: &failure{links: []link{{typ: t, code: value{p}, direct: true}}}}, p.cond})
		}
	}
	return []value{v}, true
}

// inSet parts an outcome that is a code by membership in a set.
func inSet(o outcome, s set, u *universe) (yes, no []outcome) {
	switch {
	case o.kind == isSymbol && o.sym.universe == u:
		return []outcome{{o.out, o.cond.and(o.sym, s)}}, []outcome{{o.out, o.cond.and(o.sym, u.all.minus(s))}}
	case o.kind == isOneOf && o.universe == u:
		in, rest := o, o
		in.set, rest.set = o.set.intersect(s), o.set.minus(s)
		if !in.set.empty() {
			yes = []outcome{in}
		}
		if !rest.set.empty() {
			no = []outcome{rest}
		}
		return yes, no
	case o.kind == isConst:
		if s.has(u.of(o.val)) {
			return []outcome{o}, nil
		}
		return nil, []outcome{o}
	}
	return []outcome{o}, []outcome{o}
}

// bySplit returns the boolean that a test of a code gives. A constant, which the
// code is if nothing has been read into it yet, is tested as the others are.
func bySplit(v value, test func(*universe) (split, bool)) ([]value, bool) {
	i := slices.IndexFunc(v, func(o outcome) bool { return o.isCode() })
	if i < 0 {
		return nil, true
	}
	u := v[i].codes()
	s, ok := test(u)
	if !ok {
		return nil, true
	}
	var result value
	for _, o := range v {
		if o.kind != isConst && (!o.isCode() || o.codes() != u) {
			return nil, true
		}
		for _, part := range []struct {
			set set
			is  value
		}{{s.yes, isTrue}, {s.no, isFalse}} {
			switch {
			case o.kind == isSymbol:
				result = result.add(outcome{part.is[0].out, o.cond.and(o.sym, part.set)})
			case o.kind == isConst && part.set.has(u.of(o.val)), o.kind == isOneOf && !o.set.intersect(part.set).empty():
				result = result.add(outcome{part.is[0].out, o.cond})
			}
		}
	}
	return []value{result}, true
}

// textTest is the rule of a test of a code's text against a constant.
func textTest(holds func(text, arg string) bool) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if len(c.Args) != 2 {
			return nil, true
		}
		arg := f.e.constantOf(c.Args[1])
		if arg == nil || arg.Kind() != constant.String {
			return nil, true
		}
		return bySplit(c.args[0], func(u *universe) (split, bool) {
			yes := u.where(func(m domain.Member) bool { return holds(m.Text, constant.StringVal(arg)) })
			rest := single(u.undocumented())
			return split{yes.union(rest), u.all.minus(yes)}, true
		})
	}
}

// equalFold compares text; codes of digits have no case.
func equalFold(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	x, y := c.args[0], c.Args[1]
	if f.e.constantOf(c.Args[0]) != nil {
		x, y = c.args[1], c.Args[0]
	}
	arg := f.e.constantOf(y)
	if arg == nil || arg.Kind() != constant.String {
		return nil, true
	}
	text := constant.StringVal(arg)
	return bySplit(x, func(u *universe) (split, bool) {
		yes := u.where(func(m domain.Member) bool { return strings.EqualFold(m.Text, text) })
		rest := single(u.undocumented())
		if _, ok := domain.Number(text); ok && !yes.empty() {
			return split{yes, u.all.minus(yes)}, true
		}
		return split{yes.union(rest), u.all.minus(yes)}, true
	})
}

func contains(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	t := f.e.tableOf(c.Args[0])
	if t == nil || t.elem != nil {
		return nil, true
	}
	return bySplit(c.args[1], func(u *universe) (split, bool) { return t.keySplit(u), true })
}

// What a parse function gives beside an error.
func zeroAndMore(u *universe) set {
	s := undocumentedOnly(u)
	for _, n := range []int64{0, math.MinInt32, math.MaxInt32, math.MaxUint32, math.MinInt64, math.MaxInt64} { // of what is too small or too big
		s = s.union(single(u.of(constant.MakeInt64(n))))
	}
	return s
}

func undocumentedOnly(u *universe) set { return single(u.undocumented()) }

// inDecimals is a rule for calls that read numbers of base 10, as codes are written, or 0, and of 32 bits at
// least.
func inDecimals(types func(bits int64) types.Type) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if len(c.Args) != 3 {
			return nil, true
		}
		base, bits := f.e.info.Types[c.Args[1]].Value, f.e.info.Types[c.Args[2]].Value
		if base == nil || bits == nil {
			return nil, true
		}
		radix, _ := constant.Int64Val(constant.ToInt(base))
		size, _ := constant.Int64Val(constant.ToInt(bits))
		if radix != 10 && radix != 0 || size != 0 && size < 32 {
			return nil, true
		}
		return f.parsed(st, c, types(size), zeroAndMore)
	}
}

func signed(bits int64) types.Type {
	switch bits {
	case 0:
		return types.Typ[types.Int]
	case 64:
		return types.Typ[types.Int64]
	}
	return types.Typ[types.Int32]
}

func unsigned(bits int64) types.Type {
	switch bits {
	case 0:
		return types.Typ[types.Uint]
	case 64:
		return types.Typ[types.Uint64]
	}
	return types.Typ[types.Uint32]
}

// parse is the rule of a function that makes a code of its text, or an error.
func parse(beside func(*universe) set) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		return f.parsed(st, c, types.Typ[types.Int], beside)
	}
}

// parsed returns what a call makes of text that is a number of a type: that, or an error.
func (f *flow) parsed(st *state, c *call, t types.Type, beside func(*universe) set) ([]value, bool) {
	var x value
	switch {
	case len(c.args) > 0:
		x = c.args[0]
	case c.recv != nil:
		x = f.value(st, c.recv)
	}
	if u := f.e.universeOf(c.CallExpr); u != nil && !x.isCode(u) {
		x = nil
	}
	if len(x) == 0 {
		return nil, true
	}
	how := f.renew(st, symbolKey{site: c.CallExpr, n: -1}, choice)
	yes, no := cond{{how, single(succeeded)}}, cond{{how, single(failed)}}
	var code, err value
	for _, o := range x {
		u := o.codes()
		good, bad := o.cond.all(yes), o.cond.all(no)
		var fails bool
		switch {
		case o.kind == isSymbol:
			never := u.words().union(u.unfit(widest(t)))
			if !never.empty() {
				good = good.and(o.sym, u.all.minus(never))
			}
			bad, fails = bad.and(o.sym, u.mayFail(t)), true
		case o.kind == isOneOf:
			fails = !o.set.intersect(u.mayFail(t)).empty()
			o.set = o.set.minus(u.words().union(u.unfit(widest(t))))
		case o.kind == isConst:
			text, ok := domain.Text(o.val)
			if !ok {
				return nil, true
			}
			if number := asCarried(o.val, false); isNumber(text) && fits(number, widest(t)) {
				code = code.add(outcome{out{kind: isConst, val: number}, good})
				err = err.add(outcome{out{kind: isNil}, good})
				if fits(number, t) {
					continue
				}
			}
			if u = f.e.universeOf(c.CallExpr); u == nil {
				return nil, true
			}
			fails = true
		default:
			return nil, true
		}
		if o.kind == isSymbol || o.kind == isOneOf && !o.set.empty() {
			code = code.add(outcome{o.out, good})
			err = err.add(outcome{out{kind: isNil}, good})
		}
		if fails {
			code = code.add(outcome{out{kind: isOneOf, universe: u, set: beside(u)}, bad})
			err = err.add(outcome{out{kind: isError, err: &failure{open: true}}, bad})
		}
	}
	return []value{code, err}, true
}

// mayFail returns the codes that cannot be read as numbers of a type on every machine.
func (u *universe) mayFail(t types.Type) set {
	return u.words().union(undocumentedOnly(u)).union(u.unfit(t))
}

// widest returns the type that has all numbers which a type has on some machine.
func widest(t types.Type) types.Type {
	switch t {
	case types.Typ[types.Int]:
		return types.Typ[types.Int64]
	case types.Typ[types.Uint]:
		return types.Typ[types.Uint64]
	}
	return t
}

func isNumber(text string) bool { _, ok := domain.Number(text); return ok }
