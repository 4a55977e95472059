package cli

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/vettool"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

const usage = `errcodelint reports where a Go program handles the error codes of a messaging API wrongly.

Usage:

	errcodelint [flags] [packages]
	errcodelint report -html FILE [flags] [packages]
	                                  findings as a page for people to read
	errcodelint explain CODE          what a code means, and what to do about it; also: DOMAIN CODE,
	                                  a code's name, a retry class, a check, a finding's category
	errcodelint codes [-json] [DOMAIN]
	                                  all codes: of response, reason or template, or of all three
	errcodelint gen [flags] TABLE     make Go of a table of codes; gen -h says more
	errcodelint help [check]
	errcodelint version

Packages are named as for any go command; without any it is the one in the current folder, and
./... is all of the module's. Findings are written as file:line:column: message (check).

Flags:

	-fix         change the files: apply every fix there is, to all files or to none;
	             what remains is reported
	-diff        show what -fix would change, and change nothing
	-format NAME
	             write findings as text, json (go vet's form, with fixes), sarif (for code scanning
	             services) or github (annotations of a pull request)
	-json        the same as -format=json
	-C DIR       run in DIR; files are shown relative to the current folder
	-version     show the version, as errcodelint version does

The go command's build flags, such as -tags, -mod, -modfile, -overlay and -race, work as they do in
go vet.

Flags for the checks:

`

const usageEnd = `
To leave a finding as it is, write //errcodelint:ignore CHECK REASON at the end of its line, or above it.

Exit code: 0 nothing found; 1 something was found (with -fix: something remains; with -diff: there
is something to change); 2 it could not run, or not for all of the packages: a flag or pattern is
wrong, code does not compile, a check failed.

errcodelint is also a vet tool: go vet -vettool=$(which errcodelint) ./...
`

// help writes the help to stdout: about the command, or about the named check.
func (c *command) help(args []string) (int, error) {
	if len(args) > 1 {
		return 0, fmt.Errorf("help is about one check at a time: errcodelint help %s", args[0])
	}
	if len(args) == 1 {
		return c.helpCheck(args[0])
	}
	fmt.Fprint(c.stdout, usage)
	for _, name := range vettool.GlobalFlags {
		if g := vettool.Global(c.suite, name); g != nil {
			const indent = "             "
			head, text := "-"+name, wrap(g.Usage(), "\t"+indent)
			if len(head) < len(indent) {
				head += text[1+len(head):]
			} else {
				head += "\n" + text
			}
			fmt.Fprintf(c.stdout, "\t%s\n", head)
		}
	}
	fmt.Fprint(c.stdout, "\t-NAME        run this check and no other but those also named; -NAME=false: all but this\n")
	fmt.Fprint(c.stdout, "\nChecks (errcodelint help NAME says more):\n\n")
	for _, a := range c.suite {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(c.stdout, "\t%-14s %s\n", a.Name, strings.TrimPrefix(title, a.Name+": "))
	}
	_, err := io.WriteString(c.stdout, usageEnd)
	return exitClean, err
}

func (c *command) helpCheck(name string) (int, error) {
	var names []string
	for _, a := range c.suite {
		if a.Name == name {
			return exitClean, c.describe(a)
		}
		names = append(names, a.Name)
	}
	hint := "the checks are " + strings.Join(names, ", ")
	if near := nearest.To(name, names); near != "" {
		hint = "did you mean " + near + "?"
	}
	return 0, fmt.Errorf("there is no check %s; %s", name, hint)
}

func (c *command) describe(a *analysis.Analyzer) error {
	fmt.Fprintf(c.stdout, "%s\n", strings.TrimSpace(a.Doc))
	if a.URL != "" {
		fmt.Fprintf(c.stdout, "\nSee %s\n", a.URL)
	}
	fmt.Fprintf(c.stdout, "\nFlags:\n\n\t-%s, -%s=false\n\t\trun this check and no other but those also named; all but this\n", a.Name, a.Name)
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		if value != "" {
			value = " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" {
			text += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(c.stdout, "\t-%s.%s%s\n%s\n", a.Name, f.Name, value, wrap(text, "\t\t"))
	})
	return nil
}

// wrap breaks a text into indented lines that fit a terminal.
func wrap(text, indent string) string {
	const width = 78 // of the text, without the indent
	var b strings.Builder
	line := 0
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			b.WriteString(indent)
		case line+1+len(word) > width:
			b.WriteString("\n" + indent)
			line = 0
		default:
			b.WriteByte(' ')
			line++
		}
		b.WriteString(word)
		line += len(word)
	}
	return b.String()
}

// version writes the version of this program and of the Go that built it.
func (c *command) version() (int, error) {
	_, err := fmt.Fprintf(c.stdout, "errcodelint %s (built with %s)\n", moduleVersion(), runtime.Version())
	return exitClean, err
}

// moduleVersion is the version of the module that this program was built from.
func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
