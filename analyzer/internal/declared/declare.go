package declared

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

// readDirectives makes the package's own domains, and then reads what refers to
// domains.
func (v *View) readDirectives(directives *directive.Result) {
	if len(directives.All) == 0 {
		return
	}
	r := newReader(v, directives)
	for _, verb := range []struct {
		verb directive.Verb
		read func(*directive.Directive)
	}{{directive.Declare, r.declare}, {directive.Extend, r.extend}, {directive.Retry, r.checkRetry}, {directive.Domain, r.bind}} {
		for _, d := range directives.All {
			if d.Verb == verb.verb && !d.Test {
				verb.read(d)
			}
		}
	}
}

func (r *reader) problem(d *directive.Directive, category, format string, args ...any) {
	r.Problems = append(r.Problems, directive.Problem{Comment: d.Comment, Category: category, Message: fmt.Sprintf(format, args...)})
}

// resolve returns the domain that a directive names.
func (r *reader) resolve(d *directive.Directive) (*domain.Domain, bool) {
	ids := r.names[d.Domain]
	own := r.path + "." + d.Domain
	switch {
	case slices.Contains(ids, own):
		return r.ByID(own), true
	case len(ids) == 1:
		return r.ByID(ids[0]), true
	case len(ids) > 1:
		r.problem(d, directive.Contradictory, "there are several domains %s: %s; name a type of the one that is meant", d.Domain, strings.Join(ids, ", "))
		return nil, false
	}
	var names []string
	for name := range r.names {
		names = append(names, name)
	}
	slices.Sort(names)
	hint := "known here are " + strings.Join(names, ", ")
	if near := nearest.To(d.Domain, append(names, directive.None)); near != "" {
		hint = "did you mean " + near + "?"
	}
	r.problem(d, directive.Unknown, "there is no domain %s; %s (a domain of another package is known where that package is imported)", d.Domain, hint)
	return nil, false
}

// declare makes a domain of what a directive stands on.
func (r *reader) declare(d *directive.Directive) {
	def := domain.Definition{ID: r.path + "." + d.Domain, Name: d.Domain, Key: d.Key}
	if domain.ByName(d.Domain) != nil {
		r.problem(d, directive.Contradictory, "%s is a built-in domain; add codes to it by //errcodelint:extend %s, or take another name", d.Domain, d.Domain)
		return
	}
	if _, ok := r.definitions[def.ID]; ok {
		r.problem(d, directive.Contradictory, "%s is declared in this package already; add codes to it by //errcodelint:extend %s", d.Domain, d.Domain)
		return
	}
	members, typ, ok := r.membersOf(d)
	if !ok {
		return
	}
	if typ != nil {
		if other := r.OfType(typ.Type()); other != nil {
			r.problem(d, directive.Contradictory, "the type %s belongs to the domain %s already", typ.Name(), other.Name)
			return
		}
		def.Type, def.Path = typ.Name(), plainPath(typ.Pkg())
	}
	def.Members = members
	r.success(d, &def)
	r.settleClasses(d, def.Members)
	r.learn(def)
	r.reach(def)
	r.own.Domains = append(r.own.Domains, def)
	if typ != nil {
		delete(r.types, typ)
		if typ.Pkg() == r.pass.Pkg {
			r.ownTypes[typ] = def
		}
	}
}

// success gives the codes that a directive lists the class success.
func (r *reader) success(d *directive.Directive, def *domain.Definition) {
	for _, word := range d.Success {
		text := word
		if value := constant.MakeFromLiteral(strings.TrimPrefix(word, "-"), token.INT, 0); value.Kind() == constant.Int && strings.HasPrefix(word, "0x") {
			text, _ = domain.Text(value)
		}
		found := false
		for i := range def.Members {
			m := &def.Members[i]
			if m.Text != text && m.Const != word {
				continue
			}
			found = true
			if m.Retry != codes.RetryUnknown && !m.IsSuccess() {
				r.problem(d, directive.Contradictory, "%s is a success here, but has the retry class %s", word, directive.ClassWord(m.Retry))
			}
			m.Retry = codes.RetryNotNeeded
		}
		if !found {
			var known []string
			for _, m := range domain.New(*def).Members() {
				known = append(known, m.Text)
			}
			hint := "it has " + strings.Join(known[:min(len(known), 5)], ", ")
			if len(known) > 5 {
				hint += ", …"
			}
			r.problem(d, directive.Unknown, "success=%s: the domain %s has no code %s; %s", word, def.Name, word, hint)
		}
	}
}

// settleClasses reports a code that has one class by one name and another class
// by another.
func (r *reader) settleClasses(d *directive.Directive, members []domain.Member) {
	first := make(map[string]domain.Member)
	for _, m := range members {
		if m.Retry == codes.RetryUnknown {
			continue
		}
		if other, ok := first[m.Text]; ok && other.Retry != m.Retry {
			r.problem(d, directive.Contradictory, "%s and %s are one code, %s, but one has the retry class %s and the other %s",
				other.Name, m.Name, m.Text, directive.ClassWord(other.Retry), directive.ClassWord(m.Retry))
		}
		first[m.Text] = m
	}
}

// extend adds a block's constants to a domain.
func (r *reader) extend(d *directive.Directive) {
	to, ok := r.resolve(d)
	if !ok {
		return
	}
	block := d.Node.(*ast.GenDecl)
	if !r.topLevel[block] {
		r.problem(d, directive.Misplaced, "a domain is extended by constants of the package, not of a function")
		return
	}
	var members []domain.Member
	for _, c := range r.blocks[block] {
		if c.blank && r.classOf[c.obj] == nil {
			continue
		}
		if other := r.OfType(types.Unalias(c.obj.Type())); other != nil && other.ID != to.ID {
			r.problem(d, directive.Contradictory, "the constant %s has the type of another domain, %s", c.obj.Name(), other.Name)
			return
		}
		if m, ok := r.member(c); ok {
			members = append(members, m)
		}
	}
	if len(members) == 0 {
		r.problem(d, directive.Misplaced, "this block has no constant that is a code: an integer, or a text that is not empty")
		return
	}
	r.settleClasses(d, append(slices.Clone(r.definitionOf(to).Members), members...))
	base := r.definitions[to.ID]
	delete(r.domains, to.ID)
	r.View.extend(to.ID, members)
	r.own.Extensions = append(r.own.Extensions, Extension{Domain: base, Members: members})
}

func (r *reader) definitionOf(d *domain.Domain) domain.Definition { return d.Definition() }

// checkRetry reports a class for a constant that is no code.
func (r *reader) checkRetry(d *directive.Directive) {
	if r.usedClass[d] || r.clash[d] {
		return
	}
	name := "this"
	if spec, ok := d.Node.(*ast.ValueSpec); ok {
		name = spec.Names[0].Name
	}
	r.problem(d, directive.Misplaced, "%s is no code of a domain that this package declares or extends, so it has no retry class; declare the domain, on its type or const block", name)
}
