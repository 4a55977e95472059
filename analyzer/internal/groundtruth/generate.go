package groundtruth

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Generate writes a program of n functions. The same arguments give the same
// program.
func Generate(seed uint64, n int, split bool) *Program {
	p := &Program{Seed: seed, Split: split}
	for i := range n {
		g := newGen(p, rand.New(rand.NewPCG(seed, uint64(i))), i)
		p.Functions = append(p.Functions, g.function())
	}
	return p
}

// A gen writes one function.
type gen struct {
	*rand.Rand
	p *Program
	f *Function
	d *Domain

	exact     bool // use no production that has a reason
	prelude   []string
	params    []string
	result    string // the function's result: "", error, string
	scopes    []*scope
	nested    []construct // what surrounds the statement, innermost last
	depth     int
	budget    int // statements that may still be written
	names     map[string]int
	send      string  // the parameter that fetches the next reply
	codeError string  // the type of errors that hold a code
	helpers   int     // names given to declarations
	replies   []reply // variables of a reply type, in scope in the whole function
}

// A scope is a block: what it declares.
type scope struct {
	values  []value
	bools   []string
	pending []local // variables of the next statement, which must be used
}

// A local is a declared variable that Go wants to see used.
type local struct {
	name string
	use  string // a statement that uses it, if nothing else does
}

// A construct is something that break or continue can leave.
type construct struct {
	loop  bool
	label string
}

func newGen(p *Program, r *rand.Rand, id int) *gen {
	d := domains[[]int{0, 0, 0, 0, 1, 1, 2}[r.IntN(7)]]
	f := &Function{ID: id, Domain: d, First: p.Probes, Productions: make(map[string]int)}
	return &gen{
		Rand: r, p: p, f: f, d: d, names: make(map[string]int),
		exact:  r.IntN(100) < 55,
		budget: 4 + r.IntN(22),
		scopes: []*scope{{}},
	}
}

var verbs = []string{"Deliver", "Settle", "Report", "Handle", "Record", "Notify", "Dispatch", "Finish", "Review"}

func (g *gen) function() *Function {
	f := g.f
	if g.d.Name == "template" {
		f.Name = fmt.Sprintf("%sTemplate%d", pick(g, verbs), f.ID)
	} else {
		f.Name = fmt.Sprintf("%s%d", pick(g, verbs), f.ID)
	}
	g.result = pick(g, []string{"", "", "", "error", "string"})
	g.enter()
	body := strings.Join(g.prelude, "")
	body += g.block(3+g.IntN(4), false)
	if g.result != "" {
		body += g.leave()
	}
	result := g.result
	if result != "" {
		result = " " + result
	}
	f.Text = fmt.Sprintf("\nfunc %s(%s)%s {\n%s}\n", f.Name, strings.Join(g.params, ", "), result, body)
	f.Drive += fmt.Sprintf("notify.%s(%s)", f.Name, f.args())
	f.End = g.p.Probes
	return f
}

// because allows a production that can make the function inexact, unless it is
// to be exact.
func (g *gen) because(reason string) bool {
	if g.exact {
		return false
	}
	if !slices.Contains(g.f.Reasons, reason) {
		g.f.Reasons = append(g.f.Reasons, reason)
	}
	return true
}

// A production is one way to write something.
type production[T any] struct {
	name   string
	weight int
	reason string // why a function with it need not be exact
	emit   func(g *gen, in T) (string, bool)
}

// choose writes one of the productions, of those that can be used here.
func choose[T any](g *gen, from []production[T], in T) string {
	left := slices.DeleteFunc(slices.Clone(from), func(p production[T]) bool { return g.exact && p.reason != "" })
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
		if text, ok := p.emit(g, in); ok {
			g.f.Productions[p.name]++
			if p.reason != "" {
				g.because(p.reason)
			}
			return text
		}
		left = slices.Delete(left, i, i+1)
	}
	panic("no production can be used")
}

// tables are all productions.
var tables struct {
	entries         []production[struct{}]
	tests           []production[value]
	predicateBodies []production[predicateIn]
	statements      []production[struct{}]
}

func init() {
	tables.entries = entries()
	tables.tests = tests()
	tables.predicateBodies = predicateBodies()
	tables.statements = slices.Concat(basicStatements(), switchStatements(), loopStatements(),
		stores(), closures(), pointers(), errorStatements(), lookups(), parameters(), iterations(), concurrency(), comesBack(), crossings(), sharing())
}

func pick[T any](g *gen, from []T) T { return from[g.IntN(len(from))] }

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

// declare adds a declaration that can be in another package, made of a format in
// which %[1]s is its name, and returns how it is called from the function. Its
// methods and fields have names of their own.
func (g *gen) declare(name, format string, args ...any) (use, plain string) {
	g.helpers++
	plain = fmt.Sprintf("%s%d", name, g.f.ID)
	if g.helpers > 1 {
		plain = fmt.Sprintf("%s%c%d", name, 'A'+(g.helpers-2)%26, g.f.ID)
		if g.helpers > 27 {
			plain = fmt.Sprintf("%s%c%d%c%d", name, 'A'+(g.helpers-2)%26, g.helpers, 'x', g.f.ID)
		}
	}
	use = plain
	if g.p.Split {
		plain = strings.ToUpper(plain[:1]) + plain[1:]
		use = "gateway." + plain
	}
	g.f.Helpers += "\n" + fmt.Sprintf(format, append([]any{plain}, args...)...) + "\n"
	return use, plain
}

// hidden adds a declaration that only other helpers use.
func (g *gen) hidden(name, format string, args ...any) string {
	g.helpers++
	name = fmt.Sprintf("%s%d%c%d", name, g.f.ID, 'y', g.helpers)
	g.f.Helpers += "\n" + fmt.Sprintf(format, append([]any{name}, args...)...) + "\n"
	return name
}

// own adds a declaration that stands beside the function, and returns its name.
func (g *gen) own(name, format string, args ...any) string {
	g.helpers++
	name = fmt.Sprintf("%s%d%c%d", name, g.f.ID, 'x', g.helpers)
	g.f.Own += "\n" + fmt.Sprintf(format, append([]any{name}, args...)...) + "\n"
	return name
}

// seen writes a probe.
func (g *gen) seen(v value) string {
	g.p.Probes++
	return fmt.Sprintf("seen(%d, %s)\n", g.p.Probes-1, v.expr)
}
