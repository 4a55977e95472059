package cli

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/vettool"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

// options is what the command line says.
type options struct {
	chdir       string
	format      string // one of formats, or html
	output      string // the file that html goes to
	fix         bool
	diff        bool
	showHelp    bool
	showVersion bool
	build       []string // "-name=value", for the go command
	checks      []string // "-name=value", for the vet tool
	packages    []string
}

// formats are the values of -format.
var formats = []string{"text", "json", "sarif", "github"}

func (o *options) setFormat(_, value string) error {
	if !slices.Contains(formats, value) {
		return errors.New("want " + strings.Join(formats[:len(formats)-1], ", ") + " or " + formats[len(formats)-1])
	}
	o.format = value
	return nil
}

// buildFlags are the flags that `go vet` shares with `go build`; true: can stand without a value.
var buildFlags = map[string]bool{
	"a": true, "asan": true, "buildvcs": true, "linkshared": true, "modcacherw": true, "msan": true,
	"n": true, "race": true, "trimpath": true, "v": true, "work": true, "x": true,
	"asmflags": false, "buildmode": false, "compiler": false, "gccgoflags": false, "gcflags": false,
	"installsuffix": false, "ldflags": false, "mod": false, "modfile": false, "overlay": false, "p": false,
	"pgo": false, "pkgdir": false, "tags": false, "toolexec": false,
}

// A flagKind says what is to be done with a flag.
type flagKind struct {
	bool bool                                 // can stand without a value
	set  func(name, value string) (err error) // takes the flag's value
}

// parser collects flags. Check flags are kept in a fixed order, whatever order the user wrote
// them in, since go vet caches its results by it; and with the last value each.
type parser struct {
	opts   *options
	flags  map[string]flagKind
	checks map[string]string
}

// parse reads the command line as package flag does: flags end at the first argument that is none.
func parse(suite []*analysis.Analyzer, args []string) (*options, error) {
	p := &parser{opts: new(options), checks: make(map[string]string)}
	p.define(suite)
	rest, err := p.parseFlags(args)
	if err != nil {
		return nil, err
	}
	for _, arg := range rest {
		if strings.HasPrefix(arg, "-") {
			if slices.ContainsFunc(suite, func(a *analysis.Analyzer) bool { return a.Name == rest[0] }) {
				return nil, fmt.Errorf("%s is a check: errcodelint help %s says what it does, errcodelint -%s ./... runs it alone", rest[0], rest[0], rest[0])
			}
			return nil, fmt.Errorf("%s stands behind a package: flags come first", arg)
		}
	}
	o := p.opts
	o.packages = rest
	if len(rest) == 0 {
		o.packages = []string{"."}
	}
	slices.SortStableFunc(o.build, func(a, b string) int { return cmp.Compare(flagName(a), flagName(b)) })
	o.checks = p.checkFlags()
	if o.diff && o.format != formats[0] {
		return nil, fmt.Errorf("-diff and -format=%s exclude each other: -format=json and sarif list the edits too", o.format)
	}
	return o, nil
}

// define fills in the flags that there are.
func (p *parser) define(suite []*analysis.Analyzer) {
	o := p.opts
	o.format = formats[0]
	boolean := func(to *bool) flagKind {
		return flagKind{true, func(_, value string) (err error) { *to, err = strconv.ParseBool(value); return }}
	}
	p.flags = map[string]flagKind{
		"C": {false, func(_, value string) error { o.chdir = value; return nil }},
		"json": {true, func(_, value string) error {
			on, err := strconv.ParseBool(value)
			if on {
				o.format = "json"
			}
			return err
		}},
		"format": {false, o.setFormat},
		"fix":    boolean(&o.fix), "diff": boolean(&o.diff),
		"h": boolean(&o.showHelp), "help": boolean(&o.showHelp), "version": boolean(&o.showVersion),
	}
	for name, isBool := range buildFlags {
		p.flags[name] = flagKind{isBool, func(name, value string) error {
			if on, err := strconv.ParseBool(value); isBool && err == nil {
				value = strconv.FormatBool(on) // -buildvcs=auto is neither
			}
			o.build = append(o.build, "-"+name+"="+value)
			return nil
		}}
	}
	for _, name := range vettool.GlobalFlags {
		if g := vettool.Global(suite, name); g != nil {
			p.flags[name] = p.checkFlag(g)
		}
	}
	for _, a := range suite {
		p.flags[a.Name] = flagKind{true, func(name, value string) error {
			on, err := strconv.ParseBool(value)
			p.checks[name] = strconv.FormatBool(on)
			return err
		}}
		a.Flags.VisitAll(func(f *flag.Flag) { p.flags[a.Name+"."+f.Name] = p.checkFlag(f.Value) })
	}
}

// checkFlag describes a flag of the vet tool, whose value tells right values from wrong ones.
func (p *parser) checkFlag(v flag.Value) flagKind {
	isBool := vettool.IsBool(v)
	return flagKind{isBool, func(name, value string) error {
		if on, err := strconv.ParseBool(value); isBool && err != nil {
			return err
		} else if isBool {
			value = strconv.FormatBool(on)
		}
		p.checks[name] = value
		return v.Set(value)
	}}
}

// checkFlags returns the flags for the vet tool: first those for all checks, so that a single
// check's own flag can say otherwise.
func (p *parser) checkFlags() []string {
	var out []string
	for _, name := range vettool.GlobalFlags {
		if value, ok := p.checks[name]; ok {
			out = append(out, "-"+name+"="+value)
			delete(p.checks, name)
		}
	}
	global := len(out)
	for name, value := range p.checks {
		out = append(out, "-"+name+"="+value)
	}
	slices.Sort(out[global:])
	return out
}

// parseFlags handles flags up to the first argument that is none, and returns that and the rest.
func (p *parser) parseFlags(args []string) ([]string, error) {
	for len(args) > 0 {
		arg := args[0]
		if arg == "--" {
			return args[1:], nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			return args, nil
		}
		args = args[1:]
		name, value, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		kind, ok := p.flags[name]
		if !ok {
			return nil, p.unknown(arg, name)
		}
		switch {
		case hasValue:
		case kind.bool:
			value = "true"
		case len(args) == 0:
			return nil, fmt.Errorf("-%s needs a value: -%s=VALUE", name, name)
		default:
			value, args = args[0], args[1:]
		}
		if err := kind.set(name, value); err != nil {
			return nil, fmt.Errorf("-%s=%s: %w", name, value, reason(err))
		}
	}
	return nil, nil
}

// reason makes the errors of strconv readable, which say where they come from rather than what is wrong.
func reason(err error) error {
	var num *strconv.NumError
	if errors.As(err, &num) && num.Func == "ParseBool" {
		return errors.New("want true or false")
	}
	if errors.As(err, &num) || err.Error() == "parse error" {
		return errors.New("no valid value")
	}
	return err
}

// unknown describes a flag that does not exist, and the one that was probably meant.
func (p *parser) unknown(arg, name string) error {
	names := make([]string, 0, len(p.flags))
	for n := range p.flags {
		names = append(names, n)
	}
	if near := nearest.To(name, names); near != "" {
		return fmt.Errorf("there is no flag %s; did you mean -%s? See errcodelint help", arg, near)
	}
	return fmt.Errorf("there is no flag %s: see errcodelint help", arg)
}

func flagName(flag string) string {
	name, _, _ := strings.Cut(flag, "=")
	return name
}
