package vettool

import (
	"fmt"
	"log"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// reporter is the check that reports what the Results of others hold (see package guard).
const reporter = "baddirective"

// reports reports whether the flags in args leave the reporter on: unitchecker runs the checks that are
// set to true, or if there is none, all that are not set to false.
func reports(suite []*analysis.Analyzer, args []string) bool {
	on := true
	for _, a := range suite {
		switch {
		case a.Name == reporter && slices.Contains(args, "-"+reporter+"=true"):
			return true
		case a.Name == reporter && slices.Contains(args, "-"+reporter+"=false"), slices.Contains(args, "-"+a.Name+"=true"):
			on = false
		}
	}
	return on
}

// guard makes failures heard that no check reports. On a dependency, where only facts are wanted,
// unitchecker would ignore it, and with it the facts that are missing then: the program ends. On a package
// that was asked for it is an error, if the reporter is off.
//
// The change is in place because the analyzers that others require are known by their identity.
func guard(suite []*analysis.Analyzer, factsOnly, reported bool) {
	seen := make(map[*analysis.Analyzer]bool)
	var visit func([]*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if seen[a] {
				continue
			}
			seen[a] = true
			visit(a.Requires)
			run := a.Run
			a.Run = func(pass *analysis.Pass) (any, error) {
				result, err := run(pass)
				failure := err
				if held, ok := result.(interface{ Failure() error }); ok && err == nil {
					failure = held.Failure()
				}
				switch {
				case failure != nil && factsOnly:
					log.Fatalf("check %s failed on %s: %v", a.Name, pass.Pkg.Path(), failure)
				case err != nil:
					err = fmt.Errorf("check %s failed: %w", a.Name, err)
				case !reported:
					err = failure
				}
				return result, err
			}
		}
	}
	visit(suite)
}
