package binding

import (
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/httpstatus"
)

// holdsOwnNumbers reports whether the program stores codes of its own in a place beside those of the API, as one
// does that hands these on to its own callers: fail(w, 40001, "no recipient"). One that the API might have is
// rather a mistake: there have to be two, or one that is an HTTP status, or longer than any code. Or the literals just
// count: fail(1, "no recipient"), fail(2, "no text"), fail(3, "too long").
func (g *graph) holdsOwnNumbers(n *node) bool {
	if n.elements || n.keyed || n.lookup {
		return false
	}
	var domains []*domain.Domain // nil until asked for
	longest := 0
	own := make(map[string]bool)
	var literals []int64
	for src := range sourcesUntil(n, func(src *node) bool { return src.seed != nil }) {
		if src.seed != nil || src.elements || src.keyed || src.lookup {
			continue
		}
		for _, u := range src.stored {
			number, ok := domain.Number(u.text)
			if !ok || number <= 0 || u.foreign {
				continue
			}
			if u.obj == nil {
				literals = append(literals, number)
			}
			if domains == nil {
				if domains, longest = g.domainsIn(n); longest == 0 {
					return false
				}
			}
			if hasAny(domains, u.text) {
				continue
			}
			own[u.text] = true
			if len(own) > 1 || len(u.text) > longest || httpstatus.Text(int(number)) != "" {
				return true
			}
		}
	}
	return slices.Contains(literals, 3) && fromStart(literals) // two numbers would prove little
}

// hasOwnCodes reports whether a variable is of a type of the module's that has constants which a domain has not: what it is
// compared with does not make it a code of that.
func (g *graph) hasOwnCodes(n *node, d *domain.Domain) bool {
	v, ok := n.obj.(*types.Var)
	if !ok {
		return false
	}
	named, ok := types.Unalias(v.Type()).(*types.Named)
	return ok && g.inModule(named.Obj().Pkg()) && slices.ContainsFunc(g.constantsOf(named), func(text string) bool { return text != "" && !d.Has(text) })
}

// holdsOthers reports whether constants are stored in a place that a domain does not have.
func (n *node) holdsOthers(d *domain.Domain) bool {
	for src := range sources(n) {
		if slices.ContainsFunc(src.stored, func(u use) bool { return !d.Has(u.text) }) {
			return true
		}
	}
	return false
}

// domainsIn returns the domains that the values in a place may be of, and how long the longest code is; 0 if one
// is declared, whose codes may look like anything.
func (g *graph) domainsIn(n *node) (all []*domain.Domain, longest int) {
	for origin := range n.origins {
		s := origin.seed
		switch {
		case s == nil:
		case s.decided:
			if d := g.view.ByID(s.decision.Domain); d != nil {
				all = append(all, d)
			}
		default:
			all = append(all, g.domainsOf(s.key)...)
		}
	}
	for _, d := range all {
		if g.view.Definition(d) != nil {
			return all, 0
		}
		for _, m := range d.Members() {
			longest = max(longest, len(m.Text))
		}
	}
	return all, longest
}

func hasAny(domains []*domain.Domain, text string) bool {
	for _, d := range domains {
		if d.Has(text) {
			return true
		}
	}
	return false
}
