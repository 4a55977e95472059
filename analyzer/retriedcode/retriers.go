package retriedcode

import (
	"go/ast"
	"go/types"
	"maps"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a helper of the program is told by its config: the struct that its method
// belongs to, one that it gets, or one that it makes of options.

// A config is the values of a struct's fields, where a helper is called.
type config struct {
	typ    types.Type // nil for a struct that only the helper knows
	values map[string]repeats.Value
	fills  map[string]repeats.Value

	inVariable bool // the struct is in one, by which it may be changed
}

// of returns what a field holds.
func (s *config) of(field string) repeats.Value {
	v, ok := s.values[field]
	if !ok {
		v.Kind = repeats.Zero
	}
	if v.Kind == repeats.Zero || v.Kind == repeats.Number && v.N <= 0 {
		if fill, ok := s.fills[field]; ok {
			return fill
		}
	}
	return v
}

// configFor returns the config of a helper that a call calls, nil if that is not known.
func (c *checker) configFor(call *ast.CallExpr, h *repeats.Helper) *config {
	if h.Config == nil {
		return nil
	}
	var from ast.Expr
	switch {
	case h.Config.From == repeats.Made:
		return c.instantiate(h.Config.Maker, call)
	case h.Config.From == repeats.Argument && h.Config.Param < len(call.Args):
		from = call.Args[h.Config.Param]
	case h.Config.From == repeats.Receiver:
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		selection := c.pass.TypesInfo.Selections[sel]
		if !ok || selection == nil || len(selection.Index()) != 1 {
			return nil // of something that is embedded
		}
		from = sel.X
	}
	if from == nil {
		return nil
	}
	s := c.configIn(from)
	if s == nil {
		return nil
	}
	s.typ = c.pass.TypesInfo.TypeOf(from)
	s.fills = maps.Clone(s.fills)
	if s.fills == nil {
		s.fills = make(map[string]repeats.Value)
	}
	maps.Copy(s.fills, h.Config.Maker.Fills)
	return s
}

// configIn returns the config that an expression holds, or points to.
func (c *checker) configIn(e ast.Expr) *config {
	inVariable := false
	for range 2 * points.Deepest {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			if v := syntax.PackageVariable(c.pass.TypesInfo, e); v != nil {
				if m := c.helpers.MakerIn(v); m != nil {
					return &config{values: m.Values, fills: m.Fills, inVariable: inVariable}
				}
			}
			e, inVariable = c.Once(x.(ast.Expr)), true
		case *ast.StarExpr:
			e = x.X
		case *ast.UnaryExpr:
			e = x.X
		case *ast.CompositeLit:
			m := c.helpers.LiteralOf(x)
			if m == nil {
				return nil
			}
			for name, v := range m.Values {
				if v.Kind == repeats.Unknown {
					m.Values[name] = c.valueOf(fieldExpr(c.pass.TypesInfo, x, name))
				}
			}
			return &config{values: m.Values, inVariable: inVariable}
		case *ast.CallExpr:
			m := c.helpers.MakerOf(x)
			if m == nil {
				return nil
			}
			s := c.instantiate(m, x)
			if s != nil {
				s.inVariable = inVariable
			}
			return s
		default:
			return nil
		}
		if e == nil {
			break
		}
	}
	return nil
}

// fieldExpr returns what a literal has for a field.
func fieldExpr(info *types.Info, lit *ast.CompositeLit, name string) ast.Expr {
	st, _ := syntax.OrInvalid(info.TypeOf(lit)).Underlying().(*types.Struct)
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		} else if st != nil && i < st.NumFields() && st.Field(i).Name() == name {
			return elt
		}
	}
	return nil
}

// valueOf returns what an expression is.
func (c *checker) valueOf(e ast.Expr) repeats.Value {
	if e == nil {
		return repeats.Value{}
	}
	v := c.helpers.ValueOf(e)
	if held := c.Once(e); v.Kind == repeats.Unknown && held != nil {
		v = c.helpers.ValueOf(held)
	}
	if v.Kind == repeats.Unknown {
		return repeats.Value{Kind: repeats.Expression, Expr: e}
	}
	return v
}

// instantiate returns the config that a maker makes where it is called, nil if it gets options that
// are not known.
func (c *checker) instantiate(m *repeats.Maker, call *ast.CallExpr) *config {
	s := &config{values: make(map[string]repeats.Value), fills: m.Fills}
	put := func(name string, v repeats.Value, args []ast.Expr) bool {
		if v.Kind == repeats.Parameter {
			if int(v.N) >= len(args) {
				return false
			}
			if v = c.valueOf(args[v.N]); v.Kind == repeats.Zero {
				v = repeats.Value{} // it may be left out
			}
		}
		s.values[name] = v
		return true
	}
	for name, v := range m.Values {
		if !put(name, v, call.Args) {
			return nil
		}
	}
	if m.Options < 0 || len(call.Args) <= m.Options {
		return s
	}
	if call.Ellipsis.IsValid() {
		return nil
	}
	for _, arg := range call.Args[m.Options:] {
		option, args, ok := c.helpers.OptionOf(arg)
		if !ok {
			return nil
		}
		for name, v := range option {
			if !put(name, v, args) {
				return nil
			}
		}
	}
	return s
}

// predicateIn returns what is in the field that a helper asks, nil if there is nothing, or what says
// yes to all. It fails if that is not known: the struct is made somewhere else, or the field is set later.
func (c *checker) predicateIn(call *ast.CallExpr, h *repeats.Helper) (ast.Expr, bool) {
	s := c.configFor(call, h)
	if s == nil || !c.helpers.Fixed(h, s.inVariable) {
		return nil, false
	}
	switch v := s.of(h.Field); v.Kind {
	case repeats.Zero:
		return nil, true
	case repeats.Answer:
		return nil, v.Says == h.Again
	case repeats.Expression:
		return v.Expr, true
	}
	return nil, false
}
