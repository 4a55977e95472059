// Errcodelint reports where a Go program handles the error codes of a messaging API wrongly. It is
// a command (errcodelint ./...) and a vet tool (go vet -vettool=$(which errcodelint) ./...).
package main

import (
	"os"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/cli"
)

func main() { os.Exit(cli.Main(analyzer.Analyzers(), os.Args[1:])) }
