package govet

import (
	"slices"
	"strings"
)

// A Kind is a reason why go vet could not do all of its work.
type Kind int

const (
	Broken      Kind = iota // a package does not compile
	Crashed                 // a check panicked
	CheckFailed             // a check returned an error
	NoMatch                 // a pattern matches no package
	NoModule                // no go.mod
	GoFailed                // anything else that the go command says
)

// A Failure is one thing that kept go vet from checking everything.
type Failure struct {
	Kind    Kind
	Package string   // "" if it is not about one
	Lines   []string // what the compiler, the check or the go command said; for NoMatch, the pattern
}

// classify sorts blocks of text into failures and, if they are none, notes for the user to read.
// failed says whether go vet ended with an error, talks whether its own lines are mostly what it was
// asked to tell; which of them then is an error nobody can know.
func classify(blocks []Block, failed, talks bool) (failures []Failure, notes []string) {
	for _, b := range blocks {
		lines := b.Lines
		if b.Package == "" {
			var own []string
			failures, own, notes = classifyOwn(lines, failures, notes)
			if lines = own; len(lines) == 0 {
				continue
			}
			if failed && !talks {
				failures = append(failures, Failure{Kind: ownKind(lines), Lines: lines})
				continue
			}
		}
		if !failed || b.Package == "" || isWarning(lines) {
			notes = append(notes, lines...)
			continue
		}
		f := Failure{Kind: Broken, Package: b.Package, Lines: slices.Clone(lines)}
		switch {
		case slices.ContainsFunc(lines, isCrash):
			f.Kind = Crashed
		case strings.HasPrefix(lines[0], toolPrefix+"check "):
			f.Kind = CheckFailed
		}
		if f.Kind != Crashed {
			for i, line := range f.Lines {
				f.Lines[i] = strings.TrimPrefix(line, toolPrefix)
			}
		}
		failures = append(failures, f)
	}
	return merge(failures), notes
}

// toolPrefix is what the vet tool's own messages start with.
const toolPrefix = "errcodelint: "

// isWarning reports whether lines are a C compiler's warnings, which stop nothing.
func isWarning(lines []string) bool {
	has := func(s string) bool {
		return slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, s) })
	}
	return has(": warning: ") && !has(": error: ")
}

func isCrash(line string) bool {
	return strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, toolPrefix+"internal error")
}

// classifyOwn takes the go command's own lines apart: patterns without packages, lines that are news
// rather than errors, and the rest.
func classifyOwn(lines []string, failures []Failure, notes []string) (_ []Failure, own, _ []string) {
	for _, line := range lines {
		if pattern, ok := strings.CutPrefix(line, `go: warning: "`); ok {
			if pattern, ok := strings.CutSuffix(pattern, `" matched no packages`); ok {
				failures = append(failures, Failure{Kind: NoMatch, Lines: []string{pattern}})
				continue
			}
		}
		switch {
		case line == "no packages to vet", strings.HasPrefix(line, "usage: go vet"),
			strings.HasPrefix(line, "Run '"):
			// Said better by what stands before it.
		case strings.HasPrefix(line, "go: downloading "), strings.HasPrefix(line, "go: warning: "),
			strings.HasPrefix(line, "WORK="):
			notes = append(notes, line)
		default:
			own = append(own, strings.TrimPrefix(line, "go: "))
		}
	}
	return failures, own, notes
}

func ownKind(lines []string) Kind {
	for _, line := range lines {
		if strings.Contains(line, "directory prefix . does not contain main module") && !strings.Contains(line, "modules listed in go.work") ||
			strings.HasPrefix(line, "go.mod file not found") || strings.HasPrefix(line, "cannot find main module") {
			return NoModule
		}
	}
	return GoFailed
}

// merge joins what the compiler and the vet tool say about the same package: the tool names only
// the first of the errors that the compiler lists.
func merge(failures []Failure) []Failure {
	var out []Failure
	for _, f := range failures {
		i := slices.IndexFunc(out, func(g Failure) bool {
			return g.Kind == f.Kind && g.Package == f.Package && f.Package != ""
		})
		if i < 0 {
			out = append(out, f)
			continue
		}
		for _, line := range f.Lines {
			if f.Kind == Crashed || !slices.Contains(out[i].Lines, line) {
				out[i].Lines = append(out[i].Lines, line)
			}
		}
	}
	return out
}
