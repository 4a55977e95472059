package retries

import (
	"fmt"
	"strings"
)

// cases writes a switch whose cases leave or go back.
func (g *gen) cases(in guardIn) string {
	v, r := in.v, in.r
	var b strings.Builder
	tag := v.expr
	if g.chance(20) {
		tag = fmt.Sprintf("status := %s; status", v.expr)
	}
	fmt.Fprintf(&b, "switch %s {\ncase %s:\n%s", tag, g.fixed(v.carrier, g.success()), r.leave("nil"))
	allow := g.chance(55)
	goes := "log.Print(\"busy\")\n"
	if r.again != "" && (!r.ends || g.chance(60)) {
		goes = r.goBack(g)
	} else if r.ends && g.chance(50) {
		goes = r.wait()
	}
	if allow {
		fmt.Fprintf(&b, "case %s:\n%sdefault:\n%s}\n", g.list(v.carrier, g.passing()), goes, r.leave(g.failure(v)))
		return b.String() + r.tail(g)
	}
	lasting := g.lasting()
	half := len(lasting)
	if half > 1 && g.chance(40) {
		half = 1 + g.IntN(half-1)
	}
	fmt.Fprintf(&b, "case %s:\n%s", g.list(v.carrier, lasting[:half]), r.leave(g.failure(v)))
	if half < len(lasting) {
		fmt.Fprintf(&b, "case %s:\n%s", g.list(v.carrier, lasting[half:]), r.leave(g.failure(v)))
	}
	if g.chance(30) {
		fmt.Fprintf(&b, "default:\n%s", goes)
	}
	b.WriteString("}\n")
	return b.String() + r.tail(g)
}

// settleError writes what is done about an error that tells about a code.
func (g *gen) settleError(r *round, err string, mayBeNil bool) string {
	t := g.fetch.told
	again := r.again
	style := g.IntN(6)
	in := errorTestIn{err, t, true, true}
	before, cond, ok := "", "", false
	allow := style < 3 && (again != "" || r.ends)
	in.want = allow
	if style > 0 {
		before, cond, ok = g.errorTest(in, errorTests)
	}
	switch {
	case !ok && mayBeNil: // only nil ends it
		g.uses("any error", "")
		if r.again != "" && g.chance(50) {
			return fmt.Sprintf("if err != nil {\n%s}\n%s", r.goBack(g), r.leave("nil"))
		}
		return fmt.Sprintf("if err == nil {\n%s}\n%s", r.leave("nil"), r.tail(g))
	case !ok:
		g.uses("any error", "")
		return r.tail(g)
	case allow && r.again != "":
		g.uses("go back for an error", "")
		return fmt.Sprintf("%sif %s {\n%s}\n%s", before, cond, r.goBack(g), r.leave(err))
	case allow:
		g.uses("if and else for an error", "")
		return fmt.Sprintf("%sif %s {\n%s} else {\n%s}\n", before, cond, r.wait(), r.leave(err))
	case mayBeNil:
		g.uses("leave for an error", "")
		return fmt.Sprintf("%sif err == nil || %s {\n%s}\n%s", before, cond, r.leave(err), r.tail(g))
	default:
		g.uses("leave for an error", "")
		return fmt.Sprintf("%sif %s {\n%s}\n%s", before, cond, r.leave(err), r.tail(g))
	}
}
