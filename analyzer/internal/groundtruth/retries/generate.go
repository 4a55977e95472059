package retries

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

// Generate writes a program of n functions. The same arguments give the same
// program.
func Generate(seed uint64, n int, split bool) *Program {
	p := &Program{Seed: seed, Split: split}
	for i := range n {
		g := &gen{Rand: rand.New(rand.NewPCG(seed, uint64(i))), p: p, names: make(map[string]int)}
		g.d = groundtruth.Domains()[[]int{0, 0, 0, 1}[g.IntN(4)]]
		g.f = &Function{ID: i, Domain: g.d}
		g.function()
		p.Functions = append(p.Functions, g.f)
	}
	return p
}

// A gen writes one function.
type gen struct {
	*rand.Rand
	p *Program
	f *Function
	d *groundtruth.Domain

	carrier carrier
	names   map[string]int
	helpers int // names given to declarations
	fetch   fetch
	request string // what is sent: an expression
	params  []string
	args    []string
	result  string // "error", "bool" or ""
	before  string // statements before the loop
}

// A production is one way to write something.
type production[T any] struct {
	name   string
	weight int
	reason string // why codes may be missed in a function with it
	emit   func(g *gen, in T) (string, bool)
}

// choose writes one of the productions, of those that can be used here.
func choose[T any](g *gen, from []production[T], in T) string {
	left := slices.Clone(from)
	for len(left) > 0 {
		total := 0
		for _, p := range left {
			total += p.weight
		}
		n := g.IntN(total)
		i := 0
		for n >= left[i].weight {
			n -= left[i].weight
			i++
		}
		p := left[i]
		was := *g
		f := *g.f
		if text, ok := p.emit(g, in); ok {
			g.uses(p.name, p.reason)
			return text
		}
		*g.f = f
		*g = was
		left = slices.Delete(left, i, i+1)
	}
	panic("no production can be used")
}

// uses notes that the function is made of something.
func (g *gen) uses(name, reason string) {
	if !slices.Contains(g.f.Parts, name) {
		g.f.Parts = append(g.f.Parts, name)
	}
	if reason != "" && !slices.Contains(g.f.Reasons, reason) {
		g.f.Reasons = append(g.f.Reasons, reason)
	}
}

func pick[T any](g *gen, from ...T) T { return from[g.IntN(len(from))] }

// chance is true in percent of 100 cases.
func (g *gen) chance(percent int) bool { return g.IntN(100) < percent }

// fresh returns a name that is not yet used in the function.
func (g *gen) fresh(name string) string {
	g.names[name]++
	if n := g.names[name]; n > 1 {
		return fmt.Sprintf("%s%d", name, n)
	}
	return name
}

// unique returns a name that no other declaration has. Its words stay what they
// are.
func (g *gen) unique(name string) string {
	g.helpers++
	if g.helpers == 1 {
		return fmt.Sprintf("%s_%d", name, g.f.ID)
	}
	return fmt.Sprintf("%s_%d_%d", name, g.f.ID, g.helpers)
}

// declare adds a declaration that can be in another package, made of a format in
// which %[1]s is its name. It returns how the function, and how other such
// declarations call it.
func (g *gen) declare(name, format string, args ...any) (use, plain string) {
	plain = g.unique(name)
	use = plain
	if g.p.Split {
		plain = strings.ToUpper(plain[:1]) + plain[1:]
		use = "gateway." + plain
	}
	g.f.Helpers += "\n" + fmt.Sprintf(format, append([]any{plain}, args...)...) + "\n"
	return use, plain
}

// own adds a declaration that stands beside the function, and returns its name.
func (g *gen) own(name, format string, args ...any) string {
	name = g.unique(name)
	g.f.Own += "\n" + fmt.Sprintf(format, append([]any{name}, args...)...) + "\n"
	return name
}

// boolean adds a parameter that is no code.
func (g *gen) boolean() string {
	name := g.fresh(pick(g, "urgent", "billed", "patient"))
	g.params = append(g.params, name+" bool")
	g.args = append(g.args, fmt.Sprintf("in[%d]", g.f.Bools))
	g.f.Bools++
	return name
}

var verbs = []string{"Deliver", "Notify", "Submit", "Dispatch", "Announce", "Remind"}

func (g *gen) function() {
	f := g.f
	f.Name = "" // set by what writes it
	g.carrier = pick(g, typed, typed, typed, number, text)
	f.Numbers = g.carrier == number || g.carrier == typed && g.chance(50)
	g.request = "m"
	g.result = pick(g, "error", "error", "error", "error", "bool", "")
	f.Name = g.unique(pick(g, verbs...))
	f.Name = strings.ToUpper(f.Name[:1]) + f.Name[1:]
	choose(g, forms, struct{}{})
	if f.Drive == "" {
		f.Drive = fmt.Sprintf("notify.%s(%s)", f.Name, strings.Join(append([]string{"ctx", "c", "m"}, g.args...), ", "))
	}
}

// write sets the function's text: its body follows what was put before the loop.
func (g *gen) write(body string) {
	g.f.Text = fmt.Sprintf("\nfunc %s(%s) %s {\n%s%s}\n",
		g.f.Name, strings.Join(append([]string{"ctx context.Context, c *api.Client, m api.Message"}, g.params...), ", "), g.result, g.before, body)
}

// forms are all ways to write a function. They are filled in by init, since they
// refer to each other.
var forms []production[struct{}]

func init() {
	forms = slices.Concat(loopForms(), jumpForms(), conditionForms(), helperForms(), otherForms())
}

// Unused returns the productions that no function of some programs is made of.
func Unused(programs ...*Program) []string {
	used := make(map[string]bool)
	for _, p := range programs {
		for _, f := range p.Functions {
			for _, name := range f.Parts {
				used[name] = true
			}
		}
	}
	var missing []string
	for _, names := range [][]string{names(forms), names(fetches), names(failings), names(guards), names(tests), names(errorTests), names(conversions)} {
		for _, name := range names {
			if !used[name] {
				missing = append(missing, name)
			}
		}
	}
	return missing
}

func names[T any](all []production[T]) []string {
	var names []string
	for _, p := range all {
		names = append(names, p.name)
	}
	return names
}
