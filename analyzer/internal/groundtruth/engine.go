package groundtruth

import (
	"go/ast"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
)

// Claims says what is claimed of the code that a probe is called with: the
// documented codes, by text, and whether it can be undocumented. The domain is
// empty where nothing is claimed, since the argument is no code.
type Claims func(probe *ast.CallExpr) (domain string, texts []string, undocumented bool)

// A Claim is what is claimed about a probe.
type Claim struct {
	Set   Set
	Bound bool // the argument is known to be a code, and of the function's domain
	Gone  bool // the generator dropped the probe again
}

// Claims returns the engine's claims about every probe of a program.
func (t *Toolchain) Claims(p *Program) ([]Claim, error) {
	return t.ClaimsBy(p, codeflow.Analyzer, func(result any) Claims {
		flow := result.(*codeflow.Result)
		return func(probe *ast.CallExpr) (domain string, texts []string, undocumented bool) {
			codes, ok := flow.At(probe.Args[1])
			if !ok {
				return "", nil, false
			}
			for _, m := range codes.Members() {
				if codes.Has(m.Text) {
					texts = append(texts, m.Text)
				}
			}
			return codes.Domain.Name, texts, codes.Undocumented()
		}
	})
}

// ClaimsBy returns the claims of any analyzer.
func (t *Toolchain) ClaimsBy(p *Program, a *analysis.Analyzer, claims func(result any) Claims) ([]Claim, error) {
	all := slices.Repeat([]Claim{{Gone: true}}, p.Probes)
	domainOf := make([]*Domain, p.Probes)
	for _, f := range p.Functions {
		for probe := f.First; probe < f.End; probe++ {
			domainOf[probe] = f.Domain
		}
	}
	s := t.Session()
	for _, pkg := range p.Packages() {
		unit, err := s.Check(pkg)
		if err != nil {
			return nil, err
		}
		result, err := unit.Run(a)
		if err != nil {
			return nil, err
		}
		claim := claims(result)
		ast.Inspect(unit.File, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "seen" {
				return true
			}
			probe, err := strconv.Atoi(call.Args[0].(*ast.BasicLit).Value)
			if err != nil {
				panic(err)
			}
			domain, texts, undocumented := claim(call)
			d := domainOf[probe]
			all[probe] = Claim{Set: d.set(texts, undocumented), Bound: domain == d.Name}
			return true
		})
	}
	return all, nil
}
