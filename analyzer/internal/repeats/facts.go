package repeats

import (
	"go/types"
	"maps"
	"slices"
)

// A fieldFact is a Value that importers can understand.
type fieldFact struct {
	Name string
	Kind Kind
	N    int64
	Says bool
}

// An objectFact names a variable or type of a package.
type objectFact struct{ Package, Name string }

// object returns what it names for functions of a package, or nil.
func (o objectFact) object(p *types.Package) types.Object {
	if p.Path() == o.Package {
		return p.Scope().Lookup(o.Name)
	}
	for _, imported := range p.Imports() {
		if imported.Path() == o.Package {
			return imported.Scope().Lookup(o.Name)
		}
	}
	return nil
}

// fieldFacts are what several fields hold, in the order of their names: facts have to be the same
// each time.
type fieldFacts []fieldFact

func factsOf(values map[string]Value) fieldFacts {
	var all fieldFacts
	for _, name := range slices.Sorted(maps.Keys(values)) {
		v := values[name]
		if v.Kind == Expression {
			v.Kind = Unknown
		}
		all = append(all, fieldFact{name, v.Kind, v.N, v.Says})
	}
	return all
}

func (all fieldFacts) byName() map[string]Value {
	values := make(map[string]Value, len(all))
	for _, f := range all {
		values[f.Name] = Value{Kind: f.Kind, N: f.N, Says: f.Says}
	}
	return values
}

// A makerFact is on a function that makes a config, or on a package's variable that holds one.
type makerFact struct {
	Options       int
	Values, Fills fieldFacts
}

func (*makerFact) AFact()         {}
func (*makerFact) String() string { return "makes a config" }

func (f *makerFact) maker() *Maker {
	return &Maker{Options: f.Options, Values: f.Values.byName(), Fills: f.Fills.byName()}
}

func factOf(m *Maker) makerFact { return makerFact{m.Options, factsOf(m.Values), factsOf(m.Fills)} }

// An optionFact is on a function that is, or returns, an option.
type optionFact struct{ Values fieldFacts }

func (*optionFact) AFact()         {}
func (*optionFact) String() string { return "puts something into a config" }

// exportConfigs tells importers which functions of a package with helpers make configs, and which
// put something into them.
func (r *Result) exportConfigs() {
	for fn := range r.all {
		if !fn.Exported() {
			continue
		}
		if m := r.maker(fn, 0); m != nil {
			fact := factOf(m)
			r.pass.ExportObjectFact(fn, &fact)
		} else if o, ok := r.option(fn); ok && len(o) > 0 {
			r.pass.ExportObjectFact(fn, &optionFact{factsOf(o)})
		}
	}
	for v, made := range r.sharedConfigs() {
		fact := factOf(made)
		r.pass.ExportObjectFact(v, &fact)
	}
}

// fieldOf returns the field of a helper's config that has a name, or nil.
func (s *Config) fieldOf(fn *types.Func, name string) *types.Var {
	var t types.Type
	switch {
	case name == "":
		return nil
	case s == nil, s.From == Receiver:
		if recv := fn.Signature().Recv(); recv != nil {
			t = recv.Type()
		}
	case s.From == Argument && s.Param < fn.Signature().Params().Len():
		t = fn.Signature().Params().At(s.Param).Type()
	}
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, fn.Pkg(), name)
	field, _ := obj.(*types.Var)
	return field
}
