package analyzer_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/guard"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestBrokenCode runs the checks on programs from which tokens are missing, or in which others
// stand in their places, as an editor shows them to gopls at every key: none may fail. Half of them have
// no imports that resolve.
func TestBrokenCode(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 1
	}
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile,
		Dir:  testprograms.Dir(t),
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	resolving := importer.ForCompiler(fset, "gc", exportFiles(pkgs).open)
	random := rand.New(rand.NewPCG(1, 2))
	ran := 0
	err = filepath.WalkDir(testprograms.Dir(t), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for round := range rounds {
			imp := resolving
			if round%2 == 1 {
				imp = nothing{}
			}
			broken := drop(src, random)
			if round%3 == 2 {
				broken = mistype(src, random)
			}
			analyzeBroken(t, fset, path, broken, imp)
			ran++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if ran < 50 {
		t.Errorf("only %d programs", ran)
	}
}

// TestOnceBroken has broken programs on which a check failed once.
func TestOnceBroken(t *testing.T) {
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile,
	}, "encoding/json", "container/heap", "github.com/errcodelint/errcodelint/codes")
	if err != nil {
		t.Fatal(err)
	}
	resolving := importer.ForCompiler(fset, "gc", exportFiles(pkgs).open)
	for name, src := range map[string]string{
		"a decode without results": `package broken

import "encoding/json"

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func decode(body []byte, out any) { json.Unmarshal(body, out) }

func send(body []byte) bool {
	var r reply
	err := decode(body, &r)
	if err != nil {
		println("refused")
	}
	return r.ResponseCode == "0" || r.ResponseCode == "99"
}

func sendTwice(body []byte) bool {
	var r reply
	var err error = 1, decode(body, &r)
	err = 1, decode(body, &r)
	return err == nil && (r.ResponseCode == "5" || r.ResponseCode == "88")
}
`,
		"an assertion without a type": `package broken

type refusal struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func (r refusal) Error() string { return r.ResponseCode }

func later(r refusal) bool {
	if r.ResponseCode != "5" {
		return false
	}
	var err error = refusal{r  ResponseCode}.(  )
	busy, ok := error(r).(  )
	return err != nil || ok || busy != nil
}
`,
		"an assertion of a reply without a type": `package broken

import "encoding/json"

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func send(body []byte) (reply, error) {
	var r reply
	err := json.Unmarshal(body, &r)
	return r, err
}

func sent(body []byte) (bool, error) {
	r, err := send(body)
	if err != nil || r.ResponseCode == "5" {
		return false, err
	}
	return r.(), nil
}
`,
		"an empty list of results": `package broken

import "encoding/json"

type reply struct {
	ResponseCode int ` + "`json:\"responseCode\"`" + `
}

func sent(body []byte) () {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return 0, err
	}
	if r.ResponseCode == 5 {
		return 0, nil
	}
	return 0, nil
}
`,
		"text that becomes a code": `package broken

import "github.com/errcodelint/errcodelint/codes"

func code(c codes.ResponseCode) (codes.ResponseCode, error) {
	if c == codes.ResponseSuccess {
		return codes.ResponseCode("sms"), nil
	}
	return codes.ResponseCode("5" case), nil
}
`,
		"an if that falls through": `package broken

import "github.com/errcodelint/errcodelint/codes"

func text(c codes.ResponseCode) string {
	if c == codes.ResponseSuccess {
		return "sent"
	} else if c == codes.ResponseInvalidIP {
		fallthrough
	} else if c == codes.ResponseSystemError {
		return "later"
	}
	return ""
}
`,
		"a method without a receiver": `package broken

type refusal struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
	cause        error
}

func (r refusal) Error() string { return r.ResponseCode }

func () Unwrap() error { return r.cause }

func later(r refusal) bool {
	var err error = r
	return err != nil && r.ResponseCode == "5"
}
`,
		"a method without a receiver that calls itself": `package broken

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func send(message string) reply

func () deliver(message string) error {
	if r := send(message); r.ResponseCode == "0" || r.ResponseCode == "5" {
		return nil
	}
	return deliver(message)
}
`,
		"a helper that is given no predicate": `package broken

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func (r reply) Error() string { return r.ResponseCode }

func send(message string) reply

func persist(f func() error, worth func(error) bool) error {
	for {
		err := f()
		if err == nil || !worth(err) {
			return err
		}
	}
}

func deliver(message string) error {
	return persist(func() error {
		if r := send(message); r.ResponseCode != "0" {
			return r
		}
		return nil
	})
}
`,
		"helpers that hand on too little": `package broken

type policy struct {
	tries int
	worth func(error) bool
}

func persist(f func() error, worth func(error) bool) error {
	for {
		err := f()
		if err == nil || !worth(err) {
			return err
		}
	}
}

func persistBy(f func() error, p policy) error {
	for range p.tries {
		err := f()
		if err == nil || !p.worth(err) {
			return err
		}
	}
	return nil
}

func always(f func() error, worth func(error) bool) error { return persist(f) }

func alwaysBy(f func() error, p policy) error { return persistBy(f) }
`,
		"stores that are given nothing": `package broken

import "sync/atomic"

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func send(message string, turn int64) reply

func count(seen map[string]int, r reply) {
	if r.ResponseCode == "5" {
		delete()
	}
}

func deliver(message string) {
	var turn atomic.Int64
	for range 3 {
		r := send(message, turn.Load())
		if r.ResponseCode == "0" {
			return
		}
		turn.Store()
	}
}
`,
		"queues that are given nothing": `package broken

import (
	"container/heap"
	"encoding/json"
)

type reply struct {
	ResponseCode string ` + "`json:\"responseCode\"`" + `
}

func send(message string) (r reply) {
	json.Unmarshal([]byte(message), &r)
	return r
}

func drain(jobs heap.Interface, queue []string) {
	for jobs.Len() > 0 {
		job := heap.Pop(jobs).(string)
		if r := send(job); r.ResponseCode != "0" {
			heap.Push(jobs)
		}
	}
	var failed []string
	for range 3 {
		for _, message := range queue {
			if r := send(message); r.ResponseCode != "0" {
				failed = append(failed, message)
			}
		}
		queue = append()
	}
	for len() > 0 {
		message := queue[0]
		if r := send(message); r.ResponseCode != "0" {
			queue = append(queue, message)
		}
	}
}
`,
	} {
		t.Run(name, func(t *testing.T) { analyzeBroken(t, fset, "broken.go", []byte(src), resolving) })
	}
}

// nothing is an importer that has no packages.
type nothing struct{}

func (nothing) Import(path string) (*types.Package, error) {
	return nil, fmt.Errorf("no package %s", path)
}

// drop removes a few tokens from a source, or the rest of a list in parentheses.
func drop(src []byte, random *rand.Rand) []byte {
	var s scanner.Scanner
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(src))
	s.Init(file, src, nil, 0)
	type span struct {
		start, end int
		tok        token.Token
	}
	var spans []span
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		start := file.Offset(pos)
		spans = append(spans, span{start, min(start+max(len(lit), len(tok.String())), len(src)), tok})
	}
	out := append([]byte(nil), src...)
	for range 1 + random.IntN(3) {
		from := random.IntN(len(spans))
		to := min(from+random.IntN(4), len(spans)-1)
		if tok := spans[from].tok; tok == token.LPAREN || tok == token.COMMA {
			open := 0
			for to = from + 1; to < len(spans)-1 && (open > 0 || spans[to].tok != token.RPAREN); to++ {
				switch spans[to].tok {
				case token.LPAREN:
					open++
				case token.RPAREN:
					open--
				}
			}
			to--
			if tok == token.LPAREN {
				from++
			}
		}
		for i := spans[from].start; i < spans[to].end; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	return out
}

// mistype puts other tokens of a source, or what people begin with, in the places of a few.
func mistype(src []byte, random *rand.Rand) []byte {
	var s scanner.Scanner
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(src))
	s.Init(file, src, nil, 0)
	type span struct {
		start int
		text  string
	}
	var spans []span
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		if lit == "" {
			lit = tok.String()
		}
		if lit != "\n" {
			spans = append(spans, span{file.Offset(pos), lit})
		}
	}
	out := append([]byte(nil), src...)
	for range 1 + random.IntN(3) {
		old := spans[random.IntN(len(spans))]
		text := spans[random.IntN(len(spans))].text
		if random.IntN(3) == 0 {
			text = begun[random.IntN(len(begun))]
		}
		end := min(old.start+len(old.text), len(out))
		if old.start > end || !bytes.Equal(out[old.start:end], []byte(old.text)) {
			continue // moved by an earlier one
		}
		out = slices.Concat(out[:old.start], []byte(text), out[end:])
	}
	return out
}

var begun = []string{
	"_", "nil", "x.", "func() {", "[", "...", "*", "&", "<-", "struct{}", "0", `""`, "error", "any", "interface{", "map[", "T",
	"switch", "case", "default:", "for", "range", "return", "go", "defer", "goto L", "fallthrough", "()", "",
}

func analyzeBroken(t *testing.T, fset *token.FileSet, path string, src []byte, imp types.Importer) {
	t.Helper()
	file, _ := parser.ParseFile(fset, path, src, parser.ParseComments|parser.SkipObjectResolution)
	if file == nil || file.Name == nil || file.Name.Name == "" || file.Name.Name == "_" {
		return
	}
	info := newInfo()
	cfg := types.Config{Importer: imp, Error: func(error) {}}
	pkg, _ := cfg.Check("example.test/broken", fset, []*ast.File{file}, info)
	p := &packages.Package{
		ID: "broken", Name: file.Name.Name, PkgPath: "example.test/broken",
		Fset: fset, Syntax: []*ast.File{file}, Types: pkg, TypesInfo: info,
		TypesSizes: types.SizesFor("gc", "amd64"), IllTyped: true,
	}
	graph, err := checker.Analyze(despite(analyzer.New(analyzer.Settings{Tests: true})), []*packages.Package{p}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%s on %s: %v\n%s", act.Analyzer, path, act.Err, src)
		}
		for _, d := range act.Diagnostics {
			if d.Category == guard.Category { // see TestGuarded
				t.Errorf("%s: %s\n%s", path, d.Message, src)
			}
		}
	}
}

// despite fails the test's run, not silently, if an analyzer would refuse
// broken code.
func despite(as []*analysis.Analyzer) []*analysis.Analyzer {
	for _, a := range as {
		if !a.RunDespiteErrors {
			panic(a.Name + " does not run on broken code")
		}
	}
	return as
}

// newInfo returns what drivers have the type checker fill in.
func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}
