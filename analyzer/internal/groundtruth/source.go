package groundtruth

import (
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// The import paths of a program's packages, and of what is linked into it.
const (
	modulePath  = "github.com/errcodelint/errcodelint"
	codesPath   = modulePath + "/codes"
	recordPath  = modulePath + "/analyzer/internal/groundtruth/record"
	notifyPath  = "example.test/notify"  // the functions
	gatewayPath = "example.test/gateway" // their helpers, if the program is split
)

// standard lists what programs import from the standard library.
var standard = []string{
	"cmp", "context", "encoding/gob", "encoding/json", "encoding/xml", "errors", "fmt", "io", "io/fs", "iter", "log", "log/slog", "maps", "net/url", "os", "reflect",
	"slices", "strconv", "strings", "sync", "sync/atomic",
}

// imports are all that programs can import.
var imports = append(slices.Clone(standard), codesPath, recordPath, notifyPath, gatewayPath)

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
	var helpers, own strings.Builder
	for _, f := range p.Functions {
		to := &own
		if p.Split {
			to = &helpers
		}
		to.WriteString(f.Helpers)
		own.WriteString(f.Own)
		own.WriteString(f.Text)
	}
	own.WriteString(probeText)
	var all []toolchain.Package
	if p.Split {
		all = append(all, toolchain.Package{Path: gatewayPath, Text: toolchain.File("gateway", helpers.String(), imports)})
	}
	return append(all, toolchain.Package{Path: notifyPath, Text: toolchain.File("notify", own.String(), imports)})
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

// Source returns the function and its declarations, formatted.
func (f *Function) Source() string {
	text, err := format.Source([]byte(f.Helpers + f.Own + f.Text))
	if err != nil {
		return f.Helpers + f.Own + f.Text
	}
	return string(text)
}
