package replies

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A functionFact is on a function: what it does with its parameters, and where its
// results are from.
type functionFact struct {
	Effects []effectFact
	Results []Origin
	Looks   bool
}

type effectFact struct {
	Param int
	Effect
}

func (*functionFact) AFact()         {}
func (*functionFact) String() string { return "replies" }

func (f *functionFact) effect(at int) (Effect, bool) {
	for _, e := range f.Effects {
		if e.Param == at {
			return e.Effect, true
		}
	}
	return Effect{}, false
}

// exportFacts tells importers what the package's functions do with replies. What
// an importer hears nothing of goes where nobody follows it.
func (r *Result) exportFacts() {
	coded := !r.bindings.Empty()
	for _, fn := range r.declared {
		if !fn.Exported() || r.isTest(fn.Pos()) {
			continue
		}
		var f functionFact
		sig := fn.Signature()
		fresh := false
		for i := range sig.Results().Len() {
			var o Origin
			if t := sig.Results().At(i).Type(); r.mayHold(t, coded) && !isText(t) {
				o = r.Origin(fn, i)
				fresh = fresh || o.Fresh
			}
			f.Results = append(f.Results, o)
		}
		if !fresh {
			f.Results = nil
		}
		decodes := fresh || r.fillsAny(fn)
		for at := receiver; at < sig.Params().Len(); at++ {
			v := parameter(fn, at)
			if v == nil || !r.mayHold(v.Type(), coded || decodes) {
				continue
			}
			e := r.Effect(fn, at)
			e.Sends = at >= 0 && isText(v.Type()) && r.onlySends(fn, at)
			if e.Fills || (coded || r.Holds(v.Type()) || decodes && isText(v.Type())) && !e.Gone {
				f.Effects = append(f.Effects, effectFact{at, e})
			}
		}
		f.Looks = coded && r.looks(fn)
		if len(f.Effects) > 0 || fresh || f.Looks {
			r.pass.ExportObjectFact(fn, &f)
		}
	}
}

// fillsAny reports whether a function fills one of its parameters, or its receiver.
func (r *Result) fillsAny(fn *types.Func) bool {
	for at := receiver; at < fn.Signature().Params().Len(); at++ {
		if v := parameter(fn, at); v != nil && fillable(v.Type()) && r.mayHold(v.Type(), false) && r.Effect(fn, at).Fills {
			return true
		}
	}
	return false
}

// mayHold reports whether a value of a type can be a reply, or the text of one.
func (r *Result) mayHold(t types.Type, coded bool) bool {
	return holdsReplies(t) || r.Holds(t) || coded && isText(t)
}

func (r *Result) importedFunction(fn *types.Func) *functionFact {
	if fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg {
		return nil
	}
	if f, ok := r.imported[fn]; ok {
		return f
	}
	f := new(functionFact)
	if !r.pass.ImportObjectFact(fn, f) {
		f = nil
	}
	r.imported[fn] = f
	return f
}

// inModule reports whether a package is part of the module under analysis.
func (r *Result) inModule(pkg *types.Package) bool { return syntax.InModule(r.pass, pkg) }
