package binding

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// propagate gives every node the seeds whose values it can hold, and gives the
// seeds what the nodes they reach have learnt.
func (g *graph) propagate() {
	var work []*node
	reach := func(n, origin *node) {
		if n.origins == nil {
			n.origins = make(map[*node]bool)
		}
		if !n.origins[origin] {
			n.origins[origin] = true
			work = append(work, n)
		}
	}
	for _, n := range g.nodes {
		if n.seed != nil || n == g.status {
			reach(n, n)
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		for _, next := range n.out {
			for origin := range n.origins {
				reach(next, origin)
			}
		}
	}
	g.spoilMixed()
	g.spreadOpacity()
	g.exchange()
	for _, n := range g.nodes {
		for origin := range n.origins {
			if s := origin.seed; s != nil {
				s.learn(n)
			}
		}
		if n.seed != nil && n.origins[g.status] {
			n.seed.against = "an HTTP status is stored in it"
		}
	}
}

// learn takes over what is known about a node that holds the seed's values.
func (s *seed) learn(n *node) {
	for ; s != nil; s = s.parent {
		s.uses = append(s.uses, n.uses...)
		if n.against != "" {
			s.against = n.against
		}
	}
}

// spoilMixed makes a node opaque that holds numbers of any kind: codes beside
// literals, and no name that speaks of codes.
func (g *graph) spoilMixed() {
	for _, n := range g.nodes {
		if n.seed != nil || n.typed || len(n.origins) == 0 {
			continue
		}
		if v, ok := n.obj.(*types.Var); ok && v.IsField() && g.fromDecoder[v] {
			n.opaque = true // a decoder fills it too, under another key
		}
		if n.speaksOfCodes() {
			continue
		}
		for src := range sourcesUntil(n, func(src *node) bool { return src.seed != nil }) {
			if src.literal && src.seed == nil {
				n.opaque = true
				break
			}
		}
	}
}

// speaksOfCodes reports whether a place's name says that it is for codes.
func (n *node) speaksOfCodes() bool {
	return n.obj != nil && speaksOfCodes(n.obj.Name())
}

func speaksOfCodes(name string) bool {
	name = strings.ToLower(name)
	return !strings.Contains(name, "exit") &&
		(strings.Contains(name, "code") || strings.Contains(name, "reason") || strings.HasPrefix(name, "rc") || strings.HasSuffix(name, "rc"))
}

// spreadOpacity makes a node opaque when something that is no code reaches it.
// A seed stands for itself, whatever else is stored in it.
func (g *graph) spreadOpacity() {
	var work []*node
	for _, n := range g.nodes {
		if !n.opaque && n.seed == nil && len(n.in) == 0 && n.isOpen() {
			n.opaque = true
		}
		if n.opaque || n == g.status {
			work = append(work, n)
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if n.seed != nil {
			continue
		}
		for _, next := range n.out {
			if !next.opaque {
				next.opaque = true
				work = append(work, next)
			}
		}
	}
}

// isOpen reports whether a place that nothing is stored in can be filled by code
// that binding did not see: a parameter by a caller elsewhere. A local variable
// then holds its zero value, and a list of constants is just that.
func (n *node) isOpen() bool {
	v, ok := n.obj.(*types.Var)
	switch {
	case ok && v.IsField() && n.elements:
		return !n.constant
	case ok && v.IsField(), n.obj != nil && !ok:
		return true
	case n.obj == nil || n.part:
		return !n.constant
	}
	return false
}

// decide weighs the evidence of every seed. Named values need keyed or stated
// ones beside them, so they come last.
func (g *graph) decide() {
	grades := make(map[Grade][]*seed)
	for _, n := range g.nodes {
		s := n.seed
		if s == nil {
			continue
		}
		if field, ok := n.obj.(*types.Var); ok && s.parent != nil && g.onlyMarshalled(field) {
			s.against = "this package only writes its struct out"
			s.parent.against = s.against
		}
		if v, ok := s.container.(*types.Var); ok && g.ownRecords[v] && g.stores[v] == 1 && !g.fromDecoder[v] {
			s.against = "the program fills the map itself"
		}
		if g.encodedMaps[s.container] && !g.fromDecoder[s.container] {
			s.against = "this package only writes its map out"
		}
		grades[s.grade] = append(grades[s.grade], s)
	}
	g.evidentKeys = g.keysWithEvidence(grades[Keyed])
	g.holdsCodes = len(g.stated) > 0
	for _, s := range grades[Keyed] {
		g.decideSeed(s)
		g.holdsCodes = g.holdsCodes || s.decided && s.decision.Domain != ""
	}
	for _, s := range grades[Named] {
		g.decideSeed(s)
	}
	g.expect()
	g.collectConstants()
}

// evident reports whether the package shows enough to trust documented
// constants without vendor evidence: they are small numbers.
func (g *graph) evident(s *seed) bool {
	if s.grade == Keyed {
		return g.evidentKeys[s.key]
	}
	return g.holdsCodes || slices.ContainsFunc(usesOf(s), func(u use) bool {
		return g.documented(s.key, u.text) && atLeast(u.text, 11)
	})
}

// keysWithEvidence returns the wire keys for which the package's constants
// speak: 0 or a documented code of 5 or more, somewhere.
func (g *graph) keysWithEvidence(keyed []*seed) map[string]bool {
	evident := make(map[string]bool)
	for _, s := range keyed {
		for _, u := range usesOf(s) {
			if g.documented(s.key, u.text) && (u.text == "0" || atLeast(u.text, 5)) {
				evident[s.key] = true
			}
		}
	}
	return evident
}

func atLeast(text string, bound int64) bool {
	n, ok := domain.Number(text)
	return ok && n >= bound
}

// decideSeed decides one class, or one declaration. A class that no constant is
// compared with inherits what its declaration is.
func (g *graph) decideSeed(s *seed) {
	if s.decided {
		return
	}
	if g.decideByDirective(s) {
		return
	}
	v := g.weigh(s)
	if v.undecided && s.parent != nil && len(usesOf(s)) == 0 {
		if from := g.inherits(s); from != nil {
			s.decided, s.decision = true, from.decision
			return
		}
		if g.vendorFor(s) && s.grade == Keyed {
			v = g.byNameAnd(s, keyAlone)
		}
	}
	if v.undecided {
		return
	}
	s.decided = true
	s.decision = Decision{Grade: s.grade, Module: g.modulePath(), Why: v.why}
	if v.domain != nil {
		s.decision.Domain, s.decision.Def = v.domain.ID, g.view.Definition(v.domain)
	}
}

// inherits returns the decided seed that a class inherits from: that of a type
// inside, else the declaration's.
func (g *graph) inherits(s *seed) *seed {
	from := []*seed{}
	for _, class := range s.inner {
		if n := g.fields[class]; n != nil {
			from = append(from, n.seed)
		}
	}
	for _, s := range append(from, s.parent) {
		if g.decideSeed(s); s.decided {
			return s
		}
	}
	return nil
}

// A verdict is what the evidence of one seed comes to. Without a domain it is
// "not ours", unless it is undecided.
type verdict struct {
	domain    *domain.Domain
	undecided bool
	why       string
}

// weigh applies the design's rules, strongest evidence first.
func (g *graph) weigh(s *seed) verdict {
	if s.against != "" {
		return verdict{why: s.against}
	}
	uses := usesOf(s)
	if d, why, ok := g.statedByUse(s, uses); ok {
		if d == nil && s.key == responseKey && s.saysTemplate() {
			return verdict{domain: g.view.ByID(domain.Template.ID), why: "its name"}
		}
		if d == nil {
			return verdict{undecided: true, why: why}
		}
		return verdict{domain: d, why: why}
	}
	var fits, misfits []string
	foreign := ""
	for _, u := range uses {
		switch {
		case u.foreign:
			foreign = u.obj.Pkg().Name() + "." + u.obj.Name()
		case g.documented(s.key, u.text):
			fits = append(fits, u.text)
		default:
			misfits = append(misfits, u.text)
		}
	}
	if foreign != "" && (!g.vendorFor(s) || len(fits) == 0) {
		return verdict{why: "it is compared with " + foreign}
	}
	if g.vendorFor(s) {
		return g.weighWithVendor(s, fits, misfits)
	}
	switch {
	case len(misfits) > 0:
		return verdict{why: fmt.Sprintf("it is compared with %q, which no table documents", misfits[0])}
	case len(fits) == 0:
		return verdict{undecided: true, why: "no constant is compared with it"}
	case !g.evident(s):
		return verdict{undecided: true, why: "its constants are too small to show a domain"}
	}
	return g.choose(s, fits)
}

const keyAlone = "its key, in a package that uses the API"

// weighWithVendor needs less: the package uses the API, so the key alone tells,
// and one documented constant is enough.
func (g *graph) weighWithVendor(s *seed, fits, misfits []string) verdict {
	switch {
	case len(fits) > 0:
		v := g.choose(s, fits)
		if v.domain == nil { // the constants disagree: only a name can tell
			if s.saysTemplate() {
				return verdict{domain: g.view.ByID(domain.Template.ID), why: "its name"}
			}
			v.undecided = true
		}
		return v
	case len(misfits) > 0:
		return verdict{why: fmt.Sprintf("it is compared with %q, which no table documents", misfits[0])}
	case s.grade == Named:
		return verdict{undecided: true, why: "no constant is compared with it"}
	case s.parent != nil && len(usesOf(s.parent)) > 0 && !s.saysTemplate():
		return verdict{undecided: true, why: "no constant is compared with it here"}
	}
	return g.byNameAnd(s, keyAlone)
}

// choose returns the domain in which all the texts are documented; where
// several have them all, the names decide.
func (g *graph) choose(s *seed, texts []string) verdict {
	var all []*domain.Domain
	for _, d := range g.domainsOf(s.key) {
		if !slices.ContainsFunc(texts, func(t string) bool { return !d.Has(t) }) {
			all = append(all, d)
		}
	}
	switch len(all) {
	case 0:
		// A declaration can serve classes of several domains.
		return verdict{undecided: s.classes > 0, why: fmt.Sprintf("no domain documents all of %s", strings.Join(texts, ", "))}
	case 1:
		return verdict{domain: all[0], why: "its constants"}
	}
	if d := g.declaredFor(all); d != nil {
		return verdict{domain: d, why: "its constants, and its key is declared"}
	}
	if g.isDeclaredKey(s.key) && g.declaredAlone(all) {
		return verdict{undecided: true, why: "several domains have its key and constants"}
	}
	return g.byNameAnd(s, "its constants and name")
}

// byNameAnd returns the domain of a key by the names around it. A type that some
// functions use for templates and others for something else shows none: 0 would
// be Success in one and a lost token in the other.
func (g *graph) byNameAnd(s *seed, why string) verdict {
	switch {
	case g.isDeclaredKey(s.key):
		if d := g.declaredFor(g.domainsOf(s.key)); d != nil {
			return verdict{domain: d, why: why}
		}
		return verdict{undecided: true, why: "several domains have its key"}
	case s.key == reasonKey:
		return verdict{domain: g.view.ByID(domain.Reason.ID), why: why}
	case s.saysTemplate():
		return verdict{domain: g.view.ByID(domain.Template.ID), why: why}
	case slices.ContainsFunc(s.places, saysTemplate):
		return verdict{undecided: true, why: "only some functions say template"}
	}
	return verdict{domain: g.view.ByID(domain.Response.ID), why: why}
}

// saysTemplate reports whether the type's name says "template", or the names of
// all functions in which the values occur.
func (s *seed) saysTemplate() bool {
	names := s.names
	if len(names) == 0 && s.home != "" {
		names = []string{s.home}
	}
	return allSayTemplate(names) || allSayTemplate(s.places)
}

func allSayTemplate(names []string) bool {
	return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !saysTemplate(n) })
}

// usesOf returns the uses that are evidence.
func usesOf(s *seed) []use {
	return slices.DeleteFunc(slices.Clone(s.uses), func(u use) bool { return u.enum })
}

// statedByUse returns the domain that a constant or a conversion of package
// codes decides at once. Constants of two domains decide nothing.
func (g *graph) statedByUse(s *seed, uses []use) (d *domain.Domain, why string, ok bool) {
	for _, u := range uses {
		if u.stated == nil || u.stated.Key != s.key && u.stated.Key != "" {
			continue
		}
		if d != nil && d != u.stated {
			return nil, "it is compared with constants of two domains", true
		}
		d = u.stated
	}
	if d != nil && g.view.Definition(d) != nil {
		return d, "a constant of a declared domain", true
	}
	return d, "a constant of package codes", d != nil
}

// valueOf: see [Result.Of].
func (g *graph) valueOf(e ast.Expr) (Value, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.locate(e, nil)
	if n == nil {
		return Value{}, false
	}
	v, ok := g.values[n]
	if !ok {
		v = g.valueOfNode(n)
		g.values[n] = v
	}
	if v == nil {
		return Value{}, false
	}
	return *v, true
}

// valueOfNode returns what a node is bound to: by its own decision, else by
// that of everything stored in it.
func (g *graph) valueOfNode(n *node) *Value {
	if s := n.seed; s != nil && s.decided {
		return g.value(s.decision)
	}
	if n.opaque {
		return nil
	}
	var best *node
	for origin := range n.origins {
		if origin == n {
			continue // a seed that is undecided by itself
		}
		s := origin.seed
		if s == nil || !s.decided || s.decision.Domain == "" {
			return nil
		}
		if best == nil {
			best = origin
			continue
		}
		b := best.seed
		if b.decision.Domain != s.decision.Domain {
			return nil
		}
		if s.grade < b.grade || s.grade == b.grade && origin.id < best.id {
			best = origin
		}
	}
	if best == nil {
		return nil
	}
	return g.value(best.seed.decision)
}

func (g *graph) value(d Decision) *Value {
	dom := g.view.Learn(d.Domain, d.Def)
	if dom == nil {
		return nil
	}
	return &Value{Domain: dom, Grade: d.Grade, Vendor: g.vendor || d.Def != nil, Why: d.Why}
}
