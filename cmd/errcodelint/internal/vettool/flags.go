package vettool

import (
	"flag"

	"golang.org/x/tools/go/analysis"
)

// GlobalFlags are the flags that the checks of the suite share: each is set on all checks that
// have a flag of that name, so `-tests` stands for `-magiccode.tests -missedcode.tests …`.
var GlobalFlags = []string{"tests", "require-evidence"}

// CacheKeyFlag names a flag without any effect of its own. The go command keeps results by the
// flags that the tool got and by what the files contain, but not by the files' names: results for
// an overlay would come back, with the overlay's file names, for the same text on disk. A value of
// this flag per overlay keeps them apart. So does one per list of packages where the go command mixes
// up the packages that it was asked about with those that they import.
const CacheKeyFlag = "cachekey"

// registerFlags adds the flags that are not a single check's to those that unitchecker knows.
func registerFlags(fs *flag.FlagSet, suite []*analysis.Analyzer) {
	for _, name := range GlobalFlags {
		if v := Global(suite, name); v != nil {
			fs.Var(v, name, v.Usage())
		}
	}
	fs.String(CacheKeyFlag, "", "no effect of its own: keeps cached results apart")
}

// Global returns the flag of that name which all checks share, or nil if no check has it.
func Global(suite []*analysis.Analyzer, name string) *GlobalFlag {
	var g GlobalFlag
	for _, a := range suite {
		if f := a.Flags.Lookup(name); f != nil {
			g.flags = append(g.flags, f)
		}
	}
	if g.flags == nil {
		return nil
	}
	return &g
}

// A GlobalFlag is a flag.Value that sets the flag of the same name on every check that has it.
type GlobalFlag struct{ flags []*flag.Flag }

// Usage is the text that explains the flag.
func (g *GlobalFlag) Usage() string { return g.flags[0].Usage }

// String returns the value that the first check has. Package flag also calls it on a zero value.
func (g *GlobalFlag) String() string {
	if g == nil || len(g.flags) == 0 {
		return ""
	}
	return g.flags[0].Value.String()
}

// Set sets the value on every check.
func (g *GlobalFlag) Set(value string) error {
	for _, f := range g.flags {
		if err := f.Value.Set(value); err != nil {
			return err
		}
	}
	return nil
}

// IsBoolFlag reports whether the flag can stand without a value.
func (g *GlobalFlag) IsBoolFlag() bool { return len(g.flags) > 0 && IsBool(g.flags[0].Value) }

// IsBool reports whether a flag can stand without a value.
func IsBool(v flag.Value) bool {
	b, ok := v.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}
