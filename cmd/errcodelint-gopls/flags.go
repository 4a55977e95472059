package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// checkFlags are the checks' flags that the user has set, as "check.flag=value".
type checkFlags []string

// register adds the flags of the checks to those of the command, under the names that errcodelint
// has for them: -check.flag, and -flag for what several checks share.
func (c *checkFlags) register(fs *flag.FlagSet, suite []*analysis.Analyzer) {
	shared := make(map[string][]settable)
	for _, a := range suite {
		a.Flags.VisitAll(func(f *flag.Flag) {
			one := settable{a.Name + "." + f.Name, f, c}
			fs.Var(flagValue{one}, one.name, f.Usage)
			shared[f.Name] = append(shared[f.Name], one)
		})
	}
	for name, of := range shared {
		if len(of) > 1 {
			fs.Var(flagValue(of), name, of[0].flag.Usage)
		}
	}
}

// A settable is a flag of one check.
type settable struct {
	name string // "check.flag"
	flag *flag.Flag
	set  *checkFlags
}

// A flagValue sets one flag, or those of that name which several checks have.
type flagValue []settable

// String returns the default, which package flag also asks a zero value for.
func (v flagValue) String() string {
	if len(v) == 0 {
		return ""
	}
	return v[0].flag.DefValue
}

// Set notes a value that the checks themselves take.
func (v flagValue) Set(value string) error {
	for _, s := range v {
		if err := s.flag.Value.Set(value); err != nil {
			return err
		}
		*s.set = append(slices.DeleteFunc(*s.set, func(f string) bool { return strings.HasPrefix(f, s.name+"=") }), s.name+"="+value)
	}
	return nil
}

// IsBoolFlag reports whether the flag can stand without a value.
func (v flagValue) IsBoolFlag() bool {
	if len(v) == 0 {
		return false
	}
	b, ok := v[0].flag.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// hookWith returns the file that is added to gopls, with these flags in it.
func hookWith(flags checkFlags) (string, error) {
	const none = "errcodelintFlags = []string{}"
	if !strings.Contains(hook, none) {
		return "", fmt.Errorf("hook.go.txt has no %q", none)
	}
	return strings.Replace(hook, none, fmt.Sprintf("errcodelintFlags = %#v", []string(flags)), 1), nil
}
