package binding

import (
	"go/types"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

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
	if s.isDoubtful() {
		return slices.ContainsFunc(usesOf(s), func(u use) bool { return g.shows(s.key, u) })
	}
	if s.grade == Keyed {
		return g.evidentKeys[s.key]
	}
	return g.holdsCodes || !g.countsAlong(s) && g.isTelling(s)
}

// isTelling reports whether a value is compared with a documented code that few other tables have: exit codes, RCODEs and the like
// are smaller.
func (g *graph) isTelling(s *seed) bool {
	return slices.ContainsFunc(usesOf(s), func(u use) bool { return g.documented(s.key, u.text) && atLeast(u.text, 11) })
}

// countsAlong reports whether the constants compared with a value are just 0..n or 1..n, and end where
// the table goes on: the program numbers things of its own, however many it has.
func (g *graph) countsAlong(s *seed) bool {
	var texts []string
	for _, u := range usesOf(s) {
		texts = append(texts, u.text)
	}
	numbers := numbersOf(texts)
	return fromStart(numbers) && g.documented(s.key, strconv.FormatInt(slices.Max(numbers)+1, 10))
}

// keysWithEvidence returns the wire keys for which the package's constants
// speak: 0 or a documented code of 5 or more, somewhere.
func (g *graph) keysWithEvidence(keyed []*seed) map[string]bool {
	evident := make(map[string]bool)
	for _, s := range keyed {
		uses := usesOf(s)
		statuses := slices.ContainsFunc(s.uses, func(u use) bool { return u.status })
		if s.against != "" || statuses || hexAlone(uses) != "" || g.headerConstant(uses) != "" || g.anotherHost(s) != "" || slices.ContainsFunc(uses, func(u use) bool { return u.foreign || !g.documented(s.key, u.text) }) {
			continue // its values are something else
		}
		for _, u := range uses {
			evident[s.key] = evident[s.key] || g.shows(s.key, u)
		}
	}
	return evident
}

// shows reports whether a constant is not so small that everything has it.
func (g *graph) shows(key string, u use) bool {
	return g.documented(key, u.text) && (u.text == "0" || atLeast(u.text, 5))
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
	if s.imported != nil && !g.decidesOtherwise(s, v) {
		s.decided, s.decision = true, *s.imported
		return
	}
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
	s.decision = Decision{Grade: s.grade, Module: g.modulePath(), Vendor: g.vendorFor(s), Why: v.why}
	if v.domain != nil {
		s.decision.Domain, s.decision.Def = v.domain.ID, g.view.Definition(v.domain)
	}
}

// decidesOtherwise reports whether this package's constants show a domain for a class, whatever another
// package decided of a type inside: an embedded base has codes of one domain there, and here, as part
// of another reply, of another.
func (g *graph) decidesOtherwise(s *seed, v verdict) bool {
	return v.domain != nil && len(usesOf(s)) > 0 && v.domain.ID != s.imported.Domain
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
