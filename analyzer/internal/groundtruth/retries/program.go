package retries

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// A Program is a number of functions that send messages.
type Program struct {
	Seed      uint64
	Split     bool // what the functions call is in a package of its own
	Functions []*Function
}

// A Function is one function under test, with the declarations that are its own.
type Function struct {
	ID     int
	Domain *groundtruth.Domain
	Name   string

	toolchain.Source

	Numbers    bool     // codes travel as numbers
	Bools      int      // how many booleans it takes
	Later      bool     // it goes on after it has returned
	Drive      string   // statements that call it, with ctx, c, m and in
	Predicates []string // what says which codes are sent again: functions of a code's text

	Asked bool // a predicate that a helper asks decides: codes of class fix are none of its business

	Parts   []string // the productions that it is made of
	Reasons []string // why codes that are sent again may be missed
}

// Import paths.
const (
	modulePath = "github.com/errcodelint/errcodelint"
	codesPath  = modulePath + "/codes"
	apiPath    = modulePath + "/analyzer/internal/groundtruth/retries/api"
)

// standard lists what programs import from the standard library.
var standard = []string{
	"context", "encoding/json", "errors", "fmt", "log", "math/rand", "slices", "strconv", "strings", "sync", "time",
}

var imports = append(slices.Clone(standard), codesPath, apiPath, toolchain.NotifyPath, toolchain.GatewayPath)

// A Toolchain compiles, runs and analyses programs.
type Toolchain struct{ *toolchain.Toolchain }

// NewToolchain prepares one that works in dir. It must be called inside the
// module.
func NewToolchain(dir string) (*Toolchain, error) {
	t, err := toolchain.New(dir, append(slices.Clone(standard), codesPath, apiPath)...)
	return &Toolchain{t}, err
}

// Packages returns the packages under analysis, imported ones first.
func (p *Program) Packages() []toolchain.Package { return p.packages("") }

// run returns the packages with what only the driver needs.
func (p *Program) run() []toolchain.Package {
	var b strings.Builder
	b.WriteString("\n// Says has what says which codes are sent again.\nvar Says = map[int][]func(string) bool{\n")
	for _, f := range p.Functions {
		if len(f.Predicates) > 0 {
			fmt.Fprintf(&b, "%d: {%s},\n", f.ID, strings.Join(f.Predicates, ", "))
		}
	}
	b.WriteString("}\n")
	return append(p.packages(b.String()), p.driver("notify.Says[%[1]d]"))
}

func (p *Program) packages(more string) []toolchain.Package {
	return toolchain.Write(p.sources(), p.Split, more, imports)
}

// driver returns the main package, which is not analysed. Predicates are where those of a function are found, by its number.
func (p *Program) driver(predicates string) toolchain.Package {
	var b strings.Builder
	b.WriteString("var functions = []api.Function{\n")
	for _, f := range p.Functions {
		fmt.Fprintf(&b, "{ID: %d, Codes: %#v, Busy: %q, Numbers: %v, Bools: %d, Later: %v, Predicates: "+predicates+", Run: func(ctx context.Context, c *api.Client, in []bool) {\n",
			f.ID, driven(f.Domain), busy(f.Domain).Text(), f.Numbers, f.Bools, f.Later)
		fmt.Fprintf(&b, "m := api.Message{From: \"SHOP\", To: \"+4900\", Text: \"on its way\", ID: \"m-1\"}\n%s\n}},\n", f.Drive)
	}
	b.WriteString("}\n\nfunc main() { api.Main(functions) }\n")
	return toolchain.Package{Path: "main", Text: toolchain.File("main", b.String(), imports)}
}

// undocumented codes that every function is driven with.
var undocumented = []string{"20", "42"}

// driven returns the codes that functions are driven with, as they travel.
func driven(d *groundtruth.Domain) []string {
	var all []string
	for _, c := range d.Codes {
		all = append(all, c.Text())
	}
	return append(all, undocumented...)
}

// class returns the codes of a retry class.
func class(d *groundtruth.Domain, retry string) []groundtruth.Code {
	var all []groundtruth.Code
	for _, c := range d.Codes {
		if c.Retry == retry {
			all = append(all, c)
		}
	}
	return all
}

// busy returns a code that passes by itself.
func busy(d *groundtruth.Domain) groundtruth.Code { return class(d, "RetryWithBackoff")[0] }

func (p *Program) sources() iter.Seq[toolchain.Source] {
	return func(yield func(toolchain.Source) bool) {
		for _, f := range p.Functions {
			if !yield(f.Source) {
				return
			}
		}
	}
}
