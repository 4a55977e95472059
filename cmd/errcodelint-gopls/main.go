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
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/errcodelint/errcodelint/analyzer"
)

const usage = `errcodelint-gopls builds gopls %s with errcodelint's checks in it.

Usage:

	errcodelint-gopls [flags]

	-o file   the program to write (default %s)

gopls has no flags for checks, so those that errcodelint has are given here, and built in:
-tests, -require-evidence, -CHECK.FLAG=VALUE (see errcodelint help CHECK).

It needs %s and, for what is not in the module cache yet, a module proxy. The first build
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
	flags.SetOutput(io.Discard) // what is wrong is said once, in one line
	flags.StringVar(&output, "o", output, "the program to write")
	var checks checkFlags
	checks.register(flags, analyzer.Analyzers())
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Printf(usage, goplsVersion, defaultOutput(), goVersions())
			return err
		}
		return fmt.Errorf("%w; see errcodelint-gopls -h", err)
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
	if info, err := os.Stat(filepath.Dir(output)); err != nil || !info.IsDir() {
		return fmt.Errorf("-o %s: there is no folder %s", output, filepath.Dir(output))
	}
	if err := buildGopls(ctx, output, checks); err != nil {
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
