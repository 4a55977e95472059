package codeflow

import (
	"go/constant"
	"go/types"
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

		"fmt.Errorf":    errorf,
		"errors.Join":   joinErrors,
		"errors.Is":     errorsIs,
		"errors.As":     errorsAs,
		"errors.AsType": errorsAsType,

		"github.com/pkg/errors.Cause": cause,
		"golang.org/x/xerrors.Errorf": xerrorf,

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
	if syntax.MakesPlainError(fn.Origin()) {
		return newError
	}
	if n, ok := syntax.Wraps(fn.Origin()); ok && n != syntax.AllArguments {
		return wrapGiven(n)
	}
	return rules[syntax.Unversioned(syntax.FullName(fn.Origin()))]
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
