package directive

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer reads the directives of a package. Its result is a [*Result].
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodedirectives",
	Doc:              "read the directives that begin with //errcodelint:",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/directives.md",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Result](),
})

// Checks are the names that an ignore may have.
var Checks = []string{"magiccode", "missedcode", "retriedcode", "wrongcode", "uncheckedcode"}

// None is the name of the domain that frees instead of binding.
const None = "none"

// A Verb says what a directive does.
type Verb string

const (
	Declare    Verb = "declare"
	Extend     Verb = "extend"
	Retry      Verb = "retry"
	Domain     Verb = "domain"
	Exhaustive Verb = "exhaustive"
	Ignore     Verb = "ignore"
)

// A Directive is one directive. Which fields it has depends on its verb.
type Directive struct {
	Verb    Verb
	Comment *ast.Comment
	Node    ast.Node // what it stands on; nil for an ignore that is for a line
	Test    bool     // in a _test.go file, where only an ignore means anything

	Domain  string      // declare, extend, domain: its name
	Key     string      // declare: the wire key
	Prefix  string      // declare: of the constants' names
	Success []string    // declare: the codes that are a success, as written
	Class   codes.Retry // retry
	Params  []string    // domain on a function: which parameters
	Checks  []string    // ignore

	from, to int // ignore: the lines that it covers
}

// A Problem is something wrong with a directive.
type Problem struct {
	Comment  *ast.Comment
	Category string
	Message  string
}

// Categories of problems.
const (
	Malformed     = "malformed"
	Unknown       = "unknown"
	Misplaced     = "misplaced"
	Contradictory = "contradictory"
	Unused        = "unused"
)

// A Result holds the directives of a package.
type Result struct {
	guard.Held

	All      []*Directive // those that are well-formed and stand where they may, in the order of the source
	Problems []Problem    // with the others

	fset       *token.FileSet
	ignores    map[*token.File][]*Directive
	nolints    map[*token.File][]lines
	exhaustive map[ast.Node]bool
}

// Exhaustive reports whether a switch or a map literal is marked to name every
// documented code.
func (r *Result) Exhaustive(n ast.Node) bool { return r.exhaustive[n] }

// AnyExhaustive reports whether anything in the package is marked so.
func (r *Result) AnyExhaustive() bool { return len(r.exhaustive) > 0 }

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		fset:       pass.Fset,
		ignores:    make(map[*token.File][]*Directive),
		nolints:    make(map[*token.File][]lines),
		exhaustive: make(map[ast.Node]bool),
	}
	for _, file := range pass.Files {
		if mentioned(file) {
			r.readFile(pass, file)
		}
	}
	return r, nil
}

// mentioned is the early way out.
func mentioned(file *ast.File) bool {
	return slices.ContainsFunc(file.Comments, func(group *ast.CommentGroup) bool {
		return slices.ContainsFunc(group.List, func(c *ast.Comment) bool {
			return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(c.Text, sign) })
		})
	})
}

// signs are what a comment has in it that can be a directive, well-formed or not.
var signs = []string{"codelint", "nolint", "CodeLint", "Codelint", "CODELINT"}

func (r *Result) readFile(pass *analysis.Pass, file *ast.File) {
	p := newPlaces(pass, file)
	tokenFile := pass.Fset.File(file.FileStart)
	test := syntax.IsTest(pass.Fset, file.FileStart)
	for _, group := range file.Comments {
		for _, c := range group.List {
			if covers := p.nolint(c, group); covers != nil {
				r.nolints[tokenFile] = append(r.nolints[tokenFile], *covers)
			}
			d, problem := Parse(c.Text)
			if problem == nil && d != nil {
				d.Comment, d.Test = c, test
				problem = p.place(d, group)
			}
			switch {
			case problem != nil:
				problem.Comment = c
				r.Problems = append(r.Problems, *problem)
			case d != nil:
				r.add(d, tokenFile)
			}
		}
	}
}

func (r *Result) add(d *Directive, file *token.File) {
	r.All = append(r.All, d)
	switch d.Verb {
	case Ignore:
		r.ignores[file] = append(r.ignores[file], d)
	case Exhaustive:
		r.exhaustive[d.Node] = true
	}
}
