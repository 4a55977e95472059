package syntax

import (
	"go/ast"
	"go/parser"
	"strings"
	"testing"
)

func TestDecide(t *testing.T) {
	for _, test := range []struct {
		cond  string
		want  Truth
		asked string
	}{
		{"yes", True, "yes"},
		{"!(no)", True, "no"},
		{"!perhaps", Unknown, "perhaps"},
		{"yes && no", False, "yes no"},
		{"no && perhaps", False, "no"},
		{"perhaps && no", False, "perhaps no"},
		{"perhaps && yes", Unknown, "perhaps yes"},
		{"yes && perhaps", Unknown, "yes perhaps"},
		{"yes && !no", True, "yes no"},
		{"yes || perhaps", True, "yes"},
		{"perhaps || yes", True, "perhaps yes"},
		{"no || no", False, "no no"},
		{"no || perhaps", Unknown, "no perhaps"},
		{"!(perhaps || yes) || (no && yes)", False, "perhaps yes no"},
	} {
		cond, err := parser.ParseExpr(test.cond)
		if err != nil {
			t.Fatal(err)
		}
		var asked []string
		got := Decide(cond, func(e ast.Expr) Truth {
			name := e.(*ast.Ident).Name
			asked = append(asked, name)
			return map[string]Truth{"yes": True, "no": False}[name]
		})
		if got != test.want || strings.Join(asked, " ") != test.asked {
			t.Errorf("%s: %d, asked %q; want %d, %q", test.cond, got, asked, test.want, test.asked)
		}
	}
}
