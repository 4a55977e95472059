package cli

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/internal/guard"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

const bugTracker = guard.Tracker

// How much of a failure is shown: the first errors are the ones to mend, and the first frames of
// a trace the ones that tell.
const (
	maxErrors   = 10
	maxFrames   = 60
	maxFailures = 10
)

// explain tells the user what kept packages from being checked, and what to do about it.
func (c *command) explain(failures []govet.Failure) {
	for i, f := range failures {
		if i == maxFailures {
			c.complain("%s more like these", count(len(failures)-i, "failure"))
			break
		}
		c.explainOne(f)
	}
}

func (c *command) explainOne(f govet.Failure) {
	switch f.Kind {
	case govet.Broken:
		what := "could not be checked"
		if slices.ContainsFunc(f.Lines, filePosition().MatchString) {
			what = "does not compile, and was not checked"
		}
		c.complain("%s %s:%s", f.Package, what, c.indent(f.Lines, maxErrors))
		if tooNew(f.Lines) {
			c.complain("this errcodelint is built with %s: build it again with the Go that the module asks for", runtime.Version())
		}
	case govet.Crashed:
		c.complain("a check panicked on %s. This is a bug of errcodelint: please report it at %s with the following:%s",
			f.Package, bugTracker, c.indent(f.Lines, maxFrames))
	case govet.CheckFailed:
		text := strings.Join(f.Lines, "\n\t")
		if !strings.Contains(text, bugTracker) { // what a check says of itself has it
			text += ". This is a bug of errcodelint: please report it at " + bugTracker
		}
		c.complain("%s: %s", f.Package, text)
	case govet.NoMatch:
		c.complain("%s matches no package: check the pattern and, if the files have build constraints, -tags", f.Lines[0])
	case govet.NoModule:
		c.complain("there is no go.mod in %s or above it: run errcodelint in a module, or name the module's folder with -C", c.gocmd.Dir)
	default:
		rest := f.Lines[1:]
		if slices.Equal(c.packages, []string{"."}) && strings.HasPrefix(f.Lines[0], "no Go files in ") {
			rest = nil
			f.Lines[0] += ": name packages, as ./..."
		}
		if name := c.misspelt(f.Lines[0]); name != "" {
			rest = nil // the command's arguments, taken for packages
		}
		text := c.goMessage(f.Lines[0])
		if text != f.Lines[0] && len(rest) > 0 && strings.HasPrefix(strings.TrimSpace(rest[0]), "go get ") {
			rest = rest[1:] // to get a file from elsewhere
		}
		c.complain("%s%s", c.relocate(text), c.indent(rest, maxErrors))
		if slices.ContainsFunc(f.Lines, func(line string) bool { return strings.HasSuffix(line, ": signal: killed") }) {
			c.complain("is there enough memory? With -p=1 it takes less")
		}
	}
}

// goMessage says more clearly what the go command says in passing.
func (c *command) goMessage(line string) string {
	if rest, ok := strings.CutPrefix(line, "stat "); ok {
		if dir, ok := strings.CutSuffix(rest, ": directory not found"); ok {
			return dir + ": there is no such folder: check the pattern"
		}
	}
	if rest, ok := strings.CutPrefix(line, "pattern "); ok {
		if pattern, _, ok := strings.Cut(rest, ": lstat "); ok {
			return pattern + ": there is no such folder: check the pattern"
		}
	}
	for _, prefix := range []string{"package ", "no required module provides package "} {
		name, ok := strings.CutPrefix(line, prefix)
		if i := strings.IndexAny(name, " ;"); ok && i > 0 && strings.HasSuffix(name[:i], ".go") {
			return name[:i] + ": there is no such file"
		}
	}
	if name := c.misspelt(line); name != "" {
		hint := ": see errcodelint help"
		if near := nearest.To(name, commands); near != "" {
			hint = "; did you mean errcodelint " + near + "?"
		}
		if c.isCheck(name) {
			hint = "; errcodelint help " + name + " says what the check does, errcodelint -" + name + " ./... runs it alone"
		}
		return line + ", and errcodelint has no command " + name + hint
	}
	return line
}

// misspelt returns the word that the go command took for a package of the standard library, and that was
// probably to be a command of ours.
func (c *command) misspelt(line string) string {
	rest, _ := strings.CutPrefix(line, "package ")
	name, _, ok := strings.Cut(rest, " is not in std")
	if !ok || rest == line || strings.ContainsAny(name, "./") {
		return ""
	}
	return name
}

func (c *command) isCheck(name string) bool {
	return slices.ContainsFunc(c.suite, func(a *analysis.Analyzer) bool { return a.Name == name })
}

// tooNew reports whether the errors are those of packages go/types and go/importer about a newer Go
// than the one that built this program.
func tooNew(lines []string) bool {
	return strings.Contains(strings.Join(lines, "\n"), "requires newer Go version")
}

// indent returns the first lines as text that follows a message.
func (c *command) indent(lines []string, limit int) string {
	var b strings.Builder
	for i, line := range lines {
		if i == limit {
			fmt.Fprintf(&b, "\n\t(and %s)", count(len(lines)-i, "more line"))
			break
		}
		b.WriteString("\n\t" + c.relocate(line))
	}
	return b.String()
}

// filePosition finds the file's name in a message about a place in a file.
var filePosition = lazyregexp.New(`^(\s*)([^\s:][^:]*\.go)(:\d+.*)$`)

// relocate makes a message of the go command, in which files are relative to where it ran and may
// be those of an overlay, one in which they are the user's and relative to where the user is.
func (c *command) relocate(line string) string {
	m := filePosition().FindStringSubmatch(line)
	if m == nil {
		return line
	}
	return m[1] + c.here.Rel(c.original(c.absolute(m[2]))) + m[3]
}
