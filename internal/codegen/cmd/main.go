// Command cmd runs the generator, for the go:generate lines of this module: they must not need an
// errcodelint that is installed already.
package main

import (
	"os"

	"github.com/errcodelint/errcodelint/internal/codegen"
)

func main() { os.Exit(codegen.Run(os.Args[1:], os.Stderr)) }
