package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// This file tells the constants of others, and the program's own, by what they look like.

// foreignStored returns a constant that the program itself stores in a value and that no table
// documents: a negative number may be its own for "no code".
func (g *graph) foreignStored(s *seed) string {
	if i := slices.IndexFunc(s.stored, func(u use) bool { return g.isForeignText(s, u.text) }); i >= 0 {
		return s.stored[i].text
	}
	return ""
}

func (g *graph) isForeignText(s *seed, text string) bool {
	return !strings.HasPrefix(text, "-") && !g.documented(s.key, text)
}

// ownTexts returns two constants that the program itself stores in a value and that no table documents, if there is no
// documented one in or beside it but 0: it fills the value with codes of its own. One alone is rather a mistake.
func (g *graph) ownTexts(s *seed, fits []string) (a, b string, ok bool) {
	if slices.ContainsFunc(fits, func(text string) bool { return text != "0" }) ||
		slices.ContainsFunc(s.stored, func(u use) bool { return u.stated != nil || u.text != "0" && g.documented(s.key, u.text) }) {
		return "", "", false
	}
	for _, u := range s.stored {
		switch {
		case !g.isForeignText(s, u.text) || u.text == a:
		case a == "":
			a = u.text
		default:
			return a, u.text, true
		}
	}
	return "", "", false
}

// foreignForms returns two constants that the API cannot send, letters or more digits than its
// codes have, if there is no documented one beside them but 0, which many vendors have.
func foreignForms(fits, misfits []string) (a, b string, ok bool) {
	if slices.ContainsFunc(fits, func(text string) bool { return text != "0" }) {
		return "", "", false
	}
	for _, text := range misfits {
		switch digits := strings.Trim(text, "0123456789") == ""; {
		case digits && len(text) < 4 || strings.HasPrefix(text, "-") || text == a:
		case a == "":
			a = text
		default:
			return a, text, true
		}
	}
	return "", "", false
}

// paddedForm returns a constant with a leading zero, if all constants, and there are several, have two
// digits: the API sends no such zeros, but payment networks do.
func paddedForm(fits, misfits []string) string {
	padded, other := "", false
	for _, text := range slices.Concat(fits, misfits) {
		switch {
		case len(text) != 2 || strings.Trim(text, "0123456789") != "":
			return ""
		case padded == "" && text[0] == '0':
			padded = text
		case text != padded:
			other = true
		}
	}
	if !other {
		return ""
	}
	return padded
}

// isHex reports whether a constant is written in hexadecimal, or one of the package's is that it names. The API sends
// decimal text; headers of protocols have such codes, whatever became of their bytes.
func (g *graph) isHex(e ast.Expr) bool {
	e = g.unconverted(e)
	if lit, ok := e.(*ast.BasicLit); ok {
		return lit.Kind == token.INT && len(lit.Value) > 2 && (lit.Value[1] == 'x' || lit.Value[1] == 'X')
	}
	c, ok := object(g.info, e).(*types.Const)
	if !ok || c.Pkg() != g.pass.Pkg {
		return false
	}
	return g.hexadecimal[c]
}

// noteHex notes which constants of a declaration are written in hexadecimal themselves.
func (g *graph) noteHex(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok || len(spec.Values) != len(spec.Names) {
			continue
		}
		for i, name := range spec.Names {
			c, ok := g.info.Defs[name].(*types.Const)
			if _, named := object(g.info, spec.Values[i]).(*types.Const); ok && !named && g.isHex(spec.Values[i]) {
				g.hexadecimal[c] = true
			}
		}
	}
}

// hexAlone returns one of the constants, if all but 0 are written in hexadecimal.
func hexAlone(uses []use) (text string) {
	for _, u := range uses {
		switch {
		case u.text == "0":
		case !u.hex:
			return ""
		default:
			text = u.text
		}
	}
	return text
}
