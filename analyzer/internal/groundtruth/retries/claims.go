package retries

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// A Claim is what is reported of a function.
type Claim struct {
	Category string
	Message  string
	Codes    []string // that the message names
	More     int      // how many more there are
}

// Claims returns what an analyzer reports of a program's functions, by their ID.
func (t *Toolchain) Claims(p *Program, a *analysis.Analyzer) ([][]Claim, error) {
	return t.claims(p, p.Packages(), a)
}

// claims does that for the program's packages as somebody has changed them.
func (t *Toolchain) claims(p *Program, packages []toolchain.Package, a *analysis.Analyzer) ([][]Claim, error) {
	all := make([][]Claim, len(p.Functions))
	s := t.Session()
	for _, pkg := range packages {
		unit, err := s.Check(pkg)
		if err != nil {
			return nil, err
		}
		if _, err := unit.Run(a); err != nil {
			return nil, err
		}
		for _, d := range unit.Diagnostics {
			if d.Analyzer != a {
				continue
			}
			id, ok := owner(unit.File, d.Pos)
			if !ok {
				return nil, fmt.Errorf("%v: %s: reported outside all functions", unit.Fset.Position(d.Pos), d.Message)
			}
			c := Claim{Category: d.Category, Message: d.Message}
			c.read()
			all[id] = append(all[id], c)
		}
	}
	return all, nil
}

// numbered matches the number that every declaration of a function has.
var numbered = regexp.MustCompile(`^\w+?_(\d+)`)

// owner returns the ID of the function to which the declaration at a position
// belongs.
func owner(file *ast.File, pos token.Pos) (id int, ok bool) {
	for _, d := range file.Decls {
		if pos < d.Pos() || pos >= d.End() {
			continue
		}
		name := ""
		switch d := d.(type) {
		case *ast.FuncDecl:
			name = d.Name.Name
			if d.Recv != nil {
				typ := d.Recv.List[0].Type
				if star, ok := typ.(*ast.StarExpr); ok {
					typ = star.X
				}
				name = typ.(*ast.Ident).Name
			}
		case *ast.GenDecl:
			if v, ok := d.Specs[0].(*ast.ValueSpec); ok {
				name = v.Names[0].Name
			}
		}
		m := numbered.FindStringSubmatch(name)
		if m == nil {
			return 0, false
		}
		id, err := strconv.Atoi(m[1])
		return id, err == nil
	}
	return 0, false
}

var (
	lists  = regexp.MustCompile(`((?:\d+ \w+(?: \([^)]*\))?(?:, )?)+)(?: and (\d+) more)?(?: is)? of class (?:never|fix)`)
	listed = regexp.MustCompile(`(\d+) [A-Z]\w+`)
)

// read takes the codes out of the message.
func (c *Claim) read() {
	for _, m := range lists.FindAllStringSubmatch(c.Message, -1) {
		for _, n := range listed.FindAllStringSubmatch(m[1], -1) {
			c.Codes = append(c.Codes, n[1])
		}
		if m[2] != "" {
			n, _ := strconv.Atoi(m[2])
			c.More += n
		}
	}
}
