package vettool

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// Called reports whether args are those with which the go command calls a vet tool.
func Called(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	last := args[len(args)-1]
	if !strings.HasSuffix(last, ".cfg") {
		return false
	}
	// A folder may be called x.cfg, and is then a package pattern.
	info, err := os.Stat(last)
	return err != nil || !info.IsDir()
}

// Main answers the go command and ends the program. args are the program's arguments, for which
// Called is true.
func Main(suite []*analysis.Analyzer, args []string) {
	if args[0] == "-V=full" {
		if err := printVersion(os.Stdout); err != nil {
			fmt.Fprintf(os.Stderr, "errcodelint: %v\n", err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	if last := args[len(args)-1]; strings.HasSuffix(last, ".cfg") {
		// What cannot be read or written here is unitchecker's to report.
		if u, err := readUnit(last); err == nil {
			if !u.relevant() && u.skip() == nil {
				os.Exit(0)
			}
			guard(suite, u.VetxOnly, reports(suite, args))
		}
	}
	collectLess()
	registerFlags(flag.CommandLine, suite)
	os.Args[0] = "errcodelint" // which its messages start with, whatever the file is called
	unitchecker.Main(suite...)
}

// collectLess has the garbage collector run less often, unless the user has an opinion: a unit takes a few
// megabytes and a tenth of a second, and is gone before what it leaves behind matters.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
