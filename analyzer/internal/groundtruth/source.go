package groundtruth

import (
	"fmt"
	"go/format"
	"path"
	"slices"
	"strings"
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
	"context", "encoding/json", "errors", "fmt", "maps", "net/url", "slices", "strconv", "strings", "sync",
}

// A Package is one package of a program.
type Package struct {
	Path string
	Text string
}

// Packages returns the packages under analysis, imported ones first.
func (p *Program) Packages() []Package {
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
	var all []Package
	if p.Split {
		all = append(all, Package{gatewayPath, file("gateway", helpers.String())})
	}
	return append(all, Package{notifyPath, file("notify", own.String())})
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
	fmt.Fprintf(&b, "}, %#v, %d, functions)\n}\n", undocumented, p.Probes)
	return file("main", b.String())
}

// file adds the package clause and the imports that the declarations need.
func file(name, declarations string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", name)
	for _, imp := range append(slices.Clone(standard), codesPath, recordPath, notifyPath, gatewayPath) {
		if base := path.Base(imp); base != name && uses(declarations, base) {
			fmt.Fprintf(&b, "%q\n", imp)
		}
	}
	b.WriteString(")\n")
	b.WriteString(declarations)
	text, err := format.Source([]byte(b.String()))
	if err != nil {
		return b.String() // the type checker will say it better
	}
	return string(text)
}

// uses reports whether a package is mentioned in the text.
func uses(text, base string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], base+".")
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || !isWord(text[i-1]) && text[i-1] != '.' {
			return true
		}
		from = i + 1
	}
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// mentions reports whether an identifier occurs in the text, and how often.
func mentions(text, name string) int {
	n := 0
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return n
		}
		i += from
		end := i + len(name)
		if (i == 0 || !isWord(text[i-1]) && text[i-1] != '.') && (end == len(text) || !isWord(text[end])) {
			n++
		}
		from = end
	}
}

// Source returns the function and its declarations, formatted.
func (f *Function) Source() string {
	text, err := format.Source([]byte(f.Helpers + f.Own + f.Text))
	if err != nil {
		return f.Helpers + f.Own + f.Text
	}
	return string(text)
}
