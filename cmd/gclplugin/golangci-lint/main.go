// Golangci-lint is golangci-lint with errcodelint in it, for those who would rather build it by
// `go build` than by `golangci-lint custom`.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"

	_ "github.com/errcodelint/errcodelint/cmd/gclplugin"
)

func main() {
	// With this version golangci-lint keeps cached results apart by the program's own bytes: with any
	// other, those of an older errcodelint would come back.
	info := commands.BuildInfo{Version: "(devel)"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintf(os.Stderr, "golangci-lint: %v\n", err)
		os.Exit(3)
	}
}
