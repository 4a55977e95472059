package declared

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// Facts are the types of the facts that a View imports and exports.
func Facts() []analysis.Fact { return []analysis.Fact{new(TypeFact), new(PackageFact)} }

// A TypeFact is on the name of a type whose values are codes, or are not.
type TypeFact struct {
	Free   bool // a directive says that they are none
	Domain domain.Definition
}

// A PackageFact is on a package that declares or extends domains.
type PackageFact struct {
	Domains    []domain.Definition
	Extensions []Extension
}

// An Extension is what a package adds to a domain.
type Extension struct {
	Domain  domain.Definition // without members, if it is built in
	Members []domain.Member
}

func (*TypeFact) AFact()    {}
func (*PackageFact) AFact() {}

func (f *TypeFact) String() string {
	if f.Free {
		return "not ours"
	}
	return f.Domain.Name
}

func (f *PackageFact) String() string {
	var parts []string
	for _, d := range f.Domains {
		parts = append(parts, fmt.Sprintf("declares %s (%d)", d.Name, len(d.Members)))
	}
	for _, e := range f.Extensions {
		parts = append(parts, fmt.Sprintf("extends %s (%d)", e.Domain.Name, len(e.Members)))
	}
	return strings.Join(parts, ", ")
}

// importFacts learns what the direct imports declare, and which domains the types
// in reach have: other facts refer to them.
func (v *View) importFacts() {
	for _, f := range v.pass.AllObjectFacts() {
		if f, ok := f.Fact.(*TypeFact); ok && !f.Free {
			v.learn(f.Domain)
		}
	}
	for _, imp := range v.pass.Pkg.Imports() {
		var f PackageFact
		if !v.pass.ImportPackageFact(imp, &f) {
			continue
		}
		for _, def := range f.Domains {
			v.learn(def)
			v.reach(def)
		}
		for _, e := range f.Extensions {
			if e.Domain.Members != nil {
				v.learn(e.Domain)
			}
			v.extend(e.Domain.ID, e.Members)
		}
	}
}

// Export tells importers what this package declares.
func (v *View) Export() {
	for name, def := range v.ownTypes {
		v.pass.ExportObjectFact(name, &TypeFact{Domain: def})
	}
	for name := range v.free {
		if name.Pkg() == v.pass.Pkg {
			v.pass.ExportObjectFact(name, &TypeFact{Free: true})
		}
	}
	if len(v.own.Domains)+len(v.own.Extensions) > 0 {
		v.pass.ExportPackageFact(&v.own)
	}
}

// importType returns what a type's package says of the type.
func (v *View) importType(name *types.TypeName) *domain.Domain {
	var f TypeFact
	if name.Pkg() == v.pass.Pkg || !v.pass.ImportObjectFact(name, &f) {
		return nil
	}
	if f.Free {
		v.free[name] = true
		return nil
	}
	v.learn(f.Domain)
	return v.ByID(f.Domain.ID)
}
