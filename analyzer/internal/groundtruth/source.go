package groundtruth

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// The import paths of a program's packages, and of what is linked into it.
const (
	modulePath = "github.com/errcodelint/errcodelint"
	codesPath  = modulePath + "/codes"
	recordPath = modulePath + "/analyzer/internal/groundtruth/record"
)

// standard lists what programs import from the standard library.
var standard = []string{
	"cmp", "context", "encoding/gob", "encoding/json", "encoding/xml", "errors", "fmt", "io", "io/fs", "iter", "log", "log/slog", "maps", "net/url", "os", "reflect",
	"slices", "strconv", "strings", "sync", "sync/atomic",
}

// imports are all that programs can import.
var imports = append(slices.Clone(standard), codesPath, recordPath, toolchain.NotifyPath, toolchain.GatewayPath)

// A Toolchain compiles, runs and analyses programs.
type Toolchain struct{ *toolchain.Toolchain }

// NewToolchain prepares one that works in dir. It must be called inside the
// module.
func NewToolchain(dir string) (*Toolchain, error) {
	t, err := toolchain.New(dir, append(slices.Clone(standard), codesPath, recordPath)...)
	return &Toolchain{t}, err
}

// Packages returns the packages under analysis, imported ones first.
func (p *Program) Packages() []toolchain.Package {
	return toolchain.Write(p.sources(), p.Split, probeText, imports)
}

const probeText = `
// seen records that a code reached the probe k.
func seen(k int, code any) { record.Code(k, code) }

// pause waits before the next attempt.
func pause() { record.Step() }
`

// driver returns the main package, which is not analysed.
func (p *Program) driver() string {
	var b strings.Builder
	b.WriteString("var functions = []record.Function{\n")
	for _, f := range p.Functions {
		fmt.Fprintf(&b, "{%d, %q, %#v, %d, %d, func(in *record.Input) {\n%s\n}},\n",
			f.ID, f.Domain.Name, f.Takes, f.Bools, f.Counts, f.Drive)
	}
	b.WriteString("}\n\nfunc main() {\nrecord.Main(map[string][]string{\n")
	for _, d := range domains {
		fmt.Fprintf(&b, "%q: %#v,\n", d.Name, d.texts())
	}
	fmt.Fprintf(&b, "}, %#v, %d, functions)\n}\n", slices.Concat(undocumented, p.Undocumented), p.Probes)
	return toolchain.File("main", b.String(), imports)
}

func (p *Program) sources() iter.Seq[toolchain.Source] {
	return func(yield func(toolchain.Source) bool) {
		for _, f := range p.Functions {
			if !yield(f.Source) {
				return
			}
		}
	}
}
