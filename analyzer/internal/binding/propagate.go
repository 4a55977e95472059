package binding

import (
	"go/types"
	"slices"
	"strings"
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
		n.markNothing()
		for origin := range n.origins {
			if s := origin.seed; s != nil {
				s.learn(n)
			}
		}
		if n.seed != nil {
			n.seed.stored = append(n.seed.stored, n.constants()...)
		}
		if n.seed != nil && n.origins[g.status] {
			n.seed.against = "an HTTP or exit status, or another protocol's code, is stored in it"
		}
	}
}

// constants returns the constants that are stored in a place, also by way of places that hold nothing else:
// code := 200, return 503.
func (n *node) constants() []use {
	var all []use
	for src := range sourcesUntil(n, func(src *node) bool { return src != n && len(src.origins) > 0 }) {
		if src == n || len(src.origins) == 0 {
			all = append(all, src.stored...)
		}
	}
	return all
}

// markNothing marks the negative numbers that are compared with a place in which the program stores such itself:
// return -1, err. They say nothing of the API's codes.
func (n *node) markNothing() {
	for i, u := range n.uses {
		if !strings.HasPrefix(u.text, "-") {
			continue
		}
		for src := range sources(n) {
			n.uses[i].nothing = n.uses[i].nothing || src.negative
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
		if g.holdsOwnNumbers(n) || n.abstract && slices.ContainsFunc(n.in, (*node).isConstant) {
			n.opaque = true
			continue
		}
		if n.speaksOfCodes() || n.documented {
			continue
		}
		for src := range sourcesUntil(n, func(src *node) bool { return src.seed != nil || src.documented }) {
			if src.literal && src.seed == nil {
				n.opaque = true
				break
			}
		}
	}
}

// isConstant reports whether a place holds nothing but constants: the result of a method of a type that has one code of its
// own, beside those of the API that another type's method gives.
func (n *node) isConstant() bool { return n.constant && len(n.origins) == 0 }

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
// then holds its zero value, and a list or result of constants is just that.
func (n *node) isOpen() bool {
	v, ok := n.obj.(*types.Var)
	switch {
	case ok && v.IsField() && n.elements:
		return !n.constant
	case ok && v.IsField():
		return v.Exported() || !n.constant
	case n.obj == nil || !ok || n.part:
		return !n.constant
	}
	return false
}
