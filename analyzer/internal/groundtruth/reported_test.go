package groundtruth

import (
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/analyzer/missedcode"
	"github.com/errcodelint/errcodelint/analyzer/wrongcode"
)

var (
	reportedFunctions = flag.Int("reported", 0, "how many functions to generate of which reports are held against runs; 0: a few hundred")
	reportedSeed      = flag.Uint64("reportedseed", 2, "the seed of the first program of which reports are held against runs")
)

// TestReported runs generated functions with every code, and looks at what is reported there. No run may show
// otherwise than wrongcode says of a comparison that never holds, or always does. In a function of which claims must be
// exact, runs must show the success that wrongcode says becomes an error, and each code that missedcode's fix adds to
// a switch.
func TestReported(t *testing.T) {
	n := *reportedFunctions
	if n == 0 {
		n = 400
		if testing.Short() {
			n = 100
		}
	}
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	looked := make(map[string]int)
	for i := uint64(0); n > 0; i++ {
		size := min(n, 400)
		n -= size
		p := Generate(*reportedSeed+i, size, i%2 == 1)
		all, err := tc.reports(p)
		if err != nil {
			t.Fatal(err)
		}
		observed, err := tc.ObserveAs(p, watched(p, all))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			looked[r.category]++
			seen := observed.Seen[r.probe]
			switch {
			case r.wanted == 0 && seen != 0:
				t.Errorf("seed %d: it does otherwise: %s: %s\n%s", *reportedSeed+i, r.category, r.message, r.function.Formatted())
			case seen != 0 && r.wanted&^seen != 0 && r.exact && observed.Exhaustive[r.function.ID]:
				t.Errorf("seed %d: %s are not seen: %s\n%s", *reportedSeed+i, r.function.Domain.format(r.wanted&^seen), r.message, r.function.Formatted())
			}
		}
	}
	t.Log("reports:", looked)
	for _, category := range []string{"wrongcode/never", "wrongcode/always", "wrongcode/success", "missedcode/switch"} {
		if looked[category] == 0 {
			t.Error("no report was held against runs:", category)
		}
	}
}

// A report is what a check says of one place, and what watches the expression that it is about.
type report struct {
	function          *Function
	category, message string
	wanted            Set  // the codes that must be seen; if there are none, nothing may be
	exact             bool // nobody else calls the function, and claims about it must be exact

	probe int
	pkg   int
	unit  *toolchain.Unit
	edits []analysis.TextEdit
}

// reports returns what the checks say of a program's comparisons, errors and switches, and gives each a probe.
func (t *Toolchain) reports(p *Program) ([]report, error) {
	var all []report
	functions := make(map[string]*Function) // by the names of all that is declared for them
	for _, f := range p.Functions {
		for _, name := range declared.FindAllStringSubmatch(f.Helpers+f.Own+f.Text, -1) {
			functions[name[1]] = f
		}
	}
	s := t.Session()
	for i, pkg := range p.Packages() {
		u, err := s.Check(pkg)
		if err != nil {
			return nil, err
		}
		for _, a := range []*analysis.Analyzer{wrongcode.Analyzer, missedcode.Analyzer} {
			if _, err := u.Run(a); err != nil {
				return nil, err
			}
		}
		for _, d := range u.Diagnostics {
			r := report{category: d.Analyzer.Name + "/" + d.Category, message: d.Message, pkg: i, unit: u, probe: p.Probes}
			path, exact := astutil.PathEnclosingInterval(u.File, d.Pos, d.End)
			if !exact && d.Analyzer != missedcode.Analyzer {
				continue
			}
			decl, ok := path[len(path)-2].(*ast.FuncDecl)
			if !ok {
				continue
			}
			if r.function = functions[decl.Name.Name]; r.function == nil {
				continue
			}
			r.exact = r.function.Exactness() != Sound && (r.pkg > 0 || !p.Split) && !slices.ContainsFunc(path, isLiteral)
			if r.watch(path, d) {
				all = append(all, r)
				p.Probes++
			}
		}
	}
	return all, nil
}

// watch makes the edits by which a run shows that a report is wrong; of success, that it is right.
func (r *report) watch(path []ast.Node, d toolchain.Diagnostic) bool {
	around := func(from, to token.Pos, format string, args ...any) bool {
		r.edits = []analysis.TextEdit{
			{Pos: from, End: from, NewText: fmt.Appendf(nil, format, args...)},
			{Pos: to, End: to, NewText: []byte(")")},
		}
		return true
	}
	clause, _ := path[1].(*ast.CaseClause)
	_, isComparison := path[0].(*ast.BinaryExpr)
	switch {
	case d.Analyzer == missedcode.Analyzer:
		s, ok := path[0].(*ast.SwitchStmt)
		if !ok || s.Tag == nil || len(d.SuggestedFixes) == 0 {
			return false
		}
		added := string(d.SuggestedFixes[0].TextEdits[0].NewText)
		for i, c := range r.function.Domain.Codes {
			if strings.Contains(added, "codes."+c.Const+",") || strings.Contains(added, "codes."+c.Const+":") {
				r.wanted |= 1 << i
			}
		}
		return r.wanted != 0 && around(s.Tag.Pos(), s.Tag.End(), "watchCode(%d, ", r.probe)
	case d.Category == "success":
		for i, c := range r.function.Domain.Codes {
			if c.Retry == "RetryNotNeeded" {
				r.wanted |= 1 << i
			}
		}
		return around(d.Pos, d.End, "watchCode(%d, ", r.probe)
	case d.Category != "never" && d.Category != "always":
		return false
	case isComparison:
		return around(d.Pos, d.End, "watch(%d, %t, ", r.probe, d.Category == "never")
	case clause != nil && len(clause.List) == 1 && d.Category == "never" && !fallsInto(path[2:], clause):
		r.edits = []analysis.TextEdit{{Pos: clause.Colon + 1, End: clause.Colon + 1, NewText: fmt.Appendf(nil, "\nwatch(%d, true, true)", r.probe)}}
		return true
	}
	return false
}

// fallsInto reports whether the clause before a clause falls into it.
func fallsInto(path []ast.Node, clause *ast.CaseClause) bool {
	clauses := path[0].(*ast.BlockStmt).List
	i := slices.Index(clauses, ast.Stmt(clause))
	if i <= 0 {
		return false
	}
	before := clauses[i-1].(*ast.CaseClause).Body
	if len(before) == 0 {
		return false
	}
	jump, ok := before[len(before)-1].(*ast.BranchStmt)
	return ok && jump.Tok == token.FALLTHROUGH
}

// isLiteral reports whether a node is a function literal: what is claimed in one need not be exact.
func isLiteral(n ast.Node) bool {
	_, is := n.(*ast.FuncLit)
	return is
}

// watched returns a program's packages with what watches in them.
func watched(p *Program, all []report) []toolchain.Package {
	packages := p.Packages()
	edits := make([][]analysis.TextEdit, len(packages))
	for _, r := range all {
		edits[r.pkg] = append(edits[r.pkg], r.edits...)
	}
	for i := range packages {
		for _, r := range all {
			if r.pkg == i {
				text := r.unit.Fixed(packages[i].Text, edits[i]) + watchText
				if !strings.Contains(text, strconv.Quote(recordPath)) {
					text = strings.Replace(text, "\n", "\nimport "+strconv.Quote(recordPath)+"\n", 1)
				}
				packages[i].Text = text
				break
			}
		}
	}
	return packages
}

const watchText = `
// watch records that a condition came out as it never should.
func watch[B ~bool](k int, never, is B) B {
	if is == never {
		record.Code(k, 0)
	}
	return is
}

// watchCode records a code on its way.
func watchCode[C any](k int, code C) C {
	record.Code(k, code)
	return code
}
`
