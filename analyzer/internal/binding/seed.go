package binding

import (
	"bytes"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A seed is the evidence that the values of one occurrence class are codes.
// Its node's outgoing edges spread it.
type seed struct {
	grade  Grade
	key    string       // keyed, named: the wire key or name, "responseCode" or "reasonCode"
	places []string     // the functions in which the values occur, with the paths they mention
	names  []string     // the types through which the values are selected
	parent *seed        // of a class: its declaration, which has the uses of every class
	inner  []fieldClass // of a class: those of the types inside

	home      string       // of a declaration: the type that has it
	classes   int          // of a declaration: how many classes it serves
	variable  bool         // of a variable or parameter that is named so
	container types.Object // of a lookup: the decoded value; of a field: the field

	uses    []use  // constants compared with its values
	stored  []use  // constants stored in the place itself
	against string // why it is no code, whatever it is compared with; "" if nothing says so

	// Of another package's declaration: that compares it with constants, which do not show a domain.
	doubtful bool

	imported *Decision // of a class: what another package decided of a type inside

	decided  bool
	decision Decision
}

// A Decision is what a package decided about one declaration or class. It is
// the part that travels to importers.
type Decision struct {
	Domain string             // its ID; "" means: not ours
	Def    *domain.Definition // of a declared one
	Grade  Grade
	Module string // the module that decided; a named decision holds only there
	Vendor bool   // the package that decided shows that it uses the vendor's API
	Why    string
}

func (s *seed) addName(name string)   { s.names = addTo(s.names, name) }
func (s *seed) addPlace(place string) { s.places = addTo(s.places, place) }

func addTo(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// Wire keys, and the names by which declarations show that they hold a code.
const (
	responseKey = "responseCode"
	reasonKey   = "reasonCode"
)

var keyOfName = map[string]string{
	"responseCode": responseKey,
	"ResponseCode": responseKey,
	"reasonCode":   reasonKey,
	"ReasonCode":   reasonKey,
}

// IsWireName reports whether a field without a tag that has this name is one of a reply.
func IsWireName(name string) bool { return keyOfName[name] != "" }

// domainsOf returns the domains that travel under a wire key.
func (g *graph) domainsOf(key string) []*domain.Domain { return g.view.ByKey(key) }

// mentionsKey reports whether source text can have to do with a seed at all.
func mentionsKey(text []byte) bool {
	return bytes.Contains(text, []byte("esponseCode")) || bytes.Contains(text, []byte("easonCode"))
}

// keyOfTag returns the wire key that a struct tag of any kind gives its field,
// and whether the field has a tag at all.
func (g *graph) keyOfTag(tag string) (key string, tagged bool) {
	for tag = strings.TrimSpace(tag); tag != ""; tag = strings.TrimLeft(tag, " ") {
		name, rest, ok := strings.Cut(tag, ":")
		if !ok || name == "" {
			return "", true
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return "", true
		}
		value, _ := strconv.Unquote(quoted)
		value, _, _ = strings.Cut(value, ",")
		if g.view.IsKey(value) {
			return value, true
		}
		tag, tagged = rest[len(quoted):], true
	}
	return "", tagged
}

// seedable reports whether a declaration of type t can be keyed or named.
// Bytes and 16-bit integers are protocol headers, never this API's codes.
func (g *graph) seedable(t types.Type, key string) bool {
	t = syntax.Pointee(t)
	if g.view.IsFree(t) {
		return false
	}
	switch u := t.(type) {
	case *types.Basic:
		return seedableKind(u)
	case *types.Interface:
		return u.Empty()
	case *types.TypeParam:
		return termsCarry(u.Underlying().(*types.Interface)) && !g.saysItself(u)
	case *types.Named:
		obj := u.Obj()
		if isJSONNumber(obj) || isCell(u) {
			return true
		}
		if types.IsInterface(u) {
			return false
		}
		basic, ok := u.Underlying().(*types.Basic)
		return ok && seedableKind(basic) && g.inModule(obj.Pkg()) && g.constantsDocumented(u, key)
	}
	return false
}

func seedableKind(b *types.Basic) bool {
	switch b.Kind() {
	case types.Int, types.Int32, types.Int64, types.Uint, types.Uint32, types.Uint64, types.String:
		return true
	}
	return false
}

// carries reports whether a value of type t can hold a code that came from a
// seed: wider than seedable, since programs convert (float64 after JSON, a
// foreign type). Not the types too small for every code.
func carries(t types.Type) bool {
	t = syntax.Pointee(t)
	if isBox(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch u.Kind() {
		case types.Int8, types.Int16, types.Uint8, types.Uint16:
			return false
		}
		return u.Info()&(types.IsInteger|types.IsFloat|types.IsString) != 0
	case *types.Interface:
		if _, param := t.(*types.TypeParam); param {
			return termsCarry(u)
		}
		return u.Empty()
	}
	return false
}

// canHold reports whether a value of type t can hold a code: one of those types,
// or one that a domain has, however small.
func (g *graph) canHold(t types.Type) bool {
	return t != nil && (carries(t) || g.statedDomain(t) != nil)
}

// termsCarry reports whether every type that a constraint admits can hold a
// code.
func termsCarry(constraint *types.Interface) bool {
	for i := range constraint.NumEmbeddeds() {
		union, ok := constraint.EmbeddedType(i).(*types.Union)
		if !ok {
			if inner, ok := constraint.EmbeddedType(i).Underlying().(*types.Interface); ok && !termsCarry(inner) {
				return false
			}
			continue
		}
		for j := range union.Len() {
			if !carries(union.Term(j).Type()) {
				return false
			}
		}
	}
	return true
}

// constantsDocumented reports whether every constant of a named type is a
// documented code under the key: else it is some other enumeration.
func (g *graph) constantsDocumented(t *types.Named, key string) bool {
	for _, text := range g.constantsOf(t) {
		if text != "" && !g.documented(key, text) {
			return false
		}
	}
	return true
}

// ownEnumeration reports whether the constants of a type of the module are just
// 0..n or 1..n, or reasons to revoke: the program's own enumeration, which says
// nothing about codes.
func (g *graph) ownEnumeration(t types.Type) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok || !g.inModule(named.Obj().Pkg()) {
		return false
	}
	numbers := numbersOf(g.constantsOf(named))
	return fromStart(numbers) || areRevocations(numbers)
}

// constantsOf returns the texts of the constants that a type's package declares
// with that type.
func (g *graph) constantsOf(t *types.Named) []string {
	if texts, ok := g.typeConstants[t.Obj()]; ok {
		return texts
	}
	var texts []string
	scope := t.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && types.Identical(c.Type(), t) && !g.inTestFile(c.Pos()) {
			if text, ok := domain.Text(c.Val()); ok {
				texts = append(texts, text)
			}
		}
	}
	g.typeConstants[t.Obj()] = texts
	return texts
}

// documented reports whether text is a documented code in any domain of key.
func (g *graph) documented(key, text string) bool {
	return slices.ContainsFunc(g.domainsOf(key), func(d *domain.Domain) bool { return d.Has(text) })
}

// statedDomain returns the domain that a type states, or nil.
func (g *graph) statedDomain(t types.Type) *domain.Domain {
	return g.view.OfType(syntax.Pointee(t))
}

// inModule reports whether pkg is part of the module under analysis.
func (g *graph) inModule(pkg *types.Package) bool {
	switch {
	case pkg == nil:
		return false
	case pkg == g.pass.Pkg:
		return true
	case g.modulePath() == "":
		return false
	}
	return pkg.Path() == g.modulePath() || strings.HasPrefix(pkg.Path(), g.modulePath()+"/")
}

func isJSONNumber(obj *types.TypeName) bool {
	return obj.Pkg() != nil && obj.Pkg().Path() == "encoding/json" && obj.Name() == "Number"
}

func (g *graph) modulePath() string {
	if g.pass.Module == nil {
		return ""
	}
	return g.pass.Module.Path
}
