package codegen

import (
	"errors"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const usage = `usage: errcodelint gen [flags] TABLE

Gen writes Go for one domain of a table of codes: a type, a documented constant per code, and the
methods that package codes has. It is made for a go:generate line:

	//go:generate go tool errcodelint gen -domain payments -key statusCode payments.tsv

TABLE is a .tsv, .csv, .md (its tables with a column "value") or .json file (a list of objects) with the
columns value, name, retry (success, backoff, fix or never), description, and if need be domain and why.

`

// Run is the generator as a command: args are what follows its name. It returns the exit status,
// 0, 1 if -check finds that the files are not what the table says, or 2 if it could not be done, and
// then stderr has a line that says why.
func Run(args []string, stderr io.Writer) int {
	err := run(args, stderr)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	}
	var drift *Drift
	if errors.As(err, &drift) {
		fmt.Fprintln(stderr, err)
		return 1
	}
	var place *Error
	if !errors.As(err, &place) { // which begins with the table's name
		err = fmt.Errorf("errcodelint gen: %w", err)
	}
	fmt.Fprintln(stderr, err)
	return 2
}

func run(args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what is wrong is said once, in one line
	var domain Domain
	flags.StringVar(&domain.Name, "domain", "", "the `name` of the domain; may be left out if the table has one only")
	flags.StringVar(&domain.Key, "key", "", "the `key` that carries the code on the wire, as statusCode")
	flags.StringVar(&domain.Label, "label", "", "`words` by which error texts call a code (default the key)")
	flags.StringVar(&domain.About, "about", "", "what the type is, a `sentence` for its documentation to follow \"T is\"")
	flags.StringVar(&domain.Type, "type", "", "the `name` of the Go type (default the prefix and Code)")
	flags.StringVar(&domain.Prefix, "prefix", "", "the `prefix` of the constants' names (default the domain's name)")
	flags.BoolVar(&domain.Declare, "declare", true, "declare the domain to the linter, by directives in the generated file")
	pkg := flags.String("package", os.Getenv("GOPACKAGE"), "the `name` of the package (default that of the Go files in the folder)")
	dir := flags.String("out", ".", "the `folder` to write to")
	check := flags.Bool("check", false, "write nothing, and fail if the table and the files have drifted apart")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(stderr, usage)
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return err
		}
		return fmt.Errorf("%w; see errcodelint gen -h", err)
	}
	switch {
	case flags.NArg() == 0:
		return errors.New("name the table: errcodelint gen [flags] TABLE; see errcodelint gen -h")
	case flags.NArg() > 1:
		return fmt.Errorf("name one table, not %d; see errcodelint gen -h", flags.NArg())
	}
	if info, err := os.Stat(*dir); err != nil || !info.IsDir() {
		return fmt.Errorf("-out %s: there is no such folder", *dir)
	}
	if *pkg == "" {
		*pkg = packageIn(*dir)
	}
	if *pkg == "" {
		return fmt.Errorf("which package is it for? No Go file in folder %s says so: give its name by -package NAME", *dir)
	}

	sheet, err := ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	table, err := Interpret(sheet)
	if err != nil {
		return err
	}
	if domain.Name == "" {
		names := table.domainNames()
		if len(names) != 1 || names[0] == "" {
			return &Error{Pos{File: table.File}, "which domain? Give its name by -domain NAME"}
		}
		domain.Name = names[0]
	}
	files, err := Generate(*pkg, table, domain)
	if err != nil {
		return err
	}
	if *check {
		return CheckFiles(*dir, files, flags.Arg(0))
	}
	return WriteFiles(*dir, files)
}

// packageIn returns the name of the package in a folder, "" if it has none.
func packageIn(dir string) string {
	names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
		if err == nil {
			return file.Name.Name
		}
	}
	return ""
}
