package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// A function that gets an error may look into it by errors.Is and errors.As. What it finds is
// the caller's to know, so there are symbols for it, as there are for codes that it gets: whether
// there is an error of a type in it, and the code of that one. They are found at paths such as
// "(as example.org/client.Error)", which no location has.

// A search is what a function looks for in one of its parameters.
type search struct {
	found *symbol // of the choice: there is one; nil where that is what code tells
	code  *symbol // absent if there is none; nil where the type holds no code
	field string  // of the code in it; "" if the error is the code itself, or says it
	says  bool    // the type is an interface, and the code what its method says, see saying

	object *types.Var // the sentinel that is searched for, instead of a type
	face   types.Type // the type, if it is an interface that says no code

	answers []answer // what fields of it say
}

type searchKey struct {
	err  *location // a parameter, or a field of one
	path string
}

const (
	foundIn    = "(as "
	codeIn     = "(code "
	sentinelIn = "(is "

	identicalTo = "(same "

	inItself  = "itself " // before the name of a type: it is not searched for in what the error wraps
	pointerTo = "*"       // before the name of a type

	errorIn = "(error)" // whether it is an error at all
)

// searchFor returns the search for a type in an error that the function got, see untouched.
func (f *flow) searchFor(err *location, t types.Type, how look) *search {
	key := searchKey{err, keyOfType(t)}
	if err == nil || key.path == "" {
		return nil
	}
	if how == itself {
		key.path = inItself + key.path
	}
	if s, ok := f.searches[key]; ok {
		return s
	}
	at := func(prefix string, u *universe) *symbol {
		s := f.symbol(symbolKey{loc: below(err, prefix+key.path+")", t)}, u)
		s.lacks = u != choice
		return s
	}
	s := new(search)
	if u := f.e.universeOfType(t); u != nil {
		s.code = at(codeIn, u)
	} else if _, u := f.e.saying(t); u != nil {
		s.code, s.says = at(codeIn, u), true
	} else if fields := f.e.bindings.CodeFields(t); len(fields) > 0 {
		s.field = fieldPath(fields[0])
		s.code = at(codeIn, f.e.universe(fields[0].Value.Domain))
	} else {
		s.found = at(foundIn, choice)
	}
	if types.IsInterface(t) && s.code == nil {
		s.face = t
	}
	s.answers = slices.Clone(f.e.answersOf(t))
	for i, a := range s.answers {
		s.answers[i].sym = at(saysIn+a.name()+nameAfter, choice)
	}
	if f.searches == nil {
		f.searches = make(map[searchKey]*search)
	}
	f.searches[key] = s
	return s
}

// fieldPath returns the names on the way to a field.
func fieldPath(f binding.CodeField) string {
	names := make([]string, len(f.Path))
	for i, field := range f.Path {
		names[i] = field.Name()
	}
	return strings.Join(names, ".")
}

// sentinel returns the package's variable that an expression is, if it is an error.
func (f *flow) sentinel(e ast.Expr) *types.Var {
	v := syntax.PackageVariable(f.e.info, e)
	if v == nil || !syntax.IsErrorInterface(v.Type()) {
		return nil
	}
	for _, o := range f.e.packageVariable(v) {
		if o.err.isTyped() {
			return nil // others can be equal to it
		}
	}
	return v
}

// typeName returns the name of a type, or of what it points to, nil for one without.
func typeName(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.TypeArgs().Len() > 0 {
		return nil
	}
	if face, ok := t.Underlying().(*types.Interface); ok && !asksMore(face) {
		return nil
	}
	return named.Obj()
}

// objectOf returns the sentinel that a symbol is about, or nil.
func (f *flow) objectOf(sym *symbol) *types.Var {
	if !sym.isSearched() || !isAboutObject(sym.loc.path) {
		return nil
	}
	for _, s := range f.searches {
		if s.found == sym {
			return s.object
		}
	}
	return nil
}

// some and none return the conditions that there is what is searched for, and that there is not.
func (s *search) some() cond {
	if s.code == nil {
		return cond{{s.found, single(succeeded)}}
	}
	return cond{{s.code, s.code.universe.all}}
}

func (s *search) none() cond {
	if s.code == nil {
		return cond{{s.found, single(failed)}}
	}
	return cond{{s.code, s.code.universe.absent()}}
}

// values returns the code that a search finds, and whether it finds one.
func (s *search) values() (code, ok value) {
	switch yes := s.some(); {
	case s.says:
		said := link{typ: s.code.loc.typ, code: s.code.value(), direct: true}
		code = value{{out{kind: isError, err: &failure{links: []link{said}, open: true}}, yes}}
	case s.code != nil && s.field == "":
		// What is an error is no success.
		u := s.code.universe
		code = value{{out{kind: isSymbol, sym: s.code}, yes.and(s.code, u.all.minus(u.class(codes.RetryNotNeeded)))}}
	case s.code != nil:
		code = value{{out{kind: isSymbol, sym: s.code}, yes}}
	case s.face != nil && len(s.answers) > 0:
		asked := link{typ: s.face, direct: true, beside: s.said()}
		code = value{{out{kind: isError, err: &failure{links: []link{asked}, open: true}}, yes}}
	default:
		code = value{{out{}, yes}}
	}
	return code, append(isTrue.conditioned(s.some()), isFalse.conditioned(s.none())...)
}

// is returns whether the code that a search finds is a constant.
func (s *search) is(target constant.Value) value {
	u := s.code.universe
	equal := u.equals(target)
	v := isTrue.conditioned(cond{{s.code, equal.yes}})
	return append(v, isFalse.conditioned(cond{{s.code, equal.no.union(u.absent())}})...)
}

// below returns the location that stands for what is searched for in an error.
func below(err *location, how string, t types.Type) *location {
	return &location{root: err.root, path: err.path + how, typ: t, parent: err}
}

// cutSearch parts the path of what a function searches for: the path to the error, from a parameter, and what is searched
// for in it; "" if it is no such path.
func cutSearch(path string) (err, how string) {
	i := strings.IndexAny(path, "([")
	if i < 0 || path[i] == '[' || strings.HasPrefix(path[i:], "()") {
		return path, ""
	}
	return path[:i], path[i:]
}

// isSearch reports whether a path is one of what a function searches for.
func isSearch(path string) bool {
	_, how := cutSearch(path)
	return how != ""
}

// lookOf returns where a search looks, by the path of what it searches for.
func lookOf(how string) look {
	if strings.Contains(how, " "+inItself) {
		return itself
	}
	return inChain
}

// isAboutObject reports whether a path is that of a sentinel.
func isAboutObject(path string) bool {
	_, how := cutSearch(path)
	return strings.HasPrefix(how, sentinelIn) || strings.HasPrefix(how, identicalTo)
}

// isSearched reports whether a symbol stands for something that is searched for. No variable holds
// it, so that it may be mentioned nowhere until the function returns.
func (s *symbol) isSearched() bool { return s.site == nil && s.loc != nil && isSearch(s.loc.path) }

// apart reports whether two conditions are about an error that is found, and about one that is not:
// what the code of the one is says nothing where there is none.
func apart(c, d cond) bool {
	if len(c) < 2 && len(d) < 2 {
		return false
	}
	answer := c.hasAnswer() || d.hasAnswer()
	for _, x := range c {
		if x.sym.universe != choice && !answer || !x.sym.isSearched() {
			continue
		}
		if s, ok := d.on(x.sym); ok && x.set.intersect(s).empty() {
			return true
		}
	}
	return false
}
