package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// isCounted reports whether a constant without a type belongs to a block of the package that
// counts 0..n or 1..n by iota, or the reasons to revoke a certificate: an enumeration of the program's own, as a type
// of it would be.
func (g *graph) isCounted(c *types.Const) bool {
	if c.Pkg() != g.pass.Pkg {
		return false
	}
	if g.counted == nil {
		g.counted = make(map[*types.Const]bool)
		for _, file := range g.pass.Files {
			for _, decl := range file.Decls {
				if block, ok := decl.(*ast.GenDecl); ok && block.Tok == token.CONST {
					for _, c := range g.countedBy(block) {
						g.counted[c] = true
					}
				}
			}
		}
	}
	return g.counted[c]
}

// countedBy returns the constants of a block that counts without gaps, nil for any other.
func (g *graph) countedBy(block *ast.GenDecl) []*types.Const {
	var all []*types.Const
	var numbers []int64
	counts := false
	for _, spec := range block.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok {
			return nil
		}
		for _, e := range spec.Values {
			ast.Inspect(e, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				counts = counts || ok && g.info.Uses[id] == types.Universe.Lookup("iota")
				return !counts
			})
		}
		for _, name := range spec.Names {
			c, ok := g.info.Defs[name].(*types.Const)
			if !ok {
				continue // _
			}
			b, basic := c.Type().(*types.Basic)
			n, exact := constant.Int64Val(constant.ToInt(c.Val()))
			if !basic || b.Info()&types.IsUntyped == 0 || !exact {
				return nil
			}
			all, numbers = append(all, c), append(numbers, n)
		}
	}
	if !counts || !fromStart(numbers) && !areRevocations(numbers) {
		return nil
	}
	return all
}

// fromStart reports whether numbers are 0..n or 1..n.
func fromStart(numbers []int64) bool {
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	if len(numbers) < 2 || numbers[0] > 1 {
		return false
	}
	return numbers[0] >= 0 && numbers[len(numbers)-1]-numbers[0] == int64(len(numbers)-1)
}

// areRevocations reports whether numbers are the reasons for which a certificate is revoked: those of 0 to 10 but 7,
// which RFC 5280 doesn't use, nearly all of them, and no others. They have the delivery reports' key.
func areRevocations(numbers []int64) bool {
	seen := make(map[int64]bool)
	for _, n := range numbers {
		if n < 0 || n == 7 || n > 10 {
			return false
		}
		seen[n] = true
	}
	return len(seen) >= 8
}

// numbersOf returns the numbers that texts stand for, nil if one stands for none.
func numbersOf(texts []string) (numbers []int64) {
	for _, text := range texts {
		n, ok := domain.Number(text)
		if !ok {
			return nil
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// countsOn reports whether the constants in and beside a value are 0..n or 1..n, and go on where the tables have a gap:
// the program numbers errors of its own. One that no table documents is rather a mistake.
func (g *graph) countsOn(s *seed, fits, misfits []string) bool {
	texts := slices.Concat(fits, misfits)
	for _, u := range s.stored {
		texts = append(texts, u.text)
	}
	own := make(map[string]bool)
	for _, text := range texts {
		if !g.documented(s.key, text) {
			own[text] = true
		}
	}
	return len(own) > 1 && fromStart(numbersOf(texts))
}
