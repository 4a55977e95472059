// Errcodelint-gopls builds a gopls, the language server of editors, that has errcodelint's checks in it.
//
// gopls has no plugins. So the command makes a module that requires gopls and errcodelint, vendors
// both, and builds gopls with one file more, which adds the checks to gopls' own.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
)

const usage = `errcodelint-gopls builds gopls %s with errcodelint's checks in it.

Usage:

	errcodelint-gopls [-o file]

	-o file   the program to write (default %s)

It needs Go (from %s to %s) and, for what is not in the module cache yet, a module proxy. The first build
takes one to two minutes.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "errcodelint-gopls: %v\n", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, args []string) error {
	output := defaultOutput()
	flags := flag.NewFlagSet("errcodelint-gopls", flag.ContinueOnError)
	flags.SetOutput(os.Stderr)
	flags.Usage = func() { fmt.Fprintf(os.Stderr, usage, goplsVersion, output, oldestGo, newestGo) }
	flags.StringVar(&output, "o", output, "the program to write")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errors.New("see errcodelint-gopls -h")
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%s: there is nothing to name but the program to write, by -o", flags.Arg(0))
	}
	output, err := filepath.Abs(output)
	if err != nil {
		return err
	}
	if info, err := os.Stat(output); err == nil && info.IsDir() {
		return fmt.Errorf("-o %s is a folder: name the program to write in it", output)
	}
	if err := buildGopls(ctx, output); err != nil {
		return err
	}
	fmt.Print(advice(output))
	return nil
}

// defaultOutput is a name in the current folder that does not hide the user's own gopls.
func defaultOutput() string {
	if runtime.GOOS == "windows" {
		return "gopls-errcodelint.exe"
	}
	return "gopls-errcodelint"
}
