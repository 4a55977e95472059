package edit

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestUnformatted holds that several changes to a file that gofmt would change elsewhere are one that leaves all else alone.
func TestUnformatted(t *testing.T) {
	const before = `package p

type  spread struct{}

func again(code int) bool {
	switch code {
	case 11, 5, 12, 88, 16:
		return true
	}
	return false
}
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", before, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, ReadFile: func(string) ([]byte, error) { return []byte(before), nil }}
	n := NewNamer(pass, nil, file)
	var changes []analysis.TextEdit
	for _, gone := range []string{"11, ", "12, ", ", 16"} {
		at := file.FileStart + token.Pos(strings.Index(before, gone))
		changes = append(changes, analysis.TextEdit{Pos: at, End: at + token.Pos(len(gone))})
	}
	edit, ok := n.Rewrite(changes...)
	if !ok {
		t.Fatal("there is no edit")
	}
	from, to := edit.Pos-file.FileStart, edit.End-file.FileStart
	got := before[:from] + string(edit.NewText) + before[to:]
	if want := strings.Replace(before, "11, 5, 12, 88, 16", "5, 88", 1); got != want {
		t.Errorf("got\n%s", got)
	}
}
